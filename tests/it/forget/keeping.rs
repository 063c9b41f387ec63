//! Answers that were promised to be gone by now are reported, when a day is given to compare with.

use super::sheet;
use crate::peil::{Peil, peil};

fn with_sheet(arguments: &[&str], keep_until: &str) -> Peil {
    let text = format!("{}keep_until: {keep_until}\n", sheet("A", "r-1"));
    peil(arguments).with_kort().file("in/r-1.yaml", &text)
}

#[test]
fn answers_kept_too_long_are_a_warning_at_their_day_with_the_command_that_removes_them() {
    with_sheet(&["check", "in", "-q", "kort.yaml", "--today", "2029-01-15"], "2028-12-31")
        .stdout_holds(
            "warning[kept-too-long]: these answers were to be kept until 2028-12-31; on 2029-01-15 that has passed\n",
        )
        .stdout_holds("in/r-1.yaml:7:13\n")
        .stdout_holds("remove them with `peil forget r-1 in --council A --wave 2026`\n")
        .ends_with(0);
    with_sheet(&["score", "in", "-q", "kort.yaml", "--today", "2029-01-15", "--format", "csv"], "2028-12-31")
        .in_dutch()
        .stdout_holds("council,")
        .stderr_holds("let op[kept-too-long]: deze antwoorden mochten tot en met 2028-12-31 bewaard worden; op 2029-01-15 is dat voorbij\n")
        .ends_with(0);
    for command in ["report", "compare"] {
        with_sheet(&[command, "in", "-q", "kort.yaml", "--today", "2029-01-15"], "2028-12-31")
            .stdout_holds("A")
            .stderr_holds("warning[kept-too-long]")
            .ends_with(0);
    }
}

#[test]
fn the_day_itself_is_still_within_it_and_without_a_day_nothing_is_compared() {
    let good = "All good: 1 file checked.\n";
    with_sheet(&["check", "in", "-q", "kort.yaml", "--today", "2028-12-31"], "2028-12-31").stdout(good).ends_with(0);
    with_sheet(&["check", "in", "-q", "kort.yaml"], "1999-12-31").stdout(good).ends_with(0);
}

#[test]
fn answers_without_a_number_can_only_go_as_a_file() {
    let text = sheet("A", "r-1").replace("respondent: {id: r-1}", "keep_until: 2028-12-31");
    peil(["check", "los.yaml", "-q", "kort.yaml", "--today", "2029-01-01"])
        .with_kort()
        .file("los.yaml", &text)
        .stdout_holds("delete the file `los.yaml`\n")
        .ends_with(0);
}

#[test]
fn a_day_that_is_none_is_refused() {
    for day in ["15-01-2029", "2029-02-30", "vandaag"] {
        with_sheet(&["check", "in", "--today", day], "2028-12-31")
            .stderr(&format!(
                "
                error: `{day}` is not possible for `--today`
                help: choose for example 2029-01-15
                "
            ))
            .ends_with(2);
    }
}
