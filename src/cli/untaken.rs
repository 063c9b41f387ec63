//! What lies in a folder, may hold answers, and is not for the command that looked there: nobody has to find out later
//! that it did not count.

use std::path::{Path, PathBuf};

use peil::forms::is_unanswered;
use peil::language::aside::{self as say, Untaken};
use peil::language::failure;
use peil::responses::untaken;
use peil::source::shown;
use peil::{spreadsheet, threads};

use super::failure::Failure;
use super::ui::Ui;

/// How many spreadsheets are opened to see whether they are empty workbooks of peil, and how large one of those may be, in
/// bytes. Of more files than that, hardly all are empty.
const LOOKED_INTO: usize = 100;
const LARGEST: u64 = 1 << 20;

/// Says of each kind which files are passed over, and what takes them.
pub(crate) fn tell(ui: &Ui, others: &[PathBuf]) {
    for (kind, paths) in by_kind(others) {
        let paths = if kind == Untaken::Spreadsheet { without_blanks(paths) } else { paths };
        if !paths.is_empty() {
            ui.say(&say::untaken(ui.language, kind, &names(&paths)));
        }
    }
}

/// Why an import takes none of them, by kind.
pub(crate) fn refused(ui: &Ui, others: &[PathBuf]) -> Vec<Failure> {
    by_kind(others).into_iter().map(|(kind, paths)| refusal(ui, kind, &paths)).collect()
}

/// Why an import takes none of these, all of one kind.
pub(crate) fn refusal(ui: &Ui, kind: Untaken, paths: &[&Path]) -> Failure {
    let (l, names) = (ui.language, names(paths));
    Failure::new(match kind {
        Untaken::Table => failure::tables_not_imported(l, &names),
        Untaken::Archive | Untaken::Spreadsheet => failure::not_unpacked(l, &names),
    })
}

fn by_kind(others: &[PathBuf]) -> Vec<(Untaken, Vec<&Path>)> {
    let of = |kind| others.iter().map(PathBuf::as_path).filter(|path| untaken(path) == Some(kind)).collect::<Vec<_>>();
    Untaken::ALL.into_iter().map(|kind| (kind, of(kind))).filter(|(_, paths)| !paths.is_empty()).collect()
}

fn names(paths: &[&Path]) -> Vec<String> {
    paths.iter().map(|path| shown(path.strip_prefix(".").unwrap_or(path))).collect()
}

/// The spreadsheets without the workbooks that nobody has filled in: those lie beside the answers to be sent out.
fn without_blanks(paths: Vec<&Path>) -> Vec<&Path> {
    if paths.len() > LOOKED_INTO {
        return paths;
    }
    let is_blank = |path: &Path| {
        let is_small = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST);
        is_small && spreadsheet::open(path).is_ok_and(|grids| is_unanswered(&grids))
    };
    let looked = threads::in_order(paths.len(), |index| Ok::<_, ()>(is_blank(paths[index]))).unwrap_or_default();
    let mut looked = looked.into_iter();
    paths.into_iter().filter(|_| !looked.next().unwrap_or_default()).collect()
}
