//! The signs of the charts, one shape and one colour per role, so that they are told apart in grey as well.

use super::palette::{BAND, COUNCIL, INK, PAPER, PEERS, PREVIOUS};
use super::picture::Picture;

/// This council: a filled dot with a rim of paper.
pub(super) fn value(picture: &mut Picture, at: (i32, i32)) {
    picture.dot(at, 7, PAPER);
    picture.dot(at, 6, COUNCIL);
}

/// The previous round: an open dot, wide enough to be seen around a filled one on the same spot.
pub(super) fn previous(picture: &mut Picture, at: (i32, i32)) {
    picture.ring(at, 8, PREVIOUS);
}

/// From the previous round to this one.
pub(super) fn change(picture: &mut Picture, from: i32, to: i32, y: i32) {
    picture.bar((from.min(to), y - 1), ((from - to).abs(), 2), PREVIOUS);
}

/// Another council, where each has its dot.
pub(super) fn peer(picture: &mut Picture, at: (i32, i32)) {
    picture.dot(at, 5, PEERS);
}

/// The middle half: a band, at least a hair wide.
pub(super) fn middle_half(picture: &mut Picture, (from, to): (i32, i32), y: i32) {
    picture.bar((from, y - 5), ((to - from).max(2), 10), BAND);
}

/// The median: a tick that sticks out of the band.
pub(super) fn median(picture: &mut Picture, (x, y): (i32, i32)) {
    picture.bar((x - 1, y - 9), (3, 18), PEERS);
}

/// The target: a thin tick under a small wedge that points down at it.
pub(super) fn target(picture: &mut Picture, (x, y): (i32, i32)) {
    picture.bar((x - 1, y - 8), (2, 18), INK);
    picture.shape(&[(x - 5, y - 10), (x + 5, y - 10), (x, y - 4)], INK);
}

/// Where the value could lie: a thin line with ends.
pub(super) fn uncertainty(picture: &mut Picture, (from, to): (i32, i32), y: i32) {
    picture.bar((from, y - 1), (to - from, 2), COUNCIL);
    for end in [from, to] {
        picture.bar((end - 1, y - 4), (2, 8), COUNCIL);
    }
}
