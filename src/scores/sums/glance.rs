//! Looking at sums that are about to be asked for. They lie anywhere in memory, and many of them are fetched in the time
//! that one takes. What a look returns means nothing.

use super::Part;
use crate::responses::RowHead;

/// Rows of which the sums are fetched at once.
pub(in super::super) const FETCHED: usize = 16;

impl Part {
    /// Looks at the sums to which rows are about to be added, at most [`FETCHED`], so that memory is fetched for all of them
    /// at the same time.
    pub(in super::super) fn fetch(&self, heads: impl Iterator<Item = RowHead>) {
        let of_roles = |group: u32| self.groups.get(group as usize)?.get(..self.shape.roles);
        let record = |head: RowHead| of_roles(head.group)?.get(usize::from(head.role)).copied();
        // First where they stand, for all: only then can they be looked at together.
        let mut records = [0; FETCHED];
        records.iter_mut().zip(heads).for_each(|(at, head)| *at = record(head).unwrap_or(0));
        let sums = records.iter().filter_map(|record| self.values.get(record.checked_sub(1)? as usize));
        let ends = sums.filter_map(|sums| Some(sums.first()? ^ sums.last()?));
        let people = records.iter().filter_map(|record| self.people.get(record.checked_sub(1)? as usize)?.first());
        std::hint::black_box((ends.fold(0, |seen, sum| seen ^ sum), people.fold(0, |seen, people| seen ^ people)));
    }

    /// Something of what is known of a group.
    pub(in super::super) fn glance_at_group(&self, group: usize) -> u64 {
        let ends = self.groups.get(group).and_then(|row| Some((row.first()?, row.last()?)));
        ends.map_or(0, |(first, last)| u64::from(first ^ last))
    }

    /// Something of the sums of every role of a group, where those are kept.
    pub(in super::super) fn glance_at_sums(&self, group: usize) -> u64 {
        let Some(records) = self.groups.get(group).filter(|_| !self.is_summed_up) else { return 0 };
        let sums =
            records[..self.shape.roles].iter().filter_map(|record| self.values.get(record.checked_sub(1)? as usize));
        let ends = sums.filter_map(|sums| Some(sums.first()? ^ sums.last()?));
        ends.fold(0, |seen, sum| seen ^ sum)
    }
}
