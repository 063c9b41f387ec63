//! Circles: councils that are peers of each other, and what was worked out of all of them. Each is made when it is first
//! asked for, so that the reports of many councils need not each go through all of them.

use std::sync::{Mutex, OnceLock, PoisonError};

use hashbrown::HashMap;

use super::audience::Withheld;
use super::batch::Batch;
use super::spread::{Measure, Spread};
use super::standing::PeerKey;
use crate::sorting;

/// Councils of one wave that are peers of each other.
#[derive(Debug, Default)]
pub(super) struct Circle {
    /// Those with a score, in the order of the registry.
    groups: Vec<usize>,
    /// Their scores as they are compared, the lowest first.
    scores: Vec<i64>,
    /// How each measure lies among them, as far as it was asked for.
    spreads: Mutex<HashMap<Measure, Result<Spread, Withheld>>>,
}

/// The circles of a batch, by the class that peers share: first those of no class, then those of each column.
#[derive(Debug, Default)]
pub(super) struct Circles {
    columns: OnceLock<Vec<OnceLock<HashMap<PeerKey, Circle>>>>,
}

impl Circle {
    /// That of councils with their scores, in the order of the registry.
    pub(super) fn of(scored: &[(i64, u32)]) -> Circle {
        let mut scores: Vec<i64> = scored.iter().map(|&(score, _)| score).collect();
        sorting::sort(&mut scores);
        let groups = scored.iter().map(|&(_, group)| group as usize).collect();
        Circle { groups, scores, spreads: Mutex::default() }
    }

    /// Those with a score, in the order of the registry.
    pub(super) fn groups(&self) -> &[usize] {
        &self.groups
    }

    /// How many score less, and how many the same.
    pub(super) fn below_and_equal(&self, score: i64) -> (usize, usize) {
        let below = self.scores.partition_point(|&other| other < score);
        let up_to = self.scores.partition_point(|&other| other <= score);
        (below, up_to - below)
    }
}

impl Batch<'_> {
    /// The circle that a group is in, whether it has a score itself or not; `None` where a class is asked for that it does
    /// not have.
    pub(super) fn circle(&self, group: usize, within: Option<usize>) -> Option<&Circle> {
        let columns = || (0..=self.responses().registry.all_class_columns()).map(|_| OnceLock::new()).collect();
        let columns = self.circles().columns.get_or_init(columns);
        let circles = columns.get(within.map_or(0, |column| column + 1))?;
        circles.get_or_init(|| self.circles_within(within)).get(&self.peer_key(group, within)?)
    }

    /// The spread of one measure over a circle, worked out once.
    pub(super) fn spread_of(&self, circle: &Circle, measure: Measure) -> Result<Spread, Withheld> {
        let mut known = circle.spreads.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(measure).or_insert_with(|| self.spread(&circle.groups, measure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::tests::with;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\n\
        scale: {max: 4}\naxes: [{id: a, title: A, dimensions: [{id: d, title: D}, {id: e, title: E}]}]\nquestions:\n\
        \x20 - {id: v1, at: {a: d}, ask: Q, type: rating, from: 0, to: 4}\n\
        \x20 - {id: v2, at: {a: e}, ask: Q, type: rating, from: 0, to: 4}\n";

    /// Five large councils, a small one, a large one without a score, and one of which no size is known.
    const TABLE: &str = "council,size,v1,v2\na,large,0,4\nb,large,1,4\nc,large,2,2\nd,large,3,1\ne,large,4,0\n\
        f,small,4,4\ng,large,?,?\nh,,2,2\n";

    #[test]
    fn peers_are_worked_out_once_for_all_of_them() {
        with(QUESTIONNAIRE, TABLE, |batch| {
            let of = |group: usize| batch.widened(group, Some(0)).groups();
            assert_eq!(of(0), [0, 1, 2, 3, 4]);
            // Who has no score itself is beside the same peers; who has no class is beside nobody.
            assert!([1, 4, 6].iter().all(|&group| std::ptr::eq(of(group), of(0))));
            assert_eq!((of(5), of(7)), ([5].as_slice(), [].as_slice()));
        });
    }

    #[test]
    fn the_spread_among_peers_is_that_of_their_scores_however_often_it_is_asked_for() {
        with(QUESTIONNAIRE, TABLE, |batch| {
            let large = batch.widened(2, Some(0));
            // By hand: 0, 1, 2, 3, 4 and 0, 1, 2, 4, 4.
            let (d, e) = (batch.spread_among(&large, Measure::Dimension(0)), Measure::Dimension(1));
            let quartiles = |spread: Result<Spread, Withheld>| {
                spread.map(|spread| (spread.lower_quartile, spread.median, spread.upper_quartile))
            };
            assert_eq!(quartiles(d), Ok((1.0, 2.0, 3.0)));
            assert_eq!(quartiles(batch.spread_among(&large, e)), Ok((1.0, 2.0, 4.0)));
            assert_eq!(batch.spread_among(&large, e), batch.spread_among(&batch.widened(4, Some(0)), e));
            let few = |found: u32| Err(Withheld::FewCouncils { minimum: 5, found });
            assert_eq!(batch.spread_among(&batch.widened(5, Some(0)), e), few(1));
            assert_eq!(batch.spread_among(&batch.widened(7, Some(0)), e), few(0));
        });
    }

    #[test]
    fn a_score_by_itself_is_the_one_on_the_card() {
        with(QUESTIONNAIRE, TABLE, |batch| {
            let measures = [Measure::Overall, Measure::Dimension(0), Measure::Dimension(1), Measure::Cell(0)];
            for (group, measure) in (0..batch.groups()).flat_map(|group| measures.map(|measure| (group, measure))) {
                assert_eq!(batch.score(group, measure), measure.of(batch.card(group)), "{group} {measure:?}");
            }
        });
    }
}
