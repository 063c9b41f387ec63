//! How far a council is from the targets it is measured by, and how far it has come. No text.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use super::standing::LikeForLike;
use crate::questionnaire::{On, Targets, Wish};
use crate::scores::QuestionValue;

/// One target, and how it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Aimed<'t> {
    /// The target.
    pub wish: &'t Wish,
    /// The score now.
    ///
    /// # Errors
    /// [`Withheld`] where it may not be shown.
    pub now: Result<Option<f64>, Withheld>,
    /// The score of the previous wave, over what both waves have in common.
    pub base: Option<f64>,
    /// The score now over the same.
    pub like: Option<f64>,
    /// What part of the way was gone.
    pub progress: Progress,
}

/// The part of the way from the previous wave to the target that was gone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// There is nothing to tell it by, or it may not be told.
    Unknown,
    /// The previous wave stood at the target: there was no way to go.
    WasThere,
    /// (now − base) ÷ (target − base): 1 is there, under 0 is further away, over 1 is past it.
    Share(f64),
}

impl Aimed<'_> {
    /// From the score up to the target; negative past it. `None` where there is no score to show.
    pub fn gap(&self) -> Option<f64> {
        self.now.ok().flatten().map(|now| self.wish.score - now)
    }
}

impl Batch<'_> {
    /// Every target of a group with how it goes, in their order.
    pub fn aimed<'t>(&self, group: usize, targets: &'t Targets, audience: Audience) -> Vec<Aimed<'t>> {
        let change = self.change(group).and_then(|(previous, change)| Some((previous, change?)));
        let change = change.filter(|(previous, change)| self.change_shown(group, *previous, change, audience).is_ok());
        let cards = change.as_ref().map(|(previous, change)| self.cards_in_common(group, *previous, change));
        let values = self.question_values(group);
        // Of questions only whole waves are compared.
        let before = change.as_ref().filter(|(_, change)| LikeForLike::is_plain(change));
        let before = before.map(|(previous, _)| (*previous, self.question_values(*previous)));
        let shown =
            |group: usize, value: QuestionValue| self.question_shown(group, value, audience).map(|()| value.value);
        let aimed = |wish: &'t Wish| match wish.on {
            On::Dimension(index) => {
                let now = self.card(group).dimensions[index].outcome.score();
                let score = |card: &crate::scores::ScoreCard| card.dimensions[index].outcome.score();
                let pair = cards.as_ref().map(|(now, before)| (score(now), score(before)));
                let (like_now, base) = pair.unwrap_or_default();
                Aimed { wish, now: Ok(now), base, like: like_now, progress: self.progress(base, like_now, wish.score) }
            }
            On::Item(item) => {
                let now = shown(group, values[item]);
                let base = before.as_ref().and_then(|(previous, all)| shown(*previous, all[item]).ok().flatten());
                let like = now.ok().flatten().filter(|_| base.is_some());
                Aimed { wish, now, base, like, progress: self.progress(base, like, wish.score) }
            }
        };
        targets.wishes.iter().map(aimed).collect()
    }

    /// What part of the way from `base` to `target` was gone at `now`.
    pub fn progress(&self, base: Option<f64>, now: Option<f64>, target: f64) -> Progress {
        let scoring = &self.rubric().questionnaire().scoring;
        match base.zip(now) {
            None => Progress::Unknown,
            Some((base, _)) if scoring.comparable(base) == scoring.comparable(target) => Progress::WasThere,
            Some((base, now)) => Progress::Share((now - base) / (target - base)),
        }
    }
}
