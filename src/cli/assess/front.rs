//! What the interview needs of whoever talks with the respondent: plain lines or a drawn screen.

use peil::interview::{Input, Interview, Refused};
use peil::language::{Language, interview as words};

use super::councils::Listed;
use crate::failure::Failure;

/// Why the conversation ends before its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// The respondent is gone: the input ended, or it was interrupted.
    Gone,
    /// peil cannot go on.
    Failed(Box<Failure>),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        Stop::Failed(Box::new(failure))
    }
}

/// What the respondent wants now.
pub(super) enum Turn {
    /// Something in the interview.
    Do(Input),
    /// To correct what was given before the first question.
    Correct,
    /// To go on later.
    Quit,
    /// Nothing more: the respondent was interrupted.
    Stop,
}

/// One who talks with the respondent.
pub(super) trait Front {
    /// Says what happens with the answers, before anything is asked.
    fn opening(&mut self, paragraphs: &[String]) -> Result<(), Stop>;
    /// Says something.
    fn say(&mut self, text: &str) -> Result<(), Stop>;
    /// Asks for a line; may be empty.
    fn ask(&mut self, prompt: &str) -> Result<String, Stop>;
    /// Asks for one of these, by index.
    fn pick(&mut self, prompt: &str, options: &[String]) -> Result<usize, Stop>;
    /// Asks for one council of a list, by index.
    fn find(&mut self, list: &[Listed]) -> Result<usize, Stop>;
    /// Asks for yes or no.
    fn confirm(&mut self, prompt: &str) -> Result<bool, Stop>;
    /// Shows where the interview is and asks what to do.
    fn turn(&mut self, interview: &Interview<'_>) -> Result<Turn, Stop>;
    /// Says why something cannot be done.
    fn refused(&mut self, why: Refused) -> Result<(), Stop>;
    /// Says the last words, which stay in sight.
    fn part(&mut self, text: &str) -> Result<(), Stop>;
}

/// Why something cannot be done, in words.
pub(super) fn why_not(l: Language, why: Refused) -> &'static str {
    match why {
        Refused::NoSuchOption => words::no_such_option(l),
        Refused::NotTogether => words::not_together(l),
        Refused::NotOffered => words::not_offered(l),
        Refused::ReasonNeeded => words::reason_needed(l),
        Refused::NothingBefore => words::nothing_before(l),
        Refused::NotAsked => words::not_asked(l),
        Refused::NotHere | Refused::NotANumber | Refused::NoWords => words::not_understood(l),
    }
}
