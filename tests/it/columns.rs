//! What scores have a column of their own for is the name of nothing in a questionnaire: it would be written over.

use std::collections::BTreeSet;

use peil::questionnaire::is_reserved_column;
use serde_json::Value;

use crate::peil::peil;

/// The names of the columns of scores in a format, without those of dimensions.
fn columns(format: &str) -> BTreeSet<String> {
    let output = peil(["score", "a.csv", "-q", "kort.yaml", "--format", format])
        .with_kort()
        .file("a.csv", "council,wave,role,keuze\n41048,2026,ict,soms\n")
        .run();
    assert_eq!(output.code, 0, "{output}");
    let names: Vec<String> = match format {
        "csv" => output.stdout.lines().next().expect("a header").split(',').map(str::to_owned).collect(),
        _ => {
            let json: Value = serde_json::from_str(&output.stdout).expect("JSON");
            let score = if format == "json" { &json["scores"][0] } else { &json };
            score.as_object().expect("an object").keys().cloned().collect()
        }
    };
    let mut columns: BTreeSet<String> = names.into_iter().collect();
    assert!(columns.remove("diensten"), "{columns:?}");
    columns
}

#[test]
fn every_column_that_scores_have_beside_dimensions_and_classes_is_reserved() {
    for format in ["csv", "jsonl", "json"] {
        let columns = columns(format);
        assert!(columns.len() > 10 && columns.contains("overall"), "{format}: {columns:?}");
        let free: Vec<&String> = columns.iter().filter(|column| !is_reserved_column(column)).collect();
        assert!(free.is_empty(), "{format}: {free:?}");
    }
}

/// The scores of a table, or what is said of it.
fn scored(name: &str, table: &str, code: u8) -> String {
    let output =
        peil(["score", name, "-q", "kort.yaml", "--format", "csv", "--lang", "en"]).with_kort().file(name, table).run();
    assert_eq!(output.code, i32::from(code), "{output}");
    if code == 0 { output.stdout } else { output.stderr }
}

#[test]
fn a_column_nearly_called_as_one_of_peil_is_no_class_and_without_that_one_the_table_does_not_count() {
    let other = "if it is something else, give it a name that looks less like it";
    for column in ["Wave", "Role", "Scan", "Questionnaire", "Respondent", "roles"] {
        let own = column.to_lowercase().trim_end_matches('s').to_owned();
        let said = scored("a.csv", &format!("council,{column},keuze\n41048,x,soms\n"), 1);
        let title = format!("`{column}` looks like the column `{own}` but is not; this table is not counted");
        assert!(said.contains(&title) && said.contains(&format!("call the column `{own}`; {other}")), "{said}");
        assert!(said.contains("there is nothing to score"), "{said}");
    }
    let said = scored("a.jsonl", "{\"Council\": \"41048\", \"wave\": 2026, \"keuze\": \"soms\"}\n", 1);
    assert!(said.contains("`Council` looks like the column `council` but is not; this table is not counted"), "{said}");
    assert!(!said.contains("is missing"), "told once: {said}");
}

#[test]
fn beside_the_column_that_is_meant_one_that_is_nearly_called_so_is_passed_over() {
    let output = peil(["score", "a.csv", "-q", "kort.yaml", "--format", "csv", "--lang", "en"])
        .with_kort()
        .file("a.csv", "council,wave,Wave,Names,keuze\n41048,2026,x,y,soms\n")
        .run();
    assert_eq!(output.code, 1, "{output}");
    let header = output.stdout.lines().next().expect("a header").to_owned();
    assert!(
        header.starts_with("council,name,wave,scan,overall") && output.stdout.contains("41048,41048,2026,"),
        "{output}"
    );
    assert!(output.stderr.contains("`Wave` looks like the column `wave` but is not\n"), "{output}");
    assert!(output.stderr.contains("remove the column; if it belongs there, give it a name"), "{output}");
    assert!(output.stderr.contains("call the column `name`; if it is something else"), "{output}");
}
