//! Axes and their dimensions, which may nest; the cells where they cross.

use super::names::{Names, refer, refer_text};
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, ModelFinding, ShapeFinding, Thing};
use crate::yaml::Node;

/// One way to group questions.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Indices of its top dimensions.
    pub top: Vec<usize>,
}

/// A theme on an axis; either a leaf, where questions stand, or a parent of others.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Its id, unique in the questionnaire.
    pub id: String,
    /// Index of its axis.
    pub axis: usize,
    /// Index of the dimension above it.
    pub parent: Option<usize>,
    /// Indices of the dimensions below it; empty for a leaf.
    pub children: Vec<usize>,
    /// Its name.
    pub title: Text,
    /// The question it stands for.
    pub asks: Option<Text>,
    /// Its weight among its siblings; 1 unless said, and always 1 with several axes.
    pub weight: f64,
}

/// One leaf of every axis, with questions in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The leaf of each axis, by index of the dimension.
    pub at: Vec<usize>,
    /// Its weight; 1 unless said. With one axis always 1.
    pub weight: f64,
}

/// The axes and all their dimensions, parents before children, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Axes {
    pub(super) axes: Vec<Axis>,
    pub(super) dimensions: Vec<Dimension>,
}

struct AxisReader<'a> {
    languages: &'a [Tag],
    names: &'a mut Names,
    several: bool,
    axes: Axes,
}

/// Reads `axes:`.
pub(super) fn axes(node: &Node, languages: &[Tag], names: &mut Names, out: &mut Diagnostics) -> Axes {
    let items = node.some_items(out).unwrap_or_default();
    let mut reader = AxisReader {
        languages,
        names,
        several: items.len() > 1,
        axes: Axes::default(),
    };
    let mut axis_names = Names::default();
    for node in items {
        let Some(mut fields) = node.fields(out) else { continue };
        let id = fields
            .required("id", out)
            .and_then(|node| axis_names.new_id(node, Thing::Axis, out));
        let title = fields
            .required("title", out)
            .and_then(|node| text(node, languages, out));
        let index = reader.axes.axes.len();
        reader.axes.axes.push(Axis {
            id: id.unwrap_or_default(),
            title: title.unwrap_or_default(),
            top: Vec::new(),
        });
        if let Some(list) = fields.required("dimensions", out) {
            let top = reader.dimensions(list, index, None, out);
            reader.axes.axes[index].top = top;
        }
        fields.finish(out);
    }
    reader.axes
}

impl AxisReader<'_> {
    /// Reads a list of dimensions and those below them; depth is bounded by the depth of the YAML.
    fn dimensions(&mut self, list: &Node, axis: usize, parent: Option<usize>, out: &mut Diagnostics) -> Vec<usize> {
        let mut indices = Vec::new();
        for node in list.some_items(out).unwrap_or_default() {
            let Some(mut fields) = node.fields(out) else { continue };
            let id = fields
                .required("id", out)
                .and_then(|node| self.names.new_column_id(node, Thing::Dimension, out));
            let title = fields
                .required("title", out)
                .and_then(|node| text(node, self.languages, out));
            let asks = fields.optional("asks").and_then(|node| text(node, self.languages, out));
            let weight = fields
                .optional("weight")
                .and_then(|node| weight(node, out))
                .unwrap_or(1.0);
            if weight != 1.0 && self.several {
                out.add(
                    fields.key_span("weight").unwrap_or(fields.span),
                    ModelFinding::DimensionWeight,
                );
            }
            let below = fields.optional("dimensions");
            fields.finish(out);
            let index = self.axes.dimensions.len();
            let id = id.unwrap_or_default();
            let title = title.unwrap_or_default();
            self.axes.dimensions.push(Dimension {
                id,
                axis,
                parent,
                children: Vec::new(),
                title,
                asks,
                weight,
            });
            if let Some(below) = below {
                let children = self.dimensions(below, axis, Some(index), out);
                self.axes.dimensions[index].children = children;
            }
            indices.push(index);
        }
        indices
    }
}

/// Reads a weight: above 0, at most a million.
pub(super) fn weight(node: &Node, out: &mut Diagnostics) -> Option<f64> {
    node.number_where(|weight| weight > 0.0 && weight <= 1e6, "> 0", out)
}

impl Axes {
    /// Reads `at:`: exactly one leaf of every axis.
    pub(super) fn place(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let entries = node.entries(out)?;
        let mut place = vec![None; self.axes.len()];
        for entry in entries {
            let known = self.axes.iter().map(|axis| axis.id.as_str());
            let Some(axis) = refer_text(&entry.key.text, entry.key.span, Thing::Axis, known, out) else {
                continue;
            };
            // Filled even when the dimension is wrong, so that it is not called missing as well.
            place[axis] = Some(usize::MAX);
            let here: Vec<usize> = (0..self.dimensions.len())
                .filter(|&d| self.dimensions[d].axis == axis)
                .collect();
            let known = here.iter().map(|&dimension| self.dimensions[dimension].id.as_str());
            let Some(found) = refer(&entry.value, Thing::Dimension, known, out) else {
                continue;
            };
            if self.dimensions[here[found]].children.is_empty() {
                place[axis] = Some(here[found]);
            } else {
                out.add(
                    entry.value.span,
                    ModelFinding::NotALeaf(self.dimensions[here[found]].id.clone()),
                );
            }
        }
        for (axis, found) in self.axes.iter().zip(&place) {
            if found.is_none() {
                out.add(node.span, ModelFinding::MissingPlace(axis.id.clone()));
            }
        }
        place
            .into_iter()
            .map(|found| found.filter(|&dimension| dimension != usize::MAX))
            .collect()
    }

    /// Reads `cells:`: the places whose weight is not 1.
    pub(super) fn cell_weights(&self, node: &Node, out: &mut Diagnostics) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for node in node.items(out).unwrap_or_default() {
            let Some(mut fields) = node.fields(out) else { continue };
            let at_node = fields.required("at", out);
            let at = at_node.and_then(|node| self.place(node, out));
            let weight = fields.required("weight", out).and_then(|node| weight(node, out));
            fields.finish(out);
            let (Some(at), Some(weight), Some(node)) = (at, weight, at_node) else {
                continue;
            };
            if cells.iter().any(|cell| cell.at == at) {
                let ids: Vec<&str> = at
                    .iter()
                    .map(|&dimension| self.dimensions[dimension].id.as_str())
                    .collect();
                let finding = crate::diagnostics::NameFinding::DuplicateId {
                    thing: Thing::Dimension,
                    id: ids.join(" × "),
                };
                out.add(node.span, finding);
                continue;
            }
            cells.push(Cell { at, weight });
        }
        cells
    }

    /// The cells that hold questions, ordered by the first axis, then the second, …
    pub(super) fn cells(&self, places: &[Vec<usize>], weights: &[Cell]) -> Vec<Cell> {
        let mut used: Vec<Vec<usize>> = places.to_vec();
        used.sort();
        used.dedup();
        let weight = |at: &[usize]| {
            weights
                .iter()
                .find(|cell| cell.at == at)
                .map_or(1.0, |cell| cell.weight)
        };
        used.into_iter()
            .map(|at| Cell {
                weight: weight(&at),
                at,
            })
            .collect()
    }
}

/// Reports `cells:` where there is no grid.
pub(super) fn refuse_cells(node: &Node, out: &mut Diagnostics) {
    if node.items(out).is_some_and(|items| items.is_empty()) {
        out.add(node.span, ShapeFinding::EmptyList);
    } else {
        out.add(node.span, ModelFinding::CellsWithOneAxis);
    }
}
