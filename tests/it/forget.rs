//! A respondent who is forgotten is gone, nothing else has changed, and peil says what is left to do.

mod copies;
mod imported;
mod keeping;
mod overlooked;
mod refusals;
mod versions;

use std::fs;
use std::path::Path;

use crate::peil::{Peil, peil};

/// The answers of one person to the small questionnaire.
fn sheet(council: &str, respondent: &str) -> String {
    format!(
        "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: \"{council}\"}}\nwave: 2026\n\
         respondent: {{id: {respondent}}}\nanswers: {{keuze: soms}}\n"
    )
}

fn forget(more: &[&str]) -> Peil {
    let first = ["forget", "r-1"];
    peil(first.iter().chain(more))
}

/// Two councils of which one holds `r-1`, in a file and in a table.
fn two_places(run: Peil) -> Peil {
    run.file("in/r-1.yaml", &sheet("A", "r-1"))
        .file("in/r-2.yaml", &sheet("A", "r-2"))
        .file("in/meer.csv", "council,wave,respondent,keuze\nA,2024,r-1,soms\nA,2024,r-12,nooit\nB,2024,r-3,nooit\n")
}

#[test]
fn the_file_and_the_rows_of_a_respondent_go_and_the_rest_stays() {
    let written = two_places(forget(&["in", "--yes"]))
        .stdout(
            "
            Removed, of respondent r-1:
              in/meer.csv: 1 row
              in/r-1.yaml

            Council A, wave 2024, kort: 1 participant left.
            Council A, wave 2026, kort: 1 participant left.

            No reports or scores of this council found. Should there be any, make them again:
              peil score in -q QUESTIONNAIRE
              peil report in -q QUESTIONNAIRE --council A --wave 2024
              peil report in -q QUESTIONNAIRE --council A --wave 2026

            Looked in `in` and `.`; name other folders with --outputs.
            Backups, the history of git and what was already sent out still hold the answers.
            ",
        )
        .ends_with(0);
    assert_eq!(written.files(), ["in/meer.csv", "in/r-2.yaml"], "no lock stays behind");
    assert_eq!(written.text("in/meer.csv"), "council,wave,respondent,keuze\n\nA,2024,r-12,nooit\nB,2024,r-3,nooit\n");
    assert_eq!(written.text("in/r-2.yaml"), sheet("A", "r-2"));
}

#[test]
fn a_page_of_a_council_with_a_mark_in_its_code_is_made_again_by_a_command_that_can_be_typed() {
    let place = tempfile::tempdir().expect("a folder");
    let council = "A'$dam";
    fs::create_dir(place.path().join("in")).expect("a folder");
    for id in ["r-1", "r-2"] {
        let file = place.path().join(format!("in/{id}.yaml"));
        fs::write(file, sheet(council, id)).expect("a file");
    }
    fs::write(place.path().join("kort.yaml"), crate::peil::KORT).expect("a file");
    for page in ["A&B.md", "A&B.html"] {
        let (said, code) =
            in_folder(place.path(), &["report", "in", "-q", "kort.yaml", "--council", council, "-o", page]);
        assert_eq!(code, 0, "{said}");
    }
    let (said, _) = in_folder(place.path(), &["forget", "r-1", "in", "--dry-run"]);
    for page in ["A&B.md", "A&B.html"] {
        let again = format!(r#"  peil report in -q kort.yaml --council 'A'\''$dam' --wave 2026 -o "{page}""#);
        assert!(said.lines().any(|line| line == again), "{said}");
    }
}

#[test]
fn every_byte_of_a_table_that_is_not_theirs_stays() {
    // A mark, semicolons, two kinds of line break, a cell of two lines, a blank line, no break at the end.
    let before = "\u{feff}council;respondent;open\r\nA;\"r-2\";\"twee\r\nregels; r-1\"\r\nA; r-1 ;x\r\n\r\nA;r-3;é\nA;r-1;\"a\r\nb\"";
    // Where others follow, an empty row is left, which keeps them in their places.
    let after = "\u{feff}council;respondent;open\r\nA;\"r-2\";\"twee\r\nregels; r-1\"\r\n\r\n\r\nA;r-3;é\n";
    let written = forget(&["t.csv", "--yes", "--quiet"])
        .file("t.csv", before)
        .stdout_holds("  t.csv: 2 rows\n")
        .stdout_holds("Council A: 2 participants left.\n")
        .ends_with(0);
    assert_eq!(written.text("t.csv"), after);
}

#[test]
fn the_usual_folder_is_that_of_the_interview_and_a_draft_goes_too() {
    let draft = format!("{}status: draft\n", sheet("A", "r-1"));
    let written = forget(&["--yes", "--lang", "nl"])
        .file("antwoorden/r-1.yaml", &draft)
        .stdout_holds("\n  antwoorden/r-1.yaml (nog niet afgerond)\n")
        .stdout_holds("\nBestuur A, ronde 2026, kort: er blijft niemand over.\n")
        .ends_with(0);
    assert!(!written.has("antwoorden/r-1.yaml"));
}

#[test]
fn a_dry_run_shows_the_same_and_touches_nothing() {
    let written = two_places(forget(&["in", "--dry-run"]))
        .stdout_holds("This would go, of respondent r-1:\n  in/meer.csv: 1 row\n  in/r-1.yaml\n")
        .ends_with(0);
    assert!(written.has("in/r-1.yaml"));
    assert!(written.text("in/meer.csv").contains("r-1,"));
}

#[test]
fn one_wave_can_go_and_the_others_stay() {
    let written = two_places(forget(&["in", "--wave", "2024", "--yes"]))
        .stdout_holds("Removed, of respondent r-1:\n  in/meer.csv: 1 row\n\n")
        .ends_with(0);
    assert!(written.has("in/r-1.yaml"));
}

#[test]
fn json_answers_from_the_form_go_as_well() {
    let json = r#"{"peil":"answers/1","questionnaire":{"id":"kort","version":"1.0.0"},"council":{"id":"A"},"respondent":{"id":"r-1"},"answers":{}}"#;
    let written = forget(&["in", "--yes"]).file("in/x.json", json).stdout_holds("  in/x.json\n").ends_with(0);
    assert!(!written.has("in/x.json"));
}

/// Runs peil in a folder that is there already.
fn in_folder(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let mut command = std::process::Command::new(crate::peil::PROGRAM);
    crate::peil::scrub(&mut command);
    let output = command.args(arguments).current_dir(folder).output().expect("the program");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code().unwrap_or(-1))
}

#[test]
fn the_outputs_made_with_a_respondent_are_named_with_their_commands() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    fs::create_dir(place.join("in")).expect("a folder");
    fs::write(place.join("kort.yaml"), crate::peil::KORT).expect("written");
    for (council, respondent) in [("A", "r-1"), ("A", "r-2"), ("B", "r-3")] {
        fs::write(place.join(format!("in/{respondent}.yaml")), sheet(council, respondent)).expect("written");
    }
    let made = [
        vec!["report", "in", "-q", "kort.yaml", "--council", "A", "-o", "a.html"],
        vec!["report", "in", "-q", "kort.yaml", "--council", "A", "-o", "a.txt", "--lang", "nl"],
        vec!["report", "in", "-q", "kort.yaml", "--council", "B", "-o", "b.md"],
        vec!["compare", "in", "-q", "kort.yaml", "--show-names", "-o", "all.html"],
        vec!["score", "in", "-q", "kort.yaml", "-o", "scores.csv"],
        vec!["score", "in", "-q", "kort.yaml", "-o", "scores.json"],
    ];
    for arguments in made {
        assert_eq!(in_folder(place, &arguments).1, 0, "{arguments:?}");
    }
    let (text, code) = in_folder(place, &["forget", "r-1", "in", "--yes"]);
    assert_eq!(code, 0);
    let own = "Make again, with the flags of then (such as --charts):
  peil report in -q kort.yaml --council A --wave 2026 -o a.html
  peil report in -q kort.yaml --council A --wave 2026 --lang nl -o a.txt
  peil compare in -q kort.yaml --wave 2026 --show-names -o all.html
  peil score in -q kort.yaml -o scores.csv
  peil score in -q kort.yaml -o scores.json

Make these again too, since they compare with this council:
  peil report in -q kort.yaml --council B --wave 2026 -o b.md
";
    assert!(text.contains(own), "{text}");
    // The next one was the last of this council.
    let (text, code) = in_folder(place, &["forget", "r-2", "in", "--yes"]);
    assert_eq!(code, 0);
    assert!(text.contains("Delete yourself, since no answers are left for them:\n  a.html\n  a.txt\n"), "{text}");
}

#[test]
fn lines_of_json_go_and_a_packed_table_is_left_as_it_is_and_named() {
    let packed = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/rows.csv.gz")).expect("a file");
    let parquet = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/polars.parquet")).expect("a file");
    let lines = "{\"council\":\"A\",\"keuze\":\"soms\"}\n{\"respondent\":\"r-1\",\"council\":\"A\",\"getal\":1}\n\
                 {\"council\":\"A\",\"respondent\":\"r-2\"}\n";
    let run = forget(&["in", "--yes"]).file("in/meer.jsonl", lines);
    let mut run = run.bytes("in/rows.csv.gz", &packed).bytes("in/polars.parquet", &parquet);
    let found = run.run();
    let left = fs::read_to_string(run.path().join("in/meer.jsonl")).expect("there");
    assert_eq!(left, "{\"council\":\"A\",\"keuze\":\"soms\"}\n{\"council\":\"A\",\"respondent\":\"r-2\"}\n", "{found}");
    assert!(fs::read(run.path().join("in/rows.csv.gz")).expect("there") == packed);
    assert!(fs::read(run.path().join("in/polars.parquet")).expect("there") == parquet);
    let said = format!("{}{}", found.stdout, found.stderr);
    assert!(said.contains("in/rows.csv.gz") && said.contains("in/polars.parquet"), "{found}");
}
