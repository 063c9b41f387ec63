//! Workbooks and forms together with other files: what cannot be read costs only itself, whatever it is.

use super::equal::parsed;
use crate::peil::{Peil, peil};

/// A workbook of peil for the questionnaire of the exports: the fields about the respondent, and answers by id.
pub(in super::super) fn workbook(fields: &[(&str, &str)], answers: &[(&str, &str)]) -> Vec<u8> {
    super::workbook(&sheets(fields, answers))
}

/// Its sheets as text.
fn sheets(fields: &[(&str, &str)], answers: &[(&str, &str)]) -> String {
    let hash = parsed(super::ENQUETE).hash;
    let mut text = "== Start\nid\tWho answers\tAnswer\n".to_owned();
    for id in ["council", "name", "wave", "role", "keep_until", "shown_by_role"] {
        let value = fields.iter().find(|(field, _)| *field == id).map_or("", |(_, value)| *value);
        text += &format!("#{id}\t{id}\t{value}\n");
    }
    text += "== Answers\nid\tNo.\tQuestion\tAnswer\tComment\n";
    for column in &parsed(super::ENQUETE).columns {
        let answer = answers.iter().find(|(id, _)| *id == column.id).map_or("", |(_, answer)| *answer);
        text += &format!("{}\t\t\t{answer}\n", column.id);
    }
    text += "== _peil\npeil\tworkbook/1\nquestionnaire\tenquete\nversion\t1.0.0\n";
    text += &format!("hash\t{hash}\nlanguage\ten\nform\tabcdefabcdef\nscan\tfull\n");
    text
}

/// An import of the folder `in` into `out`.
pub(super) fn import(more: &[&str]) -> Peil {
    peil(["import", "in", "-q", "enquete.yaml", "-o", "out"].iter().chain(more)).file("enquete.yaml", super::ENQUETE)
}

const NINOVE: [(&str, &str); 1] = [("council", "41048")];

#[test]
fn what_cannot_be_read_costs_only_itself_and_each_is_told() {
    let good = workbook(&NINOVE, &[("plan", "Sometimes")]);
    let written = import(&[])
        .bytes("in/good.xlsx", &good)
        .bytes("in/text.xlsx", b"no workbook")
        .bytes("in/half.xlsx", &good[..good.len() / 2])
        .file("in/broken.csv", "council,plan\n1,\"soms\n")
        .file("in/empty.csv", "")
        .file("in/broken.json", "{")
        .file("in/table.csv", "council,plan\n41048,altijd\n")
        .stderr_holds("error: `in/text.xlsx` is not a workbook, although its name looks like one\n")
        .stderr_holds("error: `in/half.xlsx` ")
        .stderr_holds("error: in row 2 of `in/broken.csv` a quote opens that is never closed\n")
        .stderr_holds("error: there is nothing in `in/empty.csv`\n")
        .stderr_holds("--> in/broken.json:1:")
        .stderr_holds("2 answers files written in out\n")
        .ends_with(1);
    assert_eq!(written.files().iter().filter(|name| name.starts_with("out/")).count(), 2);
}

#[test]
fn what_cannot_be_read_is_no_matter_of_what_is_allowed_to_be_unmatched() {
    import(&["--allow-unmatched"])
        .bytes("in/text.xlsx", b"no workbook")
        .file("in/table.csv", "council,plan,extra\n41048,altijd,x\n")
        .stderr_holds("1 answers file written in out\n")
        .ends_with(1);
}

#[test]
fn a_single_file_that_cannot_be_read_is_all_there_is_to_say() {
    let alone = |more: &[&str]| {
        let arguments = ["import", "text.xlsx"].iter().chain(more).chain(&["-q", "enquete.yaml", "-o", "out"]);
        peil(arguments).file("enquete.yaml", super::ENQUETE).bytes("text.xlsx", b"no workbook")
    };
    let sentence = "error: `text.xlsx` is not a workbook, although its name looks like one\n\
                    help: give a file that Excel or LibreOffice saved as .xlsx or .ods\n";
    alone(&[]).stderr(sentence).ends_with(2);
    alone(&["none.xlsx"]).stderr_holds("error: `none.xlsx` does not exist\n").ends_with(2);
    import(&[])
        .bytes("in/text.xlsx", b"no workbook")
        .stderr_holds("is not a workbook")
        .stderr_holds("error: nothing could be taken over\nhelp: see above why\n")
        .ends_with(1);
}

/// Such a workbook from which the lines of these fields were deleted.
fn damaged(gone: &[&str]) -> Vec<u8> {
    let text = sheets(&[("council", "41048"), ("wave", "2026"), ("role", "IT")], &[("plan", "Sometimes")]);
    let is_gone = |line: &&str| gone.iter().any(|field| line.starts_with(&format!("#{field}\t")));
    super::workbook(&text.lines().filter(|line| !is_gone(line)).map(|line| format!("{line}\n")).collect::<String>())
}

#[test]
fn a_workbook_without_the_line_of_the_council_is_left_out_and_told_of() {
    let good = workbook(&NINOVE, &[("plan", "Always")]);
    let told = "  Cells that cannot be read:\n    \
                Start  the line for the code of the council is missing; what stood there is\n      gone\n  \
                Not taken over:\n    without a council; if you know which it is, give it with --council\n";
    import(&[])
        .bytes("in/a.xlsx", &good)
        .bytes("in/b.xlsx", &damaged(&["council"]))
        .stderr_holds(told)
        .stderr_holds("1 answers file written in out\n")
        .ends_with(1);
    import(&[])
        .bytes("in/b.xlsx", &damaged(&["council"]))
        .stderr_holds(told)
        .stderr_holds("error: nothing could be taken over\nhelp: see above why\n")
        .ends_with(1);
    import(&["--council", "41048"])
        .bytes("in/b.xlsx", &damaged(&["council"]))
        .stderr_holds("  People      1 read, 1 taken over\n  Answers     1 given\n1 answers file written in out\n")
        .ends_with(0);
}

#[test]
fn a_workbook_without_the_lines_of_the_role_and_the_wave_is_taken_over_and_told_of() {
    let gone = damaged(&["role", "wave"]);
    import(&[])
        .in_dutch()
        .bytes("in/b.xlsx", &gone)
        .stderr_holds("Start  de regels voor de ronde en de rol ontbreken; wat daar stond, is weg\n")
        .stderr_holds("1 bestand met antwoorden geschreven in out\n")
        .ends_with(1);
    // What is settled for all need not stand in each.
    import(&["--wave", "2026"])
        .bytes("in/b.xlsx", &gone)
        .stderr_holds("Start  the line for the role is missing; what stood there is gone\n")
        .ends_with(1);
}

#[test]
fn a_folder_yields_whatever_is_named_as_a_spreadsheet() {
    let good = workbook(&NINOVE, &[("plan", "Sometimes")]);
    let written = import(&[])
        .bytes("in/a.xlsm", &good)
        .bytes("in/b.xltx", &workbook(&NINOVE, &[("plan", "Always")]))
        .bytes("in/c.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
        .file("in/d.fods", "<office:document/>")
        .bytes("in/~$a.xlsm", b"a lock")
        .stderr_holds("error: `in/c.xls` has a file format that peil does not read\n")
        .stderr_holds("error: `in/d.fods` is not a workbook")
        .stderr_holds("2 answers files written in out\n")
        .ends_with(1);
    assert_eq!(written.files().iter().filter(|name| name.starts_with("out/")).count(), 2);
}

#[test]
fn a_table_says_what_was_agreed_and_is_not_in_it() {
    let form = "{\"peil\": \"answers/1\", \"questionnaire\": {\"id\": \"enquete\", \"version\": \"1.0.0\"}, \
                \"council\": {\"id\": \"41048\"}, \"respondent\": {\"id\": \"r-12ab34cd\"}, \"shown_by_role\": true, \
                \"keep_until\": \"2028-12-31\", \"status\": \"draft\", \"answers\": {\"plan\": \"soms\"}}";
    peil(["import", "in", "-q", "enquete.yaml", "-o", "x.csv"])
        .file("enquete.yaml", super::ENQUETE)
        .file("in/a.json", form)
        .stderr_holds(
            "1 day until which answers are kept, 1 mark ‘roles may be shown’ and 1 mark ‘not finished yet’ \
             are not in the table; -o FOLDER keeps them\n",
        )
        .ends_with(0);
}
