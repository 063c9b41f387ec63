//! `peil import --suggest`: the mapping that it writes changes nothing when it is read back, and can be filled in.

use super::{cases, import, numbered};
use crate::peil::peil;

/// The mapping that is suggested for a case.
fn suggested(case: &std::path::Path, more: &[&str]) -> String {
    let mut arguments = vec!["--suggest"];
    arguments.extend(more);
    let output = import(case, &arguments).run();
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", case.display());
    output.stdout
}

#[test]
fn reading_a_suggested_mapping_back_changes_neither_the_answers_nor_the_mapping() {
    for case in cases() {
        let mapping = suggested(&case, &[]);
        let first = import(&case, &["-o", "-"]).run();
        let again = import(&case, &["-m", "voorstel.yaml", "-o", "-"]).file("voorstel.yaml", &mapping).run();
        assert_eq!((first.code, &first.stdout), (again.code, &again.stdout), "{}\n{again}", case.display());
        let answers = |text: &str| text.lines().find(|line| line.trim_start().starts_with("Rows")).map(str::to_owned);
        assert_eq!(answers(&first.stderr), answers(&again.stderr), "{}", case.display());
        let mut run = import(&case, &["-m", "voorstel.yaml", "--suggest"]).file("voorstel.yaml", &mapping);
        assert_eq!(run.run().stdout, mapping, "{}", case.display());
    }
}

#[test]
fn the_comments_are_in_the_language_of_the_reader_and_the_rest_is_not() {
    for case in cases() {
        let lines = |language: &str| {
            let text = suggested(&case, &["--lang", language]);
            let plain = text.lines().map(|line| line.split("  # ").next().unwrap_or_default().to_owned());
            plain.filter(|line| !line.starts_with('#')).collect::<Vec<_>>()
        };
        assert_eq!(lines("nl"), lines("en"));
    }
}

#[test]
fn behind_a_part_that_the_tool_numbered_stand_the_parts_of_its_question() {
    peil(["import", "e.csv", "-q", "enquete.yaml", "--suggest"])
        .file("e.csv", "id,submitdate,lastpage,startlanguage,gebruik[SQ001],kanalen[SQ002]\n1,2026-03-01,1,nl,soms,Y\n")
        .file("enquete.yaml", super::ENQUETE)
        .stdout_holds("  \"gebruik[SQ001]\":  # perhaps gebruik.loket or gebruik.app\n")
        .stdout_holds(
            "  \"kanalen[SQ002]\":  # perhaps {answer: kanalen, box: \"balie\"}, {answer: kanalen, box: \"post\"}, ",
        )
        .ends_with(0);
}

const EXPORT: &str = "Nr;Gemeente;Is er een goed plan?;Welke kanalen zijn er?;Het loket\n\
                      1;Ninove;Ja hoor;Balie;Nooit\n2;Ninove;Ja hoor;Duif;Altijd\n";

#[test]
fn whatever_belongs_nowhere_has_an_empty_place_with_what_comes_near_behind_it() {
    let written = peil(["import", "e.csv", "-q", "enquete.yaml", "--suggest", "-o", "m.yaml"])
        .file("e.csv", EXPORT)
        .file("enquete.yaml", super::ENQUETE)
        .stderr("Written: m.yaml; 6 places are still empty\n")
        .ends_with(0);
    let mapping = written.text("m.yaml");
    for line in [
        "council:\n",
        "  \"Nr\":  # no question looks like this\n",
        "  \"Is er een goed plan?\":  # perhaps plan",
        "  \"Welke kanalen zijn er?\": kanalen\n",
        "  \"Het loket\":  # perhaps gebruik.loket or gemist.loket\n",
        "  \"kanalen\":\n    \"Duif\":  # 1 row\n",
    ] {
        assert!(mapping.contains(line), "{line}\n{mapping}");
    }
}

#[test]
fn a_mapping_that_is_filled_in_leaves_nothing_open() {
    let mapping = "peil: mapping/1\nquestionnaire: enquete\ncouncil:\n  column: Gemeente\n  values: {Ninove: \"41048\"}\n\
                   columns:\n  Is er een goed plan?: plan\n  Het loket: gebruik.loket\nignore: [Nr]\n\
                   values:\n  plan: {Ja hoor: altijd}\n  kanalen: {Duif: post}\n";
    let written = peil(["import", "e.csv", "-q", "enquete.yaml", "-m", "m.yaml", "-o", "uit.csv"])
        .file("e.csv", EXPORT)
        .file("m.yaml", mapping)
        .file("enquete.yaml", super::ENQUETE)
        .stderr_holds("3 of 5 belong to a question (1 by text and 2 by the mapping), 1\n")
        .stderr_holds("2 rows written to uit.csv\nNext: peil score uit.csv -q enquete.yaml\n")
        .ends_with(0);
    let rows: Vec<String> = numbered(&written.text("uit.csv")).lines().skip(1).map(str::to_owned).collect();
    assert_eq!(
        rows,
        [
            "41048,,,r-1,,full,enquete@1.0.0,altijd,,,balie,,,nooit,,,,",
            "41048,,,r-2,,full,enquete@1.0.0,altijd,,,post,,,altijd,,,,"
        ]
    );
}

#[test]
fn a_mapping_that_is_there_is_not_replaced_unasked() {
    let run = |more: &[&str]| {
        peil(["import", "e.csv", "-q", "enquete.yaml", "--suggest", "-o", "m.yaml"].iter().chain(more))
            .file("e.csv", EXPORT)
            .file("m.yaml", "met de hand\n")
            .file("enquete.yaml", super::ENQUETE)
    };
    let written = run(&[])
        .stderr("error: `m.yaml` exists already\nhelp: choose another name, or add --overwrite to replace it\n")
        .ends_with(2);
    assert_eq!(written.text("m.yaml"), "met de hand\n");
    let written = run(&["--overwrite", "--quiet"]).ends_with(0);
    assert!(written.text("m.yaml").contains("peil: mapping/1"));
}
