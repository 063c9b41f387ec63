//! Spreadsheets and delimited files as plain texts: the one place that knows the formats, and that refuses what would
//! exhaust the machine.
//!
//! A spreadsheet is read as a stream, cell by cell, and every part of it has a limit: what it says about its own size
//! is never believed. This module knows nothing of questionnaires or answers.

mod cells;
pub mod delimited;
mod ods;
mod package;
mod serial;
#[cfg(test)]
mod tests;
mod xlsx;
mod xml;

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use crate::source::{ReadError, is_read_once, read_bytes};
pub use cells::cell_name;
use package::{Package, Source};

/// A sheet as texts: what a person sees in its cells. Rows may be of unequal length; empty rows at the end are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Name of the sheet; empty for a file that has only one, without a name.
    pub name: String,
    /// Its rows, from the first of the file, so that the row of a person's spreadsheet is the index here plus one.
    pub rows: Vec<Vec<String>>,
}

/// The largest file, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// The most bytes that a file may hold once it is unpacked.
pub const LARGEST_UNPACKED: u64 = 64 * 1024 * 1024;
/// The most cells of a file, all sheets together, counting the empty ones before and between those that are filled in.
pub const MOST_CELLS: usize = 1_000_000;

/// Why a spreadsheet cannot be read. The words belong to `language`; this is what happened.
#[derive(Debug, thiserror::Error)]
pub enum SpreadsheetError {
    /// The system does not let us read the file, or it is larger than [`LARGEST_FILE`].
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Locked with a password.
    #[error("the file is locked with a password")]
    Encrypted,
    /// A workbook of before 2007 (.xls), or another document of that time.
    #[error("the file is of the format of before 2007")]
    OldFormat,
    /// A binary workbook (.xlsb).
    #[error("the file is a binary workbook")]
    Binary,
    /// Neither .xlsx nor .ods.
    #[error("the file is not a spreadsheet")]
    NotASpreadsheet,
    /// It begins as a spreadsheet, but the end is missing.
    #[error("the end of the file is missing")]
    Truncated,
    /// A part of it is not what it should be.
    #[error("`{0}` in the file is damaged")]
    Damaged(String),
    /// A part of it defines its own entities, which no spreadsheet needs and which can be made to exhaust a machine.
    #[error("`{0}` in the file has a document type definition")]
    DocumentType(String),
    /// More than [`LARGEST_UNPACKED`] bytes once unpacked, or more text than peil keeps.
    #[error("the file unpacks to more than can be read")]
    TooLarge,
    /// More than [`MOST_CELLS`].
    #[error("`{sheet}` has too many cells")]
    TooManyCells {
        /// Name of the sheet where it became too much.
        sheet: String,
    },
    /// A cell that is filled in far away from all others.
    #[error("`{sheet}` has a cell far away, at {cell}")]
    FarCell {
        /// Name of the sheet.
        sheet: String,
        /// Name of the cell, such as `XFD1048576`.
        cell: String,
    },
}

/// Reads the sheets of an .xlsx or .ods file, hidden ones too, in the order of the file.
///
/// Which of the two it is, is told by what is in the file, not by its name. A formula gives the value that was kept
/// with it; a date is ISO 8601, a number as short as it can be written, a share `12.5%`, a code the digits that it shows
/// (`0363`), a truth value `true` or `false`.
///
/// # Errors
/// See [`SpreadsheetError`].
pub fn open(path: &Path) -> Result<Vec<Grid>, SpreadsheetError> {
    let system = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadError::Absent(path.to_owned()),
        _ => ReadError::System { path: path.to_owned(), error },
    };
    if path.is_dir() {
        return Err(ReadError::Folder(path.to_owned()).into());
    }
    if is_read_once(path) {
        // It has to be read from any place.
        return sheets(Box::new(io::Cursor::new(read_bytes(path, LARGEST_FILE)?)), system);
    }
    let file = File::open(path).map_err(system)?;
    if file.metadata().is_ok_and(|metadata| metadata.len() > LARGEST_FILE) {
        return Err(ReadError::TooLarge { path: path.to_owned(), limit: LARGEST_FILE }.into());
    }
    sheets(Box::new(file), system)
}

/// The same of a file that is in memory.
///
/// # Errors
/// See [`SpreadsheetError`].
pub fn read(bytes: Vec<u8>) -> Result<Vec<Grid>, SpreadsheetError> {
    sheets(Box::new(io::Cursor::new(bytes)), |error| ReadError::System { path: PathBuf::new(), error })
}

fn sheets(mut source: Box<dyn Source>, system: impl Fn(io::Error) -> ReadError) -> Result<Vec<Grid>, SpreadsheetError> {
    let mut start = Vec::new();
    source.by_ref().take(8).read_to_end(&mut start).map_err(&system)?;
    if start == OLE {
        return Err(old(source.as_mut()).map_err(&system)?);
    }
    if !start.starts_with(ZIP) {
        return Err(SpreadsheetError::NotASpreadsheet);
    }
    source.rewind().map_err(&system)?;
    let mut package = Package::open(source)?;
    if package.has("content.xml") {
        ods::read(&mut package)
    } else if package.has("xl/workbook.bin") {
        Err(SpreadsheetError::Binary)
    } else {
        xlsx::read(&mut package)
    }
}

/// The first bytes of a zip file.
const ZIP: &[u8] = b"PK\x03\x04";
/// The first bytes of an OLE compound file: a document of before 2007, or a newer one behind a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// An OLE file with a part of this name holds a newer document behind a password.
fn old(file: &mut dyn Source) -> io::Result<SpreadsheetError> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bytes = Vec::new();
    // The names of the parts stand near the front or the end; a file of this size is read at once.
    file.take(LARGEST_FILE).read_to_end(&mut bytes)?;
    let found = bytes.windows(name.len()).any(|window| window == name);
    Ok(if found { SpreadsheetError::Encrypted } else { SpreadsheetError::OldFormat })
}
