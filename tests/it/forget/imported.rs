//! Who came in with an import would come back with the next one: the file and the row that they came from are named, and so
//! is the number under which they were taken over.

use std::fs;
use std::path::Path;

use super::in_folder;
use crate::import::ENQUETE;
use crate::import::workbooks::workbook;

/// A row of two lines, an empty one, and the row 5 of `o-2`.
const TABLE: &str = "council,wave,respondent,keuze,open\nA,2026,o-1,soms,\"twee\nregels\"\n,,,,\n\nA,2026,o-2,nooit,\n";

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("in")).expect("a folder");
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    for (file, bytes) in files {
        fs::write(folder.path().join(file), bytes).expect("written");
    }
    folder
}

/// The numbers of those who were taken over from `in` into `got`, by their names.
fn imported(place: &Path, questionnaire: &str) -> Vec<String> {
    in_folder(place, &["import", "in", "-q", questionnaire, "-o", "got", "--allow-unmatched"]);
    let got = fs::read_dir(place.join("got")).expect("answers").flatten();
    let mut names: Vec<String> = got.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names.into_iter().map(|name| name.trim_end_matches(".yaml").to_owned()).collect()
}

/// The number among these of whoever gave this answer.
fn who(place: &Path, numbers: &[String], answer: &str) -> String {
    let gave = |id: &&String| fs::read_to_string(place.join(format!("got/{id}.yaml"))).expect("read").contains(answer);
    numbers.iter().find(gave).expect("somebody").clone()
}

#[test]
fn the_row_that_answers_were_taken_from_is_named_and_else_that_there_may_be_one() {
    let folder = folder(&[("kort.yaml", crate::peil::KORT.as_bytes()), ("in/t.csv", TABLE.as_bytes())]);
    let place = folder.path();
    let numbers = imported(place, "kort.yaml");
    assert_eq!(numbers.len(), 2);
    let id = who(place, &numbers, "keuze: nooit");
    let (text, code) = in_folder(place, &["forget", &id, "got", "in", "--dry-run"]);
    let from = "From here peil import took these answers, and the next import brings them back. Remove them there too:
  in/t.csv, row ";
    let row = text.split_once(from).expect(&text).1.lines().next();
    assert_eq!((row, code), (Some("5"), 0), "{text}");
    assert!(!text.contains("If these answers came in"), "{text}");
    let (text, _) = in_folder(place, &["forget", &id, "got", "--outputs", "empty", "--dry-run", "--lang", "nl"]);
    let last = "Kwamen deze antwoorden binnen met peil import, dan staan ze nog in het bestand waar ze uit komen, en haalt een \
                volgende import ze terug: verwijder de rij of het bestand ook daar.\n";
    assert!(text.ends_with(last), "{text}");
    let (text, _) = in_folder(place, &["forget", "o-2", "in", "--dry-run"]);
    assert!(text.ends_with("still hold the answers.\n"), "this is no number of an import: {text}");
}

#[test]
fn who_goes_from_a_table_is_found_under_the_number_that_import_made_of_the_row() {
    let folder = folder(&[("kort.yaml", crate::peil::KORT.as_bytes()), ("in/t.csv", TABLE.as_bytes())]);
    let place = folder.path();
    let id = who(place, &imported(place, "kort.yaml"), "keuze: nooit");
    let (text, _) = in_folder(place, &["forget", "o-2", "in", "--outputs", "got", "--yes"]);
    let same = format!(
        "\nThis is the same respondent, under a number that peil import made. Remove it there too, with:
  peil forget {id} got/{id}.yaml

"
    );
    assert!(text.contains(&same), "{text}");
    let (_, code) = in_folder(place, &["forget", &id, &format!("got/{id}.yaml"), "--yes"]);
    assert_eq!((code, place.join(format!("got/{id}.yaml")).exists()), (0, false), "the command does what it says");
}

#[test]
fn a_workbook_that_answers_were_taken_from_is_named_and_a_blank_one_never() {
    let of = |answer| workbook(&[("council", "41048"), ("wave", "2026")], &[("plan", answer)]);
    let blank = workbook(&[("council", "41048"), ("wave", "2026")], &[]);
    let folder = folder(&[
        ("enquete.yaml", ENQUETE.as_bytes()),
        ("in/anna.xlsx", &of("Sometimes")),
        ("in/bert.xlsx", &of("Always")),
        ("blank.xlsx", &blank),
    ]);
    let place = folder.path();
    let id = who(place, &imported(place, "enquete.yaml"), "plan: soms");
    let (text, code) = in_folder(place, &["forget", &id, "got", "in", "--dry-run"]);
    assert!(text.contains("Remove them there too:\n  in/anna.xlsx\n\n"), "{text}");
    assert!(!text.contains("bert.xlsx") && !text.contains("blank.xlsx"), "{text}");
    assert_eq!(code, 0);
    // Under another name nobody can tell whose it is.
    fs::rename(place.join("in/anna.xlsx"), place.join("in/carla.xlsx")).expect("renamed");
    let (text, code) = in_folder(place, &["forget", &id, "got", "in", "--dry-run"]);
    assert!(text.contains("did not change it:\n  in/bert.xlsx\n  in/carla.xlsx\n\n"), "{text}");
    assert_eq!(code, 1);
}

#[test]
fn a_table_of_another_tool_may_hold_who_has_a_number_of_an_import() {
    let sheet = |id: &str| super::sheet("A", id);
    let export = b"Response ID;Date submitted;keuze\n7;2026-01-01;soms\n";
    let folder = folder(&[("in/a.yaml", sheet("r-0000000a").as_bytes()), ("in/b.yaml", sheet("r-1").as_bytes())]);
    let place = folder.path();
    fs::write(place.join("export.csv"), export).expect("written");
    let (text, code) = in_folder(place, &["forget", "r-0000000a", "in", "--dry-run"]);
    assert!(text.contains("did not change it:\n  export.csv\n\n"), "{text}");
    assert_eq!(code, 1);
    let (text, code) = in_folder(place, &["forget", "r-1", "in", "--dry-run"]);
    assert!(!text.contains("export.csv"), "{text}");
    assert_eq!(code, 0);
}
