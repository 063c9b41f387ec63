//! What may be told of a part of a wave beside everything else that is told of that wave. A figure about a part cuts those
//! with a score in two; with that of another part of the same wave, in four. None of these may be few. No text.

use std::collections::BTreeMap;

use super::audience::{Audience, Withheld};
use super::batch::{Batch, Scan};
use super::common::Common;
use super::merger::{Merger, Past};
use crate::scores::Selection;

impl Batch<'_> {
    /// Whether a figure about what waves have in common may be shown: it may be about a part of those who have a score in
    /// a cell. A wave has something in common with the wave before and with the one after, so it is cut by both; what was
    /// told first stays, and what comes later is held against it.
    ///
    /// # Errors
    /// [`Withheld`] when the figure is about too few in one of the waves, or would tell what too few others answered.
    pub fn common_shown(
        &self,
        group: usize,
        before: &[usize],
        common: &Common,
        audience: Audience,
    ) -> Result<(), Withheld> {
        self.part_shown(group, common, &[], audience)?;
        before
            .iter()
            .try_for_each(|&wave| self.part_shown(wave, common, &self.told_before(wave, group, audience), audience))
    }

    /// What a wave was compared by before it was compared with a later one: with its own past, and with others that are
    /// its future too.
    fn told_before(&self, wave: usize, later: usize, audience: Audience) -> Vec<Common> {
        let heirs = self.responses().registry.heirs(wave);
        let others = std::iter::once(wave).chain(heirs.into_iter().take_while(|&heir| heir != later));
        others.filter_map(|other| self.told_of_past(other, audience)).collect()
    }

    /// What a group is compared by with its past, where that is told.
    fn told_of_past(&self, group: usize, audience: Audience) -> Option<Common> {
        let (before, common) = match self.change(group) {
            Some((previous, change)) => (vec![previous], change?.common),
            None => match self.merger(group)? {
                Merger { before, past: Past::Compared(found), .. } => (before, found.change.common),
                _ => return None,
            },
        };
        self.common_shown(group, &before, &common, audience).is_ok().then_some(common)
    }

    /// Whether a part of a wave may be told beside the whole, and beside the other parts that are told.
    fn part_shown(&self, wave: usize, part: &Common, others: &[Common], audience: Audience) -> Result<(), Withheld> {
        if self.all_may_be_told(wave, audience) {
            return Ok(());
        }
        let q = self.rubric().questionnaire();
        let shown = self.roles_shown(wave, audience).shown;
        for cell in 0..q.cells.len() {
            self.shorter_cell_shown(wave, part.selection, cell)?;
            for &leaf in &q.cells[cell].at {
                let seen = self.roles_shown_in(wave, Some(leaf), &shown, audience);
                self.cut_shown(wave, (part, others), cell, &seen)?;
            }
        }
        Ok(())
    }

    /// Whether a cell may be told over fewer of its questions than its score is. The two differ by what each role said of
    /// the other questions, so every role must be large enough.
    fn shorter_cell_shown(&self, wave: usize, selection: Selection, cell: usize) -> Result<(), Withheld> {
        let (rubric, tally) = self.counted(selection);
        let q = rubric.questionnaire();
        let asked = Selection { quick_only: self.scan(wave) == Scan::Quick, age: self.group(wave).ages.0 };
        let questions =
            |of: Selection| q.items.iter().filter(|item| item.cell == cell && of.has(q, item.question)).count();
        let all = self.rubric().selection().and(asked);
        let (all, counted) = (questions(all), questions(all.and(selection)));
        let minimum = self.minimum();
        let is_small = |role: usize| {
            let scored = [self.tally(), tally].map(|tally| tally.scored(wave, role, cell));
            scored.iter().any(|scored| (1..minimum).contains(scored))
        };
        if (1..all).contains(&counted) && (0..tally.roles()).any(is_small) {
            return Err(Withheld::FewRespondents { minimum });
        }
        Ok(())
    }

    /// Whether a part may be told in a cell. Where not everyone with a score there counts, those who do and those who do
    /// not must be enough, and so must each of these that another part tells apart. Roles that are `seen` by themselves
    /// can be taken out, so what counts are the others.
    fn cut_shown(
        &self,
        wave: usize,
        (part, others): (&Common, &[Common]),
        cell: usize,
        seen: &[usize],
    ) -> Result<(), Withheld> {
        let people = |common: &Common, role: usize| {
            let counts = common.counted().counts(role, cell);
            if counts { self.counted(common.selection).1.scored(wave, role, cell) } else { 0 }
        };
        let roles = |inside: bool| {
            let scored = move |role: &usize| self.tally().scored(wave, *role, cell) > 0 || people(part, *role) > 0;
            (0..self.tally().roles()).filter(scored).filter(move |&role| (people(part, role) > 0) == inside)
        };
        // With two axes at most every cell has its score on the page. Then one of which nothing counts tells nothing new;
        // of more, the difference with the dimension would be what was answered there.
        let cells_are_shown = self.rubric().questionnaire().axes.len() <= 2;
        if roles(false).next().is_none() || (roles(true).next().is_none() && cells_are_shown) {
            return Ok(());
        }
        let minimum = self.minimum();
        for (inside, why) in [(true, Withheld::FewRespondents { minimum }), (false, Withheld::GivesAwayTheRest)] {
            let mut told_apart: BTreeMap<Vec<bool>, u32> = BTreeMap::new();
            for role in roles(inside).filter(|role| !seen.contains(role)) {
                let place = others.iter().map(|other| people(other, role) > 0).collect();
                *told_apart.entry(place).or_default() +=
                    if inside { people(part, role) } else { self.tally().scored(wave, role, cell) };
            }
            if told_apart.values().any(|people| (1..minimum).contains(people)) {
                return Err(why);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Change;
    use crate::comparison::tests::with;

    const HEAD: &str = "peil: questionnaire/1\nid: t\nversion: 1.1.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
        axes: [{id: a, title: A, dimensions: [{id: plan, title: P}, {id: money, title: M}]}]\nroles: [{id: ict, title: I}, \
        {id: pol, title: P}, {id: a1, title: A}, {id: a2, title: A}, {id: b1, title: B}, {id: c1, title: C}, \
        {id: c2, title: C}]\nquestions:\n";

    /// The first is asked of politicians, also in the quick scan and in the first version; the second of everyone, but not
    /// there.
    fn questionnaire() -> String {
        let question = |id: &str, of: &str, more: &str| {
            format!("  - {{id: {id}, at: {{a: {of}}}, ask: Q, type: rating, from: 0, to: 4{more}}}\n")
        };
        let first = question("p1", "plan", ", quick: true, roles: [pol]") + &question("p2", "plan", ", since: 1.1.0");
        HEAD.to_owned() + &first + &question("g1", "money", ", quick: true") + &question("g2", "money", "")
    }

    /// Whether the change of the last wave is told to the public, of a table with some columns before those of the
    /// questions and rows that stand in it so many times.
    fn is_told(columns: &str, rows: &[(&str, usize)]) -> bool {
        let rows: String = rows.iter().map(|(row, times)| format!("S,{row}\n").repeat(*times)).collect();
        with(&questionnaire(), &format!("council,wave,role,{columns}p1,p2,g1,g2\n{rows}"), |batch| {
            let (_, change) = batch.change_told(batch.groups() - 1, Audience::Public).expect("an earlier wave");
            assert_ne!(change, Change::NothingInCommon);
            change.shown().is_some()
        })
    }

    #[test]
    fn over_fewer_questions_than_the_score_a_small_role_is_not_told() {
        // Of the plan only what politicians were asked stands in the quick scan.
        let quick = |politicians: usize| {
            let of_quick = [("2024,ict,quick,,,2,", 6), ("2024,pol,quick,1,,3,", politicians)];
            let of_full = [("2026,ict,full,,1,2,3", 6), ("2026,pol,full,3,0,1,2", politicians)];
            is_told("scan,", &[of_quick, of_full].concat())
        };
        assert!(!quick(1), "the plan over the quick scan is what the one politician said");
        assert!(quick(5));
        // The second question came later.
        let versions = |politicians: usize| {
            let of_first = [("2024,ict,t@1.0.0,,,2,3", 6), ("2024,pol,t@1.0.0,1,,3,2", politicians)];
            let of_today = [("2026,ict,t@1.1.0,,1,2,3", 6), ("2026,pol,t@1.1.0,3,0,1,2", politicians)];
            is_told("questionnaire,", &[of_first, of_today].concat())
        };
        assert!(!versions(1));
        assert!(versions(5));
    }

    #[test]
    fn two_quick_scans_are_compared_over_all_that_was_asked_in_them() {
        let wave = |wave| [(format!("{wave},ict,quick,,,2,"), 6), (format!("{wave},pol,quick,1,,3,"), 1)];
        let rows = [wave(2024), wave(2026)].concat();
        let rows: Vec<(&str, usize)> = rows.iter().map(|(row, times)| (row.as_str(), *times)).collect();
        assert!(is_told("scan,", &rows));
    }

    /// Whether the last change of three waves is told, each with three people of some roles, or with five.
    fn third_is_told(waves: [&[&str]; 3], five: &str) -> bool {
        let years = [2022, 2024, 2026];
        let rows: Vec<(String, usize)> = (years.iter().zip(waves))
            .flat_map(|(year, roles)| roles.iter().map(move |role| (format!("{year},{role},,2,2,2"), role)))
            .map(|(row, role)| (row, if *role == five { 5 } else { 3 }))
            .collect();
        let rows: Vec<(&str, usize)> = rows.iter().map(|(row, times)| (row.as_str(), *times)).collect();
        is_told("", &rows)
    }

    #[test]
    fn a_wave_is_not_cut_twice_around_a_small_role() {
        // 2024 was told over six of fifteen. Over nine as well, three times one less twice the other is what b1 said.
        let [then, all, now]: [&[&str]; 3] = [&["a1", "a2"], &["a1", "a2", "b1", "c1", "c2"], &["a1", "a2", "b1"]];
        assert!(!third_is_told([then, all, now], ""));
        assert!(third_is_told([then, all, now], "b1"));
        assert!(third_is_told([then, all, then], ""), "the same six");
        // Of three people nothing was told of 2022 and 2024, so nothing can be held against it.
        assert!(third_is_told([&["a1"], all, now], ""));
    }

    #[test]
    fn nor_so_that_the_two_parts_less_the_whole_are_a_small_role() {
        // Nine and nine of fifteen: six are in the first only, six in the second only, and b1 in both.
        let all: &[&str] = &["a1", "a2", "b1", "c1", "c2"];
        let waves: [&[&str]; 3] = [&["a1", "a2", "b1"], all, &["b1", "c1", "c2"]];
        assert!(!third_is_told(waves, ""));
        assert!(third_is_told(waves, "b1"));
    }
}
