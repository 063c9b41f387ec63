//! One line for each problem: `FILE:LINE:COLUMN: SEVERITY[CODE] MESSAGE`, as editors and `grep` want it.

use super::Report;

/// All problems, each on a line of its own.
pub fn render(report: &Report<'_>) -> String {
    let line = |shown: &super::Shown<'_>| {
        let span = shown.diagnostic.span;
        let position = report.sources.position(span);
        format!(
            "{}:{}:{}: {}[{}] {}\n",
            report.sources.get(span.file).path(),
            position.line,
            position.column,
            shown.severity.id(),
            shown.code().id(),
            shown.said(report.language).message
        )
    };
    report.list.iter().map(line).collect()
}
