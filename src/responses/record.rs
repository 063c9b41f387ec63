//! The records of a text of rows, each with the place of its fields: of CSV, and of JSON lines as if they were.

use std::ops::Range;

use super::line_rows::{Cells, Keys, add_known, header};
use super::table::Holds;
use crate::diagnostics::TableFinding;
use crate::questionnaire::Questionnaire;
use crate::source::{FileId, Span};

/// The records of a text with their places.
pub(super) struct Rows<'t> {
    file: FileId,
    text: &'t str,
    separator: u8,
    reader: Reader<'t>,
}

enum Reader<'t> {
    Csv(csv::Reader<&'t [u8]>),
    /// From this byte on, with the columns once they are known.
    Lines(usize, Option<Keys>),
}

/// One record and where it starts.
pub(super) struct Record<'t> {
    pub(super) fields: csv::StringRecord,
    file: FileId,
    pub(super) text: &'t str,
    separator: u8,
    start: usize,
    /// Of a JSON line, where its values stand.
    line: Option<Cells>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Rows<'t> {
        if text.trim_start().starts_with('{') {
            return Rows { file, text, separator: b',', reader: Reader::Lines(0, None) };
        }
        Rows::with_separator(file, text, separator(text))
    }

    /// JSON lines, of which the columns are known; without them the first line names them.
    pub(super) fn of_lines(file: FileId, text: &'t str, keys: Option<Keys>) -> Rows<'t> {
        Rows { file, text, separator: b',', reader: Reader::Lines(0, keys) }
    }

    pub(super) fn with_separator(file: FileId, text: &'t str, separator: u8) -> Rows<'t> {
        Rows::ending_with(csv::Terminator::CRLF, file, text, separator)
    }

    /// As a scan reads rows: a carriage return alone ends none.
    pub(super) fn of_a_scan(file: FileId, text: &'t str, separator: u8) -> Rows<'t> {
        Rows::ending_with(csv::Terminator::Any(b'\n'), file, text, separator)
    }

    fn ending_with(end: csv::Terminator, file: FileId, text: &'t str, separator: u8) -> Rows<'t> {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(separator).terminator(end);
        Rows { file, text, separator, reader: Reader::Csv(reader.from_reader(text.as_bytes())) }
    }

    /// Takes in what the questionnaire knows and the first of JSON lines does not name.
    pub(super) fn add_known(&mut self, header: &Record<'_>, holds: &mut Vec<Holds>, questionnaire: &Questionnaire) {
        if let Reader::Lines(_, keys) = &mut self.reader {
            let mut names: Vec<String> = header.fields.iter().map(str::to_owned).collect();
            add_known(&mut names, holds, questionnaire);
            *keys = Some(Keys::new(names, holds));
        }
    }

    pub(super) fn next(&mut self) -> Option<Record<'t>> {
        let reader = match &mut self.reader {
            Reader::Csv(reader) => reader,
            Reader::Lines(at, keys) => {
                *at += self.text[*at..].find(|c: char| !c.is_ascii_whitespace())?;
                let start = *at;
                let line = self.text[start..].lines().next().unwrap_or_default();
                let cells = match keys {
                    Some(keys) => {
                        *at += line.len();
                        keys.cells(line)
                    }
                    None => {
                        let cells = header(line);
                        *keys = Some(Keys::new(cells.texts.clone(), &[]));
                        cells
                    }
                };
                let fields = csv::StringRecord::from(cells.texts.as_slice());
                let (file, text, separator) = (self.file, self.text, self.separator);
                return Some(Record { fields, file, text, separator, start, line: Some(cells) });
            }
        };
        let mut fields = csv::StringRecord::new();
        // The text is UTF-8 and lies in memory, so reading a record cannot fail.
        if !reader.read_record(&mut fields).unwrap_or(false) {
            return None;
        }
        let mut start = fields.position().map_or(0, |position| position.byte() as usize);
        // The reader's position may lie before the line break that ended the record before, or blank lines.
        let skipped = self.text[start..].find(|c| c != '\r' && c != '\n').unwrap_or(0);
        start += skipped;
        Some(Record { fields, file: self.file, text: self.text, separator: self.separator, start, line: None })
    }
}

/// What stands between the columns: a comma, or where the header has none a semicolon, which is what a Dutch
/// spreadsheet writes, or a tab.
pub(super) fn separator(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let there = |separator: &u8| header.as_bytes().contains(separator);
    [b',', b';', b'\t'].into_iter().find(there).unwrap_or(b',')
}

impl Record<'_> {
    pub(super) fn get(&self, index: usize) -> &str {
        self.fields.get(index).unwrap_or_default().trim()
    }

    /// Where a field stands, quotes included. Found by walking the record again, which only problems pay for.
    pub(super) fn field_span(&self, index: usize) -> Span {
        if let Some(line) = &self.line {
            let place = line.places.get(index).cloned().flatten();
            return place.map_or(self.span(), |place| self.within(place));
        }
        let bytes = self.text.as_bytes();
        let (mut field, mut at, mut quotes) = (0, self.start, Quotes::default());
        let mut begin = at;
        while at < bytes.len() {
            let quoted = quotes.take(bytes[at], self.separator);
            match bytes[at] {
                byte if byte == self.separator && !quoted => {
                    if field == index {
                        break;
                    }
                    field += 1;
                    begin = at + 1;
                }
                // Also within quotes: what stands on later lines is not pointed at.
                b'\n' | b'\r' if !quoted || field == index => break,
                _ => {}
            }
            at += 1;
        }
        if field < index {
            begin = at;
        }
        Span { file: self.file, start: begin as u32, end: at as u32 }
    }

    /// Why the record is no row, and where, if that is told by how it is written.
    pub(super) fn fault(&self) -> Option<(Span, TableFinding)> {
        let (place, finding) = self.line.as_ref()?.fault.clone()?;
        Some((self.within(place), *finding))
    }

    /// A stretch of the line.
    fn within(&self, place: Range<usize>) -> Span {
        let (start, end) = (self.start + place.start, self.start + place.end);
        Span { file: self.file, start: start as u32, end: end as u32 }
    }

    /// The bytes of the whole record, on however many lines, with the line break that ends it.
    pub(super) fn range(&self) -> Range<usize> {
        if self.line.is_some() {
            let rest = &self.text[self.start..];
            return self.start..self.start + rest.find('\n').map_or(rest.len(), |at| at + 1);
        }
        let mut quotes = Quotes::default();
        let rest = &self.text[self.start..];
        let ends = rest.bytes().position(|byte| {
            let quoted = quotes.take(byte, self.separator);
            !quoted && matches!(byte, b'\n' | b'\r')
        });
        let end = ends.map_or(self.text.len(), |at| {
            let line_break = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
            self.start + at + line_break
        });
        self.start..end
    }

    /// Whether a quote that opens a field is never closed, so that the rest of the file became one field.
    pub(super) fn has_open_quote(&self) -> bool {
        let spans_lines = self.line.is_none() && self.fields.iter().any(|field| field.contains(['\n', '\r']));
        spans_lines && {
            let (mut quotes, mut open) = (Quotes::default(), false);
            for byte in self.text[self.start..].bytes() {
                open = quotes.take(byte, self.separator);
                if !open && matches!(byte, b'\n' | b'\r') {
                    break;
                }
            }
            open
        }
    }

    /// The whole record, on its first line.
    pub(super) fn span(&self) -> Span {
        let rest = &self.text[self.start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        Span { file: self.file, start: self.start as u32, end: (self.start + length) as u32 }
    }
}

/// Follows the quotes of a record as the CSV reader does: a quote opens a field only as its first character, elsewhere it
/// is a character like any other.
#[derive(Default)]
pub(super) struct Quotes {
    open: bool,
    /// Whether something of the field has been seen.
    inside_field: bool,
    /// Whether the byte before was a closing quote; one more makes it a quote within the field.
    just_closed: bool,
}

impl Quotes {
    /// Takes the next byte; whether what follows stands in quotes.
    pub(super) fn take(&mut self, byte: u8, separator: u8) -> bool {
        match byte {
            b'"' if self.open => {
                self.open = false;
                self.just_closed = true;
            }
            b'"' if !self.inside_field || self.just_closed => {
                self.open = true;
                self.just_closed = false;
            }
            _ => self.just_closed = false,
        }
        self.inside_field = self.open || byte != separator;
        self.open
    }
}
