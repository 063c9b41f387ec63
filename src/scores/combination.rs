//! How cells make dimensions, and dimensions the whole: the means of which each is made, laid out once for a
//! questionnaire. Knows nothing of groups and respondents.

use std::ops::Range;

use super::rubric::Rubric;
use crate::questionnaire::Questionnaire;

/// A number, or that there is none. Both go into a sum alike, so that no sum has to ask which it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// 0 where there is none.
    value: f64,
    /// How many there are: 1 or 0.
    there: f64,
}

impl Known {
    /// The mean of what weighs so much, if anything does.
    pub(super) fn mean(sum: f64, weights: f64) -> Known {
        if weights > 0.0 { Known { value: sum / weights, there: 1.0 } } else { Known::default() }
    }

    /// The number, if there is one.
    pub(super) fn get(self) -> Option<f64> {
        (self.there > 0.0).then_some(self.value)
    }
}

impl From<Option<f64>> for Known {
    fn from(value: Option<f64>) -> Known {
        value.map_or(Known::default(), |value| Known { value, there: 1.0 })
    }
}

/// The means that make dimensions and the whole. One axis: a leaf is its cell, a parent the mean of its children present
/// by their weights, the whole the mean of the top dimensions. Several axes: everything is the mean by cell weight of the
/// cells present. They are worked out in a row of numbers: the cells, the dimensions, the whole.
#[derive(Clone, Debug)]
pub(super) struct Combination {
    cells: usize,
    dimensions: usize,
    /// Each after those it is made of; the whole comes last.
    means: Vec<Mean>,
    /// The first of them that the whole is made of, or the whole itself.
    needed: usize,
    /// Where in the row a part of a mean stands, and what it weighs.
    parts: Vec<(usize, f64)>,
}

#[derive(Clone, Debug)]
struct Mean {
    /// Where in the row it belongs.
    at: usize,
    parts: Range<usize>,
}

impl Combination {
    /// Of a questionnaire with these cells in its dimensions.
    pub(super) fn new(q: &Questionnaire, cells_of: &[Vec<usize>]) -> Combination {
        let (cells, dimensions) = (q.cells.len(), q.dimensions.len());
        let mut all = Combination { cells, dimensions, means: Vec::new(), needed: 0, parts: Vec::new() };
        let dimension = |index: usize| (cells + index, q.dimensions[index].weight);
        if q.has_grid() {
            let cell = |cell: usize| (cell, q.cells[cell].weight);
            for (index, inside) in cells_of.iter().enumerate() {
                all.add(cells + index, inside.iter().map(|&inside| cell(inside)));
            }
            all.needed = all.means.len();
            all.add(cells + dimensions, (0..cells).map(cell));
            return all;
        }
        // Parents stand before their children.
        for index in (0..dimensions).rev() {
            match &q.dimensions[index].children[..] {
                [] => all.add(cells + index, cells_of[index].first().map(|&cell| (cell, 1.0)).into_iter()),
                children => all.add(cells + index, children.iter().map(|&child| dimension(child))),
            }
        }
        all.add(cells + dimensions, q.axes[0].top.iter().map(|&index| dimension(index)));
        all
    }

    fn add(&mut self, at: usize, parts: impl Iterator<Item = (usize, f64)>) {
        let start = self.parts.len();
        self.parts.extend(parts);
        self.means.push(Mean { at, parts: start..self.parts.len() });
    }

    /// Works out the dimensions and the whole from the cells that stand in a row.
    pub(super) fn fill(&self, row: &mut Vec<Known>) {
        self.work_out(&self.means, row);
    }

    /// The same for the whole only.
    pub(super) fn fill_whole(&self, row: &mut Vec<Known>) {
        self.work_out(&self.means[self.needed..], row);
    }

    fn work_out(&self, means: &[Mean], row: &mut Vec<Known>) {
        row.resize(self.cells + self.dimensions + 1, Known::default());
        for Mean { at, parts } in means {
            let (mut sum, mut weights) = (0.0, 0.0);
            for &(from, weight) in &self.parts[parts.clone()] {
                let Known { value, there } = row[from];
                sum += weight * value;
                weights += weight * there;
            }
            row[*at] = Known::mean(sum, weights);
        }
    }

    /// The dimensions in a row that was filled.
    pub(super) fn dimensions<'r>(&self, row: &'r [Known]) -> &'r [Known] {
        &row[self.cells..self.cells + self.dimensions]
    }

    /// The whole of a row that was filled.
    pub(super) fn whole(&self, row: &[Known]) -> Option<f64> {
        row[self.cells + self.dimensions].get()
    }
}

/// Combines cells into dimensions and the whole, which is returned.
pub(super) fn combine(rubric: &Rubric<'_>, cells: &[Option<f64>], dimensions: &mut Vec<Option<f64>>) -> Option<f64> {
    let mut row: Vec<Known> = cells.iter().map(|&cell| cell.into()).collect();
    rubric.combination.fill(&mut row);
    dimensions.clear();
    dimensions.extend(rubric.combination.dimensions(&row).iter().map(|dimension| dimension.get()));
    rubric.combination.whole(&row)
}
