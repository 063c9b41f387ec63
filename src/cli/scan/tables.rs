//! Which of the files that a person names are tables, and how their bytes are come by.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use peil::parquet::{MAGIC, Source};
use peil::responses::scan::{Open, OpenWhole, declared as declared_in, declared_whole};
use peil::responses::{TableFormat, begins_as_yaml, find};
use peil::source::{Packing, ReadError, shown, stdin, unpack};

use super::system;
use crate::failure::Failure;
use crate::ui::Ui;

/// Standard input is held in memory, so that it can be read more than once: 4 GiB.
const STDIN_LIMIT: u64 = 1 << 32;

/// A table that was named, or lies in a folder that was.
pub(super) struct Given {
    pub(super) path: PathBuf,
    pub(super) shown: String,
    /// What standard input held, which can be read only once.
    held: Option<Arc<[u8]>>,
    pub(super) format: TableFormat,
    packing: Option<Packing>,
    /// Bytes that are to be read, where they are known.
    pub(super) bytes: Option<u64>,
}

impl Given {
    /// Opens it from its start.
    pub(super) fn open(&self) -> Open<'_> {
        Box::new(|| {
            let plain: Box<dyn Read + Send> = match &self.held {
                Some(bytes) => Box::new(Cursor::new(bytes.clone())),
                None => Box::new(File::open(&self.path)?),
            };
            Ok(match self.packing {
                Some(packing) => unpack(&self.path, packing, plain),
                None => plain,
            })
        })
    }

    /// Opens it to be read from any place.
    pub(super) fn whole(&self) -> OpenWhole<'_> {
        Box::new(|| {
            Ok(match &self.held {
                Some(bytes) => Box::new(Cursor::new(bytes.clone())) as Box<dyn Source + Send>,
                None => Box::new(File::open(&self.path)?),
            })
        })
    }

    /// Whether it is an answers file rather than a table.
    fn begins_as_yaml(&self) -> io::Result<bool> {
        let mut start = Vec::new();
        self.open()()?.take(1 << 16).read_to_end(&mut start)?;
        Ok(begins_as_yaml(&String::from_utf8_lossy(&start)))
    }
}

/// The tables, if there are only tables.
///
/// # Errors
/// A path that is not there or cannot be read.
pub(super) fn given(ui: &Ui, named: &[PathBuf]) -> Result<Option<Vec<Given>>, Failure> {
    let l = ui.language;
    let paths = find(named).map_err(|error| Failure::read(l, &error))?;
    if paths.is_empty() || !paths.iter().all(|path| is_stdin(path) || TableFormat::of(path).is_some()) {
        return Ok(None);
    }
    let mut all = Vec::new();
    for path in paths {
        let shown = shown(&path);
        if is_stdin(&path) {
            let bytes = stdin(STDIN_LIMIT).map_err(|error| system(ui, &path, error))?;
            if bytes.len() as u64 > STDIN_LIMIT {
                return Err(Failure::read(l, &ReadError::TooLarge { path, limit: STDIN_LIMIT }));
            }
            let packing = Packing::of_bytes(&bytes);
            let known = packing.is_none().then_some(bytes.len() as u64);
            let is_parquet = bytes.starts_with(MAGIC);
            let format = if is_parquet { TableFormat::Parquet } else { TableFormat::Csv };
            let given = Given { path, shown, format, packing, bytes: known, held: Some(bytes) };
            if !is_parquet && given.begins_as_yaml().map_err(|error| system(ui, &given.path, error))? {
                return Ok(None);
            }
            all.push(given);
            continue;
        }
        let metadata = std::fs::metadata(&path).map_err(|error| system(ui, &path, error))?;
        if metadata.is_dir() {
            return Err(Failure::read(l, &ReadError::Folder(path)));
        }
        File::open(&path).map_err(|error| system(ui, &path, error))?;
        let packing = Packing::of(&path);
        let bytes = packing.is_none().then_some(metadata.len());
        let format = TableFormat::of(&path).unwrap_or(TableFormat::Csv);
        all.push(Given { path, shown, format, held: None, packing, bytes });
    }
    Ok(Some(all))
}

/// The id of the questionnaire that the first row to name one names.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn declared(ui: &Ui, given: &[Given]) -> Result<Option<String>, Failure> {
    for one in given {
        let named = match one.format {
            TableFormat::Parquet => declared_whole(&one.whole()),
            TableFormat::Csv | TableFormat::Lines => declared_in(&one.open()),
        };
        if let Some(id) = named.map_err(|error| system(ui, &one.path, error))? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}
