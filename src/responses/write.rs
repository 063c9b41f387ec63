//! Writing an answers file: always the same bytes for the same answers, safe to put under version control.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::codec::{Codec, GIVEN};
use super::sheet::{Answer, CouncilName as SheetCouncil, Entry, Sheet, Status};
use crate::questionnaire::Questionnaire;
use crate::yaml::{self, WriteError};

/// Writes a sheet as YAML: fixed order of fields, answers in the order of the questionnaire.
///
/// # Errors
/// [`WriteError`] when a text cannot be written as YAML; a bug rather than a user's mistake.
pub fn write_sheet(sheet: &Sheet, questionnaire: &Questionnaire, codec: &Codec) -> Result<String, WriteError> {
    yaml::write(&Written { sheet, questionnaire, codec })
}

struct Written<'a> {
    sheet: &'a Sheet,
    questionnaire: &'a Questionnaire,
    codec: &'a Codec,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sheet = self.sheet;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("peil", "answers/1")?;
        let reference = &sheet.questionnaire;
        let mut fields = vec![("id", Some(reference.id.as_str())), ("version", Some(reference.version.as_str()))];
        fields.push(("hash", reference.hash.as_deref()));
        map.serialize_entry("questionnaire", &Texts(&fields))?;
        map.serialize_entry("scan", if sheet.quick { "quick" } else { "full" })?;
        map.serialize_entry("council", &Council(&sheet.council))?;
        match sheet.wave {
            Some(super::Wave::Number(number)) => map.serialize_entry("wave", &number)?,
            Some(wave) => map.serialize_entry("wave", &wave.to_string())?,
            None => {}
        }
        let role = sheet.respondent.voice.id(self.questionnaire);
        map.serialize_entry("respondent", &Texts(&[("id", sheet.respondent.id.as_deref()), ("role", role)]))?;
        map.serialize_entry("shown_by_role", &sheet.shown_by_role)?;
        if let Some(day) = sheet.keep_until {
            map.serialize_entry("keep_until", &day.to_string())?;
        }
        let status = match sheet.status {
            Status::Draft => "draft",
            Status::Final => "final",
        };
        map.serialize_entry("status", status)?;
        if let Some(number) = sheet.saved {
            map.serialize_entry("saved", &number)?;
        }
        map.serialize_entry("answers", &Answers(self))?;
        map.end()
    }
}

struct Council<'a>(&'a SheetCouncil);

impl Serialize for Council<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.0.id)?;
        if let Some(name) = &self.0.name {
            map.serialize_entry("name", name)?;
        }
        if !self.0.classes.is_empty() {
            let classes: Vec<(&str, Option<&str>)> =
                self.0.classes.iter().map(|(name, class)| (name.as_str(), Some(class.as_str()))).collect();
            map.serialize_entry("classes", &Texts(&classes))?;
        }
        map.end()
    }
}

/// Fields whose values are texts; absent ones are left out.
struct Texts<'a>(&'a [(&'a str, Option<&'a str>)]);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter_map(|(name, value)| Some((name, (*value)?))))
    }
}

struct Answers<'a>(&'a Written<'a>);

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Written { sheet, questionnaire, codec } = *self.0;
        let entries = sheet.entries.iter().filter(|entry| !entry.is_empty());
        let named = entries.map(|entry| (&questionnaire.columns[entry.column].id, Line { entry, codec }));
        serializer.collect_map(named)
    }
}

struct Line<'a> {
    entry: &'a Entry,
    codec: &'a Codec,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Entry { answer, comment, evidence, column, .. } = self.entry;
        let partner = self.entry.is_via_partner();
        let needs_name = match answer {
            Some(Answer::NotApplicable { reason }) => reason.is_some(),
            // A text that would be read as a word of the format.
            Some(Answer::Text(text)) => matches!(text.as_str(), "dont-know" | "not-applicable"),
            _ => false,
        };
        if let (Some(answer), None, None, false) = (answer, comment, evidence, needs_name || partner) {
            return Bare { answer, codec: self.codec, column: *column }.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        match answer {
            Some(Answer::NotApplicable { reason: Some(reason) }) => map.serialize_entry("not-applicable", reason)?,
            Some(answer) => {
                let name = match answer {
                    Answer::Text(_) => "text",
                    Answer::Chosen(coded) if coded.code == GIVEN && !self.codec.is_boxes(*column) => "number",
                    _ => "choice",
                };
                map.serialize_entry(name, &Bare { answer, codec: self.codec, column: *column })?;
            }
            None => {}
        }
        if partner {
            map.serialize_entry("via", "partner")?;
        }
        for (name, note) in [("evidence", evidence), ("comment", comment)] {
            if let Some(note) = note {
                map.serialize_entry(name, note)?;
            }
        }
        map.end()
    }
}

/// An answer without notes.
struct Bare<'a> {
    answer: &'a Answer,
    codec: &'a Codec,
    column: usize,
}

impl Serialize for Bare<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.answer {
            Answer::DontKnow => serializer.serialize_str("dont-know"),
            Answer::NotApplicable { .. } => serializer.serialize_str("not-applicable"),
            Answer::Text(text) => serializer.serialize_str(text),
            Answer::Chosen(coded) if self.codec.is_boxes(self.column) => {
                self.codec.ticked(self.column, coded.wide).serialize(serializer)
            }
            Answer::Chosen(coded) => match self.codec.option(self.column, coded.code) {
                // `2` rather than `"2"`: people write it so, and reading takes both.
                Some(id) => match id.parse::<i64>() {
                    Ok(number) if number.to_string() == id => serializer.serialize_i64(number),
                    _ => serializer.serialize_str(id),
                },
                None => serializer.serialize_f64(f64::from_bits(coded.wide)),
            },
        }
    }
}
