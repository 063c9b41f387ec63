//! Where a number comes from: the parts of a score, down to the answers. Data only; words are made elsewhere.

use super::card::all_roles;
use super::cell::{RespondentCell, UNIT, quantised};
use super::outcome::{Coverage, Figure, Outcome, ScoreCard};
use super::rubric::{ItemState, Rubric};
use super::sums::Keep;
use super::tally::Tally;
use crate::questionnaire::Questionnaire;
use crate::responses::{Chunk, Code, Row};
use crate::sorting;

/// A number and the parts that it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// What the number is about.
    pub part: Part,
    /// The number, on the scale.
    pub outcome: Outcome,
    /// The counts behind it.
    pub coverage: Coverage,
    /// What it is the weighted mean of; empty for an answer, and the rows of a grid for the answer to one.
    pub contributions: Vec<Contribution>,
}

/// A part and its weight in the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Its weight, before dividing by the sum of the weights of the parts that have a score.
    pub weight: f64,
    /// The part.
    pub derivation: Derivation,
}

/// What a number in a derivation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The whole.
    Overall,
    /// A dimension, by index.
    Dimension(usize),
    /// A cell, by index.
    Cell(usize),
    /// A role in a cell, by index; the one after the last is respondents without one, and then comes the consensus.
    Role(usize),
    /// A respondent of the group, counted from 0 in the order of the input.
    Respondent(usize),
    /// An item, by index, and what was answered.
    Item(usize, Given),
    /// A row of a grid, by index of its column, and what was answered. Its coverage counts rows, not questions.
    Row(usize, Given),
}

/// What stands behind an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// The code of its first column.
    pub code: Code,
    /// Whether it was asked.
    pub asked: bool,
    /// The bits of its first wide slot: of a number, or of ticked boxes.
    pub wide: u64,
    /// Whether a partner does it.
    pub partner: bool,
}

/// Explains the overall score of a group, or one of its dimensions.
pub fn explain(rubric: &Rubric<'_>, chunks: &[Chunk], group: usize, dimension: Option<usize>) -> Derivation {
    explaining(rubric, chunks, group, |explainer| match dimension {
        Some(index) => explainer.dimension(index),
        None => explainer.overall(),
    })
}

/// Explains one cell of a group.
pub fn explain_cell(rubric: &Rubric<'_>, chunks: &[Chunk], group: usize, cell: usize) -> Derivation {
    explaining(rubric, chunks, group, |explainer| explainer.cell(cell))
}

/// Lets something of a group be explained.
fn explaining(
    rubric: &Rubric<'_>,
    chunks: &[Chunk],
    group: usize,
    explained: impl FnOnce(&Explainer<'_>) -> Derivation,
) -> Derivation {
    let mut rows: Vec<Row<'_>> =
        chunks.iter().flat_map(Chunk::rows).filter(|row| row.head.group as usize == group).collect();
    // Respondents are numbered by what they answered: by nothing else, so not by the order of rows and files.
    sorting::by(&mut rows, |a, b| {
        let answers = (a.codes, a.wide, a.head.quick).cmp(&(b.codes, b.wide, b.head.quick));
        answers.then_with(|| a.via_partner().cmp(b.via_partner()))
    });
    let mut own = Chunk::new(rubric.codec());
    rows.iter().for_each(|row| own.copy(*row));
    let tally = Tally::of(rubric, std::slice::from_ref(&own), group + 1, Keep::default(), 1);
    let card = tally.card(rubric, group, &all_roles);
    explained(&Explainer { rubric, q: rubric.questionnaire, rows, card, tally, group })
}

struct Explainer<'a> {
    rubric: &'a Rubric<'a>,
    q: &'a Questionnaire,
    rows: Vec<Row<'a>>,
    /// The numbers that are explained, so that they are to the bit those of a report.
    card: ScoreCard,
    tally: Tally,
    group: usize,
}

impl Explainer<'_> {
    fn overall(&self) -> Derivation {
        let parts = if self.q.has_grid() { self.cells(|_| true) } else { self.dimensions(&self.q.axes[0].top) };
        whole(Part::Overall, &self.card.overall, parts)
    }

    fn dimension(&self, index: usize) -> Derivation {
        let dimension = &self.q.dimensions[index];
        let inside = |cell: usize| self.q.cells[cell].at.iter().any(|&leaf| self.q.is_within(leaf, index));
        let parts = if self.q.has_grid() {
            self.cells(inside)
        } else if dimension.children.is_empty() {
            // With one axis a leaf is its cell: it is said once.
            (0..self.q.cells.len()).filter(|&cell| inside(cell)).flat_map(|cell| self.roles(cell)).collect()
        } else {
            self.dimensions(&dimension.children)
        };
        whole(Part::Dimension(index), &self.card.dimensions[index], parts)
    }

    fn dimensions(&self, indices: &[usize]) -> Vec<Contribution> {
        let part = |&index: &usize| Contribution {
            weight: self.q.dimensions[index].weight,
            derivation: self.dimension(index),
        };
        indices.iter().map(part).collect()
    }

    fn cells(&self, inside: impl Fn(usize) -> bool) -> Vec<Contribution> {
        let cells = (0..self.q.cells.len()).filter(|&cell| inside(cell));
        cells.map(|cell| Contribution { weight: self.q.cells[cell].weight, derivation: self.cell(cell) }).collect()
    }

    fn cell(&self, cell: usize) -> Derivation {
        whole(Part::Cell(cell), &self.card.cells[cell], self.roles(cell))
    }

    /// The roles whose answers are a cell, with what each weighs in it.
    fn roles(&self, cell: usize) -> Vec<Contribution> {
        let deciding = self.tally.deciding(self.group, self.tally.all_roles(), cell).iter().copied();
        deciding
            .filter(|&role| self.tally.has_answered(self.group, role))
            .map(|role| {
                let scored = self.tally.sums(self.group, role, cell).scored;
                Contribution { weight: Tally::role_weight(self.q, role, scored), derivation: self.role(role, cell) }
            })
            .collect()
    }

    fn role(&self, role: usize, cell: usize) -> Derivation {
        let rows = self.rows.iter().enumerate().filter(|(_, row)| row.head.role as usize == role);
        let contributions: Vec<Contribution> = rows
            .map(|(index, row)| Contribution { weight: 1.0, derivation: self.respondent(index, *row, cell) })
            .collect();
        let score = self.tally.role_cell(self.group, role, cell).map(|value| value * self.q.scale.max);
        let coverage = contributions.iter().fold(Coverage::default(), |sum, one| sum.plus(one.derivation.coverage));
        Derivation { part: Part::Role(role), outcome: Outcome::new(score, coverage), coverage, contributions }
    }

    fn respondent(&self, index: usize, row: Row<'_>, cell: usize) -> Derivation {
        let mut asked = Vec::new();
        self.rubric.asked(row, &mut asked);
        let mut sums = RespondentCell::default();
        let mut contributions = Vec::new();
        for (item, rule) in self.q.items.iter().enumerate().filter(|(_, rule)| rule.cell == cell) {
            let state = self.rubric.item(item, row, &asked);
            sums.add(state, rule.weight);
            let given = self.given(rule.columns.start, row, state != ItemState::NotAsked);
            let mut derivation = leaf(Part::Item(item, given), state, self.q.scale.max);
            if rule.columns.len() > 1 && given.asked {
                derivation.contributions = rule.columns.clone().map(|column| self.row(column, row)).collect();
            }
            contributions.push(Contribution { weight: rule.weight, derivation });
        }
        // As it is counted: a whole number of units.
        let value = sums.value(self.rubric).map(|value| quantised(value) as f64 / UNIT * self.q.scale.max);
        let outcome = Outcome::new(value, sums.coverage);
        Derivation { part: Part::Respondent(index), outcome, coverage: sums.coverage, contributions }
    }

    /// One row of a grid.
    fn row(&self, column: usize, row: Row<'_>) -> Contribution {
        let state = self.rubric.column(column, row);
        let part = Part::Row(column, self.given(column, row, state != ItemState::NotAsked));
        Contribution { weight: 1.0, derivation: leaf(part, state, self.q.scale.max) }
    }

    fn given(&self, column: usize, row: Row<'_>, asked: bool) -> Given {
        let wide = self.rubric.codec().wide_slot(column).map_or(0, |slot| row.wide[slot]);
        let partner = row.via_partner().any(|one| one == column);
        Given { code: row.codes[column], asked, wide, partner }
    }
}

/// An answer and what it is worth.
fn leaf(part: Part, state: ItemState, max: f64) -> Derivation {
    let (score, scored, applicable) = match state {
        ItemState::Scored { value, .. } => (Some(value * max), 1, 1),
        ItemState::Unknown { .. } => (None, 0, 1),
        ItemState::NotAsked | ItemState::NotApplicable => (None, 0, 0),
    };
    let coverage = Coverage { scored, applicable };
    Derivation { part, outcome: Outcome::new(score, coverage), coverage, contributions: Vec::new() }
}

/// A figure of the card, with the parts it is the weighted mean of.
fn whole(part: Part, figure: &Figure, contributions: Vec<Contribution>) -> Derivation {
    Derivation { part, outcome: figure.outcome, coverage: figure.coverage, contributions }
}
