//! From the parser's count of characters to offsets in bytes.

/// From a character index to a byte offset, in constant time.
pub(super) struct Offsets<'a> {
    pub(super) text: &'a str,
    /// Byte offset of every 64th character; empty for ASCII, where both are the same.
    every_64th: Vec<u32>,
}

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let every_64th = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(64).map(|(offset, _)| offset as u32).collect()
        };
        Offsets { text, every_64th }
    }

    /// The offset of a character; that of one past the end is the end.
    pub(super) fn byte(&self, character: usize) -> u32 {
        if self.every_64th.is_empty() {
            return character.min(self.text.len()) as u32;
        }
        let Some(&near) = self.every_64th.get(character / 64) else {
            return self.text.len() as u32;
        };
        let rest = &self.text[near as usize..];
        rest.char_indices().nth(character % 64).map_or(self.text.len() as u32, |(offset, _)| near + offset as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn offsets_are_those_of_the_text_on_both_sides_of_every_64th_character() {
        for text in ["a".repeat(200), "é🚀a".repeat(70)] {
            let offsets = Offsets::new(&text);
            for (character, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(offsets.byte(character), byte as u32);
            }
            assert_eq!(offsets.byte(9999), text.len() as u32);
        }
    }
}
