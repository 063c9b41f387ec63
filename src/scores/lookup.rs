//! What a respondent adds to every cell, remembered: the same answers to the few questions of a cell come back again and
//! again, so most respondents are a matter of looking up.
//!
//! Everything here is made by the same functions as without it; this file only remembers what they said.

use super::cell::{RespondentCell, quantised};
use super::rubric::Rubric;
use super::sums::Addend;
use crate::questionnaire::{Kind, Questionnaire};
use crate::responses::{FIRST_OPTION, Row, UNANSWERED};

/// Entries that are remembered of one cell, and of all together.
const MOST_OF_A_CELL: usize = 1 << 16;
const MOST: usize = 1 << 20;

/// Bits of a sum as it is remembered: that of one respondent.
const SUM_BITS: u32 = 53;
const ITEM_BITS: u32 = 5;
const KNOWN: u64 = 1 << 63;
const ONES: u64 = 0x0101_0101_0101_0101;

/// The addends of one thread.
#[derive(Debug)]
pub struct Lookup {
    cells: Vec<Cell>,
}

/// One cell: its items, and the addend of every combination of answers that was seen.
#[derive(Debug, Default)]
struct Cell {
    /// Every scored item of the cell, by index.
    items: Vec<usize>,
    /// How the answers to them become a place in the table; empty where nothing is remembered.
    digits: Vec<Digit>,
    /// The same where they stand side by side and each takes as many bits.
    near: Option<Near>,
    table: Vec<u64>,
}

/// Some columns side by side, of which each digit takes as many bits: how their codes become one number.
#[derive(Clone, Copy, Debug)]
struct Near {
    /// The eight codes among which they are start here, and so many bits of those stand before them.
    from: usize,
    before: u32,
    /// The bits that are theirs.
    own: u64,
    /// By how much the digits, pairs of them, and pairs of pairs move towards each other, and the bits that then count.
    steps: [(u32, u64); 3],
}

#[derive(Debug)]
struct Digit {
    column: usize,
    question: usize,
    stride: usize,
    /// The digit of a question that was not asked; `None` where that is too rare to remember.
    not_asked: Option<usize>,
}

impl Lookup {
    /// Nothing remembered yet.
    pub(super) fn new(rubric: &Rubric<'_>) -> Lookup {
        let q = rubric.questionnaire;
        let mut cells: Vec<Cell> = (0..q.cells.len()).map(|_| Cell::default()).collect();
        for (index, item) in q.items.iter().enumerate() {
            cells[item.cell].items.push(index);
        }
        let mut left = MOST;
        for cell in &mut cells {
            if let Some(Digits { digits, near, entries }) = digits(q, rubric, &cell.items)
                && entries <= left.min(MOST_OF_A_CELL)
            {
                left -= entries;
                (cell.digits, cell.near) = (digits, near);
                cell.table = vec![0; entries];
            }
        }
        Lookup { cells }
    }

    /// One that is never asked; the tables of the other take longer to make than one respondent to score.
    pub(super) fn none() -> Lookup {
        Lookup { cells: Vec::new() }
    }

    /// What the respondent of a row adds to a cell.
    /// `all` says that every question was asked.
    pub(super) fn addend(
        &mut self,
        rubric: &Rubric<'_>,
        cell: usize,
        row: Row<'_>,
        asked: &[bool],
        all: bool,
    ) -> Addend {
        let Cell { items, digits, near, table } = &mut self.cells[cell];
        let beside = near.as_ref().filter(|_| all).and_then(|near| near.place(row.codes));
        let Some(place) = beside.or_else(|| place(digits, row, asked)) else {
            return compute(rubric, items, row, asked);
        };
        let known = table[place];
        if known & KNOWN != 0 {
            return unpack(known);
        }
        let addend = compute(rubric, items, row, asked);
        table[place] = pack(addend);
        addend
    }
}

impl Near {
    /// So many of all columns, from the first on, with digits of so many bits: at most eight of at most four. `None` of
    /// fewer than eight columns in all.
    fn new(first: usize, count: usize, bits: u32, columns: usize) -> Option<Near> {
        let from = first.min(columns.checked_sub(8)?);
        let ones = |bits: u32| u64::MAX >> (64 - bits);
        let gap = 8 - bits;
        let steps = [
            (gap, ones(2 * bits) * 0x0001_0001_0001_0001),
            (2 * gap, ones(4 * bits) * 0x0000_0001_0000_0001),
            (4 * gap, ones(8 * bits)),
        ];
        Some(Near { from, before: 8 * (first - from) as u32, own: ones(8 * count as u32), steps })
    }

    /// The place of a row in which every question was asked.
    fn place(&self, codes: &[u8]) -> Option<usize> {
        let word = u64::from_le_bytes(*codes.get(self.from..)?.first_chunk()?);
        let own = word >> self.before & self.own;
        // The digit of each code: one less from 1 on, and one less again from FIRST_OPTION, which is 4.
        let options = own >> 2 | own >> 3;
        let (given, options) = ((own | own >> 1 | options) & ONES, options & ONES);
        let digits = own - given - options;
        let place = self.steps.iter().fold(digits, |digits, (step, bits)| (digits | digits >> step) & bits);
        Some(place as usize)
    }
}

/// How the answers to the items of a cell become a place in a table of so many entries.
struct Digits {
    digits: Vec<Digit>,
    near: Option<Near>,
    entries: usize,
}

fn digits(q: &Questionnaire, rubric: &Rubric<'_>, items: &[usize]) -> Option<Digits> {
    let mut digits = Vec::new();
    // How many digits a column has.
    let mut sizes = Vec::new();
    for &item in items {
        let item = &q.items[item];
        let question = &q.questions[item.question];
        let one_letter = !matches!(question.kind, Kind::Grid { .. });
        if !one_letter || rubric.codec().wide_slot(item.columns.start).is_some() {
            return None;
        }
        let given = digit(FIRST_OPTION) + question.kind.options().len();
        let routed = question.when.is_some() || question.roles.is_some();
        let (column, question) = (item.columns.start, item.question);
        digits.push(Digit { column, question, stride: 0, not_asked: routed.then_some(given) });
        sizes.push(given + usize::from(routed));
    }
    if digits.is_empty() || digits.len() >= 1 << ITEM_BITS {
        return None;
    }
    let bits = sizes.iter().max()?.next_power_of_two().trailing_zeros();
    let side_by_side = digits.windows(2).all(|two| two[1].column == two[0].column + 1);
    let fits = bits <= 4 && digits.len() <= 8 && bits * digits.len() as u32 <= MOST_OF_A_CELL.trailing_zeros();
    let near = || Near::new(digits[0].column, digits.len(), bits, q.columns.len());
    let near = if fits && side_by_side { near() } else { None };
    let mut entries = 1usize;
    for (digit, size) in digits.iter_mut().zip(sizes) {
        digit.stride = entries;
        entries = entries.checked_mul(if near.is_some() { 1 << bits } else { size })?;
        if entries > MOST_OF_A_CELL {
            return None;
        }
    }
    Some(Digits { digits, near, entries })
}

/// The digit of a code of one letter. Nothing filled in and "don't know" are worth the same, and no option has the code of
/// a number.
fn digit(code: u8) -> usize {
    usize::from(code - u8::from(code > UNANSWERED) - u8::from(code >= FIRST_OPTION))
}

fn place(digits: &[Digit], row: Row<'_>, asked: &[bool]) -> Option<usize> {
    if digits.is_empty() {
        return None;
    }
    let mut place = 0;
    for digit in digits {
        let value = if asked[digit.question] { self::digit(row.codes[digit.column]) } else { digit.not_asked? };
        place += value * digit.stride;
    }
    Some(place)
}

/// The addend by the rule itself.
pub(super) fn compute(rubric: &Rubric<'_>, items: &[usize], row: Row<'_>, asked: &[bool]) -> Addend {
    let mut cell = RespondentCell::default();
    for &item in items {
        cell.add(rubric.item(item, row, asked), rubric.questionnaire.items[item].weight);
    }
    addend(rubric, &cell)
}

/// What the sums of a respondent's cell add.
pub(super) fn addend(rubric: &Rubric<'_>, cell: &RespondentCell) -> Addend {
    let items = (cell.coverage.scored as u32, cell.coverage.applicable as u32);
    Addend::new(cell.value(rubric).map(quantised), items)
}

fn pack(addend: Addend) -> u64 {
    let (scored, applicable) = (u64::from(addend.items & 0xffff), u64::from(addend.items >> 16));
    KNOWN | (scored | applicable << ITEM_BITS) << SUM_BITS | addend.sum
}

fn unpack(packed: u64) -> Addend {
    let items = (packed >> SUM_BITS) as u32;
    let count = |shift: u32| items >> shift & ((1 << ITEM_BITS) - 1);
    Addend { sum: packed & ((1 << SUM_BITS) - 1), items: count(0) | count(ITEM_BITS) << 16 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_addend_comes_back_as_it_was_kept() {
        for value in [None, Some(0), Some(1 << 40), Some(123_456_789_012)] {
            for items in [(0, 0), (31, 31), (3, 4)] {
                let addend = Addend::new(value, items);
                assert_eq!(unpack(pack(addend)), addend);
            }
        }
    }

    #[test]
    fn codes_side_by_side_have_the_place_that_their_digits_add_up_to() {
        let codes = [0, 1, 2, 4, 5, 8, 7, 6, 8, 1];
        for bits in [3, 4] {
            for first in 0..codes.len() {
                for count in 1..=(codes.len() - first).min(8) {
                    let own = codes[first..first + count].iter().rev();
                    let expected = own.fold(0, |place, &code| place << bits | digit(code));
                    let near = Near::new(first, count, bits, codes.len()).expect("eight columns");
                    assert_eq!(near.place(&codes), Some(expected), "{first} {count} {bits}");
                }
            }
        }
    }
}
