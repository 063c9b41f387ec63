//! How the scores of a group lie: all totals on one strip, and median and middle half per dimension.

use super::GroupView;
use crate::charts::{Chart, DotPlot, DotRow, StripPlot};
use crate::comparison::{Measure, Spread};
use crate::language::report::{column, ends::Kind, group as say};
use crate::report::document::{Block, Cell, Column, Figure, Row, Section, Table};

/// The strip of totals with the marked councils by name; only where the group may be shown.
pub(super) fn totals(view: &GroupView<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let spread = view.batch.spread(&view.groups, Measure::Overall).ok()?;
    let ends = (reader.number(spread.lower_quartile), reader.number(spread.upper_quartile));
    let inside = view.batch.between_quartiles(&view.groups, Measure::Overall, &spread);
    let heading = say::totals_message(l, &ends.0, &ends.1, inside, spread.councils);
    let description = say::totals_description(l, spread.councils, &reader.max());
    let score = |&group: &usize| view.score(group);
    let name = |&group: &usize| Some((view.batch.name(group).to_owned(), view.score(group)?));
    let strip = StripPlot {
        caption: reader.caption(&heading, &description),
        scale: reader.scale(),
        points: view.groups.iter().filter(|group| !view.marked.contains(group)).filter_map(score).collect(),
        marked: view.marked.iter().filter_map(name).collect(),
        median: Some(spread.median),
        middle_half: Some((spread.lower_quartile, spread.upper_quartile)),
    };
    let figure =
        Figure { heading, description, file_stem: "totals".to_owned(), drawing: Box::new(Chart::Strip(strip)) };
    Some(Section {
        id: "totals".to_owned(),
        title: say::totals(l).to_owned(),
        blocks: vec![Block::Figure(figure), Block::Table(table(view, &spread))],
    })
}

/// Median and middle half per dimension; one marked council stands in it with its own dots.
pub(super) fn dimensions(view: &GroupView<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let spread = |index: usize| view.batch.spread(&view.groups, Measure::Dimension(index)).ok();
    let medians: Vec<(usize, f64)> = reader.leaves().filter_map(|leaf| Some((leaf, spread(leaf)?.median))).collect();
    if medians.is_empty() {
        return None;
    }
    let names = |leaves: &[usize]| reader.sharing(Kind::Dimensions, &reader.dimensions(leaves));
    let heading = match (reader.ends(&medians), medians.as_slice()) {
        (Some(ends), _) => say::dimensions_message(l, &names(&ends.highest.who), &names(&ends.lowest.who)),
        (None, [(_, median)]) => say::only_dimension(l, &reader.number(*median)),
        (None, _) => say::dimensions_alike(l).to_owned(),
    };
    let description = say::dimensions_description(l, view.scored().len(), &reader.max());
    let own = match view.marked.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let row = |place: crate::report::reader::Place| {
        let spread = place.dimension.and_then(spread);
        let figure = own.zip(place.dimension).map(|(own, index)| view.batch.card(own).dimensions[index]);
        let value = figure.and_then(|figure| figure.outcome.score());
        DotRow {
            label: place.title,
            level: place.level,
            value,
            median: spread.map(|spread| spread.median),
            middle_half: spread.map(|spread| (spread.lower_quartile, spread.upper_quartile)),
            value_text: value.or(spread.map(|spread| spread.median)).map(|v| reader.number(v)).unwrap_or_default(),
            ..DotRow::default()
        }
    };
    let chart = DotPlot {
        caption: reader.caption(&heading, &description),
        scale: reader.scale(),
        rows: reader.places().into_iter().map(row).collect(),
        who: own.map_or_else(String::new, |own| view.batch.name(own).to_owned()),
    };
    let figure =
        Figure { heading, description, file_stem: "dimensions".to_owned(), drawing: Box::new(Chart::Dots(chart)) };
    Some(Section {
        id: "dimensions".to_owned(),
        title: say::dimensions(l).to_owned(),
        blocks: vec![Block::Figure(figure), Block::Table(spread_table(view, own))],
    })
}

/// The totals in numbers: the group, and each marked council.
fn table(view: &GroupView<'_>, spread: &Spread) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let mut rows = vec![(column::lower_quartile(l).to_owned(), spread.lower_quartile)];
    rows.push((column::median(l).to_owned(), spread.median));
    rows.push((column::upper_quartile(l).to_owned(), spread.upper_quartile));
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(name, score)| Row::new(vec![Cell::new(name), Cell::new(reader.number(score))]))
        .collect();
    rows.extend(view.marked.iter().map(|&group| {
        let name = Cell::new(view.batch.name(group));
        Row::new(vec![name, Cell::new(reader.maybe(view.score(group)))]).emphasised()
    }));
    Table {
        caption: say::spread_table(l).to_owned(),
        columns: vec![Column::row_header(say::line(l)), reader.right(column::score(l))],
        rows,
        note: None,
    }
}

fn spread_table(view: &GroupView<'_>, own: Option<usize>) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let mut columns = vec![Column::row_header(column::dimension(l)), reader.right(column::councils(l))];
    columns.extend([column::lower_quartile(l), column::median(l), column::upper_quartile(l)].map(|t| reader.right(t)));
    columns.extend(own.map(|own| reader.right(view.batch.name(own))));
    let mut rows = vec![spread_row(view, column::total(l), &view.groups, Measure::Overall, own).emphasised()];
    for place in reader.places() {
        let Some(dimension) = place.dimension else { continue };
        rows.push(spread_row(view, &place.title, &view.groups, Measure::Dimension(dimension), own));
    }
    Table { caption: say::spread_by_dimension_table(l).to_owned(), columns, rows, note: None }
}

/// Name, number of councils, lower quartile, median, upper quartile; dashes where there are too few.
pub(super) fn spread_row(
    view: &GroupView<'_>,
    name: &str,
    groups: &[usize],
    measure: Measure,
    own: Option<usize>,
) -> Row {
    let reader = &view.reader;
    let spread = view.batch.spread(groups, measure);
    let number = |pick: fn(&Spread) -> f64| reader.maybe(spread.as_ref().ok().map(pick));
    let mut cells = vec![name.to_owned(), view.count_cell(spread.map(|spread| spread.councils))];
    cells.push(number(|spread| spread.lower_quartile));
    cells.push(number(|spread| spread.median));
    cells.push(number(|spread| spread.upper_quartile));
    cells.extend(own.map(|own| reader.maybe(measure.of(view.batch.card(own)))));
    Row::new(cells.into_iter().map(Cell::new).collect())
}
