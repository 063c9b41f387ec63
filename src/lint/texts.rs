//! Every text of a questionnaire that a person reads, with its language and its place in the file.

use super::glance::Glance;
use super::places::{choice_lists, dimensions, entries, list};
use crate::questionnaire::Tag;
use crate::source::Span;
use crate::yaml::{Node, Value};

/// The words in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    /// The tag of the language, `nl` or `nl-BE`.
    pub(super) tag: &'a str,
    /// As written, without blanks around it.
    pub(super) text: &'a str,
    pub(super) span: Span,
}

impl Words<'_> {
    /// The language without its region.
    pub(super) fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }
}

/// The words of a text in each of its languages; a bare text is in the only language there is.
pub(super) fn words<'a>(text: &'a Node, languages: &'a [Tag]) -> Vec<Words<'a>> {
    let one = |tag: &'a str, node: &'a Node| {
        let text = node.scalar()?.text.trim();
        Some(Words { tag, text, span: node.span })
    };
    match &text.value {
        Value::Map(_) => entries(text).iter().filter_map(|entry| one(&entry.key.text, &entry.value)).collect(),
        Value::Scalar(_) => languages.first().and_then(|tag| one(tag.as_str(), text)).into_iter().collect(),
        Value::List(_) => Vec::new(),
    }
}

/// A text in all its languages, each in lower case too and with what was noticed in it.
pub(super) struct Said<'a> {
    pub(super) words: Vec<Words<'a>>,
    pub(super) noticed: Vec<(String, Glance)>,
}

impl<'a> Said<'a> {
    pub(super) fn in_text(text: &'a Node, languages: &'a [Tag]) -> Said<'a> {
        let words = words(text, languages);
        let notice = |one: &Words<'_>| {
            let lower = one.text.to_lowercase();
            let glance = Glance::at(&lower);
            (lower, glance)
        };
        let noticed = words.iter().map(notice).collect();
        Said { words, noticed }
    }
}

/// Every text, in the order of the format.
pub(super) fn all(questionnaire: &Node) -> Vec<&Node> {
    let mut texts = Vec::new();
    fields(questionnaire, &["title", "provenance"], &mut texts);
    for stage in questionnaire.field("scale").map_or(&[][..], |scale| list(scale, "stages")) {
        fields(stage, &["title"], &mut texts);
    }
    for titled in list(questionnaire, "axes").iter().chain(list(questionnaire, "roles")) {
        fields(titled, &["title"], &mut texts);
    }
    for dimension in dimensions(questionnaire) {
        fields(dimension, &["title", "asks"], &mut texts);
    }
    for choice in choice_lists(questionnaire).flatten() {
        fields(choice, &["label"], &mut texts);
    }
    for question in list(questionnaire, "questions") {
        fields(question, &["ask", "help"], &mut texts);
        for row in list(question, "rows") {
            fields(row, &["title"], &mut texts);
        }
        for advice in list(question, "advice") {
            fields(advice, &["think_big", "act_small", "stop_when"], &mut texts);
        }
    }
    for target in list(questionnaire, "targets") {
        fields(target, &["title"], &mut texts);
        for aim in target.field("aims").map_or(&[][..], entries) {
            fields(&aim.value, &["reason"], &mut texts);
        }
    }
    texts
}

fn fields<'a>(node: &'a Node, names: &[&str], texts: &mut Vec<&'a Node>) {
    texts.extend(names.iter().filter_map(|name| node.field(name)));
}
