//! Tables in a terminal: columns while they fit, else one row under the other. Knows nothing of the rest of the page.

use super::pen::{Manner, Pen};
use super::wrap::{widest_word, wrapped};
use crate::report::document::{Align, Cell, Row, Table};
use crate::report::text::clean;
use unicode_width::UnicodeWidthStr;

/// One space at either side of a cell.
const PADDING: usize = 2;
/// Words up to this width are kept whole before a table gives up its columns.
const KEPT_WHOLE: usize = 18;
/// How far the name of a deeper row moves in.
const STEP: usize = 2;

/// The lines of the body of `table`, none wider than `width`.
pub(super) fn lines(table: &Table, width: usize, pen: Pen) -> Vec<String> {
    match widths(table, width) {
        Some(widths) => Grid { table, widths, pen }.lines(),
        None => stacked(table, width, pen),
    }
}

/// The width of each column, or nothing when they do not fit side by side.
fn widths(table: &Table, width: usize) -> Option<Vec<usize>> {
    let (least, mut widths): (Vec<usize>, Vec<usize>) = (0..table.columns.len()).map(|i| needs(table, i)).unzip();
    let room = width.checked_sub(PADDING * widths.len())?;
    while widths.iter().sum::<usize>() > room {
        // The widest column that can still give gives: long sentences wrap before short names do.
        let giver = (0..widths.len())
            .filter(|&i| widths[i] > least[i])
            .max_by_key(|&i| widths[i])?;
        widths[giver] -= 1;
    }
    Some(widths)
}

/// The least and the full width of column `index`.
fn needs(table: &Table, index: usize) -> (usize, usize) {
    let column = &table.columns[index];
    let title = clean(&column.title);
    let (mut least, mut full) = (widest_word(&title).min(KEPT_WHOLE), title.width());
    for row in &table.rows {
        let text = row.cells.get(index).map(|cell| clean(&cell.text)).unwrap_or_default();
        let kept = if column.align == Align::Left {
            widest_word(&text)
        } else {
            text.width()
        };
        let indent = if index == 0 { usize::from(row.level) * STEP } else { 0 };
        least = least.max(kept.min(KEPT_WHOLE) + indent);
        full = full.max(text.width() + indent);
    }
    (least, full)
}

/// A table whose columns fit.
struct Grid<'a> {
    table: &'a Table,
    widths: Vec<usize>,
    pen: Pen,
}

impl Grid<'_> {
    fn lines(&self) -> Vec<String> {
        let rule = self.rule();
        let mut lines = vec![rule.clone()];
        let header = self
            .table
            .columns
            .iter()
            .map(|column| (clean(&column.title), Manner::Bold));
        lines.extend(self.row(header.collect(), 0));
        lines.push(rule.clone());
        // An empty line on either side keeps a row of several lines together.
        let mut was_tall = None;
        for row in self.table.rows.iter().map(|row| self.body_row(row)) {
            let is_tall = row.len() > 1;
            if was_tall.is_some_and(|was_tall| was_tall || is_tall) {
                lines.push(String::new());
            }
            was_tall = Some(is_tall);
            lines.extend(row);
        }
        lines.push(rule);
        lines
    }

    fn rule(&self) -> String {
        let rule = "─".repeat(self.widths.iter().map(|width| width + PADDING).sum());
        self.pen.write(&rule, Manner::Dim)
    }

    fn body_row(&self, row: &Row) -> Vec<String> {
        let manner = |cell: &Cell| match cell.heat {
            Some(heat) => Manner::Heat(heat),
            None if row.emphasis => Manner::Bold,
            None => Manner::Plain,
        };
        let cells = row.cells.iter().map(|cell| (clean(&cell.text), manner(cell)));
        self.row(cells.collect(), usize::from(row.level) * STEP)
    }

    /// The lines of one row; its first cell moves in by `indent` columns.
    fn row(&self, cells: Vec<(String, Manner)>, indent: usize) -> Vec<String> {
        let indent_of = |index: usize| if index == 0 { indent } else { 0 };
        let parts: Vec<Vec<&str>> = (self.widths.iter().zip(&cells).enumerate())
            .map(|(index, (width, (text, _)))| wrapped(text, width.saturating_sub(indent_of(index)).max(1)))
            .collect();
        let height = parts.iter().map(Vec::len).max().unwrap_or(1);
        (0..height)
            .map(|line| {
                let mut text = String::new();
                for (index, (_, manner)) in cells.iter().enumerate().take(self.widths.len()) {
                    let part = parts[index].get(line).copied().unwrap_or("");
                    text += &self.cell(part, index, indent_of(index), *manner);
                }
                text.truncate(text.trim_end_matches(' ').len());
                text
            })
            .collect()
    }

    fn cell(&self, part: &str, index: usize, indent: usize, manner: Manner) -> String {
        let space = self.widths[index].saturating_sub(indent + part.width());
        let left = match self.table.columns[index].align {
            Align::Left => 0,
            Align::Right => space,
            Align::Centre => space / 2,
        };
        let (before, after) = (" ".repeat(1 + indent + left), " ".repeat(1 + space - left));
        if matches!(manner, Manner::Heat(_)) {
            return self.pen.write(&format!("{before}{part}{after}"), manner);
        }
        format!("{before}{}{after}", self.pen.write(part, manner))
    }
}

/// The table as a list: the name of a row, and under it the heading and the text of each other column.
fn stacked(table: &Table, width: usize, pen: Pen) -> Vec<String> {
    let titles: Vec<String> = table.columns.iter().map(|column| clean(&column.title)).collect();
    let label = titles
        .iter()
        .skip(1)
        .map(|title| title.width())
        .max()
        .unwrap_or(0)
        .min(width / 2);
    let mut lines = Vec::new();
    for row in &table.rows {
        lines.push(String::new());
        let indent = " ".repeat(usize::from(row.level) * STEP);
        for (title, cell) in titles.iter().zip(&row.cells).take(1) {
            let name = if title.is_empty() {
                clean(&cell.text)
            } else {
                format!("{title}: {}", clean(&cell.text))
            };
            let room = width.saturating_sub(indent.len()).max(1);
            lines.extend(
                wrapped(&name, room)
                    .iter()
                    .map(|part| format!("{indent}{}", pen.write(part, Manner::Bold))),
            );
        }
        for (title, cell) in titles.iter().zip(&row.cells).skip(1) {
            let manner = cell.heat.map_or(Manner::Plain, Manner::Heat);
            lines.extend(pair(title, &clean(&cell.text), label, width, pen, &indent, manner));
        }
    }
    lines
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
