//! Every text of the page once, with its translations: the page shows the first language, the script the others.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::escape::{clean, html};
use crate::language::Language;
use crate::questionnaire::{Kind, Questionnaire, Text};

/// The texts of a page, numbered as they come.
pub(super) struct Texts {
    /// The first is that of the page itself.
    tags: Vec<String>,
    entries: Vec<Vec<String>>,
    known: BTreeMap<(bool, Vec<String>), usize>,
    /// Numbers of the texts that are ours rather than the questionnaire's.
    ours: Vec<usize>,
}

/// The element around a text: its name, which attributes may follow, and the HTML before and after the text in it.
pub(super) struct Frame<'f> {
    pub(super) open: &'f str,
    pub(super) before: &'f str,
    pub(super) after: &'f str,
}

impl<'f> From<&'f str> for Frame<'f> {
    fn from(open: &'f str) -> Frame<'f> {
        Frame { open, before: "", after: "" }
    }
}

impl<'f> From<&'f String> for Frame<'f> {
    fn from(open: &'f String) -> Frame<'f> {
        Frame::from(open.as_str())
    }
}

/// A label with its field after the words.
pub(super) fn field(field: &str) -> Frame<'_> {
    Frame { open: "label class=\"f\"", before: "", after: field }
}

/// A label with its box or button before the words.
pub(super) fn pick(input: &str, spare: bool) -> Frame<'_> {
    Frame { open: if spare { "label hidden" } else { "label" }, before: input, after: "" }
}

impl Texts {
    pub(super) fn new(questionnaire: &Questionnaire) -> Texts {
        let tags = tags(questionnaire);
        Texts { tags, entries: Vec::new(), known: BTreeMap::new(), ours: Vec::new() }
    }

    /// The languages of the page.
    pub(super) fn tags(&self) -> &[String] {
        &self.tags
    }

    /// A text of the questionnaire as an element.
    pub(super) fn text<'f>(&mut self, frame: impl Into<Frame<'f>>, text: &Text) -> String {
        let entry = self.tags.iter().map(|tag| clean(text.get(tag))).collect();
        self.framed(frame.into(), entry, false)
    }

    /// Our words as an element.
    pub(super) fn words<'f>(&mut self, frame: impl Into<Frame<'f>>, words: impl Fn(Language) -> String) -> String {
        self.mixed(frame, |l, _| words(l))
    }

    /// Our words around those of the questionnaire, which are asked for by tag.
    pub(super) fn mixed<'f>(
        &mut self,
        frame: impl Into<Frame<'f>>,
        words: impl Fn(Language, &str) -> String,
    ) -> String {
        let entry = self.tags.iter().map(|tag| clean(&words(spoken(tag), tag))).collect();
        self.framed(frame.into(), entry, true)
    }

    fn framed(&mut self, frame: Frame<'_>, entry: Vec<String>, ours: bool) -> String {
        let text = html(&entry[0]);
        let number = self.number(entry, ours);
        let tag = &self.tags[0];
        let other = if ours && primary(tag) != spoken(tag).code() {
            format!(" lang=\"{}\"", spoken(tag).code())
        } else {
            String::new()
        };
        let Frame { open, before, after } = frame;
        let name = open.split(' ').next().unwrap_or_default();
        format!("<{open} data-t=\"{number}\"{other}>{before}{text}{after}</{name}>")
    }

    fn number(&mut self, entry: Vec<String>, ours: bool) -> usize {
        let next = self.entries.len();
        let number = *self.known.entry((ours, entry.clone())).or_insert(next);
        if number == next {
            self.entries.push(entry);
            if ours {
                self.ours.push(number);
            }
        }
        number
    }

    /// The translations: a language has all of its texts, a region those that differ from its language. The texts of
    /// the first stand in the page.
    pub(super) fn translations(&self) -> Value {
        let mut all = serde_json::Map::new();
        for (index, tag) in self.tags.iter().enumerate().skip(1) {
            let base = self.tags.iter().position(|other| other == primary(tag)).filter(|&base| base != index);
            let texts: Value = match base {
                None => self.entries.iter().map(|entry| entry[index].as_str()).collect(),
                Some(base) => {
                    let differ = self.entries.iter().enumerate().filter(|(_, entry)| entry[index] != entry[base]);
                    Value::Object(differ.map(|(number, entry)| (number.to_string(), json!(entry[index]))).collect())
                }
            };
            all.insert(tag.clone(), texts);
        }
        Value::Object(all)
    }

    /// Which texts are ours, and in which language ours are for each tag.
    pub(super) fn ours(&self) -> Value {
        let spoken: serde_json::Map<String, Value> =
            self.tags.iter().map(|tag| (tag.clone(), json!(spoken(tag).code()))).collect();
        json!({"texts": self.ours, "language": spoken})
    }
}

/// The language that peil speaks beside texts in this one.
pub(super) fn spoken(tag: &str) -> Language {
    tag.parse().unwrap_or(Language::En)
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The languages of a questionnaire, each followed by the regions for which some text differs.
fn tags(questionnaire: &Questionnaire) -> Vec<String> {
    let mut all: Vec<&Text> = vec![&questionnaire.title];
    all.extend(questionnaire.roles.iter().map(|role| &role.title));
    all.extend(questionnaire.dimensions.iter().map(|dimension| &dimension.title));
    for question in &questionnaire.questions {
        all.push(&question.ask);
        all.extend(&question.help);
        match &question.kind {
            Kind::Choice { choices, .. } | Kind::Multiple { choices } => all.extend(choices.iter().map(|c| &c.label)),
            Kind::Grid { rows, choices, .. } => {
                all.extend(choices.iter().map(|choice| &choice.label));
                all.extend(rows.iter().map(|row| &row.title));
            }
            Kind::Rating { .. } | Kind::YesNo | Kind::Number { .. } | Kind::Text => {}
        }
    }
    let used: BTreeSet<&str> = all.iter().flat_map(|text| text.iter().map(|(tag, _)| tag.as_str())).collect();
    let mut tags: Vec<String> = Vec::new();
    for language in &questionnaire.languages {
        let language = language.as_str();
        let regions = used.iter().copied().filter(|tag| primary(tag) == language);
        for tag in std::iter::once(language).chain(regions) {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
    }
    tags
}
