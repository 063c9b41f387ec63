//! The help of the command line: what each command and each flag does. A flag means the same thing everywhere.

use super::Language;

/// What a command does.
pub fn command(l: Language, name: &str) -> &'static str {
    match name {
        "demo" => l.pick(
            "Laat zien wat peil doet, met 24 verzonnen besturen",
            "Show what peil does, with 24 fictitious councils",
        ),
        "list" => l.pick("Toon de ingebouwde vragenlijsten", "List the built-in questionnaires"),
        "check" => l.pick(
            "Controleer vragenlijsten en antwoorden: elk probleem, op zijn plaats",
            "Check questionnaires and answers: every problem, in its place",
        ),
        "score" => l.pick(
            "Bereken de scores van één bestuur of van veel",
            "Work out the scores of one council or many",
        ),
        "compare" => l.pick(
            "Vergelijk besturen, rondes of rollen",
            "Compare councils, waves or roles",
        ),
        "report" => l.pick("Schrijf het verslag van een bestuur", "Write the report of a council"),
        "completions" => l.pick("Schrijf aanvulregels voor een shell", "Write completions for a shell"),
        "man" => l.pick(
            "Schrijf de handleiding als man-pagina",
            "Write the manual as a man page",
        ),
        _ => l.pick(
            "Meet hoe digitaal rijp een gemeente is: van vragenlijst tot verslag",
            "Measures how digitally mature a municipality is: from questionnaire to report",
        ),
    }
}

/// What a flag or an argument does.
pub fn argument(l: Language, id: &str) -> &'static str {
    match id {
        "lang" => l.pick(
            "Taal: nl of en, ook nl-BE of nl-NL",
            "Language: nl or en, nl-BE and nl-NL too",
        ),
        "color" => l.pick("Kleur: auto, always of never", "Colour: auto, always or never"),
        "quiet" => l.pick("Zeg niets naast het resultaat", "Say nothing beside the result"),
        "help" => l.pick("Toon deze hulp", "Show this help"),
        "version" => l.pick("Toon de versie", "Show the version"),
        "folder" => l.pick("Map voor de voorbeelden", "Folder for the examples"),
        "files" => l.pick(
            "Vragenlijsten, antwoorden, of mappen ervan",
            "Questionnaires, answers, or folders of them",
        ),
        "answers" => l.pick(
            "Antwoorden: YAML, JSON, CSV, of mappen ervan",
            "Answers: YAML, JSON, CSV, or folders of them",
        ),
        "shell" => l.pick("Welke shell", "Which shell"),
        _ => choice(l, id),
    }
}

/// What the flags do that choose among data and outputs.
fn choice(l: Language, id: &str) -> &'static str {
    match id {
        "questionnaire" => l.pick(
            "Vragenlijst: een bestand of een ingebouwde",
            "Questionnaire: a file or a built-in one",
        ),
        "format" => l.pick("Formaat van de uitvoer", "Format of the output"),
        "output" => l.pick(
            "Schrijf naar dit bestand; - is de standaarduitvoer",
            "Write to this file; - is standard output",
        ),
        "wave" => l.pick(
            "Ronde: een jaar of een datum; anders de laatste",
            "Wave: a year or a date; else the latest",
        ),
        "within" => l.pick(
            "Vergelijk binnen deze kolom, zoals een grootteklasse",
            "Compare within this column, such as a size class",
        ),
        "threads" => l.pick(
            "Aantal rekenkernen; het resultaat blijft gelijk",
            "Number of threads; the result stays the same",
        ),
        "council" => l.pick("Code van het bestuur", "Code of the council"),
        "explain" => l.pick(
            "Toon waar een getal vandaan komt, tot op de antwoorden",
            "Show where a number comes from, down to the answers",
        ),
        "audience" => l.pick(
            "Voor wie: public of workshop (alleen de deelnemers)",
            "For whom: public or workshop (the participants only)",
        ),
        "charts" => l.pick(
            "Schrijf elke grafiek als SVG en PNG in deze map",
            "Write each chart as SVG and PNG in this folder",
        ),
        "by" => l.pick("Wat naast elkaar komt", "What is set side by side"),
        "show_names" => l.pick("Noem de besturen bij naam", "Show the councils by name"),
        "sort" => l.pick("Volgorde van de besturen bij naam", "Order of the councils by name"),
        "all" => l.pick(
            "Een verslag van elk bestuur, in een map",
            "A report of each council, in a folder",
        ),
        _ => "",
    }
}

/// The headings of a help page, in clap's notation.
pub fn template(l: Language) -> &'static str {
    l.pick(
        "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}\n",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n",
    )
}

/// Heading over the commands.
pub fn commands_heading(l: Language) -> &'static str {
    l.pick("Opdrachten", "Commands")
}

/// Heading over the arguments.
pub fn arguments_heading(l: Language) -> &'static str {
    l.pick("Argumenten", "Arguments")
}

/// Heading over the flags.
pub fn options_heading(l: Language) -> &'static str {
    l.pick("Opties", "Options")
}

/// Examples at the bottom of a help page.
pub fn examples(l: Language, name: &str) -> String {
    let lines: &[&str] = match name {
        "peil" => &["peil demo", "peil score antwoorden/"],
        "demo" => &["peil demo", "peil demo mijn-demo --lang nl"],
        "check" => &[
            "peil check vragenlijst.yaml",
            "peil check antwoorden/ -q vragenlijst.yaml --format json",
        ],
        "score" => &[
            "peil score antwoorden/",
            "peil score antwoorden.csv -q digitale-maturiteit -o scores.csv",
            "peil score antwoorden/ --council 41048 --explain delen",
        ],
        "compare" => &[
            "peil compare antwoorden.csv -q digitale-maturiteit --within klasse",
            "peil compare antwoorden.csv -q digitale-maturiteit --by wave -o verschil.html",
        ],
        "report" => &[
            "peil report antwoorden/ --council 41048 -o verslag.html",
            "peil report antwoorden/ --all -o verslagen",
        ],
        "completions" => &["peil completions bash > ~/.local/share/bash-completion/completions/peil"],
        "man" => &["peil man > peil.1"],
        _ => return String::new(),
    };
    let heading = l.pick("Voorbeelden:", "Examples:");
    lines
        .iter()
        .fold(heading.to_owned(), |text, line| format!("{text}\n  {line}"))
}
