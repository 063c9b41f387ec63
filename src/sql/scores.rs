//! The readings side by side again: one row per council and wave, on the scale.

use super::Build;
use super::cells::Counted;
use super::councils::COMPARABLE;
use super::dimensions::{cells_of, has_cells};
use super::steps::{Steps, select, sum};
use crate::language::sql as words;

pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    side_by_side(build, steps);
    on_the_scale(build, steps);
}

/// One row per council and wave.
fn side_by_side(build: &Build<'_>, steps: &mut Steps) {
    let waves = build.columns().wave;
    let of = |reading: &str, value: &str| format!("max({value}) FILTER (WHERE reading = '{reading}')");
    let mut entries = vec!["council".to_owned(), "wave_order".to_owned()];
    let mut plain: Vec<String> = ["name", "wave", "respondents", "answered_by", "quick"].map(str::to_owned).to_vec();
    plain.extend(build.classes());
    plain.push("overall".to_owned());
    let dimensions = (0..build.q.dimensions.len()).filter(|&index| has_cells(build, index));
    plain.extend(dimensions.map(|index| build.id(&build.names.dimensions[index])));
    for cell in 0..build.q.cells.len() {
        let name = build.cell(cell, Counted::All);
        plain.extend(["scored", "asked"].map(|what| build.of(&name, what)));
    }
    entries.extend(plain.iter().map(|name| format!("{} AS {name}", of("score", name))));
    for reading in if waves { &["pooled", "now", "before"][..] } else { &["pooled"] } {
        entries.push(format!("{} AS {reading}", of(reading, "overall")));
    }
    let body = format!("{}\n  FROM {}\n  GROUP BY council, wave_order", select(&entries), steps.from());
    steps.add("side_by_side", words::side_by_side(build.l), &body);
}

/// Scores on the scale, coverage, and what is compared.
fn on_the_scale(build: &Build<'_>, steps: &mut Steps) {
    let (d, q, waves) = (build.d, build.q, build.columns().wave);
    let max = d.number(q.scale.max);
    let latest = "ORDER BY CASE WHEN name IS NULL THEN 1 ELSE 0 END, wave_order DESC";
    let mut entries = vec![
        "council".to_owned(),
        format!("coalesce(first_value(name) OVER (PARTITION BY council {latest}), council) AS name"),
    ];
    entries.extend(["wave", "wave_order", "respondents"].map(str::to_owned));
    entries
        .push("CASE WHEN quick = 0 THEN 'full' WHEN quick = answered_by THEN 'quick' ELSE 'mixed' END AS scan".into());
    entries.extend(build.classes());
    for name in if waves { &["overall", "pooled", "now", "before"][..] } else { &["overall", "pooled"] } {
        entries.push(format!("{name} * {max} AS {name}"));
    }
    for index in (0..q.dimensions.len()).filter(|&index| has_cells(build, index)) {
        let name = &build.names.dimensions[index];
        entries.push(format!("{} * {max} AS {}", build.id(name), build.id(name)));
        entries.push(format!("{} AS {}", coverage(build, &cells_of(build, index)), build.of(name, "coverage")));
    }
    let all: Vec<usize> = (0..q.cells.len()).collect();
    entries.push(format!("{} AS coverage", coverage(build, &all)));
    entries.push(format!("{} AS comparable", comparable(build)));
    if waves {
        let before = format!("OVER (PARTITION BY {COMPARABLE} ORDER BY wave_order)");
        entries.push(format!("lag(overall * {max}) {before} AS previous"));
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("scores", &words::scores(build.l, q.scoring.compared()), &body);
}

/// Scored ÷ applicable questions over some cells.
fn coverage(build: &Build<'_>, cells: &[usize]) -> String {
    let total = |what: &str| {
        sum(&cells.iter().map(|&cell| build.of(&build.cell(cell, Counted::All), what)).collect::<Vec<_>>())
    };
    format!("{}\n      / nullif({}, 0)", build.d.double(&format!("({})", total("scored"))), total("asked"))
}

/// The overall score as a whole number of the smallest difference that counts, rounded half up: no score is below 0.
fn comparable(build: &Build<'_>) -> String {
    let (d, scoring) = (build.d, &build.q.scoring);
    let fine = d.number(10f64.powi(scoring.rounding.sure() as i32));
    let whole =
        format!("CAST(floor(overall * {} * {fine} + {}) AS BIGINT)", d.number(build.q.scale.max), d.number(0.5));
    match 10i64.pow(scoring.rounding.sure() - scoring.compared()) {
        1 => whole,
        unit => d.whole_quotient(&format!("{whole} + {}", unit / 2), unit),
    }
}
