//! Blocks as HTML: text, lists, figures, advice cards, quotes.

use super::{escape, table};
use crate::language::{Language, page};
use crate::report::document::{Block, Card, Figure, Inline, Piece, Quote, Span};

/// Writes blocks and counts the tables and figures among them.
pub(super) struct Writer {
    language: Language,
    tables: usize,
    figures: usize,
}

impl Writer {
    pub(super) fn new(language: Language) -> Self {
        Writer { language, tables: 0, figures: 0 }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Lead(text) => format!("<p class=\"message\"><strong>{}</strong></p>\n", inline(text)),
            Block::Heading(title) => format!("<h3>{}</h3>\n", escape::text(title)),
            Block::Paragraph(text) => format!("<p>{}</p>\n", inline(text)),
            Block::Bullets(items) => {
                let items = items.iter().map(|item| format!("<li>{}</li>\n", inline(item)));
                format!("<ul>\n{}</ul>\n", items.collect::<String>())
            }
            Block::Note(text) => format!("<p class=\"note\">{}</p>\n", inline(text)),
            Block::Table(table) => {
                self.tables += 1;
                table::render(self.language, table, &page::table(self.language, self.tables))
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Cards(cards) => cards.iter().map(|card| self::card(self.language, card)).collect(),
            Block::Quotes(quotes) => quotes.iter().map(quote).collect(),
        }
    }

    /// Heading and description stand above the drawing: first the message, then what to look at.
    fn figure(&mut self, figure: &Figure) -> String {
        self.figures += 1;
        let svg = figure.drawing.svg(self.language, &format!("peil-figure-{}", self.figures));
        let heading = escape::text(&figure.heading);
        let label = page::figure(self.language, self.figures);
        format!(
            "<figure>\n<figcaption>\n<h3>{heading}</h3>\n<p>{}</p>\n</figcaption>\n\
             <section class=\"wide\" tabindex=\"0\" aria-label=\"{label}. {heading}\">\n{}\n</section>\n</figure>\n",
            escape::text(&figure.description),
            svg.trim_end(),
        )
    }
}

/// Running text.
pub(super) fn inline(inline: &Inline) -> String {
    let spans = inline.0.iter().map(|span| match span {
        Span::Text(text) => escape::part(text),
        Span::Strong(text) => format!("<strong>{}</strong>", escape::part(text)),
        Span::Code(text) => format!("<code>{}</code>", escape::part(text)),
    });
    spans.collect()
}

fn card(l: Language, card: &Card) -> String {
    let mut steps = format!("<li><span class=\"label\">{}</span> {}</li>", page::now(l), escape::text(&card.now));
    if let Some(next) = &card.next {
        steps += &format!("<li><span class=\"label\">{}</span> {}</li>", page::next(l), escape::text(next));
    }
    let pieces: String = card.pieces.iter().map(|piece| self::piece(l, piece)).collect();
    let blank = format!("<span class=\"unseen\">{}</span>", page::to_fill_in(l));
    let empty = |name: &str| format!("<div><dt>{name}</dt><dd>{blank}</dd></div>\n");
    format!(
        "<div class=\"card\">\n<h3>{}</h3>\n<ul class=\"steps\">{steps}</ul>\n{pieces}<dl class=\"blanks\">\n{}{}</dl>\n</div>\n",
        escape::text(&card.title),
        empty(page::owner(l)),
        empty(page::date(l)),
    )
}

fn piece(l: Language, piece: &Piece) -> String {
    let question = piece.question.as_deref();
    let question = question.map_or(String::new(), |question| format!("<h4>{}</h4>\n", escape::text(question)));
    let big = pair(page::think_big(l), &escape::text(&piece.think_big));
    let small = pair(page::act_small(l), &escape::text(&piece.act_small));
    let mut terms = String::new();
    terms += &piece.kind.as_deref().map_or(String::new(), |kind| pair(page::kind(l), &escape::text(kind)));
    terms += &piece.weeks.map_or(String::new(), |weeks| pair(page::duration(l), &page::weeks(l, weeks)));
    let stop = piece.stop_when.as_deref();
    terms += &stop.map_or(String::new(), |when| {
        format!("<div class=\"stop\"><dt>{}</dt><dd>{}</dd></div>\n", page::stop_when(l), escape::text(when))
    });
    let terms = if terms.is_empty() { terms } else { format!("<dl class=\"terms\">\n{terms}</dl>\n") };
    format!("{question}<dl class=\"pair\">\n{big}{small}</dl>\n{terms}")
}

fn pair(name: &str, value: &str) -> String {
    format!("<div><dt>{name}</dt><dd>{value}</dd></div>\n")
}

fn quote(quote: &Quote) -> String {
    let source = quote.source.as_deref();
    let source = source.map_or(String::new(), |source| format!("<figcaption>{}</figcaption>\n", escape::text(source)));
    let text = escape::text(&quote.text);
    format!("<figure class=\"quote\">\n<blockquote><p>{text}</p></blockquote>\n{source}</figure>\n")
}
