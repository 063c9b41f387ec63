//! One answers file: who answered what, bound to one questionnaire.

use std::borrow::Cow;

use jiff::civil::Date;

use super::codec::{Codec, Coded, DONT_KNOW, GIVEN, NOT_APPLICABLE, WORDS_OF_CELLS};
use super::voice::Voice;
use super::wave::Wave;
use crate::source::Span;

/// The answers of one respondent.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The questionnaire that was answered.
    pub questionnaire: Reference,
    /// Whether only the quick scan was asked.
    pub quick: bool,
    /// The council.
    pub council: CouncilName,
    /// The round.
    pub wave: Option<Wave>,
    /// Who answered.
    pub respondent: Respondent,
    /// Agreed before the first question: roles may be shown in the workshop.
    pub shown_by_role: bool,
    /// Until when the file is kept.
    pub keep_until: Option<Date>,
    /// Whether the respondent is done.
    pub status: Status,
    /// Which save of a form this is, from 1; forms of old and other files do not say.
    pub saved: Option<u32>,
    /// The answers, in the order of the columns of the questionnaire.
    pub entries: Vec<Entry>,
}

/// Which questionnaire: id, version and content hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its content hash; absent in files written by hand.
    pub hash: Option<String>,
}

impl Reference {
    /// As a table writes it: `id@version`.
    pub fn in_a_cell(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }
}

/// A council as an answers file names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilName {
    /// Its code.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its classes, such as its size: the name of the column and the value.
    pub classes: Vec<(String, String)>,
}

/// Who answered; never a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respondent {
    /// A made-up id.
    pub id: Option<String>,
    /// As whom.
    pub voice: Voice,
}

/// Whether a respondent is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not yet.
    Draft,
    /// Yes.
    Final,
}

/// What was answered in one column, with its notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Index of the column.
    pub column: usize,
    /// The answer; `None` for a comment without one, and for an answer that was reported and left out.
    pub answer: Option<Answer>,
    /// Whether a partner does it for the council: a service that was contracted out, a joint body, another council, a
    /// supplier. It counts like any other answer. Only beside a choice, a number or ticked boxes.
    pub partner: bool,
    /// A comment.
    pub comment: Option<String>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Where it stands; `None` when it was not read from a file.
    pub span: Option<Span>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A choice, a number or ticked boxes.
    Chosen(Coded),
    /// Free text.
    Text(String),
    /// "I don't know."
    DontKnow,
    /// "This does not apply here", and why.
    NotApplicable {
        /// The reason, where one was given.
        reason: Option<String>,
    },
}

impl Answer {
    /// The answer in a coded row; of a text only that it was given.
    pub fn coded(&self) -> Coded {
        match self {
            Answer::Chosen(coded) => *coded,
            Answer::Text(_) => Coded::plain(GIVEN),
            Answer::DontKnow => Coded::plain(DONT_KNOW),
            Answer::NotApplicable { .. } => Coded::plain(NOT_APPLICABLE),
        }
    }

    /// The answer as a cell of a table holds it, texts included. A reason is no part of it.
    pub fn written(&self, codec: &Codec, column: usize) -> String {
        match self {
            Answer::Text(text) => text_in_cell(text),
            _ => codec.written(column, self.coded()),
        }
    }
}

/// A text as a cell of a table holds it: one that would be read as a word of tables, or by a spreadsheet as a formula, has
/// an apostrophe before it, with which spreadsheets mark a text too.
fn text_in_cell(text: &str) -> String {
    if is_marked(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that somebody wrote, of what a cell of a table holds.
pub fn text_of_cell(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_marked(rest)).unwrap_or(cell)
}

/// Whether a text has an apostrophe before it in a cell; one that begins with apostrophes itself has one more.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    WORDS_OF_CELLS.contains(&text) || is_formula(text)
}

/// A text with an apostrophe before it where a spreadsheet would take it for a formula. Numbers are left as they are.
pub fn no_formula(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err()
}

impl Entry {
    /// Nothing answered and nothing noted in a column.
    pub fn empty(column: usize) -> Entry {
        Entry { column, answer: None, partner: false, comment: None, evidence: None, span: None }
    }

    /// Whether a partner does what was answered: without such an answer there is nothing that anyone does.
    pub fn is_via_partner(&self) -> bool {
        self.partner && matches!(self.answer, Some(Answer::Chosen(_)))
    }

    /// Whether nothing was answered and nothing noted.
    pub fn is_empty(&self) -> bool {
        self.answer.is_none() && self.comment.is_none() && self.evidence.is_none()
    }
}
