//! The words of `peil schema`, which editors show while a file is written: what each map is, and what each field holds.

mod answers;
mod questions;
mod whole;

use super::Language;

/// What a map is called.
pub fn title(l: Language, map: &str) -> &'static str {
    match map {
        "questionnaire" => l.pick("Vragenlijst van peil, formaat 1", "Questionnaire of peil, format 1"),
        "answers" => l.pick("Antwoorden van één deelnemer, formaat 1", "Answers of one respondent, format 1"),
        "scale" => l.pick("Schaal", "Scale"),
        "stage" => l.pick("Klasse", "Stage"),
        "axis" => l.pick("As", "Axis"),
        "dimension" => l.pick("Dimensie", "Dimension"),
        "cell" => l.pick("Vak", "Cell"),
        "place" => l.pick("Plaats op elke as", "Place on every axis"),
        "role" => l.pick("Rol", "Role"),
        "scoring" => l.pick("Regels voor de scores", "Rules of scoring"),
        "weights" => l.pick("Gewicht van elke rol", "Weight of each role"),
        "group" => l.pick("Kleinste groep die getoond wordt", "Smallest group that is shown"),
        "lists" => l.pick("Gedeelde keuzelijsten", "Shared lists of choices"),
        "choice" => l.pick("Keuze", "Choice"),
        "question" => l.pick("Vraag", "Question"),
        "row" => l.pick("Rij van een tabelvraag", "Row of a grid"),
        "not_applicable" => l.pick("Niet van toepassing", "Not applicable"),
        "evidence" => l.pick("Bewijs", "Evidence"),
        "advice" => l.pick("Advies", "Advice"),
        "condition" => l.pick("Voorwaarde", "Condition"),
        "test_of_answer" => l.pick("Toets op een antwoord", "Test of an answer"),
        "dropped" => l.pick("Vervallen vraag", "Dropped question"),
        "target" => l.pick("Streefprofiel", "Target"),
        "aims" => l.pick("Streefscores", "Aims"),
        "aim" => l.pick("Streefscore", "Aim"),
        "test" => l.pick("Test met verwachte scores", "Golden test"),
        "test_respondent" => l.pick("Deelnemer van een test", "Respondent of a golden test"),
        "test_answers" => l.pick("Antwoorden van een test", "Answers of a golden test"),
        "answer" => l.pick("Antwoord met toelichting", "Answer with a note"),
        "expect" => l.pick("Wat eruit moet komen", "What must come out"),
        "reference" => l.pick("Welke vragenlijst", "Which questionnaire"),
        "council" => l.pick("Bestuur", "Council"),
        "classes" => l.pick("Klassen van het bestuur", "Classes of the council"),
        "respondent" => l.pick("Deelnemer", "Respondent"),
        "given" => l.pick("Antwoorden", "Answers"),
        _ => "",
    }
}

/// What a whole file is, or what stands under the names of the author's own in a map.
pub fn about(l: Language, map: &str) -> &'static str {
    match map {
        "questionnaire" => l.pick(
            "Vragen, schaal, assen en rekenregels; `peil check` vindt ook wat een schema niet ziet.",
            "Questions, scale, axes and rules of scoring; `peil check` also finds what a schema cannot see.",
        ),
        "answers" => l.pick(
            "Wat één deelnemer op één versie van een vragenlijst antwoordde.",
            "What one respondent answered to one version of a questionnaire.",
        ),
        "text" => l.pick(
            "Een tekst per taal, zoals `{nl: Richten, en: Set direction}`, of de tekst alleen als er maar één taal is.",
            "One text per language, as in `{nl: Richten, en: Set direction}`, or the text alone where there is one language.",
        ),
        "place" => l.pick(
            "Onder het id van de as: het id van een dimensie zonder andere eronder.",
            "Under the id of the axis: the id of a dimension with none below it.",
        ),
        "weights" => l.pick(
            "Onder het id van de rol: haar gewicht, 0,000001 tot 1000000.",
            "Under the id of the role: its weight, 0.000001 to 1000000.",
        ),
        "lists" => l.pick(
            "Onder een naam naar keuze: een lijst van keuzes, waar vragen met die naam naar verwijzen.",
            "Under a name of your own: a list of choices, to which questions refer by that name.",
        ),
        "condition" => l.pick(
            "Onder de naam van een eerdere vraag of kolom: hoe het antwoord moet zijn.",
            "Under the name of an earlier question or column: how its answer must be.",
        ),
        "aims" => l.pick(
            "Onder het id van een dimensie: de streefscore en de reden.",
            "Under the id of a dimension: the score to aim for and the reason.",
        ),
        "test_answers" | "given" => l.pick(
            "Onder het id van een vraag, of de naam van een van haar kolommen: het antwoord.",
            "Under the id of a question, or the name of one of its columns: the answer.",
        ),
        "expect" => l.pick(
            "Onder het id van een dimensie: haar score, `too-few-answers` of `not-applicable`.",
            "Under the id of a dimension: its score, `too-few-answers` or `not-applicable`.",
        ),
        "classes" => l.pick(
            "Onder een naam naar keuze, zoals `provincie`: de klasse van het bestuur.",
            "Under a name of your own, such as `province`: the class of the council.",
        ),
        _ => "",
    }
}

/// What a field of a map holds; empty for a field that there is not.
pub fn field(l: Language, map: &str, field: &str) -> &'static str {
    let words = [whole::field(l, map, field), questions::field(l, map, field), answers::field(l, map, field)];
    words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}
