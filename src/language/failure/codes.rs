//! Codes of findings that a command line names, and the levels it sets.

use super::{Sentence, sentence};
use crate::language::{Language, command};

/// A code that is not in the catalogue.
pub fn unknown_code(l: Language, word: &str, near: Option<&str>) -> Sentence {
    let help = match near {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => l.pick("`peil explain` toont alle codes".into(), "`peil explain` lists all codes".into()),
    };
    sentence(l.pick(format!("er is geen code `{word}`"), format!("there is no code `{word}`")), help)
}

/// An error that cannot be made less.
pub fn fixed_code(l: Language, code: &str) -> Sentence {
    let explain = command(["peil", "explain", code]);
    l.pick(
        sentence(
            format!("`{code}` is altijd een fout: zo'n bestand is niet te gebruiken, of niet helemaal"),
            format!("verbeter het bestand; `{explain}` zegt hoe"),
        ),
        sentence(
            format!("`{code}` is always an error: such a file cannot be used, or not in full"),
            format!("correct the file; `{explain}` says how"),
        ),
    )
}

/// The same code at two levels.
pub fn two_levels(l: Language, word: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{word}` staat bij meer dan één van --allow, --warn en --deny"),
            "noem elke code bij één ervan",
        ),
        sentence(
            format!("`{word}` stands with more than one of --allow, --warn and --deny"),
            "name each code with one of them",
        ),
    )
}
