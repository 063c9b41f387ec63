//! The answers, line by line.

mod boxes;
mod chosen;
mod missing;

use std::collections::{BTreeMap, BTreeSet};

use super::{Problems, Table};
use crate::forms::workbook::heading::{BOX, MARK};
use crate::forms::workbook::meta::Meta;
use crate::forms::{Settled, label};
use crate::language::findings::{LineFinding, WorkbookFinding};
use crate::questionnaire::{Kind, NotApplicable, Questionnaire, Version};
use crate::responses::{Answer, Codec, Earlier, Entry, Named, Terms, named};
use boxes::Boxes;
use chosen::{Found, Then, Words};

/// What was read so far.
pub(super) struct Answers<'q> {
    terms: Terms<'q>,
    q: &'q Questionnaire,
    codec: &'q Codec,
    /// The version that was answered, where that is an earlier one, and what was done to its answers.
    earlier: Option<Version>,
    noted: Earlier,
    words: Words<'q>,
    /// By column: where its line stands and what it says.
    lines: BTreeMap<usize, Line>,
    /// By column: the lines of its boxes.
    boxes: BTreeMap<usize, Boxes>,
    /// The boxes that the form had, each with its column.
    had: BTreeSet<(usize, usize)>,
}

/// A line of a question.
struct Line {
    sheet: String,
    row: usize,
    entry: Entry,
    /// Whether boxes may still be ticked, and where the answer would stand.
    place: usize,
}

/// What was read of all lines.
pub(super) struct Lines {
    /// In the order of the columns.
    pub(super) entries: Vec<Entry>,
    /// How many questions, rows and halves have a line.
    pub(super) count: usize,
    /// Whether every line is there that the form is known to have had.
    pub(super) is_whole: bool,
    /// What was done to answers of an earlier version.
    pub(super) noted: Earlier,
}

impl<'q> Answers<'q> {
    pub(super) fn new(terms: Terms<'q>, earlier: Option<Version>, meta: &Meta<'q>) -> Answers<'q> {
        let (q, codec) = (terms.questionnaire, terms.codec);
        let (mut then, mut had) = (Then::new(), BTreeSet::new());
        for choice in meta.choices() {
            // Only what someone answered is noted.
            let Named::Column(column) = named(choice.column, terms, earlier, &mut Earlier::default()) else { continue };
            let Some(option) = option(q, codec, column, choice.id) else { continue };
            then.entry(column).or_default().push((option, choice.id, choice.words));
            had.insert((column, option));
        }
        let (words, noted) = (Words::new(q, meta, then), Earlier::default());
        Answers { terms, q, codec, earlier, noted, words, lines: BTreeMap::new(), boxes: BTreeMap::new(), had }
    }

    /// Reads the lines of a table that belong to questions.
    pub(super) fn table(&mut self, table: &Table<'_>, out: &mut Problems) {
        for (row, id) in table.rows().filter(|(_, id)| !id.starts_with(MARK)) {
            let (name, choice) = id.split_once(BOX).map_or((id, None), |(name, choice)| (name, Some(choice)));
            // Of lines that say nothing there is nothing to tell.
            let mut nowhere = Earlier::default();
            let noted = if table.is_filled(row) { &mut self.noted } else { &mut nowhere };
            match (named(name, self.terms, self.earlier, noted), choice) {
                (Named::Column(column), None) => self.line(table, row, column, out),
                (Named::Column(column), Some(choice)) if self.codec.is_boxes(column) => {
                    self.tick(table, row, (column, choice), out);
                }
                (Named::Column(_) | Named::Nothing(_), _) if table.is_filled(row) => {
                    out.add(table, row, table.answer, LineFinding::Unknown(id.to_owned()));
                }
                _ => {}
            }
        }
    }

    fn line(&mut self, table: &Table<'_>, row: usize, column: usize, out: &mut Problems) {
        let id = || self.q.columns[column].id.clone();
        if let Some(known) = self.lines.get(&column) {
            // A copy that says nothing does no harm.
            if !table.is_filled(row) {
                return;
            }
            if !known.entry.is_empty() {
                out.add(table, row, table.answer, LineFinding::Second(id()));
                return;
            }
        }
        let note = |column| table.text(row, column).map(str::to_owned);
        let mut entry = Entry { comment: note(table.comment), evidence: note(table.evidence), ..Entry::empty(column) };
        let mut reason = note(table.reason);
        if let Some(text) = table.text(row, Some(table.answer)) {
            match self.answer(column, text, &mut reason) {
                Ok((answer, warning)) => {
                    if let Some(now) = self.codec.option(column, answer.coded().code)
                        && let Some(then) = self.words.former_id(column, now)
                    {
                        self.noted.note_choice(column, then, now);
                    }
                    entry.answer = Some(answer);
                    if let Some(warning) = warning {
                        out.add(table, row, table.answer, warning);
                    }
                }
                Err(finding) => out.add(table, row, table.answer, finding),
            }
        }
        if entry.answer == Some(Answer::NotApplicable { reason: None })
            && self.q.question_of(column).not_applicable == NotApplicable::ReasonRequired
        {
            out.add(table, row, table.reason.unwrap_or(table.answer), WorkbookFinding::ReasonMissing(id()));
        }
        // A reason beside another answer is kept as what it then is: a note.
        if let Some(reason) = reason {
            entry.comment = Some(entry.comment.map_or(reason.clone(), |comment| format!("{comment}\n{reason}")));
        }
        let line = Line { sheet: table.grid.name.clone(), row, entry, place: table.answer };
        self.lines.insert(column, line);
    }

    /// The answer that a cell holds; takes the reason where the answer is that it does not apply.
    fn answer(
        &self,
        column: usize,
        text: &str,
        reason: &mut Option<String>,
    ) -> Result<(Answer, Option<WorkbookFinding>), WorkbookFinding> {
        let question = self.q.question_of(column);
        if matches!(question.kind, Kind::Text) && self.words.special(column, text).is_none() {
            return Ok((Answer::Text(text.to_owned()), None));
        }
        match self.words.find(column, text)? {
            Found::DontKnow => Ok((Answer::DontKnow, None)),
            Found::NotApplicable if question.not_applicable == NotApplicable::NotOffered => {
                Err(WorkbookFinding::NotOffered(self.q.columns[column].id.clone()))
            }
            Found::NotApplicable => Ok((Answer::NotApplicable { reason: reason.take() }, None)),
            Found::Number(value) => self.coded(column, &value.to_string()).map(|answer| (answer, None)),
            Found::Nothing => self.ticked(column, &[]).map(|answer| (answer, None)),
            Found::Option { index, by_number } => {
                let id = &question.kind.options()[index].0;
                let answer = match question.kind {
                    Kind::Multiple { .. } => self.ticked(column, &[id])?,
                    _ => self.coded(column, id)?,
                };
                let label = || label::option(&question.kind, index, self.words.language(), self.words.tag());
                let warning =
                    by_number.then(|| WorkbookFinding::NumberTaken { found: text.to_owned(), answer: label() });
                Ok((answer, warning))
            }
        }
    }

    fn coded(&self, column: usize, id: &str) -> Result<Answer, WorkbookFinding> {
        self.codec.value(column, id).map(Answer::Chosen).map_err(|_| self.words.unknown(column, id))
    }

    fn ticked(&self, column: usize, ids: &[&str]) -> Result<Answer, WorkbookFinding> {
        let exclusive = |_| WorkbookFinding::NothingAndBoxes(self.q.columns[column].id.clone());
        self.codec.boxes(column, ids).map(Answer::Chosen).map_err(exclusive)
    }

    /// Whether no table has a line of a question.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.boxes.is_empty()
    }

    /// All that was read, once every table was.
    pub(super) fn finish(mut self, form: &Settled, out: &mut Problems) -> Lines {
        let count = self.lines.len();
        let is_whole = self.report_missing(form, out);
        for (column, boxes) in std::mem::take(&mut self.boxes) {
            self.settle(column, boxes, out);
        }
        let entries = self.lines.into_values().map(|line| line.entry).filter(|entry| !entry.is_empty());
        Lines { entries: entries.collect(), count, is_whole, noted: self.noted }
    }
}

/// The option of a column with this id, or that has it no longer.
fn option(q: &Questionnaire, codec: &Codec, column: usize, id: &str) -> Option<usize> {
    let id = codec.current_option(column, id).unwrap_or(id);
    q.question_of(column).kind.options().iter().position(|(known, _)| known == id)
}
