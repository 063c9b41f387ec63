//! The grid of two axes as a table with a shade in every cell. In a page a drawing would only say the same numbers again;
//! it is there for those who take the drawings by themselves.

use super::View;
use crate::charts::{Chart, HeatCell, HeatRow, HeatTable};
use crate::language::report::ends::{Kind, on_few_answers};
use crate::language::report::standing as say;
use crate::report::document::{Align, Block, Cell, Column, Figure, Row, Section, Table};

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let [down, across] = reader.q.axes.as_slice() else {
        return None;
    };
    let mut blocks = Vec::new();
    blocks.extend(message(view).map(|text| Block::Paragraph(text.into())));
    blocks.push(Block::Table(table(view)));
    Some(Section {
        id: "grid".to_owned(),
        title: say::grid(l, down.title.get(reader.tag), across.title.get(reader.tag)),
        blocks,
    })
}

/// The same as a drawing.
pub(super) fn drawing(view: &View<'_>) -> Option<Figure> {
    let reader = &view.reader;
    if reader.q.axes.len() != 2 {
        return None;
    }
    let (down, across) = (leaves_of(view, 0), leaves_of(view, 1));
    let cell = |row: usize, column: usize| {
        let place = reader.q.cells.iter().position(|cell| cell.at == [row, column]);
        let value = place.and_then(|place| view.card.cells[place].outcome.score());
        HeatCell { value, text: reader.maybe(value) }
    };
    let row = |&leaf: &usize| HeatRow {
        label: reader.dimension(leaf).to_owned(),
        cells: across.iter().map(|&column| cell(leaf, column)).collect(),
    };
    let heading = message(view).map(|message| message.trim_end_matches('.').to_owned());
    let heading = heading.unwrap_or_else(|| say::grid_caption(reader.l, &reader.max()));
    let description = say::grid_caption(reader.l, &reader.max());
    let chart = HeatTable {
        caption: reader.caption(&heading, &description),
        scale: reader.scale(),
        columns: across.iter().map(|&leaf| reader.dimension(leaf).to_owned()).collect(),
        rows: down.iter().map(row).collect(),
    };
    Some(Figure { file_stem: "grid".to_owned(), drawing: Box::new(Chart::Heat(chart)), heading, description })
}

/// The leaves of an axis, in order.
fn leaves_of(view: &View<'_>, axis: usize) -> Vec<usize> {
    view.reader.leaves().filter(|&leaf| view.reader.q.dimensions[leaf].axis == axis).collect()
}

/// The highest and the lowest cells, where they differ, of those that were answered well enough to say so.
fn message(view: &View<'_>) -> Option<String> {
    let (reader, l) = (&view.reader, view.reader.l);
    let score = |cell: usize| Some((cell, view.card.cells[cell].outcome.score()?));
    let scored = (0..view.card.cells.len()).filter_map(score);
    let (firm, thin): (Vec<_>, Vec<_>) =
        scored.partition(|(cell, _)| view.card.cells[*cell].coverage.bears_a_stage(reader.q));
    let sharing = |cells: &[usize]| {
        let names: Vec<String> = cells.iter().map(|&cell| reader.cell(cell)).collect();
        reader.sharing(Kind::Cells, &names)
    };
    let ends = reader.ends(&firm)?;
    let [high, low] = [ends.highest, ends.lowest].map(|end| (sharing(&end.who), reader.at(&end)));
    let message = say::grid_message(l, (&high.0, &high.1), (&low.0, &low.1));
    let thin: Vec<usize> = thin.into_iter().map(|(cell, _)| cell).collect();
    Some(match thin.is_empty() {
        true => message,
        false => format!("{message} {}", on_few_answers(l, &sharing(&thin))),
    })
}

fn table(view: &View<'_>) -> Table {
    let reader = &view.reader;
    let (down, across) = (leaves_of(view, 0), leaves_of(view, 1));
    let header = reader.q.axes[0].title.get(reader.tag);
    let titles = across.iter().map(|&leaf| Column::new(reader.dimension(leaf), Align::Centre));
    let cell = |row: usize, column: usize| {
        let place = reader.q.cells.iter().position(|cell| cell.at == [row, column]);
        let asks_texts = || reader.q.questions.iter().any(|question| question.at == [row, column]);
        let empty = || if asks_texts() { say::only_texts(reader.l) } else { say::no_questions(reader.l) };
        place.map_or_else(|| Cell::new(empty()), |place| reader.heat(&view.card.cells[place]))
    };
    let row = |leaf: usize| {
        let cells = across.iter().map(|&column| cell(leaf, column));
        Row::new([Cell::new(reader.dimension(leaf))].into_iter().chain(cells).collect())
    };
    Table {
        caption: say::grid_table(reader.l, &reader.max()),
        columns: [Column::row_header(header)].into_iter().chain(titles).collect(),
        rows: down.into_iter().map(row).collect(),
        note: None,
    }
}
