//! Tables in a terminal: comfy-table sizes the columns and sets the grid; this decides what may break, and where.
//!
//! Numbers and ids never break, headings only between words. A table that would need more becomes a list, see [`stacked`].
//! Colour is put on afterwards, because comfy-table counts an escape sequence as text. Knows nothing of the page.

mod paint;
mod stacked;

use super::pen::Pen;
use super::wrap::{widest_part, widest_word, wrapped};
use crate::report::document::{Align, Cell, Column, Row, Table};
use crate::report::text::clean;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

/// One space at either side of a cell.
const PADDING: usize = 2;
/// Words up to this width are never broken at a hyphen or a slash to save the columns.
const KEPT_WHOLE: usize = 18;
/// Stands for a piece of a bar.
const MARK: &str = "■";
/// How far the name of a deeper row moves in.
const STEP: usize = 2;
/// Rules above and under the table and under its header, none between rows.
const STYLE: TableStyle = TableStyle {
    header_separator: UTF8_HORIZONTAL_ONLY.row_separator,
    row_separator: LineStyle::none(),
    ..UTF8_HORIZONTAL_ONLY
};

/// The lines of the body of `table`, none wider than `width`.
pub(super) fn lines(table: &Table, width: usize, pen: Pen) -> Vec<String> {
    let least = [widest_word, widest_piece]
        .into_iter()
        .map(|measure| least(table, measure))
        .find(|least| least.iter().map(|column| column + PADDING).sum::<usize>() <= width);
    match least {
        Some(least) if !least.is_empty() => grid(table, &arranged(table, &least, width), pen),
        _ => stacked::lines(table, width, pen),
    }
}

/// The widest part of `text` that stays on one line when long words may break at a joint.
fn widest_piece(text: &str) -> usize {
    let pieces = text.split(' ').map(|word| match word.width() {
        width if width <= KEPT_WHOLE => width,
        _ => widest_part(word),
    });
    pieces.max().unwrap_or(0)
}

/// The least width of each column; `measure` is the width of what may not break in a text.
fn least(table: &Table, measure: fn(&str) -> usize) -> Vec<usize> {
    let of_column = |(index, column): (usize, &Column)| {
        let of_row = |row: &Row| {
            let text = text(row, index);
            let kept = match column.align {
                Align::Left if column.whole => widest_word(&text),
                Align::Left => measure(&text),
                Align::Right | Align::Centre => text.width(),
            };
            kept + indent(row, index)
        };
        let widest = table.rows.iter().map(of_row).max().unwrap_or(0);
        widest.max(measure(&clean(&column.title))).max(1)
    };
    table.columns.iter().enumerate().map(of_column).collect()
}

/// The width comfy-table gives each column so that the whole fits in `width`.
fn arranged(table: &Table, least: &[usize], width: usize) -> Vec<usize> {
    let mut draft = comfy(table, |text, _, indent| format!("{}{text}", "\u{a0}".repeat(indent)));
    draft.set_content_arrangement(ContentArrangement::Dynamic);
    draft.set_width(narrow(width));
    // Without a word as wide as the boundary, comfy-table may take back what the boundary promised.
    draft.add_row(least.iter().map(|&least| "─".repeat(least)));
    for (column, least) in draft.column_iter_mut().zip(least) {
        let padding = usize::from(column.padding_width());
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(narrow(least + padding))));
    }
    // The top rule holds no text, so its junctions tell the columns apart.
    draft.style_mut().top_border.junction = Some('┬');
    let rule = draft.lines().next().unwrap_or_default();
    let spans = rule.split('┬').zip(draft.column_iter()).zip(least);
    spans
        .map(|((span, column), &least)| span.width().saturating_sub(column.padding_width().into()).max(least))
        .collect()
}

/// The lines of the table with every text broken to the width of its column.
fn grid(table: &Table, widths: &[usize], pen: Pen) -> Vec<String> {
    let set = comfy(table, |text, index, indent| {
        let before = " ".repeat(indent);
        let lines = wrapped(text, widths[index].saturating_sub(indent).max(1));
        let lines: Vec<String> = lines.iter().map(|line| format!("{before}{line}")).collect();
        lines.join("\n")
    });
    paint::lines(table, &set, pen)
}

/// `table` for comfy-table; `set` gets the text of a cell, its column and how far it moves in.
fn comfy(table: &Table, set: impl Fn(&str, usize, usize) -> String) -> comfy_table::Table {
    let mut grid = comfy_table::Table::new();
    let columns = 0..table.columns.len();
    grid.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
    grid.set_header(table.columns.iter().enumerate().map(|(i, column)| set(&clean(&column.title), i, 0)));
    grid.add_rows(table.rows.iter().map(|row| {
        let cells = columns.clone().map(|i| set(&text(row, i), i, indent(row, i)));
        cells.collect::<Vec<_>>()
    }));
    for (i, (set, column)) in grid.column_iter_mut().zip(&table.columns).enumerate() {
        // The space between two columns is the right side of the left one.
        set.set_padding((1, u16::from(i + 1 == columns.end)));
        set.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
            Align::Centre => CellAlignment::Center,
        });
    }
    grid
}

fn text(row: &Row, index: usize) -> String {
    row.cells.get(index).map(shown).unwrap_or_default()
}

/// The text of a cell and the marks behind it, on one line.
fn shown(cell: &Cell) -> String {
    let text = clean(&cell.text);
    if cell.marks == 0 { text } else { format!("{text}\u{a0}{}", MARK.repeat(usize::from(cell.marks))) }
}

/// How far the cell of column `index` moves in.
fn indent(row: &Row, index: usize) -> usize {
    if index == 0 { usize::from(row.level) * STEP } else { 0 }
}

/// As comfy-table counts; no terminal is wider.
fn narrow(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
