//! Spreadsheets that cannot be read.

use super::{Sentence, sentence};
use crate::language::{Language, number};

/// A file behind a password.
pub fn spreadsheet_locked(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is met een wachtwoord beveiligd"),
            "open het bestand in Excel of LibreOffice en bewaar het zonder wachtwoord",
        ),
        sentence(
            format!("`{path}` is locked with a password"),
            "open the file in Excel or LibreOffice and save it without a password",
        ),
    )
}

/// A workbook of another format than .xlsx and .ods.
pub fn spreadsheet_format(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` heeft een bestandsformaat dat peil niet leest"),
            "open het bestand in Excel of LibreOffice en bewaar het als .xlsx of .ods",
        ),
        sentence(
            format!("`{path}` has a file format that peil does not read"),
            "open the file in Excel or LibreOffice and save it as .xlsx or .ods",
        ),
    )
}

/// A file that is something else, whatever its name says.
pub fn not_a_spreadsheet(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen werkmap, al lijkt de naam daarop"),
            "geef een bestand dat Excel of LibreOffice als .xlsx of .ods heeft bewaard",
        ),
        sentence(
            format!("`{path}` is not a workbook, although its name looks like one"),
            "give a file that Excel or LibreOffice saved as .xlsx or .ods",
        ),
    )
}

/// A file that stops too early.
pub fn spreadsheet_truncated(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is niet volledig"), "haal het bestand opnieuw op, of vraag het opnieuw"),
        sentence(format!("`{path}` is not complete"), "download the file again, or ask for it again"),
    )
}

/// A file of which a part cannot be read.
pub fn spreadsheet_damaged(l: Language, path: &str, part: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is beschadigd: het onderdeel `{part}` is niet te lezen"),
            "open het bestand in Excel of LibreOffice en bewaar het opnieuw, of vraag het opnieuw",
        ),
        sentence(
            format!("`{path}` is damaged: its part `{part}` cannot be read"),
            "open the file in Excel or LibreOffice and save it again, or ask for it again",
        ),
    )
}

/// A file that defines entities of its own.
pub fn spreadsheet_entities(l: Language, path: &str, part: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen gewone werkmap: het onderdeel `{part}` definieert eigen XML-codes"),
            "vertrouw dit bestand niet; vraag de afzender wat het is",
        ),
        sentence(
            format!("`{path}` is not an ordinary workbook: its part `{part}` defines XML entities of its own"),
            "do not trust this file; ask the sender what it is",
        ),
    )
}

/// A file that is too large once it is unpacked.
pub fn spreadsheet_too_large(l: Language, path: &str, megabytes: u64) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is uitgepakt te groot: peil leest tot {megabytes} MB"),
            "bewaar alleen het blad met de antwoorden, zonder opmaak en afbeeldingen, of bewaar het als CSV",
        ),
        sentence(
            format!("`{path}` is too large once unpacked: peil reads up to {megabytes} MB"),
            "save only the sheet with the answers, without formatting and pictures, or save it as CSV",
        ),
    )
}

/// A sheet with too many cells.
pub fn spreadsheet_cells(l: Language, path: &str, sheet: &str, most: u64) -> Sentence {
    let most = number::whole(l, most);
    l.pick(
        sentence(
            format!("`{path}` heeft te veel cellen: op het blad `{sheet}` zijn het er meer dan {most}"),
            "splits het bestand, of bewaar het blad als CSV",
        ),
        sentence(
            format!("`{path}` has too many cells: on the sheet `{sheet}` they pass {most}"),
            "split the file, or save the sheet as CSV",
        ),
    )
}

/// A cell that is filled in far away from all others.
pub fn spreadsheet_far_cell(l: Language, path: &str, sheet: &str, cell: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` staat iets ver buiten de antwoorden: op het blad `{sheet}` in cel {cell}"),
            format!("maak cel {cell} leeg en bewaar het bestand opnieuw"),
        ),
        sentence(
            format!("`{path}` has something far outside the answers: on the sheet `{sheet}` in cell {cell}"),
            format!("clear cell {cell} and save the file again"),
        ),
    )
}
