//! The scores of one group without what only a report needs: the whole, the dimensions, how much was answered. Made for
//! many groups in a row, so its room is used again.

use std::ops::Range;

use super::card::stage_at;
use super::cell::UNIT;
use super::combination::Known;
use super::outcome::Coverage;
use super::pages::Pages;
use super::role_cells::{PartScores, RoleCells};
use super::rubric::Rubric;
use super::sums::{CellSums, Part, RoleRow};
use super::tally::Tally;
use crate::questionnaire::RoleWeights;

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

/// The cells of one group, 0–1, and what they make together.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// As the council's.
    values: Vec<Known>,
    /// With every respondent weighing the same.
    pooled: Vec<Known>,
    /// The sums over all respondents.
    sums: Vec<CellSums>,
    /// The sums over the respondents of a role, with how many they are, as numbers to reckon with.
    of_role: Vec<(f64, f64)>,
    /// The sums over the roles, and those of their weights.
    means: Vec<(f64, f64)>,
}

/// The scores of every group of a part, worked out together: the whole, the whole with every respondent weighing the
/// same, and the dimensions; no number where there is no score.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    all: Pages<f64>,
    /// The whole of every group as it is compared, or [`NOTHING`].
    compared: Vec<i64>,
    /// Where the stages begin, likewise.
    stages: Vec<i64>,
    /// Room for those of a group that is added.
    cells: Cells,
}

/// What stands for no score among those that are compared.
const NOTHING: i64 = i64::MIN;

impl Scores {
    /// Of all groups of a part, by all who answered.
    pub(super) fn of(rubric: &Rubric<'_>, part: &Part, roles: &[usize]) -> Scores {
        let (groups, cells) = (part.groups(), rubric.questionnaire.cells.len());
        let mut scores = Scores::new(rubric, groups);
        for group in 0..groups {
            if group.is_multiple_of(FETCHED) {
                fetch(part, group..groups.min(group + FETCHED), roles, cells);
            }
            scores.push(rubric, part, group, roles);
        }
        scores
    }

    /// Of no group yet, with room for so many.
    pub(super) fn new(rubric: &Rubric<'_>, groups: usize) -> Scores {
        let q = rubric.questionnaire;
        let stages = q.scale.stages.iter().map(|stage| q.scoring.comparable(stage.from)).collect();
        let (all, compared) = (Pages::new(2 + q.dimensions.len()), Vec::with_capacity(groups));
        Scores { all, compared, stages, cells: Cells::default() }
    }

    /// Adds those of a group of a part.
    pub(super) fn push(&mut self, rubric: &Rubric<'_>, part: &Part, group: usize, roles: &[usize]) {
        let Scores { all, compared, cells, .. } = self;
        cells.of(rubric, part, group, RoleCells::everywhere(roles));
        let overall = cells.overall(rubric);
        compared.push(overall.map_or(NOTHING, |score| rubric.questionnaire.scoring.comparable(score)));
        let scores = [overall, cells.pooled(rubric)].into_iter().chain(cells.dimensions(rubric));
        all.push();
        let room = all.row_mut(all.rows() - 1);
        room.iter_mut().zip(scores).for_each(|(room, score)| *room = score.unwrap_or(f64::NAN));
    }

    /// Something of the scores of a group.
    pub(super) fn glance(&self, group: usize) -> u64 {
        let scores = self.of_group(group);
        let ends = scores.first().zip(scores.last()).map_or(0, |(first, last)| first.to_bits() ^ last.to_bits());
        ends ^ self.compared.get(group).map_or(0, |score| score.cast_unsigned())
    }

    /// The whole.
    pub(super) fn overall(&self, group: usize) -> Option<f64> {
        self.of_group(group).first().copied().and_then(known)
    }

    /// The whole as a whole number of the smallest difference that counts.
    fn comparable(&self, group: usize) -> Option<i64> {
        self.compared.get(group).copied().filter(|&score| score != NOTHING)
    }

    /// Index of the highest stage that starts at or under the whole.
    fn stage(&self, group: usize) -> Option<usize> {
        let score = self.comparable(group)?;
        self.stages.iter().rposition(|&from| from <= score)
    }

    fn of_group(&self, group: usize) -> &[f64] {
        self.all.get(group).unwrap_or_default()
    }
}

/// Groups that are looked up at once.
const FETCHED: usize = 16;

/// Looks at the sums of groups that are about to be worked out, in so many cells: they stand in the order in which they
/// began, so memory is fetched for all of them at the same time.
fn fetch(part: &Part, groups: Range<usize>, roles: &[usize], cells: usize) {
    let rows = groups.flat_map(|group| part.people(roles).iter().filter_map(move |&role| part.row(group, role)));
    let some = |row: RoleRow<'_>| [0, cells / 2, cells.saturating_sub(1)].map(|cell| row.cell(cell).value);
    std::hint::black_box(rows.flat_map(some).fold(0, u64::wrapping_add));
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
        let enough = self.covered(rubric, group, self.all_roles(), into);
        into.stage = part.scores().stage(place).filter(|_| enough);
        into.respondents = part.respondents_of_all(place);
    }

    /// The score of a dimension of a group by all who answered.
    pub fn dimension(&self, group: usize, dimension: usize) -> Option<f64> {
        let (part, place) = self.place(group);
        // The whole and the one that weighs all respondents the same stand before them.
        part.scores().of_group(place).get(2 + dimension).copied().and_then(known)
    }

    /// The whole of a group by all who answered, as a whole number of the smallest difference that counts.
    pub fn comparable(&self, group: usize) -> Option<i64> {
        let (part, place) = self.place(group);
        part.scores().comparable(place)
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
        cells.of(rubric, part, place, RoleCells::everywhere(roles));
        into.overall = cells.overall(rubric);
        into.pooled = cells.pooled(rubric);
        into.dimensions.clear();
        into.dimensions.extend(cells.dimensions(rubric));
        let enough = self.covered(rubric, group, roles, into);
        into.stage = into.overall.filter(|_| enough).and_then(|score| stage_at(rubric.questionnaire, score));
        let people = roles.iter().filter(|&&role| role < self.roles());
        into.respondents = people.map(|&role| self.respondents(group, role)).sum();
    }

    /// Works out how much was answered; returns whether that is enough to name a stage.
    fn covered(&self, rubric: &Rubric<'_>, group: usize, roles: &[usize], into: &mut Summary) -> bool {
        let Summary { cell_coverages, coverages, .. } = into;
        self.cell_coverages(group, roles, cell_coverages);
        let sum = |cells: &[usize]| cells.iter().fold(Coverage::default(), |sum, &cell| sum.plus(cell_coverages[cell]));
        coverages.clear();
        coverages.extend(rubric.cells_of.iter().map(|cells| sum(cells)));
        into.coverage = cell_coverages.iter().fold(Coverage::default(), |sum, &cell| sum.plus(cell));
        into.coverage.bears_a_stage(rubric.questionnaire)
    }

    /// The overall score of a part of a group.
    pub fn overall_by(&self, rubric: &Rubric<'_>, group: usize, counted: RoleCells<'_>) -> Option<f64> {
        let (mut cells, (part, place)) = (Cells::default(), self.place(group));
        cells.cells_of(rubric, part, place, counted);
        rubric.combination.fill_whole(&mut cells.values);
        cells.overall(rubric)
    }

    /// The overall score of a part of a group, and its dimensions.
    pub fn scores_by(&self, rubric: &Rubric<'_>, group: usize, counted: RoleCells<'_>) -> PartScores {
        let (mut cells, (part, place)) = (Cells::default(), self.place(group));
        cells.of(rubric, part, place, counted);
        PartScores { overall: cells.overall(rubric), dimensions: cells.dimensions(rubric).collect() }
    }

    /// Mean of one role's respondents in a cell, 0–1.
    pub(super) fn role_cell(&self, group: usize, role: usize, cell: usize) -> Option<f64> {
        mean(self.sums(group, role, cell))
    }
}

impl Cells {
    /// Every cell of a group, and what the cells make.
    fn of(&mut self, rubric: &Rubric<'_>, part: &Part, group: usize, counted: RoleCells<'_>) {
        self.cells_of(rubric, part, group, counted);
        let Cells { values, pooled, sums, .. } = self;
        pooled.clear();
        pooled.extend(sums.iter().map(|&sums| Known::from(mean(sums))));
        rubric.combination.fill(values);
        rubric.combination.fill_whole(pooled);
    }

    /// Every cell of a group: what they answered together, where that has a score, else the mean of the role cells; and
    /// the sums over all respondents. A role that nobody answered as changes neither.
    fn cells_of(&mut self, rubric: &Rubric<'_>, part: &Part, group: usize, counted: RoleCells<'_>) {
        let (q, roles) = (rubric.questionnaire, counted.roles);
        let Cells { values, sums: all, of_role, means, .. } = self;
        all.clear();
        all.resize(q.cells.len(), CellSums::default());
        of_role.resize(q.cells.len(), (0.0, 0.0));
        means.clear();
        means.resize(q.cells.len(), (0.0, 0.0));
        // Role by role, since the sums of a role lie together; a cell gets them in the order of the roles all the same.
        let of = |&role: &usize| -> Option<(usize, RoleRow<'_>)> { Some((role, part.row(group, role)?)) };
        for (role, row) in part.people(roles).iter().filter_map(of) {
            for (CellSums { value, scored }, (of_role, all)) in row.cells().zip(of_role.iter_mut().zip(all.iter_mut()))
            {
                // Far from 2⁶³, and numbers with a sign are converted in one step.
                *of_role = (value.cast_signed() as f64, f64::from(scored));
                all.value += value;
                all.scored += scored;
            }
            for cell in counted.without_of(role) {
                let CellSums { value, scored } = row.cell(cell);
                of_role[cell] = (0.0, 0.0);
                all[cell].value -= value;
                all[cell].scored -= scored;
            }
            // A role weighs as much in every cell where it has a score, or as much as its respondents there.
            let (alike, each) = match q.scoring.roles {
                RoleWeights::Pooled => (0.0, 1.0),
                RoleWeights::Equal | RoleWeights::Weighted(_) => (Tally::role_weight(q, role, 1), 0.0),
            };
            for ((sum, weights), &(value, scored)) in means.iter_mut().zip(of_role.iter()) {
                // Without a score both are 0, and so is what they add.
                let (there, divisor) = if scored > 0.0 { (1.0, scored) } else { (0.0, 1.0) };
                let weight = alike * there + each * scored;
                *sum += weight * (value / divisor / UNIT);
                *weights += weight;
            }
        }
        values.clear();
        // There is more to come.
        values.reserve(q.cells.len() + q.dimensions.len() + 1);
        values.extend(means.iter().map(|&(sum, weights)| Known::mean(sum, weights)));
        if let Some(row) = part.together(group, roles) {
            let counts = |cell: usize| roles.last().is_some_and(|&together| counted.counts(together, cell));
            for (cell, value) in values.iter_mut().enumerate().filter(|(cell, _)| counts(*cell)) {
                *value = mean(row.cell(cell)).map_or(*value, |mean| Some(mean).into());
            }
        }
    }

    /// A cell.
    pub(super) fn value(&self, cell: usize) -> Option<f64> {
        self.values[cell].get()
    }

    /// The whole, on the scale.
    fn overall(&self, rubric: &Rubric<'_>) -> Option<f64> {
        rubric.combination.whole(&self.values).map(|value| value * rubric.questionnaire.scale.max)
    }

    /// The same with every respondent weighing the same.
    fn pooled(&self, rubric: &Rubric<'_>) -> Option<f64> {
        rubric.combination.whole(&self.pooled).map(|value| value * rubric.questionnaire.scale.max)
    }

    /// The dimensions, on the scale.
    fn dimensions<'r>(&'r self, rubric: &'r Rubric<'_>) -> impl Iterator<Item = Option<f64>> + 'r {
        let max = rubric.questionnaire.scale.max;
        rubric.combination.dimensions(&self.values).iter().map(move |value| Some(value.get()? * max))
    }
}

pub(super) fn mean(sums: CellSums) -> Option<f64> {
    (sums.scored > 0).then(|| sums.value as f64 / f64::from(sums.scored) / UNIT)
}
