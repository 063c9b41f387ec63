//! A condition in words, for those who fill in the form on paper.

use super::label;
use crate::language::{Language, form as words};
use crate::questionnaire::{Condition, Questionnaire, Test};

/// The condition as part of a sentence. Questions are named by their number on the form.
pub(in crate::forms) fn in_words(q: &Questionnaire, condition: &Condition, l: Language, tag: &str) -> String {
    match condition {
        Condition::All(all) => l.list(&several(q, all, l, tag)),
        Condition::Any(any) => l.either(&several(q, any, l, tag)),
        Condition::Not(inner) => words::not_so(l, &nested(q, inner, l, tag)),
        Condition::Answer { column, test } => answer(q, *column, test, l, tag),
    }
}

fn several(q: &Questionnaire, conditions: &[Condition], l: Language, tag: &str) -> Vec<String> {
    conditions.iter().map(|one| nested(q, one, l, tag)).collect()
}

/// In brackets where it could be read in two ways.
fn nested(q: &Questionnaire, condition: &Condition, l: Language, tag: &str) -> String {
    let text = in_words(q, condition, l, tag);
    match condition {
        Condition::All(list) | Condition::Any(list) if list.len() > 1 => format!("({text})"),
        _ => text,
    }
}

fn answer(q: &Questionnaire, column: usize, test: &Test, l: Language, tag: &str) -> String {
    let place = &q.columns[column];
    let question = &q.questions[place.question];
    let part = label::part(question, place.part, l, tag);
    let name = words::question(l, place.question + 1, part.as_deref());
    let (wanted, answers) = match test {
        Test::Answered(answered) => return words::is_answered(l, &name, *answered),
        Test::Is(options) => {
            let options = options.iter().map(|&index| words::quoted(&label::option(&question.kind, index, l, tag)));
            (words::Wanted::Is, options.collect())
        }
        Test::AtLeast(bound) => (words::Wanted::AtLeast, vec![label::at_least(&question.kind, *bound, l, tag)]),
        Test::AtMost(bound) => (words::Wanted::AtMost, vec![label::at_most(&question.kind, *bound, l, tag)]),
    };
    words::answer_is(l, &name, wanted, &answers)
}
