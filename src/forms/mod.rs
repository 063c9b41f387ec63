//! Forms to send out: a questionnaire as one page that needs nothing but a browser, and gives an answers file back; or as
//! a workbook, which is read back here.
//!
//! This module knows nothing of scores: a form asks and keeps, and never tells anyone how well they are doing.

mod clean;
mod html;
mod label;
mod tags;
mod when;
mod workbook;

pub use html::{is_form as is_html, render as html};
pub use workbook::{
    Declared, UnreadableWorkbook, WorkbookAnswers, WorkbookProblem, declared_workbook, is_blank_workbook,
    is_unanswered, read_workbook, render as workbook, workbook_tag,
};

use jiff::civil::Date;

use crate::questionnaire::Questionnaire;
use crate::responses::{Voice, Wave};

/// What is settled before a form is sent out; what is not, the form asks.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// Only the questions of the quick scan.
    pub quick: bool,
    /// The role of everyone who gets this form, or the consensus, for what a group fills in together.
    pub voice: Option<Voice>,
    /// Id of the council.
    pub council: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// The round.
    pub wave: Option<Wave>,
    /// Until when the answers are kept.
    pub keep_until: Option<Date>,
    /// How to send the file back, in the words of whoever sends the form.
    pub instructions: Option<String>,
    /// Keeps two forms apart that are the same in everything else.
    pub seed: Option<u64>,
}

/// The id of a form: twelve hexadecimal digits, taken from the questionnaire and from what is settled.
///
/// A browser keeps what is filled in under this id. So two councils' forms on one computer do not meet, and the same
/// form made again finds what was filled in before; a seed gives a form of its own.
pub fn id(questionnaire: &Questionnaire, settled: &Settled) -> String {
    let wave = settled.wave.map(|wave| wave.to_string());
    let role = settled.voice.and_then(|voice| voice.id(questionnaire));
    // `{:?}` quotes each part, so that no two lists of parts are written the same.
    let parts = format!(
        "{:?}",
        (
            questionnaire.reference(),
            &questionnaire.hash,
            settled.quick,
            role,
            &settled.council,
            &settled.name,
            wave,
            settled.seed
        )
    );
    blake3::hash(parts.as_bytes()).to_hex().chars().take(12).collect()
}

/// Whether a question can be asked with this form at all; what was answered before may still route it out.
fn offered(questionnaire: &Questionnaire, settled: &Settled, question: usize) -> bool {
    questionnaire.questions[question].is_meant_for(settled.voice.and_then(Voice::role), settled.quick)
}

/// Whether the form would hold any question.
pub fn asks_anything(questionnaire: &Questionnaire, settled: &Settled) -> bool {
    (0..questionnaire.questions.len()).any(|question| offered(questionnaire, settled, question))
}
