//! What a golden test expected and what came out: the half of a finding that whoever reads it in a pipeline needs most.

use serde_json::Value;

use super::LOKET;
use crate::peil::peil;

/// Of two questions one is yes, which is 2 of 4.
fn half() -> String {
    let questions = LOKET.replace(
        "id: a-1, at: {thema: diensten}, ask: Één 🚀?, type: <b>",
        "id: b, at: {thema: diensten}, ask: Bekend?, type: yes-no",
    );
    questions + "tests:\n  - {name: half, answers: {a-1: yes, b: no}, expect: {overall: 3, diensten: 2.5}}\n"
}

fn found(format: &str) -> String {
    let output = peil(["check", "half.yaml", "--format", format]).file("half.yaml", &half()).run();
    assert_eq!(output.code, 1, "{output}");
    output.stdout
}

const OVERALL: &str = "the test ‘half’ expects 3 for `overall`, but the result is 2";
const SERVICES: &str = "the test ‘half’ expects 2.5 for `diensten`, but the result is 2";
const REMEDY: &str = "work it out, and correct the test or the weights";

#[test]
fn every_format_says_of_what_the_result_differs_what_was_expected_and_what_it_is() {
    for format in ["human", "concise", "json", "github", "gitlab", "sarif", "junit"] {
        let found = found(format);
        assert!(found.contains(OVERALL) && found.contains(SERVICES), "{format}: {found}");
    }
}

/// The texts at a place in each of a list.
fn texts(list: &Value, place: &str) -> Vec<String> {
    let list = list.as_array().expect("a list");
    list.iter().map(|one| one.pointer(place).and_then(Value::as_str).expect("a text").to_owned()).collect()
}

#[test]
fn where_there_is_room_for_lines_it_says_how_the_result_came_about_too() {
    let derivation = "this is how the result came about:\nTotal: 2.000 (2 of 2)\n";
    let github = found("github").replace("%0A", "\n");
    assert!(github.contains(&format!("::{OVERALL}\n{derivation}")), "{github}");
    assert_eq!(github.matches(&format!("\n{REMEDY}\n::")).count(), 1, "between the first and the second: {github}");
    let sarif: Value = serde_json::from_str(&found("sarif")).expect("JSON");
    let said = texts(&sarif["runs"][0]["results"], "/message/text");
    assert!(said[0].starts_with(&format!("{OVERALL} – {REMEDY}\n{derivation}")), "{said:?}");
    let junit = found("junit");
    assert!(junit.contains(&format!("message=\"{OVERALL}\"")), "{junit}");
    assert!(junit.contains(&format!(": {OVERALL}\n{derivation}")), "{junit}");
}

#[test]
fn two_expectations_of_one_test_are_two_problems_with_a_fingerprint_each() {
    let gitlab: Value = serde_json::from_str(&found("gitlab")).expect("JSON");
    assert_eq!(texts(&gitlab, "/description"), [OVERALL, SERVICES].map(|said| format!("{said} – {REMEDY}")));
    let fingerprints = texts(&gitlab, "/fingerprint");
    assert_ne!(fingerprints[0], fingerprints[1]);
}
