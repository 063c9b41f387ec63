//! Problems for programs: `peil.diagnostics/1`, a shape of its own so that the inside may change.

use serde::Serialize;

use super::{Diagnostic, Severity};
use crate::language::Language;
use crate::source::{Position, Sources, Span};

#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    summary: Summary,
    diagnostics: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    label: String,
    help: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
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
/// characters, `end` is the place after the last character.
pub fn render(list: &[&Diagnostic], sources: &Sources, language: Language) -> String {
    let count = |severity| list.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let report = Report {
        format: "peil.diagnostics/1",
        summary: Summary { errors: count(Severity::Error), warnings: count(Severity::Warning) },
        diagnostics: list.iter().map(|diagnostic| item(diagnostic, sources, language)).collect(),
    };
    // Strings and numbers only: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn item<'a>(diagnostic: &Diagnostic, sources: &'a Sources, language: Language) -> Item<'a> {
    let wording = diagnostic.finding.wording(language);
    let related = diagnostic
        .related
        .iter()
        .map(|(span, remark)| Related { remark: remark.wording(language), place: place(*span, sources) })
        .collect();
    Item {
        code: diagnostic.code().id(),
        severity: diagnostic.severity().id(),
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
