//! How firm a score is: what it would be without any one of the respondents. Exact, and without chance: every respondent
//! is left out once.

use super::card::weighted_mean;
use super::combination::combine;
use super::lookup::compute;
use super::role_cells::{PartScores, RoleCells};
use super::rubric::Rubric;
use super::summary::mean;
use super::sums::{Addend, CellSums};
use super::tally::Tally;
use crate::responses::Row;

/// From the lowest to the highest score that is left when one respondent is left out; contains the score itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Range {
    /// Whether two ranges share a score, ends included.
    pub fn overlaps(self, other: Range) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    fn and(range: Option<Range>, score: Option<f64>) -> Option<Range> {
        match (range, score) {
            (Some(range), Some(score)) => Some(Range { low: range.low.min(score), high: range.high.max(score) }),
            (range, score) => range.or(score.map(|score| Range { low: score, high: score })),
        }
    }
}

/// The ranges of one group, on the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Firmness {
    /// That of the whole; `None` where it has no score.
    pub overall: Option<Range>,
    /// That of every dimension, in the order of the questionnaire.
    pub dimensions: Vec<Option<Range>>,
    /// How many respondents were left out in turn: all that there are.
    pub respondents: usize,
}

/// The ranges of a part of a group; `rows` are those of the group. `None` with fewer than two
/// respondents in these roles: without the only one there is nothing. What all of them agreed on together hangs on
/// nobody in particular.
pub fn firmness<'r>(
    rubric: &Rubric<'_>,
    tally: &Tally,
    group: usize,
    counted: RoleCells<'_>,
    rows: impl Iterator<Item = Row<'r>>,
) -> Option<Firmness> {
    let rest = Rest::new(rubric, tally, group, counted);
    let mut firmness = Firmness { overall: None, dimensions: Vec::new(), respondents: 0 };
    let mut scores = PartScores::default();
    let take = |scores: &PartScores, firmness: &mut Firmness| {
        firmness.overall = Range::and(firmness.overall, scores.overall);
        firmness.dimensions.resize(scores.dimensions.len(), None);
        for (range, score) in firmness.dimensions.iter_mut().zip(&scores.dimensions) {
            *range = Range::and(*range, *score);
        }
    };
    rest.scores(None, &mut scores);
    let whole = scores.clone();
    take(&whole, &mut firmness);
    let (mut asked, mut addends) = (Vec::new(), Vec::new());
    for row in rows {
        let role = usize::from(row.head.role);
        let Some(place) = rest.people.iter().position(|&known| known == role) else { continue };
        rubric.asked(row, &mut asked);
        addends.clear();
        addends.extend(rest.items.iter().map(|items| compute(rubric, items, row, &asked)));
        rest.scores(Some((place, &addends)), &mut scores);
        take(&scores, &mut firmness);
        firmness.respondents += 1;
    }
    // What has no score has no range, even where leaving someone out would give it one.
    firmness.overall = firmness.overall.filter(|_| whole.overall.is_some());
    for (range, score) in firmness.dimensions.iter_mut().zip(&whole.dimensions) {
        *range = range.filter(|_| score.is_some());
    }
    let decided_together = rest.decided_together();
    (firmness.respondents >= 2 || decided_together).then_some(firmness)
}

/// The sums that one respondent is taken out of.
struct Rest<'a, 'q> {
    rubric: &'a Rubric<'q>,
    /// The roles of people who answered.
    people: Vec<usize>,
    /// Per cell, the sums of each of these roles.
    sums: Vec<Vec<CellSums>>,
    /// Per cell, what was answered together, 0–1, where that decides.
    together: Vec<Option<f64>>,
    /// Per cell, its items.
    items: Vec<Vec<usize>>,
}

impl<'a, 'q> Rest<'a, 'q> {
    fn new(rubric: &'a Rubric<'q>, tally: &Tally, group: usize, counted: RoleCells<'_>) -> Rest<'a, 'q> {
        let (q, roles) = (rubric.questionnaire, counted.roles);
        let answered = |role: &usize| *role < tally.roles() && tally.has_answered(group, *role);
        let people: Vec<usize> = roles.iter().copied().filter(answered).collect();
        let consensus = roles.contains(&tally.consensus());
        let cells = 0..q.cells.len();
        // Where a role does not count it has no sums.
        let sums = |role: usize, cell: usize| match counted.counts(role, cell) {
            true => tally.sums(group, role, cell),
            false => CellSums::default(),
        };
        let together = |cell| mean(sums(tally.consensus(), cell)).filter(|_| consensus);
        let items = |cell: usize| (0..q.items.len()).filter(|&item| q.items[item].cell == cell).collect();
        Rest {
            rubric,
            sums: cells.clone().map(|cell| people.iter().map(|&role| sums(role, cell)).collect()).collect(),
            together: cells.clone().map(together).collect(),
            items: cells.map(items).collect(),
            people,
        }
    }

    /// Whether nothing of the score comes from individual answers.
    fn decided_together(&self) -> bool {
        let scored = |sums: &Vec<CellSums>| sums.iter().any(|sums| sums.scored > 0);
        let together = self.together.iter().any(Option::is_some);
        together && self.together.iter().zip(&self.sums).all(|(together, sums)| together.is_some() || !scored(sums))
    }

    /// The scores without the respondent who stands in one of the roles and added this to every cell.
    fn scores(&self, without: Option<(usize, &[Addend])>, into: &mut PartScores) {
        let q = self.rubric.questionnaire;
        let cell = |cell: usize| {
            let people = self.people.iter().zip(&self.sums[cell]).enumerate().map(|(place, (&role, &sums))| {
                // From no sums there is nothing to take.
                let gone = without.filter(|(out, _)| *out == place && sums.scored > 0);
                let gone = gone.and_then(|(_, addends)| addends[cell].value());
                let left = match gone {
                    Some(value) => CellSums { value: sums.value - value, scored: sums.scored - 1 },
                    None => sums,
                };
                (Tally::role_weight(q, role, left.scored), mean(left))
            });
            self.together[cell].or_else(|| weighted_mean(people))
        };
        let cells: Vec<Option<f64>> = (0..q.cells.len()).map(cell).collect();
        let max = q.scale.max;
        into.overall = combine(self.rubric, &cells, &mut into.dimensions).map(|value| value * max);
        into.dimensions.iter_mut().for_each(|value| *value = value.map(|value| value * max));
    }
}
