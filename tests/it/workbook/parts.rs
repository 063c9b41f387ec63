//! What stands in the parts of the file itself, for the programs that open it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{EVERYTHING, KORT, written};
use crate::peil::peil;

/// A part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

const WORKBOOK: &str = "xl/workbook.xml";
const INSTRUCTIONS: &str = "xl/worksheets/sheet1.xml";
const ANSWERS: &str = "xl/worksheets/sheet2.xml";

#[test]
fn the_same_workbook_is_the_same_bytes_on_every_run() {
    let bytes = written(EVERYTHING, &["--council", "41048"]);
    assert!(bytes == written(EVERYTHING, &["--council", "41048"]), "the workbook differs from run to run");
    assert!(bytes != written(EVERYTHING, &["--council", "41048", "--seed", "7"]));
}

#[test]
fn the_sheets_have_their_names_and_their_states() {
    let book = part(&written(EVERYTHING, &[]), WORKBOOK);
    for (name, state) in [("Uitleg", ""), ("Antwoorden", ""), ("_lijsten", "hidden"), ("_peil", "veryHidden")] {
        let from = book.split(&format!("<sheet name=\"{name}\"")).nth(1).expect("the sheet");
        let tag = from.split("/>").next().expect("its tag");
        assert_eq!(tag.contains("state="), !state.is_empty(), "{tag}");
        assert!(state.is_empty() || tag.contains(&format!("state=\"{state}\"")), "{tag}");
    }
    assert!(
        book.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">Antwoorden!$1:$1</definedName>")
    );
}

#[test]
fn the_answers_are_guarded_against_slips_and_nothing_is_computed() {
    let bytes = written(EVERYTHING, &[]);
    let answers = part(&bytes, ANSWERS);
    for name in [INSTRUCTIONS, ANSWERS, "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"] {
        let sheet = part(&bytes, name);
        assert!(sheet.contains("<sheetProtection sheet=\"1\"") && !sheet.contains("password="), "{name}");
        assert!(!sheet.contains("<f>"), "a formula in {name}");
    }
    for text in [
        "<col min=\"1\" max=\"1\" width=\"24.7109375\" hidden=\"1\"",
        "state=\"frozen\"",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
    ] {
        assert!(answers.contains(text), "{text} is not in {}", &answers[..1500]);
    }
    assert_eq!(answers.matches("<conditionalFormatting").count(), 1);
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("numFmtId=\"49\"") && styles.contains("<protection locked=\"0\"/>"));
}

#[test]
fn every_list_drops_down_and_refuses_what_is_not_in_it_except_beside_a_number() {
    let answers = part(&written(EVERYTHING, &[]), ANSWERS);
    // Eight questions, of which a grid and two halves have two lines each, and four boxes; a free text has no list.
    let rules: Vec<&str> = answers.split("<dataValidation ").skip(1).collect();
    let stop = rules.iter().filter(|rule| rule.contains("showErrorMessage=\"1\"")).count();
    let lists = rules.iter().filter(|rule| rule.contains("type=\"list\"")).count();
    let cells: usize = rules
        .iter()
        .map(|rule| rule.split("sqref=\"").nth(1).expect("cells").split('"').next().expect("cells").split(' ').count())
        .sum();
    assert_eq!((cells, lists, rules.len() - stop), (13, rules.len(), 1), "{rules:#?}");
    assert!(rules.iter().all(|rule| rule.contains("prompt=") && rule.contains("'_lijsten'!$")), "{rules:#?}");
    assert!(!answers.contains("errorStyle"), "every refusal stops");
}

#[test]
fn a_role_gets_its_own_questions_and_the_quick_scan_fewer() {
    let ids = |flags: &[&str]| {
        let grids = peil::spreadsheet::read(written(KORT, flags)).expect("readable");
        let rows = grids[1].rows.iter().filter_map(|row| row.first()).filter(|id| !id.is_empty() && *id != "id");
        rows.cloned().collect::<Vec<_>>()
    };
    let all =
        ["keuze", "ja-nee", "cijfer", "getal", "vakjes", "vakjes|balie", "vakjes|web", "alleen-ict", "toelichting"];
    assert_eq!(ids(&["--role", "ict"]), all);
    assert_eq!(ids(&["--role", "politiek"]), all.into_iter().filter(|id| *id != "alleen-ict").collect::<Vec<_>>());
    peil(["form", "kort.yaml", "-o", "a.xlsx", "--quick"])
        .with_kort()
        .stderr("error: this choice leaves no question\nhelp: leave out --quick or --role\n")
        .ends_with(3);
}

#[test]
fn the_hidden_sheet_names_every_answer_in_every_language() {
    let grids = peil::spreadsheet::read(written(EVERYTHING, &["--name", "=1+1"])).expect("readable");
    let rows: Vec<String> = grids[3].rows.iter().map(|row| row.join(" ")).collect();
    for line in ["peil workbook/1", "language nl-BE", "name =1+1", "ri-st-1 2 Gepland Gepland Gepland Planned"] {
        assert!(rows.iter().any(|row| row == line), "{line} is not in {rows:#?}");
    }
}

#[test]
fn the_workbook_speaks_the_language_asked_for_if_the_questionnaire_has_it() {
    let sheets = |lang: &str| {
        let mut run = peil(["form", "kort.yaml", "-o", "a.xlsx", "--lang", lang]).with_kort();
        assert_eq!(run.run().code, 0);
        let grids = peil::spreadsheet::open(&run.path().join("a.xlsx")).expect("readable");
        grids.into_iter().map(|grid| grid.name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(sheets("en"), "Instructions Answers _lists _peil");
    assert_eq!(sheets("nl-BE"), "Uitleg Antwoorden _lijsten _peil");
}
