//! The parts of a condition that could be left out: alternatives that let nobody in whom the others do not.

use super::solver::{Found, Solver, Who};
use crate::diagnostics::RouteFinding;
use crate::lint::places::{entries, items};
use crate::questionnaire::{Condition, Test};
use crate::sorting;
use crate::source::Span;
use crate::yaml::Node;

/// A condition of more parts than this is not taken apart.
const MOST_PARTS: usize = 200;

/// An alternative, with the place in the file.
struct Part {
    /// Which part of which part: from the whole condition down.
    path: Vec<usize>,
    /// What the part becomes when it is left out.
    without: bool,
    span: Span,
    /// The option, where the part is one of those after `is`.
    option: Option<String>,
}

/// Reports every alternative of a condition that somebody can meet which lets nobody in whom the others do not.
pub(super) fn check(
    solver: &mut Solver<'_>,
    condition: &Condition,
    node: &Node,
    mut add: impl FnMut(Span, RouteFinding),
) {
    let parts = alternatives(condition, node);
    for index in idle(solver, condition, &parts).0 {
        let Part { span, option, .. } = &parts[index];
        add(*span, option.clone().map_or(RouteFinding::PartWithoutEffect, RouteFinding::ChoiceWithoutEffect));
    }
}

/// The alternatives that make no difference, by index, and the condition without them.
fn idle(solver: &mut Solver<'_>, condition: &Condition, parts: &[Part]) -> (Vec<usize>, Condition) {
    let mut left = condition.clone();
    let mut idle: Vec<usize> = Vec::new();
    if parts.len() > MOST_PARTS {
        return (idle, left);
    }
    // From the end, so that of two that say the same the first one stays.
    let mut order: Vec<usize> = (0..parts.len()).rev().collect();
    // Of a part that can go as a whole, nothing is said of what is in it.
    sorting::by_key(&mut order, |&index| parts[index].path.len());
    for index in order {
        let Part { path, without, .. } = &parts[index];
        if idle.iter().any(|&gone| path.starts_with(&parts[gone].path)) {
            continue;
        }
        let mut shorter = left.clone();
        leave_out(&mut shorter, path, *without);
        if solver.can(Who::ANYBODY, &[(&left, true), (&shorter, false)]) == Found::Impossible {
            left = shorter;
            idle.push(index);
        }
    }
    (idle, left)
}

/// The alternatives: parts of an `any`, options of an `is`, and inside `not` the parts of an `all`.
fn alternatives(condition: &Condition, node: &Node) -> Vec<Part> {
    let mut found = Vec::new();
    collect(condition, node, true, &mut Vec::new(), &mut found);
    found
}

fn collect(condition: &Condition, node: &Node, positive: bool, path: &mut Vec<usize>, found: &mut Vec<Part>) {
    let Some(entry) = entries(node).first() else { return };
    match condition {
        Condition::Not(inner) => {
            path.push(0);
            collect(inner, &entry.value, !positive, path, found);
            path.pop();
        }
        Condition::All(parts) | Condition::Any(parts) if matches!(entry.key.text.as_str(), "all" | "any") => {
            let is_choice = matches!(condition, Condition::Any(_)) == positive;
            for (index, (part, node)) in parts.iter().zip(items(&entry.value)).enumerate() {
                path.push(index);
                if is_choice && parts.len() > 1 {
                    let span = entries(node).first().map_or(node.span, |entry| entry.key.span);
                    found.push(Part { path: path.clone(), without: !positive, span, option: None });
                }
                collect(part, node, positive, path, found);
                path.pop();
            }
        }
        // Several tests of one answer side by side.
        Condition::All(parts) => {
            for (index, part) in parts.iter().enumerate() {
                path.push(index);
                options(part, &entry.value, positive, path, found);
                path.pop();
            }
        }
        _ => options(condition, &entry.value, positive, path, found),
    }
}

fn options(condition: &Condition, tests: &Node, positive: bool, path: &mut Vec<usize>, found: &mut Vec<Part>) {
    let (Condition::Answer { test: Test::Is(options), .. }, true) = (condition, positive) else { return };
    let written = tests.field("is").map_or(&[][..], items);
    for (index, node) in written.iter().enumerate().filter(|_| options.len() > 1) {
        path.push(index);
        let option = node.scalar().map(|scalar| scalar.text.clone());
        found.push(Part { path: path.clone(), without: false, span: node.span, option });
        path.pop();
    }
}

/// Puts `without` in the place of a part; of the options after `is`, one goes.
fn leave_out(condition: &mut Condition, path: &[usize], without: bool) {
    match (condition, path) {
        (Condition::Not(inner), [_, rest @ ..]) => leave_out(inner, rest, without),
        (Condition::Answer { test: Test::Is(options), .. }, [index]) => {
            // The place of the others stays as it is.
            if let Some(option) = options.get_mut(*index) {
                *option = NO_OPTION;
            }
        }
        (whole, []) => *whole = if without { Condition::All(Vec::new()) } else { Condition::Any(Vec::new()) },
        (Condition::All(parts) | Condition::Any(parts), [index, rest @ ..]) => {
            if let Some(part) = parts.get_mut(*index) {
                leave_out(part, rest, without);
            }
        }
        (Condition::Answer { .. }, _) => {}
    }
}

/// Stands for an option that has been left out: no question has so many.
const NO_OPTION: usize = usize::MAX;

#[cfg(test)]
pub(super) mod tested {
    //! What the tests of routing see of it.

    use super::*;

    /// The condition without the parts that make no difference, and the same without one more, for each that is left.
    pub(in crate::lint::routes) fn shortened(
        solver: &mut Solver<'_>,
        condition: &Condition,
        node: &Node,
    ) -> (usize, Condition, Vec<Condition>) {
        let parts = alternatives(condition, node);
        let (idle, left) = idle(solver, condition, &parts);
        let stays = parts.iter().filter(|part| !idle.iter().any(|&gone| part.path.starts_with(&parts[gone].path)));
        let one_less = |part: &Part| {
            let mut shorter = left.clone();
            leave_out(&mut shorter, &part.path, part.without);
            cleaned(shorter)
        };
        (idle.len(), cleaned(left.clone()), stays.map(one_less).collect())
    }

    /// Without the options that have been left out, which nobody else knows.
    fn cleaned(condition: Condition) -> Condition {
        match condition {
            Condition::All(parts) => Condition::All(parts.into_iter().map(cleaned).collect()),
            Condition::Any(parts) => Condition::Any(parts.into_iter().map(cleaned).collect()),
            Condition::Not(inner) => Condition::Not(Box::new(cleaned(*inner))),
            Condition::Answer { column, test: Test::Is(options) } => {
                let options = options.into_iter().filter(|&option| option != NO_OPTION).collect();
                Condition::Answer { column, test: Test::Is(options) }
            }
            other => other,
        }
    }
}
