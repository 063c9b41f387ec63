//! Writing Parquet files: groups of rows one after the other, so that one group is held at a time, and at the end what the
//! file says of itself. What stands in the columns is for others to know. The same cells give the same bytes.

mod cells;
mod pages;
mod runs;
mod thrift;

use std::io::{self, Write};

pub use cells::{Cells, Holds};
pub use pages::{Packed, pack};

use super::MAGIC;
use super::thrift::I32;
use thrift::Thrift;

/// A column of a file that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name; no two columns should have the same.
    pub name: String,
    /// What its cells are.
    pub holds: Holds,
}

/// A file that is being written. Without [`Writer::finish`] it is none.
pub struct Writer<'w> {
    out: &'w mut dyn Write,
    headings: Vec<Heading>,
    at: u64,
    groups: Vec<Group>,
}

/// A group of rows that was written.
struct Group {
    rows: u64,
    chunks: Vec<Chunk>,
}

/// Where a column of a group stands.
struct Chunk {
    start: u64,
    length: u64,
    /// Bytes of the page with the dictionary, if there is one.
    dictionary: u64,
    unpacked: u64,
    missing: u64,
}

impl<'w> Writer<'w> {
    /// Begins a file with these columns.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: &'w mut dyn Write, headings: Vec<Heading>) -> io::Result<Writer<'w>> {
        out.write_all(MAGIC)?;
        Ok(Writer { out, headings, at: MAGIC.len() as u64, groups: Vec::new() })
    }

    /// Writes a group of rows, of which these are the columns.
    ///
    /// # Errors
    /// When it cannot be written, or these are not as many columns as the file has, of its types and of one length.
    pub fn group(&mut self, columns: &[Packed]) -> io::Result<()> {
        let rows = columns.first().map_or(0, |column| column.rows);
        let fits = |(column, heading): (&Packed, &Heading)| column.rows == rows && column.holds == heading.holds;
        if columns.len() != self.headings.len() || !columns.iter().zip(&self.headings).all(fits) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "columns that do not belong together"));
        }
        let mut group = Group { rows: rows as u64, chunks: Vec::with_capacity(columns.len()) };
        for column in columns {
            self.out.write_all(&column.bytes)?;
            let length = column.bytes.len() as u64;
            group.chunks.push(Chunk {
                start: self.at,
                length,
                dictionary: column.dictionary as u64,
                unpacked: column.unpacked,
                missing: column.missing as u64,
            });
            self.at += length;
        }
        self.groups.push(group);
        Ok(())
    }

    /// Ends the file; `created_by` names the program and its version.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self, created_by: &str) -> io::Result<()> {
        let mut footer = Thrift::default();
        footer.structure(|thrift| self.footer(thrift, created_by));
        let length = u32::try_from(footer.bytes.len()).map_err(io::Error::other)?;
        self.out.write_all(&footer.bytes)?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(MAGIC)
    }

    fn footer(&self, thrift: &mut Thrift, created_by: &str) {
        /// The one in which dictionaries are told by the newer of their two numbers.
        const VERSION: i64 = 2;
        thrift.i32(1, VERSION);
        thrift.list(2, thrift::STRUCT, self.headings.len() + 1);
        thrift.structure(|thrift| {
            thrift.text(4, "schema");
            thrift.i32(5, self.headings.len() as i64);
        });
        for heading in &self.headings {
            thrift.structure(|thrift| element(thrift, heading));
        }
        thrift.i64(3, self.groups.iter().map(|group| group.rows).sum());
        thrift.list(4, thrift::STRUCT, self.groups.len());
        for group in &self.groups {
            thrift.structure(|thrift| self.described(thrift, group));
        }
        thrift.text(6, created_by);
    }

    fn described(&self, thrift: &mut Thrift, group: &Group) {
        thrift.list(1, thrift::STRUCT, group.chunks.len());
        for (chunk, heading) in group.chunks.iter().zip(&self.headings) {
            thrift.structure(|thrift| {
                // Nothing about it stands anywhere else.
                thrift.i64(2, 0);
                thrift.field(3, |thrift| chunk.described(thrift, heading, group.rows));
            });
        }
        thrift.i64(2, group.chunks.iter().map(|chunk| chunk.unpacked).sum());
        thrift.i64(3, group.rows);
    }
}

/// A leaf of the schema: any cell may be missing.
fn element(thrift: &mut Thrift, heading: &Heading) {
    const OPTIONAL: i64 = 1;
    /// What texts are called in the older way.
    const UTF8: i64 = 0;
    thrift.i32(1, heading.holds.number());
    thrift.i32(3, OPTIONAL);
    thrift.text(4, &heading.name);
    if heading.holds == Holds::Texts {
        thrift.i32(6, UTF8);
        thrift.field(10, |kind| kind.field(1, |_| {}));
    }
}

impl Chunk {
    fn described(&self, thrift: &mut Thrift, heading: &Heading, rows: u64) {
        let encodings = [pages::PLAIN, pages::RUNS, pages::BY_DICTIONARY];
        let encodings = &encodings[..if self.dictionary > 0 { 3 } else { 2 }];
        thrift.i32(1, heading.holds.number());
        thrift.list(2, I32, encodings.len());
        encodings.iter().for_each(|&encoding| thrift.item(encoding));
        thrift.list(3, super::thrift::BINARY, 1);
        thrift.text_item(&heading.name);
        thrift.i32(4, pages::SNAPPY);
        thrift.i64(5, rows);
        thrift.i64(6, self.unpacked);
        thrift.i64(7, self.length);
        thrift.i64(9, self.start + self.dictionary);
        if self.dictionary > 0 {
            thrift.i64(11, self.start);
        }
        thrift.field(12, |statistics| statistics.i64(3, self.missing));
    }
}
