//! From cells to dimensions and the whole. One axis: a leaf is its cell, a parent the mean of its children by their
//! weights. Several axes: everything is the mean of its cells by theirs.

use super::Build;
use super::steps::{Steps, select, sum};
use crate::language::sql as words;

pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    if build.q.has_grid() {
        grid(build, steps);
    } else {
        tree(build, steps);
    }
}

/// The mean of the columns present by their weights.
fn weighted_mean(build: &Build<'_>, parts: &[(f64, String)]) -> String {
    let d = build.d;
    let zero = d.number(0.0);
    if parts.is_empty() {
        return d.nothing(d.double_type());
    }
    let terms = parts.iter().map(|(weight, name)| {
        let value = format!("coalesce({name}, {zero})");
        if *weight == 1.0 { value } else { format!("{} * {value}", d.number(*weight)) }
    });
    let weights = parts
        .iter()
        .map(|(weight, name)| format!("CASE WHEN {name} IS NULL THEN {zero} ELSE {} END", d.number(*weight)));
    format!("({})\n      / nullif({}, {zero})", sum(&terms.collect::<Vec<_>>()), sum(&weights.collect::<Vec<_>>()))
}

/// Whether a dimension with a cell of its own, or below it.
pub(super) fn has_cells(build: &Build<'_>, dimension: usize) -> bool {
    !cells_of(build, dimension).is_empty()
}

/// The cells in a dimension or below it.
pub(super) fn cells_of(build: &Build<'_>, dimension: usize) -> Vec<usize> {
    let inside = |cell: &usize| build.q.cells[*cell].at.iter().any(|&leaf| build.q.is_within(leaf, dimension));
    (0..build.q.cells.len()).filter(inside).collect()
}

fn grid(build: &Build<'_>, steps: &mut Steps) {
    let weighted = |cell: usize| (build.q.cells[cell].weight, build.id(&build.names.cells[cell]));
    let mut entries = vec!["*".to_owned()];
    for dimension in (0..build.q.dimensions.len()).filter(|&index| has_cells(build, index)) {
        let parts: Vec<(f64, String)> = cells_of(build, dimension).into_iter().map(weighted).collect();
        entries.push(format!("{} AS {}", weighted_mean(build, &parts), build.id(&build.names.dimensions[dimension])));
    }
    let all: Vec<(f64, String)> = (0..build.q.cells.len()).map(weighted).collect();
    entries.push(format!("{} AS overall", weighted_mean(build, &all)));
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("dimensions", words::grid(build.l), &body);
}

/// From the leaves up: each step adds the dimensions whose children are all there.
fn tree(build: &Build<'_>, steps: &mut Steps) {
    let q = build.q;
    let mut heights = vec![0usize; q.dimensions.len()];
    // Parents stand before their children.
    for index in (0..q.dimensions.len()).rev() {
        let below = q.dimensions[index].children.iter().map(|&child| heights[child] + 1);
        heights[index] = below.max().unwrap_or(0);
    }
    let parts = |children: &[usize]| -> Vec<(f64, String)> {
        let present = children.iter().filter(|&&child| has_cells(build, child));
        present.map(|&child| (q.dimensions[child].weight, build.id(&build.names.dimensions[child]))).collect()
    };
    for height in 1..=heights.iter().copied().max().unwrap_or(0) {
        let mut entries = vec!["*".to_owned()];
        for index in (0..q.dimensions.len()).filter(|&index| heights[index] == height && has_cells(build, index)) {
            let mean = weighted_mean(build, &parts(&q.dimensions[index].children));
            entries.push(format!("{mean} AS {}", build.id(&build.names.dimensions[index])));
        }
        if entries.len() > 1 {
            let body = format!("{}\n  FROM {}", select(&entries), steps.from());
            steps.add("parents", words::parents(build.l), &body);
        }
    }
    let overall = format!("{} AS overall", weighted_mean(build, &parts(&q.axes[0].top)));
    let body = format!("{}\n  FROM {}", select(&["*".to_owned(), overall]), steps.from());
    steps.add("whole", words::whole(build.l), &body);
}
