//! Choices in the order of their values: who reads from the first to the last should go up. And lists of them that no
//! question takes.

use std::collections::BTreeSet;

use super::places::{Ladder, entries, ladders, list, value};
use super::states::no_states;
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::Questionnaire;
use crate::yaml::Node;

/// Checks every ladder, and reports its first choice that is worth less than the one before it, or else its first that is
/// worth as much. A choice that is no state has no place in that order, and is told of for what it is.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for Ladder { choices, reversed } in ladders(node).into_iter().filter(Ladder::has_steps) {
        let no_states = no_states(choices, &questionnaire.languages);
        let states = choices.iter().zip(&no_states).filter(|(_, no_state)| no_state.is_none());
        let choices: Vec<&Node> = states.map(|(choice, _)| choice).collect();
        let worth = |choice: &Node| choice.field("value").and_then(|value| value.scalar()?.number());
        let pairs = || choices.windows(2).filter_map(|pair| Some((pair[1], worth(pair[0])?, worth(pair[1])?)));
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
