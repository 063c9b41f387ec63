//! A council that came from others, beside what those were: their mean, weighted by inhabitants.

use std::collections::BTreeSet;

use super::batch::Batch;
use super::common::Common;
use super::firmness::FirmChange;
use super::standing::LikeForLike;
use crate::responses::Forebears;
use crate::scores::{Firmness, PartScores, Range};

/// A council without an earlier wave of its own, and the councils that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Merger {
    /// Their latest earlier waves, by the id of the council.
    pub before: Vec<usize>,
    /// The ids of those among them, and of those that did not answer, that are not to be named beside others.
    pub unnamed: BTreeSet<String>,
    /// What came of comparing.
    pub past: Past,
}

/// What came of comparing a council with those that it came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Past {
    /// These did not answer.
    NoAnswers(Vec<String>),
    /// Of these it is not known how many people lived there.
    NoPopulation(Vec<usize>),
    /// Nowhere do the same roles have a score in all of them and now.
    NothingInCommon,
    /// It may be compared.
    Compared(Box<MergedChange>),
}

/// A council beside the mean of those that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedChange {
    /// The whole, then and now, and over what. Roles that are gone were not in all of those, or are not there now.
    pub change: LikeForLike,
    /// The scores of the council over what is compared.
    pub now: PartScores,
    /// The mean of every dimension, where all of them had a score.
    pub before: Vec<Option<f64>>,
    /// What of it nobody alone could undo.
    pub firm: FirmChange,
}

/// A council before, over what is compared.
struct Part {
    /// Its share of the inhabitants, 0–1.
    share: f64,
    scores: PartScores,
    firm: Firmness,
}

impl Batch<'_> {
    /// What a group is compared with that has no earlier wave, but came from councils that do. `None` where it has one,
    /// or nobody that it came from answered before.
    pub fn merger(&self, group: usize) -> Option<Merger> {
        let registry = &self.responses().registry;
        let Forebears { groups: before, missing, unnamed } = registry.forebears(group)?;
        if !missing.is_empty() {
            return Some(Merger { before, unnamed, past: Past::NoAnswers(missing) });
        }
        let unknown: Vec<usize> =
            before.iter().copied().filter(|&group| registry.population(group).is_none()).collect();
        // Where there is only one, the mean is its score whatever it weighs.
        if before.len() > 1 && !unknown.is_empty() {
            return Some(Merger { before, unnamed, past: Past::NoPopulation(unknown) });
        }
        let past = self.compared(group, &before).map_or(Past::NothingInCommon, |change| Past::Compared(change.into()));
        Some(Merger { before, unnamed, past })
    }

    fn compared(&self, group: usize, before: &[usize]) -> Option<MergedChange> {
        let common = self.common(group, before);
        let now = self.scores_in_common(group, &common);
        let parts = self.parts(before, &common);
        let overall = |scores: &PartScores| scores.overall;
        let (score, mean) = (overall(&now)?, mean(&parts, overall)?);
        let dimensions = 0..now.dimensions.len();
        let of = |index: usize| move |scores: &PartScores| scores.dimensions[index];
        let means = dimensions.clone().map(|index| self::mean(&parts, of(index))).collect();
        let own = self.firmness_in_common(group, &common);
        let firm = |of_range: &dyn Fn(&Firmness) -> Option<Range>, of_scores: &dyn Fn(&PartScores) -> Option<f64>| {
            self.apart(of_range(&own), range(&parts, of_range, of_scores))
        };
        let firm = FirmChange {
            overall: firm(&Firmness::overall_range, &overall),
            dimensions: dimensions.map(|index| firm(&|firm| firm.range(index), &of(index))).collect(),
        };
        let change = LikeForLike { now: score, before: mean, common };
        Some(MergedChange { change, now, before: means, firm })
    }

    fn parts(&self, before: &[usize], common: &Common) -> Vec<Part> {
        // Fewer people than a double counts exactly.
        let people = |group: usize| self.responses().registry.population(group).map_or(1.0, |count| count as f64);
        let all: f64 = before.iter().map(|&group| people(group)).sum();
        let part = |&group: &usize| Part {
            share: people(group) / all,
            scores: self.scores_in_common(group, common),
            firm: self.firmness_in_common(group, common),
        };
        before.iter().map(part).collect()
    }
}

/// The mean of a figure weighted by inhabitants; none where one of them has none.
fn mean(parts: &[Part], figure: impl Fn(&PartScores) -> Option<f64>) -> Option<f64> {
    parts.iter().map(|part| Some(part.share * figure(&part.scores)?)).sum()
}

/// The range of that mean without any one of all who answered then: each can move the part of their own council only.
fn range(
    parts: &[Part],
    of_range: &dyn Fn(&Firmness) -> Option<Range>,
    of_scores: &dyn Fn(&PartScores) -> Option<f64>,
) -> Option<Range> {
    let mean = mean(parts, of_scores)?;
    let mut whole = Range { low: mean, high: mean };
    for part in parts {
        let (range, score) = (of_range(&part.firm)?, of_scores(&part.scores)?);
        whole.low = whole.low.min(mean + part.share * (range.low - score));
        whole.high = whole.high.max(mean + part.share * (range.high - score));
    }
    Some(whole)
}
