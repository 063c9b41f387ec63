//! The names of the marked councils: flags above the dots, each on a thin pole, none across another.

use super::super::palette::COUNCIL;
use super::super::picture::{Anchor, Picture, Style};
use super::super::signs;
use super::StripPlot;
use crate::language::Language;
use crate::sorting;

/// How the names look.
pub(super) const NAME: Style = Style::bold(13, COUNCIL);
/// The width at which a name wraps, unless one of its words is wider.
const LIMIT: i32 = 200;
/// From the pole to the name, and after the name.
const GAP: i32 = 5;

/// One marked council; heights count upwards, the dot's from the floor, the name's from the highest dot.
#[derive(Clone, Debug)]
pub(super) struct Flag {
    /// The x of the dot and the pole.
    pub(super) x: i32,
    /// How high the dot is.
    pub(super) dot: i32,
    /// How high the lower edge of the name is, once arranged.
    pub(super) name_at: i32,
    /// The name in lines.
    pub(super) name: Vec<String>,
}

impl Flag {
    fn top(&self) -> i32 {
        self.name_at + NAME.line_height() * self.name.len() as i32
    }
}

/// The name and number of each marked council, in lines.
pub(super) fn names(chart: &StripPlot, language: Language) -> Vec<Vec<String>> {
    let name = |(name, value): &(String, f64)| {
        // The number stays on the line of the last word.
        NAME.lines(&format!("{name}\u{a0}{}", chart.scale.number(language, *value)), LIMIT)
    };
    chart.marked.iter().map(name).collect()
}

/// How much room the names need at the right of the axis: each starts at the x of its dot and goes to the right, and
/// that x moves when the axis shrinks.
pub(super) fn room_at_the_right(chart: &StripPlot, names: &[Vec<String>], (left, right): (i32, i32)) -> i32 {
    let full = f64::from(right - left);
    let needs = chart.marked().filter_map(|(which, _, value)| {
        let width = f64::from(NAME.widest(names.get(which)?) + GAP + super::PITCH);
        let share = (value / chart.scale.top()).clamp(0.0, 1.0);
        // The axis may be as long as: share × length + width ≤ full.
        (share > 0.0).then(|| full - (full - width) / share)
    });
    needs.fold(0.0, f64::max).ceil() as i32
}

/// Lifts each name above every pole and name that it would cover. From right to left: a name goes to the right of its
/// pole, so the poles of the flags still to come stand clear of it.
pub(super) fn arrange(mut flags: Vec<Flag>) -> Vec<Flag> {
    sorting::by_key(&mut flags, |flag| std::cmp::Reverse(flag.x));
    for index in 0..flags.len() {
        let (done, rest) = flags.split_at_mut(index);
        if let Some(flag) = rest.first_mut() {
            let end = flag.x + GAP + NAME.widest(&flag.name) + GAP;
            flag.name_at = done.iter().filter(|other| other.x <= end).map(Flag::top).max().unwrap_or(0);
        }
    }
    flags
}

/// How far the names reach above the highest dot.
pub(super) fn height(flags: &[Flag]) -> i32 {
    flags.iter().map(Flag::top).max().map_or(0, |top| top + 6)
}

/// Draws the pole, the dot and the name; `floor` is the y on which the dots stand, `base` that of the highest dot.
pub(super) fn draw(picture: &mut Picture, flag: &Flag, floor: i32, base: i32) {
    let (y, top) = (floor - flag.dot, base - flag.top());
    picture.bar((flag.x, top + 2), (1, y - top - 2), COUNCIL);
    signs::value(picture, (flag.x, y));
    let middle = base - (flag.name_at + flag.top()) / 2;
    picture.block((flag.x + GAP, middle), &flag.name, NAME, Anchor::Start);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(x: i32, name: &str) -> Flag {
        Flag { x, dot: 6, name_at: 0, name: vec![name.to_owned()] }
    }

    #[test]
    fn a_name_is_lifted_above_a_pole_that_it_would_cross() {
        let arranged = arrange(vec![flag(100, "Ninove 2,4"), flag(130, "Bornem 2,6"), flag(400, "Aalst 3,0")]);
        let lines: Vec<(i32, i32)> = arranged.iter().map(|flag| (flag.x, flag.name_at)).collect();
        assert_eq!(lines, [(400, 0), (130, 0), (100, NAME.line_height())]);
    }
}
