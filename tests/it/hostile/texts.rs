//! Hostile texts in every cell stay texts, whoever wrote the file.

use peil::spreadsheet;
use rust_xlsxwriter::{Format, Workbook};

use super::zip_by_hand::{Part, xlsx, zip};

const TEXTS: [&str; 22] = [
    "=1+1",
    "+1",
    "-1+1",
    "@x",
    "1/2",
    "0012",
    "1e5",
    "2026-11-22",
    "TRUE",
    "#N/A",
    "'=1+1",
    "<script>alert(1)</script>",
    "]]>&amp;&lt;&#65;",
    "_x0041_",
    "_x005F_x0041_",
    " leading and trailing ",
    "line\nline\n\nline",
    "tab\there",
    "bell\u{7}escape\u{1b}[31m\u{1}",
    "emoji 🚀 👩\u{200d}💻 e\u{301}",
    "right \u{202e}left",
    "=cmd|' /C calc'!A0",
];

/// The texts, and one that is longer than a program lets anyone type.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
    texts.push("€🚀".repeat(20_000));
    texts
}

/// As XML; `_` before an `x` as workbooks write it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn a_workbook_of_a_library_gives_every_text_back() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, text) in (0..).zip(TEXTS) {
        sheet.write_string(row, 0, text).expect("written");
        sheet.write_string_with_format(row, 1, text, &Format::new().set_num_format("@")).expect("written");
    }
    let grids = spreadsheet::read(workbook.save_to_buffer().expect("a workbook")).expect("readable");
    for (row, text) in TEXTS.iter().enumerate() {
        assert_eq!(grids[0].rows[row], [*text, *text]);
    }
}

#[test]
fn a_workbook_written_by_hand_gives_every_text_back() {
    let rows = texts().into_iter().map(|text| {
        let text = escaped(&text.replace("_x", "_x005F_x"));
        format!("<row><c t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c><c t='str'><f>A1</f><v>{text}</v></c></row>")
    });
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.collect::<String>());
    let grids = spreadsheet::read(xlsx(Part::stored("xl/worksheets/sheet1.xml", &sheet))).expect("readable");
    for (row, text) in texts().iter().enumerate() {
        assert!(grids[0].rows[row] == [text.as_str(), text.as_str()], "{:.60}", grids[0].rows[row][0]);
    }
}

#[test]
fn an_opendocument_file_gives_every_text_back() {
    let rows = texts().into_iter().map(|text| {
        let lines = escaped(&text).replace('\t', "<text:tab/>").replace('\n', "</text:p><text:p>");
        let cell = format!("<table-cell value-type='string'><text:p>{lines}</text:p></table-cell>");
        format!("<table-row>{cell}</table-row>")
    });
    let content = format!("<d><spreadsheet><table name='a'>{}</table></spreadsheet></d>", rows.collect::<String>());
    let grids = spreadsheet::read(zip(&[Part::stored("content.xml", &content)])).expect("readable");
    for (row, text) in texts().iter().enumerate() {
        assert!(grids[0].rows[row] == [text.as_str()], "{:.60}", grids[0].rows[row][0]);
    }
}
