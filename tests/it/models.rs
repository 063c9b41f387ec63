//! Models of others, written as questionnaires (`tests/models`): they pass the check, each of their golden numbers is what
//! an independent calculation gives, and each can fail.

mod scores;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::{Diagnostic, Diagnostics, Finding, ModelFinding};
use peil::lint;
use peil::questionnaire::{self, Questionnaire};
use peil::source::{Sources, Span};
use peil::yaml::{self, Entry};

use crate::peil::peil;
use crate::shipped::fits;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("tests/models")
}

/// The files of the models, by name.
fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the models").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "yaml")).collect();
    files.sort();
    assert!(files.len() >= 9, "only {} models", files.len());
    files
}

fn name(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// Reads a questionnaire and runs its golden tests.
fn checked(text: &str) -> (Questionnaire, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("model.yaml", text);
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    let read = questionnaire::parse(&node, &mut out);
    let questionnaire = read.unwrap_or_else(|| panic!("{:?} in\n{text}", out.sorted()));
    lint::run(&questionnaire, &node, &mut out);
    let found = out.sorted().into_iter().cloned().collect();
    (questionnaire, found)
}

/// How many files there are in a folder and those in it.
fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

#[test]
fn all_models_and_the_answers_to_them_pass_the_check_without_a_word() {
    let models = folder();
    let files = count(&models);
    for (language, verdict) in [
        ("nl", format!("In orde: {files} bestanden gecontroleerd.\n")),
        ("en", format!("All good: {files} files checked.\n")),
    ] {
        peil(["check", &models.to_string_lossy(), "--lang", language]).stdout(&verdict).ends_with(0);
    }
}

#[test]
fn every_model_speaks_dutch_and_english() {
    for path in files() {
        let (questionnaire, found) = checked(&fs::read_to_string(&path).expect("a model"));
        let languages: Vec<String> = questionnaire.languages.iter().map(|tag| tag.as_str().to_owned()).collect();
        assert_eq!((languages, found.len()), (vec!["nl".to_owned(), "en".to_owned()], 0), "{}", path.display());
        assert_eq!(questionnaire.id, name(&path));
    }
}

/// Something else than what a golden test expects: of a number as little more as can be told from it.
fn another(expected: &str) -> String {
    let decimals = expected.split_once('.').map_or(0, |(_, decimals)| decimals.len()).max(3);
    match expected.parse::<f64>() {
        Ok(number) => format!("{:.decimals$}", number + 10f64.powi(-(decimals as i32))),
        Err(_) if expected == "none" => "something".to_owned(),
        Err(_) => "none".to_owned(),
    }
}

/// The scalar that an expectation gives, and where it stands.
fn value(entry: &Entry) -> (String, Span) {
    (entry.value.scalar().expect("one value").text.clone(), entry.value.span)
}

#[test]
fn every_expectation_of_every_golden_test_can_fail() {
    let mut tried = 0;
    for path in files() {
        let text = fs::read_to_string(&path).expect("a model");
        let (questionnaire, _) = checked(&text);
        assert!(questionnaire.tests.len() >= 3, "{}: too few golden tests", path.display());
        for (test, entry) in questionnaire.tests.iter().flat_map(|test| test.expect.iter().map(move |e| (test, e))) {
            let (expected, span) = value(entry);
            let wrong = match questionnaire.scale.stages.first() {
                // A stage that does not exist would be a mistake of another kind.
                Some(stage) if entry.key.text == "stage" && expected == "none" => stage.id.clone(),
                _ => another(&expected),
            };
            let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
            let (_, found) = checked(&format!("{before}{wrong}{after}"));
            let place = format!("{}, {}, {}: {wrong}", path.display(), test.name, entry.key.text);
            let [Diagnostic { finding: Finding::Model(ModelFinding::GoldenTest { test: named, .. }), span: at, .. }] =
                found.as_slice()
            else {
                panic!("{place}: {found:?}");
            };
            assert_eq!((named, at.start, at.end), (&test.name, span.start, span.start + wrong.len() as u32), "{place}");
            tried += 1;
        }
    }
    assert!(tried > 150, "only {tried} expectations");
}

/// What `tests/reference/models.py` worked out, by model, test or council, and figure.
fn reference() -> HashMap<[String; 3], String> {
    let text = fs::read_to_string(root().join("tests/reference/models.txt")).expect("the reference");
    let line = |line: &str| {
        let parts: Vec<String> = line.split(" | ").map(str::to_owned).collect();
        let [model, place, figure, value] = parts.try_into().expect("four parts");
        ([model, place, figure], value)
    };
    text.lines().map(line).collect()
}

#[test]
fn every_golden_number_of_a_model_is_what_the_independent_calculation_gives() {
    let mut reference = reference();
    reference.retain(|[model, ..], _| !model.ends_with(".csv"));
    for path in files() {
        let (questionnaire, _) = checked(&fs::read_to_string(&path).expect("a model"));
        for test in &questionnaire.tests {
            for entry in &test.expect {
                let place = [name(&path), test.name.clone(), entry.key.text.clone()];
                let exact = reference.remove(&place).unwrap_or_else(|| panic!("not calculated: {place:?}"));
                let (expected, _) = value(entry);
                assert!(fits(&expected, &exact), "{place:?}: {expected} expected, {exact} calculated");
            }
        }
    }
    assert!(reference.is_empty(), "calculated, but not expected: {reference:?}");
}

#[test]
fn the_page_about_models_names_every_one_of_them_and_no_other() {
    let page = fs::read_to_string(root().join("docs/models.md")).expect("the page");
    let linked = page.split("](../tests/models/").skip(1).filter_map(|rest| rest.split(".yaml)").next());
    let named: BTreeSet<String> = linked.map(str::to_owned).collect();
    assert_eq!(named, files().iter().map(|path| name(path)).collect());
}

#[test]
fn a_score_on_the_bound_of_a_stage_reaches_it_on_a_scale_of_ten_thousand_too() {
    // 1/5, 2/5 and 4/5 of ten thousand. As whole numbers of 2⁻⁴⁰ two of them are a trifle less.
    let text = "\
peil: questionnaire/1
id: t
version: 1.0.0
languages: [en]
title: T
scale: {max: 10000, stages: [{id: s0, from: 0, title: A}, {id: s2, from: 2000, title: B}, {id: s4, from: 4000, title: C}, {id: s8, from: 8000, title: D}]}
axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]
questions:
  - {id: q, at: {a: d}, ask: Q, type: rating, from: 0, to: 5}
tests:
  - {name: one, answers: {q: 1}, expect: {overall: 2000, stage: s2}}
  - {name: two, answers: {q: 2}, expect: {overall: 4000, stage: s4}}
  - {name: four, answers: {q: 4}, expect: {overall: 8000, stage: s8}}
";
    let (_, found) = checked(text);
    assert!(found.is_empty(), "{found:?}");
}
