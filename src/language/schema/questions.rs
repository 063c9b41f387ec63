//! The fields of questions and of what stands in them.

use crate::language::Language;

pub(super) fn field(l: Language, map: &str, field: &str) -> &'static str {
    match map {
        "question" => question(l, field),
        "choice" | "row" | "not_applicable" | "evidence" => parts(l, map, field),
        "advice" => advice(l, field),
        "condition" | "test_of_answer" => condition(l, field),
        _ => "",
    }
}

fn question(l: Language, field: &str) -> &'static str {
    match field {
        "id" => l.pick(
            "Het id van de vraag; het wordt een kolom van tabellen en verandert nooit van betekenis.",
            "The id of the question; it becomes a column of tables and never changes its meaning.",
        ),
        "at" => l.pick("Eén dimensie van elke as.", "One dimension of every axis."),
        "ask" => l.pick("De vraag zoals ze gesteld wordt.", "The question as it is spoken."),
        "help" => l.pick("Wat een woord in de vraag betekent.", "What a term in the question means."),
        "type" => l.pick(
            "De soort antwoord: één keuze (`choice`), vakjes (`multiple`), een cijfer (`rating`), ja of nee (`yes-no`), een getal (`number`), tekst (`text`) of een keuze per rij (`grid`).",
            "The kind of answer: one choice (`choice`), boxes (`multiple`), a mark (`rating`), yes or no (`yes-no`), a number (`number`), text (`text`) or a choice per row (`grid`).",
        ),
        "when" => l.pick(
            "Wanneer de vraag gesteld wordt, naar eerdere antwoorden.",
            "When the question is asked, by earlier answers.",
        ),
        "roles" => l.pick(
            "De ids van de rollen aan wie de vraag gesteld wordt; anders alle.",
            "The ids of the roles that are asked; otherwise all of them.",
        ),
        "quick" => l.pick("Of de vraag bij de quickscan hoort.", "Whether the question is part of the quick scan."),
        "since" => l.pick(
            "De versie waarin de vraag voor het eerst voorkwam.",
            "The version in which the question first appeared.",
        ),
        "was" => l.pick(
            "Het id dat ze in eerdere versies had, of een lijst ervan.",
            "The id it had in earlier versions, or a list of them.",
        ),
        _ => of_type(l, field),
    }
}

/// The fields that only some types have.
fn of_type(l: Language, field: &str) -> &'static str {
    match field {
        "choices" => l.pick(
            "De keuzes, of de naam van een gedeelde lijst.",
            "The choices, or the name of a shared list.",
        ),
        "rows" => l.pick("De rijen, elk met een antwoord.", "The rows, each with an answer."),
        "range" => l.pick(
            "Of de waarde door de hoogste gedeeld wordt (`from-zero`), of de laagste keuze niets waard is (`lowest-to-highest`).",
            "Whether the value is divided by the highest (`from-zero`), or the lowest choice is worth nothing (`lowest-to-highest`).",
        ),
        "from" => l.pick("Het laagste cijfer, of het getal dat niets waard is.", "The low end, worth nothing."),
        "to" => l.pick("Het hoogste cijfer, of het getal dat alles waard is.", "The high end, worth everything."),
        "reverse" => l.pick("Of een laag antwoord het goede is.", "Whether a low answer is the good one."),
        "weight" => l.pick(
            "Haar gewicht in haar vak, 0,000001 tot 1000000; standaard 1.",
            "Its weight in its cell, 0.000001 to 1000000; by default 1.",
        ),
        "paper_and_practice" => l.pick(
            "Of de vraag twee keer gesteld wordt: wat op papier staat, en wat er gebeurt.",
            "Whether it is asked twice: for what is on paper, and for what is done.",
        ),
        "evidence" => l.pick(
            "Vanaf welk antwoord gevraagd wordt waaruit het blijkt.",
            "From which answer on it is asked what shows it.",
        ),
        "advice" => l.pick(
            "Wat te doen als de score van de vraag laag is.",
            "What to do when the score of the question is low.",
        ),
        "not_applicable" => l.pick(
            "Of \"niet van toepassing\" aangeboden wordt, en of daar een reden bij moet.",
            "Whether \"not applicable\" is offered, and whether it needs a reason.",
        ),
        _ => "",
    }
}

fn parts(l: Language, map: &str, field: &str) -> &'static str {
    match (map, field) {
        ("choice", "id") => {
            l.pick("Het id van de keuze, uniek in haar lijst.", "The id of the choice, unique in its list.")
        }
        ("choice", "value") => l.pick(
            "Wat ze waard is, 0 tot 1000000; alleen bij vakjes kan het wegblijven.",
            "What it is worth, 0 to 1000000; only boxes can do without.",
        ),
        ("choice", "label") => l.pick("De tekst van de keuze.", "The words of the choice."),
        ("choice", "exclusive") => {
            l.pick("Bij vakjes: of dit vakje alleen staat.", "Of boxes: whether this one cannot be ticked with others.")
        }
        ("row", "since") => {
            l.pick("De versie waarin de rij voor het eerst voorkwam.", "The version in which the row first appeared.")
        }
        ("choice" | "row", "was") => {
            l.pick("Het id in eerdere versies, of een lijst ervan.", "The id in earlier versions, or a list of them.")
        }
        ("row", "id") => l.pick("Het id van de rij, uniek in de tabel.", "The id of the row, unique in the grid."),
        ("row", "title") => l.pick("De tekst van de rij.", "The words of the row."),
        ("row", "highest") => l.pick(
            "Het id van de beste keuze die deze rij kan halen.",
            "The id of the best choice that this row can reach.",
        ),
        ("not_applicable", "reason") => l.pick(
            "Of een reden verplicht is (`required`) of mag (`optional`).",
            "Whether a reason is `required` or `optional`.",
        ),
        ("evidence", "from") => l.pick(
            "De waarde van het antwoord vanaf waar ernaar gevraagd wordt.",
            "The value of the answer from which on it is asked for.",
        ),
        _ => "",
    }
}

fn advice(l: Language, field: &str) -> &'static str {
    match field {
        "below" => l.pick(
            "Het advies geldt als de score van de vraag hieronder ligt.",
            "The advice applies to a score of the question below this.",
        ),
        "think_big" => l.pick("Waar het naartoe gaat.", "Where it should lead."),
        "act_small" => l.pick("De eerste, begrensde stap.", "The first bounded step."),
        "kind" => l.pick(
            "Wat het vraagt: een proef (`pilot`), vaardigheden (`skills`), deskundigheid (`expertise`) of budget (`budget`).",
            "What it takes: a trial (`pilot`), `skills`, `expertise` or a small `budget`.",
        ),
        "weeks" => l.pick("Hoeveel weken de stap mag duren, 1 tot 52.", "How many weeks the step may take, 1 to 52."),
        "stop_when" => l.pick("Wanneer men ermee ophoudt.", "When to stop."),
        _ => "",
    }
}

fn condition(l: Language, field: &str) -> &'static str {
    match field {
        "all" => l.pick("Elk van deze voorwaarden geldt.", "Each of these conditions holds."),
        "any" => l.pick("Minstens één van deze voorwaarden geldt.", "At least one of these conditions holds."),
        "not" => l.pick("Deze voorwaarde geldt niet.", "This condition does not hold."),
        "is" => {
            l.pick("Het antwoord is deze keuze, of één van een lijst.", "The answer is this choice, or one of a list.")
        }
        "at_least" => {
            l.pick("De waarde van het antwoord is dit of hoger.", "The value of the answer is this or higher.")
        }
        "at_most" => l.pick("De waarde van het antwoord is dit of lager.", "The value of the answer is this or lower."),
        "answered" => l.pick(
            "Er is een antwoord gegeven (`true`), of geen (`false`).",
            "An answer was given (`true`), or none (`false`).",
        ),
        _ => "",
    }
}
