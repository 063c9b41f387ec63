//! Choices: the answers that can be ticked, each with a value.

use std::collections::BTreeMap;

use super::former::{self, Former};
use super::names::{Known, Names, RESERVED_ANSWERS, refer, written};
use super::shape;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, Form, ModelFinding, NameFinding, ShapeFinding, Thing};
use crate::source::Span;
use crate::yaml::{Entry, Node, Value};

/// The most choices a question may have; each gets a small code.
pub const MOST_CHOICES: usize = 64;

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its id, unique in its list.
    pub id: String,
    /// What it is worth, 0 to a million; `None` in a multiple whose boxes only count.
    pub value: Option<f64>,
    /// Its words.
    pub label: Text,
    /// In a multiple: cannot be ticked with others.
    pub exclusive: bool,
    /// The ids it had in earlier versions.
    pub was: Vec<Former>,
    /// Where it stands, for later complaints.
    pub span: Span,
}

/// A list of choices as read, with what complaints about it need.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) choices: Vec<Choice>,
    /// Where each choice stands.
    spans: Vec<Span>,
    /// Where the list is named.
    span: Span,
    /// Whether every choice, its id and its value could be read.
    pub(super) complete: bool,
}

/// Lists that questions refer to by name.
#[derive(Default)]
pub(super) struct Shared {
    lists: BTreeMap<String, List>,
    /// Whether the lists could not be read at all.
    incomplete: bool,
}

/// Reads the shared lists under `choices:`.
pub(super) fn shared(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Shared {
    let entries = node.entries(out);
    let mut shared = Shared { lists: BTreeMap::new(), incomplete: entries.is_none() };
    for entry in entries.unwrap_or_default() {
        let name = &entry.key.text;
        if is_of_the_file(entry) {
            out.add(entry.key.span, ShapeFinding::TooFarRight(name.clone()));
            continue;
        }
        if !super::names::is_id(name) {
            let finding = NameFinding::Malformed { form: Form::Id, found: name.clone() };
            out.add(entry.key.span, finding);
        }
        let list = list(&entry.value, entry.key.span, languages, out);
        shared.lists.insert(name.clone(), list);
    }
    shared
}

/// Whether this is a field of the whole file that ended up among the lists by a few blanks too many: it has the name of
/// one, and what is in it are no choices.
fn is_of_the_file(entry: &Entry) -> bool {
    const FIELDS: [&str; 5] = ["questions", "dropped", "targets", "tests", "roles"];
    let Value::List(items) = &entry.value.value else { return false };
    let is_choice = |item: &Node| item.field("label").is_some() || item.field("value").is_some();
    FIELDS.contains(&entry.key.text.as_str()) && !items.iter().any(is_choice)
}

/// Reads the choices of a question: a list of its own, or the name of a shared one.
pub(super) fn of_question(node: &Node, shared: &Shared, languages: &[Tag], out: &mut Diagnostics) -> Option<List> {
    if let Value::List(_) = node.value {
        return Some(list(node, node.span, languages, out));
    }
    if let Some(list) = node.scalar().and_then(|scalar| shared.lists.get(&scalar.text)) {
        return Some(list.clone());
    }
    let known = Known { ids: shared.lists.keys().map(String::as_str), complete: !shared.incomplete };
    // It is not there, which is reported.
    refer(node, Thing::ChoiceList, known, out);
    None
}

fn list(node: &Node, span: Span, languages: &[Tag], out: &mut Diagnostics) -> List {
    let items = node.items_up_to(MOST_CHOICES, out).unwrap_or_default();
    let mut list = List { choices: Vec::new(), spans: Vec::new(), span, complete: !items.is_empty() };
    let mut names = Names::default();
    for item in items {
        let before = out.len();
        match choice(item, &mut names, languages, out) {
            Some(choice) => {
                list.choices.push(choice);
                list.spans.push(item.span);
            }
            None => list.complete = false,
        }
        list.complete &= out.len() == before;
    }
    let former = list.choices.iter().flat_map(|choice| &choice.was);
    former::check_list(Thing::Choice, former, &names, out);
    list
}

/// Reads a choice; one with a wrong part is still one, so that nothing that refers to it is wrong too.
fn choice(node: &Node, names: &mut Names, languages: &[Tag], out: &mut Diagnostics) -> Option<Choice> {
    let mut fields = node.fields_of(&shape::CHOICE, out)?;
    let id_node = fields.get("id", out);
    let id = id_node.and_then(|node| choice_id(node, names, out));
    let value = fields.number("value", out);
    let has_value = fields.key_span("value").is_some();
    let label = fields.get("label", out).and_then(|node| text(node, languages, out));
    let exclusive = fields.truth("exclusive", out);
    let was = former::was(&mut fields, out);
    fields.finish(out);
    Some(Choice {
        id: id.unwrap_or_else(|| written(id_node)),
        value: has_value.then(|| value.unwrap_or(0.0)),
        label: label.unwrap_or_default(),
        exclusive,
        was,
        span: id_node.map_or(node.span, |node| node.span),
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

impl List {
    /// Reports choices without a value, or without any difference between them, where one is chosen for its value.
    pub(super) fn require_values(&self, out: &mut Diagnostics) {
        let all: Vec<usize> = (0..self.choices.len()).collect();
        self.require_values_of(&all, |lowest, highest| lowest < highest, out);
    }

    /// The boxes of a multiple: either all count one, or each that is not exclusive has a value.
    pub(super) fn require_boxes(&self, out: &mut Diagnostics) {
        let plain: Vec<usize> = (0..self.choices.len()).filter(|&index| !self.choices[index].exclusive).collect();
        if plain.is_empty() || plain.iter().any(|&index| self.choices[index].value.is_some()) {
            self.require_values_of(&plain, |_, highest| highest > 0.0, out);
        }
    }

    /// The lowest value among the choices; none where the values themselves are what is wrong: unread, missing or all the
    /// same.
    pub(super) fn foot(&self) -> Option<f64> {
        let values: Option<Vec<f64>> = self.choices.iter().map(|choice| choice.value).collect();
        let values = values.filter(|_| self.complete)?;
        let lowest = values.iter().copied().reduce(f64::min)?;
        values.iter().any(|value| *value > lowest).then_some(lowest)
    }

    /// A shared list may be used in many places; what is wrong with it is reported once, at the list.
    /// Nothing is said of a list with a part that could not be read.
    fn require_values_of(&self, which: &[usize], spread: impl Fn(f64, f64) -> bool, out: &mut Diagnostics) {
        if !self.complete {
            return;
        }
        let missing = which.iter().find(|&&index| self.choices[index].value.is_none());
        if let Some(&index) = missing {
            let finding = ModelFinding::ChoiceWithoutValue(self.choices[index].id.clone());
            out.add_once(self.spans[index], finding);
            return;
        }
        let values = || which.iter().filter_map(|&index| self.choices[index].value);
        let highest = values().fold(f64::NEG_INFINITY, f64::max);
        let lowest = values().fold(f64::INFINITY, f64::min);
        if !spread(lowest, highest) {
            out.add_once(self.span, ModelFinding::NoSpread);
        }
    }
}
