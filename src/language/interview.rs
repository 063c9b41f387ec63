//! What the interview says: who will see what, the questions' surroundings, the keys, what happens to an answer.

pub mod drawn;
mod opening;

pub use opening::*;

use super::Language;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// An option.
    yes: "Ja", "Yes";
    /// An option.
    no: "Nee", "No";
    /// One half of a question.
    on_paper: "op papier", "on paper";
    /// The other half.
    in_practice: "in de praktijk", "in practice";
    /// Before the help of a question.
    help: "Uitleg", "Help";
    /// Before the answer of the previous round.
    previous: "Vorige ronde", "Previous round";
    /// Before the answer that was given.
    now: "Nu ingevuld", "Answered now";
    /// Beside an answer.
    via_partner: "Een partner doet dit voor ons.", "A partner does this for us.";
    /// Before a comment.
    comment: "Opmerking", "Comment";
    /// Before what shows an answer.
    evidence: "Waar het uit blijkt", "Evidence";
    /// Where an answer is typed.
    your_answer: "Uw antwoord: ", "Your answer: ";
    /// Where a comment is typed.
    type_comment: "Opmerking (niets typen haalt ze weg): ", "Comment (type nothing to remove it): ";
    /// Where a reason is typed.
    type_reason: "Waarom is dit niet van toepassing? ", "Why does this not apply? ";
    /// Where evidence is typed.
    type_evidence: "Waar blijkt het uit (niets typen haalt het weg): ", "What shows it (type nothing to remove it): ";
    /// After an answer that should be shown by something.
    ask_evidence: "Waar blijkt dit uit? Bijvoorbeeld een besluit, een document of een pagina.",
        "What shows this? For example a decision, a document or a page.";
    /// Where that is typed.
    evidence_or_enter: "Antwoord, of Enter om over te slaan: ", "Answer, or Enter to skip: ";
    /// How boxes are ticked.
    tick_how: "Meer antwoorden mogen: typ de nummers met een spatie ertussen, of 0 voor niets.",
        "Several answers are possible: type the numbers with a space between them, or 0 for none.";
    /// How a number is given.
    number_how: "Typ een getal.", "Type a number.";
    /// How a text is given.
    text_how: "Typ uw antwoord.", "Type your answer.";
    /// Where the keys are.
    keys_hint: "h: wat u nog kunt typen", "h: what else you can type";
    /// At the end.
    all_passed: "Dit waren alle vragen.", "Those were all the questions.";
    /// At the end.
    all_answered: "Alles is ingevuld.", "Everything is answered.";
    /// What to do at the end.
    end_how: "Typ f om af te ronden, het nummer van een vraag om daarheen te gaan, b om terug te gaan, of q om te \
              bewaren en later verder te gaan. Met c verbetert u uw bestuur, ronde of rol.",
        "Type f to finish, the number of a question to go there, b to go back, or q to save and go on later. With c you \
         correct your council, wave or role.";
    /// Where it is typed.
    your_choice: "Uw keuze: ", "Your choice: ";
    /// What a line was not.
    not_understood: "Dat past niet bij deze vraag. Typ h voor wat u kunt typen.",
        "That does not fit this question. Type h for what you can type.";
    /// A number that could be two things.
    two_numbers: "Schrijf het getal zonder scheidingsteken voor duizendtallen.",
        "Write the number without a separator for thousands.";
    /// Refused.
    no_such_option: "Dat nummer staat er niet bij.", "That number is not in the list.";
    /// Refused.
    not_together: "Een van die antwoorden sluit de andere uit.", "One of those answers excludes the others.";
    /// Refused.
    not_offered: "“Niet van toepassing” kan bij deze vraag niet. Weet u het niet? Typ dan ?",
        "“Not applicable” is not possible for this question. If you don't know, type ?";
    /// Refused.
    reason_needed: "Bij “niet van toepassing” hoort hier een reden.", "“Not applicable” needs a reason here.";
    /// Refused.
    nothing_before: "Dit is de eerste vraag.", "This is the first question.";
    /// Refused.
    not_asked: "Die vraag wordt nu niet gesteld.", "That question is not asked now.";
}

/// "Vraag 3 van 36"
pub fn question_of(l: Language, number: usize, of: usize) -> String {
    l.pick(format!("Vraag {number} van {of}"), format!("Question {number} of {of}"))
}

/// Under the heading: how far a dimension is.
pub fn progress(title: &str, done: usize, asked: usize) -> String {
    format!("{title} {done}/{asked}")
}

/// The keys, one to a line: the key and what it does. Not applicable only where that is offered, a partner only where
/// one can do what is asked about.
pub fn keys(l: Language, not_applicable: bool, partner: bool) -> Vec<(&'static str, &'static str)> {
    let mut keys = vec![("?", l.pick("weet ik niet", "don't know"))];
    if not_applicable {
        keys.push(("n", l.pick("niet van toepassing", "not applicable")));
    }
    keys.extend([
        ("s", l.pick("overslaan, of laten zoals het is", "skip, or leave it as it is")),
        ("b", l.pick("terug naar de vorige vraag", "back to the question before")),
    ]);
    if partner {
        keys.push((
            "p",
            l.pick("een partner doet dit voor ons (aan of uit)", "a partner does this for us (on or off)"),
        ));
    }
    keys.extend([
        ("c", l.pick("een opmerking schrijven", "write a comment")),
        ("e", l.pick("zeggen waar het uit blijkt", "say what shows it")),
        ("w", l.pick("het antwoord wissen", "wipe the answer")),
        ("q", l.pick("bewaren en stoppen", "save and quit")),
    ]);
    keys
}

/// Answers that are kept but not asked any more.
pub fn parked(l: Language, question: &str) -> String {
    l.pick(
        format!("Opzijgezet (bewaard, telt niet mee): {question}"),
        format!("Set aside (kept, does not count): {question}"),
    )
}

/// Answers that count again.
pub fn restored(l: Language, question: &str) -> String {
    l.pick(format!("Telt weer mee: {question}"), format!("Counts again: {question}"))
}

/// At the end: how many questions are open.
pub fn open(l: Language, count: usize) -> String {
    let questions = l.counted(count, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    l.pick(format!("{questions} nog zonder antwoord:"), format!("{questions} without an answer:"))
}

/// The draft was found again.
pub fn going_on(l: Language, path: &str, answers: usize) -> String {
    let answers = l.counted(answers, l.pick("antwoord", "answer"), l.pick("antwoorden", "answers"));
    l.pick(format!("We gaan verder met {path} ({answers})."), format!("Going on with {path} ({answers})."))
}

/// Whose answers stand beside the questions: the file, and its round and role as far as it names them.
pub fn previous_comes_from(l: Language, path: &str, of: &[String]) -> String {
    let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
    l.pick(
        format!("Naast elke vraag staat het antwoord uit {path}{of}."),
        format!("Beside each question stands the answer from {path}{of}."),
    )
}

/// A draft that cannot be gone on with: which, why, and what to do.
pub fn passed_over(l: Language, why: &str) -> String {
    l.pick(
        format!("Er is een begonnen bestand dat nu niet verder kan: {why}"),
        format!("There is a started file that cannot go on now: {why}"),
    )
}

/// It was interrupted, or the respondent stops: where the answers are, and the command to go on with.
pub fn draft_is_at(l: Language, path: &str, command: &str) -> String {
    l.pick(
        format!("Uw antwoorden zijn bewaard in {path}\nVerdergaan: {command}"),
        format!("Your answers are saved in {path}\nTo go on: {command}"),
    )
}

/// It was interrupted before there was anything.
pub fn nothing_saved(l: Language) -> &'static str {
    l.pick("Gestopt; er was nog niets om te bewaren.", "Stopped; there was nothing to save yet.")
}

/// Done: where the answers are, the command to see what they come to, and the one for whoever took the wrong council.
pub fn finished(l: Language, path: &str, score: &str, correct: &str) -> String {
    l.pick(
        format!(
            "Dank u. Uw antwoorden staan in {path}\nBekijk de score: {score}\nToch een ander bestuur (of een andere ronde \
             of rol, met --wave of --role): {correct}"
        ),
        format!(
            "Thank you. Your answers are in {path}\nTo see the score: {score}\nAnother council after all (or wave or role, \
             with --wave or --role): {correct}"
        ),
    )
}
