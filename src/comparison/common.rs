//! What waves have in common, which is all that a change speaks of: the questions of all of them, the roles in all of
//! them, and of each role the cells in which it has a score in all of them.

use super::audience::{Audience, Withheld};
use super::batch::{Batch, selection};
use super::standing::LikeForLike;
use crate::scores::{PartScores, RoleCells, Selection};

/// What a wave and what it is compared with have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Common {
    /// The roles in all of them, by index, as [`crate::scores::Tally::all_roles`] has them.
    pub roles: Vec<usize>,
    /// Of these, a role and a cell in which it has a score in some of them and not in all: it does not count there.
    pub without: Vec<(usize, usize)>,
    /// Roles that took part before, but not everywhere or not now.
    pub gone: Vec<usize>,
    /// Roles that take part now and did not before.
    pub new: Vec<usize>,
    /// Which questions are compared.
    pub selection: Selection,
    /// How many questions both versions have, where an earlier version was answered.
    pub shared: Option<Shared>,
}

/// What may be told of the change of a council since its previous wave.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// All of it.
    Shown(LikeForLike),
    /// Nothing: it is about too few respondents.
    Withheld,
    /// There is none: nothing has a score in both.
    NothingInCommon,
}

impl Change {
    /// The change, where it may be shown.
    pub fn shown(&self) -> Option<&LikeForLike> {
        match self {
            Change::Shown(change) => Some(change),
            Change::Withheld | Change::NothingInCommon => None,
        }
    }
}

/// The questions that two versions share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// How many are compared.
    pub questions: usize,
    /// How many there are in the questionnaire of today.
    pub of: usize,
}

/// A cell that is left out of a comparison though it has a score in one of the waves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which, by index.
    pub cell: usize,
    /// Whose scores there do not count.
    pub whose: Whose,
    /// The waves without such a score, by index of the group; none where each has one, but of other roles.
    pub unscored: Vec<usize>,
}

/// Whose scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everyone's.
    Everyones,
    /// Those of a role, by index.
    Role(usize),
    /// Those of a role that is not to be named.
    Some,
}

impl Common {
    /// Whether nobody came or went and nothing was left out, so that the scores of the waves are compared as they are.
    pub fn is_plain(&self) -> bool {
        let all = self.shared.is_none_or(|shared| shared.questions == shared.of);
        let everyone = self.gone.is_empty() && self.new.is_empty() && self.without.is_empty();
        everyone && !self.selection.quick_only && all
    }

    /// What counts.
    pub fn counted(&self) -> RoleCells<'_> {
        RoleCells { roles: &self.roles, without: &self.without }
    }
}

impl Batch<'_> {
    /// What a group has in common with all of those before.
    pub(super) fn common(&self, group: usize, before: &[usize]) -> Common {
        let present = |group: usize, role: usize| self.tally().has_answered(group, role);
        let all = before.iter().fold(selection(self.group(group)), |all, &one| all.and(selection(self.group(one))));
        let mut common = Common { selection: all, ..Common::default() };
        for &role in self.tally().all_roles() {
            let then = before.iter().filter(|&&group| present(group, role)).count();
            match (present(group, role), then) {
                (true, count) if count == before.len() => common.roles.push(role),
                (true, 0) => common.new.push(role),
                (false, 0) => {}
                _ => common.gone.push(role),
            }
        }
        common.shared = self.shared_questions(group, before, common.selection);
        common.without = self.unlike(group, before, &common);
        common
    }

    /// The roles and cells with a score in some of the waves and not in all. Where what was answered together decides in
    /// all of them, it does not matter who answered alone.
    fn unlike(&self, group: usize, before: &[usize], common: &Common) -> Vec<(usize, usize)> {
        let (_, tally) = self.counted(common.selection);
        let alike = |role: usize| before.iter().all(|&earlier| tally.has_the_same_scored(group, earlier, role));
        let mut unlike = Vec::new();
        for &role in common.roles.iter().filter(|&&role| !alike(role)) {
            let cells = 0..self.rubric().questionnaire().cells.len();
            unlike.extend(
                cells
                    .filter(|&cell| {
                        let scored = |&group: &usize| tally.scored(group, role, cell) > 0;
                        let together = |&group: &usize| tally.scored(group, tally.consensus(), cell) > 0;
                        let all = || std::iter::once(&group).chain(before);
                        let decided = common.roles.contains(&tally.consensus()) && all().all(together);
                        all().any(scored) && !all().all(scored) && !decided
                    })
                    .map(|cell| (role, cell)),
            );
        }
        unlike
    }

    /// The previous wave of the council of a group, and what may be told of the change since; `None` without one.
    pub fn change_told(&self, group: usize, audience: Audience) -> Option<(usize, Change)> {
        let (previous, change) = self.change(group)?;
        let told = match change {
            None => Change::NothingInCommon,
            Some(change) => match self.common_shown(group, &[previous], &change.common, audience) {
                Ok(()) => Change::Shown(change),
                Err(_) => Change::Withheld,
            },
        };
        Some((previous, told))
    }

    /// The overall score of a group over what it has in common with another wave.
    pub(super) fn overall_in_common(&self, group: usize, common: &Common) -> Option<f64> {
        let (rubric, tally) = self.counted(common.selection);
        tally.overall_by(rubric, group, common.counted())
    }

    /// Its scores over the same.
    pub fn scores_in_common(&self, group: usize, common: &Common) -> PartScores {
        let (rubric, tally) = self.counted(common.selection);
        tally.scores_by(rubric, group, common.counted())
    }

    /// The cells that are left out though they have a score, as they may be told to an audience.
    pub fn left_out(&self, group: usize, before: &[usize], common: &Common, audience: Audience) -> Vec<LeftOut> {
        let (_, tally) = self.counted(common.selection);
        let scored = |group: usize, role: usize, cell: usize| tally.scored(group, role, cell) > 0;
        let without = |fits: &dyn Fn(usize) -> bool| -> Vec<usize> {
            std::iter::once(group).chain(before.iter().copied()).filter(|&group| !fits(group)).collect()
        };
        let counts = |role: usize, cell: usize| common.counted().counts(role, cell) && scored(group, role, cell);
        let mut found: Vec<LeftOut> = Vec::new();
        for &(role, cell) in &common.without {
            let (whose, unscored) = if common.roles.iter().any(|&role| counts(role, cell)) {
                let unscored = without(&|group| scored(group, role, cell));
                let named = unscored.iter().all(|&wave| self.may_be_missed(wave, role, audience));
                (if named { Whose::Role(role) } else { Whose::Some }, unscored)
            } else {
                let anyone = |group: usize| tally.all_roles().iter().any(|&role| scored(group, role, cell));
                (Whose::Everyones, without(&anyone))
            };
            let one = LeftOut { cell, whose, unscored };
            found.extend((!found.contains(&one)).then_some(one));
        }
        found
    }

    /// Whether it may be told that a role has no score somewhere: of few people it would say what each of them answered.
    fn may_be_missed(&self, group: usize, role: usize, audience: Audience) -> bool {
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        let together = role == self.tally().consensus();
        together || self.all_may_be_told(group, audience) || self.tally().respondents(group, role) >= minimum
    }

    /// Whether a figure about what waves have in common may be shown: it may be about a part of those who have a score in
    /// a cell. Those that are shown by themselves can be taken out of it, so what counts are the others.
    ///
    /// # Errors
    /// [`Withheld`] when the others that count are too few in one of the waves, or those that are left.
    pub fn common_shown(
        &self,
        group: usize,
        before: &[usize],
        common: &Common,
        audience: Audience,
    ) -> Result<(), Withheld> {
        let mut waves = std::iter::once(group).chain(before.iter().copied());
        waves.try_for_each(|wave| self.part_shown(wave, common.counted(), audience))
    }

    /// How many questions are compared, where one of some waves answered an earlier version.
    fn shared_questions(&self, group: usize, before: &[usize], selection: Selection) -> Option<Shared> {
        if std::iter::once(&group).chain(before).all(|&group| self.group(group).earlier == 0) {
            return None;
        }
        let counted = self.rubric().selection().and(selection);
        let questionnaire = self.rubric().questionnaire();
        let all = Selection { age: 0, ..counted };
        Some(Shared { questions: counted.questions(questionnaire), of: all.questions(questionnaire) })
    }
}
