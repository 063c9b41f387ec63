//! A Parquet file row by row, as the lines of a table: to show what is wrong, and for whoever reads tables whole.

use std::io;

use super::lines::{SEPARATOR, field};
use super::parquet::{OpenWhole, Parquet};
use super::rows::is_text;
use crate::parquet::{File, MISSING, Source, Values};

/// The rows of a file one by one, as lines of a table.
pub(super) struct Lines<'p, 'o> {
    parquet: &'p Parquet<'o>,
    source: Box<dyn Source + Send>,
    /// The group that is at hand, its place, its first row and its columns.
    group: Option<(usize, u64, Vec<Values>)>,
}

impl<'p, 'o> Lines<'p, 'o> {
    pub(super) fn new(parquet: &'p Parquet<'o>) -> io::Result<Lines<'p, 'o>> {
        Ok(Lines { parquet, source: (parquet.open)()?, group: None })
    }

    /// A row as a line.
    pub(super) fn line(&mut self, row: u64) -> io::Result<Vec<u8>> {
        Ok(csv_line(self.cells(row)?))
    }

    /// The texts of a row.
    fn cells(&mut self, row: u64) -> io::Result<impl Iterator<Item = &[u8]>> {
        let file = &self.parquet.file;
        // Most often a row lies in the same group as the one before it, or in the next.
        let (from, mut first) = match &self.group {
            Some((group, first, _)) if *first <= row => (*group, *first),
            _ => (0, 0),
        };
        let mut found = None;
        for (group, rows) in file.groups().enumerate().skip(from) {
            if row < first + rows as u64 {
                found = Some(group);
                break;
            }
            first += rows as u64;
        }
        if let Some(group) = found
            && self.group.as_ref().is_none_or(|(at, ..)| *at != group)
        {
            let columns = 0..file.columns.len();
            let values = columns.map(|column| file.values(self.source.as_mut(), group, column));
            self.group = Some((group, first, values.collect::<io::Result<_>>()?));
        }
        let group = self.group.as_ref().filter(|_| found.is_some());
        let values = group.map_or(&[][..], |(.., values)| values);
        Ok(values.iter().map(move |values| values.get((row - first) as usize)))
    }
}

/// Texts as a line of a table.
pub(super) fn csv_line<'t>(texts: impl Iterator<Item = &'t [u8]>) -> Vec<u8> {
    let mut line = Vec::new();
    for text in texts {
        field(&mut line, text);
        line.push(SEPARATOR);
    }
    if let Some(last) = line.last_mut() {
        *last = b'\n';
    }
    line
}

/// The id of the questionnaire that the first row to name one names.
///
/// # Errors
/// What the system says, or why the file cannot be read.
pub fn declared_whole(open: &OpenWhole<'_>) -> io::Result<Option<String>> {
    let mut source = open()?;
    let file = File::open(source.as_mut())?;
    let Some(column) = file.columns.iter().position(|column| column.name == "questionnaire") else { return Ok(None) };
    for group in 0..file.groups().count() {
        let values = file.values(source.as_mut(), group, column)?;
        let named = values.rows.iter().position(|&index| index != MISSING);
        if let Some(row) = named {
            let text = String::from_utf8_lossy(values.get(row)).trim().to_owned();
            return Ok(text.split('@').next().map(str::to_owned).filter(|id| !id.is_empty()));
        }
    }
    Ok(None)
}

/// A whole file as a table of lines.
pub struct Text {
    /// The lines, with a header.
    pub bytes: Vec<u8>,
    /// The columns that cannot be read, by index; they are empty.
    pub unread: Vec<usize>,
    /// The cells of bytes that are no text, where the file does not say that they are, in order. In the lines they are one
    /// character that stands for them.
    pub no_texts: Vec<NoText>,
}

/// A cell that holds no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoText {
    /// The row, counted from 0.
    pub row: u64,
    /// The column, by index.
    pub column: usize,
    /// Whether it is no text only because of a NUL byte.
    pub is_utf8: bool,
}

/// A whole file as a table of lines; `None` where that is larger than the limit.
///
/// # Errors
/// What the system says, or why the file cannot be read.
pub fn as_table(open: OpenWhole<'_>, limit: u64) -> io::Result<Option<Text>> {
    let mut source = open()?;
    let parquet = Parquet { file: File::open(source.as_mut())?, open };
    let columns = &parquet.file.columns;
    let mut bytes = csv_line(columns.iter().map(|column| column.name.as_bytes()));
    let rows: u64 = parquet.file.groups().map(|rows| rows as u64).sum();
    // A cell takes a separator at least, also where a whole column takes a few bytes in the file.
    if rows.saturating_mul(columns.len().max(1) as u64) > limit {
        return Ok(None);
    }
    let (mut lines, mut no_texts) = (Lines::new(&parquet)?, Vec::new());
    for row in 0..rows {
        let cells = lines.cells(row)?.enumerate().map(|(column, text)| {
            if !columns[column].is_raw() || is_text(text) {
                return text;
            }
            no_texts.push(NoText { row, column, is_utf8: std::str::from_utf8(text).is_ok() });
            NO_TEXT.as_bytes()
        });
        bytes.extend(csv_line(cells));
        if bytes.len() as u64 > limit {
            return Ok(None);
        }
    }
    Ok(Some(Text { bytes, unread: parquet.file.unread(), no_texts }))
}

/// What stands for bytes that are no text.
const NO_TEXT: &str = "\u{fffd}";
