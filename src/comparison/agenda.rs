//! Which questions are worth a conversation, and what of their answers an audience may see.
//!
//! The answers of a few people to one question are theirs. From a mean and an average deviation of five answers one can
//! work out what the five are, so the public reads which questions they are and nothing else. Even that, beside the score,
//! can tell what a small role said: everyone else has to be where they are for people to lie so far apart. So the public
//! reads of questions that enough people of every role answered only. In the room a question is
//! shown with all its answers, from the minimum of answers on; where every respondent agreed to be shown by role, from two
//! on, and with its roles.

use super::agreement::Agreement;
use super::audience::{Audience, Withheld};
use super::batch::Batch;
use crate::sorting;

/// The most questions on an agenda.
pub const TOPICS: usize = 5;

/// The questions that a council should talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// Those that lie furthest apart, at most [`TOPICS`], the furthest first. The public sees those only that lie beyond
    /// their cut-off; the room sees also the widest of the others, but none on which all agree.
    pub topics: Vec<Topic>,
    /// How many questions lie beyond their cut-off, of those that were considered.
    pub apart: usize,
    /// How many were considered: those with enough answers, for the public of every role that gave any.
    pub considered: usize,
}

/// One question on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Index of the column.
    pub column: usize,
    /// Its answers, where the audience may see them; without the gap between roles where it may not see that.
    pub answers: Option<Agreement>,
}

impl Batch<'_> {
    /// The agenda of a group for an audience. What lies further beyond its cut-off comes first; of equals (at nine
    /// decimals) the one that comes first in the questionnaire.
    ///
    /// # Errors
    /// [`Withheld`] with one respondent, who has nobody to differ from, and where no question has enough answers.
    pub fn agenda(&self, group: usize, audience: Audience) -> Result<Agenda, Withheld> {
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        if self.group(group).respondents < 2 {
            return Err(Withheld::NothingToCompare);
        }
        let agreed = audience == Audience::Workshop && self.group(group).shown_by_role;
        let least = if agreed { 2 } else { minimum };
        let public = audience == Audience::Public;
        let enough = |one: &Agreement| if public { one.fewest >= least } else { one.answers >= least };
        let considered = self.agreement(group).into_iter().filter(|one| one.answers > 0 && enough(one));
        let considered = considered.map(|one| if agreed { one } else { Agreement { gap: None, ..one } });
        let mut ranked: Vec<(i64, Agreement)> =
            considered.map(|one| (billionths(one.strain_with_roles()), one)).collect();
        if ranked.is_empty() {
            return Err(Withheld::FewRespondents { minimum: least });
        }
        // A stable sort: what is equal stays in the order of the questionnaire.
        sorting::by_key(&mut ranked, |(strain, _)| -strain);
        let (all, beyond) = (ranked.len(), billionths(1.0));
        let apart = ranked.iter().filter(|(strain, _)| *strain > beyond).count();
        let from = if audience == Audience::Workshop { 0 } else { beyond };
        let chosen = ranked.into_iter().filter(|(strain, _)| *strain > from).take(TOPICS);
        let topics = chosen
            .map(|(_, one)| Topic { column: one.column, answers: (audience == Audience::Workshop).then_some(one) });
        Ok(Agenda { topics: topics.collect(), apart, considered: all })
    }
}

fn billionths(strain: f64) -> i64 {
    (strain * 1e9).round() as i64
}

#[cfg(test)]
mod tests;
