//! The pages of one column in one group of rows, unpacked and read.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::Unreadable;
use super::bits::hybrid;
use super::meta::{Kind, PageHead, page};
use super::values::{MISSING, Trouble, Values};

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

/// What the pages of a column have in common.
struct Chunk {
    codec: i64,
    kind: Kind,
    optional: bool,
    rows: usize,
    values: Values,
    /// How many of the texts belong to the dictionary.
    dictionary: usize,
    present: Vec<u32>,
    indices: Vec<u32>,
}

/// Reads a whole column.
pub(super) fn chunk(bytes: &[u8], codec: i64, (kind, optional): (Kind, bool), rows: usize) -> Result<Values, Failed> {
    let (present, indices) = (Vec::new(), Vec::new());
    let mut chunk = Chunk { codec, kind, optional, rows, values: Values::default(), dictionary: 0, present, indices };
    let (mut rest, mut unpacked) = (bytes, 0);
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
            0 => chunk.first_form(&head, body)?,
            2 => chunk.dictionary(&head, body)?,
            3 => chunk.second_form(&head, body)?,
            // An index.
            _ => {}
        }
    }
    Ok(chunk.values)
}

impl Chunk {
    fn dictionary(&mut self, head: &PageHead, body: &[u8]) -> Result<(), Failed> {
        if !matches!(head.encoding, 0 | 2) || !self.values.texts.is_empty() || head.values > MOST_TEXTS {
            return Err(Failed::Damaged);
        }
        let bytes = unpack(self.codec, body, head.unpacked)?;
        self.values.plain(self.kind, &bytes, head.values).ok_or_else(|| self.values.trouble())?;
        self.dictionary = head.values;
        Ok(())
    }

    fn first_form(&mut self, head: &PageHead, body: &[u8]) -> Result<(), Failed> {
        let bytes = unpack(self.codec, body, head.unpacked)?;
        if !self.optional {
            return self.read(head, &[], &bytes);
        }
        if head.levels != 3 {
            return Err(Failed::Encoding(head.levels));
        }
        let (length, rest) = bytes.split_first_chunk().ok_or(Failed::Damaged)?;
        let parts = rest.split_at_checked(u32::from_le_bytes(*length) as usize);
        let (levels, values) = parts.ok_or(Failed::Damaged)?;
        self.read(head, levels, values)
    }

    fn second_form(&mut self, head: &PageHead, body: &[u8]) -> Result<(), Failed> {
        let before = head.repeated.checked_add(head.missing).ok_or(Failed::Damaged)?;
        let (levels, values) = body.split_at_checked(before).ok_or(Failed::Damaged)?;
        let unpacked = head.unpacked.checked_sub(before).ok_or(Failed::Damaged)?;
        let values = if head.plain { values.to_vec() } else { unpack(self.codec, values, unpacked)? };
        self.read(head, &levels[head.repeated..], &values)
    }

    /// Reads the values of a page, and puts them in the rows that have one.
    fn read(&mut self, head: &PageHead, levels: &[u8], bytes: &[u8]) -> Result<(), Failed> {
        if head.values > self.rows - self.values.rows.len() {
            return Err(Failed::Damaged);
        }
        self.present.clear();
        let mut count = head.values;
        if self.optional {
            hybrid(levels, 1, head.values, &mut self.present).ok_or(Failed::Damaged)?;
            count = self.present.iter().map(|&present| present as usize & 1).sum();
        }
        self.indices.clear();
        if matches!(head.encoding, 2 | 8) {
            if count > 0 {
                let (&width, packed) = bytes.split_first().ok_or(Failed::Damaged)?;
                hybrid(packed, u32::from(width), count, &mut self.indices).ok_or(Failed::Damaged)?;
            }
            if self.indices.iter().any(|&index| index as usize >= self.dictionary) {
                return Err(Failed::Damaged);
            }
        } else {
            let first = self.values.texts.len() as u32;
            self.values.encoded(self.kind, head.encoding, bytes, count)?;
            self.indices.extend(first..self.values.texts.len() as u32);
        }
        if self.indices.len() != count {
            return Err(Failed::Damaged);
        }
        let rows = &mut self.values.rows;
        if count == head.values {
            rows.extend_from_slice(&self.indices);
            return Ok(());
        }
        // Whether there is one or not, no branch: the next value is looked at, and taken or left.
        let mut next = 0;
        rows.extend(self.present.iter().map(|&present| {
            let there = present & 1;
            let value = self.indices.get(next).copied().unwrap_or(MISSING);
            next += there as usize;
            value | there.wrapping_sub(1)
        }));
        Ok(())
    }
}

/// Unpacks a page, which is as large as it says.
fn unpack(codec: i64, body: &[u8], size: usize) -> Result<Vec<u8>, Failed> {
    let mut bytes = Vec::new();
    let most = size as u64 + 1;
    let read = match codec {
        0 => {
            bytes.extend_from_slice(body);
            Ok(0)
        }
        1 if size / SNAPPY_AT_MOST <= body.len() && snap::raw::decompress_len(body).ok() == Some(size) => {
            bytes = snap::raw::Decoder::new().decompress_vec(body).map_err(|_| Failed::Damaged)?;
            Ok(0)
        }
        1 => return Err(Failed::Damaged),
        2 => MultiGzDecoder::new(body).take(most).read_to_end(&mut bytes),
        6 => {
            let decoder = StreamingDecoder::new(body).map_err(|_| Failed::Damaged)?;
            decoder.take(most).read_to_end(&mut bytes)
        }
        4 => return Err(Failed::Packing("Brotli")),
        3 => return Err(Failed::Packing("LZO")),
        5 | 7 => return Err(Failed::Packing("LZ4")),
        _ => return Err(Failed::Damaged),
    };
    if read.is_err() || bytes.len() != size { Err(Failed::Damaged) } else { Ok(bytes) }
}
