//! Telling what a file is by its contents: what peil made, of which answers and with which command; answers; a
//! questionnaire.

use std::collections::BTreeSet;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::language::aside::NoAnswers;
use peil::responses::{Input, Trace, trace};
use peil::source::{Sources, bare};
use peil::yaml;
use serde_json::Value;

use super::pages::{self, Page, Tree};
use super::plan::names;
use super::questionnaires::Named;
use super::tables;
use crate::{aside, derivation_file, inputs, score_file};

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Made {
    Page(Page),
    Tree(Tree),
    /// Scores: the questionnaire, where the file says, and each council with its wave.
    Scores(Option<Named>, Vec<(String, String)>),
    /// Who is invited, in these waves.
    List(BTreeSet<String>),
    /// Answers or scores under ids by chance, of these waves, and the questionnaire where the file says.
    Pool(Option<Named>, BTreeSet<String>),
    /// Answers; those of the respondent by council and wave.
    Answers(Vec<(String, String)>),
    /// A questionnaire.
    Questionnaire(Named),
    /// Rows or lines of answers that peil wrote down to show what is wrong with them, those of the respondent among them.
    Copied,
    /// Something else that names the respondent, or may.
    Unclear,
}

/// What a file with this text is; `None` when it is nothing that is looked for. Answers are looked for of one respondent.
pub(super) fn made(path: &Path, text: &str, id: &str) -> Option<Made> {
    let kind = inputs::extension(&bare(path));
    let known = match kind.as_str() {
        "html" | "htm" | "md" | "markdown" => pages::page(text).map(Made::Page),
        "txt" => pages::page(text).map(Made::Page).or_else(|| pages::tree(text).map(Made::Tree)),
        "csv" | "jsonl" | "ndjson" | "parquet" => match tables::held(text) {
            Some(held) => return without_answers(held, false, text, id),
            None => tables::answers(text, id),
        },
        "json" => match aside::of_object(text) {
            Some(held) => return without_answers(held, true, text, id),
            None => described(text, id),
        },
        "yaml" | "yml" => described(text, id),
        _ => None,
    };
    known.or_else(|| names(text, id).then_some(Made::Unclear))
}

/// What holds no answers, and is looked for.
fn without_answers(held: NoAnswers, is_object: bool, text: &str, id: &str) -> Option<Made> {
    match held {
        NoAnswers::Scores if !is_object => Some(tables::scores(text)),
        NoAnswers::Scores | NoAnswers::Derivation => object(text),
        NoAnswers::Invitation => Some(tables::list(text)),
        NoAnswers::Rejects | NoAnswers::Findings => names(text, id).then_some(Made::Copied),
        NoAnswers::Register | NoAnswers::Form => None,
    }
}

/// One JSON object that peil made.
fn object(text: &str) -> Option<Made> {
    if ![score_file::FORMAT, derivation_file::FORMAT].iter().any(|format| text.contains(format)) {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let of_it = |name: &str| value.get("questionnaire")?.get(name)?.as_str();
    let reference = format!("{}@{}", of_it("id")?, of_it("version").unwrap_or_default());
    let questionnaire = Some(Named::parse(&reference, of_it("hash")));
    let of = |row: &Value| (plain(row.get("council")), plain(row.get("wave")));
    match value.get("format")?.as_str()? {
        score_file::FORMAT => {
            Some(Made::Scores(questionnaire, value.get("scores")?.as_array()?.iter().map(of).collect()))
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
        "questionnaire" => Named::of_node(&node).map(Made::Questionnaire),
        "answers" => {
            let mut held = Vec::new();
            trace(&Input::Sheet(file, Some(node)), &sources, &mut |found| match found {
                Trace::Seen(seen) if seen.respondent == id => {
                    held.push((seen.council.to_owned(), seen.wave.to_owned()));
                }
                _ => {}
            });
            Some(Made::Answers(held))
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
            Some(Made::Page(Page { questionnaire: Named::by_id("kort"), ..Page::derivation("A", "", number) }))
        };
        assert_eq!(of("{\"part\":\"cell\",\"id\":\"a×b\"}"), page("a×b"));
        assert_eq!(of("{\"part\":\"overall\"}"), page("overall"));
    }

    #[test]
    fn a_file_says_itself_that_it_is_a_questionnaire_or_answers() {
        let of = |text: &str| described(text, "r-1");
        assert_eq!(of("peil: questionnaire/1\nid: kort\n"), Named::by_id("kort").map(Made::Questionnaire));
        let answers = "peil: answers/1\ncouncil: {id: A}\nrespondent: {id: r-1}\nanswers: {}\n";
        assert_eq!(of(answers), Some(Made::Answers(vec![("A".to_owned(), String::new())])));
        assert_eq!(described(answers, "r-12"), None);
        let named = answers.replace("{id: A}", "{id: A, name: r-2}");
        assert_eq!(described(&named, "r-2"), Some(Made::Answers(Vec::new())), "whose they are, the file says");
        assert_eq!(of("# questionnaire/1\nid: kort\n"), None);
    }

    #[test]
    fn what_peil_copied_of_the_respondent_is_told_from_what_else_names_them() {
        let of = |file: &str, text: &str| made(Path::new(file), text, "r-1");
        let row = "\"A,2026,r-1,9\"";
        let rejects =
            format!("file,line,column,code,counted,reason,row\na.csv,2,7,unknown-choice,no,no answer,{row}\n");
        assert_eq!(of("rejects.csv", &rejects), Some(Made::Copied));
        assert_eq!(of("rejects.csv", &rejects.replace("r-1", "r-12")), None);
        let findings = "{\"format\": \"peil.diagnostics/1\", \"message\": \"`r-1` twice\"}";
        assert_eq!(of("findings.json", findings), Some(Made::Copied));
        for file in ["findings.txt", "notes.tsv", "map.yaml", "list", "page.html", "x.json", "x.csv", "x.sarif"] {
            assert_eq!(of(file, "see r-1, who asked"), Some(Made::Unclear), "{file}");
            assert_eq!(of(file, "see r-12, who asked"), None, "{file}");
        }
    }
}
