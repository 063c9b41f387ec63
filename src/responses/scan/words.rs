//! The words of the role column: a handful, of which any may come next.

use super::super::voice::Voice;
use super::key::{Short, is_short, short, spread};
use crate::questionnaire::Questionnaire;

/// Bits of the slot of a word.
const BITS: u32 = 6;

/// The words, and what a row keeps of each.
pub(super) struct Words<'q> {
    words: Vec<Word<'q>>,
    /// Of every slot the first word that has it; where there is none, any.
    likely: [u8; 1 << BITS],
    /// What a row keeps where nothing is said.
    nobody: u8,
}

struct Word<'q> {
    id: &'q str,
    short: Short,
    role: u8,
}

impl<'q> Words<'q> {
    /// Those of a questionnaire.
    pub(super) fn new(questionnaire: &'q Questionnaire) -> Words<'q> {
        let role = |id| Some((id, Voice::of(id, questionnaire)?.index(questionnaire)));
        Words::of(Voice::ids(questionnaire).filter_map(role), Voice::Person.index(questionnaire))
    }

    fn of(words: impl Iterator<Item = (&'q str, u8)>, nobody: u8) -> Words<'q> {
        let words: Vec<Word<'q>> = words.map(|(id, role)| Word { id, short: short(id.as_bytes()), role }).collect();
        let mut likely = [0; 1 << BITS];
        for (index, word) in words.iter().enumerate().rev() {
            likely[slot(word.short)] = index as u8;
        }
        Words { words, likely, nobody }
    }

    /// What a row keeps where nothing is said.
    pub(super) fn nobody(&self) -> u8 {
        self.nobody
    }

    /// What a row keeps of a text; `None` where that is no word.
    pub(super) fn role(&self, text: &[u8]) -> Option<u8> {
        let known = short(text);
        match self.words.get(usize::from(self.likely[slot(known)])) {
            Some(word) if word.short == known && is_short(known) => Some(word.role),
            _ if text.is_empty() => Some(self.nobody),
            _ => self.words.iter().find(|word| word.id.as_bytes() == text).map(|word| word.role),
        }
    }
}

fn slot(short: Short) -> usize {
    (spread(short[0] ^ short[1]) >> (u64::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_however_many_share_a_slot() {
        // More words than slots, some of them longer than a short form.
        let ids: Vec<String> = (0..100).map(|index| format!("{}{index}", "role-of-".repeat(index % 3))).collect();
        let words = Words::of(ids.iter().map(String::as_str).zip(0..), 200);
        for (role, id) in (0..).zip(&ids) {
            assert_eq!(words.role(id.as_bytes()), Some(role), "{id}");
            assert_eq!(words.role(format!("{id}x").as_bytes()), None, "{id}");
        }
        assert_eq!((words.role(b""), words.role(b"role-of-role-of-")), (Some(200), None));
        assert_eq!(Words::of(std::iter::empty(), 3).role(b"ict"), None);
    }
}
