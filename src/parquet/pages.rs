//! The pages of one column in one group of rows, unpacked and read.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use super::Unreadable;
use super::bits::{Number, small};
use super::meta::{Kind, PageHead, page};
use super::values::{Indices, Trouble, Values, spread};

/// A page larger than this is none: 256 MiB, where writers make pages of 1 MiB.
const LARGEST_PAGE: usize = 1 << 28;
/// Pages of one column in one group that take more than this together are not unpacked: 1 GiB.
const LARGEST_CHUNK: usize = 1 << 30;
/// A dictionary of more texts than this is none.
const MOST_TEXTS: usize = super::MOST_ROWS as usize;
/// What Snappy makes at most of a byte, and a little more: a copy of 64 bytes takes three.
const SNAPPY_AT_MOST: usize = 32;

/// Why a column cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failed {
    Damaged,
    Large,
    Encoding(i64),
    Packing(&'static str),
}

impl Failed {
    /// The same with the place where it went wrong.
    pub(super) fn at(self, row: u64, rows: u64, column: &str) -> Unreadable {
        match self {
            Failed::Damaged => Unreadable::Damaged { row },
            Failed::Large => Unreadable::LargeGroup { rows },
            Failed::Encoding(encoding) => Unreadable::Encoding { column: column.to_owned(), encoding },
            Failed::Packing(name) => Unreadable::Packing(name),
        }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Failed {
        match trouble {
            Trouble::Damaged => Failed::Damaged,
            Trouble::Large => Failed::Large,
            Trouble::Encoding(encoding) => Failed::Encoding(encoding),
        }
    }
}

/// Memory for what is read on the way to values, from one column to the next.
#[derive(Default)]
pub struct Desk {
    /// A column as it stands in the file.
    pub(super) packed: Vec<u8>,
    unpacker: Unpacker,
    /// Per row whether it has a value.
    present: Vec<u8>,
    narrow: Vec<u8>,
    wide: Vec<u32>,
}

/// What the pages of a column have in common.
struct Chunk<'d> {
    kind: Kind,
    optional: bool,
    rows: usize,
    values: Values<Indices>,
    /// How many of the texts belong to the dictionary.
    dictionary: usize,
    present: &'d mut Vec<u8>,
    narrow: &'d mut Vec<u8>,
    wide: &'d mut Vec<u32>,
}

/// Reads a whole column, of which the bytes lie on the desk.
pub(super) fn chunk(
    desk: &mut Desk,
    codec: i64,
    (kind, optional): (Kind, bool),
    rows: usize,
) -> Result<Values<Indices>, Failed> {
    let Desk { packed, unpacker, present, narrow, wide } = desk;
    let (values, dictionary) = (Values::default(), 0);
    let mut chunk = Chunk { kind, optional, rows, values, dictionary, present, narrow, wide };
    let (mut rest, mut unpacked) = (packed.as_slice(), 0);
    while chunk.values.rows.len() < rows {
        let (head, length) = page(rest).ok_or(Failed::Damaged)?;
        let (body, after) = rest[length..].split_at_checked(head.packed).ok_or(Failed::Damaged)?;
        rest = after;
        if head.unpacked > LARGEST_PAGE {
            return Err(Failed::Damaged);
        }
        // What holds nothing need not be unpacked, however much of that there is.
        if head.values == 0 {
            continue;
        }
        unpacked += head.unpacked;
        if unpacked > LARGEST_CHUNK {
            return Err(Failed::Large);
        }
        match head.kind {
            0 => chunk.first_form(&head, unpacker.unpack(codec, body, head.unpacked)?)?,
            2 => chunk.dictionary(&head, unpacker.unpack(codec, body, head.unpacked)?)?,
            3 => {
                let before = head.repeated.checked_add(head.missing).ok_or(Failed::Damaged)?;
                let (levels, values) = body.split_at_checked(before).ok_or(Failed::Damaged)?;
                let size = head.unpacked.checked_sub(before).ok_or(Failed::Damaged)?;
                let values = if head.plain { values } else { unpacker.unpack(codec, values, size)? };
                chunk.read(&head, &levels[head.repeated..], values)?;
            }
            // An index.
            _ => {}
        }
    }
    Ok(chunk.values)
}

impl Chunk<'_> {
    fn dictionary(&mut self, head: &PageHead, bytes: &[u8]) -> Result<(), Failed> {
        if !matches!(head.encoding, 0 | 2) || !self.values.texts.is_empty() || head.values > MOST_TEXTS {
            return Err(Failed::Damaged);
        }
        self.values.plain(self.kind, bytes, head.values).ok_or_else(|| self.values.trouble())?;
        self.dictionary = head.values;
        Ok(())
    }

    fn first_form(&mut self, head: &PageHead, bytes: &[u8]) -> Result<(), Failed> {
        if !self.optional {
            return self.read(head, &[], bytes);
        }
        if head.levels != 3 {
            return Err(Failed::Encoding(head.levels));
        }
        let (length, rest) = bytes.split_first_chunk().ok_or(Failed::Damaged)?;
        let parts = rest.split_at_checked(u32::from_le_bytes(*length) as usize);
        let (levels, values) = parts.ok_or(Failed::Damaged)?;
        self.read(head, levels, values)
    }

    /// Reads the values of a page, and puts them in the rows that have one.
    fn read(&mut self, head: &PageHead, levels: &[u8], bytes: &[u8]) -> Result<(), Failed> {
        if head.values > self.rows - self.values.rows.len() {
            return Err(Failed::Damaged);
        }
        self.present.clear();
        let mut count = head.values;
        if self.optional {
            small(levels, 1, head.values, self.present).ok_or(Failed::Damaged)?;
            self.present.iter_mut().for_each(|present| *present &= 1);
            // So many at a time that a byte holds their sum.
            let sums = self.present.chunks(u8::MAX.into()).map(|present| present.iter().sum::<u8>());
            count = sums.map(usize::from).sum();
        }
        if count == head.values {
            self.present.clear();
        }
        if !matches!(head.encoding, 2 | 8) {
            let first = self.values.texts.len() as u32;
            self.values.encoded(self.kind, head.encoding, bytes, count)?;
            let indices = first..self.values.texts.len() as u32;
            if indices.len() != count {
                return Err(Failed::Damaged);
            }
            let mut rows = std::mem::take(&mut self.values.rows).into_wide();
            if self.present.is_empty() {
                rows.extend(indices);
            } else {
                self.wide.clear();
                self.wide.extend(indices);
                spread(self.wide, self.present, &mut rows);
            }
            self.values.rows = Indices::Wide(rows);
            return Ok(());
        }
        let (width, packed) = match bytes.split_first() {
            Some((&width, packed)) => (u32::from(width), packed),
            None if count == 0 => (0, bytes),
            None => return Err(Failed::Damaged),
        };
        let limits = (count, self.dictionary);
        let read = match &mut self.values.rows {
            Indices::Narrow(rows) if width <= u8::BITS && self.dictionary <= Indices::NARROW => {
                coded(packed, width, limits, self.present, self.narrow, rows)
            }
            rows => {
                let mut wide = std::mem::take(rows).into_wide();
                let read = coded(packed, width, limits, self.present, self.wide, &mut wide);
                *rows = Indices::Wide(wide);
                read
            }
        };
        read.ok_or(Failed::Damaged)
    }
}

/// Reads indices of a dictionary, as many as there are rows with a value, and puts them in those.
fn coded<N: Number>(
    packed: &[u8],
    width: u32,
    (count, dictionary): (usize, usize),
    present: &[u8],
    indices: &mut Vec<N>,
    rows: &mut Vec<N>,
) -> Option<()> {
    if count == 0 {
        rows.resize(rows.len() + present.len(), N::MOST);
        return Some(());
    }
    let most = N::lowest(u32::try_from(dictionary.checked_sub(1)?).ok()?);
    if present.is_empty() {
        let from = rows.len();
        small(packed, width, count, rows)?;
        return all_up_to(most, &rows[from..]).then_some(());
    }
    indices.clear();
    small(packed, width, count, indices)?;
    spread(indices, present, rows);
    all_up_to(most, indices).then_some(())
}

/// Whether no number is larger; all are looked at, which is faster than to stop.
fn all_up_to<N: Number>(most: N, numbers: &[N]) -> bool {
    !numbers.iter().fold(false, |larger, &number| larger | (number > most))
}

/// Unpacks pages.
#[derive(Default)]
struct Unpacker {
    page: Vec<u8>,
    zstd: FrameDecoder,
}

impl Unpacker {
    /// Unpacks a page, which is as large as it says.
    fn unpack<'p>(&'p mut self, codec: i64, body: &'p [u8], size: usize) -> Result<&'p [u8], Failed> {
        let bytes = &mut self.page;
        bytes.clear();
        let most = size as u64 + 1;
        let read = match codec {
            0 => return if body.len() == size { Ok(body) } else { Err(Failed::Damaged) },
            1 if size / SNAPPY_AT_MOST <= body.len() && snap::raw::decompress_len(body).ok() == Some(size) => {
                bytes.resize(size, 0);
                snap::raw::Decoder::new().decompress(body, bytes).map_err(|_| Failed::Damaged)?;
                Ok(0)
            }
            1 => return Err(Failed::Damaged),
            2 => MultiGzDecoder::new(body).take(most).read_to_end(bytes),
            6 => {
                let decoder = StreamingDecoder::new_with_decoder(body, &mut self.zstd).map_err(|_| Failed::Damaged)?;
                decoder.take(most).read_to_end(bytes)
            }
            4 => return Err(Failed::Packing("Brotli")),
            3 => return Err(Failed::Packing("LZO")),
            5 | 7 => return Err(Failed::Packing("LZ4")),
            _ => return Err(Failed::Damaged),
        };
        if read.is_err() || bytes.len() != size { Err(Failed::Damaged) } else { Ok(bytes) }
    }
}
