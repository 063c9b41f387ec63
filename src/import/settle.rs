//! Who comes first where several say whom answers are about: the command line, then the mapping, then the file itself. One
//! rule for forms, workbooks and the rows of an export.

use jiff::civil::Date;

use super::account::Account;
use super::mapping::{Mapping, Origin};
use super::text::plain;
use crate::language::import::account::Before;
use crate::questionnaire::Questionnaire;
use crate::responses::{Sheet, Voice, Wave};

/// What the command line settles for all answers.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// The id of the council.
    pub council: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// The round.
    pub wave: Option<Wave>,
    /// The role, or the consensus.
    pub voice: Option<Voice>,
}

/// What is said in one field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said<T> {
    Nothing,
    This(T),
    /// A text that means nothing.
    Unclear,
}

/// What is said in one field before the file has its say; never nothing.
#[derive(Debug)]
pub(super) struct First<T> {
    said: Said<T>,
    pub(super) shown: String,
    by: Before,
}

/// What the command line and the mapping say about all answers of one file.
#[derive(Debug)]
pub(super) struct Firsts {
    pub(super) council: Option<First<String>>,
    pub(super) name: Option<First<String>>,
    pub(super) wave: Option<First<Wave>>,
    pub(super) voice: Option<First<Voice>>,
    keep_until: Option<First<Date>>,
    shown_by_role: Option<First<bool>>,
    pub(super) classes: Vec<(String, String)>,
    /// What all answers of the file have in common, because one person gave them.
    pub(super) person: Option<String>,
}

impl Firsts {
    pub(super) fn new(q: &Questionnaire, mapping: &Mapping, settled: &Settled, file: &str) -> Firsts {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let text = |text: &str| Some(text.to_owned());
        let voiced = |voice: &Voice| voice.id(q).unwrap_or_default().to_owned();
        let mapped =
            |origin: Option<&Origin>| first("", None, String::clone, origin, stem, text).map(|first| first.shown);
        let class = |(class, origin): &(String, Origin)| Some((class.clone(), mapped(Some(origin))?));
        Firsts {
            council: first("council", settled.council.clone(), String::clone, mapping.council.as_ref(), stem, text),
            name: first("name", settled.name.clone(), String::clone, mapping.name.as_ref(), stem, text),
            wave: first("wave", settled.wave, Wave::to_string, mapping.wave.as_ref(), stem, Wave::parse),
            voice: first("role", settled.voice, voiced, mapping.role.as_ref(), stem, |text| Voice::named(text, q)),
            keep_until: mapping.keep_until.map(|day| First::mapped(day, day.to_string())),
            shown_by_role: mapping.shown_by_role.then(|| First::mapped(true, "true".to_owned())),
            classes: mapping.classes.iter().filter_map(class).collect(),
            person: mapped(mapping.respondent.as_ref()),
        }
    }

    /// Whether the file is not asked for this field.
    pub(super) fn settle(&self, word: &str) -> bool {
        match word {
            "council" => self.council.is_some(),
            "name" => self.name.is_some(),
            "wave" => self.wave.is_some(),
            "role" => self.voice.is_some(),
            "keep_until" => self.keep_until.is_some(),
            "shown_by_role" => self.shown_by_role.is_some(),
            _ => false,
        }
    }

    /// The field for which the name of the file should tell, and does not.
    pub(super) fn unclear(&self) -> Option<&'static str> {
        let fields = [
            ("wave", self.wave.as_ref().is_some_and(First::is_unclear)),
            ("role", self.voice.as_ref().is_some_and(First::is_unclear)),
            ("council", self.council.as_ref().is_some_and(First::is_unclear)),
        ];
        fields.into_iter().find(|(_, is)| *is).map(|(word, _)| word)
    }

    /// Whether the file is about another council than it should be about. What it calls that one is not the name of this.
    pub(super) fn is_about_another(&self, said: &Said<String>) -> bool {
        let first = self.council.as_ref().map(|first| &first.said);
        matches!((first, said), (Some(Said::This(first)), Said::This(said)) if first != said)
    }

    /// Lays what comes first over a sheet, in which the fields named in `unclear` hold texts that mean nothing.
    pub(super) fn over_sheet(&self, sheet: &mut Sheet, unclear: &[&str], account: &mut Account) {
        let council = &mut sheet.council;
        let id = said("council", unclear, Some(council.id.clone()).filter(|id| !id.is_empty()));
        if self.is_about_another(&id) {
            council.name = None;
            council.classes.clear();
        }
        council.id = over("council", self.council.as_ref(), id, account).value().unwrap_or_default();
        council.name = over("name", self.name.as_ref(), said("name", unclear, council.name.take()), account).value();
        for (class, value) in &self.classes {
            council.classes.retain(|(known, _)| known != class);
            council.classes.push((class.clone(), value.clone()));
        }
        sheet.wave = over("wave", self.wave.as_ref(), said("wave", unclear, sheet.wave), account).value();
        let voice = Some(sheet.respondent.voice).filter(|voice| *voice != Voice::Person);
        let voice = over("role", self.voice.as_ref(), said("role", unclear, voice), account).value();
        sheet.respondent.voice = voice.unwrap_or_default();
        let day = said("keep_until", unclear, sheet.keep_until);
        sheet.keep_until = over("keep_until", self.keep_until.as_ref(), day, account).value();
        let shown = said("shown_by_role", unclear, Some(sheet.shown_by_role));
        let shown = over("shown_by_role", self.shown_by_role.as_ref(), shown, account).value();
        sheet.shown_by_role = shown.unwrap_or_default();
    }
}

impl<T> First<T> {
    fn mapped(value: T, shown: String) -> First<T> {
        First { said: Said::This(value), shown, by: Before::Mapping }
    }

    fn is_unclear(&self) -> bool {
        matches!(self.said, Said::Unclear)
    }
}

impl<T> Said<T> {
    pub(super) fn value(self) -> Option<T> {
        match self {
            Said::This(value) => Some(value),
            Said::Nothing | Said::Unclear => None,
        }
    }
}

/// What comes first, else what the file says. That it said something else is noted.
pub(super) fn over<T: Clone + PartialEq>(
    word: &'static str,
    first: Option<&First<T>>,
    said: Said<T>,
    account: &mut Account,
) -> Said<T> {
    let Some(first) = first else { return said };
    if said != Said::Nothing && said != first.said {
        account.overruled(word, first.by, &first.shown);
    }
    first.said.clone()
}

/// What a text means: what the mapping says of it, else what it says itself.
pub(super) fn meaning<T>(
    word: &str,
    text: &str,
    values: &[(String, String)],
    parse: impl Fn(&str) -> Option<T>,
) -> Said<T> {
    let text = plain(text);
    let meant = values.iter().find(|(known, _)| *known == text).map(|(_, meant)| meant.as_str());
    if text.is_empty() || meant == Some("ignore") {
        return Said::Nothing;
    }
    // With a list of councils a name that is not on it is not the id of one, unless it is.
    let on_list = values.is_empty() || values.iter().any(|(_, meant)| *meant == text);
    let text_itself = (on_list || word != "council").then_some(text.as_str());
    meant.or(text_itself).and_then(parse).map_or(Said::Unclear, Said::This)
}

fn first<T>(
    word: &str,
    given: Option<T>,
    shown: impl Fn(&T) -> String,
    origin: Option<&Origin>,
    stem: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<First<T>> {
    if let Some(value) = given {
        return Some(First { shown: shown(&value), said: Said::This(value), by: Before::Flag });
    }
    let (text, values) = match origin? {
        Origin::Fixed(text) => (text.as_str(), &[][..]),
        Origin::FileName(values) => (stem, values.as_slice()),
        Origin::Column(..) => return None,
    };
    match meaning(word, text, values, parse) {
        Said::Nothing => None,
        Said::This(value) => {
            let shown = shown(&value);
            Some(First::mapped(value, shown))
        }
        Said::Unclear => Some(First { said: Said::Unclear, shown: plain(text), by: Before::Mapping }),
    }
}

fn said<T>(word: &str, unclear: &[&str], value: Option<T>) -> Said<T> {
    if unclear.contains(&word) { Said::Unclear } else { value.map_or(Said::Nothing, Said::This) }
}
