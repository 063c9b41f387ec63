//! Where the answers of an import go: a file per respondent in a folder, or one table. Nothing that is there already is
//! replaced unless that is asked for.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::import::{likeness, not_in_table, write_table};
use peil::language::underway::Work;
use peil::language::{failure, import as words};
use peil::questionnaire::{Questionnaire, shipped};
use peil::responses::{Codec, Sheet, find, parse, write_sheet};
use peil::source::Sources;
use peil::{threads, yaml};

use crate::args::Import;
use crate::failure::Failure;
use crate::inputs::extension;
use crate::output;
use crate::ui::Ui;
use crate::underway::Writing;

use super::places::places;

/// So many files are brought to the disk at the same time: it takes about as long as one, and is waited for.
const AT_ONCE: usize = 16;

/// Makes sure that there is somewhere to write before anything is read.
///
/// # Errors
/// When no place was given and one is needed, or it cannot be written to.
pub(super) fn expect_place(ui: &Ui, args: &Import) -> Result<(), Failure> {
    let l = ui.language;
    let Some(path) = &args.output else {
        let needs_none = args.suggest || args.dry_run;
        return if needs_none { Ok(()) } else { Err(Failure::new(failure::where_to_import(l))) };
    };
    if args.suggest || is_table(path) {
        output::expect_place(l, path)?;
        let read = args.files.iter().chain(&args.questionnaire).chain(&args.mapping).map(PathBuf::as_path);
        output::expect_no_input(l, path, read)?;
        if !args.overwrite && path.is_file() && !args.dry_run {
            return Err(Failure::new(failure::output_exists(l, &path.display().to_string())));
        }
        return Ok(());
    }
    if path.is_file() {
        return Err(Failure::new(failure::folder_or_csv(l, &path.display().to_string())));
    }
    match extension(path).as_str() {
        // A name such as `answers.xlsx` is no folder that anyone wants.
        "xlsx" | "ods" | "json" | "yaml" | "yml" if !path.is_dir() => {
            Err(Failure::new(failure::folder_or_csv(l, &path.display().to_string())))
        }
        _ => Ok(()),
    }
}

fn is_table(path: &Path) -> bool {
    path == Path::new("-") || extension(path) == "csv"
}

/// Writes the answers and says where.
///
/// # Errors
/// When a place cannot be written to, or holds other answers already.
pub(super) fn write(ui: &Ui, args: &Import, sheets: &[Sheet], q: &Questionnaire, codec: &Codec) -> Result<(), Failure> {
    let l = ui.language;
    let Some(path) = &args.output else { return Ok(()) };
    let own = args.questionnaire.as_ref().map(|name| name.display().to_string()).filter(|name| shipped(name).is_none());
    if is_table(path) {
        let bug = |error: csv::Error| Failure::new(failure::internal(l, &error.to_string()));
        output::keep(ui, path, write_table(sheets, q, codec).map_err(bug)?.as_bytes())?;
        if path != Path::new("-") {
            ui.say(&words::written_to(l, sheets.len(), &path.display().to_string()));
        }
        if let Some(text) = words::not_in_table(l, not_in_table(sheets)) {
            ui.say(&text);
        }
    } else {
        let planned = planned(ui, path, sheets, q, codec)?;
        let twins = twins(path, &planned, sheets, q, codec);
        let (written, same) = files(ui, args, path, &planned)?;
        ui.say(&words::written_in(l, written, same, &path.display().to_string()));
        if let Some(first) = twins.first() {
            ui.say(&words::twins(l, twins.len(), &path.display().to_string(), &first.display().to_string()));
        }
    }
    if path != Path::new("-") {
        ui.say(&words::next_score(l, &path.display().to_string(), own.as_deref()));
    }
    Ok(())
}

/// The files to write: where, and what.
fn planned(
    ui: &Ui,
    folder: &Path,
    sheets: &[Sheet],
    q: &Questionnaire,
    codec: &Codec,
) -> Result<Vec<(PathBuf, String)>, Failure> {
    let written = sheets.iter().zip(places(folder, sheets)).map(|(sheet, path)| {
        let text = write_sheet(sheet, q, codec);
        let text = text.map_err(|error| Failure::new(failure::internal(ui.language, &error.to_string())))?;
        Ok((path, text))
    });
    written.collect()
}

/// The files in the folder that none of these replaces and that hold the same answers as one of them: most likely of the
/// same people, who had other ids in an earlier import. What cannot be read there is for others to tell.
fn twins(
    folder: &Path,
    planned: &[(PathBuf, String)],
    sheets: &[Sheet],
    q: &Questionnaire,
    codec: &Codec,
) -> Vec<PathBuf> {
    let Ok(found) = find(&[folder.to_owned()]) else { return Vec::new() };
    let replaced: HashSet<&PathBuf> = planned.iter().map(|(path, _)| path).collect();
    let new: HashSet<[u8; 32]> = sheets.iter().map(likeness).collect();
    let is_sheet = |path: &PathBuf| ["yaml", "yml", "json"].contains(&extension(path).as_str());
    let is_twin = |path: &PathBuf| {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.read(path, yaml::SIZE_LIMIT).ok();
        let sheet = file.and_then(|file| parse(file, &sources, q, codec, &mut out));
        sheet.is_some_and(|sheet| new.contains(&likeness(&sheet)))
    };
    let others = found.files.into_iter().filter(|path| is_sheet(path) && !replaced.contains(path));
    others.filter(is_twin).collect()
}

/// Writes a file per respondent; how many, and how many were there already.
fn files(ui: &Ui, args: &Import, folder: &Path, planned: &[(PathBuf, String)]) -> Result<(usize, usize), Failure> {
    let l = ui.language;
    let same = |(path, text): &(PathBuf, String)| std::fs::read_to_string(path).is_ok_and(|known| known == *text);
    let new: Vec<&(PathBuf, String)> = planned.iter().filter(|one| !same(one)).collect();
    let in_the_way = new.iter().filter(|(path, _)| path.exists());
    let in_the_way: Vec<String> = in_the_way.map(|(path, _)| path.display().to_string()).collect();
    if !in_the_way.is_empty() && !args.overwrite {
        return Err(Failure::new(failure::answers_exist(l, &in_the_way[0], in_the_way.len())));
    }
    output::make_folder(l, folder)?;
    let same = planned.len() - new.len();
    let writing = Writing::new(ui, Work::Files, folder, planned.len()).after(same);
    let one = |(path, text): &(PathBuf, String)| writing.one(|| output::keep(ui, path, text.as_bytes()));
    writing.during(|| threads::on_threads(AT_ONCE.min(new.len()), new.len(), |index| one(new[index])))?;
    Ok((new.len(), same))
}

/// The words of the command line so far, for showing how to go on.
pub(super) fn command(args: &Import) -> Vec<String> {
    let shown = |path: &PathBuf| path.display().to_string();
    let mut words = vec!["peil".to_owned(), "import".to_owned()];
    words.extend(args.files.iter().take(3).map(shown));
    words.extend((args.files.len() > 3).then(|| "…".to_owned()));
    words.extend(args.questionnaire.iter().flat_map(|name| ["-q".to_owned(), shown(name)]));
    words
}
