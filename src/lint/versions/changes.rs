//! The list of what changed, as data.

use std::collections::HashSet;

use super::likeness;
use super::pairs::{Fate, Listed, Pairs, paired};
use super::{routing, rows};
use crate::language::versions::What;
use crate::questionnaire::{Choice, Kind, NotApplicable, Question, Questionnaire, Range, Row};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What kind of thing changed.
    pub what: What,
    /// The question, role, stage or rule; by its id of today where it has one.
    pub id: String,
    /// The choice or the row of it.
    pub part: Option<String>,
    /// How it changed.
    pub how: How,
}

/// How something changed.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// It did.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// From one value to another.
    FromTo(String, String),
}

impl Change {
    pub(super) fn new(what: What, id: &str, how: How) -> Change {
        Change { what, id: id.to_owned(), part: None, how }
    }

    pub(super) fn part(what: What, id: &str, part: &str, how: How) -> Change {
        Change { what, id: id.to_owned(), part: Some(part.to_owned()), how }
    }
}

pub(super) fn from_to(before: impl ToString, now: impl ToString) -> How {
    How::FromTo(before.to_string(), now.to_string())
}

/// Questions that came, went or have another id.
pub(super) fn of_list(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, changes: &mut Vec<Change>) {
    for (before, fate) in pairs.fates.iter().enumerate() {
        let id = &old.questions[before].id;
        match fate {
            Fate::Kept(_) => {}
            Fate::Renamed(now) => {
                let now = &new.questions[*now].id;
                changes.push(Change::new(What::Renamed, now, from_to(id, now)));
            }
            _ => changes.push(Change::new(What::Removed, id, How::Changed)),
        }
    }
    let added = new.questions.iter().zip(&pairs.origins).filter(|(_, origin)| origin.is_none());
    changes.extend(added.map(|(question, _)| Change::new(What::Added, &question.id, How::Changed)));
}

/// What changed in one question.
pub(super) fn of_question(
    (old, before): (&Questionnaire, usize),
    (new, now): (&Questionnaire, usize),
    pairs: &Pairs,
    changes: &mut Vec<Change>,
) {
    let (was, is) = (&old.questions[before], &new.questions[now]);
    let id = is.id.as_str();
    let mut push = |what, how| changes.push(Change::new(what, id, how));
    let place = |q: &Questionnaire, question: &Question| -> String {
        question.at.iter().map(|&leaf| q.dimensions[leaf].id.as_str()).collect::<Vec<_>>().join(" × ")
    };
    let (at, at_now) = (place(old, was), place(new, is));
    if at != at_now {
        push(What::Moved, from_to(at, at_now));
    }
    let same_help = match (&was.help, &is.help) {
        (Some(before), Some(now)) => likeness::same(before, now),
        (before, now) => before.is_none() == now.is_none(),
    };
    if !likeness::same(&was.ask, &is.ask) || !same_help {
        push(What::Reworded, How::Changed);
    }
    if was.weight != is.weight {
        push(What::Weights, from_to(was.weight, is.weight));
    }
    if !routing::same((old, was), (new, is), pairs) {
        push(What::Routing, How::Changed);
    }
    let (kind, kind_now) = (kind(was), kind(is));
    if kind != kind_now {
        push(What::Answers, from_to(kind, kind_now));
    }
    let (offered, offered_now) = (offered(was), offered(is));
    if offered != offered_now {
        changes.push(Change::part(What::Answers, id, "not-applicable", from_to(offered, offered_now)));
    }
    let (list, list_now) = (choices(&was.kind), choices(&is.kind));
    of_choices(id, list, list_now, changes);
    of_rows(was, is, changes);
}

/// The type of a question, with its ends where it has two.
pub(super) fn kind_and_ends(kind: &Kind) -> String {
    match kind {
        Kind::Rating { from, to } => format!("rating {from}–{to}"),
        Kind::Number { from, to } => format!("number {from}–{to}"),
        kind => kind.word().to_owned(),
    }
}

/// The type of a question with what else decides what an answer is worth.
fn kind(question: &Question) -> String {
    let mut words = kind_and_ends(&question.kind);
    let lowest = |range: &Range| *range == Range::LowestToHighest;
    if matches!(&question.kind, Kind::Choice { range, .. } | Kind::Grid { range, .. } if lowest(range)) {
        words.push_str(" lowest-to-highest");
    }
    if question.reverse {
        words.push_str(" reverse");
    }
    if question.paper_and_practice {
        words.push_str(" paper_and_practice");
    }
    words
}

fn offered(question: &Question) -> &'static str {
    match question.not_applicable {
        NotApplicable::NotOffered => "false",
        NotApplicable::ReasonOptional => "optional",
        NotApplicable::ReasonRequired => "required",
    }
}

/// The choices of a question; none where it has no list.
pub(super) fn choices(kind: &Kind) -> &[Choice] {
    match kind {
        Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } => choices,
        _ => &[],
    }
}

fn of_choices(id: &str, before: &[Choice], now: &[Choice], changes: &mut Vec<Change>) {
    for (was, is) in of_listed(What::Choices, id, before, now, changes) {
        if is.value != was.value {
            let value = |value: Option<f64>| value.map_or("–".to_owned(), |value| value.to_string());
            changes.push(Change::part(What::Values, id, &is.id, from_to(value(was.value), value(is.value))));
        }
        if !likeness::same(&was.label, &is.label) {
            changes.push(Change::part(What::ChoicesReworded, id, &is.id, How::Changed));
        }
        if is.exclusive != was.exclusive {
            changes.push(Change::part(What::Choices, id, &is.id, How::Changed));
        }
    }
}

fn of_rows(was: &Question, is: &Question, changes: &mut Vec<Change>) {
    let id = is.id.as_str();
    for (before, now) in of_listed(What::Rows, id, rows::of(was), rows::of(is), changes) {
        let best = |question: &Question, row: &Row| {
            row.highest.and_then(|_| rows::best(question, row)).map_or("–".to_owned(), |(id, _)| id)
        };
        if before.highest.is_some() || now.highest.is_some() {
            let (highest, highest_now) = (best(was, before), best(is, now));
            if highest != highest_now {
                let how = from_to(format!("highest: {highest}"), format!("highest: {highest_now}"));
                changes.push(Change::part(What::Rows, id, &now.id, how));
            }
        }
        if !likeness::same(&before.title, &now.title) {
            changes.push(Change::part(What::RowsReworded, id, &now.id, How::Changed));
        }
    }
}

/// What came, went or has another id in a list of a question; returns what both versions have.
fn of_listed<'q, T: Listed>(
    what: What,
    question: &str,
    before: &'q [T],
    now: &'q [T],
    changes: &mut Vec<Change>,
) -> Vec<(&'q T, &'q T)> {
    let fates = paired(before, now);
    for (was, fate) in before.iter().zip(&fates) {
        match fate.map(|index| &now[index]) {
            None => changes.push(Change::part(what, question, was.id(), How::Removed)),
            Some(is) if is.id() != was.id() => {
                changes.push(Change::part(what, question, is.id(), from_to(was.id(), is.id())));
            }
            Some(_) => {}
        }
    }
    let kept: HashSet<usize> = fates.iter().flatten().copied().collect();
    let added = now.iter().enumerate().filter(|(index, _)| !kept.contains(index));
    changes.extend(added.map(|(_, is)| Change::part(what, question, is.id(), How::Added)));
    before.iter().zip(fates).filter_map(|(was, fate)| Some((was, &now[fate?]))).collect()
}
