//! What every column of a table holds, with the answers of one letter coded beforehand.

use super::super::codec::{Code, Codec, Coded, FIRST_OPTION, UNANSWERED};
use super::super::table::Holds;
use super::letters::{self, LOOK_CLOSER, Letters};
use crate::diagnostics::AnswerFinding;
use hashbrown::HashMap;

/// Answers of more letters that are remembered per column.
const REMEMBERED: usize = 4096;

/// The columns of one table, in order.
pub(super) struct Layout {
    pub(super) fields: Vec<Field>,
    pub(super) separator: u8,
    /// How many fields from each on are answers alike: to columns in turn, with the same answers of one letter, if there are
    /// any.
    alike: Vec<usize>,
    /// How many fields from each on come one after the other that hold no answers, a partner's deeds or a last field.
    pub(super) others: Vec<usize>,
    /// Per answer column the code of every byte that is an answer by itself; for the separator that of an empty cell.
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
                (Field::Answer { table, .. }, _) if !layout.has_letters(table) => 0,
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

    fn has_letters(&self, table: usize) -> bool {
        let of_letters = self.tables[table].iter().enumerate().filter(|(byte, _)| *byte != usize::from(self.separator));
        of_letters.map(|(_, code)| *code).any(|code| code != LOOK_CLOSER)
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

    /// Decodes answers of one letter and empty ones from the field at `index` on, which starts with these bytes, as long as
    /// nothing else comes. Returns how many cells and bytes.
    // By itself, so that what it needs in every turn stays in registers.
    #[inline(never)]
    pub(super) fn letters(&self, index: usize, bytes: &[u8], codes: &mut [u8]) -> (usize, usize) {
        let Field::Answer { table, .. } = self.fields[index] else { return (0, 0) };
        let letters = Letters { codes: &self.tables[table], separator: self.separator };
        let (rest, cells) = (self.fields.len() - index, self.alike[index].min(codes.len()));
        if cells < letters::FEW {
            return (0, 0);
        }
        let (mut done, mut at) = (0, 0);
        for codes in codes[..cells].chunks_mut(letters::TOGETHER) {
            let is_last = done + codes.len() == rest;
            let (cells, length) = letters.decode(bytes.get(at..).unwrap_or_default(), is_last, codes);
            (done, at) = (done + cells, at + length);
            if cells < codes.len() {
                break;
            }
        }
        (done, at)
    }

    /// The code of the answer of one letter, or of none, that these bytes start with and that `end` follows, and how many
    /// bytes that are: 0 where it is something else.
    pub(super) fn letter(&self, table: usize, bytes: &[u8], end: u8) -> (u8, usize) {
        match *bytes {
            [byte, ..] if byte == end => (UNANSWERED, 1),
            // A cell too many is none that is empty.
            [byte, next, ..] if next == end && byte != self.separator => match self.tables[table][usize::from(byte)] {
                LOOK_CLOSER => (UNANSWERED, 0),
                code => (code, 2),
            },
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
