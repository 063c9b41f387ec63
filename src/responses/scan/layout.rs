//! What every column of a table holds, with the answers of one letter coded beforehand.

use super::super::codec::{Codec, Coded, UNANSWERED};
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
        let mut layout = Layout { fields: Vec::new(), separator, tables: Vec::new() };
        for &holds in holds {
            let field = match holds {
                Holds::Answer(column) => Field::Answer { column, table: layout.table(column, codec) },
                other => Field::Other(other),
            };
            layout.fields.push(field);
        }
        layout
    }

    /// The table of a column; columns with the same answers share one, so that all of them stay near the processor.
    fn table(&mut self, column: usize, codec: &Codec) -> usize {
        let mut table = [LOOK_CLOSER; 256];
        for byte in 0x21..0x7fu8 {
            let letter = [byte];
            let coded = std::str::from_utf8(&letter).ok().and_then(|text| codec.cell(column, text).ok());
            // Quotes and separators never come this far; text and numbers have to be looked at.
            if let Some(Coded { code, wide: 0 }) = coded
                && codec.wide_slot(column).is_none()
                && !codec.is_text(column)
                && byte != b'"'
            {
                table[usize::from(byte)] = code;
            }
        }
        let known = self.tables.iter().position(|known| *known == table);
        known.unwrap_or_else(|| {
            self.tables.push(table);
            self.tables.len() - 1
        })
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
