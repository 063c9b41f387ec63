//! One cell of one respondent: the function that both counting and explaining go through.

use super::outcome::Coverage;
use super::rubric::{ItemState, Rubric};
use crate::questionnaire::Missing;
use crate::responses::Row;

/// Values are kept as whole multiples of 2⁻⁴⁰ of the scale (error under 5·10⁻¹³), so that sums over respondents are
/// sums of whole numbers and do not depend on their order.
pub(super) const UNIT: f64 = (1u64 << 40) as f64;

/// The sums over the items of one cell of one respondent. Values and weights as in the questionnaire.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RespondentCell {
    /// Σ weight · value over scored items; values 0–1.
    pub weighted: f64,
    /// Σ weight over scored items.
    pub weight: f64,
    /// Σ weight over applicable items.
    pub applicable_weight: f64,
    /// Σ weight · value with every unknown at its lowest.
    pub low: f64,
    /// Σ weight · value with every unknown at its highest.
    pub high: f64,
    /// Scored and applicable items, counted.
    pub coverage: Coverage,
}

impl RespondentCell {
    /// Adds one item to the sums.
    pub(super) fn add(&mut self, state: ItemState, weight: f64) {
        let (low, high) = match state {
            ItemState::NotAsked | ItemState::NotApplicable => return,
            ItemState::Unknown { low, high } => (low, high),
            ItemState::Scored { value, low, high } => {
                self.weighted += weight * value;
                self.weight += weight;
                self.coverage.scored += 1;
                (low, high)
            }
        };
        self.coverage.applicable += 1;
        self.applicable_weight += weight;
        self.low += weight * low;
        self.high += weight * high;
    }

    /// The value of the cell in 0–1; `None` when too few of its items are answered or none applies.
    pub fn value(&self, rubric: &Rubric<'_>) -> Option<f64> {
        let scoring = &rubric.questionnaire.scoring;
        if self.coverage.applicable == 0 || self.coverage.share() < scoring.min_coverage {
            return None;
        }
        let weight = match scoring.missing {
            Missing::Exclude => self.weight,
            Missing::Zero => self.applicable_weight,
        };
        (weight > 0.0).then(|| self.weighted / weight)
    }

    /// The value with every unknown at its lowest and at its highest; `None` when nothing applies.
    pub fn band(&self) -> Option<(f64, f64)> {
        let weight = self.applicable_weight;
        (weight > 0.0).then(|| (self.low / weight, self.high / weight))
    }
}

/// Sums up every cell of one row; `asked` is what the routing said of it. `cells` has one place per cell and is emptied
/// first.
pub fn respondent_cells(rubric: &Rubric<'_>, row: Row<'_>, asked: &[bool], cells: &mut [RespondentCell]) {
    cells.fill(RespondentCell::default());
    for (index, item) in rubric.questionnaire.items.iter().enumerate() {
        cells[item.cell].add(rubric.item(index, row, asked), item.weight);
    }
}

/// A value in 0–1 as a whole number of units.
pub(super) fn quantised(value: f64) -> u64 {
    (value.clamp(0.0, 1.0) * UNIT).round() as u64
}
