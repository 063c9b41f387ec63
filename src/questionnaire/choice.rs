//! Choices: the answers that can be ticked, each with a value.

use std::collections::BTreeMap;

use super::names::{Names, RESERVED_ANSWERS, refer};
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, ModelFinding, NameFinding, ShapeFinding, Thing};
use crate::source::Span;
use crate::yaml::{Node, Value};

/// The most choices a question may have; each gets a small code.
pub const MOST_CHOICES: usize = 64;

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its id, unique in its list.
    pub id: String,
    /// What it is worth, 0 or more; `None` in a multiple whose boxes only count.
    pub value: Option<f64>,
    /// Its words.
    pub label: Text,
    /// In a multiple: cannot be ticked with others.
    pub exclusive: bool,
}

/// Lists that questions refer to by name.
pub(super) type Shared = BTreeMap<String, Vec<Choice>>;

/// Reads the shared lists under `choices:`.
pub(super) fn shared(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Shared {
    let mut lists = Shared::new();
    for entry in node.entries(out).unwrap_or_default() {
        if !super::names::is_id(&entry.key.text) {
            let finding = NameFinding::Malformed {
                form: crate::diagnostics::Form::Id,
                found: entry.key.text.clone(),
            };
            out.add(entry.key.span, finding);
        }
        lists.insert(
            entry.key.text.clone(),
            list(&entry.value, languages, out).unwrap_or_default(),
        );
    }
    lists
}

/// Reads the choices of a question: a list of its own, or the name of a shared one.
pub(super) fn of_question(
    node: &Node,
    lists: &Shared,
    languages: &[Tag],
    out: &mut Diagnostics,
) -> Option<Vec<Choice>> {
    if let Value::List(_) = node.value {
        return list(node, languages, out);
    }
    let known = lists.keys().map(String::as_str);
    let found = refer(node, Thing::ChoiceList, known, out)?;
    lists.values().nth(found).cloned()
}

fn list(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Option<Vec<Choice>> {
    let items = node.some_items(out)?;
    if items.len() > MOST_CHOICES {
        let finding = ShapeFinding::OutOfRange {
            found: items.len().to_string(),
            allowed: format!("1–{MOST_CHOICES}"),
        };
        out.add(node.span, finding);
    }
    let mut names = Names::default();
    Some(
        items
            .iter()
            .filter_map(|item| choice(item, &mut names, languages, out))
            .collect(),
    )
}

fn choice(node: &Node, names: &mut Names, languages: &[Tag], out: &mut Diagnostics) -> Option<Choice> {
    let mut fields = node.fields(out)?;
    let id = fields.required("id", out).and_then(|node| choice_id(node, names, out));
    let value = fields
        .optional("value")
        .map(|node| node.number_where(|value| value >= 0.0, "≥ 0", out));
    let label = fields
        .required("label", out)
        .and_then(|node| text(node, languages, out));
    let exclusive = fields
        .optional("exclusive")
        .and_then(|node| node.truth(out))
        .unwrap_or(false);
    fields.finish(out);
    // A value that is there but wrong has been reported; it counts as present.
    let value = value.map(|value| value.unwrap_or(0.0));
    Some(Choice {
        id: id?,
        value,
        label: label?,
        exclusive,
    })
}

fn choice_id(node: &Node, names: &mut Names, out: &mut Diagnostics) -> Option<String> {
    let word = node.scalar().map(|scalar| scalar.text.as_str());
    if word.is_some_and(|word| RESERVED_ANSWERS.contains(&word)) {
        out.add(node.span, NameFinding::ReservedId(word.unwrap_or_default().to_owned()));
        return None;
    }
    names.new_id(node, Thing::Choice, out)
}

/// The lowest value among choices.
pub(super) fn lowest_value(choices: &[Choice]) -> f64 {
    let values = choices.iter().filter_map(|choice| choice.value);
    values.fold(f64::INFINITY, f64::min)
}

/// Reports choices without a value, or without any difference between them, where one is chosen for its value.
pub(super) fn require_values(choices: &[Choice], span: Span, out: &mut Diagnostics) {
    let missing = choices.iter().find(|choice| choice.value.is_none());
    if let Some(choice) = missing {
        out.add(span, ModelFinding::ChoiceWithoutValue(choice.id.clone()));
        return;
    }
    let values = || choices.iter().filter_map(|choice| choice.value);
    let highest = values().fold(f64::NEG_INFINITY, f64::max);
    let lowest = lowest_value(choices);
    if !choices.is_empty() && lowest >= highest {
        out.add(span, ModelFinding::NoSpread);
    }
}
