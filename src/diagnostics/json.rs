//! Problems for programs: `peil.diagnostics/1`, a shape of its own so that the inside may change.

use serde::Serialize;

use super::{Report, Severity, Shown};
use crate::language::Language;
use crate::source::{Position, Sources, Span};

/// What the object says that it is.
pub const FORMAT: &str = "peil.diagnostics/1";

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    summary: Summary,
    diagnostics: Vec<Item<'a>>,
    versions: &'a [serde_json::Value],
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    /// Files that were looked at, and those of them with something to show.
    files: usize,
    files_with_findings: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    label: String,
    help: String,
    notes: Vec<String>,
    #[serde(flatten)]
    place: Place<'a>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    remark: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: u32,
    column: u32,
}

impl From<Position> for Point {
    fn from(position: Position) -> Point {
        Point { line: position.line.get(), column: position.column.get() }
    }
}

/// All problems as one JSON object with a line break at the end. Lines and columns count from one, columns count
/// characters, `end` is the place after the last character. The shape is that of `schemas/diagnostics.schema.json`.
pub fn render(report: &Report<'_>) -> String {
    let summary = Summary {
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        files: report.files.len(),
        files_with_findings: report.bad_files(),
    };
    let diagnostics = report.list.iter().map(|shown| item(shown, report.sources, report.language)).collect();
    let versions = &report.versions;
    written(&Written { format: FORMAT, summary, diagnostics, versions })
}

/// A value as JSON, with a line break at the end.
pub(super) fn written(value: &impl Serialize) -> String {
    // Strings and numbers only: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn item<'a>(shown: &Shown<'_>, sources: &'a Sources, language: Language) -> Item<'a> {
    let diagnostic = shown.diagnostic;
    let wording = diagnostic.finding.wording(language);
    let related = diagnostic
        .related
        .iter()
        .map(|(span, remark)| Related { remark: remark.wording(language), place: place(*span, sources) })
        .collect();
    Item {
        code: diagnostic.code().id(),
        severity: shown.severity.id(),
        message: wording.message,
        label: wording.label,
        help: wording.help,
        notes: diagnostic.finding.notes(language),
        place: place(diagnostic.span, sources),
        related,
    }
}

fn place(span: Span, sources: &Sources) -> Place<'_> {
    let source = sources.get(span.file);
    Place { file: source.path(), start: source.position(span.start).into(), end: source.position(span.end).into() }
}
