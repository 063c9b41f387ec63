//! A council that came from others, beside what those were: their mean, weighted by inhabitants.

use super::audience::{Audience, Withheld};
use super::batch::{Batch, selection};
use super::firmness::FirmChange;
use super::standing::LikeForLike;
use crate::scores::{Firmness, Range, ScoreCard, firmness};

/// A council without an earlier wave of its own, and the councils that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Merger {
    /// Their latest earlier waves, by the id of the council.
    pub before: Vec<usize>,
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
    /// No role took part in all of them and now, or what those answered does not make a score.
    NothingInCommon,
    /// It may be compared.
    Compared(Box<MergedChange>),
}

/// A council beside the mean of those that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedChange {
    /// The whole, then and now, and over what. Roles that are gone were not in all of those, or are not there now.
    pub change: LikeForLike,
    /// The card of the council over what is compared.
    pub now: ScoreCard,
    /// The mean of every dimension, where all of them had a score.
    pub before: Vec<Option<f64>>,
    /// What of it nobody alone could undo.
    pub firm: FirmChange,
}

/// A council before, over what is compared.
struct Part {
    /// Its share of the inhabitants, 0–1.
    share: f64,
    card: ScoreCard,
    firm: Firmness,
}

impl Batch<'_> {
    /// What a group is compared with that has no earlier wave, but came from councils that do. `None` where it has one,
    /// or nobody that it came from answered before.
    pub fn merger(&self, group: usize) -> Option<Merger> {
        let registry = &self.responses().registry;
        let forebears = registry.forebears(group)?;
        let before = forebears.groups;
        if !forebears.missing.is_empty() {
            return Some(Merger { before, past: Past::NoAnswers(forebears.missing) });
        }
        let unknown: Vec<usize> =
            before.iter().copied().filter(|&group| registry.population(group).is_none()).collect();
        // Where there is only one, the mean is its score whatever it weighs.
        if before.len() > 1 && !unknown.is_empty() {
            return Some(Merger { before, past: Past::NoPopulation(unknown) });
        }
        let past = self.compared(group, &before).map_or(Past::NothingInCommon, |change| Past::Compared(change.into()));
        Some(Merger { before, past })
    }

    fn compared(&self, group: usize, before: &[usize]) -> Option<MergedChange> {
        let present = |group: usize, role: usize| self.tally().has_answered(group, role);
        let then = |role: usize| before.iter().filter(|&&group| present(group, role)).count();
        let pick = |fits: &dyn Fn(usize) -> bool| -> Vec<usize> {
            self.tally().all_roles().iter().copied().filter(|&role| fits(role)).collect()
        };
        let roles = pick(&|role| present(group, role) && then(role) == before.len());
        let gone = pick(&|role| then(role) > 0 && !roles.contains(&role));
        let new = pick(&|role| present(group, role) && then(role) == 0);
        let selection =
            before.iter().fold(selection(self.group(group)), |all, &group| all.and(selection(self.group(group))));
        let now = self.card_of(group, selection, &|role| roles.contains(&role));
        let parts = self.parts(before, selection, &roles);
        let overall = |card: &ScoreCard| card.overall.outcome.score();
        let (score, mean) = (overall(&now)?, mean(&parts, overall)?);
        let dimensions = 0..now.dimensions.len();
        let of = |index: usize| move |card: &ScoreCard| card.dimensions[index].outcome.score();
        let means = dimensions.clone().map(|index| self::mean(&parts, of(index))).collect();
        let own = self.firm(group, selection, &roles);
        let firm = |of_range: &dyn Fn(&Firmness) -> Option<Range>, of_card: &dyn Fn(&ScoreCard) -> Option<f64>| {
            self.apart(of_range(&own), range(&parts, of_range, of_card))
        };
        let firm = FirmChange {
            overall: firm(&Firmness::overall_range, &overall),
            dimensions: dimensions.map(|index| firm(&|firm| firm.range(index), &of(index))).collect(),
        };
        let shared = self.shared_questions(&[&[group], before].concat(), selection);
        let change = LikeForLike { now: score, before: mean, roles, gone, new, selection, shared };
        Some(MergedChange { change, now, before: means, firm })
    }

    fn parts(&self, before: &[usize], selection: crate::scores::Selection, roles: &[usize]) -> Vec<Part> {
        // Fewer people than a double counts exactly.
        let people = |group: usize| self.responses().registry.population(group).map_or(1.0, |count| count as f64);
        let all: f64 = before.iter().map(|&group| people(group)).sum();
        let part = |&group: &usize| Part {
            share: people(group) / all,
            card: self.card_of(group, selection, &|role| roles.contains(&role)),
            firm: self.firm(group, selection, roles),
        };
        before.iter().map(part).collect()
    }

    fn firm(&self, group: usize, selection: crate::scores::Selection, roles: &[usize]) -> Firmness {
        let (rubric, tally) = self.counted(selection);
        firmness(rubric, tally, group, roles, self.rows_of(group))
    }

    /// Whether a comparison with those before may be shown: it speaks of the roles in all of them.
    ///
    /// # Errors
    /// [`Withheld`] when that part is too small in one of them, or leaves too small a rest.
    pub fn merger_shown(
        &self,
        group: usize,
        before: &[usize],
        change: &LikeForLike,
        audience: Audience,
    ) -> Result<(), Withheld> {
        std::iter::once(&group).chain(before).try_for_each(|&one| self.part_shown(one, &change.roles, audience))
    }
}

/// The mean of a figure weighted by inhabitants; none where one of them has none.
fn mean(parts: &[Part], figure: impl Fn(&ScoreCard) -> Option<f64>) -> Option<f64> {
    parts.iter().map(|part| Some(part.share * figure(&part.card)?)).sum()
}

/// The range of that mean without any one of all who answered then: each can move the part of their own council only.
fn range(
    parts: &[Part],
    of_range: &dyn Fn(&Firmness) -> Option<Range>,
    of_card: &dyn Fn(&ScoreCard) -> Option<f64>,
) -> Option<Range> {
    let mean = mean(parts, of_card)?;
    let mut whole = Range { low: mean, high: mean };
    for part in parts {
        let (range, score) = (of_range(&part.firm)?, of_card(&part.card)?);
        whole.low = whole.low.min(mean + part.share * (range.low - score));
        whole.high = whole.high.max(mean + part.share * (range.high - score));
    }
    Some(whole)
}
