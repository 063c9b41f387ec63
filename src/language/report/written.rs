//! What the section on the words of participants says around them.

use crate::language::Language;

/// Over the section.
pub fn title(l: Language) -> &'static str {
    l.pick("Wat deelnemers schreven", "What participants wrote")
}

/// Behind a comment on an answer in words, among those answers.
pub fn comment(l: Language) -> &'static str {
    l.pick("opmerking bij een antwoord", "comment on an answer")
}

/// Behind what shows an answer.
pub fn evidence(l: Language) -> &'static str {
    l.pick("waaruit een antwoord blijkt", "what shows an answer")
}

/// Behind a reason.
pub fn reason(l: Language) -> &'static str {
    l.pick("waarom dit niet van toepassing is", "why this does not apply")
}

/// There are too few participants for any of it.
pub fn all_hidden(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Deelnemers schreven iets bij hun antwoorden. Een openbaar verslag toont daar onder {minimum} deelnemers \
             niets van."
        ),
        format!(
            "Participants wrote something with their answers. A public report shows none of it under {minimum} \
             participants."
        ),
    )
}

/// Too few were asked some of the questions.
pub fn words_hidden(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Wat is geschreven bij een vraag die aan minder dan {minimum} deelnemers is gesteld, staat er niet bij."
        ),
        format!("What was written at a question asked of fewer than {minimum} participants is left out."),
    )
}

/// Evidence and reasons, at questions that too few were asked.
pub fn grounds_hidden(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Waaruit een antwoord blijkt en waarom iets niet van toepassing is, staat er alleen bij vragen die aan \
             minstens {minimum} deelnemers zijn gesteld."
        ),
        format!(
            "What shows an answer, and why something does not apply, is given only at questions asked of at least \
             {minimum} participants."
        ),
    )
}

/// Evidence and reasons, on a public page.
pub fn all_grounds_hidden(l: Language) -> &'static str {
    l.pick(
        "Deelnemers schreven waaruit een antwoord blijkt of waarom iets niet van toepassing is. Dat staat alleen in het \
         verslag voor de deelnemers zelf.",
        "Participants wrote what shows an answer or why something does not apply. That is only in the report for the \
         participants themselves.",
    )
}
