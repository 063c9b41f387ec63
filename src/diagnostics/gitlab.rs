//! A code quality report of GitLab: an array of problems, each with a fingerprint by which GitLab tells old from new.

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::{Report, Severity, Shown};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// All problems as one JSON array with a line break at the end.
pub fn render(report: &Report<'_>) -> String {
    let mut fingerprints = Fingerprints::new(report.sources);
    let issues: Vec<Issue<'_>> =
        report.list.iter().map(|shown| issue(shown, report, fingerprints.next(shown))).collect();
    super::json::written(&issues)
}

fn issue<'a>(shown: &Shown<'_>, report: &Report<'a>, fingerprint: String) -> Issue<'a> {
    let span = shown.diagnostic.span;
    let source = report.sources.get(span.file);
    let line = |offset: u32| source.position(offset).line.get();
    Issue {
        description: shown.said(report.language).on_one_line(),
        check_name: shown.code().id(),
        fingerprint,
        severity: match shown.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        location: Location { path: source.path(), lines: Lines { begin: line(span.start), end: line(span.end) } },
    }
}
