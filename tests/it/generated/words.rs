//! Ids and texts that are unlike each other and unlike what a test would think of, and all of them legal.

use std::collections::BTreeSet;

use peil::questionnaire::{RESERVED_ANSWERS, RESERVED_COLUMNS, is_id};

use super::dice::Dice;
use super::tree::Tree;

const STARTS: [&str; 14] = ["a", "Q", "7", "0", "yes", "no", "null", "1e3", "007", "x-", "y", "true", "vraag_", "WEB-"];
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

/// Ids that were given away.
#[derive(Default)]
pub(crate) struct Ids {
    taken: BTreeSet<String>,
}

impl Ids {
    /// One that nothing has; where it becomes a column, none that tables have already.
    pub(crate) fn fresh(&mut self, dice: &mut Dice) -> String {
        loop {
            let mut id = dice.pick(&STARTS).to_owned();
            let length = if dice.one_in(40) { 64 } else { dice.between(0, 9) };
            while id.len() < length {
                id.push(char::from(dice.pick(LETTERS)));
            }
            id.truncate(64);
            let reserved = RESERVED_COLUMNS.contains(&id.as_str()) || RESERVED_ANSWERS.contains(&id.as_str());
            if is_id(&id) && !reserved && !id.starts_with("coverage_") && self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

const PIECES: [&str; 40] = [
    "Kan een inwoner",
    "online",
    "de raad",
    "gegevens",
    "één",
    "Beëindigd",
    "ça va",
    "Straße",
    "data",
    "plan",
    "café – terras",
    "50 %",
    "€ 5",
    "a/b",
    "https://peil.example/x?y=1&z=2",
    "🚀",
    "👩‍💻",
    "عربي",
    "日本語",
    "naïef",
    "“zo”",
    "it's",
    "\"quoted\"",
    "'enkel'",
    "punt.",
    "vraag?",
    "uitroep!",
    "a: b",
    "c #d",
    "{e}",
    "[f]",
    "g, h",
    "- i",
    "| j",
    "> k",
    "* l",
    "& m",
    "@n",
    "no",
    "null",
];

/// Words of any kind, never blank at an end.
pub(crate) fn words(dice: &mut Dice) -> String {
    let count = dice.between(1, 4);
    let pieces: Vec<&str> = (0..count).map(|_| dice.pick(&PIECES)).collect();
    let text = pieces.join(if dice.one_in(15) { "\n" } else { " " });
    if dice.one_in(6) { format!("{text} {}", dice.throw(1000)) } else { text }
}

/// The languages of a questionnaire.
pub(crate) fn languages(dice: &mut Dice) -> Vec<&'static str> {
    dice.pick(&[
        vec!["nl"],
        vec!["nl", "en"],
        vec!["en", "nl", "fr"],
        vec!["nl-BE"],
        vec!["de"],
        vec!["fr", "nl-BE", "nl-NL"],
    ])
}

/// A text in each language, sometimes with one for a region beside it.
pub(crate) fn text(dice: &mut Dice, languages: &[&str]) -> Tree {
    if languages.len() == 1 && !dice.one_in(4) {
        return Tree::text(words(dice));
    }
    let mut tags: Vec<&str> = languages.to_vec();
    if tags.contains(&"nl") && dice.one_in(5) {
        tags.push("nl-BE");
    }
    Tree::Map(tags.into_iter().map(|tag| (tag.to_owned(), Tree::text(words(dice)))).collect())
}
