//! How many councils of a group went up or down since their previous wave, like for like.

use super::GroupView;
use crate::language::report::change::{self as words, Direction};
use crate::language::report::group as say;
use crate::report::document::{Block, Section};
use crate::report::reader::Reader;

pub(super) fn section(view: &GroupView<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let changes: Vec<(f64, bool)> = view
        .groups
        .iter()
        .filter_map(|&group| {
            let (previous, change) = view.batch.change(group)?;
            let change = change?;
            // Left out here as well, or the difference with a list of names would tell.
            view.batch.change_shown(group, previous, &change, view.audience).ok()?;
            Some((change.delta(), view.batch.firm_change(group, previous, &change).overall))
        })
        .collect();
    if changes.is_empty() {
        return None;
    }
    let text = match view.batch.councils_shown(changes.len()) {
        Ok(()) => format!("{} {}", counts(reader, &changes), clear_from(reader)),
        Err(_) => say::change_withheld(l, changes.len() as u32, view.minimum()),
    };
    Some(Section {
        id: "change".to_owned(),
        title: say::change(l).to_owned(),
        blocks: vec![Block::Paragraph(text.into())],
    })
}

/// The change of each council, and whether it is firm: "Van 21 besturen met een vorige ronde gingen er 9 duidelijk vooruit …"
pub(in crate::report) fn counts(reader: &Reader<'_>, changes: &[(f64, bool)]) -> String {
    let count =
        |wanted: Direction| changes.iter().filter(|&&(change, firm)| reader.direction(change, firm) == wanted).count();
    words::counts(reader.l, count(Direction::Up), count(Direction::Down), count(Direction::Same))
}

pub(in crate::report) fn clear_from(reader: &Reader<'_>) -> String {
    words::clear_from(reader.l, &reader.difference(reader.clear_from()))
}
