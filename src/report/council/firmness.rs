//! What stands beside the score: what was agreed on together, the other way of counting, how far it hangs on one
//! participant, and what is missing for the next stage and step.

use super::View;
use crate::language::number::MISSING;
use crate::language::report::{column, firmness as say, too_few_answers};
use crate::questionnaire::RoleWeights;
use crate::report::document::{Align, Block, Cell, Column, Row, Table};
use crate::scores::{Footing, NextStep, next_stage};

/// The sentences under the scores.
pub(super) fn sentences(view: &View<'_>) -> Vec<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let mut lines = Vec::new();
    if view.batch.group(view.group).consensus > 0 {
        let individual = view.batch.individual_card(view.group, view.audience);
        let score = individual.and_then(|card| card.overall.outcome.score()).map(|score| reader.number(score));
        lines.push(say::agreed(l, score.as_deref()));
    }
    let pooled = view.batch.pooled_shown(view.group, view.audience).ok().and_then(|outcome| outcome.score());
    let several = view.card.respondents.iter().filter(|&&count| count > 0).count() > 1;
    if let (Some(pooled), true) = (pooled, several) {
        let is_pooled = reader.q.scoring.roles == RoleWeights::Pooled;
        lines.push(say::pooled(l, is_pooled, &reader.number(pooled)));
    }
    if let Ok(Some(firmness)) = view.batch.firmness_shown(view.group, view.audience) {
        lines.extend(firmness.overall.map(|footing| match footing {
            Footing::One => say::total_rests_on_one(l).to_owned(),
            Footing::Several(range) => say::without_one(l, &reader.number(range.low), &reader.number(range.high)),
        }));
    }
    if lines.is_empty() { Vec::new() } else { vec![Block::Paragraph(lines.join(" ").into())] }
}

/// Per dimension the range without any one participant, or that it rests on one, where that may be shown.
pub(super) fn ranges(view: &View<'_>) -> Option<impl Fn(Option<usize>) -> String> {
    let firmness = view.batch.firmness_shown(view.group, view.audience).ok()??;
    Some(move |dimension: Option<usize>| match dimension.map_or(firmness.overall, |index| firmness.dimensions[index]) {
        None => MISSING.to_owned(),
        Some(Footing::One) => say::rests_on_one(view.reader.l).to_owned(),
        Some(Footing::Several(range)) => view.reader.range((range.low, range.high)),
    })
}

/// What is missing for the next stage and the next step, per dimension.
pub(super) fn next(view: &View<'_>) -> Option<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let step = |dimension: Option<usize>| {
        view.batch.step_shown(view.group, dimension, view.audience)?;
        view.batch.tally().next_step(view.batch.rubric(), view.group, dimension)
    };
    let to_stage = |dimension: Option<usize>| {
        let figure = super::standing::figure_of(view.card, dimension);
        let score = figure.outcome.score()?;
        if !reader.q.scale.stages.is_empty() && !figure.coverage.bears_a_stage(reader.q) {
            return Some(too_few_answers(l, &reader.coverage(figure.coverage)));
        }
        let (stage, missing) = next_stage(reader.q, score)?;
        Some(say::to_stage(l, reader.q.scale.stages[stage].title.get(reader.tag), &reader.missing(missing)))
    };
    let to_step = |next: NextStep| say::to_step(l, next.step, next.unanswered, next.below, next.on);
    let rows: Vec<(String, Option<String>, Option<String>)> = std::iter::once((column::total(l).to_owned(), None))
        .chain(reader.leaves().map(|leaf| (reader.dimension(leaf).to_owned(), Some(leaf))))
        .map(|(title, dimension)| (title, to_stage(dimension), step(dimension).map(to_step)))
        .filter(|(_, stage, step)| stage.is_some() || step.is_some())
        .collect();
    let (with_stage, with_step) = (rows.iter().any(|row| row.1.is_some()), rows.iter().any(|row| row.2.is_some()));
    if rows.is_empty() {
        return None;
    }
    let mut columns = vec![Column::row_header(column::dimension(l))];
    columns.extend(with_stage.then(|| Column::new(say::next_stage(l), Align::Left)));
    columns.extend(with_step.then(|| Column::new(say::next_step(l), Align::Left)));
    let row = |(title, stage, step): (String, Option<String>, Option<String>)| {
        let mut cells = vec![title];
        cells.extend(with_stage.then(|| stage.unwrap_or_else(|| MISSING.to_owned())));
        cells.extend(with_step.then(|| step.unwrap_or_else(|| MISSING.to_owned())));
        Row::new(cells.into_iter().map(Cell::new).collect())
    };
    let rows = rows.into_iter().map(row).collect();
    Some(Block::Table(Table {
        caption: say::what_is_missing(l, with_stage, with_step).to_owned(),
        columns,
        rows,
        note: None,
    }))
}
