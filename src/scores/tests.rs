//! What answers are worth and how they add up, in the corners; `docs/scoring.md` has the worked examples.

use super::*;
use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;
use crate::responses::{Intake, Responses, read_table};
use crate::source::Sources;

fn questionnaire(rest: &str) -> Result<Questionnaire, Vec<&'static str>> {
    let text = format!(
        "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\n\
         choices: {{five: [{{id: 1, value: 1, label: L}}, {{id: 3, value: 3, label: L}}, {{id: 5, value: 5, label: L}}]}}\n\
         axes: [{{id: a, title: A, dimensions: [{{id: d, title: D}}, {{id: e, title: E}}]}}]\n{rest}\n"
    );
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("q.yaml", text);
    let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
    crate::questionnaire::parse(&node, &mut out).ok_or_else(|| out.sorted().iter().map(|d| d.code().id()).collect())
}

fn answers(questionnaire: &Questionnaire, table: &str) -> Responses {
    let mut intake = Intake::new(questionnaire);
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("a.csv", table);
    read_table(file, &sources, &mut intake, &mut out);
    assert!(!out.has_errors(), "{:?}", out.sorted());
    intake.finish()
}

const GRID: &str = "scale: {max: 3}\nquestions:\n  - {id: g, at: {a: d}, ask: Q, type: grid, choices: five, \
                    rows: [{id: r, title: R, highest: 3}, {id: s, title: S}], REST}";

#[test]
fn a_highest_choice_that_is_the_lowest_of_the_list_is_refused() {
    // Whatever is over it is worth no more: 1 ÷ 1 for every answer, also where the range starts from zero.
    let text = GRID.replace("highest: 3", "highest: 1");
    for range in ["lowest-to-highest", "from-zero"] {
        let text = text.replace("REST", &format!("range: {range}"));
        assert_eq!(questionnaire(&text).err(), Some(vec!["no-spread"]), "{range}");
    }
}

#[test]
fn boxes_have_no_range_to_choose() {
    let text =
        "scale: {max: 3}\nquestions:\n  - {id: m, at: {a: d}, ask: Q, type: multiple, choices: five, range: from-zero}";
    assert_eq!(questionnaire(text).err(), Some(vec!["field-not-for-type"]));
}

#[test]
fn the_highest_choice_of_a_row_takes_part_in_reversing_it() {
    // Row r: 1 and 3 are possible, reversed 1 + 3 − v: answer 1 is worth 3/3, answer 3 is worth 1/3, and so is 5.
    let q = questionnaire(&GRID.replace("REST", "reverse: true")).expect("valid");
    let rubric = Rubric::new(&q);
    for (answer, worth) in [(1, 1.0), (3, 1.0 / 3.0), (5, 1.0 / 3.0)] {
        let responses = answers(&q, &format!("council,g.r\n1,{answer}\n"));
        let state = rubric.column(0, responses.chunks[0].row(0));
        let ItemState::Scored { value, .. } = state else { panic!("{state:?}") };
        assert!((value - worth).abs() < 1e-15, "{answer}: {value}");
    }
}

#[test]
fn an_explanation_gives_the_numbers_of_the_card_to_the_bit() {
    let q = questionnaire(
        "scale: {max: 0.7}\nquestions:\n  - {id: p, at: {a: d}, ask: Q, type: choice, choices: five, weight: 0.3}\n  \
         - {id: q, at: {a: e}, ask: Q, type: choice, choices: five}\n  \
         - {id: r, at: {a: e}, ask: Q, type: choice, choices: five, weight: 1.7}",
    )
    .expect("valid");
    let rubric = Rubric::new(&q);
    let responses = answers(&q, "council,p,q,r\n1,1,3,5\n1,3,1,3\n1,5,5,1\n");
    let tally = Tally::of(&rubric, &responses.chunks, 1, Keep::default(), 1);
    let card = tally.card(&rubric, 0, &all_roles);
    let told = explain(&rubric, &responses.chunks, 0, None);
    assert_eq!(told.outcome, card.overall.outcome);
    for (part, figure) in told.contributions.iter().zip(&card.dimensions) {
        assert_eq!(part.derivation.outcome, figure.outcome);
    }
}
