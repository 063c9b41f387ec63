//! A table as HTML, in a region of its own that scrolls when the screen is narrower than the table.

use std::ops::Range;

use super::{escape, width};
use crate::language::{Language, page};
use crate::report::document::{Align, Cell, Column, Table};

/// Up to so many rows a table is printed on one page.
const ROWS_KEPT_TOGETHER: usize = 16;

/// `table` under `label`, its name in the page such as "Table 2"; in parts where it is wider than a page of paper.
pub(super) fn render(l: Language, table: &Table, label: &str) -> String {
    let parts = width::parts(table);
    let mut html = String::new();
    for (index, columns) in parts.iter().enumerate() {
        let label = match parts.len() {
            1 => label.to_owned(),
            count => page::part(l, label, index + 1, count),
        };
        html += &part(table, columns, &label);
    }
    if let Some(note) = &table.note {
        html += &format!("<p class=\"under\">{}</p>\n", escape::text(note));
    }
    html
}

/// The first column and some of the others.
fn part(table: &Table, columns: &Range<usize>, label: &str) -> String {
    let caption = escape::text(&table.caption);
    let of = || (0..1).chain(columns.clone());
    let short = if table.rows.len() <= ROWS_KEPT_TOGETHER { " short" } else { "" };
    let mut html = format!("<section class=\"wide{short}\" tabindex=\"0\" aria-label=\"{label}. {caption}\">\n<table");
    if table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.heat.is_some()) {
        html += " class=\"heat\"";
    }
    html += &format!(">\n<caption><span class=\"number\">{label}.</span> {caption}</caption>\n<thead>\n<tr>");
    for column in of().map(|index| &table.columns[index]) {
        let class = class(&[align(column), long(&column.title)]);
        html += &format!("<th scope=\"col\"{class}>{}</th>", escape::text(&column.title));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for row in &table.rows {
        let cells = of().filter_map(|index| Some(cell(row.cells.get(index)?, &table.columns[index], row.level)));
        let emphasis = class(&[if row.emphasis { "total" } else { "" }]);
        html += &format!("<tr{emphasis}>{}</tr>\n", cells.collect::<String>());
    }
    html + "</tbody>\n</table>\n</section>\n"
}

fn cell(cell: &Cell, column: &Column, level: u8) -> String {
    let heat = cell.heat.map_or(String::new(), |heat| format!("h{}", heat.min(4)));
    let title = cell.title.as_deref().map_or(String::new(), |title| format!(" title=\"{}\"", escape::text(title)));
    let text = escape::text(&cell.text);
    if column.is_row_header {
        let level = if level > 0 { format!("level{}", level.min(4)) } else { String::new() };
        return format!(
            "<th scope=\"row\"{}{title}>{text}</th>",
            class(&[align(column), &level, &heat, long(&cell.text)])
        );
    }
    format!("<td{}{title}>{text}</td>", class(&[align(column), &heat]))
}

/// For a word that is broken wherever that is needed.
fn long(text: &str) -> &'static str {
    if width::has_long_word(text) { "long" } else { "" }
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
