//! From sums to a score card: role cells, council cells, dimensions, the whole.

use super::cell::UNIT;
use super::ladder;
use super::outcome::{Band, Coverage, Figure, Outcome, ScoreCard};
use super::rubric::Rubric;
use super::tally::Tally;
use crate::questionnaire::{Questionnaire, RoleWeights};

/// A number for every dimension and for the whole, absent where nothing is known.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Combined {
    pub(super) overall: Option<f64>,
    pub(super) dimensions: Vec<Option<f64>>,
}

/// Combines cells into dimensions and the whole. One axis: a leaf is its cell, a parent the mean of its children present
/// by their weights, the whole the mean of the top dimensions. Several axes: everything is the mean by cell weight of
/// the cells present.
pub(super) fn combine(q: &Questionnaire, cells: &[Option<f64>]) -> Combined {
    if q.has_grid() {
        let all = (0..cells.len()).map(|cell| (q.cells[cell].weight, cells[cell]));
        let dimension = |index: usize| {
            let inside = (0..cells.len()).filter(|&cell| q.cells[cell].at.iter().any(|&leaf| q.is_within(leaf, index)));
            weighted_mean(inside.map(|cell| (q.cells[cell].weight, cells[cell])))
        };
        return Combined { overall: weighted_mean(all), dimensions: (0..q.dimensions.len()).map(dimension).collect() };
    }
    let mut dimensions = vec![None; q.dimensions.len()];
    // Parents stand before their children.
    for index in (0..q.dimensions.len()).rev() {
        let children = &q.dimensions[index].children;
        dimensions[index] = if children.is_empty() {
            q.cells.iter().position(|cell| cell.at == [index]).and_then(|cell| cells[cell])
        } else {
            weighted_mean(children.iter().map(|&child| (q.dimensions[child].weight, dimensions[child])))
        };
    }
    let top = q.axes[0].top.iter().map(|&index| (q.dimensions[index].weight, dimensions[index]));
    Combined { overall: weighted_mean(top), dimensions }
}

/// The mean of the numbers present by their weights.
pub(super) fn weighted_mean(parts: impl Iterator<Item = (f64, Option<f64>)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, value) in parts {
        if let Some(value) = value {
            sum += weight * value;
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}

/// Which roles a card is made of: one flag per role, the last for respondents without one.
pub type RoleFilter<'a> = &'a dyn Fn(usize) -> bool;

/// Every role.
pub fn all_roles(_role: usize) -> bool {
    true
}

impl Tally {
    /// The score card of a group, from the roles that `filter` lets through.
    pub fn card(&self, rubric: &Rubric<'_>, group: usize, filter: RoleFilter<'_>) -> ScoreCard {
        let q = rubric.questionnaire;
        let roles: Vec<usize> = (0..self.roles).filter(|&role| filter(role)).collect();
        let cells = 0..q.cells.len();
        let values: Vec<Option<f64>> = cells.clone().map(|cell| self.council_cell(q, group, &roles, cell)).collect();
        let pooled: Vec<Option<f64>> = cells.clone().map(|cell| self.pooled_cell(group, &roles, cell)).collect();
        let coverage: Vec<Coverage> = cells.clone().map(|cell| self.coverage(group, &roles, cell)).collect();
        let bands: Vec<Option<(f64, f64)>> = cells.clone().map(|cell| self.band_cell(q, group, &roles, cell)).collect();
        let lows: Vec<Option<f64>> = bands.iter().map(|band| band.map(|(low, _)| low)).collect();
        let highs: Vec<Option<f64>> = bands.iter().map(|band| band.map(|(_, high)| high)).collect();
        let (score, low, high) = (combine(q, &values), combine(q, &lows), combine(q, &highs));
        let inside = |dimension: usize| {
            (0..q.cells.len()).filter(move |&cell| q.cells[cell].at.iter().any(|&leaf| q.is_within(leaf, dimension)))
        };
        let figure = |value: Option<f64>, low: Option<f64>, high: Option<f64>, cells: &[usize]| {
            let total = cells.iter().fold(Coverage::default(), |sum, &cell| sum.plus(coverage[cell]));
            let step = ladder::step(self, rubric, group, &roles, cells);
            figure(q, value, low.zip(high), total, step)
        };
        let dimensions = (0..q.dimensions.len()).map(|index| {
            let cells: Vec<usize> = inside(index).collect();
            figure(score.dimensions[index], low.dimensions[index], high.dimensions[index], &cells)
        });
        let all: Vec<usize> = cells.clone().collect();
        let overall = figure(score.overall, low.overall, high.overall, &all);
        let pooled = combine(q, &pooled).overall.map(|value| value * q.scale.max);
        ScoreCard {
            group,
            respondents: (0..self.roles)
                .map(|role| if filter(role) { self.respondents(group, role) } else { 0 })
                .collect(),
            overall,
            pooled: Outcome::new(pooled, overall.coverage),
            dimensions: dimensions.collect(),
            cells: all.iter().map(|&cell| figure(values[cell], lows[cell], highs[cell], &[cell])).collect(),
        }
    }

    /// The overall score of [`Tally::card`], to the bit, without the rest.
    pub fn overall(&self, rubric: &Rubric<'_>, group: usize, filter: RoleFilter<'_>) -> Option<f64> {
        let q = rubric.questionnaire;
        let roles: Vec<usize> = (0..self.roles).filter(|&role| filter(role)).collect();
        let cells = (0..q.cells.len()).map(|cell| self.council_cell(q, group, &roles, cell));
        let whole = if q.has_grid() {
            weighted_mean(q.cells.iter().map(|cell| cell.weight).zip(cells))
        } else {
            combine(q, &cells.collect::<Vec<_>>()).overall
        };
        whole.map(|value| value * q.scale.max)
    }

    /// Weight of a role in a cell where `respondents` of it have a score.
    pub fn role_weight(q: &Questionnaire, role: usize, respondents: u32) -> f64 {
        match &q.scoring.roles {
            RoleWeights::Equal => 1.0,
            RoleWeights::Pooled => f64::from(respondents),
            RoleWeights::Weighted(weights) => weights.get(role).copied().unwrap_or(1.0),
        }
    }

    /// Mean of one role's respondents in a cell, 0–1.
    pub(super) fn role_cell(&self, group: usize, role: usize, cell: usize) -> Option<f64> {
        let sums = self.sums(group, role, cell);
        (sums.scored > 0).then(|| sums.value as f64 / f64::from(sums.scored) / UNIT)
    }

    fn council_cell(&self, q: &Questionnaire, group: usize, roles: &[usize], cell: usize) -> Option<f64> {
        weighted_mean(roles.iter().map(|&role| {
            let weight = Tally::role_weight(q, role, self.sums(group, role, cell).scored);
            (weight, self.role_cell(group, role, cell))
        }))
    }

    fn pooled_cell(&self, group: usize, roles: &[usize], cell: usize) -> Option<f64> {
        let sums = || roles.iter().map(|&role| self.sums(group, role, cell));
        let respondents: u32 = sums().map(|sums| sums.scored).sum();
        let value: u64 = sums().map(|sums| sums.value).sum();
        (respondents > 0).then(|| value as f64 / f64::from(respondents) / UNIT)
    }

    fn coverage(&self, group: usize, roles: &[usize], cell: usize) -> Coverage {
        let sums = roles.iter().map(|&role| self.sums(group, role, cell).coverage());
        sums.fold(Coverage::default(), Coverage::plus)
    }

    fn band_cell(&self, q: &Questionnaire, group: usize, roles: &[usize], cell: usize) -> Option<(f64, f64)> {
        let mean = |pick: fn(&super::tally::BandSums) -> u64| {
            weighted_mean(roles.iter().filter_map(|&role| {
                let sums = self.band_sums(group, role, cell)?;
                let respondents = sums.respondents;
                let value = (respondents > 0).then(|| pick(sums) as f64 / f64::from(respondents) / UNIT);
                Some((Tally::role_weight(q, role, respondents), value))
            }))
        };
        mean(|sums| sums.low).zip(mean(|sums| sums.high))
    }
}

/// A figure from values in 0–1.
fn figure(
    q: &Questionnaire,
    value: Option<f64>,
    band: Option<(f64, f64)>,
    coverage: Coverage,
    step: Option<super::Step>,
) -> Figure {
    let max = q.scale.max;
    let score = value.map(|value| value * max);
    let band = band.map(|(low, high)| Band {
        low: score.unwrap_or(f64::INFINITY).min(low * max),
        high: score.unwrap_or(f64::NEG_INFINITY).max(high * max),
    });
    let enough = coverage.share() >= q.scoring.stage_coverage;
    let stage = score.filter(|_| enough).and_then(|score| stage_at(q, score));
    Figure { outcome: Outcome::new(score, coverage), coverage, stage, band, step }
}

/// Index of the highest stage that starts at or under a score, both rounded to the decimals that count.
pub fn stage_at(q: &Questionnaire, score: f64) -> Option<usize> {
    let comparable = q.scoring.comparable(score);
    q.scale.stages.iter().rposition(|stage| q.scoring.comparable(stage.from) <= comparable)
}
