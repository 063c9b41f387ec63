//! Values of a column as the texts that a table would hold.

use super::bits::{deltas, hybrid};
use super::meta::{Kind, Means};

/// No value.
pub const MISSING: u32 = u32::MAX;
/// Texts of one column in one group that take more than this are not held: 256 MiB.
const LARGEST: usize = 1 << 28;

/// The values of a column of one group: each row refers to one of the texts.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// The texts, one behind the other.
    pub bytes: Vec<u8>,
    /// Where each text stands in that.
    pub texts: Vec<(u32, u32)>,
    /// Per row the index of its text, or [`MISSING`].
    pub rows: Vec<u32>,
}

/// Why values cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// They are not as the format says.
    Damaged,
    /// They take more memory than peil takes.
    Large,
    /// They are written in a way that peil does not read.
    Encoding(i64),
}

impl Values {
    /// The text of a row; empty where there is none.
    pub fn get(&self, row: usize) -> &[u8] {
        let text = self.rows.get(row).and_then(|&index| self.texts.get(index as usize));
        text.map_or(&[], |&(start, length)| &self.bytes[start as usize..(start + length) as usize])
    }

    /// Why values could not be taken.
    pub(super) fn trouble(&self) -> Trouble {
        if self.bytes.len() > LARGEST { Trouble::Large } else { Trouble::Damaged }
    }

    /// Ends a text that was put at the end of the bytes.
    fn end(&mut self, start: usize) -> Option<()> {
        if self.bytes.len() > LARGEST {
            return None;
        }
        self.texts.push((start as u32, (self.bytes.len() - start) as u32));
        Some(())
    }

    fn text(&mut self, text: &[u8]) -> Option<()> {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(text);
        self.end(start)
    }

    fn whole(&mut self, value: i64, means: Means) -> Option<()> {
        let mut buffer = itoa::Buffer::new();
        match means {
            Means::Signed => self.text(buffer.format(value).as_bytes()),
            Means::Unsigned => self.text(buffer.format(value as u64).as_bytes()),
            Means::Day => {
                let day = i32::try_from(value).ok().and_then(|days| {
                    let days = jiff::Span::new().try_days(days).ok()?;
                    jiff::civil::date(1970, 1, 1).checked_add(days).ok()
                });
                self.text(day?.to_string().as_bytes())
            }
            Means::Decimal(scale) => {
                let scale = scale as usize;
                let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
                let (whole, part) = digits.split_at(digits.len() - scale);
                let part = part.trim_end_matches('0');
                let (sign, point) = (if value < 0 { "-" } else { "" }, if part.is_empty() { "" } else { "." });
                self.text(format!("{sign}{whole}{point}{part}").as_bytes())
            }
        }
    }

    /// A number; what is none is no value.
    fn real(&mut self, value: f64, shortest: impl FnOnce() -> String) -> Option<()> {
        /// Whole numbers up to here are exact.
        const EXACT: f64 = 9e15;
        if value.is_nan() {
            self.text(b"")
        } else if value.fract() == 0.0 && value.abs() < EXACT {
            self.text(itoa::Buffer::new().format(value as i64).as_bytes())
        } else {
            self.text(shortest().as_bytes())
        }
    }

    fn value(&mut self, kind: Kind, bytes: &[u8]) -> Option<()> {
        match kind {
            Kind::I32(Means::Unsigned) => {
                self.whole(i64::from(u32::from_le_bytes(bytes.try_into().ok()?)), Means::Signed)
            }
            Kind::I32(means) => self.whole(i64::from(i32::from_le_bytes(bytes.try_into().ok()?)), means),
            Kind::I64(means) => self.whole(i64::from_le_bytes(bytes.try_into().ok()?), means),
            Kind::Float => {
                let value = f32::from_le_bytes(bytes.try_into().ok()?);
                self.real(f64::from(value), || value.to_string())
            }
            Kind::Double => {
                let value = f64::from_le_bytes(bytes.try_into().ok()?);
                self.real(value, || value.to_string())
            }
            Kind::Bool | Kind::Bytes | Kind::Fixed(_) => self.text(bytes),
        }
    }

    /// Reads values that are written one behind the other.
    pub(super) fn plain(&mut self, kind: Kind, mut bytes: &[u8], count: usize) -> Option<()> {
        let width = match kind {
            Kind::Bool => {
                let bits = (0..count).map(|index| Some(bytes.get(index / 8)? >> (index % 8) & 1 == 1));
                return bits.into_iter().try_for_each(|bit| self.truth(bit?));
            }
            Kind::I32(_) | Kind::Float => 4,
            Kind::I64(_) | Kind::Double => 8,
            Kind::Fixed(width) => width,
            Kind::Bytes => {
                for _ in 0..count {
                    let (length, rest) = bytes.split_first_chunk()?;
                    let (text, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
                    self.text(text)?;
                    bytes = rest;
                }
                return Some(());
            }
        };
        let all = bytes.get(..width.checked_mul(count)?)?;
        if width == 0 {
            return None;
        }
        all.chunks_exact(width).try_for_each(|value| self.value(kind, value))
    }

    fn truth(&mut self, value: bool) -> Option<()> {
        self.text(if value { b"yes" } else { b"no" })
    }

    /// Reads values in any encoding but that by a dictionary.
    pub(super) fn encoded(&mut self, kind: Kind, encoding: i64, bytes: &[u8], count: usize) -> Result<(), Trouble> {
        let read = match (encoding, kind) {
            (0, _) => self.plain(kind, bytes, count),
            (3, Kind::Bool) => self.truths(bytes, count),
            (5, Kind::I32(_) | Kind::I64(_)) => self.differences(kind, bytes, count),
            (6, Kind::Bytes) => self.lengths(bytes, count),
            (7, Kind::Bytes | Kind::Fixed(_)) => self.prefixes(bytes, count),
            (9, Kind::Bytes | Kind::Bool) => return Err(Trouble::Encoding(encoding)),
            (9, _) => self.split(kind, bytes, count),
            _ => return Err(Trouble::Encoding(encoding)),
        };
        read.ok_or_else(|| self.trouble())
    }

    fn truths(&mut self, bytes: &[u8], count: usize) -> Option<()> {
        let (length, rest) = bytes.split_first_chunk()?;
        let mut bits = Vec::new();
        hybrid(rest.get(..u32::from_le_bytes(*length) as usize)?, 1, count, &mut bits)?;
        bits.into_iter().take(count).try_for_each(|bit| self.truth(bit == 1))
    }

    fn differences(&mut self, kind: Kind, bytes: &[u8], count: usize) -> Option<()> {
        let mut numbers = Vec::new();
        deltas(bytes, &mut numbers, count)?;
        if numbers.len() != count {
            return None;
        }
        numbers.into_iter().try_for_each(|number| match kind {
            Kind::I64(_) => self.value(kind, &number.to_le_bytes()),
            _ => self.value(kind, &(number as i32).to_le_bytes()),
        })
    }

    fn lengths(&mut self, bytes: &[u8], count: usize) -> Option<()> {
        let mut lengths = Vec::new();
        let mut rest = deltas(bytes, &mut lengths, count)?;
        if lengths.len() != count {
            return None;
        }
        for length in lengths {
            let (text, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
            self.text(text)?;
            rest = after;
        }
        Some(())
    }

    /// Each text begins with a part of the one before it.
    fn prefixes(&mut self, bytes: &[u8], count: usize) -> Option<()> {
        let (mut shared, mut lengths) = (Vec::new(), Vec::new());
        let rest = deltas(bytes, &mut shared, count)?;
        let mut rest = deltas(rest, &mut lengths, count)?;
        if shared.len() != count || lengths.len() != count {
            return None;
        }
        let mut before: Vec<u8> = Vec::new();
        for (shared, length) in shared.into_iter().zip(lengths) {
            let (text, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
            let shared = usize::try_from(shared).ok().filter(|&shared| shared <= before.len())?;
            before.truncate(shared);
            before.extend_from_slice(text);
            self.text(&before)?;
            rest = after;
        }
        Some(())
    }

    /// The first bytes of all values, then the second ones, and so on.
    fn split(&mut self, kind: Kind, bytes: &[u8], count: usize) -> Option<()> {
        let width = match kind {
            Kind::I32(_) | Kind::Float => 4,
            Kind::I64(_) | Kind::Double => 8,
            Kind::Fixed(width) => width,
            Kind::Bool | Kind::Bytes => return None,
        };
        let all = bytes.get(..width.checked_mul(count)?)?;
        let mut value = Vec::new();
        (0..count).try_for_each(|index| {
            value.clear();
            value.extend((0..width).map(|byte| all[byte * count + index]));
            self.value(kind, &value)
        })
    }
}
