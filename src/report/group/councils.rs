//! The councils by name, for those who asked for names: charts of at most fifty rows, and tables of all.

use super::{GroupView, Order};
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::Measure;
use crate::language::number::{self, MISSING};
use crate::language::order::sort_names;
use crate::language::report::{column, ends::Kind, group as say, peers, standing};
use crate::report::document::{Align, Block, Cell, Column, Figure, Row, Section, Table};
use crate::sorting;

/// The most rows of one chart.
const ROWS: usize = 50;

pub(super) fn section(view: &GroupView<'_>, order: Order) -> Section {
    let (reader, l) = (&view.reader, view.reader.l);
    let listed = listed(view, order);
    let mut blocks = vec![Block::Paragraph(say::list_note(l, order == Order::Score).into())];
    blocks.extend((view.unnamed > 0).then(|| Block::Paragraph(peers::without_consent(l, view.unnamed).into())));
    let several = listed.len() > ROWS;
    for (index, part) in listed.chunks(ROWS).enumerate() {
        blocks.push(Block::Figure(figure(view, part, several, index + 1)));
    }
    blocks.push(Block::Table(table(view, &listed)));
    for (axis, _) in reader.q.axes.iter().enumerate() {
        blocks.push(Block::Table(heat_table(view, &listed, axis)));
    }
    Section { id: "councils".to_owned(), title: say::list(l).to_owned(), blocks }
}

/// By name, or from the highest score to the lowest with those without a score at the end.
fn listed(view: &GroupView<'_>, order: Order) -> Vec<usize> {
    let mut listed = view.groups.clone();
    // Councils may share a name, so their ids decide before the names are sorted.
    sorting::by_key(&mut listed, |&group| view.batch.id(group));
    let batch = view.batch;
    sort_names(&mut listed, |&group| batch.name(group));
    if order == Order::Score {
        let key = |group: usize| view.score(group).map(|score| view.reader.q.scoring.comparable(score));
        sorting::by_key(&mut listed, |&group| std::cmp::Reverse(key(group)));
    }
    listed
}

fn figure(view: &GroupView<'_>, part: &[usize], several: bool, number: usize) -> Figure {
    let (reader, l) = (&view.reader, view.reader.l);
    let spread = view.batch.spread(&view.groups, Measure::Overall).ok();
    let heading = heading(view, part, several);
    let description = say::list_description(l, &reader.max(), spread.is_some());
    let row = |&group: &usize| {
        let overall = &view.batch.card(group).overall;
        let value = overall.outcome.score();
        DotRow {
            label: view.batch.name(group).to_owned(),
            value,
            median: spread.map(|spread| spread.median),
            middle_half: spread.map(|spread| (spread.lower_quartile, spread.upper_quartile)),
            uncertainty: open_band(view, group),
            missing: reader.why_missing(overall),
            value_text: value.map(|value| reader.number(value)).unwrap_or_default(),
            ..DotRow::default()
        }
    };
    let chart = DotPlot {
        caption: reader.caption(&heading, &description),
        scale: reader.scale(),
        rows: part.iter().map(row).collect(),
        who: column::score(l).to_lowercase(),
    };
    Figure { heading, description, file_stem: format!("councils-{number}"), drawing: Box::new(Chart::Dots(chart)) }
}

/// Of one chart the ends of the scores; of several, or where all look the same, the ends of the names.
fn heading(view: &GroupView<'_>, part: &[usize], several: bool) -> String {
    let (reader, l) = (&view.reader, view.reader.l);
    let scored: Vec<(&str, f64)> =
        part.iter().filter_map(|&group| Some((view.batch.name(group), view.score(group)?))).collect();
    let ends = reader.ends(&scored).filter(|_| !several);
    match (ends, part) {
        (Some(ends), _) => {
            let [low, high] = [ends.lowest, ends.highest].map(|end| {
                let names: Vec<String> = end.who.iter().map(|&name| name.to_owned()).collect();
                (reader.sharing(Kind::Councils, &names).to_string(), reader.at(&end))
            });
            say::list_ends(l, (&low.0, &low.1), (&high.0, &high.1))
        }
        (None, [first, .., last]) => say::list_part(l, view.batch.name(*first), view.batch.name(*last)),
        _ => say::list(l).to_owned(),
    }
}

/// The band of the whole, where it leaves something open and may be shown.
fn open_band(view: &GroupView<'_>, group: usize) -> Option<(f64, f64)> {
    view.batch.band_shown(group, None, view.audience).ok()?;
    view.reader.open_band(&view.batch.card(group).overall)
}

fn table(view: &GroupView<'_>, listed: &[usize]) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let stages = !reader.q.scale.stages.is_empty();
    let mut columns = vec![Column::row_header(column::council(l)), reader.right(column::score(l))];
    if stages {
        columns.push(Column::new(column::stage(l), Align::Left));
    }
    let steps = view.batch.rubric().has_ladder(None);
    columns.extend(steps.then(|| reader.right(column::step(l))));
    columns.extend([column::answered(l), column::participants(l)].map(|title| reader.right(title)));
    let row = |&group: &usize| {
        let card = view.batch.card(group);
        let overall = &card.overall;
        let mut cells = vec![view.batch.name(group).to_owned(), reader.maybe(overall.outcome.score())];
        if stages {
            cells.push(reader.stage(overall).unwrap_or(MISSING).to_owned());
        }
        cells.extend(steps.then(|| reader.step(view.batch.step_shown(group, None, view.audience))));
        cells.push(reader.coverage(overall.coverage));
        cells.push(number::whole(l, u64::from(card.total_respondents())));
        emphasised(view, group, Row::new(cells.into_iter().map(Cell::new).collect()))
    };
    Table {
        caption: say::list_table(l).to_owned(),
        columns,
        rows: listed.iter().map(row).collect(),
        note: steps.then(|| standing::step_explained(l).to_owned()),
    }
}

/// The top dimensions of one axis, shaded.
fn heat_table(view: &GroupView<'_>, listed: &[usize], axis: usize) -> Table {
    let reader = &view.reader;
    let top: Vec<usize> = reader.q.axes[axis].top.iter().copied().filter(|&one| reader.is_scored(one)).collect();
    let titles = top.iter().map(|&dimension| Column::new(reader.dimension(dimension), Align::Centre));
    let row = |&group: &usize| {
        let card = view.batch.card(group);
        let cells = top.iter().map(|&dimension| reader.heat(&card.dimensions[dimension]));
        let cells = [Cell::new(view.batch.name(group))].into_iter().chain(cells);
        emphasised(view, group, Row::new(cells.collect()))
    };
    Table {
        caption: say::list_dimensions_table(reader.l, reader.q.axes[axis].title.get(reader.tag)),
        columns: [Column::row_header(column::council(reader.l))].into_iter().chain(titles).collect(),
        rows: listed.iter().map(row).collect(),
        note: None,
    }
}

/// The row stands out when its council is marked.
fn emphasised(view: &GroupView<'_>, group: usize, row: Row) -> Row {
    if view.marked.contains(&group) { row.emphasised() } else { row }
}
