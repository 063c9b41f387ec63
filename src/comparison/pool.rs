//! What of the answers of many councils may be pooled outside the house, under the rules of the public: decided here, so
//! that whoever writes it down has no choice.
//!
//! A score is made of rows and their roles, so rows go whole or not at all: where one of them would say what a person
//! answered, the scores of the council go instead.

use std::collections::BTreeMap;

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use crate::responses::Wave;

/// What may be pooled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// Every group, in the order of the registry.
    pub groups: Vec<Pooled>,
    /// How many councils there are.
    pub councils: usize,
    /// Of how many of them the classes are withheld.
    pub without_classes: usize,
}

/// One council in one wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pooled {
    /// Index of the group.
    pub group: usize,
    /// Why only its scores are pooled, and not its rows; `None` where the rows are.
    pub only_scores: Option<OnlyScores>,
    /// Whether its classes may be told.
    pub with_classes: bool,
}

/// Why the rows of a group are not pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OnlyScores {
    /// Fewer respondents than a subgroup may have.
    FewRespondents,
    /// A role with fewer, or one that gives such a role away.
    SmallRole,
    /// Some answered an earlier version, whose questions have other names.
    EarlierVersion,
}

/// The classes of a council in each of its waves.
type History<'a> = Vec<(Option<Wave>, Vec<&'a str>)>;

impl Batch<'_> {
    /// What may be pooled, of every wave or of one.
    pub fn pool(&self, only: Option<Wave>) -> Pool {
        let registry = &self.responses().registry;
        let columns = registry.class_columns().len();
        let mut groups = registry.in_order();
        groups.retain(|&group| only.is_none_or(|wave| self.group(group).wave == Some(wave)));
        // What is told of a council is everything that is told of it: the classes of all its waves together.
        let mut told: BTreeMap<usize, History<'_>> = BTreeMap::new();
        for &group in &groups {
            let known = self.group(group);
            let classes = (0..columns).filter_map(|column| registry.class(group, column)).collect();
            told.entry(known.council).or_default().push((known.wave, classes));
        }
        let mut alike: BTreeMap<&History<'_>, usize> = BTreeMap::new();
        for classes in told.values() {
            *alike.entry(classes).or_default() += 1;
        }
        let minimum = self.rubric().questionnaire().scoring.minimum_group.councils as usize;
        let empty = |council: usize| told[&council].iter().all(|(_, classes)| classes.iter().all(|c| c.is_empty()));
        let enough = |council: usize| alike[&told[&council]] >= minimum;
        Pool {
            councils: told.len(),
            without_classes: told.keys().filter(|&&council| !enough(council) && !empty(council)).count(),
            groups: groups
                .iter()
                .map(|&group| Pooled {
                    group,
                    only_scores: self.only_scores(group),
                    with_classes: enough(self.group(group).council),
                })
                .collect(),
        }
    }

    fn only_scores(&self, group: usize) -> Option<OnlyScores> {
        let known = self.group(group);
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        let hidden = self.roles_shown(group, Audience::Public).withheld;
        // What was agreed on together is nobody's own answer.
        if (1..minimum).contains(&known.respondents) {
            Some(OnlyScores::FewRespondents)
        } else if hidden.iter().any(|(_, why)| *why != Withheld::NothingToCompare) {
            Some(OnlyScores::SmallRole)
        } else if known.earlier > 0 {
            Some(OnlyScores::EarlierVersion)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::tests::with;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\n\
        scale: {max: 4}\naxes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\n\
        roles: [{id: ict, title: I}, {id: unit, title: U}]\nquestions:\n\
        \x20 - {id: v, at: {a: d}, ask: Q, type: rating, from: 0, to: 4}\n";

    fn pool(table: &str) -> Pool {
        with(QUESTIONNAIRE, table, |batch| batch.pool(None))
    }

    #[test]
    fn rows_go_only_where_every_role_has_five_and_a_consensus_is_nobody() {
        let rows = |council: &str, role: &str, count: usize| format!("{council},{role},1\n").repeat(count);
        let table = [
            "council,role,v\n".to_owned(),
            rows("a", "ict", 5) + &rows("a", "unit", 6) + &rows("a", "consensus", 1),
            rows("b", "ict", 5) + &rows("b", "unit", 4),
            rows("c", "ict", 4),
            rows("d", "ict", 5),
            rows("e", "ict", 5) + &rows("e", "", 1),
            rows("f", "consensus", 1),
        ];
        let why: Vec<_> = pool(&table.concat()).groups.iter().map(|one| one.only_scores).collect();
        use OnlyScores::{FewRespondents, SmallRole};
        assert_eq!(why, [None, Some(SmallRole), Some(FewRespondents), None, Some(SmallRole), None]);
    }

    #[test]
    fn classes_are_told_where_five_councils_share_all_of_them_in_all_waves() {
        let mut table = "council,wave,province,size,v\n".to_owned();
        for council in 0..5 {
            table += &format!("small-{council},2026,west,small,1\n");
        }
        for council in 0..5 {
            // Five in the province and five of the size, but one of them has been large.
            let before = if council == 0 { "large" } else { "small" };
            table += &format!("moved-{council},2024,east,{before},1\nmoved-{council},2026,east,small,1\n");
        }
        let told = pool(&table);
        assert_eq!((told.councils, told.without_classes), (10, 5));
        let shown = told.groups.iter().filter(|one| one.with_classes).count();
        assert_eq!(shown, 5, "the five in the west");
    }
}
