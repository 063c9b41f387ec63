//! What would go: the files and rows of one respondent, and who is left beside them. Touches nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::language::failure::Instead;
use peil::language::underway::Work;
use peil::responses::{self, CouncilName, Input, Place, Seen, TableFormat, Trace, Wave, trace};
use peil::source::{FileId, Packing, ReadError, Sources};

use crate::failure::Failure;
use crate::page_about::instead;
use crate::ui::Ui;
use crate::underway::Steps;

/// Who is meant.
pub(super) struct Wanted<'a> {
    pub(super) id: &'a str,
    pub(super) council: Option<&'a str>,
    /// `Some(None)` for answers without one.
    pub(super) wave: Option<Option<Wave>>,
}

/// What would go, and what that leaves.
pub(super) struct Plan {
    pub(super) id: String,
    /// Of which council and wave, where only that was asked for.
    pub(super) council: Option<String>,
    pub(super) wave: Option<Option<Wave>>,
    pub(super) files: Vec<Affected>,
    pub(super) groups: BTreeMap<Group, Tally>,
    /// Files of answers and rows in them that peil cannot read and that name the respondent.
    pub(super) unclear: Vec<Unclear>,
    /// Councils and waves where the respondent is, outside what was asked for.
    pub(super) elsewhere: BTreeSet<(String, String)>,
    /// All councils that are in the places, with their names; the id where no name was given.
    councils: BTreeMap<String, String>,
    /// All files of answers in the places, by the questionnaire that they name.
    by_questionnaire: BTreeMap<String, BTreeSet<PathBuf>>,
    sources: Sources,
}

/// A file that holds the respondent.
pub(super) struct Affected {
    pub(super) path: PathBuf,
    /// In bytes of its text; `None` when the whole file is theirs.
    pub(super) rows: Option<Vec<Range<usize>>>,
    pub(super) draft: bool,
    file: FileId,
}

/// Respondents who are counted together. The order is that of the account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub(super) council: String,
    pub(super) questionnaire: String,
    pub(super) wave: String,
}

/// How many of a group go and stay.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) name: String,
    pub(super) gone: usize,
    pub(super) left: usize,
}

/// A place that a person has to look at.
pub(super) struct Unclear {
    pub(super) path: String,
    /// From 1; `None` for the file as a whole.
    pub(super) line: Option<u32>,
}

impl Plan {
    /// Reads all the places.
    ///
    /// # Errors
    /// A place that does not exist or cannot be read.
    pub(super) fn make(ui: &Ui, wanted: &Wanted<'_>, places: &[PathBuf]) -> Result<Plan, Failure> {
        let failed = |error| Failure::read(ui.language, &error);
        let mut plan = Plan {
            id: wanted.id.to_owned(),
            council: wanted.council.map(str::to_owned),
            wave: wanted.wave,
            files: Vec::new(),
            groups: BTreeMap::new(),
            unclear: Vec::new(),
            elsewhere: BTreeSet::new(),
            councils: BTreeMap::new(),
            by_questionnaire: BTreeMap::new(),
            sources: Sources::new(),
        };
        let found = responses::find(places).map_err(failed)?;
        for (path, _) in found.unopened {
            plan.unclear.push(Unclear { path: path.display().to_string(), line: None });
        }
        let steps = Steps::new(ui, Work::Read, found.files.len());
        let mut read = |path: &PathBuf| {
            steps.one();
            plan.read(wanted, path)
        };
        steps.during(|| found.files.iter().try_for_each(&mut read)).map_err(failed)?;
        for (id, name) in plan.councils.iter_mut().filter(|(_, name)| name.is_empty()) {
            name.clone_from(id);
        }
        plan.fill_in_questionnaire();
        plan.groups.retain(|_, tally| tally.gone > 0);
        Ok(plan)
    }

    fn read(&mut self, wanted: &Wanted<'_>, path: &PathBuf) -> Result<(), ReadError> {
        // It is looked into with all that is no answers file.
        if responses::is_spreadsheet(path) {
            return Ok(());
        }
        // What is wrong with a file is for `check` to say.
        let mut out = Diagnostics::new();
        for input in responses::read(std::slice::from_ref(path), &[], &mut self.sources, &mut out)? {
            match &input {
                // A row cannot be taken out of it here; whoever made it has to make it again.
                Input::Table(file, _) if is_packed(path) => {
                    if names(self.sources.get(*file).text(), wanted.id) {
                        self.unclear.push(Unclear { path: path.display().to_string(), line: None });
                    }
                }
                _ => self.look(wanted, path, &input),
            }
        }
        Ok(())
    }

    fn look(&mut self, wanted: &Wanted<'_>, path: &Path, input: &Input) {
        let (Input::Sheet(file, _) | Input::Table(file, _)) = input;
        let (mut rows, mut whole) = (Vec::new(), false);
        let (groups, unclear, elsewhere) = (&mut self.groups, &mut self.unclear, &mut self.elsewhere);
        let councils = &mut self.councils;
        let mut questionnaires = BTreeSet::new();
        trace(input, &self.sources, &mut |found| match found {
            Trace::Seen(seen) => {
                if !questionnaires.contains(seen.questionnaire) {
                    questionnaires.insert(seen.questionnaire.to_owned());
                }
                let tally = groups.entry(group(&seen)).or_default();
                if tally.name.is_empty() {
                    seen.name.clone_into(&mut tally.name);
                }
                let council = councils.entry(seen.council.to_owned()).or_default();
                if council.is_empty() {
                    seen.name.clone_into(council);
                }
                let gone = seen.respondent == wanted.id && wanted.asks_for(&seen);
                tally.gone += usize::from(gone);
                tally.left += usize::from(!gone);
                match seen.place {
                    Place::File if gone => whole = true,
                    Place::Row(range) if gone => rows.push(range),
                    _ if seen.respondent == wanted.id => {
                        elsewhere.insert((seen.council.to_owned(), seen.wave.to_owned()));
                    }
                    _ => {}
                }
            }
            Trace::Unclear(span, text) if names(text, wanted.id) => {
                let source = self.sources.get(span.file);
                let line = (span.start > 0).then(|| source.position(span.start).line.get());
                unclear.push(Unclear { path: source.path().to_owned(), line });
            }
            Trace::Unclear(..) => {}
        });
        for questionnaire in questionnaires {
            self.by_questionnaire.entry(questionnaire).or_default().insert(path.to_owned());
        }
        if whole || !rows.is_empty() {
            let draft = matches!(input, Input::Sheet(_, Some(node)) if node.field_text("status") == Some("draft"));
            let rows = (!whole).then_some(rows);
            self.files.push(Affected { path: path.to_owned(), rows, draft, file: *file });
        }
    }

    /// Where only one questionnaire is named, it is that of the tables that name none.
    fn fill_in_questionnaire(&mut self) {
        let mut named = self.by_questionnaire.keys().filter(|id| !id.is_empty());
        let (Some(only), None) = (named.next().cloned(), named.next()) else { return };
        let unnamed: Vec<Group> = self.groups.keys().filter(|group| group.questionnaire.is_empty()).cloned().collect();
        for group in unnamed {
            let Some(tally) = self.groups.remove(&group) else { continue };
            let all = self.groups.entry(Group { questionnaire: only.clone(), ..group }).or_default();
            all.gone += tally.gone;
            all.left += tally.left;
            if all.name.is_empty() {
                all.name = tally.name;
            }
        }
    }

    /// Whether no command has to say which questionnaire.
    pub(super) fn every_file_names_its_questionnaire(&self) -> bool {
        !self.by_questionnaire.contains_key("")
    }

    /// The text of a file as it was read.
    pub(super) fn text(&self, affected: &Affected) -> &str {
        self.sources.get(affected.file).text()
    }

    /// Where the answers to a questionnaire are, for a command: the places that were given, or, when those hold answers
    /// to others too, the folder in them that holds just these.
    pub(super) fn places(&self, questionnaire: Option<&str>, given: &[PathBuf]) -> Vec<PathBuf> {
        let several = self.by_questionnaire.keys().filter(|id| !id.is_empty()).count() > 1;
        let files = questionnaire.and_then(|id| self.by_questionnaire.get(id)).filter(|_| several);
        let Some(mut files) = files.map(|files| files.iter()) else { return given.to_vec() };
        let Some(first) = files.next() else { return given.to_vec() };
        let folder = files.fold(first.clone(), |folder, file| {
            folder.ancestors().find(|folder| file.starts_with(folder)).unwrap_or(Path::new("")).to_owned()
        });
        if folder.as_os_str().is_empty() { given.to_vec() } else { vec![folder] }
    }

    /// What may be meant by the council that was asked for, where no answers are of one with that code.
    pub(super) fn instead_of_council(&self) -> Option<Instead> {
        let asked = self.council.as_deref().filter(|asked| !self.councils.contains_key(*asked))?;
        let ids: Vec<&str> = self.councils.keys().map(String::as_str).filter(|id| !id.is_empty()).collect();
        let councils = || self.councils.iter().map(|(id, name)| CouncilName { id, name });
        Some(instead(asked, &ids, councils))
    }

    /// The councils that lose a respondent.
    pub(super) fn councils(&self) -> Vec<String> {
        let councils: BTreeSet<&String> = self.groups.keys().map(|group| &group.council).collect();
        councils.into_iter().cloned().collect()
    }
}

impl Unclear {
    /// Whether it is this file, or a place in it.
    pub(super) fn is(&self, path: &Path) -> bool {
        self.path == path.display().to_string()
    }
}

impl Wanted<'_> {
    fn asks_for(&self, seen: &Seen<'_>) -> bool {
        let is_of = |wave: Option<Wave>| match wave {
            Some(wave) => Wave::parse(seen.wave) == Some(wave),
            None => seen.wave.is_empty(),
        };
        self.council.is_none_or(|council| council == seen.council) && self.wave.is_none_or(is_of)
    }
}

/// With whom a respondent is counted.
pub(super) fn group(seen: &Seen<'_>) -> Group {
    Group { council: seen.council.to_owned(), questionnaire: seen.questionnaire.to_owned(), wave: seen.wave.to_owned() }
}

/// Whether the text of a file is not what its bytes are.
pub(super) fn is_packed(path: &Path) -> bool {
    Packing::of(path).is_some() || TableFormat::of(path) == Some(TableFormat::Parquet)
}

/// Whether a text names this id, and not a longer one.
pub(super) fn names(text: &str, id: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(id).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(part);
        let after = text[at + id.len()..].chars().next().is_some_and(part);
        !before && !after
    })
}

/// Every file in these places, folders within folders included, by name. Links are not followed; a folder that cannot
/// be listed has been reported before.
pub(super) fn files_under(places: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open: Vec<PathBuf> = places.to_vec();
    while let Some(place) = open.pop() {
        if !place.is_dir() {
            files.push(place);
            continue;
        }
        for entry in std::fs::read_dir(&place).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files.sort();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_longer_number_is_another_one() {
        assert!(names("41048;r-1;ict", "r-1"));
        assert!(names("r-1.xlsx", "r-1"));
        assert!(!names("r-12 or-1", "r-1"));
        assert!(names("r-12 r-1", "r-1"), "the second one is");
    }
}
