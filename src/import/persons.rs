//! Which answers are one person's, and which of them count: of the rows of an export here, of forms by the rule for files.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Duplicates};
use super::mapping::Keep;
use crate::language::import::account::NoneCounts;
use crate::responses::{Counts, Sheet, Voice, Wave, are_several_people, which_counts};

/// Answers, as far as it matters here whose they are.
pub(super) struct Whose<'a> {
    pub(super) council: &'a str,
    pub(super) wave: Option<Wave>,
    /// What tells a person from others; nothing where nobody can tell.
    pub(super) person: Option<Person<'a>>,
    /// As whom the row or the file itself says that they were given, whatever comes before that.
    pub(super) voice: Voice,
    /// The row or the file, for the account.
    pub(super) shown: String,
    pub(super) answers: Answers<'a>,
}

/// What tells a person from others.
#[derive(Clone, Copy)]
pub(super) enum Person<'a> {
    /// An id, or what a mapping names: whoever gave it says that those who have it are one person.
    Id(&'a str),
    /// What a tool knows of whom it asked, such as an address. Several people may read what is sent there.
    Address(&'a str),
}

/// What tells which of several answers of one person came last.
#[derive(Clone, Copy)]
pub(super) enum Answers<'a> {
    /// A row: its place in the export does. Whether it was sent in.
    Row { finished: bool },
    /// A file, which says so itself or does not.
    File(&'a Sheet),
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
        if let Some(Person::Id(person) | Person::Address(person)) = one.person {
            let wave = one.wave.map(|wave| wave.to_string());
            by_person.entry((one.council, wave, person)).or_default().push(place);
        }
    }
    let mut several: Vec<Vec<usize>> = by_person.into_values().filter(|places| places.len() > 1).collect();
    several.sort();
    let shown = |place: &usize| all[*place].shown.clone();
    let mut found = Several::default();
    for places in several {
        let people = people(all, &places);
        if people.len() > 1 {
            account.shared.push(places.iter().map(shown).collect());
        }
        for places in people.into_iter().filter(|places| places.len() > 1) {
            let kept = kept(all, &places, keep);
            let rows = places.iter().map(shown).collect();
            account.duplicates.push(Duplicates { rows, kept: kept.as_ref().map(shown).map_err(|why| *why) });
            let kept = kept.ok();
            found.first.extend(kept.map(|kept| (kept, places[0])));
            found.dropped.extend(places.into_iter().filter(|place| Some(*place) != kept));
        }
    }
    found
}

/// The people behind what tells a person from others: behind one address one in each role that is named there.
fn people(all: &[Whose<'_>], places: &[usize]) -> Vec<Vec<usize>> {
    let mut people: Vec<(Voice, Vec<usize>)> = Vec::new();
    for &place in places {
        let voice = all[place].voice;
        match people.iter_mut().find(|(known, _)| *known == voice) {
            Some((_, places)) => places.push(place),
            None => people.push((voice, vec![place])),
        }
    }
    let is_address = places.iter().all(|place| matches!(all[*place].person, Some(Person::Address(_))));
    // Who leaves the role open in one row may be who names it in another.
    let named = people.iter().filter(|(voice, _)| *voice != Voice::Person).count();
    if is_address && named > 1 { people.into_iter().map(|(_, places)| places).collect() } else { vec![places.to_vec()] }
}

/// The place that counts of those of one person, or why none of them does.
fn kept(all: &[Whose<'_>], places: &[usize], keep: Keep) -> Result<usize, NoneCounts> {
    let ids = places.iter().filter(|place| matches!(all[**place].person, Some(Person::Id(_))));
    if keep == Keep::Error {
        return Err(NoneCounts::Asked);
    }
    if are_several_people(ids.map(|place| all[*place].voice)) {
        return Err(NoneCounts::Roles);
    }
    let files: Vec<&Sheet> = places.iter().filter_map(|place| all[*place].answers.file()).collect();
    if files.len() == places.len() {
        return match which_counts(&files, keep == Keep::First) {
            Counts::This(place) => Ok(places[place]),
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
    fn file(self) -> Option<&'a Sheet> {
        match self {
            Answers::File(sheet) => Some(sheet),
            Answers::Row { .. } => None,
        }
    }

    fn is_sent_in(self) -> bool {
        matches!(self, Answers::Row { finished: true })
    }
}
