//! What lies at the ends of something scored: the one place that says what is the highest, the lowest, the largest. What
//! looks the same to the reader is not told apart, so all that share an end are in it.

use super::reader::Reader;
use crate::language::report::ends::{Kind, Sharing};

/// All that share an end, and between what their scores lie.
pub(super) struct End<T> {
    pub(super) who: Vec<T>,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// What lies highest and what lies lowest.
pub(super) struct Ends<T> {
    pub(super) highest: End<T>,
    pub(super) lowest: End<T>,
}

/// Two scores of something, which lie as far apart as they do.
pub(super) struct Gap<T> {
    pub(super) of: T,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Reader<'_> {
    /// The ends of what is scored; none where something would lie at both, for then nothing is the highest.
    pub(super) fn ends<T: Copy>(&self, scored: &[(T, f64)]) -> Option<Ends<T>> {
        let alike = |a: f64, b: f64| self.same(a, b) || self.looks_same(a, b);
        let (highest, lowest) = (end(alike, scored, f64::max)?, end(alike, scored, f64::min)?);
        let at_both = |one: &(T, f64)| alike(one.1, highest.high) && alike(one.1, lowest.low);
        (!scored.iter().any(at_both)).then_some(Ends { highest, lowest })
    }

    /// The largest of some changes as they are written, even if that is all of them; none where there are none. A
    /// change counts in full, however few decimals scores are compared at.
    pub(super) fn largest<T: Copy>(&self, changes: &[(T, f64)]) -> Vec<T> {
        let alike = |a: f64, b: f64| self.is_no_difference(a, b) || self.change(a) == self.change(b);
        end(alike, changes, f64::max).map_or_else(Vec::new, |end| end.who)
    }

    /// The widest of some gaps, even if that is all of them. Of a gap its two scores are written, so the reader takes one
    /// from the other: whatever looks at least as wide as the widest is in it.
    pub(super) fn widest<T: Copy>(&self, gaps: &[Gap<T>]) -> Vec<T> {
        let units = |score: f64| self.rounding().units(score);
        let looks = |gap: &Gap<T>| units(gap.high) - units(gap.low);
        let size = |gap: &Gap<T>| gap.high - gap.low;
        let widest = gaps.iter().map(size).fold(f64::NEG_INFINITY, f64::max);
        let all_as_wide = gaps.iter().filter(|gap| self.is_no_difference(size(gap), widest));
        let least = all_as_wide.map(looks).fold(f64::INFINITY, f64::min);
        gaps.iter().filter(|gap| looks(gap) >= least).map(|gap| gap.of).collect()
    }

    /// The words for those at an end.
    pub(super) fn sharing(&self, kind: Kind, names: &[String]) -> Sharing {
        Sharing::new(self.l, kind, names)
    }

    /// The score of an end.
    pub(super) fn at<T>(&self, end: &End<T>) -> String {
        self.range((end.low, end.high))
    }

    fn is_no_difference(&self, a: f64, b: f64) -> bool {
        self.q.scoring.is_within(a - b, 0.0)
    }
}

/// All that are like the last one of them in a direction.
fn end<T: Copy>(alike: impl Fn(f64, f64) -> bool, scored: &[(T, f64)], further: fn(f64, f64) -> f64) -> Option<End<T>> {
    let last = scored.iter().map(|one| one.1).reduce(further)?;
    let there = scored.iter().filter(|one| alike(one.1, last));
    let fold = |from: f64, to: fn(f64, f64) -> f64| there.clone().map(|one| one.1).fold(from, to);
    Some(End { low: fold(last, f64::min), high: fold(last, f64::max), who: there.clone().map(|one| one.0).collect() })
}
