//! Cells put where they belong, as long as there is room.
//!
//! Knows no file format.

use super::{Grid, MOST_CELLS, SpreadsheetError};

/// The most bytes of text in all cells together: one long text that many cells refer to counts every time.
const MOST_TEXT: usize = 16 * 1024 * 1024;
/// A cell that needs more empty places than this before it, is far away from all others.
const FAR: usize = 100_000;

/// What the sheets of one file may still take.
pub(super) struct Room {
    places: usize,
    text: usize,
}

impl Room {
    pub(super) fn new() -> Room {
        Room { places: MOST_CELLS, text: MOST_TEXT }
    }
}

/// A sheet that is being filled.
pub(super) struct Cells<'r> {
    room: &'r mut Room,
    grid: Grid,
}

impl<'r> Cells<'r> {
    pub(super) fn new(room: &'r mut Room, name: String) -> Cells<'r> {
        Cells { room, grid: Grid { name, rows: Vec::new() } }
    }

    /// Fills one cell; the row and the column count from 0. An empty text takes no room.
    pub(super) fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), SpreadsheetError> {
        if text.is_empty() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        let width = self.grid.rows.get(row).map_or(0, Vec::len);
        let places = (row + 1).saturating_sub(self.grid.rows.len()) + (column + 1).saturating_sub(width);
        if places > self.room.places {
            let sheet = self.grid.name.clone();
            return Err(match places > FAR {
                true => SpreadsheetError::FarCell { sheet, cell: cell_name(row, column) },
                false => SpreadsheetError::TooManyCells { sheet },
            });
        }
        self.room.places -= places;
        self.room.text = self.room.text.checked_sub(text.len()).ok_or(SpreadsheetError::TooLarge)?;
        if self.grid.rows.len() <= row {
            self.grid.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.grid.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        text.clone_into(&mut cells[column]);
        Ok(())
    }

    pub(super) fn finish(self) -> Grid {
        self.grid
    }
}

/// The name of a cell as a spreadsheet shows it; the row and the column count from 0. `(11, 2)` is `C12`.
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().map(|letter| char::from(*letter)).collect();
    format!("{letters}{}", row + 1)
}

/// The row and the column, from 0, of a name such as `C12`; `None` when it is none.
pub(super) fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let mut column: u32 = 0;
    for letter in name[..digits].bytes() {
        let value = letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    let row: u32 = name[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
