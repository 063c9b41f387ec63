//! What changes no score: how roles are called and in what order they stand, on what scale weights are written, whether
//! answers come as files or as rows, and what does not apply elsewhere.

use peil::diagnostics::Diagnostics;
use peil::questionnaire::Questionnaire;
use peil::responses::{Intake, Responses, write_sheet};
use peil::scores::{Figure, Keep, Rubric, ScoreCard, Tally, all_roles};
use peil::source::{Sources, Span};
use proptest::prelude::*;

use super::files::{read, sheet};
use super::random::{ANYTHING, Allowed, Dice, ROLES, Table, WHO, parse, questionnaire_text, take_in};

fn throws() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 0..400)
}

/// The cards by council and wave, whatever the order of the input.
fn cards(q: &Questionnaire, responses: &Responses) -> Vec<ScoreCard> {
    let rubric = Rubric::new(q);
    let tally = Tally::of(&rubric, &responses.chunks, responses.registry.groups().len(), Keep::ALL, 1);
    responses.registry.in_order().into_iter().map(|group| tally.card(&rubric, group, &all_roles)).collect()
}

fn figures(card: &ScoreCard) -> Vec<Figure> {
    [&[card.overall][..], &card.dimensions, &card.cells].concat()
}

/// Every number of the cards but for how many of each role there are, with every bit.
fn bits(cards: &[ScoreCard]) -> Vec<String> {
    cards.iter().map(|card| format!("{:?} {:?}", card.pooled, figures(card))).collect()
}

/// The two are the same but for rounding.
fn near(a: &[ScoreCard], b: &[ScoreCard], max: f64) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-12 * max,
            (a, b) => a == b,
        };
        prop_assert!(close(a.pooled.score(), b.pooled.score()), "{:?} {:?}", a.pooled, b.pooled);
        for (a, b) in figures(a).iter().zip(&figures(b)) {
            prop_assert!(close(a.outcome.score(), b.outcome.score()), "{a:?} {b:?}");
            prop_assert_eq!((a.coverage, a.step), (b.coverage, b.step));
            let ends = |one: &Figure| (one.band.map(|band| band.low), one.band.map(|band| band.high));
            prop_assert!(close(ends(a).0, ends(b).0) && close(ends(a).1, ends(b).1), "{a:?} {b:?}");
        }
    }
    Ok(())
}

/// The same with every weight of questions, cells and dimensions times a factor.
fn weighing(q: &Questionnaire, times: f64) -> Questionnaire {
    let mut other = q.clone();
    other.questions.iter_mut().for_each(|one| one.weight *= times);
    other.items.iter_mut().for_each(|one| one.weight *= times);
    other.cells.iter_mut().for_each(|one| one.weight *= times);
    other.dimensions.iter_mut().for_each(|one| one.weight *= times);
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn other_names_for_the_roles_change_no_bit(throws in throws()) {
        let mut dice = Dice::new(throws);
        let text = questionnaire_text(&mut dice, ANYTHING);
        let q = parse(&text);
        let table = Table::random(&mut dice, &q, 12);
        // Names that sort the other way round.
        let names = ["zulu", "mike", "alfa"];
        let renamed = ROLES.iter().zip(names).fold(text, |text, (role, name)| text.replace(role, name));
        let mut other = table.clone();
        for row in &mut other.rows {
            if let Some(place) = ROLES.iter().position(|role| *role == row[2]) {
                names[place].clone_into(&mut row[2]);
            }
        }
        let again = parse(&renamed);
        prop_assert_eq!(bits(&cards(&q, &take_in(&q, &[&table]))), bits(&cards(&again, &take_in(&again, &[&other]))));
    }

    #[test]
    fn another_order_of_the_roles_changes_no_score(throws in throws()) {
        let mut dice = Dice::new(throws);
        let text = questionnaire_text(&mut dice, ANYTHING);
        let q = parse(&text);
        let table = Table::random(&mut dice, &q, 12);
        let list = |roles: &[&str]| {
            let roles: Vec<String> = roles.iter().map(|id| format!("{{id: {id}, title: T}}")).collect();
            format!("roles: [{}]", roles.join(", "))
        };
        let roles = &ROLES[..q.roles.len()];
        let turned: Vec<&str> = roles.iter().rev().copied().collect();
        let again = parse(&text.replace(&list(roles), &list(&turned)));
        prop_assert!(roles.len() < 2 || again.roles[0].id != q.roles[0].id);
        let (before, after) = (cards(&q, &take_in(&q, &[&table])), cards(&again, &take_in(&again, &[&table])));
        near(&before, &after, q.scale.max)?;
    }

    #[test]
    fn all_weights_times_a_power_of_two_change_no_bit_and_times_three_only_the_last(throws in throws()) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 12);
        let responses = take_in(&q, &[&table]);
        let before = cards(&q, &responses);
        for times in [0.5, 2.0, 1024.0] {
            prop_assert_eq!(bits(&before), bits(&cards(&weighing(&q, times), &responses)), "times {}", times);
        }
        near(&before, &cards(&weighing(&q, 3.0), &responses), q.scale.max)?;
    }

    #[test]
    fn a_file_for_every_respondent_gives_the_scores_of_one_table_to_the_bit(throws in throws()) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 12);
        let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(&q));
        for (number, row) in table.rows.iter().enumerate() {
            let mut sheet = sheet(&mut dice, &q, row, &["words".to_owned()]);
            sheet.respondent.id = Some(format!("r-{number}"));
            (sheet.council.name, sheet.council.classes) = (None, Vec::new());
            let written = write_sheet(&sheet, &q, intake.codec()).expect("a sheet can be written");
            let file = sources.add(&format!("{number}.yaml"), written.as_str());
            intake.sheet(&read(&q, &written), Span::start_of(file), &mut out);
        }
        prop_assert!(!out.has_errors(), "{:?}", out.sorted());
        prop_assert_eq!(bits(&cards(&q, &intake.finish())), bits(&cards(&q, &take_in(&q, &[&table]))));
    }

    #[test]
    fn not_applicable_in_one_cell_changes_no_other(throws in throws()) {
        let allowed = Allowed { routing: false, not_applicable_everywhere: true, ..ANYTHING };
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, allowed));
        let table = Table::random(&mut dice, &q, 6);
        let emptied = dice.throw(q.cells.len());
        let mut changed = table.clone();
        let at = |column: usize| q.question_of(column).at == q.cells[emptied].at;
        for column in (0..q.columns.len()).filter(|&column| at(column)) {
            changed.rows.iter_mut().for_each(|row| "na".clone_into(&mut row[WHO + column]));
        }
        let before = cards(&q, &take_in(&q, &[&table]));
        let after = cards(&q, &take_in(&q, &[&changed]));
        for (before, after) in before.iter().zip(&after) {
            for cell in (0..q.cells.len()).filter(|&cell| cell != emptied) {
                prop_assert_eq!(format!("{:?}", before.cells[cell]), format!("{:?}", after.cells[cell]));
            }
            prop_assert_eq!(after.cells[emptied].coverage.applicable, 0);
        }
    }
}
