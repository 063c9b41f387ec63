//! The scores of one group without what only a report needs: the whole, the dimensions, how much was answered. Made for
//! many groups in a row, so its room is used again.

use super::card::{stage_at, weighted_mean};
use super::cell::UNIT;
use super::outcome::Coverage;
use super::rubric::Rubric;
use super::sums::CellSums;
use super::tally::{Tally, Voices};

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
    /// The cells, 0–1: as the council's, and with every respondent weighing the same.
    pub(super) cells: Vec<Option<f64>>,
    pooled_cells: Vec<Option<f64>>,
    /// The sums over all respondents of every cell.
    sums: Vec<CellSums>,
    pub(super) cell_coverages: Vec<Coverage>,
}

impl Tally {
    /// Works out the scores of a group from some of its roles, in order.
    pub fn summarise(&self, rubric: &Rubric<'_>, group: usize, roles: &[usize], into: &mut Summary) {
        let q = rubric.questionnaire;
        self.cells(rubric, group, roles, into);
        let max = q.scale.max;
        let Summary { cells, pooled_cells, cell_coverages, dimensions, coverages, .. } = into;
        into.pooled = whole(rubric, pooled_cells).map(|value| value * max);
        into.overall = combine(rubric, cells, dimensions).map(|value| value * max);
        dimensions.iter_mut().for_each(|value| *value = value.map(|value| value * max));
        let sum = |cells: &[usize]| cells.iter().fold(Coverage::default(), |sum, &cell| sum.plus(cell_coverages[cell]));
        coverages.clear();
        coverages.extend(rubric.cells_of.iter().map(|cells| sum(cells)));
        into.coverage = cell_coverages.iter().fold(Coverage::default(), |sum, &cell| sum.plus(cell));
        let enough = into.coverage.share() >= q.scoring.stage_coverage;
        into.stage = into.overall.filter(|_| enough).and_then(|score| stage_at(q, score));
        let people = roles.iter().filter(|&&role| role < self.roles());
        into.respondents = people.map(|&role| self.respondents(group, role)).sum();
    }

    /// The overall score of a group, to the bit that of [`Tally::summarise`].
    pub fn overall(&self, rubric: &Rubric<'_>, group: usize, roles: &[usize]) -> Option<f64> {
        let (mut cells, mut all) = (Vec::new(), Vec::new());
        council_cells(rubric, &self.voices(group, roles), &mut cells, &mut all);
        whole(rubric, &cells).map(|value| value * rubric.questionnaire.scale.max)
    }

    fn cells(&self, rubric: &Rubric<'_>, group: usize, roles: &[usize], into: &mut Summary) {
        let voices = self.voices(group, roles);
        council_cells(rubric, &voices, &mut into.cells, &mut into.sums);
        into.pooled_cells.clear();
        into.pooled_cells.extend(into.sums.iter().map(|&sums| mean(sums)));
        into.cell_coverages.clear();
        into.cell_coverages.extend((0..into.cells.len()).map(|cell| self.coverage(group, roles, cell)));
    }

    /// Mean of one role's respondents in a cell, 0–1.
    pub(super) fn role_cell(&self, group: usize, role: usize, cell: usize) -> Option<f64> {
        mean(self.sums(group, role, cell))
    }
}

/// Every cell: what they answered together, where that has a score, else the mean of the role cells, 0–1; and the sums
/// over all respondents. A role that nobody answered as changes neither.
fn council_cells(rubric: &Rubric<'_>, voices: &Voices<'_>, values: &mut Vec<Option<f64>>, all: &mut Vec<CellSums>) {
    let q = rubric.questionnaire;
    all.clear();
    all.resize(q.cells.len(), CellSums::default());
    // Role by role, since the sums of a role lie together; a cell gets them in the order of the roles all the same.
    let mut means = vec![(0.0, 0.0); q.cells.len()];
    for (role, row) in &voices.people {
        for (cell, ((sum, weights), all)) in means.iter_mut().zip(all.iter_mut()).enumerate() {
            let sums = row.cell(cell);
            if let Some(value) = mean(sums) {
                let weight = Tally::role_weight(q, *role, sums.scored);
                *sum += weight * value;
                *weights += weight;
                all.value += sums.value;
                all.scored += sums.scored;
            }
        }
    }
    values.clear();
    values.extend(means.into_iter().map(|(sum, weights)| (weights > 0.0).then(|| sum / weights)));
    if let Some(row) = voices.consensus {
        for (cell, value) in values.iter_mut().enumerate() {
            *value = mean(row.cell(cell)).or(*value);
        }
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
