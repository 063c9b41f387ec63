//! The one axis: from values to pixels, the numbers under it and the stages behind it.

use super::Scale;
use super::palette::{GRID, QUIET, SHADE};
use super::picture::{Anchor, Picture, Style};
use crate::language::rounding::Rounding;
use crate::language::{Language, number};

/// The numbers of the axis and the names of the stages.
pub(super) const SMALL: Style = Style::regular(12, QUIET);
/// The least distance between two names of stages on one line.
const GAP: i32 = 9;
/// How far a name may be pushed aside before it goes on a higher line instead.
const NUDGE: i32 = 14;

/// An axis between two x's of the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) max: f64,
}

impl Axis {
    pub(super) fn new(scale: &Scale, left: i32, right: i32) -> Self {
        Axis { left, right, max: scale.top() }
    }

    /// The x of a value; one outside the scale stands at the edge.
    pub(super) fn x(&self, value: f64) -> i32 {
        let share = (value / self.max).clamp(0.0, 1.0);
        self.left + (share * f64::from(self.right - self.left)).round() as i32
    }

    /// The x's of a range, lowest first.
    pub(super) fn range(&self, (low, high): (f64, f64)) -> (i32, i32) {
        let (a, b) = (self.x(low), self.x(high));
        (a.min(b), a.max(b))
    }

    /// Shades every second stage and draws a line at every number, between two y's. No line runs through a `gap`.
    pub(super) fn ground(&self, picture: &mut Picture, scale: &Scale, (top, bottom): (i32, i32), gaps: &[Gap]) {
        for stage in scale.spans().skip(1).step_by(2) {
            let (from, to) = self.range((stage.from, stage.to));
            picture.bar((from, top), (to - from, bottom - top), SHADE);
        }
        for value in ticks(self.max).0 {
            let x = self.x(value);
            let mut start = top;
            for gap in gaps.iter().filter(|gap| (gap.left..=gap.right).contains(&x)) {
                picture.bar((x, start), (1, gap.top - start), GRID);
                start = gap.bottom;
            }
            picture.bar((x, start), (1, bottom - start), GRID);
        }
    }

    /// Writes the numbers below `top`; returns the y below them.
    pub(super) fn numbers(&self, picture: &mut Picture, language: Language, top: i32) -> i32 {
        let (values, decimals) = ticks(self.max);
        let middle = top + SMALL.line_height() / 2;
        for value in values {
            let text = number::decimal(language, value, decimals);
            picture.text((self.x(value), middle + SMALL.baseline()), &text, SMALL, Anchor::Middle);
        }
        top + SMALL.line_height()
    }

    /// Half the width of the last number, which sticks out of the axis.
    pub(super) fn overhang(scale: &Scale, language: Language) -> i32 {
        let (_, decimals) = ticks(scale.top());
        SMALL.width(&number::decimal(language, scale.top(), decimals)) / 2 + 1
    }

    /// Writes the name of each stage above its stretch, below `top` and between the x's of `page`; names that do not
    /// fit beside each other go on higher lines. Returns the y below them.
    pub(super) fn stages(&self, picture: &mut Picture, scale: &Scale, (left, right): (i32, i32), top: i32) -> i32 {
        let mut ends: Vec<i32> = Vec::new();
        let mut placed = Vec::new();
        for stage in scale.spans() {
            let width = SMALL.width(stage.name);
            let middle = i32::midpoint(self.x(stage.from), self.x(stage.to));
            let start = (middle - width / 2).min(right - width).max(left);
            let pushed = |end: i32| start.max(end + GAP);
            let fits = |end: &i32| pushed(*end) <= start + NUDGE && pushed(*end) + width <= right;
            let line = ends.iter().position(fits).unwrap_or(ends.len());
            let start = ends.get(line).map_or(start, |end| pushed(*end));
            ends.resize(ends.len().max(line + 1), 0);
            ends[line] = start + width;
            placed.push((start, line as i32, stage.name));
        }
        let height = SMALL.line_height();
        let bottom = top + height * ends.len() as i32;
        for (start, line, name) in placed {
            let middle = bottom - height * line - height / 2;
            picture.text((start, middle + SMALL.baseline()), name, SMALL, Anchor::Start);
        }
        bottom
    }
}

/// A place where words stand in the ground of a chart, in pixels; several go from top to bottom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
}

struct Span<'a> {
    from: f64,
    to: f64,
    name: &'a str,
}

impl Scale {
    /// The highest value, or 1 where the one given cannot be one.
    pub(super) fn top(&self) -> f64 {
        if self.max.is_finite() && self.max > 0.0 { self.max } else { 1.0 }
    }

    /// A value with as many decimals as the scale bears.
    pub(super) fn number(&self, language: Language, value: f64) -> String {
        number::decimal(language, value, Rounding::on_scale_to(self.top()))
    }

    /// The ends of the scale as text.
    pub(super) fn ends(&self, language: Language) -> (String, String) {
        let (_, decimals) = ticks(self.top());
        (number::decimal(language, 0.0, decimals), number::decimal(language, self.top(), decimals))
    }

    fn spans(&self) -> impl Iterator<Item = Span<'_>> {
        let bounds = self.stages.iter().skip(1).map(|(from, _)| *from).chain([self.top()]);
        self.stages.iter().zip(bounds).map(|((from, name), to)| Span { from: *from, to, name })
    }
}

/// The numbers of an axis from 0 to `max`, at most six and the highest always among them, and the decimals they need.
pub(super) fn ticks(max: f64) -> (Vec<f64>, usize) {
    let magnitude = 10f64.powf(max.log10().floor());
    let steps = [0.2, 0.25, 0.5, 1.0, 2.0].map(|step| step * magnitude);
    let step = steps.into_iter().find(|step| max / step <= 5.0 + 1e-9).unwrap_or(max);
    let mut values: Vec<f64> = (0..=5).map(|index| f64::from(index) * step).collect();
    // The last step before the highest number makes room for it.
    values.retain(|value| max - value > step * 0.4);
    values.push(max);
    let whole = |decimals: i32| {
        let factor = 10f64.powi(decimals);
        values.iter().all(|value| ((value * factor).round() - value * factor).abs() < 1e-6)
    };
    let decimals = (0..3).find(|decimals| whole(*decimals)).unwrap_or(3);
    (values, decimals as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_an_axis_are_few_round_and_end_at_the_highest() {
        assert_eq!(ticks(4.0), (vec![0.0, 1.0, 2.0, 3.0, 4.0], 0));
        assert_eq!(ticks(3.0), (vec![0.0, 1.0, 2.0, 3.0], 0));
        assert_eq!(ticks(100.0), (vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0], 0));
        assert_eq!(ticks(10.0), (vec![0.0, 2.0, 4.0, 6.0, 8.0, 10.0], 0));
        assert_eq!(ticks(7.0), (vec![0.0, 2.0, 4.0, 6.0, 7.0], 0));
        let (values, decimals) = ticks(1.0);
        assert_eq!((values.len(), decimals), (6, 1));
    }

    #[test]
    fn a_value_outside_the_scale_stands_at_the_edge() {
        let axis = Axis { left: 100, right: 500, max: 4.0 };
        assert_eq!([-1.0, 0.0, 1.0, 4.0, 9.0].map(|value| axis.x(value)), [100, 100, 200, 500, 500]);
    }

    #[test]
    fn names_of_stages_that_do_not_fit_beside_each_other_go_on_higher_lines() {
        let stages = [(0.0, "startend"), (3.0, "samenwerkend"), (3.5, "vernieuwend")];
        let scale = Scale { max: 4.0, stages: stages.map(|(from, name)| (from, name.to_owned())).into() };
        let mut picture = Picture::default();
        let axis = Axis { left: 100, right: 500, max: 4.0 };
        let bottom = axis.stages(&mut picture, &scale, (14, 520), 0);
        assert_eq!(bottom, 2 * SMALL.line_height());
    }
}
