//! What finds the group of a row, made of its texts while those are at hand: rows are handed out in another order than
//! they were read in.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::{FixedState, FoldHasher};

use super::super::wave::Wave;
use super::rows::Rows;

/// The most shards there are; a power of two.
pub(super) const SHARDS: usize = 64;

/// What finds the group of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Of the council's id.
    hash: u64,
    /// Where the table of the shard has the group.
    pub(super) place: u32,
    pub(super) short: Short,
    pub(super) wave: Option<Wave>,
    /// The hash of the wave, the name and the classes.
    pub(super) said: u64,
}

/// A text of at most fifteen bytes and its length, in two numbers; zero for a longer one, and for none.
pub(super) type Short = [u64; 2];

/// The short form of a text.
pub(super) fn short(text: &[u8]) -> Short {
    let length = (text.len() as u64) << 56;
    // Both ends, which overlap unless it is long; with the length they say what stands between.
    match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) if text.len() <= 15 => {
            return [u64::from_le_bytes(*first), u64::from_le_bytes(*last) >> 8 | length];
        }
        (Some(_), _) => return [0, 0],
        _ => {}
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return [u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)), length];
    }
    [text.iter().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)), length]
}

/// Whether a text stands in its short form; in that of none nothing does.
pub(super) fn is_short(short: Short) -> bool {
    short[1] > 0
}

impl Key {
    /// The key of a row of a block.
    pub(super) fn new(block: &[u8], rows: &Rows, row: usize, classes: usize) -> Key {
        let head = &rows.heads[row];
        let id = rows.text(block, head.council);
        let own = &rows.classes[row * classes..(row + 1) * classes];
        let texts = std::iter::once(&head.name).chain(own);
        // One after the other, each with what was said before it, so that it matters which of them says what.
        let said = texts.fold(place(1, head.wave), |before, &piece| hash(rows.text(block, piece), before));
        let of_id = hash(id, 0x7065_696c);
        let place = place(of_id, head.wave);
        Key { hash: of_id, place: (place ^ place >> 32) as u32, short: short(id), wave: head.wave, said }
    }

    /// The shard of the council, of so many: a power of two.
    pub(super) fn shard(&self, shards: usize) -> usize {
        (self.hash >> 32) as usize & (shards - 1)
    }
}

/// The hash of a text. That of a council's id chooses the shard by its upper bits, and finds it there.
fn hash(text: &[u8], seed: u64) -> u64 {
    let mut hasher: FoldHasher<'_> = FixedState::with_seed(seed).build_hasher();
    hasher.write(text);
    hasher.finish()
}

/// Where a shard's table has a group, by the hash of its council's id and its wave.
fn place(hash: u64, wave: Option<Wave>) -> u64 {
    let wave = match wave {
        None => 0,
        Some(Wave::Number(number)) => 1 + number as u64,
        Some(Wave::Day(day)) => {
            1 << 40 | (day.year() as u64 & 0xffff) << 10 | (day.month() as u64) << 5 | day.day() as u64
        }
    };
    hash ^ spread(wave)
}

/// A number of which few bits tell it apart, told apart by its upper bits too: times what Knuth takes for hashing by
/// multiplication, 2⁶⁴ divided by the golden ratio.
pub(super) fn spread(number: u64) -> u64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_that_differ_have_places_that_differ() {
        let days = (1000..3000).flat_map(|year| [format!("{year}-01-01"), format!("{year}-12-31")]);
        let written = days.chain((0..=9999).map(|number| format!("{number:04}")));
        let places = written.map(|text| place(7, Wave::parse(&text))).chain([place(7, None)]);
        assert_eq!(places.collect::<std::collections::HashSet<u64>>().len(), 2000 * 2 + 10_000 + 1);
    }

    #[test]
    fn texts_that_differ_have_short_forms_that_differ() {
        // Every text of up to sixteen letters of two kinds, and some with zeros, which fill up what is shorter.
        let mut seen = std::collections::HashSet::new();
        for length in 1..=15usize {
            for bits in 0..1u32 << length {
                let text: Vec<u8> = (0..length).map(|at| (bits >> at & 1) as u8).collect();
                assert!(is_short(short(&text)) && seen.insert(short(&text)), "{text:?}");
            }
        }
        assert!(!is_short(short(&[1; 16])));
    }
}
