//! Who a row is about: council, wave, role, and which rows are one person's. The person's name goes no further.

use super::account::{Account, Reason};
use super::changed::{Changed, Moment};
use super::columns::Use;
use super::mapping::{Mapping, Origin};
use super::names::By;
use super::persons::Person;
use super::preset::{NO_MOMENT, Preset, Words, is_among};
use super::settle::{First, Firsts, Said, Settled, meaning, over};
use super::table::{Line, Table};
use super::text::plain;
use super::values::Why;
use crate::questionnaire::{Questionnaire, Version};
use crate::responses::{SheetCouncil, Voice, Wave, earlier_version};

/// Who a row is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) council: SheetCouncil,
    pub(super) wave: Option<Wave>,
    pub(super) voice: Voice,
    pub(super) quick: bool,
    /// The voice that the row itself names.
    pub(super) said: Voice,
    /// Tells the rows of one person from those of others; never written.
    pub(super) person: Option<Known>,
    pub(super) finished: bool,
    /// The version that was answered, where that is an earlier one.
    pub(super) earlier: Option<Version>,
    pub(super) response: Option<Response>,
    pub(super) changed: Changed,
}

/// What a row says of who the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    text: String,
    /// Whether that is the tool's own: an address or a number that it wrote to, which several people may share.
    is_address: bool,
}

impl Known {
    pub(super) fn as_person(&self) -> Person<'_> {
        if self.is_address { Person::Address(&self.text) } else { Person::Id(&self.text) }
    }
}

/// What a tool calls a response: the same in every export of one survey, and in no other survey.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Response {
    /// Its number.
    pub(super) number: String,
    /// When it was begun, or whatever else sets it apart from that number in another survey.
    pub(super) moment: String,
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
    firsts: Firsts,
    table: &'a Table,
    uses: &'a [Use],
    person: Option<usize>,
    finished: Option<usize>,
    response: Option<usize>,
    moments: Vec<usize>,
    /// The columns with classes of which the mapping says nothing.
    classes: Vec<usize>,
    /// The columns that tell when a response was last changed, as far as they are there.
    changed: Vec<Option<usize>>,
    page: Option<usize>,
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
                let is_no_answer = matches!(use_of, Use::Own | Use::Ignored | Use::Head(_));
                is_no_answer && table.headings[*index].name.to_lowercase() == word
            };
            uses.iter().enumerate().find(is).map(|(index, _)| index)
        };
        let all = |words: Words| words.split('|').filter(|word| !word.is_empty()).filter_map(own).collect::<Vec<_>>();
        let preset = table.preset;
        let (person, response) = (all(preset.person).first().copied(), all(preset.response).first().copied());
        let moments = all(preset.moment);
        let changed = preset.changed.iter().map(|words| all(words).first().copied()).collect();
        let page = all(preset.page).first().copied();
        let finished = all(preset.finished).first().copied();
        let firsts = Firsts::new(q, mapping, settled, file);
        let is_mapped = |index: &usize| mapping.classes.iter().any(|(class, _)| *class == table.headings[*index].name);
        let classes = (0..uses.len()).filter(|&index| uses[index] == Use::Class).filter(|index| !is_mapped(index));
        let classes = classes.collect();
        Heads { q, mapping, firsts, table, uses, person, finished, response, moments, classes, changed, page }
    }

    /// Whether anything says which council the rows are about.
    pub(super) fn knows_council(&self) -> bool {
        self.firsts.council.is_some() || self.mapping.council.is_some() || self.column("council").is_some()
    }

    /// Who a row is about; `None` when that cannot be told, which is noted in the account.
    pub(super) fn read(&self, line: &Line, account: &mut Account) -> Option<Head> {
        let (firsts, mapping) = (&self.firsts, self.mapping);
        let council = self.council(line, account)?;
        let text = |text: &str| Some(text.to_owned());
        let id = self.said("council", mapping.council.as_ref(), line, text);
        // A name of another council is none of this one, nor are its classes.
        let is_this = !firsts.is_about_another(&id);
        let named = mapping.name.is_some() || is_this;
        let name = if named { self.said("name", mapping.name.as_ref(), line, text) } else { Said::Nothing };
        let name = over("name", firsts.name.as_ref(), name, account).value();
        let wave =
            self.checked("wave", firsts.wave.as_ref(), mapping.wave.as_ref(), line, account, Wave::parse).ok()?;
        let parse = |text: &str| Voice::named(text, self.q);
        let voice = self.checked("role", firsts.voice.as_ref(), mapping.role.as_ref(), line, account, parse).ok()?;
        let voice = voice.unwrap_or_default();
        let said = self.said("role", mapping.role.as_ref(), line, parse).value().unwrap_or(voice);
        let quick = self.checked("scan", None, None, line, account, |text| match text {
            "quick" => Some(true),
            "full" => Some(false),
            _ => None,
        });
        let quick = quick.ok()?.unwrap_or(self.mapping.quick);
        let earlier =
            self.checked("questionnaire", None, None, line, account, |text| self.version(text)).ok()?.flatten();
        let class = |(class, from): &(String, Origin)| {
            let settled = firsts.classes.iter().find(|(known, _)| known == class).map(|(_, value)| value.clone());
            Some((class.clone(), settled.or_else(|| self.said("", Some(from), line, text).value())?))
        };
        let mut classes: Vec<(String, String)> = mapping.classes.iter().filter_map(class).collect();
        let own = self.classes.iter().filter(|_| is_this).map(|&column| (column, plain(&line.cells[column])));
        let own = own.filter(|(_, value)| !value.is_empty());
        classes.extend(own.map(|(column, value)| (self.table.headings[column].name.clone(), value)));
        let finished = self.finished.is_none_or(|column| {
            let cell = line.cells[column].trim();
            !cell.is_empty() && !is_among(self.table.preset.not_shown, cell)
        });
        let council = SheetCouncil { id: council, name, classes };
        let (response, changed, person) = (self.response(line), self.changed(line), self.person(line));
        Some(Head { council, wave, voice, said, quick, person, finished, earlier, response, changed })
    }

    /// The version that a reference such as `survey@1.0.0` names, where that is an earlier one; `None` where answers to
    /// it cannot be taken.
    fn version(&self, text: &str) -> Option<Option<Version>> {
        if text == self.q.reference() {
            return Some(None);
        }
        earlier(text, self.q).map(Some)
    }

    /// What the tool calls the response, where it has a number and a moment.
    fn response(&self, line: &Line) -> Option<Response> {
        let moment = self.moments.iter().find_map(|column| self.own(*column, line))?.to_owned();
        Some(Response { number: self.own(self.response?, line)?.to_owned(), moment })
    }

    /// When the tool says that the response was last changed. What is empty in a column was not changed again since what
    /// the next column says; a column that is not there says nothing.
    fn changed(&self, line: &Line) -> Changed {
        let moment = |column: &Option<usize>| column.and_then(|column| self.own(column, line)).and_then(Moment::parse);
        let since = |index: usize| self.changed[index].and_then(|_| self.changed[index..].iter().find_map(moment));
        let page = self.page.and_then(|column| self.own(column, line)).and_then(|page| page.parse().ok());
        Changed { moments: (0..self.changed.len()).map(since).collect(), page }
    }

    /// What stands in one of the tool's own columns.
    fn own<'l>(&self, column: usize, line: &'l Line) -> Option<&'l str> {
        let text = line.cells[column].trim();
        let is_none = text.is_empty() || is_among(self.table.preset.not_shown, text) || text.starts_with(NO_MOMENT);
        (!is_none).then_some(text)
    }

    /// The id of the council; empty where nothing says which it is, since what is in the row can still be looked at.
    fn council(&self, line: &Line, account: &mut Account) -> Option<String> {
        let (first, from) = (self.firsts.council.as_ref(), self.mapping.council.as_ref());
        let id = self.checked("council", first, from, line, account, |text| Some(text.to_owned())).ok()?;
        if id.is_none() && self.knows_council() {
            account.left_out(Reason::NoCouncil, line.number);
            return None;
        }
        Some(id.unwrap_or_default())
    }

    /// A part of the head as `parse` understands it; `None` when nothing says it. A text that means nothing leaves the row
    /// out, since nobody can tell where it belongs.
    fn checked<T: Clone + PartialEq>(
        &self,
        word: &'static str,
        first: Option<&First<T>>,
        from: Option<&Origin>,
        line: &Line,
        account: &mut Account,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ()> {
        match over(word, first, self.said(word, from, line, parse), account) {
            Said::Nothing => Ok(None),
            Said::This(value) => Ok(Some(value)),
            Said::Unclear => {
                let part = self.part(word, from, line).map(|part| (part.place.to_owned(), plain(part.text)));
                let named = first.map(|first| (String::new(), first.shown.clone()));
                let (place, text) = named.or(part).unwrap_or_default();
                account.unplaced.push(((place, word.to_owned(), text, Why::Unknown), line.number));
                account.left_out(Reason::Head(word.to_owned()), line.number);
                Err(())
            }
        }
    }

    /// What the row itself says.
    fn said<T>(&self, word: &str, from: Option<&Origin>, line: &Line, parse: impl Fn(&str) -> Option<T>) -> Said<T> {
        self.part(word, from, line).map_or(Said::Nothing, |part| meaning(word, part.text, part.values, parse))
    }

    fn part<'s>(&'s self, word: &str, from: Option<&'s Origin>, line: &'s Line) -> Option<Part<'s>> {
        let cell = |column: usize, values: &'s [(String, String)]| Part {
            text: &line.cells[column],
            place: &self.table.headings[column].place,
            values,
        };
        match from {
            Some(Origin::Column(key, values)) => {
                let column = self.table.headings.iter().position(|heading| heading.key == key.text)?;
                Some(cell(column, values))
            }
            // What is the same for all rows comes before what the row says, and is not part of it.
            Some(Origin::Fixed(_) | Origin::FileName(_)) | None => Some(cell(self.column(word)?, &[])),
        }
    }

    /// The column that peil's own tables call so. What a mapping takes from it is that and nothing else.
    fn column(&self, word: &str) -> Option<usize> {
        let is =
            |(heading, use_of): (&super::table::Heading, &Use)| *use_of == Use::Head(By::Code) && heading.name == word;
        self.table.headings.iter().zip(self.uses).position(is)
    }

    /// What tells the rows of one person from those of others.
    fn person(&self, line: &Line) -> Option<Known> {
        let said =
            || self.said("respondent", self.mapping.respondent.as_ref(), line, |text| Some(text.to_owned())).value();
        let own = || self.person.map(|column| plain(&line.cells[column]));
        let said = self.firsts.person.clone().or_else(said);
        let is_address = said.is_none();
        let text = said.or_else(own)?.to_lowercase();
        let preset: &Preset = self.table.preset;
        let is_nobody = text.is_empty() || is_among(preset.nobody, &text) || is_among(preset.not_shown, &text);
        (!is_nobody).then_some(Known { text, is_address })
    }
}

/// The earlier version of a questionnaire that a reference such as `survey@1.0.0` names.
pub(super) fn earlier(text: &str, q: &Questionnaire) -> Option<Version> {
    let (id, version) = text.split_once('@')?;
    earlier_version(version, q).filter(|_| id == q.id)
}
