//! What lies among answers and holds none: what peil itself wrote, such as the form that someone sent back in place of the
//! answers, and the register of councils. In a folder it is passed over, which is said; named outright it is refused. What a
//! file is, its header or its `format` says, not its name.

use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use peil::diagnostics::{Unopened, json as diagnostics};
use peil::forms;
use peil::language::aside::{self as say, NoAnswers};
use peil::language::failure;
use peil::parquet;
use peil::responses::{self, Found, TableFormat};
use peil::source::{ReadError, Sources, beginning, held, is_read_once, shown};
use peil::threads;

use super::failure::Failure;
use super::ui::Ui;
use super::{derivation_file, inputs, invitation, scan, score_file};

/// A header is mostly shorter, and what an object is stands near its start.
const BEGINNING: u64 = 1 << 16;

/// The files that may hold answers, as [`responses::find`] finds them, and the forms beside them in folders.
///
/// # Errors
/// As for that.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Found, ReadError> {
    responses::find_by(paths, &|path| responses::may_hold_answers(path) || is_form(path))
}

/// Whether a file is a form as a page, of all the pages that may lie in a folder.
pub(crate) fn is_form(path: &Path) -> bool {
    path.is_file()
        && ["html", "htm"].contains(&inputs::extension(path).as_str())
        && beginning(path, BEGINNING).is_ok_and(|bytes| forms::is_html(&String::from_utf8_lossy(&bytes)))
}

/// What a file holds that holds no answers, if that can be told.
pub(crate) fn holds(path: &Path) -> Option<NoAnswers> {
    if is_form(path) {
        return Some(NoAnswers::Form);
    }
    let (by_name, is_object) = (TableFormat::of(path), inputs::extension(path) == "json");
    // What can be read only once need not have a name that says what it is.
    let is_untold = path.extension().is_none() && is_read_once(path);
    if by_name.is_none() && !is_object && !is_untold {
        return None;
    }
    if by_name == Some(TableFormat::Parquet) {
        return of_parquet(path);
    }
    let bytes = beginning(path, BEGINNING).ok()?;
    if is_untold && bytes.starts_with(parquet::MAGIC) {
        return of_parquet(path);
    }
    if by_name.is_none()
        && let Some(held) = of_object(&String::from_utf8_lossy(&bytes))
    {
        return Some(held);
    }
    if is_object {
        return None;
    }
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let end =
        bytes[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(bytes.len(), |end| start + end);
    let mut sources = Sources::new();
    let file = sources.add_bytes("", bytes[..end].to_vec());
    let names = responses::header(file, &sources);
    of_columns(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

fn of_parquet(path: &Path) -> Option<NoAnswers> {
    let mut source: Box<dyn parquet::Source> = match is_read_once(path) {
        true => Box::new(Cursor::new(held(path, scan::HELD_LIMIT).ok()?)),
        false => Box::new(File::open(path).ok()?),
    };
    let file = parquet::File::open(&mut *source).ok()?;
    of_columns(&file.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>())
}

/// What a table with these columns holds, if not answers.
pub(crate) fn of_columns(names: &[&str]) -> Option<NoAnswers> {
    let has = |all: &[&str]| all.iter().all(|name| names.contains(name));
    if has(&invitation::TOLD_BY) {
        return Some(NoAnswers::Invitation);
    }
    if has(&score_file::TOLD_BY) {
        return Some(NoAnswers::Scores);
    }
    if scan::are_of_rejects(names) {
        return Some(NoAnswers::Rejects);
    }
    responses::is_register(names).then_some(NoAnswers::Register)
}

/// What JSON that begins so holds, if it is not an answers file. In a text, the quotes would not stand as they are.
pub(crate) fn of_object(text: &str) -> Option<NoAnswers> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if let Some(list) = text.strip_prefix('[') {
        // The report for GitLab is a list of problems.
        let is_report = list.trim() == "]" || list.contains("\"check_name\"");
        return is_report.then_some(NoAnswers::Findings);
    }
    if !text.starts_with('{') {
        return None;
    }
    if text.contains("\"runs\"") && text.contains("sarif") {
        return Some(NoAnswers::Findings);
    }
    let formats = text.match_indices("\"format\"").filter_map(|(at, key)| {
        let value = text[at + key.len()..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        value.split('"').next()
    });
    let known = [
        (score_file::FORMAT, NoAnswers::Scores),
        (derivation_file::FORMAT, NoAnswers::Derivation),
        (diagnostics::FORMAT, NoAnswers::Findings),
    ];
    formats.into_iter().find_map(|format| known.iter().find(|(known, _)| *known == format).map(|(_, held)| *held))
}

/// Whether a file is an object that peil wrote and that holds no answers, such as one with scores.
pub(crate) fn is_object_without_answers(path: &Path) -> bool {
    TableFormat::of(path).is_none() && is_file_that(path, |_| true)
}

/// Whether a file is one that peil wrote, so that the next may take its place.
pub(crate) fn is_written_by_peil(path: &Path) -> bool {
    is_file_that(path, |held| held != NoAnswers::Register)
}

/// A pipe is not looked into: what is read of it is gone.
fn is_file_that(path: &Path, holds_wanted: impl FnOnce(NoAnswers) -> bool) -> bool {
    path.is_file() && holds(path).is_some_and(holds_wanted)
}

/// Takes what holds no answers out of what was found, and says so; `wanted` may be read by the command all the same.
///
/// # Errors
/// When one of them was named outright.
pub(crate) fn set(
    ui: &Ui,
    found: &mut Found,
    named: &[PathBuf],
    wanted: impl Fn(NoAnswers) -> bool + Sync,
) -> Result<(), Failure> {
    let l = ui.language;
    let files = &found.files;
    let unwanted = |path: &Path| holds(path).filter(|held| !wanted(*held));
    let mut held = threads::in_order(files.len(), |index| Ok::<_, Failure>(unwanted(&files[index])))?.into_iter();
    let mut passed = Vec::new();
    let mut pass = |path: &Path, held| passed.push((shown(path.strip_prefix(".").unwrap_or(path)), held));
    // Of what is not read, a second copy does no harm.
    found.unopened.retain(|(path, why)| {
        let is_copy = matches!(why, Unopened::Copy(_)) && !named.contains(path);
        let held = if is_copy { unwanted(path) } else { None };
        held.inspect(|held| pass(path, *held)).is_none()
    });
    found.others.retain(|path| holds(path).inspect(|held| pass(path, *held)).is_none());
    let (mut kept, mut gone) = (Vec::with_capacity(found.files.len()), Vec::new());
    for path in std::mem::take(&mut found.files) {
        match held.next().flatten() {
            Some(held) if named.contains(&path) => {
                return Err(Failure::new(failure::no_answers_but(l, &shown(&path), held)));
            }
            Some(held) => {
                pass(&path, held);
                gone.push(path);
            }
            None => kept.push(path),
        }
    }
    found.files = kept;
    found.take_up_copies_of(&gone);
    if !passed.is_empty() {
        ui.say(&say::passed_over(l, &passed));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_told_by_its_columns() {
        let of = |header: &str| of_columns(&header.split(',').collect::<Vec<_>>());
        assert_eq!(of("council,wave,respondents,coverage,overall"), Some(NoAnswers::Scores));
        assert_eq!(of("council,name,gap,place,listed,confidential"), Some(NoAnswers::Invitation));
        assert_eq!(of("file,line,column,code,counted,reason,row"), Some(NoAnswers::Rejects));
        assert_eq!(of("file,line,column,code,reason,row"), Some(NoAnswers::Rejects), "of an earlier release");
        assert_eq!(of("file,line,column,counted,code,reason,row"), None);
        assert_eq!(of("council,name,province,population"), Some(NoAnswers::Register));
        assert_eq!(of("council,respondent,population,keuze"), None);
        assert_eq!(of("council,overall,keuze"), None);
    }

    #[test]
    fn an_object_is_told_by_its_format_and_not_by_what_somebody_wrote() {
        assert_eq!(of_object("{\n  \"format\": \"peil.scores/1\""), Some(NoAnswers::Scores));
        assert_eq!(of_object("{\"a\":[],\"format\":\"peil.derivation/1\"}"), Some(NoAnswers::Derivation));
        assert_eq!(of_object("{\"format\":\"peil.diagnostics/1\"}"), Some(NoAnswers::Findings));
        assert_eq!(of_object("[]\n"), Some(NoAnswers::Findings));
        assert_eq!(of_object("{\"peil\":\"answers/1\",\"a\":\"\\\"format\\\": \\\"peil.scores/1\\\"\"}"), None);
        assert_eq!(of_object("{\"format\":\"x\"}"), None);
    }
}
