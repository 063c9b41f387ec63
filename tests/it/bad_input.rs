//! Whatever is wrong, peil says what, where and what to do about it, and ends with the right code.

mod answers;
mod command_line;
mod files;
mod full_disk;
#[cfg(unix)]
mod links;
mod outputs;
mod questionnaires;
mod selections;
mod text;

use crate::peil::{Peil, peil};

/// Scores a file of answers to the small questionnaire.
fn score(file: &str) -> Peil {
    peil(["score", file, "-q", "kort.yaml"]).with_kort()
}

/// The answers of one person.
const NINOVE: &str = "peil: answers/1
questionnaire: {id: kort, version: 1.0.0}
council: {id: \"41048\", name: Ninove}
respondent: {id: r-1, role: ict}
answers: {keuze: soms}
";
