//! JSON lines in a scan: every line is rewritten as a row of separated fields, which the one decoder then reads. A row is
//! an odd one if its line is no row.

use memchr::memchr;

use super::super::line_rows::Keys;
use super::super::lines::{blanks, members};
use super::decode::Decoder;
use super::rows::{Rows, is_text};

/// What stands between the fields of a rewritten row.
pub(in crate::responses) const SEPARATOR: u8 = b',';

/// The columns of a table of JSON lines, with how each key is mostly written.
pub(super) struct Lines {
    pub(super) keys: Keys,
    /// `"key":` per column; of a key that is written with escapes, what stands nowhere.
    patterns: Vec<Vec<u8>>,
}

impl Lines {
    pub(super) fn new(keys: Keys) -> Lines {
        let plain = |name: &str| !name.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..b' '));
        let pattern = |name: &String| if plain(name) { format!("\"{name}\":").into_bytes() } else { vec![b'\n'] };
        let patterns = keys.names.iter().map(pattern).collect();
        Lines { keys, patterns }
    }
}

/// Rewrites blocks, one after the other.
#[derive(Default)]
pub(super) struct Rewriter {
    /// Rows of separated fields.
    rows: Vec<u8>,
    /// Where each of them starts, and where its line does.
    starts: Vec<(u32, u32)>,
    /// Lines that are no rows.
    bad: Vec<u32>,
    /// The texts of a line, one behind the other, and where that of each column stands.
    texts: Vec<u8>,
    places: Vec<Option<(usize, usize)>>,
}

impl Rewriter {
    /// Decodes a block of lines, and leaves in its place the block that the rows refer to.
    pub(super) fn decode(&mut self, lines: &Lines, block: &mut Vec<u8>, decoder: &mut Decoder<'_>, rows: &mut Rows) {
        self.rows.clear();
        self.starts.clear();
        self.bad.clear();
        let (mut at, all_text) = (0, is_text(block));
        while at < block.len() {
            let end = memchr(b'\n', &block[at..]).map_or(block.len(), |length| at + length);
            let line = &block[at..end];
            match blanks(line, 0) < line.len() {
                true if all_text || is_text(line) => self.line(lines, line, at as u32),
                true => self.bad.push(at as u32),
                false => {}
            }
            at = end + 1;
        }
        std::mem::swap(&mut self.rows, block);
        // Each text was looked at when it was rewritten.
        decoder.decode_text(block, rows);
        self.refer(rows);
    }

    fn line(&mut self, lines: &Lines, line: &[u8], at: u32) {
        let start = self.rows.len();
        if in_order(lines, line, &mut self.rows).is_none() {
            self.rows.truncate(start);
            if self.in_any_order(lines, line).is_none() {
                self.rows.truncate(start);
                self.bad.push(at);
                return;
            }
        }
        // The last field left a separator.
        if let Some(last) = self.rows.last_mut() {
            *last = b'\n';
        }
        self.starts.push((start as u32, at));
    }

    /// Rewrites a line whatever the order of its keys; `None` when it is no row.
    fn in_any_order(&mut self, lines: &Lines, line: &[u8]) -> Option<()> {
        let Rewriter { texts, places, rows, .. } = self;
        texts.clear();
        places.clear();
        places.resize(lines.keys.names.len(), None);
        let mut fits = true;
        let read = members(line, |member| {
            let Ok(key) = member.key(line) else {
                fits = false;
                return;
            };
            let Some(column) = lines.keys.find(&key) else {
                fits &= member.is_null();
                return;
            };
            match member.cell(line, lines.keys.is_answer(column)) {
                Ok(cell) if places[column].is_none() => {
                    places[column] = Some((texts.len(), texts.len() + cell.len()));
                    texts.extend_from_slice(&cell);
                }
                _ => fits = false,
            }
        });
        if read.is_err() || !fits {
            return None;
        }
        for place in places {
            if let Some((start, end)) = *place {
                field(rows, &texts[start..end]);
            }
            rows.push(SEPARATOR);
        }
        Some(())
    }

    /// Lets rows say where their lines start.
    fn refer(&self, rows: &mut Rows) {
        let mut starts = self.starts.iter();
        for head in &mut rows.heads {
            head.start = starts.find(|(row, _)| *row == head.start).map_or(0, |(_, line)| *line);
        }
        let mut starts = self.starts.iter();
        for odd in &mut rows.odd {
            *odd = starts.find(|(row, _)| row == odd).map_or(0, |(_, line)| *line);
        }
        rows.odd.extend_from_slice(&self.bad);
        rows.odd.sort_unstable();
    }
}

/// Rewrites a line whose keys come in the order of the first line, without those left out, and whose values are plain.
/// `None` when there is anything else.
fn in_order(lines: &Lines, line: &[u8], rows: &mut Vec<u8>) -> Option<()> {
    let mut at = blanks(line, 0);
    if line.get(at) != Some(&b'{') {
        return None;
    }
    at = blanks(line, at + 1);
    let mut column = 0;
    loop {
        let rest = line.get(at..)?;
        let skipped = lines.patterns[column..].iter().position(|pattern| rest.starts_with(pattern))?;
        rows.resize(rows.len() + skipped, SEPARATOR);
        column += skipped;
        at += lines.patterns[column].len();
        if line.get(at) == Some(&b' ') {
            at += 1;
        }
        at = match line.get(at..)? {
            // Nearly every value is one letter.
            &[b'"', letter, b'"', ..] if letter > SEPARATOR && letter != b'\\' => {
                rows.push(letter);
                at + 3
            }
            [b'"', rest @ ..] => {
                let length = rest.iter().position(|&byte| matches!(byte, b'"' | b'\\'))?;
                if rest[length] == b'\\' {
                    return None;
                }
                field(rows, &rest[..length]);
                at + length + 2
            }
            [b'n', b'u', b'l', b'l', ..] => at + 4,
            rest @ [b'1'..=b'9', ..] => {
                let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                rows.extend_from_slice(&rest[..length]);
                at + length
            }
            [b'0', ..] => {
                rows.push(b'0');
                at + 1
            }
            _ => return None,
        };
        rows.push(SEPARATOR);
        column += 1;
        match line.get(at)? {
            b',' => at += 1,
            b'}' if blanks(line, at + 1) == line.len() => {
                rows.resize(rows.len() + lines.patterns.len() - column, SEPARATOR);
                return Some(());
            }
            _ => return None,
        }
        if line.get(at) == Some(&b' ') {
            at += 1;
        }
        if column == lines.patterns.len() {
            return None;
        }
    }
}

/// A text as a field, in quotes where it has to be.
pub(super) fn field(rows: &mut Vec<u8>, text: &[u8]) {
    if !text.iter().any(|byte| matches!(byte, &SEPARATOR | b'"' | b'\n' | b'\r')) {
        rows.extend_from_slice(text);
        return;
    }
    rows.push(b'"');
    for &byte in text {
        if byte == b'"' {
            rows.push(b'"');
        }
        rows.push(byte);
    }
    rows.push(b'"');
}
