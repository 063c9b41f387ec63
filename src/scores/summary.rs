//! The scores of one group without what only a report needs: the whole, the dimensions, how much was answered. Made for
//! many groups in a row, so its room is used again.

use super::card::{stage_at, weighted_mean};
use super::cell::UNIT;
use super::outcome::Coverage;
use super::rubric::Rubric;
use super::sums::{CellSums, Part, RoleRow};
use super::tally::Tally;

/// The scores of one group, on the scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// The whole.
    pub overall: Option<f64>,
    /// The whole with every respondent weighing the same.
    pub pooled: Option<f64>,
    /// Index of the stage, where the coverage suffices to name one.
    pub stage: Option<usize>,
    /// How much was answered.
    pub coverage: Coverage,
    /// Every dimension, in the order of the questionnaire.
    pub dimensions: Vec<Option<f64>>,
    /// How much was answered in each.
    pub coverages: Vec<Coverage>,
    /// Respondents.
    pub respondents: u32,
    /// How much was answered in each cell.
    pub(super) cell_coverages: Vec<Coverage>,
}

/// The cells of one group, 0–1.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// As the council's.
    pub(super) values: Vec<Option<f64>>,
    /// With every respondent weighing the same.
    pooled: Vec<Option<f64>>,
    /// The sums over all respondents.
    sums: Vec<CellSums>,
    /// The sums over the roles, and those of their weights.
    means: Vec<(f64, f64)>,
}

/// The scores of every group of a part, worked out together: the whole, the whole with every respondent weighing the
/// same, and the dimensions; no number where there is no score.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    /// Scores of one group.
    length: usize,
    all: Vec<f64>,
    cells: Cells,
    summary: Summary,
}

impl Scores {
    /// Of all groups of a part, by all who answered.
    pub(super) fn of(rubric: &Rubric<'_>, part: &Part, roles: &[usize]) -> Scores {
        let mut scores = Scores::new(rubric);
        scores.all.reserve(scores.length * part.groups());
        (0..part.groups()).for_each(|group| scores.push(rubric, part, group, roles));
        scores
    }

    /// Of no group yet.
    pub(super) fn new(rubric: &Rubric<'_>) -> Scores {
        Scores { length: 2 + rubric.questionnaire.dimensions.len(), ..Scores::default() }
    }

    /// Adds those of a group of a part.
    pub(super) fn push(&mut self, rubric: &Rubric<'_>, part: &Part, group: usize, roles: &[usize]) {
        let Scores { all, cells, summary: into, .. } = self;
        cells.of(rubric, part, group, roles);
        cells.combine(rubric, into);
        let scores = [into.overall, into.pooled].into_iter().chain(into.dimensions.iter().copied());
        all.extend(scores.map(|score| score.unwrap_or(f64::NAN)));
    }

    /// Something of the scores of a group.
    pub(super) fn glance(&self, group: usize) -> u64 {
        let scores = self.of_group(group);
        scores.first().zip(scores.last()).map_or(0, |(first, last)| first.to_bits() ^ last.to_bits())
    }

    /// The whole.
    pub(super) fn overall(&self, group: usize) -> Option<f64> {
        self.of_group(group).first().copied().and_then(known)
    }

    fn of_group(&self, group: usize) -> &[f64] {
        self.all.get(group * self.length..(group + 1) * self.length).unwrap_or_default()
    }
}

/// A score, or none where it is no number.
fn known(score: f64) -> Option<f64> {
    (!score.is_nan()).then_some(score)
}

impl Tally {
    /// The scores of a group by all who answered.
    pub fn summary(&self, rubric: &Rubric<'_>, group: usize, into: &mut Summary) {
        let (part, place) = self.place(group);
        let scores = part.scores().of_group(place);
        let mut scores = scores.iter().copied().map(known);
        into.overall = scores.next().flatten();
        into.pooled = scores.next().flatten();
        into.dimensions.clear();
        into.dimensions.extend(scores);
        into.dimensions.resize(rubric.questionnaire.dimensions.len(), None);
        self.covered(rubric, group, self.all_roles(), into);
        into.respondents = part.respondents_of_all(place);
    }

    /// Works out the scores of a group from some of its roles, in order; the cells are left in `cells`.
    pub(super) fn summarise(
        &self,
        rubric: &Rubric<'_>,
        group: usize,
        roles: &[usize],
        cells: &mut Cells,
        into: &mut Summary,
    ) {
        let (part, place) = self.place(group);
        cells.of(rubric, part, place, roles);
        cells.combine(rubric, into);
        self.covered(rubric, group, roles, into);
        let people = roles.iter().filter(|&&role| role < self.roles());
        into.respondents = people.map(|&role| self.respondents(group, role)).sum();
    }

    /// Works out how much was answered, and the stage that depends on it.
    fn covered(&self, rubric: &Rubric<'_>, group: usize, roles: &[usize], into: &mut Summary) {
        let q = rubric.questionnaire;
        let Summary { cell_coverages, coverages, .. } = into;
        self.cell_coverages(group, roles, cell_coverages);
        let sum = |cells: &[usize]| cells.iter().fold(Coverage::default(), |sum, &cell| sum.plus(cell_coverages[cell]));
        coverages.clear();
        coverages.extend(rubric.cells_of.iter().map(|cells| sum(cells)));
        into.coverage = cell_coverages.iter().fold(Coverage::default(), |sum, &cell| sum.plus(cell));
        let enough = into.coverage.share() >= q.scoring.stage_coverage;
        into.stage = into.overall.filter(|_| enough).and_then(|score| stage_at(q, score));
    }

    /// The overall score of a group by some of its roles, in order.
    pub fn overall_by(&self, rubric: &Rubric<'_>, group: usize, roles: &[usize]) -> Option<f64> {
        let (mut cells, (part, place)) = (Cells::default(), self.place(group));
        cells.of(rubric, part, place, roles);
        whole(rubric, &cells.values).map(|value| value * rubric.questionnaire.scale.max)
    }

    /// Mean of one role's respondents in a cell, 0–1.
    pub(super) fn role_cell(&self, group: usize, role: usize, cell: usize) -> Option<f64> {
        mean(self.sums(group, role, cell))
    }
}

impl Cells {
    /// Every cell of a group: what they answered together, where that has a score, else the mean of the role cells; and
    /// the mean over all respondents. A role that nobody answered as changes neither.
    fn of(&mut self, rubric: &Rubric<'_>, part: &Part, group: usize, roles: &[usize]) {
        let q = rubric.questionnaire;
        let Cells { values, pooled, sums: all, means } = self;
        all.clear();
        all.resize(q.cells.len(), CellSums::default());
        means.clear();
        means.resize(q.cells.len(), (0.0, 0.0));
        // Role by role, since the sums of a role lie together; a cell gets them in the order of the roles all the same.
        let of_role = |&role: &usize| -> Option<(usize, RoleRow<'_>)> { Some((role, part.row(group, role)?)) };
        for (role, row) in part.people(roles).iter().filter_map(of_role) {
            for (cell, ((sum, weights), all)) in means.iter_mut().zip(all.iter_mut()).enumerate() {
                let sums = row.cell(cell);
                if let Some(value) = mean(sums) {
                    let weight = Tally::role_weight(q, role, sums.scored);
                    *sum += weight * value;
                    *weights += weight;
                    all.value += sums.value;
                    all.scored += sums.scored;
                }
            }
        }
        values.clear();
        values.extend(means.iter().map(|&(sum, weights)| (weights > 0.0).then(|| sum / weights)));
        if let Some(row) = part.together(group, roles) {
            for (cell, value) in values.iter_mut().enumerate() {
                *value = mean(row.cell(cell)).or(*value);
            }
        }
        pooled.clear();
        pooled.extend(all.iter().map(|&sums| mean(sums)));
    }

    /// The whole and the dimensions.
    fn combine(&self, rubric: &Rubric<'_>, into: &mut Summary) {
        let max = rubric.questionnaire.scale.max;
        into.pooled = whole(rubric, &self.pooled).map(|value| value * max);
        into.overall = combine(rubric, &self.values, &mut into.dimensions).map(|value| value * max);
        into.dimensions.iter_mut().for_each(|value| *value = value.map(|value| value * max));
    }
}

pub(super) fn mean(sums: CellSums) -> Option<f64> {
    (sums.scored > 0).then(|| sums.value as f64 / f64::from(sums.scored) / UNIT)
}

/// The whole of some cells, as [`combine`] has it.
fn whole(rubric: &Rubric<'_>, cells: &[Option<f64>]) -> Option<f64> {
    let q = rubric.questionnaire;
    if !q.has_grid() {
        return combine(rubric, cells, &mut Vec::new());
    }
    weighted_mean(q.cells.iter().map(|cell| cell.weight).zip(cells.iter().copied()))
}

/// Combines cells into dimensions and the whole, which is returned. One axis: a leaf is its cell, a parent the mean of
/// its children present by their weights, the whole the mean of the top dimensions. Several axes: everything is the mean
/// by cell weight of the cells present.
pub(super) fn combine(rubric: &Rubric<'_>, cells: &[Option<f64>], dimensions: &mut Vec<Option<f64>>) -> Option<f64> {
    let q = rubric.questionnaire;
    dimensions.clear();
    if q.has_grid() {
        let weighted = |&cell: &usize| (q.cells[cell].weight, cells[cell]);
        dimensions.extend(rubric.cells_of.iter().map(|inside| weighted_mean(inside.iter().map(weighted))));
        return whole(rubric, cells);
    }
    dimensions.resize(q.dimensions.len(), None);
    // Parents stand before their children.
    for index in (0..q.dimensions.len()).rev() {
        let children = &q.dimensions[index].children;
        dimensions[index] = if children.is_empty() {
            rubric.cells_of[index].first().and_then(|&cell| cells[cell])
        } else {
            weighted_mean(children.iter().map(|&child| (q.dimensions[child].weight, dimensions[child])))
        };
    }
    weighted_mean(q.axes[0].top.iter().map(|&index| (q.dimensions[index].weight, dimensions[index])))
}
