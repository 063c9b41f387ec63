//! The answers of the demo in another order, in other files.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::DEMO;

/// A copy of the answers in which every table was changed.
pub(super) fn with_tables(change: impl Fn(&Path, &str, Vec<&str>)) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&DEMO.path().join("demo/antwoorden"), &folder.path().join("a"), &change);
    folder
}

pub(super) fn copy(from: &Path, to: &Path, change: &impl Fn(&Path, &str, Vec<&str>)) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let place = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &place, change);
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            let text = fs::read_to_string(&path).expect("a table");
            let (header, rows) = text.split_once('\n').expect("a header");
            change(&place, header, rows.lines().collect());
        } else {
            fs::copy(&path, &place).expect("copied");
        }
    }
}

pub(super) fn table(path: &Path, header: &str, rows: &[&str]) {
    fs::write(path, format!("{header}\n{}\n", rows.join("\n"))).expect("written");
}

/// An order that has nothing to do with the one given: by the remainder of a multiple of the place.
pub(super) fn shuffle<T>(rows: &mut Vec<T>) {
    let count = rows.len();
    let mut keyed: Vec<(usize, T)> =
        rows.drain(..).enumerate().map(|(at, row)| (at * 7919 % count.max(1), row)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

/// The cells of a row, each as written, with its quotes.
pub(super) fn cells(row: &str) -> Vec<&str> {
    let (mut cells, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in row.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                cells.push(&row[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    cells.push(&row[start..]);
    cells
}

pub(super) fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}
