//! The zip file that a spreadsheet is, and how much of it is read.
//!
//! Knows nothing of sheets and cells.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::Xml;
use super::{LARGEST_UNPACKED, SpreadsheetError};

/// The most parts of a file; a workbook has a few dozen.
const MOST_PARTS: usize = 10_000;
/// Every part is announced by these bytes in the directory at the end of the file.
const ENTRY: &[u8] = b"PK\x01\x02";

/// Where the bytes come from: a file, or memory.
pub(super) trait Source: Read + Seek {}

impl<S: Read + Seek> Source for S {}

/// A spreadsheet, opened.
pub(super) struct Package {
    archive: ZipArchive<BufReader<Box<dyn Source>>>,
    /// How many bytes may still be unpacked.
    left: Rc<Cell<u64>>,
}

/// One part, being read.
pub(super) type Part<'p> = Xml<BufReader<Metered<ZipFile<'p, BufReader<Box<dyn Source>>>>>>;

impl Package {
    /// Reads the directory. Nothing is unpacked yet.
    pub(super) fn open(mut file: Box<dyn Source>) -> Result<Package, SpreadsheetError> {
        let (parts, ends) = directory(file.as_mut()).map_err(|_| SpreadsheetError::Truncated)?;
        if !ends {
            return Err(SpreadsheetError::Truncated);
        }
        // Reading the directory takes memory for every part, so they are counted first.
        if parts > MOST_PARTS {
            return Err(SpreadsheetError::TooLarge);
        }
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| SpreadsheetError::Truncated)?;
        let mut unpacked = 0u64;
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(|_| SpreadsheetError::Truncated)?;
            if part.encrypted() {
                return Err(SpreadsheetError::Encrypted);
            }
            unpacked = unpacked.saturating_add(part.size());
        }
        if unpacked > LARGEST_UNPACKED {
            return Err(SpreadsheetError::TooLarge);
        }
        Ok(Package { archive, left: Rc::new(Cell::new(LARGEST_UNPACKED)) })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part, to be read as XML; `None` when there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, SpreadsheetError> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|_| SpreadsheetError::Damaged(name.to_owned()))?;
        let metered = Metered { inner: part, left: Rc::clone(&self.left) };
        Ok(Some(Xml::new(name, BufReader::new(metered))))
    }

    /// A part that must be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<Part<'_>, SpreadsheetError> {
        self.part(name)?.ok_or_else(|| SpreadsheetError::Damaged(name.to_owned()))
    }
}

/// How many parts the file announces, and whether the mark that ends the directory is there.
fn directory(file: &mut dyn Source) -> io::Result<(usize, bool)> {
    let (mut parts, mut ends) = (0, false);
    let mut reader = BufReader::with_capacity(64 * 1024, &mut *file);
    let mut tail = [0u8; 4];
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        for byte in bytes {
            tail = [tail[1], tail[2], tail[3], *byte];
            parts += usize::from(tail == ENTRY);
            ends |= tail == *b"PK\x05\x06";
        }
        reader.consume(length);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok((parts, ends))
}

/// What reading fails with when a file unpacks to more than it may.
#[derive(Debug, thiserror::Error)]
#[error("more than can be read")]
pub(super) struct Exhausted;

/// Unpacks no more than is left, whatever the directory says about the size.
pub(super) struct Metered<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64).ok_or_else(|| io::Error::other(Exhausted))?;
        self.left.set(left);
        Ok(read)
    }
}
