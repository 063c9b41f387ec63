//! Scores straight from tables, row by row: for any number of rows.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use peil::comparison::Batch;
use peil::diagnostics::Diagnostics;
use peil::questionnaire::Questionnaire;
use peil::responses::Responses;
use peil::responses::scan::{Columns, Open, Progress, Table, scan};
use peil::scores::{Counter, Keep, Rubric};
use peil::source::{ReadError, Sources};

use super::failure::Failure;
use super::ui::Ui;

/// Whether these are tables only.
pub(crate) fn fits(paths: &[PathBuf]) -> bool {
    !paths.is_empty() && paths.iter().all(|path| super::inputs::extension(path) == "csv")
}

/// Scores the rows of tables.
///
/// # Errors
/// A table that cannot be read.
pub(crate) fn batch<'q>(
    ui: &Ui,
    paths: &[PathBuf],
    questionnaire: &'q Questionnaire,
    keep: Keep,
    threads: usize,
) -> Result<Batch<'q>, Failure> {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let mut columns = Columns::new(questionnaire);
    let mut tables: Vec<Table<'_>> = Vec::new();
    for path in paths {
        let open: Open<'_> = Box::new(move || Ok(Box::new(File::open(path)?) as Box<dyn Read + Send>));
        let table = columns.table(&path.display().to_string(), open, &mut sources, &mut out);
        tables.extend(table.map_err(|error| system(ui, path, error))?);
    }
    let rubric = Rubric::new(questionnaire);
    let counter = Counter::new(&rubric, keep);
    let scanned = scan(&columns, &tables, &counter, threads, &Progress::default());
    let scanned = scanned.map_err(|error| system(ui, &paths[0], error))?;
    let tally = counter.tally(scanned.parts, scanned.places);
    let responses = Responses { registry: scanned.registry, ..Responses::default() };
    ui.problems(&out, &sources);
    Ok(Batch::with(rubric, responses, tally, None))
}

fn system(ui: &Ui, path: &Path, error: std::io::Error) -> Failure {
    Failure::read(ui.language, &ReadError::System { path: path.to_owned(), error })
}
