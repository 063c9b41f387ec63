//! What is said before the first question.

use super::super::Language;
use super::super::form::kept_until;
use super::super::length::{Length, length};

/// What the first screen speaks about.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The title of the questionnaire.
    pub title: &'a str,
    /// How much is asked.
    pub length: Length,
    /// The folder for the answers.
    pub folder: &'a str,
    /// Until when they are kept: year, month and day.
    pub keep_until: Option<(i16, i8, i8)>,
    /// From how many respondents on a public report shows a group apart.
    pub group: u64,
    /// From how many on it shows what people wrote.
    pub comments: u64,
}

/// The first screen, as paragraphs.
pub fn opening(l: Language, about: &Opening<'_>) -> Vec<String> {
    let Opening { title, folder, group, comments, .. } = about;
    let length = length(l, &about.length);
    let kept = match about.keep_until {
        Some((year, month, day)) => kept_until(l, year, month, day),
        None => l.pick(
            "Hoelang uw antwoorden bewaard worden, is niet vastgelegd. Vraag het aan degene van wie u deze vragen \
             kreeg."
                .to_owned(),
            "How long your answers are kept has not been laid down. Ask whoever sent you these questions.".to_owned(),
        ),
    };
    vec![
        (*title).to_owned(),
        l.pick(
            format!("{length} U kunt altijd stoppen en later verdergaan; elk antwoord wordt meteen bewaard."),
            format!("{length} You can stop at any time and go on later; every answer is saved at once."),
        ),
        l.pick(
            format!(
                "Uw antwoorden komen in één bestand, in de map {folder}. Er gaat niets over het internet. Wie dat bestand \
                 krijgt, ziet uw antwoorden, uw rol en wat u erbij schrijft. Uw naam wordt niet gevraagd en niet bewaard."
            ),
            format!(
                "Your answers go into one file, in the folder {folder}. Nothing is sent over the internet. Whoever gets \
                 that file sees your answers, your role and what you write beside them. Your name is neither asked nor \
                 recorded."
            ),
        ),
        l.pick(
            format!(
                "Een openbaar verslag toont een groep pas apart vanaf {group} deelnemers, en wat deelnemers schrijven pas vanaf {comments}."
            ),
            format!(
                "A public report shows a group apart from {group} people on, and what people write from {comments} on."
            ),
        ),
        kept,
    ]
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// Before the first question.
    ask_council: "Code van uw bestuur: ", "Code of your council: ";
    /// Before the first question.
    ask_council_name: "Naam van uw bestuur (mag leeg blijven): ", "Name of your council (may stay empty): ";
    /// Before the first question.
    ask_wave: "Ronde, zoals 2026 (nodig om later te vergelijken; mag leeg blijven): ",
        "Wave, such as 2026 (needed to compare later; may stay empty): ";
    /// What is typed to take the wave away.
    no_wave: "geen", "none";
    /// With a list of councils.
    search_council: "Zoek uw bestuur (een deel van de naam of de code): ", "Search your council (part of its name or code): ";
    /// Nothing in that list.
    no_such_council: "Geen bestuur gevonden.", "No council found.";
    /// Which one.
    which_council: "Welk bestuur?", "Which council?";
    /// None of the ones shown.
    search_again: "Opnieuw zoeken", "Search again";
    /// Before the first question.
    ask_role: "Wat is uw rol?", "What is your role?";
    /// As whom a draft is filled in by several people at once.
    consensus: "samen (consensus)", "together (consensus)";
    /// A role.
    no_role: "Geen van deze, of liever niet", "None of these, or rather not";
    /// Before the first question.
    ask_shown: "Mogen antwoorden per rol worden getoond in de werksessie met de deelnemers, ook als u de enige met uw rol \
                bent?", "May answers be shown by role in the workshop with the participants, even if you are the only one \
                with your role?";
    /// How to answer.
    yes_or_no: "j of n: ", "y or n: ";
    /// How to answer.
    type_number: "Typ een nummer: ", "Type a number: ";
    /// Something must be typed.
    needed: "Dit is nodig om verder te gaan.", "This is needed to go on.";
    /// Which draft.
    which_draft: "Er zijn antwoorden die nog niet af zijn. Waarmee gaat u verder?",
        "There are answers that are not finished. Which do you go on with?";
    /// None of them.
    begin_anew: "Opnieuw beginnen", "Begin anew";
    /// What was given: which council.
    head_council: "Bestuur", "Council";
    /// Which round.
    head_wave: "Ronde", "Wave";
    /// Which role.
    head_role: "Rol", "Role";
    /// Whether answers may be shown by role.
    head_shown: "Antwoorden per rol tonen in de werksessie", "Show answers by role in the workshop";
    /// Until when the answers are kept.
    head_keep: "Bewaren tot en met", "Kept until";
    /// Above what was given.
    head_title: "Dit geldt voor al uw antwoorden:", "This goes for all your answers:";
    /// Which of it.
    which_to_correct: "Wat wilt u verbeteren?", "What do you want to correct?";
    /// Nothing of it.
    correct_nothing: "Niets, terug naar de vragenlijst", "Nothing, back to the questionnaire";
    /// What could be given and was not.
    not_given: "niet opgegeven", "not given";
}

/// Where another wave is typed than the one that was given.
pub fn ask_wave_anew(l: Language, before: &str) -> String {
    let none = no_wave(l);
    l.pick(
        format!("Ronde (Enter: het blijft {before}; typ {none} voor antwoorden zonder ronde): "),
        format!("Wave (Enter: it stays {before}; type {none} for answers without a wave): "),
    )
}

/// A draft in the list of drafts.
pub fn draft_line(l: Language, path: &str, council: &str, role: Option<&str>, answers: usize) -> String {
    let answers = l.counted(answers, l.pick("antwoord", "answer"), l.pick("antwoorden", "answers"));
    let role = role.map(|role| format!(", {role}")).unwrap_or_default();
    format!("{path}: {council}{role}, {answers}")
}

/// What someone said to being shown by role.
pub fn agreed(l: Language, agreed: bool) -> &'static str {
    if agreed { l.pick("ja", "yes") } else { l.pick("nee", "no") }
}

/// One thing that was given beforehand, or that it was not.
pub fn head_line(l: Language, name: &str, value: Option<&str>) -> String {
    format!("{name}: {}", value.unwrap_or(not_given(l)))
}

/// It was corrected.
pub fn corrected(l: Language, name: &str, now: Option<&str>, before: Option<&str>) -> String {
    let line = head_line(l, name, now);
    match (now, before) {
        (Some(_), Some(before)) => {
            l.pick(format!("{line} in plaats van {before}."), format!("{line} instead of {before}."))
        }
        _ => {
            let before = before.unwrap_or(not_given(l));
            l.pick(format!("{line} (eerder: {before})."), format!("{line} (before: {before})."))
        }
    }
}

/// Another role is not asked what was answered: how many answers are kept and do not count.
pub fn parked_by_role(l: Language, count: usize) -> String {
    l.pick(
        match count {
            1 => "Deze rol krijgt 1 vraag niet die u al beantwoordde; dat antwoord is opzijgezet (bewaard, telt niet mee)."
                .to_owned(),
            _ => format!(
                "Deze rol krijgt {count} vragen niet die u al beantwoordde; die antwoorden zijn opzijgezet (bewaard, tellen \
                 niet mee)."
            ),
        },
        match count {
            1 => "This role is not asked 1 question that you had answered; that answer is set aside (kept, does not count)."
                .to_owned(),
            _ => format!(
                "This role is not asked {count} questions that you had answered; those answers are set aside (kept, do not \
                 count)."
            ),
        },
    )
}

/// Another role is asked again what was answered before: how many answers count again.
pub fn restored_by_role(l: Language, count: usize) -> String {
    let answers = l.counted(count, l.pick("antwoord", "answer"), l.pick("antwoorden", "answers"));
    let counts = if count == 1 { l.pick("telt", "counts") } else { l.pick("tellen", "count") };
    l.pick(format!("{answers} {counts} weer mee."), format!("{answers} {counts} again."))
}
