//! Whether the rows of a grid still ask what they asked: a row is to its answers what a question is to its own.

use super::claims::renamed;
use super::likeness;
use super::pairs::{Pairs, paired, said, with_words};
use crate::diagnostics::{Diagnostics, Remark, Thing, VersionFinding};
use crate::questionnaire::{Kind, Question, Questionnaire, Row};

/// The rows of a question; none where it is no grid.
pub(super) fn of(question: &Question) -> &[Row] {
    match &question.kind {
        Kind::Grid { rows, .. } => rows,
        _ => &[],
    }
}

/// Per row of the earlier version that is not there, a new one with the same words, each for one of them.
pub(super) fn same_words(before: &[Row], now: &[Row], fates: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut taken: Vec<bool> = (0..now.len()).map(|index| fates.contains(&Some(index))).collect();
    let said = said(now);
    let one = |(row, fate): (&Row, &Option<usize>)| {
        let same = fate.is_none().then(|| with_words(&said, &row.title)).flatten();
        same.filter(|&index| !std::mem::replace(&mut taken[index], true))
    };
    before.iter().zip(fates).map(one).collect()
}

/// Reports rows that vanished, ask something else or can reach another choice.
pub(super) fn check(
    (old, before): (&Questionnaire, usize),
    (new, now): (&Questionnaire, usize),
    pairs: &Pairs,
    out: &mut Diagnostics,
) {
    let (was, is) = (&old.questions[before], &new.questions[now]);
    let (rows, rows_now) = (of(was), of(is));
    if rows.is_empty() || rows_now.is_empty() {
        return;
    }
    let fates = paired(rows, rows_now);
    let same_words = same_words(rows, rows_now, &fates);
    let texts = said(rows);
    let column = |row: &Row| format!("{}.{}", is.id, row.id);
    for (index, row) in rows.iter().enumerate() {
        let id = format!("{}.{}", was.id, row.id);
        let mut say = |span, finding| out.add_related(span, finding, row.span, Remark::InEarlierVersion);
        let Some(found) = fates[index].map(|now| &rows_now[now]) else {
            // It may have gone to another grid.
            let gone = pairs.columns[old.columns_of(before).start + index].is_none();
            match same_words[index].map(|now| &rows_now[now]) {
                _ if !gone || new.dropped_as(&id, old.number()).is_some() => {}
                Some(same) => say(same.span, renamed(id, row, column(same))),
                None => {
                    let version = old.version.clone();
                    say(is.span, VersionFinding::Vanished { thing: Thing::Row, id, version });
                }
            }
            continue;
        };
        let elsewhere = with_words(&texts, &found.title).filter(|&other| other != index);
        let same = likeness::same(&row.title, &found.title);
        if !same && (elsewhere.is_some() || likeness::unlike(&row.title, &found.title)) {
            let elsewhere = elsewhere.map(|other| format!("{}.{}", was.id, rows[other].id));
            say(found.span, VersionFinding::OtherRow { id: column(found), was: id, elsewhere });
        }
        let (best, best_now) = (best(was, row), best(is, found));
        if let (Some((_, value)), Some((_, value_now))) = (&best, &best_now)
            && value != value_now
            && row.highest.or(found.highest).is_some()
        {
            let word = |best: Option<(String, f64)>| best.map(|(id, _)| id).unwrap_or_default();
            let (before, now) = (word(best), word(best_now));
            say(found.span, VersionFinding::OtherHighest { id: column(found), before, now });
        }
    }
}

/// The best choice that a row can reach, with its value.
pub(super) fn best(question: &Question, row: &Row) -> Option<(String, f64)> {
    let options = question.kind.options();
    let reached = match row.highest {
        Some(index) => options.into_iter().nth(index),
        None => options.into_iter().reduce(|best, one| if one.1 > best.1 { one } else { best }),
    };
    reached.and_then(|(id, value)| Some((id, value?)))
}
