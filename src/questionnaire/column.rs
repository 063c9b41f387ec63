//! Columns and items, derived from the questions: a column is one place for an answer, an item is what is scored.

use std::ops::Range;

use super::question::{Kind, Question};

/// One place for an answer, and one column of a table of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in tables: `question`, `question.row`, `question.paper`.
    pub id: String,
    /// Index of the question.
    pub question: usize,
    /// Which part of it.
    pub part: Part,
}

/// Which part of a question a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// A row of a grid, by index.
    Row(usize),
    /// What is on paper.
    Paper,
    /// What happens in practice.
    Practice,
}

/// What is scored and counted in the coverage: a question, or one of the two halves of a paper-and-practice question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name: that of the question, or of its half.
    pub id: String,
    /// Index of the question.
    pub question: usize,
    /// Its columns: one, or those of all rows of a grid.
    pub columns: Range<usize>,
    /// Index of its cell.
    pub cell: usize,
    /// Its weight in the cell.
    pub weight: f64,
}

/// The columns of a question, in the order of tables.
pub(super) fn columns_of(index: usize, question: &Question) -> Vec<Column> {
    let column = |suffix: &str, part| {
        let id = if suffix.is_empty() { question.id.clone() } else { format!("{}.{suffix}", question.id) };
        Column { id, question: index, part }
    };
    match &question.kind {
        Kind::Grid { rows, .. } => {
            rows.iter().enumerate().map(|(index, row)| column(&row.id, Part::Row(index))).collect()
        }
        _ if question.paper_and_practice => vec![column("paper", Part::Paper), column("practice", Part::Practice)],
        _ => vec![column("", Part::Whole)],
    }
}

/// The scored items, in the order of the questions. `cell_of` gives the index of a place among the cells.
pub(super) fn items(
    questions: &[Question],
    columns: &[Column],
    cell_of: impl Fn(&[usize]) -> Option<usize>,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut start = 0;
    for (index, question) in questions.iter().enumerate() {
        let end = start + columns[start..].iter().take_while(|column| column.question == index).count();
        if let (true, Some(cell)) = (question.kind.is_scored(), cell_of(&question.at)) {
            let item = |columns: Range<usize>, id: &str| Item {
                id: id.to_owned(),
                question: index,
                columns,
                cell,
                weight: question.weight,
            };
            if question.paper_and_practice {
                items.extend((start..end).map(|column| item(column..column + 1, &columns[column].id)));
            } else {
                items.push(item(start..end, &question.id));
            }
        }
        start = end;
    }
    items
}
