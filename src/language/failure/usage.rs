//! What is wrong with a command line.

use super::{Sentence, sentence};
use crate::language::Language;

fn or_help(l: Language, near: &[String]) -> String {
    if near.is_empty() {
        return l.pick("`peil --help` toont wat er kan".into(), "`peil --help` shows what is possible".into());
    }
    let near: Vec<String> = near.iter().map(|word| format!("`{word}`")).collect();
    let near = l.either(&near);
    l.pick(format!("bedoelde u {near}?"), format!("did you mean {near}?"))
}

/// A flag that does not exist, or a word where nothing more is expected.
pub fn unknown_flag(l: Language, flag: &str, near: &[String]) -> Sentence {
    let message = if flag.starts_with('-') {
        l.pick(format!("de vlag `{flag}` bestaat hier niet"), format!("there is no flag `{flag}` here"))
    } else {
        l.pick(
            format!("peil weet niet wat `{flag}` hier betekent"),
            format!("peil does not know what `{flag}` means here"),
        )
    };
    sentence(message, or_help(l, near))
}

/// A command that does not exist.
pub fn unknown_command(l: Language, command: &str, near: &[String]) -> Sentence {
    let message = l.pick(format!("peil kent geen opdracht `{command}`"), format!("peil has no command `{command}`"));
    sentence(message, or_help(l, near))
}

/// No command at all.
pub fn no_command(l: Language) -> Sentence {
    l.pick(
        sentence("wat moet peil doen?", "probeer `peil demo`, of `peil --help` voor alle opdrachten"),
        sentence("what should peil do?", "try `peil demo`, or `peil --help` for all commands"),
    )
}

/// Something that must be given.
pub fn missing_argument(l: Language, argument: &str) -> Sentence {
    let argument = argument.trim_matches(['<', '>', '.', '[', ']']);
    l.pick(
        sentence(format!("hier ontbreekt nog iets: {argument}"), "voeg `--help` toe voor een voorbeeld"),
        sentence(format!("something is missing here: {argument}"), "add `--help` for an example"),
    )
}

/// A flag with a value it cannot have.
pub fn invalid_value(l: Language, flag: &str, value: &str, allowed: &[String], near: Option<&str>) -> Sentence {
    let allowed = l.either(allowed);
    let help = if let Some(near) = near {
        or_help(l, &[near.to_owned()])
    } else if allowed.is_empty() {
        l.pick("voeg `--help` toe voor een voorbeeld".to_owned(), "add `--help` for an example".to_owned())
    } else {
        l.pick(format!("kies {allowed}"), format!("choose {allowed}"))
    };
    let message = if value.is_empty() {
        l.pick(format!("`{flag}` heeft een waarde nodig"), format!("`{flag}` needs a value"))
    } else {
        l.pick(format!("`{value}` kan niet bij `{flag}`"), format!("`{value}` is not possible for `{flag}`"))
    };
    sentence(message, help)
}

/// Two flags that exclude each other.
pub fn flags_conflict(l: Language, one: &str, other: &str) -> Sentence {
    l.pick(
        sentence(format!("`{one}` en `{other}` gaan niet samen"), "laat er één weg"),
        sentence(format!("`{one}` and `{other}` do not go together"), "leave one of them out"),
    )
}

/// A flag beside `--resume` that says what only new answers can still be told.
pub fn only_for_new_answers(l: Language, flag: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{flag}` geldt voor nieuwe antwoorden; bij `--resume` ligt dat al vast in het bestand"),
            format!("laat `{flag}` weg om verder te gaan, of laat `--resume` weg om opnieuw te beginnen"),
        ),
        sentence(
            format!("`{flag}` is for new answers; with `--resume` the file has settled that already"),
            format!("leave out `{flag}` to go on, or leave out `--resume` to begin anew"),
        ),
    )
}

/// Any other wrong command line.
pub fn wrong_usage(l: Language, about: &str) -> Sentence {
    let about = if about.is_empty() { String::new() } else { format!(": {about}") };
    l.pick(
        sentence(format!("zo kan peil niet werken{about}"), "voeg `--help` toe om te zien wat er nodig is"),
        sentence(format!("peil cannot work like this{about}"), "add `--help` to see what is needed"),
    )
}

/// The numbers that a flag takes, for [`invalid_value`].
pub fn whole_number_between(l: Language, lowest: u64, highest: u64) -> String {
    l.pick(
        format!("een geheel getal van {lowest} tot en met {highest}"),
        format!("a whole number from {lowest} to {highest}"),
    )
}

/// An example of a value, for [`invalid_value`].
pub fn for_example(l: Language, value: &str) -> String {
    l.pick(format!("bijvoorbeeld {value}"), format!("for example {value}"))
}
