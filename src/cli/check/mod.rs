//! `peil check`: every problem of questionnaires, answers and what goes with them, located.
//!
//! Files are looked at on all cores, each by itself; what needs several of them, answers with their questionnaire or a
//! version beside an earlier one, is done afterwards with the little that was kept.

mod answers;
mod beside;
mod known;
mod levels;
mod look;
mod show;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use peil::diagnostics::{Diagnostics, Report, Severity};
use peil::language::aside::NoAnswers;
use peil::language::failure;
use peil::language::underway::Work;
use peil::lint::{self, versions::Comparison};
use peil::responses::{Found, Register};
use peil::source::{FileId, ReadError, Sources};
use peil::threads;

use self::beside::Beside;
use self::known::{Known, Shelf};
use self::look::{Answers, Holds};
use super::args::{Check, CheckFormat};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, named_questionnaire};
use super::ui::Ui;
use super::underway::Steps;
use super::{against, aside, output, untaken};

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Check) -> Result<Exit, Failure> {
    let l = ui.language;
    if let Some(path) = &args.output {
        output::expect_place(l, path)?;
    }
    let today = inputs::today(ui, args.today.as_deref())?;
    let levels = levels::levels(l, args)?;
    let mut checking = Checking::default();
    if let Some(name) = &args.questionnaire {
        let questionnaire = named_questionnaire(ui, name, &mut checking.sources)?;
        checking.shelf.add(Known::given(questionnaire), &checking.sources);
    }
    let given = checking.shelf.known.len();
    let found = found(ui, args)?;
    if let Some(path) = &args.output {
        let read = found.files.iter().chain(&args.questionnaire).chain(&args.against).map(PathBuf::as_path);
        output::expect_no_input(l, path, read)?;
    }
    let mut read = found.report(&mut checking.sources, &mut checking.out);
    read.append(&mut checking.look(ui, &found.files, today).map_err(|error| Failure::read(l, &error))?);
    checking.shelf.tell_apart(&mut checking.sources, &mut checking.out);
    let comparison = checking.against(ui, args.against.as_deref(), given)?;
    // Of several registers nothing says which is to stand beside the answers.
    let register = if let [only] = checking.registers.as_slice() { Some(only) } else { None };
    answers::bind(ui, &checking.answers, register, &checking.shelf, &mut checking.sources, &mut checking.out);
    beside::check(ui, &checking.beside, &checking.shelf, given > 0, &mut checking.sources, &mut checking.out);
    let mut report = Report::new(&checking.out, &levels, &checking.sources, l, &read);
    report.versions = comparison.iter().map(against::value).collect();
    let verdict = show::verdict(&report);
    // Where the result is for a program or goes to a file, the verdict is for whoever reads the log.
    if args.format != CheckFormat::Human || args.output.is_some() {
        ui.say(&verdict);
    }
    let text = show::text(ui, args.format, &report, comparison.as_ref(), &verdict);
    match &args.output {
        Some(path) => output::write(ui, path, text.as_bytes())?,
        None => ui.result(&text)?,
    }
    Ok(if report.count(Severity::Error) > 0 { Exit::Findings } else { Exit::Done })
}

/// The files to look at, of which there is at least one.
fn found(ui: &Ui, args: &Check) -> Result<Found, Failure> {
    let l = ui.language;
    let mut found = aside::find(&args.files).map_err(|error| Failure::read(l, &error))?;
    inputs::refuse_untaken(ui, &found.files)?;
    // A register is checked too.
    aside::set(ui, &mut found, &args.files, |held| held == NoAnswers::Register)?;
    untaken::tell(ui, &found.others);
    if found.files.is_empty() && found.unopened.is_empty() {
        let shown: Vec<String> = args.files.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(Failure::nothing(failure::nothing_found(l, &l.list(&shown))));
    }
    found.files.iter_mut().for_each(|path| *path = from_here(path));
    found.unopened.iter_mut().for_each(|(path, _)| *path = from_here(path));
    Ok(found)
}

/// A path as seen from the working directory, where it is in there: what a repository and its CI know it by.
fn from_here(path: &Path) -> PathBuf {
    let Ok(here) = std::env::current_dir() else { return path.to_owned() };
    let relative = if path.components().any(|part| part == std::path::Component::ParentDir) {
        let resolved = |path: &Path| std::fs::canonicalize(path).ok();
        resolved(path).zip(resolved(&here)).and_then(|(path, here)| Some(path.strip_prefix(here).ok()?.to_owned()))
    } else {
        path.strip_prefix(&here).ok().map(Path::to_owned)
    };
    let path = relative.unwrap_or_else(|| path.to_owned());
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

/// What is known after looking at some files.
#[derive(Default)]
struct Checking {
    sources: Sources,
    out: Diagnostics,
    /// Questionnaires that answers may belong to.
    shelf: Shelf,
    answers: Vec<Answers>,
    /// Mappings and targets.
    beside: Vec<Beside>,
    registers: Vec<Register>,
}

impl Checking {
    /// Looks at every file on all cores, and puts together what was found in the order of the files.
    fn look(&mut self, ui: &Ui, paths: &[PathBuf], today: Option<Date>) -> Result<Vec<FileId>, ReadError> {
        let files = self.sources.reserve(paths.len());
        let steps = Steps::new(ui, Work::Read, paths.len());
        let one = |index: usize| {
            let looked = look::look(&paths[index], files[index], today);
            steps.one();
            looked
        };
        let looked = steps.during(|| threads::in_order(paths.len(), one))?;
        for one in looked {
            self.sources.put(one.sources);
            self.out.append(one.found);
            match one.holds {
                Holds::Questionnaire(known) => self.shelf.add(known, &self.sources),
                Holds::Answers(answers) => self.answers.push(answers),
                Holds::Beside(beside) => self.beside.push(beside),
                Holds::Register(register) => self.registers.push(register),
                Holds::Nothing => {}
            }
        }
        Ok(files)
    }

    /// Compares the questionnaire that was checked with an earlier version, where one is given. `given` is the number of
    /// questionnaires that were known before.
    fn against(&mut self, ui: &Ui, name: Option<&Path>, given: usize) -> Result<Option<Comparison>, Failure> {
        let Some(name) = name else { return Ok(None) };
        let earlier = against::earlier(ui, &from_here(name), &mut self.sources)?;
        let earlier_path = self.sources.get(earlier.version_span.file).path();
        let checked = &self.shelf.known[given..];
        let later = known::later(checked, &earlier.id, earlier_path, &self.sources);
        match later.and_then(|later| later.whole(&mut self.sources)) {
            Some(later) => Ok(Some(lint::versions::compare(&earlier, &later, &mut self.out))),
            // One with errors cannot be compared, which its errors say.
            None if self.out.has_errors() => Ok(None),
            None => Err(Failure::new(failure::nothing_to_compare(ui.language, &earlier.id))),
        }
    }
}
