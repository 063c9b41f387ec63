//! Where in the file each part of a questionnaire stands. What was read without errors is shaped as it should be, so
//! whatever is looked for here and not found is not written there either.

use std::collections::BTreeSet;

use crate::source::Span;
use crate::yaml::{Entry, Node, Value};

/// The items of a list field; none when it is absent or no list.
pub(super) fn list<'a>(node: &'a Node, field: &str) -> &'a [Node] {
    node.field(field).map_or(&[], items)
}

/// The items of a list; none of anything else.
pub(super) fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        Value::Scalar(_) | Value::Map(_) => &[],
    }
}

/// The fields of a map; none of anything else.
pub(super) fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        Value::Scalar(_) | Value::List(_) => &[],
    }
}

/// The field with this name.
pub(super) fn entry<'a>(node: &'a Node, name: &str) -> Option<&'a Entry> {
    entries(node).iter().find(|entry| entry.key.text == name)
}

/// Where the name of a field stands; the node itself when it has no such field.
pub(super) fn key(node: &Node, name: &str) -> Span {
    entry(node, name).map_or(node.span, |entry| entry.key.span)
}

/// Where the value of a field stands; the node itself when it has no such field.
pub(super) fn value(node: &Node, name: &str) -> Span {
    node.field(name).map_or(node.span, |value| value.span)
}

/// Every dimension of the file in the order in which dimensions are numbered: parents before children.
pub(super) fn dimensions(questionnaire: &Node) -> Vec<&Node> {
    let mut found = Vec::new();
    for axis in list(questionnaire, "axes") {
        below(axis, &mut found);
    }
    found
}

fn below<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
    for dimension in list(node, "dimensions") {
        found.push(dimension);
        below(dimension, found);
    }
}

/// Every list of choices of the file: the shared ones, then those of single questions.
pub(super) fn choice_lists(questionnaire: &Node) -> impl Iterator<Item = &[Node]> {
    let shared = questionnaire.field("choices").map_or(&[][..], entries).iter().map(|entry| items(&entry.value));
    let own = list(questionnaire, "questions").iter().map(|question| list(question, "choices"));
    shared.chain(own)
}

/// A list of which one is chosen for its value; from three choices on they are the steps of a ladder.
pub(super) struct Ladder<'a> {
    pub(super) choices: &'a [Node],
    /// Whether a low answer is the good one in some question that takes its choices from here.
    pub(super) reversed: bool,
}

impl Ladder<'_> {
    /// Whether it has enough choices to be one. Of two neither order is up: yes before no is how people say it.
    pub(super) fn has_steps(&self) -> bool {
        self.choices.len() >= 3
    }
}

/// Every list of the file of which one is chosen for its value, in the order of [`choice_lists`].
pub(super) fn ladders(questionnaire: &Node) -> Vec<Ladder<'_>> {
    let shared = questionnaire.field("choices");
    // By where they start: lists that are boxes somewhere, and those of questions that are reversed.
    let (mut boxes, mut reversed) = (BTreeSet::new(), BTreeSet::new());
    for question in list(questionnaire, "questions") {
        let Some(named) = question.field("choices") else { continue };
        let choices = match named.scalar() {
            Some(name) => shared.and_then(|lists| lists.field(&name.text)).map_or(&[][..], items),
            None => items(named),
        };
        let start = choices.first().map(|choice| choice.span);
        if question.field_text("type") == Some("multiple") {
            boxes.insert(start);
        }
        if question.field_text("reverse") == Some("true") {
            reversed.insert(start);
        }
    }
    let mut ladders = Vec::new();
    for choices in choice_lists(questionnaire) {
        let start = choices.first().map(|choice| choice.span);
        if !boxes.contains(&start) {
            ladders.push(Ladder { choices, reversed: reversed.contains(&start) });
        }
    }
    ladders
}
