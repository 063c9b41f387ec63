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
#[inline]
pub(super) fn cell(block: &[u8], at: usize, separator: u8, until: usize) -> Option<Cell> {
    let quoted = block.get(at) == Some(&b'"');
    let (mut start, mut inner) = (at, at);
    if quoted {
        let Quoted::Closed(close) = (Marks { separator, returns: false }).quoted(block, at, until) else { return None };
        (start, inner) = (at + 1, close + 1);
    }
    let rest = block.get(inner..).unwrap_or_default();
    let length = first_of_two(rest, separator, b'\n').unwrap_or(rest.len());
    let stop = inner + length;
    let ends_row = rest.get(length) != Some(&separator);
    let mut end = stop;
    if ends_row && end > inner && block[end - 1] == b'\r' {
        end -= 1;
    }
    if quoted {
        end = inner - 1;
    }
    let doubled = quoted && memchr::memchr(b'"', &block[start..end]).is_some();
    Some(Cell { start, end, doubled, next: stop + 1, ends_row })
}

/// Where the first of two bytes stands. It is near, so what is made for long texts would take longer to set out.
fn first_of_two(bytes: &[u8], one: u8, other: u8) -> Option<usize> {
    let (ones, others) = (u64::from_le_bytes([one; 8]), u64::from_le_bytes([other; 8]));
    // The lowest byte that is zero is found; above it, others may seem to be.
    let zeros = |word: u64| word.wrapping_sub(0x0101_0101_0101_0101) & !word & 0x8080_8080_8080_8080;
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = zeros(word ^ ones) | zeros(word ^ others);
        if found != 0 {
            return Some(8 * index + found.trailing_zeros() as usize / 8);
        }
    }
    let at = rest.iter().position(|&byte| byte == one || byte == other)?;
    Some(bytes.len() - rest.len() + at)
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
