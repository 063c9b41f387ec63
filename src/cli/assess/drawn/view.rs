//! What a screen remembers between two keys and the interview does not: what is pointed at, what is being typed, how far
//! it is scrolled.

use peil::interview::{Place, QuestionStep};
use peil::questionnaire::Kind;
use peil::responses::Answer;

use super::field::Field;

/// What the keys are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mode {
    /// Choosing, and going about.
    #[default]
    Keys,
    /// Typing an answer.
    Answer,
    /// Typing a comment.
    Comment,
    /// Typing what shows the answer.
    Evidence,
    /// Typing why a question does not apply.
    Reason,
    /// Reading the keys.
    Help,
}

/// A place of the interview on the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct View {
    pub(super) place: Option<Place>,
    pub(super) mode: Mode,
    /// The option pointed at, by its place in the list.
    pub(super) at: Option<usize>,
    /// Digits of a number that is not whole yet.
    pub(super) digits: String,
    /// The answer, in a question that takes a number or a text.
    pub(super) answer: Field,
    /// What is being typed beside the answer.
    pub(super) note: Field,
    /// The first line of the body in sight.
    pub(super) scroll: usize,
    /// Whether what is pointed at has to be in sight.
    pub(super) follow: bool,
    /// Enter without an answer was pressed once.
    pub(super) asked_twice: bool,
}

impl View {
    /// A place that was just reached.
    pub(super) fn at(place: Place) -> View {
        View { place: Some(place), follow: true, ..View::default() }
    }

    /// A question that was just reached; `words` are those of the answer given before.
    pub(super) fn question(place: Place, step: &QuestionStep<'_>, words: Option<&str>) -> View {
        let typed = matches!(step.question.kind, Kind::Number { .. } | Kind::Text);
        let given = step.answer.filter(|answer| is_given(answer)).and(words);
        let mode = match (place, &step.question.kind) {
            (Place::Evidence(_), _) => Mode::Evidence,
            (_, Kind::Text) => Mode::Answer,
            _ => Mode::Keys,
        };
        let at = (0..step.options.len()).find(|&index| step.is_chosen(&step.options[index]));
        let answer = if typed { Field::new(given.unwrap_or_default()) } else { Field::default() };
        View { mode, at, answer, ..View::at(place) }
    }
}

/// Whether an answer says something, rather than that one does not know or that it does not apply.
pub(super) fn is_given(answer: &Answer) -> bool {
    matches!(answer, Answer::Chosen(_) | Answer::Text(_))
}
