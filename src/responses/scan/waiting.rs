//! Rows that wait to be counted, in pieces: so they move nothing when more come, and take no more room than they need.

use super::super::chunk::{Chunk, Row, RowHead};
use super::super::codec::Codec;

/// Rows of a piece; a power of two. So many that room is seldom asked for, which threads cannot do at the same time; what
/// is not used of it takes none.
const PIECE: usize = 2048;

/// Rows that wait.
#[derive(Default)]
pub struct Waiting {
    /// All but the last are full, or empty behind it.
    pieces: Vec<Chunk>,
    rows: usize,
}

impl Waiting {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows
    }

    /// Adds a copy of a row.
    pub(super) fn push(&mut self, codec: &Codec, row: Row<'_>) {
        let piece = self.rows / PIECE;
        if piece == self.pieces.len() {
            self.pieces.push(Chunk::with_room(codec, PIECE));
        }
        self.pieces[piece].copy(row);
        self.rows += 1;
    }

    /// Forgets them, and keeps room for so many.
    pub(super) fn clear(&mut self, rows: usize) {
        self.pieces.truncate(rows.div_ceil(PIECE));
        self.pieces.iter_mut().for_each(Chunk::clear);
        self.rows = 0;
    }

    /// Who they belong to, in the order in which they came.
    pub fn heads(&self) -> impl Iterator<Item = &RowHead> {
        self.pieces.iter().flat_map(Chunk::heads)
    }

    /// A row by its index.
    pub fn row(&self, index: u32) -> Row<'_> {
        self.pieces[index as usize / PIECE].row(index as usize % PIECE)
    }

    /// The indexes of the rows by group, and those of a group in the order in which they came. Takes time and memory for
    /// every group up to the highest.
    pub fn by_group(&self) -> Vec<u32> {
        let groups = self.heads().map(|head| head.group as usize + 1).max().unwrap_or(0);
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
        std::hint::black_box(self.pieces.iter().fold(0, |seen, piece| seen ^ piece.glance()));
        order
    }
}
