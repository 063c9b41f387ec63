//! A screen as lines: a heading that stays, a body that scrolls, keys at the bottom. Decides what is in sight on a
//! terminal of a given height; knows neither the terminal nor what the lines mean.

use std::ops::Range;

use super::text::Line;

/// On a high terminal the keys do not wander off to its bottom.
const USUAL: usize = 24;
/// With fewer lines for the body than this, the keys make way.
const LEAST: usize = 8;

/// A screen before it is known how high the terminal is.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Stays at the top.
    pub(super) head: Vec<Line>,
    /// Scrolls when it is too long.
    pub(super) body: Vec<Line>,
    /// Stays at the bottom.
    pub(super) foot: Vec<Line>,
    /// Instead of that, on a terminal without room.
    pub(super) hint: Line,
    /// The lines of the body that someone points at.
    pub(super) focus: Option<Range<usize>>,
    /// Where someone types: a line of the body and a column.
    pub(super) cursor: Option<(usize, usize)>,
}

/// The lines of a terminal, from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) lines: Vec<Line>,
    /// Row and column of the cursor; hidden where there is none.
    pub(super) cursor: Option<(usize, usize)>,
}

impl Frame {
    /// What is in sight on `height` lines, from line `scroll` of the body on; `follow` moves that until what someone
    /// points at is in sight. `above` and `below` say that there is more.
    pub(super) fn shown(&self, height: usize, scroll: &mut usize, follow: bool, above: &str, below: &str) -> Shown {
        let (foot, room) = self.room(height);
        let last = self.body.len().saturating_sub(room);
        let focus = self.focus.clone().or(self.cursor.map(|(line, _)| line..line + 1));
        if let Some(focus) = focus.filter(|_| follow) {
            *scroll = (*scroll).max(focus.end.saturating_sub(room)).min(focus.start);
        }
        *scroll = (*scroll).min(last);
        let (from, to) = (*scroll, self.body.len().min(*scroll + room));
        let mark =
            |there: bool, words: &str| if there { Line::new(words, Default::default()) } else { Line::default() };
        let mut lines = if room + foot.len() + 2 + self.head.len() > height { Vec::new() } else { self.head.clone() };
        lines.push(mark(from > 0, above));
        let top = lines.len();
        lines.extend_from_slice(&self.body[from..to]);
        let high = height.min(USUAL.max(lines.len() + 1 + foot.len()));
        lines.resize(lines.len().max(high.saturating_sub(foot.len() + 1)), Line::default());
        lines.push(mark(to < self.body.len(), below));
        lines.extend(foot);
        lines.truncate(height);
        let cursor = self.cursor.filter(|(line, _)| (from..to).contains(line));
        Shown { lines, cursor: cursor.map(|(line, column)| (top + line - from, column)) }
    }

    /// How many lines a page is.
    pub(super) fn page(&self, height: usize) -> usize {
        self.room(height).1.saturating_sub(1).max(1)
    }

    /// The foot, and how many lines are left for the body. On a low terminal first the keys make way, then the heading.
    fn room(&self, height: usize) -> (Vec<Line>, usize) {
        let room = |foot: usize| height.saturating_sub(self.head.len() + foot + 2);
        let keys = self.foot.len();
        // Keys that take much of a terminal are there only while nothing has to scroll for them.
        if room(keys) >= self.body.len() || keys * 4 <= height && room(keys) >= LEAST {
            return (self.foot.clone(), room(keys));
        }
        let left = room(1);
        let left = if left >= LEAST.min(self.body.len()) { left } else { height.saturating_sub(3).max(1) };
        (vec![self.hint.clone()], left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(name: &str, count: usize) -> Vec<Line> {
        (0..count).map(|index| Line::new(format!("{name}{index}"), Default::default())).collect()
    }

    fn frame(body: usize, focus: Option<Range<usize>>) -> Frame {
        let hint = Line::new("hint", Default::default());
        Frame { head: numbered("h", 1), body: numbered("b", body), foot: numbered("f", 2), hint, focus, cursor: None }
    }

    fn texts(shown: &Shown) -> Vec<&str> {
        shown.lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn what_someone_points_at_is_in_sight_and_both_ends_say_that_there_is_more() {
        let mut scroll = 0;
        let shown = frame(30, Some(12..14)).shown(13, &mut scroll, true, "up", "down");
        assert_eq!(texts(&shown), ["h0", "up", "b6", "b7", "b8", "b9", "b10", "b11", "b12", "b13", "down", "f0", "f1"]);
        let shown = frame(30, Some(12..14)).shown(13, &mut 29, false, "up", "down");
        assert_eq!(shown.lines[9].text, "b29", "not further than the end");
        assert_eq!(shown.lines[10].text, "");
    }

    #[test]
    fn a_short_screen_keeps_its_keys_near_on_a_high_terminal() {
        let shown = frame(3, None).shown(60, &mut 0, true, "up", "down");
        assert_eq!((shown.lines.len(), shown.lines[23].text.as_str()), (24, "f1"));
    }

    #[test]
    fn on_a_low_terminal_the_keys_make_way_for_the_body_and_then_the_heading() {
        let shown = frame(30, None).shown(12, &mut 0, true, "up", "down");
        assert_eq!(texts(&shown)[0], "h0");
        assert_eq!(texts(&shown)[11], "hint");
        let shown = frame(30, None).shown(6, &mut 0, true, "up", "down");
        assert_eq!(texts(&shown), ["", "b0", "b1", "b2", "down", "hint"]);
        assert_eq!(frame(30, None).shown(1, &mut 0, true, "up", "down").lines.len(), 1);
    }
}
