//! A test report in the manner of JUnit: one suite for each file. An error is a failed test; a warning is a test that
//! passed and has something to say, since it does not fail the run.

use std::fmt::Write;

use super::{Report, Severity, Shown};
use crate::source::FileId;

/// All files that were looked at, those without a problem as a test that passed.
pub fn render(report: &Report<'_>) -> String {
    let tests: usize = report.files.iter().map(|file| of(report, *file).len().max(1)).sum();
    let failures = report.count(Severity::Error);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(xml, "<testsuites name=\"peil check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    for file in report.files {
        suite(report, *file, &mut xml);
    }
    xml.push_str("</testsuites>\n");
    xml
}

/// The problems of one file; the list is sorted by file.
fn of<'r, 'a>(report: &'r Report<'a>, file: FileId) -> &'r [Shown<'a>] {
    let start = report.list.partition_point(|shown| shown.diagnostic.span.file < file);
    let end = report.list.partition_point(|shown| shown.diagnostic.span.file <= file);
    &report.list[start..end]
}

fn suite(report: &Report<'_>, file: FileId, xml: &mut String) {
    let found = of(report, file);
    let path = escaped(report.sources.get(file).path());
    let tests = found.len().max(1);
    let failures = found.iter().filter(|shown| shown.severity == Severity::Error).count();
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
    );
    if found.is_empty() {
        let _ = writeln!(xml, "    <testcase name=\"check\" classname=\"{path}\"/>");
    }
    for shown in found {
        case(report, shown, &path, xml);
    }
    xml.push_str("  </testsuite>\n");
}

fn case(report: &Report<'_>, shown: &Shown<'_>, path: &str, xml: &mut String) {
    let position = report.sources.position(shown.diagnostic.span);
    let (line, column) = (position.line, position.column);
    let said = shown.said(report.language);
    let (message, code) = (escaped(&said.message), shown.code().id());
    let said = format!("{path}:{line}:{column}: {}", escaped(&said.in_lines()));
    let inside = match shown.severity {
        Severity::Error => format!("<failure type=\"{code}\" message=\"{message}\">{said}</failure>"),
        Severity::Warning => format!("<system-out>{said}</system-out>"),
    };
    let _ = writeln!(
        xml,
        "    <testcase name=\"{code} {line}:{column}\" classname=\"{path}\">\n      {inside}\n    </testcase>"
    );
}

/// A text for an attribute or an element; a character that XML cannot hold at all becomes `U+FFFD`.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_replaced() {
        assert_eq!(escaped("<a & \"b\">\u{1}\u{ffff}é"), "&lt;a &amp; &quot;b&quot;&gt;\u{fffd}\u{fffd}é");
    }
}
