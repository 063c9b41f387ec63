//! How long questions take to answer.

use super::question::{Kind, Question};

/// Seconds that a question takes: reading five stages and choosing one.
const SECONDS: f64 = 40.0;
/// Seconds for each further row of a grid.
const SECONDS_PER_ROW: f64 = 12.0;

/// Seconds that questions take one person, by their number and kind.
pub fn seconds_for<'q>(questions: impl Iterator<Item = &'q Question>) -> f64 {
    let seconds = |question: &Question| match &question.kind {
        Kind::Grid { rows, .. } => SECONDS + SECONDS_PER_ROW * rows.len() as f64,
        _ if question.paper_and_practice => 2.0 * SECONDS,
        _ => SECONDS,
    };
    questions.map(seconds).sum()
}

/// The same in whole minutes; at least one.
pub fn minutes_for<'q>(questions: impl Iterator<Item = &'q Question>) -> u32 {
    (seconds_for(questions) / 60.0).round().max(1.0) as u32
}
