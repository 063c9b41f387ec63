//! Removing what was planned: all of it checked before the first file is touched, each file whole or not at all.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use peil::language::failure;
use peil::responses::TableFormat;

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
        let rows = affected.rows.as_deref().unwrap_or_default();
        let Some(rest) = without_rows(&bytes, plan.text(affected), rows, left_for(&affected.path)) else {
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

/// What stays of a row that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Nothing,
    /// An empty row, where others follow.
    Empty,
}

/// An import makes numbers from where rows stand, and makes them again: those below have to stay where they are. It takes no
/// JSON Lines, and of those other programs may not pass over an empty one.
fn left_for(path: &Path) -> Left {
    if TableFormat::of(path) == Some(TableFormat::Lines) { Left::Nothing } else { Left::Empty }
}

/// The bytes without some rows, everything else as it is; `None` when they are no longer those of the text that the
/// rows were found in.
fn without_rows(bytes: &[u8], text: &str, rows: &[Range<usize>], left: Left) -> Option<Vec<u8>> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    if body != text.as_bytes() {
        return None;
    }
    // What stands behind the last row that stays.
    let end = rows.iter().rev().fold(text.len(), |end, row| match text.get(row.end..end) {
        Some(between) if between.trim().is_empty() => row.start,
        _ => end,
    });
    let mut rest = bytes[..bytes.len() - body.len()].to_vec();
    let mut from = 0;
    for row in rows {
        rest.extend_from_slice(&body[from..row.start]);
        if left == Left::Empty && row.start < end {
            let content = text[row.clone()].trim_end_matches(['\r', '\n']);
            rest.extend_from_slice(&body[row.start + content.len()..row.end]);
        }
        from = row.end;
    }
    rest.extend_from_slice(&body[from..]);
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::{Left, without_rows};

    #[test]
    fn what_is_not_removed_keeps_its_bytes_and_a_changed_file_is_left_alone() {
        let (bytes, rows) = (b"\xEF\xBB\xBFa\r\nb\r\nc\r\n", [3..6, 6..9]);
        let left = |text: &str| without_rows(bytes, text, &rows, Left::Empty);
        assert_eq!(left("a\r\nb\r\nc\r\n").as_deref(), Some(b"\xEF\xBB\xBFa\r\n".as_slice()));
        assert_eq!(left("a\r\nb\r\nd\r\n"), None);
    }

    #[test]
    fn a_row_that_goes_leaves_an_empty_one_where_others_follow_and_not_in_json_lines() {
        let text = "a\n\"b\nb\"\r\nc\nd\n\ne";
        let left = |rows: &[_], left| without_rows(text.as_bytes(), text, rows, left).map(String::from_utf8);
        let (of_two_lines, two, all_behind) = (2..9, [2..9, 9..11], [9..11, 11..13, 14..15]);
        assert_eq!(left(std::slice::from_ref(&of_two_lines), Left::Empty), Some(Ok("a\n\r\nc\nd\n\ne".to_owned())));
        assert_eq!(left(&two, Left::Empty), Some(Ok("a\n\r\n\nd\n\ne".to_owned())));
        assert_eq!(left(&two, Left::Nothing), Some(Ok("a\nd\n\ne".to_owned())));
        assert_eq!(left(&all_behind, Left::Empty), Some(Ok("a\n\"b\nb\"\r\n\n".to_owned())), "nobody follows");
    }
}
