//! Files in a folder that may hold answers, and that the command which looks there does not take: each is told of, with
//! what does take it.

use crate::peil::{Peil, peil};

const ANSWERS: &str = "council,wave,respondent,questionnaire,keuze\n41048,2026,r-1,kort@1.0.0,soms\n\
                       41063,2026,r-2,kort@1.0.0,altijd\n";
const LINE: &str = "{\"council\":\"41048\",\"wave\":2026,\"respondent\":\"r-3\",\"questionnaire\":\"kort@1.0.0\",\"keuze\":\"soms\"}\n";

fn import(path: &str) -> Peil {
    peil(["import", path, "-q", "kort.yaml", "-o", "out"]).with_kort()
}

#[test]
fn spreadsheets_and_zips_beside_the_answers_are_told_of_by_every_command_that_does_not_read_them() {
    let commands = [&["score"][..], &["report", "--council", "41048"], &["compare"], &["check"]];
    for command in commands {
        let arguments = [&command[..1], &["in", "-q", "kort.yaml"], &command[1..]].concat();
        let run = peil(arguments).with_kort().file("in/a.csv", ANSWERS);
        run.bytes("in/c37.xlsx", b"PK")
            .bytes("in/~$c37.xlsx", b"lock")
            .bytes("in/c38.ods", b"PK")
            .bytes("in/all.zip", b"PK")
            .stdout_holds("")
            .stderr_holds(
                "Passed over: `in/c37.xlsx` and `in/c38.ods`. Only `peil import` reads spreadsheets.\n\
                 Passed over: `in/all.zip`. Unpack a zip first.\n",
            )
            .ends_with(0);
    }
    // Also where answers of an earlier kind of file are read in another way, and once.
    let output = peil(["score", "in", "-q", "kort.yaml"]).with_kort().in_dutch();
    let mut output = output.file("in/a.yaml", YAML).bytes("in/c37.xlsx", b"PK").bytes("in/c38.ods", b"PK");
    let output = output.run();
    let told = "Overgeslagen: `in/c37.xlsx` en `in/c38.ods`. Rekenbladen leest alleen `peil import`.\n";
    assert_eq!((output.code, output.stderr.matches(told).count()), (0, 1), "{output}");
}

#[test]
fn a_table_with_tabs_is_read_in_a_folder_as_where_it_is_named() {
    let tabs = ANSWERS.replace(',', "\t");
    let score = |arguments: &[&str]| {
        let output = peil(arguments).with_kort().file("in/b.tsv", &tabs).run();
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{output}");
        output.stdout
    };
    let named = score(&["score", "in/b.tsv", "-q", "kort.yaml", "-o", "-"]);
    assert!(named.contains("\n41048,") && named.contains("\n41063,"), "{named}");
    assert_eq!(score(&["score", "in", "-q", "kort.yaml", "-o", "-"]), named);
    // The same table with commas beside it is a copy.
    peil(["score", "in", "-q", "kort.yaml", "-o", "-"])
        .with_kort()
        .file("in/b.csv", ANSWERS)
        .file("in/b.tsv", &tabs)
        .stdout(&named)
        .stderr_holds("in/b.tsv")
        .ends_with(1);
    let left =
        peil(["forget", "r-1", "in", "--yes"]).with_kort().file("in/b.tsv", &tabs).stdout_holds("  in/b.tsv: 1 row\n");
    assert!(!left.ends_with(0).text("in/b.tsv").contains("r-1"));
}

const YAML: &str = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\"}\nwave: 2026\n\
                    respondent: {id: r-9}\nanswers: {keuze: soms}\n";

#[test]
fn a_workbook_that_nobody_has_filled_in_yet_lies_quietly_beside_the_answers() {
    let made =
        peil(["form", "kort.yaml", "-o", "form.xlsx", "--council", "41048"]).with_kort().stderr_holds("").ends_with(0);
    peil(["score", "in", "-q", "kort.yaml", "-o", "-"])
        .with_kort()
        .file("in/a.csv", ANSWERS)
        .bytes("in/form.xlsx", &made.bytes("form.xlsx"))
        .stdout_holds("41048,")
        .stderr("")
        .ends_with(0);
}

#[test]
fn an_import_reads_packed_tables_in_a_folder_and_fails_over_what_it_does_not_read() {
    let packed = peil(["score", "a.csv", "-q", "kort.yaml", "-o", "s.csv.gz"]).with_kort().file("a.csv", ANSWERS);
    let scores = packed.stderr_holds("").ends_with(0).bytes("s.csv.gz");
    let run = import("in").file("in/a.csv", ANSWERS).bytes("in/b.parquet", b"PAR1").file("in/c.jsonl", LINE);
    run.bytes("in/all.zip", b"PK")
        // What peil wrote holds no answers, packed or not.
        .bytes("in/s.csv.gz", &scores)
        .stderr_holds("Passed over: `in/s.csv.gz` (scores).\n")
        .stderr_holds(
            "error: `in/b.parquet` and `in/c.jsonl` are tables of a kind that `peil import` does not read\n\
             help: if they have peil’s own columns, `peil score` reads them as they are; else make CSV of them\n\
             error: `in/all.zip` is a zip, which peil does not look into\nhelp: unpack it, and give what is in it\n",
        )
        .stderr_holds("2 answers files written in out\n")
        .ends_with(1);
}

#[test]
fn scores_of_peil_in_any_form_do_not_fail_an_import() {
    let scores = peil(["score", "a.csv", "-q", "kort.yaml", "-o", "s.parquet"]).with_kort().file("a.csv", ANSWERS);
    let scores = scores.stderr_holds("").ends_with(0).bytes("s.parquet");
    import("in")
        .file("in/a.csv", ANSWERS)
        .bytes("in/s.parquet", &scores)
        .stderr_holds("Passed over: `in/s.parquet` (scores).\n")
        .ends_with(0);
}

#[test]
fn what_is_named_and_not_taken_is_called_what_it_is() {
    import("east.parquet")
        .bytes("east.parquet", b"PAR1\xff")
        .in_dutch()
        .stderr(
            "fout: `east.parquet` is een soort tabel die `peil import` niet leest\ntip: heeft de tabel de kolommen van peil \
             zelf, dan leest `peil score` haar zoals ze is; maak er anders een CSV van\n",
        )
        .ends_with(2);
    for command in ["import", "score", "report", "check"] {
        let output: &[&str] = if command == "import" { &["-o", "out"] } else { &[] };
        peil([&[command, "all.zip", "-q", "kort.yaml"], output].concat())
            .with_kort()
            .bytes("all.zip", b"PK\x03\x04")
            .stderr(
                "error: `all.zip` is a zip, which peil does not look into\nhelp: unpack it, and give what is in it\n",
            )
            .ends_with(2);
    }
}
