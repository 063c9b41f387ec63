//! Answers without a wave beside answers with one: they are no earlier round, and nobody drops out unsaid.

use crate::peil::{Peil, peil};

/// A answered in 2026 and without a wave, B without one only, C in 2026.
const MIXED: &str = "council,name,wave,respondent,role,keuze,cijfer,getal,alleen-ict\n\
                     A,Aa,2026,r-1,ict,altijd,5,100,altijd\nA,Aa,,r-2,ict,nooit,1,0,nooit\n\
                     A,Aa,,r-3,ict,nooit,1,0,nooit\nB,Bee,,r-4,ict,soms,3,50,soms\nC,Cee,2026,r-5,ict,soms,3,50,soms\n";

const FOUND: &str = "warning[missing-wave]: 3 filled-in questionnaires of 2 councils (`A` and `B`) have no wave, while \
                     others have one\n";

fn on_mixed(arguments: &[&str]) -> Peil {
    let all = [&arguments[..1], &["a.csv", "-q", "kort.yaml"], &arguments[1..]].concat();
    peil(all).with_kort().file("a.csv", MIXED)
}

#[test]
fn answers_without_a_wave_are_no_earlier_round() {
    let scores = on_mixed(&["score", "-o", "-"]).stderr_holds(FOUND).run().stdout;
    let mut rows = csv::Reader::from_reader(scores.as_bytes());
    let header = rows.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|known| known == name).expect("a column");
    let deltas: Vec<(String, String)> = rows
        .records()
        .map(|row| row.expect("a row"))
        .map(|row| {
            (
                format!("{} {}", &row[0], &row[at("wave")]),
                format!("{}{}", &row[at("delta")], &row[at("delta_like_for_like")]),
            )
        })
        .collect();
    let expected = ["A ", "A 2026", "B ", "C 2026"].map(|row| (row.to_owned(), String::new()));
    assert_eq!(deltas, expected);
    let page = on_mixed(&["report", "--council", "A"]).stderr_holds(FOUND).run().stdout;
    assert!(page.contains("wave 2026") && !page.contains("Since"), "{page}");
}

#[test]
fn the_warning_stands_at_the_first_row_without_a_wave_and_of_tables_read_in_blocks_at_the_column() {
    on_mixed(&["check"]).stdout_holds(&format!("{FOUND} --> a.csv:3:1\n")).ends_with(0);
    on_mixed(&["score"]).stdout_holds("").stderr_holds(&format!("{FOUND} --> a.csv:1:14\n")).ends_with(0);
    // Of two tables, the one that has no such column.
    on_mixed(&["score", "b.csv"])
        .file("b.csv", "council,respondent,keuze\nD,r-1,soms\n")
        .stdout_holds("")
        .stderr_holds(" --> b.csv:1:1\n")
        .ends_with(0);
    let none = MIXED.replace(",2026,", ",,");
    peil(["score", "a.csv", "-q", "kort.yaml"]).with_kort().file("a.csv", &none).stdout_holds("").ends_with(0);
}

#[test]
fn a_council_without_a_wave_has_its_report_and_is_told_of_where_one_wave_is_compared() {
    let page = on_mixed(&["report", "--council", "B"]).run().stdout;
    assert!(page.starts_with("Bee: "), "{page}");
    on_mixed(&["report", "--council", "B", "--wave", "2026"])
        .stderr_holds("error: council `B` is not in wave 2026: its answers have no wave\n")
        .ends_with(2);
    for more in [&["report", "--all", "-o", "all"][..], &["compare"], &["compare", "--by", "wave"]] {
        on_mixed(more)
            .stdout_holds("")
            .stderr_holds("1 council is left out, because its answers have no wave.\n")
            .ends_with(0);
    }
    on_mixed(&["compare"])
        .file("b.csv", "council,keuze\nD,soms\n")
        .argument("b.csv")
        .in_dutch()
        .stdout_holds("")
        .stderr_holds("2 besturen staan er niet in, want hun antwoorden hebben geen ronde.\n")
        .ends_with(0);
    // A and C, each once.
    on_mixed(&["compare", "--by", "wave"]).stderr_holds("").stdout_holds("2 councils\n").ends_with(0);
}

/// Six in 2026 with the lowest score, six on a day of that year, and one that dropped out.
fn in_two_waves(arguments: &[&str]) -> Peil {
    let (low, high) = ("nooit,1,0,nooit", "altijd,5,100,altijd");
    let rows: String = (1..=6).map(|id| format!("A{id},2026,{low}\nB{id},2026-03-01,{high}\n")).collect();
    let all = [&arguments[..1], &["a.csv", "-q", "kort.yaml"], &arguments[1..]].concat();
    peil(all).with_kort().file("a.csv", &format!("council,wave,keuze,cijfer,getal,alleen-ict\n{rows}C1,2024,{low}\n"))
}

#[test]
fn councils_that_answered_in_another_wave_only_do_not_drop_out_unsaid() {
    // The latest is the day: left out are the six of 2026 and the one of 2024.
    let said = "7 councils answered in other rounds only (2026: 6, 2024: 1) and are left out.";
    let list = ["compare", "--lowest", "3", "--show-names"];
    for more in [&["report", "--all", "-o", "all"][..], &["compare"], &list, &["compare", "--by", "wave"]] {
        in_two_waves(more).stderr_holds(&format!("{said}\n")).stdout_holds("").ends_with(0);
    }
    let page = in_two_waves(&["compare", "--format", "markdown"]).run().stdout;
    assert!(page.contains(&format!("6 councils, 6 participants. {said}")), "{page}");
    in_two_waves(&list)
        .stdout_holds("7 councils answered in other rounds only (2026: 6, 2024: 1)")
        .stderr_holds("")
        .ends_with(0);
    in_two_waves(&["compare", "--wave", "2026"])
        .in_dutch()
        .stderr_holds("7 besturen antwoordden alleen in andere rondes (2026-03-01: 6, 2024: 1) en staan er niet in.\n")
        .stdout_holds("")
        .ends_with(0);
}

#[test]
fn a_year_beside_a_day_in_it_is_warned_of_by_whoever_reads_the_answers() {
    let found = "warning[wave-nearly-alike]: 6 councils have the wave `2026`, and 6 councils a day in that year \
                 (`2026-03-01`)\n";
    in_two_waves(&["check"]).stdout_holds(&format!("{found} --> a.csv:3:1\n")).ends_with(0);
    // A table that is read in blocks is pointed at by its column.
    in_two_waves(&["score"]).stderr_holds(&format!("{found} --> a.csv:1:9\n")).stdout_holds("").ends_with(0);
    in_two_waves(&["compare"]).stderr_holds(found).stdout_holds("").ends_with(0);
}

#[test]
fn change_is_told_of_the_councils_of_one_wave_which_the_page_names() {
    let (low, high) = ("nooit,1,0,nooit", "altijd,5,100,altijd");
    let rows: String = (1..=6).map(|id| format!("K{id},2024,{low}\nK{id},2026,{high}\n")).collect();
    let dropped: String = (1..=5).map(|id| format!("D{id},2020,{high}\nD{id},2022,{low}\n")).collect();
    let table = format!("council,wave,keuze,cijfer,getal,alleen-ict\n{rows}{dropped}");
    let page = |more: &[&str]| {
        let all = [&["compare", "a.csv", "-q", "kort.yaml", "--by", "wave", "--format", "markdown"], more].concat();
        peil(all).with_kort().file("a.csv", &table).run().stdout
    };
    for more in [&[][..], &["--wave", "2026"], &["--show-names"]] {
        let page = page(more);
        assert!(page.contains("round 2026 · 6 councils"), "{page}");
        assert!(page.contains("Of 6 councils with an earlier round"), "{page}");
        assert!(page.contains("5 councils answered in another round only (2022) and are left out."), "{page}");
        assert!(!page.contains("| D1 |"), "{page}");
    }
    let before = page(&["--wave", "2022", "--show-names"]);
    assert!(before.contains("round 2022 · 5 councils") && before.contains("| D1 | 2020 – 2022 |"), "{before}");
    assert!(before.contains("6 councils answered in another round only (2026) and are left out."), "{before}");
}
