//! YAML that peil writes, ships and prints can be read by other programs too: some take a question mark in a text without
//! quotes for the beginning of a key, where that text stands between brackets.

use std::fs;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::language::{Language, start};
use peil::source::Sources;
use peil::yaml::{self, Node, Value};

/// The texts between brackets that hold a question mark and are not in quotes.
fn bare_questions(text: &str) -> Vec<String> {
    let mut sources = Sources::new();
    let file = sources.add("a.yaml", text);
    let node = yaml::parse(file, &sources, &mut Diagnostics::new());
    let mut found = Vec::new();
    node.iter().for_each(|node| look(node, text, false, &mut found));
    found
}

fn look(node: &Node, text: &str, in_brackets: bool, found: &mut Vec<String>) {
    let within = in_brackets || text[node.span.start as usize..].starts_with(['[', '{']);
    match &node.value {
        Value::Scalar(scalar) if in_brackets && !scalar.quoted && scalar.text.contains('?') => {
            found.push(scalar.text.clone());
        }
        Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| look(item, text, within, found)),
        Value::Map(entries) => entries.iter().for_each(|entry| look(&entry.value, text, within, found)),
    }
}

/// The blocks of YAML in a page.
fn blocks(page: &str) -> Vec<String> {
    let (mut blocks, mut inside) = (Vec::new(), None);
    for line in page.lines() {
        match (&mut inside, line.trim()) {
            (None, fence) if fence.starts_with("```yaml") => inside = Some(String::new()),
            (None, _) => {}
            (Some(_), "```") => blocks.extend(inside.take()),
            (Some(block), _) => *block += &format!("{line}\n"),
        }
    }
    blocks
}

fn read(folder: &str, extension: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let wanted = entries.filter(|path| path.extension().is_some_and(|found| found == extension));
    wanted.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a text"))).collect()
}

#[test]
fn no_question_mark_between_brackets_stands_without_quotes() {
    let mut texts = read("questionnaires", "yaml");
    for l in Language::ALL {
        texts.extend(start::files(l).into_iter().map(|file| (file.name.to_owned(), file.text)));
    }
    for (name, page) in read("docs", "md").into_iter().chain(read("src/language/explain", "md")) {
        texts.extend(blocks(&page).into_iter().map(|block| (name.clone(), block)));
    }
    assert!(texts.len() > 100, "only {} texts", texts.len());
    for (name, text) in texts {
        let found = bare_questions(&text);
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn a_question_mark_is_found_between_brackets_only() {
    let text = "a: Wat?\nb: {nl: Wat?, en: \"What?\", fr: [Qui ?]}\nc:\n  - Wie?\n";
    assert_eq!(bare_questions(text), ["Wat?", "Qui ?"]);
}
