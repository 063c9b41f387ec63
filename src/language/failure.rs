//! Why peil cannot go on, and what to do about it.

use super::Language;

/// What stops a run, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong: one lower-case sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

fn sentence(message: impl Into<String>, help: impl Into<String>) -> Sentence {
    Sentence {
        message: message.into(),
        help: help.into(),
    }
}

/// The word before an error.
pub fn error_word(l: Language) -> &'static str {
    l.pick("fout", "error")
}

/// The word before advice.
pub fn help_word(l: Language) -> &'static str {
    l.pick("tip", "help")
}

fn or_help(l: Language, near: Option<String>) -> String {
    match near {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => l.pick(
            "`peil --help` toont wat er kan".into(),
            "`peil --help` shows what is possible".into(),
        ),
    }
}

/// A flag that does not exist.
pub fn unknown_flag(l: Language, flag: &str, near: Option<String>) -> Sentence {
    let message = l.pick(
        format!("`{flag}` bestaat hier niet"),
        format!("there is no `{flag}` here"),
    );
    sentence(message, or_help(l, near))
}

/// A command that does not exist.
pub fn unknown_command(l: Language, command: &str, near: Option<String>) -> Sentence {
    let message = l.pick(
        format!("peil kent geen opdracht `{command}`"),
        format!("peil has no command `{command}`"),
    );
    sentence(message, or_help(l, near))
}

/// No command at all.
pub fn no_command(l: Language) -> Sentence {
    l.pick(
        sentence(
            "wat moet peil doen?",
            "probeer `peil demo`, of `peil --help` voor alle opdrachten",
        ),
        sentence(
            "what should peil do?",
            "try `peil demo`, or `peil --help` for all commands",
        ),
    )
}

/// Something that must be given.
pub fn missing_argument(l: Language, argument: &str) -> Sentence {
    let argument = argument.trim_matches(['<', '>', '.', '[', ']']);
    l.pick(
        sentence(
            format!("{argument} ontbreekt"),
            "voeg `--help` toe om te zien wat er nodig is",
        ),
        sentence(format!("{argument} is missing"), "add `--help` to see what is needed"),
    )
}

/// A flag with a value it cannot have.
pub fn invalid_value(l: Language, flag: &str, value: &str, allowed: &str) -> Sentence {
    let help = if allowed.is_empty() {
        l.pick(
            "voeg `--help` toe om te zien wat kan".to_owned(),
            "add `--help` to see what is possible".to_owned(),
        )
    } else {
        l.pick(format!("kies uit {allowed}"), format!("choose from {allowed}"))
    };
    let message = if value.is_empty() {
        l.pick(
            format!("`{flag}` heeft een waarde nodig"),
            format!("`{flag}` needs a value"),
        )
    } else {
        l.pick(
            format!("`{value}` kan niet bij `{flag}`"),
            format!("`{value}` is not possible for `{flag}`"),
        )
    };
    sentence(message, help)
}

/// Two flags that exclude each other.
pub fn flags_conflict(l: Language, one: &str, other: &str) -> Sentence {
    l.pick(
        sentence(format!("`{one}` en `{other}` gaan niet samen"), "laat er één weg"),
        sentence(
            format!("`{one}` and `{other}` do not go together"),
            "leave one of them out",
        ),
    )
}

/// Any other wrong command line.
pub fn wrong_usage(l: Language, about: &str) -> Sentence {
    let about = if about.is_empty() {
        String::new()
    } else {
        format!(": {about}")
    };
    l.pick(
        sentence(
            format!("zo kan peil niet werken{about}"),
            "voeg `--help` toe om te zien wat er nodig is",
        ),
        sentence(
            format!("peil cannot work like this{about}"),
            "add `--help` to see what is needed",
        ),
    )
}

/// A path that does not exist.
pub fn absent(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` bestaat niet"),
            "controleer de naam, en of u in de juiste map staat",
        ),
        sentence(
            format!("`{path}` does not exist"),
            "check the name, and that you are in the right folder",
        ),
    )
}

/// A folder where a file is needed.
pub fn folder_instead_of_file(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is een map, geen bestand"),
            "noem een bestand in die map",
        ),
        sentence(
            format!("`{path}` is a folder, not a file"),
            "name a file in that folder",
        ),
    )
}

/// A file over the limit.
pub fn too_large(l: Language, path: &str, megabytes: u64) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is groter dan {megabytes} MB, meer dan peil in één keer leest"),
            "splits het bestand, of lever grote aantallen antwoorden als CSV aan",
        ),
        sentence(
            format!("`{path}` is larger than {megabytes} MB, more than peil reads at once"),
            "split the file, or supply large numbers of answers as CSV",
        ),
    )
}

/// A file that the system does not let us read.
pub fn unreadable(l: Language, path: &str, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is niet te lezen: {said}"),
            "controleer of u het bestand mag openen",
        ),
        sentence(
            format!("`{path}` cannot be read: {said}"),
            "check that you may open the file",
        ),
    )
}

/// A place that the system does not let us write to.
pub fn unwritable(l: Language, path: &str, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is niet te schrijven: {said}"),
            "kies met -o een andere plaats; wat er al stond, is niet veranderd",
        ),
        sentence(
            format!("`{path}` cannot be written: {said}"),
            "choose another place with -o; what was there before has not changed",
        ),
    )
}

/// The folder for the output is not there.
pub fn no_such_folder(l: Language) -> String {
    l.pick("de map bestaat niet", "the folder does not exist").to_owned()
}

/// The system refuses.
pub fn no_permission(l: Language) -> String {
    l.pick("u hebt er geen rechten voor", "you have no permission")
        .to_owned()
}

/// No room.
pub fn disk_full(l: Language) -> String {
    l.pick("de schijf is vol", "the disk is full").to_owned()
}

/// A read-only disk.
pub fn read_only(l: Language) -> String {
    l.pick("de schijf is alleen-lezen", "the disk is read-only").to_owned()
}

/// A part of the path is a file.
pub fn not_a_folder(l: Language) -> String {
    l.pick(
        "een deel van het pad is een bestand, geen map",
        "part of the path is a file, not a folder",
    )
    .to_owned()
}

/// The path is a folder.
pub fn is_a_folder(l: Language) -> String {
    l.pick("dat is een map", "that is a folder").to_owned()
}

/// A language peil does not speak.
pub fn unknown_language(l: Language, tag: &str) -> Sentence {
    l.pick(
        sentence(format!("peil spreekt geen `{tag}`"), "kies --lang nl of --lang en"),
        sentence(format!("peil does not speak `{tag}`"), "choose --lang nl or --lang en"),
    )
}

/// No questionnaire could be told from the answers.
pub fn which_questionnaire(l: Language) -> Sentence {
    l.pick(
        sentence(
            "de antwoorden zeggen niet bij welke vragenlijst ze horen",
            "geef de vragenlijst mee: -q digitale-maturiteit, of -q mijn-vragenlijst.yaml",
        ),
        sentence(
            "the answers do not say which questionnaire they belong to",
            "give the questionnaire: -q digitale-maturiteit, or -q my-questionnaire.yaml",
        ),
    )
}

/// Neither a file nor a shipped questionnaire.
pub fn no_questionnaire(l: Language, name: &str, near: Option<&str>, shipped: &[String]) -> Sentence {
    let list = l.list(shipped);
    let help = match near {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => l.pick(
            format!("ingebouwd: {list}; of geef een bestand"),
            format!("built in: {list}; or give a file"),
        ),
    };
    sentence(
        l.pick(
            format!("`{name}` is geen bestand en geen ingebouwde vragenlijst"),
            format!("`{name}` is neither a file nor a built-in questionnaire"),
        ),
        help,
    )
}

/// The questionnaire has errors, which were shown.
pub fn broken_questionnaire(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("de vragenlijst `{path}` heeft fouten"),
            format!("verbeter ze eerst; `peil check {path}` toont ze opnieuw"),
        ),
        sentence(
            format!("the questionnaire `{path}` has errors"),
            format!("correct them first; `peil check {path}` shows them again"),
        ),
    )
}

/// Nothing to read at the paths given.
pub fn nothing_found(l: Language, paths: &str) -> Sentence {
    l.pick(
        sentence(
            format!("geen bestanden gevonden in {paths}"),
            "geef YAML-, JSON- of CSV-bestanden, of een map waar ze in staan",
        ),
        sentence(
            format!("no files found in {paths}"),
            "give YAML, JSON or CSV files, or a folder that holds them",
        ),
    )
}

/// Files, but no answers in them that could be used.
pub fn no_answers(l: Language) -> Sentence {
    l.pick(
        sentence(
            "er is niets om te scoren: geen enkele respondent kon worden gelezen",
            "verbeter de meldingen hierboven",
        ),
        sentence(
            "there is nothing to score: no respondent could be read",
            "correct the problems shown above",
        ),
    )
}

/// A council that is not among the answers.
pub fn no_council(l: Language, id: &str, near: Option<&str>, some: &[String]) -> Sentence {
    let list = l.list(some);
    let help = match near {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => l.pick(
            format!("in de antwoorden staan onder meer {list}"),
            format!("the answers hold {list}, among others"),
        ),
    };
    sentence(
        l.pick(
            format!("bestuur `{id}` komt niet voor in de antwoorden"),
            format!("council `{id}` is not in the answers"),
        ),
        help,
    )
}

/// More than one council where one is needed.
pub fn which_council(l: Language, count: usize, some: &[String]) -> Sentence {
    let list = l.list(some);
    sentence(
        l.pick(
            format!("de antwoorden gaan over {count} besturen; kies er één"),
            format!("the answers are about {count} councils; choose one"),
        ),
        l.pick(
            format!("voeg --council toe, bijvoorbeeld {list}"),
            format!("add --council, for example {list}"),
        ),
    )
}

/// A wave that is not among the answers.
pub fn no_wave(l: Language, wave: &str, some: &[String]) -> Sentence {
    let list = l.list(some);
    sentence(
        l.pick(
            format!("ronde `{wave}` komt niet voor in de antwoorden"),
            format!("wave `{wave}` is not in the answers"),
        ),
        l.pick(
            format!("dit zijn de rondes: {list}"),
            format!("these are the waves: {list}"),
        ),
    )
}

/// A class column that is not among the answers.
pub fn no_column(l: Language, column: &str, near: Option<&str>, known: &[String]) -> Sentence {
    let list = l.list(known);
    let help = match (near, known) {
        (Some(near), _) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        (None, []) => l.pick(
            "zet de klasse als kolom in de tabel met antwoorden".to_owned(),
            "put the class in the table of answers as a column".to_owned(),
        ),
        (None, _) => l.pick(
            format!("dit zijn de kolommen: {list}"),
            format!("these are the columns: {list}"),
        ),
    };
    sentence(
        l.pick(
            format!("er is geen kolom `{column}` in de antwoorden"),
            format!("the answers have no column `{column}`"),
        ),
        help,
    )
}

/// A dimension that is not in the questionnaire.
pub fn no_dimension(l: Language, name: &str, near: Option<&str>, known: &[String]) -> Sentence {
    let list = l.list(known);
    let help = match near {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => l.pick(
            format!("kies uit {list}; zet bestanden vóór --explain"),
            format!("choose from {list}; put files before --explain"),
        ),
    };
    sentence(
        l.pick(
            format!("de vragenlijst heeft geen dimensie `{name}`"),
            format!("the questionnaire has no dimension `{name}`"),
        ),
        help,
    )
}

/// An output file whose extension says nothing.
pub fn which_format(l: Language, path: &str, extensions: &[String]) -> Sentence {
    let list = l.list(extensions);
    sentence(
        l.pick(
            format!("aan `{path}` is niet te zien welk formaat u wilt"),
            format!("`{path}` does not tell which format you want"),
        ),
        l.pick(
            format!("gebruik {list}, of voeg --format toe"),
            format!("use {list}, or add --format"),
        ),
    )
}

/// A report for each council needs a folder.
pub fn all_needs_folder(l: Language) -> Sentence {
    l.pick(
        sentence(
            "--all schrijft een verslag per bestuur en heeft een map nodig",
            "voeg toe: -o verslagen",
        ),
        sentence(
            "--all writes a report for each council and needs a folder",
            "add: -o reports",
        ),
    )
}

/// A folder for the demo that holds other things.
pub fn demo_folder_in_use(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` staan al andere bestanden"),
            "kies een nieuwe map: peil demo mijn-demo",
        ),
        sentence(
            format!("`{path}` already holds other files"),
            "choose a new folder: peil demo my-demo",
        ),
    )
}

/// A chart that cannot be drawn.
pub fn drawing(l: Language, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("een grafiek kon niet worden getekend: {said}"),
            "laat --charts weg, of vergelijk minder besturen",
        ),
        sentence(
            format!("a chart could not be drawn: {said}"),
            "leave --charts out, or compare fewer councils",
        ),
    )
}

/// Something that should not be possible.
pub fn internal(l: Language, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("dit is een fout in peil zelf: {said}"),
            "meld hem met de opdracht die u gaf",
        ),
        sentence(
            format!("this is a bug in peil itself: {said}"),
            "report it with the command you gave",
        ),
    )
}
