//! Which answers are one person's, and which of them count: of the rows of an export here, of forms by the rule for files.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Duplicates};
use super::mapping::Keep;
use crate::language::import::account::NoneCounts;
use crate::responses::{Counts, Sheet, Voice, Wave, which_counts};

/// Answers, as far as it matters here whose they are.
pub(super) struct Whose<'a> {
    pub(super) council: &'a str,
    pub(super) wave: Option<Wave>,
    /// What tells a person from others; nothing where nobody can tell.
    pub(super) person: Option<&'a str>,
    /// The row or the file, for the account.
    pub(super) shown: String,
    pub(super) answers: Answers<'a>,
}

/// What tells which of several answers of one person came last.
#[derive(Clone, Copy)]
pub(super) enum Answers<'a> {
    /// A row: its place in the export does. Whether it was sent in.
    Row { finished: bool },
    /// A file, which says so itself or does not; and as whom it says that it was answered.
    File(&'a Sheet, Voice),
}

/// What becomes of answers of which there are several, by their places.
#[derive(Default)]
pub(super) struct Several {
    /// Those that give way to others of the same person, or to none.
    pub(super) dropped: BTreeSet<usize>,
    /// Of those that count the first of the same person.
    pub(super) first: BTreeMap<usize, usize>,
}

/// Chooses between the answers of everyone of whom there are several in one council and one wave.
pub(super) fn several(all: &[Whose<'_>], keep: Keep, account: &mut Account) -> Several {
    let mut by_person: BTreeMap<(&str, Option<String>, &str), Vec<usize>> = BTreeMap::new();
    for (place, one) in all.iter().enumerate() {
        if let Some(person) = one.person {
            let wave = one.wave.map(|wave| wave.to_string());
            by_person.entry((one.council, wave, person)).or_default().push(place);
        }
    }
    let mut several: Vec<Vec<usize>> = by_person.into_values().filter(|places| places.len() > 1).collect();
    several.sort();
    let mut found = Several::default();
    for places in several {
        let kept = kept(all, &places, keep);
        let shown = |place: usize| all[place].shown.clone();
        let rows = places.iter().map(|place| shown(*place)).collect();
        account.duplicates.push(Duplicates { rows, kept: kept.map(shown) });
        let kept = kept.ok();
        found.first.extend(kept.map(|kept| (kept, places[0])));
        found.dropped.extend(places.into_iter().filter(|place| Some(*place) != kept));
    }
    found
}

/// The place that counts of those of one person, or why none of them does.
fn kept(all: &[Whose<'_>], places: &[usize], keep: Keep) -> Result<usize, NoneCounts> {
    let files: Vec<(&Sheet, Voice)> = places.iter().filter_map(|place| all[*place].answers.file()).collect();
    if keep == Keep::Error {
        return Err(NoneCounts::Asked);
    }
    if files.len() == places.len() {
        return match which_counts(&files, keep == Keep::First) {
            Counts::This(place) => Ok(places[place]),
            Counts::Roles => Err(NoneCounts::Roles),
            Counts::Untold => Err(NoneCounts::Untold),
        };
    }
    // Somebody who opens a survey again and goes no further has not taken back what was sent in.
    let finished: Vec<usize> = places.iter().copied().filter(|place| all[*place].answers.is_sent_in()).collect();
    let among = if finished.is_empty() { places } else { &finished };
    let kept = if keep == Keep::First { among.first() } else { among.last() };
    kept.copied().ok_or(NoneCounts::Untold)
}

impl<'a> Answers<'a> {
    fn file(self) -> Option<(&'a Sheet, Voice)> {
        match self {
            Answers::File(sheet, voice) => Some((sheet, voice)),
            Answers::Row { .. } => None,
        }
    }

    fn is_sent_in(self) -> bool {
        matches!(self, Answers::Row { finished: true })
    }
}
