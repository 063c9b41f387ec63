//! Bounds that no answer is on the right side of: of advice that nobody gets, or everybody, and of evidence that is never
//! asked for.

use super::places::{items, key, list, value};
use super::stages::least;
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::{Missing, Part, Question, Questionnaire};
use crate::yaml::Node;

/// Checks the advice and the evidence of every question.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for (index, (question, written)) in questionnaire.questions.iter().zip(list(node, "questions")).enumerate() {
        advice(questionnaire, question, written, out);
        let columns = questionnaire.columns.iter().filter(|column| column.question == index);
        evidence(question, columns.map(|column| column.part), written, out);
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

/// A number has no highest answer: of it nothing can be said.
fn evidence(question: &Question, parts: impl Iterator<Item = Part>, written: &Node, out: &mut Diagnostics) {
    let Some(from) = question.evidence_from else { return };
    let Some(highest) = parts.filter_map(|part| question.kind.most(part)).reduce(f64::max) else { return };
    if from > highest {
        let place = written.field("evidence").map_or_else(|| key(written, "evidence"), |node| value(node, "from"));
        out.add(place, BalanceFinding::EvidenceOfNothing(highest));
    }
}
