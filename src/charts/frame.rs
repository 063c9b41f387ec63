//! What stands around every chart: heading and subtitle above, the legend, the note below.

use super::axis::SMALL;
use super::palette::{INK, PAPER, PEERS, QUIET, RAMP};
use super::picture::{Anchor, LABEL, Picture, Style};
use super::{Caption, Scale, Setting, signs};

/// The least distance of anything to the edge.
pub(super) const MARGIN: i32 = 14;
/// The width of a chart that needs no more; in a page it takes the width of the column.
pub(super) const WIDTH: i32 = 720;

const HEADING: Style = Style::bold(18, INK);
const SUBTITLE: Style = Style::regular(13, QUIET);
const NOTE: Style = Style::regular(12, QUIET);
/// The gaps after a sign of the legend and after its words.
const AFTER_SIGN: i32 = 8;
const AFTER_WORDS: i32 = 24;

/// A sign that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Value,
    Previous,
    Uncertainty,
    MiddleHalf,
    Median,
    Target,
    Peer,
    Bar,
}

impl Sign {
    /// The room it takes in the legend.
    fn width(self) -> i32 {
        match self {
            Sign::Value | Sign::Peer | Sign::Bar => 14,
            Sign::Previous => 18,
            Sign::Median | Sign::Target => 10,
            Sign::MiddleHalf | Sign::Uncertainty => 30,
        }
    }
}

/// Begins a picture of this width with heading and subtitle; returns it and the y below them.
pub(super) fn open(caption: &Caption, setting: Setting, width: i32) -> (Picture, i32) {
    let mut picture = Picture { width, ..Picture::default() };
    if setting == Setting::InPage {
        return (picture, 2);
    }
    let limit = width - 2 * MARGIN;
    // The paper is first among the marks; its height is known at the end.
    picture.bar((0, 0), (width, 0), PAPER);
    let mut y = picture.paragraph((MARGIN, MARGIN - 4), &HEADING.lines(&caption.heading, limit), HEADING);
    let subtitle = SUBTITLE.lines(&caption.subtitle, limit);
    if !subtitle.is_empty() {
        y = picture.paragraph((MARGIN, y + 2), &subtitle, SUBTITLE);
    }
    (picture, y + 10)
}

/// The width a picture needs for its caption, stages and legend: no word of them may stick out.
pub(super) fn needed_width(caption: &Caption, scale: &Scale, legend: &[(Sign, String)]) -> i32 {
    let heading = HEADING.widest_word(&caption.heading);
    let subtitle = SUBTITLE.widest_word(&caption.subtitle);
    let note = NOTE.widest_word(&caption.note);
    let stages = scale.stages.iter().map(|(_, name)| SMALL.width(name));
    let signs = legend.iter().map(|(sign, words)| sign.width() + AFTER_SIGN + LABEL.widest_word(words));
    [heading, subtitle, note].into_iter().chain(stages).chain(signs).max().unwrap_or(0) + 2 * MARGIN
}

/// Ends a picture with the note, below `y`.
pub(super) fn close(mut picture: Picture, caption: &Caption, setting: Setting, y: i32) -> Picture {
    let mut bottom = y + 4;
    if setting == Setting::Alone {
        let note = NOTE.lines(&caption.note, picture.width - 2 * MARGIN);
        if !note.is_empty() {
            bottom = picture.paragraph((MARGIN, bottom + 8), &note, NOTE);
        }
        bottom += MARGIN - 4;
        if let Some(super::picture::Mark::Bar { height, .. }) = picture.marks.first_mut() {
            *height = bottom;
        }
    }
    picture.height = bottom;
    picture
}

/// Draws the legend below `top`, as many lines as it takes; returns the y below it.
pub(super) fn legend(picture: &mut Picture, items: &[(Sign, String)], top: i32) -> i32 {
    let right = picture.width - MARGIN;
    let step = LABEL.line_height() + 4;
    let (mut x, mut y, mut rows) = (MARGIN, top, 0);
    for (sign, words) in items {
        let indent = sign.width() + AFTER_SIGN;
        let lines = LABEL.lines(words, right - MARGIN - indent);
        let width = indent + LABEL.widest(&lines);
        if x > MARGIN && x + width > right {
            (x, y, rows) = (MARGIN, y + step * rows, 0);
        }
        draw(picture, *sign, (x, y + step / 2));
        let first = y + step / 2 + LABEL.baseline();
        for (line, index) in lines.iter().zip(0..) {
            picture.text((x + indent, first + step * index), line, LABEL, Anchor::Start);
        }
        x += width + AFTER_WORDS;
        rows = rows.max(lines.len() as i32);
    }
    if items.is_empty() { top } else { y + step * rows + 8 }
}

fn draw(picture: &mut Picture, sign: Sign, (x, y): (i32, i32)) {
    let width = sign.width();
    let middle = (x + width / 2, y);
    match sign {
        Sign::Value => signs::value(picture, middle),
        Sign::Previous => signs::previous(picture, middle),
        Sign::Uncertainty => signs::uncertainty(picture, (x + 1, x + width - 1), y),
        Sign::MiddleHalf => signs::middle_half(picture, (x, x + width), y),
        Sign::Median => signs::median(picture, middle),
        Sign::Target => signs::target(picture, middle),
        Sign::Peer => signs::peer(picture, middle),
        Sign::Bar => picture.bar((x, y - 7), (width, 14), PEERS),
    }
}

/// The ramp of a heat table as five boxes with the boundaries under them, below `top`; returns the y below it.
pub(super) fn ramp(picture: &mut Picture, bounds: &[String; 6], (left, top): (i32, i32)) -> i32 {
    const BOX: (i32, i32) = (44, 12);
    for (colour, index) in RAMP.into_iter().zip(0..) {
        picture.bar((left + BOX.0 * index, top), (BOX.0 - 1, BOX.1), colour);
    }
    let baseline = top + BOX.1 + 2 + NOTE.line_height() / 2 + NOTE.baseline();
    for (bound, index) in bounds.iter().zip(0..) {
        picture.text((left + BOX.0 * index, baseline), bound, NOTE, Anchor::Middle);
    }
    top + BOX.1 + 2 + NOTE.line_height()
}
