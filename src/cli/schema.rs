//! `peil schema`: questionnaires and answers described for editors, as a JSON Schema.

use std::path::Path;

use peil::language::cli as words;
use peil::schema::{Described, json_schema};

use super::args::{Schema, SchemaOf};
use super::exit::Exit;
use super::failure::Failure;
use super::output;
use super::ui::Ui;

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Schema) -> Result<Exit, Failure> {
    let described = match args.of {
        SchemaOf::Questionnaire => Described::Questionnaire,
        SchemaOf::Answers => Described::Answers,
    };
    let schema = json_schema(described, ui.language);
    match args.output.as_deref().filter(|path| *path != Path::new("-")) {
        Some(path) => {
            output::expect_place(ui.language, path)?;
            output::write(ui, path, schema.as_bytes())?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            ui.say(&words::schema_written(ui.language, &path.display().to_string(), &name));
        }
        None => ui.result(&schema)?,
    }
    Ok(Exit::Done)
}
