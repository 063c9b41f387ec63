//! Whatever is done wrong to a questionnaire is found: operators made from the shape that the readers go by are applied to
//! every field of the shipped questionnaires, the models and `tests/mutations/every-field.yaml`, which has the fields that
//! none of those has. Each change has to be reported.
//!
//! What is not reported stands in `tests/mutations/survivors.tsv`, by operator and place, with the reason why that does no
//! harm. The list is held both ways: what survives and is not in it fails, and what is in it and no longer survives too.
//!
//! Without more, each operator is tried in the first and the last place of a kind in the smallest file that has one; what is
//! in the list is tried until it survives. `PEIL_MUTANTS=all` tries every place of every file, which wants
//! `--release`.

mod operators;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::questionnaire::shape::QUESTIONNAIRE;
use peil::source::Sources;
use peil::yaml::shape::{Kind, Shape};
use peil::yaml::{self, Node, Value};
use peil::{lint, questionnaire};

pub(crate) use operators::{Mutant, mutants};
pub(crate) use places::places;

/// In how many files each operator is tried in each kind of place.
const FILES: usize = 1;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shipped questionnaires and the models, the smallest first.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["questionnaires", "tests/models", "tests/mutations"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                files.push((name, fs::read_to_string(&path).expect("a questionnaire")));
            }
        }
    }
    files.sort_by_key(|(name, text)| (text.len(), name.clone()));
    assert!(files.len() >= 14, "only {} files", files.len());
    files
}

/// The tree of a text.
pub(crate) fn tree(text: &str) -> Node {
    let mut sources = Sources::new();
    let file = sources.add("a.yaml", text);
    yaml::parse(file, &sources, &mut Diagnostics::new()).expect("a tree")
}

/// Whether anything at all is said of a tree.
pub(crate) fn is_found(tree: &Node) -> bool {
    let mut out = Diagnostics::new();
    if let Some(questionnaire) = questionnaire::parse(tree, &mut out).filter(|_| out.is_empty()) {
        lint::run(&questionnaire, tree, &mut out);
    }
    !out.is_empty()
}

/// Mutants of one file, each with the place of that file in the list.
type InFile = Vec<(usize, Mutant)>;

/// Every group of mutants, with those in it by file, the smallest file first.
fn groups(trees: &[Node]) -> BTreeMap<(&'static str, String), Vec<InFile>> {
    let mut groups: BTreeMap<_, Vec<InFile>> = BTreeMap::new();
    for (index, tree) in trees.iter().enumerate() {
        for mutant in mutants(tree, &places(tree, &QUESTIONNAIRE)) {
            let group = groups.entry((mutant.operator, mutant.group.clone())).or_default();
            if group.last().is_none_or(|in_file| in_file[0].0 != index) {
                group.push(Vec::new());
            }
            group.last_mut().expect("just made").push((index, mutant));
        }
    }
    groups
}

/// The groups of which some mutant survives, each with a file in which it does, and how many mutants were tried.
fn survivors(listed: &BTreeSet<(String, String)>) -> (BTreeMap<(String, String), String>, usize) {
    let all = std::env::var("PEIL_MUTANTS").is_ok_and(|value| value == "all");
    let files = files();
    let trees: Vec<Node> = files.iter().map(|(_, text)| tree(text)).collect();
    let (mut surviving, mut tried) = (BTreeMap::new(), 0);
    for ((operator, group), by_file) in groups(&trees) {
        let key = (operator.to_owned(), group);
        let is_listed = listed.contains(&key);
        let mut sample: Vec<&(usize, Mutant)> = Vec::new();
        for in_file in by_file.iter().take(if all || is_listed { usize::MAX } else { FILES }) {
            match in_file.as_slice() {
                [first, .., last] if !all && !is_listed => sample.extend([first, last]),
                every => sample.extend(every),
            }
        }
        for (index, mutant) in sample {
            tried += 1;
            if !is_found(&mutant.applied(&trees[*index])) {
                surviving.insert(key.clone(), files[*index].0.clone());
                break;
            }
        }
    }
    (surviving, tried)
}

/// The list: operator, place and reason.
fn list() -> BTreeMap<(String, String), String> {
    let text = fs::read_to_string(root().join("tests/mutations/survivors.tsv")).expect("the list");
    let line = |line: &str| {
        let parts: Vec<&str> = line.split('\t').collect();
        let [operator, place, reason] = parts[..] else { panic!("three columns: {line}") };
        assert!(reason.len() > 20, "a reason: {line}");
        ((operator.to_owned(), place.to_owned()), reason.to_owned())
    };
    text.lines().skip(1).map(line).collect()
}

#[test]
fn every_mutant_is_found_but_those_in_the_list_which_do_no_harm() {
    let list = list();
    let (surviving, tried) = survivors(&list.keys().cloned().collect());
    let new: Vec<String> = surviving
        .iter()
        .filter(|(key, _)| !list.contains_key(*key))
        .map(|((operator, place), file)| format!("{operator}\t{place}\t({file})"))
        .collect();
    assert!(new.is_empty(), "{} of {tried} survive and are not in the list:\n{}", new.len(), new.join("\n"));
    let gone: Vec<_> = list.keys().filter(|key| !surviving.contains_key(*key)).collect();
    assert!(gone.is_empty(), "in the list, but found by now, or no longer there: {gone:#?}");
    assert!(tried > 1000, "only {tried} mutants");
}

#[test]
fn every_field_of_the_shape_is_in_one_of_the_files() {
    let mut there = BTreeSet::new();
    for (_, text) in files() {
        there.extend(places(&tree(&text), &QUESTIONNAIRE).into_iter().map(|place| place.label));
    }
    let (mut missing, mut seen, mut next) = (Vec::new(), vec![&QUESTIONNAIRE], 0);
    while let Some(&shape) = seen.get(next) {
        let names = shape.all().map(|field| (field.name, field.kind));
        for (name, kind) in names.chain(shape.rest.map(|rest| ("*", rest.value))) {
            let label = format!("{}.{name}", shape.name);
            if !there.contains(&label) {
                missing.push(label);
            }
            for inner in shapes_in(kind) {
                if !seen.iter().any(|known| known.name == inner.name) {
                    seen.push(inner);
                }
            }
        }
        next += 1;
    }
    assert!(missing.is_empty(), "in no file: {missing:?}");
}

/// The shapes of the maps that may stand in a place.
fn shapes_in(kind: Kind) -> Vec<&'static Shape> {
    match kind {
        Kind::Map(shape) => vec![shape],
        Kind::List(list) => shapes_in(list.of),
        Kind::Either(kinds) => kinds.iter().flat_map(|kind| shapes_in(*kind)).collect(),
        _ => Vec::new(),
    }
}

/// A tree as YAML on one line, with the first entry of one map there twice.
fn with_a_key_twice(node: &Node, path: Option<&[usize]>, text: &mut String) {
    let deeper = |index: usize| path.and_then(|path| path.split_first()).filter(|(step, _)| **step == index);
    match &node.value {
        Value::Scalar(scalar) if scalar.quoted => text.push_str(&format!("{:?}", scalar.text)),
        Value::Scalar(scalar) if scalar.is_nothing() => text.push('~'),
        Value::Scalar(scalar) => {
            let plain = scalar.number().is_some() || scalar.is_ambiguous();
            text.push_str(&if plain { scalar.text.clone() } else { format!("{:?}", scalar.text) });
        }
        Value::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                with_a_key_twice(item, deeper(index).map(|(_, rest)| rest), text);
                text.push(',');
            }
            text.push(']');
        }
        Value::Map(entries) => {
            text.push('{');
            for (index, entry) in entries.iter().enumerate() {
                let rest = deeper(index).map(|(_, rest)| rest);
                let times = if rest.is_some_and(<[usize]>::is_empty) { 2 } else { 1 };
                for _ in 0..times {
                    text.push_str(&format!("{:?}: ", entry.key.text));
                    with_a_key_twice(&entry.value, rest, text);
                    text.push_str(", ");
                }
            }
            text.push('}');
        }
    }
}

#[test]
fn every_key_that_is_there_twice_is_found() {
    let (_, text) = files().into_iter().find(|(name, _)| name == "every-field.yaml").expect("the file");
    let whole = tree(&text);
    let mut tried = BTreeSet::new();
    for place in places(&whole, &QUESTIONNAIRE) {
        if place.label.ends_with("[]") || !tried.insert(place.label.clone()) {
            continue;
        }
        let (mut text, mut sources, mut out) = (String::new(), Sources::new(), Diagnostics::new());
        with_a_key_twice(&whole, Some(&place.path), &mut text);
        let file = sources.add("a.yaml", text.as_str());
        yaml::parse(file, &sources, &mut out);
        let codes: Vec<&str> = out.sorted().iter().map(|one| one.code().id()).collect();
        assert_eq!(codes, ["duplicate-key"], "{}: {text}", place.label);
    }
    assert!(tried.len() > 90, "only {} keys", tried.len());
    let mut text = String::new();
    with_a_key_twice(&whole, None, &mut text);
    assert!(!is_found(&tree(&text)), "with no key twice nothing is wrong");
}
