//! What is wrong with an export, a mapping or the command line: a sentence with a place and a remedy, and nothing written.

use std::fs::File;

use crate::peil::{Peil, peil};

/// An import of `e.csv` for the questionnaire of the exports.
fn run(export: &str, more: &[&str]) -> Peil {
    bytes(export.as_bytes(), more)
}

fn bytes(export: &[u8], more: &[&str]) -> Peil {
    peil(["import", "e.csv", "-q", "enquete.yaml"].iter().chain(more))
        .bytes("e.csv", export)
        .file("enquete.yaml", super::ENQUETE)
}

/// The same with a mapping.
fn mapped(mapping: &str) -> Peil {
    run("council,plan\n41048,soms\n", &["-m", "m.yaml", "-o", "uit"]).file("m.yaml", mapping)
}

#[test]
fn an_export_that_is_not_there_is_named() {
    peil(["import", "weg.csv", "-q", "enquete.yaml", "-o", "uit"])
        .file("enquete.yaml", super::ENQUETE)
        .in_dutch()
        .stderr("fout: `weg.csv` bestaat niet\ntip: controleer de naam, en of u in de juiste map staat\n")
        .ends_with(2);
}

#[test]
fn without_a_place_for_the_answers_nothing_is_read() {
    run("council,plan\n1,soms\n", &[])
        .stderr(
            "error: where should the answers go?\n\
             help: add: -o answers (a folder), -o answers.csv, or --dry-run to look first\n",
        )
        .ends_with(2);
    run("council,plan\n1,soms\n", &["-o", "uit.xlsx"])
        .stderr("error: peil cannot put answers in `uit.xlsx`\nhelp: give a folder, or a name that ends in .csv\n")
        .ends_with(2);
}

#[test]
fn an_export_with_a_header_and_nothing_else_is_said_to_be_empty() {
    let written = run("council,plan\r\n", &["-o", "uit"])
        .stderr_holds("Rows        0 read, 0 taken over\n")
        .stderr_holds(
            "error: there are column names, but no rows with answers\nhelp: check that the export was complete\n",
        )
        .ends_with(3);
    assert!(!written.has("uit"));
    for nothing in ["", "\u{feff}", "\r\n\r\n", ";;;\n;;\n"] {
        run(nothing, &["-o", "uit"]).stderr_holds("error: there is nothing in `e.csv`\n").ends_with(3);
    }
}

#[test]
fn an_export_of_another_survey_matches_nothing() {
    run("Naam,Kleur\nJan,blauw\n", &["-o", "uit", "--council", "1"])
        .stderr_holds("Columns     0 of 2 belong to a question, 2 to no question\n")
        .stderr_holds("error: not one column belongs to a question of this questionnaire\n")
        .ends_with(3);
}

#[test]
fn without_a_council_the_way_out_is_named() {
    run("plan\nsoms\n", &["-o", "uit"])
        .stderr_holds(
            "error: nothing says which council these answers are about\nhelp: add --council 41048, or name a column",
        )
        .ends_with(2);
}

#[test]
fn an_export_in_an_older_encoding_is_refused_with_the_line_and_read_when_that_is_said() {
    bytes(b"council;plan;rest\n1;soms;x\n1;soms;caf\xE9\n", &["-o", "uit"])
        .stderr(
            "error: `e.csv` is not UTF-8: line 3 has a character that cannot be read\n\
             help: save it in Excel as ‘CSV UTF-8’, or write `source: {encoding: windows-1252}` in a mapping\n",
        )
        .ends_with(2);
}

#[test]
fn an_export_that_broke_off_in_a_quote_is_refused_with_the_row() {
    run("council,plan\n1,soms\n1,\"soms\n1,nooit\n", &["-o", "uit"])
        .stderr(
            "error: in row 3 of `e.csv` a quote opens that is never closed\nhelp: check that the export was complete\n",
        )
        .ends_with(2);
    bytes(b"PNG\0\0", &["-o", "uit"]).stderr_holds("error: `e.csv` is not a text file").ends_with(2);
}

#[test]
fn an_export_of_two_gigabytes_is_refused() {
    let mut import =
        peil(["import", "groot.csv", "-q", "enquete.yaml", "-o", "uit"]).file("enquete.yaml", super::ENQUETE);
    let file = File::create(import.path().join("groot.csv")).expect("a file");
    file.set_len(2 << 30).expect("a sparse file");
    let output = import.run();
    assert_eq!(
        output.stderr,
        "error: `groot.csv` is larger than 64 MB, more than peil imports\nhelp: split the file\n"
    );
    assert_eq!(output.code, 2);
}

#[test]
fn a_misspelt_question_in_a_mapping_is_pointed_at_with_what_was_meant() {
    let written = mapped("peil: mapping/1\ncolumns:\n  Kanaal: kanalne\n  Loket: gebruik\n")
        .stderr(
            "error[unknown-question]: there is no question `kanalne`
 --> m.yaml:3:11
  |
3 |   Kanaal: kanalne
  |           ^^^^^^^ unknown question
  |
  = help: did you mean `kanalen`?

error[unknown-question]: there is no question `gebruik`
 --> m.yaml:4:10
  |
4 |   Loket: gebruik
  |          ^^^^^^^ unknown question
  |
  = help: did you mean `gebruik.loket`?

error: the mapping `m.yaml` has errors
help: correct them first; nothing was written
",
        )
        .ends_with(2);
    assert!(!written.has("uit"));
}

#[test]
fn every_mistake_in_a_mapping_is_found_in_one_run() {
    let mapping = "peil: mapping/2\nbron: {}\nsource: {tool: limesurvy, header_row: 0, separator: \"/\"}\n\
                   role: {column: Rol, values: {Baas: directie}}\nwave: voorjaar\nkeep: last\nkeep_until: morgen\n\
                   council: {colum: Gemeente}\nclasses: {wave: X}\n\
                   columns: {A: {answer: kanalen, box: duif}, B: {answer: plan, box: x}, C: {note: plan}}\n\
                   values:\n  plan: {Ja: ja}\n  plna: {Ja: soms}\n  every: {X: nergens}\n";
    let output = mapped(mapping).run();
    assert_eq!(output.code, 2, "{output}");
    for (line, code) in [
        (1, "unknown-format"),
        (2, "unknown-field"),
        (3, "unknown-word"),
        (3, "out-of-range"),
        (4, "unknown-reference"),
        (5, "invalid-value"),
        (6, "unknown-word"),
        (7, "invalid-value"),
        (8, "unknown-field"),
        (9, "reserved-id"),
        (10, "unknown-reference"),
        (10, "field-not-for-type"),
        (10, "unknown-field"),
        (12, "unknown-choice"),
        (13, "unknown-question"),
        (14, "unknown-choice"),
    ] {
        let found = output
            .stderr
            .split("error[")
            .any(|problem| problem.starts_with(&format!("{code}]")) && problem.contains(&format!(" m.yaml:{line}:")));
        assert!(found, "{code} on line {line}\n{output}");
    }
}

#[test]
fn a_mapping_for_another_questionnaire_is_one_problem() {
    let output = mapped("peil: mapping/1\nquestionnaire: kort\ncolumns: {A: keuze, B: cijfer}\n").run();
    assert_eq!(output.code, 2);
    assert_eq!(output.stderr.matches("error[").count(), 1, "{output}");
    assert!(output.stderr.contains("this mapping belongs to the questionnaire `kort`, not to `enquete`"), "{output}");
}

#[test]
fn a_column_of_the_mapping_that_no_file_has_is_pointed_at() {
    mapped("peil: mapping/1\ncolumns: {Paln: plan}\n")
        .stderr_holds("error[missing-column]: no file has a column `Paln`\n --> m.yaml:2:11\n")
        .stderr_holds("1 answers file written in uit\n")
        .ends_with(1);
}

#[test]
fn what_is_not_matched_fails_unless_it_is_allowed_and_the_rest_is_written() {
    let export = "council,plan,extra\n41048,soms,x\n41048,misschien,y\n";
    let written = run(export, &["-o", "uit"]).stderr_holds("1 answers file written in uit\n").ends_with(1);
    assert_eq!(written.files().iter().filter(|name| name.starts_with("uit/")).count(), 1);
    run(export, &["-o", "uit", "--allow-unmatched"]).stderr_holds("C  extra\n").ends_with(0);
}

#[test]
fn other_answers_in_the_folder_are_not_replaced_unasked() {
    let folder = |more: &[&str]| run("council,plan\n41048,soms\n", &[&["-o", "uit"], more].concat());
    let written = folder(&["--quiet"]).ends_with(0);
    let name = written.files().into_iter().find(|name| name.starts_with("uit/")).expect("a file");
    let mut again = folder(&[]).file(&name, &written.text(&name));
    let output = again.run();
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stderr.contains("0 answers files written in uit; 1 was there already"), "{output}");
    let refused = folder(&[])
        .file(&name, "iets anders\n")
        .stderr_holds(&format!("error: `{name}` already holds other answers; nothing was written\n"))
        .ends_with(2);
    assert_eq!(refused.text(&name), "iets anders\n");
    let replaced = folder(&["--overwrite", "--quiet"]).file(&name, "iets anders\n").ends_with(0);
    assert_eq!(replaced.text(&name), written.text(&name));
}

#[test]
fn a_spreadsheet_is_not_scored_but_its_reader_is_named() {
    let book = super::workbook("== Blad1\ncouncil\tplan\n41048\tsoms\n");
    for command in ["score", "check", "compare", "report"] {
        peil([command, "a.xlsx", "-q", "enquete.yaml"])
            .bytes("a.xlsx", &book)
            .file("enquete.yaml", super::ENQUETE)
            .stderr(
                "error: `a.xlsx` is a spreadsheet; only `peil import` reads those\n\
                 help: run first: peil import a.xlsx -q QUESTIONNAIRE -o answers\n",
            )
            .ends_with(2);
    }
}

#[test]
fn wrong_flags_are_refused_before_anything_is_written() {
    let export = "plan\nsoms\n";
    run(export, &["-o", "uit", "--wave", "voorjaar"])
        .stderr_holds("`voorjaar` is not possible for `--wave`")
        .ends_with(2);
    run(export, &["-o", "uit", "--role", "itc"]).stderr_holds("help: did you mean `ict` (IT)?").ends_with(2);
    run(export, &["-o", "uit", "--council", " "]).stderr_holds("`--council` needs a value").ends_with(2);
    run(export, &["--suggest", "--dry-run"]).stderr_holds("do not go together").ends_with(2);
    peil(["import", "e.csv", "-o", "uit"])
        .file("e.csv", export)
        .stderr_holds("error: which questionnaire do these answers belong to?\n")
        .ends_with(2);
}
