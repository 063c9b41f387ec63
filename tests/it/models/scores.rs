//! Answers to five of the models, as a table and as one file per respondent: `peil score` gives the scores below, which
//! were worked out by hand, either way.

use std::collections::HashMap;

use super::{folder, reference};
use crate::peil::peil;
use crate::shipped::fits;

/// The scores of one model. Empty is unknown.
struct Expected {
    model: &'static str,
    table: &'static str,
}

/// The columns that follow from the scores themselves. Percentile: 100 × (below + ½) ÷ peers.
const EXPECTED: [Expected; 5] = [
    // Molenveld: data (2×5 + 4 + 2) ÷ 4 = 4; services without the collection point (3×3 + 2×4) ÷ 5 = 17/5;
    //   overall (3×4 + 2×17/5) ÷ 5 = 94/25 = 3.76.
    // Rietkerk: of data one of two that apply is known, just a half: 2. Services (3×1 + 0 + 2×1) ÷ 6 = 5/6.
    //   Overall (6 + 5/3) ÷ 5 = 23/15. Answers 1 + 3 of 2 + 3, just enough for a level.
    // Zandhoek: data (2×4 + 4 + 4) ÷ 4 = 4; services one of three, too few; overall 4; 3 + 1 of 6, no level.
    Expected {
        model: "weighted-round-down",
        table: "
            council | overall | gegevens | diensten | coverage | coverage_diensten | stage    | rank | percentile | respondents | peers
            m-1     | 94/25   | 4        | 17/5     | 1        | 1                 | niveau-3 | 2    | 50         | 1           | 3
            m-2     | 23/15   | 2        | 5/6      | 4/5      | 1                 | niveau-1 | 3    | 50/3       | 1           | 3
            m-3     | 4       | 4        |          | 2/3      | 1/3               |          | 1    | 250/3      | 1           | 3",
    },
    // Molenveld: contact (3/6 + 0/5) ÷ 2 = 1/4, the box "none of these" being worth nothing; information (1 + 1) ÷ 2;
    //   overall (25 + 100) ÷ 2 = 62.5, rounded to 63.
    // Rietkerk: contact (0/6 + 2/5) ÷ 2 = 1/5; information (2/10 + (½ + ½ + 0 + 1) ÷ 4) ÷ 2 = 7/20;
    //   overall (20 + 35) ÷ 2 = 27.5, rounded to 28.
    Expected {
        model: "checkbox-shares",
        table: "
            council | overall | contact | informatie | coverage | coverage_contact | stage     | rank | percentile | respondents | peers
            m-1     | 125/2   | 25      | 100        | 1        | 1                | gevorderd | 1    | 75         | 1           | 2
            m-2     | 55/2    | 20      | 35         | 1        | 1                | onderweg  | 2    | 25         | 1           | 2",
    },
    // Molenveld: residents, five offered, (3 + 2 + 2 + 1 + 3) ÷ 15 = 11/15; businesses, two offered, (1 + 2) ÷ 6 = 1/2;
    //   overall (220/3 + 50) ÷ 2 = 185/3.
    // Rietkerk: residents, four offered, (0 + 1 + 1 + 0) ÷ 12 = 1/6; nothing for businesses, so that is the overall.
    Expected {
        model: "product-ladder",
        table: "
            council | overall | inwoners | ondernemers | coverage | coverage_inwoners | coverage_ondernemers | stage | rank | percentile | respondents | peers
            m-1     | 185/3   | 220/3    | 50          | 1        | 1                 | 1                    |       | 1    | 75         | 1           | 2
            m-2     | 50/3    | 50/3     |             | 1        | 1                 |                      |       | 2    | 25         | 1           | 2",
    },
    // Molenveld, three residents: (17 + 17) × 2.5 = 85; (3+3+2+2+3 + 2+3+2+3+2) × 2.5 = 62.5;
    //   (2+1+2+2+1 + 2+1+2+2+1) × 2.5 = 40; mean 187.5 ÷ 3 = 62.5.
    // Rietkerk: the first (5×1 + 5×1) × 2.5 = 25; the second left one open and has no score, but her nine answers count in
    //   the coverage, 19 of 20.
    Expected {
        model: "reversed-ratings",
        table: "
            council | overall | gemak | coverage | coverage_gemak | stage    | rank | percentile | respondents | peers
            m-1     | 125/2   | 125/2 | 1        | 1              | gewoon   | 1    | 75         | 3           | 2
            m-2     | 25      | 25    | 19/20    | 19/20          | moeilijk | 2    | 25         | 2           | 2",
    },
    // Molenveld: 0.925, (18 − 4) ÷ 20 = 0.7, 1 − 3/20 = 0.85; 0.5 × 0.925 + 0.3 × 0.7 + 0.2 × 0.85 = 0.8425.
    // Rietkerk: 0.6, 4/20 = 0.2, 1 − 10/20 = 0.5; 0.3 + 0.06 + 0.1 = 0.46.
    // Zandhoek: 0.45, not known, 25 days count as 21, so 0; (50 × 0.45 + 20 × 0) ÷ 70 = 9/28, and no stage at two of three.
    Expected {
        model: "three-numbers",
        table: "
            council | overall | aansluiting | vaardigheid | snelheid | coverage | coverage_vaardigheid | stage     | rank | percentile | respondents | peers
            m-1     | 337/400 | 37/40       | 7/10        | 17/20    | 1        | 1                    | zeer-hoog | 1    | 250/3      | 1           | 3
            m-2     | 23/50   | 3/5         | 1/5         | 1/2      | 1        | 1                    | midden    | 2    | 50         | 1           | 3
            m-3     | 9/28    | 9/20        |             | 0        | 2/3      | 0                    |           | 3    | 50/3       | 1           | 3",
    },
];

/// The rows of a table, each by the name of its columns.
fn rows(table: &str, separator: char) -> Vec<HashMap<String, String>> {
    let cells = |line: &str| line.split(separator).map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let mut lines = table.trim().lines().map(cells);
    let header = lines.next().expect("a header");
    lines.map(|cells| header.iter().cloned().zip(cells).collect()).collect()
}

fn is(expected: &str, found: &str) -> bool {
    let (above, below) = expected.split_once('/').unwrap_or((expected, "1"));
    match (above.parse::<f64>(), below.parse::<f64>(), found.parse::<f64>()) {
        (Ok(above), Ok(below), Ok(found)) => (above / below - found).abs() < 1e-9,
        _ => expected == found,
    }
}

/// What `peil score` writes for these answers to a model.
fn scored(model: &str, answers: &str) -> String {
    let at = |name: &str| folder().join(name).to_string_lossy().into_owned();
    let (answers, questionnaire) = (at(&format!("answers/{answers}")), at(&format!("{model}.yaml")));
    let run = peil(["score", &answers, "-q", &questionnaire, "-o", "scores.csv", "--lang", "en"]);
    run.stderr_holds("written to scores.csv").ends_with(0).text("scores.csv")
}

#[test]
fn a_table_of_answers_gives_the_scores_worked_out_by_hand() {
    for Expected { model, table } in EXPECTED {
        let text = scored(model, &format!("{model}.csv"));
        let (expected, found) = (rows(table, '|'), rows(&text, ','));
        assert_eq!(expected.len(), found.len(), "{model}:\n{text}");
        for (expected, found) in expected.iter().zip(&found) {
            for (column, value) in expected {
                let (council, got) = (&expected["council"], &found[column]);
                assert!(is(value, got), "{model}, {council}, {column}: {value} expected, {got} found");
            }
        }
    }
}

#[test]
fn a_file_for_each_respondent_gives_the_same_scores_to_the_byte() {
    for Expected { model, .. } in EXPECTED {
        assert_eq!(scored(model, model), scored(model, &format!("{model}.csv")), "{model}");
    }
}

#[test]
fn the_scores_worked_out_by_hand_are_those_of_the_independent_calculation() {
    let mut reference = reference();
    reference.retain(|[model, ..], _| model.ends_with(".csv"));
    for Expected { model, table } in EXPECTED {
        for row in rows(table, '|') {
            for (column, value) in row.iter().filter(|(column, _)| !column.starts_with("coverage_")) {
                let place = [format!("{model}.csv"), row["council"].clone(), column.clone()];
                // Ranks and the like are not of one council.
                let Some(exact) = reference.remove(&place) else { continue };
                let same = match (column.as_str(), exact.split_once(" of ")) {
                    ("coverage", Some((scored, all))) => is(&format!("{scored}/{all}"), &decimal(value)),
                    _ => fits(&decimal(value), &exact) || value.is_empty() && !exact.starts_with(char::is_numeric),
                };
                assert!(same, "{place:?}: {value} by hand, {exact} calculated");
            }
        }
    }
    assert!(reference.is_empty(), "calculated, but not by hand: {reference:?}");
}

/// A fraction as a decimal number; anything else as it is.
fn decimal(value: &str) -> String {
    let parts = value.split_once('/').and_then(|(a, b)| Some((a.parse::<f64>().ok()?, b.parse::<f64>().ok()?)));
    parts.map_or(value.to_owned(), |(above, below)| format!("{:.12}", above / below))
}
