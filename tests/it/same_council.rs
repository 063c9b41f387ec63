//! One council under several codes: what stands around a code without being seen is no part of it, and of what is typed
//! slightly differently it is said, by every command that reads answers.

use crate::peil::peil;

const ROWS: &str =
    "council,name,wave,keuze\n41048,Ninove,2026,soms\nNIS 41048,Ninove,2026,altijd\n41063,Denderleeuw,2026,soms\n";

#[test]
fn scoring_and_checking_name_both_codes_and_what_to_do() {
    let said = "warning[same-council]: `NIS 41048` and `41048` are most likely the same council, Ninove";
    let remedy = "write `41048` everywhere, or `NIS 41048` everywhere; for peil these are two councils now";
    for rows in [ROWS.to_owned(), format!("\n{ROWS}")] {
        peil(["score", "a.csv", "-q", "kort.yaml", "--format", "csv", "-o", "s.csv"])
            .with_kort()
            .file("a.csv", &rows)
            .stderr_holds(said)
            .stderr_holds(remedy)
            .ends_with(0);
    }
    peil(["check", "a.csv", "-q", "kort.yaml"])
        .with_kort()
        .file("a.csv", ROWS)
        .stdout_holds(said)
        .stdout_holds("a.csv:3:1")
        .stdout_holds(remedy)
        .ends_with(0);
}

const SAID: &str = "warning[same-council]: `NIS 41048` and `41048` are most likely the same council, Ninove";

/// The first row of 41048 does not say what it is called; its second one does.
const NAMED_LATE: &str = "council,name,wave,respondent,keuze\n41048,,2026,a,soms\n41048,Ninove,2026,b,soms\n\
    NIS 41048,Ninove,2026,c,altijd\n";

#[test]
fn every_command_warns_whichever_row_gives_the_council_its_name() {
    let page = ["-q", "kort.yaml", "-o", "p.html"];
    let run = |arguments: &[&str]| {
        peil(arguments).with_kort().file("in/a.csv", NAMED_LATE).file("in/b.yaml", OTHER).stderr_holds(SAID)
    };
    run(&[&["compare", "in"], &page[..]].concat()).stderr_holds("in/a.csv:4:1").ends_with(0);
    run(&[&["report", "in", "--council", "41048"], &page[..]].concat()).stderr_holds("in/a.csv:4:1").ends_with(0);
    // A table alone is scored row by row, and with an answers file beside it whole.
    run(&["score", "in/a.csv", "-q", "kort.yaml", "-o", "s.csv"]).ends_with(0);
    run(&["score", "in", "-q", "kort.yaml", "-o", "s.csv"]).stderr_holds("in/a.csv:4:1").ends_with(0);
    peil(["check", "a.csv", "-q", "kort.yaml"])
        .with_kort()
        .file("a.csv", NAMED_LATE)
        .stdout_holds(SAID)
        .stdout_holds("a.csv:4:1")
        .ends_with(0);
}

/// The answers of another council.
const OTHER: &str = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41063\"}\nwave: 2026\n\
    respondent: {id: d}\nanswers: {keuze: soms}\n";

#[test]
fn a_name_of_another_wave_is_that_of_the_council_too() {
    let rows = "council,name,wave,keuze\n41048,Ninove,2024,soms\n41048,,2026,soms\nNIS 41048,Ninove,2026,altijd\n";
    let check = peil(["check", "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", rows);
    check.stdout_holds(SAID).stdout_holds("a.csv:4:1").ends_with(0);
    let score = peil(["score", "a.csv", "-q", "kort.yaml", "-o", "s.csv"]).with_kort().file("a.csv", rows);
    score.stderr_holds(SAID).ends_with(0);
}

#[test]
fn what_is_counted_among_the_rejects_stands_in_them() {
    let rows = format!("{NAMED_LATE}41063,Denderleeuw,2026,d,sms\n");
    let written = peil(["score", "a.csv", "-q", "kort.yaml", "-o", "s.csv", "--rejects", "r.csv"])
        .with_kort()
        .file("a.csv", &rows)
        .stderr_holds(SAID)
        .stderr_holds("2 problems written to r.csv")
        .ends_with(1);
    let text = written.text("r.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    let codes: Vec<&str> = records.iter().map(|record| &record[3]).collect();
    assert_eq!(codes, ["unknown-choice", "same-council"], "{text}");
    // Which rows it is about is not known any more.
    let reason = "`NIS 41048` and `41048` are most likely the same council, Ninove";
    assert_eq!(records[1].iter().collect::<Vec<_>>(), ["", "", "", "same-council", "yes", reason, ""]);
}

#[test]
fn what_cannot_be_seen_around_a_code_makes_no_second_council() {
    let sheet = |id: &str, who: &str| {
        format!(
            "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: \"{id}\"}}\n\
             respondent: {{id: {who}}}\nanswers: {{keuze: soms}}\n"
        )
    };
    let table = "council,respondent,keuze\n41048,a,soms\n\u{200b}41048\u{feff},b,soms\n\"41048\u{a0}\",c,soms\n";
    let lines = "{\"council\":\"41048\",\"keuze\":\"soms\"}\n{\"council\":\"41048\u{200b}\",\"keuze\":\"soms\"}\n";
    for (name, text, respondents) in [("a.csv", table, "3"), ("a.jsonl", lines, "2")] {
        let scores = peil(["score", name, "-q", "kort.yaml", "--format", "csv"]).with_kort().file(name, text).run();
        expect_one(&scores.stdout, respondents);
        assert!(scores.stderr.is_empty(), "{scores}");
    }
    let scores = peil(["score", "answers", "-q", "kort.yaml", "--format", "csv"])
        .with_kort()
        .file("answers/a.yaml", &sheet("41048", "a"))
        .file("answers/b.yaml", &sheet("41048\u{200b}", "b"))
        .run();
    expect_one(&scores.stdout, "2");
}

/// One row, of council 41048, from so many respondents.
fn expect_one(scores: &str, respondents: &str) {
    let mut lines = scores.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    let column = header.iter().position(|name| *name == "respondents").expect("a column");
    let rows: Vec<Vec<&str>> = lines.collect();
    assert_eq!(rows.len(), 1, "{scores}");
    assert_eq!((rows[0][0], rows[0][column]), ("41048", respondents), "{scores}");
}
