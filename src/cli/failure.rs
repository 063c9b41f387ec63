//! Why peil cannot go on: one sentence, and what to do about it.

use std::io;
use std::path::Path;

use peil::language::Language;
use peil::language::failure::{self, Sentence};
use peil::parquet::Unreadable;
use peil::source::{Broken, NotPacked, ReadError};
use peil::spreadsheet::{LARGEST_UNPACKED, MOST_CELLS, SpreadsheetError};

use super::exit::Exit;

/// The one thing that stops a run.
#[derive(Debug, thiserror::Error)]
#[error("{}", .sentence.message)]
pub(crate) struct Failure {
    pub(crate) sentence: Sentence,
    pub(crate) exit: Exit,
}

impl Failure {
    /// A failure that ends with exit code 2.
    pub(crate) fn new(sentence: Sentence) -> Failure {
        Failure { sentence, exit: Exit::CannotRun }
    }

    /// A failure because nothing was there to work on.
    pub(crate) fn nothing(sentence: Sentence) -> Failure {
        Failure { sentence, exit: Exit::NothingMatched }
    }

    /// A file that cannot be read.
    pub(crate) fn read(l: Language, error: &ReadError) -> Failure {
        let shown = |path: &Path| path.display().to_string();
        Failure::new(match error {
            ReadError::Absent(path) => failure::absent(l, &shown(path)),
            ReadError::Folder(path) => failure::folder_instead_of_file(l, &shown(path)),
            ReadError::TooLarge { path, limit } => failure::too_large(l, &shown(path), limit / (1024 * 1024)),
            ReadError::System { error, .. } if let Some(broken) = broken(error) => {
                failure::broken_packing(l, &broken.path, broken.line)
            }
            ReadError::System { error, .. } if let Some(foreign) = foreign(error) => {
                failure::not_packed(l, &foreign.path, foreign.ending)
            }
            ReadError::System { path, error } if let Some(why) = unreadable(error) => {
                let path = shown(path);
                match why {
                    Unreadable::Other => failure::no_parquet(l, &path),
                    Unreadable::Cut => failure::parquet_cut(l, &path),
                    Unreadable::Damaged { row } => failure::parquet_damaged(l, &path, *row),
                    Unreadable::Locked => failure::parquet_locked(l, &path),
                    Unreadable::LargeGroup { rows } => failure::parquet_group(l, &path, *rows),
                    Unreadable::Packing(name) => failure::parquet_packing(l, &path, name),
                    Unreadable::Encoding { column, encoding } => failure::parquet_encoding(l, &path, column, *encoding),
                }
            }
            ReadError::System { path, error } => failure::unreadable(l, &shown(path), &said(l, error)),
        })
    }

    /// A spreadsheet that cannot be read.
    pub(crate) fn spreadsheet(l: Language, path: &Path, error: &SpreadsheetError) -> Failure {
        let path = path.display().to_string();
        let cells = MOST_CELLS as u64;
        Failure::new(match error {
            SpreadsheetError::Read(error) => return Failure::read(l, error),
            SpreadsheetError::Encrypted => failure::spreadsheet_locked(l, &path),
            SpreadsheetError::OldFormat | SpreadsheetError::Binary => failure::spreadsheet_format(l, &path),
            SpreadsheetError::NotASpreadsheet => failure::not_a_spreadsheet(l, &path),
            SpreadsheetError::Truncated => failure::spreadsheet_truncated(l, &path),
            SpreadsheetError::Damaged(part) => failure::spreadsheet_damaged(l, &path, part),
            SpreadsheetError::DocumentType(part) => failure::spreadsheet_entities(l, &path, part),
            SpreadsheetError::TooLarge => failure::spreadsheet_too_large(l, &path, LARGEST_UNPACKED / (1024 * 1024)),
            SpreadsheetError::TooManyCells { sheet } => failure::spreadsheet_cells(l, &path, sheet, cells),
            SpreadsheetError::FarCell { sheet, cell } => failure::spreadsheet_far_cell(l, &path, sheet, cell),
        })
    }

    /// Standard output that cannot be written to.
    pub(crate) fn output(l: Language, error: &io::Error) -> Failure {
        Failure::new(failure::unwritable_output(l, &said(l, error)))
    }

    /// A place that cannot be written to.
    pub(crate) fn write(l: Language, path: &Path, error: &io::Error) -> Failure {
        Failure::new(failure::unwritable(l, &path.display().to_string(), &said(l, error)))
    }
}

/// The packed file that could not be read to its end, if that is what went wrong.
fn broken(error: &io::Error) -> Option<&Broken> {
    error.get_ref()?.downcast_ref()
}

/// The file that is not packed as its name says, if that is what went wrong.
fn foreign(error: &io::Error) -> Option<&NotPacked> {
    error.get_ref()?.downcast_ref()
}

/// Why a Parquet file cannot be read, if that is what went wrong.
fn unreadable(error: &io::Error) -> Option<&Unreadable> {
    error.get_ref()?.downcast_ref()
}

/// What the system said, in our words where it is one of the usual things.
pub(crate) fn said(l: Language, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => failure::no_such_folder(l),
        io::ErrorKind::PermissionDenied => failure::no_permission(l),
        io::ErrorKind::StorageFull => failure::disk_full(l),
        io::ErrorKind::ReadOnlyFilesystem => failure::read_only(l),
        io::ErrorKind::AlreadyExists => failure::file_in_the_way(l),
        io::ErrorKind::NotADirectory => failure::not_a_folder(l),
        io::ErrorKind::IsADirectory => failure::is_a_folder(l),
        _ => error.to_string(),
    }
}
