//! Where the answers of an import go: a file per respondent in a folder, or one table. Nothing that is there already is
//! replaced unless that is asked for.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use peil::import::{not_in_table, write_table};
use peil::language::{failure, import as words};
use peil::questionnaire::{Questionnaire, shipped};
use peil::responses::{Codec, Sheet, write_sheet};

use crate::args::Import;
use crate::failure::Failure;
use crate::inputs::extension;
use crate::output;
use crate::ui::Ui;

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
    let questionnaire = match &args.questionnaire {
        Some(name) if shipped(&name.to_string_lossy()).is_none() => format!(" -q {}", name.display()),
        _ => String::new(),
    };
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
        let (written, same) = files(ui, args, path, sheets, q, codec)?;
        ui.say(&words::written_in(l, written, same, &path.display().to_string()));
    }
    if path != Path::new("-") {
        ui.say(&words::next_score(l, &path.display().to_string(), &questionnaire));
    }
    Ok(())
}

/// Writes a file per respondent; how many, and how many were there already.
fn files(
    ui: &Ui,
    args: &Import,
    folder: &Path,
    sheets: &[Sheet],
    q: &Questionnaire,
    codec: &Codec,
) -> Result<(usize, usize), Failure> {
    let l = ui.language;
    let mut planned: Vec<(PathBuf, String)> = Vec::new();
    let mut taken: HashSet<PathBuf> = HashSet::new();
    for sheet in sheets {
        let text = write_sheet(sheet, q, codec);
        let text = text.map_err(|error| Failure::new(failure::internal(l, &error.to_string())))?;
        let id = sheet.respondent.id.as_deref().unwrap_or("r");
        // A council and a wave of their own may have the same person: their files must not meet.
        let names = (1..).map(|n| if n == 1 { format!("{id}.yaml") } else { format!("{id}-{n}.yaml") });
        let path = names.map(|name| folder.join(name)).find(|path| taken.insert(path.clone()));
        let path = path.unwrap_or_default();
        planned.push((path, text));
    }
    let same = |(path, text): &(PathBuf, String)| std::fs::read_to_string(path).is_ok_and(|known| known == *text);
    let new: Vec<&(PathBuf, String)> = planned.iter().filter(|one| !same(one)).collect();
    let in_the_way = new.iter().filter(|(path, _)| path.exists());
    let in_the_way: Vec<String> = in_the_way.map(|(path, _)| path.display().to_string()).collect();
    if !in_the_way.is_empty() && !args.overwrite {
        return Err(Failure::new(failure::answers_exist(l, &in_the_way[0], in_the_way.len())));
    }
    output::make_folder(l, folder)?;
    for (path, text) in &new {
        output::keep(ui, path, text.as_bytes())?;
    }
    Ok((new.len(), planned.len() - new.len()))
}

/// The command line so far, for showing how to go on.
pub(super) fn command(args: &Import) -> String {
    let shown = |path: &PathBuf| {
        let path = path.display().to_string();
        if path.contains(' ') { format!("\"{path}\"") } else { path }
    };
    let mut words = vec!["peil import".to_owned()];
    words.extend(args.files.iter().take(3).map(shown));
    words.extend((args.files.len() > 3).then(|| "…".to_owned()));
    words.extend(args.questionnaire.as_ref().map(|name| format!("-q {}", shown(name))));
    words.join(" ")
}
