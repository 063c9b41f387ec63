//! Bounds that no answer is on the right side of: of advice that nobody gets, or everybody, and of evidence that is never
//! asked for.

use super::places::{items, key, list, value};
use super::stages::least;
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::{Kind, Missing, Question, Questionnaire};
use crate::yaml::Node;

/// Checks the advice and the evidence of every question.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for (question, written) in questionnaire.questions.iter().zip(list(node, "questions")) {
        advice(questionnaire, question, written, out);
        evidence(question, written, out);
    }
}

fn advice(questionnaire: &Questionnaire, question: &Question, written: &Node, out: &mut Diagnostics) {
    let (scoring, highest) = (&questionnaire.scoring, questionnaire.scale.max);
    let lowest = if scoring.missing == Missing::Zero { 0.0 } else { least(question) * highest };
    let mut before: Vec<f64> = Vec::new();
    for piece in written.field("advice").map_or(&[][..], items) {
        let Some(below) = piece.field("below").and_then(|node| node.scalar()?.number()) else { continue };
        let bound = scoring.comparable(below);
        let finding = if scoring.comparable(lowest) >= bound {
            Some(BalanceFinding::AdviceForNobody(lowest))
        } else if scoring.comparable(highest) < bound {
            Some(BalanceFinding::AdviceForAll(highest))
        } else {
            before.contains(&below).then_some(BalanceFinding::AdviceTwice)
        };
        before.push(below);
        if let Some(finding) = finding {
            out.add(value(piece, "below"), finding);
        }
    }
}

/// A number has no highest answer, and boxes are ticked one by one: of these nothing can be said.
fn evidence(question: &Question, written: &Node, out: &mut Diagnostics) {
    let Some(from) = question.evidence_from else { return };
    if matches!(question.kind, Kind::Number { .. } | Kind::Multiple { .. } | Kind::Text) {
        return;
    }
    let values = question.kind.options().into_iter().filter_map(|(_, value)| value);
    let highest = values.fold(f64::NEG_INFINITY, f64::max);
    if from > highest {
        let place = written.field("evidence").map_or_else(|| key(written, "evidence"), |node| value(node, "from"));
        out.add(place, BalanceFinding::EvidenceOfNothing(highest));
    }
}
