//! The dot plot: rows with a dot each on one axis, before a band of the others. For the dimensions of one council and
//! for councils by name alike.

mod layout;
mod words;

use super::axis::Axis;
use super::frame::{self, MARGIN, Sign};
use super::palette::{GUIDE, INK, QUIET};
use super::picture::{Anchor, LABEL, Picture, Style};
use super::{Caption, Scale, Setting, finite, finite_range, signs};
use crate::language::{Language, charts as say};
use layout::{Columns, RowLayout};

/// The numbers at the right of the rows.
const NUMBER: Style = Style::bold(13, INK);
/// The label of a row that others are part of.
const GROUP: Style = Style::bold(13, INK);
/// The words in place of a dot.
const MISSING: Style = Style::regular(13, QUIET);

/// Rows with a dot each on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    /// What is said around it.
    pub caption: Caption,
    /// The axis.
    pub scale: Scale,
    /// The rows, top to bottom.
    pub rows: Vec<DotRow>,
    /// What the filled dot is, in the legend: the name of the council, or "score" where the rows are councils.
    pub who: String,
}

/// One row of a dot plot. Only what is present is drawn, a number that is not finite is not present; all numbers are on
/// the scale of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotRow {
    /// What the row is about; always shown whole.
    pub label: String,
    /// How deep it is nested, 0 for the outermost; a row followed by a deeper one is set as a heading of it.
    pub level: u8,
    /// The filled dot.
    pub value: Option<f64>,
    /// The open dot: the previous round.
    pub previous: Option<f64>,
    /// The band: the middle half of the others, from its lower to its upper end.
    pub middle_half: Option<(f64, f64)>,
    /// The tick on the band.
    pub median: Option<f64>,
    /// The tick with a wedge.
    pub target: Option<f64>,
    /// The thin line: where the value could lie, given the unknown answers.
    pub uncertainty: Option<(f64, f64)>,
    /// Words shown instead of a dot. They have no effect where there is a value.
    pub missing: Option<String>,
    /// The value as text, at the right of the row and in the text alternative: already rounded by whoever owns that.
    pub value_text: String,
    /// The number that this text stands for, where it is not that of the dot: the rows with the lowest and the highest of
    /// these are read out of many.
    pub told: Option<f64>,
}

impl DotRow {
    fn value(&self) -> Option<f64> {
        finite(self.value)
    }

    /// The number that is read out.
    fn told(&self) -> Option<f64> {
        self.value().and(finite(self.told).or(self.value()))
    }

    fn previous(&self) -> Option<f64> {
        finite(self.previous)
    }

    fn median(&self) -> Option<f64> {
        finite(self.median)
    }

    fn target(&self) -> Option<f64> {
        finite(self.target)
    }

    fn middle_half(&self) -> Option<(f64, f64)> {
        finite_range(self.middle_half)
    }

    fn uncertainty(&self) -> Option<(f64, f64)> {
        finite_range(self.uncertainty)
    }

    /// The words in place of the dot, where there is no dot.
    fn missing(&self) -> Option<&str> {
        self.missing.as_deref().filter(|words| self.value().is_none() && !words.trim().is_empty())
    }
}

impl DotPlot {
    pub(super) fn picture(&self, language: Language, setting: Setting) -> Picture {
        let legend = self.legend(language);
        let columns = Columns::of(self, language, frame::needed_width(&self.caption, &self.scale, &legend));
        let axis = Axis::new(&self.scale, columns.axis.0, columns.axis.1);
        let rows = layout::rows(self, &columns, &axis);

        let (mut picture, y) = frame::open(&self.caption, setting, columns.width);
        let y = frame::legend(&mut picture, &legend, y);
        let mut top = axis.stages(&mut picture, &self.scale, (MARGIN, columns.width - MARGIN), y) + 2;
        if rows.len() > layout::MANY {
            top = axis.numbers(&mut picture, language, top) + 2;
        }
        let bottom = top + rows.last().map_or(0, |row| row.top + row.height);
        axis.ground(&mut picture, &self.scale, (top, bottom), &layout::gaps(&rows, top));
        for (row, at) in self.rows.iter().zip(&rows) {
            draw_label(&mut picture, &columns, at, top);
            draw_signs(&mut picture, row, &axis, top + at.middle);
            draw_missing(&mut picture, at, top);
            draw_number(&mut picture, row, &columns, top + at.middle);
        }
        let y = axis.numbers(&mut picture, language, bottom + 3);
        frame::close(picture, &self.caption, setting, y)
    }

    /// What the signs mean; only those that are present.
    fn legend(&self, language: Language) -> Vec<(Sign, String)> {
        let has = |present: fn(&DotRow) -> bool| self.rows.iter().any(present);
        let items = [
            (Sign::Value, self.who.clone(), has(|row| row.value().is_some())),
            (Sign::Previous, say::previous_round(language).into(), has(|row| row.previous().is_some())),
            (Sign::MiddleHalf, say::middle_half(language).into(), has(|row| row.middle_half().is_some())),
            (Sign::Median, say::median(language).into(), has(|row| row.median().is_some())),
            (Sign::Target, say::target(language).into(), has(|row| row.target().is_some())),
            (Sign::Uncertainty, say::uncertainty(language).into(), has(|row| row.uncertainty().is_some())),
        ];
        items.into_iter().filter(|item| item.2).map(|(sign, words, _)| (sign, words)).collect()
    }
}

fn draw_label(picture: &mut Picture, columns: &Columns, at: &RowLayout, top: i32) {
    let middle = top + at.middle;
    let style = if at.heads_group { GROUP } else { LABEL };
    picture.block((MARGIN + at.indent, middle), &at.label, style, Anchor::Start);
    // The line starts at the end of the label, so that the eye finds its dot across a wide margin.
    let start = MARGIN + at.indent + style.widest(&at.label) + 8;
    let mut from = start;
    for gap in
        layout::gaps(std::slice::from_ref(at), top).iter().filter(|gap| gap.top <= middle && middle <= gap.bottom)
    {
        picture.bar((from, middle), (gap.left - from, 1), GUIDE);
        from = gap.right;
    }
    if at.guided && from < columns.axis.1 {
        picture.bar((from, middle), (columns.axis.1 - from, 1), GUIDE);
    }
}

/// From back to front, so that this council is always on top.
fn draw_signs(picture: &mut Picture, row: &DotRow, axis: &Axis, y: i32) {
    if let Some(range) = row.middle_half() {
        signs::middle_half(picture, axis.range(range), y);
    }
    if let Some(median) = row.median() {
        signs::median(picture, (axis.x(median), y));
    }
    if let (Some(previous), Some(value)) = (row.previous(), row.value()) {
        signs::change(picture, axis.x(previous), axis.x(value), y);
    }
    if let Some(range) = row.uncertainty() {
        signs::uncertainty(picture, axis.range(range), y);
    }
    if let Some(previous) = row.previous() {
        signs::previous(picture, (axis.x(previous), y));
    }
    if let Some(value) = row.value() {
        signs::value(picture, (axis.x(value), y));
    }
    if let Some(target) = row.target() {
        signs::target(picture, (axis.x(target), y));
    }
}

fn draw_missing(picture: &mut Picture, at: &RowLayout, top: i32) {
    if let Some(words) = &at.missing {
        picture.block((words.x, top + words.middle), &words.lines, MISSING, Anchor::Start);
    }
}

fn draw_number(picture: &mut Picture, row: &DotRow, columns: &Columns, y: i32) {
    let style = if row.value().is_some() { NUMBER } else { MISSING };
    picture.text((columns.width - MARGIN, y + style.baseline()), &row.value_text, style, Anchor::End);
}
