//! Files that may hold answers, but not for every command: which they are, by their names.

use std::path::Path;

use super::load::{TableFormat, ending};
use crate::language::aside::Untaken;
use crate::source::bare;

/// Programs of spreadsheets give these names, also those that peil cannot read: whoever opens it says so.
const SPREADSHEETS: [&str; 10] = ["xlsx", "xlsm", "xltx", "xltm", "ods", "ots", "xls", "xlt", "xlsb", "fods"];

/// Whether a file is named as a spreadsheet.
pub fn is_spreadsheet(path: &Path) -> bool {
    ending(path).is_some_and(|ending| SPREADSHEETS.contains(&ending.as_str()))
}

/// What a file may hold answers as, for a command that does not take it; `None` where its name does not tell of any.
pub fn untaken(path: &Path) -> Option<Untaken> {
    if is_spreadsheet(path) {
        return Some(Untaken::Spreadsheet);
    }
    match TableFormat::of(path) {
        Some(TableFormat::Lines | TableFormat::Parquet) => return Some(Untaken::Table),
        Some(TableFormat::Csv) => return None,
        None => {}
    }
    (ending(&bare(path))? == "zip").then_some(Untaken::Archive)
}

/// Whether a file is what a program leaves beside one that it has open.
pub fn is_lock(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['~', '.']))
}
