//! What a wrong word was probably meant to be.

use super::{NameFinding, Thing, is_unseen, without_unseen};
use crate::language::findings::Known;

/// The finding for a reference to something that is not among the known ids, with the nearest of them.
pub fn unknown<'a>(thing: Thing, id: &str, known: impl Iterator<Item = &'a str> + Clone) -> NameFinding {
    let suggestion = nearest(id, known.clone());
    NameFinding::Unknown { thing, id: id.to_owned(), suggestion, known: Known::of(known) }
}

/// The nearest of the known words, if one is near enough to be what was meant: three quarters of it alike, or one slip
/// in a word of three letters or more. One that is known but for what cannot be seen in it is that, however short.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let seen = word.contains(is_unseen).then(|| without_unseen(word));
    let word = Letters::of(word.to_lowercase());
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        if seen.as_deref() == Some(candidate) {
            return seen;
        }
        if !word.may_be_near(candidate) {
            continue;
        }
        let other = Letters::of(candidate.to_lowercase());
        let Some(likeness) = word.likeness(&other) else { continue };
        if best.is_none_or(|(so_far, _)| likeness > so_far) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}

/// How much of two words must be alike.
const NEAR: f64 = 0.75;
/// In shorter words one slip makes another word.
const SHORTEST: usize = 3;

/// A word in lower case and what can be said of it at a glance.
struct Letters {
    text: String,
    length: usize,
    /// A bit for each of its letters.
    kinds: u64,
}

impl Letters {
    fn of(text: String) -> Letters {
        let (length, kinds) = glance(&text);
        Letters { text, length, kinds }
    }

    /// Whether the two can be alike, told without comparing them: each step adds, drops or changes one letter, so
    /// neither the length nor the set of letters can differ by more than the steps there may be. Nearly all words end
    /// here.
    fn may_be_near(&self, candidate: &str) -> bool {
        let (length, kinds) = glance(candidate);
        let longest = self.length.max(length);
        let most = (longest as f64 * (1.0 - NEAR)) as usize;
        let most = most.max(1);
        self.length.abs_diff(length) <= most
            && (self.kinds & !kinds).count_ones() as usize <= most
            && (kinds & !self.kinds).count_ones() as usize <= most
    }

    /// The share of the longer word that is alike, if that is enough.
    fn likeness(&self, other: &Letters) -> Option<f64> {
        let steps = strsim::damerau_levenshtein(&self.text, &other.text);
        let longest = self.length.max(other.length);
        let likeness = if longest == 0 { 1.0 } else { 1.0 - steps as f64 / longest as f64 };
        let slip = steps == 1 && self.length.min(other.length) >= SHORTEST;
        (likeness >= NEAR || slip).then_some(likeness)
    }
}

/// The number of letters of a word, and a bit for each kind of letter, whatever its case.
fn glance(word: &str) -> (usize, u64) {
    word.chars().fold((0, 0), |(length, kinds), letter| {
        // Letters of one alphabet keep apart; those beyond ASCII count as one kind, which rules out less.
        let kind = if letter.is_ascii() { u64::from(letter.to_ascii_lowercase() as u8) & 63 } else { 63 };
        (length + 1, kinds | 1 << kind)
    })
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::source::Sources;

    #[test]
    fn a_typo_finds_its_word_and_another_word_finds_none() {
        let known = ["richten", "inrichten", "verrichten"];
        assert_eq!(nearest("rihcten", known).as_deref(), Some("richten"));
        assert_eq!(nearest("Richten", known).as_deref(), Some("richten"));
        assert_eq!(nearest("delen", known), None);
        assert_eq!(nearest("aks", ["at", "ask"]).as_deref(), Some("ask"));
        assert_eq!(nearest("is", ["id", "at"]), None, "two letters are too few");
        assert_eq!(nearest("a\u{200b}", ["b", "a"]).as_deref(), Some("a"), "the same word to whoever sees it");
        assert_eq!(nearest("beeindigd", ["BEËINDIGD"]).as_deref(), Some("BEËINDIGD"));
    }

    #[test]
    fn the_glance_rules_out_no_word_that_is_near() {
        let words =
            ["a", "aap", "noot", "Mies", "wim-1", "zus", "jet", "teun", "vuur", "gijs", "wim-2", "wimme", "één"];
        for one in words {
            for other in words {
                let (left, right) = (Letters::of(one.to_lowercase()), Letters::of(other.to_lowercase()));
                assert!(left.may_be_near(other) || left.likeness(&right).is_none(), "{one} {other}");
            }
        }
    }

    #[test]
    fn of_ten_thousand_wrong_words_beside_ten_thousand_ids_only_the_first_are_compared() {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "");
        let known: Vec<String> = (0..10_000).map(|index| format!("vraag-{index}")).collect();
        let mut out = Diagnostics::new();
        for index in 0..10_000 {
            let near = out.nearest(file, &format!("vrag-{index}"), known.iter().map(String::as_str));
            assert_eq!(near.is_some(), index < 200, "{index}: 200 times 10,000 is all there is for one file");
        }
    }
}
