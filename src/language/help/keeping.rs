//! The help of the flags about how long answers are kept, and about removing them.

use crate::language::Language;

/// What they do.
pub(super) fn argument(l: Language, id: &str) -> &'static str {
    match id {
        "forget_id" => l.pick(
            "Nummer van de deelnemer, zoals r-7f3a: in de naam van het bestand of de kolom respondent",
            "Number of the respondent, such as r-7f3a: in the name of the file or the column respondent",
        ),
        "places" => l.pick(
            "Waar de antwoorden staan: bestanden of mappen; anders antwoorden",
            "Where the answers are: files or folders; else antwoorden",
        ),
        "forget_wave" => l.pick(
            "Alleen deze ronde, of none voor antwoorden zonder ronde; anders elke ronde",
            "This wave (round) only, or none for answers without one; else every wave",
        ),
        "outputs" => l.pick(
            "Zoek ook hier naar verslagen en scores die opnieuw moeten",
            "Look here too for reports and scores to make again",
        ),
        "dry_run" => l.pick("Toon alleen wat er weg zou gaan", "Only show what would go"),
        "yes" => l.pick("Vraag niet om bevestiging", "Do not ask for confirmation"),
        "today" => l.pick(
            "Meld antwoorden die op deze dag weg hadden moeten zijn",
            "Report answers that should have been gone by this day",
        ),
        _ => "",
    }
}

/// The words for their values.
pub(super) fn value_name(l: Language, id: &str) -> Option<&'static str> {
    Some(match id {
        "forget_id" => l.pick("NUMMER", "ID"),
        "places" => l.pick("PLAATSEN", "PLACES"),
        "forget_wave" => l.pick("RONDE", "WAVE"),
        "outputs" => l.pick("MAP", "FOLDER"),
        "today" => l.pick("DATUM", "DATE"),
        _ => return None,
    })
}
