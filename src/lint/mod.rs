//! What a good questionnaire is, beyond a valid one: its golden tests come out, its minutes can be.
//!
//! This module judges questionnaires that were read without errors; it knows nothing of files.

mod golden;
mod minutes;

use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;

/// Runs every check on a questionnaire.
pub fn run(questionnaire: &Questionnaire, out: &mut Diagnostics) {
    minutes::check(questionnaire, out);
    golden::check(questionnaire, out);
}
