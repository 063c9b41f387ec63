//! Whether what a version says of the ids before it is so: what vanished, and what it says that it was.

use std::borrow::Cow;
use std::collections::HashSet;

use super::likeness;
use super::pairs::{Fate, Listed, Pairs, with_words};
use super::rows;
use crate::diagnostics::{Diagnostics, Finding, MeaningFinding, Remark, Thing, VersionFinding};
use crate::questionnaire::{Former, Part, Questionnaire};

pub(super) fn check(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, out: &mut Diagnostics) {
    for (before, fate) in pairs.fates.iter().enumerate() {
        let was = &old.questions[before];
        match *fate {
            Fate::Kept(now) | Fate::Renamed(now) => words(old, (new, now), before, pairs, out),
            Fate::Dropped => {}
            Fate::SameWords(now) => {
                let is = &new.questions[now];
                let finding = renamed(was.id.clone(), was, is.id.clone());
                out.add_related(is.span, finding, was.span, Remark::InEarlierVersion);
            }
            Fate::Vanished => {
                let (id, version) = (was.id.clone(), old.version.clone());
                let finding = VersionFinding::Vanished { thing: Thing::Question, id, version };
                out.add_related(new.version_span, finding, was.span, Remark::InEarlierVersion);
            }
        }
    }
    columns(old, new, pairs, out);
    origins(old, new, out);
}

/// That something has another id now and does not say so.
pub(super) fn renamed<T: Listed>(was: String, one: &T, now: String) -> VersionFinding {
    VersionFinding::Renamed { was, earlier: one.was().iter().map(|former| former.id.clone()).collect(), now }
}

/// Reports a question whose words became another question.
fn words(
    old: &Questionnaire,
    (new, now): (&Questionnaire, usize),
    before: usize,
    pairs: &Pairs,
    out: &mut Diagnostics,
) {
    let (was, is) = (&old.questions[before], &new.questions[now]);
    if likeness::same(&was.ask, &is.ask) {
        return;
    }
    let elsewhere = with_words(&pairs.asked, &is.ask).filter(|&index| index != before);
    if elsewhere.is_some() || likeness::unlike(&was.ask, &is.ask) {
        let elsewhere = elsewhere.map(|index| old.questions[index].id.clone());
        let finding = MeaningFinding::OtherQuestion { id: is.id.clone(), was: was.id.clone(), elsewhere };
        out.add_related(is.span, finding, was.span, Remark::InEarlierVersion);
    }
}

/// Reports parts of a question that vanished while the question is there.
fn columns(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, out: &mut Diagnostics) {
    for (column, now) in old.columns.iter().zip(&pairs.columns) {
        let Some(question) = pairs.fates[column.question].now().filter(|_| now.is_none()) else { continue };
        if new.dropped_as(&column.id, old.number()).is_none() {
            let (id, version) = (column.id.clone(), old.version.clone());
            let finding: Finding = match column.part {
                Part::Whole => MeaningFinding::InParts(id).into(),
                // Row by row it is told where both are grids.
                Part::Row(_) if !rows::of(&new.questions[question]).is_empty() => continue,
                Part::Row(_) => VersionFinding::Vanished { thing: Thing::Row, id, version }.into(),
                Part::Paper => MeaningFinding::AsOne(new.questions[question].id.clone()).into(),
                // Told of the other half.
                Part::Practice => continue,
            };
            let before = old.questions[column.question].span;
            out.add_related(new.questions[question].span, finding, before, Remark::InEarlierVersion);
        }
    }
}

/// Reports former ids that the earlier version does not know.
fn origins(old: &Questionnaire, new: &Questionnaire, out: &mut Diagnostics) {
    let version = old.number();
    let known = Known::of(old);
    let mut check = |former: &Former| {
        if !known.has(&former.id) {
            let finding = VersionFinding::UnknownOrigin { id: former.id.clone(), version: old.version.clone() };
            out.add(former.span, finding);
        }
    };
    for question in &new.questions {
        if question.history.since.is_none_or(|since| since <= version) {
            question.history.was.iter().for_each(&mut check);
        }
    }
    for dropped in new.dropped.iter().filter(|dropped| dropped.since > version) {
        check(&Former { id: dropped.id.clone(), span: dropped.span });
    }
}

/// The ids that a version has or remembers.
pub(super) struct Known<'q>(HashSet<Cow<'q, str>>);

impl<'q> Known<'q> {
    pub(super) fn of(old: &'q Questionnaire) -> Known<'q> {
        let mut known: HashSet<Cow<'q, str>> = HashSet::new();
        known.extend(old.columns.iter().map(|column| column.id.as_str().into()));
        known.extend(old.former_columns().into_iter().map(|(name, _)| name.into()));
        for question in &old.questions {
            known.insert(question.id.as_str().into());
            known.extend(question.history.was.iter().map(|former| former.id.as_str().into()));
        }
        known.extend(old.dropped.iter().map(|dropped| dropped.id.as_str().into()));
        Known(known)
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }
}
