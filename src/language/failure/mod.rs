//! Why peil cannot go on, and what to do about it.

mod codes;
mod derivation;
mod files;
mod forget;
mod form;
mod import;
mod invitation;
mod parquet;
mod pool;
mod selections;
mod spreadsheet;
mod sql;
mod targets;
mod usage;
mod workbook;

pub use codes::*;
pub use derivation::*;
pub use files::*;
pub use forget::*;
pub use form::*;
pub use import::*;
pub use invitation::*;
pub use parquet::*;
pub use pool::*;
pub use selections::*;
pub use spreadsheet::*;
pub use sql::*;
pub use targets::*;
pub use usage::*;
pub use workbook::*;

use super::{Language, command};

/// What stops a run, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong: one lower-case sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

pub(super) fn sentence(message: impl Into<String>, help: impl Into<String>) -> Sentence {
    Sentence { message: message.into(), help: help.into() }
}

/// The word before an error.
pub fn error_word(l: Language) -> &'static str {
    l.pick("fout", "error")
}

/// The word before advice.
pub fn help_word(l: Language) -> &'static str {
    l.pick("tip", "help")
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
        None => l.pick(format!("ingebouwd: {list}; of geef een bestand"), format!("built in: {list}; or give a file")),
    };
    sentence(
        l.pick(
            format!("`{name}` is geen bestand en geen ingebouwde vragenlijst"),
            format!("`{name}` is neither a file nor a built-in questionnaire"),
        ),
        help,
    )
}

/// The answers name a questionnaire that does not ship with peil, and no file of it was given.
pub fn questionnaire_not_given(l: Language, id: &str, near: Option<&str>, shipped: &[String]) -> Sentence {
    let (list, flag) = (l.list(shipped), command(["-q", &format!("{id}.yaml")]));
    let help = match near {
        Some(near) => l.pick(
            format!("bedoelde u `{near}`? Zo niet, geef het bestand mee: {flag}"),
            format!("did you mean `{near}`? If not, give its file: {flag}"),
        ),
        None => l.pick(
            format!("geef het bestand mee: {flag} (ingebouwd: {list})"),
            format!("give its file: {flag} (built in: {list})"),
        ),
    };
    sentence(
        l.pick(
            format!("de antwoorden horen bij de vragenlijst `{id}`, en die is niet ingebouwd"),
            format!("the answers belong to the questionnaire `{id}`, which is not built in"),
        ),
        help,
    )
}

/// A file with answers where a questionnaire is needed.
pub fn answers_instead_of_questionnaire(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` staan antwoorden, geen vragenlijst"),
            "geef met -q de vragenlijst, en de antwoorden zonder -q",
        ),
        sentence(
            format!("`{path}` holds answers, not a questionnaire"),
            "give the questionnaire with -q, and the answers without it",
        ),
    )
}

/// Rejected rows are asked for where the answers are not read row by row.
pub fn rejects_of_rows(l: Language) -> Sentence {
    l.pick(
        sentence(
            "`--rejects` gaat alleen met tabellen: geen antwoordbestanden van één deelnemer, en één versie van de vragenlijst",
            "laat de vlag weg: `peil check ANTWOORDEN` toont elke rij die niet past",
        ),
        sentence(
            "`--rejects` goes only with tables: no answers files of one respondent, and one version of the questionnaire",
            "leave the flag out: `peil check ANSWERS` shows every row that does not fit",
        ),
    )
}

/// None of the questionnaires that were checked is a later version of the one given.
pub fn nothing_to_compare(l: Language, id: &str) -> Sentence {
    l.pick(
        sentence(
            format!("geen van deze bestanden is een vragenlijst `{id}`"),
            "noem de nieuwe versie eerst en de eerdere na `--against`",
        ),
        sentence(
            format!("none of these files is a questionnaire `{id}`"),
            "name the new version first and the earlier one after `--against`",
        ),
    )
}

/// A register of councils with errors in it.
pub fn broken_register(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("het register `{path}` heeft fouten"),
            "verbeter ze eerst: wat er fout in staat, komt mee in de antwoorden en in elke vergelijking",
        ),
        sentence(
            format!("the register `{path}` has errors"),
            "correct them first: what is wrong in it ends up in the answers and in every comparison",
        ),
    )
}

/// The questionnaire has errors, which were shown.
pub fn broken_questionnaire(l: Language, path: &str) -> Sentence {
    let check = command(["peil", "check", path]);
    l.pick(
        sentence(
            format!("de vragenlijst `{path}` heeft fouten"),
            format!("verbeter ze eerst; `{check}` toont ze opnieuw"),
        ),
        sentence(
            format!("the questionnaire `{path}` has errors"),
            format!("correct them first; `{check}` shows them again"),
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
        sentence(format!("no files found in {paths}"), "give YAML, JSON or CSV files, or a folder that holds them"),
    )
}

/// Files, but none of them holds answers.
pub fn no_answers_in(l: Language, paths: &str) -> Sentence {
    l.pick(
        sentence(
            format!("geen antwoorden gevonden in {paths}"),
            "geef bestanden die met `peil: answers/1` beginnen, of tabellen als CSV",
        ),
        sentence(
            format!("no answers found in {paths}"),
            "give files that start with `peil: answers/1`, or tables as CSV",
        ),
    )
}

/// Files, but no answers in them that could be used.
pub fn no_answers(l: Language) -> Sentence {
    l.pick(
        sentence(
            "er is niets om te scoren: van geen enkele deelnemer waren de antwoorden te lezen",
            "los eerst de meldingen hierboven op",
        ),
        sentence("there is nothing to score: no respondent could be read", "solve the problems shown above first"),
    )
}

/// Files that can be read, and not one respondent in them.
pub fn nobody_to_score(l: Language) -> Sentence {
    l.pick(
        sentence(
            "er is niets om te scoren: in deze bestanden staat geen enkele deelnemer",
            "kijk of de export volledig was",
        ),
        sentence(
            "there is nothing to score: there is no respondent in these files",
            "check that the export was complete",
        ),
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
    let list = l.either(extensions);
    sentence(
        l.pick(
            format!("aan `{path}` is niet te zien welk formaat u wilt"),
            format!("`{path}` does not tell which format you want"),
        ),
        l.pick(format!("gebruik {list}, of voeg --format toe"), format!("use {list}, or add --format")),
    )
}

/// A report for each council needs a folder.
pub fn all_needs_folder(l: Language) -> Sentence {
    l.pick(
        sentence("--all schrijft een verslag per bestuur en heeft een map nodig", "voeg toe: -o verslagen"),
        sentence("--all writes a report for each council and needs a folder", "add: -o reports"),
    )
}

/// A folder for the demo that holds other things.
pub fn demo_folder_in_use(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("in `{path}` staan al andere bestanden"), "kies een nieuwe map: peil demo mijn-demo"),
        sentence(format!("`{path}` already holds other files"), "choose a new folder: peil demo my-demo"),
    )
}

/// A file that `peil new` would write over.
pub fn already_there(l: Language, path: &str, folder: &str) -> Sentence {
    let new = command(["peil", "new", &format!("{folder}-2")]);
    l.pick(
        sentence(format!("`{path}` bestaat al, en wordt niet overschreven"), format!("kies een nieuwe map: {new}")),
        sentence(format!("`{path}` is already there, and is not written over"), format!("choose a new folder: {new}")),
    )
}

/// A chart that cannot be drawn.
pub fn drawing(l: Language, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("een grafiek kon niet worden getekend: {said}"),
            "laat --charts weg, of vergelijk minder besturen",
        ),
        sentence(format!("a chart could not be drawn: {said}"), "leave --charts out, or compare fewer councils"),
    )
}

/// Something that should not be possible.
pub fn internal(l: Language, said: &str) -> Sentence {
    l.pick(
        sentence(format!("dit is een fout in peil zelf: {said}"), "meld hem met de opdracht die u gaf"),
        sentence(format!("this is a bug in peil itself: {said}"), "report it with the command you gave"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_blank_stands_in_quotes_in_what_is_to_be_typed() {
        let (nl, en, path) = (Language::Nl, Language::En, "an peeters/vragen.yaml");
        assert_eq!(
            broken_questionnaire(nl, path).help,
            "verbeter ze eerst; `peil check \"an peeters/vragen.yaml\"` toont ze opnieuw"
        );
        assert_eq!(mapping_instead_of_export(en, path).help, "give it with -m \"an peeters/vragen.yaml\"");
        assert_eq!(
            questionnaire_of_draft(en, "eigen", path).help,
            "give the file of the questionnaire too: peil assess eigen.yaml --resume \"an peeters/vragen.yaml\""
        );
        assert_eq!(
            spreadsheet_not_read(nl, "an peeters/a.xlsx").help,
            "doe eerst: peil import \"an peeters/a.xlsx\" -q VRAGENLIJST -o antwoorden"
        );
        assert_eq!(
            which_places(nl, "An P", "antwoorden").help,
            "noem de bestanden of mappen: `peil forget \"An P\" MAP`"
        );
    }
}
