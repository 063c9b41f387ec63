//! A picture as a list of marks, in the order they are painted: what the charts make and [`super::paint`] paints.
//!
//! Coordinates are whole pixels with the origin at the top left; text stands on its baseline and is always horizontal.

use super::palette::{Colour, INK, PAPER};
use super::text::{self, Weight};

/// Where the given x of a text lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    Bar { x: i32, y: i32, width: i32, height: i32, fill: Colour },
    Line { from: (i32, i32), to: (i32, i32), stroke: Colour },
    Dot { x: i32, y: i32, radius: u32, fill: Colour },
    Ring { x: i32, y: i32, radius: u32, stroke: Colour },
    Shape { points: Vec<(i32, i32)>, fill: Colour },
    Text { x: i32, y: i32, text: String, style: Style, anchor: Anchor },
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: u32,
    pub(super) weight: Weight,
    pub(super) fill: Colour,
}

impl Style {
    pub(super) const fn regular(size: u32, fill: Colour) -> Self {
        Style { size, weight: Weight::Regular, fill }
    }

    pub(super) const fn bold(size: u32, fill: Colour) -> Self {
        Style { size, weight: Weight::Bold, fill }
    }

    /// The height of a line: what the font itself asks for (ascent and descent together are 1.362 of the size).
    pub(super) fn line_height(self) -> i32 {
        (f64::from(self.size) * 1.38).ceil() as i32
    }

    /// How far below the middle of a line its baseline is: half the height of a capital.
    pub(super) fn baseline(self) -> i32 {
        (f64::from(self.size) * 0.357).round() as i32
    }

    /// The width of a line in whole pixels, rounded up.
    pub(super) fn width(self, line: &str) -> i32 {
        text::width(line, f64::from(self.size), self.weight).ceil() as i32
    }

    /// The width of the widest line in whole pixels, rounded up.
    pub(super) fn widest(self, lines: &[String]) -> i32 {
        text::widest(lines, f64::from(self.size), self.weight).ceil() as i32
    }

    /// The width of the widest word in whole pixels, rounded up.
    pub(super) fn widest_word(self, text: &str) -> i32 {
        text::widest_word(text, f64::from(self.size), self.weight).ceil() as i32
    }

    /// The text in even lines of at most `limit` pixels where its words allow it.
    pub(super) fn lines(self, text: &str, limit: i32) -> Vec<String> {
        text::wrap_evenly(&text::clean(text), f64::from(limit), f64::from(self.size), self.weight)
    }
}

/// Labels and the names of things.
pub(super) const LABEL: Style = Style::regular(13, INK);

/// A picture under construction.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picture {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) marks: Vec<Mark>,
}

impl Picture {
    /// A filled rectangle; lines across and down are rectangles too, because those stay sharp.
    pub(super) fn bar(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), fill: Colour) {
        self.marks.push(Mark::Bar { x, y, width, height, fill });
    }

    /// A filled dot.
    pub(super) fn dot(&mut self, (x, y): (i32, i32), radius: u32, fill: Colour) {
        self.marks.push(Mark::Dot { x, y, radius, fill });
    }

    /// An open dot of paper, with a line of two pixels around it.
    pub(super) fn ring(&mut self, (x, y): (i32, i32), radius: u32, stroke: Colour) {
        self.dot((x, y), radius, PAPER);
        self.marks.push(Mark::Ring { x, y, radius, stroke });
    }

    /// A filled shape.
    pub(super) fn shape(&mut self, points: &[(i32, i32)], fill: Colour) {
        self.marks.push(Mark::Shape { points: points.to_vec(), fill });
    }

    /// One line of text; nothing when it is blank.
    pub(super) fn text(&mut self, (x, y): (i32, i32), text: &str, style: Style, anchor: Anchor) {
        let text = text::clean(text);
        if !text.is_empty() {
            self.marks.push(Mark::Text { x, y, text, style, anchor });
        }
    }

    /// Lines of text around a middle: the block is centred vertically on `y`.
    pub(super) fn block(&mut self, (x, y): (i32, i32), lines: &[String], style: Style, anchor: Anchor) {
        let step = style.line_height();
        let first = y - step * (lines.len() as i32 - 1) / 2 + style.baseline();
        for (line, index) in lines.iter().zip(0..) {
            self.text((x, first + step * index), line, style, anchor);
        }
    }

    /// Lines of text below `top`; returns the y below them.
    pub(super) fn paragraph(&mut self, (x, top): (i32, i32), lines: &[String], style: Style) -> i32 {
        let height = style.line_height() * lines.len() as i32;
        self.block((x, top + height / 2), lines, style, Anchor::Start);
        top + height
    }
}
