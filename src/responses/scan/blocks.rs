//! A table in blocks that end where a row ends, handed to one thread after the other.
//!
//! This file knows quotes and line breaks, not columns.

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use memchr::{memchr, memchr_iter, memrchr};

/// A row longer than this has a quote that is never closed, or is none; what follows on its line is passed over.
pub(super) const LONGEST_ROW: usize = 1 << 24;

/// The blocks of one table.
pub(super) struct Blocks<R> {
    state: Mutex<State<R>>,
    separator: u8,
    /// Bytes of a block; more where its last row does not end there.
    size: usize,
    /// Follow every quote from the start of a block, instead of taking an even number of them for closed.
    exact: bool,
    /// Every line is a row.
    lines: bool,
}

struct State<R> {
    reader: R,
    /// What was read beyond the end of the last block.
    carry: Vec<u8>,
    /// Where the next block starts.
    offset: u64,
    ended: bool,
    /// Whether the line that comes next was begun by a row that was too long.
    amid: bool,
}

/// Where a block stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Where in the table its first byte stands.
    pub(super) offset: u64,
}

impl<R: Read> Blocks<R> {
    /// The blocks of what a reader gives from `offset` on.
    pub(super) fn new(reader: R, offset: u64, separator: u8, size: usize, exact: bool) -> Blocks<R> {
        let state = State { reader, carry: Vec::new(), offset, ended: false, amid: false };
        Blocks { state: Mutex::new(state), separator, size, exact, lines: false }
    }

    /// The same where every line is a row, whatever stands in quotes.
    pub(super) fn of_lines(self, lines: bool) -> Blocks<R> {
        Blocks { lines, ..self }
    }

    /// Fills `block` with whole rows; `None` when there are none left.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn next(&self, block: &mut Vec<u8>) -> io::Result<Option<Place>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        block.clear();
        block.append(&mut state.carry);
        let mut wanted = self.size.max(1);
        while state.amid {
            state.fill(block, wanted)?;
            let end = memchr(b'\n', block).map(|at| at + 1);
            let passed = end.unwrap_or(block.len());
            block.drain(..passed);
            state.offset += passed as u64;
            state.amid = end.is_none() && !state.ended;
        }
        loop {
            state.fill(block, wanted)?;
            if block.is_empty() {
                return Ok(None);
            }
            let end = if state.ended { block.len() } else { self.last_row_end(block).unwrap_or(0) };
            if end > 0 || block.len() > LONGEST_ROW {
                let place = Place { offset: state.offset };
                if end == 0 {
                    // What was read of it could pass for a whole row, which its first byte alone cannot.
                    state.amid = block.last() != Some(&b'\n');
                    state.offset += block.len() as u64;
                    block.truncate(1);
                    return Ok(Some(place));
                }
                state.carry.extend_from_slice(&block[end..]);
                block.truncate(end);
                state.offset += end as u64;
                return Ok(Some(place));
            }
            wanted = block.len() * 2;
        }
    }

    /// The place after the last line break that ends a row.
    fn last_row_end(&self, block: &[u8]) -> Option<usize> {
        if self.lines {
            return memrchr(b'\n', block).map(|last| last + 1);
        }
        if self.exact {
            return row_end_by_quotes(block, self.separator);
        }
        let last = memrchr(b'\n', block)?;
        if memchr_iter(b'"', &block[..last]).count().is_multiple_of(2) {
            return Some(last + 1);
        }
        row_end_by_quotes(block, self.separator)
    }
}

impl<R: Read> State<R> {
    fn fill(&mut self, block: &mut Vec<u8>, wanted: usize) -> io::Result<()> {
        block.reserve(wanted.saturating_sub(block.len()));
        while !self.ended && block.len() < wanted {
            let missing = (wanted - block.len()) as u64;
            let read = self.reader.by_ref().take(missing).read_to_end(block)?;
            self.ended = read == 0;
        }
        Ok(())
    }
}

/// The place after the last row that is whole, by following the quotes as the reader of rows does: one opens a field only
/// as its first character.
pub(super) fn row_end_by_quotes(block: &[u8], separator: u8) -> Option<usize> {
    let (mut at, mut end) = (0, None);
    while at < block.len() {
        if block[at] == b'"' {
            // What a quote opens and nothing closes is not whole.
            let Some(after) = after_quoted(block, at) else { break };
            at = after.min(block.len());
        }
        // To the end of the field.
        match memchr::memchr2(separator, b'\n', &block[at..]) {
            Some(next) => {
                at += next + 1;
                if block[at - 1] == b'\n' {
                    end = Some(at);
                }
            }
            None => break,
        }
    }
    end
}

/// The place after the quote that closes the field whose opening quote stands at `at`; `None` when nothing closes it.
pub(super) fn after_quoted(block: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        at += memchr::memchr(b'"', block.get(at..)?)? + 1;
        if block.get(at) != Some(&b'"') {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_at_a_line_break_outside_quotes() {
        assert_eq!(row_end_by_quotes(b"a,\"x\ny\",b\nc,\"d\ne", b','), Some(10));
        assert_eq!(row_end_by_quotes(b"a,5\" disk,b\nc,d\ne", b','), Some(16), "a quote inside a field is a character");
        assert_eq!(row_end_by_quotes(b"\"a\"\"\nb\"\n", b','), Some(8), "a doubled quote closes nothing");
        assert_eq!(row_end_by_quotes(b"no end", b','), None);
    }

    #[test]
    fn blocks_hold_every_byte_once_and_end_with_rows() {
        let row = "41048,\"Ninove, \"\"stad\"\"\nlijn twee\",2026,3\n";
        let text = row.repeat(30_000);
        for exact in [false, true] {
            let blocks = Blocks::new(text.as_bytes(), 0, b',', 10_000, exact);
            let (mut block, mut all) = (Vec::new(), Vec::new());
            while let Some(place) = blocks.next(&mut block).expect("bytes in memory") {
                assert_eq!(place.offset, all.len() as u64);
                assert_eq!(block.len() % row.len(), 0, "whole rows");
                all.extend_from_slice(&block);
            }
            assert!(all == text.as_bytes());
        }
    }
}
