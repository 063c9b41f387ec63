//! `peil assess`: the interview, at a terminal or in plain lines. This module owns who talks to whom, about which
//! questionnaire and which draft; what may be answered is decided in `peil::interview`.

mod commands;
mod councils;
pub(crate) mod draft;
mod drafts;
mod drawn;
mod front;
mod given;
mod interrupt;
mod opening;
mod plain;
mod plain_line;
mod previous;
mod talk;

use peil::diagnostics::Diagnostics;
use peil::language::failure;
use peil::language::versions::Mapped;
use peil::questionnaire::{Questionnaire, SHIPPED, Version, shipped};
use peil::responses::{Codec, Reference, Sheet, read_sheet};
use peil::source::Sources;

use crate::args::Assess;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inputs::named_questionnaire;
use crate::ui::Ui;

use drawn::Drawn;
use front::{Front, Stop};
use given::Given;
use plain::Plain;
use previous::Previous;
use talk::Talk;

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Assess) -> Result<Exit, Failure> {
    let place = interrupt::arm(ui);
    // Whoever draws gives the terminal back before anything else is said.
    let ended = if drawn::is_possible(args.plain) {
        converse(ui, args, &mut Drawn::new(ui, &place), &place)
    } else {
        converse(ui, args, &mut Plain::new(ui), &place)
    };
    match ended {
        Ok(exit) => Ok(exit),
        Err(Stop::Failed(failure)) => Err(*failure),
        Err(Stop::Gone) => {
            interrupt::part(ui, &place);
            Ok(Exit::Interrupted)
        }
    }
}

fn converse(ui: &Ui, args: &Assess, front: &mut dyn Front, place: &interrupt::Place) -> Result<Exit, Stop> {
    let named = match (&args.questionnaire, &args.resume) {
        (Some(name), _) => Some(named_questionnaire(ui, name, &mut Sources::new())?),
        (None, Some(path)) => Some(drafts::questionnaire_of(ui, path)?),
        (None, None) => None,
    };
    // Before anything is drawn, so that what is wrong with the register stays on the screen.
    let register = match (&args.councils, &named) {
        (Some(path), Some(questionnaire)) => Some(councils::read(ui, path, questionnaire)?),
        (Some(path), None) => Some(councils::read(ui, path, &main_questionnaire(ui)?)?),
        (None, _) => None,
    };
    let found = match &args.resume {
        Some(path) => Some(path.clone()),
        None if args.new => None,
        None => drafts::choose(ui, args, named.as_ref(), front)?,
    };
    let questionnaire = match (named, &found) {
        (Some(questionnaire), _) => questionnaire,
        (None, Some(path)) => drafts::questionnaire_of(ui, path)?,
        (None, None) => main_questionnaire(ui)?,
    };
    let given = Given::read(ui, args, &questionnaire)?;
    let previous = args.previous.as_ref().map(|path| read(ui, path, &questionnaire)).transpose()?;
    let previous = previous.map(|(sheet, _)| Previous { sheet, questionnaire: &questionnaire });
    let talk = Talk { ui, args, questionnaire: &questionnaire, register: register.as_ref(), given, previous, place };
    talk.hold(found, front)
}

fn main_questionnaire(ui: &Ui) -> Result<Questionnaire, Failure> {
    let id = SHIPPED.first().map(|one| one.id).unwrap_or_default();
    shipped(id).ok_or_else(|| Failure::new(failure::internal(ui.language, id)))
}

/// How answers name a questionnaire.
fn reference(q: &Questionnaire) -> Reference {
    Reference { id: q.id.clone(), version: q.version.clone(), hash: Some(q.hash.clone()) }
}

/// Reads an answers file that must be whole: going on with a part of it would lose the rest. With it what was done to
/// answers of an earlier version, which come out under the names of today.
fn read(ui: &Ui, path: &std::path::Path, questionnaire: &Questionnaire) -> Result<(Sheet, Option<Mapped>), Failure> {
    let l = ui.language;
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.read(path, peil::yaml::SIZE_LIMIT).map_err(|error| Failure::read(l, &error))?;
    let node = peil::yaml::parse(file, &sources, &mut out);
    let read = node.and_then(|node| read_sheet(&node, questionnaire, &Codec::new(questionnaire), &mut out));
    if out.has_errors() {
        ui.problems(&out, &sources);
    }
    let (mut sheet, noted) = read
        .filter(|_| !out.has_errors())
        .ok_or_else(|| Failure::new(failure::broken_answers(l, &path.display().to_string())))?;
    // Places in a file that will be written anew mean nothing.
    sheet.entries.iter_mut().for_each(|entry| entry.span = None);
    let version = Version::parse(&sheet.questionnaire.version).filter(|version| *version < questionnaire.number());
    Ok((sheet, version.map(|version| noted.mapped(questionnaire, version))))
}

fn answered(sheet: &Sheet) -> usize {
    sheet.entries.iter().filter(|entry| entry.answer.is_some()).count()
}
