//! What can come out of scoring: a score, too few answers, or not applicable. Never a number that means "unknown".

use crate::questionnaire::Questionnaire;

/// A count of questions: scored out of applicable ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Questions with a score.
    pub scored: u64,
    /// Questions that were asked and apply.
    pub applicable: u64,
}

impl Coverage {
    /// Scored ÷ applicable, 0–1; 1 where nothing applies.
    pub fn share(self) -> f64 {
        if self.applicable == 0 { 1.0 } else { self.scored as f64 / self.applicable as f64 }
    }

    /// Whether enough was answered to name a stage.
    pub fn bears_a_stage(self, q: &Questionnaire) -> bool {
        self.share() >= q.scoring.stage_coverage
    }

    /// Both counts together with those of another part.
    pub fn plus(self, other: Coverage) -> Coverage {
        Coverage { scored: self.scored + other.scored, applicable: self.applicable + other.applicable }
    }
}

/// The result for one part: a cell, a dimension, the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// A score, from 0 to the highest of the scale.
    Scored(f64),
    /// Questions apply, but too few of them were answered.
    TooFewAnswers(Coverage),
    /// No question applies.
    NotApplicable,
}

impl Outcome {
    /// The score, if there is one.
    pub fn score(self) -> Option<f64> {
        match self {
            Outcome::Scored(score) => Some(score),
            Outcome::TooFewAnswers(_) | Outcome::NotApplicable => None,
        }
    }

    pub(super) fn new(score: Option<f64>, coverage: Coverage) -> Outcome {
        match score {
            Some(score) => Outcome::Scored(score),
            None if coverage.applicable > 0 => Outcome::TooFewAnswers(coverage),
            None => Outcome::NotApplicable,
        }
    }
}

/// Where a score could lie if every unknown answer were the lowest or the highest; contains the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Every unknown at its lowest.
    pub low: f64,
    /// Every unknown at its highest.
    pub high: f64,
}

/// The ladder reading: a rung that is certainly reached, and the highest that unknown answers leave possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Reached for certain.
    pub at_least: u32,
    /// Reached if every unknown question stands on top.
    pub at_most: u32,
}

/// Everything about one part of a score card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The result.
    pub outcome: Outcome,
    /// The counts behind it.
    pub coverage: Coverage,
    /// Index of the stage, where the coverage suffices to name one.
    pub stage: Option<usize>,
    /// Where the score could lie; only when it was asked for and something applies.
    pub band: Option<Band>,
    /// The ladder reading; only when it was asked for and all questions share one ladder.
    pub step: Option<Step>,
}

/// The scores of one council in one wave.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreCard {
    /// Index of the group.
    pub group: usize,
    /// Respondents per role; the last is those without one.
    pub respondents: Vec<u32>,
    /// The whole.
    pub overall: Figure,
    /// The whole with every respondent weighing the same.
    pub pooled: Outcome,
    /// Every dimension, in the order of the questionnaire.
    pub dimensions: Vec<Figure>,
    /// Every cell, in the order of the questionnaire.
    pub cells: Vec<Figure>,
}

impl ScoreCard {
    /// All respondents.
    pub fn total_respondents(&self) -> u32 {
        self.respondents.iter().sum()
    }
}
