//! Texts that were left in another language: the same words in two of them, or words of another than is promised.
//!
//! The language is guessed from small words that only one language has. Two of them, and none of the language that is
//! promised, are needed: a borrowed title is no reason to complain.

use super::texts::{Words, all, words};
use crate::diagnostics::{Diagnostics, TextFinding};
use crate::questionnaire::Questionnaire;
use crate::yaml::Node;

/// Texts of up to this many words may be names, which stay the same in every language.
const NAME: usize = 3;
/// So many different small words of another language show that a text is in it.
const SIGNS: usize = 2;

/// Per language, words that the others here do not have.
const SMALL_WORDS: [(&str, &[&str]); 4] = [
    (
        "nl",
        &[
            "aan", "bij", "dat", "deze", "dit", "een", "geen", "hebben", "heeft", "het", "hoe", "maar", "met", "naar",
            "niet", "nog", "ook", "uw", "van", "voor", "welke", "wij", "wordt", "zijn",
        ],
    ),
    (
        "en",
        &[
            "and", "are", "been", "does", "for", "from", "has", "have", "how", "not", "that", "the", "their", "they",
            "this", "what", "when", "which", "who", "with", "you", "your",
        ],
    ),
    (
        "fr",
        &[
            "aux", "avec", "dans", "des", "du", "elle", "est", "et", "la", "le", "les", "leur", "nous", "ou", "par",
            "pas", "pour", "que", "quel", "quelle", "qui", "sont", "sur", "une", "vos", "votre", "vous",
        ],
    ),
    (
        "de",
        &[
            "auf", "aus", "bei", "das", "dem", "eine", "einen", "einer", "für", "gibt", "haben", "ihre", "ist", "mit",
            "nicht", "oder", "sich", "sie", "sind", "und", "von", "wird", "zum", "zur",
        ],
    ),
];

/// Checks every text.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for text in all(node) {
        let words = words(text, &questionnaire.languages);
        for (index, one) in words.iter().enumerate() {
            if let Some(from) = copied(&words[..index], one) {
                let (from, to) = (from.tag.to_owned(), one.tag.to_owned());
                out.add(one.span, TextFinding::NotTranslated { from, to });
            } else if let Some(seems) = other_language(one) {
                let expected = one.tag.to_owned();
                out.add(one.span, TextFinding::OtherLanguage { expected, seems: seems.to_owned() });
            }
        }
    }
}

/// The text in another language that says the same, word for word.
fn copied<'a>(before: &'a [Words<'a>], here: &Words<'_>) -> Option<&'a Words<'a>> {
    let same = |other: &&Words<'_>| other.primary() != here.primary() && other.text == here.text;
    before.iter().find(same).filter(|_| here.text.split_whitespace().count() > NAME)
}

/// The language that a text is in, if that is certainly not the one it is given as.
fn other_language(words: &Words<'_>) -> Option<&'static str> {
    let expected = SMALL_WORDS.iter().position(|(language, _)| *language == words.primary())?;
    let mut signs: [Vec<usize>; SMALL_WORDS.len()] = Default::default();
    for word in words.text.split(|c: char| !c.is_alphanumeric()).filter(|word| (2..=6).contains(&word.len())) {
        let word = word.to_lowercase();
        for ((_, small), found) in SMALL_WORDS.iter().zip(&mut signs) {
            if let Ok(index) = small.binary_search(&word.as_str())
                && !found.contains(&index)
            {
                found.push(index);
            }
        }
    }
    let (most, found) = signs.iter().enumerate().max_by_key(|(_, found)| found.len())?;
    (signs[expected].is_empty() && found.len() >= SIGNS).then_some(SMALL_WORDS[most].0)
}

#[cfg(test)]
mod tests {
    use super::SMALL_WORDS;

    #[test]
    fn small_words_stand_in_order_and_in_one_language_only() {
        for (language, small) in SMALL_WORDS {
            assert!(small.is_sorted(), "{language}");
            for (other, others) in SMALL_WORDS.iter().filter(|(other, _)| *other != language) {
                assert!(small.iter().all(|word| !others.contains(word)), "{language}, {other}");
            }
        }
    }
}
