//! What a respondent adds to every cell, remembered: the same answers to the few questions of a cell come back again and
//! again, so most respondents are a matter of looking up.
//!
//! Everything here is made by the same functions as without it; this file only remembers what they said.

use super::cell::{RespondentCell, quantised};
use super::rubric::Rubric;
use super::sums::Addend;
use crate::questionnaire::{Kind, Questionnaire};
use crate::responses::{FIRST_OPTION, GIVEN, Row};

/// Entries that are remembered of one cell, and of all together.
const MOST_OF_A_CELL: usize = 1 << 16;
const MOST: usize = 1 << 20;

const VALUE_BITS: u32 = 52;
const HAS_VALUE: u64 = 1 << VALUE_BITS;
const ITEM_BITS: u32 = 5;
const KNOWN: u64 = 1 << 63;

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
    table: Vec<u64>,
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
            if let Some((digits, entries)) = digits(q, rubric, &cell.items)
                && entries <= left.min(MOST_OF_A_CELL)
            {
                left -= entries;
                cell.digits = digits;
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
        let Cell { items, digits, table } = &mut self.cells[cell];
        let place = if all { place_of_all(digits, row) } else { place(digits, row, asked) };
        let Some(place) = place else { return compute(rubric, items, row, asked) };
        let known = table[place];
        if known & KNOWN != 0 {
            return unpack(known);
        }
        let addend = compute(rubric, items, row, asked);
        table[place] = pack(addend);
        addend
    }
}

fn digits(q: &Questionnaire, rubric: &Rubric<'_>, items: &[usize]) -> Option<(Vec<Digit>, usize)> {
    let mut digits = Vec::new();
    let mut entries = 1usize;
    for &item in items {
        let item = &q.items[item];
        let question = &q.questions[item.question];
        let one_letter = !matches!(question.kind, Kind::Grid { .. });
        if !one_letter || rubric.codec().wide_slot(item.columns.start).is_some() {
            return None;
        }
        let given = usize::from(GIVEN) + question.kind.options().len();
        let routed = question.when.is_some() || question.roles.is_some();
        let (column, question, stride) = (item.columns.start, item.question, entries);
        digits.push(Digit { column, question, stride, not_asked: routed.then_some(given) });
        entries = entries.checked_mul(given + usize::from(routed))?;
        if entries > MOST_OF_A_CELL {
            return None;
        }
    }
    (!digits.is_empty() && digits.len() < 1 << ITEM_BITS).then_some((digits, entries))
}

/// The place where every question was asked.
fn place_of_all(digits: &[Digit], row: Row<'_>) -> Option<usize> {
    let value = |digit: &Digit| {
        let code = row.codes[digit.column];
        usize::from(code - u8::from(code >= FIRST_OPTION)) * digit.stride
    };
    (!digits.is_empty()).then(|| digits.iter().map(value).sum())
}

fn place(digits: &[Digit], row: Row<'_>, asked: &[bool]) -> Option<usize> {
    if digits.is_empty() {
        return None;
    }
    let mut place = 0;
    for digit in digits {
        let value = if asked[digit.question] {
            let code = row.codes[digit.column];
            // No option has the code of a number, so options close up to the rest.
            usize::from(code - u8::from(code >= FIRST_OPTION))
        } else {
            digit.not_asked?
        };
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
    Addend { value: cell.value(rubric).map(quantised), items }
}

fn pack(addend: Addend) -> u64 {
    let value = addend.value.map_or(0, |value| value | HAS_VALUE);
    let items = u64::from(addend.items.0) | u64::from(addend.items.1) << ITEM_BITS;
    KNOWN | items << (VALUE_BITS + 1) | value
}

fn unpack(packed: u64) -> Addend {
    let items = packed >> (VALUE_BITS + 1);
    let count = |shift: u32| (items >> shift) as u32 & ((1 << ITEM_BITS) - 1);
    let value = (packed & HAS_VALUE != 0).then_some(packed & (HAS_VALUE - 1));
    Addend { value, items: (count(0), count(ITEM_BITS)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_addend_comes_back_as_it_was_kept() {
        for value in [None, Some(0), Some(1 << 40), Some(123_456_789_012)] {
            for items in [(0, 0), (31, 31), (3, 4)] {
                let addend = Addend { value, items };
                assert_eq!(unpack(pack(addend)), addend);
            }
        }
    }
}
