//! Whether an answer that kept its id still means what it meant.

use std::collections::HashSet;

use super::changes::{choices, kind_and_ends as kind};
use super::likeness;
use super::pairs::{Pairs, paired};
use crate::diagnostics::{Diagnostics, MeaningFinding, Remark};
use crate::questionnaire::{Kind, NotApplicable, Question, Questionnaire};
use crate::source::Span;

/// Reports what changed in the answers of one question. `reported` holds the pairs of choices that were looked at: a shared
/// list is complained of once.
pub(super) fn check(
    (old, before): (&Questionnaire, usize),
    (new, now): (&Questionnaire, usize),
    pairs: &Pairs,
    reported: &mut HashSet<(Span, Span)>,
    out: &mut Diagnostics,
) {
    let (was, is) = (&old.questions[before], &new.questions[now]);
    debug_assert_eq!(pairs.fates[before].now(), Some(now));
    let mut say = |finding: MeaningFinding| out.add_related(is.span, finding, was.span, Remark::InEarlierVersion);
    let id = || is.id.clone();
    let (before, now) = (kind(&was.kind), kind(&is.kind));
    let moved = moved(&was.kind, &is.kind);
    let is_grid = |question: &Question| matches!(question.kind, Kind::Grid { .. });
    if before != now && !takes(&was.kind, &is.kind) {
        // That the parts of a grid came or went is told of its columns.
        if !is_grid(was) && !is_grid(is) {
            say(MeaningFinding::Unreadable { id: id(), before, now });
        }
    } else if moved.is_some() && matches!(was.kind, Kind::Rating { .. }) {
        // What a 3 says depends on how far one could go. A number counts something, whatever its ends.
        say(MeaningFinding::OtherEnds { id: id(), before, now });
    } else if was.kind.word() != is.kind.word() {
        say(MeaningFinding::OtherType { id: id(), before, now });
    } else if let Some((before, now)) = moved {
        say(MeaningFinding::OtherRange { id: id(), before, now });
    }
    if was.reverse != is.reverse {
        say(MeaningFinding::Reversed(id()));
    }
    if was.not_applicable != NotApplicable::NotOffered && is.not_applicable == NotApplicable::NotOffered {
        say(MeaningFinding::NotOffered(id()));
    }
    of_choices(was, is, reported, out);
}

/// Whether one kind of question can read every answer of another.
fn takes(before: &Kind, now: &Kind) -> bool {
    match (before, now) {
        (_, Kind::Text) | (Kind::Number { .. } | Kind::Rating { .. }, Kind::Number { .. }) => true,
        (Kind::Rating { from, to }, Kind::Rating { from: lowest, to: highest }) => lowest <= from && to <= highest,
        // Choices that went are told one by one.
        (Kind::Choice { .. }, Kind::Choice { .. } | Kind::Multiple { .. })
        | (Kind::Multiple { .. }, Kind::Multiple { .. })
        | (Kind::Grid { .. }, Kind::Grid { .. }) => true,
        (Kind::Choice { .. } | Kind::Rating { .. } | Kind::YesNo, _) => {
            let options = now.options();
            before.options().iter().all(|(id, _)| options.iter().any(|(now, _)| now == id))
        }
        _ => false,
    }
}

/// The ends then and now, where both kinds have them and they are not the same.
fn moved(before: &Kind, now: &Kind) -> Option<(String, String)> {
    let words = |(low, high): (f64, f64)| format!("{low}–{high}");
    let (before, now) = (ends(before)?, ends(now)?);
    (before != now).then(|| (words(before), words(now)))
}

fn ends(kind: &Kind) -> Option<(f64, f64)> {
    match kind {
        Kind::Rating { from, to } => Some((*from as f64, *to as f64)),
        Kind::Number { from, to } => Some((*from, *to)),
        _ => None,
    }
}

fn of_choices(was: &Question, is: &Question, reported: &mut HashSet<(Span, Span)>, out: &mut Diagnostics) {
    let (before, now) = (choices(&was.kind), choices(&is.kind));
    let Some(first) = now.first() else { return };
    let fates = paired(before, now);
    let ticked_together = before.iter().filter(|choice| !choice.exclusive).count() > 1;
    for (choice, fate) in before.iter().zip(fates) {
        let found = fate.map(|index| &now[index]);
        let place = found.map_or(first.span, |found| found.span);
        if !reported.insert((choice.span, place)) {
            continue;
        }
        let same_words = || now.iter().find(|one| likeness::same(&choice.label, &one.label)).map(|one| one.id.clone());
        let Some(found) = found else {
            let (question, id) = (is.id.clone(), choice.id.clone());
            let finding = MeaningFinding::VanishedChoice { question, id, same_words: same_words() };
            out.add_related(is.span, finding, choice.span, Remark::InEarlierVersion);
            continue;
        };
        let mut say = |finding| out.add_related(found.span, finding, choice.span, Remark::InEarlierVersion);
        if let (Some(value), Some(value_now)) = (choice.value, found.value)
            && value != value_now
        {
            let (before, now) = (value.to_string(), value_now.to_string());
            let (question, id) = (is.id.clone(), found.id.clone());
            say(MeaningFinding::OtherValue { question, id, before, now });
        }
        let both_boxes = matches!((&was.kind, &is.kind), (Kind::Multiple { .. }, Kind::Multiple { .. }));
        if both_boxes && ticked_together && found.exclusive && !choice.exclusive {
            say(MeaningFinding::NowExclusive { question: is.id.clone(), id: found.id.clone() });
        }
        if likeness::unlike(&choice.label, &found.label) {
            let elsewhere = same_words().filter(|id| *id != found.id);
            let (question, id) = (is.id.clone(), found.id.clone());
            say(MeaningFinding::OtherLabel { question, id, elsewhere });
        }
    }
}
