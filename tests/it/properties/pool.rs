//! What is pooled gives the scores it came from, to the bit, and tells no role that is too small.

use peil::comparison::Batch;
use peil::diagnostics::Diagnostics;
use peil::responses::{Intake, PooledRow, read_table, write_pooled};
use peil::scores::{Keep, Rubric};
use peil::source::Sources;
use proptest::prelude::*;

use super::random::{ANYTHING, Dice, Table, WHO, parse, questionnaire_text, take_in};

/// Every figure of every group that is asked for, as bits, in an order that does not depend on names.
fn figures(batch: &Batch<'_>, groups: impl Iterator<Item = usize>) -> Vec<String> {
    let card = |group: usize| {
        let card = batch.card(group);
        format!("{:?} {:?} {:?} {:?}", card.overall, card.pooled, card.dimensions, card.cells)
    };
    let mut all: Vec<String> = groups.map(card).collect();
    all.sort();
    all
}

/// Most people with two more of their role, who answer as others do.
fn in_threes(table: Table) -> Table {
    let mut rows = table.rows.clone();
    for (index, row) in table.rows.iter().enumerate() {
        if index % 5 != 4 && row[2] != "consensus" {
            let other = |step: usize| &table.rows[(index + step) % table.rows.len()][WHO..];
            rows.extend([1, 2].map(|step| [&row[..WHO], other(step)].concat()));
        }
    }
    Table { rows, ..table }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pooled_rows_give_the_scores_they_came_from(throws in proptest::collection::vec(any::<u32>(), 0..900)) {
        let mut dice = Dice::new(throws);
        let text = questionnaire_text(&mut dice, ANYTHING);
        // So that many councils are large enough.
        let text = text.replace("scoring: {", "scoring: {minimum_group: {respondents: 3, councils: 3, comments: 3}, ");
        let q = parse(&text);
        let table = in_threes(Table::random(&mut dice, &q, 24));
        let batch = Batch::new(Rubric::new(&q), take_in(&q, &[&table]), Keep::ALL, 1);
        let pool = batch.pool(None);
        let told: Vec<usize> =
            pool.groups.iter().filter(|one| one.only_scores.is_none()).map(|one| one.group).collect();
        let mut rows = Vec::new();
        // Backwards, under other names.
        for &group in told.iter().rev() {
            let known = batch.group(group);
            rows.extend(batch.rows_of(group).map(|row| PooledRow {
                council: format!("c-{}", 99 - known.council),
                wave: known.wave,
                respondent: String::new(),
                classes: Vec::new(),
                row,
            }));
        }
        let written = write_pooled(&rows, &[], &q, batch.rubric().codec()).expect("written");
        let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(&q));
        read_table(sources.add("pool.csv", written), &sources, &mut intake, &mut out);
        prop_assert!(!out.has_errors(), "{:?}", out.sorted());
        let again = Batch::new(Rubric::new(&q), intake.finish(), Keep::ALL, 1);
        prop_assert_eq!(figures(&batch, told.iter().copied()), figures(&again, 0..again.groups()));
        for &group in &told {
            for role in 0..batch.tally().roles() {
                prop_assert!(![1, 2].contains(&batch.tally().respondents(group, role)), "a role under three");
            }
        }
    }
}
