//! Stages of the scale that no score can fall in.

use super::places::{list, value};
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::{Choice, Kind, Missing, Question, Questionnaire, Range};
use crate::yaml::Node;

/// Checks every stage that has another above it: up to there it must have room.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let written = node.field("scale").map_or(&[][..], |scale| list(scale, "stages"));
    let lowest = lowest_score(questionnaire);
    let scoring = &questionnaire.scoring;
    for (stages, node) in questionnaire.scale.stages.windows(2).zip(written) {
        let [stage, next] = stages else { continue };
        let span = value(node, "from");
        if scoring.comparable(stage.from) == scoring.comparable(next.from) {
            out.add(span, BalanceFinding::StageWithoutRoom(stage.id.clone()));
        } else if scoring.comparable(lowest) >= scoring.comparable(next.from) {
            out.add(span, BalanceFinding::StageBelowAllScores { stage: stage.id.clone(), lowest });
        }
    }
}

/// No score is lower than this: a mean is never under the least that any of its questions can be worth.
fn lowest_score(questionnaire: &Questionnaire) -> f64 {
    if questionnaire.scoring.missing == Missing::Zero {
        return 0.0;
    }
    let scored = questionnaire.questions.iter().filter(|question| question.kind.is_scored());
    scored.map(least).fold(1.0, f64::min) * questionnaire.scale.max
}

/// The least that an answer to a question can be worth, 0 to 1: nothing, except where the lowest choice has a value.
pub(super) fn least(question: &Question) -> f64 {
    match &question.kind {
        Kind::Choice { choices, range: Range::FromZero } | Kind::Grid { choices, range: Range::FromZero, .. } => {
            let values = || choices.iter().filter_map(|choice: &Choice| choice.value);
            values().fold(f64::INFINITY, f64::min) / values().fold(0.0, f64::max)
        }
        _ => 0.0,
    }
}
