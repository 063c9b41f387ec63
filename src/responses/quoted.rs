//! Where the fields and the rows of separated text end. Every reader of tables follows these rules, so that all of them
//! find the same rows.
//!
//! A quote opens a field only as its first character. The field is broken when nothing closes it, or when something
//! other than a separator or the end of a line follows the quote that does. Then the line on which the row starts is bad
//! as a whole, and the next row starts on the next line. This file knows nothing of columns.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr3};

/// A row longer than this, with the line break that ends it, is none. It takes its first line only: a bad one, either
/// because it is too long by itself or because a quote is open where it ends.
pub(super) const LONGEST_ROW: usize = 1 << 24;

/// A first line longer than this is no header.
pub(super) const LONGEST_HEADER: usize = 1 << 22;

/// What stands between the fields, and what between the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) separator: u8,
    /// Whether a carriage return alone ends a row, as in files of old.
    pub(super) returns: bool,
}

/// What comes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// The next row starts here.
    Whole(usize),
    Broken(Broken),
}

/// A row with a field that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// The last quote that opens a field on the line on which the row starts.
    pub(super) quote: usize,
    /// Where on that line something follows the quote that closes the field; `None` where it does not close there.
    pub(super) followed: Option<usize>,
    /// Where the row goes wrong; `None` where nothing closes the field before the bytes end.
    ///
    /// Up to there every line ended within quotes. So a row that starts on one of those lines, and is within quotes at
    /// the end of it, goes wrong at the same place, which need not be looked for again.
    pub(super) until: Option<usize>,
    /// Where the next line starts.
    pub(super) next: usize,
}

/// What comes of a field in quotes.
pub(super) enum Quoted {
    /// The place of the quote that closes it; there the field ends.
    Closed(usize),
    /// The place after the quote that closes it, where something else follows.
    Followed(usize),
    /// Nothing closes it before this place, or before the bytes end.
    Open(Option<usize>),
}

impl Marks {
    /// Those of a text of rows: between the columns a comma, or where the header has none outside quotes a semicolon,
    /// which is what a Dutch spreadsheet writes, or a tab; between the rows what ends the header.
    pub(super) fn of(text: &[u8]) -> Marks {
        let start = text.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(text.len());
        let separator = separator(&text[start..]);
        let marks = Marks { separator, returns: true };
        let end = match marks.row(text, start, 0, |_, _| ()) {
            Ended::Whole(next) | Ended::Broken(Broken { next, .. }) => next,
        };
        // What comes last has nothing behind it to be told from.
        Marks { separator, returns: end < text.len() && text[..end].last() == Some(&b'\r') }
    }

    /// Walks the row at `start` and gives each field, without its quotes, and whether it has those. Rows before it went
    /// wrong at `until`, or at 0.
    pub(super) fn row(
        self,
        bytes: &[u8],
        start: usize,
        until: usize,
        mut field: impl FnMut(Range<usize>, bool),
    ) -> Ended {
        let (mut at, mut quote, mut first_line) = (start, start, true);
        loop {
            let mut stop = at;
            if bytes.get(at) == Some(&b'"') {
                if first_line {
                    quote = at;
                }
                let (followed, until) = match self.quoted(bytes, at, until) {
                    Quoted::Closed(close) => {
                        field(at + 1..close, true);
                        stop = close + 1;
                        (None, None)
                    }
                    Quoted::Followed(place) => (Some(place), Some(place)),
                    Quoted::Open(until) => (None, until),
                };
                if stop == at {
                    let followed = followed.filter(|&place| first_line && self.line_end(bytes, at..place).is_none());
                    let next = self.next_line(bytes, start);
                    return Ended::Broken(Broken { quote, followed, until, next });
                }
                first_line = first_line && self.line_end(bytes, at..stop).is_none();
            } else {
                stop = self.stop(bytes, at);
                let has_return = stop > at && bytes[stop - 1] == b'\r' && bytes.get(stop) != Some(&self.separator);
                field(at..stop - usize::from(has_return), false);
            }
            if bytes.get(stop) != Some(&self.separator) {
                return Ended::Whole(after_break(bytes, stop));
            }
            at = stop + 1;
        }
    }

    /// What is left of a row that is longer than one can be: its first line, and whether that is too long by itself.
    pub(super) fn first_line(self, bytes: &[u8], start: usize, longest: usize) -> (Ended, bool) {
        let line = self.next_line(bytes, start);
        if line - start > longest {
            return (Ended::Whole(line), true);
        }
        // More lines follow, so it is within quotes where this one ends.
        let ended = match self.row(&bytes[..line], start, 0, |_, _| ()) {
            Ended::Broken(broken) => Ended::Broken(Broken { until: Some(start + longest + 1), ..broken }),
            whole @ Ended::Whole(_) => whole,
        };
        (ended, false)
    }

    /// What comes of the field that a quote opens at `at`. Rows before it went wrong at `until`, or at 0.
    pub(super) fn quoted(self, bytes: &[u8], at: usize, until: usize) -> Quoted {
        let mut within = bytes;
        let mut known = None;
        if at < until
            && let Some(end) = self.line_end(bytes, at..bytes.len().min(until))
        {
            (within, known) = (&bytes[..end], Some(until));
        }
        let mut at = at + 1;
        while let Some(length) = within.get(at..).and_then(|rest| memchr(b'"', rest)) {
            at += length + 1;
            match bytes.get(at) {
                Some(b'"') => at += 1,
                _ if self.ends_field(bytes, at) => return Quoted::Closed(at - 1),
                _ => return Quoted::Followed(at),
            }
        }
        Quoted::Open(known)
    }

    /// Whether a field may end before this place.
    fn ends_field(self, bytes: &[u8], at: usize) -> bool {
        match bytes.get(at) {
            None | Some(b'\n') => true,
            Some(b'\r') => self.returns || matches!(bytes.get(at + 1), None | Some(b'\n')),
            Some(&byte) => byte == self.separator,
        }
    }

    /// Where a field without quotes stops.
    fn stop(self, bytes: &[u8], at: usize) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        let length = match self.returns {
            true => memchr3(self.separator, b'\n', b'\r', rest),
            false => memchr2(self.separator, b'\n', rest),
        };
        at + length.unwrap_or(rest.len())
    }

    /// Where in a stretch a line ends.
    fn line_end(self, bytes: &[u8], within: Range<usize>) -> Option<usize> {
        let start = within.start;
        let found = match self.returns {
            true => memchr2(b'\n', b'\r', &bytes[within]),
            false => memchr(b'\n', &bytes[within]),
        };
        found.map(|length| start + length)
    }

    fn next_line(self, bytes: &[u8], start: usize) -> usize {
        self.line_end(bytes, start..bytes.len()).map_or(bytes.len(), |end| after_break(bytes, end))
    }
}

impl Broken {
    /// What to point at: from the quote to where the field is closed, or to the end of the line.
    pub(super) fn marked(&self, bytes: &[u8]) -> Range<usize> {
        let line = &bytes[self.quote..self.next];
        let end = self.quote + memchr2(b'\n', b'\r', line).unwrap_or(line.len());
        self.quote..self.followed.unwrap_or(end)
    }
}

/// Follows the quotes of a row that is not broken and comes piece by piece: one opens a field only as its first character, elsewhere it is a
/// character like any other.
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

/// What stands between the columns, in the order in which one is preferred.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// What stands between the columns of the header that a text begins with. Within a name in quotes it may be any character;
/// which quotes those are is not told by the separator, since that is what is looked for.
fn separator(text: &[u8]) -> u8 {
    let (mut found, mut at, mut begins) = ([false; SEPARATORS.len()], 0, true);
    while let Some(&byte) = text.get(at) {
        if matches!(byte, b'\n' | b'\r') {
            break;
        }
        if begins && byte == b'"' {
            let Some(close) = closing(text, at) else { break };
            (at, begins) = (close + 1, false);
            continue;
        }
        let known = SEPARATORS.iter().position(|&separator| separator == byte);
        known.into_iter().for_each(|index| found[index] = true);
        (at, begins) = (at + 1, known.is_some());
    }
    let outside = SEPARATORS.into_iter().zip(found).find_map(|(separator, there)| there.then_some(separator));
    outside.unwrap_or(b',')
}

/// The quote that closes the one at `open`.
fn closing(text: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        at += memchr(b'"', &text[at..])?;
        if text.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The place after the line break at `at`, if there is one.
fn after_break(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let length = if rest.starts_with(b"\r\n") { 2 } else { 1 };
    bytes.len().min(at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAS: Marks = Marks { separator: b',', returns: false };

    /// Every row of a text: its fields, or where its quote opens and what is pointed at.
    fn rows(marks: Marks, text: &str) -> Vec<String> {
        let (mut at, mut until, mut told) = (0, 0, Vec::new());
        while at < text.len() {
            let mut fields = Vec::new();
            match marks.row(text.as_bytes(), at, until, |range, _| fields.push(text[range].to_owned())) {
                Ended::Whole(next) => {
                    told.push(fields.join("|"));
                    at = next;
                }
                Ended::Broken(broken) => {
                    told.push(format!("{}: {}", broken.quote, &text[broken.marked(text.as_bytes())]));
                    until = broken.until.unwrap_or(text.len());
                    at = broken.next;
                }
            }
        }
        told
    }

    #[test]
    fn a_field_in_quotes_may_hold_separators_lines_and_doubled_quotes() {
        assert_eq!(rows(COMMAS, "a,\"x\ny\",b\nc,\"d,\"\"e\"\r\nf"), ["a|x\ny|b", "c|d,\"\"e", "f"]);
        assert_eq!(rows(COMMAS, "a,5\" disk,b\nc"), ["a|5\" disk|b", "c"], "a quote inside a field is a character");
        assert_eq!(rows(COMMAS, "a\rb,\"c\"\r"), ["a\rb|c"]);
        assert_eq!(rows(Marks { separator: b';', returns: true }, "a;\"b\"\rc;d\r\ne"), ["a|b", "c|d", "e"]);
    }

    #[test]
    fn what_stands_between_the_columns_is_told_by_the_header_outside_quotes() {
        for (header, separator) in [
            ("a,b;c", b','),
            ("a;b\tc", b';'),
            ("a\tb", b'\t'),
            ("a", b','),
            ("a;\"b, c\";d\r\n1,5;2;3", b';'),
            ("\"a\"\t\"b, \"\"c; d\"\"\"", b'\t'),
            ("\"a,\nb\";c\n1,2", b';'),
            ("a;5\" b, c", b','),
            ("a;\"b, c\n1;2", b';'),
            ("\"a;b\n1;2", b','),
        ] {
            let found = Marks::of(format!("\n{header}\n").as_bytes()).separator;
            assert_eq!(char::from(found), char::from(separator), "{header}");
        }
    }

    #[test]
    fn a_broken_field_takes_the_line_on_which_its_row_starts_and_nothing_else() {
        assert_eq!(rows(COMMAS, "a,\"b\nc,d\ne"), ["2: \"b", "c|d", "e"], "never closed");
        assert_eq!(rows(COMMAS, "a,\"b\nc,\"d\",e\nf"), ["2: \"b", "c|d|e", "f"], "closed amid another row");
        assert_eq!(rows(COMMAS, "a,\"b\"c,d\ne"), ["2: \"b\"", "e"], "closed too early");
        assert_eq!(rows(COMMAS, "a,\"b\"\rc\nd"), ["2: \"b\"", "d"], "a return is the end of no line");
        assert_eq!(
            rows(COMMAS, "\"a\",\"b\nc\",\"d\ne"),
            ["4: \"b", "10: \"d", "e"],
            "where its first line ends in quotes"
        );
    }

    #[test]
    fn rows_that_all_go_wrong_at_the_end_of_the_text_are_not_followed_there_one_by_one() {
        let (text, lines) = ("x\",\"\n".repeat(10_000), 10_000);
        let (mut at, mut until, mut fields, mut broken) = (0, 0, 0, 0);
        while at < text.len() {
            match COMMAS.row(text.as_bytes(), at, until, |_, _| fields += 1) {
                Ended::Whole(next) => at = next,
                Ended::Broken(row) => {
                    (at, until) = (row.next, row.until.unwrap_or(text.len()));
                    broken += 1;
                }
            }
        }
        assert_eq!(broken, lines);
        assert!(fields < 4 * lines, "{fields}");
    }
}
