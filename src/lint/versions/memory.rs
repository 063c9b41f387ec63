//! Whether a version still says what the one before it said of those before that: an id that something once had is that
//! thing's for ever, and what was there since some version still is.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::changes::choices;
use super::pairs::{self, Fate, Listed, Owners, Pairs, paired};
use super::rows;
use crate::diagnostics::{Diagnostics, Remark, VersionFinding};
use crate::questionnaire::{Part, Question, Questionnaire, Row, Version};
use crate::source::Span;

pub(super) fn check(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, out: &mut Diagnostics) {
    let both = Both { old, new };
    both.questions(pairs, out);
    let columns: HashSet<usize> = pairs.columns.iter().flatten().copied().collect();
    // A shared list is complained of once.
    let mut reported = HashSet::new();
    for (before, now) in pairs.both() {
        let (was, is) = (&old.questions[before], &new.questions[now]);
        let (list, list_now) = (choices(&was.kind), choices(&is.kind));
        if let (Some(first), Some(first_now)) = (list.first(), list_now.first())
            && reported.insert((first.span, first_now.span))
        {
            both.ids(list, list_now, &paired(list, list_now), |choice| choice.id.clone(), out);
        }
        let first = new.columns_of(now).start;
        both.rows(was, is, |row| columns.contains(&(first + row)), out);
    }
    both.dropped(out);
    both.dropped_in_part(pairs, out);
}

/// Per entry of the later list, since when the earlier version says that it is there; nothing where it is not in that one.
pub(super) fn known_since<T: Listed>(
    before: &[T],
    fates: &[Option<usize>],
    many: usize,
) -> Vec<Option<Option<Version>>> {
    let mut known: Vec<Option<Option<Version>>> = vec![None; many];
    for (one, now) in before.iter().zip(fates).filter_map(|(one, now)| Some((one, (*now)?))) {
        // Of two that became one, the older counts.
        known[now] = Some(known[now].map_or(one.since(), |since| since.min(one.since())));
    }
    known
}

/// Both versions.
struct Both<'a> {
    old: &'a Questionnaire,
    new: &'a Questionnaire,
}

impl Both<'_> {
    fn questions(&self, pairs: &Pairs, out: &mut Diagnostics) {
        let (before, now) = (&self.old.questions, &self.new.questions);
        let fates: Vec<Option<usize>> = pairs.fates.iter().map(|fate| fate.now()).collect();
        let id = |one: &Question| one.id.clone();
        self.ids(before, now, &fates, id, out);
        let renamed = |fate: &Fate| if let Fate::SameWords(now) = fate { Some(*now) } else { None };
        let renamed: HashSet<usize> = pairs.fates.iter().filter_map(renamed).collect();
        self.since(now, &known_since(before, &fates, now.len()), |index| renamed.contains(&index), id, out);
    }

    /// The rows of two grids. `was_column` tells of one of the later grid that it was a row of some grid before.
    fn rows(&self, was: &Question, is: &Question, was_column: impl Fn(usize) -> bool, out: &mut Diagnostics) {
        let (before, now) = (rows::of(was), rows::of(is));
        if before.is_empty() || now.is_empty() {
            return;
        }
        let (fates, name) = (paired(before, now), |row: &Row| format!("{}.{}", is.id, row.id));
        self.ids(before, now, &fates, name, out);
        let renamed = rows::same_words(before, now, &fates);
        // Of a question that is called new all rows are.
        let is_later = is.history.since.is_some_and(|since| since > self.old.number());
        let is_known = |row: usize| is_later || was_column(row) || renamed.contains(&Some(row));
        self.since(now, &known_since(before, &fates, now.len()), is_known, name, out);
    }

    /// Reports ids that the earlier version remembers of what stands in a list, and that lead elsewhere or nowhere now.
    fn ids<T: Listed>(
        &self,
        before: &[T],
        now: &[T],
        fates: &[Option<usize>],
        name: impl Fn(&T) -> String,
        out: &mut Diagnostics,
    ) {
        let owners = Owners::of(now);
        let version = || self.old.version.clone();
        for (one, fate) in before.iter().zip(fates) {
            for former in one.was() {
                let id = former.id.clone();
                match (*fate, owners.get(&former.id)) {
                    (Some(now), Some(owner)) if now == owner => {}
                    (_, Some(owner)) => {
                        let finding = VersionFinding::InUse { id, was: Some(one.id().to_owned()), version: version() };
                        out.add_related(now[owner].span(), finding, former.span, Remark::InEarlierVersion);
                    }
                    (Some(place), None) => {
                        let finding = VersionFinding::Forgotten { id, now: name(&now[place]), version: version() };
                        out.add_related(now[place].span(), finding, former.span, Remark::InEarlierVersion);
                    }
                    // That it is dropped is looked at apart, and that it vanished is said already.
                    (None, None) => {}
                }
            }
        }
    }

    /// Reports what is new without saying so, and what says of itself another version than the earlier one said.
    fn since<T: Listed>(
        &self,
        now: &[T],
        known: &[Option<Option<Version>>],
        is_known: impl Fn(usize) -> bool,
        name: impl Fn(&T) -> String,
        out: &mut Diagnostics,
    ) {
        let version = self.old.number();
        for (index, one) in now.iter().enumerate() {
            let later = one.since().is_some_and(|since| since > version);
            let (id, earlier) = (name(one), self.old.version.clone());
            match known[index] {
                Some(_) if later => out.add(one.span(), VersionFinding::NotNew { id, version: earlier }),
                Some(Some(since)) if one.since() != Some(since) => {
                    let since = since.to_string();
                    out.add(one.span(), VersionFinding::OtherSince { id, since, version: earlier });
                }
                None if !later && !is_known(index) && self.new.number() > version => {
                    let now = self.new.version.clone();
                    out.add(one.span(), VersionFinding::New { thing: T::THING, id, version: earlier, now });
                }
                _ => {}
            }
        }
    }

    /// Reports what was dropped in the earlier version and is forgotten, or there again.
    fn dropped(&self, out: &mut Diagnostics) {
        let (old, new) = (self.old, self.new);
        let columns = new.columns.iter().map(|column| (column.id.as_str(), new.questions[column.question].span));
        let mut living: HashMap<&str, _> = columns.collect();
        living.extend(new.questions.iter().map(|question| (question.id.as_str(), question.span)));
        let owners = Owners::of(&new.questions);
        for one in &old.dropped {
            let (id, version) = (one.id.clone(), old.version.clone());
            let still = || new.dropped.iter().any(|now| now.since >= one.since && now.covers(&one.id));
            if let Some(&span) = living.get(one.id.as_str()) {
                let finding = VersionFinding::InUse { id, was: None, version };
                out.add_related(span, finding, one.span, Remark::InEarlierVersion);
            // What was dropped by mistake may come back under `was`.
            } else if owners.get(&one.id).is_none() && !still() {
                let finding = VersionFinding::NoLongerDropped { id, since: one.since.to_string(), version };
                out.add_related(new.version_span, finding, one.span, Remark::InEarlierVersion);
            }
        }
    }

    /// Reports names that answers may hold for what is dropped now, and that are not dropped with it. They are those by which
    /// such answers were read until now: what a version says does not tell whether its grid or the row in it had another id first.
    fn dropped_in_part(&self, pairs: &Pairs, out: &mut Diagnostics) {
        let (old, new) = (self.old, self.new);
        let owners = Owners::of(&new.questions);
        let living = pairs::named_columns(new);
        let is_told = |name: &str| match name.contains('.') {
            // Of questions it is looked at apart whose id that is now.
            false => owners.get(name).is_some(),
            true => living.contains_key(name),
        };
        // Only answers before the earlier version hold a former name, so it may be gone since any version.
        let is_gone = |name: &str| new.dropped.iter().any(|dropped| dropped.covers(name));
        // Per entry of `dropped`, what it leaves out, and a question or row whose `was` says so.
        let mut missing: BTreeMap<usize, (Vec<String>, Span)> = BTreeMap::new();
        for (name, column) in old.former_columns().into_iter().filter(|(_, column)| pairs.columns[*column].is_none()) {
            let Some(place) = new.dropped_as(&old.columns[column].id, old.number()) else { continue };
            // Whoever drops a question with all its parts does so under each of its ids too.
            let is_part = new.dropped[place].id.contains('.');
            let name = if is_part { name.as_str() } else { name.split('.').next().unwrap_or(&name) };
            if is_told(name) || is_gone(name) {
                continue;
            }
            let said = || (Vec::new(), was_span(old, column));
            let (names, _) = missing.entry(place).or_insert_with(said);
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        for (place, (ids, was)) in missing {
            let dropped = &new.dropped[place];
            let finding = VersionFinding::DroppedInPart { ids, now: dropped.id.clone() };
            out.add_related(dropped.span, finding, was, Remark::InEarlierVersion);
        }
    }
}

/// Where the earlier version says what a column was called before: at its row, else at its question.
fn was_span(old: &Questionnaire, column: usize) -> Span {
    let question = old.question_of(column);
    let row = match old.columns[column].part {
        Part::Row(row) => rows::of(question).get(row),
        _ => None,
    };
    let was = row.and_then(|row| row.history.was.first()).or(question.history.was.first());
    was.map_or(question.span, |former| former.span)
}
