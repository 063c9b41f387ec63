//! What a council answers to each question, and whether that may be shown.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use crate::scores::{QuestionValue, question_values};

impl Batch<'_> {
    /// The value of every item for one group, by the index of the item.
    pub fn question_values(&self, group: usize) -> Vec<QuestionValue> {
        question_values(self.rubric(), self.rows_of(group))
    }

    /// Whether the value of a question may be shown by itself: where everyone was asked it is a figure of the whole
    /// group, where only some were it is one of a part.
    ///
    /// # Errors
    /// [`Withheld`] when too few were asked.
    pub fn question_shown(&self, group: usize, value: QuestionValue, audience: Audience) -> Result<(), Withheld> {
        let group = self.group(group);
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        let in_the_room = audience == Audience::Workshop && group.shown_by_role;
        if in_the_room || value.asked == group.respondents || value.asked >= minimum {
            return Ok(());
        }
        Err(Withheld::FewRespondents { minimum })
    }
}
