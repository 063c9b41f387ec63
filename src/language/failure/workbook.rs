//! Workbooks that cannot be made, and workbooks that came back and cannot be read.

use super::{Sentence, sentence};
use crate::language::{Language, command};

/// A questionnaire that does not fit in a workbook.
pub fn workbook_does_not_fit(l: Language, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("deze vragenlijst past niet in een werkmap: {said}"),
            "maak er een pagina van: -o formulier.html",
        ),
        sentence(format!("this questionnaire does not fit in a workbook: {said}"), "make it a page: -o form.html"),
    )
}

/// A workbook that was written and does not read back.
pub fn workbook_does_not_read_back(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geschreven, maar niet goed terug te lezen"),
            "verstuur dit bestand niet; kijk of de schijf in orde is en maak het opnieuw",
        ),
        sentence(
            format!("`{path}` was written, but does not read back well"),
            "do not send this file; check the disk and make it again",
        ),
    )
}

/// A workbook that peil did not make, or whose hidden sheet is gone.
pub fn not_our_workbook(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` zegt niet bij welke vragenlijst het hoort: het verborgen blad `_peil` ontbreekt"),
            "kopieer de antwoorden naar de werkmap zoals u die verstuurde",
        ),
        sentence(
            format!("`{path}` does not say which questionnaire it belongs to: the hidden sheet `_peil` is missing"),
            "copy the answers to the workbook as you sent it out",
        ),
    )
}

/// A workbook of another questionnaire.
pub fn workbook_of_other_questionnaire(l: Language, path: &str, found: &str, expected: &str) -> Sentence {
    let flag = command(["-q", found]);
    l.pick(
        sentence(
            format!("`{path}` hoort bij de vragenlijst `{found}`, niet bij `{expected}`"),
            format!("geef de juiste vragenlijst mee: {flag}, of een bestand"),
        ),
        sentence(
            format!("`{path}` belongs to the questionnaire `{found}`, not to `{expected}`"),
            format!("give the right questionnaire: {flag}, or a file"),
        ),
    )
}

/// A workbook of another version.
pub fn workbook_of_other_version(l: Language, path: &str, id: &str, found: &str, expected: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` hoort bij versie {found} van `{id}`, niet bij {expected}"),
            format!("geef met -q het bestand van versie {found} mee"),
        ),
        sentence(
            format!("`{path}` belongs to version {found} of `{id}`, not to {expected}"),
            format!("give the file of version {found} with -q"),
        ),
    )
}

/// A workbook of a questionnaire that changed without a new version.
pub fn workbook_of_other_content(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("de vragenlijst is veranderd sinds `{path}` is gemaakt, zonder een nieuw versienummer"),
            "geef met -q het bestand mee waarmee de werkmap is gemaakt",
        ),
        sentence(
            format!("the questionnaire has changed since `{path}` was made, without a new version"),
            "give the file that the workbook was made from with -q",
        ),
    )
}

/// The hidden column with the ids is gone.
pub fn workbook_without_ids(l: Language, path: &str, sheet: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` is de verborgen kolom `id` van het blad `{sheet}` verwijderd"),
            "maak dat ongedaan, of kopieer de antwoorden naar de werkmap zoals u die verstuurde",
        ),
        sentence(
            format!("`{path}` has lost the hidden column `id` of the sheet `{sheet}`"),
            "undo that, or copy the answers to the workbook as you sent it out",
        ),
    )
}

/// The column for the answers is gone, or its heading changed.
pub fn workbook_without_answers(l: Language, path: &str, sheet: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` heeft het blad `{sheet}` geen kolom met het opschrift ‘Antwoord’"),
            "zet ‘Antwoord’ weer boven de kolom met de antwoorden",
        ),
        sentence(
            format!("the sheet `{sheet}` of `{path}` has no column with the heading ‘Answer’"),
            "put ‘Answer’ above the column of answers again",
        ),
    )
}

/// No sheet with questions is left.
pub fn workbook_without_questions(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` is geen blad met vragen meer te vinden"),
            "vraag het bestand opnieuw, of kopieer de antwoorden naar de werkmap zoals u die verstuurde",
        ),
        sentence(
            format!("`{path}` has no sheet with questions any more"),
            "ask for the file again, or copy the answers to the workbook as you sent it out",
        ),
    )
}
