//! Which question of one version is which of another: by id, by `was`, and as a guess by the same words.

use std::collections::HashMap;

use super::likeness::words;
use crate::questionnaire::{Question, Questionnaire};

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
        let (mut ids, mut former) = (HashMap::new(), HashMap::new());
        for (index, question) in new.questions.iter().enumerate() {
            ids.insert(question.id.as_str(), index);
            former.extend(question.history.was.iter().map(|former| (former.id.as_str(), index)));
        }
        let version = old.number();
        let dropped = new.dropped.iter().filter(|dropped| dropped.since > version);
        let dropped: HashMap<&str, ()> = dropped.map(|dropped| (dropped.id.as_str(), ())).collect();
        let fate = |question: &Question| match (ids.get(question.id.as_str()), former.get(question.id.as_str())) {
            (Some(&now), _) => Fate::Kept(now),
            (None, Some(&now)) => Fate::Renamed(now),
            (None, None) if dropped.contains_key(question.id.as_str()) => Fate::Dropped,
            (None, None) => Fate::Vanished,
        };
        let mut fates: Vec<Fate> = old.questions.iter().map(fate).collect();
        let mut origins = vec![None; new.questions.len()];
        for (before, fate) in fates.iter().enumerate() {
            if let Some(now) = fate.now() {
                origins[now].get_or_insert(before);
            }
        }
        by_words(old, new, &mut fates, &origins);
        Pairs { fates, origins, columns: columns(old, new), asked: asked(&old.questions) }
    }
}

/// The columns of the earlier version in the later one.
fn columns(old: &Questionnaire, new: &Questionnaire) -> Vec<Option<usize>> {
    let former = new.former_columns();
    let mut names: HashMap<&str, usize> = former.iter().map(|(name, index)| (name.as_str(), *index)).collect();
    names.extend(new.columns.iter().enumerate().map(|(index, column)| (column.id.as_str(), index)));
    old.columns.iter().map(|column| names.get(column.id.as_str()).copied()).collect()
}

/// The words of questions, each with the first that has them.
fn asked(questions: &[Question]) -> HashMap<(String, String), usize> {
    let mut asked = HashMap::new();
    for (index, question) in questions.iter().enumerate() {
        for (tag, text) in question.ask.iter() {
            asked.entry((tag.as_str().to_owned(), words(text))).or_insert(index);
        }
    }
    asked
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
        let mut texts = old.questions[before].ask.iter();
        let same = texts.find_map(|(tag, text)| added.get(&(tag.as_str().to_owned(), words(text))).copied());
        if let Some(now) = same.filter(|&now| !std::mem::replace(&mut taken[now], true)) {
            *fate = Fate::SameWords(now);
        }
    }
}
