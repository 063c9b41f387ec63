//! What is said of the questions on which the people of one council differ.

use super::Language;
use super::number;

/// Over the section.
pub fn what_to_talk_about(l: Language) -> &'static str {
    l.pick("Waarover praten", "What to talk about")
}

/// "6 van de 40 vragen"
fn of_questions(l: Language, part: usize, all: usize) -> String {
    if all == 1 {
        return l.pick("de enige vraag", "the only question").to_owned();
    }
    let (part, all) = (number::whole(l, part as u64), number::whole(l, all as u64));
    l.pick(format!("{part} van de {all} vragen"), format!("{part} of the {all} questions"))
}

/// How many questions lie far apart, and what that means.
pub fn far_apart(l: Language, apart: usize, considered: usize) -> String {
    let questions = of_questions(l, apart, considered);
    l.pick(
        format!(
            "Bij {questions} met genoeg antwoorden zien de deelnemers het heel verschillend. Dat is geen fout: daar levert \
             een gesprek het meest op."
        ),
        format!(
            "On {questions} with enough answers the participants see things very differently. That is no error: it is \
             where a conversation yields most."
        ),
    )
}

/// When no question lies far apart; `some` when answers differ all the same.
pub fn nowhere_apart(l: Language, considered: usize, some: bool) -> String {
    let all = number::whole(l, considered as u64);
    let (nl, en) = (l.plural(considered, "vraag", "vragen"), l.plural(considered, "question", "questions"));
    let (most_nl, most_en) =
        if some { (" Bij deze verschillen ze nog het meest.", " On these they differ most.") } else { ("", "") };
    if considered == 1 {
        return l.pick(
            format!("Op de enige vraag met genoeg antwoorden zien de deelnemers het niet heel verschillend.{most_nl}"),
            format!(
                "On the only question with enough answers, participants do not see things very differently.{most_en}"
            ),
        );
    }
    l.pick(
        format!("Bij geen van de {all} {nl} met genoeg antwoorden zien de deelnemers het heel verschillend.{most_nl}"),
        format!(
            "On none of the {all} {en} with enough answers do the participants see things very differently.{most_en}"
        ),
    )
}

/// Before the list of questions in a public report.
pub fn talk_about_these(l: Language) -> &'static str {
    l.pick("Het verst uit elkaar liggen de antwoorden op:", "The answers lie furthest apart on:")
}

/// What a public report leaves out.
pub fn answers_in_the_room(l: Language) -> &'static str {
    l.pick(
        "Wat er geantwoord is, staat alleen in een verslag voor de deelnemers zelf.",
        "What was answered appears only in a report for the participants themselves.",
    )
}

/// Why there is no agenda; for the public every role counts by itself.
pub fn withheld(l: Language, minimum: u32, public: bool) -> String {
    let (nl, en) = if public { (" van elke rol die ze kreeg", " from every role that was asked it") } else { ("", "") };
    l.pick(
        format!(
            "Op welke vragen de deelnemers van mening verschillen, staat er niet in: daarvoor zijn op een vraag minstens \
             {minimum} antwoorden{nl} nodig."
        ),
        format!(
            "On which questions the participants differ is left out: that takes at least {minimum} answers to a \
             question{en}."
        ),
    )
}

/// The caption of the table of questions.
pub fn caption(l: Language) -> &'static str {
    l.pick(
        "De vragen waarop de deelnemers het meest verschillen",
        "The questions on which the participants differ most",
    )
}

/// Heading: the mean of the answers.
pub fn mean(l: Language) -> &'static str {
    l.pick("Gemiddelde", "Mean")
}

/// Heading: how far the answers lie from it.
pub fn deviation(l: Language) -> &'static str {
    l.pick("Afstand", "Distance")
}

/// Heading: from where on that is far.
pub fn cut_off(l: Language) -> &'static str {
    l.pick("Grens", "Limit")
}

/// Heading: the agreement r_wg.
pub fn agreement(l: Language) -> &'static str {
    l.pick("Eensgezind", "Agreement")
}

/// Heading: the roles furthest apart.
pub fn roles(l: Language) -> &'static str {
    l.pick("Rollen", "Roles")
}

/// "ICT 3,0, Dienst 1,0"
pub fn two_roles(_: Language, high: (&str, &str), low: (&str, &str)) -> String {
    format!("{} {}; {} {}", high.0, high.1, low.0, low.1)
}

/// Under the table: what the columns are.
pub fn explained(l: Language) -> &'static str {
    l.pick(
        "Elke deelnemer telt hier even zwaar. Afstand: hoe ver de antwoorden gemiddeld van het gemiddelde liggen; boven de \
         grens is dat ver. Eensgezind: 1 als iedereen hetzelfde antwoordt, 0 als het even verdeeld is als bij toeval, of meer.",
        "Every participant counts the same here. Distance: how far the answers lie from the mean, on average; above the \
         limit that is far. Agreement: 1 where all answer the same, 0 where they are as divided as by chance, or more.",
    )
}

/// Why a question may be there though its distance is under the limit.
pub fn roles_explained(l: Language) -> &'static str {
    l.pick(
        " Een vraag staat er ook bij als twee rollen meer dan tweemaal de grens uit elkaar liggen.",
        " A question is also listed where two roles lie more than twice the limit apart.",
    )
}

/// Over the bars.
pub fn bars(l: Language) -> &'static str {
    l.pick("Hoe de antwoorden verdeeld zijn", "How the answers are spread")
}

/// Under that: what a bar counts.
pub fn bars_description(l: Language) -> &'static str {
    l.pick("Het aantal deelnemers per antwoord.", "The number of participants for each answer.")
}

/// The caption of the table with the same numbers.
pub fn counts_table(l: Language) -> &'static str {
    l.pick("Hoeveel deelnemers welk antwoord gaven", "How many participants gave which answer")
}

/// Heading: an answer.
pub fn answer(l: Language) -> &'static str {
    l.pick("Antwoord", "Answer")
}

/// The last row of a question: those who did not answer it.
pub fn no_answer(l: Language) -> &'static str {
    l.pick("geen antwoord of weet niet", "no answer or don’t know")
}

/// A row of a grid: its question, and what the row is about.
pub fn of_row(_: Language, question: &str, row: &str) -> String {
    format!("{question} ({row})")
}

/// A part of the range of a number: "10 tot 20".
pub fn range(l: Language, from: &str, to: &str) -> String {
    super::from_to(l, from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_is_singular() {
        assert!(far_apart(Language::Nl, 1, 1).starts_with("Bij de enige vraag met"));
        assert!(far_apart(Language::En, 2, 40).starts_with("On 2 of the 40 questions with"));
        assert!(nowhere_apart(Language::Nl, 40, false).ends_with("heel verschillend."));
    }
}
