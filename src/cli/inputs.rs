//! From the command line to answers: which files, which questionnaire, which council, which wave.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use peil::comparison::Batch;
use peil::diagnostics::{Diagnostics, nearest};
use peil::language::aside::Untaken;
use peil::language::underway::Work;
use peil::language::{cli as words, failure, versions};
use peil::questionnaire::{self, Questionnaire, SHIPPED, Version, shipped};
use peil::responses::{self, Earlier, Input, Registry, Responses, Voice, Wave, is_spreadsheet, untaken};
use peil::scores::{Keep, Rubric};
use peil::sorting;
use peil::source::Sources;
use peil::yaml;

use super::args::Answers;
use super::aside;
use super::councils::Councils;
use super::exit::Exit;
use super::failure::Failure;
use super::output;
use super::ui::Ui;
use super::underway::Steps;

/// Files of answers, read, with the questionnaire they belong to.
pub(crate) struct Opened {
    pub(crate) questionnaire: Questionnaire,
    sources: Sources,
    inputs: Vec<Input>,
    out: Diagnostics,
    councils: Option<PathBuf>,
}

/// Reads the files and finds their questionnaire.
///
/// # Errors
/// A file that cannot be read, a questionnaire that cannot be found or has errors, nothing to read at all.
pub(crate) fn open(ui: &Ui, answers: &Answers) -> Result<Opened, Failure> {
    let l = ui.language;
    let today = today(ui, answers.today.as_deref())?;
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let mut found = aside::find(&answers.answers).map_err(|error| Failure::read(l, &error))?;
    refuse_untaken(ui, &found.files)?;
    aside::set(ui, &mut found, &answers.answers, |_| false)?;
    super::untaken::tell(ui, &found.others);
    let paths = &found.files;
    let places = || {
        let shown = answers.answers.iter().map(|path| format!("`{}`", path.display()));
        l.list(&shown.collect::<Vec<_>>())
    };
    let unopened = !found.report(&mut sources, &mut out).is_empty();
    if paths.is_empty() && !unopened {
        return Err(Failure::nothing(failure::nothing_found(l, &places())));
    }
    let steps = Steps::new(ui, Work::Read, paths.len());
    let mut inputs = Vec::new();
    let read = steps.during(|| {
        paths.iter().try_for_each(|path| {
            let one = std::slice::from_ref(path);
            inputs.append(&mut responses::read(one, &answers.answers, &mut sources, &mut out)?);
            steps.one();
            Ok(())
        })
    });
    read.map_err(|error| Failure::read(l, &error))?;
    if inputs.is_empty() && unopened {
        ui.problems(&out, &sources);
        return Err(unreadable_answers(ui));
    }
    if inputs.is_empty() {
        return Err(Failure::nothing(failure::no_answers_in(l, &places())));
    }
    if let Some(today) = today {
        responses::kept_too_long(&inputs, today, &sources, &mut out);
    }
    let questionnaire = match &answers.questionnaire {
        Some(name) => named_questionnaire(ui, name, &mut sources)?,
        None => match responses::declared(&inputs, &sources) {
            Some((id, _, _)) => shipped_questionnaire(ui, &id)?,
            None => {
                ui.problems(&out, &sources);
                if out.has_errors() {
                    return Err(unreadable_answers(ui));
                }
                return Err(Failure::new(failure::which_questionnaire(l)));
            }
        },
    };
    Ok(Opened { questionnaire, sources, inputs, out, councils: answers.councils.clone() })
}

/// Makes sure that results can be written, and take the place of nothing that is read.
///
/// # Errors
/// When one cannot, or would.
pub(crate) fn expect_outputs(ui: &Ui, paths: &[&Path], answers: &Answers) -> Result<(), Failure> {
    let l = ui.language;
    paths.iter().try_for_each(|path| output::expect_place(l, path))?;
    if paths.is_empty() {
        return Ok(());
    }
    let found = aside::find(&answers.answers).map_err(|error| Failure::read(l, &error))?.files;
    let beside = || answers.questionnaire.iter().chain(&answers.councils).map(PathBuf::as_path);
    paths.iter().try_for_each(|path| {
        // What peil wrote before is not read, though it lies among the answers.
        let read: &[PathBuf] = if aside::is_written_by_peil(path) { &[] } else { &found };
        output::expect_no_input(l, path, read.iter().map(PathBuf::as_path).chain(beside()))
    })
}

/// The day that `--today` gives; there is no other, since the clock is never asked.
///
/// # Errors
/// When it is no day.
pub(crate) fn today(ui: &Ui, given: Option<&str>) -> Result<Option<Date>, Failure> {
    let wrong = |text: &str| {
        let example = failure::for_example(ui.language, "2029-01-15");
        Failure::new(failure::invalid_value(ui.language, "--today", text, &[example], None))
    };
    given.map(|text| responses::date(text).ok_or_else(|| wrong(text))).transpose()
}

/// The questionnaire in a file, or the shipped one of that name.
///
/// # Errors
/// Neither is there, or the file has errors, which are shown.
pub(crate) fn named_questionnaire(ui: &Ui, name: &Path, sources: &mut Sources) -> Result<Questionnaire, Failure> {
    let l = ui.language;
    let text = name.to_string_lossy();
    if !name.exists() {
        return shipped(&text).ok_or_else(|| no_questionnaire(ui, &text));
    }
    let file = sources.read(name, yaml::SIZE_LIMIT).map_err(|error| Failure::read(l, &error))?;
    let mut out = Diagnostics::new();
    let node = yaml::parse(file, sources, &mut out);
    if node.as_ref().is_some_and(responses::is_answers) {
        return Err(Failure::new(failure::answers_instead_of_questionnaire(l, &text)));
    }
    let read = node.and_then(|node| questionnaire::parse(&node, &mut out));
    ui.problems(&out, sources);
    read.ok_or_else(|| Failure::new(failure::broken_questionnaire(l, &text)))
}

fn no_questionnaire(ui: &Ui, name: &str) -> Failure {
    let (ids, near) = shipped_near(name);
    Failure::new(failure::no_questionnaire(ui.language, name, near.as_deref(), &ids))
}

/// The shipped questionnaire that answers name.
///
/// # Errors
/// When there is none of that name.
pub(crate) fn shipped_questionnaire(ui: &Ui, id: &str) -> Result<Questionnaire, Failure> {
    shipped(id).ok_or_else(|| not_given(ui, id))
}

/// Why there is nothing to score: not one respondent could be read, or there is none.
pub(crate) fn no_answers(ui: &Ui, clean: Clean) -> Failure {
    match clean {
        Clean::No => unreadable_answers(ui),
        Clean::Yes => Failure::nothing(failure::nobody_to_score(ui.language)),
    }
}

/// The answers name a questionnaire that is not at hand.
pub(crate) fn not_given(ui: &Ui, id: &str) -> Failure {
    let (ids, near) = shipped_near(id);
    Failure::new(failure::questionnaire_not_given(ui.language, id, near.as_deref(), &ids))
}

fn shipped_near(name: &str) -> (Vec<String>, Option<String>) {
    let ids: Vec<String> = SHIPPED.iter().map(|shipped| shipped.id.to_owned()).collect();
    let near = nearest(name, ids.iter().map(String::as_str));
    (ids, near)
}

/// The voice that a flag names.
///
/// # Errors
/// When the questionnaire has none of that name.
pub(crate) fn voice(ui: &Ui, questionnaire: &Questionnaire, text: &str) -> Result<Voice, Failure> {
    Voice::named(text, questionnaire).ok_or_else(|| {
        let (near, known) = Voice::near(text, questionnaire);
        Failure::new(failure::no_role(ui.language, text, near.as_ref(), &known))
    })
}

/// Not one respondent could be read; the problems were shown.
fn unreadable_answers(ui: &Ui) -> Failure {
    Failure { exit: Exit::Findings, ..Failure::new(failure::no_answers(ui.language)) }
}

/// Says which earlier versions were answered, and what was done to those answers.
pub(crate) fn say_earlier(ui: &Ui, questionnaire: &Questionnaire, all: &BTreeMap<Version, Earlier>) {
    for (version, earlier) in all {
        let (was, mapped) = (version.to_string(), earlier.mapped(questionnaire, *version));
        ui.say(&versions::answered_earlier(ui.language, earlier.respondents, &was, &questionnaire.version, mapped));
    }
}

/// Whether all answers could be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clean {
    Yes,
    No,
}

impl Opened {
    /// Binds the answers and shows what was wrong with them.
    ///
    /// # Errors
    /// When not a single respondent could be read.
    pub(crate) fn bind(mut self, ui: &Ui) -> Result<(Questionnaire, Responses, Clean), Failure> {
        let councils = Councils::read(ui, self.councils.as_deref(), &self.questionnaire)?;
        let mut bound = responses::bind(&self.inputs, &self.questionnaire, &self.sources, &mut self.out);
        ui.problems(&self.out, &self.sources);
        if bound.registry.groups().is_empty() {
            return Err(no_answers(ui, if self.out.has_errors() { Clean::No } else { Clean::Yes }));
        }
        say_earlier(ui, &self.questionnaire, &bound.earlier);
        let drafts = bound.registry.drafts();
        if drafts > 0 {
            ui.say(&words::drafts_included(ui.language, drafts));
        }
        bound.without_questionnaire = responses::declared(&self.inputs, &self.sources).is_none();
        councils.apply(ui, &mut bound.registry);
        let clean = if self.out.has_errors() { Clean::No } else { Clean::Yes };
        Ok((self.questionnaire, bound, clean))
    }
}

/// As many threads as asked for, or as there are cores.
pub(crate) fn threads(answers: &Answers) -> usize {
    answers.threads.map_or_else(peil::threads::cores, usize::from)
}

/// Scores answers on as many threads as asked for, or as there are cores.
pub(crate) fn batch<'q>(
    questionnaire: &'q Questionnaire,
    mut responses: Responses,
    keep: Keep,
    answers: &Answers,
) -> Batch<'q> {
    join_classes(answers, &mut responses.registry);
    Batch::new(Rubric::new(questionnaire), responses, keep, threads(answers))
}

/// The class column asked for, or the one that holds all those together that were.
///
/// # Errors
/// When neither the answers nor the register have such a column.
pub(crate) fn within(ui: &Ui, answers: &Answers, batch: &Batch<'_>) -> Result<Option<usize>, Failure> {
    let registry = &batch.responses().registry;
    let known = registry.class_columns();
    if let Some(name) = answers.within.iter().find(|name| !known.contains(name)) {
        let near = nearest(name, known.iter().map(String::as_str));
        return Err(Failure::new(failure::no_column(ui.language, name, near.as_deref(), &known)));
    }
    Ok(registry.joined(&class_columns(answers, registry)))
}

/// Those of the classes asked for that are there, each once, in the order in which they were asked for.
fn class_columns(answers: &Answers, registry: &Registry) -> Vec<usize> {
    let known = registry.class_columns();
    let mut columns = Vec::new();
    for column in answers.within.iter().filter_map(|name| known.iter().position(|column| column == name)) {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// Takes the classes together that councils are to share.
pub(crate) fn join_classes(answers: &Answers, registry: &mut Registry) {
    let columns = class_columns(answers, registry);
    registry.join(&columns);
}

/// The wave asked for, or the latest.
///
/// # Errors
/// When the answers have no such wave.
pub(crate) fn wave(ui: &Ui, answers: &Answers, batch: &Batch<'_>) -> Result<Option<Wave>, Failure> {
    let registry = &batch.responses().registry;
    let Some(text) = &answers.wave else { return Ok(registry.latest_wave()) };
    let mut waves: Vec<Option<Wave>> = registry.groups().iter().map(|group| group.wave).collect();
    sorting::sort(&mut waves);
    waves.dedup();
    let wanted = Wave::parse(text);
    if wanted.is_some() && waves.contains(&wanted) {
        return Ok(wanted);
    }
    let known: Vec<String> = waves.iter().flatten().map(Wave::to_string).collect();
    Err(Failure::new(failure::no_wave(ui.language, text, &known)))
}

/// Scores and reports read answers; a spreadsheet is taken in first, with an account of what was not understood, and what
/// is in a zip has to come out of it.
///
/// # Errors
/// When one of the paths is one of these.
pub(crate) fn refuse_untaken(ui: &Ui, paths: &[PathBuf]) -> Result<(), Failure> {
    let l = ui.language;
    for path in paths.iter().filter(|path| path.is_file()) {
        let shown = path.display().to_string();
        if is_spreadsheet(path) {
            return Err(Failure::new(failure::spreadsheet_not_read(l, &shown)));
        }
        if untaken(path) == Some(Untaken::Archive) {
            return Err(Failure::new(failure::not_unpacked(l, &[shown])));
        }
    }
    Ok(())
}

/// The extension of a path, in lower case.
pub(crate) fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

/// A path with another extension and something before it: `verslag.md` → `verslag-dots.svg`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{stem}-{suffix}"))
}
