//! What a partner does for a council, as its people say, and of which questions that may be told. No text.

use std::collections::BTreeSet;

use super::audience::Audience;
use super::batch::Batch;

/// The questions with an answer that a partner does it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViaPartner {
    /// The questions, by index.
    pub questions: Vec<usize>,
    /// Where not every question is counted: only those asked of at least this many respondents are.
    pub asked_of: Option<u32>,
}

impl Batch<'_> {
    /// The questions of which at least one answer of a group, its consensus among them, says that a partner does it, as
    /// far as an audience may know. The rest is not counted at all, so that nothing shows whether there is any.
    pub fn via_partner_shown(&self, group: usize, audience: Audience) -> ViaPartner {
        let q = self.rubric().questionnaire();
        let mut asked_of = vec![0; q.questions.len()];
        let mut said = BTreeSet::new();
        let mut asked = Vec::new();
        for row in self.rows_of(group) {
            self.rubric().asked(row, &mut asked);
            // What was answered without being asked is not scored, and not told of either.
            said.extend(row.via_partner().map(|column| q.columns[column].question).filter(|&one| asked[one]));
            // All together are nobody more.
            if usize::from(row.head.role) != self.tally().consensus() {
                asked_of.iter_mut().zip(&asked).for_each(|(count, &asked)| *count += u32::from(asked));
            }
        }
        let in_the_room = audience == Audience::Workshop;
        if in_the_room && self.group(group).shown_by_role {
            return ViaPartner { questions: said.into_iter().collect(), asked_of: None };
        }
        let minimum = q.scoring.minimum_group.respondents;
        let respondents = self.group(group).respondents;
        // In the room a question to everyone says nothing about the role of who answered.
        let may_be_told = |&one: &usize| asked_of[one] >= minimum || (in_the_room && asked_of[one] == respondents);
        ViaPartner { questions: said.into_iter().filter(may_be_told).collect(), asked_of: Some(minimum) }
    }
}
