//! The fields of answers files and of golden tests.

use crate::language::Language;

pub(super) fn field(l: Language, map: &str, field: &str) -> &'static str {
    match map {
        "answers" => head(l, field),
        "reference" | "council" | "respondent" => of_whom(l, map, field),
        "answer" => answer(l, field),
        "test" | "test_respondent" | "test_answers" | "expect" => test(l, field),
        _ => "",
    }
}

fn head(l: Language, field: &str) -> &'static str {
    match field {
        "peil" => l.pick("De naam van dit formaat.", "The name of this format."),
        "questionnaire" => l.pick(
            "De vragenlijst die beantwoord is, met haar versie.",
            "The questionnaire that was answered, with its version.",
        ),
        "scan" => l.pick(
            "Of alles gevraagd is (`full`) of alleen de quickscan (`quick`); standaard `full`.",
            "Whether everything was asked (`full`) or the quick scan only (`quick`); by default `full`.",
        ),
        "council" => l.pick("Het bestuur waarover het gaat.", "The council that it is about."),
        "wave" => l.pick(
            "De ronde: een jaartal of een datum.",
            "The wave (round): a whole number, such as a year, or a date.",
        ),
        "respondent" => l.pick("Wie antwoordde, zonder naam.", "Who answered, without a name."),
        "shown_by_role" => l.pick(
            "Of vooraf is afgesproken dat de eigen mensen antwoorden per rol mogen zien.",
            "Whether it was agreed beforehand that the council's own people may see answers by role.",
        ),
        "keep_until" => {
            l.pick("De laatste dag waarop dit bestand er mag zijn.", "The last day on which this file may be there.")
        }
        "status" => l.pick(
            "Of de deelnemer klaar is (`final`) of niet (`draft`); standaard `final`.",
            "Whether the respondent is done (`final`) or not (`draft`); by default `final`.",
        ),
        "saved" => l.pick(
            "De hoeveelste keer dat een formulier bewaard is: van twee bestanden van één deelnemer telt het hoogste nummer.",
            "Which save of a form this is: of two files of one person the highest number counts.",
        ),
        "answers" => l.pick("De antwoorden, per vraag.", "The answers, by question."),
        _ => "",
    }
}

fn of_whom(l: Language, map: &str, field: &str) -> &'static str {
    match (map, field) {
        ("reference", "id") => l.pick("Het id van de vragenlijst.", "The id of the questionnaire."),
        ("reference", "version") => l.pick("De versie die beantwoord is.", "The version that was answered."),
        ("reference", "hash") => l.pick(
            "De controlecode van haar inhoud; wie met de hand schrijft, laat ze weg.",
            "The hash of its content; left out in files written by hand.",
        ),
        ("council", "id") => l.pick("De officiële code, of een andere.", "Its official code, or any other."),
        ("council", "name") => l.pick("De naam van het bestuur.", "The name of the council."),
        ("council", "classes") => l.pick(
            "Waarbinnen het vergeleken wordt, zoals een provincie.",
            "Within what it is compared, such as a province.",
        ),
        ("respondent", "id") => l.pick("Een verzonnen id, nooit een naam.", "A made-up id, never a name."),
        ("respondent", "role") => l.pick(
            "Het id van de rol, of `consensus` voor wat allen samen antwoordden.",
            "The id of the role, or `consensus` for what all answered together.",
        ),
        _ => "",
    }
}

fn answer(l: Language, field: &str) -> &'static str {
    match field {
        "choice" => l.pick(
            "Het antwoord: het id van een keuze, `yes`, een cijfer, een lijst van vakjes, `dont-know` of `not-applicable`.",
            "The answer: the id of a choice, `yes`, a mark, a list of boxes, `dont-know` or `not-applicable`.",
        ),
        "number" => l.pick("Het antwoord, als het een getal is.", "The answer, where it is a number."),
        "text" => l.pick("Het antwoord, als het een tekst is.", "The answer, where it is a text."),
        "not-applicable" => l.pick(
            "Waarom de vraag niet van toepassing is.",
            "The reason why the question does not apply.",
        ),
        "via" => l.pick(
            "Wie het doet: `partner` als een partner dat voor het bestuur doet.",
            "Who does it: `partner` where a partner does so for the council.",
        ),
        "comment" => l.pick("Een opmerking.", "A comment."),
        "evidence" => l.pick("Waaruit het antwoord blijkt.", "What shows the answer."),
        _ => "",
    }
}

fn test(l: Language, field: &str) -> &'static str {
    match field {
        "name" => l.pick("De naam van de test.", "The name of the golden test."),
        "respondents" => l.pick(
            "Wie wat antwoordde, als het er meer dan één is.",
            "Who answered what, where there is more than one.",
        ),
        "expect" => l.pick("Wat eruit moet komen.", "What must come out."),
        "role" => l.pick("Het id van de rol.", "The id of the role."),
        "scan" => l.pick(
            "Of alles gevraagd is (`full`) of alleen de quickscan (`quick`); standaard `full`.",
            "Whether everything was asked (`full`) or the quick scan only (`quick`); by default `full`.",
        ),
        "answers" => l.pick(
            "De antwoorden per vraag, of één waarde voor alles: `{every: 2}`.",
            "The answers by question, or one value for all: `{every: 2}`.",
        ),
        "every" => l.pick(
            "Dit antwoord overal waar een keuze deze waarde heeft.",
            "This answer wherever a choice has this value.",
        ),
        "overall" => l.pick(
            "De totaalscore, `too-few-answers` of `not-applicable`.",
            "The overall score, `too-few-answers` or `not-applicable`.",
        ),
        "stage" => l.pick("Het id van de klasse, of `none`.", "The id of the stage, or `none`."),
        "coverage" => {
            l.pick("Hoeveel vragen meetelden, zoals `34 of 36`.", "How many questions counted, such as `34 of 36`.")
        }
        "step" => l.pick(
            "De trede: `2`, `2-3` als iets onbekend is, of `none`.",
            "The step: `2`, `2-3` where something is unknown, or `none`.",
        ),
        "routed_out" => l.pick("De vragen die aan niemand gesteld zijn.", "The questions that nobody was asked."),
        _ => "",
    }
}
