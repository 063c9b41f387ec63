//! What a version says of the time before the earlier one, where it is not what that one said: `since`, `was` and `dropped`,
//! as changes. Whether it may say so is looked at elsewhere.

use std::collections::{BTreeSet, HashMap};

use super::changes::{Change, How, choices, from_to};
use super::claims::Known;
use super::memory::known_since;
use super::pairs::{Listed, Pairs, paired};
use super::rows;
use crate::language::versions::What;
use crate::questionnaire::{Questionnaire, Version};

pub(super) fn compare(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, changes: &mut Vec<Change>) {
    let fates: Vec<Option<usize>> = pairs.fates.iter().map(|fate| fate.now()).collect();
    of_list(&old.questions, &new.questions, &fates, |what, id, how| changes.push(Change::new(what, id, how)));
    for (before, now) in pairs.both() {
        let (was, is) = (&old.questions[before], &new.questions[now]);
        let mut push = |what, part: &str, how| changes.push(Change::part(what, &is.id, part, how));
        let (list, list_now) = (choices(&was.kind), choices(&is.kind));
        of_list(list, list_now, &paired(list, list_now), &mut push);
        let (list, list_now) = (rows::of(was), rows::of(is));
        of_list(list, list_now, &paired(list, list_now), &mut push);
    }
    dropped(old, new, changes);
}

/// What a list says of those of its entries that the earlier one has.
fn of_list<T: Listed>(before: &[T], now: &[T], fates: &[Option<usize>], mut push: impl FnMut(What, &str, How)) {
    // The ids that each may have had until now, by what the earlier version says; of two that became one those of both.
    let mut had: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); now.len()];
    for (one, now) in before.iter().zip(fates).filter_map(|(one, now)| Some((one, (*now)?))) {
        had[now].insert(one.id());
        had[now].extend(one.was().iter().map(|former| former.id.as_str()));
    }
    let known = known_since(before, fates, now.len());
    for ((one, mut had), known) in now.iter().zip(had).zip(known) {
        let Some(since) = known else { continue };
        if since != one.since() {
            push(What::Since, one.id(), from_to(version(since), version(one.since())));
        }
        // The id of today may be an old one again.
        had.remove(one.id());
        let was: BTreeSet<&str> = one.was().iter().map(|former| former.id.as_str()).collect();
        if was != had {
            push(What::Was, one.id(), from_to(listed(&had), listed(&was)));
        }
    }
}

/// A version; a dash for what was always there.
fn version(since: Option<Version>) -> String {
    since.map_or_else(|| "–".to_owned(), |since| since.to_string())
}

/// Ids; a dash for none.
fn listed(ids: &BTreeSet<&str>) -> String {
    if ids.is_empty() { "–".to_owned() } else { ids.iter().copied().collect::<Vec<_>>().join(", ") }
}

/// Entries of `dropped` for what the earlier version did not have either.
fn dropped(old: &Questionnaire, new: &Questionnaire, changes: &mut Vec<Change>) {
    let mut push = |id: &str, how| changes.push(Change::new(What::Dropped, id, how));
    let now: HashMap<&str, Version> = new.dropped.iter().map(|one| (one.id.as_str(), one.since)).collect();
    for was in &old.dropped {
        match now.get(was.id.as_str()) {
            Some(since) if *since != was.since => push(&was.id, from_to(was.since, since)),
            Some(_) => {}
            // With a question go its parts.
            None if new.dropped.iter().any(|one| one.covers(&was.id)) => {}
            None => push(&was.id, How::Removed),
        }
    }
    // That something went which was there is told of that.
    let known = Known::of(old);
    for is in new.dropped.iter().filter(|is| !known.has(&is.id)) {
        push(&is.id, How::Added);
    }
}
