//! Removing what was planned: all of it checked before the first file is touched, each file whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use peil::language::failure;

use super::plan::{Affected, Plan};
use crate::assess::draft::{Draft, is_free};
use crate::failure::{Failure, said};
use crate::ui::Ui;
use crate::{interrupt, output};

/// Checks that everything can be removed: nobody works on it, nothing is read-only.
///
/// # Errors
/// The first file for which that is not so.
pub(super) fn check(ui: &Ui, plan: &Plan) -> Result<(), Failure> {
    let l = ui.language;
    for affected in &plan.files {
        let shown = affected.path.display().to_string();
        if affected.rows.is_none() && !is_free(&affected.path) {
            return Err(Failure::new(failure::forget_in_use(l, &shown)));
        }
        let refused = |said: &str| Failure::new(failure::forget_refused(l, &shown, said));
        let path = target(&affected.path).map_err(|error| refused(&said(l, &error)))?;
        // On Windows the mark means nothing on a folder.
        let folder = path.parent().filter(|_| cfg!(unix));
        for place in [Some(path.as_path()), folder].into_iter().flatten() {
            let known = fs::metadata(place).map_err(|error| refused(&said(l, &error)))?;
            if known.permissions().readonly() {
                return Err(refused(&failure::write_protected(l)));
            }
        }
    }
    Ok(())
}

/// Removes everything, tables first: what fails there leaves all answers files.
///
/// # Errors
/// A file that changed meanwhile, that someone works on, or that cannot be changed; the sentence says what went before.
pub(super) fn carry_out(ui: &Ui, plan: &Plan) -> Result<(), Failure> {
    let l = ui.language;
    // What is begun is finished, and told of: who is gone from half of the files is not forgotten.
    interrupt::heed();
    check(ui, plan)?;
    let mut held = Vec::new();
    for affected in plan.files.iter().filter(|affected| affected.rows.is_none()) {
        let in_use = |_| Failure::new(failure::forget_in_use(l, &affected.path.display().to_string()));
        held.push(Draft::lock(l, affected.path.clone()).map_err(in_use)?);
    }
    let mut tables = Vec::new();
    for affected in &plan.files {
        let shown = affected.path.display().to_string();
        let bytes = fs::read(&affected.path)
            .map_err(|error| Failure::new(failure::forget_refused(l, &shown, &said(l, &error))))?;
        let Some(rest) = without_rows(&bytes, plan.text(affected), affected.rows.as_deref().unwrap_or_default()) else {
            return Err(Failure::new(failure::forget_changed(l, &shown)));
        };
        if affected.rows.is_some() {
            tables.push((affected, rest));
        }
    }
    let mut done = Vec::new();
    let mut step = |affected: &Affected, result: io::Result<()>| {
        let shown = affected.path.display().to_string();
        result.map_err(|error| Failure::new(failure::forget_stopped(l, &shown, &said(l, &error), &done)))?;
        done.push(format!("`{shown}`"));
        Ok(())
    };
    for (affected, rest) in &tables {
        step(affected, target(&affected.path).and_then(|path| output::replace(&path, rest)))?;
    }
    for affected in plan.files.iter().filter(|affected| affected.rows.is_none()) {
        step(affected, delete(&affected.path))?;
    }
    Ok(())
}

/// The file behind a link.
fn target(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Deletes a file, and the link that led to it.
fn delete(path: &Path) -> io::Result<()> {
    let file = target(path)?;
    fs::remove_file(file)?;
    match fs::symlink_metadata(path) {
        Ok(_) => fs::remove_file(path),
        Err(_) => Ok(()),
    }
}

/// The bytes without some rows, everything else as it is; `None` when they are no longer those of the text that the
/// rows were found in.
fn without_rows(bytes: &[u8], text: &str, rows: &[std::ops::Range<usize>]) -> Option<Vec<u8>> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    if body != text.as_bytes() {
        return None;
    }
    let mut rest = bytes[..bytes.len() - body.len()].to_vec();
    let mut from = 0;
    for row in rows {
        rest.extend_from_slice(&body[from..row.start]);
        from = row.end;
    }
    rest.extend_from_slice(&body[from..]);
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::without_rows;

    #[test]
    fn what_is_not_removed_keeps_its_bytes_and_a_changed_file_is_left_alone() {
        let (bytes, rows) = (b"\xEF\xBB\xBFa\r\nb\r\nc\r\n", [3..6, 6..9]);
        assert_eq!(without_rows(bytes, "a\r\nb\r\nc\r\n", &rows).as_deref(), Some(b"\xEF\xBB\xBFa\r\n".as_slice()));
        assert_eq!(without_rows(bytes, "a\r\nb\r\nd\r\n", &rows), None);
    }
}
