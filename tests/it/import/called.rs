//! What a council is called: never the name of whoever answered, since it is published.

use crate::peil::{Peil, peil};

fn import(export: &str, more: &[&str]) -> Peil {
    peil(["import", "e.csv", "-q", "enquete.yaml"].iter().chain(more))
        .file("e.csv", export)
        .file("enquete.yaml", super::ENQUETE)
}

/// A survey with a question whose code is `name`.
const SURVEY: &str = "id,submitdate,lastpage,startlanguage,name,role,plan\n\
                      1,2026-05-01 10:00:00,3,nl,Jan Peeters,ict,altijd\n\
                      2,2026-05-01 10:00:00,3,nl,An Maes,ict,soms\n";

#[test]
fn a_column_name_of_a_survey_is_not_what_the_council_is_called() {
    for export in [SURVEY, "name,role,plan\nJan Peeters,ict,altijd\nAn Maes,ict,soms\n"] {
        let output = import(export, &["--council", "41048", "-o", "-"]).run();
        assert_eq!(output.code, 0, "{output}");
        assert!(!output.stdout.contains("Peeters") && output.stdout.contains("\n41048,,,r-"), "{output}");
        assert!(output.stderr.replace("\n              ", " ").contains("1 set aside"), "{output}");
    }
}

#[test]
fn beside_a_council_in_peils_own_table_a_name_is_that_of_the_council() {
    let output = import("council,name,plan\n41048,Ninove,altijd\n", &["-o", "-"]).run();
    assert!(output.stdout.contains("\n41048,Ninove,,r-"), "{output}");
}

#[test]
fn a_column_that_a_mapping_takes_for_the_respondent_is_nothing_else() {
    let output = import("council,name,plan\n41048,Jan Peeters,altijd\n", &["-m", "m.yaml", "-o", "-"])
        .file("m.yaml", "peil: mapping/1\nrespondent: {column: name}\n")
        .run();
    assert!(output.code == 0 && !output.stdout.contains("Peeters"), "{output}");
}

#[test]
fn a_suggested_mapping_leaves_the_name_open_and_says_that_it_is_published() {
    import(SURVEY, &["--suggest"])
        .stdout_holds(
            "# What is the council called? That name stands in every report: never take the name of a person here.\nname:\n",
        )
        .ends_with(0);
}

#[test]
fn one_council_with_several_names_is_told_of() {
    let rows =
        "council,name,wave,plan\n41048,Ninove,2026,altijd\n41048,Stad Ninove,2026,soms\n41048,Nineve,2024,soms\n";
    import(rows, &["-o", "uit"])
        .stderr_holds(
            "Please note: council `41048` has 2 names here: ‘Ninove’ and ‘Stad Ninove’.\nA report shows the first.",
        )
        .ends_with(0);
    let many: String = ["A", "B", "C", "D", "E"].map(|name| format!("41048,{name},soms\n")).concat();
    import(&format!("council,name,plan\n{many}"), &["-o", "uit"])
        .in_dutch()
        .stderr_holds(
            "Let op: bestuur `41048` heeft hier 5 namen: ‘A’, ‘B’, ‘C’ en 2 andere.\nEen verslag toont de eerste.",
        )
        .ends_with(0);
    let output = import(rows, &["-o", "-", "--name", "Ninove"]).run();
    assert!(!output.stderr.contains("names here"), "{output}");
}
