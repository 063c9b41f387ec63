//! The words around pieces of advice.

use super::Language;
use super::score_on;

/// Over the advice.
pub fn what_next(l: Language) -> &'static str {
    l.pick("Wat nu te doen", "What to do next")
}

/// How the cards were chosen.
pub fn how_chosen(l: Language) -> &'static str {
    l.pick(
        "Deze stappen horen bij vragen uit het laagste kwart. Gekozen is op het gewicht van de vraag en de afstand tot de \
         volgende trede. Vul zelf in wie de stap trekt en wanneer u hem opnieuw bekijkt.",
        "These steps belong to questions in the lowest quarter, chosen by the weight of the question and the distance to \
         its next step. Fill in who takes each step on and when to look at it again.",
    )
}

/// Why some cards speak of a part of the questionnaire instead of one question.
pub fn chosen_by_part(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Sommige vragen zijn beantwoord door minder dan {minimum} deelnemers, of door minder dan {minimum} van een rol. \
             Hun cijfer blijft buiten dit verslag: daar telt de score van het hele vak."
        ),
        format!(
            "Some questions were answered by fewer than {minimum} participants, or by fewer than {minimum} of a role. Their \
             figure stays out of this report: there the score of the whole cell counts."
        ),
    )
}

/// When there is nothing to advise.
pub fn none(l: Language) -> &'static str {
    l.pick("De vragenlijst heeft geen advies bij deze scores.", "The questionnaire has no advice for these scores.")
}

/// The state of a question: the answer that it has reached, and its mean.
pub fn now_at(l: Language, words: &str, score: &str, max: &str) -> String {
    format!("{words} ({})", score_on(l, score, max))
}

/// The state of a part: "Richten × Delen: 1,3 op 4".
pub fn part_at(l: Language, part: &str, score: &str, max: &str) -> String {
    format!("{part}: {}", score_on(l, score, max))
}

/// Half of a question that asks about paper and about practice.
pub fn on_paper(l: Language, question: &str) -> String {
    l.pick(format!("{question} (op papier)"), format!("{question} (on paper)"))
}

/// The other half.
pub fn in_practice(l: Language, question: &str) -> String {
    l.pick(format!("{question} (in de praktijk)"), format!("{question} (in practice)"))
}

/// A bounded trial.
pub fn pilot(l: Language) -> &'static str {
    l.pick("proef", "pilot")
}

/// Learning something.
pub fn skills(l: Language) -> &'static str {
    l.pick("kennis", "skills")
}

/// Someone who knows.
pub fn expertise(l: Language) -> &'static str {
    l.pick("expertise", "expertise")
}

/// A small budget.
pub fn budget(l: Language) -> &'static str {
    l.pick("klein budget", "small budget")
}
