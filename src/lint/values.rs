//! Choices in the order of their values: who reads from the first to the last should go up.

use super::places::{choice_lists, items, list, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::yaml::{Node, Scalar};

/// Yes before no is how people say it.
const PAIR: usize = 2;

/// Checks every list of choices of which one is chosen.
pub(super) fn check(node: &Node, out: &mut Diagnostics) {
    let questions = list(node, "questions");
    let multiple = |question: &&Node| question.field_text("type") == Some("multiple");
    let reversed = |question: &Node| question.field("reverse").and_then(Node::scalar).is_some_and(is_true);
    // By where they start: the lists that are boxes, and those of which a low answer is the good one.
    let start = |choices: &[Node]| choices.first().map(|choice| choice.span);
    let mut boxes = std::collections::BTreeSet::new();
    let mut turned = std::collections::BTreeSet::new();
    let shared = node.field("choices");
    for question in questions {
        let choices = match question.field("choices") {
            Some(own) if !items(own).is_empty() => items(own),
            Some(name) => name.scalar().and_then(|name| shared?.field(&name.text)).map_or(&[][..], items),
            None => continue,
        };
        if multiple(&question) {
            boxes.insert(start(choices));
        }
        if reversed(question) {
            turned.insert(start(choices));
        }
    }
    for choices in choice_lists(node).filter(|choices| choices.len() > PAIR) {
        if !boxes.contains(&start(choices)) {
            falls(choices, turned.contains(&start(choices)), out);
        }
    }
}

/// Reports the first choice that is worth less than the one before it. For a reversed question all may fall.
fn falls(choices: &[Node], reversed: bool, out: &mut Diagnostics) {
    let worth = |choice: &Node| choice.field("value").and_then(|value| value.scalar()?.number());
    let pairs = || choices.windows(2).filter_map(|pair| Some((&pair[1], worth(&pair[0])?, worth(&pair[1])?)));
    if reversed && pairs().all(|(_, before, here)| before >= here) {
        return;
    }
    if let Some((choice, _, _)) = pairs().find(|(_, before, here)| before > here) {
        let id = choice.field_text("id").unwrap_or_default().to_owned();
        out.add(value(choice, "value"), BalanceFinding::ValueFalls(id));
    }
}

fn is_true(scalar: &Scalar) -> bool {
    scalar.text == "true"
}
