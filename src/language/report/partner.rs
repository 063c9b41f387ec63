//! What a report says of answers that a partner does it.

use super::Language;

/// Over the section.
pub fn title(l: Language) -> &'static str {
    l.pick("Wat een partner doet", "What a partner does")
}

/// At how many questions it was said.
pub fn said(l: Language, questions: usize) -> String {
    let questions = l.counted(questions, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    l.pick(
        format!(
            "Bij {questions} zei minstens één deelnemer dat een partner het doet, zoals een ander bestuur, een \
             samenwerkingsverband of een leverancier. Zo'n antwoord telt mee als elk ander."
        ),
        format!(
            "On {questions} at least one participant said that a partner does it, such as another council, a joint body \
             or a supplier. Such an answer counts like any other."
        ),
    )
}

/// Behind that, where not every question is counted.
pub fn counted(l: Language, minimum: u32, or_of_all: bool) -> String {
    let (nl, en) = if or_of_all { ("aan iedereen of ", "everyone or ") } else { ("", "") };
    l.pick(
        format!(" Geteld zijn de vragen die {nl}aan minstens {minimum} deelnemers zijn gesteld."),
        format!(" Only questions asked of {en}at least {minimum} participants are counted."),
    )
}
