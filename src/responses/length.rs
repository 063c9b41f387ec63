//! What somebody has before them, by who they are: how many questions, and how long those take.

use super::voice::Voice;
use crate::language::length::{Depends, Length};
use crate::questionnaire::{Question, Questionnaire, minutes_for};

/// How much is asked of somebody; where it is not settled who answers, of whoever is asked most.
///
/// The minutes of the whole are those that the questionnaire states. For a part of it they are counted, and never more
/// than those; where it states none, nobody knows how long its questions take.
pub fn length(questionnaire: &Questionnaire, voice: Option<Voice>, quick: bool) -> Length {
    let everything = &questionnaire.questions;
    let role = voice.and_then(Voice::role);
    let asked: Vec<&Question> = everything.iter().filter(|question| question.is_meant_for(role, quick)).collect();
    let minutes = questionnaire.minutes.map(|stated| {
        if asked.len() == everything.len() { stated } else { stated.min(minutes_for(asked.iter().copied())) }
    });
    let roles = 0..questionnaire.roles.len();
    let all_alike = roles.clone().all(|role| asked.iter().all(|question| question.is_meant_for(Some(role), quick)));
    let depends = if voice.is_none() && !all_alike {
        Depends::Role
    } else if asked.iter().any(|question| question.when.is_some()) {
        Depends::Answers
    } else {
        Depends::Nothing
    };
    Length { questions: asked.len(), minutes, depends }
}
