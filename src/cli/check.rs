//! `peil check`: every problem of questionnaires and answers, located.

use std::path::PathBuf;

use peil::diagnostics::human::Style;
use peil::diagnostics::{BindingFinding, Diagnostics, Severity, human, json};
use peil::language::{cli as words, failure};
use peil::lint;
use peil::questionnaire::{self, Questionnaire, SHIPPED, shipped};
use peil::responses::{self, Input};
use peil::source::{FileId, Sources, Span};
use peil::yaml::{self, Node};

use super::args::{Check, CheckFormat};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, named_questionnaire};
use super::output;
use super::ui::Ui;

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Check) -> Result<Exit, Failure> {
    let l = ui.language;
    if let Some(path) = &args.output {
        output::expect_place(l, path)?;
    }
    let today = inputs::today(ui, args.today.as_deref())?;
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
    let files = checking.read(ui, &paths)?;
    checking.questionnaires(&files);
    checking.answers(&files);
    if let Some(today) = today {
        let answers = files.iter().filter_map(File::answers);
        responses::kept_too_long(answers, today, &checking.sources, &mut checking.out);
    }
    let text = checking.text(ui, args.format, paths.len());
    match &args.output {
        Some(path) => output::write(ui, path, text.as_bytes())?,
        None => ui.result(&text)?,
    }
    Ok(if checking.out.has_errors() { Exit::Findings } else { Exit::Done })
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
    fn read(&mut self, ui: &Ui, paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
        let mut files = Vec::new();
        for path in paths {
            if inputs::extension(path) == "csv" {
                let read = responses::read(std::slice::from_ref(path), &[], &mut self.sources, &mut self.out);
                let read = read.map_err(|error| Failure::read(ui.language, &error))?;
                files.extend(read.into_iter().map(File::Answers));
                continue;
            }
            let file = self.sources.read(path, yaml::SIZE_LIMIT).map_err(|e| Failure::read(ui.language, &e))?;
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
        Ok(files)
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

    /// Binds all answers of one questionnaire together, so that a respondent who is there twice is seen.
    fn answers(&mut self, files: &[File]) {
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
            responses::bind(inputs, &questionnaire, &self.sources, &mut self.out);
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

    fn text(&self, ui: &Ui, format: CheckFormat, files: usize) -> String {
        let l = ui.language;
        let list = self.out.sorted();
        match format {
            CheckFormat::Json => json::render(&list, &self.sources, l),
            CheckFormat::Human => {
                let style = Style { language: l, colour: ui.colour, width: ui.width };
                let mut text = human::render(&list, &self.sources, style, usize::MAX);
                if !text.is_empty() {
                    text.push('\n');
                }
                let mut bad: Vec<FileId> = list.iter().map(|diagnostic| diagnostic.span.file).collect();
                bad.dedup();
                let (errors, warnings) = (self.out.count(Severity::Error), self.out.count(Severity::Warning));
                text.push_str(&words::check_verdict(l, errors, warnings, bad.len(), files));
                text.push('\n');
                text
            }
        }
    }
}

fn start_of(input: &Input) -> Span {
    match input {
        Input::Sheet(file, _) | Input::Table(file) => Span::start_of(*file),
    }
}
