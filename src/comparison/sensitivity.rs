//! How much a score owes to the choice of weights, and to the choice of a plain mean. No text.

use super::batch::Batch;
use super::parts::{Parts, weighted};

/// How far a weight may be off, as a share of itself.
const QUARTER: f64 = 0.25;

/// What the overall of one council could have been.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// The lowest that it can be when every weight may be a quarter higher or lower.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// The geometric mean of the same parts by the same weights. A part that stands at 0 makes it 0.
    pub geometric: f64,
}

impl Batch<'_> {
    /// How far the overall of a group moves under other weights: those of the cells, or with one axis those of the
    /// dimensions at every level. Weights of questions and roles stay as they are. `None` without a score, and where the
    /// score has one part only, which no weight can move.
    pub fn sensitivity(&self, group: usize) -> Option<Sensitivity> {
        let cells: Vec<Option<f64>> = self.card(group).cells.iter().map(|cell| cell.outcome.score()).collect();
        if cells.iter().flatten().count() < 2 {
            return None;
        }
        let score = self.overall(group)?;
        let whole = Parts::of(self.rubric().questionnaire()).overall;
        // The score is one of the means in the range; adding up in another order may be off by a last bit.
        Some(Sensitivity {
            low: whole.fold(&cells, &|parts| lowest(parts))?.min(score),
            high: whole.fold(&cells, &|parts| highest(parts))?.max(score),
            geometric: whole.fold(&cells, &|parts| geometric(parts))?,
        })
    }
}

/// The highest mean of parts when every weight may be off by a quarter. At the highest, every part above the mean has the
/// highest weight it may have and every part below it the lowest; so with the parts in the order of their values it is one
/// of the cuts between two of them.
fn highest(parts: &mut [(f64, f64)]) -> f64 {
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.total_cmp(&b.0)));
    best_cut(parts, f64::max)
}

/// The lowest one.
fn lowest(parts: &mut [(f64, f64)]) -> f64 {
    parts.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
    best_cut(parts, f64::min)
}

/// The best of the means in which the first parts weigh a quarter more and the others a quarter less. With all on one side
/// of the cut it is the mean itself.
fn best_cut(parts: &[(f64, f64)], better: fn(f64, f64) -> f64) -> f64 {
    let (mut weights, mut sum) = (0.0, 0.0);
    for (weight, value) in parts {
        weights += weight * (1.0 - QUARTER);
        sum += weight * value * (1.0 - QUARTER);
    }
    let mut best = weighted(parts);
    for (weight, value) in parts {
        weights += 2.0 * QUARTER * weight;
        sum += 2.0 * QUARTER * weight * value;
        best = better(best, sum / weights);
    }
    best
}

/// The weighted geometric mean; 0 where one of the parts is 0.
fn geometric(parts: &[(f64, f64)]) -> f64 {
    if parts.iter().any(|(_, value)| *value <= 0.0) {
        return 0.0;
    }
    let logarithms: Vec<(f64, f64)> = parts.iter().map(|(weight, value)| (*weight, value.ln())).collect();
    weighted(&logarithms).exp()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The ends of the mean over every choice of 0.75 or 1.25 for each part.
    fn by_trying_all(parts: &[(f64, f64)]) -> (f64, f64) {
        let means = (0u32..1 << parts.len()).map(|corner| {
            let tried = parts
                .iter()
                .enumerate()
                .map(|(index, (weight, value))| (weight * if corner >> index & 1 == 1 { 1.25 } else { 0.75 }, *value));
            weighted(&tried.collect::<Vec<_>>())
        });
        means.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), mean| (low.min(mean), high.max(mean)))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_corner_of_the_weights_lies_outside_the_range_and_the_ends_are_corners(
            parts in proptest::collection::vec((0.01f64..10.0, 0.0f64..4.0), 1..9)
        ) {
            let (low, high) = by_trying_all(&parts);
            prop_assert!((lowest(&mut parts.clone()) - low).abs() < 1e-12);
            prop_assert!((highest(&mut parts.clone()) - high).abs() < 1e-12);
        }

        #[test]
        fn nor_does_any_point_between_the_corners(
            parts in proptest::collection::vec((0.01f64..10.0, 0.0f64..4.0, 0.75f64..1.25), 1..9)
        ) {
            let tried: Vec<(f64, f64)> = parts.iter().map(|(weight, value, times)| (weight * times, *value)).collect();
            let plain: Vec<(f64, f64)> = parts.iter().map(|(weight, value, _)| (*weight, *value)).collect();
            let mean = weighted(&tried);
            prop_assert!(lowest(&mut plain.clone()) <= mean + 1e-12 && mean <= highest(&mut plain.clone()) + 1e-12);
        }

        #[test]
        fn a_geometric_mean_lies_between_the_lowest_part_and_the_mean(
            parts in proptest::collection::vec((0.01f64..10.0, 0.0f64..4.0), 1..9)
        ) {
            let least = parts.iter().map(|part| part.1).fold(f64::INFINITY, f64::min);
            prop_assert!(geometric(&parts) <= weighted(&parts) + 1e-12);
            prop_assert!(geometric(&parts) >= least - 1e-12 || geometric(&parts) == 0.0);
        }
    }

    #[test]
    fn two_equal_parts_move_by_an_eighth_of_their_distance() {
        // (1.25 × 4 + 0.75 × 0) ÷ 2 = 2.5, and the same turned round.
        let parts = [(1.0, 4.0), (1.0, 0.0)];
        assert_eq!((lowest(&mut parts.clone()), highest(&mut parts.clone())), (1.5, 2.5));
        assert_eq!(geometric(&parts), 0.0);
        // √(1 × 4) = 2.
        assert!((geometric(&[(1.0, 1.0), (1.0, 4.0)]) - 2.0).abs() < 1e-15);
    }
}
