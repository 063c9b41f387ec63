//! Which formats of a workbook show a number as a date: all that matters of its styles.

use std::collections::BTreeMap;

use crate::spreadsheet::SpreadsheetError;
use crate::spreadsheet::package::Package;
use crate::spreadsheet::serial::{self, Shown};
use crate::spreadsheet::xml::{Node, attribute, closes};

/// The most styles; no program writes more than 65,490.
const MOST_STYLES: usize = 100_000;

/// What each style shows, in the order in which cells refer to them.
#[derive(Default)]
pub(super) struct Styles(Vec<Shown>);

impl Styles {
    pub(super) fn read(package: &mut Package, path: &str) -> Result<Styles, SpreadsheetError> {
        let mut styles = Vec::new();
        let Some(mut xml) = package.part(path)? else { return Ok(Styles(styles)) };
        let mut formats: BTreeMap<u32, Shown> = BTreeMap::new();
        let mut of_cells = false;
        let mut buffer = Vec::new();
        loop {
            match xml.next(&mut buffer)? {
                Node::Open(start) => {
                    let id = || attribute(&start, "numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                    match start.local_name().as_ref() {
                        "cellXfs" => of_cells = true,
                        "numFmt" => {
                            let code = attribute(&start, "formatCode").unwrap_or_default();
                            formats.insert(id(), serial::of_code(&code));
                        }
                        "xf" if of_cells => {
                            let id = id();
                            styles.push(formats.get(&id).copied().unwrap_or_else(|| serial::of_id(id)));
                        }
                        _ => (),
                    }
                }
                Node::Close(end) => of_cells &= !closes(&end, "cellXfs"),
                Node::Text(_) => (),
                Node::End => return Ok(Styles(styles)),
            }
            if styles.len() > MOST_STYLES || formats.len() > MOST_STYLES {
                return Err(SpreadsheetError::TooLarge);
            }
        }
    }

    /// What the style with this number shows.
    pub(super) fn get(&self, index: usize) -> Shown {
        self.0.get(index).copied().unwrap_or(Shown::Number)
    }
}
