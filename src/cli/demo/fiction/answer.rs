//! From a share of the scale to an answer of the kind that a question takes. Knows nothing of councils or people.

use peil::questionnaire::{Choice, Kind, Part, Question, Range};
use peil::responses::{Code, Coded, FIRST_OPTION, GIVEN};

use super::dice::Dice;

/// The answer nearest to this share of the question's range; `None` for texts, which have no range.
pub(super) fn nearest(question: &Question, part: Part, share: f64, dice: &mut Dice) -> Option<Coded> {
    let share = share.clamp(0.0, 1.0);
    // A low answer is the good one.
    let share = if question.reverse { 1.0 - share } else { share };
    match &question.kind {
        Kind::Choice { choices, range } => Some(option(&values(choices), *range, share)),
        Kind::Grid { rows, choices, range } => {
            let mut values = values(choices);
            let highest = match part {
                Part::Row(row) => rows[row].highest,
                _ => None,
            };
            if let Some(highest) = highest {
                let most = values[highest];
                for value in values.iter_mut().filter(|value| **value > most) {
                    // Not possible in this row.
                    *value = f64::INFINITY;
                }
            }
            Some(option(&values, *range, share))
        }
        Kind::Rating { from, to } => {
            let values: Vec<f64> = (*from..=*to).map(|step| step as f64).collect();
            Some(option(&values, Range::LowestToHighest, share))
        }
        Kind::YesNo => Some(option(&[1.0, 0.0], Range::FromZero, share)),
        Kind::Number { from, to } => Some(number(*from, *to, share)),
        Kind::Multiple { choices, .. } => Some(boxes(choices, share, dice)),
        Kind::Text => None,
    }
}

fn values(choices: &[Choice]) -> Vec<f64> {
    choices.iter().map(|choice| choice.value.unwrap_or(0.0)).collect()
}

/// The option whose value is nearest to a share of the range; the first of two that are as near.
fn option(values: &[f64], range: Range, share: f64) -> Coded {
    let possible = || values.iter().copied().filter(|value| value.is_finite());
    let highest = possible().fold(0.0, f64::max);
    let lowest = match range {
        Range::FromZero => 0.0,
        Range::LowestToHighest => possible().fold(highest, f64::min),
    };
    let aim = lowest + share * (highest - lowest);
    let mut best = 0;
    for (index, value) in values.iter().enumerate() {
        if (value - aim).abs() < (values[best] - aim).abs() {
            best = index;
        }
    }
    Coded::plain(FIRST_OPTION + best as Code)
}

/// A number as people write it: whole, or with one decimal where the range is narrow.
fn number(from: f64, to: f64, share: f64) -> Coded {
    let exact = from + share * (to - from);
    let per_unit = if (to - from).abs() >= 10.0 { 1.0 } else { 10.0 };
    let value = (exact * per_unit).round() / per_unit;
    Coded { code: GIVEN, wide: value.to_bits() }
}

/// Each box with the chance of the share; when nothing came of it, the box that stands alone, if there is one.
fn boxes(choices: &[Choice], share: f64, dice: &mut Dice) -> Coded {
    let mut ticked = 0u64;
    for (index, choice) in choices.iter().enumerate() {
        if !choice.exclusive && dice.happens(share) {
            ticked |= 1 << index;
        }
    }
    let alone = choices.iter().position(|choice| choice.exclusive);
    if let (0, Some(alone)) = (ticked, alone) {
        ticked = 1 << alone;
    }
    Coded { code: GIVEN, wide: ticked }
}
