//! From sums to a score card: role cells, council cells, dimensions, the whole.

use super::cell::UNIT;
use super::combination::combine;
use super::ladder::Standings;
use super::outcome::{Band, Coverage, Figure, Outcome, ScoreCard};
use super::rubric::Rubric;
use super::summary::{Cells, Summary};
use super::tally::Tally;
use crate::questionnaire::{Questionnaire, RoleWeights};

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

/// Which roles a card is made of: one flag per role, then one for respondents without one, then one for the consensus.
pub type RoleFilter<'a> = &'a dyn Fn(usize) -> bool;

/// Every role, and the consensus.
pub fn all_roles(_role: usize) -> bool {
    true
}

impl Tally {
    /// The score card of a group, from the roles that `filter` lets through.
    pub fn card(&self, rubric: &Rubric<'_>, group: usize, filter: RoleFilter<'_>) -> ScoreCard {
        let q = rubric.questionnaire;
        let (mut cells, mut summary) = (Cells::default(), Summary::default());
        let roles: Vec<usize> = self.all_roles().iter().copied().filter(|&role| filter(role)).collect();
        self.summarise(rubric, group, &roles, &mut cells, &mut summary);
        let all: Vec<usize> = (0..q.cells.len()).collect();
        let bands: Vec<Option<(f64, f64)>> = all.iter().map(|&cell| self.band_cell(q, group, &roles, cell)).collect();
        let lows: Vec<Option<f64>> = bands.iter().map(|band| band.map(|(low, _)| low)).collect();
        let highs: Vec<Option<f64>> = bands.iter().map(|band| band.map(|(_, high)| high)).collect();
        let (mut low, mut high) = (Vec::new(), Vec::new());
        let ends = combine(rubric, &lows, &mut low).zip(combine(rubric, &highs, &mut high));
        let standings = Standings::of(self, rubric, group, &roles);
        let figure = |score: Option<f64>, band: Option<(f64, f64)>, coverage: Coverage, cells: &[usize]| {
            figure(q, score, band, coverage, standings.step(cells))
        };
        let dimensions = (0..q.dimensions.len()).map(|index| {
            let (score, coverage) = (summary.dimensions[index], summary.coverages[index]);
            figure(score, low[index].zip(high[index]), coverage, &rubric.cells_of[index])
        });
        let cell = |cell: usize| {
            let score = cells.value(cell).map(|value| value * q.scale.max);
            figure(score, bands[cell], summary.cell_coverages[cell], &[cell])
        };
        ScoreCard {
            group,
            respondents: (0..self.roles())
                .map(|role| if filter(role) { self.respondents(group, role) } else { 0 })
                .collect(),
            overall: figure(summary.overall, ends, summary.coverage, &all),
            pooled: Outcome::new(summary.pooled, summary.coverage),
            dimensions: dimensions.collect(),
            cells: all.iter().copied().map(cell).collect(),
        }
    }

    /// Weight of a role in a cell where `respondents` of it have a score.
    pub fn role_weight(q: &Questionnaire, role: usize, respondents: u32) -> f64 {
        match &q.scoring.roles {
            RoleWeights::Equal => 1.0,
            RoleWeights::Pooled => f64::from(respondents),
            RoleWeights::Weighted(weights) => weights.get(role).copied().unwrap_or(1.0),
        }
    }

    fn band_cell(&self, q: &Questionnaire, group: usize, roles: &[usize], cell: usize) -> Option<(f64, f64)> {
        let mean = |pick: fn(&super::sums::BandSums) -> u64| {
            weighted_mean(self.deciding(group, roles, cell).iter().filter_map(|&role| {
                let sums = self.band_sums(group, role, cell)?;
                let respondents = sums.respondents;
                let value = (respondents > 0).then(|| pick(&sums) as f64 / f64::from(respondents) / UNIT);
                Some((Tally::role_weight(q, role, respondents), value))
            }))
        };
        mean(|sums| sums.low).zip(mean(|sums| sums.high))
    }
}

/// A figure from a score on the scale and a band in 0–1.
fn figure(
    q: &Questionnaire,
    score: Option<f64>,
    band: Option<(f64, f64)>,
    coverage: Coverage,
    step: Option<super::Step>,
) -> Figure {
    let max = q.scale.max;
    let band = band.map(|(low, high)| Band {
        low: score.unwrap_or(f64::INFINITY).min(low * max),
        high: score.unwrap_or(f64::NEG_INFINITY).max(high * max),
    });
    let stage = score.filter(|_| coverage.bears_a_stage(q)).and_then(|score| stage_at(q, score));
    Figure { outcome: Outcome::new(score, coverage), coverage, stage, band, step }
}

/// The next stage above a score, and how much is missing to be in it; `None` on the highest.
pub fn next_stage(q: &Questionnaire, score: f64) -> Option<(usize, f64)> {
    let comparable = q.scoring.comparable(score);
    let next = q.scale.stages.iter().position(|stage| q.scoring.comparable(stage.from) > comparable)?;
    Some((next, q.scoring.missing(score, q.scale.stages[next].from)?))
}

/// Index of the highest stage that starts at or under a score, both rounded to the decimals that count.
pub fn stage_at(q: &Questionnaire, score: f64) -> Option<usize> {
    let comparable = q.scoring.comparable(score);
    q.scale.stages.iter().rposition(|stage| q.scoring.comparable(stage.from) <= comparable)
}
