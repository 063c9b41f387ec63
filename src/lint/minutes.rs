//! Whether the minutes that a questionnaire announces can be.

use crate::diagnostics::{Diagnostics, ModelFinding};
use crate::questionnaire::{Kind, Question, Questionnaire};

/// Seconds that a question takes: reading five stages and choosing one.
const SECONDS: f64 = 40.0;
/// Seconds for each further row of a grid.
const SECONDS_PER_ROW: f64 = 12.0;

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
    let seconds = |questions: &mut dyn Iterator<Item = &Question>| questions.map(seconds).sum::<f64>();
    let everything = seconds(&mut questionnaire.questions.iter());
    let of_role = |role: usize| {
        let asked = |question: &&Question| question.roles.as_ref().is_none_or(|roles| roles.contains(&role));
        seconds(&mut questionnaire.questions.iter().filter(asked))
    };
    let busiest = (0..questionnaire.roles.len()).map(of_role).reduce(f64::max);
    busiest.unwrap_or(everything) / 60.0
}

fn seconds(question: &Question) -> f64 {
    match &question.kind {
        Kind::Grid { rows, .. } => SECONDS + SECONDS_PER_ROW * rows.len() as f64,
        _ if question.paper_and_practice => 2.0 * SECONDS,
        _ => SECONDS,
    }
}
