//! What becomes of answers on their way to coded rows.

use super::*;
use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;
use crate::source::Sources;

const QUESTIONNAIRE: &str = r"
peil: questionnaire/1
id: t
version: 1.0.0
languages: [en]
title: T
scale: {max: 4}
axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]
roles: [{id: ict, title: ICT}]
questions:
  - {id: steps, at: {a: d}, ask: Q, type: choice, not_applicable: {reason: optional}, choices: [{id: 0, value: 0, label: L}, {id: 1, value: 1, label: L}]}
  - {id: boxes, at: {a: d}, ask: Q, type: multiple, choices: [{id: one, label: L}, {id: two, label: L}]}
  - {id: size, at: {a: d}, ask: Q, type: number, from: 0, to: 10}
  - {id: words, at: {a: d}, ask: Q, type: text}
";

fn questionnaire() -> Questionnaire {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("q.yaml", QUESTIONNAIRE);
    let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
    crate::questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

/// Reads answers under the usual head; the sheet and the codes of what was found.
fn sheet(answers: &str) -> (Sheet, Vec<&'static str>) {
    let questionnaire = questionnaire();
    let codec = Codec::new(&questionnaire);
    let text = format!(
        "peil: answers/1\nquestionnaire: {{id: t, version: 1.0.0}}\ncouncil: {{id: \"1\"}}\nanswers:\n{answers}\n"
    );
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("a.yaml", text);
    let sheet = parse(file, &sources, &questionnaire, &codec, &mut out).expect("a sheet");
    (sheet, out.sorted().iter().map(|found| found.code().id()).collect())
}

#[test]
fn a_list_answers_only_a_question_with_boxes() {
    assert_eq!(sheet("  boxes: [one, two]").1, [""; 0]);
    for answer in ["  steps: [1]", "  steps: []", "  size: []", "  words: [a]"] {
        let (sheet, codes) = sheet(answer);
        assert_eq!(codes, ["wrong-type"], "{answer}");
        assert!(sheet.entries.iter().all(Entry::is_empty), "{answer}");
    }
}

#[test]
fn two_answers_to_one_question_are_reported() {
    assert_eq!(sheet("  steps: {choice: 1, not-applicable: no}").1, ["unknown-field"]);
}

#[test]
fn a_text_that_reads_like_a_word_of_the_format_is_kept_as_a_text() {
    let (mut read, codes) = sheet("  words: {text: dont-know}");
    assert_eq!(codes, [""; 0]);
    assert_eq!(read.entries[0].answer, Some(Answer::Text("dont-know".into())));
    let questionnaire = questionnaire();
    let codec = Codec::new(&questionnaire);
    for text in ["dont-know", "not-applicable", "none", "- a: b", "null", ""] {
        read.entries[0].answer = Some(Answer::Text(text.into()));
        let written = write_sheet(&read, &questionnaire, &codec).expect("plain text");
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("a.yaml", written.as_str());
        let again = parse(file, &sources, &questionnaire, &codec, &mut out).expect("a sheet");
        assert_eq!(again.entries[0].answer, read.entries[0].answer, "{written}");
    }
}

#[test]
fn a_text_from_a_table_is_kept_beside_the_answers() {
    let questionnaire = questionnaire();
    let mut intake = Intake::new(&questionnaire);
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("a.csv", "council,role,steps,words\n1,ict,1,\"a, b\"\n2,,?,?\n");
    read_table(file, &sources, &mut intake, &mut out);
    assert!(out.is_empty());
    let notes: Vec<_> = intake.finish().notes;
    let expected = Note { group: 0, column: 3, role: 0, kind: NoteKind::Text, text: "a, b".into() };
    assert_eq!(notes, [expected]);
}
