//! Which answers are one person's, and which of them count: of the rows of exports here, of forms by the rule for files.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Duplicates};
use super::changed::{Changed, leave_furthest, leave_last};
use super::mapping::Keep;
use crate::language::import::account::NoneCounts;
use crate::responses::{Counts, Sheet, Status, Voice, Wave, are_several_people, says_the_same, which_counts};
use crate::sorting;

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
    /// A row: its tool does, else its place in the export. Whether it was sent in.
    Row { finished: bool, changed: &'a Changed },
    /// A file, which says so itself or does not.
    File(&'a Sheet),
}

/// One response, as one of several files holds it.
pub(super) struct Held<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) changed: &'a Changed,
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
pub(super) fn several(all: &[Whose<'_>], keep: Option<Keep>, account: &mut Account) -> Several {
    let mut by_person: BTreeMap<(&str, Option<String>, &str), Vec<usize>> = BTreeMap::new();
    for (place, one) in all.iter().enumerate() {
        if let Some(person) = one.person {
            let wave = one.wave.map(|wave| wave.to_string());
            by_person.entry((one.council, wave, person.text())).or_default().push(place);
        }
    }
    let mut several: Vec<Vec<usize>> = by_person.into_values().filter(|places| places.len() > 1).collect();
    sorting::sort(&mut several);
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
fn kept(all: &[Whose<'_>], places: &[usize], keep: Option<Keep>) -> Result<usize, NoneCounts> {
    let ids = places.iter().filter(|place| matches!(all[**place].person, Some(Person::Id(_))));
    if keep == Some(Keep::Error) {
        return Err(NoneCounts::Asked);
    }
    if are_several_people(ids.map(|place| all[*place].voice)) {
        return Err(NoneCounts::Roles);
    }
    let first = keep == Some(Keep::First);
    let files: Vec<&Sheet> = places.iter().filter_map(|place| all[*place].answers.file()).collect();
    if files.len() == places.len() {
        return match which_counts(&files, first) {
            Counts::This(place) => Ok(places[place]),
            Counts::Untold => Err(NoneCounts::Untold),
        };
    }
    let mut among = finished(places.to_vec(), |place| all[place].answers.is_sent_in());
    let never = Changed::default();
    leave_last(&mut among, first, |place| all[place].answers.changed().unwrap_or(&never));
    let kept = if first { among.first() } else { among.last() };
    kept.copied().ok_or(NoneCounts::Untold)
}

/// The place that counts of one response in several files, or why none of them does. The order of the files is that of their
/// names, which tells nothing unless somebody says so.
pub(super) fn which_holds(held: &[Held<'_>], keep: Option<Keep>) -> Result<usize, NoneCounts> {
    let are_same =
        |places: &[usize]| places.windows(2).all(|pair| says_the_same(held[pair[0]].sheet, held[pair[1]].sheet));
    let all: Vec<usize> = (0..held.len()).collect();
    if keep == Some(Keep::Error) && !are_same(&all) {
        return Err(NoneCounts::Asked);
    }
    let first = keep == Some(Keep::First);
    let mut among = finished(all, |place| held[place].sheet.status == Status::Final);
    leave_last(&mut among, first, |place| held[place].changed);
    leave_furthest(&mut among, first, |place| held[place].changed);
    let kept = match keep {
        _ if first || are_same(&among) => among.first(),
        Some(_) => among.last(),
        None => None,
    };
    kept.copied().ok_or(NoneCounts::Unchanged)
}

/// Those that were sent in, else all: somebody who opens a survey again and goes no further has not taken back what was.
fn finished(places: Vec<usize>, is_finished: impl Fn(usize) -> bool) -> Vec<usize> {
    let finished: Vec<usize> = places.iter().copied().filter(|place| is_finished(*place)).collect();
    if finished.is_empty() { places } else { finished }
}

impl<'a> Person<'a> {
    pub(super) fn text(self) -> &'a str {
        let (Person::Id(text) | Person::Address(text)) = self;
        text
    }
}

impl<'a> Answers<'a> {
    fn file(self) -> Option<&'a Sheet> {
        match self {
            Answers::File(sheet) => Some(sheet),
            Answers::Row { .. } => None,
        }
    }

    fn is_sent_in(self) -> bool {
        matches!(self, Answers::Row { finished: true, .. })
    }

    fn changed(self) -> Option<&'a Changed> {
        match self {
            Answers::Row { changed, .. } => Some(changed),
            Answers::File(_) => None,
        }
    }
}
