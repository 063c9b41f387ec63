//! The help of the command that takes in answers from elsewhere.

use crate::language::Language;

/// What its flags do.
pub(super) fn import(l: Language, id: &str) -> &'static str {
    match id {
        "import_files" => l.pick(
            "Formulieren, werkmappen of exports, of mappen ervan; - is een tabel op de standaardinvoer",
            "Forms, workbooks or exports, or folders of them; - is a table on standard input",
        ),
        "mapping" => l.pick(
            "Koppeling: wat kolommen en teksten betekenen (YAML; zie --suggest)",
            "Mapping: what columns and texts mean (YAML; see --suggest)",
        ),
        "import_output" => l.pick(
            "Map voor een bestand per deelnemer, of één tabel als het op .csv eindigt",
            "Folder for a file per respondent, or one table if it ends in .csv",
        ),
        "suggest" => l.pick(
            "Schrijf een koppeling om in te vullen, naar -o of het scherm",
            "Write a mapping to fill in, to -o or the screen",
        ),
        "import_dry_run" => {
            l.pick("Toon wat er zou gebeuren en schrijf niets", "Show what would happen and write nothing")
        }
        "allow_unmatched" => {
            l.pick("Wat bij geen vraag hoort, is geen fout", "What belongs to no question is no error")
        }
        "overwrite" => l.pick("Vervang antwoorden die er al staan", "Replace answers that are there already"),
        "import_council" => l.pick("Code van het bestuur, voor alle antwoorden", "Id of the council, for all answers"),
        "import_name" => l.pick("Naam van het bestuur, voor alle antwoorden", "Name of the council, for all answers"),
        "import_wave" => l.pick(
            "Ronde voor alle antwoorden: een jaar of een datum",
            "Wave (round) for all answers: a year or a date",
        ),
        "import_role" => l.pick("Rol voor alle antwoorden", "Role for all answers"),
        "import_seed" => l.pick(
            "Een ander getal geeft de deelnemers andere nummers",
            "Another number gives the respondents other numbers",
        ),
        _ => "",
    }
}
