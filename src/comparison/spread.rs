//! How scores lie in a group of councils: median and middle half.

use super::audience::Withheld;
use super::batch::Batch;
use crate::scores::ScoreCard;

/// Which figure of a score card is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The whole.
    Overall,
    /// A dimension, by index.
    Dimension(usize),
    /// A cell, by index.
    Cell(usize),
}

impl Measure {
    /// The score of this figure on a card.
    pub fn of(self, card: &ScoreCard) -> Option<f64> {
        let figure = match self {
            Measure::Overall => &card.overall,
            Measure::Dimension(index) => &card.dimensions[index],
            Measure::Cell(index) => &card.cells[index],
        };
        figure.outcome.score()
    }
}

/// How the scores of several councils lie. Quantiles by linear interpolation between order statistics: type 7 of
/// Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many councils.
    pub councils: usize,
    /// A quarter of them lies at or under this.
    pub lower_quartile: f64,
    /// Half of them lies at or under this.
    pub median: f64,
    /// Three quarters of them lie at or under this.
    pub upper_quartile: f64,
}

impl Spread {
    /// The spread of some scores; `None` when there are none.
    pub fn of(mut scores: Vec<f64>) -> Option<Spread> {
        scores.sort_by(f64::total_cmp);
        Some(Spread {
            councils: scores.len(),
            lower_quartile: quantile(&scores, 0.25)?,
            median: quantile(&scores, 0.5)?,
            upper_quartile: quantile(&scores, 0.75)?,
        })
    }
}

/// The quantile of type 7 of sorted values; `share` is 0–1. `None` when there are no values.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (place - below as f64) * (sorted[above] - sorted[below]))
}

/// An end of a field of councils, as far as a quarter of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// The highest scores.
    Highest,
    /// The lowest.
    Lowest,
}

impl Quarter {
    /// That of a score that so many of `all` councils reach, and so many do not exceed, itself among both. Who scores the
    /// same is in it together: where they are more than a quarter with those beyond them, none of them is.
    pub(super) fn of(at_or_above: usize, at_or_below: usize, all: usize) -> Option<Quarter> {
        match () {
            () if 4 * at_or_above <= all => Some(Quarter::Highest),
            () if 4 * at_or_below <= all => Some(Quarter::Lowest),
            () => None,
        }
    }
}

impl Batch<'_> {
    /// One figure of a group. Its score card would take many times as long, and many groups are asked for theirs.
    pub fn score(&self, group: usize, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Overall => self.overall(group),
            Measure::Dimension(index) => self.tally().dimension(group, index),
            Measure::Cell(_) => measure.of(self.card(group)),
        }
    }

    /// How many of some groups lie from the lower to the upper quartile of their spread, those on them among them: more than
    /// half where many score the same.
    pub fn between_quartiles(&self, groups: &[usize], measure: Measure, spread: &Spread) -> usize {
        let comparable = |score: f64| self.rubric().questionnaire().scoring.comparable(score);
        let inside = comparable(spread.lower_quartile)..=comparable(spread.upper_quartile);
        let scores = groups.iter().filter_map(|&group| self.score(group, measure));
        scores.filter(|&score| inside.contains(&comparable(score))).count()
    }

    /// The spread of one measure over some groups.
    ///
    /// # Errors
    /// [`Withheld`] when too few councils have a score to be shown together.
    pub fn spread(&self, groups: &[usize], measure: Measure) -> Result<Spread, Withheld> {
        let scores: Vec<f64> = groups.iter().filter_map(|&group| self.score(group, measure)).collect();
        self.councils_shown(scores.len())?;
        let minimum = self.rubric().questionnaire().scoring.minimum_group.councils;
        Spread::of(scores).ok_or(Withheld::FewCouncils { minimum, found: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_type_seven() {
        // R: quantile(c(1.2, 1.8, 2.1, 2.6), c(.25, .5, .75)) gives 1.65, 1.95, 2.225.
        let spread = Spread::of(vec![2.6, 1.2, 2.1, 1.8]).expect("four scores");
        assert!((spread.lower_quartile - 1.65).abs() < 1e-12);
        assert!((spread.median - 1.95).abs() < 1e-12);
        assert!((spread.upper_quartile - 2.225).abs() < 1e-12);
        assert_eq!(Spread::of(Vec::new()), None);
    }

    #[test]
    fn a_quarter_holds_all_that_score_the_same_or_none_of_them() {
        // Of 12, three are a quarter: the third from the top, alone or in a tie of three, and not one of four.
        assert_eq!(Quarter::of(3, 10, 12), Some(Quarter::Highest));
        assert_eq!(Quarter::of(3, 12, 12), Some(Quarter::Highest));
        assert_eq!(Quarter::of(4, 12, 12), None);
        assert_eq!(Quarter::of(12, 3, 12), Some(Quarter::Lowest));
        assert_eq!(Quarter::of(12, 6, 12), None);
        // Of 10, two are: three would be more than a quarter.
        assert_eq!((Quarter::of(2, 9, 10), Quarter::of(3, 8, 10)), (Some(Quarter::Highest), None));
    }
}
