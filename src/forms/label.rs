//! The words of answers and of parts of questions, whatever the type of the question.

use crate::language::{Language, form as words};
use crate::questionnaire::{Kind, Part, Question};

/// The words of the option with this index.
pub(in crate::forms) fn option(kind: &Kind, index: usize, l: Language, tag: &str) -> String {
    match kind {
        Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } => {
            choices[index].label.get(tag).to_owned()
        }
        Kind::Rating { from, .. } => words::plain_number(l, (from + index as i64) as f64),
        Kind::YesNo if index == 0 => words::yes(l),
        Kind::YesNo => words::no(l),
        Kind::Number { .. } | Kind::Text => String::new(),
    }
}

/// The words of a part of a question; `None` for a question that has none.
pub(in crate::forms) fn part(question: &Question, part: Part, l: Language, tag: &str) -> Option<String> {
    match (part, &question.kind) {
        (Part::Row(index), Kind::Grid { rows, .. }) => Some(rows[index].title.get(tag).to_owned()),
        (Part::Paper, _) => Some(words::on_paper(l)),
        (Part::Practice, _) => Some(words::in_practice(l)),
        _ => None,
    }
}

/// The lowest answer worth at least `bound` as written, in words; the bound itself where answers are numbers or where
/// no answer is worth that much.
pub(in crate::forms) fn at_least(kind: &Kind, bound: f64, l: Language, tag: &str) -> String {
    nearest(kind, l, tag, bound, |value| value >= bound, |one, other| one < other)
}

/// The highest answer worth at most `bound`, likewise.
pub(in crate::forms) fn at_most(kind: &Kind, bound: f64, l: Language, tag: &str) -> String {
    nearest(kind, l, tag, bound, |value| value <= bound, |one, other| one > other)
}

fn nearest(
    kind: &Kind,
    l: Language,
    tag: &str,
    bound: f64,
    fits: impl Fn(f64) -> bool,
    before: impl Fn(f64, f64) -> bool,
) -> String {
    let mut best: Option<(usize, f64)> = None;
    for (index, (_, value)) in kind.options().into_iter().enumerate() {
        let Some(value) = value.filter(|value| fits(*value)) else { continue };
        if best.is_none_or(|(_, known)| before(value, known)) {
            best = Some((index, value));
        }
    }
    match best {
        Some((index, _)) => words::quoted(&option(kind, index, l, tag)),
        None => words::plain_number(l, bound),
    }
}
