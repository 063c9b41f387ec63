//! How far scores hang on one respondent, and what of that may be shown.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use super::common::Common;
use crate::scores::{Firmness, Outcome, Range, RoleCells, ScoreCard, firmness};

/// Whether a change stays one without any one of those who answered: of the whole, and of every dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmChange {
    /// Of the whole.
    pub overall: bool,
    /// Of every dimension, in the order of the questionnaire.
    pub dimensions: Vec<bool>,
}

impl Batch<'_> {
    /// What the scores of a group rest on.
    pub fn firmness(&self, group: usize) -> Firmness {
        let everyone = RoleCells::everywhere(self.tally().all_roles());
        firmness(self.rubric(), self.tally(), group, everyone, self.rows_of(group))
    }

    /// The same where it may be shown: together with the score itself, the ends of the range tell what the highest and
    /// the lowest respondent answered, the more exactly the fewer there are of a role. What may not be told is left out.
    /// What was agreed on together hangs on nobody alone, and of a council of one respondent there is nothing to tell.
    ///
    /// # Errors
    /// [`Withheld`] when there are too few respondents to show it to this audience.
    pub fn firmness_shown(&self, group: usize, audience: Audience) -> Result<Option<Firmness>, Withheld> {
        let known = self.group(group);
        if known.consensus > 0 || known.respondents < 2 {
            return Ok(None);
        }
        let minimum = self.rubric().questionnaire().scoring.minimum_group.comments;
        let in_the_room = audience == Audience::Workshop && known.shown_by_role;
        if !in_the_room && known.respondents < minimum {
            return Err(Withheld::FewRespondents { minimum });
        }
        let mut firmness = self.firmness(group);
        for (dimension, footing) in firmness.dimensions.iter_mut().enumerate() {
            *footing = footing.filter(|_| self.beside_shown(group, Some(dimension), audience).is_ok());
        }
        firmness.overall = firmness.overall.filter(|_| self.beside_shown(group, None, audience).is_ok());
        let nothing = firmness.overall.is_none() && firmness.dimensions.iter().all(Option::is_none);
        Ok((!nothing).then_some(firmness))
    }

    /// What the scores of a group rest on, over what it has in common with another wave.
    pub(super) fn firmness_in_common(&self, group: usize, common: &Common) -> Firmness {
        let (rubric, tally) = self.counted(common.selection);
        firmness(rubric, tally, group, common.counted(), self.rows_of(group))
    }

    /// Whether a change is more than one respondent could make or undo: neither score rests on one, and the ranges of both
    /// waves, over what they have in common, have nothing in common themselves.
    pub fn firm_change(&self, group: usize, previous: usize, common: &Common) -> FirmChange {
        let [now, before] = [group, previous].map(|group| self.firmness_in_common(group, common));
        let dimensions = 0..now.dimensions.len();
        FirmChange {
            overall: self.apart(now.overall_range(), before.overall_range()),
            dimensions: dimensions.map(|index| self.apart(now.range(index), before.range(index))).collect(),
        }
    }

    /// Whether two scores have ranges that share nothing.
    pub(super) fn apart(&self, now: Option<Range>, before: Option<Range>) -> bool {
        let scoring = &self.rubric().questionnaire().scoring;
        now.zip(before).is_some_and(|(now, before)| !now.overlaps(before, scoring))
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
