//! A council that came from others: what they are called, and why there may be nothing to compare with.

use super::{MergedPast, View};
use crate::comparison::{Audience, Batch, Merger, Past};
use crate::language::Language;
use crate::language::report::merger as say;
use crate::responses::TakenIn;
use crate::sorting;

/// The rounds in which those before answered, each once, in order.
pub(in crate::report) fn rounds(batch: &Batch<'_>, before: &[usize]) -> Vec<String> {
    let mut waves: Vec<_> = before.iter().filter_map(|&group| batch.group(group).wave).collect();
    sorting::sort(&mut waves);
    waves.dedup();
    waves.iter().map(ToString::to_string).collect()
}

/// What those before are called, with their rounds where these differ.
pub(in crate::report) fn names(l: Language, batch: &Batch<'_>, before: &[usize]) -> Vec<String> {
    let several = rounds(batch, before).len() > 1;
    let name = |&group: &usize| match batch.group(group).wave.filter(|_| several) {
        Some(wave) => say::in_round(l, batch.name(group), &wave.to_string()),
        None => batch.name(group).to_owned(),
    };
    before.iter().map(name).collect()
}

/// What the council was before, and what it is compared with.
pub(super) fn came_from(view: &View<'_>, merger: &Merger) -> String {
    let (l, batch) = (view.reader.l, view.batch);
    let rounds = rounds(batch, &merger.before);
    let when = if let [only] = rounds.as_slice() { Some(only.as_str()) } else { None };
    let mut sentences = vec![say::came_from(l, &names(l, batch, &merger.before), when)];
    for &group in &merger.before {
        let after: Vec<String> = batch.responses().registry.successors(group).into_iter().map(str::to_owned).collect();
        if after.len() > 1 {
            sentences.push(say::split(l, batch.name(group), &after));
        }
    }
    sentences.join(" ")
}

/// What became part of the council since its own previous wave; `None` where nothing did.
pub(super) fn taken_in(view: &View<'_>) -> Option<String> {
    let l = view.reader.l;
    let taken_in = view.batch.responses().registry.taken_in(view.group);
    let name = |one: &TakenIn<'_>| if one.partly { say::part_of(l, one.name) } else { one.name.to_owned() };
    let names: Vec<String> = taken_in.iter().map(name).collect();
    (!names.is_empty()).then(|| say::taken_in(l, &names))
}

/// What may be said of a council beside those that it came from.
pub(in crate::report) fn told(batch: &Batch<'_>, group: usize, merger: &Merger, audience: Audience) -> MergedPast {
    match &merger.past {
        Past::Compared(found) => match batch.common_shown(group, &merger.before, &found.change.common, audience) {
            Ok(()) => MergedPast::Shown(found.clone()),
            Err(_) => MergedPast::Withheld,
        },
        _ => MergedPast::Unknown,
    }
}

/// Why it is not compared; empty where it is.
pub(in crate::report) fn why_not(l: Language, batch: &Batch<'_>, merger: &Merger) -> String {
    let all = |more: &[String]| {
        let names = merger.before.iter().map(|&group| batch.name(group).to_owned());
        names.chain(more.iter().cloned()).collect::<Vec<_>>()
    };
    match &merger.past {
        Past::NoAnswers(missing) => say::no_answers(l, &all(missing), missing),
        Past::NoPopulation(unknown) => {
            let unknown: Vec<String> = unknown.iter().map(|&group| batch.name(group).to_owned()).collect();
            say::no_population(l, &all(&[]), &unknown)
        }
        Past::NothingInCommon => say::nothing_in_common(l, &all(&[])),
        Past::Compared(_) => String::new(),
    }
}
