//! Problems for a person at a terminal, in the manner of rustc.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Report, Severity, Shown};
use crate::source::{SourceFile, Sources, Span};

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether to colour by escape codes.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Draws the problems one after another, with a blank line between them; at most `limit` of them.
pub fn render(report: &Report<'_>, style: Style, limit: usize) -> String {
    let list = &report.list;
    let drawn: Vec<String> = list.iter().take(limit).map(|one| draw(one, report, style)).collect();
    let mut text = drawn.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn draw(shown: &Shown<'_>, report: &Report<'_>, style: Style) -> String {
    let (l, sources, diagnostic) = (report.language, report.sources, shown.diagnostic);
    let wording = diagnostic.finding.wording(l);
    let level = match shown.severity {
        Severity::Error => Level::ERROR.with_name(l.pick("fout", "error")),
        Severity::Warning => Level::WARNING.with_name(l.pick("let op", "warning")),
    };
    let remarks: Vec<(Span, &str)> = diagnostic.related.iter().map(|(span, text)| (*span, text.wording(l))).collect();
    let (beside, elsewhere): (Vec<_>, Vec<_>) =
        remarks.into_iter().partition(|(span, _)| is_near(*span, diagnostic.span, sources));
    let here: Vec<Span> = std::iter::once(diagnostic.span).chain(beside.iter().map(|(span, _)| *span)).collect();
    let window = Window::around(&here, sources);
    let primary = AnnotationKind::Primary.span(window.range(diagnostic.span));
    let primary = if wording.label.is_empty() { primary } else { primary.label(wording.label.as_str()) };
    let context = |window: &Window<'_>, span, text| AnnotationKind::Context.span(window.range(span)).label(text);
    let annotations = beside.iter().map(|(span, text)| context(&window, *span, *text));
    let title = level.primary_title(wording.message.as_str()).id(diagnostic.code().id());
    let mut group = Group::with_title(title).element(window.snippet(std::iter::once(primary).chain(annotations)));
    let mut drawn_places = vec![(window, diagnostic.span)];
    for (span, text) in elsewhere {
        let window = Window::around(&[span], sources);
        group = group.element(window.snippet(std::iter::once(context(&window, span, text))));
        drawn_places.push((window, span));
    }
    let note = |text: String| Level::NOTE.with_name(l.pick("uitleg", "note")).message(text);
    let group = diagnostic.finding.notes(l).into_iter().fold(group, |group, text| group.element(note(text)));
    let group = group.element(Level::HELP.with_name(l.pick("tip", "help")).message(wording.help.as_str()));
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.term_width(style.width).render(&[group]);
    drawn_places.iter().fold(drawn, |drawn, (window, span)| window.with_true_column(drawn, *span))
}

/// How many bytes may stand between two places that are drawn as one stretch of text: drawing costs as much as the text
/// is long, and the first use of an id may be thousands of lines away.
const STRETCH: u32 = 4096;

/// Whether two places are drawn as one stretch. The renderer counts a line for each line break from the first one on, which
/// is not how rows are counted that hold some.
fn is_near(one: Span, other: Span, sources: &Sources) -> bool {
    if one.file != other.file || one.start.abs_diff(other.start) > STRETCH {
        return false;
    }
    let source = sources.get(one.file);
    let (first, last) = (one.start.min(other.start), one.start.max(other.start));
    let between = source.text().as_bytes().get(first as usize..last as usize).unwrap_or_default();
    let lines = source.position(last).line.get() - source.position(first).line.get();
    memchr::memchr_iter(b'\n', between).count() == lines as usize
}

/// The lines around some places of a file, so that drawing does not walk a whole large file. A line that is far too long
/// to read, such as a JSON file on one line, is cut off on both sides.
struct Window<'a> {
    source: &'a SourceFile,
    start: usize,
    end: usize,
}

impl<'a> Window<'a> {
    /// The lines that hold some spans of one file, of which there is at least one.
    fn around(spans: &[Span], sources: &'a Sources) -> Window<'a> {
        const BESIDE: usize = 200;
        let source = sources.get(spans[0].file);
        let text = source.text();
        let first = spans.iter().map(|span| span.start).min().unwrap_or(0) as usize;
        let last = spans.iter().map(|span| span.end.min(span.start + STRETCH)).max().unwrap_or(0) as usize;
        let earliest = text.floor_char_boundary(first.saturating_sub(STRETCH as usize));
        let latest = text.ceil_char_boundary(last.min(text.len()).saturating_add(STRETCH as usize).min(text.len()));
        let line_start = text[earliest..first].rfind('\n').map(|offset| earliest + offset + 1);
        let start = match line_start {
            Some(start) => start,
            None if earliest == 0 => 0,
            None => text.floor_char_boundary(first - BESIDE),
        };
        let last = text.floor_char_boundary(last.min(text.len()));
        let end = match text[last..latest].find('\n') {
            Some(offset) => last + offset,
            None if latest == text.len() => latest,
            None => text.ceil_char_boundary(last + BESIDE),
        };
        Window { source, start, end }
    }

    /// Where a span stands in the window.
    fn range(&self, span: Span) -> std::ops::Range<usize> {
        let within = |offset: u32| (offset as usize).clamp(self.start, self.end) - self.start;
        within(span.start)..within(span.end)
    }

    fn snippet(&self, annotations: impl Iterator<Item = Annotation<'a>>) -> Snippet<'a, Annotation<'a>> {
        let text = &self.source.text()[self.start..self.end];
        let line = self.source.position(self.start as u32).line.get() as usize;
        Snippet::source(text).path(self.source.path()).line_start(line).annotations(annotations)
    }

    /// On a line that does not begin where the window does, because it was cut off or is a row behind a line break in it,
    /// the renderer counts columns from there: puts the true one in its place.
    fn with_true_column(&self, drawn: String, span: Span) -> String {
        let (path, position) = (self.source.path(), self.source.position(span.start));
        let cut = self.source.position(self.start as u32);
        if cut.column.get() == 1 || cut.line != position.line {
            return drawn;
        }
        let from_cut = position.column.get() - cut.column.get() + 1;
        let place = |column: u32| format!("{path}:{}:{column}", position.line);
        drawn.replacen(&place(from_cut), &place(position.column.get()), 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Diagnostics, Levels, ModelFinding, NameFinding, Remark, Thing};
    use crate::language::Language;
    use crate::source::Sources;

    fn drawn(text: &str, fill: impl FnOnce(&mut Diagnostics, &dyn Fn(&str, usize) -> Span)) -> String {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("a.json", text);
        let at = |word: &str, occurrence: usize| {
            let (start, _) = text.match_indices(word).nth(occurrence).expect("a word");
            Span { file, start: start as u32, end: (start + word.len()) as u32 }
        };
        fill(&mut out, &at);
        let report = Report::new(&out, &Levels::new(), &sources, Language::En, &[]);
        render(&report, Style { colour: false, width: 80 }, 9)
    }

    #[test]
    fn a_line_too_long_to_read_is_cut_and_its_column_is_that_of_the_file() {
        let text = format!("{{\"a\": [{}\"één fout\", {}]}}", "\"één\", ".repeat(5000), "1, ".repeat(5000));
        let drawn = drawn(&text, |out, at| out.add(at("fout", 0), ModelFinding::NoSpread));
        // 7 characters up to the bracket, 5000 times `"één", ` of 7 characters, then `"één ` of 5.
        assert!(drawn.contains("--> a.json:1:35013\n"), "{drawn}");
        assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
        let (code, carets) = (drawn.lines().nth(3).expect("a line"), drawn.lines().nth(4).expect("carets"));
        let column = carets.chars().position(|c| c == '^').expect("a caret");
        assert_eq!(code.chars().skip(column).take(4).collect::<String>(), "fout", "{drawn}");
    }

    #[test]
    fn a_remark_far_away_in_the_same_file_is_drawn_on_its_own() {
        let text = format!("- x1\n{}- x1\n", "# noot\n".repeat(5000));
        let drawn = drawn(&text, |out, at| {
            let finding = NameFinding::DuplicateId { thing: Thing::Question, id: "x1".into() };
            out.add_related(at("x1", 1), finding, at("x1", 0), Remark::FirstUsedHere);
        });
        assert!(drawn.contains("--> a.json:5002:3\n") && drawn.contains("::: a.json:1:3\n"), "{drawn}");
        assert!(drawn.contains("first used here"), "{drawn}");
    }
}
