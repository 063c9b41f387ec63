//! Finding the tables of a workbook: a row with the heading of the ids and that of the answers.

use super::UnreadableWorkbook;
use crate::forms::clean::folded;
use crate::forms::workbook::heading::{Heading, ID, MARK};
use crate::spreadsheet::Grid;

/// How many rows a heading is looked for in.
const SEARCHED: usize = 1000;

/// A sheet with ids and answers, and in which columns they stand.
pub(super) struct Table<'g> {
    pub(super) grid: &'g Grid,
    top: usize,
    id: usize,
    pub(super) answer: usize,
    pub(super) reason: Option<usize>,
    pub(super) evidence: Option<usize>,
    pub(super) comment: Option<usize>,
}

/// A sheet with the headings of a table of which one is missing: one of ours that was damaged, or one that somebody added
/// and that only looks like it.
pub(super) struct Broken {
    /// What it would be about: questions, or the respondent.
    pub(super) about: Heading,
    pub(super) error: UnreadableWorkbook,
}

impl<'g> Table<'g> {
    /// The table of a sheet; `None` for a sheet without one, such as one that somebody added.
    pub(super) fn find(grid: &'g Grid) -> Result<Option<Table<'g>>, Broken> {
        let mut broken = None;
        for (top, row) in grid.rows.iter().enumerate().take(SEARCHED) {
            let at = |heading: Heading| row.iter().position(|cell| heading.is(cell));
            let id = row.iter().position(|cell| folded(cell) == ID);
            let about = [Heading::Question, Heading::Who].into_iter().find(|heading| at(*heading).is_some());
            let error = match (id, at(Heading::Answer)) {
                (Some(id), Some(answer)) => {
                    let (reason, evidence) = (at(Heading::Reason), at(Heading::Evidence));
                    let comment = at(Heading::Comment);
                    return Ok(Some(Table { grid, top, id, answer, reason, evidence, comment }));
                }
                (None, Some(_)) => UnreadableWorkbook::NoIds(grid.name.clone()),
                (Some(_), None) => UnreadableWorkbook::NoAnswers(grid.name.clone()),
                (None, None) => continue,
            };
            broken = broken.or_else(|| about.map(|about| Broken { about, error }));
        }
        broken.map_or(Ok(None), Err)
    }

    /// Whether it holds the fields about the respondent.
    pub(super) fn has_fields(&self) -> bool {
        self.rows().any(|(_, id)| id.starts_with(MARK))
    }

    /// The rows with an id, and that id.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &'g str)> {
        let rows = self.grid.rows.iter().enumerate().skip(self.top + 1);
        let id = self.id;
        rows.filter_map(move |(row, cells)| Some((row, cells.get(id)?.trim()))).filter(|(_, id)| !id.is_empty())
    }

    /// A text of a row, without blanks around it; `None` when there is none.
    pub(super) fn text(&self, row: usize, column: Option<usize>) -> Option<&'g str> {
        let text = self.grid.rows.get(row)?.get(column?)?.trim();
        if text.is_empty() { None } else { Some(text) }
    }

    /// Whether a row holds anything besides its id and what stood there from the start.
    pub(super) fn is_filled(&self, row: usize) -> bool {
        let columns = [Some(self.answer), self.reason, self.evidence, self.comment];
        columns.into_iter().any(|column| self.text(row, column).is_some())
    }
}
