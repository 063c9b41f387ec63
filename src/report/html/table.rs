//! A table as HTML, in a region of its own that scrolls when the screen is narrower than the table.

use super::escape;
use crate::report::document::{Align, Cell, Column, Row, Table};

/// Up to so many rows a table is printed on one page.
const ROWS_KEPT_TOGETHER: usize = 16;

/// `table` under `label`, its name in the page such as "Table 2".
pub(super) fn render(table: &Table, label: &str) -> String {
    let caption = escape::text(&table.caption);
    let short = if table.rows.len() <= ROWS_KEPT_TOGETHER { " short" } else { "" };
    let mut html = format!("<section class=\"wide{short}\" tabindex=\"0\" aria-label=\"{label}. {caption}\">\n<table");
    if table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.heat.is_some()) {
        html += " class=\"heat\"";
    }
    html += &format!(">\n<caption><span class=\"number\">{label}.</span> {caption}</caption>\n<thead>\n<tr>");
    for column in &table.columns {
        html += &format!("<th scope=\"col\"{}>{}</th>", class(&[align(column)]), escape::text(&column.title));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    html += &table.rows.iter().map(|row| self::row(row, &table.columns)).collect::<String>();
    html += "</tbody>\n</table>\n</section>\n";
    if let Some(note) = &table.note {
        html += &format!("<p class=\"under\">{}</p>\n", escape::text(note));
    }
    html
}

fn row(row: &Row, columns: &[Column]) -> String {
    let cells = row.cells.iter().zip(columns).map(|(cell, column)| self::cell(cell, column, row.level));
    let emphasis = class(&[if row.emphasis { "total" } else { "" }]);
    format!("<tr{emphasis}>{}</tr>\n", cells.collect::<String>())
}

fn cell(cell: &Cell, column: &Column, level: u8) -> String {
    let heat = cell.heat.map_or(String::new(), |heat| format!("h{}", heat.min(4)));
    let title = cell.title.as_deref().map_or(String::new(), |title| format!(" title=\"{}\"", escape::text(title)));
    let text = escape::text(&cell.text);
    if column.is_row_header {
        let level = if level > 0 { format!("level{}", level.min(4)) } else { String::new() };
        return format!("<th scope=\"row\"{}{title}>{text}</th>", class(&[align(column), &level, &heat]));
    }
    format!("<td{}{title}>{text}</td>", class(&[align(column), &heat]))
}

fn align(column: &Column) -> &'static str {
    match column.align {
        Align::Left => "",
        Align::Right => "right",
        Align::Centre => "centre",
    }
}

fn class(names: &[&str]) -> String {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    if names.is_empty() { String::new() } else { format!(" class=\"{}\"", names.join(" ")) }
}
