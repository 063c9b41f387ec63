//! What goes for all answers: for which council, of which round, in which role. Given before the first question; it can
//! be corrected until the end, and no answer is lost by that.

use jiff::civil::Date;

use super::{Effect, Interview};
use crate::language::{Language, form, interview as words};
use crate::questionnaire::Questionnaire;
use crate::responses::{Sheet, SheetCouncil, Status, Voice, Wave};

/// What was given before the first question.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The council.
    pub council: SheetCouncil,
    /// The round.
    pub wave: Option<Wave>,
    /// As whom.
    pub voice: Voice,
    /// Whether roles may be shown in the workshop.
    pub shown_by_role: bool,
    /// Until when the answers are kept.
    pub keep_until: Option<Date>,
}

/// One part of a [`Head`], in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadLine {
    /// What it is.
    pub name: &'static str,
    /// What was given; `None` where nothing was.
    pub value: Option<String>,
    /// Whether it says something about these answers: not the role of a questionnaire without roles.
    pub matters: bool,
}

impl Head {
    /// That of a file of answers.
    pub fn of(sheet: &Sheet) -> Head {
        Head {
            council: sheet.council.clone(),
            wave: sheet.wave,
            voice: sheet.respondent.voice,
            shown_by_role: sheet.shown_by_role,
            keep_until: sheet.keep_until,
        }
    }

    /// Its parts in words, always the same ones in the same order: council, round, role, consent, day.
    pub fn lines(&self, q: &Questionnaire, l: Language, tag: &str) -> [HeadLine; 5] {
        let id = &self.council.id;
        let council = self.council.name.as_ref().map_or_else(|| id.clone(), |name| format!("{name} ({id})"));
        let shown = words::agreed(l, self.shown_by_role).to_owned();
        let keep = self.keep_until.map(|day| form::day(l, day.year(), day.month(), day.day()));
        let line = |name, value, matters| HeadLine { name, value, matters };
        [
            line(words::head_council(l), Some(council), true),
            line(words::head_wave(l), self.wave.map(|wave| wave.to_string()), true),
            line(words::head_role(l), voice_words(self.voice, q, l, tag), !q.roles.is_empty()),
            line(words::head_shown(l), Some(shown), self.shown_by_role || self.voice.role().is_some()),
            line(words::head_keep(l), keep, self.keep_until.is_some()),
        ]
    }
}

/// As whom someone answers, in words; `None` for whoever has no role.
pub fn voice_words(voice: Voice, q: &Questionnaire, l: Language, tag: &str) -> Option<String> {
    match voice {
        Voice::Person => None,
        Voice::Role(role) => Some(q.roles[role].title.get(tag).to_owned()),
        Voice::Consensus => Some(words::consensus(l).to_owned()),
    }
}

impl Interview<'_> {
    /// What goes for all answers now.
    pub fn head(&self) -> Head {
        Head::of(&self.sheet)
    }

    /// Corrects what goes for all answers. Another role is asked other questions: what it is not asked is set aside, and
    /// the conversation goes on where a draft would.
    pub fn correct(&mut self, head: Head) -> Effect {
        let (old, before) = (self.head(), self.parked());
        let changed = old != head;
        let is_other_role = old.voice != head.voice;
        let Head { council, wave, voice, shown_by_role, keep_until } = head;
        let sheet = &mut self.sheet;
        (sheet.council, sheet.wave, sheet.keep_until) = (council, wave, keep_until);
        (sheet.respondent.voice, sheet.shown_by_role) = (voice, shown_by_role);
        if is_other_role {
            // Whoever was done with the questions of one role is not done with those of another.
            sheet.status = Status::Draft;
            self.route();
            self.place = self.first_open();
        }
        self.effect(changed, &before)
    }
}
