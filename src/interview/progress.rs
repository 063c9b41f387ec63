//! How far a respondent is, per dimension. One definition: answered, don't know and not applicable are done.

use super::Interview;

/// How far one dimension is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Index of the dimension; a leaf.
    pub dimension: usize,
    /// Columns with an answer, "don't know" and "not applicable" among them.
    pub done: usize,
    /// Columns that are asked.
    pub asked: usize,
}

impl Interview<'_> {
    /// How far every leaf dimension is in which something is asked, in the order of the questionnaire.
    pub fn progress(&self) -> Vec<Progress> {
        let of = |dimension: usize| {
            let here = |column: &usize| self.questionnaire.question_of(*column).at.contains(&dimension);
            let columns: Vec<usize> = self.columns().filter(here).collect();
            let done = columns.iter().filter(|&&column| self.answer(column).is_some()).count();
            Progress { dimension, done, asked: columns.len() }
        };
        (0..self.questionnaire.dimensions.len()).map(of).filter(|one| one.asked > 0).collect()
    }
}
