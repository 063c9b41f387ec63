//! Sixty-four bytes of a block at a time: where cells end in them, and which of those are plain.

use super::cell::Cell;
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

    /// Whether a stretch of the same block that lies within these bytes is text.
    #[inline]
    pub(super) fn is_text(&self, block: &[u8], at: usize, length: u32) -> bool {
        self.high >> (at - self.start) & ((1 << length) - 1) == 0 || self.is_text_of_some_alphabet(block, at, length)
    }

    /// Mostly the bytes above 127 come in twos, of which one begins a letter and the next ends it; whatever else there is
    /// takes longer to tell.
    fn is_text_of_some_alphabet(&self, block: &[u8], at: usize, length: u32) -> bool {
        let cell = (1 << length) - 1;
        let bytes = self.bytes(block);
        let are = |from: u8, to: u8| {
            places(bytes, |bytes| bytes.max(u8x16::splat(from)).min(u8x16::splat(to)).simd_eq(bytes))
        };
        let (first, second) = (are(0xc2, 0xdf), are(0x80, 0xbf));
        let of_cell = |which: u64| which >> (at - self.start) & cell;
        let (first, second, high) = (of_cell(first), of_cell(second), of_cell(self.high));
        let are_twos = first << 1 == second && first | second == high;
        are_twos || block.get(at..at + length as usize).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok())
    }

    /// How long the cell at `at` is, before which a cell ended; `None` when it has quotes or blanks around it, or does not
    /// end within these bytes.
    #[inline]
    pub(super) fn plain(&self, at: usize) -> Option<u32> {
        let from = (at - self.start) as u32;
        let separators = self.separators.checked_shr(from)?;
        // Up to the separator, and that too.
        let cell = separators ^ separators.wrapping_sub(1);
        let is_plain = separators != 0 && self.trouble >> from & cell == 0;
        is_plain.then(|| separators.trailing_zeros())
    }

    /// Any cell at `at`, if it ends within these bytes, on the same line and before a separator.
    pub(super) fn cell(&self, block: &[u8], at: usize) -> Option<Cell> {
        let bytes = self.bytes(block);
        let are = |byte: u8| places(bytes, |bytes| bytes.simd_eq(u8x16::splat(byte)));
        let from = at - self.start;
        let is_quoted = *bytes.get(from)? == b'"';
        let behind = u64::MAX << from;
        let (close, doubled) = if is_quoted { closing(are(b'"') & behind << 1) } else { (0, false) };
        let separator = if is_quoted { close << 1 } else { lowest(self.separators & behind) };
        if self.separators & separator == 0 || are(b'\n') & behind & separator.wrapping_sub(1) != 0 {
            return None;
        }
        let stop = self.start + separator.trailing_zeros() as usize;
        let quote = usize::from(is_quoted);
        Some(Cell { start: at + quote, end: stop - quote, doubled, next: stop + 1, ends_row: false })
    }

    /// These bytes once more.
    fn bytes<'b>(&self, block: &'b [u8]) -> &'b [u8; 64] {
        block.get(self.start..).and_then(|rest| rest.first_chunk()).unwrap_or(&[0; 64])
    }
}

/// The first of these quotes that is not one of two side by side, if there is one, and whether others came before it.
fn closing(mut quotes: u64) -> (u64, bool) {
    let mut doubled = false;
    loop {
        let first = lowest(quotes);
        if quotes & first << 1 == 0 {
            return (first, doubled);
        }
        doubled = true;
        quotes &= !(first | first << 1);
    }
}

fn lowest(bits: u64) -> u64 {
    bits & bits.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::super::cell::cell;
    use super::*;

    fn window(text: &str, separator: u8) -> (Window, Vec<u8>) {
        let block = format!("{text}{}", "x".repeat(64)).into_bytes();
        (Window::new(&block, 0, separator).expect("64 bytes"), block)
    }

    /// How long the cell at a place of a text is, if it is plain, and whether all of it is text.
    fn plain(text: &str, at: usize, separator: u8) -> Option<u32> {
        let (window, block) = window(text, separator);
        window.plain(at).inspect(|&length| assert!(window.is_text(&block, at, length)))
    }

    #[test]
    fn a_cell_is_plain_when_nothing_about_it_wants_a_closer_look() {
        for separator in [",", ";", "\t"] {
            let text = ["B1", "Aalst", "", "Zoë P", "\" q\"", "a\"b", " c", "d ", "é", "last\n"].join(separator);
            let at = |cell: &str| plain(&text, text.find(cell).expect("there"), separator.as_bytes()[0]);
            assert_eq!(at("B1"), Some(2));
            assert_eq!(at("Aalst"), Some(5));
            assert_eq!(plain(&text, 9, separator.as_bytes()[0]), Some(0), "nothing at all");
            assert_eq!(at("Zoë"), Some(6), "a blank and a letter of two bytes within");
            for odd in ["\" q\"", "a\"b", " c", "d ", "é", "last"] {
                assert_eq!(at(odd), None, "{odd}");
            }
        }
    }

    #[test]
    fn a_cell_is_found_up_to_the_last_byte_of_a_window() {
        for length in 0..64 {
            let text = format!("{},", "y".repeat(length));
            assert_eq!(plain(&text, 0, b','), Some(length as u32));
        }
        assert_eq!(plain(&format!("{},", "y".repeat(64)), 0, b','), None);
        assert_eq!(plain("", 64, b','), None);
        assert!(Window::new(&[b'x'; 63], 0, b',').is_none());
    }

    #[test]
    fn bytes_are_text_as_the_standard_library_says() {
        // Twos that begin or end wrongly, threes and fours, alone and beside letters.
        let pieces: [&[u8]; 9] =
            [b"a", "é".as_bytes(), "€".as_bytes(), "𝄞".as_bytes(), b"\x80", b"\xc3", b"\xc1\x80", b"\xe2\x82", b"\xff"];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let text = [first, second, third].concat();
                    let block = [b"1,", &text[..], &[b','; 64]].concat();
                    let window = Window::new(&block, 0, b',').expect("64 bytes");
                    let is_text = std::str::from_utf8(&text).is_ok();
                    assert_eq!(window.is_text(&block, 2, text.len() as u32), is_text, "{text:x?}");
                }
            }
        }
    }

    #[test]
    fn a_cell_ends_where_it_does_for_every_reader() {
        // All texts of eight of these bytes, of which a quote comes first or not.
        let bytes = b"\"a,\n\r\xc3";
        for number in 0..2 * bytes.len().pow(7) {
            let mut block = [b'x'; 72];
            block[0] = [b'"', b'a'][number % 2];
            (0..7).for_each(|at| block[at + 1] = bytes[number / 2 / bytes.len().pow(at as u32) % bytes.len()]);
            let window = Window::new(&block, 0, b',').expect("64 bytes");
            let expected =
                cell(&block, 0, b',', 0).filter(|cell| !cell.ends_row && !block[..cell.end].contains(&b'\n'));
            let parts = |cell: Cell| (cell.start, cell.end, cell.doubled, cell.next);
            assert_eq!(window.cell(&block, 0).map(parts), expected.map(parts), "{block:x?}");
        }
        for before in 0..70 {
            for text in [&b"\"a\"\"b\","[..], b"\xc3\xa9 b ab,"] {
                let block = [&vec![b'x'; before][..], text, &[b'y'; 64]].concat();
                let window = Window::new(&block, 0, b',').expect("64 bytes");
                let next = Some(before + text.len()).filter(|next| *next <= 64);
                assert_eq!(window.cell(&block, before).map(|cell| cell.next), next);
            }
        }
    }
}
