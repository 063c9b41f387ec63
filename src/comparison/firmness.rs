//! How far scores hang on one respondent, and what of that may be shown.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use super::common::Common;
use crate::scores::{Firmness, Outcome, RoleCells, ScoreCard, firmness};

/// Whether a change stays one without any one of those who answered: of the whole, and of every dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmChange {
    /// Of the whole.
    pub overall: bool,
    /// Of every dimension, in the order of the questionnaire.
    pub dimensions: Vec<bool>,
}

impl Batch<'_> {
    /// The ranges of a group without any one respondent; `None` where there are fewer than two.
    pub fn firmness(&self, group: usize) -> Option<Firmness> {
        let everyone = RoleCells::everywhere(self.tally().all_roles());
        firmness(self.rubric(), self.tally(), group, everyone, self.rows_of(group))
    }

    /// The same where it may be shown: together with the score itself, the ends of the range tell what the highest and
    /// the lowest respondent answered, the more exactly the fewer there are of a role. Ranges that may not are left out.
    /// What was agreed on together hangs on nobody alone, and has none.
    ///
    /// # Errors
    /// [`Withheld`] when there are too few respondents to show it to this audience.
    pub fn firmness_shown(&self, group: usize, audience: Audience) -> Result<Option<Firmness>, Withheld> {
        let known = self.group(group);
        if known.consensus > 0 {
            return Ok(None);
        }
        let minimum = self.rubric().questionnaire().scoring.minimum_group.comments;
        let in_the_room = audience == Audience::Workshop && known.shown_by_role;
        if !in_the_room && known.respondents < minimum {
            return Err(Withheld::FewRespondents { minimum });
        }
        let Some(mut firmness) = self.firmness(group) else { return Ok(None) };
        for (dimension, range) in firmness.dimensions.iter_mut().enumerate() {
            *range = range.filter(|_| self.beside_shown(group, Some(dimension), audience).is_ok());
        }
        firmness.overall = firmness.overall.filter(|_| self.beside_shown(group, None, audience).is_ok());
        let nothing = firmness.overall.is_none() && firmness.dimensions.iter().all(Option::is_none);
        Ok((!nothing).then_some(firmness))
    }

    /// The ranges of a group over what it has in common with another wave.
    pub(super) fn firmness_in_common(&self, group: usize, common: &Common) -> Option<Firmness> {
        let (rubric, tally) = self.counted(common.selection);
        firmness(rubric, tally, group, common.counted(), self.rows_of(group))
    }

    /// Whether a change is more than one respondent could make or undo: the ranges of both waves, over what they have in
    /// common, have nothing in common themselves.
    pub fn firm_change(&self, group: usize, previous: usize, common: &Common) -> FirmChange {
        let range = |group: usize| self.firmness_in_common(group, common);
        let (Some(now), Some(before)) = (range(group), range(previous)) else {
            let dimensions = vec![false; self.rubric().questionnaire().dimensions.len()];
            return FirmChange { overall: false, dimensions };
        };
        let apart = |now, before| match (now, before) {
            (Some(now), Some(before)) => !crate::scores::Range::overlaps(now, before),
            _ => false,
        };
        FirmChange {
            overall: apart(now.overall, before.overall),
            dimensions: now
                .dimensions
                .into_iter()
                .zip(before.dimensions)
                .map(|(now, before)| apart(now, before))
                .collect(),
        }
    }

    /// The whole with every respondent weighing the same, where it may stand beside the other: from both together the
    /// score of a small role could be worked out.
    ///
    /// # Errors
    /// [`Withheld`] when some role may not be shown to this audience.
    pub fn pooled_shown(&self, group: usize, audience: Audience) -> Result<Outcome, Withheld> {
        self.beside_shown(group, None, audience)?;
        Ok(self.card(group).pooled)
    }

    /// What the individual answers give where something was recorded together, and the group is large enough to tell.
    pub fn individual_card(&self, group: usize, audience: Audience) -> Option<ScoreCard> {
        let known = self.group(group);
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        let in_the_room = audience == Audience::Workshop && known.shown_by_role;
        let may = known.respondents >= minimum || (in_the_room && known.respondents > 0);
        let people = |role: usize| role < self.tally().roles();
        (known.consensus > 0 && may).then(|| self.tally().card(self.rubric(), group, &people))
    }
}
