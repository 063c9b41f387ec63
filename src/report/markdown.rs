//! A document as CommonMark with pipe tables, and the figures that belong beside it.
//!
//! It writes no file: the caller stores the drawings under the names given here.

mod escape;

use super::document::{Align, Block, Card, Document, Figure, Inline, Piece, Quote, Row, Span, Table};
use super::text::clean;
use crate::language::{Language, page};

/// What a pen writes on.
const BLANK: &str = "………………";

/// The text, and the drawings it refers to.
pub struct Markdown<'a> {
    /// The document; ends with a line break.
    pub text: String,
    /// Each figure with the name of the SVG file the text refers to, in reading order.
    pub figures: Vec<(String, &'a Figure)>,
}

/// `document` as Markdown. Shades are left out: the number is in the cell.
pub fn render(document: &Document) -> Markdown<'_> {
    let l = document.language;
    let mut page = Page { paragraphs: Vec::new(), figures: Vec::new(), language: l, tables: 0 };
    if let Some(stamp) = &document.stamp {
        page.push(format!("**{}**", escape::inline(stamp)));
    }
    page.push(format!("# {}", escape::inline(&document.title)));
    page.push(escape::line(&document.subtitle));
    page.blocks(&document.lead);
    for section in &document.sections {
        page.push(format!("## {}", escape::inline(&section.title)));
        page.blocks(&section.blocks);
    }
    if !document.about.is_empty() {
        page.push(format!("## {}", page::about(l)));
        let rows = document.about.iter().map(|(name, value)| item(name, &inline(value)));
        page.push(rows.collect::<Vec<_>>().join("\n"));
    }
    page.push("---".to_owned());
    page.push(escape::line(&document.self_assessed));
    Markdown { text: page.paragraphs.join("\n\n") + "\n", figures: page.figures }
}

struct Page<'a> {
    paragraphs: Vec<String>,
    figures: Vec<(String, &'a Figure)>,
    language: Language,
    tables: usize,
}

impl<'a> Page<'a> {
    fn push(&mut self, paragraph: String) {
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph);
        }
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Lead(text) => self.push(format!("**{}**", escape::inline(&plain(text)))),
            Block::Heading(title) => self.push(format!("### {}", escape::inline(title))),
            Block::Paragraph(text) => self.push(at_line_start(text)),
            Block::Bullets(items) => {
                let items: Vec<_> = items.iter().map(|item| format!("- {}", at_line_start(item))).collect();
                self.push(items.join("\n"));
            }
            Block::Note(text) => self.push(format!("> {}", at_line_start(text))),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Cards(cards) => cards.iter().for_each(|card| self.card(card)),
            Block::Quotes(quotes) => quotes.iter().for_each(|quote| self.push(self::quote(quote))),
        }
    }

    fn figure(&mut self, figure: &'a Figure) {
        let name = format!("{}.svg", figure.file_stem);
        let alternative = escape::inline(&figure.drawing.alternative(self.language));
        self.push(format!("### {}", escape::inline(&figure.heading)));
        self.push(escape::line(&figure.description));
        self.push(format!("![{alternative}]({name})"));
        self.figures.push((name, figure));
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let label = page::table(self.language, self.tables);
        self.push(format!("**{label}.** {}", escape::inline(&table.caption)));
        let titles: Vec<_> = table.columns.iter().map(|column| escape::inline(&column.title)).collect();
        let rules: Vec<_> = table.columns.iter().map(|column| rule(column.align).to_owned()).collect();
        let mut lines = vec![pipes(&titles), pipes(&rules)];
        lines.extend(table.rows.iter().map(|row| pipes(&cells(row))));
        self.push(lines.join("\n"));
        self.push(table.note.as_deref().map(escape::line).unwrap_or_default());
    }

    fn card(&mut self, card: &Card) {
        let l = self.language;
        self.push(format!("### {}", escape::inline(&card.title)));
        let mut items = vec![item(page::now(l), &escape::inline(&card.now))];
        items.extend(card.next.as_deref().map(|next| item(page::next(l), &escape::inline(next))));
        for one in &card.pieces {
            let piece = piece(l, one);
            match &one.question {
                None => items.extend(piece),
                Some(question) => {
                    items.push(format!("- {}", strong(&escape::inline(question))));
                    items.extend(piece.into_iter().map(|line| format!("  {line}")));
                }
            }
        }
        items.push(item(page::owner(l), BLANK));
        items.push(item(page::date(l), BLANK));
        self.push(items.join("\n"));
    }
}

/// The items of one piece of advice.
fn piece(l: Language, piece: &Piece) -> Vec<String> {
    let mut items = vec![
        item(page::think_big(l), &escape::inline(&piece.think_big)),
        item(page::act_small(l), &escape::inline(&piece.act_small)),
    ];
    items.extend(piece.kind.as_deref().map(|kind| item(page::kind(l), &escape::inline(kind))));
    items.extend(piece.weeks.map(|weeks| item(page::duration(l), &page::weeks(l, weeks))));
    items.extend(piece.stop_when.as_deref().map(|when| item(page::stop_when(l), &escape::inline(when))));
    items
}

fn item(name: &str, value: &str) -> String {
    format!("- **{}:** {value}", escape::inline(name))
}

fn quote(quote: &Quote) -> String {
    let text = format!("> {}", escape::line(&quote.text));
    match &quote.source {
        Some(source) => format!("{text}\n>\n> – {}", escape::inline(source)),
        None => text,
    }
}

fn rule(align: Align) -> &'static str {
    match align {
        Align::Left => ":---",
        Align::Right => "---:",
        Align::Centre => ":---:",
    }
}

fn pipes(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn cells(row: &Row) -> Vec<String> {
    let indent = "&emsp;".repeat(usize::from(row.level));
    let texts = row.cells.iter().map(|cell| escape::inline(&cell.text)).enumerate();
    let set = texts.map(|(index, text)| {
        let text = if row.emphasis && !text.trim().is_empty() { format!("**{text}**") } else { text };
        if index == 0 { format!("{indent}{text}") } else { text }
    });
    set.collect()
}

fn plain(inline: &Inline) -> String {
    clean(&inline.0.iter().map(Span::text).collect::<String>())
}

fn inline(inline: &Inline) -> String {
    let spans = inline.0.iter().map(|span| match span {
        Span::Text(text) => escape::part(text),
        Span::Strong(text) if clean(text).is_empty() => escape::part(text),
        Span::Strong(text) => strong(&escape::part(text)),
        Span::Code(text) => escape::code(text),
    });
    spans.collect::<String>().trim().to_owned()
}

/// Asterisks must touch the words, so spaces at the ends move outside.
fn strong(text: &str) -> String {
    let words = text.trim_matches(' ');
    let before = &text[..text.len() - text.trim_start_matches(' ').len()];
    let after = &text[text.trim_end_matches(' ').len()..];
    format!("{before}**{words}**{after}")
}

/// Running text at the start of a line.
fn at_line_start(text: &Inline) -> String {
    escape::at_start(inline(text))
}
