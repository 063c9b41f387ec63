//! Which answers are one person's, and which of them count: one rule for the rows of an export and for forms.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Duplicates};
use super::mapping::Keep;
use crate::responses::Wave;

/// Answers, as far as it matters here whose they are.
pub(super) struct Whose<'a> {
    pub(super) council: &'a str,
    pub(super) wave: Option<Wave>,
    /// What tells a person from others; nothing where nobody can tell.
    pub(super) person: Option<&'a str>,
    pub(super) finished: bool,
    /// The row or the file, for the account.
    pub(super) shown: String,
}

/// What becomes of answers of which there are several, by their places.
#[derive(Default)]
pub(super) struct Several {
    /// Those that give way to others of the same person, or to none.
    pub(super) dropped: BTreeSet<usize>,
    /// Of those that count the first of the same person.
    pub(super) first: BTreeMap<usize, usize>,
}

/// Chooses between the answers of everyone of whom there are several in one council and one wave. What is finished comes before what is not:
/// somebody who opens a survey again and goes no further has not taken back what was sent in.
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
        let finished: Vec<usize> = places.iter().copied().filter(|place| all[*place].finished).collect();
        let among = if finished.is_empty() { &places } else { &finished };
        let kept = match keep {
            Keep::Latest => among.last().copied(),
            Keep::First => among.first().copied(),
            Keep::Error => None,
        };
        let shown = |place: usize| all[place].shown.clone();
        let rows = places.iter().map(|place| shown(*place)).collect();
        account.duplicates.push(Duplicates { rows, kept: kept.map(shown) });
        found.first.extend(kept.map(|kept| (kept, places[0])));
        found.dropped.extend(places.into_iter().filter(|place| Some(*place) != kept));
    }
    found
}
