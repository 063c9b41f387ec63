//! How much two texts are alike: enough to be the same thing in other words, or too little.

use crate::questionnaire::Text;

/// Under this share of triples of letters in common two texts are about something else.
const ALIKE: f64 = 0.35;

/// The words of a text in small letters with one blank between them, so that a comma makes no other text.
pub(super) fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether two texts say the same but for capitals and signs, in every language that both have.
pub(super) fn same(before: &Text, now: &Text) -> bool {
    shared(before, now).iter().all(|(before, now)| before == now)
}

/// Whether two texts are the same to the letter, in every language that both have.
pub(super) fn unchanged(before: &Text, now: &Text) -> bool {
    let find = |wanted| now.iter().find(|(tag, _)| *tag == wanted);
    before.iter().all(|(tag, text)| find(tag).is_none_or(|(_, now)| now == text))
}

/// Whether two texts are about something else in every language that both have. Without such a language nothing can be
/// said.
pub(super) fn unlike(before: &Text, now: &Text) -> bool {
    let shared = shared(before, now);
    !shared.is_empty() && shared.iter().all(|(before, now)| likeness(before, now) < ALIKE)
}

/// The words in the languages that both have.
fn shared(before: &Text, now: &Text) -> Vec<(String, String)> {
    let find = |wanted| now.iter().find(|(tag, _)| *tag == wanted);
    before.iter().filter_map(|(tag, text)| Some((words(text), words(find(tag)?.1)))).collect()
}

/// The share of triples of letters in common, 0 to 1. Whole words are not counted: most that two questions share are small
/// ones that say nothing.
fn likeness(before: &str, now: &str) -> f64 {
    common(triples(before), triples(now))
}

/// Three letters in a row each, with the blanks at both ends.
fn triples(text: &str) -> Vec<String> {
    let letters: Vec<char> = format!(" {text} ").chars().collect();
    letters.windows(3).map(|triple| triple.iter().collect()).collect()
}

/// Twice what both hold, over what they hold together; the coefficient of Dice.
fn common(mut one: Vec<String>, mut other: Vec<String>) -> f64 {
    one.sort_unstable();
    other.sort_unstable();
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    2.0 * f64::from(both) / (one.len() + other.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_in_other_words_is_alike_and_another_question_is_not() {
        for (before, now) in [
            ("Hoe vaak overlegt ICT met de diensten?", "Hoe dikwijls zitten ICT en de diensten samen?"),
            ("Is er een digitale strategie?", "Heeft uw bestuur een digitale strategie?"),
            ("Who decides about new software?", "Who decides on buying new software?"),
        ] {
            assert!(likeness(&words(before), &words(now)) >= ALIKE, "{before}");
        }
        for (before, now) in [
            ("Hoe vaak overlegt ICT met de diensten?", "Welk deel van de producten kan een inwoner online aanvragen?"),
            ("Is er een digitale strategie?", "Wie mag beslissen over aankopen?"),
            ("Nooit", "Altijd"),
        ] {
            assert!(likeness(&words(before), &words(now)) < ALIKE, "{before}");
        }
    }

    #[test]
    fn the_share_in_common_is_that_of_dice() {
        // " ab" "ab " and " ab" "abc" "bc ": one of two and three, so 2 · 1 ÷ 5.
        assert_eq!(likeness("ab", "abc"), 0.4);
        assert_eq!(likeness("ab", "ab"), 1.0);
    }

    #[test]
    fn capitals_and_signs_make_no_other_words() {
        assert_eq!(words("Is er — écht — een plan?"), "is er écht een plan");
        assert_eq!(words("  "), "");
    }
}
