//! One column of one group of rows as pages: a dictionary where that is shorter, then the values, packed with Snappy.

use std::hash::Hash;
use std::io;

use hashbrown::HashMap;

use super::cells::{Cells, Holds};
use super::runs::hybrid;
use super::thrift::Thrift;

/// Values one behind the other, as the format numbers that.
pub(super) const PLAIN: i64 = 0;
/// Runs and packs of small numbers.
pub(super) const RUNS: i64 = 3;
/// Places in a dictionary.
pub(super) const BY_DICTIONARY: i64 = 8;
/// The packing.
pub(super) const SNAPPY: i64 = 1;

/// A dictionary is shorter where there are at least so many values for each different one.
const SHARED: usize = 4;
/// A page ends where it would take more bytes than this: 1 MiB.
const LARGEST: usize = 1 << 20;
/// The kinds of pages.
const DATA: i64 = 0;
const DICTIONARY: i64 = 2;

/// A column of a group, ready to be written.
#[derive(Clone, Debug)]
pub struct Packed {
    pub(super) holds: Holds,
    pub(super) bytes: Vec<u8>,
    pub(super) rows: usize,
    pub(super) missing: usize,
    /// Bytes of the page with the dictionary, its head included; 0 where there is none.
    pub(super) dictionary: usize,
    /// Bytes of all pages, before they were packed.
    pub(super) unpacked: u64,
}

/// Packs a column. Columns may be packed on several threads.
///
/// # Errors
/// When a text is larger than the format can hold: 2 GiB.
pub fn pack(cells: &Cells) -> io::Result<Packed> {
    pack_pages(cells, LARGEST)
}

fn pack_pages(cells: &Cells, largest: usize) -> io::Result<Packed> {
    let rows = cells.present.len();
    let missing = cells.present.iter().filter(|present| !**present).count();
    let mut packed = Packed { holds: cells.holds, bytes: Vec::new(), rows, missing, dictionary: 0, unpacked: 0 };
    let values = match cells.holds {
        Holds::Texts => match dictionary(cells.texts()) {
            Some((texts, places)) => packed.by_dictionary(&texts, places, text)?,
            None => Values::plain(cells.texts(), text),
        },
        Holds::Wholes | Holds::Reals => match dictionary(cells.words.iter().copied()) {
            Some((words, places)) => packed.by_dictionary(&words, places, word)?,
            None => Values::plain(cells.words.iter().copied(), word),
        },
    };
    let (mut row, mut first) = (0, 0);
    while row < rows {
        // As many rows as a page holds, and one at least.
        let (start, from) = (row, first);
        while row < rows && (row == start || values.length(from, first + 1) <= largest) {
            first += usize::from(cells.present[row]);
            row += 1;
        }
        packed.data(&cells.present[start..row], &values, from..first)?;
    }
    Ok(packed)
}

/// The values of a column as they are written.
enum Values {
    /// One behind the other, and where each ends.
    Plain(Vec<u8>, Vec<usize>),
    /// Places in the dictionary, of so many bits.
    Places(Vec<u32>, u32),
}

impl Values {
    fn plain<T>(values: impl Iterator<Item = T>, write: impl Fn(T, &mut Vec<u8>)) -> Values {
        let (mut bytes, mut ends) = (Vec::new(), vec![0]);
        for value in values {
            write(value, &mut bytes);
            ends.push(bytes.len());
        }
        Values::Plain(bytes, ends)
    }

    /// Bytes of some of them, about; those behind the last take nothing.
    fn length(&self, from: usize, to: usize) -> usize {
        match self {
            Values::Plain(_, ends) => ends[to.min(ends.len() - 1)] - ends[from],
            Values::Places(..) => (to - from) * size_of::<u32>(),
        }
    }
}

fn text(value: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&(value.len() as u32).to_le_bytes());
    out.extend_from_slice(value);
}

fn word(value: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(&value.to_le_bytes());
}

/// The different values in the order of their first appearance, and for each value its place among them; `None` where
/// they are too many to be worth it.
fn dictionary<T: Copy + Eq + Hash>(values: impl ExactSizeIterator<Item = T>) -> Option<(Vec<T>, Vec<u32>)> {
    let most = values.len() / SHARED;
    let (mut known, mut different) = (HashMap::new(), Vec::new());
    let mut places = Vec::with_capacity(values.len());
    for value in values {
        let place = *known.entry(value).or_insert(different.len() as u32);
        if place as usize == different.len() {
            different.push(value);
            if different.len() > most {
                return None;
            }
        }
        places.push(place);
    }
    (!different.is_empty()).then_some((different, places))
}

impl Packed {
    /// Writes the page of the dictionary.
    fn by_dictionary<T: Copy>(
        &mut self,
        different: &[T],
        places: Vec<u32>,
        write: impl Fn(T, &mut Vec<u8>),
    ) -> io::Result<Values> {
        let mut body = Vec::new();
        different.iter().for_each(|&value| write(value, &mut body));
        self.page(DICTIONARY, &body, |head| {
            head.field(7, |head| {
                head.i32(1, different.len() as i64);
                head.i32(2, PLAIN);
            });
        })?;
        self.dictionary = self.bytes.len();
        let width = u32::BITS - (different.len() as u32 - 1).leading_zeros();
        Ok(Values::Places(places, width.max(1)))
    }

    /// Writes a page of values, and of which rows have one.
    fn data(&mut self, present: &[bool], values: &Values, range: std::ops::Range<usize>) -> io::Result<()> {
        let mut body = vec![0; 4];
        let levels: Vec<u32> = present.iter().map(|&present| u32::from(present)).collect();
        hybrid(&levels, 1, &mut body);
        let length = (body.len() - 4) as u32;
        body[..4].copy_from_slice(&length.to_le_bytes());
        let encoding = match values {
            Values::Plain(bytes, ends) => {
                body.extend_from_slice(&bytes[ends[range.start]..ends[range.end]]);
                PLAIN
            }
            Values::Places(places, width) => {
                body.push(*width as u8);
                hybrid(&places[range], *width, &mut body);
                BY_DICTIONARY
            }
        };
        self.page(DATA, &body, |head| {
            head.field(5, |head| {
                head.i32(1, present.len() as i64);
                head.i32(2, encoding);
                head.i32(3, RUNS);
                head.i32(4, RUNS);
            });
        })
    }

    fn page(&mut self, kind: i64, body: &[u8], describe: impl FnOnce(&mut Thrift)) -> io::Result<()> {
        let packed = snap::raw::Encoder::new().compress_vec(body).map_err(io::Error::other)?;
        let size = |bytes: &[u8]| i32::try_from(bytes.len()).map(i64::from).map_err(io::Error::other);
        let (before, after) = (size(body)?, size(&packed)?);
        let mut head = Thrift::default();
        head.structure(|head| {
            head.i32(1, kind);
            head.i32(2, before);
            head.i32(3, after);
            describe(head);
        });
        self.unpacked += (head.bytes.len() + body.len()) as u64;
        self.bytes.extend(head.bytes);
        self.bytes.extend(packed);
        Ok(())
    }
}
