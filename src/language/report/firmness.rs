//! What is said of how firm a score is, and of what is missing for the next stage or step.

use super::Language;

/// What the score is where the participants recorded one answer together; with that of the individual answers, where it
/// may be shown.
pub fn agreed(l: Language, individual: Option<&str>) -> String {
    let agreed = l.pick(
        "De scores zijn die van het gezamenlijke antwoord, waar dat genoeg vragen beantwoordt.",
        "The scores are those of the joint answer, wherever it answers enough questions.",
    );
    let beside = individual.map(|score| {
        l.pick(
            format!(" Uit de afzonderlijke antwoorden komt een totaal van {score}."),
            format!(" The individual answers give a total of {score}."),
        )
    });
    format!("{agreed}{}", beside.unwrap_or_default())
}

/// The total by the other way of counting participants.
pub fn pooled(l: Language, is_pooled: bool, score: &str) -> String {
    if is_pooled {
        return l
            .pick(
                "Elke deelnemer telt even zwaar, wat ook de rol is.",
                "Every participant weighs the same, whatever the role.",
            )
            .to_owned();
    }
    l.pick(
        format!("Telt niet elke rol maar elke deelnemer even zwaar, dan is het totaal {score}."),
        format!("If every participant weighed the same, rather than every role, the total would be {score}."),
    )
}

/// How far the total hangs on one participant.
pub fn without_one(l: Language, low: &str, high: &str) -> String {
    if low == high {
        return l.pick(
            format!("Welke deelnemer er ook had ontbroken, het totaal was {low} gebleven."),
            format!("Whichever participant had been missing, the total would still have been {low}."),
        );
    }
    l.pick(
        format!("Welke deelnemer er ook had ontbroken, het totaal had tussen {low} en {high} gelegen."),
        format!("Whichever participant had been missing, the total would have been between {low} and {high}."),
    )
}

/// In place of that, where one participant is the only one with a score.
pub fn total_rests_on_one(l: Language) -> &'static str {
    l.pick(
        "Het totaal steunt op één deelnemer: niemand anders gaf genoeg antwoorden.",
        "The total rests on one participant: nobody else gave enough answers.",
    )
}

/// The same in the column.
pub fn rests_on_one(l: Language) -> &'static str {
    l.pick("steunt op één deelnemer", "rests on one participant")
}

/// Heading of a column.
pub fn without_one_short(l: Language) -> &'static str {
    l.pick("Met één minder", "With one fewer")
}

/// The caption of the table, by what it has columns of.
pub fn what_is_missing(l: Language, stage: bool, step: bool) -> &'static str {
    match (stage, step) {
        (true, true) => l.pick(
            "Wat er ontbreekt tot de volgende klasse en de volgende trede",
            "What is missing for the next stage and step",
        ),
        (true, false) => l.pick("Wat er ontbreekt tot de volgende klasse", "What is missing for the next stage"),
        (false, _) => l.pick("Wat er ontbreekt tot de volgende trede", "What is missing for the next step"),
    }
}

/// Heading of a column.
pub fn next_stage(l: Language) -> &'static str {
    l.pick("Volgende klasse", "Next stage")
}

/// Heading of a column.
pub fn next_step(l: Language) -> &'static str {
    l.pick("Volgende trede", "Next step")
}

/// "zoekend: nog 0,3"
pub fn to_stage(l: Language, stage: &str, missing: &str) -> String {
    l.pick(format!("{stage}: nog {missing}"), format!("{stage}: {missing} more"))
}

/// "2: nog 1 vraag naar 1 of hoger, 2 vragen naar 2 of hoger", and before that how many are to be answered first.
pub fn to_step(l: Language, step: u32, unanswered: u32, below: u32, on: u32) -> String {
    let questions = |count: u32| l.counted(count as usize, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    let answer = (unanswered > 0).then(|| {
        let questions = questions(unanswered);
        l.pick(format!("{questions} te beantwoorden"), format!("{questions} to answer"))
    });
    let part = |count: u32, to: u32| {
        let questions = questions(count);
        (count > 0).then(|| l.pick(format!("{questions} naar {to} of hoger"), format!("{questions} to {to} or higher")))
    };
    let parts: Vec<String> = [answer, part(below, step - 1), part(on, step)].into_iter().flatten().collect();
    l.pick(format!("{step}: nog {}", parts.join(", ")), format!("{step}: still {}", parts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_to_answer_are_told_apart_from_those_that_stand_too_low() {
        let nl = |unanswered, below, on| to_step(Language::Nl, 1, unanswered, below, on);
        assert_eq!(nl(15, 0, 9), "1: nog 15 vragen te beantwoorden, 9 vragen naar 1 of hoger");
        assert_eq!(nl(1, 0, 0), "1: nog 1 vraag te beantwoorden");
        assert_eq!(to_step(Language::En, 2, 0, 1, 2), "2: still 1 question to 1 or higher, 2 questions to 2 or higher");
        assert_eq!(to_step(Language::En, 1, 1, 0, 1), "1: still 1 question to answer, 1 question to 1 or higher");
    }

    #[test]
    fn what_would_have_been_without_one_is_said_in_that_mood() {
        let dutch = |low, high| without_one(Language::Nl, low, high);
        assert_eq!(
            dutch("1,7", "2,3"),
            "Welke deelnemer er ook had ontbroken, het totaal had tussen 1,7 en 2,3 gelegen."
        );
        assert_eq!(dutch("2,0", "2,0"), "Welke deelnemer er ook had ontbroken, het totaal was 2,0 gebleven.");
        assert_eq!(
            without_one(Language::En, "1.7", "2.3"),
            "Whichever participant had been missing, the total would have been between 1.7 and 2.3."
        );
    }
}
