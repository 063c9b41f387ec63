//! The cells of one sheet of a workbook.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::Shared;
use super::strings::{rich, unescaped};
use crate::spreadsheet::cells::{Cells, Room, place};
use crate::spreadsheet::package::Package;
use crate::spreadsheet::xml::{Node, Xml, attribute, closes};
use crate::spreadsheet::{Grid, SpreadsheetError, serial};

/// Reads the cells of the sheet at a path.
pub(super) fn read(
    package: &mut Package,
    path: &str,
    name: String,
    shared: &Shared,
    room: &mut Room,
) -> Result<Grid, SpreadsheetError> {
    let mut xml = package.needed(path)?;
    let mut cells = Cells::new(room, name);
    // Where the next cell stands if it does not say so itself.
    let (mut row, mut column) = (0u32, 0u32);
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "row" => {
                    row = attribute(&start, "r").and_then(|r| r.parse::<u32>().ok()?.checked_sub(1)).unwrap_or(row);
                    column = 0;
                }
                "c" => {
                    let cell = Cell::new(&start);
                    if let Some(name) = &cell.place {
                        (row, column) = place(name).ok_or_else(|| xml.damaged())?;
                    }
                    let text = cell.text(&mut xml, shared)?;
                    cells.put(row, column, &text)?;
                    column = column.saturating_add(1);
                }
                _ => (),
            },
            Node::Close(end) if closes(&end, "row") => row = row.saturating_add(1),
            Node::Close(end) if closes(&end, "sheetData") => {
                // What follows, such as validations and drawings, is not needed; only at the end of the part does its
                // checksum tell whether the cells are what was written.
                while !matches!(xml.next(&mut buffer)?, Node::End) {}
                return Ok(cells.finish());
            }
            Node::End => return Ok(cells.finish()),
            _ => (),
        }
    }
}

/// What the tag of a cell says about it.
#[derive(Default)]
struct Cell {
    place: Option<String>,
    kind: String,
    style: usize,
}

impl Cell {
    fn new(start: &BytesStart) -> Cell {
        let mut cell = Cell::default();
        // A sheet may have a million of these, so the tag is gone through once.
        for attribute in start.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => cell.place = Some(attribute.value.into_owned()),
                "t" => cell.kind = attribute.value.into_owned(),
                "s" => cell.style = attribute.value.parse().unwrap_or(0),
                _ => (),
            }
        }
        cell
    }

    /// The text of the cell; reads up to its end.
    fn text<R: BufRead>(&self, xml: &mut Xml<R>, shared: &Shared) -> Result<String, SpreadsheetError> {
        let outside = xml.depth() - 1;
        let (mut value, mut inline) = (String::new(), None);
        let mut in_value = false;
        let mut buffer = Vec::new();
        while xml.depth() > outside {
            match xml.next(&mut buffer)? {
                Node::Open(start) => match start.local_name().as_ref() {
                    "v" => in_value = true,
                    "is" => inline = Some(rich(xml)?),
                    // A formula; its value stands beside it.
                    _ => xml.skip()?,
                },
                Node::Close(_) => in_value = false,
                Node::Text(text) if in_value => value.push_str(&text),
                Node::Text(_) => (),
                Node::End => return Err(xml.damaged()),
            }
        }
        Ok(match (self.kind.as_str(), inline) {
            (_, Some(text)) => text,
            ("s", _) if value.is_empty() => value,
            ("s", _) => {
                let index = value.trim().parse().ok();
                index.and_then(|index| shared.strings.get(index)).ok_or_else(|| xml.damaged())?.to_owned()
            }
            ("b", _) => match value.trim() {
                "1" | "true" => "true".to_owned(),
                "0" | "false" => "false".to_owned(),
                _ => value,
            },
            ("str", _) => unescaped(value),
            ("e" | "d", _) => value,
            _ if value.is_empty() => value,
            _ => serial::shown(&value, shared.styles.get(self.style), shared.from_1904),
        })
    }
}
