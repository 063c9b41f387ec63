//! One response in two exports that were made one after the other: what the tool says of it tells which counts, and not
//! what a browser called the files.

use crate::peil::{Peil, Written, peil};

const LIMESURVEY: &str = "id,submitdate,lastpage,startlanguage,seed,plan,budget\n";

/// An import of two exports into `out`: a second download sorts before the first.
fn import(first: &str, second: &str, more: &[&str]) -> Peil {
    let arguments = ["import", "in", "-q", "enquete.yaml", "--council", "41048", "-o", "out"];
    let run = peil(arguments.iter().chain(more)).file("enquete.yaml", super::ENQUETE);
    run.file("in/a.csv", first).file("in/a (1).csv", second)
}

/// The answers to `plan` and `budget` that were written, as in the files.
fn answers(written: &Written) -> Vec<String> {
    let files = written.files().into_iter().filter(|name| name.starts_with("out/"));
    let of = |name: String| written.text(&name).split_once("answers:\n").expect("answers").1.to_owned();
    let mut answers: Vec<String> = files.map(of).collect();
    answers.sort();
    answers
}

#[test]
fn somebody_who_went_on_counts_as_far_as_they_got_whatever_the_files_are_called() {
    let early = format!("{LIMESURVEY}1,,1,nl,11,altijd,\n");
    let late = format!("{LIMESURVEY}1,,3,nl,11,altijd,12\n");
    for (first, second, counts) in [(&early, &late, "in/a (1).csv:2"), (&late, &early, "in/a.csv:2")] {
        let written = import(first, second, &[])
            .stderr_holds("  Rows        1 read, 1 taken over\n")
            .stderr_holds(&format!("  Rows of one person:\n    in/a (1).csv:2 and in/a.csv:2: {counts} counts\n"))
            .ends_with(0);
        assert_eq!(answers(&written), ["  plan: altijd\n  budget: 12.0\n"]);
    }
}

#[test]
fn an_answer_that_was_changed_later_counts_by_what_the_tool_says_of_it() {
    let limesurvey = |done: &str, changed: &str, plan: &str| {
        format!("id,submitdate,lastpage,startlanguage,seed,datestamp,plan\n1,{done},4,nl,11,{changed},{plan}\n")
    };
    let headings = "Response ID,Date submitted,Last page,Start language,seed,Date last action,Is there a plan?\n";
    let forms = |changed: &str, plan: &str| {
        format!(
            "ID,Start time,Completion time,Last modified time,Is there a plan?\n\
             1,3/1/26 10:00:00,3/1/26 10:05:00,{changed},{plan}\n"
        )
    };
    let done = "2026-03-01 10:00:00";
    let exports = [
        (limesurvey(done, done, "nooit"), limesurvey(done, "2026-03-02 09:00:00", "soms")),
        (limesurvey(done, done, "nooit"), format!("{headings}1,{done},4,nl,11,2026-03-02 09:00:00,Sometimes\n")),
        // Not changed since it was completed, and changed a month after.
        (forms("", "Never"), forms("4/1/26 9:00:00", "Sometimes")),
        (forms("3/9/26 9:00:00", "Never"), forms("3/10/26 9:00:00", "Sometimes")),
    ];
    for (early, late) in &exports {
        for (first, second) in [(early, late), (late, early)] {
            assert_eq!(answers(&import(first, second, &["--quiet"]).ends_with(0)), ["  plan: soms\n"], "{late}");
        }
    }
}

#[test]
fn without_a_word_of_which_is_later_none_counts_unless_a_mapping_says_which() {
    let row = |plan: &str| format!("{LIMESURVEY}1,2026-03-01 10:00:00,4,nl,11,{plan},9\n2,,1,nl,22,soms,\n");
    let (one, other) = (row("nooit"), row("altijd"));
    let run = |more: &[&str]| import(&one, &other, more);
    let none = run(&[])
        .stderr_holds("  Rows        2 read, 0 taken over, 2 double\n")
        .stderr_holds("    1 row stands in an earlier file too, under the same number; it counts once\n")
        .stderr_holds(
            "    in/a (1).csv:2 and in/a.csv:2: none of these counts, since the answers\n      differ and nothing says which \
             were changed last;",
        )
        .ends_with(1);
    assert_eq!(answers(&none), ["  plan: soms\n"]);
    run(&[]).in_dutch().stderr_holds("geen van deze telt, want de antwoorden").ends_with(1);
    // In the order of the files.
    for (keep, plan) in [("first", "altijd"), ("latest", "nooit")] {
        let mapping = format!("peil: mapping/1\nkeep: {keep}\n");
        let kept = run(&["-m", "m.yaml", "--quiet"]).file("m.yaml", &mapping).ends_with(0);
        assert_eq!(answers(&kept)[0], format!("  plan: {plan}\n  budget: 9.0\n"));
    }
    let error = run(&["-m", "m.yaml"]).file("m.yaml", "peil: mapping/1\nkeep: error\n");
    error.stderr_holds("in/a (1).csv:2 and in/a.csv:2: none of these counts\n").ends_with(1);
}

#[test]
fn the_first_state_of_a_response_counts_where_a_mapping_says_so() {
    let (early, late) = (format!("{LIMESURVEY}1,,1,nl,11,altijd,\n"), format!("{LIMESURVEY}1,,3,nl,11,altijd,12\n"));
    let run = import(&early, &late, &["-m", "m.yaml", "--quiet"]).file("m.yaml", "peil: mapping/1\nkeep: first\n");
    assert_eq!(answers(&run.ends_with(0)), ["  plan: altijd\n"]);
}

#[test]
fn of_two_responses_of_one_person_the_later_counts_however_the_rows_were_sorted() {
    let header = "ID,Start time,Completion time,Email,Is there a plan?\n";
    let late = "2,3/20/26 10:00:00,3/20/26 10:05:00,an@example.org,Always\n";
    let early = "1,3/15/26 10:00:00,3/15/26 10:05:00,an@example.org,Never\n";
    let sorted = format!("{header}{early}{late}").replace("an@", "bo@").replace("\n1,", "\n3,").replace("\n2,", "\n4,");
    let written = import(&format!("{header}{late}{early}"), &sorted, &[])
        .stderr_holds("  Rows of one person:\n    2 and 3: 3 counts\n")
        .stderr_holds("  Rows of one person:\n    2 and 3: 2 counts\n")
        .ends_with(0);
    assert_eq!(answers(&written), ["  plan: altijd\n", "  plan: altijd\n"]);
}

#[test]
fn somebody_whom_two_exports_name_under_two_numbers_is_told_of() {
    let header = "ID,Start time,Completion time,Email,Is there a plan?\n";
    let one = format!("{header}1,3/1/26 10:00:00,3/1/26 10:05:00,an@example.org,Never\n");
    let other = format!("{header}7,3/9/26 10:00:00,3/9/26 10:05:00,an@example.org,Always\n");
    let told =
        "    row 2 names someone who is in an earlier file too, under another number, and\n      counts twice now;";
    let written = import(&one, &other, &[]).stderr_holds(told).ends_with(0);
    assert_eq!(answers(&written).len(), 2);
    let anonymous = import(&one.replace("an@", "bo@"), &other, &[]).run();
    assert!(!anonymous.stderr.contains("earlier file"), "{anonymous}");
}

#[test]
fn a_response_with_headings_that_was_not_sent_in_is_a_draft_too() {
    let headings = "Response ID,Date submitted,Last page,Start language,seed,Is there a plan?\n";
    let written =
        import(&format!("{headings}1,,1,nl,11,Always\n"), &format!("{headings}1,,1,nl,11,Always\n"), &["--quiet"]);
    let written = written.ends_with(0);
    let file = written.files().into_iter().find(|name| name.starts_with("out/")).expect("a file");
    assert!(written.text(&file).contains("status: draft\n"), "{}", written.text(&file));
}
