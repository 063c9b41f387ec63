//! The comments in a mapping that peil suggests, for whoever fills it in.

use crate::language::Language;

/// At the top.
pub fn top(l: Language) -> &'static str {
    l.pick(
        "Wat de kolommen van de export betekenen. Vul de lege plaatsen in, of zet de kolom onder `ignore:`.\n\
         Alles wat hier staat en nergens bij hoort, meldt peil op zijn plaats.",
        "What the columns of the export mean. Fill in the empty places, or put the column under `ignore:`.\n\
         Whatever stands here and belongs nowhere, peil reports in its place.",
    )
}

/// Above how the file is read.
pub fn source(l: Language) -> &'static str {
    l.pick("Zo is het bestand gelezen.", "This is how the file was read.")
}

/// Above the council, when nothing says which it is.
pub fn council(l: Language) -> &'static str {
    l.pick(
        "Over welk bestuur gaat elke rij? Eén code voor alle: \"41048\". Een kolom: {column: \"Gemeente\"}.\n\
         Een kolom met namen: {column: \"Gemeente\", values: {Ninove: \"41048\"}}. De bestandsnaam: {file_name: true}.",
        "Which council is each row about? One id for all: \"41048\". A column: {column: \"Council\"}.\n\
         A column with names: {column: \"Council\", values: {Ninove: \"41048\"}}. The file name: {file_name: true}.",
    )
}

/// Above the name of the council.
pub fn name(l: Language) -> &'static str {
    l.pick(
        "Hoe heet het bestuur? Die naam staat in elk verslag: neem hier nooit de naam van een deelnemer.",
        "What is the council called? That name stands in every report: never take the name of a person here.",
    )
}

/// Above the wave, the role and the respondent.
pub fn others(l: Language) -> &'static str {
    l.pick(
        "Net zo: de ronde, de rol, en wat de rijen van één deelnemer gemeen hebben (dat wordt nooit bewaard).",
        "Likewise: the wave, the role, and what the rows of one person have in common (which is never kept).",
    )
}

/// Above the columns that belong to questions.
pub fn columns(l: Language) -> &'static str {
    l.pick(
        "Kolom: vraag. Ook: {answer: vraag, box: vakje}, {comment: vraag}, {evidence: vraag}, {reason: vraag}.",
        "Column: question. Also: {answer: question, box: box}, {comment: question}, {evidence: question}, {reason: question}.",
    )
}

/// Behind a column that belongs nowhere.
pub fn nearest(l: Language, candidates: &[String]) -> String {
    if candidates.is_empty() {
        return l.pick("geen vraag lijkt hierop", "no question looks like this").to_owned();
    }
    let candidates = l.either(candidates);
    l.pick(format!("misschien {candidates}"), format!("perhaps {candidates}"))
}

/// Above the columns that hold no answers.
pub fn ignored(l: Language) -> &'static str {
    l.pick(
        "Geen antwoorden; wat hier staat, komt nergens in terecht.",
        "No answers; whatever stands here goes nowhere.",
    )
}

/// Above the texts that are no answers.
pub fn values(l: Language) -> &'static str {
    l.pick(
        "Tekst: keuze, of dont-know, not-applicable, none, not-shown, ignore. `every:` geldt voor elke vraag.",
        "Text: choice, or dont-know, not-applicable, none, not-shown, ignore. `every:` holds for every question.",
    )
}

/// Behind a text: how often it was found.
pub fn times(l: Language, rows: usize) -> String {
    l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"))
}
