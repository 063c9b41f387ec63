//! Which draft to go on with: the one that was named, or one of those in the folder that nobody works on.

use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::language::{failure, interview as words};
use peil::questionnaire::{Questionnaire, shipped};
use peil::responses::{self, Codec, Input, Sheet, Voice, parse};
use peil::source::Sources;

use super::draft::is_free;
use super::front::{Front, Stop};
use super::{answered, is_draft};
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
    let mut drafts = find(&args.folder, questionnaire);
    drafts.retain(|(_, sheet, questionnaire)| fits(args, sheet, questionnaire));
    if drafts.is_empty() {
        return Ok(None);
    }
    let line = |(path, sheet, roles): &(PathBuf, Sheet, Questionnaire)| {
        let council = sheet.council.name.as_ref().unwrap_or(&sheet.council.id);
        let role = match sheet.respondent.voice {
            Voice::Person => None,
            Voice::Role(role) => Some(roles.roles[role].title.get(&ui.tag).to_owned()),
            Voice::Consensus => Some(words::consensus(l).to_owned()),
        };
        words::draft_line(l, &path.display().to_string(), council, role.as_deref(), answered(sheet))
    };
    let mut options: Vec<String> = drafts.iter().map(line).collect();
    options.push(words::begin_anew(l).to_owned());
    let chosen = front.pick(words::which_draft(l), &options)?;
    Ok(drafts.into_iter().nth(chosen).map(|(path, _, _)| path))
}

/// Whether a draft is what the flags ask for; one of another council or role is someone else's.
fn fits(args: &Assess, sheet: &Sheet, q: &Questionnaire) -> bool {
    let role = sheet.respondent.voice.id(q);
    let wave = sheet.wave.map(|wave| wave.to_string());
    let same = |asked: &Option<String>, found: Option<&str>| asked.is_none() || asked.as_deref() == found;
    let said = same(&args.council, Some(&sheet.council.id)) && same(&args.role, role);
    said && same(&args.wave, wave.as_deref()) && args.quick == sheet.quick
}

/// The drafts in a folder that can be read and that nobody works on, by name.
fn find(folder: &Path, questionnaire: Option<&Questionnaire>) -> Vec<(PathBuf, Sheet, Questionnaire)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let questionnaire = match questionnaire {
            Some(one) => one.clone(),
            None => shipped(&declared(&path)?)?,
        };
        let mut sources = Sources::new();
        let file = sources.read(&path, peil::yaml::SIZE_LIMIT).ok()?;
        let mut out = Diagnostics::new();
        let sheet = parse(file, &sources, &questionnaire, &Codec::new(&questionnaire), &mut out)?;
        let usable = !out.has_errors() && is_draft(&sheet) && is_free(&path);
        usable.then_some((path, sheet, questionnaire))
    };
    paths.into_iter().filter_map(read).collect()
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
