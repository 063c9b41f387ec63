//! What a respondent adds to every cell, remembered: the same answers to the few questions of a cell come back again and
//! again, so most respondents are a matter of looking up.
//!
//! Everything here is made by the same functions as without it; this file only remembers what they said.

use super::cell::{RespondentCell, quantised};
use super::rubric::Rubric;
use super::sums::Addend;
use crate::questionnaire::{Kind, Questionnaire};
use crate::responses::scan::Asked;
use crate::responses::{FIRST_OPTION, Row, UNANSWERED};

/// Entries that are remembered of one cell, and of all together.
const MOST_OF_A_CELL: usize = 1 << 16;
const MOST: usize = 1 << 20;

/// Bits of a sum as it is remembered: that of one respondent.
const SUM_BITS: u32 = 53;
const ITEM_BITS: u32 = 5;
/// What is remembered is never zero.
const KNOWN: u64 = 1 << 63;

/// Digits that are looked at together.
const NEAR: usize = 8;
/// Of every two bytes the first, and of every four the first two.
const PAIRS: u64 = 0x00ff_00ff_00ff_00ff;
const FOURS: u64 = 0x0000_ffff_0000_ffff;

/// The addends of one thread.
#[derive(Debug)]
pub struct Lookup {
    cells: Vec<Cell>,
    /// Every cell once more, if the answers to each stand side by side.
    near: Vec<Near>,
    /// The tables of all cells, one behind the other.
    table: Vec<u64>,
    /// The digit of every answer of the row at hand, and some room behind them.
    digits: Vec<u8>,
}

/// One cell: its items, and where the addend of every combination of answers that was seen stands.
#[derive(Debug, Default)]
struct Cell {
    /// Every scored item of the cell, by index.
    items: Vec<usize>,
    /// How the answers to them become a place in the table; empty where nothing is remembered.
    digits: Vec<Digit>,
    /// Where the table of the cell starts.
    start: usize,
}

/// At most eight columns side by side with as many digits each: how those become one number.
#[derive(Clone, Copy, Debug)]
struct Near {
    first: usize,
    /// Which of the eight digits from the first on are theirs.
    own: u64,
    /// What a digit is worth that stands one, two and four places on.
    worth: [u64; 3],
    start: u64,
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
        let (mut near, mut length) = (Vec::new(), 0);
        for cell in &mut cells {
            if let Some(Digits { digits, near: own, entries }) = digits(q, rubric, &cell.items)
                && length + entries <= MOST
            {
                near.extend(own.map(|near| Near { start: length as u64, ..near }));
                (cell.digits, cell.start) = (digits, length);
                length += entries;
            }
        }
        if near.len() < cells.len() {
            near.clear();
        }
        Lookup { cells, near, table: vec![0; length], digits: vec![0; q.columns.len() + NEAR] }
    }

    /// One that is never asked; the tables of the other take longer to make than one respondent to score.
    pub(super) fn none() -> Lookup {
        Lookup { cells: Vec::new(), near: Vec::new(), table: Vec::new(), digits: Vec::new() }
    }

    /// Adds what the respondent of a row adds to every cell.
    pub(super) fn add(
        &mut self,
        rubric: &Rubric<'_>,
        row: Row<'_>,
        asked: Asked<'_>,
        (sums, items): (&mut [u64], &mut [u32]),
    ) {
        self.digits.iter_mut().zip(row.codes).for_each(|(digit, &code)| *digit = self::digit(code));
        let Lookup { cells, near, table, digits } = self;
        let each = sums.iter_mut().zip(items);
        if asked.all && !near.is_empty() {
            for (index, (near, (sum, items))) in near.iter().zip(each).enumerate() {
                let place = near.place(digits);
                let addend = match table.get(place) {
                    Some(&known) if known != 0 => unpack(known),
                    _ => remember(rubric, &cells[index], row, asked, table.get_mut(place)),
                };
                *sum += addend.sum;
                *items += addend.items;
            }
            return;
        }
        for (cell, (sum, items)) in cells.iter().zip(each) {
            let addend = match place(cell, digits, asked.each).and_then(|place| table.get_mut(place)) {
                Some(known) if *known != 0 => unpack(*known),
                place => remember(rubric, cell, row, asked, place),
            };
            *sum += addend.sum;
            *items += addend.items;
        }
    }
}

/// Works out the addend of a row to a cell, and notes it where it has a place.
#[cold]
fn remember(rubric: &Rubric<'_>, cell: &Cell, row: Row<'_>, asked: Asked<'_>, place: Option<&mut u64>) -> Addend {
    let addend = compute(rubric, &cell.items, row, asked.each);
    if let Some(place) = place {
        *place = pack(addend);
    }
    addend
}

impl Near {
    /// So many columns from the first on, with so many digits each.
    fn new(first: usize, count: usize, base: usize) -> Near {
        let base = base as u64;
        Near { first, own: u64::MAX >> (64 - 8 * count), worth: [base, base.pow(2), base.pow(4)], start: 0 }
    }

    /// The place of a row in which every question was asked.
    fn place(&self, digits: &[u8]) -> usize {
        let digits = digits.get(self.first..).and_then(|digits| digits.first_chunk());
        let word = digits.map_or(0, |digits| u64::from_le_bytes(*digits)) & self.own;
        // Pairs of digits, then pairs of pairs.
        let [one, two, four] = self.worth;
        let pairs = (word & PAIRS) + (word >> 8 & PAIRS) * one;
        let fours = (pairs & FOURS) + (pairs >> 16 & FOURS) * two;
        (self.start + (fours & u64::from(u32::MAX)) + (fours >> 32) * four) as usize
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
        let given = usize::from(digit(FIRST_OPTION)) + question.kind.options().len();
        let routed = question.when.is_some() || question.roles.is_some();
        let (column, question) = (item.columns.start, item.question);
        digits.push(Digit { column, question, stride: 0, not_asked: routed.then_some(given) });
        sizes.push(given + usize::from(routed));
    }
    if digits.is_empty() || digits.len() >= 1 << ITEM_BITS {
        return None;
    }
    let most = *sizes.iter().max()?;
    let side_by_side = digits.windows(2).all(|two| two[1].column == two[0].column + 1);
    let fits = digits.len() <= NEAR && most.checked_pow(digits.len() as u32)? <= MOST_OF_A_CELL;
    let near = (side_by_side && fits).then(|| Near::new(digits[0].column, digits.len(), most));
    let mut entries = 1usize;
    for (digit, size) in digits.iter_mut().zip(sizes) {
        digit.stride = entries;
        entries = entries.checked_mul(if near.is_some() { most } else { size })?;
        if entries > MOST_OF_A_CELL {
            return None;
        }
    }
    Some(Digits { digits, near, entries })
}

/// The digit of a code of one letter. Nothing filled in and "don't know" are worth the same, and no option has the code of
/// a number.
fn digit(code: u8) -> u8 {
    code - u8::from(code > UNANSWERED) - u8::from(code >= FIRST_OPTION)
}

/// The place of a row in the table of a cell, by the digits of all its answers.
fn place(cell: &Cell, digits: &[u8], asked: &[bool]) -> Option<usize> {
    if cell.digits.is_empty() {
        return None;
    }
    let mut place = cell.start;
    for digit in &cell.digits {
        let value = if asked[digit.question] { usize::from(digits[digit.column]) } else { digit.not_asked? };
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
    fn digits_side_by_side_have_the_place_that_they_add_up_to() {
        let codes = [0, 1, 2, 4, 5, 8, 7, 6, 8, 1];
        // By hand: nothing and "don't know" are 0, "not applicable" 1, and the options follow.
        let digits = [0, 0, 1, 2, 3, 6, 5, 4, 6, 0];
        assert_eq!(codes.map(digit), digits);
        let mut digits = digits.to_vec();
        digits.resize(codes.len() + NEAR, 9);
        for base in [7, 9] {
            for first in 0..codes.len() {
                for count in 1..=(codes.len() - first).min(NEAR) {
                    let own = digits[first..first + count].iter().rev();
                    let expected = own.fold(0, |place, &digit| place * base + usize::from(digit));
                    assert_eq!(Near::new(first, count, base).place(&digits), expected, "{first} {count} {base}");
                }
            }
        }
    }
}
