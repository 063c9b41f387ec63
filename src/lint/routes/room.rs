//! What an answer in one column may still be while a solver looks for answers that meet some conditions.

use std::rc::Rc;

use crate::questionnaire::{Kind, Question, Test};

/// What one answer may still be. Whether it is given at all, and which values are left if it is.
#[derive(Clone, Debug)]
pub(super) struct Room {
    given: Option<bool>,
    values: Values,
}

#[derive(Clone, Debug)]
enum Values {
    /// One of these options, a bit each, with the value of each.
    Options { left: u64, worth: Rc<[f64]> },
    /// Any set of the boxes left, or one of those that stand alone; of each of `hits` at least one is in it.
    Boxes { plain: u64, alone: u64, hits: Vec<u64> },
    /// A number from the one to the other, both included.
    Number { low: f64, high: f64 },
    /// Any text.
    Text,
}

impl Room {
    /// Every answer that a column of this question can have, none included.
    pub(super) fn of(question: &Question) -> Room {
        let values = match &question.kind {
            Kind::Text => Values::Text,
            Kind::Number { .. } => Values::Number { low: f64::MIN, high: f64::MAX },
            Kind::Multiple { choices } => {
                let bits = |alone: bool| {
                    let these = choices.iter().enumerate().filter(|(_, choice)| choice.exclusive == alone);
                    these.fold(0, |bits, (index, _)| bits | bit(index))
                };
                Values::Boxes { plain: bits(false), alone: bits(true), hits: Vec::new() }
            }
            Kind::Choice { .. } | Kind::Rating { .. } | Kind::YesNo | Kind::Grid { .. } => {
                let worth: Rc<[f64]> =
                    question.kind.options().iter().map(|(_, value)| value.unwrap_or(f64::NAN)).collect();
                Values::Options { left: (0..worth.len()).fold(0, |bits, index| bits | bit(index)), worth }
            }
        };
        Room { given: None, values }
    }

    /// Keeps only what makes the test come out as `truth`. Whether anything is left.
    pub(super) fn keep(&mut self, test: &Test, truth: bool) -> bool {
        let needs_answer = match test {
            Test::Answered(wanted) => Some(*wanted == truth),
            // False on an answer that is not there, so only its truth needs one.
            _ => truth.then_some(true),
        };
        if let Some(needed) = needs_answer {
            if self.given == Some(!needed) {
                return false;
            }
            self.given = Some(needed);
        }
        self.values.keep(test, truth);
        self.given != Some(true) || self.values.any()
    }

    /// Whether an answer must be given.
    pub(super) fn must_be_given(&self) -> bool {
        self.given == Some(true)
    }
}

impl Values {
    fn keep(&mut self, test: &Test, truth: bool) {
        match (self, test) {
            (Values::Options { left, worth }, _) => {
                let passes = |index: &usize| match test {
                    Test::Is(options) => options.contains(index),
                    Test::AtLeast(bound) => worth[*index] >= *bound,
                    Test::AtMost(bound) => worth[*index] <= *bound,
                    Test::Answered(_) => truth,
                };
                *left &= (0..worth.len()).filter(|index| passes(index) == truth).fold(0, |bits, one| bits | bit(one));
            }
            (Values::Boxes { plain, alone, hits }, Test::Is(options)) => {
                let named = options.iter().fold(0, |bits, &one| bits | bit(one));
                if truth {
                    hits.push(named);
                } else {
                    *plain &= !named;
                    *alone &= !named;
                }
            }
            (Values::Number { low, high }, Test::AtLeast(bound)) => match truth {
                true => *low = low.max(*bound),
                false => *high = high.min(bound.next_down()),
            },
            (Values::Number { low, high }, Test::AtMost(bound)) => match truth {
                true => *high = high.min(*bound),
                false => *low = low.max(bound.next_up()),
            },
            _ => {}
        }
    }

    fn any(&self) -> bool {
        match self {
            Values::Options { left, .. } => *left != 0,
            Values::Boxes { plain, alone, hits } => {
                let alone = (0..u64::BITS).map(|index| 1 << index).filter(|one| alone & one != 0);
                // All plain boxes together, or one of the others: nothing else hits more.
                std::iter::once(*plain).chain(alone).any(|ticked| hits.iter().all(|hit| hit & ticked != 0))
            }
            Values::Number { low, high } => low <= high,
            Values::Text => true,
        }
    }
}

fn bit(index: usize) -> u64 {
    1u64.checked_shl(index as u32).unwrap_or(0)
}
