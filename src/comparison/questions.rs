//! What a council answers to each question, and whether that may be shown.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use crate::scores::{QuestionValue, question_values};

impl Batch<'_> {
    /// The value of every item for one group, by the index of the item.
    pub fn question_values(&self, group: usize) -> Vec<QuestionValue> {
        question_values(self.rubric(), self.rows_of(group))
    }

    /// How many respondents of a group were asked each question, by the index of the question.
    pub(super) fn asked_by_question(&self, group: usize) -> Vec<u32> {
        let mut counts = vec![0; self.rubric().questionnaire().questions.len()];
        let mut asked = Vec::new();
        for row in self.rows_of(group) {
            self.rubric().asked(row, &mut asked);
            for (count, &asked) in counts.iter_mut().zip(&asked) {
                *count += u32::from(asked);
            }
        }
        counts
    }

    /// Whether the value of a question may be shown by itself. That of a council is shown whatever its size, but the
    /// answers of a few people to one question are theirs. With a small role, questions that not the same people answered
    /// differ by what that role said, so the public sees them only where everyone answered all of the cell.
    ///
    /// # Errors
    /// [`Withheld`] when too few answered, or too few of a role.
    pub fn question_shown(&self, group: usize, value: QuestionValue, audience: Audience) -> Result<(), Withheld> {
        let group = self.group(group);
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        let in_the_room = audience == Audience::Workshop;
        let may = match value.together {
            true => value.asked >= minimum,
            false => value.answered >= minimum && (in_the_room || value.alike || value.fewest >= minimum),
        };
        if (in_the_room && group.shown_by_role) || may { Ok(()) } else { Err(Withheld::FewRespondents { minimum }) }
    }
}
