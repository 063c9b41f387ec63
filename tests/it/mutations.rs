//! Whatever is done wrong to a questionnaire is found: operators made from the shape that the readers go by are applied to
//! every field of the shipped questionnaires and the models, and each change has to be reported.
//!
//! What is not reported stands in `tests/mutations/survivors.tsv`, by operator and place, with the reason why that does no
//! harm. The list is held both ways: what survives and is not in it fails, and what is in it and no longer survives too.
//!
//! Without more, each operator is tried in the first and the last place of a kind in the smallest files that have one; what
//! is in the list is tried until it survives. `PEIL_MUTANTS=all` tries every place of every file.

mod operators;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::questionnaire::shape::QUESTIONNAIRE;
use peil::source::Sources;
use peil::yaml::{self, Node};
use peil::{lint, questionnaire};

use operators::{Mutant, mutants};
pub(crate) use places::{Place, places};

/// In how many files each operator is tried in each kind of place.
const FILES: usize = 3;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shipped questionnaires and the models, the smallest first.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["questionnaires", "tests/models"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                files.push((name, fs::read_to_string(&path).expect("a questionnaire")));
            }
        }
    }
    files.sort_by_key(|(name, text)| (text.len(), name.clone()));
    assert!(files.len() >= 13, "only {} files", files.len());
    files
}

/// The tree of a text.
pub(crate) fn tree(text: &str) -> Node {
    let mut sources = Sources::new();
    let file = sources.add("a.yaml", text);
    yaml::parse(file, &sources, &mut Diagnostics::new()).expect("a tree")
}

/// Whether anything at all is said of a tree.
fn is_found(tree: &Node) -> bool {
    let mut out = Diagnostics::new();
    if let Some(questionnaire) = questionnaire::parse(tree, &mut out).filter(|_| out.is_empty()) {
        lint::run(&questionnaire, tree, &mut out);
    }
    !out.is_empty()
}

/// Every group of mutants, with those in it by file, the smallest file first.
fn groups(trees: &[Node]) -> BTreeMap<(&'static str, String), Vec<Vec<(usize, Mutant)>>> {
    let mut groups: BTreeMap<_, Vec<Vec<(usize, Mutant)>>> = BTreeMap::new();
    for (index, tree) in trees.iter().enumerate() {
        for mutant in mutants(tree, &places(tree, &QUESTIONNAIRE)) {
            let group = groups.entry((mutant.operator, mutant.group.clone())).or_default();
            if group.last().is_none_or(|in_file: &Vec<(usize, Mutant)>| in_file[0].0 != index) {
                group.push(Vec::new());
            }
            group.last_mut().expect("just made").push((index, mutant));
        }
    }
    groups
}

/// The groups of which some mutant survives, with how many of how many were tried.
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
