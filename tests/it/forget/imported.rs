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
    let from =
        "From here peil import took these answers, and the next import brings them back. Remove them there too. \
                Empty the row, do not delete it, or whoever stands below gets another number:
  in/t.csv, row ";
    let row = text.split_once(from).expect(&text).1.lines().next();
    assert_eq!((row, code), (Some("5"), 0), "{text}");
    assert!(!text.contains("If these answers came in"), "{text}");
    let (text, _) = in_folder(place, &["forget", &id, "got", "--outputs", "empty", "--dry-run", "--lang", "nl"]);
    let last = "Kwamen deze antwoorden binnen met peil import, dan staan ze nog in het bestand waar ze uit komen, en haalt een \
                volgende import ze terug: maak de rij ook daar leeg, maar laat die staan, of verwijder het bestand van deze \
                ene deelnemer.\n";
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

/// Five people of one council, each with another answer, in rows 2 to 6.
const FIVE: &str = "council,wave,respondent,keuze,cijfer\nA,2026,een,soms,1\nA,2026,twee,soms,2\nA,2026,drie,soms,3\n\
                    A,2026,vier,soms,4\nA,2026,vijf,soms,5\n";

/// A folder with these five, taken over into `got`, and the number of each.
fn five() -> (tempfile::TempDir, Vec<String>) {
    let folder = folder(&[("kort.yaml", crate::peil::KORT.as_bytes()), ("in/t.csv", FIVE.as_bytes())]);
    let numbers = imported(folder.path(), "kort.yaml");
    let numbers = (1..6).map(|answer| who(folder.path(), &numbers, &format!("cijfer: {answer}"))).collect();
    (folder, numbers)
}

const SAME: &str = "This is the same respondent, under a number that peil import made.";
const LOOK: &str = "peil did not change it:\n";

#[test]
fn whoever_goes_later_has_the_number_that_they_always_had_and_the_next_import_gives_it_too() {
    let (folder, numbers) = five();
    let place = folder.path();
    // From above to below, and the last one too.
    for (name, number) in ["een", "drie", "vier", "vijf"].iter().zip([0, 2, 3, 4].map(|index: usize| &numbers[index])) {
        let (text, code) = in_folder(place, &["forget", name, "in", "--outputs", "got", "--yes"]);
        let command = format!("{SAME} Remove it there too, with:\n  peil forget {number} got/{number}.yaml\n\n");
        assert!(text.contains(&command), "{name}: {text}");
        assert_eq!(code, 0);
        fs::remove_file(place.join(format!("got/{number}.yaml"))).expect("there");
    }
    let left = fs::read_to_string(place.join("in/t.csv")).expect("there");
    assert_eq!(left, "council,wave,respondent,keuze,cijfer\n\nA,2026,twee,soms,2\n\n\n");
    assert_eq!(imported(place, "kort.yaml"), [numbers[1].as_str()]);
    let (text, code) = in_folder(place, &["check", "in", "kort.yaml"]);
    assert_eq!((text.as_str(), code), ("All good: 2 files checked.\n", 0), "an empty row is no finding");
    let (text, code) = in_folder(place, &["score", "in", "-q", "kort.yaml", "--format", "csv"]);
    let respondents = |line: &str| line.split(',').position(|name| name == "respondents");
    let (header, row) = text.split_once('\n').expect("two lines");
    let column = respondents(header).expect("a column");
    assert_eq!((row.split(',').nth(column), code), (Some("1"), 0), "an empty row is nobody: {text}");
}

#[test]
fn a_number_that_leads_to_the_answers_of_somebody_else_is_not_theirs() {
    let (folder, numbers) = five();
    let place = folder.path();
    // Somebody deleted the line of the first.
    let moved = FIVE.replace("A,2026,een,soms,1\n", "");
    fs::write(place.join("in/t.csv"), moved).expect("written");
    let (text, code) = in_folder(place, &["forget", "drie", "in", "--outputs", "got", "--dry-run"]);
    assert!(!text.contains(SAME), "{text}");
    assert!(text.contains(&format!("{LOOK}  got/{}.yaml\n\n", numbers[2])), "their own answers are found: {text}");
    assert_eq!(code, 1);
    // Answers of nobody here: what has the number is all there is to look at.
    fs::remove_file(place.join(format!("got/{}.yaml", numbers[2]))).expect("there");
    let (text, _) = in_folder(place, &["forget", "drie", "in", "--outputs", "got", "--dry-run"]);
    assert!(text.contains(&format!("{LOOK}  got/{}.yaml\n\n", numbers[1])), "{text}");
    // The other way round: the second stood where the third stands now.
    let (text, code) = in_folder(place, &["forget", &numbers[1], "got", "in", "--dry-run"]);
    assert!(!text.contains("From here peil import took"), "{text}");
    assert!(text.contains(&format!("{LOOK}  in/t.csv, row 3\n\n")), "{text}");
    assert_eq!(code, 1);
}

#[test]
fn a_row_that_is_empty_by_now_brings_nobody_back() {
    let (folder, numbers) = five();
    let place = folder.path();
    in_folder(place, &["forget", "twee", "in", "--yes"]);
    let (text, code) = in_folder(place, &["forget", &numbers[1], "got", "in", "--yes"]);
    assert!(!text.contains("t.csv") && !text.contains("If these answers came in"), "{text}");
    assert_eq!(code, 0);
}

#[test]
fn what_the_command_line_said_when_answers_came_in_makes_them_no_others() {
    let table = "respondent,keuze,cijfer\nan,soms,1\nbo,soms,2\n";
    let folder = folder(&[("kort.yaml", crate::peil::KORT.as_bytes()), ("in/t.csv", table.as_bytes())]);
    let place = folder.path();
    let flags = ["--council", "A", "--wave", "2026"];
    in_folder(place, &[&["import", "in/t.csv", "-q", "kort.yaml", "-o", "got"], &flags[..]].concat());
    let got = fs::read_dir(place.join("got")).expect("answers").flatten();
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().trim_end_matches(".yaml").to_owned();
    let numbers: Vec<String> = got.map(name).collect();
    let id = who(place, &numbers, "cijfer: 2");
    let (text, code) = in_folder(place, &["forget", &id, "got", "in", "--dry-run"]);
    assert!(text.contains("another number:\n  in/t.csv, row 3\n\n"), "{text}");
    assert_eq!(code, 0);
}
