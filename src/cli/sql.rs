//! `peil sql`: the scoring of a questionnaire as one statement for an engine.

use std::path::Path;

use peil::language::{failure, sql as words};
use peil::source::Sources;
use peil::sql::{Columns, Dialect, Request, statement};

use super::args::{Engine, Sql};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::named_questionnaire;
use super::output;
use super::ui::Ui;

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Sql) -> Result<Exit, Failure> {
    let l = ui.language;
    let path = args.output.as_deref().filter(|path| *path != Path::new("-"));
    if let Some(path) = path {
        output::expect_place(l, path)?;
        output::expect_no_input(l, path, std::iter::once(args.questionnaire.as_path()))?;
    }
    let table: Vec<String> = args.table.split('.').map(|part| part.trim().to_owned()).collect();
    if table.iter().any(String::is_empty) {
        return Err(Failure::new(failure::no_table_name(l, &args.table)));
    }
    let questionnaire = named_questionnaire(ui, &args.questionnaire, &mut Sources::new())?;
    let trimmed = |names: &[String]| names.iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>();
    let named =
        if args.columns.is_empty() { Columns::USUAL.map(str::to_owned).to_vec() } else { trimmed(&args.columns) };
    let columns = Columns::new(&questionnaire, &named, &trimmed(&args.within))
        .map_err(|class| Failure::new(failure::not_a_class(l, &class)))?;
    let dialect = dialect(args.dialect);
    let request = Request { dialect, table, columns, language: l, tag: ui.tag.clone() };
    let text = statement(&questionnaire, &request)
        .map_err(|clash| Failure::new(failure::columns_look_alike(l, dialect.name(), &clash.one, &clash.other)))?;
    match path {
        Some(path) => {
            output::write(ui, path, text.as_bytes())?;
            ui.say(&words::written(l, &path.display().to_string(), dialect.name()));
        }
        None => ui.result(&text)?,
    }
    Ok(Exit::Done)
}

fn dialect(engine: Engine) -> Dialect {
    match engine {
        Engine::DuckDb => Dialect::DuckDb,
        Engine::Postgres => Dialect::Postgres,
        Engine::Spark => Dialect::Spark,
    }
}
