//! What can be chosen in one cell: the words of each answer in a language, and what they mean.

use crate::forms::clean::{clean, folded};
use crate::forms::label;
use crate::forms::tags::spoken;
use crate::language::form as words;
use crate::questionnaire::{Kind, NotApplicable, Part, Question, Questionnaire};

/// What an answer in a list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The option of the question with this index.
    Option(usize),
    DontKnow,
    NotApplicable,
    /// No box is ticked.
    Nothing,
}

/// An answer as it stands in a list.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) text: String,
    pub(super) meaning: Meaning,
}

/// What can be chosen beside a question, a row or a half of it, in the language of `tag`; of a question with boxes,
/// what can be chosen instead of ticking some. Empty for free text.
pub(super) fn of(q: &Questionnaire, column: usize, tag: &str) -> Vec<Offer> {
    let question = q.question_of(column);
    let l = spoken(tag);
    let mut offers = options(question, q.columns[column].part, tag);
    if matches!(question.kind, Kind::Multiple { .. }) && offers.is_empty() {
        offers.push(Offer { text: words::none_of_these(l), meaning: Meaning::Nothing });
    }
    // A text that nobody knows is left open.
    if !matches!(question.kind, Kind::Text) {
        offers.push(Offer { text: words::dont_know(l), meaning: Meaning::DontKnow });
    }
    if question.not_applicable != NotApplicable::NotOffered {
        offers.push(Offer { text: words::not_applicable(l), meaning: Meaning::NotApplicable });
    }
    told_apart(question, offers)
}

/// The options to choose one from.
fn options(question: &Question, part: Part, tag: &str) -> Vec<Offer> {
    let l = spoken(tag);
    let count = question.kind.options().len();
    let offered = |index: &usize| match &question.kind {
        // The others are ticked, each on its own line.
        Kind::Multiple { choices } => choices[*index].exclusive,
        kind => kind.offers(part, *index),
    };
    let offer = |index| Offer {
        text: one_line(&label::option(&question.kind, index, l, tag)),
        meaning: Meaning::Option(index),
    };
    (0..count).filter(offered).map(offer).collect()
}

/// Two answers with the same words get their ids behind them.
fn told_apart(question: &Question, mut offers: Vec<Offer>) -> Vec<Offer> {
    let ids = question.kind.options();
    let texts: Vec<String> = offers.iter().map(|offer| folded(&offer.text)).collect();
    for (index, offer) in offers.iter_mut().enumerate() {
        let twice = texts.iter().enumerate().any(|(other, text)| other != index && *text == texts[index]);
        if let (true, Meaning::Option(option)) = (twice, offer.meaning) {
            offer.text = format!("{} ({})", offer.text, ids[option].0);
        }
    }
    offers
}

/// A text for a list, which has one line for each answer.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
