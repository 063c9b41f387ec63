//! Texts that were left in another language: the same words in two of them, or words of another than is promised.
//!
//! The language is guessed from small words that only one language has. Two of them, and none of the language that is
//! promised, are needed: a borrowed title is no reason to complain.

use super::glance::Glance;
use super::texts::{Said, Words};
use crate::diagnostics::{Diagnostics, TextFinding};

/// Texts of up to this many words may be names, which stay the same in every language.
const NAME: usize = 3;
/// So many different small words of another language show that a text is in it.
const SIGNS: u32 = 2;

/// Per language, words that the others here do not have.
pub(super) const SMALL_WORDS: [(&str, &[&str]); 4] = [
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

/// Checks one text in all its languages.
pub(super) fn check(said: &Said<'_>, out: &mut Diagnostics) {
    for (index, (one, (_, glance))) in said.words.iter().zip(&said.noticed).enumerate() {
        if let Some(from) = copied(&said.words[..index], one) {
            let (from, to) = (from.tag.to_owned(), one.tag.to_owned());
            out.add(one.span, TextFinding::NotTranslated { from, to });
        } else if let Some(seems) = other_language(one, glance) {
            let expected = one.tag.to_owned();
            out.add(one.span, TextFinding::OtherLanguage { expected, seems: seems.to_owned() });
        }
    }
}

/// The text in another language that says the same, word for word.
fn copied<'a>(before: &'a [Words<'a>], here: &Words<'_>) -> Option<&'a Words<'a>> {
    let same = |other: &&Words<'_>| other.primary() != here.primary() && other.text == here.text;
    before.iter().find(same).filter(|_| here.text.split_whitespace().count() > NAME)
}

/// The language that a text is in, if that is certainly not the one it is given as.
fn other_language(words: &Words<'_>, glance: &Glance) -> Option<&'static str> {
    let expected = SMALL_WORDS.iter().position(|(language, _)| *language == words.primary())?;
    let found = glance.signs.map(u32::count_ones);
    let (most, count) = found.iter().enumerate().max_by_key(|(_, count)| **count)?;
    (found[expected] == 0 && *count >= SIGNS).then_some(SMALL_WORDS[most].0)
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
