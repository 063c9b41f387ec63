//! What changed since the previous wave: only what both waves have in common, and who is missing.

use super::{Change, View};
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::{FirmChange, LikeForLike};
use crate::language::report::change::{self as say, Direction};
use crate::language::report::column;
use crate::report::document::{Block, Cell, Column, Figure, Row, Section, Table};
use crate::report::reader::Reader;
use crate::scores::{QuestionValue, ScoreCard};

/// The most questions that are listed.
const QUESTIONS: usize = 6;

/// A wave that came before, and what is compared with it.
struct Past<'a> {
    group: usize,
    change: &'a LikeForLike,
    firm: FirmChange,
    now: &'a ScoreCard,
    before: &'a ScoreCard,
}

/// `alone` when no table of scores stands before it.
pub(in crate::report) fn section(view: &View<'_>, alone: bool) -> Option<Section> {
    let l = view.reader.l;
    let minimum = view.reader.q.scoring.minimum_group.respondents;
    let (previous, blocks) = match view.change() {
        Change::None => return None,
        Change::NothingInCommon(previous) => (previous, vec![Block::Paragraph(say::nothing_in_common(l).into())]),
        Change::Withheld(previous) => (previous, vec![Block::Paragraph(say::withheld(l, minimum).into())]),
        Change::Shown(previous, change, cards) => {
            let firm = view.batch.firm_change(view.group, previous, &change);
            let past = Past { group: previous, change: &change, firm, now: &cards.0, before: &cards.1 };
            (previous, blocks(view, &past, alone))
        }
    };
    Some(Section { id: "change".to_owned(), title: say::what_changed(l, &view.wave(previous)), blocks })
}

fn blocks(view: &View<'_>, past: &Past<'_>, alone: bool) -> Vec<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let (gone, new) = (reader.roles(&past.change.gone), reader.roles(&past.change.new));
    let shared = past.change.shared.map(|shared| shared.questions);
    let scope = format!(
        "{} {}",
        say::like_for_like(l, &gone, &new, past.change.selection.quick_only, shared),
        say::clear_from(l, &reader.difference(reader.clear_from()))
    );
    let mut blocks = vec![Block::Paragraph(scope.into())];
    blocks.push(Block::Bullets(verdicts(reader, past).into_iter().map(Into::into).collect()));
    // The first table has these numbers already when the waves can be compared as they are.
    if alone || !past.change.is_plain() {
        blocks.push(Block::Figure(figure(view, past)));
        blocks.push(Block::Table(table(reader, past, (&view.wave(past.group), &view.wave(view.group)))));
    }
    blocks.extend(questions(view, past).map(Block::Table));
    blocks
}

/// Which dimensions went up and which went down.
fn verdicts(reader: &Reader<'_>, past: &Past<'_>) -> Vec<String> {
    let l = reader.l;
    let went = |direction: Direction| -> Vec<String> {
        let change = |leaf: usize| difference(past, leaf);
        let way = |leaf: usize| change(leaf).map(|change| reader.direction(change, past.firm.dimensions[leaf]));
        let leaves = reader.leaves().filter(|&leaf| way(leaf) == Some(direction));
        let name = |leaf: usize| change(leaf).map(|d| format!("{} ({})", reader.dimension(leaf), reader.signed(d)));
        leaves.filter_map(name).collect()
    };
    let (up, down) = (went(Direction::Up), went(Direction::Down));
    if up.is_empty() && down.is_empty() {
        return vec![say::none_clearly(l).to_owned()];
    }
    let mut lines = Vec::new();
    lines.extend((!up.is_empty()).then(|| say::went_up(l, &up)));
    lines.extend((!down.is_empty()).then(|| say::went_down(l, &down)));
    lines
}

fn difference(past: &Past<'_>, dimension: usize) -> Option<f64> {
    let score = |card: &ScoreCard| card.dimensions[dimension].outcome.score();
    Some(score(past.now)? - score(past.before)?)
}

fn figure(view: &View<'_>, past: &Past<'_>) -> Figure {
    let (reader, l) = (&view.reader, view.reader.l);
    let heading = verdicts(reader, past).join(" ").trim_end_matches('.').to_owned();
    let description = say::plot_description(l, &view.wave(past.group), &view.wave(view.group), &reader.max());
    let rows = reader.places().into_iter().map(|place| {
        let now = place.dimension.map(|dimension| past.now.dimensions[dimension]);
        let before = place.dimension.map(|dimension| past.before.dimensions[dimension]);
        let value = now.and_then(|figure| figure.outcome.score());
        DotRow {
            label: place.title,
            level: place.level,
            value,
            previous: before.and_then(|figure| figure.outcome.score()),
            missing: now.and_then(|figure| reader.why_missing(&figure)),
            value_text: value.map(|value| reader.number(value)).unwrap_or_default(),
            ..DotRow::default()
        }
    });
    Figure {
        file_stem: "change".to_owned(),
        drawing: Box::new(Chart::Dots(DotPlot {
            caption: reader.caption(&heading, &description),
            scale: reader.scale(),
            rows: rows.collect(),
            who: view.name.to_owned(),
        })),
        heading,
        description,
    }
}

fn table(reader: &Reader<'_>, past: &Past<'_>, (before, now): (&str, &str)) -> Table {
    let l = reader.l;
    let row = |title: &str, now: Option<f64>, before: Option<f64>| {
        let change = now.zip(before).map(|(now, before)| reader.signed(now - before));
        let change = change.unwrap_or_else(|| reader.maybe(None));
        Row::new([title.to_owned(), reader.maybe(before), reader.maybe(now), change].map(Cell::new).into())
    };
    let overall = |card: &ScoreCard| card.overall.outcome.score();
    let mut rows = vec![row(column::total(l), overall(past.now), overall(past.before)).emphasised()];
    for place in reader.places() {
        let Some(dimension) = place.dimension else { continue };
        let score = |card: &ScoreCard| card.dimensions[dimension].outcome.score();
        rows.push(row(&place.title, score(past.now), score(past.before)));
    }
    Table {
        caption: say::table(l).to_owned(),
        columns: vec![
            Column::row_header(column::dimension(l)),
            reader.right(before),
            reader.right(now),
            reader.right(column::change(l)),
        ],
        rows,
        note: None,
    }
}

/// The questions that moved most, where both waves may be shown and compared as they are.
fn questions(view: &View<'_>, past: &Past<'_>) -> Option<Table> {
    let (reader, l) = (&view.reader, view.reader.l);
    if !past.change.is_plain() {
        return None;
    }
    let shown = |group: usize, value: QuestionValue| {
        view.batch.question_shown(group, value, view.audience).ok().and(value.value)
    };
    let mut moved: Vec<(usize, f64, f64)> = view
        .batch
        .question_values(view.group)
        .into_iter()
        .zip(view.batch.question_values(past.group))
        .enumerate()
        .filter_map(|(item, (now, before))| Some((item, shown(view.group, now)?, shown(past.group, before)?)))
        .filter(|(_, now, before)| reader.direction(now - before, true) != Direction::Same)
        .collect();
    moved.sort_by(|a, b| (b.1 - b.2).abs().total_cmp(&(a.1 - a.2).abs()));
    moved.truncate(QUESTIONS);
    if moved.is_empty() {
        return None;
    }
    let row = |(item, now, before): (usize, f64, f64)| {
        let numbers = [reader.number(before), reader.number(now), reader.signed(now - before)];
        Row::new([Cell::new(reader.item(item))].into_iter().chain(numbers.map(Cell::new)).collect())
    };
    Some(Table {
        caption: say::questions_table(l).to_owned(),
        columns: vec![
            Column::row_header(column::question(l)),
            reader.right(&view.wave(past.group)),
            reader.right(&view.wave(view.group)),
            reader.right(column::change(l)),
        ],
        rows: moved.into_iter().map(row).collect(),
        note: None,
    })
}
