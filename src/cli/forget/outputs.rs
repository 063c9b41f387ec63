//! The outputs that were made with a respondent: found by what they say of themselves, in the folders at hand.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use peil::language::{Language, command};
use peil::questionnaire::SHIPPED;
use peil::responses::Wave;
use peil::source::read_bytes;

use super::plan::{Group, Plan, files_under};
use super::recognise::{Made, Page, made};

/// A larger file is no output of peil.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Outputs by what has to happen to them.
#[derive(Default)]
pub(super) struct Outputs {
    /// About the council itself.
    pub(super) own: Vec<Output>,
    /// About others, compared with the council.
    pub(super) compared: Vec<Output>,
    /// About a council and wave of which nothing is left.
    pub(super) empty: Vec<PathBuf>,
    /// Where was looked.
    pub(super) looked_in: Vec<String>,
}

/// A file that peil made, and how to make it again.
pub(super) struct Output {
    path: PathBuf,
    made: Made,
}

/// How an output depends on a group that loses a respondent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Compared,
    Own,
    Empty,
}

impl Outputs {
    /// Looks in the places of the answers, in the folders that hold them, and where else was asked for.
    pub(super) fn find(plan: &Plan, places: &[PathBuf], more: &[PathBuf]) -> Outputs {
        let mut files: BTreeSet<PathBuf> = files_under(places).into_iter().chain(files_under(more)).collect();
        let mut looked_in: Vec<PathBuf> = places.iter().chain(more).cloned().collect();
        for holder in places.iter().map(|place| holder(place)) {
            let inside = std::fs::read_dir(&holder).into_iter().flatten().flatten().map(|entry| entry.path());
            let named = |path: PathBuf| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
            files.extend(inside.filter(|path| path.is_file()).map(named));
            looked_in.push(holder);
        }
        let mut seen = BTreeSet::new();
        looked_in.retain(|place| seen.insert(place.clone()));
        let shown = looked_in.iter().map(|place| format!("`{}`", place.display()));
        let mut outputs = Outputs { looked_in: shown.collect(), ..Outputs::default() };
        let mut once = BTreeSet::new();
        for path in files {
            // Removed files are answers, never outputs; one file may be there under two names.
            if once.insert(std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone())) {
                outputs.add(plan, path);
            }
        }
        outputs
    }

    fn add(&mut self, plan: &Plan, path: PathBuf) {
        let text = read_bytes(&path, LARGEST).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let Some(made) = text.and_then(|text| made(&path, &text)) else { return };
        let ties = plan.groups.iter().filter_map(|(group, tally)| tie(&made, group, tally.left));
        match ties.max() {
            Some(Tie::Empty) => self.empty.push(path),
            Some(Tie::Own) => self.own.push(Output { path, made }),
            Some(Tie::Compared) => self.compared.push(Output { path, made }),
            None => {}
        }
    }

    pub(super) fn none(&self) -> bool {
        self.own.is_empty() && self.compared.is_empty() && self.empty.is_empty()
    }
}

/// The folder that holds a place.
fn holder(place: &Path) -> PathBuf {
    match place.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn tie(made: &Made, group: &Group, left: usize) -> Option<Tie> {
    let other = |questionnaire: &str| !group.questionnaire.is_empty() && group.questionnaire != questionnaire;
    let wave = Wave::parse(&group.wave);
    // A later wave is compared with this one.
    let from_then_on = |other: Option<Wave>| other.is_none() || other >= wave;
    match made {
        Made::Page(page) if other(&page.questionnaire) => None,
        Made::Page(page) => match (page.flag("council"), page.verb) {
            (Some(council), "report") if council == group.council && page.wave() == wave && left == 0 => {
                Some(Tie::Empty)
            }
            (Some(council), _) if council == group.council => from_then_on(page.wave()).then_some(Tie::Own),
            (Some(_), "report") => (page.wave() == wave).then_some(Tie::Compared),
            (Some(_), _) => None,
            (None, _) => from_then_on(page.wave()).then_some(Tie::Own),
        },
        Made::Scores(questionnaire, _) if questionnaire.as_deref().is_some_and(other) => None,
        Made::Scores(_, rows) => {
            let same = rows.iter().filter(|(council, _)| *council == group.council);
            let touched = same.into_iter().any(|(_, row)| from_then_on(Wave::parse(row)));
            touched.then_some(Tie::Own)
        }
    }
}

impl Output {
    /// The command that makes it again.
    pub(super) fn command(&self, l: Language, plan: &Plan, places: &[PathBuf]) -> String {
        let to = command(["-o", &self.path.display().to_string()]);
        match &self.made {
            Made::Page(page) => {
                let start = start(page.verb, Some(&page.questionnaire), plan, places);
                let flags = if page.flags.is_empty() { String::new() } else { format!(" {}", quoted(page)) };
                let language = if page.language == l { String::new() } else { format!(" --lang {}", page.language) };
                format!("{start}{flags}{language} {to}")
            }
            Made::Scores(questionnaire, _) => {
                format!("{} {to}", start("score", questionnaire.as_deref(), plan, places))
            }
        }
    }
}

/// The flags of a page with values of several words in quotes.
fn quoted(page: &Page) -> String {
    let flags = page.parts().map(|(flag, value)| {
        let flag = format!("--{flag}");
        command([flag.as_str()].into_iter().chain(value))
    });
    flags.collect::<Vec<_>>().join(" ")
}

/// The commands that make outputs of what is left, when none was found.
pub(super) fn usual_commands(plan: &Plan, places: &[PathBuf]) -> Vec<String> {
    let mut commands = Vec::new();
    for (group, tally) in &plan.groups {
        let questionnaire = Some(group.questionnaire.as_str()).filter(|id| !id.is_empty());
        commands.push(start("score", questionnaire, plan, places));
        if tally.left > 0 {
            let mut flags = vec!["--council", group.council.as_str()];
            if !group.wave.is_empty() {
                flags.extend(["--wave", group.wave.as_str()]);
            }
            commands.push(format!("{} {}", start("report", questionnaire, plan, places), command(flags)));
        }
    }
    let mut seen = BTreeSet::new();
    commands.retain(|command| seen.insert(command.clone()));
    commands
}

/// `peil report antwoorden`, with the questionnaire where the answers do not tell it.
fn start(verb: &str, questionnaire: Option<&str>, plan: &Plan, places: &[PathBuf]) -> String {
    let places = plan.places(questionnaire, places);
    let places: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
    let words = ["peil", verb].into_iter().chain(places.iter().map(String::as_str));
    let told = plan.every_file_names_its_questionnaire();
    let shipped = |id: &str| SHIPPED.iter().any(|one| one.id == id);
    let named = match questionnaire {
        Some(id) if shipped(id) && told => None,
        Some(id) if shipped(id) => Some(id.to_owned()),
        Some(id) => Some(format!("{id}.yaml")),
        None => None,
    };
    match &named {
        Some(file) => command(words.chain(["-q", file])),
        None => command(words),
    }
}
