//! Scores as CSV: how a line is written, and not what stands in it. Unknown is empty.

use std::borrow::Cow;

use peil::responses::no_formula;

use super::score_file::{Lines, Sheet};

/// Lines of a CSV file.
pub(crate) struct Line {
    text: Text,
    shares: Shares,
}

/// Shares that were written before, each at a place that follows from it: of some twelve questions there are few.
struct Shares {
    /// As many as a power of two.
    all: Vec<Share>,
    /// How many were made since there are so many places.
    made: usize,
}

/// Fields one behind the other.
#[derive(Default)]
struct Text {
    /// What is written, and room behind it.
    bytes: Vec<u8>,
    /// How much of it is written.
    length: usize,
}

/// A share as it is written, with the comma behind it.
#[derive(Clone)]
struct Share {
    of: f64,
    written: [u8; LONGEST_SHARE],
    length: u8,
}

/// Bytes of a share and its comma: seventeen digits, and before them `0.000`. What is smaller still is not kept.
const LONGEST_SHARE: usize = 23;
/// Bits of the place of a share, how many more there are when many differ, and the most.
const SHARE_BITS: u32 = 8;
const MORE_SHARE_BITS: u32 = 2;
const MOST_SHARE_BITS: u32 = 12;

/// The bytes that stand in a field in quotes only.
const QUOTED: [bool; 256] = {
    let mut quoted = [false; 256];
    let (mut at, bytes) = (0, b",\"\n\r");
    while at < bytes.len() {
        quoted[bytes[at] as usize] = true;
        at += 1;
    }
    quoted
};

impl Default for Line {
    fn default() -> Line {
        Line { text: Text::default(), shares: Shares::new(SHARE_BITS) }
    }
}

impl Text {
    /// The room for so many bytes more.
    #[inline]
    fn room(&mut self, bytes: usize) -> &mut [u8] {
        if self.bytes.len() - self.length < bytes {
            self.grow(bytes);
        }
        &mut self.bytes[self.length..]
    }

    /// A little at a time, so that what is made room in is near when it is written to.
    #[inline(never)]
    fn grow(&mut self, bytes: usize) {
        self.bytes.resize(self.length + bytes + 4096, 0);
    }

    fn push(&mut self, bytes: &[u8]) {
        copy(&mut self.room(bytes.len())[..bytes.len()], bytes);
        self.length += bytes.len();
    }

    /// A field of which every byte can stand as it is, with the comma behind it.
    fn plain(&mut self, field: &[u8]) {
        let room = &mut self.room(field.len() + 1)[..=field.len()];
        if let Some((comma, room)) = room.split_last_mut() {
            copy(room, field);
            *comma = b',';
        }
        self.length += field.len() + 1;
    }

    /// A field, in quotes where it has to be, and for a spreadsheet never a formula.
    fn field(&mut self, field: &str) {
        if let Cow::Owned(field) = no_formula(field) {
            return self.quoted(&field);
        }
        if !field.bytes().any(|byte| QUOTED[usize::from(byte)]) {
            return self.plain(field.as_bytes());
        }
        self.quoted(field);
    }

    fn quoted(&mut self, field: &str) {
        self.push(b"\"");
        for piece in field.split_inclusive('"') {
            self.push(piece.as_bytes());
            if piece.ends_with('"') {
                self.push(b"\"");
            }
        }
        self.push(b"\",");
    }
}

impl Shares {
    /// With so many bits to a place.
    fn new(bits: u32) -> Shares {
        Shares { all: vec![Share { of: f64::NAN, written: [0; LONGEST_SHARE], length: 0 }; 1 << bits], made: 0 }
    }

    /// A share as it is written; `None` where that is longer than any.
    fn written(&mut self, share: f64) -> Option<&Share> {
        let place = |bits: u32| (share.to_bits().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - bits)) as usize;
        let mut bits = self.all.len().ilog2();
        if self.all[place(bits)].of != share {
            self.made += 1;
            if self.made > 2 * self.all.len() && bits < MOST_SHARE_BITS {
                bits += MORE_SHARE_BITS;
                *self = Shares::new(bits);
            }
            self.all[place(bits)] = Share::new(share)?;
        }
        Some(&self.all[place(bits)])
    }
}

impl Share {
    fn new(share: f64) -> Option<Share> {
        let mut buffer = zmij::Buffer::new();
        let number = buffer.format_finite(share).as_bytes();
        let mut written = [0; LONGEST_SHARE];
        written.get_mut(..number.len())?.copy_from_slice(number);
        *written.get_mut(number.len())? = b',';
        Some(Share { of: share, written, length: number.len() as u8 + 1 })
    }
}

/// Copies bytes to as many. Fields are short: both ends of one, which overlap, are copied without asking how long it is.
#[inline]
fn copy(to: &mut [u8], from: &[u8]) {
    match from.len() {
        0 => {}
        1 => to[0] = from[0],
        2..4 => copy_ends::<2>(to, from),
        4..8 => copy_ends::<4>(to, from),
        8..16 => copy_ends::<8>(to, from),
        16..=32 => copy_ends::<16>(to, from),
        _ => to.copy_from_slice(from),
    }
}

fn copy_ends<const LENGTH: usize>(to: &mut [u8], from: &[u8]) {
    if let (Some(to), Some(from)) = (to.first_chunk_mut::<LENGTH>(), from.first_chunk()) {
        *to = *from;
    }
    if let (Some(to), Some(from)) = (to.last_chunk_mut::<LENGTH>(), from.last_chunk()) {
        *to = *from;
    }
}

impl Lines for Line {
    /// The last column left a comma.
    fn end(&mut self) {
        if let Some(last) = self.text.bytes[..self.text.length].last_mut() {
            *last = b'\n';
        }
    }

    fn take(&mut self, room: Vec<u8>) -> Vec<u8> {
        let Text { mut bytes, length } = std::mem::replace(&mut self.text, Text { bytes: room, length: 0 });
        bytes.truncate(length);
        bytes
    }
}

impl Sheet for Line {
    fn text(&mut self, _: &str, value: Option<&str>) {
        self.text.field(value.unwrap_or_default());
    }

    fn number(&mut self, _: &str, value: Option<f64>) {
        match value {
            Some(value) => self.text.plain(zmij::Buffer::new().format_finite(value).as_bytes()),
            None => self.text.plain(b""),
        }
    }

    fn share(&mut self, name: &str, value: Option<f64>) {
        let Some(share) = value.and_then(|value| self.shares.written(value)) else { return self.number(name, value) };
        // As many bytes for every share: what is too much is written over by the next.
        if let Some(room) = self.text.room(share.written.len()).first_chunk_mut() {
            *room = share.written;
        }
        self.text.length += usize::from(share.length);
    }

    /// Without making up a name that is not written.
    fn coverage(&mut self, dimension: &str, value: Option<f64>) {
        self.share(dimension, value);
    }

    fn count(&mut self, _: &str, value: Option<i64>) {
        match value {
            Some(value) => self.text.plain(itoa::Buffer::new().format(value).as_bytes()),
            None => self.text.plain(b""),
        }
    }
}

/// The header of a CSV file.
#[derive(Default)]
pub(crate) struct Names(pub(crate) Line);

impl Sheet for Names {
    fn text(&mut self, name: &str, _: Option<&str>) {
        self.0.text.field(name);
    }

    fn number(&mut self, name: &str, _: Option<f64>) {
        self.0.text.field(name);
    }

    fn count(&mut self, name: &str, _: Option<i64>) {
        self.0.text.field(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_any_length_read_back_as_they_were() {
        let letters = "abcdefghijklmnopqrstuvwxyzéABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let mut fields: Vec<&str> = (0..=20).chain(28..54).map(|length| &letters[..length]).collect();
        fields.extend(["a,b", "\"", "\"\"x\"", "two\nlines", "a\rb", "Nachtberg \"de Oude\""]);
        let mut lines = Line::default();
        fields.iter().for_each(|field| lines.text("", Some(field)));
        lines.end();
        let written = lines.take(Vec::new());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&written[..]);
        let read = reader.records().next().expect("a line").expect("a line that is whole");
        assert_eq!(read.iter().collect::<Vec<_>>(), fields);
    }

    #[test]
    fn what_a_spreadsheet_would_reckon_with_is_text_and_numbers_stay() {
        let mut lines = Line::default();
        for field in ["=1+1", "@SUM(A1)", "-12", "+31 6", "'s-Hertogenbosch"] {
            lines.text("", Some(field));
        }
        lines.end();
        assert_eq!(lines.take(Vec::new()), b"\"'=1+1\",\"'@SUM(A1)\",-12,\"'+31 6\",'s-Hertogenbosch\n");
    }

    #[test]
    fn a_share_is_written_as_the_number_it_is_the_first_time_and_after_others() {
        // More than there are places for, and some that are written at length or with an exponent.
        let mut shares: Vec<f64> = (0..9000).map(|share| f64::from(share % 5001) / 5001.0).collect();
        shares.extend([0.000_123_456_789_012_345_67, 1.234_567_890_123_456_7e-7, 1.0, 0.0]);
        let mut lines = Line::default();
        let mut expected = String::new();
        for share in shares {
            lines.share("", Some(share));
            expected.push_str(&format!("{share:?},"));
        }
        lines.share("", None);
        lines.count("", Some(7));
        lines.end();
        expected.push_str(",7\n");
        assert_eq!(String::from_utf8(lines.take(Vec::new())).expect("UTF-8"), expected);
    }
}
