//! `peil new`: a small questionnaire and answers to start from, with the schemas that let an editor read along.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use peil::language::{cli as words, command, failure, start};
use peil::schema::{Described, json_schema};

use super::args::New;
use super::exit::Exit;
use super::failure::Failure;
use super::output;
use super::ui::Ui;

/// The schemas, under the names that the files refer to.
const SCHEMAS: [(Described, &str); 2] =
    [(Described::Questionnaire, "questionnaire.schema.json"), (Described::Answers, "answers.schema.json")];

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &New) -> Result<Exit, Failure> {
    let l = ui.language;
    let folder = args.new_folder.clone().unwrap_or_else(|| PathBuf::from(start::folder(l)));
    let files = files(ui, &folder);
    // Nothing is written unless all of it can be, so that no half of an example lies among other files.
    if let Some((taken, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Failure::new(failure::already_there(l, &taken.display().to_string(), start::folder(l))));
    }
    for (path, text) in &files {
        if let Some(parent) = path.parent() {
            output::make_folder(l, parent)?;
        }
        write_new(path, text).map_err(|error| Failure::write(l, path, &error))?;
    }
    let shown = |path: &Path| path.display().to_string();
    let (questionnaire, answers) = (folder.join(start::questionnaire(l)), folder.join(start::answers(l)));
    ui.result(&words::new_written(l, &command([shown(&folder).as_str()]), files.len()))?;
    ui.say(&words::new_next(l, &shown(&folder), &shown(&questionnaire), &shown(&answers)));
    Ok(Exit::Done)
}

/// Every file with its path.
fn files(ui: &Ui, folder: &Path) -> Vec<(PathBuf, String)> {
    let written =
        start::files(ui.language).into_iter().map(|file| (folder.join(file.folder).join(file.name), file.text));
    let schemas = SCHEMAS.map(|(described, name)| (folder.join(name), json_schema(described, ui.language)));
    written.chain(schemas).collect()
}

/// Writes a file that is not there yet; one that came in the meantime stays as it is.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}
