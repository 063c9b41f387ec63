//! What the whole and every dimension are made of, as trees of cells, for whoever adds cells up in another way than the
//! score does. It knows no answers.

use crate::questionnaire::Questionnaire;

/// A cell, or the mean of parts by their weights.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// A cell, by index.
    Cell(usize),
    /// Parts and their weights; none for a leaf without questions.
    Parts(Vec<(f64, Node)>),
}

/// The trees of one questionnaire.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// The whole.
    pub(super) overall: Node,
    /// Every dimension, in the order of the questionnaire.
    pub(super) dimensions: Vec<Node>,
}

impl Parts {
    /// Several axes: everything is made of its cells. One axis: of the dimensions below it, and a leaf of its cell.
    pub(super) fn of(q: &Questionnaire) -> Parts {
        let dimensions = (0..q.dimensions.len()).map(|index| dimension(q, index)).collect();
        let overall = if q.has_grid() {
            cells(q, |_| true)
        } else {
            let top = q.axes[0].top.iter();
            Node::Parts(top.map(|&index| (q.dimensions[index].weight, dimension(q, index))).collect())
        };
        Parts { overall, dimensions }
    }
}

impl Node {
    /// Adds up from the cells: `mean` gets the weights and values of the parts that are present, at least one.
    pub(super) fn fold<T: Copy>(&self, cells: &[Option<T>], mean: &impl Fn(&mut Vec<(f64, T)>) -> T) -> Option<T> {
        match self {
            Node::Cell(cell) => cells[*cell],
            Node::Parts(parts) => {
                let present = parts.iter().filter_map(|(weight, part)| Some((*weight, part.fold(cells, mean)?)));
                let mut present: Vec<(f64, T)> = present.collect();
                (!present.is_empty()).then(|| mean(&mut present))
            }
        }
    }
}

/// The mean by weight of parts, of which there is at least one.
pub(super) fn weighted(parts: &[(f64, f64)]) -> f64 {
    let weights: f64 = parts.iter().map(|(weight, _)| weight).sum();
    parts.iter().map(|(weight, value)| weight * value).sum::<f64>() / weights
}

fn dimension(q: &Questionnaire, index: usize) -> Node {
    let children = &q.dimensions[index].children;
    if q.has_grid() {
        return cells(q, |at| at.iter().any(|&leaf| q.is_within(leaf, index)));
    }
    if children.is_empty() {
        let own = q.cells.iter().position(|cell| cell.at == [index]);
        return own.map_or(Node::Parts(Vec::new()), Node::Cell);
    }
    Node::Parts(children.iter().map(|&child| (q.dimensions[child].weight, dimension(q, child))).collect())
}

fn cells(q: &Questionnaire, inside: impl Fn(&[usize]) -> bool) -> Node {
    let those = q.cells.iter().enumerate().filter(|(_, cell)| inside(&cell.at));
    Node::Parts(those.map(|(index, cell)| (cell.weight, Node::Cell(index))).collect())
}
