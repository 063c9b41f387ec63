//! Sixty-four bytes of a block at a time: where cells end in them, and which of those are plain.

use wide::u8x16;

/// Some bytes of a block, by the bit of each: the lowest is the first.
pub(super) struct Window {
    start: usize,
    separators: u64,
    /// Quotes, line breaks, and where a cell begins or ends with a blank or with a byte above 127.
    trouble: u64,
    /// Bytes above 127.
    high: u64,
}

/// A cell without quotes and without blanks around it, behind which comes a separator.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) length: u32,
    /// Whether all of it are bytes up to 127.
    pub(super) is_ascii: bool,
}

/// Which of these bytes are what is asked for, by the bit of each.
#[inline(always)]
pub(super) fn places(bytes: &[u8; 64], are: impl Fn(u8x16) -> u8x16) -> u64 {
    let sixteen = |(index, bytes): (usize, &[u8; 16])| u64::from(are(u8x16::new(*bytes)).to_bitmask()) << (16 * index);
    bytes.as_chunks::<16>().0.iter().enumerate().map(sixteen).fold(0, |all, some| all | some)
}

impl Window {
    /// The bytes from `start` on, where a cell begins; `None` where there are fewer.
    #[inline]
    pub(super) fn new(block: &[u8], start: usize, separator: u8) -> Option<Window> {
        let bytes: &[u8; 64] = block.get(start..)?.first_chunk()?;
        let separators = places(bytes, |bytes| bytes.simd_eq(u8x16::splat(separator)));
        let (line, quote) = (u8x16::splat(b'\n'), u8x16::splat(b'"'));
        let mut trouble = places(bytes, |bytes| bytes.simd_eq(line) | bytes.simd_eq(quote));
        let high = places(bytes, |bytes| bytes);
        let low = places(bytes, |bytes| bytes.min(u8x16::splat(b' ')).simd_eq(bytes));
        let beside = separators << 1 | 1 | separators >> 1;
        trouble |= (low | high) & beside & !separators;
        Some(Window { start, separators, trouble, high })
    }

    /// Whether a plain cell at `at` of the same block is text. Mostly the bytes above 127 come in twos, of which one begins
    /// a letter and the next ends it; whatever else there is takes longer to tell.
    pub(super) fn is_text(&self, block: &[u8], at: usize, length: u32) -> bool {
        let cell = (1 << length) - 1;
        let bytes: &[u8; 64] = block.get(self.start..).and_then(|rest| rest.first_chunk()).unwrap_or(&[0; 64]);
        let are = |from: u8, to: u8| {
            places(bytes, |bytes| bytes.max(u8x16::splat(from)).min(u8x16::splat(to)).simd_eq(bytes))
        };
        let (first, second) = (are(0xc2, 0xdf), are(0x80, 0xbf));
        let of_cell = |which: u64| which >> (at - self.start) & cell;
        let (first, second, high) = (of_cell(first), of_cell(second), of_cell(self.high));
        let are_twos = first << 1 == second && first | second == high;
        are_twos || block.get(at..at + length as usize).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok())
    }

    /// The cell at `at`, before which a cell ended; `None` when it is not plain, or does not end within these bytes.
    #[inline]
    pub(super) fn plain(&self, at: usize) -> Option<Plain> {
        let from = (at - self.start) as u32;
        let separators = self.separators.checked_shr(from)?;
        // Up to the separator, and that too.
        let cell = separators ^ separators.wrapping_sub(1);
        let is_plain = separators != 0 && self.trouble >> from & cell == 0;
        is_plain.then(|| Plain { length: separators.trailing_zeros(), is_ascii: self.high >> from & cell == 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cell at a place of a text, followed by what fills the window.
    fn plain(text: &str, at: usize, separator: u8) -> Option<(u32, bool)> {
        let block = format!("{text}{}", "x".repeat(64));
        let window = Window::new(block.as_bytes(), 0, separator).expect("64 bytes");
        window.plain(at).map(|plain| (plain.length, plain.is_ascii))
    }

    #[test]
    fn a_cell_is_plain_when_nothing_about_it_wants_a_closer_look() {
        for separator in [",", ";", "\t"] {
            let text = ["B1", "Aalst", "", "Zoë P", "\" q\"", "a\"b", " c", "d ", "é", "last\n"].join(separator);
            let at = |cell: &str| plain(&text, text.find(cell).expect("there"), separator.as_bytes()[0]);
            assert_eq!(at("B1"), Some((2, true)));
            assert_eq!(at("Aalst"), Some((5, true)));
            assert_eq!(plain(&text, 9, separator.as_bytes()[0]), Some((0, true)), "nothing at all");
            assert_eq!(at("Zoë"), Some((6, false)), "a blank and a letter of two bytes within");
            for odd in ["\" q\"", "a\"b", " c", "d ", "é", "last"] {
                assert_eq!(at(odd), None, "{odd}");
            }
        }
    }

    #[test]
    fn a_cell_is_found_up_to_the_last_byte_of_a_window() {
        for length in 0..64 {
            let text = format!("{},", "y".repeat(length));
            assert_eq!(plain(&text, 0, b','), Some((length as u32, true)));
        }
        assert_eq!(plain(&format!("{},", "y".repeat(64)), 0, b','), None);
        assert_eq!(plain("", 64, b','), None);
        assert!(Window::new(&[b'x'; 63], 0, b',').is_none());
    }
}
