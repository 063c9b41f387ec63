//! Every place of a tree where the shape of the file says what may stand there.

use peil::yaml::shape::{Cases, Field, Kind, Shape};
use peil::yaml::{Node, Value};

/// A value, and what the shape says of it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The way to it: the number of the entry or the item at each level.
    pub(crate) path: Vec<usize>,
    /// `question.weight`; `aims.*` under a name of the author's own; `question.roles[]` for an item of a list.
    pub(crate) label: String,
    pub(crate) kind: Kind,
    /// Whether its name is a reference too.
    pub(crate) name_refers: bool,
}

/// The node at the end of a path.
pub(crate) fn at<'n>(node: &'n Node, path: &[usize]) -> &'n Node {
    path.iter().fold(node, |node, &step| match &node.value {
        Value::List(items) => &items[step],
        Value::Map(entries) => &entries[step].value,
        Value::Scalar(_) => panic!("no way into a scalar"),
    })
}

/// The same, to change it.
pub(crate) fn at_mut<'n>(node: &'n mut Node, path: &[usize]) -> &'n mut Node {
    path.iter().fold(node, |node, &step| match &mut node.value {
        Value::List(items) => &mut items[step],
        Value::Map(entries) => &mut entries[step].value,
        Value::Scalar(_) => panic!("no way into a scalar"),
    })
}

/// Every place in a file of this shape, in the order of the file.
pub(crate) fn places(node: &Node, shape: &'static Shape) -> Vec<Place> {
    let mut places = Vec::new();
    of_map(node, shape, &[], &mut places);
    places
}

fn of_map(node: &Node, shape: &'static Shape, path: &[usize], places: &mut Vec<Place>) {
    let Value::Map(entries) = &node.value else { return };
    for (index, entry) in entries.iter().enumerate() {
        let path = [path, &[index]].concat();
        let (name, kind, name_refers) = match field(node, shape, &entry.key.text) {
            Some(field) => (field.name, field.kind, false),
            None => {
                let rest = shape.rest.unwrap_or_else(|| panic!("{shape:?} has no {}", entry.key.text));
                ("*", rest.value, matches!(rest.key, Kind::Reference))
            }
        };
        let place = Place { path, label: format!("{}.{name}", shape.name), kind, name_refers };
        inside(&entry.value, place, places);
    }
}

/// The field of this name in a map, of the case that the map is.
fn field(node: &Node, shape: &'static Shape, name: &str) -> Option<&'static Field> {
    let common = shape.fields.iter().find(|field| field.name == name);
    let of_case = || match shape.cases {
        Cases::OfWord(word, cases) => {
            let word = node.field_text(word)?;
            cases.iter().find(|case| case.word == word)?.fields.iter().find(|field| field.name == name)
        }
        cases => cases.fields().find(|field| field.name == name),
    };
    common.or_else(of_case)
}

fn inside(node: &Node, place: Place, places: &mut Vec<Place>) {
    places.push(place.clone());
    match (fitting(place.kind, node), &node.value) {
        (Kind::Map(shape), _) => of_map(node, shape, &place.path, places),
        (Kind::List(list), Value::List(items)) => {
            for (index, item) in items.iter().enumerate() {
                let path = [&place.path[..], &[index]].concat();
                let label = format!("{}[]", place.label);
                inside(item, Place { path, label, kind: list.of, name_refers: false }, places);
            }
        }
        (Kind::Translated, Value::Map(entries)) => {
            for index in 0..entries.len() {
                let path = [&place.path[..], &[index]].concat();
                places.push(Place { path, label: "text.*".to_owned(), kind: Kind::Text, name_refers: false });
            }
        }
        _ => {}
    }
}

/// The one of several kinds that a value is.
pub(crate) fn fitting(kind: Kind, node: &Node) -> Kind {
    let Kind::Either(kinds) = kind else { return kind };
    let fits = |kind: &&Kind| match (&node.value, kind) {
        (Value::Map(_), Kind::Map(_)) | (Value::List(_), Kind::List(_)) => true,
        (Value::Scalar(scalar), Kind::Nothing) => scalar.is_nothing(),
        (Value::Scalar(scalar), kind) => !scalar.is_nothing() && !matches!(kind, Kind::Map(_) | Kind::List(_)),
        _ => false,
    };
    *kinds.iter().find(fits).unwrap_or_else(|| panic!("{node:?} is none of {kinds:?}"))
}
