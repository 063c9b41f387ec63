//! The records of a CSV text, each with the place of its fields.

use std::ops::Range;

use crate::source::{FileId, Span};

/// The records of a CSV text with their places.
pub(super) struct Rows<'t> {
    file: FileId,
    text: &'t str,
    separator: u8,
    reader: csv::Reader<&'t [u8]>,
}

/// One record and where it starts.
pub(super) struct Record<'t> {
    pub(super) fields: csv::StringRecord,
    file: FileId,
    pub(super) text: &'t str,
    separator: u8,
    start: usize,
}

impl<'t> Rows<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Rows<'t> {
        Rows::with_separator(file, text, separator(text))
    }

    pub(super) fn with_separator(file: FileId, text: &'t str, separator: u8) -> Rows<'t> {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
        Rows { file, text, separator, reader }
    }

    pub(super) fn next(&mut self) -> Option<Record<'t>> {
        let mut fields = csv::StringRecord::new();
        // The text is UTF-8 and lies in memory, so reading a record cannot fail.
        if !self.reader.read_record(&mut fields).unwrap_or(false) {
            return None;
        }
        let mut start = fields.position().map_or(0, |position| position.byte() as usize);
        // The reader's position may lie before the line break that ended the record before, or blank lines.
        let skipped = self.text[start..].find(|c| c != '\r' && c != '\n').unwrap_or(0);
        start += skipped;
        Some(Record { fields, file: self.file, text: self.text, separator: self.separator, start })
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

    /// The bytes of the whole record, on however many lines, with the line break that ends it.
    pub(super) fn range(&self) -> Range<usize> {
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
        let spans_lines = self.fields.iter().any(|field| field.contains(['\n', '\r']));
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
struct Quotes {
    open: bool,
    /// Whether something of the field has been seen.
    inside_field: bool,
    /// Whether the byte before was a closing quote; one more makes it a quote within the field.
    just_closed: bool,
}

impl Quotes {
    /// Takes the next byte; whether what follows stands in quotes.
    fn take(&mut self, byte: u8, separator: u8) -> bool {
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
