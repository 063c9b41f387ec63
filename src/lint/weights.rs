//! Weights that make a part of the overall score vanish, or leave no room for the rest.

use std::collections::HashMap;

use super::asked::name;
use super::places::{dimensions, list, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::{Cell, Questionnaire};
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

/// A part of the overall beside others.
struct Part {
    /// As people write it.
    name: String,
    weight: f64,
    /// Its share of the overall.
    share: f64,
    /// The same if all weighed the same.
    equal: f64,
    /// Where its weight stands, where it has one of its own.
    written: Option<Span>,
}

impl Part {
    /// Its share of the overall, in percent.
    fn percent(&self) -> f64 {
        100.0 * self.share
    }

    /// Whether its weight makes it too small to notice.
    fn is_slight(&self) -> bool {
        self.share < SLIGHT && self.share * LIGHTER < self.equal
    }
}

/// Checks the share of every cell, or with one axis of every dimension.
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
    let part = |(cell, written): (&Cell, Option<Span>)| Part {
        name: name(questionnaire, cell),
        weight: cell.weight,
        share: cell.weight / sum,
        equal: 1.0 / count as f64,
        written,
    };
    let parts: Vec<Part> = questionnaire.cells.iter().zip(written).map(part).collect();
    judge(&parts, count, None, out);
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

/// With one axis: the share of a dimension is its share of the one above it. What never has a score has none.
fn tree(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let (written, scored) = (dimensions(node), questionnaire.scored_dimensions());
    let all = &questionnaire.dimensions;
    let mut groups: Vec<(&[usize], Above)> = questionnaire
        .axes
        .iter()
        .map(|axis| (axis.top.as_slice(), Above { share: 1.0, equal: 1.0, place: None }))
        .collect();
    while let Some((siblings, above)) = groups.pop() {
        let siblings: Vec<usize> = siblings.iter().copied().filter(|&one| scored[one]).collect();
        let sum: f64 = siblings.iter().map(|&one| all[one].weight).sum();
        let part = |&one: &usize| Part {
            name: format!("`{}`", all[one].id),
            weight: all[one].weight,
            share: above.share * all[one].weight / sum,
            equal: above.equal / siblings.len() as f64,
            written: written[one].field("weight").map(|weight| weight.span),
        };
        let parts: Vec<Part> = siblings.iter().map(part).collect();
        let count = siblings.len().max(questionnaire.cells.len().min(FEWEST));
        judge(&parts, count, above.place, out);
        let heaviest = heaviest(&parts);
        for (part, &one) in parts.iter().zip(&siblings) {
            // What is slight has been reported with all that is in it.
            let place = place_of(part, heaviest, above.place).filter(|_| !part.is_slight());
            groups.push((&all[one].children, Above { share: part.share, equal: part.equal, place }));
        }
    }
}

/// The dimension above some others: its shares, and where the weight stands that makes them what they are.
#[derive(Clone, Copy)]
struct Above {
    share: f64,
    equal: f64,
    place: Option<Span>,
}

/// The greatest weight that is written among some parts.
fn heaviest(parts: &[Part]) -> Option<&Part> {
    let written = parts.iter().filter(|part| part.written.is_some());
    written.max_by(|one, other| one.weight.total_cmp(&other.weight))
}

/// Where the weight stands that makes a part count for little: its own, or else the greatest beside it, where that
/// outweighs it, or else the one that does so to the whole that it is part of.
fn place_of(part: &Part, heaviest: Option<&Part>, above: Option<Span>) -> Option<Span> {
    let heavier = heaviest.filter(|other| other.weight > part.weight);
    part.written.or_else(|| heavier?.written).or(above)
}

/// Reports the parts whose share of the overall their weight makes slight or heavy, beside the share with equal weights.
/// Those that one weight elsewhere makes slight are one problem, at that weight, and none where it is too heavy anyway.
fn judge(parts: &[Part], count: usize, above: Option<Span>, out: &mut Diagnostics) {
    let is_heavy = |part: &&Part| part.share > HEAVY && part.share > part.equal && count >= FEWEST;
    let heavy = parts.iter().find(is_heavy).and_then(|part| Some((part, part.written?)));
    if let Some((part, own)) = heavy {
        out.add(own, BalanceFinding::HeavyWeight { part: part.name.clone(), percent: part.percent() });
    }
    let heaviest = heaviest(parts);
    let mut outweighed: Vec<(Span, Vec<&Part>)> = Vec::new();
    for part in parts.iter().filter(|part| part.is_slight()) {
        if let Some(own) = part.written {
            out.add(own, BalanceFinding::SlightWeight { part: part.name.clone(), percent: part.percent() });
        } else if let Some(place) = place_of(part, heaviest, above) {
            match outweighed.iter_mut().find(|(at, _)| *at == place) {
                Some((_, parts)) => parts.push(part),
                None => outweighed.push((place, vec![part])),
            }
        }
    }
    for (place, parts) in outweighed.into_iter().filter(|(place, _)| heavy.is_none_or(|(_, at)| at != *place)) {
        let most = parts.iter().map(|part| part.percent()).fold(0.0, f64::max);
        let parts = parts.into_iter().map(|part| part.name.clone()).collect();
        out.add(place, BalanceFinding::Outweighed { parts, most });
    }
}
