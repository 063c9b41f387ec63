//! What a respondent can do, and what comes of it.

/// One thing that a respondent does.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Picks an option, by its index among all options of the question.
    Choose(usize),
    /// Ticks exactly these boxes; none is an answer too.
    Tick(Vec<usize>),
    /// Gives a number.
    Number(f64),
    /// Gives a text.
    Text(String),
    /// Does not know.
    DontKnow,
    /// Says that it does not apply, and why; an empty reason is none.
    NotApplicable(String),
    /// Goes on without changing the answer.
    Skip,
    /// Goes back to the question before.
    Back,
    /// Goes to a column that is asked.
    Go(usize),
    /// Says that a partner does it, or takes that back.
    Partner,
    /// Writes a comment, or with an empty text takes it away.
    Comment(String),
    /// Says what shows the answer, or with an empty text takes that away.
    Evidence(String),
    /// Takes the answer away; what was written beside it stays.
    Clear,
    /// Is done.
    Finish,
}

/// Why something cannot be done here. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The question takes another kind of answer, or this is no question.
    NotHere,
    /// There is no such option.
    NoSuchOption,
    /// A box that stands alone, together with others.
    NotTogether,
    /// "Not applicable" is not offered.
    NotOffered,
    /// A reason is needed.
    ReasonNeeded,
    /// Not a number that can be kept.
    NotANumber,
    /// An answer without words.
    NoWords,
    /// This is the first question.
    NothingBefore,
    /// This question is not asked.
    NotAsked,
}

/// What an input did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Whether the answers file is another one now.
    pub changed: bool,
    /// Columns that are no longer asked and keep what was answered there.
    pub parked: Vec<usize>,
    /// Columns that are asked again, with what was answered there before.
    pub restored: Vec<usize>,
}
