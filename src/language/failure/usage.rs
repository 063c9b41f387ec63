//! What is wrong with a command line.

use super::{Sentence, sentence};
use crate::language::Language;

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
