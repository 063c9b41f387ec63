//! Chunks of coded rows: one row per respondent, one small code per column. One answers file is a chunk of one row.

use super::codec::{Code, Codec, Coded};

/// Who a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowHead {
    /// Index of the group: one council in one wave.
    pub group: u32,
    /// Index of the role; the number of roles for a respondent without one.
    pub role: u8,
    /// Whether only the quick scan was asked.
    pub quick: bool,
    /// How many of the versions that brought new questions came after the one answered; 0 for that of today.
    pub age: u16,
}

/// Some rows of coded answers.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    columns: usize,
    wide_slots: usize,
    heads: Vec<RowHead>,
    codes: Vec<Code>,
    wide: Vec<u64>,
    /// Row and column of the answers about what a partner does, in order. They are few, so they stand beside the rows.
    partners: Vec<(u32, u32)>,
}

/// One row of a chunk.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Who.
    pub head: RowHead,
    /// A code per column.
    pub codes: &'a [Code],
    /// The wide slots.
    pub wide: &'a [u64],
    /// What a partner does: pairs of which the second is the column, in order.
    pub partners: &'a [(u32, u32)],
}

impl Row<'_> {
    /// The columns in which a partner does what was answered, in order.
    pub fn via_partner(&self) -> impl Iterator<Item = usize> {
        self.partners.iter().map(|(_, column)| *column as usize)
    }
}

impl Chunk {
    /// How many rows a chunk holds before the next one is begun.
    pub const ROWS: usize = 4096;

    /// A chunk without rows.
    pub fn new(codec: &Codec) -> Chunk {
        Chunk { columns: codec.columns(), wide_slots: codec.wide_slots(), ..Chunk::default() }
    }

    /// Adds a row with nothing answered, to be filled by [`Chunk::set`].
    pub fn push(&mut self, head: RowHead) {
        self.heads.push(head);
        self.codes.resize(self.codes.len() + self.columns, super::codec::UNANSWERED);
        self.wide.resize(self.wide.len() + self.wide_slots, 0);
    }

    /// Sets an answer of the last row.
    pub fn set(&mut self, codec: &Codec, column: usize, coded: Coded) {
        if self.heads.is_empty() {
            return;
        }
        let row = self.heads.len() - 1;
        self.codes[row * self.columns + column] = coded.code;
        if let Some(slot) = codec.wide_slot(column) {
            self.wide[row * self.wide_slots + slot] = coded.wide;
        }
    }

    /// Notes of an answer of the last row that a partner does it.
    pub fn set_partner(&mut self, column: usize) {
        let Some(row) = self.heads.len().checked_sub(1) else { return };
        let place = (row as u32, column as u32);
        let at = self.partners.partition_point(|one| *one < place);
        if self.partners.get(at) != Some(&place) {
            self.partners.insert(at, place);
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// A row by its index.
    pub fn row(&self, index: usize) -> Row<'_> {
        Row {
            head: self.heads[index],
            codes: &self.codes[index * self.columns..(index + 1) * self.columns],
            wide: &self.wide[index * self.wide_slots..(index + 1) * self.wide_slots],
            partners: self.partners_of(index as u32),
        }
    }

    fn partners_of(&self, row: u32) -> &[(u32, u32)] {
        let start = self.partners.partition_point(|(of, _)| *of < row);
        let rest = &self.partners[start..];
        &rest[..rest.partition_point(|(of, _)| *of == row)]
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).map(|index| self.row(index))
    }

    /// Adds a copy of a row of a chunk of the same questionnaire.
    pub fn copy(&mut self, row: Row<'_>) {
        self.heads.push(row.head);
        self.codes.extend_from_slice(row.codes);
        self.wide.extend_from_slice(row.wide);
        row.via_partner().for_each(|column| self.set_partner(column));
    }
}
