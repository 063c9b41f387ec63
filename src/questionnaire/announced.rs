//! A first look at the questions, before they are read: which columns they will have. So a condition on a later question
//! is told from one on an unknown question, and one on a question that cannot be read is not called wrong as well.

use std::collections::HashMap;

use super::names::{Known, meant};
use crate::diagnostics::{Diagnostics, FileFinding, Finding};
use crate::yaml::{Node, Value};

/// The columns that the questions will have, as far as can be told from their ids.
pub(super) struct Announced {
    /// Each column, and the place of its question in the list.
    columns: Vec<(String, usize)>,
    /// The questions themselves.
    questions: Vec<String>,
    /// Where each column stands in the list, the first of those with one name: every condition of a long questionnaire asks.
    places: HashMap<String, usize>,
    /// Whether some question has no id or rows that can be read.
    incomplete: bool,
}

impl Announced {
    /// Looks at the items of `questions:`.
    pub(super) fn in_questions(list: &[Node], out: &Diagnostics) -> Announced {
        // Where an id stands twice in one question, the second is most often that of a question without its dash.
        let is_second_id =
            |finding: &Finding| matches!(finding, Finding::File(FileFinding::DuplicateKey(key)) if key == "id");
        let incomplete = list.first().is_none_or(|first| out.any_error_in(first.span.file, is_second_id));
        let mut announced =
            Announced { columns: Vec::new(), questions: Vec::new(), places: HashMap::new(), incomplete };
        for (index, node) in list.iter().enumerate() {
            announced.questions.extend(node.field_text("id").map(meant));
            match columns(node) {
                Some(columns) => announced.columns.extend(columns.into_iter().map(|column| (column, index))),
                None => announced.incomplete = true,
            }
        }
        for (place, (column, _)) in announced.columns.iter().enumerate() {
            announced.places.entry(column.clone()).or_insert(place);
        }
        announced
    }

    /// Where a column stands among [`Announced::known`].
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.places.get(column).copied()
    }

    /// What a condition may name.
    pub(super) fn known(&self) -> Known<impl Iterator<Item = &str> + Clone> {
        Known { ids: self.columns.iter().map(|(column, _)| column.as_str()), complete: !self.incomplete }
    }

    /// What stands in a list of questions.
    pub(super) fn questions(&self) -> Known<impl Iterator<Item = &str> + Clone> {
        Known { ids: self.questions.iter().map(String::as_str), complete: !self.incomplete }
    }

    /// The place in the list of the question that a column belongs to.
    pub(super) fn question(&self, column: usize) -> usize {
        self.columns[column].1
    }
}

/// Where it cannot be told which columns a question will have, such as rows with a type that is misspelt, all of them.
fn columns(node: &Node) -> Option<Vec<String>> {
    let id = meant(node.field_text("id")?);
    let id = id.as_str();
    let mut columns = Vec::new();
    let is_grid = node.field_text("type") == Some("grid");
    if is_grid || node.field("rows").is_some() {
        let Value::List(rows) = &node.field("rows")?.value else {
            return None;
        };
        for row in rows {
            columns.push(format!("{id}.{}", row.field_text("id")?));
        }
    }
    let halves = node.field("paper_and_practice").map(|_| node.field_text("paper_and_practice"));
    if !is_grid && halves.is_some_and(|halves| halves != Some("false")) {
        columns.extend(["paper", "practice"].map(|half| format!("{id}.{half}")));
    }
    let certain = is_grid || halves == Some(Some("true"));
    if !certain {
        columns.push(id.to_owned());
    }
    Some(columns)
}
