//! Who a row is about: council, wave, role, and which rows are one person's. The person's name goes no further.

use super::account::{Account, Reason};
use super::columns::Use;
use super::mapping::{Mapping, Origin};
use super::names::By;
use super::preset::{Preset, is_among};
use super::table::{Line, Table};
use super::text::plain;
use super::values::Why;
use crate::questionnaire::{Questionnaire, Version};
use crate::responses::{SheetCouncil, Voice, Wave, earlier_version};

/// What the command line settles for all rows, before the mapping.
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

/// Who a row is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) council: SheetCouncil,
    pub(super) wave: Option<Wave>,
    pub(super) voice: Voice,
    pub(super) quick: bool,
    /// Tells the rows of one person from those of others; never written.
    pub(super) person: Option<String>,
    pub(super) finished: bool,
    /// The version that was answered, where that is an earlier one.
    pub(super) earlier: Option<Version>,
}

/// One part of the head, as a row says it.
struct Part<'t> {
    text: &'t str,
    place: &'t str,
    values: &'t [(String, String)],
}

/// The reader of heads for one export.
pub(super) struct Heads<'a> {
    q: &'a Questionnaire,
    mapping: &'a Mapping,
    settled: &'a Settled,
    table: &'a Table,
    uses: &'a [Use],
    file_name: String,
    person: Option<usize>,
    finished: Option<usize>,
}

impl<'a> Heads<'a> {
    pub(super) fn new(
        q: &'a Questionnaire,
        mapping: &'a Mapping,
        settled: &'a Settled,
        table: &'a Table,
        uses: &'a [Use],
        file: &str,
    ) -> Heads<'a> {
        let own = |word: &str| {
            let is = |(index, use_of): &(usize, &Use)| {
                // Also where the mapping sets it aside: what nobody keeps may still tell people apart.
                let is_set_aside = matches!(use_of, Use::Own | Use::Ignored);
                is_set_aside && table.headings[*index].name.to_lowercase() == word
            };
            uses.iter().enumerate().find(is).map(|(index, _)| index)
        };
        let persons = table.preset.person.split('|').filter(|word| !word.is_empty());
        let finished = table.preset.finished.and_then(own);
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let file_name = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let person = persons.filter_map(own).next();
        Heads { q, mapping, settled, table, uses, file_name, person, finished }
    }

    /// Whether anything says which council the rows are about.
    pub(super) fn knows_council(&self) -> bool {
        self.settled.council.is_some() || self.mapping.council.is_some() || self.column("council").is_some()
    }

    /// Who a row is about; `None` when that cannot be told, which is noted in the account.
    pub(super) fn read(&self, line: &Line, account: &mut Account) -> Option<Head> {
        let settled = self.settled;
        let council = match &settled.council {
            Some(id) => id.clone(),
            None if self.knows_council() => self.council(line, account)?,
            // What is in the row can still be looked at.
            None => String::new(),
        };
        let name = settled.name.clone().or_else(|| self.meant("name", self.mapping.name.as_ref(), line));
        let wave = match settled.wave {
            Some(wave) => Some(wave),
            None => self.checked("wave", self.mapping.wave.as_ref(), line, account, Wave::parse).ok()?,
        };
        let voice = match settled.voice {
            Some(voice) => voice,
            None => {
                let voice = |text: &str| self.voice(text);
                let said = self.checked("role", self.mapping.role.as_ref(), line, account, voice).ok()?;
                said.unwrap_or_default()
            }
        };
        let quick = self.checked("scan", None, line, account, |text| match text {
            "quick" => Some(true),
            "full" => Some(false),
            _ => None,
        });
        let quick = quick.ok()?.unwrap_or(self.mapping.quick);
        let earlier = self.checked("questionnaire", None, line, account, |text| self.version(text)).ok()?.flatten();
        let class = |(class, from): &(String, Origin)| Some((class.clone(), self.meant("", Some(from), line)?));
        let classes = self.mapping.classes.iter().filter_map(class).collect();
        let finished = self.finished.is_none_or(|column| {
            let cell = line.cells[column].trim();
            !cell.is_empty() && !is_among(self.table.preset.not_shown, cell)
        });
        let council = SheetCouncil { id: council, name, classes };
        Some(Head { council, wave, voice, quick, person: self.person(line), finished, earlier })
    }

    /// The version that a reference such as `survey@1.0.0` names, where that is an earlier one; `None` where answers to
    /// it cannot be taken.
    fn version(&self, text: &str) -> Option<Option<Version>> {
        if text == self.q.reference() {
            return Some(None);
        }
        let (id, version) = text.split_once('@')?;
        earlier_version(version, self.q).filter(|_| id == self.q.id).map(Some)
    }

    fn council(&self, line: &Line, account: &mut Account) -> Option<String> {
        match self.checked("council", self.mapping.council.as_ref(), line, account, |text| Some(text.to_owned())) {
            Ok(Some(id)) => Some(id),
            Ok(None) => {
                account.left_out(Reason::NoCouncil, line.number);
                None
            }
            Err(()) => None,
        }
    }

    /// A role by its id, or its title in any language, or the consensus by its word.
    fn voice(&self, text: &str) -> Option<Voice> {
        let is = |(_, title): (_, &str)| plain(title) == text;
        let titled = || self.q.roles.iter().position(|role| role.title.iter().any(is)).map(Voice::Role);
        Voice::of(text, self.q).or_else(titled)
    }

    /// A part of the head as `parse` understands it; `None` when the row says nothing. A text that means nothing leaves
    /// the row out, since nobody can tell where it belongs.
    fn checked<T>(
        &self,
        word: &str,
        from: Option<&Origin>,
        line: &Line,
        account: &mut Account,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ()> {
        let Some(part) = self.part(word, from, line) else { return Ok(None) };
        let text = plain(part.text);
        let meant = part.values.iter().find(|(known, _)| *known == text).map(|(_, meant)| meant.as_str());
        if text.is_empty() || meant == Some("ignore") {
            return Ok(None);
        }
        // With a list of councils a name that is not on it is not the id of one, unless it is.
        let on_list = part.values.is_empty() || part.values.iter().any(|(_, meant)| *meant == text);
        let text_itself = (on_list || word != "council").then_some(text.as_str());
        let found = meant.or(text_itself).and_then(parse);
        if found.is_none() {
            let unmatched = (part.place.to_owned(), word.to_owned(), text.clone(), Why::Unknown);
            account.unplaced.push((unmatched, line.number));
            account.left_out(Reason::Head(word.to_owned()), line.number);
        }
        found.map(Some).ok_or(())
    }

    /// A part of the head as it is written or meant; `None` when the row says nothing.
    fn meant(&self, word: &str, from: Option<&Origin>, line: &Line) -> Option<String> {
        let part = self.part(word, from, line)?;
        let text = plain(part.text);
        let meant = part.values.iter().find(|(known, _)| *known == text).map(|(_, meant)| meant.clone());
        Some(meant.unwrap_or(text)).filter(|text| !text.is_empty() && text != "ignore")
    }

    fn part<'s>(&'s self, word: &str, from: Option<&'s Origin>, line: &'s Line) -> Option<Part<'s>> {
        let cell = |column: usize, values: &'s [(String, String)]| Part {
            text: &line.cells[column],
            place: &self.table.headings[column].place,
            values,
        };
        match from {
            Some(Origin::Fixed(text)) => Some(Part { text, place: "", values: &[] }),
            Some(Origin::FileName(values)) => Some(Part { text: &self.file_name, place: "", values }),
            Some(Origin::Column(key, values)) => {
                let column = self.table.headings.iter().position(|heading| heading.key == key.text)?;
                Some(cell(column, values))
            }
            None => Some(cell(self.column(word)?, &[])),
        }
    }

    /// The column that peil's own tables call so. What a mapping takes from it is that and nothing else.
    fn column(&self, word: &str) -> Option<usize> {
        let is =
            |(heading, use_of): (&super::table::Heading, &Use)| *use_of == Use::Head(By::Code) && heading.name == word;
        self.table.headings.iter().zip(self.uses).position(is)
    }

    /// What tells the rows of one person from those of others.
    fn person(&self, line: &Line) -> Option<String> {
        let said = self.meant("respondent", self.mapping.respondent.as_ref(), line);
        let own = || self.person.map(|column| plain(&line.cells[column]));
        let person = said.or_else(own)?.to_lowercase();
        let preset: &Preset = self.table.preset;
        let is_nobody = person.is_empty() || is_among(preset.nobody, &person) || is_among(preset.not_shown, &person);
        (!is_nobody).then_some(person)
    }
}
