//! `otherwise`: what becomes of a text that is no choice, also beside choices in the same cell.

use crate::peil::{Output, peil};

/// An import of two people, with this for the column of the boxes.
fn import(otherwise: &str) -> Output {
    let export = "council,Kanalen\n41048,\"Balie, Website, Postduif\"\n41063,\"Balie, Geen van deze, Uil\"\n";
    let mapping = format!(
        "peil: mapping/1\nsource: {{several: \", \"}}\ncolumns: {{Kanalen: {{answer: kanalen, otherwise: {otherwise}}}}}\n"
    );
    let mut run = peil(["import", "e.csv", "-q", "enquete.yaml", "-m", "m.yaml", "-o", "uit"])
        .file("e.csv", export)
        .file("m.yaml", &mapping)
        .file("enquete.yaml", super::ENQUETE);
    let mut output = run.run();
    let folder = std::fs::read_dir(run.path().join("uit")).into_iter().flatten();
    let texts = folder.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("answers"));
    output.stdout = texts.collect();
    output
}

const DESK_AND_WEBSITE: &str = "kanalen:\n    choice:\n    - balie\n    - web\n";

#[test]
fn a_text_beside_ticked_boxes_becomes_a_comment_and_the_boxes_stay_ticked() {
    let output = import("comment");
    assert!(output.stdout.contains(&format!("{DESK_AND_WEBSITE}    comment: Postduif\n")), "{output}");
}

#[test]
fn a_text_beside_ticked_boxes_is_left_out_and_the_boxes_stay_ticked() {
    let output = import("ignore");
    assert!(output.stdout.contains("kanalen:\n  - balie\n  - web\n"), "{output}");
    assert!(!output.stdout.contains("Postduif"), "{output}");
}

#[test]
fn a_text_that_is_to_be_reported_leaves_the_question_open() {
    let output = import("report");
    assert!(output.code == 1 && output.stdout.is_empty(), "{output}");
    assert!(output.stderr.contains("B  kanalen: `Postduif`, row 2\n"), "{output}");
}

#[test]
fn boxes_that_do_not_go_together_are_reported_whatever_stands_beside_them() {
    for otherwise in ["comment", "ignore"] {
        let output = import(otherwise);
        assert!(output.code == 1 && output.stderr.contains("(these do not go together), row 3\n"), "{output}");
    }
}
