//! The records of a CSV text, each with the place of its fields.

use crate::source::{FileId, Span};

/// The records of a CSV text with their places.
pub(super) struct Rows<'t> {
    file: FileId,
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
}

/// One record and where it starts.
pub(super) struct Record<'t> {
    pub(super) fields: csv::StringRecord,
    file: FileId,
    pub(super) text: &'t str,
    start: usize,
}

impl<'t> Rows<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Rows<'t> {
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        Rows { file, text, reader }
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
        Some(Record { fields, file: self.file, text: self.text, start })
    }
}

impl Record<'_> {
    pub(super) fn get(&self, index: usize) -> &str {
        self.fields.get(index).unwrap_or_default().trim()
    }

    /// Where a field stands, quotes included. Found by walking the record again, which only problems pay for.
    pub(super) fn field_span(&self, index: usize) -> Span {
        let bytes = self.text.as_bytes();
        let (mut field, mut at, mut quoted) = (0, self.start, false);
        let mut begin = at;
        while at < bytes.len() {
            match bytes[at] {
                b'"' => quoted = !quoted,
                b',' if !quoted => {
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

    /// Whether a quote that opens a field is never closed, so that the rest of the file became one field.
    pub(super) fn has_open_quote(&self) -> bool {
        let spans_lines = self.fields.iter().any(|field| field.contains(['\n', '\r']));
        spans_lines && {
            let mut quoted = false;
            for byte in self.text[self.start..].bytes() {
                match byte {
                    b'"' => quoted = !quoted,
                    b'\n' | b'\r' if !quoted => break,
                    _ => {}
                }
            }
            quoted
        }
    }

    /// The whole record, on its first line.
    pub(super) fn span(&self) -> Span {
        let rest = &self.text[self.start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        Span { file: self.file, start: self.start as u32, end: (self.start + length) as u32 }
    }
}
