//! The lines of boxes: each a part of one answer, so that one which is not understood leaves the answer open. Half of the
//! boxes is another answer than all of them.

use std::collections::BTreeMap;

use super::{Answers, Line, option};
use crate::forms::label;
use crate::forms::workbook::heading::BOX;
use crate::forms::workbook::read::head::truth;
use crate::forms::workbook::read::{Problems, Table};
use crate::language::findings::{LineFinding, WorkbookFinding};
use crate::questionnaire::Kind;
use crate::responses::Entry;

/// The lines of the boxes of one question.
pub(super) struct Boxes {
    pub(super) sheet: String,
    row: usize,
    place: usize,
    /// By option: whether it is ticked; `None` where nothing stands beside it.
    pub(super) lines: BTreeMap<usize, Option<bool>>,
    comments: Vec<String>,
    evidence: Vec<String>,
    /// Whether something beside a box is not understood, or a box is missing.
    pub(super) is_half: bool,
}

impl Boxes {
    /// Whether anything stands beside a box.
    pub(super) fn says_something(&self) -> bool {
        self.lines.values().any(Option::is_some)
    }

    /// What is written beside a box: once, also where its line was copied.
    fn note(&mut self, table: &Table<'_>, row: usize, of_box: &str) {
        let note = |column, notes: &mut Vec<String>| {
            let note = table.text(row, column).map(|text| format!("{of_box}: {text}"));
            notes.extend(note.filter(|note| !notes.contains(note)));
        };
        note(table.comment, &mut self.comments);
        note(table.reason, &mut self.comments);
        note(table.evidence, &mut self.evidence);
    }
}

impl Answers<'_> {
    /// Takes in the line of a box.
    pub(super) fn tick(&mut self, table: &Table<'_>, row: usize, of: (usize, &str), out: &mut Problems) {
        let (column, choice) = of;
        let id = &self.q.columns[column].id;
        let text = table.text(row, Some(table.answer));
        let empty = || Boxes {
            sheet: table.grid.name.clone(),
            row,
            place: table.answer,
            lines: BTreeMap::new(),
            comments: Vec::new(),
            evidence: Vec::new(),
            is_half: false,
        };
        let boxes = self.boxes.entry(column).or_insert_with(empty);
        let Some(option) = option(self.q, self.codec, column, choice) else {
            if table.is_filled(row) {
                boxes.is_half |= text.is_some();
                out.add(table, row, table.answer, LineFinding::Unknown(format!("{id}{BOX}{choice}")));
            }
            return;
        };
        let kind = &self.q.question_of(column).kind;
        boxes.note(table, row, &label::option(kind, option, self.words.language(), self.words.tag()));
        let Some(text) = text else {
            boxes.lines.entry(option).or_default();
            return;
        };
        // Some write the words of the box beside it instead of yes.
        let said = truth(text).or(self.words.is_called(column, option, text).then_some(true));
        let finding = match (said, boxes.lines.get(&option).copied().flatten()) {
            (None, _) => LineFinding::UnreadBox { question: id.clone(), found: text.to_owned() },
            (Some(yes), Some(known)) if yes != known => LineFinding::Second(format!("{id}{BOX}{choice}")),
            (Some(yes), _) => {
                boxes.lines.insert(option, Some(yes));
                if let Some((now, _)) = kind.options().get(option).filter(|(now, _)| now != choice) {
                    self.noted.note_choice(column, choice, now);
                }
                return;
            }
        };
        boxes.lines.entry(option).or_default();
        boxes.is_half = true;
        out.add(table, row, table.answer, finding);
    }

    /// Brings the boxes of a question together with what its own line says. Where that is gone, they answer alone.
    pub(super) fn settle(&mut self, column: usize, boxes: Boxes, out: &mut Problems) {
        let options = self.q.question_of(column).kind.options();
        let ticked: Vec<&str> = boxes
            .lines
            .iter()
            .filter(|(_, yes)| **yes == Some(true))
            .map(|(index, _)| options[*index].0.as_str())
            .collect();
        let said = boxes.lines.values().filter(|yes| yes.is_some()).count();
        let every_box = said > 0 && said >= self.offered(column);
        let Boxes { sheet, row, place, comments, evidence, is_half, .. } = boxes;
        let own = || Line { sheet, row, entry: Entry::empty(column), place };
        let mut line = self.lines.remove(&column).unwrap_or_else(own);
        joined(&mut line.entry.comment, comments);
        joined(&mut line.entry.evidence, evidence);
        let answer = line.entry.answer.take();
        line.entry.answer = match (answer, ticked.is_empty()) {
            _ if is_half => None,
            (Some(answer), true) => Some(answer),
            // "No" beside every box is an answer; beside some of them it is not yet.
            (None, true) if !every_box => None,
            (answer, _) => {
                let taken = self.ticked(column, &ticked);
                let alone = if answer.is_some() { None } else { taken.ok() };
                if alone.is_none() {
                    let finding = WorkbookFinding::NothingAndBoxes(self.q.columns[column].id.clone());
                    out.at(&line.sheet, line.row, line.place, finding);
                }
                alone
            }
        };
        self.lines.insert(column, line);
    }

    /// How many boxes the form had on a line of their own; where its hidden sheet does not say, all of the question.
    fn offered(&self, column: usize) -> usize {
        let Kind::Multiple { choices } = &self.q.question_of(column).kind else { return 0 };
        let is_listed = self.had.range((column, 0)..(column + 1, 0)).next().is_some();
        let had = |index: &usize| !choices[*index].exclusive && (!is_listed || self.had.contains(&(column, *index)));
        (0..choices.len()).filter(had).count()
    }
}

/// Puts texts behind one that may be there.
fn joined(text: &mut Option<String>, more: Vec<String>) {
    let all: Vec<String> = text.take().into_iter().chain(more).collect();
    *text = Some(all.join("\n")).filter(|text| !text.is_empty());
}
