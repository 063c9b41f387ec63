//! Why a report cannot be measured by targets.

use super::{Sentence, sentence};
use crate::language::Language;

/// The questionnaire has no such profile.
pub fn no_target(l: Language, id: &str, near: Option<&str>, known: &[String]) -> Sentence {
    let list = l.list(known);
    let help = match (near, known) {
        (Some(near), _) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        (None, []) => l.pick(
            "deze vragenlijst heeft geen profielen; geef eigen streefwaarden met --targets doelen.yaml".to_owned(),
            "this questionnaire has no profiles; give targets of your own with --targets targets.yaml".to_owned(),
        ),
        (None, _) => l.pick(
            format!("kies uit {list}, of geef eigen streefwaarden met --targets doelen.yaml"),
            format!("choose from {list}, or give targets of your own with --targets targets.yaml"),
        ),
    };
    sentence(
        l.pick(format!("de vragenlijst heeft geen profiel `{id}`"), format!("the questionnaire has no profile `{id}`")),
        help,
    )
}

/// The file has errors, which were shown.
pub fn broken_targets(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("de streefwaarden in `{path}` zijn niet te lezen"),
            "los de meldingen hierboven op; docs/format.md laat zien hoe zo'n bestand eruitziet",
        ),
        sentence(
            format!("the targets in `{path}` cannot be read"),
            "solve the problems shown above; docs/format.md shows what such a file looks like",
        ),
    )
}

/// The file is of another council.
pub fn targets_of_other(l: Language, council: &str, reported: &str) -> Sentence {
    l.pick(
        sentence(
            format!("de streefwaarden zijn van bestuur `{council}`, en het verslag gaat over `{reported}`"),
            "geef het bestand van dit bestuur, of laat `council` erin weg",
        ),
        sentence(
            format!("the targets are those of council `{council}`, and the report is about `{reported}`"),
            "give the file of this council, or leave `council` out of it",
        ),
    )
}
