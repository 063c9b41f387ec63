//! The golden tests inside the questionnaires: they come out, they cover what can go wrong, and an independent
//! calculation gives the same.

use std::collections::{BTreeSet, HashMap};

use peil::diagnostics::Diagnostics;
use peil::lint;
use peil::questionnaire::{self, GoldenAnswers, GoldenTest, Questionnaire, SHIPPED};
use peil::source::Sources;
use peil::yaml::{self, Node, Value};

use super::all;

fn text(node: &Node) -> String {
    match &node.value {
        Value::List(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        _ => node.scalar().map(|scalar| scalar.text.clone()).unwrap_or_default(),
    }
}

fn expected(test: &GoldenTest, name: &str) -> Option<String> {
    let found = test.expect.iter().find(|entry| entry.key.text == name);
    found.map(|entry| text(&entry.value))
}

/// The one with this name, which every questionnaire has.
fn named<'a>(questionnaire: &'a Questionnaire, name: &str) -> &'a GoldenTest {
    let found = questionnaire.tests.iter().find(|test| test.name == name);
    found.unwrap_or_else(|| panic!("{}: no test “{name}”", questionnaire.id))
}

#[test]
fn peil_check_finds_nothing_in_a_shipped_questionnaire() {
    for one in SHIPPED {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add(one.id, one.text);
        let node = yaml::parse(file, &sources, &mut out).expect("YAML");
        let questionnaire = questionnaire::parse(&node, &mut out).expect("a questionnaire");
        lint::run(&questionnaire, &node, &mut out);
        assert!(out.is_empty(), "{}: {:?}", one.id, out.sorted());
    }
}

#[test]
fn every_questionnaire_is_tested_with_all_answers_at_each_stage() {
    for questionnaire in all() {
        for (stage, id) in ["startend", "zoekend", "bouwend", "verankerd", "lerend"].into_iter().enumerate() {
            let test = named(&questionnaire, &format!("all at {stage}"));
            let place = format!("{}, {}", questionnaire.id, test.name);
            assert_eq!(expected(test, "stage").as_deref(), Some(id), "{place}");
            let dimensions = questionnaire.dimensions.iter().map(|dimension| dimension.id.as_str());
            for name in dimensions.chain(["overall", "coverage", "routed_out"]) {
                assert!(expected(test, name).is_some(), "{place}: nothing about {name}");
            }
            let step = if questionnaire.id == "dienstverlening" { "none".to_owned() } else { stage.to_string() };
            assert_eq!(expected(test, "step"), Some(step), "{place}");
        }
    }
}

#[test]
fn every_questionnaire_is_tested_with_roles_a_quick_scan_and_answers_that_are_missing() {
    for questionnaire in all() {
        let id = &questionnaire.id;
        let mixed = named(&questionnaire, "a mixed council");
        let roles: BTreeSet<String> = mixed.respondents.iter().filter_map(|one| one.role.as_ref()).map(text).collect();
        assert!(roles.len() >= 3, "{id}: {roles:?}");
        let quick = named(&questionnaire, "the quick scan");
        assert!(quick.respondents.iter().all(|one| one.quick), "{id}");
        let tests = questionnaire.tests.iter();
        let outcomes: Vec<String> = tests.flat_map(|test| &test.expect).map(|entry| text(&entry.value)).collect();
        assert!(outcomes.iter().any(|outcome| outcome == "too-few-answers"), "{id}");
        let half = |test: &&GoldenTest| test.name.contains(" sees ");
        let half = questionnaire.tests.iter().find(half).and_then(|test| expected(test, "routed_out"));
        assert!(half.is_some_and(|out| !out.is_empty()), "{id}");
        let offered = questionnaire.questions.iter().any(|one| one.not_applicable != Default::default());
        let answered = |answers: &GoldenAnswers| format!("{answers:?}").contains("not-applicable");
        let mut answers = questionnaire.tests.iter().flat_map(|test| &test.respondents);
        assert_eq!(answers.any(|one| answered(&one.answers)), offered, "{id}");
    }
}

/// Whether what the independent calculation gives, a fraction or a word, is what the test expects.
pub(crate) fn fits(expected: &str, reference: &str) -> bool {
    let fraction = |text: &str| -> Option<f64> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        Some(above.parse::<f64>().ok()? / below.parse::<f64>().ok()?)
    };
    match (expected.parse::<f64>(), fraction(reference)) {
        (Ok(expected_number), Some(exact)) => {
            let decimals = expected.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let half = if decimals < 3 { 1e-9 } else { 0.5 * 10f64.powi(-(decimals as i32)) };
            (expected_number - exact).abs() <= half
        }
        _ => expected.replace('-', " ") == reference.replace('-', " "),
    }
}

#[test]
fn every_golden_number_is_what_the_independent_calculation_gives() {
    let questionnaires = all();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/instruments.txt");
    let reference = std::fs::read_to_string(path).expect("the reference");
    let mut reference: HashMap<Vec<&str>, &str> = reference
        .lines()
        .filter_map(|line| line.rsplit_once(" | "))
        .map(|(place, value)| (place.split(" | ").collect(), value))
        .collect();
    for questionnaire in &questionnaires {
        for test in &questionnaire.tests {
            for entry in &test.expect {
                let place = vec![questionnaire.id.as_str(), &test.name, &entry.key.text];
                let exact = reference.remove(&place).unwrap_or_else(|| panic!("not calculated: {place:?}"));
                let expected = text(&entry.value);
                assert!(fits(&expected, exact), "{place:?}: {expected} expected, {exact} calculated");
            }
        }
    }
    assert!(reference.is_empty(), "calculated, but not expected: {reference:?}");
}
