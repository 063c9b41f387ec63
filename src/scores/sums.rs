//! Sums over respondents, per role of a group and per cell: as small as they can be, since there may be a million of them.

use std::collections::HashMap;

use super::outcome::Coverage;

/// Bits that hold the sum of values in units; the number of respondents stands above them.
const VALUE_BITS: u32 = 52;
/// Respondents whose values fit there: each is at most 2⁴⁰.
const MOST_RESPONDENTS: u32 = 4095;
/// Items that fit in half of a count.
const MOST_ITEMS: u32 = u16::MAX as u32;
/// Rows of numbers that are claimed at once.
const PAGE: usize = 256;

/// What a tally keeps beyond means and coverage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// Where scores could lie given unknown answers.
    pub band: bool,
    /// How often each answer was given, per role.
    pub distributions: bool,
    /// The coverage of each role, besides that of all together.
    pub coverage_by_role: bool,
}

impl Keep {
    /// Everything; for reports.
    pub const ALL: Keep = Keep { band: true, distributions: true, coverage_by_role: true };
}

/// Sums over the respondents of one role of one group, for one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellSums {
    /// Σ values, in units.
    pub(super) value: u64,
    /// Respondents with a score.
    pub(super) scored: u32,
}

/// Sums for the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BandSums {
    pub(super) low: u64,
    pub(super) high: u64,
    /// Respondents with an applicable item.
    pub(super) respondents: u32,
}

/// What one respondent adds to one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Addend {
    /// The value in units, if there is one.
    pub(super) value: Option<u64>,
    /// Items with a score, and items that apply.
    pub(super) items: (u32, u32),
}

/// How many numbers there are of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) keep: Keep,
    pub(super) roles: usize,
    pub(super) cells: usize,
    /// Codes of all columns together.
    pub(super) codes: usize,
    /// The most items in one cell.
    pub(super) most_items: usize,
}

/// The sums of some groups, which are numbered from 0.
#[derive(Clone, Debug)]
pub struct Part {
    shape: Shape,
    /// One more than the record of every role of every group; 0 where nobody of the role answered.
    records: Vec<u32>,
    /// How many groups there are.
    groups: usize,
    /// The sums of every record, and behind them its respondents, so that they are fetched together.
    values: Pages<u64>,
    /// The items of every group, or by role of every record, and behind them how many respondents they are of.
    items: Pages<u32>,
    bands: Pages<BandSums>,
    counts: Pages<u32>,
    /// What was moved out of `values` before it grew too large, by record and cell.
    spilled: HashMap<(u32, u32), CellSums>,
    /// What was moved out of `items`.
    spilled_items: HashMap<(u32, u32), Coverage>,
    /// The same of the answers that respondents gave together, as one role; few groups have them, and most runs none.
    consensus: Option<Box<Part>>,
}

impl Part {
    pub(super) fn new(shape: Shape) -> Part {
        Part {
            shape,
            records: Vec::new(),
            groups: 0,
            values: Pages::new(shape.cells + 1),
            items: Pages::new(shape.cells + 1),
            bands: Pages::new(if shape.keep.band { shape.cells } else { 0 }),
            counts: Pages::new(if shape.keep.distributions { shape.codes } else { 0 }),
            spilled: HashMap::new(),
            spilled_items: HashMap::new(),
            consensus: None,
        }
    }

    /// The part for what was answered together.
    pub(super) fn consensus_mut(&mut self) -> &mut Part {
        let keep = Keep { coverage_by_role: true, ..self.shape.keep };
        let shape = Shape { keep, roles: 1, ..self.shape };
        self.consensus.get_or_insert_with(|| Box::new(Part::new(shape)))
    }

    /// What was answered together; `None` when nowhere anything was.
    pub(super) fn consensus(&self) -> Option<&Part> {
        self.consensus.as_deref()
    }

    /// The record of a role of a group, new if need be.
    pub(super) fn begin(&mut self, group: usize, role: usize) -> usize {
        while self.groups <= group {
            self.groups += 1;
            self.records.resize(self.records.len() + self.shape.roles, 0);
            if !self.shape.keep.coverage_by_role {
                self.items.push();
            }
        }
        let place = group * self.shape.roles + role;
        if self.records[place] == 0 {
            self.values.push();
            self.records[place] = self.values.rows as u32;
            self.bands.push();
            self.counts.push();
            if self.shape.keep.coverage_by_role {
                self.items.push();
            }
        }
        self.records[place] as usize - 1
    }

    /// Something of what the next respondent of a record changes.
    pub(super) fn glance(&self, group: usize, record: usize) -> u64 {
        let (values, items) = (self.values.row(record), self.items.row(self.items_of(group, record)));
        values[0] ^ values[self.shape.cells] ^ u64::from(items[0] ^ items[self.shape.cells])
    }

    /// Something of all that is known of a group.
    pub(super) fn glance_all(&self, group: usize) -> u64 {
        let records = (0..self.shape.roles).filter_map(|role| self.record(group, role));
        records.map(|record| self.glance(group, record)).fold(0, u64::wrapping_add)
    }

    /// Counts a respondent of a record; first moves away what would grow too large with it.
    fn count(&mut self, group: usize, record: usize) {
        let cells = self.shape.cells;
        let respondents = self.values.row(record)[cells];
        if respondents > 0 && respondents.is_multiple_of(u64::from(MOST_RESPONDENTS)) {
            self.spill(record);
        }
        let of_items = self.items_of(group, record);
        let before = self.items.row(of_items)[cells];
        let most = (MOST_ITEMS / self.shape.most_items.max(1) as u32).max(1);
        if before > 0 && before.is_multiple_of(most) {
            self.spill_items(of_items);
        }
        self.values.row_mut(record)[cells] += 1;
        self.items.row_mut(of_items)[cells] += 1;
    }

    /// Counts a respondent with its cells.
    pub(super) fn add(&mut self, group: usize, record: usize, mut cell: impl FnMut(usize) -> Addend) {
        self.count(group, record);
        let items = self.items_of(group, record);
        let cells = self.shape.cells;
        let (values, items) = (&mut self.values.row_mut(record)[..cells], &mut self.items.row_mut(items)[..cells]);
        for (index, (value, items)) in values.iter_mut().zip(items).enumerate() {
            let addend = cell(index);
            *value += addend.value.map_or(0, |value| value | 1 << VALUE_BITS);
            *items += addend.items.0 | addend.items.1 << 16;
        }
    }

    pub(super) fn bands_mut(&mut self, record: usize) -> &mut [BandSums] {
        self.bands.row_mut(record)
    }

    pub(super) fn counts_mut(&mut self, record: usize) -> &mut [u32] {
        self.counts.row_mut(record)
    }

    fn items_of(&self, group: usize, record: usize) -> usize {
        if self.shape.keep.coverage_by_role { record } else { group }
    }

    fn spill(&mut self, record: usize) {
        for (cell, packed) in self.values.row_mut(record)[..self.shape.cells].iter_mut().enumerate() {
            let sums = self.spilled.entry((record as u32, cell as u32)).or_default();
            let here = unpacked(std::mem::take(packed));
            sums.value += here.value;
            sums.scored += here.scored;
        }
    }

    fn spill_items(&mut self, of_items: usize) {
        for (cell, packed) in self.items.row_mut(of_items)[..self.shape.cells].iter_mut().enumerate() {
            let sum = self.spilled_items.entry((of_items as u32, cell as u32)).or_default();
            *sum = sum.plus(coverage(std::mem::take(packed)));
        }
    }

    fn record(&self, group: usize, role: usize) -> Option<usize> {
        Some(*self.records.get(group * self.shape.roles + role)? as usize).filter(|&record| record > 0).map(|r| r - 1)
    }

    pub(super) fn sums(&self, group: usize, role: usize, cell: usize) -> CellSums {
        self.row(group, role).map_or(CellSums::default(), |row| row.cell(cell))
    }

    /// The sums of one role of a group; `None` where nobody of the role answered.
    pub(super) fn row(&self, group: usize, role: usize) -> Option<RoleRow<'_>> {
        let record = self.record(group, role)?;
        let spilled = (!self.spilled.is_empty()).then_some(&self.spilled);
        Some(RoleRow { values: self.values.row(record), record: record as u32, spilled })
    }

    /// The coverage of one role in a cell, or with `None` that of all of them.
    pub(super) fn coverage(&self, group: usize, role: Option<usize>, cell: usize) -> Coverage {
        let of = |items: usize| {
            let here = self.items.get(items).map_or(Coverage::default(), |row| coverage(row[cell]));
            here.plus(self.spilled_items.get(&(items as u32, cell as u32)).copied().unwrap_or_default())
        };
        match (role, self.shape.keep.coverage_by_role) {
            (Some(role), true) => self.record(group, role).map_or(Coverage::default(), of),
            (None, true) => {
                let roles = (0..self.shape.roles).map(|role| self.coverage(group, Some(role), cell));
                roles.fold(Coverage::default(), Coverage::plus)
            }
            (_, false) => of(group),
        }
    }

    pub(super) fn band(&self, group: usize, role: usize, cell: usize) -> Option<BandSums> {
        if !self.shape.keep.band {
            return None;
        }
        Some(self.record(group, role).map_or(BandSums::default(), |record| self.bands.row(record)[cell]))
    }

    pub(super) fn counts(&self, group: usize, role: usize) -> Option<&[u32]> {
        self.record(group, role).map(|record| self.counts.row(record))
    }

    pub(super) fn respondents(&self, group: usize, role: usize) -> u32 {
        self.record(group, role).map_or(0, |record| self.values.row(record)[self.shape.cells] as u32)
    }
}

/// The sums of one role of one group.
#[derive(Clone, Copy)]
pub(super) struct RoleRow<'p> {
    values: &'p [u64],
    record: u32,
    spilled: Option<&'p HashMap<(u32, u32), CellSums>>,
}

impl RoleRow<'_> {
    /// Those of one cell.
    pub(super) fn cell(&self, cell: usize) -> CellSums {
        let mut sums = unpacked(self.values[cell]);
        if let Some(more) = self.spilled.and_then(|spilled| spilled.get(&(self.record, cell as u32))) {
            sums.value += more.value;
            sums.scored += more.scored;
        }
        sums
    }
}

fn unpacked(packed: u64) -> CellSums {
    CellSums { value: packed & ((1 << VALUE_BITS) - 1), scored: (packed >> VALUE_BITS) as u32 }
}

fn coverage(packed: u32) -> Coverage {
    Coverage { scored: u64::from(packed & 0xffff), applicable: u64::from(packed >> 16) }
}

/// Rows of equal length, claimed a page at a time, so that growing moves nothing.
#[derive(Clone, Debug)]
struct Pages<T> {
    length: usize,
    rows: usize,
    pages: Vec<Vec<T>>,
}

impl<T: Copy + Default> Pages<T> {
    fn new(length: usize) -> Pages<T> {
        Pages { length, rows: 0, pages: Vec::new() }
    }

    fn push(&mut self) {
        if self.rows.is_multiple_of(PAGE) {
            self.pages.push(Vec::new());
        }
        if let Some(page) = self.pages.last_mut() {
            // Small at first, for the many that never grow.
            page.resize(page.len() + self.length, T::default());
        }
        self.rows += 1;
    }

    fn get(&self, row: usize) -> Option<&[T]> {
        (row < self.rows).then(|| self.row(row))
    }

    fn row(&self, row: usize) -> &[T] {
        let start = row % PAGE * self.length;
        &self.pages[row / PAGE][start..start + self.length]
    }

    fn row_mut(&mut self, row: usize) -> &mut [T] {
        let start = row % PAGE * self.length;
        &mut self.pages[row / PAGE][start..start + self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One role, one cell of two items, whole values: after each power of ten respondents the sums are what they must be.
    #[test]
    fn sums_of_more_respondents_than_fit_in_one_number_are_whole() {
        for coverage_by_role in [false, true] {
            let keep = Keep { coverage_by_role, ..Keep::default() };
            let mut part = Part::new(Shape { keep, roles: 2, cells: 1, codes: 0, most_items: 40 });
            for row in 0..100_000u64 {
                let record = part.begin(0, (row % 2) as usize);
                part.add(0, record, |_| Addend { value: Some(1 << 40), items: (40, 40) });
            }
            for role in 0..2 {
                assert_eq!(part.sums(0, role, 0), CellSums { value: 50_000 << 40, scored: 50_000 });
            }
            assert_eq!(part.coverage(0, None, 0), Coverage { scored: 4_000_000, applicable: 4_000_000 });
        }
    }
}
