//! From paths to responses: files read as what their names, or without a telling one their contents, say they are.

use std::fs::File;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};

use super::binder::{Binder, Bound};
use super::intake::Responses;
use super::line_rows::begins_as_lines;
use super::read_sheet::{is_answers, questionnaire_line};
use super::record::Rows;
use super::scan::{NoText, Text, as_table};
use super::table;
use crate::diagnostics::{BindingFinding, Diagnostics};
use crate::parquet::{MAGIC, Source};
use crate::questionnaire::Questionnaire;
use crate::source::{FileId, ReadError, Sources, Span, bare, held, is_read_once, shown};
use crate::yaml::{self, Node};

/// A file of answers, read but not yet bound to a questionnaire.
#[derive(Debug)]
pub enum Input {
    /// An answers file; `None` when it was not readable, which is reported.
    Sheet(FileId, Option<Node>),
    /// A table.
    Table(FileId, Origin),
}

/// How the text of a table came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It stands in the file as it is.
    #[default]
    Written,
    /// A Parquet file was written out with commas between the columns.
    Parquet {
        /// The columns that peil cannot read, by index; they are empty in the text.
        unread: Vec<usize>,
        /// The cells that hold no text, in columns that the file does not call texts.
        no_texts: Vec<NoText>,
    },
}

impl Origin {
    /// The columns that peil cannot read, by index.
    pub(super) fn unread(&self) -> &[usize] {
        match self {
            Origin::Written => &[],
            Origin::Parquet { unread, .. } => unread,
        }
    }

    /// Whether no cell of a column holds anything but text.
    pub(super) fn holds_texts(&self, column: usize) -> bool {
        self.no_texts().iter().all(|cell| cell.column != column)
    }

    /// The cells of a row, counted from 0, that hold no text.
    pub(super) fn no_texts_of(&self, row: u64) -> impl Iterator<Item = &NoText> {
        let cells = self.no_texts();
        let first = cells.partition_point(|cell| cell.row < row);
        cells[first..].iter().take_while(move |cell| cell.row == row)
    }

    fn no_texts(&self) -> &[NoText] {
        match self {
            Origin::Written => &[],
            Origin::Parquet { no_texts, .. } => no_texts,
        }
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Rows of separated fields under a header.
    Csv,
    /// A JSON object per row.
    Lines,
    /// Columns of values, in groups of rows.
    Parquet,
}

impl TableFormat {
    /// That of a path, by its extension, packed or not; `None` when it is no table.
    pub fn of(path: &Path) -> Option<TableFormat> {
        match ending(&bare(path))?.as_str() {
            // What stands between its fields is seen in the table.
            "csv" | "tsv" => Some(TableFormat::Csv),
            "jsonl" | "ndjson" => Some(TableFormat::Lines),
            // It is packed by itself; that cannot be read from the middle if it is packed once more.
            "parquet" if bare(path) == path => Some(TableFormat::Parquet),
            _ => None,
        }
    }
}

pub(super) enum Extension {
    Yaml,
    Table,
}

pub(super) fn extension(path: &Path) -> Option<Extension> {
    match ending(path)?.as_str() {
        "yaml" | "yml" | "json" => Some(Extension::Yaml),
        _ => TableFormat::of(path).map(|_| Extension::Table),
    }
}

/// The extension of a path in lower case.
pub(super) fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// Reads files as text and as YAML; tables stay texts. `named` are the paths a person wrote: a file among them that
/// holds no answers is a mistake, in a folder it is passed over.
///
/// # Errors
/// [`ReadError`] for the first file that cannot be read.
pub fn read(
    paths: &[PathBuf],
    named: &[PathBuf],
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> Result<Vec<Input>, ReadError> {
    let mut inputs = Vec::new();
    for path in paths {
        let limit = match extension(path) {
            Some(Extension::Yaml) => yaml::SIZE_LIMIT,
            Some(Extension::Table) | None => table::SIZE_LIMIT,
        };
        if TableFormat::of(path) == Some(TableFormat::Parquet) || is_parquet_in_pipe(path, limit)? {
            inputs.push(parquet(path, limit, sources)?);
            continue;
        }
        let file = sources.read(path, limit)?;
        let is_table = match extension(path) {
            Some(extension) => matches!(extension, Extension::Table),
            None => !begins_as_yaml(sources.get(file).text()),
        };
        if is_table {
            inputs.push(Input::Table(file, Origin::Written));
            continue;
        }
        let node = yaml::parse(file, sources, out);
        let is_other = node.as_ref().is_some_and(|node| !is_answers(node));
        if is_other && !named.contains(path) {
            continue;
        }
        match node.as_ref().and_then(questionnaire_line) {
            Some(span) => {
                out.add(span, BindingFinding::Questionnaire);
                inputs.push(Input::Sheet(file, None));
            }
            None => inputs.push(Input::Sheet(file, node)),
        }
    }
    Ok(inputs)
}

/// Whether what can be read only once, and has no telling name, is a Parquet file.
fn is_parquet_in_pipe(path: &Path, limit: u64) -> Result<bool, ReadError> {
    if extension(path).is_some() || !is_read_once(path) {
        return Ok(false);
    }
    let held = held(path, limit).map_err(|error| system(path, error))?;
    Ok(held.as_ref().starts_with(MAGIC))
}

/// A Parquet file as a text of rows, of which the first behind the header is row 1.
fn parquet(path: &Path, limit: u64, sources: &mut Sources) -> Result<Input, ReadError> {
    let open = || {
        Ok(match is_read_once(path) {
            // It is read from any place.
            true => Box::new(Cursor::new(held(path, limit)?)) as Box<dyn Source + Send>,
            false => Box::new(File::open(path)?),
        })
    };
    let text = as_table(Box::new(open), limit).map_err(|error| system(path, error))?;
    let Text { bytes, unread, no_texts } = text.ok_or_else(|| ReadError::TooLarge { path: path.to_owned(), limit })?;
    Ok(Input::Table(sources.add_rows(&shown(path), bytes, 0), Origin::Parquet { unread, no_texts }))
}

fn system(path: &Path, error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound => ReadError::Absent(path.to_owned()),
        _ => ReadError::System { path: path.to_owned(), error },
    }
}

/// Whether a text without a telling name, such as standard input, is an answers file rather than a table: it starts with
/// a field or a brace, and not with a whole row of JSON.
pub fn begins_as_yaml(text: &str) -> bool {
    if begins_as_lines(text) {
        return false;
    }
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#') && *line != "---");
    first.is_some_and(|line| line.starts_with("peil:") || line.starts_with('{'))
}

/// Binds inputs to a questionnaire and codes them; answers of its earlier versions under the names of today.
pub fn bind<'i>(
    inputs: impl IntoIterator<Item = &'i Input>,
    questionnaire: &Questionnaire,
    sources: &Sources,
    out: &mut Diagnostics,
) -> Responses {
    let mut binder = Binder::new(questionnaire);
    let mut sheet = |input: &'i Input| match input {
        Input::Sheet(file, Some(node)) => Some((*file, binder.read(node, out)?)),
        _ => None,
    };
    let read: Vec<(&Input, Option<(FileId, Bound)>)> = inputs.into_iter().map(|input| (input, sheet(input))).collect();
    let sheets = read.iter().filter_map(|(_, sheet)| sheet.as_ref());
    let aside = binder.set_aside(sheets.map(|(file, bound)| (*file, bound)), out);
    for (input, sheet) in &read {
        match (input, sheet) {
            (Input::Table(file, origin), _) => binder.table(*file, origin, sources, out),
            (_, Some((file, bound))) if !aside.contains(file) => binder.sheet(*file, bound, out),
            _ => {}
        }
    }
    binder.finish(out)
}

/// What stands in the first line of a table.
pub fn header(file: FileId, sources: &Sources) -> Vec<String> {
    let header = Rows::new(file, sources.get(file).text()).next();
    header.map_or_else(Vec::new, |header| (0..header.fields.len()).map(|index| header.get(index).to_owned()).collect())
}

/// The questionnaire that the inputs name, from the first that names one: id and version.
pub fn declared(inputs: &[Input], sources: &Sources) -> Option<(String, String, Span)> {
    inputs.iter().find_map(|input| match input {
        Input::Sheet(_, Some(node)) => super::read_sheet::declared(node),
        Input::Sheet(_, None) => None,
        Input::Table(file, _) => table::declared(*file, sources),
    })
}
