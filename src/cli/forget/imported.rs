//! What `peil import` has to do with who is forgotten: the files that it made their answers from, and would again, and their
//! answers under the number that it made.
//!
//! That number follows from where the answers stand, so that it can be worked out here, unless the file was called otherwise
//! then, or the import had a seed.

use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::forms::{declared_workbook, read_workbook};
use peil::import::Whence;
use peil::responses::{Codec, Input, Origin, TableFormat, Trace, Wave, trace};
use peil::source::Sources;
use peil::spreadsheet::{Grid, delimited};
use peil::yaml;

use super::contents::Contents;
use super::plan::Plan;
use super::questionnaires::{Named, Questionnaires};
use super::tables;
use crate::inputs::extension;
use crate::pool::is_drawn;

/// In a file of one person, an id that stands there counts as the first row.
const OWN_ID: usize = 1;

/// Where answers come from, and where they went.
#[derive(Default)]
pub(super) struct Imported {
    /// Files that the answers came from, with the row in a table of several people.
    pub(super) from: Vec<(PathBuf, Option<usize>)>,
    /// The same respondent elsewhere, by the number that was made.
    pub(super) known_as: Vec<(String, PathBuf)>,
    /// What the answers may have come from.
    perhaps: Vec<PathBuf>,
    /// What goes, where another number may have been made from it.
    origins: Vec<(String, usize)>,
}

impl Imported {
    /// Nothing seen yet.
    pub(super) fn new(plan: &Plan) -> Imported {
        let origins = if has_made_number(plan) { Vec::new() } else { origins(plan) };
        Imported { origins, ..Imported::default() }
    }

    /// Looks at a file; whether the answers come from it.
    pub(super) fn look(&mut self, plan: &Plan, path: &Path, contents: &Contents) -> bool {
        if !has_made_number(plan) {
            if let Contents::Text(text) = contents {
                self.find_known_as(path, text);
            }
            return false;
        }
        let rows = match contents {
            Contents::Text(text) => text.lines().count(),
            Contents::Grids(grids) => grids.iter().map(|grid| grid.rows.len()).max().unwrap_or(0),
            Contents::Closed | Contents::Other | Contents::Nobodys => return false,
        };
        let of_one = match contents {
            Contents::Grids(grids) => declared_workbook(grids).is_some(),
            _ => ["yaml", "yml", "json"].contains(&extension(path).as_str()),
        };
        let file = name(path);
        let row = plan.groups.keys().find_map(|group| {
            let wave = Wave::parse(&group.wave);
            let whence = Whence { questionnaire: &group.questionnaire, council: &group.council, wave, file: &file };
            whence.row_of(&plan.id, rows)
        });
        if let Some(row) = row {
            self.from.push((path.to_owned(), (!of_one).then_some(row)));
        } else if is_export(path, contents) {
            self.perhaps.push(path.to_owned());
        }
        row.is_some()
    }

    /// The number under which import took over what goes.
    fn find_known_as(&mut self, path: &Path, text: &str) {
        let mut sources = Sources::new();
        let input = if TableFormat::of(path).is_some() {
            Input::Table(sources.add("", text), Origin::Written)
        } else if text.contains("answers/") {
            let file = sources.add("", text);
            Input::Sheet(file, yaml::parse(file, &sources, &mut Diagnostics::new()))
        } else {
            return;
        };
        trace(&input, &sources, &mut |found| {
            let Trace::Seen(seen) = found else { return };
            if !is_drawn('r', seen.respondent) {
                return;
            }
            let is_made_from = |(file, row): &(String, usize)| {
                let (questionnaire, council, wave) = (seen.questionnaire, seen.council, Wave::parse(seen.wave));
                Whence { questionnaire, council, wave, file }.number(0, *row) == seen.respondent
            };
            if self.origins.iter().any(is_made_from) {
                self.known_as.push((seen.respondent.to_owned(), path.to_owned()));
            }
        });
    }

    /// What the answers may have come from, where nothing was found that they did. Of a workbook as it is sent out that is
    /// not so.
    pub(super) fn perhaps(&self, questionnaires: &Questionnaires) -> Vec<PathBuf> {
        let is_blank = |path: &Path| match Contents::of(path) {
            Contents::Grids(grids) => is_blank(&grids, questionnaires),
            _ => false,
        };
        let perhaps = self.perhaps.iter().filter(|_| self.from.is_empty());
        perhaps.filter(|path| !is_blank(path)).cloned().collect()
    }

    /// Whether the answers may come from a file that was not found.
    pub(super) fn may_come_from_elsewhere(&self, plan: &Plan) -> bool {
        has_made_number(plan) && self.from.is_empty()
    }
}

/// What goes, by the name of the file and the row, as an import counts them.
fn origins(plan: &Plan) -> Vec<(String, usize)> {
    let mut origins = Vec::new();
    for affected in &plan.files {
        let text = plan.text(affected).as_bytes();
        let row = |end: usize| delimited::read(&text[..end], None, None).map_or(0, |before| before.grid.rows.len());
        let rows: Vec<usize> = match &affected.rows {
            None => vec![OWN_ID],
            Some(rows) => rows.iter().map(|range| row(range.end)).collect(),
        };
        origins.extend(rows.into_iter().map(|row| (name(&affected.path), row)));
    }
    origins
}

/// Whether the number is one as import makes them. Others do too.
fn has_made_number(plan: &Plan) -> bool {
    is_drawn('r', &plan.id)
}

/// Whether a file is a filled table of which peil does not know what is in it.
fn is_export(path: &Path, contents: &Contents) -> bool {
    match contents {
        Contents::Grids(grids) => grids.iter().any(|grid| !grid.rows.is_empty()),
        Contents::Text(text) => {
            let is_table = ["csv", "tsv"].contains(&extension(path).as_str());
            is_table && tables::held(text).is_none() && tables::answers(text, "").is_none()
        }
        Contents::Closed | Contents::Other | Contents::Nobodys => false,
    }
}

/// Whether sheets are a workbook of peil in which nothing is answered.
fn is_blank(grids: &[Grid], questionnaires: &Questionnaires) -> bool {
    let Some(declared) = declared_workbook(grids) else { return false };
    let wanted = Named::parse(&format!("{}@{}", declared.id, declared.version), Some(&declared.hash));
    let Some(q) = questionnaires.read(&wanted) else { return false };
    read_workbook(grids, &q, &Codec::new(&q)).is_ok_and(|read| read.sheet.entries.is_empty())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
