//! A document for a terminal: plain lines no wider than asked for.
//!
//! Figures are left out, only their message stays: their numbers are in the table that follows. It does not know
//! whether there is a terminal; the caller says how wide it is and whether it has colours.

mod pen;
mod table;
mod wrap;

use super::document::{Block, Card, Document, Inline, Quote, Span, Table};
use super::text::{clean, clean_part};
use crate::language::{Language, page};
use pen::{Manner, Pen};
use unicode_width::UnicodeWidthStr;
pub use wrap::wrapped;

/// Running text is not set wider than this, however wide the terminal.
const MEASURE: usize = 92;
/// Narrower than this nothing can be read; a smaller width counts as this one.
const NARROWEST: usize = 20;
/// What a pen writes on.
const BLANK: &str = "………………";

/// `document` as lines of at most `width` columns (at least 20), with escape sequences for bold, dim and shade only if
/// `colour`. Ends with a line break.
pub fn render(document: &Document, width: usize, colour: bool) -> String {
    let width = width.max(NARROWEST);
    let mut page = Page { out: String::new(), language: document.language, pen: Pen { colour }, width, tables: 0 };
    if let Some(stamp) = &document.stamp {
        page.text(&Inline::default().then_strong(format!("[ {} ]", clean(stamp))), "", "");
        page.gap();
    }
    page.heading(&document.title, "═");
    page.dim(&document.subtitle);
    page.blocks(&document.lead);
    for section in &document.sections {
        page.section(&section.title);
        page.blocks(&section.blocks);
    }
    if !document.about.is_empty() {
        page.section(page::about(document.language));
        page.gap();
        let rows: Vec<_> = document.about.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        page.pairs(&rows, "");
    }
    page.gap();
    page.dim(&document.self_assessed);
    page.out
}

/// `table` alone, for a command: its caption if it has one, the table and its note, in lines of at most `width` columns
/// (at least 20), with escape sequences only if `colour`. Ends with a line break.
pub fn table(table: &Table, width: usize, colour: bool) -> String {
    let (width, pen) = (width.max(NARROWEST), Pen { colour });
    let measure = width.min(MEASURE);
    let flowing = |text: &str, manner| {
        let lines = wrap::wrapped(text, measure);
        lines.iter().map(|line| pen.write(line, manner)).collect::<Vec<_>>()
    };
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.extend(flowing(&clean(&table.caption), Manner::Bold));
    }
    lines.extend(table::lines(table, width, pen));
    if let Some(note) = &table.note {
        lines.extend(flowing(&clean(note), Manner::Dim));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

struct Page {
    out: String,
    language: Language,
    pen: Pen,
    width: usize,
    tables: usize,
}

impl Page {
    fn measure(&self) -> usize {
        self.width.min(MEASURE)
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// One empty line, never two, none at the top.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Running text; `first` stands before its first line, `rest` (as wide) before the others.
    fn text(&mut self, inline: &Inline, first: &str, rest: &str) {
        let room = self.measure().saturating_sub(first.width()).max(1);
        for (index, line) in flow(inline, room, self.pen).iter().enumerate() {
            let before = if index == 0 { first } else { rest };
            self.line(format!("{before}{line}").trim_end_matches(' '));
        }
    }

    fn dim(&mut self, text: &str) {
        for line in wrap::wrapped(&clean(text), self.measure()) {
            let line = self.pen.write(line, Manner::Dim);
            self.line(&line);
        }
    }

    fn heading(&mut self, title: &str, rule: &str) {
        let title = clean(title);
        let lines = wrap::wrapped(&title, self.measure());
        let width = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        for line in &lines {
            let line = self.pen.write(line, Manner::Bold);
            self.line(&line);
        }
        let rule = self.pen.write(&rule.repeat(width), Manner::Dim);
        self.line(&rule);
    }

    fn section(&mut self, title: &str) {
        self.gap();
        self.out.push('\n');
        self.heading(title, "─");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.gap();
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Lead(inline) => self.text(&strong(inline), "", ""),
            Block::Heading(title) => self.text(&Inline::default().then_strong(clean(title)), "", ""),
            Block::Figure(figure) => self.text(&Inline::default().then_strong(clean(&figure.heading)), "", ""),
            Block::Paragraph(inline) => self.text(inline, "", ""),
            Block::Bullets(items) => items.iter().for_each(|item| self.text(item, "• ", "  ")),
            Block::Note(inline) => self.text(inline, "│ ", "│ "),
            Block::Table(table) => self.table(table),
            Block::Cards(cards) => cards.iter().for_each(|card| self.card(card)),
            Block::Quotes(quotes) => quotes.iter().for_each(|quote| self.quote(quote)),
        }
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let label = format!("{}.", page::table(self.language, self.tables));
        self.text(&Inline::default().then_strong(label).then(format!(" {}", clean(&table.caption))), "", "");
        for line in table::lines(table, self.width, self.pen) {
            self.line(&line);
        }
        if let Some(note) = &table.note {
            self.dim(note);
        }
    }

    fn card(&mut self, card: &Card) {
        let l = self.language;
        self.gap();
        self.text(&Inline::default().then_strong(clean(&card.title)), "┃ ", "┃ ");
        let mut rows = vec![(page::now(l), Inline::text(&card.now))];
        rows.extend(card.next.as_deref().map(|next| (page::next(l), Inline::text(next))));
        for piece in &card.pieces {
            let question = piece.question.as_deref();
            rows.extend(question.map(|question| (page::question(l), Inline::default().then_strong(clean(question)))));
            rows.push((page::think_big(l), Inline::text(&piece.think_big)));
            rows.push((page::act_small(l), Inline::text(&piece.act_small)));
            rows.extend(piece.kind.as_deref().map(|kind| (page::kind(l), Inline::text(kind))));
            rows.extend(piece.weeks.map(|weeks| (page::duration(l), Inline::text(page::weeks(l, weeks)))));
            rows.extend(piece.stop_when.as_deref().map(|when| (page::stop_when(l), Inline::text(when))));
        }
        rows.push((page::owner(l), Inline::text(BLANK)));
        rows.push((page::date(l), Inline::text(BLANK)));
        self.pairs(&rows, "┃ ");
    }

    /// Names and their texts, side by side when there is room.
    fn pairs(&mut self, rows: &[(&str, Inline)], before: &str) {
        let names: Vec<String> = rows.iter().map(|(name, _)| clean(name)).collect();
        let label = names.iter().map(|name| name.width()).max().unwrap_or(0) + 2;
        let is_wide = label * 5 <= self.measure() * 2;
        for (name, (_, value)) in names.iter().zip(rows) {
            if is_wide {
                let rest = format!("{before}{}", " ".repeat(label));
                self.text(value, &format!("{before}{name}{}", " ".repeat(label - name.width())), &rest);
            } else {
                self.text(&Inline::text(name), before, before);
                self.text(value, &format!("{before}  "), &format!("{before}  "));
            }
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let (open, close) = page::quotation_marks(self.language);
        self.gap();
        self.text(&Inline::text(format!("{open}{}{close}", clean(&quote.text))), "  ", "  ");
        if let Some(source) = &quote.source {
            self.text(&Inline::text(format!("– {}", clean(source))), "  ", "  ");
        }
    }
}

/// The same words, all of importance.
fn strong(inline: &Inline) -> Inline {
    Inline(inline.0.iter().map(|span| Span::Strong(span.text().to_owned())).collect())
}

/// The lines of running text, each span in its manner.
fn flow(inline: &Inline, width: usize, pen: Pen) -> Vec<String> {
    let mut plain = String::new();
    let mut manners = Vec::new();
    for span in &inline.0 {
        let start = plain.len();
        plain.push_str(&clean_part(span.text()));
        let manner = if matches!(span, Span::Strong(_)) { Manner::Bold } else { Manner::Plain };
        manners.push((start..plain.len(), manner));
    }
    let paint = |line: std::ops::Range<usize>| {
        let parts = manners.iter().map(|(span, manner)| {
            let (start, end) = (span.start.max(line.start), span.end.min(line.end));
            if start < end { pen.write(&plain[start..end], *manner) } else { String::new() }
        });
        parts.collect::<String>()
    };
    wrap::wrap(&plain, width).into_iter().map(paint).collect()
}
