//! Cells of a spreadsheet whose number is shown as something else: what a person sees is what is read.

use rust_xlsxwriter::{Format, Workbook};

use crate::peil::{Peil, peil};

/// A spreadsheet of one council, whose code is shown with a zero in front, and its budget as a share.
fn import(more: &[&str]) -> Peil {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["council", "plan", "budget"]) {
        sheet.write_string(0, column, name).expect("a name");
    }
    let shown = |format: &str| Format::new().set_num_format(format);
    sheet.write_number_with_format(1, 0, 363, &shown("0000")).expect("a code");
    sheet.write_string(1, 1, "soms").expect("an answer");
    sheet.write_number_with_format(1, 2, 0.12, &shown("0%")).expect("a share");
    let bytes = book.save_to_buffer().expect("a workbook");
    let arguments = ["import", "e.xlsx", "-q", "enquete.yaml", "-o", "-"];
    peil(arguments.iter().chain(more)).bytes("e.xlsx", &bytes).file("enquete.yaml", super::ENQUETE)
}

#[test]
fn a_share_is_not_the_number_behind_it_and_a_code_keeps_its_zeros() {
    let output = import(&[]).run();
    assert_eq!(output.code, 1, "{output}");
    assert!(output.stderr.contains("C  budget: `12%`, row 2\n"), "{output}");
    assert!(output.stdout.contains("\n0363,") && output.stdout.contains(",soms,,,,,,"), "{output}");
}

#[test]
fn a_mapping_says_what_a_share_means() {
    let output = import(&["-m", "m.yaml"]).file("m.yaml", "peil: mapping/1\nvalues: {budget: {12%: 12}}\n").run();
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stdout.contains(",soms,,,,,12,"), "{output}");
}
