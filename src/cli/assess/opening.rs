//! Before the first question: who will see what, for which council, in which role; and how that is corrected.

use peil::interview::Head;
use peil::language::interview::{self as words, Opening};
use peil::language::length::Length;
use peil::language::{Language, form};
use peil::questionnaire::Questionnaire;
use peil::responses::{Register, Respondent, Sheet, SheetCouncil, Status, Voice, Wave, length};

use super::councils::{self, Listed};
use super::front::{Front, Stop};
use super::given::{Given, instead, said};
use crate::args::Assess;
use crate::ui::Ui;

/// Says what happens with the answers and asks what was not given, the council from a register if there is one; the sheet
/// has no respondent's number yet.
pub(super) fn ask(
    ui: &Ui,
    args: &Assess,
    q: &Questionnaire,
    given: &Given,
    register: Option<&Register>,
    front: &mut dyn Front,
) -> Result<Sheet, Stop> {
    let l = ui.language;
    let minimum = &q.scoring.minimum_group;
    let about = Opening {
        title: q.title.get(&ui.tag),
        length: how_much(q, given.voice, args.quick),
        folder: &args.folder.display().to_string(),
        keep_until: given.keep_until.map(|day| (day.year(), day.month(), day.day())),
        group: u64::from(minimum.respondents),
        comments: u64::from(minimum.comments),
    };
    front.opening(&words::opening(l, &about))?;
    let mut wave = given.wave;
    let council = match (&given.council, register) {
        (Some(id), _) => named(id.clone(), given.name_in(register, wave).as_deref()),
        (None, Some(register)) => {
            // What councils are called depends on it.
            wave = or_asked(ui, wave, front)?;
            found(register, wave, front)?
        }
        (None, None) => {
            let council = typed(ui, given.name.as_ref(), front)?;
            wave = or_asked(ui, wave, front)?;
            council
        }
    };
    let voice = match given.voice {
        Some(voice) => voice,
        None => asked_role(ui, q, front)?,
    };
    Ok(Sheet {
        questionnaire: super::reference(q),
        quick: args.quick,
        council,
        wave,
        respondent: Respondent { id: None, voice },
        shown_by_role: asked_shown(ui, voice, front)?,
        keep_until: given.keep_until,
        status: Status::Draft,
        saved: None,
        entries: Vec::new(),
    })
}

/// Lets the respondent correct one part of what was given: which one, and anew what it is. `None` for nothing.
pub(super) fn correct(
    ui: &Ui,
    q: &Questionnaire,
    head: Head,
    register: Option<&Register>,
    front: &mut dyn Front,
) -> Result<Option<Head>, Stop> {
    let l = ui.language;
    let [council, wave, role, shown, _] = head.lines(q, l, &ui.tag);
    let lines = [(Part::Council, council), (Part::Wave, wave), (Part::Role, role), (Part::Shown, shown)];
    let (parts, mut options): (Vec<Part>, Vec<String>) = (lines.into_iter())
        .filter(|(_, line)| line.matters)
        .map(|(part, line)| (part, words::head_line(l, line.name, line.value.as_deref())))
        .unzip();
    options.push(words::correct_nothing(l).to_owned());
    let chosen = front.pick(words::which_to_correct(l), &options)?;
    Ok(match parts.get(chosen) {
        None => None,
        Some(Part::Council) => {
            let asked = match register {
                Some(register) => found(register, head.wave, front)?,
                None => typed(ui, None, front)?,
            };
            let council = instead(head.council, asked.id, Some(asked.name.as_deref().unwrap_or_default()));
            Some(Head { council, ..head })
        }
        Some(Part::Wave) => Some(Head { wave: wave_anew(ui, head.wave, front)?, ..head }),
        Some(Part::Role) => Some(in_role(ui, head, asked_role(ui, q, front)?, front)?),
        Some(Part::Shown) => Some(Head { shown_by_role: asked_shown(ui, head.voice, front)?, ..head }),
    })
}

/// What can be corrected.
enum Part {
    Council,
    Wave,
    Role,
    Shown,
}

/// A head in another role, with what its respondent says to being shown in that one: what was agreed to was about the
/// role of then.
pub(super) fn in_role(ui: &Ui, head: Head, voice: Voice, front: &mut dyn Front) -> Result<Head, Stop> {
    if head.voice == voice {
        return Ok(head);
    }
    Ok(Head { voice, shown_by_role: asked_shown(ui, voice, front)?, ..head })
}

/// Whether answers may be shown by role; not asked of whoever has none.
fn asked_shown(ui: &Ui, voice: Voice, front: &mut dyn Front) -> Result<bool, Stop> {
    Ok(voice.role().is_some() && front.confirm(words::ask_shown(ui.language))?)
}

/// A council of the register, by the name it has in a round.
fn found(register: &Register, wave: Option<Wave>, front: &mut dyn Front) -> Result<SheetCouncil, Stop> {
    let list = councils::listed(register, wave);
    let Listed { id, .. } = list[front.find(&list)?].clone();
    let name = councils::name_of(register, &id, wave);
    Ok(named(id, name.as_deref()))
}

/// A council as it is typed, with the name that was given or one that is typed too.
fn typed(ui: &Ui, name: Option<&String>, front: &mut dyn Front) -> Result<SheetCouncil, Stop> {
    let id = needed(ui, words::ask_council(ui.language), front)?;
    let name = match name {
        Some(name) => name.clone(),
        None => front.ask(words::ask_council_name(ui.language))?,
    };
    Ok(named(id, Some(&name)))
}

fn named(id: String, name: Option<&str>) -> SheetCouncil {
    SheetCouncil { id, name: name.and_then(said), classes: Vec::new() }
}

/// How much is asked; here each row of a grid, and what is on paper and in practice, is a question of its own.
fn how_much(q: &Questionnaire, given: Option<Voice>, quick: bool) -> Length {
    let role = given.and_then(Voice::role);
    let asked = (0..q.columns.len()).filter(|&column| q.question_of(column).is_meant_for(role, quick));
    Length { questions: asked.count(), ..length(q, given, quick) }
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
    asked_wave(ui, words::ask_wave(ui.language), |line| line.is_empty().then_some(None), front)
}

/// The wave that is typed in the place of another one. Typing nothing leaves it as it is: what was given does not go by a
/// key that is pressed in passing.
fn wave_anew(ui: &Ui, before: Option<Wave>, front: &mut dyn Front) -> Result<Option<Wave>, Stop> {
    let Some(wave) = before else { return or_asked(ui, None, front) };
    let is_none = |line: &str| Language::ALL.into_iter().any(|l| line.eq_ignore_ascii_case(words::no_wave(l)));
    let otherwise = |line: &str| match line {
        "" => Some(before),
        _ => is_none(line).then_some(None),
    };
    asked_wave(ui, &words::ask_wave_anew(ui.language, &wave.to_string()), otherwise, front)
}

/// Asks until a wave is typed, or what stands for something else.
fn asked_wave(
    ui: &Ui,
    prompt: &str,
    otherwise: impl Fn(&str) -> Option<Option<Wave>>,
    front: &mut dyn Front,
) -> Result<Option<Wave>, Stop> {
    loop {
        let line = front.ask(prompt)?;
        if let Some(wave) = Wave::parse(&line).map(Some).or_else(|| otherwise(&line)) {
            return Ok(wave);
        }
        front.say(&form::not_a_wave(ui.language))?;
    }
}
