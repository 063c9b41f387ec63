//! Before the first question: who will see what, for which council, in which role.

use peil::language::interview::{self as words, Opening};
use peil::language::length::Length;
use peil::language::{failure, form};
use peil::questionnaire::Questionnaire;
use peil::responses::{Register, Respondent, Sheet, SheetCouncil, Status, Voice, Wave, date, length};

use super::councils;
use super::front::{Front, Stop};
use crate::args::Assess;
use crate::failure::Failure;
use crate::inputs;
use crate::ui::Ui;

/// Says what happens with the answers and asks what was not given, the council from a register if there is one; the sheet
/// has no respondent's number yet.
pub(super) fn ask(
    ui: &Ui,
    args: &Assess,
    q: &Questionnaire,
    register: Option<&Register>,
    front: &mut dyn Front,
) -> Result<Sheet, Stop> {
    let l = ui.language;
    let wave = args.wave.as_ref().map(|text| Wave::parse(text).ok_or_else(|| refused(ui, "--wave", text, &["2026"])));
    let mut wave = wave.transpose()?;
    let keep_until = args.keep_until.as_ref();
    let keep_until =
        keep_until.map(|text| date(text).ok_or_else(|| refused(ui, "--keep-until", text, &["2028-12-31"])));
    let keep_until = keep_until.transpose()?;
    let given = args.role.as_ref().map(|text| inputs::voice(ui, q, text)).transpose()?;
    let minimum = &q.scoring.minimum_group;
    let about = Opening {
        title: q.title.get(&ui.tag),
        length: how_much(q, given, args.quick),
        folder: &args.folder.display().to_string(),
        keep_until: keep_until.map(|day| (day.year(), day.month(), day.day())),
        group: u64::from(minimum.respondents),
        comments: u64::from(minimum.comments),
    };
    front.opening(&words::opening(l, &about))?;
    let council = match (&args.council, register) {
        (Some(id), _) if id.trim().is_empty() => return Err(refused(ui, "--council", id, &["41048"]).into()),
        (Some(id), _) => named(id, args.name.clone()),
        (None, Some(register)) => {
            // What councils are called depends on it.
            wave = or_asked(ui, wave, front)?;
            let list = councils::listed(register, wave);
            let one = &list[front.find(&list)?];
            // The register calls a council without a name by its code, which is no name to keep.
            named(&one.id, Some(one.name.clone()).filter(|name| *name != one.id))
        }
        (None, None) => {
            let id = needed(ui, words::ask_council(l), front)?;
            let name = match &args.name {
                Some(name) => name.clone(),
                None => front.ask(words::ask_council_name(l))?,
            };
            wave = or_asked(ui, wave, front)?;
            named(&id, Some(name))
        }
    };
    let voice = match given {
        Some(voice) => voice,
        None => asked_role(ui, q, front)?,
    };
    let shown_by_role = voice.role().is_some() && front.confirm(words::ask_shown(l))?;
    Ok(Sheet {
        questionnaire: super::reference(q),
        quick: args.quick,
        council,
        wave,
        respondent: Respondent { id: None, voice },
        shown_by_role,
        keep_until,
        status: Status::Draft,
        saved: None,
        entries: Vec::new(),
    })
}

/// How much is asked; here each row of a grid, and what is on paper and in practice, is a question of its own.
fn how_much(q: &Questionnaire, given: Option<Voice>, quick: bool) -> Length {
    let role = given.and_then(Voice::role);
    let asked = (0..q.columns.len()).filter(|&column| q.question_of(column).is_meant_for(role, quick));
    Length { questions: asked.count(), ..length(q, given, quick) }
}

fn named(id: &str, name: Option<String>) -> SheetCouncil {
    let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    SheetCouncil { id: id.trim().to_owned(), name, classes: Vec::new() }
}

/// The role that is chosen, if any; not asked where there are none.
fn asked_role(ui: &Ui, q: &Questionnaire, front: &mut dyn Front) -> Result<Voice, Stop> {
    if q.roles.is_empty() {
        return Ok(Voice::Person);
    }
    let mut options: Vec<String> = q.roles.iter().map(|role| role.title.get(&ui.tag).to_owned()).collect();
    options.push(words::no_role(ui.language).to_owned());
    let role = front.pick(words::ask_role(ui.language), &options)?;
    Ok(if role < q.roles.len() { Voice::Role(role) } else { Voice::Person })
}

/// Asks until something is typed.
fn needed(ui: &Ui, prompt: &str, front: &mut dyn Front) -> Result<String, Stop> {
    loop {
        let line = front.ask(prompt)?;
        if !line.is_empty() {
            return Ok(line);
        }
        front.say(words::needed(ui.language))?;
    }
}

/// The wave that was given, else what is typed; it may stay empty.
fn or_asked(ui: &Ui, given: Option<Wave>, front: &mut dyn Front) -> Result<Option<Wave>, Stop> {
    if given.is_some() {
        return Ok(given);
    }
    loop {
        let line = front.ask(words::ask_wave(ui.language))?;
        let wave = Wave::parse(&line);
        if wave.is_some() || line.is_empty() {
            return Ok(wave);
        }
        front.say(&form::not_a_wave(ui.language))?;
    }
}

fn refused(ui: &Ui, flag: &str, value: &str, examples: &[&str]) -> Failure {
    let examples: Vec<String> = examples.iter().map(|example| failure::for_example(ui.language, example)).collect();
    Failure::new(failure::invalid_value(ui.language, flag, value, &examples, None))
}
