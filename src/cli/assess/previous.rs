//! The answers of an earlier round that stand beside the questions: whose they may be.

use peil::interview::{Head, voice_words};
use peil::language::failure::{self, Sentence};
use peil::language::interview as words;
use peil::questionnaire::Questionnaire;
use peil::responses::Sheet;

use crate::args::Assess;
use crate::ui::Ui;

/// Answers that were given before.
pub(super) struct Previous<'q> {
    pub(super) sheet: Sheet,
    pub(super) questionnaire: &'q Questionnaire,
}

impl Previous<'_> {
    /// Why they cannot stand beside answers with this head: they are of another council, whose answers are nobody's
    /// business here, or of no earlier round. Where one of the two has no round, nothing tells.
    pub(super) fn refuses(&self, ui: &Ui, args: &Assess, now: &Head) -> Option<Sentence> {
        let l = ui.language;
        let (path, before, council) = (path(args), &self.sheet, now.council.id.trim());
        if before.council.id.trim() != council {
            return Some(failure::previous_of_another_council(l, &path, before.council.id.trim(), council));
        }
        let (then, wave) = before.wave.zip(now.wave).filter(|(then, wave)| then >= wave)?;
        Some(failure::previous_not_earlier(l, &path, &then.to_string(), &wave.to_string()))
    }

    /// Of which round and role they are.
    pub(super) fn comes_from(&self, ui: &Ui, args: &Assess) -> String {
        let role = voice_words(self.sheet.respondent.voice, self.questionnaire, ui.language, &ui.tag);
        let wave = self.sheet.wave.map(|wave| wave.to_string());
        let of: Vec<String> = wave.into_iter().chain(role).collect();
        words::previous_comes_from(ui.language, &path(args), &of)
    }
}

fn path(args: &Assess) -> String {
    args.previous.as_ref().map(|path| path.display().to_string()).unwrap_or_default()
}
