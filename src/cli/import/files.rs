//! The files of an import: told apart by what is in them, read within limits.

use std::path::{Path, PathBuf};

use peil::diagnostics::{BindingFinding, Diagnostics};
use peil::forms::declared_workbook;
use peil::import::{Export, NoTable, Source};
use peil::language::aside::{self as say, NoAnswers, Untaken};
use peil::language::failure;
use peil::responses::{self, Found, Input, find_by, is_answers, is_lock, is_spreadsheet};
use peil::source::{FileId, ReadError, Sources, Span, bare, is_read_once, read_bytes};
use peil::spreadsheet::delimited::{self, DelimitedError};
use peil::spreadsheet::{self, Grid};
use peil::yaml::{self, Node};

use crate::args::Import;
use crate::aside;
use crate::failure::Failure;
use crate::inputs::extension;
use crate::ui::Ui;
use crate::untaken;

/// What is looked for in a folder, besides spreadsheets: peil's own forms, and tables, packed or not.
const FORMS: [&str; 3] = ["json", "yaml", "yml"];
const TABLES: [&str; 3] = ["csv", "tsv", "txt"];

/// A file that was read.
pub(super) enum File {
    /// One of peil's own answers files.
    Form { path: String, file: FileId, node: Node },
    /// One of peil's own workbooks.
    Workbook { path: PathBuf, grids: Vec<Grid> },
    /// Anything with rows and columns.
    Export(Export),
    /// A file that was reported.
    Unreadable,
}

/// What becomes of a file that cannot be read.
#[derive(Clone, Copy)]
pub(super) struct Refusal<'a> {
    ui: &'a Ui,
    /// It is all there is.
    is_alone: bool,
}

impl Refusal<'_> {
    /// Says why. Beside others a file costs only itself.
    ///
    /// # Errors
    /// When there is nothing else to go on with.
    pub(super) fn told(self, failure: Failure) -> Result<(), Failure> {
        if self.is_alone {
            return Err(failure);
        }
        self.ui.fail(&failure);
        Ok(())
    }
}

impl File {
    /// The questionnaire that the file says it belongs to.
    pub(super) fn questionnaire(&self, sources: &Sources) -> Option<String> {
        match self {
            File::Form { file, node, .. } => {
                let input = [Input::Sheet(*file, Some(node.clone()))];
                responses::declared(&input, sources).map(|(id, _, _)| id)
            }
            File::Workbook { grids, .. } => declared_workbook(grids).map(|declared| declared.id),
            File::Export(_) | File::Unreadable => None,
        }
    }
}

/// Reads all files named, and those in folders that are named. What cannot be read is told of; with what becomes of such
/// files.
///
/// # Errors
/// A name that leads nowhere, a mapping among the files, or a single file that cannot be read as what it is.
pub(super) fn read<'u>(
    ui: &'u Ui,
    args: &Import,
    source: &Source,
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> Result<(Vec<File>, Refusal<'u>), Failure> {
    let (l, named) = (ui.language, args.files.as_slice());
    let mut found = find_by(named, &is_wanted).map_err(|error| Failure::read(l, &error))?;
    if let Some(output) = &args.output {
        set_output_aside(ui, output, named, &mut found);
    }
    // An export may have any columns, those of a register too.
    aside::set(ui, &mut found, named, |held| held == NoAnswers::Register)?;
    found.report(sources, out);
    let paths = found.files;
    // A slip in the command, whatever else it names.
    if let Some(absent) = paths.iter().find(|path| is_absent(path)) {
        return Err(Failure::read(l, &ReadError::Absent(absent.clone())));
    }
    let refusal = Refusal { ui, is_alone: paths.len() == 1 && paths == named };
    // What was not opened holds nothing that could be taken over.
    let mut files: Vec<File> = found.unopened.iter().map(|_| File::Unreadable).collect();
    for failure in untaken::refused(ui, &found.others) {
        refusal.told(failure)?;
        files.push(File::Unreadable);
    }
    for path in &paths {
        let file = match extension(path).as_str() {
            "json" | "yaml" | "yml" => form(ui, path, named.contains(path), sources, out)?,
            _ if is_spreadsheet(path) => opened(ui, path).map(Some),
            _ => match responses::untaken(path).filter(|kind| *kind != Untaken::Spreadsheet) {
                Some(kind) => Err(untaken::refusal(ui, kind, &[path])),
                None => table(ui, path, source).map(Some),
            },
        };
        match file {
            Ok(file) => files.extend(file),
            Err(failure) => {
                refusal.told(failure)?;
                files.push(File::Unreadable);
            }
        }
    }
    if files.is_empty() {
        let shown: Vec<String> = named.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(Failure::nothing(failure::nothing_to_import(l, &l.list(&shown))));
    }
    Ok((files, refusal))
}

/// Takes what an earlier import wrote where this one writes out of what was found in folders, and says so: it is the same
/// people once more. A folder that is named itself is read.
fn set_output_aside(ui: &Ui, output: &Path, named: &[PathBuf], found: &mut Found) {
    let Ok(output_found) = std::fs::canonicalize(output) else { return };
    let is_inside = |path: &Path| std::fs::canonicalize(path).is_ok_and(|path| path.starts_with(&output_found));
    if output_found.is_dir() && named.iter().any(|path| is_inside(path)) {
        return;
    }
    let before = found.files.len();
    found.files.retain(|path| named.contains(path) || !is_inside(path));
    found.others.retain(|path| !is_inside(path));
    if found.files.len() < before {
        ui.say(&say::own_output(ui.language, &shown(output)));
    }
}

fn is_absent(path: &Path) -> bool {
    let nowhere = |error: std::io::Error| error.kind() == std::io::ErrorKind::NotFound;
    !is_read_once(path) && std::fs::metadata(path).err().is_some_and(nowhere)
}

fn opened(ui: &Ui, path: &Path) -> Result<File, Failure> {
    let grids = spreadsheet::open(path).map_err(|error| Failure::spreadsheet(ui.language, path, &error))?;
    Ok(spreadsheet_file(path, grids))
}

fn spreadsheet_file(path: &Path, grids: Vec<Grid>) -> File {
    if declared_workbook(&grids).is_some() {
        return File::Workbook { path: path.to_owned(), grids };
    }
    exported(path, grids, None)
}

fn exported(path: &Path, grids: Vec<Grid>, delimited: Option<(char, delimited::Encoding)>) -> File {
    File::Export(Export { file: shown(path), grids, delimited })
}

/// A path as it is shown.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// An answers file, or why it cannot be read; another YAML file in a folder is passed over.
///
/// # Errors
/// A mapping where answers are asked for: without it all the others would be read in another way than was meant.
fn form(
    ui: &Ui,
    path: &Path,
    is_named: bool,
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> Result<Result<Option<File>, Failure>, Failure> {
    let file = match sources.read(path, yaml::SIZE_LIMIT) {
        Ok(file) => file,
        Err(error) => return Ok(Err(Failure::read(ui.language, &error))),
    };
    let Some(node) = yaml::parse(file, sources, out) else { return Ok(Ok(Some(File::Unreadable))) };
    if is_answers(&node) || (is_named && node.field("peil").is_none()) {
        return Ok(Ok(Some(File::Form { path: shown(path), file, node })));
    }
    if !is_named {
        return Ok(Ok(None));
    }
    let format = node.field_text("peil").unwrap_or_default();
    if format.starts_with("mapping/") {
        return Err(Failure::new(failure::mapping_instead_of_export(ui.language, &shown(path))));
    }
    let span = node.field("peil").map_or(Span::start_of(file), |node| node.span);
    out.add(span, BindingFinding::Questionnaire);
    Ok(Ok(Some(File::Unreadable)))
}

fn table(ui: &Ui, path: &Path, source: &Source) -> Result<File, Failure> {
    let l = ui.language;
    let bytes = read_bytes(path, delimited::MOST_BYTES).map_err(|error| match &error {
        ReadError::TooLarge { limit, .. } => Failure::new(failure::export_too_large(l, &shown(path), limit >> 20)),
        _ => Failure::read(l, &error),
    })?;
    if bytes.starts_with(b"PK\x03\x04") {
        // A spreadsheet that someone called otherwise.
        return opened(ui, path);
    }
    let read = delimited::read(&bytes, source.encoding, source.separator);
    let read = read.map_err(|error| {
        let path = shown(path);
        Failure::new(match error {
            DelimitedError::NotUtf8 { line } => failure::export_not_utf8(l, &path, line),
            DelimitedError::NotUtf16 => failure::export_not_utf16(l, &path),
            DelimitedError::Nul { line } => failure::export_no_text(l, &path, line),
            DelimitedError::OpenQuote { row } => failure::export_open_quote(l, &path, row),
            DelimitedError::TooManyCells => failure::export_too_many_cells(l, &path, delimited::MOST_CELLS as u64),
        })
    })?;
    Ok(exported(path, vec![read.grid], Some((read.separator, read.encoding))))
}

/// Why an export is no table.
pub(super) fn no_table(ui: &Ui, path: &str, error: &NoTable) -> Failure {
    let l = ui.language;
    match error {
        NoTable::Empty => Failure::nothing(failure::export_empty(l, path)),
        NoTable::NoSheet { name, known } => Failure::new(failure::no_sheet(l, path, name, known)),
        NoTable::NoHeader { row } => Failure::new(failure::no_header(l, path, *row)),
    }
}

/// Whether a file in a folder may be one to import. What an open spreadsheet leaves beside itself is not.
fn is_wanted(path: &Path) -> bool {
    let is_text = FORMS.contains(&extension(path).as_str()) || TABLES.contains(&extension(&bare(path)).as_str());
    (is_text || is_spreadsheet(path) || aside::is_form(path)) && !is_lock(path)
}
