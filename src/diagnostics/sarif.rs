//! SARIF 2.1.0, the exchange format of OASIS for what analysis tools find.
//!
//! Places are relative URIs with `/`; lines and columns count from one, columns count characters, an end is the place
//! after the last character. The rules are those that were broken, with their pages as help.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::{Code, Report, Severity, Shown};
use crate::source::Span;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    partial_fingerprints: Marks,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Message {
    text: std::borrow::Cow<'static, str>,
}

#[derive(Serialize)]
struct Marks {
    #[serde(rename = "peilFinding/v1")]
    mark: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    physical_location: Place,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// All problems as one SARIF log with a line break at the end.
pub fn render(report: &Report<'_>) -> String {
    let codes: BTreeSet<Code> = report.list.iter().map(Shown::code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let mut fingerprints = Fingerprints::new(report.sources);
    let results = report.list.iter().map(|shown| finding(shown, report, &codes, fingerprints.next(shown))).collect();
    let language = report.language.code();
    let version = env!("CARGO_PKG_VERSION");
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, report)).collect();
    let tool = json!({"driver": {
        "name": "peil", "version": version, "semanticVersion": version, "language": language, "rules": rules,
    }});
    let run = Run { tool, language, column_kind: "unicodeCodePoints", results };
    super::json::written(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

fn rule(code: Code, report: &Report<'_>) -> Value {
    let l = report.language;
    let page = code.page();
    let texts = page.texts(l);
    let plain = |text: &str| text.replace('\n', " ");
    json!({
        "id": code.id(),
        "shortDescription": {"text": texts.summary},
        "fullDescription": {"text": plain(texts.finds)},
        "help": {
            "text": format!("{}\n\n{}", plain(texts.finds), plain(texts.matters)),
            "markdown": page.markdown(l),
        },
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn finding(shown: &Shown<'_>, report: &Report<'_>, codes: &[Code], mark: String) -> Finding {
    let related = shown.diagnostic.related.iter().enumerate().map(|(index, (span, remark))| Location {
        id: Some(index + 1),
        message: Some(Message { text: remark.wording(report.language).into() }),
        physical_location: place(*span, report),
    });
    Finding {
        rule_id: shown.code().id(),
        rule_index: codes.binary_search(&shown.code()).unwrap_or_default(),
        level: level(shown.severity),
        message: Message { text: shown.said(report.language).with_notes_below().into() },
        locations: [Location { id: None, message: None, physical_location: place(shown.diagnostic.span, report) }],
        partial_fingerprints: Marks { mark },
        related_locations: related.collect(),
    }
}

fn place(span: Span, report: &Report<'_>) -> Place {
    let source = report.sources.get(span.file);
    let (start, end) = (source.position(span.start), source.position(span.end));
    Place {
        artifact_location: Artifact { uri: uri(source.path()) },
        region: Region {
            start_line: start.line.get(),
            start_column: start.column.get(),
            end_line: end.line.get(),
            end_column: end.column.get(),
        },
    }
}

/// A path as a URI reference: relative, or with `file:` where it cannot be.
fn uri(path: &str) -> String {
    let mut uri = match path.as_bytes() {
        [b'/', ..] => String::from("file://"),
        [letter, b':', b'/', ..] if letter.is_ascii_alphabetic() => String::from("file:///"),
        _ => String::new(),
    };
    let scheme = !uri.is_empty();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            // In a relative reference a colon would be read as the end of a scheme.
            b':' if scheme => uri.push(':'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri_with_everything_odd_in_it_escaped() {
        assert_eq!(uri("map/één vraag.yaml"), "map/%C3%A9%C3%A9n%20vraag.yaml");
        assert_eq!(uri("a:b.yaml"), "a%3Ab.yaml");
        assert_eq!(uri("/tmp/a#b.yaml"), "file:///tmp/a%23b.yaml");
        assert_eq!(uri("C:/werk/a.yaml"), "file:///C:/werk/a.yaml");
    }
}
