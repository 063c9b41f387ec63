//! Choices that stand for a state of the organisation: each names one, and the lowest names what is absent there, not
//! what the respondent does not know.

use super::places::{Ladder, ladders};
use super::texts::words;
use crate::diagnostics::{Diagnostics, TextFinding};
use crate::questionnaire::Questionnaire;
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
const NOT_KNOWING: [&str; 12] = [
    "onbekend",
    "weet niet",
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

/// Checks the choices of every ladder, and the lowest of each.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for Ladder { choices, .. } in ladders(node) {
        for choice in choices {
            let said = choice.field("label").map_or_else(Vec::new, |label| words(label, &questionnaire.languages));
            let joined = said.iter().find_map(|one| Some((one.span, joining_word(one.text, one.primary())?)));
            if let Some((span, word)) = joined {
                out.add(span, TextFinding::JoinedStates(word));
            }
        }
        let worth = |choice: &&Node| choice.field("value").and_then(|value| value.scalar()?.number()).unwrap_or(0.0);
        let Some(lowest) = choices.iter().min_by(|a, b| worth(a).total_cmp(&worth(b))) else { continue };
        let said = lowest.field("label").map_or_else(Vec::new, |label| words(label, &questionnaire.languages));
        let unknown = said.iter().find_map(|one| Some((one.span, not_knowing(one.text)?)));
        if let Some((span, words)) = unknown {
            out.add(span, TextFinding::NotKnowing(words.to_owned()));
        }
    }
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
    let lower = text.to_lowercase().replace('’', "'");
    NOT_KNOWING.into_iter().find(|words| lower.contains(words))
}
