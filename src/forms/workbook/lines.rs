//! The lines of the sheet of answers, before anything is drawn.

use super::heading::BOX;
use super::offers::{self, Offer};
use super::{Book, say};
use crate::forms::clean::clean;
use crate::forms::{label, offered, when};
use crate::language::form as words;
use crate::questionnaire::{Kind, NotApplicable, Part, Question};

/// One line.
pub(super) enum Line {
    /// Where another theme begins.
    Theme(String),
    /// A question, or a part of one.
    Ask(Ask),
}

/// A line with a question, or with a part of one below it.
#[derive(Default)]
pub(super) struct Ask {
    /// What it is read back by; a line that only introduces others has none.
    pub(super) id: Option<String>,
    /// The number of the question, on its first line.
    pub(super) number: Option<usize>,
    /// Whether it stands below the question.
    pub(super) part: bool,
    pub(super) pieces: Vec<(Piece, String)>,
    pub(super) takes: Takes,
    pub(super) reason: bool,
    pub(super) evidence: bool,
    pub(super) comment: bool,
}

/// What a piece of the text of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Ask,
    Help,
    Condition,
    Choice,
}

/// What a cell for an answer takes.
#[derive(Default)]
pub(super) enum Takes {
    #[default]
    Nothing,
    OneOf(Vec<String>),
    NumberOr(Vec<String>),
    Text,
}

/// Every line, in the order of the questions.
pub(super) fn lines(book: &Book<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut theme: Option<&[usize]> = None;
    for index in (0..book.q.questions.len()).filter(|&index| offered(book.q, book.settled, index)) {
        let question = &book.q.questions[index];
        if theme != Some(question.at.as_slice()) {
            let titles = question.at.iter().map(|&at| clean(book.q.dimensions[at].title.get(book.tag)));
            lines.push(Line::Theme(titles.collect::<Vec<_>>().join(" · ")));
            theme = Some(&question.at);
        }
        lines.extend(asks(book, index).into_iter().map(Line::Ask));
    }
    lines
}

/// The lines of one question: one, or one on top and one for each part.
fn asks(book: &Book<'_>, index: usize) -> Vec<Ask> {
    let question = &book.q.questions[index];
    let columns: Vec<usize> =
        (0..book.q.columns.len()).filter(|&column| book.q.columns[column].question == index).collect();
    let top = Ask { number: Some(index + 1), pieces: introduction(book, question), ..Ask::default() };
    let mut lines = Vec::new();
    if let [column] = columns[..]
        && book.q.columns[column].part == Part::Whole
    {
        lines.extend(answerable(book, column, top));
    } else {
        lines.push(top);
        for column in columns {
            let part = label::part(question, book.q.columns[column].part, book.l, book.tag).unwrap_or_default();
            let line = Ask { part: true, pieces: vec![(Piece::Help, clean(&part))], ..Ask::default() };
            lines.extend(answerable(book, column, line));
        }
    }
    lines
}

/// A line with a place for its answer, and one for each of its boxes.
fn answerable(book: &Book<'_>, column: usize, mut line: Ask) -> Vec<Ask> {
    let question = book.q.question_of(column);
    let id = &book.q.columns[column].id;
    let offers = offers::of(book.q, column, book.tag);
    let texts = |offers: &[Offer]| offers.iter().map(|offer| offer.text.clone()).collect();
    let mut boxes = Vec::new();
    line.takes = match &question.kind {
        Kind::Text => Takes::Text,
        Kind::Number { .. } => Takes::NumberOr(texts(&offers)),
        _ => Takes::OneOf(texts(&offers)),
    };
    if let Kind::Multiple { choices } = &question.kind {
        let quoted: Vec<String> = offers.iter().map(|offer| words::quoted(&offer.text)).collect();
        line.pieces.push((Piece::Help, say::tick(book.l)));
        line.pieces.push((Piece::Help, say::instead(book.l, &quoted)));
        boxes.extend(choices.iter().filter(|choice| !choice.exclusive).map(|choice| Ask {
            id: Some(format!("{id}{BOX}{}", choice.id)),
            part: true,
            pieces: vec![(Piece::Help, offers::one_line(choice.label.get(book.tag)))],
            takes: Takes::OneOf(vec![words::yes(book.l)]),
            ..Ask::default()
        }));
    }
    line.id = Some(id.clone());
    line.reason = question.not_applicable != NotApplicable::NotOffered;
    line.evidence = question.evidence_from.is_some();
    line.comment = true;
    let mut lines = vec![line];
    lines.extend(boxes);
    lines
}

/// The question, its help, for whom and when it is, and what can be answered.
fn introduction(book: &Book<'_>, question: &Question) -> Vec<(Piece, String)> {
    let (q, l, tag) = (book.q, book.l, book.tag);
    let mut pieces = vec![(Piece::Ask, clean(question.ask.get(tag)))];
    if let Some(help) = &question.help {
        pieces.push((Piece::Help, clean(help.get(tag))));
    }
    // Whoever has a role of their own gets no question that is not for them.
    if let (Some(roles), None) = (&question.roles, book.settled.voice) {
        let titles: Vec<String> = roles.iter().map(|&role| clean(q.roles[role].title.get(tag))).collect();
        pieces.push((Piece::Condition, words::only_roles(l, &titles)));
    }
    if let Some(condition) = &question.when {
        pieces.push((Piece::Condition, clean(&words::only_when(l, &when::in_words(q, condition, l, tag)))));
    }
    pieces.extend(choices(book, question));
    pieces
}

/// What can be answered, in words: a list that drops down hides it, and paper has none.
fn choices(book: &Book<'_>, question: &Question) -> Vec<(Piece, String)> {
    let (l, tag) = (book.l, book.tag);
    let from = question.evidence_from;
    let mut pieces = Vec::new();
    match &question.kind {
        Kind::Choice { choices, .. } | Kind::Grid { choices, .. } => {
            let shown = |value: Option<f64>| from.is_some_and(|from| value.is_some_and(|value| value >= from));
            for choice in choices {
                let star = if shown(choice.value) { " *" } else { "" };
                pieces.push((Piece::Choice, format!("• {}{star}", offers::one_line(choice.label.get(tag)))));
            }
            if choices.iter().any(|choice| shown(choice.value)) {
                pieces.push((Piece::Choice, say::star(l)));
            }
            return pieces;
        }
        Kind::Rating { from, to } => {
            let number = |value: i64| words::plain_number(l, value as f64);
            pieces.push((Piece::Choice, say::scale(l, &number(*from), &number(*to))));
        }
        Kind::Number { from, to } => pieces.push((Piece::Choice, format!("{}.", words::number_between(l, *from, *to)))),
        Kind::YesNo | Kind::Multiple { .. } | Kind::Text => {}
    }
    if let Some(from) = from {
        let from = match question.kind {
            Kind::YesNo => words::quoted(&words::yes(l)),
            _ => words::plain_number(l, from),
        };
        pieces.push((Piece::Choice, say::evidence_from(l, &from)));
    }
    pieces
}
