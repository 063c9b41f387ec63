//! Choices in the order of their values: who reads from the first to the last should go up.

use super::places::{Ladder, ladders, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::yaml::Node;

/// Checks every list of which one is chosen, and reports its first choice that is worth less than the one before it.
pub(super) fn check(node: &Node, out: &mut Diagnostics) {
    for Ladder { choices, reversed } in ladders(node) {
        let worth = |choice: &Node| choice.field("value").and_then(|value| value.scalar()?.number());
        let pairs = || choices.windows(2).filter_map(|pair| Some((&pair[1], worth(&pair[0])?, worth(&pair[1])?)));
        // Where a low answer is the good one, the list may run down.
        if reversed && pairs().all(|(_, before, here)| before >= here) {
            continue;
        }
        if let Some((choice, _, _)) = pairs().find(|(_, before, here)| before > here) {
            let id = choice.field_text("id").unwrap_or_default().to_owned();
            out.add(value(choice, "value"), BalanceFinding::ValueFalls(id));
        }
    }
}
