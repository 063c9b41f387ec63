//! A table in blocks that end where a row ends, handed to one thread after the other.
//!
//! This file knows quotes and line breaks, not columns.

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use memchr::{memchr, memchr_iter, memrchr};

use super::super::quoted::{Ended, LONGEST_ROW, Marks};

/// The blocks of one table.
pub(super) struct Blocks<R> {
    state: Mutex<State<R>>,
    separator: u8,
    /// Bytes of a block; more where its last row does not end there.
    size: usize,
    /// Follow every quote from the start of a block, instead of taking an even number of them for closed. Where a quote is
    /// broken that ends with a row all the same.
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
    /// Where rows so far went wrong because of a quote.
    until: u64,
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
        let state = State { reader, carry: Vec::new(), offset, ended: false, amid: false, until: 0 };
        Blocks { state: Mutex::new(state), separator, size: size.min(LONGEST_ROW), exact, lines: false }
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
            let place = Place { offset: state.offset };
            let end = match self.too_long(block, &state) {
                Some(0) => {
                    // What was read of it could pass for a whole row, which its first byte alone cannot.
                    state.amid = block.last() != Some(&b'\n');
                    state.offset += block.len() as u64;
                    block.truncate(1);
                    return Ok(Some(place));
                }
                Some(line) => {
                    state.until = state.offset + block.len() as u64;
                    line
                }
                None if state.ended => block.len(),
                None => self.last_row_end(block, &mut state).unwrap_or(0),
            };
            if end > 0 {
                state.carry.extend_from_slice(&block[end..]);
                block.truncate(end);
                state.offset += end as u64;
                return Ok(Some(place));
            }
            // One byte more than a row can have tells that it is too long.
            wanted = (block.len() * 2).min(LONGEST_ROW + 1);
        }
    }

    /// Where the first row is too long, the length of its first line, or 0 where that is too long by itself.
    fn too_long(&self, block: &[u8], state: &State<R>) -> Option<usize> {
        if block.len() <= LONGEST_ROW {
            return None;
        }
        let line = memchr(b'\n', block).map_or(block.len(), |at| at + 1);
        if line > LONGEST_ROW {
            return Some(0);
        }
        let until = state.until.saturating_sub(state.offset) as usize;
        let marks = Marks { separator: self.separator, returns: false };
        let goes_on = match marks.row(block, 0, until, |_, _| ()) {
            _ if self.lines => false,
            Ended::Whole(next) => next > LONGEST_ROW,
            Ended::Broken(broken) => broken.until.is_none() && !state.ended,
        };
        goes_on.then_some(line)
    }

    /// The place after the last line break that ends a row.
    fn last_row_end(&self, block: &[u8], state: &mut State<R>) -> Option<usize> {
        let last = memrchr(b'\n', block)?;
        if self.lines || (!self.exact && memchr_iter(b'"', &block[..last]).count().is_multiple_of(2)) {
            return Some(last + 1);
        }
        let mut until = state.until.saturating_sub(state.offset) as usize;
        let end = row_end_by_quotes(block, self.separator, &mut until);
        state.until = state.until.max(state.offset + until as u64);
        end
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

/// The place after the last row that ends for certain, by following the quotes. Rows before went wrong at `until`, or at 0.
fn row_end_by_quotes(block: &[u8], separator: u8, until: &mut usize) -> Option<usize> {
    let marks = Marks { separator, returns: false };
    let (mut at, mut end) = (0, None);
    while at < block.len() {
        // As the decoder does, so that a quote behind them opens a field for both.
        if matches!(block[at], b'\n' | b'\r') {
            at += 1;
            end = Some(at);
            continue;
        }
        at = match marks.row(block, at, *until, |_, _| ()) {
            Ended::Whole(next) if block[next - 1] == b'\n' => next,
            Ended::Broken(broken)
                if let Some(wrong) = broken.until
                    && block[broken.next - 1] == b'\n' =>
            {
                *until = wrong.max(*until);
                broken.next
            }
            // What comes next may still close it.
            _ => break,
        };
        end = Some(at);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_at_a_line_break_outside_quotes_or_where_a_quote_is_broken() {
        let end = |text: &str| row_end_by_quotes(text.as_bytes(), b',', &mut 0);
        assert_eq!(end("a,\"x\ny\",b\nc,\"d\ne"), Some(10));
        assert_eq!(end("a,5\" disk,b\nc,d\ne"), Some(16), "a quote inside a field is a character");
        assert_eq!(end("\"a\"\"\nb\"\n"), Some(8), "a doubled quote closes nothing");
        assert_eq!(end("no end"), None);
        assert_eq!(end("a,\"b\nc,\"d\",e\nf"), Some(13), "the first line is a row");
        assert_eq!(end("a\nb,\"c\"d"), Some(2), "its line goes on");
        assert_eq!(end("a,\"b\nc,d\ne"), None, "what is not read yet may close it");
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

    #[test]
    fn a_row_may_be_as_long_as_the_limit_and_not_a_byte_longer() {
        let row = |length: usize, end: &str| "x".repeat(length - end.len()) + end;
        for (size, lines) in [(100, false), (1 << 19, true), (1 << 30, false)] {
            for (first, is_row) in [
                (row(LONGEST_ROW, "\n"), true),
                (row(LONGEST_ROW + 1, "\n"), false),
                (row(LONGEST_ROW + 2, "\n"), false),
                (row(LONGEST_ROW * 3, "\n"), false),
            ] {
                let text = format!("{first}a,b\n");
                let blocks = Blocks::new(text.as_bytes(), 0, b',', size, true).of_lines(lines);
                let (mut block, mut all) = (Vec::new(), Vec::new());
                while blocks.next(&mut block).expect("bytes in memory").is_some() {
                    all.extend_from_slice(&block);
                }
                let expected = if is_row { text.clone() } else { "xa,b\n".to_owned() };
                assert!(all == expected.as_bytes(), "{} {size}: {}", first.len(), all.len());
            }
            // Nothing ends the last row.
            for (length, left) in [(LONGEST_ROW, LONGEST_ROW), (LONGEST_ROW + 1, 1)] {
                let text = row(length, "");
                let blocks = Blocks::new(text.as_bytes(), 0, b',', size, true).of_lines(lines);
                let (mut block, mut all) = (Vec::new(), 0);
                while blocks.next(&mut block).expect("bytes in memory").is_some() {
                    all += block.len();
                }
                assert_eq!(all, left, "{size}");
            }
        }
    }

    #[test]
    fn a_quote_that_is_open_for_longer_than_a_row_can_be_takes_its_own_line_and_is_looked_for_once() {
        // Each of these lines goes on within quotes to the end, if it is a row.
        let line = format!("x\",\"{}\n", "y".repeat(250));
        let text = line.repeat(LONGEST_ROW / 100);
        let blocks = Blocks::new(text.as_bytes(), 0, b',', 1 << 19, true);
        let (mut block, mut read, mut lengths) = (Vec::new(), 0, Vec::new());
        while let Some(place) = blocks.next(&mut block).expect("bytes in memory") {
            assert_eq!(place.offset, read);
            read += block.len() as u64;
            lengths.push(block.len());
        }
        assert_eq!((read, lengths[0]), (text.len() as u64, line.len()), "{lengths:?}");
        assert!(lengths.len() < 10, "{lengths:?}");
    }
}
