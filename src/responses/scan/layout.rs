//! What every column of a table holds, with the answers of one letter coded beforehand.

use super::super::codec::{Code, Codec, Coded, FIRST_OPTION, UNANSWERED};
use super::super::table::Holds;
use crate::diagnostics::AnswerFinding;
use hashbrown::HashMap;

/// No answer of one letter has this code.
pub(super) const LOOK_CLOSER: u8 = u8::MAX;
/// Answers of more letters that are remembered per column.
const REMEMBERED: usize = 4096;

/// Codes that are written at once, whether or not there are as many cells.
pub(super) const BESIDE: usize = 8;

/// Eight bytes of which every second one is a separator, the first one not.
const LETTERS: u8 = 0b1010_1010;

/// The cells at the start of eight bytes that are empty or one letter, each with the separator behind it.
#[derive(Clone, Copy)]
struct Cells {
    count: u8,
    /// Where each starts: at its letter, or at the separator; and behind them where they end.
    starts: [u8; 8],
}

/// By which of the bytes are separators.
static CELLS: [Cells; 256] = {
    let mut all = [Cells { count: 0, starts: [0; 8] }; 256];
    let mut ends = 0;
    while ends < 256 {
        let cells = &mut all[ends];
        let mut at = 0;
        while at < 8 {
            let length = if ends >> at & 1 == 1 { 1 } else { 2 };
            if at + length > 8 || ends >> (at + length - 1) & 1 == 0 {
                break;
            }
            cells.starts[cells.count as usize] = at as u8;
            cells.count += 1;
            at += length;
        }
        if cells.count < 8 {
            cells.starts[cells.count as usize] = at as u8;
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
    /// How many fields from each on are answers alike, of which the row goes on behind every one: to columns in turn, with
    /// the same answers of one letter.
    alike: Vec<usize>,
    /// Per answer column the code of every byte that is an answer by itself, and of the separator that of none.
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
        let mut layout = Layout { fields: Vec::new(), separator, alike: vec![0; holds.len()], tables: Vec::new() };
        for &holds in holds {
            let field = match holds {
                Holds::Answer(column) => Field::Answer { column, table: layout.table(column, codec) },
                other => Field::Other(other),
            };
            layout.fields.push(field);
        }
        for index in (0..layout.fields.len().saturating_sub(1)).rev() {
            layout.alike[index] = match (layout.fields[index], layout.fields[index + 1]) {
                (Field::Other(_), _) => 0,
                (Field::Answer { column, table }, Field::Answer { column: next, table: of_next })
                    if next == column + 1 && of_next == table =>
                {
                    1 + layout.alike[index + 1]
                }
                _ => 1,
            };
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
        table[usize::from(self.separator)] = UNANSWERED;
        let known = self.tables.iter().position(|known| *known == table);
        known.unwrap_or_else(|| {
            self.tables.push(table);
            self.tables.len() - 1
        })
    }

    /// Decodes answers of one letter and empty ones from the field at `index` on, which starts with these bytes, as long
    /// as nothing else comes. `codes` has room for [`BESIDE`] more than the columns. Returns how many cells and bytes.
    pub(super) fn letters(&self, index: usize, bytes: &[u8], codes: &mut [u8]) -> (usize, usize) {
        let Field::Answer { table, .. } = self.fields[index] else { return (0, 0) };
        let (table, alike) = (&self.tables[table], self.alike[index]);
        let separators = u64::from_le_bytes([self.separator; 8]);
        let (mut cells, mut at) = (0, 0);
        while let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>())
            && let Some(room) = codes.get_mut(cells..).and_then(|room| room.first_chunk_mut::<BESIDE>())
        {
            let ends = places_of(u64::from_le_bytes(*word) ^ separators);
            // Mostly every second byte is a letter. That is left to be guessed, so that the next word is not waited for.
            if ends == LETTERS && cells + 4 <= alike {
                let read = [word[0], word[2], word[4], word[6]].map(|letter| table[usize::from(letter)]);
                if u32::from_le_bytes(read) & 0x8080_8080 != 0 {
                    break;
                }
                room[..4].copy_from_slice(&read);
                (cells, at) = (cells + 4, at + 8);
                continue;
            }
            let found = &CELLS[usize::from(ends)];
            let count = usize::from(found.count).min(alike - cells);
            if count == 0 {
                break;
            }
            let read = found.starts.map(|start| table[usize::from(word[usize::from(start % 8)])]);
            let own = u64::MAX >> (64 - 8 * count);
            let read = u64::from_le_bytes(read) & own;
            // Where a code is that high, all are looked at one by one.
            if read & 0x8080_8080_8080_8080 != 0 {
                break;
            }
            // The columns behind them may have been read before: a table has its columns in any order.
            *room = (u64::from_le_bytes(*room) & !own | read).to_le_bytes();
            (cells, at) = (cells + count, at + usize::from(found.starts.get(count).copied().unwrap_or(8)));
        }
        (cells, at)
    }

    /// The code of an answer of one letter, if it is one.
    pub(super) fn code(&self, table: usize, byte: u8) -> u8 {
        if byte == self.separator { LOOK_CLOSER } else { self.tables[table][usize::from(byte)] }
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
    fn cells_of_a_letter_or_none_are_found_at_the_start_of_eight_bytes() {
        // By hand: `1,,2,34,` holds three such cells, five bytes long; the fourth has two letters.
        let cells = &CELLS[usize::from(places_of(u64::from_le_bytes(*b"1,,2,34,") ^ 0x2c2c_2c2c_2c2c_2c2c))];
        assert_eq!((cells.count, &cells.starts[..4]), (3, &[0, 2, 3, 5][..]));
        let cells = &CELLS[usize::from(places_of(u64::from_le_bytes(*b",,,,,,,1") ^ 0x2c2c_2c2c_2c2c_2c2c))];
        assert_eq!((cells.count, cells.starts[7]), (7, 7), "what ends a letter is not there yet");
    }
}
