//! `docs/import.md` names the fields and words of a mapping that the reader knows, all of them and no others, and its
//! example is read.

use std::collections::BTreeSet;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::import::{Tool, read_mapping};
use peil::questionnaire;
use peil::responses::Codec;
use peil::source::Sources;
use peil::yaml;

use super::page::{self, Piece};

/// The reader of mappings as one line of source.
fn reader() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/read_mapping.rs");
    let text = std::fs::read_to_string(path).expect("a source file");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words in quotes that follow a mark.
fn words_after(source: &str, mark: &str) -> BTreeSet<String> {
    let quoted = |rest: &str| rest.strip_prefix('"').and_then(|rest| rest.split('"').next()).map(str::to_owned);
    source.split(mark).skip(1).filter_map(quoted).collect()
}

/// The first column of the tables that open with this word.
fn first_column(opens_with: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for piece in page::pieces(&page::read("import.md")) {
        let Piece::Table(rows) = piece else { continue };
        if rows[0][0] == opens_with {
            names.extend(rows[1..].iter().map(|row| row[0].trim_matches('`').to_owned()));
        }
    }
    names
}

#[test]
fn the_page_names_the_fields_of_a_mapping_and_no_others() {
    let source = reader();
    let mut known: BTreeSet<String> =
        ["required(", "optional(", "row("].iter().flat_map(|mark| words_after(&source, mark)).collect();
    // Asked for in a loop.
    for name in ["comment", "evidence", "reason"] {
        assert!(source.contains(&format!("(\"{name}\", Beside::")), "{name}");
        known.insert(name.to_owned());
    }
    assert!(known.len() > 25, "the reader no longer asks as it did: {known:?}");
    assert_eq!(first_column("field"), known);
}

#[test]
fn the_page_names_the_words_of_values_and_the_tools() {
    let source = reader();
    let arms = source.split(" => Meaning::").map(|before| before.rsplit(' ').next().unwrap_or_default());
    let words: BTreeSet<String> =
        arms.filter(|word| word.starts_with('"')).map(|word| word.trim_matches('"').to_owned()).collect();
    assert_eq!(first_column("word"), words);
    let page = page::read("import.md");
    for (word, _) in Tool::WORDS {
        assert!(page.contains(&format!("`{word}`")), "{word}");
    }
}

#[test]
fn the_example_is_read_without_a_problem() {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let text = include_str!("../../imports/enquete.yaml");
    let node = yaml::parse(sources.add("enquete.yaml", text), &sources, &mut out).expect("YAML");
    let q = questionnaire::parse(&node, &mut out).expect("a questionnaire");
    let mut read = 0;
    for piece in page::pieces(&page::read("import.md")) {
        let Piece::Block { info, text } = piece else { continue };
        assert_eq!(info, "yaml complete mapping");
        let node = yaml::parse(sources.add("mapping.yaml", text), &sources, &mut out).expect("YAML");
        assert!(read_mapping(&node, &q, &Codec::new(&q), &mut out).is_some());
        read += 1;
    }
    assert!(out.is_empty(), "{:?}", out.sorted());
    assert_eq!(read, 1);
}
