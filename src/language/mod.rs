//! Every sentence a person reads, in every language, complete by construction.
//!
//! A sentence is a function that takes a [`Language`] and what it speaks about, and picks its wording with
//! [`Language::pick`], which has one parameter per language: a sentence without a translation does not compile.
//! This module knows nothing of questionnaires, scores or files; it is handed words and numbers.

pub mod aside;
pub mod charts;
pub mod cli;
mod command;
pub mod derivation;
pub mod earlier_files;
pub mod explain;
pub mod failure;
pub mod findings;
pub mod forget;
pub mod form;
pub mod help;
pub mod import;
pub mod interview;
pub mod length;
pub mod markup;
pub mod number;
pub mod order;
pub mod page;
pub mod pool;
pub mod report;
pub mod rounding;
pub mod scan;
pub mod schema;
pub mod sql;
pub mod start;
pub mod underway;
pub mod versions;

use std::fmt;
use std::str::FromStr;

pub use command::{command, typed_words};

/// A language peil itself speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Dutch, as both Flanders and the Netherlands write it.
    Nl,
    /// British English.
    En,
}

impl Language {
    /// Every language, Dutch first.
    pub const ALL: [Language; 2] = [Language::Nl, Language::En];

    /// Picks the wording of this language. One parameter per language, so a missing one does not compile.
    pub fn pick<T>(self, nl: T, en: T) -> T {
        match self {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// The two-letter code, as in `lang="nl"`.
    pub fn code(self) -> &'static str {
        self.pick("nl", "en")
    }

    /// `one` for exactly one, else `many`: "1 council", "2 councils", "0 councils".
    pub fn plural<'a>(self, count: usize, one: &'a str, many: &'a str) -> &'a str {
        if count == 1 { one } else { many }
    }

    /// The number and its noun: "12 besturen".
    pub fn counted(self, count: usize, one: &str, many: &str) -> String {
        format!("{} {}", number::whole(self, count as u64), self.plural(count, one, many))
    }

    /// "a", "a en b", "a, b en c".
    pub fn list(self, words: &[String]) -> String {
        joined(words, self.pick("en", "and"))
    }

    /// "a", "a of b", "a, b of c".
    pub fn either(self, words: &[String]) -> String {
        joined(words, self.pick("of", "or"))
    }
}

/// With a capital, as the first word of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn joined(words: &[String], last_word: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {last_word} {last}", first.join(", ")),
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language tag that peil has no sentences for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads `nl`, `en` or a regional form of them such as `nl-BE`, upper or lower case, `-` or `_` between the parts.
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_speaks_its_primary_language() {
        assert_eq!("nl-BE".parse(), Ok(Language::Nl));
        assert_eq!("en_GB.UTF-8".parse(), Ok(Language::En));
        assert_eq!("fr".parse::<Language>(), Err(UnknownLanguage("fr".into())));
    }

    #[test]
    fn a_list_ends_with_and() {
        let words = ["ict", "dienst", "directie"].map(String::from);
        assert_eq!(Language::Nl.list(&words), "ict, dienst en directie");
        assert_eq!(Language::En.list(&words[..1]), "ict");
    }

    #[test]
    fn zero_takes_the_plural() {
        assert_eq!(Language::Nl.counted(0, "bestuur", "besturen"), "0 besturen");
        assert_eq!(Language::Nl.counted(1, "bestuur", "besturen"), "1 bestuur");
        assert_eq!(Language::En.counted(1200, "row", "rows"), "1,200 rows");
    }
}
