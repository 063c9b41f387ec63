//! The names of columns within the statement: those of the questionnaire where they can be, short and told apart by any
//! engine.

use std::collections::BTreeSet;

use crate::questionnaire::{Cell, Kind, Questionnaire};

/// Columns that the steps have themselves.
const OWN: [&str; 34] = [
    "council",
    "name",
    "wave",
    "wave_text",
    "wave_order",
    "wave_before",
    "wave_after",
    "role",
    "role_before",
    "role_after",
    "scan",
    "questionnaire",
    "quick",
    "quick_here",
    "quick_before",
    "quick_after",
    "reading",
    "answered_by",
    "respondents",
    "by_people",
    "quick_only",
    "purpose",
    "overall",
    "pooled",
    "now",
    "before",
    "coverage",
    "comparable",
    "above",
    "below",
    "equal",
    "peers",
    "previous",
    "scored",
];
/// What a name may have at most, so that there is room for what is put behind it.
const LONGEST: usize = 36;

/// Names for everything that a step has a column for.
pub(super) struct Names {
    /// Of each place for an answer.
    pub(super) columns: Vec<String>,
    /// Of each item; where it has one column, the name of that.
    pub(super) items: Vec<String>,
    /// Of each cell.
    pub(super) cells: Vec<String>,
    /// Of each dimension; of a leaf with a cell of its own, the name of that.
    pub(super) dimensions: Vec<String>,
}

impl Names {
    pub(super) fn new(q: &Questionnaire) -> Names {
        let mut answers = Taken::new();
        let columns: Vec<String> = q.columns.iter().map(|column| answers.claim(&column.id)).collect();
        let items = q.items.iter().map(|item| match q.questions[item.question].kind {
            Kind::Grid { .. } => answers.claim(&item.id),
            _ => columns[item.columns.start].clone(),
        });
        let items = items.collect();
        let mut parts = Taken::new();
        let name =
            |cell: &Cell| cell.at.iter().map(|&leaf| q.dimensions[leaf].id.as_str()).collect::<Vec<_>>().join(".");
        let cells: Vec<String> = q.cells.iter().map(|cell| parts.claim(&name(cell))).collect();
        let of_cell = |index: usize| q.cells.iter().position(|cell| cell.at == [index]);
        let dimensions = (0..q.dimensions.len())
            .map(|index| {
                of_cell(index).map_or_else(|| parts.claim(&q.dimensions[index].id), |cell| cells[cell].clone())
            })
            .collect();
        Names { columns, items, cells, dimensions }
    }
}

/// Names that are given away.
struct Taken(BTreeSet<String>);

impl Taken {
    fn new() -> Taken {
        Taken(OWN.iter().map(|name| (*name).to_owned()).collect())
    }

    /// The name itself, or if need be a shorter one with a number.
    fn claim(&mut self, wanted: &str) -> String {
        let short: String = wanted.chars().take(LONGEST).collect();
        let mut name = short.clone();
        let mut count = 1;
        while name.to_lowercase().starts_with("class_") || !self.0.insert(name.to_lowercase()) {
            count += 1;
            name = format!("{short}~{count}");
            if short.to_lowercase().starts_with("class_") {
                name = format!("~{name}");
            }
        }
        name
    }
}
