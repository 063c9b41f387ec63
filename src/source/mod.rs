//! Files as text: reading them, and turning a byte offset into a one-based line and column.
//!
//! This module knows nothing of what is in a file. A file that is not UTF-8 is kept in a readable form, with the places
//! of its bad bytes, so that whoever reads it can report it like any other problem.

mod lines;
mod packed;
mod read;

pub use packed::{Broken, NotPacked, Packing, bare, unpack};
pub use read::{Held, ReadError, beginning, folder_of, held, is_read_once, read_bytes, resolved, shown};

use std::num::NonZeroU32;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use lines::Lines;

/// Which file, in the order in which files were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A stretch of one file, in bytes of its text; `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The empty stretch at the start of a file.
    pub fn start_of(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }
}

/// A place as people name it: lines and columns count from one, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: NonZeroU32,
    /// Column in characters, from 1.
    pub column: NonZeroU32,
}

/// Why the bytes of a file are not the text peil reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadEncoding {
    /// The bytes at this place are not UTF-8; the file is probably Latin-1 or Windows-1252.
    NotUtf8(Span),
    /// The file opens with a UTF-16 byte order mark, or with letters as only UTF-16 writes them.
    Utf16(Span),
    /// This is no text file, because of what stands here, and perhaps one of these.
    Binary(Span, Option<Binary>),
}

/// Files that are not text and yet known, by how they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// Packed, without a name that says so.
    Packed(Packing),
    /// Columns of values.
    Parquet,
    /// Files in a file, as most spreadsheets are.
    Zip,
}

impl Binary {
    fn of(bytes: &[u8]) -> Option<Binary> {
        match bytes {
            [b'P', b'A', b'R', b'1', ..] => Some(Binary::Parquet),
            [b'P', b'K', 3, 4, ..] => Some(Binary::Zip),
            _ => Packing::of_bytes(bytes).map(Binary::Packed),
        }
    }
}

/// One file: its path as shown to the user, and its text without a byte order mark.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    lines: Lines,
    /// How many characters stand before each [`STRETCH`] of bytes; counted when a long line asks for it.
    characters: OnceLock<Vec<u32>>,
    bad_encoding: Option<BadEncoding>,
    /// Where in the text bytes were replaced that are not UTF-8.
    replaced: Vec<u32>,
}

/// In a line longer than this, such as a JSON file on one line, columns are counted from the nearest stretch.
const STRETCH: usize = 1024;

impl SourceFile {
    /// The path as the user wrote it, with `/` on every system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text, without a byte order mark; bytes that are not UTF-8 are replaced by `U+FFFD`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Why this file should not be read further, if so.
    pub fn bad_encoding(&self) -> Option<BadEncoding> {
        self.bad_encoding
    }

    /// The first character in a stretch of the text that stands for bytes that are not UTF-8.
    pub fn not_utf8(&self, within: Range<usize>) -> Option<Span> {
        let first = self.replaced.partition_point(|&at| (at as usize) < within.start);
        let start = *self.replaced.get(first).filter(|&&at| (at as usize) < within.end)?;
        // The replacement character is three bytes long.
        let of = |span: Span| Span { start, end: start + 3, ..span };
        match self.bad_encoding {
            Some(BadEncoding::NotUtf8(span)) => Some(of(span)),
            _ => None,
        }
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (line, start) = self.lines.holding(&self.text, offset);
        let column = if offset - start <= STRETCH {
            characters(&self.text.as_bytes()[start..offset])
        } else {
            self.characters_before(offset) - self.characters_before(start)
        };
        Position { line: one_based(line), column: one_based(column + 1) }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let before = self.characters.get_or_init(|| {
            let mut so_far = 0;
            let stretches = bytes.chunks(STRETCH).map(|stretch| {
                let before = so_far;
                so_far += characters(stretch) as u32;
                before
            });
            stretches.chain([0]).collect()
        });
        let stretch = (offset / STRETCH).min(before.len() - 1);
        let stretch = if stretch * STRETCH >= bytes.len() { stretch.saturating_sub(1) } else { stretch };
        before[stretch] as usize + characters(&bytes[stretch * STRETCH..offset])
    }

    /// The text of a span of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

/// How many characters start in these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Whether a file is UTF-16, by its byte order mark or by two letters of which one byte in two is NUL.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [a, 0, b, 0, ..] | [0, a, 0, b, ..] => *a != 0 && *b != 0,
        _ => false,
    }
}

fn one_based(number: usize) -> NonZeroU32 {
    u32::try_from(number).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MIN)
}

/// All files of one run, or one of them apart from the others.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// The number of the first of them.
    first: u32,
}

impl Sources {
    /// No files yet.
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Makes room for files that are read elsewhere, each in a collection [`apart`](Sources::apart). Until it is
    /// [`put`](Sources::put) in its place, such a file is empty.
    pub fn reserve(&mut self, count: usize) -> Vec<FileId> {
        (0..count).map(|_| self.insert("", String::new(), None)).collect()
    }

    /// A collection for one file that is to have this id, so that files can be read side by side.
    pub fn apart(file: FileId) -> Sources {
        Sources { files: Vec::new(), first: file.0 }
    }

    /// Puts the file of a collection apart in the place that was made for it.
    pub fn put(&mut self, apart: Sources) {
        for (file, place) in apart.files.into_iter().zip(apart.first..) {
            self.files[(place - self.first) as usize] = file;
        }
    }

    /// Forgets the text of a file that nothing will be said about, and keeps its path.
    pub fn forget(&mut self, file: FileId) {
        let file = &mut self.files[(file.0 - self.first) as usize];
        (file.text, file.lines, file.characters) = Default::default();
    }

    /// Reads a file of at most `limit` bytes; `-` is standard input.
    ///
    /// # Errors
    /// [`ReadError`] says what stood in the way: absent, a folder, too large, not readable.
    pub fn read(&mut self, path: &Path, limit: u64) -> Result<FileId, ReadError> {
        let bytes = read_bytes(path, limit)?;
        Ok(self.add_bytes(&read::shown(path), bytes))
    }

    /// Adds a text that is at hand, such as a questionnaire that ships with peil.
    pub fn add(&mut self, path: &str, text: impl Into<String>) -> FileId {
        self.insert(path, text.into(), None)
    }

    /// Adds bytes that should be UTF-8; a byte order mark is taken off.
    pub fn add_bytes(&mut self, path: &str, bytes: Vec<u8>) -> FileId {
        let file = self.next();
        let at = |start: usize| Span { file, start: start as u32, end: start as u32 + 1 };
        if is_utf16(&bytes) {
            let bad = BadEncoding::Utf16(Span::start_of(file));
            return self.insert(path, String::new(), Some(bad));
        }
        let binary = Binary::of(&bytes);
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                let nul = text.find('\0').map(|offset| BadEncoding::Binary(at(offset), binary));
                self.insert(path, text, nul)
            }
            Err(_) if binary.is_some() => {
                self.insert(path, String::new(), Some(BadEncoding::Binary(Span::start_of(file), binary)))
            }
            Err(error) => {
                let bytes = error.as_bytes();
                let (mut text, mut replaced) = (String::with_capacity(bytes.len()), Vec::new());
                for chunk in bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).utf8_chunks() {
                    text.push_str(chunk.valid());
                    if !chunk.invalid().is_empty() {
                        replaced.push(text.len() as u32);
                        text.push(char::REPLACEMENT_CHARACTER);
                    }
                }
                let start = replaced.first().copied().unwrap_or_default();
                // The replacement character is three bytes long.
                let bad = Span { file, start, end: start + 3 };
                let id = self.insert(path, text, Some(BadEncoding::NotUtf8(bad)));
                self.files[(id.0 - self.first) as usize].replaced = replaced;
                id
            }
        }
    }

    /// Adds some lines of a larger file, of which the first stands on `first_line`, counted from 1.
    pub fn add_excerpt(&mut self, path: &str, bytes: Vec<u8>, first_line: u32) -> FileId {
        self.add_lines(path, bytes, Lines::from(first_line))
    }

    /// Adds rows of a file that has no lines, such as one of columns, written out as text: each ends with a line break
    /// outside quotes, and has a number where other files have lines. That of the first is given; a header is 0, which is
    /// shown as 1.
    pub fn add_rows(&mut self, path: &str, bytes: Vec<u8>, first_row: u32) -> FileId {
        self.add_lines(path, bytes, Lines::of_rows(first_row))
    }

    fn add_lines(&mut self, path: &str, bytes: Vec<u8>, lines: Lines) -> FileId {
        let file = self.add_bytes(path, bytes);
        self.files[(file.0 - self.first) as usize].lines = lines;
        file
    }

    fn insert(&mut self, path: &str, text: String, bad_encoding: Option<BadEncoding>) -> FileId {
        let file = self.next();
        self.files.push(SourceFile {
            path: path.to_owned(),
            text,
            lines: Lines::default(),
            characters: OnceLock::new(),
            bad_encoding,
            replaced: Vec::new(),
        });
        file
    }

    fn next(&self) -> FileId {
        FileId(self.first + self.files.len() as u32)
    }

    /// The file of an id that came from this collection.
    pub fn get(&self, file: FileId) -> &SourceFile {
        &self.files[(file.0 - self.first) as usize]
    }

    /// Line and column where a span starts.
    pub fn position(&self, span: Span) -> Position {
        self.get(span.file).position(span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "één: 1\r\n🚀twee: 2\n");
        let source = sources.get(file);
        let place = |offset| {
            let position = source.position(offset);
            (position.line.get(), position.column.get())
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(5), (1, 4), "é is two bytes and one column");
        assert_eq!(place(10 + 4), (2, 2), "the rocket is four bytes and one column");
        assert_eq!(place(999), (3, 1), "past the end is the end");
    }

    #[test]
    fn columns_of_a_long_line_are_counted_as_those_of_a_short_one() {
        let line = "aé🚀".repeat(3000);
        let mut sources = Sources::new();
        let file = sources.add("a.json", format!("kort\n{line}\nkort"));
        for (column, (offset, _)) in line.char_indices().enumerate() {
            assert_eq!(sources.get(file).position(5 + offset as u32).column.get() as usize, column + 1);
        }
        let end = sources.get(file).position(5 + line.len() as u32);
        assert_eq!((end.line.get(), end.column.get()), (2, 9001));
        assert_eq!(sources.get(file).position(5 + line.len() as u32 + 5).column.get(), 5);
    }

    #[test]
    fn a_file_read_apart_has_the_id_that_was_kept_for_it_and_is_found_in_its_place() {
        let mut sources = Sources::new();
        sources.add("first.yaml", "a: 1\n");
        let ids = sources.reserve(2);
        let mut apart = Sources::apart(ids[1]);
        let file = apart.add("third.yaml", "b: 1\nc: 2\n");
        assert_eq!(file, ids[1]);
        let span = Span { file, start: 5, end: 6 };
        assert_eq!((apart.position(span).line.get(), apart.get(file).slice(span)), (2, "c"));
        sources.put(apart);
        assert_eq!((sources.get(file).path(), sources.get(file).slice(span)), ("third.yaml", "c"));
        assert_eq!(sources.get(ids[0]).text(), "");
        assert_ne!(sources.add("fourth.yaml", ""), file);
        sources.forget(file);
        assert_eq!((sources.get(file).path(), sources.get(file).text()), ("third.yaml", ""));
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        let mut sources = Sources::new();
        let file = sources.add_bytes("a.csv", b"\xEF\xBB\xBFcouncil\n".to_vec());
        assert_eq!(sources.get(file).text(), "council\n");
        assert_eq!(sources.get(file).bad_encoding(), None);
    }

    #[test]
    fn utf_16_is_known_by_its_mark_and_without_one_by_its_first_letters() {
        let utf_16 = |bytes: &[u8]| {
            let mut sources = Sources::new();
            let file = sources.add_bytes("a.yaml", bytes.to_vec());
            matches!(sources.get(file).bad_encoding(), Some(BadEncoding::Utf16(_)))
        };
        for bytes in [b"\xFF\xFEp\0".as_slice(), b"\xFE\xFF\0p", b"p\0e\0i\0", b"\0p\0e\0i"] {
            assert!(utf_16(bytes), "{bytes:?}");
        }
        for bytes in [b"\0\0\0\0".as_slice(), b"pe\0i", b"p\0ei", b"peil", b""] {
            assert!(!utf_16(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn latin_1_is_kept_readable_with_the_place_of_the_bad_byte() {
        let mut sources = Sources::new();
        let file = sources.add_bytes("a.yaml", b"naam: Li\xE8ge\n".to_vec());
        let Some(BadEncoding::NotUtf8(span)) = sources.get(file).bad_encoding() else { panic!("not seen") };
        assert_eq!(sources.position(span).column.get(), 9);
        assert_eq!(sources.get(file).slice(span), "\u{FFFD}");
    }
}
