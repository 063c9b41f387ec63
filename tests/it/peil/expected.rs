//! What a stream should hold.

use std::fmt;

/// What a stream should hold.
pub(super) enum Expected {
    Exactly(String),
    Among(Vec<String>),
}

impl Expected {
    pub(super) fn add(&mut self, text: &str) {
        match self {
            Expected::Among(texts) => texts.push(text.to_owned()),
            Expected::Exactly(_) => *self = Expected::Among(vec![text.to_owned()]),
        }
    }

    pub(super) fn is_met(&self, found: &str) -> bool {
        match self {
            Expected::Exactly(text) => found == text,
            Expected::Among(texts) => texts.iter().all(|text| found.contains(text)),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Exactly(text) => write!(f, "exactly:\n{text}"),
            Expected::Among(texts) => write!(f, "among the rest:\n{}", texts.join("\n…\n")),
        }
    }
}

/// A text without its first line break, the indentation that all its lines share, and blanks after the last one.
pub(super) fn unindented(text: &str) -> String {
    let Some(text) = text.strip_prefix('\n') else {
        return text.to_owned();
    };
    let text = text.trim_end_matches(' ');
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let shared = lines().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let mut plain = String::new();
    for line in text.lines() {
        plain.push_str(line.get(shared..).unwrap_or_default());
        plain.push('\n');
    }
    plain
}
