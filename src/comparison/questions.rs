//! What a council as a whole answers to each question. Unlike a cell, a question has no minimum of answers.

use super::audience::{Audience, Withheld};
use super::batch::Batch;
use crate::responses::Chunk;
use crate::scores::{ItemState, Rubric, Tally};

/// What one group answers to one scored item.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct QuestionValue {
    /// Mean over the means of the roles, on the scale; `None` where nobody gave an answer that counts.
    pub value: Option<f64>,
    /// Respondents who were asked.
    pub asked: u32,
}

/// The value of every item for one group, by the index of the item: the mean over its role means, each role weighing
/// what the questionnaire says. Taken from the rows themselves, because numbers and ticked boxes have no distribution.
pub fn question_values(rubric: &Rubric<'_>, chunks: &[Chunk], group: usize) -> Vec<QuestionValue> {
    let q = rubric.questionnaire();
    let roles = q.roles.len() + 1;
    let mut sums = vec![(0.0, 0u32); q.items.len() * roles];
    let mut values = vec![QuestionValue::default(); q.items.len()];
    let mut asked = Vec::new();
    let own = chunks.iter().flat_map(Chunk::rows);
    for row in own.filter(|row| row.head.group as usize == group) {
        rubric.asked(row, &mut asked);
        let role = usize::from(row.head.role).min(roles - 1);
        for (item, value) in values.iter_mut().enumerate() {
            let state = rubric.item(item, row, &asked);
            value.asked += u32::from(state != ItemState::NotAsked);
            if let ItemState::Scored { value, .. } = state {
                let sum = &mut sums[item * roles + role];
                sum.0 += value;
                sum.1 += 1;
            }
        }
    }
    for (item, value) in values.iter_mut().enumerate() {
        let (mut weighted, mut weights) = (0.0, 0.0);
        for (role, &(sum, count)) in sums[item * roles..(item + 1) * roles].iter().enumerate() {
            if count > 0 {
                let weight = Tally::role_weight(q, role, count);
                weighted += weight * sum / f64::from(count);
                weights += weight;
            }
        }
        value.value = (weights > 0.0).then(|| weighted / weights * q.scale.max);
    }
    values
}

impl Batch<'_> {
    /// How many respondents of a group were asked each question, by the index of the question.
    pub(super) fn asked_by_question(&self, group: usize) -> Vec<u32> {
        let mut counts = vec![0; self.rubric().questionnaire().questions.len()];
        let mut asked = Vec::new();
        for row in self.chunks().iter().flat_map(Chunk::rows).filter(|row| row.head.group as usize == group) {
            self.rubric().asked(row, &mut asked);
            for (count, &asked) in counts.iter_mut().zip(&asked) {
                *count += u32::from(asked);
            }
        }
        counts
    }

    /// Whether the value of a question may be shown by itself. That of a council is shown whatever its size, but the
    /// answers of a few people to one question are theirs.
    ///
    /// # Errors
    /// [`Withheld`] when too few were asked.
    pub fn question_shown(&self, group: usize, value: QuestionValue, audience: Audience) -> Result<(), Withheld> {
        let group = self.group(group);
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        let in_the_room = audience == Audience::Workshop && group.shown_by_role;
        if in_the_room || value.asked >= minimum {
            return Ok(());
        }
        Err(Withheld::FewRespondents { minimum })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::responses::{Intake, read_table};
    use crate::source::Sources;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: klein\nversion: 1.0.0\nlanguages: [nl]\ntitle: Klein\n\
        scale: {max: 4}\naxes:\n  - id: as\n    title: As\n    dimensions: [{id: een, title: Een}]\n\
        roles: [{id: ict, title: ICT}, {id: dienst, title: Dienst}]\nquestions:\n\
        \x20 - {id: v1, at: {as: een}, ask: Hoeveel?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: v2, at: {as: een}, ask: Hoe veel procent?, type: number, from: 0, to: 100}\n\
        \x20 - {id: v3, at: {as: een}, ask: Mag het?, type: yes-no, roles: [ict]}\n";

    #[test]
    fn a_question_is_the_mean_of_its_role_means() {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("klein.yaml", QUESTIONNAIRE);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
        let table = "council,role,v1,v2,v3\na,ict,1,50,yes\na,ict,2,?,\na,dienst,4,100,\nb,ict,0,0,no\n";
        let file = sources.add("a.csv", table);
        let mut intake = Intake::new(&q);
        read_table(file, &sources, &mut intake, &mut out);
        let responses = intake.finish();
        let rubric = Rubric::new(&q);
        let values = question_values(&rubric, &responses.chunks, 0);
        // v1: ict (1 + 2) ÷ 2 = 1.5, dienst 4, mean 2.75; v2: ict 50 % of 4 = 2, dienst 4, mean 3; v3: ict only, yes = 4.
        let found: Vec<(Option<f64>, u32)> = values.iter().map(|value| (value.value, value.asked)).collect();
        assert_eq!(found, [(Some(2.75), 3), (Some(3.0), 3), (Some(4.0), 2)]);
        assert_eq!(question_values(&rubric, &responses.chunks, 7)[0], QuestionValue::default());
    }
}
