//! Choices that stand for a state of the organisation: each names one, and not that the respondent does not know or that
//! the question does not apply. Both can be answered without a choice for it, and then do not count.

use super::places::ladders;
use super::texts::words;
use crate::diagnostics::{Diagnostics, TextFinding};
use crate::questionnaire::{Questionnaire, Tag};
use crate::source::Span;
use crate::yaml::Node;

/// Words that join two states, per language. "Or" is not among them: either state may do.
const JOINING: [(&str, &[&str]); 2] =
    [("nl", &["en", "maar", "tenzij", "evenals", "alsook"]), ("en", &["and", "but", "unless", "plus"])];
/// Two words that are one when joined.
const PAIRS: [&str; 8] = [
    "voor en na",
    "af en toe",
    "zo nu en dan",
    "nu en dan",
    "before and after",
    "now and then",
    "research and development",
    "up and running",
];
/// What a respondent does not know is no state of the organisation.
const NOT_KNOWING: [&str; 13] = [
    "onbekend",
    "weet niet",
    "weet het niet",
    "weten niet",
    "weet ik niet",
    "geen idee",
    "niet bekend",
    "geen zicht",
    "unknown",
    "don't know",
    "do not know",
    "not known",
    "no idea",
];

/// Nor is what does not apply to it.
const NOT_APPLYING: [&str; 6] = ["niet van toepassing", "n.v.t", "nvt", "not applicable", "n/a", "does not apply"];

/// Checks the choices of every list of which one is chosen for its value.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for ladder in ladders(node) {
        for choice in ladder.choices.iter().filter(|_| ladder.has_steps()) {
            let said = choice.field("label").map_or_else(Vec::new, |label| words(label, &questionnaire.languages));
            let joined = said.iter().find_map(|one| Some((one.span, joining_word(one.text, one.primary())?)));
            if let Some((span, word)) = joined {
                out.add(span, TextFinding::JoinedStates(word));
            }
        }
        for (span, finding) in no_states(ladder.choices, &questionnaire.languages).into_iter().flatten() {
            out.add(span, finding);
        }
    }
}

/// Per choice of a list, where it says that it is no state, and what it says. That its words are about not knowing
/// somewhere is enough for the lowest alone: elsewhere that may be a state, as in "unknown to most of us".
pub(super) fn no_states(choices: &[Node], languages: &[Tag]) -> Vec<Option<(Span, TextFinding)>> {
    let worth = |choice: &Node| choice.field("value").and_then(|value| value.scalar()?.number()).unwrap_or(0.0);
    let lowest = (0..choices.len()).min_by(|&a, &b| worth(&choices[a]).total_cmp(&worth(&choices[b])));
    let no_state = |(index, choice): (usize, &Node)| {
        let said = words(choice.field("label")?, languages);
        let alone = said.iter().find_map(|one| Some((one.span, no_state(one.text)?)));
        let within =
            || said.iter().find_map(|one| Some((one.span, TextFinding::NotKnowing(not_knowing(one.text)?.into()))));
        alone.or_else(|| within().filter(|_| lowest == Some(index)))
    };
    choices.iter().enumerate().map(no_state).collect()
}

/// What a label as a whole says where it is no state.
fn no_state(label: &str) -> Option<TextFinding> {
    let lower = folded(label);
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let said = ["ik ", "i "].iter().find_map(|person| bare.strip_prefix(person)).unwrap_or(bare);
    let begins = |words: &&str| said.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let not_applying = NOT_APPLYING.into_iter().find(|words| begins(words));
    let not_knowing = NOT_KNOWING.into_iter().find(|words| *words == said);
    let not_knowing = not_knowing.map(|words| TextFinding::NotKnowing(words.to_owned()));
    not_knowing.or_else(|| not_applying.map(|words| TextFinding::NotApplying(words.to_owned())))
}

/// In lower case, with one kind of apostrophe.
fn folded(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// The word that joins two states in a text of this language (`nl`, `en`), in lower case.
pub fn joining_word(text: &str, language: &str) -> Option<String> {
    let (_, joining) = JOINING.iter().find(|(known, _)| *known == language)?;
    let lower = text.to_lowercase();
    let find = |lower: &str| {
        let mut words = lower.split(|c: char| !(c.is_alphanumeric() || ['-', '\'', '’'].contains(&c)));
        words.find(|word| joining.contains(word)).map(str::to_owned)
    };
    // Nearly every text ends here.
    find(&lower)?;
    find(&PAIRS.iter().fold(lower, |lower, pair| lower.replace(pair, "")))
}

/// The words in a text that say that somebody does not know.
pub fn not_knowing(text: &str) -> Option<&'static str> {
    let lower = folded(text);
    NOT_KNOWING.into_iter().find(|words| lower.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, form};

    #[test]
    fn the_answers_that_the_form_offers_besides_are_no_states() {
        for l in Language::ALL {
            let (unknown, not_applicable) = (form::dont_know(l), form::not_applicable(l));
            assert!(matches!(no_state(&unknown), Some(TextFinding::NotKnowing(_))), "{unknown}");
            assert!(matches!(no_state(&not_applicable), Some(TextFinding::NotApplying(_))), "{not_applicable}");
        }
    }

    #[test]
    fn a_label_that_only_has_such_words_in_it_may_be_a_state() {
        for label in
            ["Onbekend bij de meesten", "Unknown to most", "Residents do not know it", "Van toepassing", "Na overleg"]
        {
            assert_eq!(no_state(label), None, "{label}");
        }
        for label in
            ["N.v.t.", "NVT", "(n/a)", "Niet van toepassing: geen loket", "Ik weet het niet.", "Geen idee", "Unknown"]
        {
            assert!(no_state(label).is_some(), "{label}");
        }
    }
}
