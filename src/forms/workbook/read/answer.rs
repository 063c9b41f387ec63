//! The answers, line by line.

mod chosen;

use std::collections::BTreeMap;

use super::head::truth;
use super::{Problems, Table};
use crate::forms::clean::folded;
use crate::forms::label;
use crate::forms::tags::spoken;
use crate::forms::workbook::heading::BOX;
use crate::language::findings::WorkbookFinding;
use crate::questionnaire::{Kind, NotApplicable, Questionnaire};
use crate::responses::{Answer, Codec, Entry};
use chosen::{Found, Words};

/// What was read so far.
pub(super) struct Answers<'q> {
    q: &'q Questionnaire,
    codec: &'q Codec,
    words: Words<'q>,
    /// By column: where its line stands and what it says.
    lines: BTreeMap<usize, Line>,
    /// By column: the boxes with something beside them.
    boxes: BTreeMap<usize, Vec<Ticked>>,
}

/// A line of a question.
struct Line {
    sheet: String,
    row: usize,
    entry: Entry,
    /// Whether boxes may still be ticked, and where the answer would stand.
    place: usize,
}

/// A box.
struct Ticked {
    option: usize,
    yes: bool,
}

impl<'q> Answers<'q> {
    pub(super) fn new(q: &'q Questionnaire, codec: &'q Codec, tag: &str) -> Answers<'q> {
        Answers { q, codec, words: Words::new(q, tag), lines: BTreeMap::new(), boxes: BTreeMap::new() }
    }

    /// Reads the lines of a table that belong to questions.
    pub(super) fn table(&mut self, table: &Table<'_>, out: &mut Problems) {
        for (row, id) in table.rows().filter(|(_, id)| !id.starts_with('#')) {
            let (name, choice) = id.split_once(BOX).map_or((id, None), |(name, choice)| (name, Some(choice)));
            match (self.q.column(name), choice) {
                (Some(column), None) => self.line(table, row, column, out),
                (Some(column), Some(choice)) => self.tick(table, row, column, choice, out),
                (None, _) if table.is_filled(row) => {
                    out.add(table, row, table.answer, WorkbookFinding::UnknownLine(id.to_owned()));
                }
                (None, _) => {}
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
                out.add(table, row, table.answer, WorkbookFinding::SecondLine(id()));
                return;
            }
        }
        let note = |column| table.text(row, column).map(str::to_owned);
        let mut entry = Entry { comment: note(table.comment), evidence: note(table.evidence), ..Entry::empty(column) };
        let mut reason = note(table.reason);
        if let Some(text) = table.text(row, Some(table.answer)) {
            match self.answer(column, text, &mut reason) {
                Ok((answer, warning)) => {
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

    fn tick(&mut self, table: &Table<'_>, row: usize, column: usize, choice: &str, out: &mut Problems) {
        let Some(text) = table.text(row, Some(table.answer)) else { return };
        let question = self.q.question_of(column);
        let options = question.kind.options();
        let Some(option) = options.iter().position(|(id, _)| id == choice) else {
            let id = format!("{}{BOX}{choice}", self.q.columns[column].id);
            out.add(table, row, table.answer, WorkbookFinding::UnknownLine(id));
            return;
        };
        // Some write the words of the box beside it instead of yes.
        let l = spoken(self.words.tag());
        let itself = folded(&label::option(&question.kind, option, l, self.words.tag())) == folded(text);
        match truth(text).or(itself.then_some(true)) {
            Some(yes) => self.boxes.entry(column).or_default().push(Ticked { option, yes }),
            None => out.add(table, row, table.answer, WorkbookFinding::NeitherYesNorNo(text.to_owned())),
        }
    }

    /// The entries in the order of the columns, and how many lines there were.
    pub(super) fn finish(mut self, out: &mut Problems) -> (Vec<Entry>, usize) {
        let count = self.lines.len();
        for (column, boxes) in std::mem::take(&mut self.boxes) {
            let ids: Vec<String> = {
                let options = self.q.question_of(column).kind.options();
                boxes.iter().filter(|one| one.yes).map(|one| options[one.option].0.clone()).collect()
            };
            let Some(line) = self.lines.get(&column) else { continue };
            match (&line.entry.answer, ids.is_empty()) {
                // "No" beside every box is an answer; beside some of them it is not yet.
                (None, true) if boxes.len() < self.offered(column) => {}
                (None, _) => {
                    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                    let answer = self.ticked(column, &ids).ok();
                    if let Some(line) = self.lines.get_mut(&column) {
                        line.entry.answer = answer;
                    }
                }
                (Some(_), true) => {}
                (Some(_), false) => {
                    let finding = WorkbookFinding::NothingAndBoxes(self.q.columns[column].id.clone());
                    out.list.push(super::WorkbookProblem {
                        sheet: line.sheet.clone(),
                        cell: crate::spreadsheet::cell_name(line.row, line.place),
                        finding,
                    });
                    if let Some(line) = self.lines.get_mut(&column) {
                        line.entry.answer = None;
                    }
                }
            }
        }
        let entries = self.lines.into_values().map(|line| line.entry).filter(|entry| !entry.is_empty());
        (entries.collect(), count)
    }

    /// How many boxes a question has that are ticked on a line of their own.
    fn offered(&self, column: usize) -> usize {
        match &self.q.question_of(column).kind {
            Kind::Multiple { choices } => choices.iter().filter(|choice| !choice.exclusive).count(),
            _ => 0,
        }
    }
}
