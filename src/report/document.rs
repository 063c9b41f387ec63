//! What a report consists of, in the order in which it is read.
//!
//! Plain data: words, tables and drawings. It knows nothing of scores, and nothing of HTML, Markdown or terminals.
//! Texts may come from anywhere, also from a hostile hand: renderers show every text as text.

use crate::charts::{self, ChartError};
use crate::language::Language;

/// A whole report. The first page is its title, its stamp, the lead and the first figure of the first section.
pub struct Document {
    /// The language all its texts are in.
    pub language: Language,
    /// The only heading of the highest rank.
    pub title: String,
    /// Under the title: questionnaire, wave, how much was answered, compared with whom.
    pub subtitle: String,
    /// Stands on top of every page, such as "for the participants only".
    pub stamp: Option<String>,
    /// The sentence that says the council assessed itself; at the foot of every page.
    pub self_assessed: String,
    /// One [`Block::Lead`] and three bullets.
    pub lead: Vec<Block>,
    /// The body.
    pub sections: Vec<Section>,
    /// Drawings of what the body says in a table, for those who take the drawings by themselves. No format shows them.
    pub drawings: Vec<Figure>,
    /// How the numbers came about, name by name; the last section, left out when empty.
    pub about: Vec<(String, Inline)>,
}

impl Document {
    /// Every block, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.lead.iter().chain(self.sections.iter().flat_map(|section| &section.blocks))
    }

    /// Every drawing there is of this document: its figures, and those of its tables.
    pub fn all_drawings(&self) -> impl Iterator<Item = &Figure> {
        self.figures().chain(&self.drawings)
    }

    /// Every figure, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }
}

/// A part of the body under its own heading.
pub struct Section {
    /// The anchor: lowercase letters, digits and hyphens; unique in the document. Names that begin with `peil-` are the
    /// renderer's own.
    pub id: String,
    /// The heading; where it can, it says the message.
    pub title: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// One thing under another.
pub enum Block {
    /// The one bold sentence of the first page.
    Lead(Inline),
    /// A heading inside a section.
    Heading(String),
    /// Running text.
    Paragraph(Inline),
    /// An unnumbered list.
    Bullets(Vec<Inline>),
    /// A table; tables are numbered in reading order.
    Table(Table),
    /// A chart. The table with its numbers follows it, because not every format shows a drawing.
    Figure(Figure),
    /// A boxed remark.
    Note(Inline),
    /// Pieces of advice.
    Cards(Vec<Card>),
    /// What respondents wrote.
    Quotes(Vec<Quote>),
}

/// A run of text, parts of which stand out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline(pub Vec<Span>);

/// A stretch of text in one manner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As it is.
    Text(String),
    /// Of importance.
    Strong(String),
    /// To be typed or compared letter by letter: a command, a hash, an id.
    Code(String),
}

impl Span {
    /// The words, whatever their manner.
    pub fn text(&self) -> &str {
        match self {
            Span::Text(text) | Span::Strong(text) | Span::Code(text) => text,
        }
    }
}

impl Inline {
    /// Text without anything that stands out.
    pub fn text(text: impl Into<String>) -> Self {
        Inline(vec![Span::Text(text.into())])
    }

    /// The same, followed by text.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Text(text.into()));
        self
    }

    /// The same, followed by text of importance.
    #[must_use]
    pub fn then_strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Strong(text.into()));
        self
    }

    /// The same, followed by something to be typed or compared.
    #[must_use]
    pub fn then_code(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Code(text.into()));
        self
    }
}

impl<T: Into<String>> From<T> for Inline {
    fn from(text: T) -> Self {
        Inline::text(text)
    }
}

/// Rows under named columns.
pub struct Table {
    /// What the table shows; the renderer puts "Table 3." before it.
    pub caption: String,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom; each has one cell per column.
    pub rows: Vec<Row>,
    /// What the reader must know beside it, under the table.
    pub note: Option<String>,
}

/// How a column is headed and set.
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Where its texts stand.
    pub align: Align,
    /// Its cells name their row. One column of a table, the first.
    pub is_row_header: bool,
    /// Its words never break, however long: they are ids, to be typed again.
    pub whole: bool,
}

impl Column {
    /// The column that names the rows.
    pub fn row_header(title: impl Into<String>) -> Self {
        Column { title: title.into(), align: Align::Left, is_row_header: true, whole: false }
    }

    /// Any other column.
    pub fn new(title: impl Into<String>, align: Align) -> Self {
        Column { title: title.into(), align, is_row_header: false, whole: false }
    }

    /// The same for ids, whose words never break.
    pub fn whole(self) -> Self {
        Column { whole: true, ..self }
    }
}

/// Where the text of a column stands: words left, numbers right, heat cells in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// In the middle.
    Centre,
}

/// One row of a table.
#[derive(Default)]
pub struct Row {
    /// One per column.
    pub cells: Vec<Cell>,
    /// How deep the row lies under the ones before it: 0 for the top, 1 for a part of it, …
    pub level: u8,
    /// The row stands out: a total, this council among others.
    pub emphasis: bool,
}

impl Row {
    /// A row at the top level that does not stand out.
    pub fn new(cells: Vec<Cell>) -> Self {
        Row { cells, ..Row::default() }
    }

    /// The same row, this deep.
    #[must_use]
    pub fn at_level(mut self, level: u8) -> Self {
        self.level = level;
        self
    }

    /// The same row, standing out.
    #[must_use]
    pub fn emphasised(mut self) -> Self {
        self.emphasis = true;
        self
    }
}

/// One field of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says; never empty, [`crate::language::number::MISSING`] stands for nothing.
    pub text: String,
    /// Its shade, from 0 (palest) to 4; it repeats what the text says. Higher counts as 4.
    pub heat: Option<u8>,
    /// A remark where the format has room for one, such as "2 of 5 questions answered". Nothing depends on it.
    pub title: Option<String>,
    /// How many marks stand behind the text in a format that shows no drawings, in place of a bar; they repeat what the
    /// text says.
    pub marks: u8,
}

impl Cell {
    /// A cell without a shade.
    pub fn new(text: impl Into<String>) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A shaded cell; `heat` from 0 to 4.
    pub fn heat(text: impl Into<String>, heat: u8) -> Self {
        Cell { text: text.into(), heat: Some(heat.min(4)), ..Cell::default() }
    }

    /// The same cell with so many marks behind it.
    #[must_use]
    pub fn with_marks(mut self, marks: u8) -> Self {
        self.marks = marks;
        self
    }

    /// The same cell with a remark.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// Something that can be drawn.
pub trait Drawing {
    /// One `<svg>` element for use inside a page, with text in `language`. Every id in it begins with `id`. Colours are
    /// presentation attributes (`fill="#00558C"`), so that a page can replace them in the dark.
    fn svg(&self, language: Language, id: &str) -> String;

    /// The drawing as an SVG file of its own, which must say what a page would say around it.
    fn file(&self, language: Language) -> String {
        self.svg(language, "figure")
    }

    /// The file as PNG on white paper, `scale` pixels for each of its units.
    ///
    /// # Errors
    /// When the picture would be too large, or its SVG cannot be read.
    fn png(&self, language: Language, scale: f32) -> Result<Vec<u8>, ChartError> {
        charts::rasterise(&self.file(language), scale)
    }

    /// What the drawing says to those who do not see it, in one or two sentences.
    fn alternative(&self, language: Language) -> String;
}

/// A drawing under its message.
pub struct Figure {
    /// The message: "Data and cooperation lag behind, strategy leads".
    pub heading: String,
    /// What is drawn, in which unit, over how many: "Score per dimension (0 to 4); grey: 21 similar councils".
    pub description: String,
    /// The name of its file without extension, for formats that keep drawings beside the text: lowercase letters, digits
    /// and hyphens; unique in the document.
    pub file_stem: String,
    /// The drawing.
    pub drawing: Box<dyn Drawing>,
}

/// What to do about one thing. Every card has an empty space for an owner and a date.
pub struct Card {
    /// What it is about: the question or the cell.
    pub title: String,
    /// The stage or step it stands at.
    pub now: String,
    /// The one after it; absent at the top.
    pub next: Option<String>,
    /// The advice: one piece, or of a cell those of its questions.
    pub pieces: Vec<Piece>,
}

/// One piece of advice.
pub struct Piece {
    /// The question it belongs to, where the card is not about that alone.
    pub question: Option<String>,
    /// The wide half.
    pub think_big: String,
    /// The half that can start at once.
    pub act_small: String,
    /// What sort of step, in words.
    pub kind: Option<String>,
    /// How long it may take.
    pub weeks: Option<u32>,
    /// When to give it up.
    pub stop_when: Option<String>,
}

/// What a respondent wrote.
pub struct Quote {
    /// The words as they were written.
    pub text: String,
    /// Who or where, if it may be said.
    pub source: Option<String>,
}
