//! `peil assess`: the interview, at a terminal or in plain lines. This module owns who talks to whom and when the draft
//! is saved; what may be answered is decided in `peil::interview`.

mod commands;
mod councils;
pub(crate) mod draft;
mod drafts;
mod drawn;
mod front;
mod interrupt;
mod opening;
mod plain;
mod plain_line;
mod previous;

use peil::diagnostics::Diagnostics;
use peil::interview::{Input, Interview};
use peil::language::versions::{self, Mapped};
use peil::language::{failure, interview as words};
use peil::questionnaire::{Questionnaire, SHIPPED, Version, shipped};
use peil::responses::{Codec, Reference, Sheet, read_sheet};
use peil::source::Sources;

use crate::args::Assess;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inputs::named_questionnaire;
use crate::ui::Ui;

use commands::Commands;
use draft::Draft;
use drawn::Drawn;
use front::{Front, Stop, Turn};
use plain::Plain;
use previous::Previous;

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
    let given = args.questionnaire.as_ref().map(|name| named_questionnaire(ui, name, &mut Sources::new()));
    let given = given.transpose()?;
    // Before anything is drawn, so that what is wrong with the register stays on the screen.
    let register = match (&args.councils, &given) {
        (Some(path), Some(questionnaire)) => Some(councils::read(ui, path, questionnaire)?),
        (Some(path), None) => Some(councils::read(ui, path, &main_questionnaire(ui)?)?),
        (None, _) => None,
    };
    let found = match &args.resume {
        Some(path) => Some(path.clone()),
        None if args.new => None,
        None => drafts::choose(ui, args, given.as_ref(), front)?,
    };
    let questionnaire = match (given, &found) {
        (Some(questionnaire), _) => questionnaire,
        (None, Some(path)) => drafts::questionnaire_of(ui, path)?,
        (None, None) => main_questionnaire(ui)?,
    };
    let previous = args.previous.as_ref().map(|path| read(ui, path, &questionnaire)).transpose()?;
    let previous = previous.map(|(sheet, _)| Previous { sheet, questionnaire: &questionnaire });
    let stands_before = |now: &Sheet, front: &mut dyn Front| match &previous {
        Some(previous) => previous.stands_before(ui, args, now, front),
        None => Ok(()),
    };
    let (draft, sheet) = match found {
        Some(path) => {
            let draft = Draft::lock(ui.language, path.clone())?;
            let (mut sheet, earlier) = read(ui, &path, &questionnaire)?;
            stands_before(&sheet, front)?;
            // From here on it is no copy of what the form saved.
            sheet.saved = sheet.saved.map(|number| number.saturating_add(1));
            front.say(&words::going_on(ui.language, &draft.shown(), answered(&sheet)))?;
            if let Some(done) = earlier {
                let (was, now) = (&sheet.questionnaire.version, &questionnaire.version);
                front.say(&versions::goes_on_as(ui.language, was, now, done))?;
                sheet.questionnaire = reference(&questionnaire);
            }
            (draft, sheet)
        }
        None => {
            let mut sheet = opening::ask(ui, args, &questionnaire, register.as_ref(), front)?;
            stands_before(&sheet, front)?;
            let draft = Draft::create(ui.language, &args.folder, args.seed)?;
            sheet.respondent.id = Some(draft.id());
            (draft, sheet)
        }
    };
    let interview = Interview::resume(&questionnaire, sheet)
        .with_previous(previous.map(|previous| previous.sheet.entries).unwrap_or_default());
    draft.save(ui.language, &interview, place)?;
    let commands = Commands::new(args, &questionnaire, &draft.shown());
    place.is(words::draft_is_at(ui.language, &draft.shown(), &commands.resume));
    talk(ui, interview, &draft, &commands, front, place)
}

/// The conversation itself; every change is saved before the next question is shown.
fn talk(
    ui: &Ui,
    mut interview: Interview<'_>,
    draft: &Draft,
    commands: &Commands,
    front: &mut dyn Front,
    place: &interrupt::Place,
) -> Result<Exit, Stop> {
    let l = ui.language;
    loop {
        let input = match front.turn(&interview)? {
            Turn::Do(input) => input,
            Turn::Quit => {
                front.part(&words::draft_is_at(l, &draft.shown(), &commands.resume))?;
                return Ok(Exit::Done);
            }
            Turn::Stop => return Err(Stop::Gone),
        };
        let last = input == Input::Finish;
        match interview.accept(input) {
            Err(refused) => front.refused(refused)?,
            Ok(effect) => {
                if effect.changed {
                    draft.save(l, &interview, place)?;
                }
                let question = |column: &usize| interview.question_words(*column, l, &ui.tag);
                for column in &effect.parked {
                    front.say(&words::parked(l, &question(column)))?;
                }
                for column in &effect.restored {
                    front.say(&words::restored(l, &question(column)))?;
                }
                if last {
                    front.part(&words::finished(l, &draft.shown(), &commands.score))?;
                    return Ok(Exit::Done);
                }
            }
        }
    }
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
