//! Writing results to files: whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;
use flate2::Compression;
use flate2::write::GzEncoder;
use peil::language::{Language, failure};
use peil::responses::no_formula;
use peil::source::{Packing, folder_of};

use super::failure::Failure;
use super::interrupt;
use super::ui::Ui;

/// How the name of a file begins while it is written that can be made again.
const CUT_OFF: &str = ".peil-";

/// Writes a result to a file, or to standard output for `-`. A file is replaced as a whole: when anything goes wrong the
/// old one stays.
///
/// # Errors
/// When the file or standard output cannot be written.
pub(crate) fn write(ui: &Ui, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    stream(ui, Some(path), &mut |out| write_all(out, bytes))
}

/// The same of what cannot be made again: it is on the disk when this returns.
///
/// # Errors
/// When the file or standard output cannot be written.
pub(crate) fn keep(ui: &Ui, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path == Path::new("-") {
        return write(ui, path, bytes);
    }
    replace(path, bytes).map_err(|error| Failure::write(ui.language, path, &error))
}

/// Replaces a file as a whole, or writes to a device or pipe. It is on the disk when this returns, also if the power fails
/// right after.
///
/// # Errors
/// What the system said; the old file is still there then.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_by(path, true, &mut |out| write_all(out, bytes))
}

/// Replaces a file as a whole by what is written, when all of it is there, or writes to a device or pipe. Waiting for the
/// disk can take longer than making what is written, so only what `must_last` does.
fn replace_by(path: &Path, must_last: bool, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    interrupt::heed();
    // A device or a pipe cannot be replaced, only written to.
    let known = std::fs::metadata(path).ok();
    if known.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut file = std::fs::OpenOptions::new().write(true).open(path)?;
        write(&mut file)?;
        return file.flush();
    }
    if must_last {
        let mut file = AtomicWriteFile::open(path)?;
        write(&mut file)?;
        file.flush()?;
        return file.commit();
    }
    let folder = folder_of(path);
    let mut builder = tempfile::Builder::new();
    // The rights of the file that is replaced.
    if let Some(rights) = known.map(|metadata| metadata.permissions()).or_else(rights_of_new) {
        builder.permissions(rights);
    }
    let mut file = builder.prefix(CUT_OFF).tempfile_in(folder)?;
    write(&mut Stoppable(&mut file))?;
    file.flush()?;
    let file = file.into_temp_path();
    // A file that is renamed over another one may have to be on the disk first, which takes as long as writing it; one
    // that changes names with another does not. What is left under the other name is then the old one, and goes.
    if !(path.exists() && exchange(&file, path).is_ok()) {
        file.persist(path).map_err(|failed| failed.error)?;
    }
    Ok(())
}

/// Whether a file is one that peil was still writing when the power failed or somebody ended it by force. It is called
/// `.NAME.` or as `CUT_OFF` says, with six letters or digits behind it.
pub(crate) fn is_cut_off(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some((start, end)) = name.len().checked_sub(6).and_then(|at| name.split_at_checked(at)) else { return false };
    let of_one_to_keep =
        start.strip_prefix('.').and_then(|rest| rest.strip_suffix('.')).is_some_and(|of| of.contains('.'));
    end.chars().all(|c| c.is_ascii_alphanumeric()) && (start == CUT_OFF || of_one_to_keep)
}

/// Lets two files change names, at once or not at all.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Lets two files change names, where the system can.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The rights of a file that was not there; the system takes away what nobody should have.
#[cfg(unix)]
fn rights_of_new() -> Option<std::fs::Permissions> {
    Some(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

/// The rights of a file that was not there: those that the system gives.
#[cfg(not(unix))]
fn rights_of_new() -> Option<std::fs::Permissions> {
    None
}

/// Lets something be written to a file, or without one to standard output. A file is replaced as a whole, when all of it
/// is there; it is packed if its name says so.
///
/// # Errors
/// When it cannot be written, other than because the reader of standard output is gone.
pub(crate) fn stream(
    ui: &Ui,
    path: Option<&Path>,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(path) = path.filter(|path| *path != Path::new("-")) else {
        interrupt::heed();
        return ui.stream(&mut |out| write(&mut Stoppable(out))).map_err(|failure| stopped(ui, failure));
    };
    let written = match Packing::of(path) {
        Some(Packing::Gzip) => replace_by(path, false, &mut |out| {
            let mut packed = GzEncoder::new(out, Compression::default());
            write(&mut packed)?;
            packed.finish().map(|_| ())
        }),
        Some(Packing::Zstd) | None => replace_by(path, false, write),
    };
    written.map_err(|error| stopped(ui, Failure::write(ui.language, path, &error)))
}

/// Takes nothing more after Ctrl-C.
struct Stoppable<'w>(&'w mut dyn Write);

impl Write for Stoppable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if interrupt::pressed() { Err(io::Error::other("interrupted")) } else { self.0.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Why writing failed; after Ctrl-C it is that.
fn stopped(ui: &Ui, failure: Failure) -> Failure {
    if interrupt::pressed() { interrupt::failure(ui.language) } else { failure }
}

fn write_all(writer: &mut (impl Write + ?Sized), bytes: &[u8]) -> io::Result<()> {
    writer.write_all(bytes)?;
    writer.flush()
}

/// A text as a field of a CSV file: no formula, and in quotes where it has to be.
pub(crate) fn csv_field(text: &str) -> String {
    let text = no_formula(text);
    if text.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.into_owned()
    }
}

/// Makes sure that a file can be written before the work begins: its folder must exist, and it must not be one.
///
/// # Errors
/// When it does not.
pub(crate) fn expect_place(l: Language, path: &Path) -> Result<(), Failure> {
    let refused = |kind: io::ErrorKind| Err(Failure::write(l, path, &kind.into()));
    if path.is_dir() {
        return refused(io::ErrorKind::IsADirectory);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder {
        Some(folder) if folder.is_dir() => Ok(()),
        Some(folder) if folder.ancestors().any(Path::is_file) => refused(io::ErrorKind::NotADirectory),
        Some(_) => refused(io::ErrorKind::NotFound),
        None => Ok(()),
    }
}

/// Makes sure that a file that is to be written is none of those that are read.
///
/// # Errors
/// When it is.
pub(crate) fn expect_no_input<'p>(
    l: Language,
    path: &Path,
    mut read: impl Iterator<Item = &'p Path>,
) -> Result<(), Failure> {
    let written = std::fs::canonicalize(path).ok().filter(|written| written.is_file());
    let is_read =
        written.is_some_and(|written| read.any(|path| std::fs::canonicalize(path).is_ok_and(|read| read == written)));
    if is_read { Err(Failure::new(failure::output_is_input(l, &path.display().to_string()))) } else { Ok(()) }
}

/// Whether two paths are the same file, whether it is there or not; `-` is standard output.
pub(crate) fn is_same_place(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| {
        let folder = folder_of(path);
        let folder = std::fs::canonicalize(folder).ok()?;
        Some(std::fs::canonicalize(path).unwrap_or(folder.join(path.file_name()?)))
    };
    one == other || place(one).is_some_and(|one| place(other) == Some(one))
}

/// Makes a folder and those above it.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn make_folder(l: Language, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::write(l, folder, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk with room for some bytes.
    struct SmallDisk(usize);

    impl Write for SmallDisk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_a_spreadsheet_would_reckon_with_is_text_in_a_csv_file_and_numbers_stay_numbers() {
        assert_eq!(csv_field("=1+1"), "'=1+1");
        assert_eq!(csv_field("@SUM(A1),\"x\""), "\"'@SUM(A1),\"\"x\"\"\"");
        assert_eq!(csv_field("-1.5"), "-1.5");
        assert_eq!(csv_field("-2+3"), "'-2+3");
        assert_eq!(csv_field("Sint-Odrik"), "Sint-Odrik");
    }

    #[test]
    fn a_disk_that_fills_up_half_way_is_an_error() {
        let error = write_all(&mut SmallDisk(10), &[b'x'; 11]).expect_err("no room");
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        assert!(write_all(&mut SmallDisk(10), &[b'x'; 10]).is_ok());
    }

    #[test]
    fn what_can_be_made_again_replaces_a_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("scores.csv");
        for text in ["first", "second", "third"] {
            replace_by(&path, false, &mut |out| write_all(out, text.as_bytes())).expect("written");
            assert_eq!(std::fs::read_to_string(&path).expect("read"), text);
            assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "{text}");
        }
        let failed = replace_by(&path, false, &mut |out| write_all(out, b"half").and(Err(io::ErrorKind::Other.into())));
        assert!(failed.is_err());
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "third");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_file_that_was_being_written_is_known_by_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = || {
            let entries = std::fs::read_dir(folder.path()).expect("a folder");
            entries.map(|entry| entry.expect("an entry").path()).collect::<Vec<_>>()
        };
        let path = folder.path().join("r-1.yaml");
        let mut file = AtomicWriteFile::open(&path).expect("a file");
        assert!(names().iter().all(|name| is_cut_off(name)) && names().len() == 1, "{:?}", names());
        write_all(&mut file, b"half").expect("written");
        drop(file);
        replace_by(&path, false, &mut |out| {
            assert!(names().iter().all(|name| is_cut_off(name)) && names().len() == 1, "{:?}", names());
            write_all(out, b"whole")
        })
        .expect("written");
        assert!(!is_cut_off(&path));
        for other in ["r-1.yaml", ".gitignore", ".peil-draft", ".r-1.yaml.lock", ".bashrc.backup", "Lffmdv", "é.yaml"]
        {
            assert!(!is_cut_off(Path::new(other)), "{other}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_replaced_keeps_its_content() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("scores.csv");
        std::fs::write(&path, "old").expect("written");
        std::fs::create_dir(folder.path().join("taken")).expect("a folder");
        assert!(replace(&folder.path().join("taken"), b"new").is_err());
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "old");
        replace(&path, b"new").expect("written");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "new");
    }
}
