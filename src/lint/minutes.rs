//! Whether the minutes that a questionnaire announces can be.

use crate::diagnostics::{Diagnostics, ModelFinding};
use crate::questionnaire::{Questionnaire, seconds_for};

/// Warns when the announced minutes are under half or over twice what the role with most questions needs.
pub(super) fn check(questionnaire: &Questionnaire, out: &mut Diagnostics) {
    let Some(stated) = questionnaire.minutes else { return };
    let needed = minutes_needed(questionnaire);
    if f64::from(stated) < needed / 2.0 || f64::from(stated) > (needed * 2.0).max(5.0) {
        let span = questionnaire.questions.first().map(|question| question.span);
        if let Some(span) = questionnaire.minutes_span.or(span) {
            out.add(span, ModelFinding::Minutes { stated, counted: needed.round().max(1.0) as u32 });
        }
    }
}

/// Minutes that the role with most questions needs to answer them all.
pub fn minutes_needed(questionnaire: &Questionnaire) -> f64 {
    let of = |role: Option<usize>| {
        seconds_for(questionnaire.questions.iter().filter(|question| question.is_meant_for(role, false)))
    };
    let busiest = (0..questionnaire.roles.len()).map(|role| of(Some(role))).reduce(f64::max);
    busiest.unwrap_or_else(|| of(None)) / 60.0
}
