//! What every column of a table holds, with the answers of one letter coded beforehand.

use super::super::codec::{Code, Codec, Coded, FIRST_OPTION, UNANSWERED};
use super::super::table::Holds;
use crate::diagnostics::AnswerFinding;
use hashbrown::HashMap;

/// No answer of one letter has this code.
pub(super) const LOOK_CLOSER: u8 = u8::MAX;
/// Answers of more letters that are remembered per column.
const REMEMBERED: usize = 4096;

/// The columns of one table, in order.
pub(super) struct Layout {
    pub(super) fields: Vec<Field>,
    pub(super) separator: u8,
    /// How many fields from each on are answers alike, of which the row goes on behind every one: to columns in turn, with
    /// the same answers of one letter.
    alike: Vec<usize>,
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
        let known = self.tables.iter().position(|known| *known == table);
        known.unwrap_or_else(|| {
            self.tables.push(table);
            self.tables.len() - 1
        })
    }

    /// Decodes answers of one letter, four at a time, from the field at `index` on, which starts with these bytes, as long
    /// as nothing else comes. Returns how many: twice as many bytes.
    pub(super) fn letters(&self, index: usize, bytes: &[u8], codes: &mut [u8]) -> usize {
        let Field::Answer { table, .. } = self.fields[index] else { return 0 };
        let (table, alike) = (&self.tables[table], self.alike[index]);
        let separators =
            u64::from_le_bytes([0, self.separator, 0, self.separator, 0, self.separator, 0, self.separator]);
        let mut done = 0;
        let alike = alike.min(codes.len());
        let (fours, _) = codes[..alike].as_chunks_mut::<4>();
        let (words, _) = bytes.as_chunks::<8>();
        for (four, word) in fours.iter_mut().zip(words) {
            if u64::from_le_bytes(*word) & 0xff00_ff00_ff00_ff00 != separators {
                break;
            }
            let read = [word[0], word[2], word[4], word[6]].map(|letter| table[usize::from(letter)]);
            if read.contains(&LOOK_CLOSER) {
                break;
            }
            *four = read;
            done += 4;
        }
        done
    }

    pub(super) fn code(&self, table: usize, byte: u8) -> u8 {
        self.tables[table][usize::from(byte)]
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
