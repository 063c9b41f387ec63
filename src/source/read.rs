//! Getting bytes from a path or standard input, with a limit and an error that says what to do.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

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

/// Whether what a path names can be read only once: standard input, a pipe or a device.
pub fn is_read_once(path: &Path) -> bool {
    path == Path::new("-") || std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// The bytes of a file, or of standard input when the path is `-`; at most `limit` of them. What is packed is unpacked.
///
/// # Errors
/// See [`ReadError`].
pub fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let system = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadError::Absent(path.to_owned()),
        io::ErrorKind::IsADirectory => ReadError::Folder(path.to_owned()),
        _ => ReadError::System { path: path.to_owned(), error },
    };
    let unpacked = |packing: Option<Packing>, plain: Box<dyn Read + Send>| match packing {
        Some(packing) => unpack(path, packing, plain),
        None => plain,
    };
    let bytes = if is_read_once(path) {
        let held = held(path, limit).map_err(system)?;
        // Such a name seldom says what it stands for.
        let packing = Packing::of(path).or_else(|| Packing::of_bytes(held.as_ref()));
        within(held.as_ref().len() as u64, limit, || unpacked(packing, Box::new(Cursor::new(held))))
    } else {
        if path.is_dir() {
            return Err(ReadError::Folder(path.to_owned()));
        }
        let file = File::open(path).map_err(system)?;
        let length = file.metadata().map_err(system)?.len();
        within(length, limit, || unpacked(Packing::of(path), Box::new(file)))
    };
    bytes.map_err(system)?.ok_or_else(|| ReadError::TooLarge { path: path.to_owned(), limit })
}

/// All that a reader gives; `None` when that is more than the limit. What says beforehand that it is longer is not opened,
/// and of what says nothing no more is read than it takes to know.
fn within<'r>(
    length: u64,
    limit: u64,
    open: impl FnOnce() -> Box<dyn Read + Send + 'r>,
) -> io::Result<Option<Vec<u8>>> {
    if length > limit {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    open().take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// What was read from something that can be read only once.
#[derive(Clone, Debug)]
pub struct Held(Arc<Vec<u8>>);

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// What standard input, a pipe or a device holds, up to a little over `limit` bytes. It can be read once, so it is kept
/// for whoever asks again; who asks for more is given that too.
///
/// # Errors
/// What the system says.
pub fn held(path: &Path, limit: u64) -> io::Result<Held> {
    type Place = Arc<Mutex<Option<Stream>>>;
    static ALL: Mutex<BTreeMap<PathBuf, Place>> = Mutex::new(BTreeMap::new());
    // Each has a lock of its own: whoever fills two pipes may wait for the one before going on with the other.
    let place = ALL.lock().unwrap_or_else(PoisonError::into_inner).entry(path.to_owned()).or_default().clone();
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    let stream = match &mut *place {
        Some(stream) => stream,
        None => place.insert(Stream::open(path)?),
    };
    stream.read_to(limit + 1)?;
    Ok(Held(stream.bytes.clone()))
}

/// What is read once, as far as it was.
struct Stream {
    rest: Box<dyn Read + Send>,
    bytes: Arc<Vec<u8>>,
}

impl Stream {
    fn open(path: &Path) -> io::Result<Stream> {
        let rest: Box<dyn Read + Send> =
            if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
        Ok(Stream { rest, bytes: Arc::default() })
    }

    /// Reads on until there are so many bytes, or no more.
    fn read_to(&mut self, length: u64) -> io::Result<()> {
        let missing = length.saturating_sub(self.bytes.len() as u64);
        if missing > 0 {
            let read = self.rest.by_ref().take(missing).read_to_end(Arc::make_mut(&mut self.bytes))?;
            if (read as u64) < missing {
                self.rest = Box::new(io::empty());
            }
        }
        Ok(())
    }
}

/// The beginning of a file, or of what can be read only once; about `length` bytes of it, unpacked as far as those go.
///
/// # Errors
/// See [`ReadError`].
pub fn beginning(path: &Path, length: u64) -> Result<Vec<u8>, ReadError> {
    let system = |error: io::Error| ReadError::System { path: path.to_owned(), error };
    let mut bytes = Vec::new();
    if is_read_once(path) {
        bytes.extend_from_slice(held(path, length).map_err(system)?.as_ref());
    } else if path.is_file() {
        File::open(path).and_then(|file| file.take(length).read_to_end(&mut bytes)).map_err(system)?;
    }
    let Some(packing) = Packing::of_bytes(&bytes) else { return Ok(bytes) };
    let mut unpacked = Vec::new();
    // The end is missing, where there is more.
    let _ = unpack(path, packing, bytes.as_slice()).take(length).read_to_end(&mut unpacked);
    Ok(unpacked)
}

/// A path as shown to a person: `/` on every system.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// The folder that a path stands in: this one, where it names none.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A path that tells one file from another, however it was reached. What cannot be resolved, such as standard input, is told
/// apart by its name.
pub fn resolved(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
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
    fn who_asks_for_more_of_what_can_be_read_once_is_given_the_rest_behind_what_was_read() {
        let rest = b"abc".chain(&b"defgh"[..]).chain(io::empty());
        let mut stream = Stream { rest: Box::new(rest), bytes: Arc::default() };
        for (length, expected) in [(2, "ab"), (2, "ab"), (1, "ab"), (5, "abcde"), (99, "abcdefgh"), (100, "abcdefgh")] {
            stream.read_to(length).expect("no error");
            assert_eq!(stream.bytes.as_slice(), expected.as_bytes());
        }
    }

    #[test]
    fn what_says_that_it_is_too_large_is_refused_unopened_and_what_never_ends_after_one_byte_too_many() {
        assert_eq!(within(11, 10, || panic!("opened")).expect("no error"), None);
        let endless = || Box::new(io::repeat(b'x').take(11).chain(NeverRead)) as Box<dyn Read + Send>;
        assert_eq!(within(0, 10, endless).expect("no error"), None);
        assert_eq!(within(10, 10, || Box::new(io::repeat(b'x').take(10))).expect("no error"), Some(vec![b'x'; 10]));
    }

    #[test]
    fn a_path_without_a_folder_stands_in_this_one() {
        assert_eq!(folder_of(Path::new("a.md")), Path::new("."));
        assert_eq!(folder_of(Path::new("in/a.md")), Path::new("in"));
    }

    #[test]
    fn two_paths_of_one_file_are_resolved_alike_and_what_is_no_file_is_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.md");
        std::fs::write(&file, "").expect("written");
        assert_eq!(resolved(&folder.path().join(".").join("a.md")), resolved(&file));
        assert_eq!(resolved(Path::new("-")), Path::new("-"));
    }
}
