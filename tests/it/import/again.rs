//! An import that is done again: whoever was there stays one person, and nothing of another round or council is replaced.

use super::workbooks::workbook;
use crate::peil::{Peil, Written, peil};

const EXPORT: &str =
    "id,submitdate,lastpage,startlanguage,seed,plan\n1,,3,nl,11,altijd\n2,2026-03-01 10:00:00,4,nl,22,soms\n";

fn run(arguments: &[&str]) -> Peil {
    peil(["import"].iter().chain(arguments).chain(&["-q", "enquete.yaml"])).file("enquete.yaml", super::ENQUETE)
}

/// The answers files and tables that an import wrote, or found.
fn answers(written: &Written) -> Vec<String> {
    let files = written.files().into_iter();
    files.filter(|name| name.ends_with(".yaml") && name != "enquete.yaml").collect()
}

/// A run in the folder that another one left behind.
fn after(run: Peil, before: &Written) -> Peil {
    let kept = before.files().into_iter().filter(|name| name.starts_with("out/") || name == "all.csv");
    kept.fold(run, |run, name| run.file(&name, &before.text(&name)))
}

#[test]
fn an_import_of_the_folder_that_it_writes_in_gives_the_same_people_each_time() {
    let import = || run(&[".", "--council", "41048", "-o", "collected"]).file("export.csv", EXPORT);
    let first = import().stderr_holds("2 answers files written in collected\n").ends_with(0);
    let mut again = import();
    for (name, text) in answers(&first).iter().map(|name| (name, first.text(name))) {
        again = again.file(name, &text);
    }
    let again = again
        .stderr_holds("Passed over: `collected` (this import writes there).\n")
        .stderr_holds("0 answers files written in collected; 2 were there already, just the same\n")
        .ends_with(0);
    assert_eq!(answers(&again), answers(&first));
    assert_eq!(answers(&first).len(), 2);
}

#[test]
fn a_table_that_is_replaced_does_not_count_what_it_held() {
    let import = || run(&[".", "--council", "41048", "-o", "all.csv", "--overwrite"]).file("export.csv", EXPORT);
    let first = import().stderr_holds("2 rows written to all.csv\n").ends_with(0);
    let again = after(import(), &first).in_dutch();
    let again = again.stderr_holds("Overgeslagen: `all.csv` (hier schrijft deze import naartoe).\n").ends_with(0);
    assert_eq!(again.text("all.csv"), first.text("all.csv"));
}

#[test]
fn an_answers_file_beside_the_export_that_it_was_made_of_is_the_same_person() {
    let import = |to: &str, more: &[&str]| {
        run(&[&["in", "--council", "41048", "-o", to], more].concat()).file("in/export.csv", EXPORT)
    };
    let first = import("in", &["--quiet"]).ends_with(0);
    assert_eq!(answers(&first).len(), 2);
    // Also in the folder itself, and from a copy of it.
    for to in ["in", "elsewhere"] {
        let mut again = import(to, &[]);
        for name in answers(&first) {
            again = again.file(&name, &first.text(&name));
        }
        let again = again
            .stderr_holds("  People      2 read, 0 taken over, 2 double\n")
            .stderr_holds("    2 files have the same answers under the same number as another file here;\n")
            .ends_with(0);
        let count = answers(&again).iter().filter(|name| name.starts_with(to)).count();
        assert_eq!(count, 2);
    }
}

#[test]
fn an_answers_file_that_says_something_else_than_its_response_is_told_of() {
    let import =
        |more: &[&str]| run(&[&["in", "--council", "41048", "-o", "in"], more].concat()).file("in/export.csv", EXPORT);
    let first = import(&["--quiet"]).ends_with(0);
    let mut again = import(&[]);
    for name in answers(&first) {
        again = again.file(&name, &first.text(&name).replace("plan: soms", "plan: nooit"));
    }
    again
        .stderr_holds("  People      2 read, 0 taken over, 2 double\n")
        .stderr_holds("  Files of one person:\n    in/export.csv:3 and in/r-")
        .stderr_holds(": none of these counts, since the")
        .ends_with(1);
}

#[test]
fn a_workbook_and_the_answers_file_that_was_made_of_it_are_one_person() {
    let filled = workbook(&[("council", "41048")], &[("plan", "Sometimes")]);
    let import = |more: &[&str]| run(&[&["in", "-o", "in"], more].concat()).bytes("in/a.xlsx", &filled);
    let first = import(&["--quiet"]).ends_with(0);
    let [name] = &answers(&first)[..] else { panic!("{:?}", answers(&first)) };
    let again = import(&[]).file(name, &first.text(name));
    let again =
        again.stderr_holds("    1 file has the same answers under the same number as another file").ends_with(0);
    assert_eq!(answers(&again), std::slice::from_ref(name));
}

/// A form of respondent `r-12ab34cd` in a council and a wave.
fn form(council: &str, wave: &str, plan: &str) -> String {
    format!(
        "{{\"peil\": \"answers/1\", \"questionnaire\": {{\"id\": \"enquete\", \"version\": \"1.0.0\"}}, \
         \"council\": {{\"id\": \"{council}\"}}, \"wave\": {wave}, \"respondent\": {{\"id\": \"r-12ab34cd\"}}, \
         \"status\": \"final\", \"answers\": {{\"plan\": \"{plan}\"}}}}\n"
    )
}

#[test]
fn another_round_of_the_same_person_is_another_file_and_is_never_replaced() {
    let import = |round: &str, more: &[&str]| {
        let (old, new) = (form("41048", "2024", "soms"), form("41048", "2026", "altijd"));
        let run = run(&[&[round, "-o", "out"], more].concat());
        run.file("old/a.json", &old).file("new/a.json", &new)
    };
    let first = import("old", &["--quiet"]).ends_with(0);
    assert_eq!(answers(&first), ["out/r-12ab34cd.yaml"]);
    let both = ["out/r-12ab34cd-2026.yaml", "out/r-12ab34cd.yaml"];
    for more in [&["--quiet"][..], &["--quiet", "--overwrite"]] {
        let second = after(import("new", more), &first).ends_with(0);
        assert_eq!(answers(&second), both);
        assert!(second.text(both[0]).contains("wave: 2026\n") && second.text(both[1]).contains("wave: 2024\n"));
        // Each finds its own again.
        for round in ["old", "new"] {
            let again = after(import(round, &[]), &second).stderr_holds("; 1 was there already, just the same\n");
            assert_eq!(answers(&again.ends_with(0)), both);
        }
    }
}

#[test]
fn rounds_and_councils_of_one_import_have_names_that_tell_them_apart_in_any_order() {
    let files = [
        ("a", form("41048", "2024", "soms")),
        ("b", form("41048", "2026", "soms")),
        ("c", form("41063", "2026", "soms")),
    ];
    let import = |order: [&str; 3], more: &[&str]| {
        let run = run(&[&order[..], &["-o", "out"], more].concat());
        files.iter().fold(run, |run, (folder, text)| run.file(&format!("{folder}/x.json"), text))
    };
    let first = import(["a", "b", "c"], &["--quiet"]).ends_with(0);
    assert_eq!(
        answers(&first),
        ["out/r-12ab34cd-2024.yaml", "out/r-12ab34cd-41048-2026.yaml", "out/r-12ab34cd-41063.yaml"]
    );
    let again = after(import(["c", "b", "a"], &[]), &first).stderr_holds("; 3 were there already, just the same\n");
    assert_eq!(answers(&again.ends_with(0)), answers(&first));
}

#[test]
fn other_answers_of_the_same_person_in_the_same_round_are_replaced_only_where_that_is_asked_for() {
    let import = |plan: &str, more: &[&str]| {
        run(&[&["in", "-o", "out"], more].concat()).file("in/a.json", &form("41048", "2026", plan))
    };
    let first = import("soms", &["--quiet"]).ends_with(0);
    let refused = after(import("altijd", &[]), &first);
    let refused = refused.stderr_holds("error: `out/r-12ab34cd.yaml` already holds other answers").ends_with(2);
    assert_eq!(refused.text("out/r-12ab34cd.yaml"), first.text("out/r-12ab34cd.yaml"));
    let replaced = after(import("altijd", &["--overwrite", "--quiet"]), &first).ends_with(0);
    assert!(replaced.text("out/r-12ab34cd.yaml").contains("plan: altijd\n"));
    assert_eq!(answers(&replaced), ["out/r-12ab34cd.yaml"]);
}
