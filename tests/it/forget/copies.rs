//! What peil copied of answers, and whatever else names the respondent, is named as well.

use std::fs;

use super::{forget, in_folder, sheet, two_places};
use crate::peil::{Peil, peil};

/// A folder with the small questionnaire, and these rows of answers to it.
fn folder_of(rows: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    fs::create_dir(place.join("in")).expect("a folder");
    fs::write(place.join("kort.yaml"), crate::peil::KORT).expect("written");
    fs::write(place.join("in/a.csv"), rows).expect("written");
    folder
}

/// A council of three, of whom `r-1` gave an answer that does not fit.
fn folder() -> tempfile::TempDir {
    folder_of("council,wave,respondent,keuze\nA,2026,r-1,nooooit\nA,2026,r-2,soms\nA,2026,r-3,soms\n")
}

#[test]
fn rejects_and_findings_hold_the_row_of_the_respondent_and_are_named() {
    let folder = folder();
    let place = folder.path();
    let made = [
        "score in -q kort.yaml --rejects rejects.csv -o s.csv",
        "score in -q kort.yaml --rejects in/rejects.csv -o s.csv",
        "check in -q kort.yaml -o findings.txt",
        "check in -q kort.yaml --format sarif -o in/findings.sarif",
        "check in -q kort.yaml --format json -o findings.json",
    ];
    for command in made {
        in_folder(place, &command.split(' ').collect::<Vec<_>>());
    }
    let names = |file: &str| fs::read_to_string(place.join(file)).expect("read").contains("r-1");
    assert!(names("rejects.csv") && names("in/rejects.csv") && names("findings.txt"));
    assert!(!names("in/findings.sarif") && !names("findings.json"), "these show no row");
    let (text, code) = in_folder(place, &["forget", "r-1", "in", "--dry-run"]);
    let copied = "In these peil wrote down what was wrong, with answers of r-1 too. Delete them or make them again:
  in/rejects.csv
  rejects.csv

See for yourself whether anything of r-1 is left in here; peil did not change it:
  findings.txt

Looked in ";
    assert!(text.contains(copied), "{text}");
    assert_eq!(code, 1);
    let (text, _) = in_folder(place, &["forget", "r-2", "in", "--dry-run"]);
    assert!(!text.contains("rejects.csv") && !text.contains("findings.txt"), "{text}");
}

#[test]
fn what_still_names_somebody_who_is_gone_is_named_the_next_time_too() {
    let folder = folder();
    let place = folder.path();
    in_folder(place, &["score", "in", "-q", "kort.yaml", "--rejects", "rejects.csv", "-o", "s.csv"]);
    in_folder(place, &["forget", "r-1", "in", "--yes"]);
    let mut command = std::process::Command::new(crate::peil::PROGRAM);
    crate::peil::scrub(&mut command);
    let again = command.args(["forget", "r-1", "in", "--yes"]).current_dir(place).output().expect("the program");
    let said = String::from_utf8(again.stderr).expect("UTF-8");
    assert!(said.contains("Delete them or make them again:\n  rejects.csv\n"), "{said}");
    assert!(said.contains("respondent `r-1` is not in `in`"), "{said}");
    assert_eq!(again.status.code(), Some(3));
}

/// What a person has to look at, when these files lie there too.
fn unclear(files: &[(&str, &[u8])]) -> Peil {
    files.iter().fold(two_places(forget(&["in", "--dry-run"])), |run, (file, bytes)| run.bytes(file, bytes))
}

#[test]
fn any_text_that_names_the_respondent_is_one_to_look_at_and_other_files_are_not() {
    let utf16: Vec<u8> = "\u{feff}a\tr-1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let other = sheet("A", "r-2").replace("soms", "{choice: soms, comment: with r-1}");
    unclear(&[
        ("list.tsv", b"council\trespondent\nA\tr-1\n"),
        ("in/notes", b"r-1 called"),
        ("in/wide.txt", &utf16),
        ("longer.tsv", b"council\trespondent\nA\tr-12\n"),
        ("picture.png", b"\x89PNG\0r-1"),
        ("in/other.yaml", other.as_bytes()),
    ])
    .stdout_holds(
        "\nSee for yourself whether anything of r-1 is left in here; peil did not change it:
  in/notes
  in/wide.txt
  list.tsv

",
    )
    .ends_with(1);
}

#[test]
fn what_cannot_be_looked_into_is_named_and_a_workbook_is_looked_into() {
    let named = crate::import::workbook("== Blad\nwie\tkeuze\nr-1\tsoms\n");
    let other = crate::import::workbook("== Blad\nwie\tkeuze\nr-2\tsoms\n");
    unclear(&[
        ("all.zip", b"PK\x03\x04"),
        ("in/broken.xlsx", b"PK"),
        ("in/named.xlsx", &named),
        ("in/other.xlsx", &other),
        ("old.xls", b"\xD0\xCF\x11\xE0"),
    ])
    .in_dutch()
    .stdout_holds(
        "\nKijk zelf na of hierin nog iets van r-1 staat; peil heeft het niet veranderd:
  all.zip
  in/broken.xlsx
  in/named.xlsx
  old.xls

",
    )
    .ends_with(1);
    let run = peil(["forget", "r-1", "named.xlsx", "--yes"]).bytes("named.xlsx", &named);
    run.stderr_holds("did not change it:\n  named.xlsx\n").stderr_holds("nothing was removed").ends_with(3);
}

#[test]
fn what_is_sent_out_drawn_or_left_by_a_program_holds_nobody_whatever_it_is_called() {
    // Whoever numbers people from 1 finds that number in every page.
    let rows = "council,wave,respondent,keuze\nstad-1,2026,1,nooit\nstad-1,2026,2,soms\nstad-1,2026,3,soms\n";
    let folder = folder_of(rows);
    let place = folder.path();
    let made = [
        "report in -q kort.yaml --council stad-1 -o in/stad-1.md",
        "report in -q kort.yaml --council stad-1 -o stad-1.html --charts in/1",
        "form kort.yaml -o in/form-1.html",
        "form kort.yaml -o in/1.xlsx",
    ];
    for command in made {
        assert_eq!(in_folder(place, &command.split(' ').collect::<Vec<_>>()).1, 0, "{command}");
    }
    // The workbook says itself what it is of.
    fs::remove_file(place.join("kort.yaml")).expect("there");
    let left: [(&str, &[u8]); 4] = [
        ("in/~$1.xlsx", b"\x04anna"),
        ("in/.~lock.1.xlsx#", b",anna,1;"),
        ("in/Thumbs.db", b"\xD0\xCF"),
        ("x.png", b"\x89\0"),
    ];
    for (file, bytes) in left {
        fs::write(place.join(file), bytes).expect("written");
    }
    assert!(place.join("in/stad-1-standing.svg").exists() && place.join("in/1/standing.png").exists());
    let (text, code) = in_folder(place, &["forget", "1", "in", "--dry-run"]);
    assert!(!text.contains("See for yourself"), "{text}");
    assert!(text.contains("-o in/stad-1.md\n") && text.contains("-o stad-1.html\n"), "{text}");
    assert_eq!(code, 0);
    // What was drawn by another program, what an editor keeps of a file, and a database are still to be looked at.
    let swap = [b"peil: answers/1 respondent: 1 ".as_slice(), &[b'x'; 2000]].concat();
    let others: [(&str, &[u8]); 3] =
        [("in/plan.svg", b"<svg><text>1</text></svg>"), ("in/.1.yaml.swp", &swap), ("in/all.db", b"SQLite\0")];
    for (file, bytes) in others {
        fs::write(place.join(file), bytes).expect("written");
    }
    let (text, code) = in_folder(place, &["forget", "1", "in", "--dry-run"]);
    assert!(text.contains("did not change it:\n  in/.1.yaml.swp\n  in/all.db\n  in/plan.svg\n\n"), "{text}");
    assert_eq!(code, 1);
}

#[test]
fn what_peil_was_still_writing_when_it_was_cut_off_is_named_as_that() {
    let (own, other) = (sheet("A", "r-1"), sheet("A", "r-2"));
    // An editor's, and too long for a mere lock.
    let swap = "r-1 ".repeat(500);
    let files: [(&str, &[u8]); 5] = [
        ("in/.r-1.yaml.Lffmdv", own.as_bytes()),
        ("in/.r-2.yaml.a0Zz9x", other.as_bytes()),
        (".peil-x8Kq2b", b"council,respondent,keuze\nA,r-1,soms\n"),
        // Packed, so that nobody sees who is in it.
        ("in/.peil-abc123", b"\x1f\x8b\x08\x00\x00\x00\x00"),
        ("in/.r-1.yaml.swp", swap.as_bytes()),
    ];
    unclear(&files)
        .stdout_holds(
            "\npeil was cut off while it wrote these; r-1 may be in them. Delete them:
  .peil-x8Kq2b
  in/.peil-abc123
  in/.r-1.yaml.Lffmdv

See for yourself whether anything of r-1 is left in here; peil did not change it:
  in/.r-1.yaml.swp

",
        )
        .ends_with(1);
    let dutch =
        "Hieraan schreef peil nog toen het werd afgebroken; r-1 kan erin staan. Gooi weg:\n  in/.r-1.yaml.Lffmdv\n";
    unclear(&files[..1]).in_dutch().stdout_holds(dutch).ends_with(0);
}
