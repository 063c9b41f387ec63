//! `peil check`: every problem of questionnaires and answers, located.

use std::path::{Path, PathBuf};

use peil::diagnostics::human::{self, Style};
use peil::diagnostics::{
    BindingFinding, Diagnostics, Level, LevelError, Levels, Report, Severity, concise, github, gitlab, json, junit,
    sarif,
};
use peil::language::{Language, cli as words, explain, failure};
use peil::lint::{self, versions::Comparison};
use peil::questionnaire::{self, Questionnaire, SHIPPED, shipped};
use peil::responses::{self, Input};
use peil::source::{FileId, Sources, Span};
use peil::yaml::{self, Node};

use super::args::{Check, CheckFormat};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, named_questionnaire};
use super::ui::Ui;
use super::{against, output};

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Check) -> Result<Exit, Failure> {
    let l = ui.language;
    if let Some(path) = &args.output {
        output::expect_place(l, path)?;
    }
    let today = inputs::today(ui, args.today.as_deref())?;
    let levels = levels(l, args)?;
    let mut checking = Checking { sources: Sources::new(), out: Diagnostics::new(), known: Vec::new() };
    if let Some(name) = &args.questionnaire {
        checking.known.push(named_questionnaire(ui, name, &mut checking.sources)?);
    }
    let paths = responses::find(&args.files).map_err(|error| Failure::read(l, &error))?;
    inputs::refuse_spreadsheets(ui, &paths)?;
    if paths.is_empty() {
        let shown: Vec<String> = args.files.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(Failure::nothing(failure::nothing_found(l, &l.list(&shown))));
    }
    let paths: Vec<PathBuf> = paths.iter().map(|path| from_here(path)).collect();
    let (files, read) = checking.read(ui, &paths)?;
    let given = checking.known.len();
    checking.questionnaires(&files);
    let comparison = checking.against(ui, args.against.as_deref(), given)?;
    checking.answers(ui, &files);
    if let Some(today) = today {
        let answers = files.iter().filter_map(File::answers);
        responses::kept_too_long(answers, today, &checking.sources, &mut checking.out);
    }
    let mut report = Report::new(&checking.out, &levels, &checking.sources, l, &read);
    report.versions = comparison.iter().map(against::value).collect();
    let verdict = verdict(&report);
    // Where the result is for a program or goes to a file, the verdict is for whoever reads the log.
    if args.format != CheckFormat::Human || args.output.is_some() {
        ui.say(&verdict);
    }
    let text = text(ui, args.format, &report, comparison.as_ref(), &verdict);
    match &args.output {
        Some(path) => output::write(ui, path, text.as_bytes())?,
        None => ui.result(&text)?,
    }
    Ok(if report.count(Severity::Error) > 0 { Exit::Findings } else { Exit::Done })
}

/// The levels that the flags set.
fn levels(l: Language, args: &Check) -> Result<Levels, Failure> {
    let mut levels = Levels::new();
    let flags = [(&args.allow, Level::Allow), (&args.warn, Level::Warn), (&args.deny, Level::Deny)];
    for (words, level) in flags {
        for word in words {
            levels.set(word.trim(), level).map_err(|error| {
                Failure::new(match error {
                    LevelError::Unknown(word, near) => failure::unknown_code(l, &word, near),
                    LevelError::Fixed(code) => failure::fixed_code(l, code.id()),
                    LevelError::Twice(word) => failure::two_levels(l, &word),
                })
            })?;
        }
    }
    Ok(levels)
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

fn verdict(report: &Report<'_>) -> String {
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    words::check_verdict(report.language, errors, warnings, report.bad_files(), report.files.len())
}

fn text(ui: &Ui, format: CheckFormat, report: &Report<'_>, comparison: Option<&Comparison>, verdict: &str) -> String {
    match format {
        CheckFormat::Human => people(ui, report, comparison, verdict),
        CheckFormat::Concise => concise::render(report),
        CheckFormat::Json => json::render(report),
        CheckFormat::Github => github::render(report),
        CheckFormat::Gitlab => gitlab::render(report),
        CheckFormat::Sarif => sarif::render(report),
        CheckFormat::Junit => junit::render(report),
    }
}

/// The problems as drawings, where to read more, what changed since an earlier version, and the verdict.
fn people(ui: &Ui, report: &Report<'_>, comparison: Option<&Comparison>, verdict: &str) -> String {
    let mut text = human::render(report, Style { colour: ui.colour, width: ui.width }, usize::MAX);
    if let Some(first) = report.list.first() {
        let more = explain::more_about(report.language, first.code().id());
        text.push_str(&format!("\n{more}\n"));
    }
    if let Some(comparison) = comparison {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{gap}{}\n", against::text(report.language, comparison, ui.width)));
    }
    format!("{text}{verdict}\n")
}

/// A file and what it seems to hold.
enum File {
    Questionnaire(Node),
    Answers(Input),
}

impl File {
    fn answers(&self) -> Option<&Input> {
        match self {
            File::Answers(input) => Some(input),
            File::Questionnaire(_) => None,
        }
    }
}

struct Checking {
    sources: Sources,
    out: Diagnostics,
    /// Questionnaires that answers may belong to.
    known: Vec<Questionnaire>,
}

impl Checking {
    /// The files with something in them, and all that were read.
    fn read(&mut self, ui: &Ui, paths: &[PathBuf]) -> Result<(Vec<File>, Vec<FileId>), Failure> {
        let (mut files, mut all) = (Vec::new(), Vec::new());
        for path in paths {
            if inputs::extension(path) == "csv" {
                let read = responses::read(std::slice::from_ref(path), &[], &mut self.sources, &mut self.out);
                let read = read.map_err(|error| Failure::read(ui.language, &error))?;
                all.extend(read.iter().map(|input| start_of(input).file));
                files.extend(read.into_iter().map(File::Answers));
                continue;
            }
            let file = self.sources.read(path, yaml::SIZE_LIMIT).map_err(|e| Failure::read(ui.language, &e))?;
            all.push(file);
            let node = yaml::parse(file, &self.sources, &mut self.out);
            match node {
                Some(node) if responses::is_answers(&node) => {
                    files.push(File::Answers(Input::Sheet(file, Some(node))));
                }
                // Anything else is held to be a questionnaire, so that a wrong first line is reported.
                Some(node) => files.push(File::Questionnaire(node)),
                None => {}
            }
        }
        Ok((files, all))
    }

    fn questionnaires(&mut self, files: &[File]) {
        for file in files {
            let File::Questionnaire(node) = file else { continue };
            if let Some(questionnaire) = questionnaire::parse(node, &mut self.out) {
                lint::run(&questionnaire, node, &mut self.out);
                self.known.push(questionnaire);
            }
        }
    }

    /// Compares the questionnaire that was checked with an earlier version, where one is given. `given` is the number of
    /// questionnaires that were known before.
    fn against(&mut self, ui: &Ui, name: Option<&Path>, given: usize) -> Result<Option<Comparison>, Failure> {
        let Some(name) = name else { return Ok(None) };
        let earlier = against::earlier(ui, &from_here(name), &mut self.sources)?;
        match against::later(&self.known[given..], &earlier, &self.sources) {
            Some(later) => Ok(Some(lint::versions::compare(&earlier, later, &mut self.out))),
            // One with errors cannot be compared, which its errors say.
            None if self.out.has_errors() => Ok(None),
            None => Err(Failure::new(failure::nothing_to_compare(ui.language, &earlier.id))),
        }
    }

    /// Binds all answers of one questionnaire together, so that a respondent who is there twice is seen.
    fn answers(&mut self, ui: &Ui, files: &[File]) {
        let mut by_questionnaire: Vec<(Questionnaire, Vec<&Input>)> = Vec::new();
        for file in files {
            let File::Answers(input) = file else { continue };
            let Some(questionnaire) = self.questionnaire_of(input) else {
                continue;
            };
            match by_questionnaire.iter_mut().find(|(known, _)| known.reference() == questionnaire.reference()) {
                Some((_, inputs)) => inputs.push(input),
                None => by_questionnaire.push((questionnaire, vec![input])),
            }
        }
        for (questionnaire, inputs) in by_questionnaire {
            let bound = responses::bind(inputs, &questionnaire, &self.sources, &mut self.out);
            inputs::say_earlier(ui, &questionnaire, &bound);
        }
    }

    /// The questionnaire that answers name: one of those at hand, else a shipped one, else the only one at hand.
    fn questionnaire_of(&mut self, input: &Input) -> Option<Questionnaire> {
        let Some((id, version, span)) = responses::declared(std::slice::from_ref(input), &self.sources) else {
            let only = if let [only] = self.known.as_slice() { Some(only.clone()) } else { None };
            if only.is_none() {
                self.unknown(start_of(input), String::new());
            }
            return only;
        };
        let same = |one: &&Questionnaire| one.id == id;
        let exact = self.known.iter().find(|one| one.id == id && one.version == version);
        let found = exact.or_else(|| self.known.iter().find(same)).cloned().or_else(|| shipped(&id));
        if found.is_none() {
            self.unknown(span, id);
        }
        found
    }

    fn unknown(&mut self, span: Span, id: String) {
        let known = SHIPPED.iter().map(|shipped| shipped.id.to_owned());
        let known = known.chain(self.known.iter().map(|one| one.id.clone())).collect();
        self.out.add(span, BindingFinding::NoQuestionnaire { id, known });
    }
}

fn start_of(input: &Input) -> Span {
    match input {
        Input::Sheet(file, _) | Input::Table(file) => Span::start_of(*file),
    }
}
