//! Which of the questions are counted: all, or those that several groups have in common.

use crate::questionnaire::Questionnaire;

/// Some of the questions of a questionnaire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selection {
    /// Only those of the quick scan.
    pub quick_only: bool,
    /// Only those that answers of this age have; see [`Questionnaire::age`]. 0 is all.
    pub age: u16,
}

impl Selection {
    /// What is in both.
    pub fn and(self, other: Selection) -> Selection {
        Selection { quick_only: self.quick_only || other.quick_only, age: self.age.max(other.age) }
    }

    /// Whether a question is in it.
    pub fn has(self, questionnaire: &Questionnaire, question: usize) -> bool {
        let quick = !self.quick_only || questionnaire.questions[question].quick;
        quick && self.age <= questionnaire.age_limit(question)
    }

    /// How many scored questions are in it.
    pub fn questions(self, questionnaire: &Questionnaire) -> usize {
        let scored = |question: &usize| questionnaire.questions[*question].kind.is_scored();
        (0..questionnaire.questions.len()).filter(scored).filter(|&question| self.has(questionnaire, question)).count()
    }
}
