//! The tables that peil writes itself, with every column that it puts in them: read back, nothing of them is lost.

use crate::peil::{Output, Peil, peil};

fn import(export: &str, more: &[&str]) -> Peil {
    peil(["import", "e.csv", "-q", "enquete.yaml"].iter().chain(more))
        .file("e.csv", export)
        .file("enquete.yaml", super::ENQUETE)
}

/// The lines of a table without the made-up ids.
fn rows(output: &Output) -> Vec<String> {
    output.stdout.lines().map(|line| super::numbered(line).replace("r-1", "r-")).collect()
}

/// What stands in one column, row by row.
fn column(table: &str, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let place = reader.headers().expect("a header").iter().position(|heading| heading == name);
    let place = place.unwrap_or_else(|| panic!("no column {name}\n{table}"));
    reader.records().map(|record| record.expect("a record")[place].to_owned()).collect()
}

#[test]
fn who_does_what_is_answered_is_taken_over_and_costs_no_answer() {
    let export = "council,plan,vlot,team-1.paper,gebruik.loket,plan.via,team-1.paper.via,gebruik.loket.via\n\
                  41048,soms,4,yes,nooit,partner,partner,partner\n41048,altijd,5,no,soms,,,\n";
    let output = import(export, &["-o", "-"]).run();
    assert_eq!(output.code, 0, "{output}");
    assert_eq!(column(&output.stdout, "plan"), ["soms", "altijd"]);
    for id in ["plan", "team-1.paper", "gebruik.loket"] {
        assert_eq!(column(&output.stdout, &format!("{id}.via")), ["partner", ""], "{id}");
    }
    assert!(output.stderr.contains("7 of 8 belong to a question (7 by code), 1 about the person"), "{output}");
    assert!(output.stderr.contains("  Answers     8 given\n"), "{output}");
}

#[test]
fn what_says_nothing_of_who_does_it_is_told_of_and_the_answer_beside_it_stands() {
    let export = "council,plan,vlot,plan.via\n41048,soms,4,partnr\n41048,?,4,partner\n41048,beetje,4,partner\n";
    let output = import(export, &["-o", "-"]).run();
    assert_eq!(output.code, 1, "{output}");
    assert_eq!(column(&output.stdout, "plan"), ["soms", "?", ""]);
    assert!(!output.stdout.contains("plan.via"), "{output}");
    let told = "  Not understood, and so left out:\n    B  plan: `beetje`, row 4\n    D  plan.via: `partnr`, row 2\n    \
                D  plan.via: `partner` (the row does not say what is done), row 3\n";
    assert!(output.stderr.contains(told), "{output}");
}

#[test]
fn a_mapping_says_which_column_tells_who_does_it_and_a_suggested_one_says_it_back() {
    let export = "council,plan,Wie\n41048,soms,partner\n";
    let mapped = |more: &[&str]| {
        let run = import(export, &[&["-m", "m.yaml"], more].concat());
        run.file("m.yaml", "peil: mapping/1\ncolumns: {Wie: {via: plan}}\n").run()
    };
    let output = mapped(&["-o", "-"]);
    assert_eq!((output.code, column(&output.stdout, "plan.via")), (0, vec!["partner".to_owned()]), "{output}");
    assert!(mapped(&["--suggest"]).stdout.contains("  \"Wie\": {via: plan}\n"));
}

#[test]
fn a_table_that_peil_wrote_comes_back_as_it_was() {
    let sheet = |id: &str, more: &str| {
        format!(
            "peil: answers/1\nquestionnaire: {{id: enquete, version: 1.0.0}}\nrespondent: {{id: {id}, role: ict}}\n\
             council: {{id: \"41048\", name: Ninove, classes: {{size: klein, regio: oost}}}}\nwave: 2026\nanswers:\n{more}"
        )
    };
    let mut first = peil(["import", "in", "-q", "enquete.yaml", "-o", "-"])
        .file("enquete.yaml", super::ENQUETE)
        .file("in/a.yaml", &sheet("r-11111111", "  plan: {choice: soms, via: partner}\n  kanalen: [balie, web]\n"))
        .file("in/b.yaml", &sheet("r-22222222", "  plan: dont-know\n  gebruik.loket: {choice: nooit, via: partner}\n"));
    let first = first.run();
    assert_eq!(column(&first.stdout, "size"), ["klein", "klein"], "{first}");
    let again = import(&first.stdout, &["-o", "-"]).run();
    assert_eq!((again.code, rows(&again)), (0, rows(&first)), "{again}");
}

/// A table with all the columns that peil writes, and one more.
fn with(name: &str) -> String {
    format!(
        "council,name,wave,respondent,role,scan,questionnaire,{name},plan\n\
         41048,Ninove,2026,r-1,ict,full,enquete@1.0.0,klein,soms\n"
    )
}

#[test]
fn what_a_table_that_peil_wrote_has_besides_is_a_class_unless_it_is_nearly_a_question() {
    let output = import(&with("grootte"), &["-o", "-"]).run();
    assert_eq!((output.code, column(&output.stdout, "grootte")), (0, vec!["klein".to_owned()]), "{output}");
    for near in ["vlott", "gebruik", "budgt.via", "overall"] {
        let output = import(&with(near), &["-o", "-"]).run();
        assert!(output.code == 1 && output.stderr.contains(&format!("    H  {near}\n")), "{near}\n{output}");
    }
    // In any other table it may be what somebody is called.
    let other = with("grootte").replace(",questionnaire", "").replace(",enquete@1.0.0", "");
    let output = import(&other, &["-o", "-"]).run();
    assert!(output.code == 1 && !output.stdout.contains("klein"), "{output}");
}

#[test]
fn what_the_mapping_says_of_a_class_comes_before_the_column_and_a_class_of_another_council_is_left_out() {
    let mapping = "peil: mapping/1\nclasses: {grootte: groot}\n";
    let mapped = import(&with("grootte"), &["-m", "m.yaml", "-o", "-"]).file("m.yaml", mapping).run();
    assert_eq!(column(&mapped.stdout, "grootte"), ["groot"], "{mapped}");
    let other = import(&with("grootte"), &["--council", "99999", "-o", "-"]).run();
    assert!(other.code == 0 && !other.stdout.contains("grootte"), "{other}");
}
