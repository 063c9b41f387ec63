//! Which of the files that a person names are tables, and how their bytes are come by.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use peil::parquet::{MAGIC, Source};
use peil::responses::scan::{Open, OpenWhole, declared as declared_in, declared_whole};
use peil::responses::{Found, TableFormat, begins_as_yaml};
use peil::source::{Held, Packing, ReadError, held, is_read_once, shown, unpack};

use super::system;
use crate::aside;
use crate::failure::Failure;
use crate::inputs;
use crate::ui::Ui;

/// What can be read only once is held in memory, so that it can be read again: 4 GiB.
pub(crate) const HELD_LIMIT: u64 = 1 << 32;

/// A table that was named, or lies in a folder that was.
pub(super) struct Given {
    pub(super) path: PathBuf,
    pub(super) shown: String,
    /// What standard input or a pipe held, which can be read only once.
    held: Option<Held>,
    pub(super) format: TableFormat,
    packing: Option<Packing>,
    /// Bytes that are to be read, where they are known.
    pub(super) bytes: Option<u64>,
}

/// Bytes of text for which a byte of a Parquet file stands, and often more.
const PACKED: u64 = 8;

impl Given {
    /// About as many bytes as it would be as text, where they are known.
    pub(super) fn text(&self) -> Option<u64> {
        let times = if self.format == TableFormat::Parquet { PACKED } else { 1 };
        self.bytes.map(|bytes| bytes * times)
    }

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

/// The tables, if there are only tables, and what was found beside them.
///
/// # Errors
/// A path that is not there or cannot be read.
pub(super) fn given(ui: &Ui, named: &[PathBuf]) -> Result<Option<(Vec<Given>, Found)>, Failure> {
    let l = ui.language;
    let mut found = aside::find(named).map_err(|error| Failure::read(l, &error))?;
    if !found.files.iter().all(|path| may_be_table(path) || aside::is_object_without_answers(path)) {
        return Ok(None);
    }
    aside::set(ui, &mut found, named, |_| false)?;
    if found.files.is_empty() {
        return Ok(None);
    }
    let mut all = Vec::new();
    for path in &found.files {
        if is_read_once(path) {
            let Some(given) = piped(ui, path)? else { return Ok(None) };
            all.push(given);
            continue;
        }
        let metadata = std::fs::metadata(path).map_err(|error| system(ui, path, error))?;
        if metadata.is_dir() {
            return Err(Failure::read(l, &ReadError::Folder(path.clone())));
        }
        File::open(path).map_err(|error| system(ui, path, error))?;
        let packing = Packing::of(path);
        let bytes = packing.is_none().then_some(metadata.len());
        let format = TableFormat::of(path).unwrap_or(TableFormat::Csv);
        all.push(Given { path: path.clone(), shown: shown(path), format, held: None, packing, bytes });
    }
    Ok(Some((all, found)))
}

/// Whether a path is that of a table, or does not tell what it is that can be read only once.
fn may_be_table(path: &Path) -> bool {
    TableFormat::of(path).is_some() || (is_read_once(path) && inputs::extension(path).is_empty())
}

/// What comes through standard input or a pipe; `None` when that is an answers file. A name that says what it is, is
/// believed.
fn piped(ui: &Ui, path: &Path) -> Result<Option<Given>, Failure> {
    let held = held(path, HELD_LIMIT).map_err(|error| system(ui, path, error))?;
    let bytes = held.as_ref();
    if bytes.len() as u64 > HELD_LIMIT {
        return Err(Failure::read(ui.language, &ReadError::TooLarge { path: path.to_owned(), limit: HELD_LIMIT }));
    }
    let packing = Packing::of(path).or_else(|| Packing::of_bytes(bytes));
    let known = packing.is_none().then_some(bytes.len() as u64);
    let by_name = TableFormat::of(path);
    let is_parquet = bytes.starts_with(MAGIC);
    let by_content = if is_parquet { TableFormat::Parquet } else { TableFormat::Csv };
    let given = Given {
        path: path.to_owned(),
        shown: shown(path),
        format: by_name.unwrap_or(by_content),
        packing,
        bytes: known,
        held: Some(held.clone()),
    };
    let may_be_yaml = by_name.is_none() && !is_parquet;
    if may_be_yaml && given.begins_as_yaml().map_err(|error| system(ui, path, error))? {
        return Ok(None);
    }
    Ok(Some(given))
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
