//! Whether the answers at two places are the same ones: read as an import without a mapping reads them, and held against each
//! other by what an import itself tells copies by.

use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::forms::{declared_workbook, read_workbook};
use peil::import::{Export, Importer, Mapping, Settled, likeness};
use peil::questionnaire::Questionnaire;
use peil::responses::{Codec, Sheet, Voice, parse};
use peil::source::Sources;
use peil::spreadsheet::{Grid, delimited};

use super::contents::Contents;
use super::imported::name;
use crate::inputs::extension;

/// The answers of one respondent in a file.
pub(super) struct Taken {
    /// From 1; `None` when the file holds nobody else.
    row: Option<usize>,
    pub(super) sheet: Sheet,
}

impl Taken {
    /// Whether these are the answers that an import makes this number from this row for. Of several rows of one person the
    /// first gives the number, and another may give the answers.
    pub(super) fn is_at(&self, row: usize, number: &str) -> bool {
        self.row.is_none_or(|own| own == row) || self.sheet.respondent.id.as_deref() == Some(number)
    }
}

/// The answers in a file; none where they cannot be told without a mapping. Where it says nothing of councils, they are of
/// this one.
pub(super) fn taken(path: &Path, contents: &Contents, q: &Questionnaire, council: &str) -> Vec<Taken> {
    let of_one = |sheet: Option<Sheet>| sheet.into_iter().map(|sheet| Taken { row: None, sheet }).collect();
    let codec = Codec::new(q);
    match contents {
        Contents::Grids(grids) if declared_workbook(grids).is_some() => {
            of_one(read_workbook(grids, q, &codec).ok().map(|read| read.sheet))
        }
        Contents::Text(text) if is_of_one(path) => {
            let mut sources = Sources::new();
            let file = sources.add("", text.as_str());
            of_one(parse(file, &sources, q, &codec, &mut Diagnostics::new()))
        }
        Contents::Grids(_) | Contents::Text(_) => {
            let file = name(path);
            rows(&Export { file, grids: grids(contents), delimited: None }, (q, &codec), council)
        }
        Contents::Closed | Contents::Other | Contents::Nobodys => Vec::new(),
    }
}

/// The sheets of a table, as an import counts their rows.
pub(super) fn grids(contents: &Contents) -> Vec<Grid> {
    match contents {
        Contents::Grids(grids) => grids.clone(),
        Contents::Text(text) => {
            delimited::read(text.as_bytes(), None, None).map(|read| read.grid).into_iter().collect()
        }
        Contents::Closed | Contents::Other | Contents::Nobodys => Vec::new(),
    }
}

/// Whether a text is by its name the answers of one person.
pub(super) fn is_of_one(path: &Path) -> bool {
    ["yaml", "yml", "json"].contains(&extension(path).as_str())
}

fn rows(export: &Export, (q, codec): (&Questionnaire, &Codec), council: &str) -> Vec<Taken> {
    let mapping = Mapping::default();
    let read = |settled: &Settled| Importer::new(q, codec, &mapping, settled, 0).read(export).ok();
    let of_this = || Settled { council: Some(council.to_owned()), ..Settled::default() };
    let imported = read(&Settled::default());
    let imported = if imported.as_ref().is_some_and(|read| !read.knows_council) { read(&of_this()) } else { imported };
    let rows = imported.iter().flat_map(|imported| imported.rows());
    rows.map(|(row, sheet)| Taken { row: Some(row), sheet: sheet.clone() }).collect()
}

/// Whether an import makes one of the other: the same answers of the same council, round and role, of which the command line may
/// have said what the first does not.
pub(super) fn is_made_from(made: &Sheet, from: &Sheet) -> bool {
    let mut from = from.clone();
    if from.council.id.is_empty() {
        from.council.id.clone_from(&made.council.id);
    }
    from.wave = from.wave.or(made.wave);
    if from.respondent.voice == Voice::Person {
        from.respondent.voice = made.respondent.voice;
    }
    likeness(made) == likeness(&from)
}
