//! What `peil import` has to do with who is forgotten: the files that it made their answers from, and would again, and their
//! answers under the number that it made.
//!
//! That number follows from where the answers stand, so that it can be worked out here, unless the file was called otherwise
//! then, or the import had a seed. It tells where they stood then: who stands there now, only the answers tell.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::forms::declared_workbook;
use peil::import::Whence;
use peil::questionnaire::Questionnaire;
use peil::responses::Origin::Written;
use peil::responses::{Input, Place, TableFormat, Trace, Wave, trace};
use peil::source::Sources;
use peil::spreadsheet::delimited;
use peil::yaml;

use super::alike::{Taken, grids, is_made_from, is_of_one, taken};
use super::contents::Contents;
use super::plan::{Group, Plan, group};
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
    /// Whether the row that they came from is empty by now.
    was_emptied: bool,
    /// What goes.
    origins: Vec<Origin>,
    /// Where the number leads.
    sources: Vec<FromHere>,
    /// What stands under the number that an import makes from what goes.
    made: Vec<Made>,
    /// All files in which something stands under a number of an import.
    with_numbers: BTreeSet<PathBuf>,
    /// What the answers may have come from.
    perhaps: Vec<PathBuf>,
}

/// What goes, by its place in the plan and the row, as an import counts them.
struct Origin {
    file: usize,
    row: usize,
}

/// A place from which an import made the number, if who stood there then stands there still.
struct FromHere {
    path: PathBuf,
    /// `None` in a file of one person.
    row: Option<usize>,
    group: Group,
}

/// Answers under the number that an import makes from what goes.
struct Made {
    path: PathBuf,
    row: usize,
    id: String,
    group: Group,
    /// In [`Imported::origins`].
    origin: usize,
}

impl Imported {
    /// Nothing seen yet.
    pub(super) fn new(plan: &Plan) -> Imported {
        Imported { origins: origins(plan), ..Imported::default() }
    }

    /// Looks at a file; whether the number leads there.
    pub(super) fn look(&mut self, plan: &Plan, path: &Path, contents: &Contents) -> bool {
        if !has_made_number(plan) {
            if let Contents::Text(text) = contents {
                self.add_made(plan, path, text);
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
            _ => is_of_one(path),
        };
        let file = name(path);
        let found = plan.groups.keys().find_map(|group| {
            let wave = Wave::parse(&group.wave);
            let whence = Whence { questionnaire: &group.questionnaire, council: &group.council, wave, file: &file };
            Some((group, whence.row_of(&plan.id, rows)?))
        });
        if let Some((group, row)) = found {
            let row = (!of_one).then_some(row);
            self.sources.push(FromHere { path: path.to_owned(), row, group: group.clone() });
        } else if is_export(path, contents) {
            self.perhaps.push(path.to_owned());
        }
        found.is_some()
    }

    /// Takes note of what stands in a file under numbers of an import.
    fn add_made(&mut self, plan: &Plan, path: &Path, text: &str) {
        let mut sources = Sources::new();
        let input = if TableFormat::of(path).is_some() {
            Input::Table(sources.add("", text), Written)
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
            self.with_numbers.insert(path.to_owned());
            let (questionnaire, council, wave) = (seen.questionnaire, seen.council, Wave::parse(seen.wave));
            let is_made_from = |origin: &Origin| {
                let file = &name(&plan.files[origin.file].path);
                Whence { questionnaire, council, wave, file }.number(0, origin.row) == seen.respondent
            };
            let Some(origin) = self.origins.iter().position(is_made_from) else { return };
            let row = match &seen.place {
                Place::File => OWN_ID,
                Place::Row(range) => row(&text[..range.end]),
            };
            self.made.push(Made {
                path: path.to_owned(),
                row,
                id: seen.respondent.to_owned(),
                group: group(&seen),
                origin,
            });
        });
    }

    /// Tells, once all files were looked at, where the number leads to the same answers. What else it leads to is for a person
    /// to look at, and so is what the answers may have come from where nothing was found that they did.
    pub(super) fn settle(&mut self, plan: &Plan, questionnaires: &Questionnaires) -> Vec<(PathBuf, Option<usize>)> {
        let mut unclear = Vec::new();
        for source in std::mem::take(&mut self.sources) {
            let contents = Contents::of(&source.path);
            if source.row.is_some_and(|row| is_empty(&contents, row)) {
                self.was_emptied = true;
                continue;
            }
            let is_same = self.is_source(plan, questionnaires, &source, &contents);
            let found = if is_same { &mut self.from } else { &mut unclear };
            found.push((source.path, source.row));
        }
        for made in std::mem::take(&mut self.made) {
            let same = Same::of(plan, questionnaires, &made, &self.origins[made.origin]);
            let is_there = |path: &Path| same.as_ref().is_some_and(|same| same.is_in(path, |_| true));
            if same.as_ref().is_some_and(|same| same.is_in(&made.path, |one| one.is_at(made.row, &made.id))) {
                self.known_as.push((made.id, made.path));
                continue;
            }
            // Rows have moved, or answers have changed since.
            let moved: Vec<&PathBuf> = self.with_numbers.iter().filter(|path| is_there(path)).collect();
            let look_at = if moved.is_empty() { vec![&made.path] } else { moved };
            unclear.extend(look_at.into_iter().map(|path| (path.clone(), None)));
        }
        if self.from.is_empty() && !self.was_emptied {
            unclear.extend(self.perhaps.drain(..).map(|path| (path, None)));
        }
        unclear
    }

    /// Whether what goes is made of what stands there.
    fn is_source(&self, plan: &Plan, all: &Questionnaires, source: &FromHere, contents: &Contents) -> bool {
        let Some(q) = questionnaire(all, &source.group) else { return false };
        let there = taken(&source.path, contents, &q, &source.group.council);
        let gone: Vec<Taken> =
            self.origins.iter().flat_map(|origin| at(plan, origin, &q, &source.group.council, &plan.id)).collect();
        let there = there.iter().filter(|one| source.row.is_none_or(|row| one.is_at(row, &plan.id)));
        there.into_iter().any(|from| gone.iter().any(|made| is_made_from(&made.sheet, &from.sheet)))
    }

    /// Whether the answers may come from a file that was not found.
    pub(super) fn may_come_from_elsewhere(&self, plan: &Plan) -> bool {
        has_made_number(plan) && self.from.is_empty() && !self.was_emptied
    }
}

/// What goes from one place, to be held against what is under numbers of an import.
struct Same<'a> {
    q: Questionnaire,
    council: &'a str,
    gone: Vec<Taken>,
}

impl<'a> Same<'a> {
    fn of(plan: &Plan, all: &Questionnaires, made: &'a Made, origin: &Origin) -> Option<Same<'a>> {
        let (q, council) = (questionnaire(all, &made.group)?, made.group.council.as_str());
        let gone = at(plan, origin, &q, council, &made.id);
        Some(Same { q, council, gone })
    }

    /// Whether an import made something in a file of it.
    fn is_in(&self, path: &Path, is_wanted: impl Fn(&Taken) -> bool) -> bool {
        let there = taken(path, &Contents::of(path), &self.q, self.council);
        let is_made = |made: &Taken| self.gone.iter().any(|from| is_made_from(&made.sheet, &from.sheet));
        there.iter().any(|made| is_wanted(made) && is_made(made))
    }
}

/// What goes from a place.
fn at(plan: &Plan, origin: &Origin, q: &Questionnaire, council: &str, number: &str) -> Vec<Taken> {
    let affected = &plan.files[origin.file];
    let text = Contents::Text(plan.text(affected).to_owned());
    let mut there = taken(&affected.path, &text, q, council);
    there.retain(|one| one.is_at(origin.row, number));
    there
}

fn questionnaire(all: &Questionnaires, group: &Group) -> Option<Questionnaire> {
    all.read(&Named::by_id(&group.questionnaire)?)
}

fn origins(plan: &Plan) -> Vec<Origin> {
    let mut origins = Vec::new();
    for (file, affected) in plan.files.iter().enumerate() {
        let text = plan.text(affected);
        let rows: Vec<usize> = match &affected.rows {
            None => vec![OWN_ID],
            // No import takes any.
            Some(_) if TableFormat::of(&affected.path) == Some(TableFormat::Lines) => Vec::new(),
            Some(rows) => rows.iter().map(|range| row(&text[..range.end])).collect(),
        };
        origins.extend(rows.into_iter().map(|row| Origin { file, row }));
    }
    origins
}

/// The last row of a text, from 1.
fn row(text: &str) -> usize {
    delimited::read(text.as_bytes(), None, None).map_or(0, |before| before.grid.rows.len())
}

fn is_empty(contents: &Contents, row: usize) -> bool {
    let is_blank = |cells: &Vec<String>| cells.iter().all(|cell| cell.trim().is_empty());
    row > 0 && grids(contents).iter().all(|grid| grid.rows.get(row - 1).is_none_or(is_blank))
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

/// The name of a file: of all that leads to it, an import counts no more.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
