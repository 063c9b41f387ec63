//! The help of the flags with which answers are asked for: the interview and the form.

use crate::language::Language;

/// What the flags of the interview do.
pub(super) fn assess(l: Language, id: &str) -> &'static str {
    match id {
        "answers_folder" => {
            l.pick("Map voor de antwoorden; anders antwoorden", "Folder for the answers; else antwoorden")
        }
        "resume" => l.pick(
            "Ga verder met dit bestand; --council, --name, --wave, --role en --keep-until komen in de plaats van wat erin staat",
            "Go on with this file; --council, --name, --wave, --role and --keep-until replace what it says",
        ),
        "new" => l.pick("Begin opnieuw, ook als er nog iets open staat", "Begin anew, even if something is unfinished"),
        "assess_name" => l.pick("Naam van het bestuur", "Name of the council"),
        "councils" => l.pick(
            "CSV met de kolommen council en name, om uw bestuur in te zoeken, of de naam bij --council",
            "CSV with the columns council and name, to search your council in, or the name that goes with --council",
        ),
        "assess_role" => l.pick("Uw rol; anders wordt die gevraagd", "Your role; else it is asked"),
        "assess_wave" => l.pick(
            "Ronde: een jaar of een datum; nodig om rondes te vergelijken",
            "Wave (round): a year or a date; needed to compare rounds",
        ),
        "assess_keep_until" => l.pick(
            "Tot wanneer de antwoorden bewaard worden, zoals 2028-12-31",
            "Until when the answers are kept, such as 2028-12-31",
        ),
        "assess_quick" => l.pick("Alleen de quickscan", "The quick scan only"),
        "previous" => l.pick(
            "Antwoorden van een vorige ronde, om naast de vragen te tonen",
            "Answers of a previous round, to show beside the questions",
        ),
        "plain" => l.pick(
            "Gewone regels in plaats van een scherm, voor een schermlezer; zo gaat het ook zonder terminal, met TERM=dumb en \
             als ACCESSIBLE iets bevat",
            "Plain lines instead of a screen, for a screen reader; also without a terminal, with TERM=dumb and when \
             ACCESSIBLE is set",
        ),
        "assess_seed" => l.pick("Maak het nummer van de deelnemer hieruit", "Make the respondent's number from this"),
        _ => "",
    }
}

/// What the flags do that settle what a form does not ask.
pub(super) fn form(l: Language, id: &str) -> &'static str {
    match id {
        "form_questionnaire" => {
            l.pick("Vragenlijst: een bestand of een ingebouwde", "Questionnaire: a file or a built-in one")
        }
        "form_council" => {
            l.pick("Code van het bestuur; anders vraagt het formulier", "Code of the council; else the form asks")
        }
        "form_wave" => l.pick(
            "Ronde: een jaar of een datum; anders vraagt het formulier",
            "Wave (round): a year or a date; else the form asks",
        ),
        "quick" => l.pick("Alleen de vragen van de quickscan", "Only the questions of the quick scan"),
        "role" => l.pick(
            "Rol van wie dit krijgt; anders kiest die op het formulier",
            "Role of whoever gets this; else they choose on the form",
        ),
        "name" => l.pick("Naam van het bestuur", "Name of the council"),
        "keep_until" => {
            l.pick("Tot en met welke dag de antwoorden bewaard worden", "Until which day the answers are kept")
        }
        "instructions" => l.pick(
            "Wat er op het formulier staat over het terugsturen",
            "What the form says about sending the file back",
        ),
        "seed" => l.pick(
            "Een ander getal geeft een formulier met een eigen kopie in de browser",
            "Another number gives a form with a copy of its own in the browser",
        ),
        _ => "",
    }
}
