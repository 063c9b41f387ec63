//! Telling what a file is by its contents: what peil made, of which answers and with which command; answers; a
//! questionnaire.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::responses::scan::as_table;
use peil::responses::{Input, TableFormat, Trace, trace};
use peil::source::{Sources, bare, read_bytes};
use peil::yaml;
use serde_json::Value;

use super::pages::{self, Page, Tree};
use super::tables;
use crate::{derivation_file, inputs, score_file};

/// A larger file is no output of peil.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Made {
    Page(Page),
    Tree(Tree),
    /// Scores: the questionnaire, where the file says, and each council with its wave.
    Scores(Option<String>, Vec<(String, String)>),
    /// Who is invited, in these waves.
    List(BTreeSet<String>),
    /// Answers or scores under ids by chance, of these waves, and the questionnaire where the file says.
    Pool(Option<String>, BTreeSet<String>),
    /// Answers of the respondent, by council and wave.
    Answers(Vec<(String, String)>),
    /// The questionnaire with this id.
    Questionnaire(String),
}

/// What a file is; `None` when it is nothing that is looked for. Answers are looked for of one respondent.
pub(super) fn made(path: &Path, id: &str) -> Option<Made> {
    let kind = inputs::extension(&bare(path));
    match kind.as_str() {
        "html" | "htm" | "md" | "markdown" => pages::page(&text(path)?).map(Made::Page),
        "txt" => {
            let text = text(path)?;
            pages::page(&text).map(Made::Page).or_else(|| pages::tree(&text).map(Made::Tree))
        }
        "csv" | "jsonl" | "ndjson" | "parquet" => tables::table(&text(path)?, id),
        "json" => {
            let text = text(path)?;
            object(&text).or_else(|| described(&text, id))
        }
        "yaml" | "yml" => described(&text(path)?, id),
        _ => None,
    }
}

/// The text of a file, unpacked; of columns the rows that they make.
fn text(path: &Path) -> Option<String> {
    let bytes = match TableFormat::of(path) {
        Some(TableFormat::Parquet) => as_table(Box::new(|| Ok(Box::new(File::open(path)?))), LARGEST).ok()??.bytes,
        _ => read_bytes(path, LARGEST).ok()?,
    };
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// One JSON object that peil made.
fn object(text: &str) -> Option<Made> {
    if ![score_file::FORMAT, derivation_file::FORMAT].iter().any(|format| text.contains(format)) {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let questionnaire = value.get("questionnaire")?.get("id")?.as_str()?.to_owned();
    let of = |row: &Value| (plain(row.get("council")), plain(row.get("wave")));
    match value.get("format")?.as_str()? {
        score_file::FORMAT => {
            Some(Made::Scores(Some(questionnaire), value.get("scores")?.as_array()?.iter().map(of).collect()))
        }
        derivation_file::FORMAT => {
            let ((council, wave), number) = (of(&value), value.get("number")?);
            let asked = number.get("id").or_else(|| number.get("part"))?.as_str()?;
            Some(Made::Page(Page { questionnaire, ..Page::derivation(&council, &wave, asked) }))
        }
        _ => None,
    }
}

/// A text or a number as it is written; nothing for what is neither.
pub(super) fn plain(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A file that says what it is in the field `peil`.
fn described(text: &str, id: &str) -> Option<Made> {
    // Reading it takes longer than seeing that it is of no use.
    let may_hold = text.contains("answers/") && text.contains(id);
    if !may_hold && !text.contains("questionnaire/") {
        return None;
    }
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("", text);
    let node = yaml::parse(file, &sources, &mut out)?;
    match node.field_text("peil")?.split('/').next()? {
        "questionnaire" => Some(Made::Questionnaire(node.field_text("id")?.to_owned())),
        "answers" => {
            let mut held = Vec::new();
            trace(&Input::Sheet(file, Some(node)), &sources, &mut |found| match found {
                Trace::Seen(seen) if seen.respondent == id => {
                    held.push((seen.council.to_owned(), seen.wave.to_owned()));
                }
                _ => {}
            });
            (!held.is_empty()).then_some(Made::Answers(held))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_derivation_as_json_says_which_number_it_is_of() {
        let of = |number: &str| {
            object(&format!(
                "{{\"format\":\"peil.derivation/1\",\"questionnaire\":{{\"id\":\"kort\"}},\"council\":\"A\",\"wave\":null,\
                 \"number\":{number}}}"
            ))
        };
        let page = |number: &str| {
            Some(Made::Page(Page { questionnaire: "kort".to_owned(), ..Page::derivation("A", "", number) }))
        };
        assert_eq!(of("{\"part\":\"cell\",\"id\":\"a×b\"}"), page("a×b"));
        assert_eq!(of("{\"part\":\"overall\"}"), page("overall"));
    }

    #[test]
    fn a_file_says_itself_that_it_is_a_questionnaire_or_answers() {
        let of = |text: &str| described(text, "r-1");
        assert_eq!(of("peil: questionnaire/1\nid: kort\n"), Some(Made::Questionnaire("kort".to_owned())));
        let answers = "peil: answers/1\ncouncil: {id: A}\nrespondent: {id: r-1}\nanswers: {}\n";
        assert_eq!(of(answers), Some(Made::Answers(vec![("A".to_owned(), String::new())])));
        assert_eq!(described(answers, "r-12"), None);
        assert_eq!(of("# questionnaire/1\nid: kort\n"), None);
    }
}
