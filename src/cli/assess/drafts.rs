//! Which draft to go on with: the one that was named, or one of those in the folder that nobody works on.

use std::path::{Path, PathBuf};

use peil::diagnostics::{Diagnostics, Severity};
use peil::interview::voice_words;
use peil::language::{failure, interview as words};
use peil::questionnaire::{Questionnaire, shipped};
use peil::responses::{self, Codec, Input, Sheet, read_sheet};
use peil::source::Sources;

use super::answered;
use super::draft::is_free;
use super::front::{Front, Stop};
use super::given::Given;
use crate::args::Assess;
use crate::failure::Failure;
use crate::ui::Ui;

/// Lets the respondent choose among the drafts in the folder; `None` to begin anew. Without drafts nothing is asked.
pub(super) fn choose(
    ui: &Ui,
    args: &Assess,
    questionnaire: Option<&Questionnaire>,
    front: &mut dyn Front,
) -> Result<Option<PathBuf>, Stop> {
    let l = ui.language;
    let (drafts, passed_over) = find(ui, args, questionnaire);
    passed_over.iter().try_for_each(|one| front.say(one))?;
    if drafts.is_empty() {
        return Ok(None);
    }
    let line = |(path, sheet, roles): &Candidate| {
        let council = sheet.council.name.as_ref().unwrap_or(&sheet.council.id);
        let role = voice_words(sheet.respondent.voice, roles, l, &ui.tag);
        words::draft_line(l, &path.display().to_string(), council, role.as_deref(), answered(sheet))
    };
    let mut options: Vec<String> = drafts.iter().map(line).collect();
    options.push(words::begin_anew(l).to_owned());
    let chosen = front.pick(words::which_draft(l), &options)?;
    Ok(drafts.into_iter().nth(chosen).map(|(path, _, _)| path))
}

/// Whether a draft is what the flags ask for.
fn fits(ui: &Ui, args: &Assess, sheet: &Sheet, q: &Questionnaire) -> bool {
    args.quick == sheet.quick && Given::read(ui, args, q).is_ok_and(|given| given.fits(sheet))
}

/// A draft, its answers, and the questionnaire that they belong to.
type Candidate = (PathBuf, Sheet, Questionnaire);

/// The drafts in the folder that can be gone on with, by name; and of those that cannot, which they are and why.
fn find(ui: &Ui, args: &Assess, questionnaire: Option<&Questionnaire>) -> (Vec<Candidate>, Vec<String>) {
    let entries = std::fs::read_dir(&args.folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    paths.sort();
    let (mut drafts, mut passed_over) = (Vec::new(), Vec::new());
    for path in paths {
        match look(ui, args, questionnaire, &path) {
            Ok(Some((sheet, questionnaire))) => drafts.push((path, sheet, questionnaire)),
            Ok(None) => {}
            Err(why) => passed_over.push(words::passed_over(ui.language, &why)),
        }
    }
    (drafts, passed_over)
}

/// What is in a file, if that is a draft as the flags ask for.
///
/// # Errors
/// It is one, and cannot be gone on with: which, why, and what to do.
fn look(
    ui: &Ui,
    args: &Assess,
    given: Option<&Questionnaire>,
    path: &Path,
) -> Result<Option<(Sheet, Questionnaire)>, String> {
    let (l, shown) = (ui.language, path.display().to_string());
    let because = |sentence: failure::Sentence| format!("{}; {}", sentence.message, sentence.help);
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let Ok(file) = sources.read(path, peil::yaml::SIZE_LIMIT) else { return Ok(None) };
    let Some(node) = peil::yaml::parse(file, &sources, &mut out) else {
        // Only what says of itself that it is one may be somebody's draft.
        let is_one = sources.get(file).text().lines().any(|line| line.trim_end() == "status: draft");
        return if is_one { Err(first_problem(ui, &shown, &out)) } else { Ok(None) };
    };
    let council = node.field("council").and_then(|council| council.field_text("id"));
    let is_other = args.council.is_some() && args.council.as_deref().map(str::trim) != council.map(str::trim);
    if !responses::is_answers(&node) || node.field_text("status") != Some("draft") || is_other {
        return Ok(None);
    }
    let id = node.field("questionnaire").and_then(|reference| reference.field_text("id")).unwrap_or_default();
    let questionnaire = match given {
        Some(one) if one.id == id => one.clone(),
        Some(_) => return Ok(None),
        None => shipped(id).ok_or_else(|| because(failure::questionnaire_of_draft(l, id, &shown)))?,
    };
    match read_sheet(&node, &questionnaire, &Codec::new(&questionnaire), &mut out) {
        Some((sheet, _)) if !out.has_errors() => match fits(ui, args, &sheet, &questionnaire) {
            false => Ok(None),
            true if !is_free(path) => Err(because(failure::draft_in_use(l, &shown))),
            true => Ok(Some((sheet, questionnaire))),
        },
        _ => Err(first_problem(ui, &shown, &out)),
    }
}

/// The first thing that is wrong with a draft.
fn first_problem(ui: &Ui, shown: &str, out: &Diagnostics) -> String {
    let first = out.sorted().into_iter().find(|one| one.severity() == Severity::Error);
    let wording = first.map(|one| one.finding.wording(ui.language));
    wording.map_or_else(|| shown.to_owned(), |wording| format!("{shown}: {}; {}", wording.message, wording.help))
}

/// The shipped questionnaire that an answers file belongs to.
pub(super) fn questionnaire_of(ui: &Ui, path: &Path) -> Result<Questionnaire, Failure> {
    let mut sources = Sources::new();
    sources.read(path, peil::yaml::SIZE_LIMIT).map_err(|error| Failure::read(ui.language, &error))?;
    let (l, shown) = (ui.language, path.display().to_string());
    let id = declared(path).ok_or_else(|| Failure::new(failure::not_a_draft(l, &shown)))?;
    shipped(&id).ok_or_else(|| Failure::new(failure::questionnaire_of_draft(l, &id, &shown)))
}

/// The id of the questionnaire that an answers file names.
fn declared(path: &Path) -> Option<String> {
    let mut sources = Sources::new();
    let file = sources.read(path, peil::yaml::SIZE_LIMIT).ok()?;
    let node = peil::yaml::parse(file, &sources, &mut Diagnostics::new());
    responses::declared(&[Input::Sheet(file, node)], &sources).map(|(id, _, _)| id)
}
