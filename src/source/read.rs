//! Getting bytes from a path or standard input, with a limit and an error that says what to do.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::packed::{Packing, unpack};

/// Why a file could not be read. The words belong to `language`; this is what happened.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("{} does not exist", .0.display())]
    Absent(PathBuf),
    /// The path is a folder where a file is needed.
    #[error("{} is a folder", .0.display())]
    Folder(PathBuf),
    /// More bytes than the limit.
    #[error("{} is larger than {limit} bytes", .path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// Anything else the system says, such as no permission.
    #[error("{}: {error}", .path.display())]
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// The bytes of a file, or of standard input when the path is `-`; at most `limit` of them.
///
/// # Errors
/// See [`ReadError`].
pub fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let system = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadError::Absent(path.to_owned()),
        io::ErrorKind::IsADirectory => ReadError::Folder(path.to_owned()),
        _ => ReadError::System { path: path.to_owned(), error },
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        bytes.extend_from_slice(&stdin(limit).map_err(system)?);
    } else {
        if path.is_dir() {
            return Err(ReadError::Folder(path.to_owned()));
        }
        let file = File::open(path).map_err(system)?;
        // A file that says it is too large is refused before a byte is read; a pipe says nothing.
        if file.metadata().is_ok_and(|metadata| metadata.len() > limit) {
            return Err(ReadError::TooLarge { path: path.to_owned(), limit });
        }
        let mut reader: Box<dyn Read> = match Packing::of(path) {
            Some(packing) => unpack(path, packing, file),
            None => Box::new(file),
        };
        reader.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(system)?;
    }
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { path: path.to_owned(), limit });
    }
    Ok(bytes)
}

/// What standard input holds, up to a little over `limit` bytes the first time. It can be read once, so it is kept for
/// whoever asks again.
///
/// # Errors
/// What the system says.
pub fn stdin(limit: u64) -> io::Result<Arc<[u8]>> {
    static HELD: OnceLock<Arc<[u8]>> = OnceLock::new();
    if let Some(bytes) = HELD.get() {
        return Ok(bytes.clone());
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)?;
    Ok(HELD.get_or_init(|| bytes.into()).clone())
}

/// A path as shown to a person: `/` on every system.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
