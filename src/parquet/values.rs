//! Values of a column as the texts that a table would hold.

use super::bits::{Number, deltas, hybrid};
use super::meta::{Kind, Means};

/// No value.
pub const MISSING: u32 = u32::MAX;
/// Texts of one column in one group that take more than this are not held: 256 MiB.
const LARGEST: usize = 1 << 28;

/// The values of a column of one group: each row refers to one of the texts.
#[derive(Clone, Debug, Default)]
pub struct Values<Rows = Vec<u32>> {
    /// The texts, one behind the other.
    pub bytes: Vec<u8>,
    /// Where each text stands in that.
    pub texts: Vec<(u32, u32)>,
    /// Per row the index of its text: a [`Vec`] in which none is [`MISSING`], or [`Indices`].
    pub rows: Rows,
}

/// Per row the index of its text; the highest number where it has none.
#[derive(Clone, Debug)]
pub enum Indices {
    /// There are so few texts that a byte tells them apart.
    Narrow(Vec<u8>),
    /// There are more.
    Wide(Vec<u32>),
}

impl Default for Indices {
    fn default() -> Indices {
        Indices::Narrow(Vec::new())
    }
}

impl Indices {
    /// More texts than this a byte does not tell apart from none.
    pub(super) const NARROW: usize = u8::MAX as usize;

    /// Rows that have no text.
    pub(super) fn missing(rows: usize) -> Indices {
        Indices::Narrow(vec![u8::MAX; rows])
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        match self {
            Indices::Narrow(rows) => rows.len(),
            Indices::Wide(rows) => rows.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a row.
    pub fn get(&self, row: usize) -> Option<usize> {
        match self {
            Indices::Narrow(rows) => rows.get(row).filter(|&&index| index != u8::MAX).map(|&index| index.into()),
            Indices::Wide(rows) => rows.get(row).filter(|&&index| index != MISSING).map(|&index| index as usize),
        }
    }

    /// The text of each row.
    pub fn iter(&self) -> impl Iterator<Item = Option<usize>> {
        (0..self.len()).map(|row| self.get(row))
    }

    /// Whether a row has no text.
    pub fn has_missing(&self) -> bool {
        match self {
            Indices::Narrow(rows) => rows.contains(&u8::MAX),
            Indices::Wide(rows) => rows.contains(&MISSING),
        }
    }

    /// The rows in a form to which any text can be added.
    pub(super) fn into_wide(self) -> Vec<u32> {
        let wide = |index| if index == u8::MAX { MISSING } else { u32::from(index) };
        match self {
            Indices::Narrow(rows) => rows.into_iter().map(wide).collect(),
            Indices::Wide(rows) => rows,
        }
    }
}

/// Of eight rows, by the bits that say which have a text, which of the next eight texts each has; of those without, the
/// one behind them.
const TEXTS_OF: [[u8; 8]; 256] = {
    let (mut texts, mut bits) = ([[8; 8]; 256], 0);
    while bits < texts.len() {
        let (mut row, mut next) = (0, 0);
        while row < 8 {
            if bits >> row & 1 == 1 {
                texts[bits][row] = next;
                next += 1;
            }
            row += 1;
        }
        bits += 1;
    }
    texts
};

/// Puts indices in the rows that have a text; `present` is 1 for each of those, and as many indices there are.
pub(super) fn spread<N: Number>(indices: &[N], present: &[u8], rows: &mut Vec<N>) {
    /// Moves the lowest bits of eight bytes side by side, to the highest byte.
    const TOGETHER: u64 = 0x0102_0408_1020_4080;
    let from = rows.len();
    rows.resize(from + present.len(), N::MOST);
    let (eights, last) = rows[from..].as_chunks_mut::<8>();
    let (present, of_last) = present.as_chunks::<8>();
    let mut rest = indices;
    // The next eight texts, and behind them what stands for none.
    let mut next = [N::MOST; 16];
    for (rows, present) in eights.iter_mut().zip(present) {
        match rest.first_chunk::<8>() {
            Some(all) => next[..8].copy_from_slice(all),
            None => next[..8].iter_mut().zip(rest).for_each(|(next, index)| *next = *index),
        }
        let bits = u64::from_le_bytes(*present).wrapping_mul(TOGETHER) >> (u64::BITS - 8);
        *rows = TEXTS_OF[bits as usize].map(|text| next[usize::from(text & 15)]);
        rest = rest.get(bits.count_ones() as usize..).unwrap_or_default();
    }
    let with_text = last.iter_mut().zip(of_last).filter(|(_, present)| **present == 1);
    with_text.zip(rest).for_each(|((row, _), index)| *row = *index);
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
}

impl Values<Indices> {
    /// The same with numbers that any text can have.
    pub(super) fn wide(self) -> Values {
        Values { bytes: self.bytes, texts: self.texts, rows: self.rows.into_wide() }
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
                // The texts stay between the lengths before them: one copy for all.
                let (mut start, all) = (self.bytes.len(), bytes);
                if start + all.len() > LARGEST {
                    // As many as tell why.
                    self.bytes.extend(all.iter().take(LARGEST + 1 - start));
                    return None;
                }
                for _ in 0..count {
                    let (length, rest) = bytes.split_first_chunk()?;
                    let length = u32::from_le_bytes(*length);
                    bytes = rest.split_at_checked(length as usize)?.1;
                    self.texts.push((start as u32 + 4, length));
                    start += 4 + length as usize;
                }
                self.bytes.extend_from_slice(all);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_beyond_measure_are_large_and_texts_cut_off_are_damaged() {
        let mut values = Values { bytes: vec![0; LARGEST - 6], ..Values::default() };
        assert_eq!(values.plain(Kind::Bytes, &[2, 0, 0, 0, b'j', b'a'], 1), Some(()));
        assert_eq!(values.texts, [(LARGEST as u32 - 2, 2)]);
        assert_eq!(values.plain(Kind::Bytes, &[1, 0, 0, 0, b'n'], 1), None);
        assert_eq!(values.trouble(), Trouble::Large);
        let mut values = Values::default();
        assert_eq!(values.plain(Kind::Bytes, &[3, 0, 0, 0, b'j', b'a'], 1), None);
        assert_eq!(values.trouble(), Trouble::Damaged);
    }

    #[test]
    fn rows_without_a_text_stay_without_one_beside_those_that_have_one() {
        // Eight with one, then one and none by turns.
        let present: Vec<u8> = (0..13).map(|row| u8::from(row < 8 || row % 2 == 1)).collect();
        let indices: Vec<u8> = (10..20).collect();
        let mut rows = vec![7];
        spread(&indices, &present, &mut rows);
        assert_eq!(rows, [7, 10, 11, 12, 13, 14, 15, 16, 17, 255, 18, 255, 19, 255]);
        // Any eight rows behind some others, and before a few.
        for bits in 0..256usize {
            let present: Vec<u8> = (0..19).map(|row| (bits >> (row % 8) & 1) as u8).collect();
            let with_text = present.iter().filter(|present| **present == 1).count();
            let indices: Vec<u32> = (0..).take(with_text).collect();
            let (mut next, mut spread_out) = (0.., Vec::new());
            spread(&indices, &present, &mut spread_out);
            let expected =
                present.iter().map(|&present| if present == 1 { next.next().expect("endless") } else { MISSING });
            assert_eq!(spread_out, expected.collect::<Vec<u32>>(), "{bits:b}");
        }
        let rows = Indices::Narrow(rows);
        assert!(rows.has_missing() && !Indices::Narrow(vec![0, 254]).has_missing());
        assert_eq!((rows.get(8), rows.get(9), rows.get(14)), (Some(17), None, None));
        assert_eq!(rows.into_wide()[9..11], [MISSING, 18]);
    }
}
