//! The grid of two axes as a table with a shade in every cell. A drawing would only say the same numbers again.

use super::View;
use crate::language::report::standing as say;
use crate::report::document::{Align, Block, Cell, Column, Row, Section, Table};

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

/// The highest and the lowest cell, where they differ.
fn message(view: &View<'_>) -> Option<String> {
    let reader = &view.reader;
    let score = |cell: usize| Some((cell, view.card.cells[cell].outcome.score()?));
    let scored: Vec<(usize, f64)> = (0..view.card.cells.len()).filter_map(score).collect();
    let highest = scored.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let lowest = scored.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    if reader.same(highest.1, lowest.1) {
        return None;
    }
    let [high, low] = [highest, lowest].map(|(cell, score)| (reader.cell(*cell), reader.number(*score)));
    Some(say::grid_message(reader.l, (&high.0, &high.1), (&low.0, &low.1)))
}

fn table(view: &View<'_>) -> Table {
    let reader = &view.reader;
    let leaves_of = |axis: usize| -> Vec<usize> {
        reader
            .leaves()
            .filter(|&leaf| reader.q.dimensions[leaf].axis == axis)
            .collect()
    };
    let (down, across) = (leaves_of(0), leaves_of(1));
    let header = reader.q.axes[0].title.get(reader.tag);
    let titles = across
        .iter()
        .map(|&leaf| Column::new(reader.dimension(leaf), Align::Centre));
    let cell = |row: usize, column: usize| {
        let place = reader.q.cells.iter().position(|cell| cell.at == [row, column]);
        place.map_or_else(
            || Cell::new(say::no_questions(reader.l)),
            |place| reader.heat(&view.card.cells[place]),
        )
    };
    let row = |leaf: usize| {
        let cells = across.iter().map(|&column| cell(leaf, column));
        Row::new([Cell::new(reader.dimension(leaf))].into_iter().chain(cells).collect())
    };
    Table {
        caption: say::grid_caption(reader.l, &reader.max()),
        columns: [Column::row_header(header)].into_iter().chain(titles).collect(),
        rows: down.into_iter().map(row).collect(),
        note: None,
    }
}
