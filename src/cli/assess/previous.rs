//! The answers of an earlier round that stand beside the questions: whose they may be.

use peil::language::{failure, interview as words};
use peil::questionnaire::Questionnaire;
use peil::responses::{Sheet, Voice};

use super::front::{Front, Stop};
use crate::args::Assess;
use crate::failure::Failure;
use crate::ui::Ui;

/// Answers that were given before.
pub(super) struct Previous<'q> {
    pub(super) sheet: Sheet,
    pub(super) questionnaire: &'q Questionnaire,
}

impl Previous<'_> {
    /// Says of which round and role they are.
    ///
    /// # Errors
    /// When they are of another council, whose answers are nobody's business here, or of no earlier round. Where one of the
    /// two has no round, nothing tells.
    pub(super) fn stands_before(&self, ui: &Ui, args: &Assess, now: &Sheet, front: &mut dyn Front) -> Result<(), Stop> {
        let l = ui.language;
        let path = args.previous.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let (before, council) = (&self.sheet, |sheet: &Sheet| sheet.council.id.trim().to_owned());
        if council(before) != council(now) {
            let sentence = failure::previous_of_another_council(l, &path, &council(before), &council(now));
            return Err(Failure::new(sentence).into());
        }
        if let (Some(then), Some(wave)) = (before.wave, now.wave)
            && then >= wave
        {
            return Err(
                Failure::new(failure::previous_not_earlier(l, &path, &then.to_string(), &wave.to_string())).into()
            );
        }
        let role = match before.respondent.voice {
            Voice::Person => None,
            Voice::Role(role) => Some(self.questionnaire.roles[role].title.get(&ui.tag).to_owned()),
            Voice::Consensus => Some(words::consensus(l).to_owned()),
        };
        let wave = before.wave.map(|wave| wave.to_string());
        let of: Vec<String> = wave.into_iter().chain(role).collect();
        front.say(&words::previous_comes_from(l, &path, &of))
    }
}
