//! Texts that were put there to be replaced.

use super::glance::Glance;
use super::texts::Said;
use crate::diagnostics::{Diagnostics, TextFinding};

/// Words that stand in no finished text.
pub(super) const WORDS: [&str; 8] = ["todo", "fixme", "tbd", "tbc", "ntb", "nnb", "lorem", "placeholder"];
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

/// Each phrase holds one of these words, or one that starts as this.
pub(super) const IN_PHRASES: [&str; 4] = ["te", "be", "komt", "goes"];
pub(super) const PHRASE_START: &str = "volgt";

/// Checks one text in all its languages.
pub(super) fn check(said: &Said<'_>, out: &mut Diagnostics) {
    for (one, (lower, glance)) in said.words.iter().zip(&said.noticed) {
        if let Some(word) = placeholder(one.text, lower, glance) {
            out.add(one.span, TextFinding::Placeholder(word));
        }
    }
}

/// What shows that a text is not one yet.
fn placeholder(text: &str, lower: &str, glance: &Glance) -> Option<String> {
    if !text.contains(|c: char| c.is_alphanumeric()) {
        return Some(text.to_owned());
    }
    let phrase = || PHRASES.into_iter().find(|phrase| glance.may_hold_phrase && lower.contains(phrase));
    glance.placeholder.clone().or_else(|| phrase().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::{Glance, PHRASES};

    fn placeholder(text: &str) -> Option<String> {
        let lower = text.to_lowercase();
        super::placeholder(text, &lower, &Glance::at(&lower))
    }

    #[test]
    fn every_phrase_holds_a_word_by_which_it_is_noticed() {
        for phrase in PHRASES {
            assert_eq!(placeholder(&format!("A {phrase}.")).as_deref(), Some(phrase));
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
