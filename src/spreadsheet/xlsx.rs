//! Reading .xlsx: which sheets there are and where they stand.

mod sheet;
mod strings;
mod styles;

use std::collections::BTreeMap;

use super::cells::Room;
use super::package::Package;
use super::xml::{Node, attribute};
use super::{Grid, SpreadsheetError};
use strings::Strings;
use styles::Styles;

/// What every cell of a workbook may refer to.
struct Shared {
    strings: Strings,
    styles: Styles,
    from_1904: bool,
}

/// Reads every sheet.
pub(super) fn read(package: &mut Package) -> Result<Vec<Grid>, SpreadsheetError> {
    let Some(workbook) = workbook(package)? else { return Err(SpreadsheetError::NotASpreadsheet) };
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", workbook.as_str()));
    let targets = relations(package, &joined(folder, &format!("_rels/{file}.rels")))?;
    let (sheets, from_1904) = sheets(package, &workbook)?;
    let of_kind = |kind: &str| targets.values().find(|target| target.kind == kind);
    let strings = match of_kind("sharedStrings") {
        Some(target) => Strings::read(package, &joined(folder, &target.path))?,
        None => Strings::default(),
    };
    let styles = match of_kind("styles") {
        Some(target) => Styles::read(package, &joined(folder, &target.path))?,
        None => Styles::default(),
    };
    let shared = Shared { strings, styles, from_1904 };
    let mut room = Room::new();
    let mut grids = Vec::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { return Err(SpreadsheetError::Damaged(workbook)) };
        // A sheet that is a chart has no cells.
        if target.kind == "worksheet" {
            grids.push(sheet::read(package, &joined(folder, &target.path), name, &shared, &mut room)?);
        }
    }
    Ok(grids)
}

/// One line of a list of relations.
struct Target {
    kind: String,
    path: String,
}

/// Where the workbook stands; `None` when the package holds something else, such as a text document.
fn workbook(package: &mut Package) -> Result<Option<String>, SpreadsheetError> {
    if !package.has("_rels/.rels") {
        return Ok(None);
    }
    let targets = relations(package, "_rels/.rels")?;
    let document = targets.into_values().find(|target| target.kind == "officeDocument");
    let path = document.map(|target| joined("", &target.path));
    Ok(path.filter(|path| path.contains("workbook") && path.ends_with(".xml")))
}

/// The relations of a part, by their ids.
fn relations(package: &mut Package, path: &str) -> Result<BTreeMap<String, Target>, SpreadsheetError> {
    let mut xml = package.needed(path)?;
    let mut targets = BTreeMap::new();
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            Node::Open(start) if start.local_name().as_ref() == "Relationship" => {
                let of = |name| attribute(&start, name).unwrap_or_default();
                let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
                targets.insert(of("Id"), Target { kind, path: of("Target") });
            }
            Node::End => return Ok(targets),
            _ => (),
        }
    }
}

/// The names of the sheets with the ids of their relations, and whether days count from 1904.
fn sheets(package: &mut Package, path: &str) -> Result<(Vec<(String, String)>, bool), SpreadsheetError> {
    let mut xml = package.needed(path)?;
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "workbookPr" => {
                    from_1904 |= attribute(&start, "date1904").is_some_and(|value| value == "1" || value == "true");
                }
                "sheet" => {
                    let of = |name| attribute(&start, name).unwrap_or_default();
                    sheets.push((of("name"), of("id")));
                }
                _ => (),
            },
            Node::End if sheets.is_empty() => return Err(xml.damaged()),
            Node::End => return Ok((sheets, from_1904)),
            _ => (),
        }
    }
}

/// A path from a relation, which is relative to the folder unless it starts with a slash.
fn joined(folder: &str, path: &str) -> String {
    match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None if folder.is_empty() => path.to_owned(),
        None => format!("{folder}/{path}"),
    }
}
