//! Where the parts of a dot plot stand: the columns of the picture and the height of each row.

use super::super::axis::{Axis, Gap};
use super::super::frame::{MARGIN, WIDTH};
use super::super::picture::LABEL;
use super::super::text;
use super::{DotPlot, DotRow, GROUP, MISSING, NUMBER};
use crate::language::Language;

/// More rows than this stand closer, with the numbers of the axis above them as well.
pub(super) const MANY: usize = 20;
/// The width at which a label wraps, unless one of its words is wider.
const LABEL_LIMIT: i32 = 250;
/// How far each level of nesting moves the label.
const INDENT: i32 = 16;
/// Deeper levels move no further.
const DEEPEST: u8 = 6;
/// The narrowest axis; the picture grows before the axis gets narrower.
const AXIS: i32 = 280;
/// From the labels to the axis, and from the axis to the numbers: a dot at the edge fits in.
const GAP: i32 = 18;

/// The columns of the picture.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) width: i32,
    pub(super) axis: (i32, i32),
}

impl Columns {
    /// The label column is as wide as the widest label, wrapped; `needed` is the width that the caption asks for.
    pub(super) fn of(chart: &DotPlot, language: Language, needed: i32) -> Self {
        let labels = chart.rows.iter().enumerate().map(|(index, row)| {
            let style = if heads_group(chart, index) { GROUP } else { LABEL };
            indent(row) + style.widest(&label_lines(chart, index))
        });
        let numbers = chart.rows.iter().map(|row| NUMBER.width(&text::clean(&row.value_text))).max().unwrap_or(0);
        let words = chart.rows.iter().filter_map(DotRow::missing).map(|words| MISSING.widest_word(words) + 12).max();
        let left = MARGIN + labels.max().unwrap_or(0) + GAP;
        let end = (if numbers > 0 { numbers + GAP } else { 0 }).max(Axis::overhang(&chart.scale, language)).max(10);
        let width = WIDTH.max(needed).max(left + AXIS.max(words.unwrap_or(0)) + end + MARGIN);
        Columns { width, axis: (left, width - MARGIN - end) }
    }
}

/// One row; y's count from the top of the first row.
#[derive(Clone, Debug)]
pub(super) struct RowLayout {
    pub(super) top: i32,
    pub(super) height: i32,
    /// The y of its dots and the middle of its label.
    pub(super) middle: i32,
    pub(super) indent: i32,
    pub(super) label: Vec<String>,
    pub(super) heads_group: bool,
    /// Whether a line leads from the label to the axis: not where a wrapped label would be struck through.
    pub(super) guided: bool,
    pub(super) missing: Option<Words>,
}

/// The words in place of a dot.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) x: i32,
    pub(super) middle: i32,
    pub(super) lines: Vec<String>,
}

/// All rows, top to bottom.
pub(super) fn rows(chart: &DotPlot, columns: &Columns, axis: &Axis) -> Vec<RowLayout> {
    let pitch = if chart.rows.len() > MANY { 22 } else { 32 };
    let mut top = 0;
    let mut rows = Vec::new();
    for (index, row) in chart.rows.iter().enumerate() {
        let label = label_lines(chart, index);
        let own = pitch.max(LABEL.line_height() * label.len() as i32 + 6);
        let middle = top + own / 2;
        let missing = row.missing().map(|words| place(words, row, columns, axis, middle));
        // Words that found no room beside the signs of the row stand under them and make the row higher.
        let below = missing.as_ref().map_or(0, |words| {
            let half = MISSING.line_height() * words.lines.len() as i32 / 2;
            (words.middle + half + 4 - (top + own)).max(0)
        });
        let empty = row.value().is_none() && extent(row, axis).is_none() && missing.is_none();
        rows.push(RowLayout {
            top,
            height: own + below,
            middle,
            indent: indent(row),
            label,
            heads_group: heads_group(chart, index),
            guided: !empty,
            missing,
        });
        top += own + below;
    }
    rows
}

/// Where words stand in place of dots, `top` being the y of the first row.
pub(super) fn gaps(rows: &[RowLayout], top: i32) -> Vec<Gap> {
    let words = rows.iter().filter_map(|row| row.missing.as_ref());
    let gap = |words: &Words| {
        let half = MISSING.line_height() * words.lines.len() as i32 / 2;
        let (left, right) = (words.x - 4, words.x + MISSING.widest(&words.lines) + 4);
        Gap { left, right, top: top + words.middle - half, bottom: top + words.middle + half }
    };
    words.map(gap).collect()
}

/// Puts the words where they cover no sign: at the left of the axis, else at the right of the signs, else under them.
fn place(words: &str, row: &DotRow, columns: &Columns, axis: &Axis, middle: i32) -> Words {
    let (left, right) = (columns.axis.0 + 8, columns.axis.1 - 6);
    let lines = MISSING.lines(words, right - left);
    let width = MISSING.widest(&lines);
    let height = MISSING.line_height();
    // Several lines reach above and below the middle of the row, so they always get room of their own.
    let under = middle + 12 + height * lines.len() as i32 / 2;
    let (x, middle) = match extent(row, axis) {
        None if lines.len() == 1 => (left, middle),
        None => (left, middle + height * (lines.len() as i32 - 1) / 2),
        Some((from, _)) if lines.len() == 1 && left + width + 8 <= from => (left, middle),
        Some((_, to)) if lines.len() == 1 && to + 8 + width <= right => (to + 8, middle),
        Some(_) => (left, under),
    };
    Words { x, middle, lines }
}

/// From the leftmost to the rightmost pixel of the signs of a row.
fn extent(row: &DotRow, axis: &Axis) -> Option<(i32, i32)> {
    let ticks = [row.previous(), row.median(), row.target()].into_iter().flatten().map(|value| (value, value));
    let ranges = [row.middle_half(), row.uncertainty()].into_iter().flatten();
    let spans: Vec<(i32, i32)> = ticks.chain(ranges).map(|range| axis.range(range)).collect();
    let from = spans.iter().map(|span| span.0).min()?;
    let to = spans.iter().map(|span| span.1).max()?;
    Some((from - 9, to + 9))
}

fn indent(row: &DotRow) -> i32 {
    INDENT * i32::from(row.level.min(DEEPEST))
}

fn heads_group(chart: &DotPlot, index: usize) -> bool {
    let level = chart.rows.get(index).map(|row| row.level);
    chart.rows.get(index + 1).is_some_and(|next| Some(next.level) > level)
}

fn label_lines(chart: &DotPlot, index: usize) -> Vec<String> {
    let style = if heads_group(chart, index) { GROUP } else { LABEL };
    chart.rows.get(index).map(|row| style.lines(&row.label, LABEL_LIMIT - indent(row))).unwrap_or_default()
}
