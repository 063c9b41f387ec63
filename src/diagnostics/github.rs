//! Workflow commands of GitHub Actions, which become remarks beside the lines of a pull request.
//!
//! The escapes are those of the command parser: `%`, carriage return and line feed everywhere, `:` and `,` in properties.

use super::{Report, Shown};

/// One command for each problem.
pub fn render(report: &Report<'_>) -> String {
    report.list.iter().map(|shown| command(shown, report)).collect()
}

fn command(shown: &Shown<'_>, report: &Report<'_>) -> String {
    let span = shown.diagnostic.span;
    let source = report.sources.get(span.file);
    let (start, end) = (source.position(span.start), source.position(span.end));
    // Columns are refused when a remark covers several lines, and mean nothing for a file as a whole.
    let columns = if start.line == end.line && !shown.is_of_whole_file() {
        (format!(",col={}", start.column), format!(",endColumn={}", end.column))
    } else {
        Default::default()
    };
    format!(
        "::{} file={},line={},endLine={}{}{},title={}::{}\n",
        shown.severity.id(),
        property(source.path()),
        start.line,
        end.line,
        columns.0,
        columns.1,
        property(shown.code().id()),
        data(&shown.said(report.language).in_lines())
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_command_parser_would_read_as_its_own_is_escaped() {
        assert_eq!(data("100%\r\na: b, c"), "100%25%0D%0Aa: b, c");
        assert_eq!(property("C:/a,b%/é.yaml"), "C%3A/a%2Cb%25/é.yaml");
    }
}
