//! How many councils of a group went up or down since their previous wave, like for like.

use super::GroupView;
use crate::comparison::{Batch, Change};
use crate::language::report::change::{self as words, Direction};
use crate::language::report::counts::{self as say_counts, Counts};
use crate::language::report::group as say;
use crate::report::document::{Block, Section};
use crate::report::reader::Reader;

pub(super) fn section(view: &GroupView<'_>) -> Option<Section> {
    let (reader, batch) = (&view.reader, view.batch);
    let told = |&group: &usize| {
        // Left out here as well, or the difference with a list of names would tell.
        let (previous, change) = batch.change_told(group, view.audience)?;
        let firm = change.shown().is_some_and(|shown| batch.firm_change(group, previous, &shown.common).overall);
        Some((change, firm))
    };
    let changes: Vec<(Change, bool)> = view.groups.iter().filter_map(told).collect();
    if changes.is_empty() {
        return None;
    }
    let counts = counts(reader, changes.iter().map(|(change, firm)| (change, *firm)));
    let mut text = summary(reader, batch, &counts);
    if batch.councils_shown(counts.shown()).is_ok() {
        text = format!("{text} {}", clear_from(reader));
    }
    Some(Section {
        id: "change".to_owned(),
        title: say::change(reader.l).to_owned(),
        blocks: vec![Block::Paragraph(text.into())],
    })
}

/// How many councils went which way, of the change of each and whether it is firm.
pub(in crate::report) fn counts<'c>(reader: &Reader<'_>, changes: impl Iterator<Item = (&'c Change, bool)>) -> Counts {
    let mut counts = Counts::default();
    for (change, firm) in changes {
        let count = match change {
            Change::Shown(change) => match reader.direction(change.delta(), firm) {
                Direction::Up => &mut counts.up,
                Direction::Down => &mut counts.down,
                Direction::Same => &mut counts.same,
            },
            Change::Withheld => &mut counts.withheld,
            Change::NothingInCommon => &mut counts.unlike,
        };
        *count += 1;
    }
    counts
}

/// "Van 21 besturen met een vorige ronde gingen er 9 duidelijk vooruit …", where there are enough of them.
pub(in crate::report) fn summary(reader: &Reader<'_>, batch: &Batch<'_>, counts: &Counts) -> String {
    match batch.councils_shown(counts.shown()) {
        Ok(()) => say_counts::counts(reader.l, counts),
        Err(_) => say_counts::too_few_councils(reader.l, counts, reader.q.scoring.minimum_group.councils),
    }
}

pub(in crate::report) fn clear_from(reader: &Reader<'_>) -> String {
    words::clear_from(reader.l, &reader.difference(reader.clear_from()))
}
