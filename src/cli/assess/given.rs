//! What the flags say that goes for all answers: read before anything is asked. It fills in the head of new answers and
//! replaces what a draft says.

use jiff::civil::Date;
use peil::interview::Head;
use peil::language::failure;
use peil::questionnaire::Questionnaire;
use peil::responses::{Register, Sheet, SheetCouncil, Voice, Wave, date};

use super::councils;
use crate::args::Assess;
use crate::failure::Failure;
use crate::inputs;
use crate::ui::Ui;

/// What was given; `None` where nothing was.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) council: Option<String>,
    /// Empty where there is to be none.
    pub(super) name: Option<String>,
    pub(super) wave: Option<Wave>,
    pub(super) voice: Option<Voice>,
    pub(super) keep_until: Option<Date>,
}

impl Given {
    /// Reads the flags.
    ///
    /// # Errors
    /// One that says nothing sensible.
    pub(super) fn read(ui: &Ui, args: &Assess, q: &Questionnaire) -> Result<Given, Failure> {
        let wave = read(ui, "--wave", args.wave.as_ref(), "2026", Wave::parse)?;
        let keep_until = read(ui, "--keep-until", args.keep_until.as_ref(), "2028-12-31", date)?;
        let voice = args.role.as_ref().map(|text| inputs::voice(ui, q, text)).transpose()?;
        let council = read(ui, "--council", args.council.as_ref(), "41048", said)?;
        Ok(Given { council, name: args.name.clone(), wave, voice, keep_until })
    }

    /// Whether a draft is the one that is meant; one of another council, round or role is someone else's.
    pub(super) fn fits(&self, sheet: &Sheet) -> bool {
        let council = self.council.as_deref().is_none_or(|council| council == sheet.council.id);
        let voice = self.voice.is_none_or(|voice| voice == sheet.respondent.voice);
        council && voice && (self.wave.is_none() || self.wave == sheet.wave)
    }

    /// The name that goes with the council in a wave: the one that was given, else that in the register.
    pub(super) fn name_in(&self, register: Option<&Register>, wave: Option<Wave>) -> Option<String> {
        let in_register = || councils::name_of(register?, self.council.as_deref()?, wave);
        self.name.clone().or_else(in_register)
    }

    /// A head with what was given in the place of what it said; the rest stays.
    pub(super) fn over(&self, head: Head, register: Option<&Register>) -> Head {
        let wave = self.wave.or(head.wave);
        let id = self.council.clone().unwrap_or(head.council.id.clone());
        Head {
            council: instead(head.council, id, self.name_in(register, wave).as_deref()),
            wave,
            voice: self.voice.unwrap_or(head.voice),
            keep_until: self.keep_until.or(head.keep_until),
            ..head
        }
    }
}

/// The council that comes in the place of another one, with a name where that is said. A name and classes are those of a
/// council: what is not said stays where it is the same one, and only there.
pub(super) fn instead(before: SheetCouncil, id: String, name: Option<&str>) -> SheetCouncil {
    let (kept, classes) = if before.id.trim() == id { (before.name, before.classes) } else { (None, Vec::new()) };
    SheetCouncil { id, name: name.map_or(kept, said), classes }
}

/// A text without the blanks around it; `None` where there is nothing else.
pub(super) fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn read<T>(
    ui: &Ui,
    flag: &str,
    value: Option<&String>,
    example: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Failure> {
    let l = ui.language;
    let refused = |value| failure::invalid_value(l, flag, value, &[failure::for_example(l, example)], None);
    value.map(|value| parse(value).ok_or_else(|| Failure::new(refused(value)))).transpose()
}
