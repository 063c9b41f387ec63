//! Which question of one version is which of another, and likewise choices and rows: by id, by `was`, and of questions as
//! a guess by the same words.

use std::collections::HashMap;

use super::likeness::words;
use crate::diagnostics::Thing;
use crate::questionnaire::{Choice, Former, Question, Questionnaire, Row, Text, Version};
use crate::source::Span;

/// What stands in a list and has an id that may change from version to version.
pub(super) trait Listed {
    /// What it is.
    const THING: Thing;
    fn id(&self) -> &str;
    /// The ids it had in earlier versions.
    fn was(&self) -> &[Former];
    /// The version that brought it.
    fn since(&self) -> Option<Version>;
    /// What people read.
    fn text(&self) -> &Text;
    fn span(&self) -> Span;
}

impl Listed for Question {
    const THING: Thing = Thing::Question;
    fn id(&self) -> &str {
        &self.id
    }
    fn was(&self) -> &[Former] {
        &self.history.was
    }
    fn since(&self) -> Option<Version> {
        self.history.since
    }
    fn text(&self) -> &Text {
        &self.ask
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Listed for Row {
    const THING: Thing = Thing::Row;
    fn id(&self) -> &str {
        &self.id
    }
    fn was(&self) -> &[Former] {
        &self.history.was
    }
    fn since(&self) -> Option<Version> {
        self.history.since
    }
    fn text(&self) -> &Text {
        &self.title
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Listed for Choice {
    const THING: Thing = Thing::Choice;
    fn id(&self) -> &str {
        &self.id
    }
    fn was(&self) -> &[Former] {
        &self.was
    }
    fn since(&self) -> Option<Version> {
        None
    }
    fn text(&self) -> &Text {
        &self.label
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// Whose every id of a list is: that of today first, then those that `was` names.
pub(super) struct Owners<'q>(HashMap<&'q str, usize>);

impl<'q> Owners<'q> {
    pub(super) fn of<T: Listed>(list: &'q [T]) -> Owners<'q> {
        let former =
            list.iter().enumerate().flat_map(|(index, one)| one.was().iter().map(move |was| (&*was.id, index)));
        let mut owners: HashMap<&str, usize> = former.collect();
        owners.extend(list.iter().enumerate().map(|(index, one)| (one.id(), index)));
        Owners(owners)
    }

    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }
}

/// Per entry of a list of the earlier version, its index in that of the later one.
pub(super) fn paired<T: Listed>(before: &[T], now: &[T]) -> Vec<Option<usize>> {
    let owners = Owners::of(now);
    before.iter().map(|one| owners.get(one.id())).collect()
}

/// Words of a list, by language, each with the first entry that has them.
pub(super) fn said<T: Listed>(list: &[T]) -> HashMap<(String, String), usize> {
    let mut said = HashMap::new();
    for (index, one) in list.iter().enumerate() {
        for (tag, text) in one.text().iter() {
            said.entry((tag.as_str().to_owned(), words(text))).or_insert(index);
        }
    }
    said
}

/// The first entry among `said` that has the words of a text in some language.
pub(super) fn with_words(said: &HashMap<(String, String), usize>, text: &Text) -> Option<usize> {
    text.iter().find_map(|(tag, text)| said.get(&(tag.as_str().to_owned(), words(text))).copied())
}

/// What became of a question of the earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It has the id it had: its index now.
    Kept(usize),
    /// It has another id, and says so.
    Renamed(usize),
    /// It is dropped, and the questionnaire says so.
    Dropped,
    /// It is not there, but a new question has its words.
    SameWords(usize),
    /// It is not there, and nothing says why.
    Vanished,
}

impl Fate {
    /// The question that its answers are for now.
    pub(super) fn now(self) -> Option<usize> {
        match self {
            Fate::Kept(now) | Fate::Renamed(now) => Some(now),
            _ => None,
        }
    }
}

/// Both versions side by side.
pub(super) struct Pairs {
    /// Per question of the earlier version, what became of it.
    pub(super) fates: Vec<Fate>,
    /// Per question of the later version, which one it was.
    pub(super) origins: Vec<Option<usize>>,
    /// Per column of the earlier version, the one it is now.
    pub(super) columns: Vec<Option<usize>>,
    /// The question of the earlier version that has these words, by language and words.
    pub(super) asked: HashMap<(String, String), usize>,
}

impl Pairs {
    pub(super) fn new(old: &Questionnaire, new: &Questionnaire) -> Pairs {
        let version = old.number();
        let dropped = new.dropped.iter().filter(|dropped| dropped.since > version);
        let dropped: HashMap<&str, ()> = dropped.map(|dropped| (dropped.id.as_str(), ())).collect();
        let fate = |(question, now): (&Question, Option<usize>)| match now {
            Some(now) if new.questions[now].id == question.id => Fate::Kept(now),
            Some(now) => Fate::Renamed(now),
            None if dropped.contains_key(question.id.as_str()) => Fate::Dropped,
            None => Fate::Vanished,
        };
        let mut fates: Vec<Fate> = old.questions.iter().zip(paired(&old.questions, &new.questions)).map(fate).collect();
        let mut origins = vec![None; new.questions.len()];
        for (before, fate) in fates.iter().enumerate() {
            if let Some(now) = fate.now() {
                origins[now].get_or_insert(before);
            }
        }
        by_words(old, new, &mut fates, &origins);
        Pairs { fates, origins, columns: columns(old, new), asked: said(&old.questions) }
    }

    /// The questions that both versions have, by their indices in the earlier and in the later one.
    pub(super) fn both(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        self.fates.iter().enumerate().filter_map(|(before, fate)| Some((before, fate.now()?)))
    }
}

/// Every name that a column has, or had in an earlier version, with the index of the column.
pub(super) fn named_columns(q: &Questionnaire) -> HashMap<String, usize> {
    let mut names: HashMap<String, usize> = q.former_columns().into_iter().collect();
    names.extend(q.columns.iter().enumerate().map(|(index, column)| (column.id.clone(), index)));
    names
}

/// The columns of the earlier version in the later one.
fn columns(old: &Questionnaire, new: &Questionnaire) -> Vec<Option<usize>> {
    let names = named_columns(new);
    old.columns.iter().map(|column| names.get(&column.id).copied()).collect()
}

/// Finds for questions that are not there a new one with the same words, each for one of them.
fn by_words(old: &Questionnaire, new: &Questionnaire, fates: &mut [Fate], origins: &[Option<usize>]) {
    let mut added: HashMap<(String, String), usize> = HashMap::new();
    for (index, question) in new.questions.iter().enumerate().filter(|(index, _)| origins[*index].is_none()) {
        for (tag, text) in question.ask.iter() {
            added.entry((tag.as_str().to_owned(), words(text))).or_insert(index);
        }
    }
    let mut taken = vec![false; new.questions.len()];
    for (before, fate) in fates.iter_mut().enumerate().filter(|(_, fate)| **fate == Fate::Vanished) {
        let same = with_words(&added, &old.questions[before].ask);
        if let Some(now) = same.filter(|&now| !std::mem::replace(&mut taken[now], true)) {
            *fate = Fate::SameWords(now);
        }
    }
}
