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
