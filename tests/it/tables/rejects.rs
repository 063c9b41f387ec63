//! The account of rows that do not fit: the first twenty on the screen, all of them in a file, and the good rows scored as if
//! the others were not there.

use super::parquet;
use crate::peil::{Peil, peil};

const GOOD: &str = "council,name,wave,respondent,role,streek,keuze,cijfer\n\
    41048,Ninove,2026,r-1,ict,oost,soms,3\n41063,Aalst,2026,r-1,ict,west,nooit,2\n";

/// Rows that cannot be placed, with the place and the code of what is wrong.
const BAD: [(&str, &str); 6] = [
    (",Ninove,2026,r-2,ict,oost,soms,3", "1,no-council"),
    ("41048,Ninove,2026,r-2,ict,oost,soms", "1,field-count"),
    ("41048,Ninove,2026,r-2,ict,oost,soms,3,", "1,field-count"),
    ("41048,Ninove,2026,r-1,ict,oost,altijd,1", "1,same-respondent"),
    ("41048,Ninove,MMXX,r-2,ict,oost,soms,3", "14,invalid-value"),
    ("41048,Ninove,2026,r-2,chef,oost,soms,3", "23,unknown-reference"),
];

fn scored(name: &str, more: &[&str]) -> Peil {
    let arguments = ["score", name, "-q", "kort.yaml", "--within", "streek", "-o", "s.csv"];
    peil(arguments.into_iter().chain(more.iter().copied())).with_kort()
}

#[test]
fn rows_that_cannot_be_placed_stand_in_the_file_as_they_are_and_change_no_byte_of_the_scores() {
    let expected = scored("a.csv", &[]).file("a.csv", GOOD).stderr_holds("2 rows written").ends_with(0).text("s.csv");
    for separator in [",", ";"] {
        let (mut rows, mut rejected) = (GOOD.to_owned(), String::from("file,line,column,code,counted\n"));
        for (line, (row, code)) in (4..).zip(BAD) {
            rows.push_str(&format!("{row}\n"));
            rejected.push_str(&format!("a.csv,{line},{code},no\n"));
        }
        rows.push_str("41063,Aalst,2026,r-2,ict,west,,\n");
        let good = scored("a.csv", &[]).file("a.csv", &format!("{GOOD}41063,Aalst,2026,r-2,ict,west,,\n"));
        let good = good.stderr_holds("In 1 row nothing is filled in.").ends_with(0).text("s.csv");
        assert!(good != expected, "a row more");
        for threads in ["1", "2"] {
            let bad = scored("a.csv", &["--rejects", "r.csv", "--threads", threads]);
            let bad = bad.file("a.csv", &rows.replace(',', separator));
            let written = bad.stderr_holds("6 problems written to r.csv, with place, reason and row\n").ends_with(1);
            assert_eq!(written.text("s.csv"), good);
            let text = written.text("r.csv");
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
            let places = records.iter().map(|record| record.iter().take(5).collect::<Vec<_>>().join(",") + "\n");
            assert_eq!(String::from("file,line,column,code,counted\n") + &places.collect::<String>(), rejected);
            for (record, (row, _)) in records.iter().zip(BAD) {
                assert_eq!(record[6], row.replace(',', separator));
            }
        }
    }
}

#[test]
fn twenty_problems_are_shown_and_all_are_counted_by_kind() {
    let row = |number: usize| format!("41048,Ninove,2026,r-{number},ict,oost,sms,{number}\n");
    let rows: String = (10..40).map(row).collect();
    let run = |more: &[&str]| scored("a.csv", more).file("a.csv", &format!("{GOOD}{rows}")).run();
    let found = run(&[]);
    assert_eq!(found.stderr.matches("\n --> a.csv:").count() + found.stderr.matches("\n  --> a.csv:").count(), 20);
    let account = "60 problems in all:\n          30  unknown-choice\n          30  invalid-number\n\
        With --rejects FILE peil writes everything to a file: place, reason and row.\n";
    assert!(found.stderr.contains(account), "{found}");
    let strict = run(&["--strict"]);
    assert_eq!((strict.code, strict.stderr.matches("error[").count()), (1, 2), "one row, of two cells\n{strict}");
}

#[test]
fn a_bad_header_stands_in_the_file_too() {
    let bad = GOOD.replace("keuze", "kuze");
    let written = scored("a.csv", &["--rejects", "r.csv"]).file("a.csv", &bad).stderr_holds("unknown-column");
    let text = written.stderr_holds("1 problem written to r.csv").ends_with(1).text("r.csv");
    let header = bad.lines().next().expect("a header");
    assert!(text.ends_with(&format!(
        "\na.csv,1,42,unknown-column,without_cell,`kuze` looks like a question but is not one,\"{header}\"\n"
    )));
    let strict = scored("a.csv", &["--strict"]).file("a.csv", &bad.replace("soms", "sms"));
    assert!(!strict.stderr_holds("error: stopped at the first error\n").ends_with(1).has("s.csv"));
}

#[test]
fn rejected_rows_go_where_they_are_sent_and_never_over_what_is_read_or_written() {
    let bad = format!("{GOOD}{}\n", BAD[0].0);
    let run = |rejects: &str| scored("a.csv", &["--rejects", rejects]).file("a.csv", &bad);
    run("-").stderr_holds("no-council").stdout_holds("\na.csv,4,1,no-council,no,").ends_with(1);
    for (rejects, said) in [
        ("weg/r.csv", "error: `weg/r.csv` cannot be written: the folder does not exist\n"),
        ("a.csv", "error: `a.csv` is one of the files that peil is to read\n"),
        ("kort.yaml", "error: `kort.yaml` is one of the files that peil is to read\n"),
        ("s.csv", "error: the scores and the rows with a problem go to the same place\n"),
    ] {
        let written = run(rejects).stderr_holds(said).ends_with(2);
        assert!(!written.has("s.csv") && written.text("a.csv") == bad, "{rejects}");
    }
    let over = peil(["score", "a.csv", "-q", "kort.yaml", "-o", "./a.csv"]).with_kort().file("a.csv", &bad);
    let over = over.stderr_holds("error: `./a.csv` is one of the files that peil is to read\n").ends_with(2);
    assert_eq!(over.text("a.csv"), bad);
    let both = peil(["score", "a.csv", "-q", "kort.yaml", "--rejects", "-"]).with_kort().file("a.csv", &bad);
    both.stderr_holds("error: the scores and the rows with a problem go to the same place\n").ends_with(2);
    if cfg!(target_os = "linux") {
        let full =
            run("/dev/full").stderr_holds("error: `/dev/full` cannot be written: the disk is full\n").ends_with(2);
        assert!(!full.has("s.csv"));
    }
}

/// What the file says of every problem in a table of this name: its row, its code, and whether that row was counted.
fn counted(name: &str, table: &[u8], more: &[&str]) -> Vec<String> {
    let written = scored(name, &[&["--rejects", "r.csv"], more].concat()).bytes(name, table);
    let text = written.stderr_holds(" written to r.csv").ends_with(1).text("r.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().nth(4), Some("counted"));
    reader.records().map(|record| record.expect("a record")).map(|row| [&row[1], &row[3], &row[4]].join(" ")).collect()
}

#[test]
fn the_file_says_which_rows_were_lost_and_which_were_counted_without_a_cell_or_whole() {
    const NAMES: [&str; 8] = ["council", "name", "respondent", "role", "streek", "keuze", "keuze.via", "alleen-ict"];
    let rows = [
        ["41048", "Ninove", "r-1", "ict", "oost", "soms", "", "altijd"],
        ["41048", "Ninove", "r-2", "ict", "oost", "vaak", "", "altijd"],
        ["", "Ninove", "r-3", "ict", "oost", "soms", "", ""],
        ["41048", "Ninove", "r-1", "ict", "oost", "nooit", "", ""],
        ["41048", "NINOVE", "r-4", "ict", "oost", "soms", "", ""],
        ["41048", "Ninove", "r-5", "politiek", "oost", "soms", "", "altijd"],
        ["41048", "Ninove", "r-6", "ict", "west", "soms", "", ""],
        ["41048", "Ninove", "r-7", "ict", "oost", "", "partner", ""],
        // Two problems, of which one is not about a cell that is lost.
        ["41048", "ninove", "r-8", "ict", "oost", "sms", "", ""],
    ];
    let table: String = [NAMES].iter().chain(&rows).map(|row| row.join(",") + "\n").collect();
    // The name is told of before the answer that stands behind it.
    let expected = [
        "2 unknown-choice without_cell",
        "3 no-council no",
        "4 same-respondent no",
        "5 name-differs yes",
        "6 not-asked without_cell",
        "7 class-differs without_cell",
        "8 via-of-nothing yes",
        "9 name-differs yes",
        "9 unknown-choice without_cell",
    ];
    // A header is line 1 of a CSV.
    let in_lines = expected.map(|one| format!("{}{}", one[..1].parse::<u8>().expect("a digit") + 1, &one[1..]));
    for threads in ["1", "2"] {
        assert_eq!(counted("a.csv", table.as_bytes(), &["--threads", threads]), in_lines, "{threads}");
        assert_eq!(counted("a.parquet", &parquet(NAMES, &rows), &["--threads", threads]), expected, "{threads}");
    }
    // As many as those that are not `no`: r-1, r-2 and r-4 to r-8.
    let scores = scored("a.csv", &[]).bytes("a.csv", table.as_bytes()).stderr_holds("1 row written").ends_with(1);
    let scores = scores.text("s.csv");
    let mut reader = csv::Reader::from_reader(scores.as_bytes());
    let respondents = reader.headers().expect("a header").iter().position(|name| name == "respondents");
    let row = reader.records().next().expect("a row").expect("a record");
    assert_eq!(&row[respondents.expect("a column")], "7");
}

#[test]
fn of_a_table_that_is_left_out_the_file_says_that_no_row_was_counted() {
    let names = ["score", "a.csv", "b.csv", "-q", "kort.yaml", "-o", "s.csv", "--rejects", "r.csv"];
    let without_council = GOOD.replace("council", "gemeente");
    let two = peil(names).with_kort().file("a.csv", &without_council).file("b.csv", &GOOD.replace("keuze", "kuze"));
    let text = two.stderr_holds("missing-column").ends_with(1).text("r.csv");
    assert!(text.contains("\na.csv,1,1,missing-column,no,"), "{text}");
    assert!(text.contains("\nb.csv,1,42,unknown-column,without_cell,"), "{text}");
}

#[test]
fn a_name_that_says_something_else_than_csv_ends_before_anything_is_read_with_a_better_one() {
    for (name, better) in [
        ("r.parquet", "r.csv"),
        ("r.jsonl", "r.csv"),
        ("r.xlsx", "r.csv"),
        ("r.csv.zst", "r.csv"),
        ("r.jsonl.gz", "r.csv.gz"),
        ("r.gz", "r.csv.gz"),
    ] {
        let said = format!(
            "error: `{name}` would hold CSV, packed with gzip or not, but its name says otherwise\n\
             help: write the rows with a problem to `{better}`\n"
        );
        // The table is not there, which nobody has come to yet.
        let ended = peil(["score", "weg.csv", "--rejects", name, "-o", "s.csv"]).stderr(&said).ends_with(2);
        assert!(!ended.has(name) && !ended.has(better), "{name}");
    }
    let dutch = "fout: `r.parquet` zou CSV bevatten, al dan niet ingepakt met gzip, maar de naam zegt iets anders\n\
                 tip: schrijf de rijen met een probleem naar `r.csv`\n";
    peil(["score", "weg.csv", "--rejects", "r.parquet", "-o", "s.csv"]).in_dutch().stderr(dutch).ends_with(2);
    let bad = format!("{GOOD}{}\n", BAD[0].0);
    for name in ["r.csv", "R.CSV", "afgekeurd", "r.csv.gz"] {
        let written = scored("a.csv", &["--rejects", name]).file("a.csv", &bad);
        assert!(written.stderr_holds("1 problem written to").ends_with(1).has(name), "{name}");
    }
}

#[test]
fn a_problem_in_the_second_of_two_tables_is_told_of_that_one() {
    let names = ["score", "a.csv", "b.csv", "-q", "kort.yaml", "-o", "-", "--rejects", "r.csv"];
    let two = peil(names).with_kort().file("a.csv", GOOD).file("b.csv", GOOD);
    let text = two.stderr_holds("2 problems written").stdout_holds("\n41048,").ends_with(1).text("r.csv");
    assert_eq!(text.matches("\nb.csv,").count(), 2, "{text}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_while_scores_are_written_ends_with_130() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().expect("a folder");
    let mut rows = String::from("council,keuze\n");
    (0..60_000).for_each(|number| rows.push_str(&format!("{number},soms\n")));
    std::fs::write(folder.path().join("a.csv"), rows).expect("written");
    std::fs::write(folder.path().join("kort.yaml"), crate::peil::KORT).expect("written");
    let mut command = Command::new(crate::peil::PROGRAM);
    crate::peil::scrub(&mut command);
    command.args(["score", "a.csv", "-q", "kort.yaml", "-o", "-"]).current_dir(folder.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
    // Once something comes out, the writing has begun; it waits, since a pipe holds less than there is.
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut [0; 7]).expect("a header");
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    std::thread::sleep(std::time::Duration::from_millis(100));
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("text");
    let output = child.wait_with_output().expect("ended");
    let said = "error: interrupted\nhelp: the result was not written; give the same command again to get it\n";
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(130), said));
    assert!(rest.lines().count() < 60_000);
}
