//! A table too wide for the terminal, as a list: one row under the other. Knows nothing of the rest of the page.

use super::super::pen::{Manner, Pen};
use super::super::wrap::wrapped;
use super::{STEP, shown};
use crate::report::document::{Cell, Table};
use crate::report::text::clean;
use unicode_width::UnicodeWidthStr;

/// The table as a list: the name of a row, and under it the heading and the text of each other column.
pub(super) fn lines(table: &Table, width: usize, pen: Pen) -> Vec<String> {
    let titles: Vec<String> = table.columns.iter().map(|column| clean(&column.title)).collect();
    let label = titles.iter().skip(1).map(|title| title.width()).max().unwrap_or(0).min(width / 2);
    let mut lines = Vec::new();
    for row in &table.rows {
        lines.push(String::new());
        let indent = " ".repeat(usize::from(row.level) * STEP);
        for (title, cell) in titles.iter().zip(&row.cells).take(1) {
            // A row with nothing beside its name is the heading of those under it.
            let name = if title.is_empty() || row.cells.iter().skip(1).all(is_blank) {
                clean(&cell.text)
            } else {
                format!("{title}: {}", clean(&cell.text))
            };
            let room = width.saturating_sub(indent.len()).max(1);
            lines.extend(wrapped(&name, room).iter().map(|part| format!("{indent}{}", pen.write(part, Manner::Bold))));
        }
        for (title, cell) in titles.iter().zip(&row.cells).skip(1).filter(|(_, cell)| !is_blank(cell)) {
            let manner = cell.heat.map_or(Manner::Plain, Manner::Heat);
            lines.extend(pair(title, &shown(cell), label, width, pen, &indent, manner));
        }
    }
    lines
}

fn is_blank(cell: &Cell) -> bool {
    cell.text.trim().is_empty()
}

fn pair(title: &str, text: &str, label: usize, width: usize, pen: Pen, indent: &str, manner: Manner) -> Vec<String> {
    let room = width.saturating_sub(indent.len() + STEP + label + 2).max(1);
    let (titles, texts) = (wrapped(title, label.max(1)), wrapped(text, room));
    (0..titles.len().max(texts.len()))
        .map(|line| {
            let title = titles.get(line).copied().unwrap_or("");
            let text = pen.write(texts.get(line).copied().unwrap_or(""), manner);
            let space = " ".repeat(label.saturating_sub(title.width()) + 2);
            let line = format!("{indent}  {title}{space}{text}");
            line.trim_end_matches(' ').to_owned()
        })
        .collect()
}
