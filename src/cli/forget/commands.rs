//! The commands that make outputs again, as a person types them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use peil::language::forget as words;
use peil::language::report::about as page;
use peil::language::{Language, command};
use peil::questionnaire::SHIPPED;
use peil::responses::Wave;

use super::outputs::{Beside, Output, Outputs, Round};
use super::plan::Plan;
use super::questionnaires::{Named, Questionnaires};

/// What commands are made of.
pub(super) struct Commands<'a> {
    l: Language,
    plan: &'a Plan,
    places: &'a [PathBuf],
    questionnaires: &'a Questionnaires,
}

impl<'a> Commands<'a> {
    /// For the answers in these places.
    pub(super) fn new(l: Language, plan: &'a Plan, places: &'a [PathBuf], outputs: &'a Outputs) -> Commands<'a> {
        Commands { l, plan, places, questionnaires: &outputs.questionnaires }
    }

    /// The one that makes an output again.
    pub(super) fn again(&self, output: &Output) -> String {
        let Output { path, page, questionnaire } = output;
        let to = to(path);
        match page {
            Some(page) => {
                let language = page.language.filter(|&language| language != self.l);
                let language = language.map(|language| format!(" --lang {language}")).unwrap_or_default();
                // A tree does not say which number it was asked for.
                let unsaid = page.verb == "score" && page.flag("explain").is_none();
                let number =
                    if unsaid { format!(" --explain {}", words::number_placeholder(self.l)) } else { String::new() };
                let start = self.start(page.verb, questionnaire.as_ref());
                format!("{start}{}{number}{language} {to}", page.typed_flags())
            }
            None => format!("{} {to}", self.start("score", questionnaire.as_ref())),
        }
    }

    /// The one that pools answers again.
    pub(super) fn pool(&self, path: &Path, questionnaire: Option<&Named>) -> String {
        format!("{} --anonymise {}", self.start("compare", questionnaire), to(path))
    }

    /// The one that removes from a file beside the places what was asked for here, and no more.
    pub(super) fn forget(&self, beside: &Beside) -> String {
        let Beside { path, round } = beside;
        let path = path.display().to_string();
        let wave = self.plan.wave.map(|wave| match (wave, round) {
            (Some(wave), Round::Same) => wave.to_string(),
            (None, _) | (_, Round::Unsaid) => Wave::NONE.to_owned(),
        });
        let mut words = vec!["peil", "forget", &self.plan.id, &path];
        words.extend(self.plan.council.iter().flat_map(|council| ["--council", council]));
        words.extend(wave.iter().flat_map(|wave| ["--wave", wave]));
        command(words)
    }

    /// The one that removes the respondent under another number.
    pub(super) fn forget_as(&self, id: &str, path: &Path) -> String {
        command(["peil", "forget", id, &path.display().to_string()])
    }

    /// Those that make outputs of what is left, when none was found.
    pub(super) fn usual(&self) -> Vec<String> {
        let mut commands = Vec::new();
        for (group, tally) in &self.plan.groups {
            let questionnaire = Named::by_id(&group.questionnaire);
            let questionnaire = questionnaire.as_ref();
            commands.push(self.start("score", questionnaire));
            if tally.left > 0 {
                let mut flags = vec!["--council", group.council.as_str()];
                if !group.wave.is_empty() {
                    flags.extend(["--wave", group.wave.as_str()]);
                }
                commands.push(format!("{} {}", self.start("report", questionnaire), command(flags)));
            }
        }
        let mut seen = BTreeSet::new();
        commands.retain(|command| seen.insert(command.clone()));
        commands
    }

    /// `peil report antwoorden`, with the questionnaire where the answers do not tell it.
    fn start(&self, verb: &str, questionnaire: Option<&Named>) -> String {
        let places = self.plan.places(questionnaire.map(|named| named.id.as_str()), self.places);
        let places: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
        let words = ["peil", verb].into_iter().chain(places.iter().map(String::as_str));
        let told = self.plan.every_file_names_its_questionnaire();
        let shipped = |id: &str| SHIPPED.iter().any(|one| one.id == id);
        let named = match questionnaire {
            Some(Named { id, .. }) if shipped(id) => (!told).then(|| id.clone()),
            Some(wanted) => Some(match self.questionnaires.file(wanted) {
                Some(path) => path.display().to_string(),
                // Where it is, only the person knows.
                None => page::questionnaire_placeholder(self.l).to_owned(),
            }),
            None => None,
        };
        match &named {
            Some(file) => command(words.chain(["-q", file])),
            None => command(words),
        }
    }
}

fn to(path: &Path) -> String {
    command(["-o", &path.display().to_string()])
}
