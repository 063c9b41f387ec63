//! Weights that make a part of the overall score vanish, or leave no room for the rest.

use std::collections::HashMap;

use super::asked::name;
use super::places::{dimensions, list, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::Questionnaire;
use crate::source::Span;
use crate::yaml::Node;

/// Under this share of the overall nobody sees a part move: two hundredths of four points round to nothing.
const SLIGHT: f64 = 0.02;
/// It is the weight that does it when the part would count for this many times as much if all weighed the same.
const LIGHTER: f64 = 4.0;
/// Over this share one part outweighs all others together.
const HEAVY: f64 = 0.5;
/// Of two parts one is always at least half.
const FEWEST: usize = 3;

/// Checks the weight of every cell, or with one axis of every dimension that says one.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    if questionnaire.has_grid() {
        cells(questionnaire, node, out);
    } else {
        tree(questionnaire, node, out);
    }
}

fn cells(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let count = questionnaire.cells.len();
    let sum: f64 = questionnaire.cells.iter().map(|cell| cell.weight).sum();
    let cell_at: HashMap<&[usize], usize> =
        questionnaire.cells.iter().enumerate().map(|(index, cell)| (cell.at.as_slice(), index)).collect();
    let mut written = vec![None; count];
    let by_id = by_id(questionnaire);
    for entry in list(node, "cells") {
        let cell = place(questionnaire, &by_id, entry).and_then(|at| cell_at.get(at.as_slice()).copied());
        if let Some(cell) = cell {
            written[cell] = Some(value(entry, "weight"));
        }
    }
    for (cell, span) in questionnaire.cells.iter().zip(written) {
        // Without a weight of its own, the weights of the others are what is odd.
        if let Some(span) = span {
            judge(cell.weight / sum, 1.0 / count as f64, count, span, || name(questionnaire, cell), out);
        }
    }
}

/// Where each dimension stands, by its id.
pub(super) fn by_id(questionnaire: &Questionnaire) -> HashMap<&str, usize> {
    questionnaire.dimensions.iter().enumerate().map(|(index, dimension)| (dimension.id.as_str(), index)).collect()
}

/// The dimensions that an entry under `cells:` names, in the order of the axes.
pub(super) fn place(questionnaire: &Questionnaire, by_id: &HashMap<&str, usize>, entry: &Node) -> Option<Vec<usize>> {
    let at = entry.field("at")?;
    let leaf = |axis: &crate::questionnaire::Axis| by_id.get(at.field_text(&axis.id)?).copied();
    questionnaire.axes.iter().map(leaf).collect()
}

/// With one axis: the share of a dimension is its share of the one above it.
fn tree(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let written = dimensions(node);
    let all = &questionnaire.dimensions;
    let mut shares = vec![(0.0, 0.0); all.len()];
    let tops = questionnaire.axes.iter().map(|axis| (axis.top.as_slice(), (1.0, 1.0)));
    let mut groups: Vec<(&[usize], (f64, f64))> = tops.collect();
    while let Some((siblings, (share, equal))) = groups.pop() {
        let sum: f64 = siblings.iter().map(|&one| all[one].weight).sum();
        for &one in siblings {
            shares[one] = (share * all[one].weight / sum, equal / siblings.len() as f64);
            groups.push((&all[one].children, shares[one]));
            let Some(weight) = written[one].field("weight") else { continue };
            let part = || format!("`{}`", all[one].id);
            let count = siblings.len().max(questionnaire.cells.len().min(FEWEST));
            judge(shares[one].0, shares[one].1, count, weight.span, part, out);
        }
    }
}

/// Reports a share of the overall that its weight makes slight or heavy, beside the share with equal weights.
fn judge(share: f64, equal: f64, count: usize, span: Span, part: impl Fn() -> String, out: &mut Diagnostics) {
    let percent = 100.0 * share;
    if share < SLIGHT && share * LIGHTER < equal {
        out.add(span, BalanceFinding::SlightWeight { part: part(), percent });
    } else if share > HEAVY && share > equal && count >= FEWEST {
        out.add(span, BalanceFinding::HeavyWeight { part: part(), percent });
    }
}
