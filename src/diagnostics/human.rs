//! Problems for a person at a terminal, in the manner of rustc.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::language::Language;
use crate::source::{Sources, Span};

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The language of the sentences.
    pub language: Language,
    /// Whether to colour by escape codes.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Draws the problems one after another, with a blank line between them; at most `limit` of them.
pub fn render(list: &[&Diagnostic], sources: &Sources, style: Style, limit: usize) -> String {
    let mut drawn: Vec<String> = list.iter().take(limit).map(|one| draw(one, sources, style)).collect();
    if list.len() > limit {
        let l = style.language;
        let more = l.counted(
            list.len() - limit,
            l.pick("ander probleem", "other problem"),
            l.pick("andere problemen", "other problems"),
        );
        drawn.push(l.pick(format!("… en {more} (alle: --format json)"), format!("… and {more} (all: --format json)")));
    }
    let mut text = drawn.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn draw(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    let l = style.language;
    let wording = diagnostic.finding.wording(l);
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR.with_name(l.pick("fout", "error")),
        Severity::Warning => Level::WARNING.with_name(l.pick("let op", "warning")),
    };
    let window = Window::around(diagnostic, sources);
    let primary = AnnotationKind::Primary.span(window.range(diagnostic.span));
    let mut snippet = Snippet::source(window.text)
        .path(sources.get(diagnostic.span.file).path())
        .line_start(window.first_line)
        .annotation(if wording.label.is_empty() { primary } else { primary.label(wording.label.as_str()) });
    for (span, remark) in diagnostic.related.iter().filter(|(span, _)| span.file == diagnostic.span.file) {
        snippet = snippet.annotation(AnnotationKind::Context.span(window.range(*span)).label(remark.wording(l)));
    }
    let elsewhere = diagnostic.related.iter().filter(|(span, _)| span.file != diagnostic.span.file);
    let elsewhere = elsewhere.map(|(span, remark)| {
        let window = Window::of(&[*span], sources);
        let annotation = AnnotationKind::Context.span(window.range(*span)).label(remark.wording(l));
        Snippet::source(window.text)
            .path(sources.get(span.file).path())
            .line_start(window.first_line)
            .annotation(annotation)
    });
    let title = level.primary_title(wording.message.as_str()).id(diagnostic.code().id());
    let notes = diagnostic.finding.notes(l);
    let group = elsewhere.fold(title.element(snippet), |group, other| group.element(other));
    let note = |text: &String| Level::NOTE.with_name(l.pick("uitleg", "note")).message(text.clone());
    let group = notes.iter().fold(group, |group, text| group.element(note(text)));
    let group = group.element(Level::HELP.with_name(l.pick("tip", "help")).message(wording.help.as_str()));
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width).render(&[group])
}

/// The lines around a diagnostic, so that drawing does not walk a whole large file.
struct Window<'a> {
    text: &'a str,
    start: u32,
    first_line: usize,
}

impl<'a> Window<'a> {
    fn around(diagnostic: &Diagnostic, sources: &'a Sources) -> Window<'a> {
        let here = diagnostic.related.iter().map(|(span, _)| *span).filter(|span| span.file == diagnostic.span.file);
        let spans: Vec<Span> = std::iter::once(diagnostic.span).chain(here).collect();
        Window::of(&spans, sources)
    }

    /// The lines that hold some spans of one file, of which there is at least one.
    fn of(spans: &[Span], sources: &'a Sources) -> Window<'a> {
        let source = sources.get(spans[0].file);
        let from = spans.iter().map(|span| span.start).min().unwrap_or(0) as usize;
        let to = spans.iter().map(|span| span.end).max().unwrap_or(0) as usize;
        let text = source.text();
        let start = text[..from].rfind('\n').map_or(0, |offset| offset + 1);
        let end = text[to..].find('\n').map_or(text.len(), |offset| to + offset);
        let first_line = source.position(start as u32).line.get() as usize;
        Window { text: &text[start..end], start: start as u32, first_line }
    }

    fn range(&self, span: Span) -> std::ops::Range<usize> {
        (span.start - self.start) as usize..(span.end - self.start) as usize
    }
}
