//! What holds for every score.

use peil::questionnaire::{Kind, Missing, Questionnaire};
use peil::responses::{Chunk, Responses};
use peil::scores::{
    Derivation, Figure, Footing, Keep, Part, RoleCells, Rubric, ScoreCard, Summary, Tally, all_roles, explain, firmness,
};
use proptest::prelude::*;

use super::random::{ANYTHING, Allowed, Dice, Table, WHO, parse, questionnaire_text, take_in};

const CASES: u32 = 96;

fn throws() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 0..400)
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() }
}

fn case(throws: Vec<u32>, allowed: Allowed, rows: usize) -> (Questionnaire, Table, Dice) {
    let mut dice = Dice::new(throws);
    let q = parse(&questionnaire_text(&mut dice, allowed));
    let table = Table::random(&mut dice, &q, rows);
    (q, table, dice)
}

/// The cards by council and wave, whatever the order of the input.
fn cards(rubric: &Rubric<'_>, responses: &Responses) -> Vec<ScoreCard> {
    let groups = responses.registry.groups().len();
    let tally = Tally::of(rubric, &responses.chunks, groups, Keep::ALL, 1);
    let order = responses.registry.in_order();
    let card = |(place, group): (usize, usize)| ScoreCard { group: place, ..tally.card(rubric, group, &all_roles) };
    order.into_iter().enumerate().map(card).collect()
}

fn figures(card: &ScoreCard) -> impl Iterator<Item = &Figure> {
    std::iter::once(&card.overall).chain(&card.dimensions).chain(&card.cells)
}

/// A copy of a text with every bit of its numbers, the sign of zero included.
fn bits(of: &impl std::fmt::Debug) -> String {
    format!("{of:?}")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_score_lies_in_the_scale_and_in_its_band(throws in throws()) {
        let (q, table, _) = case(throws, ANYTHING, 12);
        let rubric = Rubric::new(&q);
        let scale = 0.0..=q.scale.max;
        for card in cards(&rubric, &take_in(&q, &[&table])) {
            prop_assert!(card.pooled.score().is_none_or(|score| scale.contains(&score)));
            for figure in figures(&card) {
                let score = figure.outcome.score();
                prop_assert!(score.is_none_or(|score| scale.contains(&score)), "{figure:?}");
                prop_assert!(figure.coverage.scored <= figure.coverage.applicable);
                prop_assert_eq!(figure.band.is_some(), figure.coverage.applicable > 0);
                if let Some(band) = figure.band {
                    prop_assert!(scale.contains(&band.low) && scale.contains(&band.high) && band.low <= band.high);
                    prop_assert!(score.is_none_or(|score| (band.low..=band.high).contains(&score)), "{figure:?}");
                }
                prop_assert!(figure.step.is_none_or(|step| step.at_least <= step.at_most));
            }
        }
    }

    #[test]
    fn a_higher_answer_never_lowers_a_score(throws in throws()) {
        let allowed = Allowed { routing: false, reverse: false, ..ANYTHING };
        let (q, table, mut dice) = case(throws, allowed, 6);
        let (row, column) = (dice.throw(table.rows.len()), dice.throw(q.columns.len()));
        let mut higher = table.clone();
        let cell = &mut higher.rows[row][WHO + column];
        let Some(better) = better(&q.question_of(column).kind, cell, &mut dice) else { return Ok(()) };
        *cell = better;
        let rubric = Rubric::new(&q);
        let before = cards(&rubric, &take_in(&q, &[&table]));
        let after = cards(&rubric, &take_in(&q, &[&higher]));
        for (before, after) in before.iter().zip(&after) {
            for (before, after) in figures(before).zip(figures(after)) {
                prop_assert!(before.outcome.score() <= after.outcome.score(), "{before:?} {after:?}");
            }
        }
    }

    #[test]
    fn the_order_of_rows_and_files_changes_no_bit(throws in throws()) {
        let (q, table, mut dice) = case(throws, ANYTHING, 12);
        let rubric = Rubric::new(&q);
        let mut shuffled = table.clone();
        for last in (1..shuffled.rows.len()).rev() {
            shuffled.rows.swap(last, dice.throw(last + 1));
        }
        let mut second = shuffled.clone();
        second.rows = shuffled.rows.split_off(dice.throw(shuffled.rows.len()));
        let one_file = cards(&rubric, &take_in(&q, &[&table]));
        let two_files = if shuffled.rows.is_empty() {
            cards(&rubric, &take_in(&q, &[&second]))
        } else {
            cards(&rubric, &take_in(&q, &[&shuffled, &second]))
        };
        prop_assert_eq!(bits(&one_file), bits(&two_files));
    }

    #[test]
    fn the_number_of_threads_and_the_size_of_chunks_change_no_bit(throws in throws()) {
        let (q, table, mut dice) = case(throws, ANYTHING, 12);
        let rubric = Rubric::new(&q);
        let responses = take_in(&q, &[&table]);
        let groups = responses.registry.groups().len();
        let whole = Tally::of(&rubric, &responses.chunks, groups, Keep::ALL, 1);
        let mut small = Vec::new();
        for row in responses.chunks.iter().flat_map(Chunk::rows) {
            if small.is_empty() || dice.one_in(2) {
                small.push(Chunk::new(rubric.codec()));
            }
            if let Some(chunk) = small.last_mut() {
                chunk.copy(row);
            }
        }
        for threads in [1, 2] {
            let tally = Tally::of(&rubric, &small, groups, Keep::ALL, threads);
            for group in 0..groups {
                let (a, b) = (whole.card(&rubric, group, &all_roles), tally.card(&rubric, group, &all_roles));
                prop_assert_eq!(bits(&a), bits(&b));
            }
        }
    }

    #[test]
    fn not_applicable_in_one_dimension_changes_no_other(throws in throws()) {
        let allowed = Allowed { routing: false, several_axes: false, not_applicable_everywhere: true, ..ANYTHING };
        let (q, table, mut dice) = case(throws, allowed, 6);
        let rubric = Rubric::new(&q);
        let emptied = q.cells[dice.throw(q.cells.len())].at.clone();
        let mut changed = table.clone();
        for (column, _) in q.columns.iter().enumerate().filter(|(index, _)| q.question_of(*index).at == emptied) {
            changed.rows.iter_mut().for_each(|row| "na".clone_into(&mut row[WHO + column]));
        }
        let before = cards(&rubric, &take_in(&q, &[&table]));
        let after = cards(&rubric, &take_in(&q, &[&changed]));
        for (before, after) in before.iter().zip(&after) {
            for (index, _) in q.dimensions.iter().enumerate().filter(|(index, _)| !q.is_within(emptied[0], *index)) {
                prop_assert_eq!(bits(&before.dimensions[index]), bits(&after.dimensions[index]));
            }
            prop_assert_eq!(after.dimensions[emptied[0]].coverage.applicable, 0);
        }
    }

    #[test]
    fn a_range_without_one_is_that_of_the_scores_without_each(throws in throws()) {
        let (q, table, _) = case(throws, ANYTHING, 8);
        let rubric = Rubric::new(&q);
        let responses = take_in(&q, &[&table]);
        let groups = responses.registry.groups().len();
        let tally = Tally::of(&rubric, &responses.chunks, groups, Keep::default(), 1);
        for group in 0..groups {
            let own = || responses.chunks.iter().flat_map(Chunk::rows).filter(|row| row.head.group as usize == group);
            let found = firmness(&rubric, &tally, group, RoleCells::everywhere(tally.all_roles()), own());
            let people: Vec<usize> = own().enumerate().filter(|(_, row)| usize::from(row.head.role) < tally.roles()).map(|(at, _)| at).collect();
            // The same scores by counting all rows but one afresh.
            let without = |gone: Option<usize>| {
                let mut chunk = Chunk::new(rubric.codec());
                own().enumerate().filter(|(at, _)| Some(*at) != gone).for_each(|(_, row)| chunk.copy(row));
                let tally = Tally::of(&rubric, &[chunk], group + 1, Keep::default(), 1);
                let mut summary = Summary::default();
                tally.summary(&rubric, group, &mut summary);
                std::iter::once(summary.overall).chain(summary.dimensions).collect::<Vec<Option<f64>>>()
            };
            let whole = without(None);
            let rest: Vec<Vec<Option<f64>>> = people.iter().map(|&gone| without(Some(gone))).collect();
            let footings = std::iter::once(found.overall).chain(found.dimensions);
            for (part, footing) in footings.enumerate() {
                let scores: Option<Vec<f64>> = rest.iter().chain([&whole]).map(|scores| scores[part]).collect();
                let ends = scores.map(|all| (all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(f64::MIN, f64::max)));
                let range = footing.and_then(Footing::range);
                prop_assert_eq!(footing.is_some(), whole[part].is_some(), "part {}", part);
                prop_assert_eq!(bits(&range.map(|range| (range.low, range.high))), bits(&ends), "part {}", part);
            }
        }
    }

    #[test]
    fn an_explanation_adds_up_to_the_numbers_of_the_card(throws in throws()) {
        let (q, table, _) = case(throws, ANYTHING, 8);
        let rubric = Rubric::new(&q);
        let responses = take_in(&q, &[&table]);
        let groups = responses.registry.groups().len();
        let tally = Tally::of(&rubric, &responses.chunks, groups, Keep::ALL, 1);
        for group in 0..groups {
            let card = tally.card(&rubric, group, &all_roles);
            let told = explain(&rubric, &responses.chunks, group, None);
            prop_assert_eq!(bits(&told.outcome), bits(&card.overall.outcome));
            adds_up(&q, &told)?;
            for (dimension, figure) in card.dimensions.iter().enumerate() {
                let told = explain(&rubric, &responses.chunks, group, Some(dimension));
                prop_assert_eq!(bits(&told.outcome), bits(&figure.outcome));
                prop_assert_eq!(told.coverage, figure.coverage);
                adds_up(&q, &told)?;
            }
        }
    }
}

/// An answer worth at least as much, if there is one.
fn better(kind: &Kind, answer: &str, dice: &mut Dice) -> Option<String> {
    match kind {
        Kind::Number { .. } => {
            let number: f64 = answer.parse().ok()?;
            Some((number + [0.5, 3.0, 40.0][dice.throw(3)]).to_string())
        }
        Kind::Multiple { choices, .. } => {
            let mut ticked: Vec<&str> = answer.split('|').filter(|id| *id != "none").collect();
            let plain = |id: &&str| choices.iter().any(|choice| choice.id == *id && !choice.exclusive);
            if !ticked.iter().all(plain) {
                return None;
            }
            let more = choices.iter().find(|choice| !choice.exclusive && !ticked.contains(&choice.id.as_str()))?;
            ticked.push(&more.id);
            Some(ticked.join("|"))
        }
        Kind::Text => None,
        _ => {
            let options = kind.options();
            let (_, value) = options.iter().find(|(id, _)| id == answer)?;
            let higher: Vec<_> = options.iter().filter(|(_, other)| other > value).collect();
            (!higher.is_empty()).then(|| higher[dice.throw(higher.len())].0.clone())
        }
    }
}

/// Makes the worth of a grid again from its rows.
fn rows_add_up(q: &Questionnaire, told: &Derivation) -> Result<(), TestCaseError> {
    let scores: Vec<f64> = told.contributions.iter().filter_map(|row| row.derivation.outcome.score()).collect();
    let applicable = told.contributions.iter().filter(|row| row.derivation.coverage.applicable > 0).count();
    let over = if q.scoring.missing == Missing::Zero { applicable } else { scores.len() };
    let enough = !scores.is_empty() && scores.len() as f64 / applicable as f64 >= q.scoring.min_coverage;
    prop_assert_eq!(told.outcome.score().is_some(), enough, "{:?}", told);
    if let Some(score) = told.outcome.score() {
        let again = scores.iter().sum::<f64>() / over as f64;
        prop_assert!((score - again).abs() < 1e-11 * q.scale.max, "{again} of {told:?}");
    }
    Ok(())
}

/// Makes every number of a derivation again from its parts.
fn adds_up(q: &Questionnaire, told: &Derivation) -> Result<(), TestCaseError> {
    match told.part {
        Part::Item(..) if !told.contributions.is_empty() => return rows_add_up(q, told),
        Part::Item(..) => return Ok(()),
        _ => prop_assert!(!matches!(told.part, Part::Cell(_)) || q.has_grid(), "a leaf that is said twice"),
    }
    let (mut sum, mut weights, mut scored, mut applicable) = (0.0, 0.0, 0, 0);
    for one in &told.contributions {
        adds_up(q, &one.derivation)?;
        scored += one.derivation.coverage.scored;
        applicable += one.derivation.coverage.applicable;
        let counts_as_zero = matches!(told.part, Part::Respondent(_))
            && q.scoring.missing == Missing::Zero
            && one.derivation.coverage.applicable > 0;
        if let Some(score) = one.derivation.outcome.score().or(counts_as_zero.then_some(0.0)) {
            sum += one.weight * score;
            weights += one.weight;
        }
    }
    prop_assert_eq!((scored, applicable), (told.coverage.scored, told.coverage.applicable));
    if let Some(score) = told.outcome.score() {
        prop_assert!((score - sum / weights).abs() < 1e-11 * q.scale.max, "{} of {told:?}", sum / weights);
    } else if !matches!(told.part, Part::Respondent(_)) {
        prop_assert!(weights == 0.0, "parts have a score and the whole has none: {told:?}");
    }
    Ok(())
}
