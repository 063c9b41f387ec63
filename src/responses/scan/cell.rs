//! One cell in a block of a table: where it ends, and what of it is text.

use super::super::quoted::{Marks, Quoted};

/// A cell as it stands in a block.
pub(super) struct Cell {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether quotes within it are doubled.
    pub(super) doubled: bool,
    pub(super) next: usize,
    pub(super) ends_row: bool,
}

/// The cell at `at`; `None` when its quote is broken. Rows before it went wrong at `until`, or at 0.
pub(super) fn cell(block: &[u8], at: usize, separator: u8, until: usize) -> Option<Cell> {
    if block.get(at) == Some(&b'"') {
        return quoted(block, at, separator, until);
    }
    let stop = end(block, at, separator);
    let ends_row = block.get(stop) != Some(&separator);
    let end = if ends_row { without_return(block, at, stop) } else { stop };
    Some(Cell { start: at, end, doubled: false, next: stop + 1, ends_row })
}

fn quoted(block: &[u8], at: usize, separator: u8, until: usize) -> Option<Cell> {
    let Quoted::Closed(close) = (Marks { separator, returns: false }).quoted(block, at, until) else { return None };
    let stop = end(block, close + 1, separator);
    let ends_row = block.get(stop) != Some(&separator);
    let doubled = memchr::memchr(b'"', &block[at + 1..close]).is_some();
    Some(Cell { start: at + 1, end: close, doubled, next: stop + 1, ends_row })
}

/// Where the first separator or line break stands from `at` on, or where the block ends.
fn end(block: &[u8], at: usize, separator: u8) -> usize {
    let rest = block.get(at..).unwrap_or_default();
    at + memchr::memchr2(separator, b'\n', rest).unwrap_or(rest.len())
}

/// Where a cell ends that starts at `at` and is followed by the end of a row.
fn without_return(block: &[u8], at: usize, end: usize) -> usize {
    if end > at && block[end - 1] == b'\r' { end - 1 } else { end }
}

/// The place after the row in which `at` starts a field.
pub(super) fn row_end(block: &[u8], mut at: usize, separator: u8, until: usize) -> Option<usize> {
    loop {
        let cell = cell(block, at, separator, until)?;
        at = cell.next;
        if cell.ends_row {
            return Some(at);
        }
    }
}
