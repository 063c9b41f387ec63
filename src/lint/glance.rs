//! One look at every word of a text, for all checks that know some words: there are ten thousand words in a questionnaire.

use std::sync::OnceLock;

use hashbrown::HashMap;

use super::placeholders::{IN_PHRASES, PHRASE_START, WORDS};
use super::tongues::SMALL_WORDS;

/// What was noticed in the words of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// Per language, a bit for each small word that is hers alone.
    pub(super) signs: [u32; SMALL_WORDS.len()],
    /// The first word that holds the place of another.
    pub(super) placeholder: Option<String>,
    /// Whether a phrase that does may be in it.
    pub(super) may_hold_phrase: bool,
}

/// What a word means to a check.
#[derive(Clone, Copy)]
enum Meaning {
    /// A small word: which language, and which of its words.
    Small(usize, usize),
    Placeholder,
    InPhrase,
}

impl Glance {
    /// Looks at a text in lower case.
    pub(super) fn at(lower: &str) -> Glance {
        let (known, longest) = vocabulary();
        let mut glance = Glance::default();
        each_word(lower, |word| {
            match word.as_bytes()[0] {
                b'x' if word.len() >= 3 && word.bytes().all(|byte| byte == b'x') => glance.hold(word),
                b'v' => glance.may_hold_phrase |= word.starts_with(PHRASE_START),
                _ => {}
            }
            if !(2..=*longest).contains(&word.len()) {
                return;
            }
            match known.get(word) {
                Some(Meaning::Small(language, place)) => glance.signs[*language] |= 1 << place,
                Some(Meaning::Placeholder) => glance.hold(word),
                Some(Meaning::InPhrase) => glance.may_hold_phrase = true,
                None => {}
            }
        });
        glance
    }

    fn hold(&mut self, word: &str) {
        self.placeholder.get_or_insert_with(|| word.to_owned());
    }
}

/// Every word that some check knows, and the length of the longest.
fn vocabulary() -> &'static (HashMap<&'static str, Meaning>, usize) {
    static KNOWN: OnceLock<(HashMap<&str, Meaning>, usize)> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = HashMap::new();
        for (language, (_, words)) in SMALL_WORDS.iter().enumerate() {
            known.extend(words.iter().enumerate().map(|(place, word)| (*word, Meaning::Small(language, place))));
        }
        known.extend(WORDS.map(|word| (word, Meaning::Placeholder)));
        known.extend(IN_PHRASES.map(|word| (word, Meaning::InPhrase)));
        let longest = known.keys().map(|word| word.len()).max().unwrap_or(0);
        (known, longest)
    })
}

/// The words of a text: what stands between characters that are neither letters nor digits.
fn each_word<'t>(text: &'t str, mut word: impl FnMut(&'t str)) {
    let (mut start, mut at) = (0, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        let (belongs, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            text[at..].chars().next().map_or((false, 1), |c| (c.is_alphanumeric(), c.len_utf8()))
        };
        if !belongs {
            if start < at {
                word(&text[start..at]);
            }
            start = at + length;
        }
        at += length;
    }
    if start < text.len() {
        word(&text[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_other_characters_whatever_their_alphabet() {
        for text in ["één, twee… 3x\u{a0}vier", "", "-", "über", "a-b c'd", "日本 語", "x🚀y"] {
            let mut found = Vec::new();
            each_word(text, |word| found.push(word));
            let expected: Vec<&str> =
                text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let small: usize = SMALL_WORDS.iter().map(|(_, words)| words.len()).sum();
        assert_eq!(vocabulary().0.len(), small + WORDS.len() + IN_PHRASES.len());
        assert!(SMALL_WORDS.iter().all(|(_, words)| words.len() <= 32), "a bit each");
    }
}
