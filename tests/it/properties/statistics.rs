//! What holds for the statistics of every questionnaire and all answers.

use peil::comparison::{Audience, Batch};
use peil::questionnaire::Questionnaire;
use peil::responses::Responses;
use peil::scores::{Keep, Rubric};
use proptest::prelude::*;

use super::random::{ANYTHING, Dice, Table, parse, questionnaire_text, take_in};

fn throws() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 0..400)
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() }
}

fn batch(q: &Questionnaire, responses: Responses) -> Batch<'_> {
    Batch::new(Rubric::new(q), responses, Keep::default(), 1)
}

/// The same questionnaire with every weight a quarter higher or lower, as the bits of `corner` say: of its cells, or with
/// one axis of its dimensions.
fn at_corner(q: &Questionnaire, corner: u32) -> Questionnaire {
    let mut other = q.clone();
    let times = |place: usize| if corner >> place & 1 == 1 { 1.25 } else { 0.75 };
    if q.has_grid() {
        other.cells.iter_mut().enumerate().for_each(|(place, cell)| cell.weight *= times(place));
    } else {
        other.dimensions.iter_mut().enumerate().for_each(|(place, dimension)| dimension.weight *= times(place));
    }
    other
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn scoring_with_every_choice_of_weights_gives_the_range_that_is_told(throws in throws()) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 8);
        let own = batch(&q, take_in(&q, &[&table]));
        let weights = if q.has_grid() { q.cells.len() } else { q.dimensions.len() };
        let mut ends = vec![(f64::INFINITY, f64::NEG_INFINITY); own.groups()];
        for corner in 0..1u32 << weights {
            let other = at_corner(&q, corner);
            let scored = batch(&other, take_in(&q, &[&table]));
            for (group, (low, high)) in ends.iter_mut().enumerate() {
                if let Some(score) = scored.overall(group) {
                    (*low, *high) = (low.min(score), high.max(score));
                }
            }
        }
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * q.scale.max;
        for (group, (low, high)) in ends.into_iter().enumerate() {
            let score = own.overall(group);
            match own.sensitivity(group) {
                Some(found) => {
                    prop_assert!(near(found.low, low) && near(found.high, high), "{found:?} {low} {high}");
                    prop_assert!(score.is_some_and(|score| found.low <= score && score <= found.high));
                    prop_assert!(score.is_some_and(|score| found.geometric <= score + 1e-9 * q.scale.max));
                }
                None => prop_assert!(score.is_none() || near(low, high), "{score:?} {low} {high}"),
            }
        }
    }

    #[test]
    fn every_agreement_lies_within_its_bounds_and_counts_every_answer_once(throws in throws()) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 12);
        let own = batch(&q, take_in(&q, &[&table]));
        for group in 0..own.groups() {
            for one in own.agreement(group) {
                prop_assert_eq!(one.counts.iter().sum::<u32>(), one.answers);
                prop_assert!(one.answers <= one.asked && one.asked <= own.group(group).respondents);
                prop_assert_eq!(one.mean.is_some(), one.answers > 0);
                prop_assert_eq!((one.deviation.is_some(), one.r_wg.is_some()), (one.answers > 1, one.answers > 1));
                prop_assert!(one.mean.is_none_or(|mean| (-1e-9..=q.scale.max + 1e-9).contains(&mean)));
                // Nothing deviates by more than two camps at the ends, and only where all are alike there is full agreement.
                let most = q.scale.max / 2.0 + 1e-9;
                prop_assert!(one.deviation.is_none_or(|deviation| (0.0..=most).contains(&deviation)), "{one:?}");
                prop_assert!(one.r_wg.is_none_or(|r| (0.0..=1.0).contains(&r)));
                if let Some(gap) = one.gap {
                    prop_assert!(gap.width() >= 0.0 && gap.width() <= q.scale.max + 1e-9);
                }
            }
        }
    }

    #[test]
    fn no_public_agenda_shows_an_answer_or_a_question_with_few(throws in throws()) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 30);
        let own = batch(&q, take_in(&q, &[&table]));
        let minimum = q.scoring.minimum_group.respondents;
        for group in 0..own.groups() {
            let Ok(agenda) = own.agenda(group, Audience::Public) else { continue };
            let all = own.agreement(group);
            for topic in agenda.topics {
                prop_assert_eq!(&topic.answers, &None);
                let one = all.iter().find(|one| one.column == topic.column).expect("a question");
                prop_assert!(one.answers >= minimum && one.strain() > 1.0);
            }
        }
    }
}
