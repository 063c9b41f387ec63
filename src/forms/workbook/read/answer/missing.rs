//! Lines that the form had and the file has not: whoever deletes one may delete an answer.

use super::Answers;
use crate::forms::workbook::heading::BOX;
use crate::forms::workbook::read::Problems;
use crate::forms::{Settled, offered};
use crate::language::findings::LineFinding;
use crate::questionnaire::Kind;

impl Answers<'_> {
    /// Reports the lines that are missing, and says whether there are none. A box that is missing beside others leaves its
    /// question open.
    pub(super) fn report_missing(&mut self, form: &Settled, out: &mut Problems) -> bool {
        let of_lines = self.lines.values().map(|line| line.sheet.clone());
        let place = of_lines.chain(self.boxes.values().map(|boxes| boxes.sheet.clone())).next().unwrap_or_default();
        let (mut missing, mut is_whole) = (Vec::new(), true);
        // Where there are boxes, the line above them was there too.
        let was_asked = |column: &usize| self.boxes.contains_key(column) || self.was_asked(form, *column);
        let asked: Vec<usize> = (0..self.q.columns.len()).filter(was_asked).collect();
        for column in asked {
            let id = &self.q.columns[column].id;
            if !self.lines.contains_key(&column) {
                missing.push(id.clone());
            }
            let gone = self.boxes_gone(column);
            match self.boxes.get_mut(&column) {
                Some(boxes) if boxes.says_something() && !gone.is_empty() => {
                    (boxes.is_half, is_whole) = (true, false);
                    out.of_sheet(&place, LineFinding::MissingBoxes { question: id.clone(), boxes: gone });
                }
                // Where a question is gone with its boxes, it is named once.
                None if !self.lines.contains_key(&column) => {}
                _ => missing.extend(gone.iter().map(|choice| format!("{id}{BOX}{choice}"))),
            }
        }
        if missing.is_empty() {
            return is_whole;
        }
        out.of_sheet(&place, LineFinding::Missing(missing));
        false
    }

    /// Whether the form had a line for a column. Its hidden sheet lists what could be chosen; for a number or a text only
    /// the questionnaire says since when it is asked.
    fn was_asked(&self, form: &Settled, column: usize) -> bool {
        let question = self.q.question_of(column);
        let is_listed = self.had.range((column, 0)..(column + 1, 0)).next().is_some();
        let is_later = question.history.since.zip(self.earlier).is_some_and(|(since, answered)| since > answered);
        // Whom an earlier version asked, and what was its quick scan, is not known.
        if self.earlier.is_some() && (form.quick || form.voice.is_some()) {
            return false;
        }
        let existed = if question.kind.options().is_empty() { !is_later } else { is_listed };
        existed && offered(self.q, form, self.q.columns[column].question)
    }

    /// The boxes of a question that the form had a line for, and the file has not.
    fn boxes_gone(&self, column: usize) -> Vec<String> {
        let Kind::Multiple { choices } = &self.q.question_of(column).kind else { return Vec::new() };
        let has = |index: usize| self.boxes.get(&column).is_some_and(|boxes| boxes.lines.contains_key(&index));
        let had = |index: usize| !choices[index].exclusive && self.had.contains(&(column, index));
        let gone = (0..choices.len()).filter(|&index| had(index) && !has(index));
        gone.map(|index| choices[index].id.clone()).collect()
    }
}
