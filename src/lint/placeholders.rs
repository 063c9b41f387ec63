//! Texts that were put there to be replaced.

use super::texts::{all, words};
use crate::diagnostics::{Diagnostics, TextFinding};
use crate::questionnaire::Questionnaire;
use crate::yaml::Node;

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

/// Checks every text.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for text in all(node) {
        for one in words(text, &questionnaire.languages) {
            if let Some(word) = placeholder(one.text) {
                out.add(one.span, TextFinding::Placeholder(word));
            }
        }
    }
}

/// What shows that a text is not one yet.
fn placeholder(text: &str) -> Option<String> {
    if !text.contains(|c: char| c.is_alphanumeric()) {
        return Some(text.to_owned());
    }
    let lower = text.to_lowercase();
    let is_placeholder = |word: &&str| WORDS.contains(word) || word.len() >= 3 && word.bytes().all(|byte| byte == b'x');
    let word = lower.split(|c: char| !c.is_alphanumeric()).find(is_placeholder);
    word.or_else(|| PHRASES.into_iter().find(|phrase| lower.contains(phrase))).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::placeholder;

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
