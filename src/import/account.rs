//! The account of one file: what was understood, what was not, and where. Data only; [`super::told`] puts it in words.

use std::collections::BTreeMap;

use super::names::By;
use super::preset::Tool;
use super::values::Why;
use crate::forms::WorkbookProblem;
use crate::language::import::account::{Before, NoneCounts};
use crate::language::import::copies::Copies;
use crate::spreadsheet::delimited::Encoding;

/// What was understood of one file, or of all of peil's own forms together.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// The file, as shown.
    pub file: String,
    /// What it is.
    pub kind: Kind,
    /// The columns of a table.
    pub columns: Vec<ColumnAccount>,
    /// Questions that no column of a table belongs to, by the id of the column of the questionnaire.
    pub without_column: Vec<String>,
    /// Texts that are no answers, each with the rows that hold it.
    pub unmatched: Vec<Unmatched>,
    /// Rows that could not be placed.
    pub left_out: Vec<LeftOut>,
    /// Rows of one respondent.
    pub duplicates: Vec<Duplicates>,
    /// Rows of several people who share an address, each.
    pub shared: Vec<Vec<String>>,
    /// What is wrong in the cells of a workbook.
    pub cells: Vec<WorkbookProblem>,
    /// What files or rows say otherwise than what comes before them.
    pub overruled: Vec<Overruled>,
    /// Rows or files of people of whom another file says the same.
    pub again: usize,
    /// Rows or files of people of whom another file says something else, and counts instead.
    pub outdone: usize,
    /// Those people, each with all rows and files, this one the last.
    pub elsewhere: Vec<Duplicates>,
    /// Rows of people whom an earlier file names too, under another number.
    pub known_before: Vec<usize>,
    /// Files that were read before it and most likely hold the same people.
    pub copies: Vec<Copies>,
    /// How often each thing was found.
    pub tally: Tally,
    /// Texts of heads that mean nothing, row by row, until they are brought together.
    pub(super) unplaced: Vec<(NoAnswer, usize)>,
}

/// What a file is.
#[derive(Clone, Debug, Default)]
pub enum Kind {
    /// So many of peil's own forms.
    Forms(usize),
    /// One of peil's own workbooks.
    #[default]
    Workbook,
    /// A table of a survey tool.
    Table {
        /// The tool.
        tool: Tool,
        /// Of a delimited file what stands between the cells, and how it was written.
        delimited: Option<(char, Encoding)>,
        /// The sheets it was taken from; none for a delimited file.
        sheets: Vec<String>,
        /// The row that names the columns, from 1.
        header_row: usize,
        /// The first row of answers, from 1.
        first_row: usize,
    },
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnAccount {
    /// Where it stands: `C`.
    pub place: String,
    /// Its name.
    pub name: String,
    /// Its key in a mapping.
    pub key: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It belongs to a question.
    Matched {
        /// What a mapping calls it.
        to: String,
        /// By what it was found.
        by: By,
    },
    /// It says something about the respondent: `council`, `role`.
    Head(String),
    /// It is the tool's own.
    Own,
    /// It belongs to a question that is no longer asked.
    Dropped,
    /// It is set aside: by the mapping, or because it may name a person.
    Ignored,
    /// Nothing is called so. With its candidates, if several places are.
    Unmatched(Vec<String>),
}

/// A text that is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// Where its column stands.
    pub place: String,
    /// The column of the questionnaire; or `council`, `role`.
    pub id: String,
    /// The text.
    pub text: String,
    /// Why it is none.
    pub why: Why,
    /// The rows that hold it, from 1.
    pub rows: Vec<usize>,
}

/// A text that is no answer: where its column stands, the question, the text, why.
pub(super) type NoAnswer = (String, String, String, Why);

/// Rows or files that could not be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// The rows, from 1.
    pub rows: Vec<usize>,
    /// Of forms their files.
    pub files: Vec<String>,
}

/// Why a row was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing was answered in it; nobody is missed.
    NoAnswers,
    /// Nothing that was answered in it was understood.
    NoneUnderstood,
    /// It names no council.
    NoCouncil,
    /// This part of its head means nothing: `role`, `wave`.
    Head(String),
}

/// Rows or files of one respondent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicates {
    /// The rows, from 1; of forms their files.
    pub rows: Vec<String>,
    /// The one that counts, or why none of them does.
    pub kept: Result<String, NoneCounts>,
}

/// What some files or rows say otherwise in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overruled {
    /// The field: `wave`.
    pub word: &'static str,
    /// What comes before them.
    pub by: Before,
    /// What that says.
    pub value: String,
    /// How many say otherwise.
    pub count: usize,
}

/// How often each thing was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows with anything in them.
    pub read: usize,
    /// Respondents that came out.
    pub written: usize,
    /// Answers given: choices, numbers, texts, boxes.
    pub given: usize,
    /// "I don't know."
    pub dont_know: usize,
    /// "Not applicable."
    pub not_applicable: usize,
    /// Shown, and not answered.
    pub skipped: usize,
    /// Not shown.
    pub not_shown: usize,
    /// Texts that are no answers.
    pub unmatched: usize,
}

impl Account {
    /// Whether something was not understood that somebody should look at.
    pub fn has_unmatched(&self) -> bool {
        let column = |column: &ColumnAccount| matches!(column.fate, Fate::Unmatched(_));
        let row = |left: &LeftOut| left.reason != Reason::NoAnswers;
        self.columns.iter().any(column)
            || !self.unmatched.is_empty()
            || self.cells.iter().any(|problem| !problem.finding.is_warning())
            || self.left_out.iter().any(row)
            || self.duplicates.iter().chain(&self.elsewhere).any(|duplicates| duplicates.kept.is_err())
    }

    /// Whether a mapping can change something about what was not understood. A row of which nothing was follows its texts.
    pub fn could_be_mapped(&self) -> bool {
        let column = |column: &ColumnAccount| matches!(column.fate, Fate::Unmatched(_));
        let row = |left: &LeftOut| matches!(left.reason, Reason::NoCouncil | Reason::Head(_));
        let same = |duplicates: &Duplicates| duplicates.kept == Err(NoneCounts::Unchanged);
        let is_table = !self.columns.is_empty();
        is_table
            && (self.columns.iter().any(column)
                || self.unmatched.iter().any(|one| one.why.can_be_mapped())
                || self.left_out.iter().any(row)
                || self.duplicates.iter().chain(&self.elsewhere).any(same))
    }

    /// Whether a row answers a question that its version does not ask.
    pub fn has_of_other_version(&self) -> bool {
        self.unmatched.iter().any(|one| one.why.is_of_version())
    }

    /// Whether any column belongs to a question; always so for peil's own files.
    pub fn has_matched(&self) -> bool {
        let matched = |column: &ColumnAccount| matches!(column.fate, Fate::Matched { .. });
        !matches!(self.kind, Kind::Table { .. }) || self.columns.iter().any(matched)
    }

    /// Notes texts that are no answers, each with its row; those of one row after another.
    pub(super) fn note<'t>(&mut self, texts: impl Iterator<Item = (&'t NoAnswer, usize)>) {
        let known = self.unmatched.iter().enumerate();
        let mut places: BTreeMap<NoAnswer, usize> =
            known.map(|(index, one)| ((one.place.clone(), one.id.clone(), one.text.clone(), one.why), index)).collect();
        for (text, row) in texts {
            match places.get(text) {
                Some(&index) => self.unmatched[index].rows.push(row),
                None => {
                    places.insert(text.clone(), self.unmatched.len());
                    let (place, id, text, why) = text.clone();
                    self.unmatched.push(Unmatched { place, id, text, why, rows: vec![row] });
                }
            }
        }
    }

    /// Notes that a file or a row says something else in a field than what comes before it.
    pub(super) fn overruled(&mut self, word: &'static str, by: Before, value: &str) {
        let is = |one: &&mut Overruled| one.word == word && one.by == by && one.value == value;
        match self.overruled.iter_mut().find(is) {
            Some(known) => known.count += 1,
            None => self.overruled.push(Overruled { word, by, value: value.to_owned(), count: 1 }),
        }
    }

    /// Notes that the file was left out, of which this is the account.
    pub(super) fn left_out_whole(&mut self, reason: Reason) {
        self.left_out_for(reason);
    }

    /// Notes one of several files that was left out.
    pub(super) fn left_out_file(&mut self, reason: Reason, file: &str) {
        self.left_out_for(reason).files.push(file.to_owned());
    }

    /// Notes a row that was left out.
    pub(super) fn left_out(&mut self, reason: Reason, row: usize) {
        self.left_out_for(reason).rows.push(row);
    }

    fn left_out_for(&mut self, reason: Reason) -> &mut LeftOut {
        let known = self.left_out.iter().position(|left| left.reason == reason);
        let place = known.unwrap_or(self.left_out.len());
        if known.is_none() {
            self.left_out.push(LeftOut { reason, rows: Vec::new(), files: Vec::new() });
        }
        &mut self.left_out[place]
    }
}
