//! What a respondent adds to every cell, remembered: the same answers to the few questions of a cell come back again and
//! again, so most respondents are a matter of looking up.
//!
//! Everything here is made by the same functions as without it; this file only remembers what they said.

use super::cell::{RespondentCell, quantised};
use super::rubric::{ItemState, Rubric};
use super::sums::Addend;
use crate::questionnaire::{Kind, Questionnaire};
use crate::responses::scan::Asked;
use crate::responses::{FIRST_OPTION, NOT_APPLICABLE, Row, UNANSWERED};

/// Entries that are remembered of one cell, and of all together.
const MOST_OF_A_CELL: usize = 1 << 16;
const MOST: usize = 1 << 20;

/// An addend as it is remembered: its sum where that stands, and between the two parts of it the items, which each take
/// at most five bits and stand as far from each other as there.
const SUM: u64 = 1 << 52 | ((1 << 41) - 1);
const ITEMS: u32 = 31 << 16 | 31;
const ITEMS_FROM: u32 = 42;
/// What is remembered is never zero.
const KNOWN: u64 = 1 << 63;

/// Items of a cell that fit there.
const MOST_ITEMS: usize = 31;

/// Digits that are looked at together.
const TOGETHER: usize = 4;
/// The most columns of a cell of which they are.
const NEAR: usize = 2 * TOGETHER;

/// The addends of one thread.
#[derive(Debug)]
pub struct Lookup {
    cells: Vec<Cell>,
    /// Every cell once more, if the answers to each stand side by side.
    near: Vec<Near>,
    /// The tables of all cells, one behind the other.
    table: Vec<u64>,
    /// The digit of every answer of the row at hand, and some room behind them.
    digits: Vec<u16>,
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
    first: u32,
    /// What each of four digits is worth, in sixteen bits, the last of them first; and what the four after them are.
    worth: [u64; 2],
    start: u64,
}

#[derive(Debug)]
struct Digit {
    column: usize,
    question: usize,
    stride: usize,
    weight: f64,
    /// What every digit of a question that was asked says.
    states: Vec<ItemState>,
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
        let digits = &digits[..];
        let each = sums.iter_mut().zip(items);
        if asked.all && !near.is_empty() {
            for ((near, cell), (sum, items)) in near.iter().zip(cells).zip(each) {
                let place = near.place(digits);
                let known = table.get(place).copied().unwrap_or_default();
                let addend = if known != 0 {
                    unpack(known)
                } else {
                    remember(rubric, cell, (row, digits), asked, table.get_mut(place))
                };
                *sum += addend.sum;
                *items += addend.items;
            }
            return;
        }
        for (cell, (sum, items)) in cells.iter().zip(each) {
            let addend = match place(cell, digits, asked.each).and_then(|place| table.get_mut(place)) {
                Some(known) if *known != 0 => unpack(*known),
                place => remember(rubric, cell, (row, digits), asked, place),
            };
            *sum += addend.sum;
            *items += addend.items;
        }
    }
}

/// Works out the addend of a row to a cell, and notes it where it has a place.
#[cold]
fn remember(
    rubric: &Rubric<'_>,
    cell: &Cell,
    (row, digits): (Row<'_>, &[u16]),
    asked: Asked<'_>,
    place: Option<&mut u64>,
) -> Addend {
    let Some(place) = place else { return compute(rubric, &cell.items, row, asked.each) };
    let mut sums = RespondentCell::default();
    for digit in cell.digits.iter().filter(|digit| asked.each[digit.question]) {
        sums.add(digit.states[usize::from(digits[digit.column])], digit.weight);
    }
    let addend = addend(rubric, &sums);
    *place = pack(addend);
    addend
}

impl Near {
    /// So many columns from the first on, with so many digits each: together no more numbers than sixteen bits hold.
    fn new(first: usize, count: usize, base: usize) -> Near {
        let worth = |place: usize| if place < count { (base as u64).pow(place as u32) } else { 0 };
        let four = |from: usize| (from..from + TOGETHER).fold(0, |all, place| all << 16 | worth(place));
        Near { first: first as u32, worth: [four(0), four(TOGETHER)], start: 0 }
    }

    /// The place of a row in which every question was asked.
    #[inline(always)]
    fn place(&self, digits: &[u16]) -> usize {
        // The product has in its highest sixteen bits the sum of what the four are worth: each with its own. What stands
        // below is less than could be carried over, and digits of other cells are worth nothing.
        let value = |from: usize, worth: u64| {
            let four = digits.get(from..from + TOGETHER).and_then(|digits| digits.first_chunk::<TOGETHER>());
            let [a, b, c, d] = four.map_or([0; TOGETHER], |four| four.map(u64::from));
            (a | b << 16 | c << 32 | d << 48).wrapping_mul(worth) >> 48
        };
        let [own, more] = self.worth;
        let first = self.first as usize;
        let more = if more == 0 { 0 } else { value(first + TOGETHER, more) };
        (self.start + value(first, own) + more) as usize
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
    for &index in items {
        let item = &q.items[index];
        let question = &q.questions[item.question];
        let one_letter = !matches!(question.kind, Kind::Grid { .. });
        if !one_letter || rubric.codec().wide_slot(item.columns.start).is_some() {
            return None;
        }
        let given = usize::from(digit(FIRST_OPTION)) + rubric.codec().options(item.columns.start);
        let routed = question.when.is_some() || question.roles.is_some();
        let (column, question) = (item.columns.start, item.question);
        let states = (0..given).map(|digit| rubric.said(index, code(digit as u16))).collect();
        let not_asked = routed.then_some(given);
        digits.push(Digit { column, question, stride: 0, weight: item.weight, states, not_asked });
        sizes.push(given + usize::from(routed));
    }
    if digits.is_empty() || digits.len() > MOST_ITEMS {
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
fn digit(code: u8) -> u16 {
    u16::from(code) - u16::from(code > UNANSWERED) - u16::from(code >= FIRST_OPTION)
}

/// The code of a digit.
fn code(digit: u16) -> u8 {
    match digit {
        0 => UNANSWERED,
        1 => NOT_APPLICABLE,
        // A question has far fewer options than there are codes.
        option => FIRST_OPTION + (option - 2) as u8,
    }
}

/// The place of a row in the table of a cell, by the digits of all its answers.
fn place(cell: &Cell, digits: &[u16], asked: &[bool]) -> Option<usize> {
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
    KNOWN | u64::from(addend.items) << ITEMS_FROM | addend.sum
}

fn unpack(packed: u64) -> Addend {
    Addend { sum: packed & SUM, items: (packed >> ITEMS_FROM) as u32 & ITEMS }
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
        assert_eq!(digits.map(code).map(digit), digits);
        for base in 2..=16usize {
            for count in (1..=NEAR).take_while(|&count| base.pow(count as u32) <= MOST_OF_A_CELL) {
                for seed in 0..200 {
                    // What stands before and behind belongs to other cells, with more digits.
                    let digit = |at: usize| {
                        (seed * 31 + at * at * 17 + at * 7) % if (3..3 + count).contains(&at) { base } else { 254 }
                    };
                    let digits: Vec<u16> = (0..3 + 2 * NEAR).map(|at| digit(at) as u16).collect();
                    let expected = (3..3 + count).rev().fold(0, |place, at| place * base + digit(at));
                    assert_eq!(Near::new(3, count, base).place(&digits), expected, "{count} {base} {digits:?}");
                }
                let highest = vec![base as u16 - 1; NEAR];
                assert_eq!(Near::new(0, count, base).place(&highest), base.pow(count as u32) - 1, "{count} {base}");
            }
        }
    }
}
