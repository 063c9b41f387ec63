//! The heat table: a number in every cell, the darker the higher. A cell without a number is hatched and never 0.

use super::axis::SMALL;
use super::frame::{self, MARGIN, WIDTH};
use super::palette::{self, BAND, INK, ON_RAMP, PAPER, QUIET, RAMP};
use super::picture::{Anchor, LABEL, Mark, Picture, Style};
use super::{Caption, Scale, Setting, finite, text};
use crate::language::number::MISSING;
use crate::language::{Language, charts as say, number};

const HEADER: Style = Style::bold(13, INK);
const NUMBER: u32 = 15;
/// The width at which the label of a row wraps, unless one of its words is wider.
const LABEL_LIMIT: i32 = 220;
/// The widest a column gets where there is room, and the narrowest where there is none.
const COLUMN: (i32, i32) = (160, 52);
/// From the left of the cells to the words that explain the hatching, past the ramp; and the hatched box before them.
const KEY_WIDTH: i32 = 290;
const KEY_BOX: (i32, i32) = (28, 12);
/// The distance between two lines of the hatching.
const HATCH: i32 = 8;
/// The most rows that are read out.
const READ_OUT: usize = 20;
/// Above this many rows the rows are lower.
const MANY: usize = 12;

/// A table with a number in every cell, the darker the higher.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatTable {
    /// What is said around it.
    pub caption: Caption,
    /// The scale; a fifth of it is a step of the ramp.
    pub scale: Scale,
    /// The headers of the columns, left to right.
    pub columns: Vec<String>,
    /// The rows, top to bottom.
    pub rows: Vec<HeatRow>,
}

/// A row of a heat table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatRow {
    /// What the row is about; always shown whole.
    pub label: String,
    /// One cell per column; cells that are not there are missing ones.
    pub cells: Vec<HeatCell>,
}

/// A cell of a heat table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatCell {
    /// The value on the scale; without one the cell is hatched.
    pub value: Option<f64>,
    /// The value as text, already rounded by whoever owns that; "–" stands in for a blank one.
    pub text: String,
}

impl HeatCell {
    fn value(&self) -> Option<f64> {
        finite(self.value)
    }

    fn words(&self, scale: &Scale, language: Language) -> String {
        match (text::clean(&self.text), self.value()) {
            (words, _) if !words.is_empty() => words,
            (_, Some(value)) => scale.number(language, value),
            (_, None) => MISSING.to_owned(),
        }
    }

    fn style(&self, max: f64) -> Style {
        let fill = self.value().map_or(INK, |value| ON_RAMP[palette::step(value, max)]);
        Style::bold(NUMBER, fill)
    }
}

/// Where the parts of a heat table stand.
struct Layout {
    width: i32,
    left: i32,
    column: i32,
    row: i32,
    headers: Vec<Vec<String>>,
}

impl HeatTable {
    pub(super) fn picture(&self, language: Language, setting: Setting) -> Picture {
        let layout = self.layout(language);
        let (mut picture, top) = frame::open(&self.caption, setting, layout.width);
        let deepest = layout.headers.iter().map(Vec::len).max().unwrap_or(0) as i32;
        let mut y = top + HEADER.line_height() * deepest + 6;
        for (header, index) in layout.headers.iter().zip(0..) {
            let middle = y - 6 - HEADER.line_height() * header.len() as i32 / 2;
            let x = layout.left + layout.column * index + layout.column / 2;
            picture.block((x, middle), header, HEADER, Anchor::Middle);
        }
        for row in &self.rows {
            y = self.draw_row(&mut picture, &layout, row, language, y);
        }
        y = self.draw_key(&mut picture, &layout, language, y + 12);
        frame::close(picture, &self.caption, setting, y)
    }

    fn layout(&self, language: Language) -> Layout {
        let labels = self.rows.iter().map(|row| LABEL.widest(&LABEL.lines(&row.label, LABEL_LIMIT)));
        let left = MARGIN + labels.max().unwrap_or(0) + 14;
        let headers = self.columns.iter().map(|header| HEADER.widest_word(header) + 14);
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let cells = cells.map(|cell| Style::bold(NUMBER, INK).width(&cell.words(&self.scale, language)) + 16);
        let count = self.columns.len().max(1) as i32;
        let roomy = ((WIDTH - MARGIN - left) / count).min(COLUMN.0);
        let column = headers.chain(cells).max().unwrap_or(0).max(COLUMN.1).max(roomy);
        let key = left + KEY_WIDTH + LABEL.width(say::no_number(language)) + MARGIN;
        let needed = frame::needed_width(&self.caption, &self.scale, &[]).max(key);
        Layout {
            width: WIDTH.max(left + column * count + MARGIN).max(needed),
            left,
            column,
            row: if self.rows.len() > MANY { 30 } else { 42 },
            headers: self.columns.iter().map(|header| HEADER.lines(header, column - 12)).collect(),
        }
    }

    fn draw_row(&self, picture: &mut Picture, layout: &Layout, row: &HeatRow, language: Language, y: i32) -> i32 {
        let label = LABEL.lines(&row.label, LABEL_LIMIT);
        let height = layout.row.max(LABEL.line_height() * label.len() as i32 + 8);
        picture.block((MARGIN, y + height / 2 - 1), &label, LABEL, Anchor::Start);
        let missing = HeatCell::default();
        for (index, x) in (0..self.columns.len()).zip(0..) {
            let cell = row.cells.get(index).unwrap_or(&missing);
            let corner = (layout.left + layout.column * x, y);
            // Two pixels of paper between the cells.
            let size = (layout.column - 2, height - 2);
            let words = cell.words(&self.scale, language);
            let style = cell.style(self.scale.top());
            match cell.value() {
                Some(value) => picture.bar(corner, size, RAMP[palette::step(value, self.scale.top())]),
                None => hatch(picture, corner, size, style.width(&words)),
            }
            let middle = (corner.0 + size.0 / 2, corner.1 + size.1 / 2 + style.baseline());
            picture.text(middle, &words, style, Anchor::Middle);
        }
        y + height
    }

    /// The ramp with its boundaries, and what a hatched cell is where there is one.
    fn draw_key(&self, picture: &mut Picture, layout: &Layout, language: Language, top: i32) -> i32 {
        let bounds: [String; 6] = std::array::from_fn(|fifth| {
            let bound = self.scale.top() * fifth as f64 / 5.0;
            // Fifths of a scale to 4, 5 or 100 need one decimal at most; whole ones are written without.
            number::decimal(language, bound, usize::from(bound.fract() != 0.0))
        });
        if self.cell_is_missing() {
            let x = layout.left + KEY_WIDTH - KEY_BOX.0 - 6;
            hatch(picture, (x, top), KEY_BOX, 0);
            let baseline = top + KEY_BOX.1 / 2 + SMALL.baseline();
            let style = Style::regular(SMALL.size, QUIET);
            picture.text((x + KEY_BOX.0 + 6, baseline), say::no_number(language), style, Anchor::Start);
        }
        frame::ramp(picture, &bounds, (layout.left, top))
    }

    fn cell_is_missing(&self) -> bool {
        let short = |row: &HeatRow| row.cells.len() < self.columns.len();
        self.rows.iter().any(|row| short(row) || row.cells.iter().any(|cell| cell.value().is_none()))
    }

    /// Every cell of up to twenty rows; of more, what the table is about.
    pub(super) fn text_alternative(&self, language: Language) -> String {
        let (lowest, highest) = self.scale.ends(language);
        let mut sentences = vec![say::heat_table(language, self.rows.len(), self.columns.len(), &lowest, &highest)];
        let read_out = if self.rows.len() > READ_OUT { &[] } else { self.rows.as_slice() };
        sentences.extend(read_out.iter().map(|row| self.sentence(row, language)));
        sentences.join(" ")
    }

    /// "Richten: Digitale strategie 2,1; Delen geen cijfer."
    fn sentence(&self, row: &HeatRow, language: Language) -> String {
        let cells = self.columns.iter().enumerate().map(|(index, column)| {
            let words = row.cells.get(index).map(|cell| cell.words(&self.scale, language));
            // A dash is read as nothing at all.
            let words = words.filter(|words| words != MISSING).unwrap_or_else(|| say::no_number(language).to_owned());
            format!("{column} {words}")
        });
        format!("{}: {}.", row.label, cells.collect::<Vec<_>>().join("; "))
    }
}

/// Slanted lines over a cell, with room for words of this width in the middle.
fn hatch(picture: &mut Picture, (x, y): (i32, i32), (width, height): (i32, i32), words: i32) {
    let mut start = HATCH - height;
    while start < width {
        // A line from the bottom at `start` up to the top, cut off at the sides of the cell.
        let from = start.max(0);
        let to = (start + height).min(width);
        if from < to {
            let line = |along: i32| (x + along, y + height - (along - start));
            picture.marks.push(Mark::Line { from: line(from), to: line(to), stroke: BAND });
        }
        start += HATCH;
    }
    if words > 0 {
        let (room, line) = (words + 12, 20.min(height));
        picture.bar((x + (width - room) / 2, y + (height - line) / 2), (room, line), PAPER);
    }
}
