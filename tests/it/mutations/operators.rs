//! What can be done wrong in a place, worked out from the shape of the file.

use peil::yaml::shape::{ANY, Bounds, Kind};
use peil::yaml::{Entry, Key, Node, Scalar, Value};

use super::places::{Place, at, at_mut, fitting};

/// One thing done wrong to a file.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// `absent`, `wrong-type`, `out-of-range`, `duplicated`, `dangling` or `swapped`.
    pub(crate) operator: &'static str,
    /// The place, as in [`Place::label`], with what was put there where there are several: `scale.max text`.
    pub(crate) group: String,
    /// What is done.
    change: Change,
    path: Vec<usize>,
}

#[derive(Clone, Debug)]
enum Change {
    Remove,
    Put(Value),
    Rename(String),
    Twice,
    Many(usize),
    /// With the sibling this many places further on.
    Swap(usize),
    /// The same field of this item and the next: the way to it in both.
    SwapWith(Vec<usize>),
}

impl Mutant {
    /// The tree with the thing done wrong.
    pub(crate) fn applied(&self, tree: &Node) -> Node {
        let mut tree = tree.clone();
        let (last, above) = self.path.split_last().expect("never the whole file");
        match &self.change {
            Change::Put(value) => at_mut(&mut tree, &self.path).value = value.clone(),
            Change::SwapWith(other) => {
                let one = at(&tree, &self.path).value.clone();
                let two = std::mem::replace(&mut at_mut(&mut tree, other).value, one);
                at_mut(&mut tree, &self.path).value = two;
            }
            change => match (&mut at_mut(&mut tree, above).value, change) {
                (Value::Map(entries), Change::Remove) => drop(entries.remove(*last)),
                (Value::Map(entries), Change::Rename(name)) => entries[*last].key.text.clone_from(name),
                (Value::Map(entries), Change::Swap(far)) => {
                    let one = entries[*last].value.clone();
                    entries[*last].value = std::mem::replace(&mut entries[last + far].value, one);
                }
                (Value::List(items), Change::Remove) => drop(items.remove(*last)),
                (Value::List(items), Change::Twice) => items.insert(last + 1, items[*last].clone()),
                (Value::List(items), Change::Many(most)) => {
                    let item = items[*last].clone();
                    items.resize(most + 1, item);
                }
                (Value::List(items), Change::Swap(far)) => items.swap(*last, last + far),
                (value, change) => panic!("{change:?} of {value:?}"),
            },
        }
        tree
    }
}

/// A scalar.
fn scalar(text: &str, quoted: bool) -> Value {
    Value::Scalar(Scalar { text: text.to_owned(), quoted, comment: None })
}

/// The kinds of value that YAML has, each with a value of that kind made from the one that is there.
fn of_each_type(node: &Node) -> [(&'static str, Value); 6] {
    let key = Key { text: "a".to_owned(), span: node.span, quoted: false };
    [
        ("nothing", scalar("", false)),
        ("text", scalar("een woord", true)),
        ("number", scalar("7.25", false)),
        ("truth", scalar("true", false)),
        ("list", Value::List(vec![node.clone()])),
        ("map", Value::Map(vec![Entry { key, value: node.clone() }])),
    ]
}

/// The types that may stand in a place.
fn types(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Text
        | Kind::Name
        | Kind::Reference
        | Kind::Id(_)
        | Kind::Column
        | Kind::Form(_)
        | Kind::Format(_)
        | Kind::Word(_) => {
            vec!["text", "number", "truth"]
        }
        Kind::Translated => vec!["map"],
        Kind::Truth => vec!["truth"],
        Kind::Number(_) | Kind::Whole(..) => vec!["number"],
        Kind::List(_) => vec!["list"],
        Kind::Map(_) => vec!["map"],
        Kind::Either(kinds) => kinds.iter().flat_map(|kind| types(*kind)).collect(),
        Kind::Nothing => vec!["nothing"],
    }
}

/// Values outside what may stand in a place, each with a word for it.
fn outside(kind: Kind) -> Vec<(&'static str, Value)> {
    let number = |number: f64| scalar(&number.to_string(), false);
    match kind {
        Kind::Number(Bounds { lowest, above, highest }) => {
            let below = lowest.map(|lowest| ("below", number(if above { lowest } else { lowest - 0.5 })));
            let over = highest.map_or(1e15, |highest| highest * 1.5);
            below.into_iter().chain([("above", number(over))]).collect()
        }
        Kind::Whole(lowest, highest) => {
            vec![
                ("below", number(lowest as f64 - 1.0)),
                ("above", number(highest as f64 + 1.0)),
                ("between", number(1.5)),
            ]
        }
        Kind::Word(_) | Kind::Format(_) => vec![("word", scalar("woord", false))],
        Kind::Id(reserved) => {
            let word = reserved.words.first().map(|word| ("reserved", scalar(word, true)));
            let beginning = reserved.beginning.map(|beginning| ("reserved", scalar(&format!("{beginning}x"), true)));
            [("form", scalar("één id", false)), ("word", scalar("no", false))]
                .into_iter()
                .chain(word)
                .chain(beginning)
                .collect()
        }
        Kind::Column | Kind::Form(_) => vec![("form", scalar("één id", false))],
        Kind::List(list) if list.least > 0 => vec![("empty", Value::List(Vec::new()))],
        Kind::Map(shape) if shape.least > 0 || shape.fields.iter().any(|field| field.required) => {
            vec![("empty", Value::Map(Vec::new()))]
        }
        Kind::Text | Kind::Name | Kind::Translated => vec![("blank", scalar("  ", true))],
        _ => Vec::new(),
    }
}

/// Everything that can be done wrong in the places of a tree, in the order of the file.
pub(crate) fn mutants(tree: &Node, places: &[Place]) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for place in places {
        let node = at(tree, &place.path);
        let mut add = |operator, what: &str, change| {
            let group = format!("{} {what}", place.label).trim_end().to_owned();
            mutants.push(Mutant { operator, group, change, path: place.path.clone() });
        };
        add("absent", "", Change::Remove);
        let fits = types(place.kind);
        for (name, value) in of_each_type(node).into_iter().filter(|(name, _)| !fits.contains(name)) {
            add("wrong-type", name, Change::Put(value));
        }
        let kind = fitting(place.kind, node);
        for (name, value) in outside(kind) {
            add("out-of-range", name, Change::Put(value));
        }
        if let (Kind::List(list), Value::List(items)) = (kind, &node.value)
            && list.most < ANY
            && !items.is_empty()
        {
            let path = [&place.path[..], &[0]].concat();
            let group = format!("{} too many", place.label);
            mutants.push(Mutant { operator: "out-of-range", group, change: Change::Many(list.most), path });
        }
        let mut add = |operator, what: &str, change| {
            let group = format!("{} {what}", place.label).trim_end().to_owned();
            mutants.push(Mutant { operator, group, change, path: place.path.clone() });
        };
        if matches!(kind, Kind::Reference) {
            add("dangling", "", Change::Put(scalar("nergens-9", false)));
        }
        if place.name_refers {
            add("dangling", "name", Change::Rename("nergens-9".to_owned()));
        }
        siblings(tree, place, &mut mutants);
    }
    mutants
}

/// What can be done wrong with a place and the one beside it.
fn siblings(tree: &Node, place: &Place, mutants: &mut Vec<Mutant>) {
    let (last, above) = place.path.split_last().expect("never the whole file");
    let mut add = |operator, group, change| {
        mutants.push(Mutant { operator, group, change, path: place.path.clone() });
    };
    match &at(tree, above).value {
        Value::List(items) => {
            add("duplicated", place.label.clone(), Change::Twice);
            let Some(next) = items.get(last + 1) else { return };
            if !same(&items[*last], next) {
                add("swapped", place.label.clone(), Change::Swap(1));
            }
            let (Value::Map(ours), Value::Map(theirs)) = (&items[*last].value, &next.value) else { return };
            for (index, entry) in ours.iter().enumerate() {
                let Some(other) = theirs.iter().position(|other| other.key.text == entry.key.text) else { continue };
                if same(&entry.value, &theirs[other].value) {
                    continue;
                }
                let one = [&place.path[..], &[index]].concat();
                let two = [above, &[last + 1, other]].concat();
                let group = format!("{} {}", place.label, entry.key.text);
                mutants.push(Mutant { operator: "swapped", group, change: Change::SwapWith(two), path: one });
            }
        }
        Value::Map(entries) => {
            let Some(next) = entries.get(last + 1) else { return };
            let alike = matches!(
                (&entries[*last].value.value, &next.value.value),
                (Value::Scalar(_), Value::Scalar(_)) | (Value::Map(_), Value::Map(_))
            );
            if alike && !same(&entries[*last].value, &next.value) {
                let with = if place.label.ends_with('*') { String::new() } else { format!(" with {}", next.key.text) };
                add("swapped", format!("{}{with}", place.label), Change::Swap(1));
            }
        }
        Value::Scalar(_) => {}
    }
}

/// Whether two values say the same, wherever they stand.
pub(crate) fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar(one), Value::Scalar(other)) => one.text == other.text,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(a, b)| a.key.text == b.key.text && same(&a.value, &b.value))
        }
        _ => false,
    }
}
