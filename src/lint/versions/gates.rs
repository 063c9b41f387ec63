//! Whether a question that both versions have is still asked of those who answered the earlier one: a condition on
//! something new never held for them.

use std::collections::{BTreeSet, HashSet};

use super::pairs::Pairs;
use crate::diagnostics::{Diagnostics, MeaningFinding, Remark};
use crate::questionnaire::{Condition, Questionnaire, Test};

/// Returns the questions, by index in the later version, that nobody who answered the earlier one is asked.
pub(super) fn check(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, out: &mut Diagnostics) -> BTreeSet<usize> {
    let known = pairs.columns.iter().flatten().copied().collect();
    let mut earlier = Earlier { new, known, asked: Vec::with_capacity(new.questions.len()) };
    for question in &new.questions {
        let asked = question.when.as_ref().is_none_or(|when| earlier.can_be(when, true));
        earlier.asked.push(asked);
    }
    let left_out = pairs.both().filter(|&(_, now)| !earlier.asked[now]);
    for (before, now) in left_out.clone() {
        let is = &new.questions[now];
        let mut by = BTreeSet::new();
        is.when.iter().for_each(|when| earlier.unanswered(when, &mut by));
        let by = by.into_iter().map(|column| new.columns[column].id.clone()).collect();
        let finding = MeaningFinding::LeftOut { id: is.id.clone(), by, version: old.version.clone() };
        out.add_related(is.span, finding, old.questions[before].span, Remark::InEarlierVersion);
    }
    left_out.map(|(_, now)| now).collect()
}

/// What can be said of anyone who answered the earlier version.
struct Earlier<'a> {
    new: &'a Questionnaire,
    /// The columns that the earlier version has.
    known: HashSet<usize>,
    /// Whether each question may have been asked, as far as they have been looked at.
    asked: Vec<bool>,
}

impl Earlier<'_> {
    /// Whether some answers make a condition come out so. Each part is looked at by itself.
    fn can_be(&self, condition: &Condition, wanted: bool) -> bool {
        match condition {
            Condition::All(all) if wanted => all.iter().all(|one| self.can_be(one, true)),
            Condition::All(all) => all.iter().any(|one| self.can_be(one, false)),
            Condition::Any(any) if wanted => any.iter().any(|one| self.can_be(one, true)),
            Condition::Any(any) => any.iter().all(|one| self.can_be(one, false)),
            Condition::Not(inner) => self.can_be(inner, !wanted),
            Condition::Answer { column, .. } if self.is_answerable(*column) => true,
            Condition::Answer { test, .. } => matches!(test, Test::Answered(false)) == wanted,
        }
    }

    fn is_answerable(&self, column: usize) -> bool {
        self.known.contains(&column) && self.asked[self.new.columns[column].question]
    }

    /// The columns of a condition that nobody can have answered.
    fn unanswered(&self, condition: &Condition, columns: &mut BTreeSet<usize>) {
        match condition {
            Condition::All(list) | Condition::Any(list) => list.iter().for_each(|one| self.unanswered(one, columns)),
            Condition::Not(inner) => self.unanswered(inner, columns),
            Condition::Answer { column, .. } if !self.is_answerable(*column) => drop(columns.insert(*column)),
            Condition::Answer { .. } => {}
        }
    }
}
