//! What participants wrote, in their reports: nothing that somebody wrote is lost to all who do not open the files.

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [nl, en]\n\
    title: {nl: Kort, en: Short}\nscale: {max: 2}\n\
    axes:\n  - {id: d, title: {nl: D, en: D}, dimensions: [{id: x, title: {nl: X, en: X}}]}\n\
    roles: [{id: ict, title: {nl: ICT, en: IT}}, {id: dienst, title: {nl: Dienst, en: Unit}}]\n\
    choices: {st: [{id: 0, value: 0, label: {nl: Niets, en: None}}, {id: 2, value: 2, label: {nl: Alles, en: All}}]}\n\
    questions:\n\
    \x20 - {id: a, at: {d: x}, ask: {nl: Vraag A?, en: Question A?}, type: choice, choices: st, evidence: {from: 2}}\n\
    \x20 - {id: b, at: {d: x}, ask: {nl: Vraag B?, en: Question B?}, type: choice, choices: st, not_applicable: {reason: required}}\n\
    \x20 - {id: t, at: {d: x}, ask: {nl: Wat nog?, en: What else?}, type: text}\n";

/// A report on this many people of one role, each of whom wrote all that can be written.
fn report(people: usize, agreed: bool, flags: &[&str]) -> Peil {
    let arguments = ["report", "in", "-q", "kort.yaml", "--council", "a", "-o", "a.md"];
    let run = peil(arguments.iter().chain(flags)).file("kort.yaml", QUESTIONNAIRE).stderr_holds("a-standing.svg");
    (0..people).fold(run, |run, person| {
        let text = format!(
            "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: a}}\n\
             respondent: {{id: r-{person}, role: ict}}\nshown_by_role: {agreed}\nanswers:\n\
             \x20 a: {{choice: 2, evidence: EVID{person}, comment: COMM{person}}}\n\
             \x20 b: {{not-applicable: REAS{person}}}\n\
             \x20 t: {{text: TEXT{person}, comment: TCOM{person}}}\n"
        );
        run.file(&format!("in/{person:02}.yaml"), &text)
    })
}

/// The section on what was written.
fn section(page: &str) -> &str {
    let (_, rest) = page.split_once("## What participants wrote\n").expect("the section");
    rest.split("\n## ").next().unwrap_or_default()
}

fn words(page: &str) -> [bool; 5] {
    ["TEXT0", "TCOM0", "COMM0", "EVID0", "REAS0"].map(|word| page.contains(word))
}

#[test]
fn the_public_reads_answers_in_words_and_comments_and_that_there_is_evidence() {
    let page = report(12, true, &[]).ends_with(0).text("a.md");
    assert_eq!(words(&page), [true, true, true, false, false], "{page}");
    let section = section(&page);
    assert!(section.contains("### What else?\n") && section.contains("> TEXT11\n"), "{section}");
    assert!(section.contains("> TCOM11\n>\n> – comment on an answer\n"), "{section}");
    assert!(!section.contains("IT"), "no role: {section}");
    let remark = "Participants wrote what shows an answer or why something does not apply. That is only in the report for the \
                  participants themselves.";
    assert!(section.contains(remark), "{section}");
}

#[test]
fn under_ten_people_the_public_reads_only_that_something_was_written() {
    let page = report(9, true, &[]).ends_with(0).text("a.md");
    assert_eq!(words(&page), [false; 5], "{page}");
    let remark =
        "Participants wrote something with their answers. A public report shows none of it under 10 participants.";
    assert_eq!(section(&page).trim(), remark);
}

#[test]
fn the_room_reads_all_with_its_role_where_everyone_agreed() {
    let page = report(2, true, &["--audience", "workshop"]).ends_with(0).text("a.md");
    assert_eq!(words(&page), [true; 5], "{page}");
    for quote in [
        "> TEXT0\n>\n> – IT\n",
        "> TCOM1\n>\n> – IT, comment on an answer\n",
        "> COMM0\n>\n> – IT\n",
        "> EVID0\n>\n> – IT, what shows an answer\n",
        "> REAS1\n>\n> – IT, why this does not apply\n",
    ] {
        assert!(page.contains(quote), "{quote}: {page}");
    }
}

#[test]
fn a_small_room_that_did_not_agree_reads_no_evidence_and_no_reason() {
    let page = report(4, false, &["--audience", "workshop", "--lang", "nl"]).ends_with(0).text("a.md");
    assert_eq!(words(&page), [true, true, true, false, false], "{page}");
    assert!(page.contains("## Wat deelnemers schreven\n"), "{page}");
    let remark = "Waaruit een antwoord blijkt en waarom iets niet van toepassing is, staat er alleen bij vragen die aan \
                  minstens 5 deelnemers zijn gesteld.";
    assert!(page.contains(remark), "{page}");
    let page = report(5, false, &["--audience", "workshop"]).ends_with(0).text("a.md");
    assert_eq!(words(&page), [true; 5], "{page}");
    assert!(page.contains("> EVID0\n>\n> – what shows an answer\n"), "without a role: {page}");
}

#[test]
fn what_a_pool_withheld_is_no_answer_of_anyone() {
    let rows = "a,ict,2,(withheld)\n".repeat(11) + "a,ict,2,meer tijd\n";
    let page = peil(["report", "pool.csv", "-q", "kort.yaml", "--council", "a", "-o", "a.md"])
        .file("kort.yaml", QUESTIONNAIRE)
        .file("pool.csv", &format!("council,role,a,t\n{rows}"))
        .stderr_holds("a-standing.svg")
        .ends_with(0)
        .text("a.md");
    assert_eq!(section(&page).trim(), "### What else?\n\n> meer tijd", "{page}");
}
