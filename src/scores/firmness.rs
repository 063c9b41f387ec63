//! How firm a score is: what it would be without any one of the respondents, and whether anything would be left of it.
//! Exact, and without chance: every respondent is left out once.

use super::card::weighted_mean;
use super::combination::combine;
use super::lookup::compute;
use super::role_cells::{PartScores, RoleCells};
use super::rubric::Rubric;
use super::summary::mean;
use super::sums::{Addend, CellSums};
use super::tally::Tally;
use crate::questionnaire::Scoring;
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
    /// Whether two ranges share a score, ends included, as far as adding up lets that be told.
    pub fn overlaps(self, other: Range, scoring: &Scoring) -> bool {
        let nothing = scoring.nothing();
        self.low <= other.high + nothing && other.low <= self.high + nothing
    }

    fn with(self, score: f64) -> Range {
        Range { low: self.low.min(score), high: self.high.max(score) }
    }
}

/// What a score rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Footing {
    /// One respondent, without whom there would be none.
    One,
    /// Several: whoever is left out, it lies in here.
    Several(Range),
}

impl Footing {
    fn of(score: f64) -> Footing {
        Footing::Several(Range { low: score, high: score })
    }

    /// With what is left of the score when someone else is left out.
    fn with(self, rest: Option<f64>) -> Footing {
        match (self, rest) {
            (Footing::Several(range), Some(score)) => Footing::Several(range.with(score)),
            _ => Footing::One,
        }
    }

    /// The range; `None` where it rests on one.
    pub fn range(self) -> Option<Range> {
        match self {
            Footing::One => None,
            Footing::Several(range) => Some(range),
        }
    }
}

/// What the scores of one group rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct Firmness {
    /// That of the whole; `None` where it has no score.
    pub overall: Option<Footing>,
    /// That of every dimension, in the order of the questionnaire.
    pub dimensions: Vec<Option<Footing>>,
}

impl Firmness {
    /// The range of the whole, where it has one.
    pub fn overall_range(&self) -> Option<Range> {
        self.overall.and_then(Footing::range)
    }

    /// The range of a dimension, where it has one.
    pub fn range(&self, dimension: usize) -> Option<Range> {
        self.dimensions[dimension].and_then(Footing::range)
    }
}

/// What the scores of a part of a group rest on; `rows` are those of the group, in order. What all of them agreed on
/// together is left in: nobody in particular said it.
pub fn firmness<'r>(
    rubric: &Rubric<'_>,
    tally: &Tally,
    group: usize,
    counted: RoleCells<'_>,
    rows: impl Iterator<Item = Row<'r>>,
) -> Firmness {
    let rest = Rest::new(rubric, tally, group, counted);
    let mut scores = PartScores::default();
    rest.scores(None, &mut scores);
    let all = scores.dimensions.iter().map(|score| score.map(Footing::of));
    let mut firmness = Firmness { overall: scores.overall.map(Footing::of), dimensions: all.collect() };
    let (mut asked, mut addends) = (Vec::new(), Vec::new());
    for row in rows {
        let role = usize::from(row.head.role);
        let Some(place) = rest.people.iter().position(|&known| known == role) else { continue };
        rubric.asked(row, &mut asked);
        addends.clear();
        addends.extend(rest.items.iter().map(|items| compute(rubric, items, row, &asked)));
        rest.scores(Some((place, &addends)), &mut scores);
        // What has no score rests on nothing, even where leaving someone out would give it one.
        firmness.overall = firmness.overall.map(|footing| footing.with(scores.overall));
        for (footing, score) in firmness.dimensions.iter_mut().zip(&scores.dimensions) {
            *footing = footing.map(|footing| footing.with(*score));
        }
    }
    firmness
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
