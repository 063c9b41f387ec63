//! The help of the command line: what each command and each flag does. A flag means the same thing everywhere.

mod asking;
mod comparing;
mod examples;
mod importing;
mod keeping;
mod sql;

pub use examples::examples;

use super::Language;
use super::report::about::council_placeholder;

/// What a command does.
pub fn command(l: Language, name: &str) -> &'static str {
    match name {
        "demo" => l.pick(
            "Laat zien wat peil doet, met 25 verzonnen besturen",
            "Show what peil does, with 25 fictitious councils",
        ),
        "new" => l.pick(
            "Begin een eigen vragenlijst, met een klein voorbeeld en antwoorden",
            "Start a questionnaire of your own, from a small example with answers",
        ),
        "list" => l.pick("Toon de ingebouwde vragenlijsten", "List the built-in questionnaires"),
        "check" => l.pick(
            "Controleer vragenlijsten en antwoorden: elk probleem, op zijn plaats",
            "Check questionnaires and answers: every problem, in its place",
        ),
        "explain" => l.pick(
            "Leg uit wat een code van een melding betekent, met een voorbeeld",
            "Explain what the code of a finding means, with an example",
        ),
        "schema" => l.pick(
            "Schrijf een JSON Schema, waarmee een editor meeleest",
            "Write a JSON Schema, with which an editor reads along",
        ),
        "assess" => {
            l.pick("Beantwoord een vragenlijst, vraag voor vraag", "Answer a questionnaire, question by question")
        }
        "form" => l.pick(
            "Schrijf een formulier om rond te sturen: één pagina, zonder internet in te vullen",
            "Write a form to send out: one page, filled in without the internet",
        ),
        "forget" => l.pick(
            "Verwijder een deelnemer, en zeg welke verslagen opnieuw moeten",
            "Remove a respondent, and name the reports to make again",
        ),
        "import" => l.pick(
            "Neem antwoorden over uit formulieren, werkmappen en exports van enquêtes",
            "Take in answers from forms, workbooks and survey exports",
        ),
        "score" => {
            l.pick("Bereken de scores van één bestuur of van veel", "Work out the scores of one council or many")
        }
        "compare" => l.pick("Vergelijk besturen, rondes of rollen", "Compare councils, waves or roles"),
        "report" => l.pick("Schrijf het verslag van een bestuur", "Write the report of a council"),
        "sql" => l.pick(
            "Schrijf de scores als SQL voor DuckDB, PostgreSQL of Spark",
            "Write the scoring as SQL for DuckDB, PostgreSQL or Spark",
        ),
        "completions" => l.pick("Schrijf aanvulregels voor een shell", "Write completions for a shell"),
        "man" => l.pick("Schrijf de handleiding als man-pagina", "Write the manual as a man page"),
        _ => l.pick(
            "Meet hoe digitaal rijp een gemeente is: van vragenlijst tot verslag",
            "Measures how digitally mature a municipality is: from questionnaire to report",
        ),
    }
}

/// What a flag or an argument does.
pub fn argument(l: Language, id: &str) -> &'static str {
    match id {
        "lang" => l.pick("Taal: nl of en, ook nl-BE of nl-NL", "Language: nl or en, nl-BE and nl-NL too"),
        "color" => l.pick("Kleur: auto (standaard), always of never", "Colour: auto (the default), always or never"),
        "quiet" => l.pick("Zeg niets naast het resultaat", "Say nothing beside the result"),
        "help" => l.pick("Toon deze hulp", "Show this help"),
        "version" => l.pick("Toon de versie", "Show the version"),
        "folder" => l.pick("Map voor de voorbeelden; anders peil-demo", "Folder for the examples; else peil-demo"),
        "new_folder" => {
            l.pick("Map voor de bestanden; anders mijn-vragenlijst", "Folder for the files; else my-questionnaire")
        }
        "schema_of" => {
            l.pick("Van welke bestanden: questionnaire of answers", "Of which files: questionnaire or answers")
        }
        "files" => l.pick(
            "Vragenlijsten, antwoorden, lijsten van besturen, streefwaarden, koppelingen, of mappen met zulke bestanden",
            "Questionnaires, answers, lists of councils, targets, mappings, or folders of such files",
        ),
        "answers" => l.pick(
            "Antwoorden: YAML, JSON, CSV, JSON Lines, Parquet (ook .gz, .zst), of mappen ervan",
            "Answers: YAML, JSON, CSV, JSON Lines, Parquet (.gz and .zst too), or folders of them",
        ),
        "shell" => l.pick(
            "Welke shell: bash, zsh, fish, powershell of elvish",
            "Which shell: bash, zsh, fish, powershell or elvish",
        ),
        "allow" | "warn" | "deny" | "code" => level(l, id),
        "format" | "check_format" | "score_format" | "output" | "charts" => output(l, id),
        "form_questionnaire" | "form_council" | "form_wave" | "quick" | "role" | "name" | "keep_until"
        | "instructions" | "seed" => asking::form(l, id),
        "forget_id" | "places" | "forget_wave" | "outputs" | "dry_run" | "yes" | "today" => keeping::argument(l, id),
        "dialect" | "table" | "columns" => sql::argument(l, id),
        _ => {
            let words = [asking::assess(l, id), importing::import(l, id), comparing::argument(l, id), choice(l, id)];
            words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
        }
    }
}

/// What the flags do that say where the result goes, and how.
fn output(l: Language, id: &str) -> &'static str {
    match id {
        "check_format" => l.pick(
            "Formaat: human (standaard), concise, json, github, gitlab, sarif of junit",
            "Format: human (the default), concise, json, github, gitlab, sarif or junit",
        ),
        "score_format" => l.pick(
            "Formaat: table, csv, json, jsonl of parquet, met --explain ook markdown of html; anders volgens de extensie",
            "Format: table, csv, json, jsonl or parquet, with --explain markdown or html too; else by the extension",
        ),
        "format" => l.pick(
            "Formaat: terminal, markdown of html; anders volgens de extensie",
            "Format: terminal, markdown or html; else by the extension",
        ),
        "output" => {
            l.pick("Schrijf naar dit bestand; - is de standaarduitvoer", "Write to this file; - is standard output")
        }
        "charts" => {
            l.pick("Schrijf elke grafiek als SVG en PNG in deze map", "Write each chart as SVG and PNG in this folder")
        }
        _ => "",
    }
}

/// What the flags do that say how bad a finding is held to be.
fn level(l: Language, id: &str) -> &'static str {
    match id {
        "allow" => l.pick("Toon deze meldingen niet; warnings = alle", "Do not show these findings; warnings = all"),
        "warn" => l.pick("Toon ze als waarschuwing", "Show them as warnings"),
        "deny" => {
            l.pick("Toon ze als fout, exitcode 1; warnings = alle", "Show them as errors, exit 1; warnings = all")
        }
        _ => l.pick("Code van een melding; anders de lijst", "Code of a finding; else the list"),
    }
}

/// What the flags do that choose what is shown.
fn choice(l: Language, id: &str) -> &'static str {
    match id {
        "questionnaire" => {
            l.pick("Vragenlijst: een bestand of een ingebouwde", "Questionnaire: a file or a built-in one")
        }
        "against" => l.pick(
            "Vergelijk met deze eerdere versie van de vragenlijst",
            "Compare with this earlier version of the questionnaire",
        ),
        "wave" => l.pick(
            "Ronde: een jaar of een datum; anders de laatste, bij score alle",
            "Wave (round): a year or a date; else the latest, with score all of them",
        ),
        "within" => l.pick(
            "Vergelijk binnen deze kolommen, zoals een grootteklasse; de eerste weegt het zwaarst",
            "Compare within these columns, such as a size class; the first matters most",
        ),
        "register" => l.pick(
            "Register van besturen: naam, klassen, inwoners, opvolgers",
            "Register of councils: name, classes, population, successors",
        ),
        "threads" => {
            l.pick("Aantal rekenkernen; het resultaat blijft gelijk", "Number of threads; the result stays the same")
        }
        "council" => l.pick("Code van het bestuur", "Code of the council"),
        "explain" => l.pick(
            "Toon waar een getal vandaan komt, tot op de antwoorden: overall, een dimensie, of een vak als a×b",
            "Show where a number comes from, down to the answers: overall, a dimension, or a cell as a×b",
        ),
        "rejects" => l.pick(
            "Schrijf elke rij met een probleem in dit CSV-bestand, met plaats en reden",
            "Write each row with a problem to this CSV file, with place and reason",
        ),
        "strict" => l.pick("Stop bij de eerste fout in een tabel", "Stop at the first error in a table"),
        "audience" => l.pick(
            "Voor wie: public of workshop (alleen de deelnemers)",
            "For whom: public or workshop (the participants only)",
        ),
        "by" => l.pick(
            "Wat naast elkaar komt: council (standaard), wave of role; van een lijst de dimensie",
            "What is set side by side: council (the default), wave or role; of a list the dimension",
        ),
        "show_names" => l.pick("Noem de besturen bij naam", "Show the councils by name"),
        "sort" => l.pick(
            "Volgorde met --show-names: name (standaard) of score",
            "Order with --show-names: name (the default) or score",
        ),
        "all" => l.pick("Een verslag van elk bestuur, in een map", "A report of each council, in a folder"),
        _ => "",
    }
}

/// The word for the value of a flag or argument.
pub fn value_name(l: Language, id: &str) -> Option<&'static str> {
    Some(match id {
        "lang" => l.pick("TAAL", "TAG"),
        "color" => l.pick("WANNEER", "WHEN"),
        "schema_of" => l.pick("SOORT", "KIND"),
        "folder" | "new_folder" | "charts" | "answers_folder" => l.pick("MAP", "FOLDER"),
        "files" | "output" | "rejects" | "resume" | "councils" | "previous" | "import_files" | "mapping"
        | "against" | "register" | "targets" => l.pick("BESTAND", "FILE"),
        "answers" => l.pick("ANTWOORDEN", "ANSWERS"),
        "questionnaire" | "form_questionnaire" => l.pick("VRAGENLIJST", "QUESTIONNAIRE"),
        "format" | "check_format" | "score_format" => l.pick("FORMAAT", "FORMAT"),
        "import_output" => l.pick("MAP|CSV", "FOLDER|CSV"),
        "wave" | "form_wave" | "assess_wave" | "import_wave" => l.pick("RONDE", "WAVE"),
        "within" | "columns" => l.pick("KOLOM,…", "COLUMN,…"),
        "dialect" => l.pick("SYSTEEM", "ENGINE"),
        "table" => l.pick("TABEL", "TABLE"),
        "threads" | "lowest" => l.pick("AANTAL", "NUMBER"),
        "below" => l.pick("SCORE", "SCORE"),
        "forget_id" | "places" | "forget_wave" | "outputs" | "today" => return keeping::value_name(l, id),
        "allow" | "warn" | "deny" | "code" => "CODE",
        "council" | "form_council" | "import_council" => council_placeholder(l),
        "role" | "assess_role" | "import_role" => l.pick("ROL", "ROLE"),
        "name" | "assess_name" | "import_name" => council_name_placeholder(l),
        "keep_until" | "assess_keep_until" => l.pick("DATUM", "DATE"),
        "instructions" => l.pick("TEKST", "TEXT"),
        "seed" | "pool_seed" | "assess_seed" | "import_seed" => l.pick("GETAL", "NUMBER"),
        "explain" => l.pick("GETAL", "NUMBER"),
        "audience" => l.pick("PUBLIEK", "AUDIENCE"),
        "by" => l.pick("WAT", "WHAT"),
        "sort" => l.pick("VOLGORDE", "ORDER"),
        "target" => l.pick("PROFIEL", "PROFILE"),
        "shell" => "SHELL",
        _ => return None,
    })
}

/// Where the name of a council has to be filled in.
pub fn council_name_placeholder(l: Language) -> &'static str {
    l.pick("NAAM", "NAME")
}

/// In a usage line: the command.
pub fn command_word(l: Language) -> &'static str {
    l.pick("OPDRACHT", "COMMAND")
}

/// In a usage line: the flags.
pub fn options_word(l: Language) -> &'static str {
    l.pick("[OPTIES]", "[OPTIONS]")
}

/// Heading over the flags that every command takes.
pub fn common_heading(l: Language) -> &'static str {
    l.pick("Algemeen", "General")
}

/// The headings of a help page, in clap's notation.
pub fn template(l: Language) -> &'static str {
    l.pick(
        "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}\n",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n",
    )
}

/// The name of the manual, at the top of its page.
pub fn manual_name(l: Language) -> &'static str {
    l.pick("Handleiding van peil", "Manual of peil")
}

/// Heading over the name on the manual page: `whatis` finds the page by this word.
pub fn name_heading(l: Language) -> &'static str {
    l.pick("NAAM", "NAME")
}

/// Heading over the usage on the manual page.
pub fn usage_heading(l: Language) -> &'static str {
    l.pick("GEBRUIK", "SYNOPSIS")
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
