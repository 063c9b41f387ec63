//! CSV and tab-separated text as a grid: which encoding, which separator, quotes, line breaks within quotes.
//!
//! What a person's spreadsheet calls row 7 is row 7 here, whatever line breaks stand in the cells above it. This module
//! knows nothing of what the columns mean.

use super::Grid;

/// The largest text that is read: 64 MiB, some thousand times a large survey.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// The most cells that are read.
pub const MOST_CELLS: usize = 4_000_000;
/// The separators that are looked for.
const SEPARATORS: [char; 3] = [';', ',', '\t'];
/// How many records tell the separator.
const TELLING: usize = 20;

/// How the bytes of a text stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// With or without a byte order mark.
    Utf8,
    /// Either byte order, told by its mark.
    Utf16,
    /// What older Western spreadsheets write; only when someone says so, since any bytes are some text in it.
    Windows1252,
}

/// A text as a grid, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delimited {
    /// Its rows, empty ones included, those at the end left out.
    pub grid: Grid,
    /// What stands between two cells.
    pub separator: char,
    /// How it was written.
    pub encoding: Encoding,
}

/// Why a text is no grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DelimitedError {
    /// Bytes that are not UTF-8, first on this line (from 1).
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// The line, from 1.
        line: usize,
    },
    /// UTF-16 with half a character in it.
    #[error("the text is not valid UTF-16")]
    NotUtf16,
    /// A NUL byte on this line (from 1): no text.
    #[error("line {line} holds a NUL byte")]
    Nul {
        /// The line, from 1.
        line: usize,
    },
    /// A quote that opens a cell of this row (from 1) and is never closed.
    #[error("a quote in row {row} is never closed")]
    OpenQuote {
        /// The row, from 1.
        row: usize,
    },
    /// More than [`MOST_CELLS`].
    #[error("more than {MOST_CELLS} cells")]
    TooManyCells,
}

/// Reads a text. What is not given is detected: UTF-8, or UTF-16 by its mark; the separator that gives the most rows of
/// the same length.
///
/// # Errors
/// [`DelimitedError`] says what stands in the way, and where.
pub fn read(bytes: &[u8], encoding: Option<Encoding>, separator: Option<char>) -> Result<Delimited, DelimitedError> {
    let (text, encoding) = decoded(bytes, encoding)?;
    if let Some(nul) = text.find('\0') {
        return Err(DelimitedError::Nul { line: line_of(text.as_bytes(), nul) });
    }
    let separator = separator.unwrap_or_else(|| detected(&text));
    let mut rows = records(&text, separator, usize::MAX)?;
    while rows.last().is_some_and(|row| row.iter().all(|cell| cell.trim().is_empty())) {
        rows.pop();
    }
    Ok(Delimited { grid: Grid { name: String::new(), rows }, separator, encoding })
}

fn decoded(bytes: &[u8], encoding: Option<Encoding>) -> Result<(String, Encoding), DelimitedError> {
    let mark = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xFE, 0xFF, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let (Some((rest, unit)), None | Some(Encoding::Utf16)) = (mark, encoding) {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).map_err(|_| DelimitedError::NotUtf16)?;
        return if rest.len() % 2 == 0 { Ok((text, Encoding::Utf16)) } else { Err(DelimitedError::NotUtf16) };
    }
    match encoding {
        Some(Encoding::Utf16) => Err(DelimitedError::NotUtf16),
        Some(Encoding::Windows1252) => Ok((bytes.iter().map(|&byte| windows(byte)).collect(), Encoding::Windows1252)),
        _ => {
            let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
            let text = std::str::from_utf8(bytes);
            let text = text.map_err(|error| DelimitedError::NotUtf8 { line: line_of(bytes, error.valid_up_to()) })?;
            Ok((text.to_owned(), Encoding::Utf8))
        }
    }
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    bytes[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The letter of a byte in windows-1252; five bytes have none.
fn windows(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The separator with which the most of the first records are as long as the first; of equals the one with more columns.
fn detected(text: &str) -> char {
    let mut best = (0, 1, ',');
    for separator in SEPARATORS {
        // A quote that stays open is reported when the text is read; until then what came before it counts.
        let rows = records(text, separator, TELLING).unwrap_or_default();
        let Some(columns) = rows.iter().find(|row| row.len() > 1).map(Vec::len) else { continue };
        let alike = rows.iter().filter(|row| row.len() == columns).count();
        if (alike, columns) > (best.0, best.1) {
            best = (alike, columns, separator);
        }
    }
    best.2
}

/// At most `most` records. A quote opens a cell only as its first character; elsewhere it is a character like any other.
fn records(text: &str, separator: char, most: usize) -> Result<Vec<Vec<String>>, DelimitedError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let (mut cell, mut quoted, mut closed, mut cells) = (String::new(), false, false, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted => (quoted, closed) = (false, true),
            '"' if cell.is_empty() && !closed => quoted = true,
            _ if quoted => cell.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                closed = false;
                cells += row.len();
                rows.push(std::mem::take(&mut row));
                if rows.len() == most {
                    return Ok(rows);
                }
            }
            _ if c == separator => {
                row.push(std::mem::take(&mut cell));
                closed = false;
            }
            _ => cell.push(c),
        }
        if cells + row.len() > MOST_CELLS {
            return Err(DelimitedError::TooManyCells);
        }
    }
    if quoted {
        return Err(DelimitedError::OpenQuote { row: rows.len() + 1 });
    }
    if !cell.is_empty() || closed || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text.as_bytes(), None, None).expect("a grid").grid.rows
    }

    #[test]
    fn a_line_break_within_quotes_makes_no_row_and_an_empty_line_does() {
        let text = "a;b\r\n\"een\r\ntwee\";\"\"\"x\"\" y\"\r\n\r\n3;4\r\n\r\n";
        assert_eq!(rows(text), [vec!["a", "b"], vec!["een\r\ntwee", "\"x\" y"], vec![""], vec!["3", "4"]]);
    }

    #[test]
    fn commas_in_a_header_do_not_hide_the_semicolons() {
        let text = "Wat, hoe, waarom en wie?;Ja, of nee?\nniets;ja\nalles;nee\n";
        assert_eq!(read(text.as_bytes(), None, None).map(|read| read.separator), Ok(';'));
        assert_eq!(rows("a\tb, c\n1\t2\n")[0], ["a", "b, c"]);
        assert_eq!(rows("\"a;b;c;d\",e\n1,2\n")[0], ["a;b;c;d", "e"]);
        assert_eq!(rows("alleen dit\n"), [["alleen dit"]]);
    }

    #[test]
    fn a_quote_within_a_cell_is_a_character_and_one_that_stays_open_is_named() {
        assert_eq!(rows("a,b\n5\" pijp,x\n")[1], ["5\" pijp", "x"]);
        let open = read(b"a,b\n1,\"twee\n3,4\n", None, None);
        assert_eq!(open, Err(DelimitedError::OpenQuote { row: 2 }));
    }

    #[test]
    fn each_encoding_is_read_and_windows_1252_only_when_it_is_named() {
        let utf16: Vec<u8> = "\u{feff}é;–\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}é;–\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&utf16[..], &big, "\u{feff}é;–\n".as_bytes()] {
            assert_eq!(read(bytes, None, None).expect("text").grid.rows, [["é", "–"]]);
        }
        let western = b"a;b\n\xE9;\x96\n";
        assert_eq!(read(western, None, None), Err(DelimitedError::NotUtf8 { line: 2 }));
        let named = read(western, Some(Encoding::Windows1252), None).expect("text");
        assert_eq!(named.grid.rows[1], ["é", "–"]);
        assert_eq!(read(b"a\0b", None, None), Err(DelimitedError::Nul { line: 1 }));
        assert_eq!(read(&utf16[..5], None, None), Err(DelimitedError::NotUtf16));
    }

    #[test]
    fn millions_of_empty_cells_are_refused() {
        let text = ",".repeat(MOST_CELLS + 1);
        assert_eq!(read(text.as_bytes(), None, Some(',')), Err(DelimitedError::TooManyCells));
    }
}
