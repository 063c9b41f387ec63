//! `peil score --explain`: where one number comes from, as a tree, a page, or for programs.

use std::path::Path;

use peil::comparison::{Batch, Measure};
use peil::language::{cli as words, failure};
use peil::report::{DerivationReport, html, markdown};
use peil::scores::{Derivation, explain, explain_cell};
use peil::sorting;

use super::args::{Score, ScoreFormat};
use super::failure::Failure;
use super::ui::Ui;
use super::{derivation_file, derivation_tree, output, page_about};

/// The formats a derivation is written in, by their extension.
pub(crate) const EXTENSIONS: [(&str, ScoreFormat); 6] = [
    ("html", ScoreFormat::Html),
    ("md", ScoreFormat::Markdown),
    ("json", ScoreFormat::Json),
    ("txt", ScoreFormat::Table),
    ("htm", ScoreFormat::Html),
    ("markdown", ScoreFormat::Markdown),
];

/// Writes where a number comes from.
///
/// # Errors
/// When there is no such number, no such council, or it cannot be written.
pub(crate) fn run(ui: &Ui, args: &Score, batch: &Batch<'_>, name: &str, format: ScoreFormat) -> Result<(), Failure> {
    let measure = measure(ui, batch, name)?;
    let group = page_about::group_of_page(ui, args.council.as_deref(), &args.answers, batch)?;
    let (rubric, chunks) = (batch.rubric(), batch.chunks());
    let derivation = match measure {
        Measure::Overall => explain(rubric, chunks, group, None),
        Measure::Dimension(index) => explain(rubric, chunks, group, Some(index)),
        Measure::Cell(index) => explain_cell(rubric, chunks, group, index),
    };
    let text = text(ui, batch, group, &derivation, name, format)?;
    match args.output.as_deref() {
        Some(path) => {
            output::write(ui, path, text.as_bytes())?;
            if path != Path::new("-") {
                ui.say(&words::written(ui.language, &path.display().to_string()));
            }
            Ok(())
        }
        None => ui.result(&text),
    }
}

fn text(
    ui: &Ui,
    batch: &Batch<'_>,
    group: usize,
    derivation: &Derivation,
    asked: &str,
    format: ScoreFormat,
) -> Result<String, Failure> {
    let (language, tag) = (ui.language, ui.tag.as_str());
    let document = || DerivationReport { batch, group, derivation, asked, language, tag }.document();
    Ok(match format {
        ScoreFormat::Html => html::render(&document()),
        ScoreFormat::Markdown => markdown::render(&document()).text,
        ScoreFormat::Json => derivation_file::json(batch, group, derivation)
            .map_err(|error| Failure::new(failure::internal(language, &error.to_string())))?,
        ScoreFormat::Table | ScoreFormat::Csv | ScoreFormat::Jsonl | ScoreFormat::Parquet => {
            derivation_tree::render(ui, batch, group, derivation)
        }
    })
}

/// The number that a name stands for: `overall`, a dimension, or a cell as `a×b` or `a x b`, in any order of the axes.
///
/// # Errors
/// When the questionnaire has no such number.
pub(crate) fn measure(ui: &Ui, batch: &Batch<'_>, name: &str) -> Result<Measure, Failure> {
    let q = batch.rubric().questionnaire();
    let dimension = |name: &str| {
        q.dimension(name).ok_or_else(|| {
            let known: Vec<String> = q.dimensions.iter().map(|dimension| dimension.id.clone()).collect();
            let near = peil::diagnostics::nearest(name, known.iter().map(String::as_str));
            Failure::new(failure::no_dimension(ui.language, name, near.as_deref(), &known))
        })
    };
    let parts = parts(name);
    match parts.as_slice() {
        ["overall"] => Ok(Measure::Overall),
        [one] => Ok(Measure::Dimension(dimension(one)?)),
        several => {
            let mut at = several.iter().map(|part| dimension(part)).collect::<Result<Vec<usize>, Failure>>()?;
            sorting::sort(&mut at);
            let same = |cell: &[usize]| {
                let mut cell = cell.to_vec();
                sorting::sort(&mut cell);
                cell == at
            };
            let found = q.cells.iter().position(|cell| same(&cell.at));
            found.map(Measure::Cell).ok_or_else(|| {
                let id = |leaf: &usize| q.dimensions[*leaf].id.as_str();
                let example = q.cells.first().map(|cell| cell.at.iter().map(id).collect::<Vec<_>>().join("×"));
                let example = example.filter(|_| q.has_grid());
                Failure::new(failure::no_cell(ui.language, name, example.as_deref()))
            })
        }
    }
}

/// The names between the signs of multiplication.
fn parts(name: &str) -> Vec<&str> {
    if name.contains('×') {
        return name.split('×').map(str::trim).collect();
    }
    // An id may hold the letter.
    let words: Vec<&str> = name.split_whitespace().collect();
    let crossed = words.len() % 2 == 1 && words.iter().skip(1).step_by(2).all(|word| matches!(*word, "x" | "X" | "*"));
    if crossed && !words.is_empty() { words.into_iter().step_by(2).collect() } else { vec![name.trim()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_two_names_with_a_sign_between_them_and_an_x_in_a_name_is_none() {
        assert_eq!(parts("richten×delen"), ["richten", "delen"]);
        assert_eq!(parts(" richten × delen "), ["richten", "delen"]);
        assert_eq!(parts("richten x delen"), ["richten", "delen"]);
        assert_eq!(parts("index"), ["index"]);
        assert_eq!(parts("digitale strategie"), ["digitale strategie"]);
        assert_eq!(parts(""), [""]);
    }
}
