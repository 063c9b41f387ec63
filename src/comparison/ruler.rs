//! How far apart the answers to one question can lie: its options as points on a line. No text.

use crate::questionnaire::Kind;
use crate::scores::Rubric;

/// The line on which the answers of one column lie.
///
/// A list of A different values is a line from 0 to A − 1 on which each option has its place by its value, so that evenly
/// spaced options stand at 0, 1, 2, … A number is a line from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ruler {
    /// The share of the scale that the lowest answer is worth, 0–1.
    pub lowest: f64,
    /// The share of the scale of one step of the line.
    pub step: f64,
    /// How many different answers there are; `None` for numbers, of which there is no end.
    pub points: Option<u32>,
}

impl Ruler {
    /// The line of a column; `None` for texts and boxes, which lie on no line, and for lists of one value.
    pub(super) fn of(rubric: &Rubric<'_>, column: usize) -> Option<Ruler> {
        let q = rubric.questionnaire();
        match q.question_of(column).kind {
            Kind::Text | Kind::Multiple { .. } => None,
            Kind::Number { .. } => Some(Ruler { lowest: 0.0, step: 1.0, points: None }),
            _ => Ruler::through(rubric.shares(column)),
        }
    }

    /// The line through some values; two options of the same value stand on the same point.
    fn through(shares: &[f64]) -> Option<Ruler> {
        let mut values = shares.to_vec();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let (lowest, highest) = (*values.first()?, *values.last()?);
        let points = values.len() as u32;
        (points > 1).then(|| Ruler { lowest, step: (highest - lowest) / f64::from(points - 1), points: Some(points) })
    }

    /// The place of a value, from 0.
    pub(super) fn place(self, share: f64) -> f64 {
        (share - self.lowest) / self.step
    }

    /// From which average deviation on answers lie far apart, in steps: A ÷ 6 (Burke and Dunlap 2002), and for a number,
    /// which takes the whole length of its line and not a point of it, 1 ÷ 6.
    pub fn cut_off(self) -> f64 {
        f64::from(self.points.unwrap_or(1)) / 6.0
    }

    /// The variance of answers given at random, each point or each number as often as any other: (A² − 1) ÷ 12, and for
    /// a number 1 ÷ 12.
    pub fn random_variance(self) -> f64 {
        self.points.map_or(1.0, |points| f64::from(points * points - 1)) / 12.0
    }
}

/// The average deviation of places around their mean, AD_M of Burke, Finkelstein and Dusig (1999): 0 where all are the
/// same. The places are sorted; `None` under two of them, because one person agrees with nobody.
pub fn average_deviation(places: &[f64]) -> Option<f64> {
    let mean = mean(places).filter(|_| places.len() > 1)?;
    Some(places.iter().map(|place| (place - mean).abs()).sum::<f64>() / places.len() as f64)
}

/// The within-group agreement r_wg of James, Demaree and Wolf (1984): 1 − variance ÷ `random_variance`, with n − 1 under
/// the variance. 1 where all are the same; below 0, which is more divided than by chance, it counts as 0. The places are
/// sorted; `None` under two of them.
pub fn within_group_agreement(places: &[f64], random_variance: f64) -> Option<f64> {
    let mean = mean(places).filter(|_| places.len() > 1)?;
    let squares: f64 = places.iter().map(|place| (place - mean) * (place - mean)).sum();
    Some((1.0 - squares / (places.len() - 1) as f64 / random_variance).max(0.0))
}

/// The mean of some places; `None` of none.
pub(super) fn mean(places: &[f64]) -> Option<f64> {
    (!places.is_empty()).then(|| places.iter().sum::<f64>() / places.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn five() -> Ruler {
        Ruler::through(&[0.0, 0.25, 0.5, 0.75, 1.0]).expect("a line")
    }

    #[test]
    fn options_of_a_list_stand_at_whole_steps_wherever_it_starts() {
        let from_one = Ruler::through(&[0.2, 0.4, 0.6, 0.8, 1.0]).expect("a line");
        for (index, share) in [0.2, 0.4, 0.6, 0.8, 1.0].into_iter().enumerate() {
            assert!((from_one.place(share) - index as f64).abs() < 1e-12);
        }
        assert_eq!(from_one.points, Some(5));
        // Two options of the same value are one point; the third stands at its value.
        let uneven = Ruler::through(&[0.0, 0.0, 0.1, 1.0]).expect("a line");
        assert_eq!((uneven.points, uneven.place(0.1)), (Some(3), 0.2));
        assert_eq!(Ruler::through(&[0.5, 0.5]), None);
        assert_eq!(Ruler::through(&[]), None);
    }

    #[test]
    fn the_cut_off_is_a_sixth_of_the_options_and_chance_has_their_variance() {
        assert_eq!((five().cut_off(), five().random_variance()), (5.0 / 6.0, 2.0));
        let number = Ruler { lowest: 0.0, step: 1.0, points: None };
        assert_eq!((number.cut_off(), number.random_variance()), (1.0 / 6.0, 1.0 / 12.0));
    }

    #[test]
    fn nobody_and_one_person_do_not_agree() {
        assert_eq!((average_deviation(&[]), within_group_agreement(&[], 2.0)), (None, None));
        assert_eq!((average_deviation(&[3.0]), within_group_agreement(&[3.0], 2.0)), (None, None));
    }

    #[test]
    fn all_alike_is_one_and_a_room_in_two_camps_is_none() {
        assert_eq!(average_deviation(&[3.0; 4]), Some(0.0));
        assert_eq!(within_group_agreement(&[3.0; 4], 2.0), Some(1.0));
        // 0, 0, 4, 4: variance 16 ÷ 3, so 1 − 2.67 = −1.67, which counts as 0.
        assert_eq!(average_deviation(&[0.0, 0.0, 4.0, 4.0]), Some(2.0));
        assert_eq!(within_group_agreement(&[0.0, 0.0, 4.0, 4.0], 2.0), Some(0.0));
        // Two people a step apart: half a step; variance 1/2, so 1 − 1/4.
        assert_eq!(average_deviation(&[1.0, 2.0]), Some(0.5));
        assert_eq!(within_group_agreement(&[1.0, 2.0], 2.0), Some(0.75));
        // 1, 2, 2, 3: mean 2, variance 2 ÷ 3, so 1 − 1/3.
        assert_eq!(average_deviation(&[1.0, 2.0, 2.0, 3.0]), Some(0.5));
        let r = within_group_agreement(&[1.0, 2.0, 2.0, 3.0], 2.0).expect("four people");
        assert!((r - 2.0 / 3.0).abs() < 1e-15);
    }
}
