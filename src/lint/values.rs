//! Choices in the order of their values: who reads from the first to the last should go up. And lists of them that no
//! question takes.

use std::collections::BTreeSet;

use super::places::{Ladder, entries, ladders, list, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::yaml::Node;

/// Checks every list of which one is chosen, and reports its first choice that is worth less than the one before it, or
/// else its first that is worth as much.
pub(super) fn check(node: &Node, out: &mut Diagnostics) {
    for Ladder { choices, reversed } in ladders(node) {
        let worth = |choice: &Node| choice.field("value").and_then(|value| value.scalar()?.number());
        let pairs = || choices.windows(2).filter_map(|pair| Some((&pair[1], worth(&pair[0])?, worth(&pair[1])?)));
        // Where a low answer is the good one, the list may run down.
        let may_fall = reversed && pairs().all(|(_, before, here)| before >= here);
        let falls = pairs().find(|(_, before, here)| before > here && !may_fall);
        let stays = || pairs().find(|(_, before, here)| before == here);
        let Some((choice, before, here)) = falls.or_else(stays) else { continue };
        let id = choice.field_text("id").unwrap_or_default().to_owned();
        let finding = if before > here { BalanceFinding::ValueFalls(id) } else { BalanceFinding::ValueStays(id) };
        out.add(value(choice, "value"), finding);
    }
    unused(node, out);
}

/// Reports shared lists that no question takes: nobody can ever choose from them.
fn unused(node: &Node, out: &mut Diagnostics) {
    let named: BTreeSet<&str> =
        list(node, "questions").iter().filter_map(|question| question.field_text("choices")).collect();
    for shared in node.field("choices").map_or(&[][..], entries) {
        let name = shared.key.text.as_str();
        if !named.contains(name) {
            out.add(shared.key.span, BalanceFinding::UnusedChoices(name.to_owned()));
        }
    }
}
