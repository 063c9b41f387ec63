//! What was found, in the format that was asked for.

use peil::diagnostics::human::{self, Style};
use peil::diagnostics::{Report, Severity, concise, github, gitlab, json, junit, sarif};
use peil::language::{cli as words, explain};
use peil::lint::versions::Comparison;

use crate::against;
use crate::args::CheckFormat;
use crate::ui::Ui;

/// The line that a person can act on.
pub(super) fn verdict(report: &Report<'_>) -> String {
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    words::check_verdict(report.language, errors, warnings, report.bad_files(), report.files.len())
}

/// All that was found.
pub(super) fn text(
    ui: &Ui,
    format: CheckFormat,
    report: &Report<'_>,
    comparison: Option<&Comparison>,
    verdict: &str,
) -> String {
    match format {
        CheckFormat::Human => people(ui, report, comparison, verdict),
        CheckFormat::Concise => concise::render(report),
        CheckFormat::Json => json::render(report),
        CheckFormat::Github => github::render(report),
        CheckFormat::Gitlab => gitlab::render(report),
        CheckFormat::Sarif => sarif::render(report),
        CheckFormat::Junit => junit::render(report),
    }
}

/// The problems as drawings, where to read more, what changed since an earlier version, and the verdict.
fn people(ui: &Ui, report: &Report<'_>, comparison: Option<&Comparison>, verdict: &str) -> String {
    let mut text = human::render(report, Style { colour: ui.colour, width: ui.width }, usize::MAX);
    if let Some(first) = report.list.first() {
        let more = explain::more_about(report.language, first.code().id());
        text.push_str(&format!("\n{more}\n"));
    }
    if let Some(comparison) = comparison {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{gap}{}\n", against::text(report.language, comparison, ui.width)));
    }
    format!("{text}{verdict}\n")
}
