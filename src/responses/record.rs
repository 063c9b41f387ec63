//! The records of a text of rows, each with the place of its fields: of CSV, and of JSON lines as if they were.

use std::ops::Range;

use super::line_rows::{Cells, Keys, header};
use super::quoted::{Broken, Ended, LONGEST_ROW, Marks};
use super::same_council::bare;
use super::table::Holds;
use crate::diagnostics::TableFinding;
use crate::questionnaire::Questionnaire;
use crate::source::{FileId, Span};

/// The records of a text with their places.
pub(super) struct Rows<'t> {
    file: FileId,
    text: &'t str,
    marks: Marks,
    /// A record longer than this is none.
    longest: usize,
    /// The next record starts here, or behind blank lines.
    at: usize,
    reader: Reader,
}

enum Reader {
    /// Where records so far went wrong.
    Csv(usize),
    /// With the columns once they are known.
    Lines(Option<Keys>),
}

/// One record and where it stands.
pub(super) struct Record<'t> {
    pub(super) fields: csv::StringRecord,
    file: FileId,
    pub(super) text: &'t str,
    marks: Marks,
    start: usize,
    /// Behind the line break that ends it.
    end: usize,
    /// Its first line is longer than a record can be; there are no fields.
    pub(super) too_long: bool,
    /// Why its fields cannot be told apart.
    broken: Option<Broken>,
    /// Of a JSON line, where its values stand.
    line: Option<Cells>,
}

/// What a file may begin with; peil has taken it off there.
const MARK: char = '\u{feff}';

/// What stands between what JSON lines are read as.
const COMMAS: Marks = Marks { separator: b',', returns: false };

impl<'t> Rows<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Rows<'t> {
        if text.trim_start().starts_with('{') {
            return Rows::of_lines(file, text, None);
        }
        Rows { file, text, marks: Marks::of(text.as_bytes()), longest: LONGEST_ROW, at: 0, reader: Reader::Csv(0) }
    }

    /// JSON lines, of which the columns are known; without them the first line names them.
    pub(super) fn of_lines(file: FileId, text: &'t str, keys: Option<Keys>) -> Rows<'t> {
        Rows { file, text, marks: COMMAS, longest: LONGEST_ROW, at: 0, reader: Reader::Lines(keys) }
    }

    /// Rows of any length that end with a line feed.
    pub(super) fn with_separator(file: FileId, text: &'t str, separator: u8) -> Rows<'t> {
        let marks = Marks { separator, returns: false };
        Rows { file, text, marks, longest: usize::MAX, at: 0, reader: Reader::Csv(0) }
    }

    /// Takes in what the questionnaire knows and the first of JSON lines does not name.
    pub(super) fn add_known(&mut self, header: &Record<'_>, holds: &mut Vec<Holds>, questionnaire: &Questionnaire) {
        if let Reader::Lines(keys) = &mut self.reader {
            *keys = Some(Keys::with_known(header.fields.iter(), holds, questionnaire));
        }
    }

    pub(super) fn next(&mut self) -> Option<Record<'t>> {
        let (file, text, marks) = (self.file, self.text, self.marks);
        let mut fields = csv::StringRecord::new();
        match &mut self.reader {
            Reader::Csv(until) => {
                self.at += text[self.at..].find(|c| c != '\r' && c != '\n')?;
                let start = self.at;
                let mut ended = marks.row(text.as_bytes(), start, *until, |place, quoted| {
                    let field = &text[place];
                    match quoted && field.contains('"') {
                        true => fields.push_field(&field.replace("\"\"", "\"")),
                        false => fields.push_field(field),
                    }
                });
                let (mut broken, mut too_long) = (None, false);
                if end_of(ended) - start > self.longest {
                    (ended, too_long) = marks.first_line(text.as_bytes(), start, self.longest);
                    fields.clear();
                }
                match ended {
                    Ended::Whole(next) => self.at = next,
                    Ended::Broken(found) => {
                        self.at = found.next;
                        *until = found.until.unwrap_or(text.len());
                        broken = Some(found);
                        fields.clear();
                    }
                }
                Some(Record { fields, file, text, marks, start, end: self.at, too_long, broken, line: None })
            }
            Reader::Lines(keys) => {
                self.at += text[self.at..].find(|c: char| !c.is_ascii_whitespace())?;
                let start = self.at;
                let rest = &text[start..];
                let line = rest.lines().next().unwrap_or_default();
                let end = start + rest.find('\n').map_or(rest.len(), |at| at + 1);
                let too_long = end - start > self.longest;
                let cells = match keys {
                    _ if too_long => {
                        self.at = end;
                        Cells::default()
                    }
                    Some(keys) => {
                        self.at += line.len();
                        keys.cells(line)
                    }
                    None => {
                        let cells = header(line);
                        *keys = Some(Keys::new(cells.texts.clone(), &[]));
                        cells
                    }
                };
                fields.extend(&cells.texts);
                Some(Record { fields, file, text, marks, start, end, too_long, broken: None, line: Some(cells) })
            }
        }
    }
}

impl Record<'_> {
    pub(super) fn get(&self, index: usize) -> &str {
        bare(self.fields.get(index).unwrap_or_default())
    }

    /// Where a field stands, quotes included. Found by walking the record again, which only problems pay for.
    pub(super) fn field_span(&self, index: usize) -> Span {
        if let Some(line) = &self.line {
            let place = line.places.get(index).cloned().flatten();
            return place.map_or(self.span(), |place| self.within(place));
        }
        let (mut field, mut found) = (0, None);
        self.marks.row(self.text.as_bytes(), self.start, 0, |place, quoted| {
            let quote = usize::from(quoted);
            if field <= index {
                found = Some((field, place.start - quote..place.end + quote));
            }
            field += 1;
        });
        let place = match found {
            Some((field, place)) if field == index => place,
            // It is missing where the record ends.
            Some((_, place)) => place.end..place.end,
            None => self.start..self.start,
        };
        // What stands on later lines is not pointed at.
        let first = self.text[place.clone()].find(['\n', '\r']);
        let end = first.map_or(place.end, |length| place.start + length);
        Span { file: self.file, start: place.start as u32, end: end as u32 }
    }

    /// Why the record is no row, and where, if that is told by how it is written.
    pub(super) fn fault(&self) -> Option<(Span, TableFinding)> {
        if self.too_long {
            let finding = TableFinding::LongRow { megabytes: LONGEST_ROW >> 20 };
            return Some((self.within(0..0), finding));
        }
        if let Some(at) = memchr::memchr(0, &self.text.as_bytes()[self.range()]) {
            return Some((self.within(at..at + 1), TableFinding::Nul));
        }
        if self.text[self.start..].starts_with(MARK) {
            return Some((self.span(), TableFinding::SecondFile));
        }
        if let Some(broken) = &self.broken {
            let place = broken.marked(self.text.as_bytes());
            let span = Span { file: self.file, start: place.start as u32, end: place.end as u32 };
            return Some((span, broken_quote(broken.followed.is_some())));
        }
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
        self.start..self.end
    }

    /// The whole record, on its first line.
    pub(super) fn span(&self) -> Span {
        let rest = &self.text[self.start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        Span { file: self.file, start: self.start as u32, end: (self.start + length) as u32 }
    }
}

/// Where the next record starts.
fn end_of(ended: Ended) -> usize {
    let (Ended::Whole(next) | Ended::Broken(Broken { next, .. })) = ended;
    next
}

/// What is wrong with a row of which a quote is broken.
pub(super) fn broken_quote(followed: bool) -> TableFinding {
    if followed { TableFinding::AfterQuote } else { TableFinding::OpenQuote }
}
