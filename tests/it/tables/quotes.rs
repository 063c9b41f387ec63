//! Tables with quotes, returns and marks where they do not belong: the row is told of, and all others count.

use std::fs;

use crate::peil::{Peil, peil};

const HEADER: &str = "council,name,wave,respondent,role,streek,keuze,cijfer,toelichting\n";

fn scored(rows: &[u8], more: &[&str]) -> Peil {
    let arguments = ["score", "a.csv", "-q", "kort.yaml", "-o", "s.csv", "--rejects", "r.csv"];
    let table = [HEADER.as_bytes(), rows].concat();
    peil(arguments.into_iter().chain(more.iter().copied())).with_kort().bytes("a.csv", &table)
}

/// Line, column and code of every problem, and for every council that is scored how many respondents it has.
fn told(rows: &[u8], threads: &str) -> (Vec<String>, Vec<String>) {
    let run = scored(rows, &["--threads", threads]).stderr_holds(" written to r.csv").ends_with(1);
    let rejects = run.text("r.csv");
    let mut reader = csv::Reader::from_reader(rejects.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    let problems = records.map(|record| record.iter().skip(1).take(3).collect::<Vec<_>>().join(" ")).collect();
    let scores = run.text("s.csv");
    let mut reader = csv::Reader::from_reader(scores.as_bytes());
    let at = reader.headers().expect("a header").iter().position(|name| name == "respondents").expect("a column");
    let councils = reader.records().map(|record| record.expect("a record"));
    (problems, councils.map(|council| format!("{} {}", &council[0], &council[at])).collect())
}

#[test]
fn a_stray_quote_takes_one_line_and_the_rows_behind_it_count() {
    let mut rows = String::from("41001,N,2026,r-1,ict,oost,soms,3,x\n41001,\"Ninove,2026,r-2,ict,oost,soms,3,x\n");
    (2..9).for_each(|council| rows.push_str(&format!("4100{council},N,2026,r-1,ict,oost,soms,3,x\n")));
    rows.push_str("41009,\"Halle\",2026,r-3,ict,oost,soms,3,x\n41009,\"Halle\"x,2026,r-4,ict,oost,soms,3,x\n");
    let expected: Vec<String> = (1..=9).map(|council| format!("4100{council} 1")).collect();
    for threads in ["1", "2"] {
        let found = told(rows.as_bytes(), threads);
        assert_eq!(found.0, ["3 7 open-quote", "12 7 open-quote"]);
        assert_eq!(found.1, expected);
    }
    let check = peil(["check", "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", &format!("{HEADER}{rows}"));
    let check = check.stdout_holds("error[open-quote]: the quote that opens this cell is not closed\n --> a.csv:3:7\n");
    check.stdout_holds("more text after the closing quote of this cell\n  --> a.csv:12:7\n").ends_with(1);
}

#[test]
fn a_row_that_is_no_text_anywhere_is_told_of_and_does_not_count() {
    for bad in [
        &b"41048,Ninove,2026,r-\xe8,ict,oost,soms,3,"[..],
        b"41048,Ninove\xe8,2026,r-1,ict,oost,soms,3,",
        b"41048,Ninove,2026,r-1,ict,oost\xe8,soms,3,",
        b"41048,Nin\0ove,2026,r-1,ict,oost,soms,3,",
        b"41048,Ninove,2026,r\0,ict,oost,soms,3,",
        b"41048,Ninove,2026,r-1,ict,oost,soms,3,een \0 teken",
        b"41048,Ninove,2026,r-1,ict,oost,soms,3,\xe8",
    ] {
        let good = "41063,Li\u{e8}ge,2026,r-\u{e8},ict,oost,soms,3,na\u{ef}ef\n".as_bytes();
        let (problems, councils) = told(&[good, bad, b"\n41048,Ninove,2026,r-2,ict,oost,soms,3,x\n"].concat(), "1");
        let what = bad.escape_ascii();
        assert!(problems.len() == 1 && problems[0].starts_with("3 "), "{what}: {problems:?}");
        assert!(problems[0].ends_with(" invalid-encoding"), "{what}: {problems:?}");
        assert_eq!(councils, ["41048 1", "41063 1"], "{what}");
    }
    let lines = b"{\"council\":\"41063\",\"respondent\":\"r-1\",\"keuze\":\"soms\"}\n\
        {\"council\":\"41048\",\"respondent\":\"r-\xe8\",\"keuze\":\"soms\"}\n";
    let scored = peil(["score", "a.jsonl", "-q", "kort.yaml", "-o", "s.csv"]).with_kort().bytes("a.jsonl", lines);
    let scored = scored.stderr_holds("error[invalid-encoding]").stderr_holds("1 row written").ends_with(1);
    assert!(!scored.text("s.csv").contains("41048"));
}

#[test]
fn a_row_that_is_too_long_is_told_of_and_does_not_count_whichever_way_the_table_is_read() {
    const LIMIT: usize = 1 << 24;
    let sheet =
        "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: zz9}\nanswers: {keuze: soms}\n";
    let csv = |row: &str| format!("council,name,keuze\n41001,A,soms\n{row}\n41003,C,nooit\n");
    let lines = |row: &str| {
        let line = |council: &str, name: &str| {
            format!("{{\"council\":\"{council}\",\"name\":\"{name}\",\"keuze\":\"soms\"}}\n")
        };
        format!("{}{}{}", line("41001", "A"), line("41002", row), line("41003", "C"))
    };
    // With its line break the row has as many bytes as it may, one more, and about as many as were once read of it.
    let fill = |length: usize| "x".repeat(length - "41002,,soms\n".len());
    let said = "error[field-count]: this row is longer than 16 MB and was not read\n";
    let open = "error[open-quote]: the quote that opens this cell is not closed\n";
    let pages = "x".repeat(LIMIT / 2);
    for (name, table, place, told) in [
        ("a.csv", csv(&format!("41002,{},soms", fill(LIMIT))), "", ""),
        ("a.csv", csv(&format!("41002,{},soms", fill(LIMIT + 1))), "3:1", said),
        ("a.csv", csv(&format!("41002,{},soms", fill(LIMIT + LIMIT / 2))), "3:1", said),
        ("a.csv", csv(&format!("41002,{},sms", fill(2 * LIMIT + 2))), "3:1", said),
        ("a.jsonl", lines(&fill(LIMIT + LIMIT / 2)), "2:1", said),
        ("a.csv", csv(&format!("41002,\"B\n{pages}\n{pages}\",soms")), "3:7", open),
    ] {
        let rejected = |words: &[&str]| {
            let words = ["score", name, "-q", "kort.yaml", "-o", "s.csv"].into_iter().chain(words.iter().copied());
            let mut run = peil(words).with_kort().file("solo.yaml", sheet).file(name, &table);
            let found = run.run();
            assert_eq!(found.code, i32::from(!place.is_empty()), "{name} {place}");
            let head: String = found.stderr.chars().take(300).collect();
            let located = format!("{told} --> {name}:{place}\n");
            assert!(place.is_empty() || found.stderr.contains(&located), "{name} {place}: {head}");
            assert!(found.stderr.len() < 10_000, "{name} {place}: {head}");
            let scores = fs::read_to_string(run.path().join("s.csv")).expect("written");
            scores.lines().skip(1).map(|line| line[..5].to_owned()).collect::<Vec<_>>()
        };
        let expected = if place.is_empty() { vec!["41001", "41002", "41003"] } else { vec!["41001", "41003"] };
        assert_eq!(rejected(&[]), expected, "{name} {place}");
        let beside = rejected(&["solo.yaml"]);
        assert_eq!(beside[..beside.len() - 1], expected, "{name} {place} beside an answers file");
    }
}

#[test]
fn a_header_is_no_longer_than_four_megabytes_whichever_way_the_table_is_read() {
    const LIMIT: usize = 1 << 22;
    for (length, is_header) in [(LIMIT, true), (LIMIT + 1, false), (2 * LIMIT - 1, false), (2 * LIMIT, false)] {
        let table = format!("council,keuze,{}\n41001,soms,x\n", "x".repeat(length - "council,keuze,\n".len()));
        for command in ["score", "check"] {
            let found = peil([command, "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", &table).run();
            let told = format!("{}{}", found.stdout, found.stderr);
            let said = "error[missing-column]: the first line is longer than 4 MB and cannot be a header\n";
            assert_eq!((found.code, told.contains(said)), (i32::from(!is_header), !is_header), "{command} {length}");
        }
    }
}

#[test]
fn a_comma_in_the_quoted_name_of_a_column_separates_nothing() {
    let plain = "council,keuze,grootte\n41001,soms,x\n41003,nooit,y\n";
    let quoted = "\u{feff}council;keuze;\"grootte\"\r\n41001;soms;x\r\n41003;nooit;y\r\n";
    let expected = peil(["score", "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", plain).run();
    assert_eq!(expected.code, 0, "{expected}");
    for name in ["grootte, in klassen", "a\tb, \"\"c\"\"", "groot,\nklein"] {
        let table = quoted.replace("grootte", name);
        let scored = peil(["score", "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", &table).run();
        assert_eq!((scored.code, &scored.stdout), (0, &expected.stdout), "{scored}");
        let check = peil(["check", "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", &table);
        check.stdout_holds("All good").ends_with(0);
    }
}

#[test]
fn of_a_header_with_a_broken_quote_nobody_says_that_the_lines_after_it_were_read() {
    for (header, open, closed) in [
        (
            "council,\"keuze",
            "the quote that opens this column name is not closed\n --> a.csv:1:9\n",
            "= help: put a quote at the end of the name too, or remove this one; without a header the table was not read\n",
        ),
        (
            "council,\"keu\"ze",
            "there is more text after the closing quote of this column name\n --> a.csv:1:9\n",
            "or remove the quotes; without a header the table was not read\n",
        ),
    ] {
        for words in [&["score", "a.csv"][..], &["score", "a.csv", "b.csv"], &["check", "a.csv"]] {
            let words = words.iter().copied().chain(["-q", "kort.yaml"]);
            let table = format!("{header}\n41001,soms\n41003,nooit\n");
            let run = peil(words).with_kort().file("a.csv", &table).file("b.csv", "council,keuze\n41001,soms\n").run();
            let told = format!("{}{}", run.stdout, run.stderr);
            assert!(run.code == 1 && told.contains(open) && told.contains(closed), "{run}");
            assert!(!told.contains("lines after it were"), "{run}");
        }
    }
}

#[test]
fn a_return_within_a_line_is_a_character_for_both_readers() {
    let table = format!("{HEADER}41048,Ninove,2026,r-1,ict,oost,soms,3,a\rb\n41048,Ninove,2026,r-\r2,,\r,soms,3,\r\n");
    let run = |arguments: [&str; 4]| peil(arguments).with_kort().file("a.csv", &table).run();
    let (check, score) = (run(["check", "a.csv", "-q", "kort.yaml"]), run(["score", "a.csv", "-q", "kort.yaml"]));
    assert_eq!((check.code, score.code), (0, 0), "{check}{score}");
}

#[test]
fn two_tables_behind_each_other_are_told_of_and_all_their_rows_count() {
    for (mark, row) in [("", "3 1 no-council"), ("\u{feff}", "3 1 no-council")] {
        let rows =
            format!("41048,N,2026,r-1,ict,oost,soms,3,x\n{mark}{HEADER}{mark}41063,A,2026,r-1,ict,oost,soms,3,x\n");
        let expected = if mark.is_empty() { vec![row] } else { vec![row, "4 1 no-council"] };
        let councils = if mark.is_empty() { vec!["41048 1", "41063 1"] } else { vec!["41048 1"] };
        for threads in ["1", "2"] {
            let found = told(rows.as_bytes(), threads);
            assert_eq!(
                (found.0, found.1),
                (
                    expected.iter().map(|one| (*one).to_owned()).collect(),
                    councils.iter().map(|one| (*one).to_owned()).collect()
                )
            );
        }
    }
}
