//! Answers that were promised to be gone by now are reported, when a day is given to compare with.

use std::fs;
use std::path::Path;

use super::{in_folder, sheet};
use crate::peil::{Peil, peil};

fn with_sheet(arguments: &[&str], keep_until: &str) -> Peil {
    let text = format!("{}keep_until: {keep_until}\n", sheet("A", "r-1"));
    peil(arguments).with_kort().file("in/r-1.yaml", &text)
}

#[test]
fn answers_kept_too_long_are_a_warning_at_their_day_with_the_command_that_removes_them() {
    with_sheet(&["check", "in", "-q", "kort.yaml", "--today", "2029-01-15"], "2028-12-31")
        .stdout_holds(
            "warning[kept-too-long]: these answers were to be kept until 2028-12-31; on 2029-01-15 that has passed\n",
        )
        .stdout_holds("in/r-1.yaml:7:13\n")
        .stdout_holds("remove them with `peil forget r-1 in --council A --wave 2026`\n")
        .ends_with(0);
    with_sheet(&["score", "in", "-q", "kort.yaml", "--today", "2029-01-15", "--format", "csv"], "2028-12-31")
        .in_dutch()
        .stdout_holds("council,")
        .stderr_holds("let op[kept-too-long]: deze antwoorden mochten tot en met 2028-12-31 bewaard worden; op 2029-01-15 is dat voorbij\n")
        .ends_with(0);
    for command in ["report", "compare"] {
        with_sheet(&[command, "in", "-q", "kort.yaml", "--today", "2029-01-15"], "2028-12-31")
            .stdout_holds("A")
            .stderr_holds("warning[kept-too-long]")
            .ends_with(0);
    }
}

#[test]
fn the_day_itself_is_still_within_it_and_without_a_day_nothing_is_compared() {
    let good = "All good: 1 file checked.\n";
    with_sheet(&["check", "in", "-q", "kort.yaml", "--today", "2028-12-31"], "2028-12-31").stdout(good).ends_with(0);
    with_sheet(&["check", "in", "-q", "kort.yaml"], "1999-12-31").stdout(good).ends_with(0);
}

#[test]
fn answers_without_a_number_can_only_go_as_a_file() {
    let text = sheet("A", "r-1").replace("respondent: {id: r-1}", "keep_until: 2028-12-31");
    peil(["check", "los.yaml", "-q", "kort.yaml", "--today", "2029-01-01"])
        .with_kort()
        .file("los.yaml", &text)
        .stdout_holds("delete the file `los.yaml`\n")
        .ends_with(0);
}

#[test]
fn a_day_that_is_none_is_refused() {
    for day in ["15-01-2029", "2029-02-30", "vandaag"] {
        with_sheet(&["check", "in", "--today", day], "2028-12-31")
            .stderr(&format!(
                "
                error: `{day}` is not possible for `--today`
                help: choose for example 2029-01-15
                "
            ))
            .ends_with(2);
    }
}

/// The command that a finding in `in` tells to remove answers with, split as a shell does.
fn told(folder: &Path) -> Vec<String> {
    // That the same answers stand in a table too is told as well.
    let (said, _) = in_folder(folder, &["check", "in", "-q", "kort.yaml", "--today", "2029-01-15"]);
    let told: Vec<&str> =
        said.lines().filter_map(|line| line.split_once("remove them with `peil ")).map(|(_, told)| told).collect();
    let [told] = told.as_slice() else { panic!("one finding, not {}: {said}", told.len()) };
    let parts = told.strip_suffix('`').expect("the end").split('"').enumerate();
    // Between quotes a blank is part of a word.
    parts
        .flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .map(str::to_owned)
        .collect()
}

/// What is left in `in` after the command that was told, by name, and the table there.
fn left_after_what_is_told(files: &[(&str, &str)]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("in")).expect("a folder");
    fs::write(folder.path().join("kort.yaml"), crate::peil::KORT).expect("written");
    for (name, text) in files {
        fs::write(folder.path().join("in").join(name), text).expect("written");
    }
    let told = told(folder.path());
    let command: Vec<&str> = told.iter().map(String::as_str).chain(["--yes"]).collect();
    let (said, code) = in_folder(folder.path(), &command);
    assert_eq!(code, 0, "{command:?}: {said}");
    let left =
        fs::read_dir(folder.path().join("in")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut left: Vec<String> = left.map(|name| name.to_string_lossy().into_owned()).collect();
    left.sort();
    (left, fs::read_to_string(folder.path().join("in/t.csv")).expect("a table"))
}

#[test]
fn the_command_that_is_told_removes_what_was_kept_too_long_and_no_other_round_of_the_same_person() {
    let of = |council: &str, wave: &str, until: &str| {
        format!("{}keep_until: {until}\n", sheet(council, "r-1").replace("wave: 2026\n", wave))
    };
    let (late, kept) = ("2028-12-31", "2030-12-31");
    let table =
        "council,wave,respondent,keuze\nC D,2026,r-1,soms\nC D,,r-1,nooit\nC D,2027,r-1,altijd\nC D,2026,r-2,soms\n";
    let files = |round: &str| {
        let until = |this: &str| if round == this { late } else { kept };
        [
            ("dated.yaml", of("C D", "wave: 2026\n", until("2026"))),
            ("newer.yaml", of("C D", "wave: 2028-03-01\n", until("2028-03-01"))),
            ("undated.yaml", of("C D", "", until(""))),
            ("elsewhere.yaml", of("E", "wave: 2026\n", kept)),
            ("t.csv", table.to_owned()),
        ]
    };
    let left = |round: &str| {
        let files = files(round);
        left_after_what_is_told(&files.each_ref().map(|(name, text)| (*name, text.as_str())))
    };
    let (files, rows) = left("2026");
    assert_eq!(files, ["elsewhere.yaml", "newer.yaml", "t.csv", "undated.yaml"]);
    assert_eq!(rows, "council,wave,respondent,keuze\n\nC D,,r-1,nooit\nC D,2027,r-1,altijd\nC D,2026,r-2,soms\n");
    let (files, rows) = left("2028-03-01");
    assert_eq!(files, ["dated.yaml", "elsewhere.yaml", "t.csv", "undated.yaml"]);
    assert_eq!(rows, table);
    // Answers without a round are a round of their own.
    let (files, rows) = left("");
    assert_eq!(files, ["dated.yaml", "elsewhere.yaml", "newer.yaml", "t.csv"]);
    assert_eq!(rows, "council,wave,respondent,keuze\nC D,2026,r-1,soms\n\nC D,2027,r-1,altijd\nC D,2026,r-2,soms\n");
}
