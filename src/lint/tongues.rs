//! Texts that were left in another language: the same words in two of them, or words of another than is promised.
//!
//! The language is guessed from small words that only one language has. Two of them, and none of the language that is
//! promised, are needed: a borrowed title is no reason to complain.

use std::sync::OnceLock;

use hashbrown::HashMap;

use super::texts::{Said, Words, word_by_word};
use crate::diagnostics::{Diagnostics, TextFinding};

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

/// Checks one text in all its languages.
pub(super) fn check(said: &Said<'_>, out: &mut Diagnostics) {
    for (index, (one, lower)) in said.words.iter().zip(&said.lower).enumerate() {
        if let Some(from) = copied(&said.words[..index], one) {
            let (from, to) = (from.tag.to_owned(), one.tag.to_owned());
            out.add(one.span, TextFinding::NotTranslated { from, to });
        } else if let Some(seems) = other_language(one, lower) {
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

/// The language that a text is in, if that is certainly not the one it is given as; `lower` is the text in lower case.
fn other_language(words: &Words<'_>, lower: &str) -> Option<&'static str> {
    let expected = SMALL_WORDS.iter().position(|(language, _)| *language == words.primary())?;
    // Per language, a bit for each small word that was found.
    let mut signs = [0u32; SMALL_WORDS.len()];
    for word in word_by_word(lower).filter(|word| (2..=6).contains(&word.len())) {
        if let Some((language, place)) = small_words().get(word) {
            signs[*language] |= 1 << place;
        }
    }
    let (most, found) = signs.iter().enumerate().max_by_key(|(_, found)| found.count_ones())?;
    (signs[expected] == 0 && found.count_ones() as usize >= SIGNS).then_some(SMALL_WORDS[most].0)
}

/// The language of every small word, and its place among those.
fn small_words() -> &'static HashMap<&'static str, (usize, usize)> {
    static PLACES: OnceLock<HashMap<&str, (usize, usize)>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let of = |(language, (_, words)): (usize, &(&str, &[&'static str]))| {
            let places = words.iter().enumerate().map(move |(place, word)| (*word, (language, place)));
            places.collect::<Vec<_>>()
        };
        SMALL_WORDS.iter().enumerate().flat_map(of).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::SMALL_WORDS;

    #[test]
    fn small_words_stand_in_order_and_in_one_language_only() {
        for (language, small) in SMALL_WORDS {
            assert!(small.is_sorted() && small.len() <= 32, "{language}");
            for (other, others) in SMALL_WORDS.iter().filter(|(other, _)| *other != language) {
                assert!(small.iter().all(|word| !others.contains(word)), "{language}, {other}");
            }
        }
    }
}
