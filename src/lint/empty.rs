//! Dimensions and cells where no scored question stands, and what would need one there.

use std::collections::BTreeSet;

use super::places::{dimensions, entries, list, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::Questionnaire;
use crate::yaml::Node;

/// A grid of more cells than this is not walked.
const MOST_CELLS: usize = 10_000;

/// Checks every dimension, and every place where dimensions of several axes cross.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let (scored, asked) = (questionnaire.scored_dimensions(), questionnaire.asked_dimensions());
    let written = dimensions(node);
    for (index, dimension) in questionnaire.dimensions.iter().enumerate().filter(|(index, _)| !scored[*index]) {
        // Of an empty one, the parts below it are empty for the same reason.
        if dimension.parent.is_none_or(|parent| scored[parent]) {
            let id = dimension.id.clone();
            let texts_only = asked[index];
            let finding = if texts_only { BalanceFinding::OnlyTexts(id) } else { BalanceFinding::EmptyDimension(id) };
            out.add(value(written[index], "id"), finding);
        }
    }
    aims(questionnaire, node, &scored, out);
    if questionnaire.has_grid() {
        crossings(questionnaire, &written, &scored, out);
        weights(questionnaire, node, out);
    }
}

/// Reports aims at a dimension that never has a score.
fn aims(questionnaire: &Questionnaire, node: &Node, scored: &[bool], out: &mut Diagnostics) {
    for (target, written) in questionnaire.targets.iter().zip(list(node, "targets")) {
        let written = written.field("aims").map_or(&[][..], entries);
        for (aim, entry) in target.aims.iter().zip(written).filter(|(aim, _)| !scored[aim.dimension]) {
            let dimension = questionnaire.dimensions[aim.dimension].id.clone();
            out.add(entry.key.span, BalanceFinding::AimAtNothing(dimension));
        }
    }
}

/// Reports cells without scored questions, where most cells have some: a grid of few questions is meant to be open.
fn crossings(questionnaire: &Questionnaire, written: &[&Node], scored: &[bool], out: &mut Diagnostics) {
    let is_leaf = |index: &usize| questionnaire.dimensions[*index].children.is_empty() && scored[*index];
    let leaves = |axis: usize| -> Vec<usize> {
        let all = 0..questionnaire.dimensions.len();
        all.filter(|&index| questionnaire.dimensions[index].axis == axis).filter(is_leaf).collect()
    };
    let axes: Vec<Vec<usize>> = (0..questionnaire.axes.len()).map(leaves).collect();
    let all = axes.iter().try_fold(1usize, |count, axis| count.checked_mul(axis.len()));
    let filled: BTreeSet<&[usize]> = questionnaire.cells.iter().map(|cell| cell.at.as_slice()).collect();
    if all.is_none_or(|all| all > MOST_CELLS || all >= 2 * filled.len()) {
        return;
    }
    let crossed = axes[1..].iter().fold(vec![Vec::new()], |places: Vec<Vec<usize>>, axis| {
        let longer = |place: &Vec<usize>| axis.iter().map(|&leaf| [place.as_slice(), &[leaf]].concat()).collect();
        places.iter().flat_map(|place| -> Vec<Vec<usize>> { longer(place) }).collect()
    });
    let id = |index: &usize| questionnaire.dimensions[*index].id.as_str();
    for &leaf in &axes[0] {
        let empty = crossed.iter().filter(|place| !filled.contains([&[leaf], place.as_slice()].concat().as_slice()));
        let others: Vec<String> = empty.map(|place| place.iter().map(id).collect::<Vec<_>>().join(" × ")).collect();
        if !others.is_empty() {
            let finding = BalanceFinding::EmptyCells { dimension: id(&leaf).to_owned(), others };
            out.add(value(written[leaf], "id"), finding);
        }
    }
}

/// Reports weights of cells without scored questions.
fn weights(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let scored: BTreeSet<&[usize]> = questionnaire.cells.iter().map(|cell| cell.at.as_slice()).collect();
    let by_id = super::weights::by_id(questionnaire);
    for written in list(node, "cells") {
        if super::weights::place(questionnaire, &by_id, written).is_none_or(|at| !scored.contains(at.as_slice())) {
            out.add(value(written, "at"), BalanceFinding::WeightOfNothing);
        }
    }
}
