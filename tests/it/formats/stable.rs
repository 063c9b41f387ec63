//! Fingerprints and paths: what a CI system knows a finding by.

use serde_json::Value;

use super::LOKET;
use crate::peil::{Peil, peil};

/// The fingerprints of a text under the name `a.yaml` or `a.csv`, the same in both formats that have them.
fn fingerprints(name: &str, text: &str) -> Vec<String> {
    let run = |format| {
        let output = peil(["check", name, "-q", "kort.yaml", "--format", format]).file(name, text).with_kort().run();
        serde_json::from_str::<Value>(&output.stdout).unwrap_or_else(|_| panic!("{output}"))
    };
    let words = |list: &Value, path: &str| -> Vec<String> {
        let list = list.as_array().expect("a list");
        list.iter().map(|one| one.pointer(path).and_then(Value::as_str).expect("one").to_owned()).collect()
    };
    let gitlab = words(&run("gitlab"), "/fingerprint");
    let sarif = words(&run("sarif")["runs"][0]["results"], "/partialFingerprints/peilFinding~1v1");
    assert_eq!(gitlab, sarif);
    gitlab
}

#[test]
fn lines_that_come_or_go_change_no_fingerprint() {
    let before = fingerprints("a.yaml", LOKET);
    assert_eq!(before.len(), 2);
    let shifted = LOKET.replace("scale:", "# noot\n\n\nscale:").replace("questions:\n", "questions:\n  # noot\n");
    assert_eq!(fingerprints("a.yaml", &shifted), before);
    let another = "questions:\n  - {id: nieuw, at: {thema: diensten}, ask: Nieuw?, type: yes-no}\n";
    assert_eq!(fingerprints("a.yaml", &LOKET.replace("questions:\n", another)), before);
}

#[test]
fn the_same_mistake_in_another_question_or_file_is_another() {
    let before = fingerprints("a.yaml", LOKET);
    let elsewhere = LOKET
        .replace("type: yes-no", "type: <b>")
        .replace("a-1, at: {thema: diensten}, ask: Één", "b, at: {thema: diensten}, ask: Één");
    let both = fingerprints("a.yaml", &elsewhere);
    assert_eq!(both.len(), 2, "the same word twice");
    assert_ne!(both[0], both[1]);
    assert_eq!(both[0], before[1], "of question a-1, though it now stands in the first");
    assert_ne!(fingerprints("b.yaml", LOKET), before);
}

#[test]
fn a_row_of_a_table_is_known_by_what_is_in_it() {
    let before = fingerprints("a.csv", "council,keuze\n1,vaak\n2,vaak\n2,vaak\n");
    assert_eq!(before.len(), 3);
    assert!(before[0] != before[1] && before[1] != before[2], "{before:?}");
    let after = fingerprints("a.csv", "council,keuze\n9,soms\n1,vaak\n2,vaak\n2,vaak\n");
    assert_eq!(after, before);
}

/// The path of the one finding.
fn shown(mut run: Peil) -> String {
    let output = run.run();
    output.stdout.split(":1:7: ").next().unwrap_or_default().to_owned()
}

#[test]
fn paths_are_those_of_the_working_directory_however_they_were_given() {
    let check = || peil(["check", "--format", "concise"]).file("map/a.yaml", "peil: x\n");
    for path in ["map/a.yaml", "./map/a.yaml", "map/../map/a.yaml", "map", "./map", "."] {
        assert_eq!(shown(check().argument(path)), "map/a.yaml", "{path}");
    }
    let run = check();
    let inside = run.path().join("map/a.yaml");
    assert_eq!(shown(run.argument(&inside.to_string_lossy())), "map/a.yaml");
    let elsewhere = check();
    let outside = elsewhere.path().join("map/a.yaml").to_string_lossy().into_owned();
    assert_eq!(shown(check().argument(&outside)), outside);
}
