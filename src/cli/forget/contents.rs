//! What can be read of a file beside the answers, whatever it is.

use std::fs::File;
use std::path::Path;

use peil::forms::is_unanswered;
use peil::responses::scan::as_table;
use peil::responses::{self, TableFormat, is_spreadsheet};
use peil::source::{Packing, bare, beginning, read_bytes};
use peil::spreadsheet::{self, Grid, delimited};

use crate::aside::is_form;
use crate::earlier;
use crate::inputs::extension;

/// More is not read of a file.
const LARGEST: u64 = 64 * 1024 * 1024;
/// By this much of a file one sees whether it is a text.
const BEGINNING: u64 = 1 << 13;
/// Endings of files in which answers may well be, and into which peil cannot look: what holds several files, and tables of
/// databases and of programs for statistics.
const CLOSED: [&str; 22] = [
    "zip", "7z", "rar", "tar", "tgz", "bz2", "xz", "sqlite", "sqlite3", "db", "duckdb", "mdb", "accdb", "sav", "zsav",
    "dta", "sas7bdat", "rds", "rdata", "feather", "arrow", "numbers",
];

/// Longer than what a program writes down of who has a file open. What it keeps of the file itself is.
const LONGEST_LOCK: u64 = 1 << 10;
/// In which Windows keeps the small pictures of a folder.
const THUMBNAILS: &str = "thumbs.db";

/// What can be read of a file.
pub(super) enum Contents {
    /// A text, unpacked; of columns the rows that they make.
    Text(String),
    /// A table whose cells are all that can be read of it.
    Grids(Vec<Grid>),
    /// Answers may be in it, and it cannot be looked into.
    Closed,
    /// Nothing that answers are kept in, such as a picture.
    Other,
    /// Nothing of anybody, whatever it is called or says: a form or a workbook to be sent out, a chart, which is made again with
    /// its page, or what a program leaves beside a file.
    Nobodys,
}

impl Contents {
    pub(super) fn of(path: &Path) -> Contents {
        if is_lock(path) || is_form(path) || earlier::mark(path).is_some() {
            Contents::Nobodys
        } else {
            Contents::inside(path)
        }
    }

    /// Whatever the file is called.
    pub(super) fn inside(path: &Path) -> Contents {
        let inner = bare(path);
        if TableFormat::of(path) == Some(TableFormat::Parquet) {
            let bytes = as_table(Box::new(|| Ok(Box::new(File::open(path)?))), LARGEST);
            return bytes.ok().flatten().map_or(Contents::Closed, |text| Contents::Text(lossy(text.bytes)));
        }
        if is_spreadsheet(&inner) {
            return match spreadsheet::open(path) {
                Ok(grids) if is_unanswered(&grids) => Contents::Nobodys,
                Ok(grids) => Contents::Grids(grids),
                Err(_) => Contents::Closed,
            };
        }
        if CLOSED.contains(&extension(&inner).as_str()) {
            return Contents::Closed;
        }
        let Ok(start) = beginning(path, BEGINNING) else { return Contents::Closed };
        if !start.contains(&0) {
            return read_bytes(path, LARGEST).map_or(Contents::Closed, |bytes| Contents::Text(lossy(bytes)));
        }
        let is_table = ["csv", "tsv", "txt"].contains(&extension(&inner).as_str());
        if !is_table {
            return if Packing::of(path).is_some() { Contents::Closed } else { Contents::Other };
        }
        // UTF-16, or a spreadsheet that somebody called otherwise.
        let read = read_bytes(path, LARGEST).ok().and_then(|bytes| match delimited::read(&bytes, None, None) {
            Ok(table) => Some(vec![table.grid]),
            Err(_) => spreadsheet::read(bytes).ok(),
        });
        read.map_or(Contents::Closed, Contents::Grids)
    }
}

/// Whether a program left a file beside others, and there are no answers in it.
fn is_lock(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_short = || std::fs::metadata(path).is_ok_and(|metadata| metadata.len() <= LONGEST_LOCK);
    name == THUMBNAILS || (responses::is_lock(path) && !responses::may_hold_answers(path) && is_short())
}

fn lossy(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}
