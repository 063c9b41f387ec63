//! The strip plot: all values of a group on one axis, one dot each; with many values a histogram of the same look.

mod flags;

use super::axis::{Axis, SMALL, ticks};
use super::frame::{self, MARGIN, Sign, WIDTH};
use super::palette::{GRID, PEERS};
use super::picture::{Anchor, Picture};
use super::{Caption, Scale, Setting, finite, finite_range, signs};
use crate::language::{Language, charts as say, number};
use flags::Flag;

/// From this many values on, and where dots would be stacked higher than [`TALLEST`], it is a histogram.
const MANY: usize = 60;
const TALLEST: usize = 20;
/// From dot to dot, in a stack and between stacks.
const PITCH: i32 = 11;
/// The bars of the histogram over the whole axis, and the height of the highest.
const BARS: usize = 20;
const HEIGHT: i32 = 130;

/// All values of a group on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct StripPlot {
    /// What is said around it.
    pub caption: Caption,
    /// The axis.
    pub scale: Scale,
    /// The values without a name, in any order. Values that are not finite are left out.
    pub points: Vec<f64>,
    /// The councils that are drawn in their own colour with their name. They are not repeated in `points`.
    pub marked: Vec<(String, f64)>,
    /// The tick under the dots.
    pub median: Option<f64>,
    /// The band under the dots, from its lower to its upper end.
    pub middle_half: Option<(f64, f64)>,
}

/// One pile of values: dots in a column, or a bar.
#[derive(Clone, Debug, Default)]
struct Pile {
    points: usize,
    /// Which of the marked ones stand on top of it, bottom to top.
    marked: Vec<usize>,
}

impl Pile {
    fn size(&self) -> usize {
        self.points + self.marked.len()
    }
}

/// The piles of a chart, and how they are drawn.
struct Piles {
    piles: Vec<Pile>,
    bars: bool,
}

impl StripPlot {
    pub(super) fn picture(&self, language: Language, setting: Setting) -> Picture {
        let legend = self.legend(language);
        let names = flags::names(self, language);
        let widest_flag = names.iter().map(|name| flags::NAME.widest(name)).max().unwrap_or(0);
        let width =
            WIDTH.max(frame::needed_width(&self.caption, &self.scale, &legend)).max(widest_flag + 2 * MARGIN + 320);
        let count = number::whole(language, self.count() as u64);
        let left = MARGIN + if self.is_histogram() { SMALL.width(&count) + 10 } else { 8 };
        let end = flags::room_at_the_right(self, &names, (left, width - MARGIN));
        let axis =
            Axis::new(&self.scale, left, width - MARGIN - end.max(Axis::overhang(&self.scale, language)).max(10));

        let (mut picture, y) = frame::open(&self.caption, setting, width);
        let y = frame::legend(&mut picture, &legend, y);
        let top = axis.stages(&mut picture, &self.scale, (MARGIN, width - MARGIN), y) + 2;
        let piles = self.piles(&axis);
        let flags = self.flags(&axis, &piles, names);
        let base = top + flags::height(&flags) + 10;
        let floor = base + piles.height();
        let band = self.median().is_some() || self.middle_half().is_some();
        let bottom = floor + if band { 26 } else { 6 };
        axis.ground(&mut picture, &self.scale, (top, bottom), &[]);
        piles.draw(&mut picture, &axis, language, floor);
        for flag in &flags {
            flags::draw(&mut picture, flag, floor, base);
        }
        self.draw_band(&mut picture, &axis, floor + 14);
        let y = axis.numbers(&mut picture, language, bottom + 3);
        frame::close(picture, &self.caption, setting, y)
    }

    fn points(&self) -> impl Iterator<Item = f64> {
        self.points.iter().copied().filter(|value| value.is_finite())
    }

    fn marked(&self) -> impl Iterator<Item = (usize, &str, f64)> {
        let numbered = self.marked.iter().enumerate().map(|(index, (name, value))| (index, name.as_str(), *value));
        numbered.filter(|(_, _, value)| value.is_finite())
    }

    fn median(&self) -> Option<f64> {
        finite(self.median)
    }

    fn middle_half(&self) -> Option<(f64, f64)> {
        finite_range(self.middle_half)
    }

    fn count(&self) -> usize {
        self.points().count() + self.marked().count()
    }

    fn is_histogram(&self) -> bool {
        // The stacks do not depend on where exactly the axis is, but on how many fit on it: ask with a usual one.
        let axis = Axis::new(&self.scale, MARGIN, WIDTH - MARGIN);
        let tallest = || self.stacks(&axis).iter().map(Pile::size).max().unwrap_or(0);
        self.count() >= MANY || tallest() > TALLEST
    }

    fn piles(&self, axis: &Axis) -> Piles {
        let bars = self.is_histogram();
        let piles = if bars { self.pile(BARS, |value| bar_of(value, axis.max)) } else { self.stacks(axis) };
        Piles { piles, bars }
    }

    fn stacks(&self, axis: &Axis) -> Vec<Pile> {
        let last = stacks_on(axis);
        let stack = |value: f64| ((value / axis.max).clamp(0.0, 1.0) * f64::from(last)).round() as usize;
        self.pile(last.unsigned_abs() as usize + 1, stack)
    }

    fn pile(&self, count: usize, index: impl Fn(f64) -> usize) -> Vec<Pile> {
        let mut piles = vec![Pile::default(); count];
        for value in self.points() {
            if let Some(pile) = piles.get_mut(index(value)) {
                pile.points += 1;
            }
        }
        for (which, _, value) in self.marked() {
            if let Some(pile) = piles.get_mut(index(value)) {
                pile.marked.push(which);
            }
        }
        piles
    }

    /// Where the marked ones stand, with their names.
    fn flags(&self, axis: &Axis, piles: &Piles, names: Vec<Vec<String>>) -> Vec<Flag> {
        let spot = |which: usize, value: f64| {
            let at = piles.piles.iter().position(|pile| pile.marked.contains(&which))?;
            let pile = piles.piles.get(at)?;
            let above = pile.marked.iter().position(|other| *other == which)?;
            Some(if piles.bars {
                (axis.x(value), piles.bar_height(pile.size()) + 10 + 14 * above as i32)
            } else {
                (middle(axis, at as i32), 6 + (pile.points + above) as i32 * PITCH)
            })
        };
        let placed = self.marked().filter_map(|(which, _, value)| {
            let (x, height) = spot(which, value)?;
            Some(Flag { x, dot: height, name_at: 0, name: names.get(which)?.clone() })
        });
        flags::arrange(placed.collect())
    }

    fn draw_band(&self, picture: &mut Picture, axis: &Axis, y: i32) {
        if let Some(range) = self.middle_half() {
            signs::middle_half(picture, axis.range(range), y);
        }
        if let Some(median) = self.median() {
            signs::median(picture, (axis.x(median), y));
        }
    }

    /// What the signs mean; the marked ones carry their name.
    fn legend(&self, language: Language) -> Vec<(Sign, String)> {
        let bars = self.is_histogram();
        let items = [
            (Sign::Bar, say::number_of_councils(language), bars),
            (Sign::Peer, say::one_council(language), !bars && self.points().next().is_some()),
            (Sign::MiddleHalf, say::middle_half(language), self.middle_half().is_some()),
            (Sign::Median, say::median(language), self.median().is_some()),
        ];
        items.into_iter().filter(|item| item.2).map(|(sign, words, _)| (sign, words.to_owned())).collect()
    }

    pub(super) fn text_alternative(&self, language: Language) -> String {
        let (bottom, top) = self.scale.ends(language);
        let number = |value| self.scale.number(language, value);
        let mut sentences = vec![say::strip_plot(language, self.count(), &bottom, &top)];
        let all = || self.points().chain(self.marked().map(|(_, _, value)| value));
        if let (Some(low), Some(high)) = (all().min_by(f64::total_cmp), all().max_by(f64::total_cmp)) {
            sentences.push(say::councils_lie_between(language, &number(low), &number(high)));
        }
        sentences.extend(self.median().map(|value| say::the_median_is(language, &number(value))));
        let half = self.middle_half().map(|(low, high)| (number(low), number(high)));
        sentences.extend(half.map(|(low, high)| say::the_middle_half_lies_between(language, &low, &high)));
        sentences.extend(self.marked().map(|(_, name, value)| format!("{name}: {}.", number(value))));
        sentences.join(" ")
    }
}

impl Piles {
    fn highest(&self) -> usize {
        self.piles.iter().map(Pile::size).max().unwrap_or(0)
    }

    /// From the floor to the top of the highest pile.
    fn height(&self) -> i32 {
        if self.bars { HEIGHT + 18 } else { 12 + PITCH * (self.highest() as i32 - 1).max(0) }
    }

    fn bar_height(&self, count: usize) -> i32 {
        let share = count as f64 / self.highest().max(1) as f64;
        (share * f64::from(HEIGHT)).round() as i32
    }

    fn draw(&self, picture: &mut Picture, axis: &Axis, language: Language, floor: i32) {
        if self.bars {
            self.draw_counts(picture, axis, language, floor);
        }
        for (pile, index) in self.piles.iter().zip(0..) {
            if self.bars {
                let (from, to) = (edge(axis, index), edge(axis, index + 1));
                let height = self.bar_height(pile.size());
                if height > 0 {
                    picture.bar((from + 1, floor - height), (to - from - 1, height), PEERS);
                }
            } else {
                for above in 0..pile.points as i32 {
                    signs::peer(picture, (middle(axis, index), floor - 6 - above * PITCH));
                }
            }
        }
    }

    /// Lines across at round counts, with the count at the left.
    fn draw_counts(&self, picture: &mut Picture, axis: &Axis, language: Language, floor: i32) {
        let highest = self.highest();
        let (counts, _) = ticks(highest.max(1) as f64);
        // Only whole counts at even distances, as far as they go: the highest bar itself is seldom a round number.
        let step = counts.get(1).map_or(1, |step| (step.ceil() as usize).max(1));
        for count in (0..=highest).step_by(step) {
            let y = floor - self.bar_height(count);
            picture.bar((axis.left, y), (axis.right - axis.left, 1), GRID);
            let text = number::whole(language, count as u64);
            picture.text((axis.left - 8, y + SMALL.baseline()), &text, SMALL, Anchor::End);
        }
    }
}

/// The number of the last stack, counted from 0: as many as fit, with one exactly on every number of the axis.
fn stacks_on(axis: &Axis) -> i32 {
    let intervals = (ticks(axis.max).0.len() as i32 - 1).max(1);
    let fitting = (axis.right - axis.left) / PITCH;
    (fitting - fitting % intervals).max(1)
}

/// The x of the middle of a stack.
fn middle(axis: &Axis, stack: i32) -> i32 {
    axis.x(f64::from(stack) / f64::from(stacks_on(axis)) * axis.max)
}

/// The x of the left edge of a bar.
fn edge(axis: &Axis, bar: i32) -> i32 {
    axis.x(f64::from(bar) / BARS as f64 * axis.max)
}

/// The bar a value stands in; the highest value stands in the last one.
fn bar_of(value: f64, max: f64) -> usize {
    let share = (value / max).clamp(0.0, 1.0);
    ((share * BARS as f64 + 1e-9) as usize).min(BARS - 1)
}
