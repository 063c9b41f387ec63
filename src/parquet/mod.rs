//! Parquet files: the columns at their first level, group by group of rows, each value as the text that a table would
//! hold; and writing them ([`write`]). This module knows nothing of answers. It trusts no number that a file says of itself.

mod bits;
mod meta;
mod pages;
mod thrift;
mod values;
pub mod write;

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};

pub use meta::Column;
use meta::{Chunk, Group};
pub use pages::Desk;
pub use values::{Indices, MISSING, Values};

/// What a file begins and ends with.
pub const MAGIC: &[u8; 4] = b"PAR1";
/// One that is encrypted.
const LOCKED: &[u8; 4] = b"PARE";
/// A description larger than this is none: 256 MiB.
const LARGEST_FOOTER: u64 = 1 << 28;
/// Rows of one group, which is held in memory as a whole; writers make groups of about a million at most.
const MOST_ROWS: u64 = 1 << 24;
/// Cells of one group: a column of which all rows are the same takes a few bytes in the file.
const MOST_CELLS: u64 = 1 << 29;
/// Bytes of one column in one group that are held in memory: 1 GiB.
const LARGEST_CHUNK: u64 = 1 << 30;

/// Something that can be read from any place.
pub trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// A file of which the description was read.
#[derive(Clone, Debug)]
pub struct File {
    /// The columns, in order.
    pub columns: Vec<Column>,
    groups: Vec<Group>,
}

/// Why a file cannot be read; stands inside an [`io::Error`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Its end is missing.
    Cut,
    /// It does not begin as a Parquet file does.
    Other,
    /// What it holds is not as it says; in the group of rows that starts behind this many.
    Damaged {
        /// Rows before it.
        row: u64,
    },
    /// It is encrypted.
    Locked,
    /// A group of rows, or what one of its columns holds, is too large to be held in memory.
    LargeGroup {
        /// Rows in it.
        rows: u64,
    },
    /// It is packed in a way that peil does not read.
    Packing(&'static str),
    /// Values are written in a way that peil does not read.
    Encoding {
        /// The column.
        column: String,
        /// Its number in the format.
        encoding: i64,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Unreadable {}

impl From<Unreadable> for io::Error {
    fn from(why: Unreadable) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, why)
    }
}

impl Column {
    /// Whether peil reads what it holds: texts, numbers, truth and days.
    pub fn is_readable(&self) -> bool {
        self.kind.is_some()
    }

    /// Whether it holds bytes of which the file does not say that they are text, as old programs write texts too.
    pub fn is_raw(&self) -> bool {
        self.is_raw
    }
}

impl File {
    /// Reads the description at the end of a file.
    ///
    /// # Errors
    /// What the system says, or an [`Unreadable`].
    pub fn open(source: &mut dyn Source) -> io::Result<File> {
        let length = source.seek(SeekFrom::End(0))?;
        let begin = read(source, 0, length.min(4))?;
        if ![MAGIC, LOCKED].iter().any(|magic| magic.starts_with(&begin)) {
            return Err(Unreadable::Other.into());
        }
        let tail = length.checked_sub(8).ok_or(Unreadable::Cut)?;
        let tail_bytes = read(source, tail, 8)?;
        let (size, magic) = tail_bytes.split_first_chunk::<4>().ok_or(Unreadable::Cut)?;
        if magic == LOCKED {
            return Err(Unreadable::Locked.into());
        }
        let size = u64::from(u32::from_le_bytes(*size));
        let start = tail.checked_sub(size).filter(|_| magic == MAGIC && size <= LARGEST_FOOTER);
        let footer = read(source, start.ok_or(Unreadable::Cut)?, size)?;
        let (columns, groups) = meta::file(&footer).ok_or(Unreadable::Damaged { row: 0 })?;
        let mut row = 0;
        for group in &groups {
            let cells = group.rows.saturating_mul(columns.len() as u64);
            let chunks = columns.iter().map(|column| group.chunks[column.leaf]);
            if group.rows > MOST_ROWS || cells > MOST_CELLS || chunks.clone().any(|chunk| chunk.length > LARGEST_CHUNK)
            {
                return Err(Unreadable::LargeGroup { rows: group.rows }.into());
            }
            let lies_in_file = |chunk: Chunk| chunk.start.checked_add(chunk.length).is_some_and(|end| end <= tail);
            if !chunks.clone().all(lies_in_file) {
                return Err(Unreadable::Damaged { row }.into());
            }
            row += group.rows;
        }
        Ok(File { columns, groups })
    }

    /// Whether the values of a column are texts, which `is_text` says of each. Only where the file does not say so itself
    /// are they looked at; more than can be held are none.
    ///
    /// # Errors
    /// What the system says, or an [`Unreadable`].
    pub fn holds_texts(
        &self,
        source: &mut dyn Source,
        column: usize,
        is_text: &dyn Fn(&[u8]) -> bool,
    ) -> io::Result<bool> {
        if !self.columns[column].is_raw {
            return Ok(true);
        }
        let mut desk = Desk::default();
        for group in 0..self.groups.len() {
            let values = match self.indices(source, &mut desk, (group, column)) {
                Err(error) if is_too_large(&error) => return Ok(false),
                values => values?,
            };
            let bytes = |&(start, length): &(u32, u32)| &values.bytes[start as usize..(start + length) as usize];
            let bad: Vec<bool> = values.texts.iter().map(|text| !is_text(bytes(text))).collect();
            // A dictionary may hold what no row has.
            if bad.contains(&true) && values.rows.iter().flatten().any(|text| bad[text]) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Passes over a column from now on, as over one that cannot be read.
    pub fn pass_over(&mut self, column: usize) {
        self.columns[column].kind = None;
    }

    /// The columns that cannot be read, by index.
    pub fn unread(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|&index| !self.columns[index].is_readable()).collect()
    }

    /// The number of rows in each group.
    pub fn groups(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().map(|group| group.rows as usize)
    }

    /// Bytes that some columns take in the file, all groups together.
    pub fn bytes(&self, group: usize, column: usize) -> u64 {
        self.groups[group].chunks[self.columns[column].leaf].length
    }

    /// The values of one column in one group. A column that is not readable has none.
    ///
    /// # Errors
    /// What the system says, or an [`Unreadable`].
    pub fn values(&self, source: &mut dyn Source, group: usize, column: usize) -> io::Result<Values> {
        Ok(self.indices(source, &mut Desk::default(), (group, column))?.wide())
    }

    /// The same as [`File::values`] for whoever reads many columns: with memory that is used again, and rows that take
    /// a byte each where there are few texts.
    ///
    /// # Errors
    /// What the system says, or an [`Unreadable`].
    pub fn indices(
        &self,
        source: &mut dyn Source,
        desk: &mut Desk,
        (group, column): (usize, usize),
    ) -> io::Result<Values<Indices>> {
        let before = &self.groups[..group];
        let (group, column) = (&self.groups[group], &self.columns[column]);
        let rows = group.rows as usize;
        let Some(kind) = column.kind else {
            return Ok(Values { rows: Indices::missing(rows), ..Values::default() });
        };
        let chunk = group.chunks[column.leaf];
        read_into(source, chunk.start, chunk.length, &mut desk.packed)?;
        let read = pages::chunk(desk, chunk.codec, (kind, column.optional), rows);
        let row = || before.iter().map(|group| group.rows).sum();
        read.map_err(|trouble| trouble.at(row(), group.rows, &column.name).into())
    }
}

/// Whether a group of rows was not read because it cannot be held in memory.
fn is_too_large(error: &io::Error) -> bool {
    let why = error.get_ref().and_then(|inner| inner.downcast_ref::<Unreadable>());
    matches!(why, Some(Unreadable::LargeGroup { .. }))
}

/// Reads bytes that may not be there.
fn read(source: &mut dyn Source, start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    read_into(source, start, length, &mut bytes)?;
    Ok(bytes)
}

fn read_into(source: &mut dyn Source, start: u64, length: u64, bytes: &mut Vec<u8>) -> io::Result<()> {
    bytes.clear();
    source.seek(SeekFrom::Start(start))?;
    source.take(length).read_to_end(bytes)?;
    if (bytes.len() as u64) < length { Err(Unreadable::Cut.into()) } else { Ok(()) }
}
