//! A NUL byte, or one that is not UTF-8, costs the row it stands in and no other, in every form of a table and for every
//! command.

use super::parquet;
use crate::peil::{Peil, peil};

/// Council, class and answer; the second has the byte in its class, or in its answer.
const ROWS: [[&str; 3]; 3] = [["41001", "oost", "soms"], ["41002", "we\0st", "altijd"], ["41003", "oost", "nooit"]];

fn csv() -> Vec<u8> {
    let rows = ROWS.map(|row| row.join(",") + "\n").concat();
    format!("council,streek,keuze\n{rows}").into_bytes()
}

/// JSON lines in which the byte is written like this.
fn lines(nul: &str) -> Vec<u8> {
    let line = |[council, class, answer]: [&str; 3]| {
        format!("{{\"council\":\"{council}\",\"streek\":\"{class}\",\"keuze\":\"{answer}\"}}\n")
    };
    ROWS.map(line).concat().replace('\0', nul).into_bytes()
}

fn run(words: &[&str], name: &str, table: &[u8]) -> Peil {
    peil(words.iter().copied().chain(["-q", "kort.yaml", name])).with_kort().bytes(name, table)
}

#[test]
fn a_nul_byte_is_told_in_its_row_and_the_rows_beside_it_count_in_every_command() {
    let good = "council,streek,keuze\n41001,oost,soms\n41003,oost,nooit\n";
    for (name, table, place) in [
        ("a.csv", csv(), "3:9"),
        ("b.jsonl", lines("\\u0000"), "2:29"),
        ("c.jsonl", lines("\0"), "2:32"),
        ("d.parquet", parquet(["council", "streek", "keuze"], &ROWS), "2:9"),
    ] {
        let said = format!(
            "error[invalid-encoding]: this row holds a NUL byte, which belongs in no text\n --> {name}:{place}\n"
        );
        for words in [&["score", "--within", "streek", "-o", "-"][..], &["compare"], &["report", "--council", "41003"]]
        {
            let expected = run(words, "goed.csv", good.as_bytes()).run();
            let found = run(words, name, &table).run();
            assert_eq!((found.code, &found.stdout), (1, &expected.stdout), "{words:?} {name}: {found}");
            assert!(found.stderr.starts_with(&said), "{words:?} {name}: {found}");
            assert_eq!(found.stderr.matches("error").count(), 1, "{found}");
        }
        let check = run(&["check", "--format", "concise"], name, &table).run();
        assert_eq!((check.code, check.stdout.lines().count()), (1, 1), "{check}");
        assert!(check.stdout.starts_with(&format!("{name}:{place}: error[invalid-encoding] this row ")), "{check}");
    }
}

#[test]
fn rows_of_latin_1_are_told_each_in_its_place_and_the_rows_beside_them_count_in_every_command() {
    // The replacement character itself is text.
    let good = "council,name,keuze\n41001,B\u{fffd},soms\n41003,Oost,nooit\n";
    let bad = b"\xef\xbb\xbfcouncil,name,keuze\n41002,Bi\xebl,soms\n41001,B\xef\xbf\xbd,soms\n\
        41004,\"Oost\nM\xf6\",altijd\n41003,Oost,nooit\n41005,West\xe8,soms\n";
    let lines = b"{\"council\":\"41001\",\"name\":\"B\xef\xbf\xbd\",\"keuze\":\"soms\"}\n\
        {\"council\":\"41002\",\"name\":\"Bi\xebl\"}\n{\"council\":\"41003\",\"name\":\"Oost\",\"keuze\":\"nooit\"}\n";
    let sheet =
        "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: zz9}\nanswers: {keuze: soms}\n";
    for (name, table, places) in [("a.csv", &bad[..], &["2:9", "5:2", "7:11"][..]), ("b.jsonl", lines, &["2:30"])] {
        for words in [
            &["score", "-o", "-"][..],
            &["score", "-o", "-", "solo.yaml"],
            &["compare"],
            &["report", "--council", "41003"],
        ] {
            let expected = run(words, "goed.csv", good.as_bytes()).file("solo.yaml", sheet).run();
            let found = run(words, name, table).file("solo.yaml", sheet).run();
            assert_eq!((found.code, &found.stdout), (1, &expected.stdout), "{words:?} {name}: {found}");
            assert_eq!(found.stderr.matches("error[").count(), places.len(), "{words:?} {name}: {found}");
            for place in places {
                let said = format!("error[invalid-encoding]: this row is not UTF-8\n --> {name}:{place}\n");
                assert!(found.stderr.contains(&said), "{words:?} {name}:{place}: {found}");
            }
        }
        let check = run(&["check", "--format", "concise"], name, table).run();
        assert_eq!((check.code, check.stdout.lines().count()), (1, places.len()), "{check}");
    }
}

#[test]
fn latin_1_in_the_header_makes_it_no_table() {
    for words in [&["score"][..], &["compare"], &["check"]] {
        let output = run(words, "a.csv", b"council,keuze,na\xebm\n41048,soms,x\n").run();
        let said = "error[invalid-encoding]: the file is not UTF-8\n --> a.csv:1:17\n";
        assert!(output.code == 1 && format!("{}{}", output.stdout, output.stderr).contains(said), "{output}");
    }
}

#[test]
fn a_nul_byte_in_the_header_makes_it_no_table() {
    for command in ["score", "compare", "check"] {
        let mut run = run(&[command], "a.csv", b"council,ke\0uze\n41048,soms\n");
        let output = run.run();
        let said = "error[invalid-encoding]: this is not a text file\n --> a.csv:1:11\n";
        assert!(output.code == 1 && format!("{}{}", output.stdout, output.stderr).contains(said), "{output}");
    }
}

#[test]
fn a_nul_byte_in_an_answer_or_an_id_is_one_too() {
    for row in [
        "41048,r\0,soms,3",
        "4\0,r-1,soms,3",
        "4\u{0}1\u{0}8\u{0},r-1,soms,",
        "41048,r-1,so\0ms,3",
        "41048,r-1,soms,3\0",
    ] {
        let table = format!("council,respondent,keuze,cijfer\n41001,r-1,soms,3\n{row}\n41003,r-1,nooit,1\n");
        for words in [&["score", "-o", "-"][..], &["check"]] {
            let output = run(words, "a.csv", table.as_bytes()).run();
            let all = format!("{}{}", output.stdout, output.stderr);
            assert_eq!((output.code, all.matches("this row holds a NUL byte").count()), (1, 1), "{row:?} {output}");
            assert!(words[0] == "check" || output.stdout.lines().count() == 3, "{row:?} {output}");
        }
    }
}
