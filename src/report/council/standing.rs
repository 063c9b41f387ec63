//! Where the council stands: every dimension on one axis, and the same numbers in a table.

use super::{View, firmness, peers};
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::{Measure, Scan, Withheld};
use crate::language::number::{self, MISSING};
use crate::language::report::ends::Kind;
use crate::language::report::{self as words, column, firmness as say_firm, standing as say};
use crate::questionnaire::On;
use crate::report::document::{Align, Block, Cell, Column, Figure, Row, Section, Table};
use crate::report::reader::{Place, Reader};
use crate::scores::{self, Outcome, ScoreCard};
use crate::sorting;

/// The most dimensions that are named above or below the group, but for one that is left.
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
    blocks.extend(peers::sentence(view));
    blocks.push(Block::Table(score_table(view)));
    blocks.extend(firmness::sentences(view));
    blocks.push(Block::Table(coverage_table(view)));
    blocks.extend(firmness::next(view));
    blocks.extend(sensitivity(view).map(|text| Block::Paragraph(text.into())));
    Section { id: "standing".to_owned(), title: say::where_it_stands(l, view.name), blocks }
}

fn figure(view: &View<'_>) -> Figure {
    let (reader, l) = (&view.reader, view.reader.l);
    let heading = heading(view);
    let group = view.spread(Measure::Overall).ok().map(|spread| spread.councils);
    let description = say::plot_description(l, &reader.max(), group);
    let before = view.plain_previous();
    let rows = reader.places().into_iter().map(|place| row(view, place, before)).collect();
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

fn row(view: &View<'_>, place: Place, before: Option<&ScoreCard>) -> DotRow {
    let reader = &view.reader;
    let Some(dimension) = place.dimension else {
        return DotRow { label: place.title, level: place.level, ..DotRow::default() };
    };
    let figure = &view.card.dimensions[dimension];
    let value = figure.outcome.score();
    let spread = view.spread(Measure::Dimension(dimension)).ok();
    DotRow {
        label: place.title,
        level: place.level,
        value,
        previous: before.and_then(|before| before.dimensions[dimension].outcome.score()),
        middle_half: spread.map(|spread| (spread.lower_quartile, spread.upper_quartile)),
        median: spread.map(|spread| spread.median),
        target: view.targets.and_then(|targets| targets.on(On::Dimension(dimension))),
        uncertainty: view.open_band(place.dimension),
        missing: reader.why_missing(figure),
        value_text: value.map(|value| reader.number(value)).unwrap_or_default(),
        told: None,
    }
}

/// Which dimensions lie above and below the group; without a group, which lie highest and lowest.
fn heading(view: &View<'_>) -> String {
    let (reader, l) = (&view.reader, view.reader.l);
    let firm = view.firm_leaves();
    let medians: Vec<(usize, f64, f64)> = firm
        .iter()
        .filter_map(|&(dimension, score)| {
            Some((dimension, score, view.spread(Measure::Dimension(dimension)).ok()?.median))
        })
        .collect();
    if !medians.is_empty() {
        let on = |side: i8| {
            let mut on: Vec<(usize, f64)> = medians
                .iter()
                .filter(|(_, score, median)| reader.side(*score, *median) == side)
                .map(|(dimension, score, median)| (*dimension, (score - median).abs()))
                .collect();
            sorting::by(&mut on, |a, b| b.1.total_cmp(&a.1));
            few(reader, on.into_iter().map(|(dimension, _)| dimension))
        };
        let all_on = |side: i8| {
            medians.len() > 1 && medians.iter().all(|(_, score, median)| reader.side(*score, *median) == side)
        };
        let all = if all_on(1) { Some(true) } else { all_on(-1).then_some(false) };
        let only = (medians.len() < reader.leaves().count()).then_some(medians.len());
        return say::above_and_below(l, &on(1), &on(-1), all, only);
    }
    let names = |dimensions: &[usize]| reader.sharing(Kind::Dimensions, &reader.dimensions(dimensions)).to_string();
    let thin = view.thin_leaves();
    reader.ends(&firm).map_or_else(
        || say::scores_by_dimension(l).to_owned(),
        |ends| {
            let thin = (!thin.is_empty()).then(|| names(&thin));
            say::highest_and_lowest(l, &names(&ends.highest.who), &names(&ends.lowest.who), thin.as_deref())
        },
    )
}

/// The names of the first dimensions, and how many more there are.
fn few(reader: &Reader<'_>, dimensions: impl Iterator<Item = usize>) -> Vec<String> {
    let mut names = reader.dimensions(&dimensions.collect::<Vec<_>>());
    if names.len() > NAMES + 1 {
        let others = names.len() - NAMES;
        names.truncate(NAMES);
        names.push(say::and_others(reader.l, others));
    }
    names
}

/// The card of one dimension, or of the whole.
pub(super) fn figure_of(card: &ScoreCard, dimension: Option<usize>) -> scores::Figure {
    dimension.map_or(card.overall, |dimension| card.dimensions[dimension])
}

/// Rows for the whole and for each dimension under the heading of its axis; `cells` says what stands beside the name.
fn rows(view: &View<'_>, columns: usize, cells: impl Fn(Option<usize>) -> Vec<String>) -> Vec<Row> {
    let row = |title: String, cells: Vec<String>| Row::new([title].into_iter().chain(cells).map(Cell::new).collect());
    let mut rows = vec![row(column::total(view.reader.l).to_owned(), cells(None)).emphasised()];
    for place in view.reader.places() {
        rows.push(match place.dimension {
            Some(dimension) => row(place.title, cells(Some(dimension))).at_level(place.level),
            // A row that only says which axis follows.
            None => row(place.title, vec!["\u{a0}".to_owned(); columns - 1]).emphasised(),
        });
    }
    rows
}

/// Score, stage and step, beside the median of the group and the previous wave.
fn score_table(view: &View<'_>) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let before = view.plain_previous();
    let previous = before.and(view.standing.previous);
    let with_stage = !reader.q.scale.stages.is_empty();
    let with_step = places(view).any(|place| view.batch.rubric().has_ladder(place));
    let with_median = view.spread(Measure::Overall).is_ok();
    let mut columns = vec![Column::row_header(column::dimension(l)), reader.right(column::score(l))];
    columns.extend(with_stage.then(|| Column::new(column::stage(l), Align::Left)));
    columns.extend(with_step.then(|| reader.right(column::step(l))));
    columns.extend(with_median.then(|| reader.right(column::median(l))));
    if let Some(previous) = previous {
        columns.push(reader.right(&view.wave(previous)));
        columns.push(reader.right(column::change(l)));
    }
    let cells = |dimension: Option<usize>| {
        let figure = figure_of(view.card, dimension);
        let mut cells = vec![match figure.outcome {
            Outcome::NotApplicable => words::not_applicable_short(l).to_owned(),
            outcome => reader.maybe(outcome.score()),
        }];
        cells.extend(with_stage.then(|| reader.stage(&figure).unwrap_or(MISSING).to_owned()));
        cells.extend(with_step.then(|| reader.step(view.batch.step_shown(view.group, dimension, view.audience))));
        if with_median {
            let measure = dimension.map_or(Measure::Overall, Measure::Dimension);
            cells.push(reader.maybe(view.spread(measure).ok().map(|spread| spread.median)));
        }
        if let Some(before) = before {
            let before = figure_of(before, dimension).outcome.score();
            let now = figure.outcome.score();
            cells.push(reader.maybe(before));
            let change = now.zip(before).map(|(now, before)| reader.change(now - before));
            cells.push(change.unwrap_or_else(|| MISSING.to_owned()));
        }
        cells
    };
    let rows = rows(view, columns.len(), cells);
    let mut note = if with_step { about_steps(view) } else { Vec::new() };
    let mut figures = view.card.dimensions.iter().chain([&view.card.overall]);
    if with_stage && figures.any(|figure| figure.outcome.score().is_some() && figure.stage.is_none()) {
        note.push(say::stage_explained(l, &number::percent(l, reader.q.scoring.stage_coverage)));
    }
    let note = (!note.is_empty()).then(|| note.join(" "));
    Table { caption: say::scores_table(l, view.name), columns, rows, note }
}

/// The whole, and every dimension that has scores.
fn places(view: &View<'_>) -> impl Iterator<Item = Option<usize>> {
    let dimensions = 0..view.reader.q.dimensions.len();
    std::iter::once(None).chain(dimensions.filter(|&index| view.reader.is_scored(index)).map(Some))
}

/// What a step is, and why some have none.
fn about_steps(view: &View<'_>) -> Vec<String> {
    let (reader, l) = (&view.reader, view.reader.l);
    let named = |which: &dyn Fn(Option<usize>) -> bool| -> Vec<String> {
        let name = |place: Option<usize>| place.map_or(column::total(l), |index| reader.dimension(index)).to_owned();
        places(view).filter(|place| which(*place)).map(name).collect()
    };
    let without = named(&|place| !view.batch.rubric().has_ladder(place));
    let withheld = named(&|place| {
        let shown = view.batch.step_shown(view.group, place, view.audience);
        shown.is_none() && figure_of(view.card, place).step.is_some()
    });
    let mut note = vec![say::step_explained(l).to_owned()];
    note.extend((!without.is_empty()).then(|| say::no_step(l, &without)));
    let minimum = reader.q.scoring.minimum_group.respondents;
    note.extend((!withheld.is_empty()).then(|| say::step_withheld(l, &withheld, minimum)));
    note
}

/// How much of the score is a matter of weights; nothing where it has one part only.
fn sensitivity(view: &View<'_>) -> Option<String> {
    let (reader, l) = (&view.reader, view.reader.l);
    let found = view.batch.sensitivity(view.group)?;
    let weights = say::other_weights(l, &reader.number(found.low), &reader.number(found.high));
    Some(weights + &say::geometric(l, &reader.number(found.geometric), found.geometric == 0.0))
}

/// How much was answered, and how far the scores could lie from what they are, where that may be shown of any.
fn coverage_table(view: &View<'_>) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let possible = |dimension: Option<usize>| {
        let figure = figure_of(view.card, dimension);
        match (reader.open_band(&figure), figure.outcome) {
            (Some(_), _) => view.open_band(dimension).map(|band| reader.range(band)),
            (None, Outcome::Scored(score)) => Some(reader.number(score)),
            (None, _) => None,
        }
    };
    let with_possible = places(view).any(|place| possible(place).is_some());
    let without_one = firmness::ranges(view);
    let mut columns = vec![Column::row_header(column::dimension(l)), reader.right(column::answered(l))];
    columns.extend(with_possible.then(|| reader.right(column::possible(l))));
    columns.extend(without_one.as_ref().map(|_| reader.right(say_firm::without_one_short(l))));
    let cells = |dimension: Option<usize>| {
        let mut cells = vec![reader.coverage(figure_of(view.card, dimension).coverage)];
        cells.extend(with_possible.then(|| possible(dimension).unwrap_or_else(|| MISSING.to_owned())));
        cells.extend(without_one.as_ref().map(|range| range(dimension)));
        cells
    };
    let mut scored = places(view).filter(|place| figure_of(view.card, *place).outcome.score().is_some());
    let minimum = reader.q.scoring.minimum_group.respondents;
    let (caption, note) = if with_possible {
        let withheld = scored.any(|place| cells(place).iter().any(|cell| cell == MISSING));
        (say::coverage_table(l), withheld.then(|| say::ends_withheld(l, minimum)))
    } else {
        (say::answered_table(l), scored.next().map(|_| say::all_ends_withheld(l, minimum)))
    };
    Table { caption: caption.to_owned(), rows: rows(view, columns.len(), cells), columns, note }
}

impl View<'_> {
    /// The band of a dimension or of the whole, where it leaves something open and may be shown.
    pub(super) fn open_band(&self, dimension: Option<usize>) -> Option<(f64, f64)> {
        self.batch.band_shown(self.group, dimension, self.audience).ok()?;
        self.reader.open_band(&figure_of(self.card, dimension))
    }
}
