//! From the parser's count of characters to offsets in bytes.

use std::cell::{Cell, RefCell};

use super::feed::Trail;
use super::surrogates::{READ, WRITTEN};

/// Where things stand in the text as written, while a parser reads it.
pub(super) struct Offsets<'a> {
    /// The text as written.
    pub(super) text: &'a str,
    /// The text as the parser gets it.
    read: &'a str,
    /// How many bytes of that come before the text as written.
    before: usize,
    /// Where the escapes stand in the text as written that the parser reads as shorter ones.
    pairs: &'a [usize],
    trail: &'a RefCell<Trail>,
    /// The step that was used last: places are asked for nearly in their order.
    step: Cell<usize>,
    /// The first text in quotes that has not been asked for.
    kept: Cell<usize>,
}

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str, read: &'a str, pairs: &'a [usize], trail: &'a RefCell<Trail>) -> Offsets<'a> {
        Offsets { text, read, before: 0, pairs, trail, step: Cell::new(0), kept: Cell::new(0) }
    }

    /// The same where so many bytes stand before the text as written.
    pub(super) fn behind(self, before: usize) -> Offsets<'a> {
        Offsets { before, ..self }
    }

    /// The offset of a character in the text as written; that of one past the end is the end.
    pub(super) fn byte(&self, character: usize) -> u32 {
        self.written(self.read_byte(character))
    }

    /// The offset in the text as written of one in that of the parser.
    pub(super) fn written(&self, byte: u32) -> u32 {
        let byte = byte.saturating_sub(self.before as u32);
        if self.pairs.is_empty() {
            return byte.min(self.text.len() as u32);
        }
        let shorter = WRITTEN - READ;
        // Of the escapes before this byte each is shorter by so much.
        let (mut low, mut high) = (0, self.pairs.len());
        while low < high {
            let middle = (low + high) / 2;
            let end = self.pairs[middle] - middle * shorter + READ;
            if end <= byte as usize { low = middle + 1 } else { high = middle }
        }
        (byte as usize + low * shorter).min(self.text.len()) as u32
    }

    /// The same in the text as the parser gets it.
    fn read_byte(&self, character: usize) -> u32 {
        const FAR: usize = 8;
        let trail = self.trail.borrow();
        let steps = &trail.steps;
        let reached = |index: usize| steps.get(index).is_some_and(|(first, _)| *first as usize <= character);
        let mut after = self.step.get().min(steps.len());
        let last = after;
        while after > 0 && !reached(after - 1) && last - after < FAR {
            after -= 1;
        }
        while reached(after) && after - last.min(after) < FAR {
            after += 1;
        }
        if reached(after) || after > 0 && !reached(after - 1) {
            after = steps.partition_point(|(first, _)| *first as usize <= character);
        }
        self.step.set(after);
        let behind = after.checked_sub(1).map_or(0, |step| steps[step].1);
        (character as u64 + u64::from(behind)).min(self.read.len() as u64) as u32
    }

    /// The words between the quotes at this character, where the parser did not see them.
    pub(super) fn kept(&self, character: usize) -> Option<&'a str> {
        let start = self.read_byte(character) + 1;
        let trail = self.trail.borrow();
        let mut next = self.kept.get();
        while trail.kept.get(next).is_some_and(|(from, _)| *from < start) {
            next += 1;
        }
        self.kept.set(next);
        let (from, to) = trail.kept.get(next).filter(|(from, _)| *from == start)?;
        self.read.get(*from as usize..*to as usize)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use saphyr_parser::Input;

    use super::Offsets;
    use crate::yaml::feed::{Feed, Trail};

    #[test]
    fn offsets_are_those_of_the_text_whatever_its_characters_and_in_whatever_order_they_are_asked_for() {
        for text in ["a".repeat(200), "é🚀a".repeat(70), "aé".to_owned(), "🚀".to_owned(), String::new()] {
            let trail = RefCell::new(Trail::default());
            let mut feed = Feed::new(&text, &trail);
            feed.skip_n(text.chars().count());
            let offsets = Offsets::new(&text, &text, &[], &trail);
            let all: Vec<(usize, (usize, char))> = text.char_indices().enumerate().collect();
            for (character, (byte, _)) in all.iter().chain(all.iter().rev()).chain(all.iter().step_by(37)) {
                assert_eq!(offsets.byte(*character), *byte as u32);
            }
            assert_eq!(offsets.byte(text.chars().count()), text.len() as u32);
            assert_eq!(offsets.byte(9999), text.len() as u32);
        }
    }
}
