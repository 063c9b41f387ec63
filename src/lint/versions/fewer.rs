//! Whether a question is still asked of everyone it was asked of in the earlier version: of their role, in their scan and
//! after their answers. What they answered to it would be kept and not scored.

use std::collections::BTreeSet;

use super::changes::choices;
use super::pairs::{Pairs, paired};
use super::routing::same_condition;
use crate::diagnostics::{Diagnostics, MeaningFinding, Remark, Unasked};
use crate::lint::routes::{Found, Solver, Who, columns_of};
use crate::questionnaire::{Condition, Kind, Questionnaire, Test};

/// Checks every question that both versions have; `left_out` holds those, by index in the later one, that are known to be
/// asked of nobody who answered the earlier one.
pub(super) fn check(
    old: &Questionnaire,
    new: &Questionnaire,
    pairs: &Pairs,
    left_out: &BTreeSet<usize>,
    out: &mut Diagnostics,
) {
    let mut say = |(before, now): (usize, usize), who: Unasked| {
        let (was, is) = (&old.questions[before], &new.questions[now]);
        let finding = MeaningFinding::NoLongerAsked { id: is.id.clone(), who, version: old.version.clone() };
        out.add_related(is.span, finding, was.span, Remark::InEarlierVersion);
    };
    let kept: Vec<(usize, usize)> = pairs.both().filter(|(_, now)| !left_out.contains(now)).collect();
    let asked: Vec<bool> = (0..new.roles.len()).map(|role| is_asked_anything(new, role)).collect();
    for &(before, now) in &kept {
        let (was, is) = (&old.questions[before], &new.questions[now]);
        let gone = old.roles.iter().enumerate().filter(|(role, known)| {
            let now = new.role(&known.id).filter(|&now| asked[now]);
            was.is_meant_for(Some(*role), false) && now.is_some_and(|now| !is.is_meant_for(Some(now), false))
        });
        let gone: Vec<String> = gone.map(|(_, role)| role.id.clone()).collect();
        if !gone.is_empty() {
            say((before, now), Unasked::Roles(gone));
        }
        if was.quick && !is.quick {
            say((before, now), Unasked::QuickScan);
        }
    }
    conditions(old, new, pairs, &kept, say);
}

/// Of a role that is asked nothing any more that is said as a whole.
fn is_asked_anything(questionnaire: &Questionnaire, role: usize) -> bool {
    questionnaire.questions.iter().any(|question| question.is_meant_for(Some(role), false))
}

/// Reports questions whose condition some, or all, of those who were asked then do not meet now.
fn conditions(
    old: &Questionnaire,
    new: &Questionnaire,
    pairs: &Pairs,
    kept: &[(usize, usize)],
    mut say: impl FnMut((usize, usize), Unasked),
) {
    let mut changed: Vec<((usize, usize), Condition, &Condition)> = Vec::new();
    for &(before, now) in kept {
        // What is always asked leaves nobody out.
        let Some(is) = &new.questions[now].when else { continue };
        let was = &old.questions[before].when;
        if was.as_ref().is_some_and(|was| same_condition((old, was), (new, is), pairs)) {
            continue;
        }
        let was = was.as_ref().map_or(Some(Condition::All(Vec::new())), |was| translated(was, old, new, pairs));
        changed.extend(was.map(|was| ((before, now), was, is)));
    }
    if changed.is_empty() {
        return;
    }
    let both = asked_in_both(new, pairs, &changed);
    let unknown = later_rows(new, pairs);
    let mut solver = Solver::new(&both);
    for (pair, was, is) in &changed {
        let mut can = |now: Option<bool>| {
            let mut goals: Vec<(&Condition, bool)> = unknown.iter().map(|one| (one, true)).collect();
            goals.push((was, true));
            goals.extend(now.map(|truth| (*is, truth)));
            solver.can(Who::ANYBODY, &goals)
        };
        // Where nobody can have been asked, that is told of what their answers depend on.
        if can(None) == Found::Impossible {
            continue;
        }
        if can(Some(true)) == Found::Impossible {
            say(*pair, Unasked::Anybody);
        } else if let Found::Possible(_) = can(Some(false)) {
            say(*pair, Unasked::Some);
        }
    }
}

/// The later version as those see it who answered the earlier one: what came later nobody was asked, and an answer counts
/// only where it was asked for then and still is.
fn asked_in_both(
    new: &Questionnaire,
    pairs: &Pairs,
    changed: &[((usize, usize), Condition, &Condition)],
) -> Questionnaire {
    let mut both = new.clone();
    for (question, origin) in both.questions.iter_mut().zip(&pairs.origins) {
        if origin.is_none() {
            question.when = Some(Condition::Any(Vec::new()));
        }
    }
    for ((_, now), was, is) in changed {
        both.questions[*now].when = Some(Condition::All(vec![was.clone(), (*is).clone()]));
    }
    both
}

/// That rows which came later, of grids that were there, have no answer; those that conditions are about.
fn later_rows(new: &Questionnaire, pairs: &Pairs) -> Vec<Condition> {
    let mut columns = BTreeSet::new();
    new.questions.iter().filter_map(|question| question.when.as_ref()).for_each(|when| columns_of(when, &mut columns));
    let known: BTreeSet<usize> = pairs.columns.iter().flatten().copied().collect();
    let is_later = |column: &usize| !known.contains(column) && pairs.origins[new.columns[*column].question].is_some();
    let test = Test::Answered(false);
    columns.into_iter().filter(is_later).map(|column| Condition::Answer { column, test: test.clone() }).collect()
}

/// A condition of the earlier version by the columns and options of the later one. Nothing where something that it is about
/// is gone or of another kind, so that it cannot be told.
fn translated(condition: &Condition, old: &Questionnaire, new: &Questionnaire, pairs: &Pairs) -> Option<Condition> {
    let all = |list: &[Condition]| -> Option<Vec<Condition>> {
        list.iter().map(|one| translated(one, old, new, pairs)).collect()
    };
    Some(match condition {
        Condition::All(list) => Condition::All(all(list)?),
        Condition::Any(list) => Condition::Any(all(list)?),
        Condition::Not(inner) => Condition::Not(Box::new(translated(inner, old, new, pairs)?)),
        Condition::Answer { column, test } => {
            let now = pairs.columns[*column]?;
            let (was, is) = (&old.question_of(*column).kind, &new.question_of(now).kind);
            Condition::Answer { column: now, test: test_now(test, was, is)? }
        }
    })
}

/// A test by the options of today: what those were worth then, they may be worth no longer.
fn test_now(test: &Test, was: &Kind, is: &Kind) -> Option<Test> {
    let passes = |index: usize, worth: Option<f64>| match test {
        Test::Is(options) => options.contains(&index),
        Test::AtLeast(bound) => worth.is_some_and(|worth| worth >= *bound),
        Test::AtMost(bound) => worth.is_some_and(|worth| worth <= *bound),
        Test::Answered(_) => false,
    };
    match (test, was, is) {
        (Test::Answered(_), _, _) | (_, Kind::Number { .. }, Kind::Number { .. }) => Some(test.clone()),
        (_, Kind::Number { .. } | Kind::Text, _) => None,
        _ => {
            let (options, now) = (was.options(), is.options());
            let fates = match (choices(was), choices(is)) {
                ([], _) | (_, []) => options.iter().map(|(id, _)| now.iter().position(|(now, _)| now == id)).collect(),
                (before, now) => paired(before, now),
            };
            let passed = options.iter().zip(fates).enumerate();
            let passed = passed.filter(|(index, ((_, worth), _))| passes(*index, *worth));
            passed.map(|(_, (_, fate))| fate).collect::<Option<Vec<usize>>>().map(Test::Is)
        }
    }
}
