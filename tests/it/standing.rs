//! Competition ranks, mid-rank percentiles and quantiles of type 7, against R: `tests/reference/standing.R` makes up groups
//! of councils, from one council to three hundred, and `standing.csv` is what it says of them.

use std::collections::BTreeMap;

use peil::comparison::{Batch, Spread, quantile};
use peil::diagnostics::Diagnostics;
use peil::responses::{Intake, read_table};
use peil::scores::{Keep, Rubric};
use peil::source::Sources;

use crate::councils::questionnaire;

const REFERENCE: &str = include_str!("../reference/standing.csv");

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
    axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n\
    \x20 - {id: v, at: {a: d}, ask: Q, type: rating, from: 0, to: 40}\n";

/// What R says of one statistic, by group: the score or the share, and the value.
fn reference(wanted: &str) -> BTreeMap<&'static str, Vec<(f64, f64)>> {
    let mut found: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for line in REFERENCE.lines().skip(1) {
        let [group, what, score, value] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        if what == wanted {
            let number = |text: &str| text.parse::<f64>().expect("a number");
            found.entry(group).or_default().push((number(score), number(value)));
        }
    }
    assert!(found.len() > 20, "{}", found.len());
    found
}

/// The scores of every group, in the order of R.
fn scores() -> impl Iterator<Item = (&'static str, Vec<f64>)> {
    reference("rank").into_iter().map(|(group, rows)| (group, rows.into_iter().map(|row| row.0).collect()))
}

#[test]
fn ranks_and_percentiles_are_those_of_r() {
    let (ranks, percentiles) = (reference("rank"), reference("percentile"));
    let mut compared = 0;
    for (name, scores) in scores() {
        let q = questionnaire(QUESTIONNAIRE);
        let rows = scores.iter().enumerate().map(|(at, score)| format!("c{at},{:.0}\n", score * 10.0));
        let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(&q));
        let file = sources.add("a.csv", format!("council,v\n{}", rows.collect::<String>()));
        read_table(file, &sources, &mut intake, &mut out);
        let batch = Batch::new(Rubric::new(&q), intake.finish(), Keep::default(), 1);
        for (group, standing) in batch.standings(None).into_iter().enumerate() {
            let place: usize = batch.id(group)[1..].parse().expect("a number");
            assert_eq!(standing.rank.map(f64::from), Some(ranks[name][place].1), "rank in {name}");
            let (found, expected) = (standing.percentile.expect("a score"), percentiles[name][place].1);
            assert!((found - expected).abs() < 1e-9, "percentile in {name}: {found} {expected}");
            compared += 1;
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn quantiles_are_those_of_type_seven_of_r() {
    let quantiles = reference("quantile");
    for (name, mut scores) in scores() {
        let spread = Spread::of(scores.clone()).expect("scores");
        scores.sort_by(f64::total_cmp);
        for &(share, expected) in &quantiles[name] {
            let found = quantile(&scores, share).expect("scores");
            assert!((found - expected).abs() < 1e-9, "{share} of {name}: {found} {expected}");
            let quartile = [(0.25, spread.lower_quartile), (0.5, spread.median), (0.75, spread.upper_quartile)];
            let same = quartile.into_iter().filter(|quartile| quartile.0 == share);
            same.for_each(|(_, found)| {
                assert!((found - expected).abs() < 1e-9, "{share} of {name}: {found} {expected}")
            });
        }
    }
}
