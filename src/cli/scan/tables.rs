//! Which of the files that a person names are tables, and how their bytes are come by.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use peil::responses::scan::{Open, declared as declared_in};
use peil::responses::{begins_as_yaml, find};
use peil::source::{ReadError, shown, stdin};

use super::system;
use crate::failure::Failure;
use crate::inputs::extension;
use crate::ui::Ui;

/// Standard input is held in memory, so that it can be read more than once: 4 GiB.
const STDIN_LIMIT: u64 = 1 << 32;

/// A table that was named, or lies in a folder that was.
pub(super) struct Given {
    pub(super) path: PathBuf,
    pub(super) shown: String,
    /// What standard input held, which can be read only once.
    held: Option<Arc<[u8]>>,
    /// Bytes of the file, where they are known.
    pub(super) bytes: u64,
}

impl Given {
    /// Opens it from its start.
    pub(super) fn open(&self) -> Open<'_> {
        Box::new(|| match &self.held {
            Some(bytes) => Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Read + Send>),
            None => Ok(Box::new(File::open(&self.path)?)),
        })
    }
}

/// The tables, if there are only tables.
///
/// # Errors
/// A path that is not there or cannot be read.
pub(super) fn given(ui: &Ui, named: &[PathBuf]) -> Result<Option<Vec<Given>>, Failure> {
    let l = ui.language;
    let paths = find(named).map_err(|error| Failure::read(l, &error))?;
    if paths.is_empty() || !paths.iter().all(|path| is_stdin(path) || extension(path) == "csv") {
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
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
            if begins_as_yaml(&start) {
                return Ok(None);
            }
            all.push(Given { path, shown, bytes: bytes.len() as u64, held: Some(bytes) });
            continue;
        }
        let metadata = std::fs::metadata(&path).map_err(|error| read(ui, &path, error))?;
        if metadata.is_dir() {
            return Err(Failure::read(l, &ReadError::Folder(path)));
        }
        File::open(&path).map_err(|error| read(ui, &path, error))?;
        all.push(Given { path, shown, held: None, bytes: metadata.len() });
    }
    Ok(Some(all))
}

/// The id of the questionnaire that the first row to name one names.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn declared(ui: &Ui, given: &[Given]) -> Result<Option<String>, Failure> {
    for one in given {
        if let Some(id) = declared_in(&one.open()).map_err(|error| system(ui, &one.path, error))? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn read(ui: &Ui, path: &Path, error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::read(ui.language, &ReadError::Absent(path.to_owned())),
        _ => system(ui, path, error),
    }
}
