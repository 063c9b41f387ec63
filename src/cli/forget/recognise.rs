//! Telling from a file whether peil made it, of which answers, and with which command. A page says so under "make it
//! again"; a file of scores by its fields.

use std::path::Path;

use peil::language::Language;
use peil::language::report::about as page;
use peil::responses::Wave;

use crate::inputs;

/// The fields by which a table is one of scores.
const OF_SCORES: [&str; 4] = ["council", "overall", "coverage", "respondents"];
const FORMAT_OF_SCORES: &str = "peil.scores/1";
/// What stands between the name of a questionnaire and its hash on every page.
const BEFORE_HASH: &str = " b3:";

/// A file that peil made.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Made {
    Page(Page),
    /// Scores: the questionnaire, where the file says, and each council with its wave.
    Scores(Option<String>, Vec<(String, String)>),
}

/// A report or a comparison.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// `report` or `compare`.
    pub(super) verb: &'static str,
    /// What follows the answers in the command, as the page has it.
    pub(super) flags: String,
    pub(super) questionnaire: String,
    pub(super) language: Language,
}

impl Page {
    /// The flags with their values.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let flags = self.flags.strip_prefix("--").unwrap_or_default();
        flags.split(" --").filter(|part| !part.is_empty()).map(|part| match part.split_once(' ') {
            Some((flag, value)) => (flag, Some(value)),
            None => (part, None),
        })
    }

    /// The value of a flag.
    pub(super) fn flag(&self, name: &str) -> Option<&str> {
        self.parts().find(|(flag, _)| *flag == name)?.1
    }

    /// The wave it is about.
    pub(super) fn wave(&self) -> Option<Wave> {
        self.flag("wave").and_then(Wave::parse)
    }
}

/// What a file is; `None` when it is not one of peil's outputs.
pub(super) fn made(path: &Path, text: &str) -> Option<Made> {
    match inputs::extension(path).as_str() {
        "html" | "htm" | "md" | "markdown" | "txt" => page(text).map(Made::Page),
        "csv" => scores_table(text),
        "json" => scores_json(text),
        _ => None,
    }
}

fn page(text: &str) -> Option<Page> {
    // Lines of a terminal are wrapped wherever a blank is.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let reference = text[..text.find(BEFORE_HASH)?].rsplit(['`', '>', ' ']).next()?;
    let questionnaire = reference.split('@').next()?.to_owned();
    for language in Language::ALL {
        for verb in ["report", "compare"] {
            let start = format!("peil {verb} {}", page::answers_placeholder(language));
            let Some(at) = text.find(&start) else { continue };
            let rest = &text[at + start.len()..];
            let after = page::explain_text(language).trim();
            let end = ["</code>", "`", after].into_iter().filter_map(|end| rest.find(end)).min()?;
            let flags = unescaped(rest[..end].trim());
            return Some(Page { verb, flags, questionnaire, language });
        }
    }
    None
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    marks.into_iter().fold(text.to_owned(), |text, (mark, c)| text.replace(mark, c))
}

fn scores_table(text: &str) -> Option<Made> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().ok()?.clone();
    let column = |name: &str| headers.iter().position(|header| header == name);
    if !OF_SCORES.iter().all(|name| column(name).is_some()) {
        return None;
    }
    let (council, wave) = (column("council")?, column("wave"));
    let cell = |row: &csv::StringRecord, index: usize| row.get(index).unwrap_or_default().to_owned();
    let rows = reader.records().filter_map(Result::ok);
    let of = |row: csv::StringRecord| (cell(&row, council), wave.map_or(String::new(), |wave| cell(&row, wave)));
    Some(Made::Scores(None, rows.map(of).collect()))
}

fn scores_json(text: &str) -> Option<Made> {
    if !text.contains(FORMAT_OF_SCORES) {
        return None;
    }
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let questionnaire = value.get("questionnaire")?.get("id")?.as_str()?.to_owned();
    let plain = |value: Option<&serde_json::Value>| match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let of = |row: &serde_json::Value| (plain(row.get("council")), plain(row.get("wave")));
    let rows = value.get("scores")?.as_array()?.iter().map(of).collect();
    Some(Made::Scores(Some(questionnaire), rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page_of(text: &str) -> Page {
        page(text).expect("a page of peil")
    }

    #[test]
    fn a_page_tells_its_command_in_each_format() {
        let html = page_of(
            "<dd>X 1.0.0, <code>kort@1.0.0 b3:12</code></dd> … <code>peil report ANSWERS --council A&amp;B --wave 2026 \
             --within my size</code>. Where",
        );
        assert_eq!((html.verb, html.questionnaire.as_str()), ("report", "kort"));
        assert_eq!(html.flag("council"), Some("A&B"));
        assert_eq!(html.flag("within"), Some("my size"));
        assert_eq!(html.wave(), Wave::parse("2026"));
        assert_eq!(html.flag("audience"), None);
        let wrapped = page_of(
            "kort@1.0.0\n   b3:12\n peil compare\n   ANTWOORDEN --by wave. Waar een cijfer\n vandaan komt, toont",
        );
        assert_eq!((wrapped.verb, wrapped.flags.as_str()), ("compare", "--by wave"));
        assert_eq!(wrapped.language, Language::Nl);
    }

    #[test]
    fn another_page_is_not_taken_for_one_of_ours() {
        assert_eq!(page("<p>See peil report ANSWERS</p>"), None);
        assert_eq!(made(Path::new("x.csv"), "council,overall\nA,2\n"), None);
        assert_eq!(made(Path::new("x.svg"), "kort@1.0.0 b3:1 `peil report ANSWERS`"), None);
    }
}
