//! A tree of fields, and the ways in which people and programs write one: blocks, braces, JSON; quotes of either kind or
//! none; line endings of two systems, comments, blank lines, marks at the beginning.

use std::collections::BTreeMap;

use super::dice::Dice;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// A text or an id: quotes change nothing.
    Text(String),
    /// A number or a truth: never in quotes.
    Bare(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    pub(crate) fn text(text: impl Into<String>) -> Tree {
        Tree::Text(text.into())
    }

    pub(crate) fn bare(word: impl ToString) -> Tree {
        Tree::Bare(word.to_string())
    }
}

impl Tree {
    /// How often each field name stands in it.
    pub(crate) fn count_fields(&self, counts: &mut BTreeMap<String, usize>) {
        match self {
            Tree::Text(_) | Tree::Bare(_) => {}
            Tree::List(items) => items.iter().for_each(|item| item.count_fields(counts)),
            Tree::Map(fields) => {
                for (name, value) in fields {
                    *counts.entry(name.clone()).or_default() += 1;
                    value.count_fields(counts);
                }
            }
        }
    }
}

/// How a whole file is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Style {
    /// Lines under lines, here and there braces, quotes where they are needed and sometimes where they are not.
    Blocks,
    /// JSON, on lines or on one.
    Json { lines: bool },
}

/// The text of a tree.
pub(crate) fn write(tree: &Tree, style: Style, dice: &mut Dice) -> String {
    let mut text = String::new();
    match style {
        Style::Json { lines } => json(tree, lines.then_some(0), &mut text),
        Style::Blocks => {
            if dice.one_in(4) {
                text.push_str("# Gemaakt door een programma: 'niet' \"wijzigen\" {of} [zo]\n\n");
            }
            if dice.one_in(6) {
                text.push_str("---\n");
            }
            Blocks { dice }.fields(tree, 0, &mut text);
            if dice.one_in(8) {
                text.push_str("...\n");
            }
        }
    }
    if dice.one_in(4) {
        text = text.replace('\n', "\r\n");
    }
    if dice.one_in(5) {
        text.insert(0, '\u{feff}');
    }
    text
}

/// Writes JSON; `deep` is the indentation, or `None` for all on one line.
fn json(tree: &Tree, deep: Option<usize>, text: &mut String) {
    let quoted = |word: &str| serde_json::to_string(word).expect("a text");
    let inner = deep.map(|deep| deep + 1);
    let line = |deep: Option<usize>, text: &mut String| {
        if let Some(deep) = deep {
            text.push('\n');
            text.push_str(&"  ".repeat(deep));
        }
    };
    let (open, close, count) = match tree {
        Tree::Text(word) => return text.push_str(&quoted(word)),
        Tree::Bare(word) => return text.push_str(word),
        Tree::List(items) => ('[', ']', items.len()),
        Tree::Map(fields) => ('{', '}', fields.len()),
    };
    text.push(open);
    for index in 0..count {
        text.push_str(if index > 0 { "," } else { "" });
        line(inner, text);
        match tree {
            Tree::Map(fields) => {
                text.push_str(&format!("{}:{}", quoted(&fields[index].0), if deep.is_some() { " " } else { "" }));
                json(&fields[index].1, inner, text);
            }
            Tree::List(items) => json(&items[index], inner, text),
            _ => {}
        }
    }
    line(deep, text);
    text.push(close);
    if deep == Some(0) {
        text.push('\n');
    }
}

struct Blocks<'d> {
    dice: &'d mut Dice,
}

impl Blocks<'_> {
    fn fields(&mut self, tree: &Tree, deep: usize, text: &mut String) {
        let Tree::Map(fields) = tree else { panic!("no fields: {tree:?}") };
        for (index, (name, value)) in fields.iter().enumerate() {
            // The first stands behind the dash of its item.
            if index > 0 || deep == 0 {
                if self.dice.one_in(12) {
                    text.push_str(&format!("{}# een opmerking\n", " ".repeat(deep)));
                }
                text.push_str(&" ".repeat(deep));
            }
            text.push_str(&self.word(name, false));
            text.push(':');
            self.value(value, deep, text);
        }
    }

    /// What stands behind the colon of a field, up to the end of its lines.
    fn value(&mut self, value: &Tree, deep: usize, text: &mut String) {
        match value {
            Tree::Map(fields) if !fields.is_empty() && !self.dice.one_in(3) => {
                text.push('\n');
                text.push_str(&" ".repeat(deep + 2));
                self.fields(value, deep + 2, text);
            }
            Tree::List(items) if !items.is_empty() && !self.dice.one_in(3) => {
                text.push('\n');
                // A list may start below its field as well as further to the right.
                let deep = deep + self.dice.pick(&[0, 2, 4]);
                for item in items {
                    text.push_str(&" ".repeat(deep));
                    text.push('-');
                    if matches!(item, Tree::Map(fields) if !fields.is_empty()) && !self.dice.one_in(3) {
                        text.push(' ');
                        self.fields(item, deep + 2, text);
                    } else {
                        self.on_the_line(item, deep, text);
                    }
                }
            }
            _ => self.on_the_line(value, deep, text),
        }
    }

    fn on_the_line(&mut self, value: &Tree, deep: usize, text: &mut String) {
        if let Tree::Text(words) = value
            && words.contains('\n')
            && words.lines().all(|line| !line.starts_with([' ', '\t', '#']))
            && self.dice.one_in(2)
        {
            text.push_str(" |-\n");
            for line in words.split('\n') {
                text.push_str(&format!("{}{line}\n", " ".repeat(if line.is_empty() { 0 } else { deep + 2 })));
            }
            return;
        }
        let blanks = self.dice.pick(&[1, 1, 1, 3]);
        text.push_str(&" ".repeat(blanks));
        self.braces(value, false, text);
        text.push_str(if self.dice.one_in(15) { "  # zie boven\n" } else { "\n" });
    }

    /// A value on one line; lists and maps in brackets.
    fn braces(&mut self, value: &Tree, inside: bool, text: &mut String) {
        let comma = if self.dice.one_in(3) { ",  " } else { ", " };
        match value {
            Tree::Text(words) => text.push_str(&self.word(words, inside)),
            Tree::Bare(word) => text.push_str(word),
            Tree::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index > 0 { comma } else { "" });
                    self.braces(item, true, text);
                }
                text.push(']');
            }
            Tree::Map(fields) => {
                text.push('{');
                for (index, (name, item)) in fields.iter().enumerate() {
                    text.push_str(if index > 0 { comma } else { "" });
                    text.push_str(&self.word(name, true));
                    text.push_str(": ");
                    self.braces(item, true, text);
                }
                text.push('}');
            }
        }
    }

    /// A word or a text, without quotes where it can do without.
    fn word(&mut self, words: &str, inside: bool) -> String {
        let single = !words.contains(['\n', '\r', '\t']) && words.chars().all(|c| !c.is_control());
        match self.dice.throw(8) {
            0 if single => format!("'{}'", words.replace('\'', "''")),
            0 | 1 => serde_json::to_string(words).expect("a text"),
            _ if is_plain(words, inside) => words.to_owned(),
            2..=4 if single => format!("'{}'", words.replace('\'', "''")),
            _ => serde_json::to_string(words).expect("a text"),
        }
    }
}

/// Whether a text means itself without quotes, by the rules of YAML and those of peil for words like `no`.
fn is_plain(words: &str, inside: bool) -> bool {
    const TAKEN: [&str; 10] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"];
    let taken = TAKEN.iter().any(|taken| words.eq_ignore_ascii_case(taken));
    let ends = words.ends_with([':', ' ']) || words.contains(": ") || words.contains(" #");
    let breaks = words.contains(['\n', '\r', '\t', '\u{feff}']);
    let closes = inside && words.contains([',', '[', ']', '{', '}', '?', ':']);
    words.starts_with(char::is_alphanumeric) && !(taken || ends || breaks || closes)
}
