//! Sums over respondents, per role of a group and per cell: as small as they can be, since there may be a million of them.

mod glance;

use std::collections::HashMap;

use super::outcome::Coverage;
use super::pages::Pages;
use super::summary::Scores;
pub(super) use glance::FETCHED;

/// Bits that hold the sum of values in units; the number of respondents stands above them.
const VALUE_BITS: u32 = 52;
/// Respondents whose values fit there: each is at most 2⁴⁰.
const MOST_RESPONDENTS: u32 = 4095;
/// Items that fit in half of a count.
const MOST_ITEMS: u32 = u16::MAX as u32;

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

/// What one respondent adds to one cell, as it is added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Addend {
    /// The value in units with one respondent above it, or 0 without a value.
    pub(super) sum: u64,
    /// Items with a score, and above them those that apply.
    pub(super) items: u32,
}

impl Addend {
    /// Of a value in units, if there is one, of so many items with a score among so many that apply.
    pub(super) fn new(value: Option<u64>, (scored, applicable): (u32, u32)) -> Addend {
        Addend { sum: value.map_or(0, |value| value | 1 << VALUE_BITS), items: scored | applicable << 16 }
    }

    /// The value in units, if there is one.
    pub(super) fn value(self) -> Option<u64> {
        let CellSums { value, scored } = unpacked(self.sum);
        (scored > 0).then_some(value)
    }
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
    /// Respondents whose items fit in a count: a power of two.
    most: u32,
    /// Of every group: one more than the record of every role, 0 where nobody of the role answered; and behind them,
    /// unless that is kept by role, the items of all roles and how many respondents they are of. What a row changes
    /// stands together, so that it is fetched together.
    groups: Pages<u32>,
    /// The sums of every record.
    values: Pages<u64>,
    /// The respondents of every record, of which there is one.
    people: Pages<u32>,
    /// The items by role of every record, and behind them how many respondents they are of.
    items: Pages<u32>,
    bands: Pages<BandSums>,
    counts: Pages<u32>,
    /// What was moved out of `values` before it grew too large, by record and cell.
    spilled: HashMap<(u32, u32), CellSums>,
    /// What was moved out of `items`.
    spilled_items: HashMap<(u32, u32), Coverage>,
    /// The same of the answers that respondents gave together, as one role; few groups have them, and most runs none.
    consensus: Option<Box<Part>>,
    /// The scores of every group, once all rows are counted.
    scores: Scores,
    /// Whether that is all there is, and nothing can be asked about roles.
    is_summed_up: bool,
}

impl Part {
    pub(super) fn new(shape: Shape) -> Part {
        let most = (MOST_ITEMS / shape.most_items.max(1) as u32).max(1);
        Part {
            shape,
            most: 1 << most.ilog2(),
            groups: Pages::new(shape.roles + if shape.keep.coverage_by_role { 0 } else { shape.cells + 1 }),
            values: Pages::new(shape.cells),
            people: Pages::new(1),
            items: Pages::new(if shape.keep.coverage_by_role { shape.cells + 1 } else { 0 }),
            bands: Pages::new(if shape.keep.band { shape.cells } else { 0 }),
            counts: Pages::new(if shape.keep.distributions { shape.codes } else { 0 }),
            spilled: HashMap::new(),
            spilled_items: HashMap::new(),
            consensus: None,
            scores: Scores::default(),
            is_summed_up: false,
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

    /// How many groups there are; of the last ones only what was answered together may be known.
    pub(super) fn groups(&self) -> usize {
        self.groups.rows().max(self.consensus().map_or(0, |part| part.groups.rows()))
    }

    /// The scores of every group; none before all rows were counted.
    pub(super) fn scores(&self) -> &Scores {
        &self.scores
    }

    /// Forgets everything that was counted.
    pub(super) fn clear(&mut self) {
        self.groups.clear();
        self.values.clear();
        self.people.clear();
        self.items.clear();
        self.bands.clear();
        self.counts.clear();
        self.spilled.clear();
        self.spilled_items.clear();
        self.consensus = None;
    }

    /// Takes over of a part of one group how much was answered by all, as the next group.
    pub(super) fn take_items(&mut self, one: &Part) {
        self.is_summed_up = true;
        let group = self.groups.rows();
        self.groups.push();
        let roles = self.shape.roles;
        self.groups.row_mut(group)[roles..].copy_from_slice(&one.groups.row(0)[roles..]);
        self.spilled_items.extend(one.spilled_items.iter().map(|(&(_, cell), &items)| ((group as u32, cell), items)));
    }

    /// Notes the scores of every group.
    pub(super) fn close(&mut self, scores: Scores) {
        self.scores = scores;
    }

    /// The record of a role of a group, new if need be.
    #[inline]
    pub(super) fn begin(&mut self, group: usize, role: usize) -> usize {
        let record = self.groups.get(group).map_or(0, |row| row[role]);
        if record > 0 { record as usize - 1 } else { self.begin_record(group, role) }
    }

    #[inline(never)]
    fn begin_record(&mut self, group: usize, role: usize) -> usize {
        while self.groups.rows() <= group {
            self.groups.push();
        }
        self.values.push();
        self.people.push();
        self.items.push();
        self.bands.push();
        self.counts.push();
        let record = self.people.rows();
        self.groups.row_mut(group)[role] = record as u32;
        record - 1
    }

    /// Counts a respondent in; its cells are to be added to the sums and items that this returns. What would grow too large
    /// by that was moved away.
    #[inline]
    pub(super) fn count(&mut self, group: usize, record: usize) -> (&mut [u64], &mut [u32]) {
        let respondents = &mut self.people.row_mut(record)[0];
        let is_full = *respondents > 0 && respondents.is_multiple_of(MOST_RESPONDENTS);
        *respondents += 1;
        if is_full {
            self.spill(record);
        }
        let Part { shape, most, groups, values, items, spilled_items, .. } = self;
        let (of, row) = match shape.keep.coverage_by_role {
            true => (record, items.row_mut(record)),
            false => (group, &mut groups.row_mut(group)[shape.roles..]),
        };
        let (items, respondents) = row.split_at_mut(shape.cells);
        let before = respondents[0];
        respondents[0] += 1;
        if before > 0 && before & (*most - 1) == 0 {
            spill_items(items, of, spilled_items);
        }
        (values.row_mut(record), items)
    }

    pub(super) fn bands_mut(&mut self, record: usize) -> &mut [BandSums] {
        self.bands.row_mut(record)
    }

    pub(super) fn counts_mut(&mut self, record: usize) -> &mut [u32] {
        self.counts.row_mut(record)
    }

    #[cold]
    fn spill(&mut self, record: usize) {
        for (cell, packed) in self.values.row_mut(record).iter_mut().enumerate() {
            let sums = self.spilled.entry((record as u32, cell as u32)).or_default();
            let here = unpacked(std::mem::take(packed));
            sums.value += here.value;
            sums.scored += here.scored;
        }
    }

    fn record(&self, group: usize, role: usize) -> Option<usize> {
        debug_assert!(!self.is_summed_up, "the sums of roles were not kept");
        (self.groups.get(group)?[role] as usize).checked_sub(1)
    }

    /// Whether anyone of a role of a group was counted.
    pub(super) fn has(&self, group: usize, role: usize) -> bool {
        self.record(group, role).is_some()
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

    /// The roles of people among some roles in order, of which the one after the last is what they answered together.
    pub(super) fn people<'r>(&self, roles: &'r [usize]) -> &'r [usize] {
        match roles.split_last() {
            Some((&last, people)) if last == self.shape.roles => people,
            _ => roles,
        }
    }

    /// What a group answered together, if that is among some roles.
    pub(super) fn together(&self, group: usize, roles: &[usize]) -> Option<RoleRow<'_>> {
        self.consensus().filter(|_| self.people(roles).len() < roles.len())?.row(group, 0)
    }

    /// The coverage of every cell by all people, where it is kept in one row; `None` where it is not.
    pub(super) fn coverages(&self, group: usize) -> Option<impl Iterator<Item = Coverage>> {
        let whole = self.spilled_items.is_empty() && !self.shape.keep.coverage_by_role;
        let row = self.groups.get(group).filter(|_| whole)?;
        Some(row[self.shape.roles..][..self.shape.cells].iter().map(|&items| coverage(items)))
    }

    /// The coverage of one role in a cell, or with `None` that of all of them.
    pub(super) fn coverage(&self, group: usize, role: Option<usize>, cell: usize) -> Coverage {
        let with_spilled = |here: u32, of: usize| {
            if self.spilled_items.is_empty() {
                return coverage(here);
            }
            coverage(here).plus(self.spilled_items.get(&(of as u32, cell as u32)).copied().unwrap_or_default())
        };
        match (role, self.shape.keep.coverage_by_role) {
            (Some(role), true) => {
                let record = self.record(group, role);
                record.map_or(Coverage::default(), |record| with_spilled(self.items.row(record)[cell], record))
            }
            (None, true) => {
                let roles = (0..self.shape.roles).map(|role| self.coverage(group, Some(role), cell));
                roles.fold(Coverage::default(), Coverage::plus)
            }
            (_, false) => {
                let row = self.groups.get(group);
                row.map_or(Coverage::default(), |row| with_spilled(row[self.shape.roles + cell], group))
            }
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

    /// Respondents of all roles of people.
    pub(super) fn respondents_of_all(&self, group: usize) -> u32 {
        if self.shape.keep.coverage_by_role {
            return (0..self.shape.roles).map(|role| self.respondents(group, role)).sum();
        }
        self.groups.get(group).and_then(|row| row.last()).copied().unwrap_or_default()
    }

    pub(super) fn respondents(&self, group: usize, role: usize) -> u32 {
        self.record(group, role).map_or(0, |record| self.people.row(record)[0])
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
        self.whole(cell, self.values[cell])
    }

    /// Those of every cell, in order.
    pub(super) fn cells(&self) -> impl Iterator<Item = CellSums> {
        self.values.iter().enumerate().map(|(cell, &packed)| self.whole(cell, packed))
    }

    /// With what was moved out of them.
    #[inline]
    fn whole(&self, cell: usize, packed: u64) -> CellSums {
        let mut sums = unpacked(packed);
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

#[cold]
fn spill_items(items: &mut [u32], of: usize, spilled: &mut HashMap<(u32, u32), Coverage>) {
    for (cell, packed) in items.iter_mut().enumerate() {
        let sum = spilled.entry((of as u32, cell as u32)).or_default();
        *sum = sum.plus(coverage(std::mem::take(packed)));
    }
}

fn coverage(packed: u32) -> Coverage {
    Coverage { scored: u64::from(packed & 0xffff), applicable: u64::from(packed >> 16) }
}

#[cfg(test)]
mod tests;
