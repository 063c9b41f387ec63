//! Answers of earlier versions of a questionnaire: which ids they have now, and what was done to them.
//!
//! This module says what an old name means; reading the answer itself is left to whoever reads those of today.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::codec::Codec;
use crate::language::versions::Mapped;
use crate::questionnaire::{Questionnaire, Version};

/// What has become of a column of some version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Became {
    /// It has the name it had, or another one: the index of the column.
    Column(usize),
    /// It is gone: the index in `dropped`.
    Dropped(usize),
}

/// The names that the columns of a questionnaire have had.
#[derive(Clone, Debug)]
pub(crate) struct Lineage {
    columns: HashMap<String, usize>,
}

impl Lineage {
    pub(crate) fn new(questionnaire: &Questionnaire) -> Lineage {
        Lineage { columns: questionnaire.former_columns().into_iter().collect() }
    }

    /// What a name is now that columns have in no version of today: an earlier one of a column, or a dropped one.
    pub(super) fn former(&self, name: &str, questionnaire: &Questionnaire) -> Option<Became> {
        let column = self.columns.get(name).copied().map(Became::Column);
        let dropped = || questionnaire.dropped.iter().position(|dropped| dropped.covers(name));
        column.or_else(|| dropped().map(Became::Dropped))
    }

    /// The same for the answers of one version: a question that was still asked in it is not dropped for them.
    pub(super) fn former_in(&self, name: &str, version: Version, questionnaire: &Questionnaire) -> Option<Became> {
        match self.former(name, questionnaire)? {
            Became::Dropped(_) => questionnaire.dropped_as(name, version).map(Became::Dropped),
            column => Some(column),
        }
    }
}

/// What an earlier version did not have yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// A question, by index.
    Question(usize),
    /// A row of a grid that it had, by the index of its column.
    Row(usize),
}

impl NotYet {
    /// Its name: the id of the question, or that of the column.
    pub fn id(self, questionnaire: &Questionnaire) -> &str {
        match self {
            NotYet::Question(index) => &questionnaire.questions[index].id,
            NotYet::Row(column) => &questionnaire.columns[column].id,
        }
    }
}

/// The respondents who answered one earlier version, and what was done to their answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// How many there are.
    pub respondents: u32,
    /// Old names of columns, each with the index of the column of today.
    pub renamed: BTreeMap<String, usize>,
    /// Old ids of choices, each with its column by index, and the id of today.
    pub rechosen: BTreeMap<(usize, String), String>,
    /// Ids under `dropped` whose answers were left out.
    pub dropped: BTreeSet<String>,
    /// Scored questions, by index, that a table of answers has no column for: it may have one by a name that this version
    /// does not know, which then passes for a class.
    pub absent: BTreeSet<usize>,
}

impl Earlier {
    /// How much was done to their answers.
    pub fn mapped(&self, questionnaire: &Questionnaire, version: Version) -> Mapped {
        let question = |column: &usize| questionnaire.columns[*column].question;
        let (mut later, mut rows) = (0, 0);
        for one in self.not_yet(questionnaire, version) {
            match one {
                NotYet::Question(_) => later += 1,
                NotYet::Row(_) => rows += 1,
            }
        }
        Mapped {
            renamed: self.renamed.values().map(question).collect::<BTreeSet<_>>().len(),
            dropped: self.dropped.len(),
            later,
            rows,
            absent: self.absent.len(),
            choices: self.rechosen.keys().map(|(column, old)| (question(column), old)).collect::<BTreeSet<_>>().len(),
        }
    }

    /// What this version did not have yet, in the order of the questions.
    pub fn not_yet(&self, questionnaire: &Questionnaire, version: Version) -> Vec<NotYet> {
        let mut found = Vec::new();
        let later = |column: &usize| questionnaire.column_since(*column).is_some_and(|since| since > version);
        for question in 0..questionnaire.questions.len() {
            let columns = questionnaire.columns_of(question);
            if columns.clone().all(|column| later(&column)) {
                found.push(NotYet::Question(question));
            } else {
                found.extend(columns.filter(later).map(NotYet::Row));
            }
        }
        found
    }

    /// Takes over what was done to more of their answers.
    pub fn merge(&mut self, other: Earlier) {
        self.renamed.extend(other.renamed);
        self.rechosen.extend(other.rechosen);
        self.dropped.extend(other.dropped);
        self.absent.extend(other.absent);
    }

    pub(crate) fn note_name(&mut self, name: &str, column: usize) {
        if !self.renamed.contains_key(name) {
            self.renamed.insert(name.to_owned(), column);
        }
    }

    /// Notes that a choice of an earlier version was taken for the one of today.
    pub(crate) fn note_choice(&mut self, column: usize, old: &str, now: &str) {
        self.rechosen.entry((column, old.to_owned())).or_insert_with(|| now.to_owned());
    }

    pub(super) fn note_dropped(&mut self, id: &str) {
        if !self.dropped.contains(id) {
            self.dropped.insert(id.to_owned());
        }
    }

    /// An answer in the words of today: each choice that has another id now by that one.
    pub(super) fn translated(&mut self, codec: &Codec, column: usize, text: &str) -> Option<String> {
        let mut changed = false;
        let mut current = |id: &str| match codec.current_option(column, id) {
            Some(now) => {
                changed = true;
                self.note_choice(column, id, now);
                now.to_owned()
            }
            None => id.to_owned(),
        };
        let words: Vec<String> = if codec.is_boxes(column) {
            let mut words: Vec<String> = text.split('|').map(&mut current).collect();
            // Two boxes that became one are ticked once.
            let mut seen = BTreeSet::new();
            words.retain(|word| seen.insert(word.clone()));
            words
        } else {
            vec![current(text)]
        };
        changed.then(|| words.join("|"))
    }
}
