//! Whether the rows of a grid still ask what they asked: a row is to its answers what a question is to its own.

use super::claims::renamed;
use super::likeness;
use super::pairs::{Pairs, paired, said, with_words};
use crate::diagnostics::{Diagnostics, MeaningFinding, Remark, Thing, VersionFinding};
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
    let first = old.columns_of(before).start;
    for (index, row) in rows.iter().enumerate() {
        if let Some(now) = fates[index] {
            let elsewhere = with_words(&texts, &rows_now[now].title).filter(|&other| other != index);
            changed((was, row), (is, &rows_now[now]), elsewhere.map(|other| &rows[other]), out);
            continue;
        }
        let id = column(was, row);
        // It may have gone to another grid.
        if pairs.columns[first + index].is_some() || new.dropped_as(&id, old.number()).is_some() {
            continue;
        }
        let (span, finding) = match same_words[index].map(|now| &rows_now[now]) {
            Some(same) => (same.span, renamed(id, row, column(is, same))),
            None => {
                let version = old.version.clone();
                (is.span, VersionFinding::Vanished { thing: Thing::Row, id, version })
            }
        };
        out.add_related(span, finding, row.span, Remark::InEarlierVersion);
    }
}

/// Reports what changed in a row. `elsewhere` is another one that had its words of today.
fn changed(
    (was, before): (&Question, &Row),
    (is, now): (&Question, &Row),
    elsewhere: Option<&Row>,
    out: &mut Diagnostics,
) {
    let mut say = |finding: MeaningFinding| out.add_related(now.span, finding, before.span, Remark::InEarlierVersion);
    let same = likeness::same(&before.title, &now.title);
    if !same && (elsewhere.is_some() || likeness::unlike(&before.title, &now.title)) {
        let elsewhere = elsewhere.map(|other| column(was, other));
        say(MeaningFinding::OtherRow { id: column(is, now), was: column(was, before), elsewhere });
    }
    if let (Some((best, value)), Some((best_now, value_now))) = (best(was, before), best(is, now))
        && value != value_now
        && before.highest.or(now.highest).is_some()
    {
        say(MeaningFinding::OtherHighest { id: column(is, now), before: best, now: best_now });
    }
}

fn column(question: &Question, row: &Row) -> String {
    format!("{}.{}", question.id, row.id)
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
