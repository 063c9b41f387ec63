//! From the parser's count of characters to offsets in bytes.

use super::surrogates::{READ, WRITTEN};

/// From a character index to a byte offset. A text has few characters that are longer than a byte, so only those are
/// kept, and a search among them gives the offset.
pub(super) struct Offsets<'a> {
    pub(super) text: &'a str,
    /// The index of every character longer than a byte, and by how many bytes the characters after it are behind.
    longer: Vec<(u32, u32)>,
}

impl<'a> Offsets<'a> {
    /// `pairs` are the places of the escapes that the parser reads as shorter ones.
    pub(super) fn new(text: &'a str, pairs: &[usize]) -> Self {
        let mut longer = Vec::new();
        let (mut index, mut behind) = (0, 0);
        let bytes = text.as_bytes();
        let (mut at, mut pairs) = (0, pairs.iter().peekable());
        while at < bytes.len() {
            if pairs.next_if_eq(&&at).is_some() {
                index += READ as u32;
                behind += (WRITTEN - READ) as u32;
                longer.push((index - 1, behind));
                at += WRITTEN;
                continue;
            }
            let length = if bytes[at] < 0x80 { 1 } else { text[at..].chars().next().map_or(1, char::len_utf8) };
            if length > 1 {
                behind += length as u32 - 1;
                longer.push((index, behind));
            }
            at += length;
            index += 1;
        }
        Offsets { text, longer }
    }

    /// The offset of a character; that of one past the end is the end.
    pub(super) fn byte(&self, character: usize) -> u32 {
        let before = self.longer.partition_point(|(index, _)| (*index as usize) < character);
        let behind = before.checked_sub(1).map_or(0, |last| self.longer[last].1);
        (character as u64 + u64::from(behind)).min(self.text.len() as u64) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn offsets_are_those_of_the_text_whatever_its_characters() {
        for text in ["a".repeat(200), "é🚀a".repeat(70), "aé".to_owned(), "🚀".to_owned(), String::new()] {
            let offsets = Offsets::new(&text, &[]);
            for (character, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(offsets.byte(character), byte as u32);
            }
            assert_eq!(offsets.byte(text.chars().count()), text.len() as u32);
            assert_eq!(offsets.byte(9999), text.len() as u32);
        }
    }
}
