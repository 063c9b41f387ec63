//! How far a council is from the targets it is measured by, and how far it has come. No text.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
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
    /// (now − base) ÷ (target − base), as they compare: 1 is there, under 0 is further away, over 1 is past it.
    Share(f64),
}

impl Aimed<'_> {
    /// The score now, where there is one to show.
    pub fn score(&self) -> Option<f64> {
        self.now.ok().flatten()
    }
}

impl Batch<'_> {
    /// Every target of a group with how it goes, in their order.
    pub fn aimed<'t>(&self, group: usize, targets: &'t Targets, audience: Audience) -> Vec<Aimed<'t>> {
        let told = self.change_told(group, audience);
        let common = told.as_ref().and_then(|(previous, change)| Some((*previous, &change.shown()?.common)));
        let scores = common.map(|(previous, common)| [group, previous].map(|wave| self.scores_in_common(wave, common)));
        let values = self.question_values(group);
        // Of questions only whole waves are compared.
        let before = common.filter(|(_, common)| common.is_plain());
        let before = before.map(|(previous, _)| (previous, self.question_values(previous)));
        let shown =
            |group: usize, value: QuestionValue| self.question_shown(group, value, audience).map(|()| value.value);
        let aimed = |wish: &'t Wish| match wish.on {
            On::Dimension(index) => {
                let now = self.card(group).dimensions[index].outcome.score();
                let of = |wave: usize| scores.as_ref().and_then(|scores| scores[wave].dimensions[index]);
                let (like_now, base) = (of(0), of(1));
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
        let comparable = |score: f64| self.rubric().questionnaire().scoring.comparable(score);
        match base.zip(now).map(|(base, now)| (comparable(base), comparable(now), comparable(target))) {
            None => Progress::Unknown,
            Some((base, _, target)) if base == target => Progress::WasThere,
            Some((base, now, target)) => Progress::Share((now - base) as f64 / (target - base) as f64),
        }
    }
}
