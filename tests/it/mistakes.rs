//! The mistakes that people make: each file under `tests/mistakes` is a questionnaire as somebody would write it, with one
//! mistake (or a few) that its first line tells of. `peil check` finds in it what the comments with carets say, at those
//! characters, and nothing else. How such a comment is read, [`crate::diagnostics`] tells.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::diagnostics::{Problem, beside, written};
use crate::peil::peil;

/// The fewest files that there must be.
const FEWEST: usize = 100;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes")
}

/// The text of every file, by its name.
fn files() -> BTreeMap<String, String> {
    let paths = fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_one = |path: &PathBuf| path.extension().is_some_and(|extension| extension != "expected");
    let read = |path: PathBuf| {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned();
        (path.file_name().expect("a name").to_string_lossy().into_owned(), text)
    };
    paths.filter(is_one).map(read).collect()
}

/// All that one run finds in the folder, by the name of the file.
fn found(language: &str) -> BTreeMap<String, Vec<Value>> {
    let folder = folder();
    let output = peil(["check", &folder.to_string_lossy(), "--format", "json", "--lang", language]).run();
    assert_eq!(output.code, 1, "{output}");
    let json: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    // The files are what many people made of a few questionnaires, so that many say that they are the same version.
    let copies = |one: &&Value| one["code"] != "version-not-raised";
    for one in json["diagnostics"].as_array().expect("a list").iter().filter(copies) {
        let path = one["file"].as_str().expect("a path");
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        found.entry(name).or_default().push(one.clone());
    }
    found
}

fn problem(one: &Value, text: &str) -> Problem {
    let number = |place: &str, field: &str| one[place][field].as_u64().expect("a number") as usize;
    let word = |field: &str| one[field].as_str().expect("a text");
    let said = format!("{}[{}]: {}", word("severity"), word("code"), word("message"));
    let (line, column) = (number("start", "line"), number("start", "column"));
    if one["start"] == one["end"] {
        assert_eq!((line, column), (1, 1), "points at nothing: {one}");
        return Problem { line: 0, column: 0, marked: String::new(), said };
    }
    let length = if number("end", "line") == line { number("end", "column") - column } else { usize::MAX };
    let written = text.lines().nth(line - 1).unwrap_or_default();
    Problem { line, column, marked: written.chars().skip(column - 1).take(length).collect(), said }
}

#[test]
fn a_hundred_mistakes_that_people_make_are_found_at_the_right_word_and_nothing_else_is() {
    let (files, found) = (files(), found("en"));
    assert!(files.len() >= FEWEST, "only {} files", files.len());
    let mut wrong = String::new();
    for (name, text) in &files {
        let mut expected = written(text, beside(&folder().join(name)).as_deref());
        let mut found: Vec<Problem> = found.get(name).into_iter().flatten().map(|one| problem(one, text)).collect();
        assert!(!expected.is_empty(), "{name} says of no mistake");
        expected.sort();
        found.sort();
        for problem in expected.iter().filter(|problem| !found.contains(problem)) {
            wrong.push_str(&format!("\n{name}: written but not found, {problem:?}\n"));
        }
        for problem in found.iter().filter(|problem| !expected.contains(problem)) {
            wrong.push_str(&format!("\n{name}: found but not written, {}\n", problem.annotation()));
        }
        if found.len() != expected.len() {
            wrong.push_str(&format!("\n{name}: {} written, {} found\n", expected.len(), found.len()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_file_with_a_mistake_says_in_its_first_line_what_somebody_did() {
    let mut seen = BTreeMap::new();
    for (name, text) in files().iter().filter(|(name, text)| name.ends_with(".yaml") && !text.contains('\0')) {
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("# ") && first.ends_with('.'), "{name}: {first}");
        if let Some(other) = seen.insert(first.to_owned(), name.clone()) {
            panic!("{name} and {other} are about the same mistake: {first}");
        }
    }
}

#[test]
fn every_mistake_is_told_in_dutch_and_in_english_with_a_remedy() {
    let (dutch, english) = (found("nl"), found("en"));
    assert_eq!(dutch.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (dutch, english) in dutch.values().flatten().zip(english.values().flatten()) {
        assert_eq!((&dutch["code"], &dutch["start"]), (&english["code"], &english["start"]));
        assert_ne!(dutch["message"], english["message"]);
        assert!(dutch["help"].as_str().is_some_and(|help| !help.is_empty()), "{dutch}");
    }
}
