//! What waves have in common, which is all that a change speaks of: the questions of all of them, the roles in all of
//! them, and the cells in which the same of these roles have a score in all of them.

use super::audience::Audience;
use super::batch::{Batch, selection};
use super::standing::LikeForLike;
use crate::scores::{PartScores, RoleCells, Selection};

/// What a wave and what it is compared with have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Common {
    /// The roles in all of them, by index, as [`crate::scores::Tally::all_roles`] has them.
    pub roles: Vec<usize>,
    /// Of these, a role and a cell in which it does not count: there not the same roles have a score in all of them.
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
    /// What of it is.
    pub what: Left,
    /// The waves without that score, by index of the group; none where it cannot be said of which roles.
    pub unscored: Vec<usize>,
    /// Whether one of these has a score there by all that it was asked, and so too few answers to what is compared.
    pub has_more: bool,
}

/// In how many of some waves there is a score.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scored {
    InAll,
    InSome,
    Nowhere,
}

/// What of a cell is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// What was answered together: the individual answers are compared.
    Together,
    /// All of it: nobody has a score there in some of the waves.
    Whole,
    /// All of it: these roles, by index, have a score there in some of the waves only; none where they are not to be named.
    Roles(Vec<usize>),
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

    /// Where a role does not count. A cell in which some role has a score in some of the waves and not in all is left out
    /// for every role: the others alone would tell, beside the score, what that role answered. Where what was answered
    /// together decides in all of the waves, it does not matter who answered alone.
    fn unlike(&self, group: usize, before: &[usize], common: &Common) -> Vec<(usize, usize)> {
        let (rubric, tally) = self.counted(common.selection);
        let alike = |&role: &usize| before.iter().all(|&earlier| tally.has_the_same_scored(group, earlier, role));
        if common.roles.iter().all(alike) {
            return Vec::new();
        }
        let waves = || std::iter::once(group).chain(before.iter().copied());
        let cells = 0..rubric.questionnaire().cells.len();
        let unlike: Vec<(bool, bool)> = cells.clone().map(|cell| self.unlike_in(waves(), common, cell)).collect();
        let of = |&role: &usize| {
            let together = role == tally.consensus();
            let out = move |&(people, joint): &(bool, bool)| if together { joint } else { people };
            unlike.iter().enumerate().filter(move |(_, unlike)| out(unlike)).map(move |(cell, _)| (role, cell))
        };
        common.roles.iter().flat_map(of).collect()
    }

    /// Whether some role has a score in a cell in some of the waves and not in all, and whether that goes for what was
    /// answered together.
    fn unlike_in(&self, waves: impl Iterator<Item = usize> + Clone, common: &Common, cell: usize) -> (bool, bool) {
        let together = self.tally().consensus();
        let joint = common.roles.contains(&together).then(|| self.scored_among(waves.clone(), together, cell, common));
        if joint == Some(Scored::InAll) {
            return (false, false);
        }
        let mut people = common.roles.iter().filter(|&&role| role != together);
        let unlike = people.any(|&role| self.scored_among(waves.clone(), role, cell, common) == Scored::InSome);
        (unlike, joint == Some(Scored::InSome))
    }

    fn scored_among(&self, waves: impl Iterator<Item = usize>, role: usize, cell: usize, common: &Common) -> Scored {
        let (_, tally) = self.counted(common.selection);
        let (mut some, mut all) = (false, true);
        for wave in waves {
            let scored = tally.scored(wave, role, cell) > 0;
            (some, all) = (some || scored, all && scored);
        }
        match (some, all) {
            (_, true) => Scored::InAll,
            (true, false) => Scored::InSome,
            (false, false) => Scored::Nowhere,
        }
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

    /// The cells that are left out though they have a score in one of the waves, as they may be told to an audience.
    pub fn left_out(&self, group: usize, before: &[usize], common: &Common, audience: Audience) -> Vec<LeftOut> {
        let (_, tally) = self.counted(common.selection);
        let waves = || before.iter().copied().chain([group]);
        let without = |role: usize, cell: usize| -> Vec<usize> {
            waves().filter(|&wave| tally.scored(wave, role, cell) == 0).collect()
        };
        let one = |cell: usize| {
            let (what, unscored) = match self.unlike_in(waves(), common, cell) {
                (false, false) if self.is_lost(waves(), common, cell) => (Left::Whole, waves().collect()),
                (false, false) => return None,
                (false, true) => (Left::Together, without(tally.consensus(), cell)),
                (true, _) => {
                    let anyone = |wave: usize| tally.all_roles().iter().any(|&role| tally.scored(wave, role, cell) > 0);
                    let nobody: Vec<usize> = waves().filter(|&wave| !anyone(wave)).collect();
                    match nobody.is_empty() {
                        false => (Left::Whole, nobody),
                        true => self.who_is_missing(waves(), common, cell, audience),
                    }
                }
            };
            let has_more = what == Left::Whole && unscored.iter().any(|&wave| self.scores(wave, common, cell));
            Some(LeftOut { cell, what, unscored, has_more })
        };
        (0..self.rubric().questionnaire().cells.len()).filter_map(one).collect()
    }

    /// Whether questions of a cell are compared and yet none of the waves has a score by them, while one has by all that it
    /// was asked.
    fn is_lost(&self, mut waves: impl Iterator<Item = usize> + Clone, common: &Common, cell: usize) -> bool {
        let (rubric, tally) = self.counted(common.selection);
        let is_scored = |wave: usize| common.roles.iter().any(|&role| tally.scored(wave, role, cell) > 0);
        rubric.counts_in(cell) && !waves.clone().any(is_scored) && waves.any(|wave| self.scores(wave, common, cell))
    }

    /// Whether one of the roles that are compared has a score in a cell by all that it was asked.
    fn scores(&self, wave: usize, common: &Common, cell: usize) -> bool {
        common.roles.iter().any(|&role| self.tally().scored(wave, role, cell) > 0)
    }

    /// The roles that have a score in a cell in some of the waves and not in the others, and those others, where all of
    /// these roles are missing in the same one and may be named.
    fn who_is_missing(
        &self,
        waves: impl Iterator<Item = usize> + Clone,
        common: &Common,
        cell: usize,
        audience: Audience,
    ) -> (Left, Vec<usize>) {
        let (_, tally) = self.counted(common.selection);
        let people = common.roles.iter().copied().filter(|&role| role < tally.roles());
        let roles: Vec<usize> =
            people.filter(|&role| self.scored_among(waves.clone(), role, cell, common) == Scored::InSome).collect();
        let missing = |&wave: &usize| roles.iter().any(|&role| tally.scored(wave, role, cell) == 0);
        let unscored: Vec<usize> = waves.filter(missing).collect();
        match unscored[..] {
            [only] if roles.iter().all(|&role| self.may_be_missed(only, role, audience)) => {
                (Left::Roles(roles), unscored)
            }
            _ => (Left::Roles(Vec::new()), Vec::new()),
        }
    }

    /// Whether it may be told that a role has no score somewhere: of few people it would say what each of them answered.
    fn may_be_missed(&self, group: usize, role: usize, audience: Audience) -> bool {
        self.all_may_be_told(group, audience) || self.tally().respondents(group, role) >= self.minimum()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::tests::with;

    /// Three axes of two, and four of the eight cells. The first shares each of its dimensions with another, and is asked of
    /// politicians only.
    const CUBE: &str = "peil: questionnaire/1\nid: kubus\nversion: 1.0.0\nlanguages: [nl]\ntitle: Kubus\n\
        scale: {max: 4}\naxes:\n  - {id: as-x, title: X, dimensions: [{id: x0, title: X0}, {id: x1, title: X1}]}\n\
        \x20 - {id: as-y, title: Y, dimensions: [{id: y0, title: Y0}, {id: y1, title: Y1}]}\n\
        \x20 - {id: as-z, title: Z, dimensions: [{id: z0, title: Z0}, {id: z1, title: Z1}]}\n\
        roles: [{id: ict, title: ICT}, {id: pol, title: P}]\nquestions:\n\
        \x20 - {id: a, at: {as-x: x0, as-y: y0, as-z: z0}, ask: A?, type: rating, from: 0, to: 4, roles: [pol]}\n\
        \x20 - {id: b, at: {as-x: x1, as-y: y0, as-z: z0}, ask: B?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: c, at: {as-x: x0, as-y: y1, as-z: z0}, ask: C?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: d, at: {as-x: x0, as-y: y0, as-z: z1}, ask: D?, type: rating, from: 0, to: 4}\n";

    /// Whether the change may be shown where politicians could say nothing of the first any more.
    fn is_shown(politicians: usize) -> bool {
        let rows = [("2024,ict,,2,2,2", 6), ("2024,pol,1,2,2,2", politicians), ("2026,ict,,2,2,2", 6)];
        let rows = rows.map(|(row, times)| format!("S,{row}\n").repeat(times)).concat();
        let table = format!("council,wave,role,a,b,c,d\n{rows}{}", "S,2026,pol,?,2,2,2\n".repeat(politicians));
        with(CUBE, &table, |batch| {
            let (_, change) = batch.change_told(1, Audience::Public).expect("an earlier wave");
            let (_, whole) = batch.change(1).expect("an earlier wave");
            assert_eq!(whole.expect("three cells in common").common.without, [(0, 0), (1, 0)], "roles and a cell");
            change.shown().is_some()
        })
    }

    #[test]
    fn a_cell_that_stands_nowhere_by_itself_is_not_told_by_leaving_it_out() {
        assert!(!is_shown(2), "X0 with the cell and without it tell what two politicians said");
        assert!(is_shown(6));
    }
}
