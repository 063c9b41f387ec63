//! Rows that wait to be counted, in pieces: so they move nothing when more come. They take no more room than they need:
//! where no question has more than a dozen options, two answers take a byte.

use std::ops::Range;

use super::super::chunk::{Row, RowHead};
use super::super::codec::{Code, Codec};

/// Rows of a piece; a power of two. So many that room is seldom asked for, which threads cannot do at the same time; what
/// is not used of it takes none.
const PIECE: usize = 2048;

/// Bits of a code where two of them take a byte, and how many codes are packed at a time.
const BITS: u32 = 4;
const AT_ONCE: usize = 8;

/// Rows that wait.
pub struct Waiting {
    columns: usize,
    slots: usize,
    /// Whether two codes take a byte. Those of the first half of the columns are the lower ones.
    is_packed: bool,
    /// Bytes that the codes of a row take.
    width: usize,
    /// All but the last are full, or empty behind it.
    pieces: Vec<Piece>,
    rows: usize,
    /// One more than the highest group.
    groups: u32,
}

/// Some rows, one behind the other.
struct Piece {
    heads: Vec<RowHead>,
    codes: Vec<u8>,
    wide: Vec<u64>,
}

impl Waiting {
    /// No rows yet.
    pub(super) fn new(codec: &Codec) -> Waiting {
        let is_packed = (0..codec.columns()).all(|column| codec.highest(column) < 1 << BITS);
        Waiting::of(codec.columns(), codec.wide_slots(), is_packed)
    }

    fn of(columns: usize, slots: usize, is_packed: bool) -> Waiting {
        let width = if is_packed { columns.div_ceil(2).next_multiple_of(AT_ONCE) } else { columns };
        Waiting { columns, slots, is_packed, width, pieces: Vec::new(), rows: 0, groups: 0 }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows
    }

    /// Adds a copy of a row, without what partners do.
    pub(super) fn push(&mut self, row: Row<'_>) {
        let at = self.rows / PIECE;
        if at == self.pieces.len() {
            self.pieces.push(Piece {
                heads: Vec::with_capacity(PIECE),
                codes: Vec::with_capacity(PIECE * self.width),
                wide: Vec::with_capacity(PIECE * self.slots),
            });
        }
        let piece = &mut self.pieces[at];
        piece.heads.push(row.head);
        piece.wide.extend_from_slice(row.wide);
        match self.is_packed {
            true => pack(row.codes, self.width, &mut piece.codes),
            false => piece.codes.extend_from_slice(row.codes),
        }
        self.rows += 1;
        self.groups = self.groups.max(row.head.group + 1);
    }

    /// Forgets them, and keeps room for so many.
    pub(super) fn clear(&mut self, rows: usize) {
        self.pieces.truncate(rows.div_ceil(PIECE));
        for Piece { heads, codes, wide } in &mut self.pieces {
            heads.clear();
            codes.clear();
            wide.clear();
        }
        (self.rows, self.groups) = (0, 0);
    }

    /// The indexes of all of them, in the order in which they came.
    pub fn indexes(&self) -> Range<u32> {
        0..self.rows as u32
    }

    /// One more than the highest group that any belongs to.
    pub fn groups(&self) -> u32 {
        self.groups
    }

    /// Who they belong to, in the order in which they came.
    pub fn heads(&self) -> impl Iterator<Item = &RowHead> {
        self.pieces.iter().flat_map(|piece| &piece.heads)
    }

    /// Who a row belongs to, by its index.
    pub fn head(&self, index: u32) -> RowHead {
        self.pieces[index as usize / PIECE].heads[index as usize % PIECE]
    }

    /// A row by its index; its codes may be put in the buffer.
    pub fn row<'a>(&'a self, index: u32, buffer: &'a mut Vec<Code>) -> Row<'a> {
        let (piece, at) = (&self.pieces[index as usize / PIECE], index as usize % PIECE);
        let mut codes = &piece.codes[at * self.width..(at + 1) * self.width];
        if self.is_packed {
            buffer.resize(2 * self.width, 0);
            unpack(codes, buffer);
            codes = &buffer[..self.columns];
        }
        let wide = &piece.wide[at * self.slots..(at + 1) * self.slots];
        Row { head: piece.heads[at], codes, wide, partners: &[] }
    }

    /// The indexes of the rows by group, and those of a group in the order in which they came. Takes time and memory for
    /// every group up to the highest.
    pub fn by_group(&self) -> Vec<u32> {
        let groups = self.groups as usize;
        let mut starts = vec![0u32; groups + 1];
        self.heads().for_each(|head| starts[head.group as usize + 1] += 1);
        for group in 0..groups {
            starts[group + 1] += starts[group];
        }
        let mut order = vec![0; self.rows];
        for (index, head) in (0..).zip(self.heads()) {
            let place = &mut starts[head.group as usize];
            order[*place as usize] = index;
            *place += 1;
        }
        // They are about to be looked at, one here and one there: one after the other takes less time.
        let codes = self.pieces.iter().flat_map(|piece| piece.codes.iter().step_by(self.width.clamp(1, 64)));
        std::hint::black_box(codes.fold(0, |seen, code| seen ^ code));
        order
    }
}

/// Adds codes, two to a byte, as so many bytes: a multiple of [`AT_ONCE`], and at least half as many as there are codes.
fn pack(codes: &[Code], width: usize, into: &mut Vec<u8>) {
    let (lower, upper) = codes.split_at(width.min(codes.len()));
    let both = |lower: [Code; AT_ONCE], upper: [Code; AT_ONCE]| {
        (u64::from_le_bytes(lower) | u64::from_le_bytes(upper) << BITS).to_le_bytes()
    };
    let (eights, rest) = upper.as_chunks();
    for (lower, upper) in lower.as_chunks().0.iter().zip(eights) {
        into.extend_from_slice(&both(*lower, *upper));
    }
    let packed = upper.len() - rest.len();
    for from in (packed..width).step_by(AT_ONCE) {
        let some = |of: &[Code]| {
            let mut few = [0; AT_ONCE];
            few.iter_mut().zip(of.get(from..).unwrap_or_default()).for_each(|(to, code)| *to = *code);
            few
        };
        into.extend_from_slice(&both(some(lower), some(upper)));
    }
}

/// Puts the codes of so many bytes in their places: twice as many.
fn unpack(packed: &[u8], codes: &mut [Code]) {
    const LOWER: u64 = u64::from_le_bytes([(1 << BITS) - 1; AT_ONCE]);
    let (lower, upper) = codes.split_at_mut(packed.len());
    let each = lower.as_chunks_mut().0.iter_mut().zip(upper.as_chunks_mut().0);
    for ((lower, upper), packed) in each.zip(packed.as_chunks::<AT_ONCE>().0) {
        let both = u64::from_le_bytes(*packed);
        *lower = (both & LOWER).to_le_bytes();
        *upper = (both >> BITS & LOWER).to_le_bytes();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were_given_packed_or_not() {
        for (columns, slots) in [(0, 0), (1, 0), (7, 2), (8, 0), (9, 1), (16, 0), (33, 0), (48, 1), (100, 3)] {
            for (is_packed, codes) in [(true, 16), (false, 256)] {
                let mut waiting = Waiting::of(columns, slots, is_packed);
                for rows in [2 * PIECE + 3, 5] {
                    let head =
                        |row: usize| RowHead { group: row as u32 % 7, role: 2, quick: row.is_multiple_of(3), age: 1 };
                    let codes = |row: usize| (0..columns).map(move |at| ((row * 31 + at * 17) % codes) as Code);
                    let wide = |row: usize| (0..slots).map(move |at| (row * 5 + at) as u64);
                    for row in 0..rows {
                        let (codes, wide): (Vec<Code>, Vec<u64>) = (codes(row).collect(), wide(row).collect());
                        waiting.push(Row { head: head(row), codes: &codes, wide: &wide, partners: &[] });
                    }
                    let mut buffer = Vec::new();
                    for row in 0..rows {
                        let back = waiting.row(row as u32, &mut buffer);
                        assert!(codes(row).eq(back.codes.iter().copied()), "{columns} {row}");
                        assert!(wide(row).eq(back.wide.iter().copied()), "{columns} {row}");
                        assert_eq!((back.head, waiting.head(row as u32)), (head(row), head(row)));
                    }
                    assert_eq!((waiting.len(), waiting.by_group().len()), (rows, rows));
                    waiting.clear(PIECE);
                }
            }
        }
    }
}
