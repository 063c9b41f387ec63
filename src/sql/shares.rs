//! What every answer is worth: a share from 0 to 1, nothing where it is not known; and whether the question applies.

use super::conditions::{asks, ticked};
use super::steps::{Steps, select, sum};
use super::{Build, comment};
use crate::language::sql as words;
use crate::questionnaire::{Choice, Item, Kind, Missing, NotApplicable, Part, Question, Range};

pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    let q = build.q;
    let mut entries: Vec<String> =
        ["council", "name", "wave", "wave_order", "role", "quick"].map(str::to_owned).to_vec();
    entries.extend(build.classes());
    for (index, column) in q.columns.iter().enumerate() {
        if !q.questions[column.question].kind.is_scored() {
            continue;
        }
        let name = &build.names.columns[index];
        let share = share(build, index);
        entries.push(format!("{}\n    {share} AS {}", note(build, index), build.id(name)));
        if may_leave(build, column.question) {
            let id = build.id(name);
            entries.push(format!("CASE WHEN {id} = 'na' THEN 0 ELSE 1 END AS {}", build.of(name, "applies")));
        }
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("shares", words::shares(build.l), &body);
    grids(build, steps);
}

/// A line above the answers of a question, which says what it asks.
fn note(build: &Build<'_>, column: usize) -> String {
    let of = &build.q.columns[column];
    let note = format!("{}: {}", of.id, asks(build, of.question));
    // Not wrapped: what is in a list has one line.
    format!("-- {}", comment::plain(&note))
}

/// Whether a question may leave the score: routed out, or not applicable.
pub(super) fn may_leave(build: &Build<'_>, question: usize) -> bool {
    build.is_routed(question) || build.q.questions[question].not_applicable != NotApplicable::NotOffered
}

/// What an answer in a column is worth.
fn share(build: &Build<'_>, column: usize) -> String {
    let d = build.d;
    let of = &build.q.columns[column];
    let question = &build.q.questions[of.question];
    let name = build.id(&build.names.columns[column]);
    let given = |share: String| format!("CASE WHEN {name} NOT IN ('', 'na') THEN {share} END");
    match &question.kind {
        Kind::Number { from, to } => {
            let number = d.read(&name, d.double_type());
            let place = format!("({number} - {}) / {}", d.number(*from), d.number(to - from));
            let clipped = format!("least(greatest({place}, {}), {})", d.number(0.0), d.number(1.0));
            given(if question.reverse { format!("{} - {clipped}", d.number(1.0)) } else { clipped })
        }
        Kind::Multiple { choices } => given(boxes(build, &name, choices, &question.kind.worths())),
        _ => {
            let options = question.kind.options();
            let shares = shares(question, of.part);
            let cases = options.iter().zip(shares);
            let cases: String =
                cases.map(|((id, _), share)| format!(" WHEN {} THEN {}", d.text(id), d.number(share))).collect();
            format!("CASE {name}{cases} END")
        }
    }
}

/// The values of the boxes that are ticked, as a share of those of all that do not exclude others.
fn boxes(build: &Build<'_>, name: &str, choices: &[Choice], values: &[f64]) -> String {
    let d = build.d;
    let valued = || choices.iter().zip(values.iter().copied());
    let total: f64 = valued().filter(|(choice, _)| !choice.exclusive).map(|(_, value)| value).sum();
    let one = |(choice, value): (&Choice, f64)| {
        let ticked = ticked(build, name, &choice.id);
        format!("CASE WHEN {ticked} THEN {} ELSE {} END", d.number(value), d.number(0.0))
    };
    let terms: Vec<String> = valued().filter(|(_, value)| *value != 0.0).map(one).collect();
    let terms = if terms.is_empty() { d.number(0.0) } else { sum(&terms) };
    format!("least(({terms}) / {}, {})", d.number(total), d.number(1.0))
}

/// The values of the options as shares.
fn shares(question: &Question, part: Part) -> Vec<f64> {
    let options = question.kind.options();
    let values: Vec<f64> = options.iter().map(|(_, value)| value.unwrap_or(0.0)).collect();
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let mut highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut range = Range::FromZero;
    match &question.kind {
        Kind::Choice { range: written, .. } => range = *written,
        Kind::Rating { .. } => range = Range::LowestToHighest,
        Kind::Grid { rows, range: written, .. } => {
            range = *written;
            if let Part::Row(row) = part {
                highest = rows[row].highest.map_or(highest, |choice| values[choice]);
            }
        }
        _ => {}
    }
    let from = if range == Range::FromZero { 0.0 } else { lowest };
    let share = |value: f64| {
        let value = value.min(highest);
        let value = if question.reverse { lowest + highest - value } else { value };
        ((value - from) / (highest - from)).clamp(0.0, 1.0)
    };
    values.into_iter().map(share).collect()
}

/// A grid is one item: the mean of its answered rows, if enough of those that apply are answered.
fn grids(build: &Build<'_>, steps: &mut Steps) {
    let q = build.q;
    let is_grid = |item: &Item| matches!(q.questions[item.question].kind, Kind::Grid { .. });
    let mut entries = vec!["*".to_owned()];
    for (index, item) in q.items.iter().enumerate().filter(|(_, item)| is_grid(item)) {
        let name = &build.names.items[index];
        let note = comment::plain(&format!("{}: {}", item.id, asks(build, item.question)));
        let rows: Vec<&String> = item.columns.clone().map(|column| &build.names.columns[column]).collect();
        let applying = if may_leave(build, item.question) {
            sum(&rows.iter().map(|row| build.of(row, "applies")).collect::<Vec<_>>())
        } else {
            rows.len().to_string()
        };
        entries.push(format!("-- {note}\n    {} AS {}", mean(build, &rows, &applying), build.id(name)));
        if may_leave(build, item.question) {
            entries.push(format!("CASE WHEN {applying} > 0 THEN 1 ELSE 0 END AS {}", build.of(name, "applies")));
        }
    }
    if entries.len() > 1 {
        let body = format!("{}\n  FROM {}", select(&entries), steps.from());
        steps.add("grids", words::grids(build.l, q.scoring.missing == Missing::Zero), &body);
    }
}

/// The mean of the rows of a grid.
fn mean(build: &Build<'_>, rows: &[&String], applying: &str) -> String {
    let (d, scoring) = (build.d, &build.q.scoring);
    let answered = rows.iter().map(|row| format!("CASE WHEN {} IS NULL THEN 0 ELSE 1 END", build.id(row)));
    let answered = sum(&answered.collect::<Vec<_>>());
    let total = rows.iter().map(|row| format!("coalesce({}, {})", build.id(row), d.number(0.0)));
    let total = sum(&total.collect::<Vec<_>>());
    let covered =
        format!("{} / nullif({applying}, 0) >= {}", d.double(&format!("({answered})")), d.number(scoring.min_coverage));
    let counted = if scoring.missing == Missing::Zero { applying } else { &answered };
    format!("CASE WHEN {answered} > 0 AND {covered}\n      THEN ({total}) / nullif({counted}, 0) END")
}
