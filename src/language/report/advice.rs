//! The words around pieces of advice.

use super::Language;
use super::score_on;

/// Over the advice.
pub fn what_next(l: Language) -> &'static str {
    l.pick("Wat nu te doen", "What to do next")
}

/// How the cards were chosen, by what they are about: questions, parts of the questionnaire, or both. Those parts are the
/// cells of a `grid`, or dimensions.
pub fn how_chosen(l: Language, questions: bool, parts: bool, grid: bool) -> String {
    let part = if grid { l.pick("vakken", "cells") } else { l.pick("dimensies", "dimensions") };
    let about = [(questions, l.pick("vragen", "questions")), (parts, part)];
    let about: Vec<String> = about.into_iter().filter(|one| one.0).map(|one| one.1.to_owned()).collect();
    let about = l.list(&about);
    l.pick(
        format!(
            "Deze stappen horen bij de {about} met advies die het laagst scoren. Vooraan staat wat zwaar weegt en ver van de \
             volgende trede ligt. Vul zelf in wie de stap trekt en wanneer u hem opnieuw bekijkt."
        ),
        format!(
            "These steps belong to the lowest-scoring {about} with advice. What weighs much and lies far from the next step \
             comes first. Fill in who takes each step on and when to look at it again."
        ),
    )
}

/// Why some cards speak of a part of the questionnaire instead of one question: a cell of a `grid`, or a dimension.
pub fn chosen_by_part(l: Language, minimum: u32, grid: bool) -> String {
    let whole =
        if grid { l.pick("het hele vak", "the whole cell") } else { l.pick("de hele dimensie", "the whole dimension") };
    l.pick(
        format!(
            "Sommige vragen zijn beantwoord door minder dan {minimum} deelnemers, of door minder dan {minimum} van een rol. \
             Hun cijfer blijft buiten dit verslag: daar telt de score van {whole}, en staat het advies bij al die vragen \
             samen. Ze hoeven niet allemaal laag te scoren: kies wat past."
        ),
        format!(
            "Some questions were answered by fewer than {minimum} participants, or by fewer than {minimum} of a role. Their \
             figure stays out of this report: there the score of {whole} counts, and the advice on all those questions \
             stands together. Not all of them need be low: choose what fits."
        ),
    )
}

/// Over the advice on the questions of a part, of which nobody can tell here which are low.
pub fn of_part(l: Language, part: &str, questions: usize) -> String {
    let choose = l.plural(
        questions,
        l.pick("kijk of dit past", "see whether this fits"),
        l.pick("kies wat past", "choose what fits"),
    );
    format!("{part}: {choose}")
}

/// When there is nothing to advise.
pub fn none(l: Language) -> &'static str {
    l.pick("De vragenlijst heeft geen advies bij deze scores.", "The questionnaire has no advice for these scores.")
}

/// In place of advice, where nothing that there is advice on has a score yet.
pub fn waits(l: Language) -> &'static str {
    l.pick(
        "Advies volgt zodra er genoeg antwoorden zijn voor een score.",
        "Advice follows once there are enough answers for a score.",
    )
}

/// The state of a question: the answer that it has reached, and its mean.
pub fn now_at(l: Language, words: &str, score: &str, max: &str) -> String {
    format!("{words} ({})", score_on(l, score, max))
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
