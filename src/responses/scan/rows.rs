//! The rows of one block, decoded: codes, and who they are about as places in the block.

use super::super::same_council::bare;
use super::super::wave::Wave;
use super::Why;
use super::cell::Cell;

/// The rows of one block.
#[derive(Default)]
pub(super) struct Rows {
    /// One row after the other, a code per column of the questionnaire.
    pub(super) codes: Vec<u8>,
    pub(super) wide: Vec<u64>,
    pub(super) heads: Vec<Head>,
    /// One row after the other, a class per class column.
    pub(super) classes: Vec<Piece>,
    /// Places in the block of rows that want a closer look.
    pub(super) odd: Vec<u32>,
    /// Places of rows with a broken quote, and which that is.
    pub(super) broken: Vec<(u32, Why)>,
    /// Texts that stand in the block in another form, with doubled quotes.
    spare: Vec<u8>,
}

/// Who a row is about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Head {
    pub(super) start: u32,
    pub(super) council: Piece,
    pub(super) name: Piece,
    pub(super) respondent: Piece,
    pub(super) wave: Option<Wave>,
    pub(super) role: u8,
    pub(super) quick: bool,
}

/// A stretch of the block, or of the texts beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    start: u32,
    length: u32,
    spare: bool,
}

impl Piece {
    /// A stretch of the block.
    pub(super) fn at(start: u32, length: u32) -> Piece {
        Piece { start, length, spare: false }
    }
}

impl Rows {
    pub(super) fn clear(&mut self) {
        self.codes.clear();
        self.wide.clear();
        self.heads.clear();
        self.classes.clear();
        self.odd.clear();
        self.broken.clear();
        self.spare.clear();
    }

    /// The bytes of a piece.
    pub(super) fn text<'t>(&'t self, block: &'t [u8], piece: Piece) -> &'t [u8] {
        let bytes = if piece.spare { self.spare.as_slice() } else { block };
        bytes.get(piece.start as usize..(piece.start + piece.length) as usize).unwrap_or_default()
    }

    /// The text of a cell, without its quotes and without the blanks around it.
    pub(super) fn keep(&mut self, block: &[u8], cell: &Cell) -> Piece {
        let mut piece = Piece { start: cell.start as u32, length: (cell.end - cell.start) as u32, spare: false };
        if cell.doubled {
            let start = self.spare.len();
            let mut quote = false;
            for &byte in &block[cell.start..cell.end] {
                quote = byte == b'"' && !quote;
                if !quote {
                    self.spare.push(byte);
                }
            }
            piece = Piece { start: start as u32, length: (self.spare.len() - start) as u32, spare: true };
        }
        let (before, length) = trimmed(self.text(block, piece));
        (piece.start, piece.length) = (piece.start + before, length);
        piece
    }
}

/// How much that is blank or cannot be seen stands before a text, and how long it is without what stands so around it. What
/// is not text stays as it is, to be looked at.
pub(super) fn trimmed(bytes: &[u8]) -> (u32, u32) {
    if !may_begin_with_a_blank(bytes) && !may_end_with_a_blank(bytes) {
        return (0, bytes.len() as u32);
    }
    std::str::from_utf8(bytes).map_or((0, bytes.len() as u32), |text| {
        let bare = bare(text);
        (text.find(bare).unwrap_or_default() as u32, bare.len() as u32)
    })
}

/// Blanks of other alphabets, and what cannot be seen, begin with one of these bytes.
const MAY_BEGIN_A_BLANK: [u8; 5] = [0xc2, 0xe1, 0xe2, 0xe3, 0xef];

fn may_begin_with_a_blank(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|byte| *byte <= b' ' || MAY_BEGIN_A_BLANK.contains(byte))
}

fn may_end_with_a_blank(bytes: &[u8]) -> bool {
    match bytes {
        // A letter of two bytes: most of those with accents.
        [.., 0xc3..=0xdf, last] if *last >= 0x80 => false,
        [.., last] => *last <= b' ' || *last >= 0x80,
        [] => false,
    }
}

/// Whether bytes are text, as every row has to be: UTF-8 without the byte that stands in no text.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    (bytes.is_ascii() || std::str::from_utf8(bytes).is_ok()) && memchr::memchr(0, bytes).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_every_alphabet_are_taken_off_and_letters_are_not() {
        for letter in ('\0'..=char::MAX).filter(|letter| !('\u{3100}'..'\u{fe00}').contains(letter)) {
            let text = format!("{letter}a{letter}");
            let around = if bare(&text) == "a" { letter.len_utf8() as u32 } else { 0 };
            assert_eq!(trimmed(text.as_bytes()), (around, text.len() as u32 - 2 * around), "{letter:?}");
        }
        assert_eq!(trimmed("  é \u{a0}".as_bytes()), (2, 2));
        assert_eq!((trimmed(b""), trimmed(b" \xff")), ((0, 0), (0, 2)), "nothing, and no text");
    }
}
