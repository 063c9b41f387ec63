//! Reading .ods: OpenDocument spreadsheets, as LibreOffice saves them.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::cells::{Cells, Room};
use super::package::Package;
use super::xml::{Node, Xml, attribute};
use super::{Grid, SpreadsheetError, serial};

/// The most blanks that one tag may stand for.
const MOST_BLANKS: usize = 100_000;

/// Reads every sheet.
pub(super) fn read(package: &mut Package) -> Result<Vec<Grid>, SpreadsheetError> {
    if encrypted(package)? {
        return Err(SpreadsheetError::Encrypted);
    }
    let mut xml = package.needed("content.xml")?;
    let mut room = Room::new();
    let (mut grids, mut is_spreadsheet) = (Vec::new(), false);
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "spreadsheet" => is_spreadsheet = true,
                // What was changed and not yet accepted; the cells hold what it came to.
                "tracked-changes" => xml.skip()?,
                "table" if is_spreadsheet => {
                    let name = attribute(&start, "name").unwrap_or_default();
                    grids.push(table(&mut xml, Cells::new(&mut room, name))?);
                }
                _ => (),
            },
            Node::End if is_spreadsheet => return Ok(grids),
            Node::End => return Err(SpreadsheetError::NotASpreadsheet),
            _ => (),
        }
    }
}

fn encrypted(package: &mut Package) -> Result<bool, SpreadsheetError> {
    let Some(mut xml) = package.part("META-INF/manifest.xml")? else { return Ok(false) };
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            Node::Open(start) if start.local_name().as_ref() == "encryption-data" => return Ok(true),
            Node::End => return Ok(false),
            _ => (),
        }
    }
}

/// The rows of a table, up to its end.
fn table<R: BufRead>(xml: &mut Xml<R>, mut cells: Cells) -> Result<Grid, SpreadsheetError> {
    let outside = xml.depth() - 1;
    let mut row = 0u32;
    let mut buffer = Vec::new();
    while xml.depth() > outside {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "table-row" => {
                    let times = repeated(&start, "number-rows-repeated");
                    let filled = filled(xml)?;
                    // A row without answers may stand for a million; it takes no room.
                    if !filled.is_empty() {
                        for copy in 0..times {
                            put(&mut cells, row.saturating_add(copy), &filled)?;
                        }
                    }
                    row = row.saturating_add(times);
                }
                "shapes" | "forms" => xml.skip()?,
                _ => (),
            },
            Node::End => return Err(xml.damaged()),
            _ => (),
        }
    }
    Ok(cells.finish())
}

fn put(cells: &mut Cells, row: u32, filled: &[Run]) -> Result<(), SpreadsheetError> {
    for run in filled {
        for copy in 0..run.times {
            cells.put(row, run.column.saturating_add(copy), &run.text)?;
        }
    }
    Ok(())
}

/// Cells side by side with the same text.
struct Run {
    column: u32,
    times: u32,
    text: String,
}

/// The cells of a row that hold something, up to its end.
fn filled<R: BufRead>(xml: &mut Xml<R>) -> Result<Vec<Run>, SpreadsheetError> {
    let outside = xml.depth() - 1;
    let mut column = 0u32;
    let mut runs = Vec::new();
    let mut buffer = Vec::new();
    while xml.depth() > outside {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "table-cell" | "covered-table-cell" => {
                    let times = repeated(&start, "number-columns-repeated");
                    let kept = kept(&start);
                    let paragraphs = paragraphs(xml)?;
                    let text = kept.filter(|kept| !is_padded(&paragraphs, kept)).unwrap_or(paragraphs);
                    if !text.is_empty() {
                        runs.push(Run { column, times, text });
                    }
                    column = column.saturating_add(times);
                }
                _ => xml.skip()?,
            },
            Node::End => return Err(xml.damaged()),
            _ => (),
        }
    }
    Ok(runs)
}

fn repeated(start: &BytesStart, name: &str) -> u32 {
    attribute(start, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Whether what a cell shows is the number that it keeps with zeros in front, as a code has.
fn is_padded(shown: &str, kept: &str) -> bool {
    let is_code = shown.starts_with('0') && shown.bytes().all(|byte| byte.is_ascii_digit());
    is_code && shown.len() > kept.len() && shown.trim_start_matches('0') == kept.trim_start_matches('0')
}

/// The value that the tag of a cell keeps; of a text and of an error it is what is shown.
fn kept(start: &BytesStart) -> Option<String> {
    match attribute(start, "value-type")?.as_str() {
        "float" | "currency" => attribute(start, "value").map(|value| serial::number(&value)),
        "percentage" => attribute(start, "value").map(|value| serial::percent(&value)),
        "date" => {
            attribute(start, "date-value").map(|value| value.strip_suffix("T00:00:00").unwrap_or(&value).to_owned())
        }
        "time" => attribute(start, "time-value").map(|value| serial::duration(&value)),
        "boolean" => attribute(start, "boolean-value"),
        _ => None,
    }
}

/// The paragraphs of the cell that was opened last, one per line, up to its end; not its comment, not its drawings.
fn paragraphs<R: BufRead>(xml: &mut Xml<R>) -> Result<String, SpreadsheetError> {
    let outside = xml.depth() - 1;
    let (mut text, mut paragraphs) = (String::new(), 0);
    let mut buffer = Vec::new();
    while xml.depth() > outside {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "s" => {
                    let blanks = attribute(&start, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                    if blanks > MOST_BLANKS {
                        return Err(SpreadsheetError::TooLarge);
                    }
                    text.extend(std::iter::repeat_n(' ', blanks));
                }
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                // Pieces of text in a format of their own, and links.
                "span" | "a" => (),
                _ => xml.skip()?,
            },
            Node::Text(part) if paragraphs > 0 && xml.depth() > outside + 1 => text.push_str(&part),
            Node::End => return Err(xml.damaged()),
            _ => (),
        }
    }
    Ok(text)
}
