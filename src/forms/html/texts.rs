//! Every text of the page once, with its translations: the page shows the first language, the script the others.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::escape::html;
use crate::forms::clean::clean;
use crate::forms::tags::{primary, spoken, tags};
use crate::language::Language;
use crate::questionnaire::{Questionnaire, Text};

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
        // A number needs no quotes, and a page has thousands of them.
        format!("<{open} data-t={number}{other}>{before}{text}{after}</{name}>")
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
