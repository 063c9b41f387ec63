//! Opening a table: its first line says what the columns hold; the rest is read later, perhaps more than once.

use std::io::{self, Read};
use std::path::Path;

use super::super::codec::Codec;
use super::super::line_rows::Keys;
use super::super::load::TableFormat;
use super::super::quoted::{Broken, Ended, LONGEST_HEADER, Marks};
use super::super::record::{Record, Rows};
use super::super::table::{Holds, declared as declared_in, header_layout};
use super::layout::Layout;
use super::lines::{self, Lines};
use super::parquet::{OpenWhole, Parquet};
use super::rows::is_text;
use super::whole::csv_line;
use crate::diagnostics::{Diagnostics, FileFinding, TableFinding};
use crate::parquet::File;
use crate::questionnaire::Questionnaire;
use crate::source::{FileId, Sources, Span};

/// Bytes that are read for it at first.
const STEP: u64 = 1 << 13;
/// So many bytes tell what a file is that is no text.
const BEGINNING: usize = 1 << 8;

/// Gives the bytes of a table, each time from its start.
pub type Open<'o> = Box<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Sync + 'o>;

/// A table whose first line was read.
pub struct Table<'o> {
    /// Its path as shown to a person.
    pub shown: String,
    /// The first line, to point at.
    pub header: FileId,
    pub(super) open: Open<'o>,
    pub(super) holds: Vec<Holds>,
    pub(super) layout: Layout,
    /// Its columns, if it consists of JSON lines.
    pub(super) lines: Option<Lines>,
    /// The file, if it is Parquet.
    pub(super) parquet: Option<Parquet<'o>>,
    /// Where the first row starts: the second line, but of JSON lines the first.
    pub(super) offset: u64,
    /// Where the first line names the column of waves, if it does.
    wave: Option<Span>,
}

impl Table<'_> {
    /// Whether a column has the name it had in an earlier version of the questionnaire.
    pub fn has_former_names(&self) -> bool {
        self.holds.iter().any(|holds| matches!(holds, Holds::Former(_)))
    }

    /// The place to point at for rows without a wave among those of some tables: the first line of one that has no such
    /// column, else that column in the first of them.
    pub fn place_of_waves(tables: &[Table<'_>]) -> Option<Span> {
        let table = tables.iter().find(|table| table.wave.is_none()).or(tables.first())?;
        Some(table.wave.unwrap_or(Span::start_of(table.header)))
    }

    /// The place to point at for waves of some tables: their column in the first that has one.
    pub fn column_of_waves(tables: &[Table<'_>]) -> Option<Span> {
        tables.iter().find_map(|table| table.wave)
    }
}

/// What the tables of one scan have in common.
pub struct Columns<'q> {
    /// The questionnaire they answer.
    pub questionnaire: &'q Questionnaire,
    /// The codes of that.
    pub codec: Codec,
    /// The names of the class columns.
    pub classes: Vec<String>,
}

impl<'q> Columns<'q> {
    /// Those of a questionnaire, before any table.
    pub fn new(questionnaire: &'q Questionnaire) -> Columns<'q> {
        Columns { questionnaire, codec: Codec::new(questionnaire), classes: Vec::new() }
    }

    /// Reads the first line of a table. `None` when nothing can be made of it, which is reported.
    ///
    /// # Errors
    /// What the system says.
    pub fn table<'o>(
        &mut self,
        shown: &str,
        open: Open<'o>,
        sources: &mut Sources,
        out: &mut Diagnostics,
    ) -> io::Result<Option<Table<'o>>> {
        let (bytes, rest) = first_line(open()?.as_mut())?;
        let open = if rest == Rest::CarriageReturns { of_line_feeds(open) } else { open };
        let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let file = sources.add_bytes(shown, bytes);
        let source = sources.get(file);
        if let Some(bad) = source.bad_encoding() {
            crate::yaml::report_encoding(bad, out);
            return Ok(None);
        }
        if source.text().trim().is_empty() {
            out.add(Span::start_of(file), FileFinding::Empty);
            return Ok(None);
        }
        if rest == Rest::Endless {
            out.add(Span::start_of(file), TableFinding::LongHeader { megabytes: LONGEST_HEADER >> 20 });
            return Ok(None);
        }
        let is_lines = begins_with_brace(source.text().as_bytes())
            || TableFormat::of(Path::new(shown)) == Some(TableFormat::Lines);
        let mut rows = match is_lines {
            true => Rows::of_lines(file, source.text(), None),
            false => Rows::new(file, source.text()),
        };
        let Some(header) = rows.next() else { return Ok(None) };
        let Some(mut holds) = self.layout(&header, &[], &mut |_| true, out) else { return Ok(None) };
        let (mut offset, mut between, mut lines) = (mark, Marks::of(source.text().as_bytes()).separator, None);
        if is_lines {
            between = lines::SEPARATOR;
            lines = Some(Lines::new(Keys::with_known(header.fields.iter(), &mut holds, self.questionnaire)));
        } else {
            offset += source.text().len() as u64;
            if rest == Rest::Nothing {
                out.add(header.field_span(0), TableFinding::NoRows);
            }
        }
        let layout = Layout::new(&holds, between, &self.codec);
        let (shown, wave) = (shown.to_owned(), place_of_wave(&header, &holds));
        Ok(Some(Table { shown, header: file, open, holds, layout, lines, parquet: None, offset, wave }))
    }
}

impl Columns<'_> {
    /// What every column of a table holds, of which some, by index, cannot be read, and others hold texts or not.
    fn layout(
        &mut self,
        header: &Record<'_>,
        unread: &[usize],
        holds_texts: &mut dyn FnMut(usize) -> bool,
        out: &mut Diagnostics,
    ) -> Option<Vec<Holds>> {
        let classes = &mut self.classes;
        let mut class = |index: usize, name: &str| {
            let known = classes.iter().position(|known| known == name);
            holds_texts(index).then(|| {
                known.unwrap_or_else(|| {
                    classes.push(name.to_owned());
                    classes.len() - 1
                })
            })
        };
        header_layout(header, unread, self.questionnaire, &mut class, out)
    }

    /// Reads the columns of a Parquet file. `None` when nothing can be made of it, which is reported.
    ///
    /// # Errors
    /// What the system says, or why the file cannot be read.
    pub fn parquet<'o>(
        &mut self,
        shown: &str,
        open: OpenWhole<'o>,
        sources: &mut Sources,
        out: &mut Diagnostics,
    ) -> io::Result<Option<Table<'o>>> {
        let mut reader = open()?;
        let mut file = File::open(reader.as_mut())?;
        let names = csv_line(file.columns.iter().map(|column| column.name.as_bytes()));
        let header = sources.add_rows(shown, names, 0);
        let source = sources.get(header);
        let Some(record) = Rows::with_separator(header, source.text(), lines::SEPARATOR).next() else {
            out.add(Span::start_of(header), FileFinding::Empty);
            return Ok(None);
        };
        let mut failed = None;
        let mut holds_texts = |column| {
            let held = file.holds_texts(reader.as_mut(), column, &is_text);
            held.unwrap_or_else(|error| {
                failed = Some(error);
                true
            })
        };
        let holds = self.layout(&record, &file.unread(), &mut holds_texts, out);
        failed.map_or(Ok(()), Err)?;
        let Some(holds) = holds else { return Ok(None) };
        for column in (0..holds.len()).filter(|&column| holds[column] == Holds::Nothing) {
            // Bytes that nobody asks for would make a row that is shown one that is no text.
            if !file.holds_texts(reader.as_mut(), column, &is_text)? {
                file.pass_over(column);
            }
        }
        if file.groups().all(|rows| rows == 0) {
            out.add(record.field_span(0), TableFinding::NoRows);
        }
        let layout = Layout::new(&holds, lines::SEPARATOR, &self.codec);
        let parquet = Some(Parquet { file, open });
        let open: Open<'o> = Box::new(|| Ok(Box::new(io::empty())));
        let (shown, wave) = (shown.to_owned(), place_of_wave(&record, &holds));
        Ok(Some(Table { shown, header, open, holds, layout, lines: None, parquet, offset: 0, wave }))
    }
}

/// Where a first line names the column of waves.
fn place_of_wave(header: &Record<'_>, holds: &[Holds]) -> Option<Span> {
    holds.iter().position(|holds| *holds == Holds::Wave).map(|index| header.field_span(index))
}

/// The id of the questionnaire that the first row to name one names, if that is near the start of the table.
///
/// # Errors
/// What the system says.
pub fn declared(open: &Open<'_>) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    open()?.take(LONGEST_HEADER as u64).read_to_end(&mut bytes)?;
    let mut sources = Sources::new();
    let file = sources.add_bytes("", bytes);
    Ok(declared_in(file, &sources).map(|(id, _, _)| id))
}

/// What comes after the first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// More lines.
    Lines,
    /// Lines that end with a carriage return only.
    CarriageReturns,
    /// Nothing but blank lines.
    Nothing,
    /// More of the first line, which is far too long.
    Endless,
}

/// The bytes up to the end of the first line that is not blank, and what comes after it.
fn first_line(reader: &mut (dyn Read + Send)) -> io::Result<(Vec<u8>, Rest)> {
    let mut bytes = Vec::new();
    loop {
        // Twice as much each time: looking for the end again costs no more than reading.
        let wanted = STEP.max(bytes.len() as u64);
        let read = Read::take(&mut *reader, wanted).read_to_end(&mut bytes)?;
        let end = line_end(&bytes, read == 0 || bytes.len() > LONGEST_HEADER);
        if end.is_some_and(|end| end > LONGEST_HEADER) {
            return Ok((bytes, Rest::Endless));
        }
        let more = end.is_some_and(|end| !bytes[end..].trim_ascii().is_empty());
        if let Some(end) = end.filter(|_| more || read == 0) {
            // A feed after the return is that of a line of its own, or of none.
            let returns = bytes[end - 1] == b'\r';
            bytes.truncate(end);
            let rest = if returns { Rest::CarriageReturns } else { Rest::Lines };
            return Ok((bytes, if more { rest } else { Rest::Nothing }));
        }
        if read == 0 {
            return Ok((bytes, Rest::Nothing));
        }
        if end.is_none() && memchr::memchr(0, &bytes).is_some() {
            // What holds this byte is no text, and is not read further; how it begins says what it is instead.
            bytes.truncate(BEGINNING);
            return Ok((bytes, Rest::Lines));
        }
        if end.is_none() && bytes.len() > LONGEST_HEADER {
            return Ok((bytes, Rest::Endless));
        }
    }
}

/// The place after the line break that ends the first line: a line feed, or in files of old a carriage return alone. What
/// is open after all there is to read is never closed.
fn line_end(bytes: &[u8], is_all: bool) -> Option<usize> {
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let at = mark + bytes[mark..].iter().position(|byte| !byte.is_ascii_whitespace())?;
    if begins_with_brace(bytes) {
        return memchr::memchr(b'\n', &bytes[at..]).map(|length| at + length + 1);
    }
    let marks = Marks { returns: true, ..Marks::of(&bytes[at..]) };
    match marks.row(bytes, at, 0, |_, _| ()) {
        Ended::Broken(broken) if broken.until.is_none() && !is_all => None,
        // Behind a return there may be a line feed.
        Ended::Whole(end) | Ended::Broken(Broken { next: end, .. })
            if bytes[end - 1] == b'\n' || (bytes[end - 1] == b'\r' && end < bytes.len()) =>
        {
            Some(end)
        }
        _ => None,
    }
}

/// The same table with line feeds in the place of carriage returns.
fn of_line_feeds(open: Open<'_>) -> Open<'_> {
    struct LineFeeds<R>(R);
    impl<R: Read> Read for LineFeeds<R> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(buffer)?;
            buffer[..read].iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
            Ok(read)
        }
    }
    Box::new(move || Ok(Box::new(LineFeeds(open()?))))
}

/// Whether what is read is JSON.
fn begins_with_brace(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands behind the bytes that may be read.
    struct NeverRead;

    impl Read for NeverRead {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            panic!("read too far")
        }
    }

    #[test]
    fn of_what_is_no_text_or_has_no_end_of_a_line_only_the_beginning_is_read() {
        let mut zeros = io::repeat(0).take(STEP).chain(NeverRead);
        let (beginning, _) = first_line(&mut zeros).expect("no error");
        assert_eq!(beginning.len(), BEGINNING);
        let mut endless = io::repeat(b'x').take(2 * LONGEST_HEADER as u64).chain(NeverRead);
        let (_, rest) = first_line(&mut endless).expect("no error");
        assert_eq!(rest, Rest::Endless);
        let mut rows = b"council,keuze\n1,soms\n".chain(io::repeat(b'x')).take(STEP).chain(NeverRead);
        let (header, rest) = first_line(&mut rows).expect("no error");
        assert_eq!((header.as_slice(), rest), (b"council,keuze\n".as_slice(), Rest::Lines));
    }
}
