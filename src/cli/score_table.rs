//! Scores for a person at a terminal: a table, and a line that says what to do next.

use std::collections::BTreeSet;

use peil::comparison::{Batch, Fields, Standing};
use peil::language::{cli as words, number, order};
use peil::report::document::{Align, Cell, Column, Row, Table};
use peil::report::terminal;
use peil::scores::Summary;

use super::ui::Ui;

/// A table of the groups in order.
pub(crate) fn render(ui: &Ui, batch: &Batch<'_>, groups: &[usize], fields: &Fields<'_, '_>) -> String {
    let l = ui.language;
    let columns = vec![
        Column::row_header(words::council(l)),
        Column::new(words::score(l), Align::Right),
        Column::new(words::stage(l), Align::Left),
        Column::new(words::step(l), Align::Right),
        Column::new(words::coverage(l), Align::Right),
        Column::new(words::respondents_short(l), Align::Right),
        Column::new(words::place(l), Align::Right),
        Column::new(words::change(l), Align::Right),
    ];
    let waves: BTreeSet<_> = groups.iter().map(|&group| batch.group(group).wave).collect();
    let with_wave = waves.len() > 1;
    let mut sorted: Vec<(&str, usize)> = groups.iter().map(|&group| (batch.name(group), group)).collect();
    order::sort_names(&mut sorted, |(name, _)| name);
    let mut summary = Summary::default();
    let mut row = |&(_, group): &(&str, usize)| {
        batch.tally().summary(batch.rubric(), group, &mut summary);
        Row::new(cells(ui, batch, group, (&summary, &fields.standing(group)), with_wave))
    };
    let rows = sorted.iter().map(&mut row).collect();
    let table = Table { caption: String::new(), columns, rows, note: Some(words::score_table_note(l)) };
    terminal::table(&table, ui.width, ui.colour)
}

fn cells(
    ui: &Ui,
    batch: &Batch<'_>,
    group: usize,
    (summary, standing): (&Summary, &Standing),
    with_wave: bool,
) -> Vec<Cell> {
    let l = ui.language;
    let q = batch.rubric().questionnaire();
    let (stages, rounding) = (&q.scale.stages, q.scoring.rounding);
    let stage = summary.stage.map_or(number::MISSING.to_owned(), |index| stages[index].title.get(&ui.tag).to_owned());
    let step = batch.tally().step(batch.rubric(), group).map_or(number::MISSING.to_owned(), |step| {
        if step.at_least == step.at_most {
            step.at_least.to_string()
        } else {
            format!("{}–{}", step.at_least, step.at_most)
        }
    });
    let place = standing.rank.filter(|_| batch.councils_shown(standing.peers as usize).is_ok());
    let place = place.map_or(number::MISSING.to_owned(), |rank| format!("{rank}/{}", standing.peers));
    let change = standing.like_for_like.as_ref().map(|change| change.delta());
    let coverage = summary.coverage;
    let name = match batch.group(group).wave.filter(|_| with_wave) {
        Some(wave) => format!("{} {wave}", batch.name(group)),
        None => batch.name(group).to_owned(),
    };
    vec![
        Cell::new(name),
        Cell::new(number::decimal_or_missing(l, summary.overall, rounding)),
        Cell::new(stage),
        Cell::new(step),
        Cell::new(format!("{}/{}", coverage.scored, coverage.applicable)),
        Cell::new(number::whole(l, u64::from(summary.respondents))),
        Cell::new(place),
        Cell::new(change.map_or(number::MISSING.to_owned(), |delta| number::signed(l, delta, rounding))),
    ]
}
