//! What changed since the previous wave: only what both waves have in common, and who is missing.

use super::{Change, MergedPast, View, merged};
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::{FirmChange, LikeForLike, Merger};
use crate::language::report::change::{self as say, Direction};
use crate::language::report::{column, merger as say_merger};
use crate::report::document::{Block, Cell, Column, Figure, Row, Section, Table};
use crate::report::reader::Reader;
use crate::scores::QuestionValue;
use crate::sorting;

/// The most questions that are listed.
const QUESTIONS: usize = 6;

/// What came before, and what is compared with it.
struct Past<'a> {
    /// The previous wave; none of its own where the council came from others.
    group: Option<usize>,
    /// What that was called: "2024".
    round: String,
    change: &'a LikeForLike,
    firm: FirmChange,
    /// The scores of the dimensions now.
    now: &'a [Option<f64>],
    /// And then.
    before: &'a [Option<f64>],
}

/// `alone` when no table of scores stands before it.
pub(in crate::report) fn section(view: &View<'_>, alone: bool) -> Option<Section> {
    let l = view.reader.l;
    let minimum = view.reader.q.scoring.minimum_group.respondents;
    let (previous, blocks) = match view.change() {
        Change::None => return None,
        Change::NothingInCommon(previous) => (previous, vec![Block::Paragraph(say::nothing_in_common(l).into())]),
        Change::Withheld(previous) => (previous, vec![Block::Paragraph(say::withheld(l, minimum).into())]),
        Change::Shown(previous, change, scores) => {
            let firm = view.batch.firm_change(view.group, previous, &change.common);
            let [now, before] = scores.each_ref().map(|scores| scores.dimensions.as_slice());
            let round = view.wave(previous);
            let past = Past { group: Some(previous), round, change: &change, firm, now, before };
            let compared = say::like_for_like(l, &view.scope(&[previous], &change.common));
            let scope: Vec<String> = merged::taken_in(view).into_iter().chain([compared]).collect();
            (previous, blocks(view, &past, scope.join(" "), alone))
        }
        Change::Merged(merger, past) => return Some(merged_section(view, &merger, past)),
    };
    Some(Section { id: "change".to_owned(), title: say::what_changed(l, &view.wave(previous)), blocks })
}

/// A council beside those that it came from.
fn merged_section(view: &View<'_>, merger: &Merger, past: MergedPast) -> Section {
    let l = view.reader.l;
    let round = l.list(&merged::rounds(view.batch, &merger.before));
    let blocks = match past {
        MergedPast::Unknown => vec![Block::Paragraph(merged::why_not(l, view.batch, merger).into())],
        MergedPast::Withheld => {
            let withheld = say::withheld(l, view.reader.q.scoring.minimum_group.respondents);
            vec![Block::Paragraph(format!("{} {withheld}", merged::came_from(view, merger)).into())]
        }
        MergedPast::Shown(found) => {
            let (change, common) = (&found.change, &found.change.common);
            let (now, before, firm) = (&found.now.dimensions[..], &found.before[..], found.firm.clone());
            let past = Past { group: None, round: round.clone(), change, firm, now, before };
            let everyone = common.gone.is_empty() && common.new.is_empty();
            let roles = (!everyone).then(|| view.reader.roles(&common.roles));
            let compared = say_merger::like_for_like(l, roles.as_deref(), &view.scope(&merger.before, common));
            let scope = format!("{} {compared}", merged::came_from(view, merger));
            blocks(view, &past, scope.trim().to_owned(), true)
        }
    };
    Section { id: "change".to_owned(), title: say::what_changed(l, &round), blocks }
}

fn blocks(view: &View<'_>, past: &Past<'_>, scope: String, alone: bool) -> Vec<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let scope = format!("{scope} {}", say::clear_from(l, &reader.difference(reader.clear_from())));
    let mut blocks = vec![Block::Paragraph(scope.into())];
    blocks.push(Block::Bullets(verdicts(reader, past).into_iter().map(Into::into).collect()));
    // The first table has these numbers already when the waves can be compared as they are.
    if alone || !past.change.common.is_plain() {
        blocks.push(Block::Figure(figure(view, past)));
        blocks.push(Block::Table(table(reader, past, (&past.round, &view.wave(view.group)))));
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
        let name = |leaf: usize| change(leaf).map(|d| format!("{} ({})", reader.dimension(leaf), reader.change(d)));
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
    Some(past.now[dimension]? - past.before[dimension]?)
}

fn figure(view: &View<'_>, past: &Past<'_>) -> Figure {
    let (reader, l) = (&view.reader, view.reader.l);
    let heading = verdicts(reader, past).join(" ").trim_end_matches('.').to_owned();
    let description = say::plot_description(l, &past.round, &view.wave(view.group), &reader.max());
    let rows = reader.places().into_iter().map(|place| {
        let value = place.dimension.and_then(|dimension| past.now[dimension]);
        // What has a score now and is not compared has none of the same roles in the other round.
        let missing = |dimension: usize| {
            let why = reader.why_missing(&view.card.dimensions[dimension]);
            why.unwrap_or_else(|| say::cannot_compare(l).to_owned())
        };
        DotRow {
            label: place.title,
            level: place.level,
            value,
            previous: place.dimension.and_then(|dimension| past.before[dimension]),
            missing: place.dimension.filter(|_| value.is_none()).map(missing),
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
        let change = now.zip(before).map(|(now, before)| reader.change(now - before));
        let change = change.unwrap_or_else(|| reader.maybe(None));
        Row::new([title.to_owned(), reader.maybe(before), reader.maybe(now), change].map(Cell::new).into())
    };
    let (now_overall, before_overall) = (Some(past.change.now), Some(past.change.before));
    let mut rows = vec![row(column::total(l), now_overall, before_overall).emphasised()];
    for place in reader.places() {
        let Some(dimension) = place.dimension else { continue };
        rows.push(row(&place.title, past.now[dimension], past.before[dimension]));
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
    let previous = past.group.filter(|_| past.change.common.is_plain())?;
    let shown = |group: usize, value: QuestionValue| {
        view.batch.question_shown(group, value, view.audience).ok().and(value.value)
    };
    let mut moved: Vec<(usize, f64, f64)> = view
        .batch
        .question_values(view.group)
        .into_iter()
        .zip(view.batch.question_values(previous))
        .enumerate()
        .filter_map(|(item, (now, before))| Some((item, shown(view.group, now)?, shown(previous, before)?)))
        .filter(|(_, now, before)| reader.direction(now - before, true) != Direction::Same)
        .collect();
    sorting::by(&mut moved, |a, b| (b.1 - b.2).abs().total_cmp(&(a.1 - a.2).abs()));
    let rest = moved.split_off(moved.len().min(QUESTIONS));
    let (_, now, before) = *moved.last()?;
    // As the reader sees it.
    let written = |now: f64, before: f64| reader.change((now - before).abs());
    let as_much = rest.iter().filter(|(_, then, earlier)| written(*then, *earlier) == written(now, before)).count();
    let row = |(item, now, before): (usize, f64, f64)| {
        let numbers = [reader.number(before), reader.number(now), reader.change(now - before)];
        Row::new([Cell::new(reader.item(item))].into_iter().chain(numbers.map(Cell::new)).collect())
    };
    Some(Table {
        caption: say::questions_table(l).to_owned(),
        columns: vec![
            Column::row_header(column::question(l)),
            reader.right(&past.round),
            reader.right(&view.wave(view.group)),
            reader.right(column::change(l)),
        ],
        rows: moved.into_iter().map(row).collect(),
        note: (as_much > 0).then(|| say::as_much_as_the_last(l, as_much)),
    })
}
