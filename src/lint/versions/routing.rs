//! Whether a question is asked of the same people under the same condition as before.

use super::pairs::Pairs;
use crate::questionnaire::{Condition, Question, Questionnaire, Test};
use crate::sorting;

/// A questionnaire and one of its questions.
type Asked<'a> = (&'a Questionnaire, &'a Question);

/// Whether roles, quick scan and condition are the same, by whatever ids their parts go now.
pub(super) fn same((old, was): Asked<'_>, (new, is): Asked<'_>, pairs: &Pairs) -> bool {
    let roles = |(q, question): Asked<'_>| -> Option<Vec<String>> {
        question.roles.as_ref().map(|roles| roles.iter().map(|&role| q.roles[role].id.clone()).collect())
    };
    let when = match (&was.when, &is.when) {
        (Some(before), Some(now)) => same_condition((old, before), (new, now), pairs),
        (before, now) => before.is_none() && now.is_none(),
    };
    when && was.quick == is.quick && roles((old, was)) == roles((new, is))
}

/// Whether two conditions say the same of the same answers.
pub(super) fn same_condition(
    (old, before): (&Questionnaire, &Condition),
    (new, now): (&Questionnaire, &Condition),
    pairs: &Pairs,
) -> bool {
    let all = |before: &[Condition], now: &[Condition]| {
        before.len() == now.len() && before.iter().zip(now).all(|(b, n)| same_condition((old, b), (new, n), pairs))
    };
    match (before, now) {
        (Condition::All(before), Condition::All(now)) | (Condition::Any(before), Condition::Any(now)) => {
            all(before, now)
        }
        (Condition::Not(before), Condition::Not(now)) => same_condition((old, before), (new, now), pairs),
        (Condition::Answer { column: was, test: before }, Condition::Answer { column: is, test: now }) => {
            pairs.columns[*was] == Some(*is) && tested(old, *was, before) == tested(new, *is, now)
        }
        _ => false,
    }
}

/// A test with the ids of its options in place of their indices.
fn tested(q: &Questionnaire, column: usize, test: &Test) -> String {
    match test {
        Test::Is(options) => {
            let ids = q.question_of(column).kind.options();
            let mut ids: Vec<&str> = options.iter().map(|&option| ids[option].0.as_str()).collect();
            sorting::sort(&mut ids);
            format!("is {}", ids.join(" "))
        }
        Test::AtLeast(bound) => format!("at_least {bound}"),
        Test::AtMost(bound) => format!("at_most {bound}"),
        Test::Answered(wanted) => format!("answered {wanted}"),
    }
}
