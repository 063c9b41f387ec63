//! What every column of a table holds, with the answers of one letter coded beforehand.

use super::super::codec::{Code, Codec, Coded, FIRST_OPTION, UNANSWERED};
use super::super::table::Holds;
use crate::diagnostics::AnswerFinding;
use hashbrown::HashMap;

/// No answer of one letter has this code.
const LOOK_CLOSER: u8 = u8::MAX;
/// Answers of more letters that are remembered per column.
const REMEMBERED: usize = 4096;

/// Every second one of eight bytes, the first one not.
const SECOND: u64 = 0xff00_ff00_ff00_ff00;

/// Four cells at the start of eight bytes, each empty or one letter, with the byte that ends it.
#[derive(Clone, Copy)]
struct Four {
    /// Where the last of them ends; 0 where there are no four.
    length: u8,
    /// Where each starts: at its letter, or at what ends it.
    starts: [u8; 4],
    /// The bits of those that have a letter.
    given: u32,
}

/// By which of the bytes end a cell.
static FOURS: [Four; 256] = {
    let mut all = [Four { length: 0, starts: [0; 4], given: 0 }; 256];
    let mut ends = 0;
    while ends < 256 {
        let (mut four, mut at, mut cell) = (all[ends], 0, 0);
        while cell < 4 && at < 8 {
            four.starts[cell] = at as u8;
            if ends >> at & 1 == 0 {
                four.given |= 0xff << (8 * cell);
                at += 1;
            }
            if at == 8 || ends >> at & 1 == 0 {
                break;
            }
            (at, cell) = (at + 1, cell + 1);
        }
        if cell == 4 {
            four.length = at as u8;
            all[ends] = four;
        }
        ends += 1;
    }
    all
};

/// Which of eight bytes are zero: the lowest bit stands for the first.
fn places_of(word: u64) -> u8 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let zeros = !(((word & LOW) + LOW) | word | LOW) >> 7;
    (zeros.wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

/// The columns of one table, in order.
pub(super) struct Layout {
    pub(super) fields: Vec<Field>,
    pub(super) separator: u8,
    /// How many fields from each on are answers alike: to columns in turn, with the same answers of one letter.
    alike: Vec<usize>,
    /// How many fields from each on come one after the other that hold no answers, a partner's deeds or a last field.
    pub(super) others: Vec<usize>,
    /// Per answer column the code of every byte that is an answer by itself.
    tables: Vec<[u8; 256]>,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// An answer: the column of the questionnaire, and the table of its answers of one letter.
    Answer { column: usize, table: usize },
    /// Anything else.
    Other(Holds),
}

impl Layout {
    pub(super) fn new(holds: &[Holds], separator: u8, codec: &Codec) -> Layout {
        let (alike, others) = (vec![0; holds.len()], vec![0; holds.len() + 1]);
        let mut layout = Layout { fields: Vec::new(), separator, alike, others, tables: Vec::new() };
        for &holds in holds {
            let field = match holds {
                Holds::Answer(column) => Field::Answer { column, table: layout.table(column, codec) },
                other => Field::Other(other),
            };
            layout.fields.push(field);
        }
        for index in (0..layout.fields.len()).rev() {
            layout.alike[index] = match (layout.fields[index], layout.fields.get(index + 1)) {
                (Field::Other(_), _) => 0,
                (Field::Answer { column, table }, Some(&Field::Answer { column: next, table: of_next }))
                    if next == column + 1 && of_next == table =>
                {
                    1 + layout.alike[index + 1]
                }
                _ => 1,
            };
            // Of those two something can be wrong without the whole row being so.
            let is_plain = !matches!(layout.fields[index], Field::Answer { .. } | Field::Other(Holds::Via(_)));
            if is_plain && index + 1 < layout.fields.len() {
                layout.others[index] = 1 + layout.others[index + 1];
            }
        }
        layout
    }

    /// The table of a column; columns with the same answers share one, so that all of them stay near the processor.
    fn table(&mut self, column: usize, codec: &Codec) -> usize {
        let mut table = [LOOK_CLOSER; 256];
        let options = (FIRST_OPTION..=Code::MAX).map_while(|code| codec.option(column, code));
        // Other letters have to be looked at, and so have text and numbers.
        for letter in options.chain(["?"]).filter(|text| text.len() == 1) {
            if let Ok(Coded { code, wide: 0 }) = codec.cell(column, letter)
                && codec.wide_slot(column).is_none()
                && !codec.is_text(column)
            {
                table[usize::from(letter.as_bytes()[0])] = code;
            }
        }
        // Where it is one, an empty cell must not pass for it.
        table[usize::from(self.separator)] = LOOK_CLOSER;
        let known = self.tables.iter().position(|known| *known == table);
        known.unwrap_or_else(|| {
            self.tables.push(table);
            self.tables.len() - 1
        })
    }

    /// Decodes answers of one letter and empty ones from the field at `index` on, which starts with these bytes, four at a
    /// time and as long as nothing else comes. Returns how many cells and bytes.
    // By itself, so that what it needs in every turn stays in registers.
    #[inline(never)]
    pub(super) fn letters(&self, index: usize, bytes: &[u8], codes: &mut [u8]) -> (usize, usize) {
        let Field::Answer { table, .. } = self.fields[index] else { return (0, 0) };
        let (table, rest) = (&self.tables[table], self.fields.len() - index);
        let fours = self.alike[index] / 4;
        let separators = u64::from_le_bytes([self.separator; 8]);
        // The last field of a row ends in another way.
        let ending = separators & (u64::MAX >> 8) | u64::from(b'\n') << 56;
        let mut at = 0;
        for (four, codes) in codes.as_chunks_mut::<4>().0.iter_mut().take(fours).enumerate() {
            let is_last = 4 * (four + 1) == rest;
            let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) else { return (4 * four, at) };
            let word = u64::from_le_bytes(*word);
            // A letter, by the bit at which it stands in the word.
            let code = |bit: u32| table[usize::from((word >> bit) as u8)];
            // Mostly every second byte is a letter. That is left to be guessed, so that the next word is not waited for.
            if (word ^ if is_last { ending } else { separators }) & SECOND == 0 {
                let read = [code(0), code(16), code(32), code(48)];
                if (read[0] | read[1] | read[2] | read[3]) & 0x80 == 0 {
                    *codes = read;
                    at += 8;
                    continue;
                }
            }
            let ends = places_of(word ^ separators);
            let breaks = if is_last { places_of(word ^ u64::from_le_bytes([b'\n'; 8])) } else { 0 };
            let found = &FOURS[usize::from(ends | breaks)];
            let read = found.starts.map(|start| code(8 * u32::from(start % 8)));
            let read = u32::from_le_bytes(read) & found.given;
            let is_whole = !is_last || breaks & breaks.wrapping_neg() == 1 << ((found.length + 7) % 8);
            if found.length == 0 || read & 0x8080_8080 != 0 || !is_whole {
                return (4 * four, at);
            }
            *codes = read.to_le_bytes();
            at += usize::from(found.length);
        }
        (4 * fours, at)
    }

    /// The code of the answer of one letter, or of none, that these bytes start with and that `end` follows, and how many
    /// bytes that are: 0 where it is something else.
    pub(super) fn letter(&self, table: usize, bytes: &[u8], end: u8) -> (u8, usize) {
        match *bytes {
            [byte, ..] if byte == end => (UNANSWERED, 1),
            [byte, next, ..] if next == end && self.tables[table][usize::from(byte)] != LOOK_CLOSER => {
                (self.tables[table][usize::from(byte)], 2)
            }
            _ => (UNANSWERED, 0),
        }
    }
}

/// Answers of more than one letter, remembered as they were coded before.
#[derive(Default)]
pub(super) struct Memory {
    columns: Vec<HashMap<Vec<u8>, Coded>>,
}

impl Memory {
    /// The code of what stands in a cell, blanks around it taken off.
    ///
    /// # Errors
    /// Why it is no answer; `None` when it is not even text.
    pub(super) fn code(
        &mut self,
        codec: &Codec,
        column: usize,
        bytes: &[u8],
    ) -> Result<Coded, Option<Box<AnswerFinding>>> {
        let bytes = bytes.trim_ascii();
        if bytes.is_empty() {
            return Ok(Coded::plain(UNANSWERED));
        }
        if self.columns.is_empty() {
            self.columns.resize_with(codec.columns(), HashMap::new);
        }
        let known = &mut self.columns[column];
        if let Some(coded) = known.get(bytes) {
            return Ok(*coded);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| None)?;
        let coded = codec.cell(column, text.trim()).map_err(|finding| Some(Box::new(finding)))?;
        if known.len() < REMEMBERED && !codec.is_text(column) {
            known.insert(bytes.to_vec(), coded);
        }
        Ok(coded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_bytes_are_found_wherever_they_stand() {
        for places in 0..=u8::MAX {
            for other in [1u8, 0x7f, 0x80, 0xff] {
                let bytes = std::array::from_fn(|at| if places >> at & 1 == 1 { 0 } else { other });
                assert_eq!(places_of(u64::from_le_bytes(bytes)), places, "{other}");
            }
        }
    }

    #[test]
    fn four_cells_of_a_letter_or_none_are_found_at_the_start_of_eight_bytes() {
        let found = |text: &[u8; 8]| {
            let Four { length, starts, given } =
                FOURS[usize::from(places_of(u64::from_le_bytes(*text) ^ 0x2c2c_2c2c_2c2c_2c2c))];
            (length, starts, given.to_le_bytes().map(|given| given > 0))
        };
        // By hand.
        assert_eq!(found(b"1,,2,3,4"), (7, [0, 2, 3, 5], [true, false, true, true]));
        assert_eq!(found(b"1,2,3,4,"), (8, [0, 2, 4, 6], [true; 4]));
        assert_eq!(found(b",,,,,,,1"), (4, [0, 1, 2, 3], [false; 4]));
        for text in [b"1,,2,34,", b"1,2,3,45", b"12,3,4,5", b"abcdefgh"] {
            assert_eq!(found(text).0, 0, "{text:?}");
        }
    }
}
