//! Where the council stands: every dimension on one axis, and the same numbers in a table.

use super::View;
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::{Measure, Scan, Spread, Withheld};
use crate::language::number::{self, MISSING};
use crate::language::report::{self as words, column, council as say};
use crate::report::document::{Align, Block, Cell, Column, Figure, Row, Section, Table};
use crate::report::reader::Place;
use crate::scores::{self, ScoreCard};

/// The most names in the heading of a chart.
const NAMES: usize = 2;

pub(super) fn section(view: &View<'_>) -> Section {
    let l = view.reader.l;
    let mut blocks = Vec::new();
    match view.batch.scan(view.group) {
        Scan::Full => {}
        scan => blocks.push(Block::Note(say::quick_scan_note(l, scan == Scan::Quick).into())),
    }
    blocks.push(Block::Figure(figure(view)));
    if let Err(Withheld::FewCouncils { minimum, found }) = view.spread(Measure::Overall) {
        blocks.push(Block::Paragraph(say::no_comparison(l, found, minimum).into()));
    }
    blocks.push(Block::Table(table(view)));
    Section {
        id: "standing".to_owned(),
        title: say::where_it_stands(l, view.name),
        blocks,
    }
}

fn figure(view: &View<'_>) -> Figure {
    let (reader, l) = (&view.reader, view.reader.l);
    let heading = heading(view);
    let group = view.spread(Measure::Overall).ok().map(|spread| spread.councils);
    let description = say::plot_description(l, &reader.max(), group);
    let before = view.plain_previous();
    let rows = reader
        .places()
        .into_iter()
        .map(|place| row(view, place, before.as_deref()))
        .collect();
    Figure {
        file_stem: "standing".to_owned(),
        drawing: Box::new(Chart::Dots(DotPlot {
            caption: reader.caption(&heading, &description),
            scale: reader.scale(),
            rows,
            who: view.name.to_owned(),
        })),
        heading,
        description,
    }
}

fn row(view: &View<'_>, place: Place, before: Option<&(ScoreCard, ScoreCard)>) -> DotRow {
    let reader = &view.reader;
    let Some(dimension) = place.dimension else {
        return DotRow {
            label: place.title,
            level: place.level,
            ..DotRow::default()
        };
    };
    let figure = &view.card.dimensions[dimension];
    let value = figure.outcome.score();
    let spread = view.spread(Measure::Dimension(dimension)).ok();
    DotRow {
        label: place.title,
        level: place.level,
        value,
        previous: before.and_then(|(_, before)| before.dimensions[dimension].outcome.score()),
        middle_half: spread.map(|spread| (spread.lower_quartile, spread.upper_quartile)),
        median: spread.map(|spread| spread.median),
        target: None,
        uncertainty: reader.open_band(figure),
        missing: reader.why_missing(figure),
        value_text: value.map(|value| reader.number(value)).unwrap_or_default(),
    }
}

/// Which dimensions lie above and below the group; without a group, which lie highest and lowest.
fn heading(view: &View<'_>) -> String {
    let (reader, l) = (&view.reader, view.reader.l);
    let scored = view.scored_leaves();
    let medians: Vec<(usize, f64, f64)> = scored
        .iter()
        .filter_map(|&(dimension, score)| {
            Some((
                dimension,
                score,
                view.spread(Measure::Dimension(dimension)).ok()?.median,
            ))
        })
        .collect();
    if !medians.is_empty() {
        let on = |side: i8| {
            let mut on: Vec<(usize, f64)> = medians
                .iter()
                .filter(|(_, score, median)| reader.side(*score, *median) == side)
                .map(|(dimension, score, median)| (*dimension, (score - median).abs()))
                .collect();
            on.sort_by(|a, b| b.1.total_cmp(&a.1));
            few(view, on.into_iter().map(|(dimension, _)| dimension))
        };
        return say::above_and_below(l, &on(1), &on(-1));
    }
    let ends = scored.iter().map(|leaf| leaf.1);
    let (highest, lowest) = (
        ends.clone().fold(f64::NEG_INFINITY, f64::max),
        ends.fold(f64::INFINITY, f64::min),
    );
    if scored.is_empty() || reader.same(highest, lowest) {
        return say::scores_by_dimension(l).to_owned();
    }
    let at = |score| few(view, view.leaves_at(score).into_iter());
    say::highest_and_lowest(l, &at(highest), &at(lowest))
}

/// The names of the first dimensions, and how many more there are.
fn few(view: &View<'_>, dimensions: impl Iterator<Item = usize>) -> Vec<String> {
    let mut names: Vec<String> = dimensions
        .map(|dimension| view.reader.dimension(dimension).to_owned())
        .collect();
    if names.len() > NAMES + 1 {
        let others = names.len() - NAMES;
        names.truncate(NAMES);
        names.push(say::and_others(view.reader.l, others));
    }
    names
}

/// Which columns the table has besides the score, the step and the coverage.
struct Columns<'a> {
    band: bool,
    stage: bool,
    median: bool,
    before: Option<&'a (ScoreCard, ScoreCard)>,
}

fn table(view: &View<'_>) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let before = view.plain_previous();
    let figures = || view.card.dimensions.iter().chain([&view.card.overall]);
    let with = Columns {
        band: figures().any(|figure| reader.open_band(figure).is_some()),
        stage: !reader.q.scale.stages.is_empty(),
        median: view.spread(Measure::Overall).is_ok(),
        before: before.as_deref(),
    };
    let mut columns = vec![Column::row_header(column::dimension(l)), reader.right(column::score(l))];
    if with.band {
        columns.push(reader.right(column::possible(l)));
    }
    if with.stage {
        columns.push(Column::new(column::stage(l), Align::Left));
    }
    columns.push(reader.right(column::step(l)));
    columns.push(reader.right(column::answered(l)));
    if with.median {
        columns.push(reader.right(column::median(l)));
    }
    if let Some(previous) = with.before.and(view.standing.previous) {
        columns.push(reader.right(&view.wave(previous)));
        columns.push(reader.right(column::change(l)));
    }
    let mut rows = vec![table_row(view, &with, None).emphasised()];
    for place in reader.places() {
        let row = match place.dimension {
            Some(dimension) => table_row(view, &with, Some((dimension, place.title))),
            None => heading_row(place.title, columns.len()),
        };
        rows.push(row.at_level(place.level));
    }
    let mut note = vec![say::step_explained(l).to_owned()];
    if with.stage && figures().any(|figure| figure.outcome.score().is_some() && figure.stage.is_none()) {
        note.push(say::stage_explained(
            l,
            &number::percent(l, reader.q.scoring.stage_coverage),
        ));
    }
    Table {
        caption: say::scores_table(l, view.name),
        columns,
        rows,
        note: Some(note.join(" ")),
    }
}

/// A row that only says which axis follows.
fn heading_row(title: String, columns: usize) -> Row {
    let blank = std::iter::repeat_with(|| Cell::new("\u{a0}"));
    Row::new([Cell::new(title)].into_iter().chain(blank).take(columns).collect()).emphasised()
}

/// The row of a dimension, or of the whole.
fn table_row(view: &View<'_>, with: &Columns<'_>, dimension: Option<(usize, String)>) -> Row {
    let (reader, l) = (&view.reader, view.reader.l);
    let index = dimension.as_ref().map(|(index, _)| *index);
    let of = |card: &'_ ScoreCard| -> scores::Figure { index.map_or(card.overall, |index| card.dimensions[index]) };
    let figure = of(view.card);
    let title = dimension.map_or_else(|| column::total(l).to_owned(), |(_, title)| title);
    let score = figure.outcome.score();
    let why = reader.why_missing(&figure);
    let short = if figure.coverage.applicable == 0 {
        words::not_applicable_short(l)
    } else {
        MISSING
    };
    let score_cell = Cell::new(score.map_or_else(|| short.to_owned(), |score| reader.number(score)));
    let mut cells = vec![
        Cell::new(title),
        why.map_or(score_cell.clone(), |why| score_cell.with_title(why)),
    ];
    let or_dash = |text: Option<String>| Cell::new(text.unwrap_or_else(|| MISSING.to_owned()));
    if with.band {
        cells.push(or_dash(reader.open_band(&figure).map(|band| reader.range(band))));
    }
    if with.stage {
        cells.push(or_dash(reader.stage(&figure).map(str::to_owned)));
    }
    cells.push(Cell::new(reader.step(figure.step)));
    cells.push(Cell::new(reader.coverage(figure.coverage)));
    if with.median {
        let measure = index.map_or(Measure::Overall, Measure::Dimension);
        let median = view.spread(measure).ok().map(|Spread { median, .. }| median);
        cells.push(Cell::new(reader.maybe(median)));
    }
    if let Some((now, before)) = with.before {
        let before = of(before).outcome.score();
        let change = of(now).outcome.score().zip(before).map(|(now, before)| now - before);
        cells.push(Cell::new(reader.maybe(before)));
        cells.push(or_dash(change.map(|change| reader.signed(change))));
    }
    Row::new(cells)
}
