//! What is asked of somebody, before the first question: how many questions, and how long they take.

use super::Language;

/// How much is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many questions; at most, where that depends on something.
    pub questions: usize,
    /// About how many minutes they take, where that is known.
    pub minutes: Option<u32>,
    /// What it depends on.
    pub depends: Depends,
}

/// What it depends on how many questions somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depends {
    /// Nothing: it is so many.
    Nothing,
    /// What is answered to some of them.
    Answers,
    /// A role that is not settled yet.
    Role,
}

/// "9 vragen, ongeveer 6 minuten."
pub fn length(l: Language, length: &Length) -> String {
    let mut text = l.counted(length.questions, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    if length.depends != Depends::Nothing {
        text = l.pick(format!("Hooguit {text}"), format!("At most {text}"));
    }
    if let Some(minutes) = length.minutes {
        let minutes = l.counted(minutes as usize, l.pick("minuut", "minute"), l.pick("minuten", "minutes"));
        text.push_str(&l.pick(format!(", ongeveer {minutes}"), format!(", about {minutes}")));
    }
    if length.depends == Depends::Role {
        text.push_str(l.pick("; hoeveel het er zijn, hangt af van uw rol", "; how many depends on your role"));
    }
    text + "."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_question_and_a_single_minute_are_no_plural() {
        let one = |depends| Length { questions: 1, minutes: Some(1), depends };
        assert_eq!(length(Language::Nl, &one(Depends::Nothing)), "1 vraag, ongeveer 1 minuut.");
        assert_eq!(length(Language::En, &one(Depends::Answers)), "At most 1 question, about 1 minute.");
    }

    #[test]
    fn without_minutes_only_the_questions_are_told() {
        let many = Length { questions: 47, minutes: None, depends: Depends::Role };
        assert_eq!(length(Language::Nl, &many), "Hooguit 47 vragen; hoeveel het er zijn, hangt af van uw rol.");
        assert_eq!(length(Language::En, &many), "At most 47 questions; how many depends on your role.");
    }
}
