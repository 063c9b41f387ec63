//! Why a number cannot be explained, or not in that way.

use super::{Sentence, sentence};
use crate::language::Language;

/// A page is asked for where there is a table.
pub fn scores_are_no_page(l: Language) -> Sentence {
    l.pick(
        sentence(
            "scores komen als table, csv, json, jsonl of parquet",
            "een pagina met scores maakt `peil report`; met --explain erbij wordt één getal een pagina",
        ),
        sentence(
            "scores come as table, csv, json, jsonl or parquet",
            "`peil report` makes a page of scores; with --explain one number becomes a page",
        ),
    )
}

/// A flat table is asked for where there is a tree.
pub fn derivation_is_no_table(l: Language) -> Sentence {
    l.pick(
        sentence("wat --explain laat zien past niet in csv", "kies --format table, json, markdown of html"),
        sentence("what --explain shows does not fit in csv", "choose --format table, json, markdown or html"),
    )
}

/// Dimensions that share no cell. With the name of a cell, where the questionnaire has several axes.
pub fn no_cell(l: Language, name: &str, example: Option<&str>) -> Sentence {
    let help = match example {
        Some(example) => l.pick(
            format!("een vak is één dimensie zonder onderdelen van elke as, bijvoorbeeld \"{example}\""),
            format!("a cell is one dimension without parts of each axis, for example \"{example}\""),
        ),
        None => l.pick(
            "deze vragenlijst heeft één as: noem één dimensie".to_owned(),
            "this questionnaire has one axis: name one dimension".to_owned(),
        ),
    };
    sentence(
        l.pick(
            format!("de vragenlijst heeft geen vak `{name}` met vragen"),
            format!("the questionnaire has no cell `{name}` with questions"),
        ),
        help,
    )
}
