//! Every number of the statistics in `docs/scoring.md` against the library.

use peil::comparison::Batch;
use peil::questionnaire::Questionnaire;
use peil::responses::Responses;
use peil::scores::{Keep, Rubric};

use super::scoring::{Example, examples, group, is_number, read};

/// The one example of this kind.
fn example(about: &str) -> Example {
    let mut found: Vec<Example> = examples().into_iter().filter(|example| example.about == about).collect();
    assert_eq!(found.len(), 1, "{about}");
    found.remove(0)
}

fn batch(q: &Questionnaire, responses: Responses) -> Batch<'_> {
    Batch::new(Rubric::new(q), responses, Keep::default(), 1)
}

fn expect(example: &Example, row: &str, column: &str, written: &str, computed: Option<f64>) {
    let fits = computed.map_or(written == "none", |computed| is_number(written, computed));
    assert!(fits, "{}: {column} of {row} is {written} on the page but {computed:?}", example.title);
}

#[test]
fn every_worked_agreement_is_what_the_library_computes() {
    let example = example("agreement");
    let (q, responses) = read(&example);
    let found = batch(&q, responses).agreement(0);
    assert_eq!(found.len(), example.rows.len());
    for (row, one) in example.rows.iter().zip(found) {
        assert_eq!(row[0], q.columns[one.column].id);
        let computed = [one.mean, one.deviation, Some(one.cut_off), one.r_wg];
        for ((column, written), computed) in example.columns.iter().zip(&row[1..]).zip(computed) {
            expect(&example, &row[0], column, written, computed);
        }
    }
    assert_eq!(example.columns, ["mean", "deviation", "limit", "r_wg"]);
}

#[test]
fn every_worked_range_of_weights_is_what_the_library_computes() {
    let example = example("sensitivity");
    let (q, responses) = read(&example);
    let groups: Vec<usize> = example.columns.iter().map(|column| group(&responses, column)).collect();
    let batch = batch(&q, responses);
    for row in &example.rows {
        for ((column, written), &group) in example.columns.iter().zip(&row[1..]).zip(&groups) {
            let found = batch.sensitivity(group);
            let computed = match row[0].as_str() {
                "overall" => batch.overall(group),
                "lowest" => found.map(|found| found.low),
                "highest" => found.map(|found| found.high),
                _ => found.map(|found| found.geometric),
            };
            expect(&example, &row[0], column, written, computed);
        }
    }
    assert_eq!(example.rows.len(), 4);
}

#[test]
fn every_worked_coefficient_is_what_the_library_computes() {
    let example = example("reliability");
    let (q, responses) = read(&example);
    let groups: Vec<usize> = (0..responses.registry.groups().len()).collect();
    let found = batch(&q, responses).reliability(&groups)[0];
    let (alpha, icc) = (found.alpha.expect("thirty respondents"), found.icc.expect("ten councils"));
    for row in &example.rows {
        let computed = match row[0].as_str() {
            "alpha" => alpha.value,
            "questions" => alpha.items as f64,
            "respondents" => alpha.respondents as f64,
            "ICC(1)" => icc.one,
            "ICC(2)" => icc.two,
            "k" => icc.size,
            "councils" => icc.councils as f64,
            other => panic!("no such coefficient: {other}"),
        };
        expect(&example, &row[0], "overall", &row[1], Some(computed));
    }
    assert_eq!(example.rows.len(), 7);
}
