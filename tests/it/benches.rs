//! The questionnaire and the rows that batch scoring is measured with: what is measured is also right.

use std::collections::BTreeMap;

use crate::peil::peil;

const QUESTIONNAIRE: &str = include_str!("../../benches/yardstick.yaml");
/// What `benches/batch/generate.py --rows 200 --councils 40 --waves 2` makes, and what `reference.py` makes of it in
/// fractions; `benches/batch/run.sh` holds both programs to these files.
const ROWS: &str = include_str!("../../benches/batch/expected/rows.csv");
const SCORES: &str = include_str!("../../benches/batch/expected/scores.csv");

/// The columns of a table by name, for each council and wave.
fn by_council(table: &str) -> BTreeMap<(String, String), BTreeMap<String, String>> {
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let scores = rows.deserialize().map(|row| row.expect("a row"));
    scores.map(|row: BTreeMap<String, String>| ((row["council"].clone(), row["wave"].clone()), row)).collect()
}

#[test]
fn the_questionnaire_of_the_measurements_has_nothing_to_remark_on() {
    peil(["check", "yardstick.yaml", "--deny", "warnings"])
        .file("yardstick.yaml", QUESTIONNAIRE)
        .stdout("All good: 1 file checked.\n")
        .ends_with(0);
}

#[test]
fn the_rows_of_the_measurements_score_as_fractions_do() {
    let output = peil(["score", "-q", "yardstick.yaml", "rows.csv", "--within", "class", "--format", "csv"])
        .file("yardstick.yaml", QUESTIONNAIRE)
        .file("rows.csv", ROWS)
        .run();
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    let (found, expected) = (by_council(&output.stdout), by_council(SCORES));
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    assert!(expected.len() > 70, "councils and waves: {}", expected.len());
    for (key, row) in &expected {
        for (column, exact) in row.iter().filter(|(column, _)| !column.starts_with("percentile_")) {
            let (exact, found) = (exact.as_str(), found[key][column].as_str());
            let same = match (exact.parse::<f64>(), found.parse::<f64>()) {
                (Ok(exact), Ok(found)) => (exact - found).abs() <= 1e-9,
                _ => exact == found,
            };
            assert!(same, "{key:?} {column}: {found} and not {exact}");
        }
    }
}
