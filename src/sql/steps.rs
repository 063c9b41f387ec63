//! The steps of the statement in turn, each with a name and a comment. It knows nothing of what stands in them.

use super::Request;
use super::comment;

/// Steps, of which each reads the one before.
pub(super) struct Steps {
    text: String,
    count: usize,
    last: String,
    /// What no step may be called.
    table: String,
}

impl Steps {
    pub(super) fn new(request: &Request) -> Steps {
        let table = request.table.last().map(|name| name.to_lowercase()).unwrap_or_default();
        let from: Vec<String> = request.table.iter().map(|part| request.dialect.identifier(part)).collect();
        Steps { text: String::new(), count: 0, last: from.join("."), table }
    }

    /// What the next step reads: the one before, or the table.
    pub(super) fn from(&self) -> &str {
        &self.last
    }

    /// Adds a step.
    pub(super) fn add(&mut self, name: &str, words: &str, body: &str) {
        self.count += 1;
        self.text.push_str(if self.count == 1 { "WITH\n" } else { ",\n\n" });
        self.text.push_str(&comment::lines("", &format!("{}. {words}", self.count)));
        let mut name = format!("s{}_{name}", self.count);
        while name == self.table {
            name.push('_');
        }
        self.text.push_str(&format!("{name} AS (\n{body}\n)"));
        self.last = name;
    }

    /// The number of the step to come.
    pub(super) fn next(&self) -> usize {
        self.count + 1
    }

    /// All of them.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// A list to select, a line each.
pub(super) fn select(entries: &[String]) -> String {
    format!("  SELECT\n    {}", entries.join(",\n    "))
}

/// Terms of a sum, broken over lines where they are many.
pub(super) fn sum(terms: &[String]) -> String {
    let length: usize = terms.iter().map(|term| term.len() + 3).sum();
    terms.join(if length > 100 { "\n      + " } else { " + " })
}
