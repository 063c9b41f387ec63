//! Answers to an earlier version: read under the names of today, and written with the version that was answered, so that
//! they score as they did where they were.

use peil::spreadsheet;

use super::{ENQUETE, numbered, saved};
use crate::peil::{Peil, peil};

/// Version 1.1.0: `plan` has another id, a choice another id and other words, a question is gone and one is new.
fn later() -> String {
    let changes = [
        ("version: 1.0.0", "version: 1.1.0\ndropped: [{id: vlot, since: 1.1.0}]"),
        ("{id: plan, at", "{id: beleid, was: plan, at"),
        (
            "{id: soms, value: 2, label: {nl: \"Soms, maar niet vaak\", en: Sometimes}}",
            "{id: af-en-toe, was: soms, value: 2, label: {nl: Af en toe, en: Now and then}}",
        ),
        ("{id: post, label: {nl: \"Mail", "{id: brief, was: post, label: {nl: \"Mail"),
        (
            "  - {id: vlot, at: {thema: diensten}, ask: {nl: \"Hoe vlot gaat het?\", en: \"How smooth is it?\"}, type: rating, from: 1, to: 5}\n",
            "  - {id: nieuw, since: 1.1.0, at: {thema: diensten}, ask: {nl: Nieuw?, en: New?}, type: yes-no}\n",
        ),
    ];
    changes.iter().fold(ENQUETE.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

fn import(name: &str, bytes: &[u8], more: &[&str]) -> Peil {
    peil(["import", name, "-q", "later.yaml"].iter().chain(more)).bytes(name, bytes).file("later.yaml", &later())
}

const FORM: &str = "{\"peil\": \"answers/1\", \"questionnaire\": {\"id\": \"enquete\", \"version\": \"1.0.0\", \"hash\": \"b3:1\"}, \
                    \"council\": {\"id\": \"41048\"}, \"respondent\": {\"id\": \"r-12ab34cd\", \"role\": \"ict\"}, \
                    \"answers\": {\"plan\": \"soms\", \"kanalen\": [\"post\"], \"vlot\": 4}}\n";

/// What was done to the answers of one person.
const TOLD: &str =
    "1 participant answered version 1.0.0: 1 question renamed, 1 dropped, 1 not asked yet, 2 choices renamed.\n";

#[test]
fn a_form_of_an_earlier_version_is_taken_over_and_keeps_its_version() {
    let written = import("form.json", FORM.as_bytes(), &["-o", "uit"])
        .stderr_holds("People      1 read, 1 taken over\n")
        .stderr_holds(TOLD)
        .ends_with(0);
    let text = written.text("uit/r-12ab34cd.yaml");
    assert!(text.contains("version: \"1.0.0\"\n  hash: b3:1\n"), "{text}");
    assert!(text.ends_with("answers:\n  beleid: af-en-toe\n  kanalen:\n  - brief\n"), "{text}");
}

#[test]
fn answers_of_an_earlier_version_score_the_same_before_and_after_an_import() {
    let scores = |file: &str, text: &str| {
        let mut run = peil(["score", file, "-q", "later.yaml", "-o", "-", "--format", "csv"]);
        run = run.file(file, text).file("later.yaml", &later());
        let output = run.run();
        assert_eq!(output.code, 0, "{output}");
        output.stdout
    };
    let written = import("form.json", FORM.as_bytes(), &["-o", "uit", "--quiet"]).ends_with(0);
    let table = import("form.json", FORM.as_bytes(), &["-o", "uit.csv", "--quiet"]).ends_with(0);
    let direct = scores("form.json", FORM);
    // Of nine questions one was not asked yet: two of eight.
    assert_eq!(direct, scores("r.yaml", &written.text("uit/r-12ab34cd.yaml")));
    assert_eq!(direct, scores("t.csv", &table.text("uit.csv")));
}

#[test]
fn a_workbook_of_an_earlier_version_is_read_by_the_ids_and_the_words_that_it_was_made_with() {
    let mut made = peil(["form", "enquete.yaml", "-o", "wb.xlsx", "--council", "41048"]).file("enquete.yaml", ENQUETE);
    assert_eq!(made.run().code, 0);
    let mut grids = spreadsheet::open(&made.path().join("wb.xlsx")).expect("readable");
    let answers = grids.iter_mut().find(|grid| grid.name == "Answers").expect("the answers");
    let column = answers.rows[0].iter().position(|cell| cell == "Answer").expect("a column");
    for (id, text) in
        [("plan", "Sometimes"), ("kanalen|post", "Yes"), ("vlot", "4"), ("gebruik.app", "Soms, maar niet vaak")]
    {
        let row = answers.rows.iter_mut().find(|row| row.first().is_some_and(|cell| cell == id)).expect("the line");
        row.resize(row.len().max(column + 1), String::new());
        text.clone_into(&mut row[column]);
    }
    let output = import("wb.xlsx", &saved(&grids), &["-o", "uit"])
        .stderr_holds(&TOLD.replace("2 choices", "3 choices"))
        .ends_with(0);
    let name = output.files().into_iter().find(|name| name.starts_with("uit/")).expect("a file");
    let text = output.text(&name);
    assert!(text.contains("version: \"1.0.0\"\n"), "{text}");
    assert!(text.ends_with("beleid: af-en-toe\n  kanalen:\n  - brief\n  gebruik.app: af-en-toe\n"), "{text}");
}

#[test]
fn rows_of_a_table_that_name_an_earlier_version_keep_it() {
    let table = "council,questionnaire,plan,kanalen,nieuw\n41048,enquete@1.0.0,soms,post,\n41063,enquete@1.1.0,af-en-toe,brief,yes\n";
    let output = import("t.csv", table.as_bytes(), &["-o", "-"]).run();
    assert_eq!(output.code, 0, "{output}");
    let rows: Vec<String> = numbered(&output.stdout).lines().skip(1).map(str::to_owned).collect();
    assert_eq!(
        rows,
        [
            "41048,,,r-1,,full,enquete@1.0.0,af-en-toe,,,brief,,,,,,,",
            "41063,,,r-2,,full,enquete@1.1.0,af-en-toe,,,brief,yes,,,,,,",
        ]
    );
    assert!(output.stderr.contains("1 participant answered version 1.0.0: 1 question renamed, "), "{output}");
}

#[test]
fn a_table_that_peil_wrote_of_an_earlier_version_keeps_who_does_it_and_makes_no_class_of_a_question_that_is_gone() {
    let table = "council,name,wave,respondent,role,scan,questionnaire,size,plan,vlot,plan.via,vlot.via\n\
                 41048,Ninove,2026,r-1,ict,full,enquete@1.0.0,klein,soms,4,partner,partner\n";
    let output = import("t.csv", table.as_bytes(), &["-o", "-"]).run();
    let (header, row) = output.stdout.split_once('\n').expect("two lines");
    assert!(header.starts_with("council,name,wave,respondent,role,scan,questionnaire,size,beleid,"), "{output}");
    assert!(header.ends_with(",beleid.via") && row.ends_with(",partner\n"), "{output}");
    // `vlot` and `vlot.via`: one question.
    assert!(output.code == 0 && output.stderr.contains("1 question renamed, 1 dropped, 1 not asked yet"), "{output}");
}

#[test]
fn a_question_that_is_gone_is_dropped_from_rows_of_a_version_that_asked_it_and_from_no_others() {
    let header = "council,questionnaire,plan,vlot\n";
    let old = "41048,enquete@1.0.0,soms,4\n";
    let told = |rows: &str| import("t.csv", format!("{header}{rows}").as_bytes(), &["-o", "out"]);
    told(&format!("{old}41063,enquete@1.0.0,soms,\n"))
        .stderr_holds(
            "  Columns     1 of 4 belong to a question (1 by code), 2 about the person, 1\n              dropped\n",
        )
        .stderr_holds("2 participants answered version 1.0.0: 1 question renamed, 1 dropped, 1 not asked yet")
        .ends_with(0);
    told(old)
        .in_dutch()
        .stderr_holds(" over de deelnemer, 1\n              vervallen\n  Rijen ")
        .stderr_holds(": 1 vraag hernoemd, 1 vervallen, ")
        .ends_with(0);
    // Nobody answered it.
    told("41048,enquete@1.0.0,soms,\n").stderr_holds("version 1.0.0: 1 question renamed, 1 not asked yet").ends_with(0);
    // In version 1.1.0 there is nothing to drop.
    told(&format!("{old}41063,enquete@1.1.0,soms,3\n"))
        .stderr_holds("    D  vlot: `3` (not asked since version 1.1.0), row 3\n")
        .ends_with(1);
    told("41063,enquete@1.1.0,soms,3\n")
        .stderr_holds("  Columns that belong to no question:\n    D  vlot\n")
        .ends_with(1);
    // A mapping that is suggested asks nothing about it.
    let output = import("t.csv", format!("{header}{old}").as_bytes(), &["--suggest"]).run();
    assert!(output.code == 0 && !output.stdout.contains("vlot"), "{output}");
}

#[test]
fn an_answer_that_the_version_of_its_row_does_not_ask_is_told_with_what_helps_and_without_a_mapping() {
    let later = later().replace("version: 1.1.0", "version: 1.2.0");
    let told = |row: &str, cell: &str, l: &str| {
        let table = format!("council,questionnaire,plan,vlot\n41048,enquete@1.0.0,soms,4\n41063,{row},{cell},3\n");
        let output = peil(["import", "t.csv", "-q", "later.yaml", "-o", "out", "--lang", l])
            .file("t.csv", &table)
            .file("later.yaml", &later)
            .run();
        assert_eq!(output.code, 1, "{output}");
        output.stderr
    };
    let help = "\nAnswers to questions that their version does not ask: remove them, or name the version that was answered in \
                the column `questionnaire`.\n";
    let none = told("", "soms", "en");
    assert!(none.contains("    D  vlot: `3` (not asked since version 1.1.0), row 3\n"), "{none}");
    assert!(none.ends_with(help) && !none.contains("mapping"), "{none}");
    let after = told("enquete@1.1.0", "soms", "en");
    assert!(after.contains("    D  vlot: `3` (the version that the row names does not ask this), row 3\n"), "{after}");
    assert!(after.ends_with(help) && !after.contains("mapping"), "{after}");
    let dutch = told("", "soms", "nl");
    assert!(dutch.contains("    D  vlot: `3` (niet meer gevraagd sinds versie 1.1.0), rij 3\n"), "{dutch}");
    assert!(!dutch.contains("koppeling"), "{dutch}");
    // What a mapping can say stands beside it.
    let both = told("", "weleens", "en");
    assert!(
        both.contains("peil import t.csv -q later.yaml --suggest -o mapping.yaml\n") && both.ends_with(help),
        "{both}"
    );
}

#[test]
fn a_form_of_a_later_version_is_refused_without_a_word_about_columns() {
    let form = FORM.replace("1.0.0", "2.0.0");
    let output = import("form.json", form.as_bytes(), &["-o", "uit"]).run();
    assert_eq!(output.code, 1, "{output}");
    assert!(output.stderr.contains("error[other-version]: these answers belong to version 2.0.0"), "{output}");
    assert!(output.stderr.ends_with("error: nothing could be taken over\nhelp: see above why\n"), "{output}");
}
