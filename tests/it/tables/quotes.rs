//! Tables with quotes, returns and marks where they do not belong: the row is told of, and all others count.

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
