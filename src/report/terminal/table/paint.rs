//! Bold, dim and shade for the finished lines of a grid, and air around tall rows. Knows nothing of widths to choose.

use super::super::pen::{Manner, Pen};
use super::PADDING;
use crate::report::document::{Cell, Row, Table};
use unicode_width::UnicodeWidthStr;

/// The lines of `set`, which is `table` with its texts already broken.
pub(super) fn lines(table: &Table, set: &comfy_table::Table, pen: Pen) -> Vec<String> {
    let widths: Vec<usize> =
        set.column_max_content_widths().iter().map(|&width| usize::from(width).max(1) + PADDING).collect();
    let mut plain = set.lines();
    let rule = |plain: &mut dyn Iterator<Item = String>| plain.next().map(|line| pen.write(&line, Manner::Dim));
    let mut lines: Vec<String> = rule(&mut plain).into_iter().collect();
    let header = set.header().map(parts).unwrap_or_default();
    lines.extend(painted(&mut plain, &header, &vec![Manner::Bold; widths.len()], &widths, pen));
    lines.extend(rule(&mut plain));
    // An empty line on either side keeps a row of several lines together.
    let mut was_tall = None;
    for (row, set) in table.rows.iter().zip(set.row_iter()) {
        let row = painted(&mut plain, &parts(set), &manners(row, widths.len()), &widths, pen);
        let is_tall = row.len() > 1;
        if was_tall.is_some_and(|was_tall| was_tall || is_tall) {
            lines.push(String::new());
        }
        was_tall = Some(is_tall);
        lines.extend(row);
    }
    lines.extend(rule(&mut plain));
    lines
}

/// The lines of each cell of a row.
fn parts(row: &comfy_table::Row) -> Vec<Vec<String>> {
    row.cell_iter().map(|cell| cell.content().split('\n').map(str::to_owned).collect()).collect()
}

fn manners(row: &Row, columns: usize) -> Vec<Manner> {
    let manner = |cell: Option<&Cell>| match cell.and_then(|cell| cell.heat) {
        Some(heat) => Manner::Heat(heat),
        None if row.emphasis => Manner::Bold,
        None => Manner::Plain,
    };
    (0..columns).map(|index| manner(row.cells.get(index))).collect()
}

/// Takes the lines of one row from `plain` and writes each cell in its manner.
fn painted(
    plain: &mut impl Iterator<Item = String>,
    parts: &[Vec<String>],
    manners: &[Manner],
    widths: &[usize],
    pen: Pen,
) -> Vec<String> {
    let height = parts.iter().map(Vec::len).max().unwrap_or(1);
    let paint = |(index, line): (usize, String)| {
        let mut painted = String::new();
        let mut rest = line.as_str();
        for ((parts, &manner), &width) in parts.iter().zip(manners).zip(widths) {
            let part = parts.get(index).map_or("", |part| part.trim_start_matches(' '));
            let (cell, after) = rest.split_at(cell_end(rest, part, width));
            painted += &write(cell, manner, pen);
            rest = after;
        }
        painted += rest;
        painted.truncate(painted.trim_end_matches(' ').len());
        painted
    };
    plain.take(height).enumerate().map(paint).collect()
}

/// Where in `rest` the cell ends that shows `part` and is `width` columns wide: all but `part` is spaces of one byte.
fn cell_end(rest: &str, part: &str, width: usize) -> usize {
    (width.saturating_sub(part.width()) + part.len()).min(rest.len())
}

/// A shade fills the cell, anything else only marks its text.
fn write(cell: &str, manner: Manner, pen: Pen) -> String {
    if matches!(manner, Manner::Heat(_)) {
        return pen.write(cell, manner);
    }
    let text = cell.trim_matches(' ');
    let start = cell.len() - cell.trim_start_matches(' ').len();
    let (before, after) = (&cell[..start], &cell[start + text.len()..]);
    format!("{before}{}{after}", pen.write(text, manner))
}
