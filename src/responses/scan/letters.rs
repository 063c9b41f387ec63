//! Answers of one letter or none, many at a time: where cells end is found for sixty-four bytes at once, and then every
//! cell is the byte before its end.

use super::super::codec::UNANSWERED;
use super::window::places;
use wide::u8x16;

/// No answer of one letter has this code, nor any code with its highest bit.
pub(super) const LOOK_CLOSER: u8 = u8::MAX;
const HIGHEST: u8 = 0x80;

/// Bytes that are looked at together.
const WINDOW: usize = 64;
/// Cells that end within them, if none is longer than a letter.
pub(super) const TOGETHER: usize = WINDOW / 2;
/// So few cells are looked at one by one in less time.
pub(super) const FEW: usize = 6;

/// Cells that answer alike.
pub(super) struct Letters<'t> {
    /// The code of every byte that is an answer by itself; that of the separator is the code of an empty cell.
    pub(super) codes: &'t [u8; 256],
    pub(super) separator: u8,
}

/// Some bytes of a block.
struct Window {
    /// Them, with room before the first.
    text: [u8; BEFORE + WINDOW],
    separators: u64,
    breaks: u64,
}

/// As much as is copied at once.
const BEFORE: usize = 16;

impl Letters<'_> {
    /// Decodes cells at the start of these bytes, at least one and at most [`TOGETHER`], as long as each is a letter or
    /// empty; `is_last` says that a line break ends the last of them. Returns how many, and how many bytes they are.
    #[inline(always)]
    pub(super) fn decode(&self, bytes: &[u8], is_last: bool, codes: &mut [u8]) -> (usize, usize) {
        let Some(bytes) = bytes.first_chunk() else { return (0, 0) };
        let window = self.window(bytes);
        // As if all were letters, which is mostly so.
        let (mut left, mut end, mut seen) = (window.ends(), 0, UNANSWERED);
        let mut next = || {
            // The highest bit saves asking whether there is one more end: without, two letters stand side by side.
            end = (left | 1 << (WINDOW - 1)).trailing_zeros();
            left &= left.wrapping_sub(1);
            let code = self.codes[usize::from(window.text[end as usize + BEFORE - 1])];
            seen |= code;
            code
        };
        // Several in a turn, since a turn takes about as long as one of them.
        let (several, few) = codes.as_chunks_mut::<8>();
        several.iter_mut().for_each(|codes| codes.iter_mut().for_each(|code| *code = next()));
        few.iter_mut().for_each(|code| *code = next());
        let (through, at_end) = (u64::MAX >> (u64::BITS - 1 - end), u64::from(is_last) << end);
        if window.stops() & through == at_end && seen & HIGHEST == 0 {
            return (codes.len(), end as usize + 1);
        }
        window.some(is_last, codes)
    }

    #[inline(always)]
    fn window(&self, bytes: &[u8; WINDOW]) -> Window {
        // An empty cell at the start is one after another.
        let mut text = [self.separator; BEFORE + WINDOW];
        text[BEFORE..].copy_from_slice(bytes);
        let are = |byte: u8| places(bytes, |bytes| bytes.simd_eq(u8x16::splat(byte)));
        Window { text, separators: are(self.separator), breaks: are(b'\n') }
    }
}

impl Window {
    fn ends(&self) -> u64 {
        self.separators | self.breaks
    }

    /// Where a letter follows another, or the row ends.
    fn stops(&self) -> u64 {
        let letters = !self.ends();
        letters & letters >> 1 | self.breaks
    }

    /// How many cells that were taken for a letter or for empty are, before the first that is not, and how many bytes they
    /// are; the others are emptied again.
    #[cold]
    fn some(&self, is_last: bool, codes: &mut [u8]) -> (usize, usize) {
        let (most, stops) = (codes.len(), self.stops());
        let first = stops & stops.wrapping_neg();
        let mut cells = (self.separators & first.wrapping_sub(1)).count_ones() as usize;
        if is_last {
            // The last is the one that the break ends.
            cells = if cells + 1 == most && self.breaks & first != 0 { most } else { cells.min(most - 1) };
        }
        let plain = codes.iter().take(cells).take_while(|code| **code & HIGHEST == 0).count();
        codes[plain..].fill(UNANSWERED);
        let left = (0..plain).fold(self.ends(), |left, _| left & left.wrapping_sub(1));
        (plain, (u64::BITS - (self.ends() & !left).leading_zeros()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::codec::FIRST_OPTION;
    use super::*;

    /// The codes of 0 to 4 and of the question mark.
    fn codes(separator: u8) -> [u8; 256] {
        let mut codes = [LOOK_CLOSER; 256];
        (0..5).for_each(|option| codes[usize::from(b'0' + option)] = FIRST_OPTION + option);
        codes[usize::from(b'?')] = 1;
        codes[usize::from(separator)] = UNANSWERED;
        codes
    }

    fn decoded(text: &str, is_last: bool, cells: usize) -> (Vec<u8>, usize) {
        let (of_letter, text) = (codes(b','), format!("{text}{}", "x".repeat(WINDOW)));
        let mut codes = vec![UNANSWERED; cells];
        let letters = Letters { codes: &of_letter, separator: b',' };
        let (cells, bytes) = letters.decode(text.as_bytes(), is_last, &mut codes);
        assert!(codes[cells..].iter().all(|code| *code == UNANSWERED), "{text}");
        (codes[..cells].to_vec(), bytes)
    }

    #[test]
    fn cells_are_decoded_up_to_the_first_that_is_no_letter() {
        assert_eq!(decoded("1,,?,4,", false, 4), (vec![5, 0, 1, 8], 7));
        assert_eq!(decoded(",,,1,", false, 3), (vec![0, 0, 0], 3), "no more than were asked for");
        assert_eq!(decoded("1,2,10,3,", false, 4), (vec![5, 6], 4), "two letters");
        assert_eq!(decoded("1,2,9,3,", false, 4), (vec![5, 6], 4), "a letter that is no answer");
        assert_eq!(decoded("9,2,1,3,", false, 4), (vec![], 0));
        assert_eq!(decoded("1,\"2\",1,3,", false, 4), (vec![5], 2), "quotes");
        assert_eq!(decoded("1,2\n3,4,", false, 4), (vec![5], 2), "the row ends too soon");
    }

    #[test]
    fn the_last_cell_of_a_row_ends_with_the_line() {
        assert_eq!(decoded("1,2\n", true, 2), (vec![5, 6], 4));
        assert_eq!(decoded("1,\n3", true, 2), (vec![5, 0], 3));
        assert_eq!(decoded("1,2,3\n", true, 2), (vec![5], 2), "a cell too many");
        assert_eq!(decoded("1,2\n3,4\n", true, 3), (vec![5], 2), "one too few");
        assert_eq!(decoded("1,2\r\n", true, 2), (vec![5], 2));
        assert_eq!(decoded("\n", true, 1), (vec![0], 1));
    }

    #[test]
    fn as_many_cells_as_there_can_be_end_within_a_window() {
        let text = "3,".repeat(TOGETHER);
        assert_eq!(decoded(&text, false, TOGETHER), (vec![7; TOGETHER], WINDOW));
        let row = format!("{}3\n", "3,".repeat(TOGETHER - 1));
        assert_eq!(decoded(&row, true, TOGETHER), (vec![7; TOGETHER], WINDOW));
        assert_eq!(decoded(&format!("12{text}"), false, TOGETHER), (vec![], 0));
    }

    #[test]
    fn whatever_stands_there_is_decoded_as_it_is_cell_by_cell() {
        // All texts of eight of these bytes.
        let (bytes, of_letter) = (b"2?9,\n", codes(b','));
        for number in 0..bytes.len().pow(8) {
            let text: Vec<u8> = (0..8).map(|at| bytes[number / bytes.len().pow(at) % bytes.len()]).collect();
            let text = String::from_utf8(text).expect("ASCII");
            for (is_last, cells) in [(false, 3), (true, 3), (true, 4)] {
                let (mut expected, mut rest) = (Vec::new(), text.as_str());
                while expected.len() < cells {
                    let end = if is_last && expected.len() + 1 == cells { '\n' } else { ',' };
                    let Some(at) = rest.find([',', '\n']).filter(|at| *at < 2 && rest[*at..].starts_with(end)) else {
                        break;
                    };
                    let code = rest[..at].bytes().next().map_or(UNANSWERED, |letter| of_letter[usize::from(letter)]);
                    if code == LOOK_CLOSER {
                        break;
                    }
                    expected.push(code);
                    rest = &rest[at + 1..];
                }
                let bytes = text.len() - rest.len();
                assert_eq!(decoded(&text, is_last, cells), (expected, bytes), "{text:?} {is_last} {cells}");
            }
        }
    }
}
