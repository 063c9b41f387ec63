//! Texts that were put there to be replaced.

use super::texts::{Said, word_by_word};
use crate::diagnostics::{Diagnostics, TextFinding};

/// Words that stand in no finished text.
const WORDS: [&str; 8] = ["todo", "fixme", "tbd", "tbc", "ntb", "nnb", "lorem", "placeholder"];
/// The same in more words than one.
const PHRASES: [&str; 8] = [
    "nog in te vullen",
    "nog aan te vullen",
    "nader te bepalen",
    "tekst volgt",
    "hier komt de",
    "to be determined",
    "to be written",
    "text goes here",
];

/// Each phrase holds one of these words, or one that starts with `volgt`.
const IN_PHRASES: [&str; 4] = ["te", "be", "komt", "goes"];

/// Checks one text in all its languages.
pub(super) fn check(said: &Said<'_>, out: &mut Diagnostics) {
    for (one, lower) in said.words.iter().zip(&said.lower) {
        if let Some(word) = placeholder(one.text, lower) {
            out.add(one.span, TextFinding::Placeholder(word));
        }
    }
}

/// What shows that a text is not one yet; `lower` is the text in lower case.
fn placeholder(text: &str, lower: &str) -> Option<String> {
    if !text.contains(|c: char| c.is_alphanumeric()) {
        return Some(text.to_owned());
    }
    let mut may_be_phrase = false;
    for word in word_by_word(lower) {
        let is_run = || word.len() >= 3 && word.bytes().all(|byte| byte == b'x');
        match word.as_bytes().first() {
            Some(b'x') if is_run() => return Some(word.to_owned()),
            Some(b't' | b'f' | b'n' | b'l' | b'p') if WORDS.contains(&word) => return Some(word.to_owned()),
            _ => {}
        }
        may_be_phrase |= IN_PHRASES.contains(&word) || word.starts_with("volgt");
    }
    let phrase = PHRASES.into_iter().filter(|_| may_be_phrase).find(|phrase| lower.contains(phrase));
    phrase.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{IN_PHRASES, PHRASES, word_by_word};

    fn placeholder(text: &str) -> Option<String> {
        super::placeholder(text, &text.to_lowercase())
    }

    #[test]
    fn every_phrase_holds_a_word_by_which_it_is_noticed() {
        for phrase in PHRASES {
            let noticed = word_by_word(phrase).any(|word| IN_PHRASES.contains(&word) || word.starts_with("volgt"));
            assert!(noticed && placeholder(&format!("A {phrase}.")).is_some(), "{phrase}");
        }
    }

    #[test]
    fn a_real_text_with_dots_or_a_roman_numeral_holds_no_place() {
        for text in ["Wachten…", "Fase XX", "Hoe ver staat … met delen?", "Niet bepaald", "Toddler"] {
            assert_eq!(placeholder(text), None, "{text}");
        }
        for (text, word) in [("…", "…"), ("Vraag xxx", "xxx"), ("TBD: advies", "tbd"), ("Lorem ipsum dolor", "lorem")]
        {
            assert_eq!(placeholder(text).as_deref(), Some(word));
        }
        assert_eq!(placeholder("Uitleg: nog in te vullen.").as_deref(), Some("nog in te vullen"));
    }
}
