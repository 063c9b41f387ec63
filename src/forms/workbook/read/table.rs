//! Finding the tables of a workbook: a row with the heading of the ids and that of the answers.

use super::UnreadableWorkbook;
use crate::forms::clean::folded;
use crate::forms::workbook::heading::{Heading, ID};
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

impl<'g> Table<'g> {
    /// The table of a sheet; `None` for a sheet without one, such as one that somebody added.
    pub(super) fn find(grid: &'g Grid) -> Result<Option<Table<'g>>, UnreadableWorkbook> {
        for (top, row) in grid.rows.iter().enumerate().take(SEARCHED) {
            let at = |heading: Heading| row.iter().position(|cell| heading.is(cell));
            let id = row.iter().position(|cell| folded(cell) == ID);
            let about = at(Heading::Question).or_else(|| at(Heading::Who));
            match (id, at(Heading::Answer), about) {
                (Some(id), Some(answer), _) => {
                    let (reason, evidence) = (at(Heading::Reason), at(Heading::Evidence));
                    let comment = at(Heading::Comment);
                    return Ok(Some(Table { grid, top, id, answer, reason, evidence, comment }));
                }
                (None, Some(_), Some(_)) => return Err(UnreadableWorkbook::NoIds(grid.name.clone())),
                (Some(_), None, Some(_)) => return Err(UnreadableWorkbook::NoAnswers(grid.name.clone())),
                _ => {}
            }
        }
        Ok(None)
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
