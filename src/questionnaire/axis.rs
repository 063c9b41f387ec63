//! Axes and their dimensions, which may nest; the cells where they cross.

use std::collections::HashMap;

use super::names::{Known, Names, refer, refer_text, written};
use super::shape;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, FileFinding, ModelFinding, Remark, Thing};
use crate::sorting;
use crate::source::Span;
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
    /// The first dimension with each id: every question of a long questionnaire asks.
    by_id: HashMap<String, usize>,
    /// Whether the file lists more than one axis, readable or not.
    several: bool,
    /// Whether some axis or its id could not be read; then an unknown axis may be that one.
    incomplete: bool,
    /// Per axis, whether the same holds for its dimensions.
    incomplete_axes: Vec<bool>,
}

struct AxisReader<'a> {
    languages: &'a [Tag],
    names: &'a mut Names,
    axes: Axes,
}

/// Reads `axes:`.
pub(super) fn axes(node: &Node, languages: &[Tag], names: &mut Names, out: &mut Diagnostics) -> Axes {
    let items = node.some_items(out).unwrap_or_default();
    let axes = Axes { several: items.len() > 1, incomplete: items.is_empty(), ..Axes::default() };
    let mut reader = AxisReader { languages, names, axes };
    let mut axis_names = Names::default();
    for node in items {
        let Some(mut fields) = node.fields_of(&shape::AXIS, out) else {
            reader.axes.incomplete = true;
            continue;
        };
        let id_node = fields.get("id", out);
        let id = id_node.and_then(|node| axis_names.new_id(node, Thing::Axis, out));
        reader.axes.incomplete |= id.is_none();
        let title = fields.get("title", out).and_then(|node| text(node, languages, out));
        let index = reader.axes.axes.len();
        reader.axes.axes.push(Axis {
            id: id.unwrap_or_else(|| written(id_node)),
            title: title.unwrap_or_default(),
            top: Vec::new(),
        });
        reader.axes.incomplete_axes.push(false);
        match fields.get("dimensions", out) {
            Some(list) => reader.axes.axes[index].top = reader.dimensions(list, index, None, out),
            None => reader.axes.incomplete_axes[index] = true,
        }
        fields.finish(out);
    }
    reader.axes
}

impl AxisReader<'_> {
    /// Reads a list of dimensions and those below them; depth is bounded by the depth of the YAML.
    fn dimensions(&mut self, list: &Node, axis: usize, parent: Option<usize>, out: &mut Diagnostics) -> Vec<usize> {
        let mut indices = Vec::new();
        let items = list.some_items(out).unwrap_or_default();
        self.axes.incomplete_axes[axis] |= items.is_empty();
        for node in items {
            let Some(mut fields) = node.fields_of(&shape::DIMENSION, out) else {
                self.axes.incomplete_axes[axis] = true;
                continue;
            };
            let id_node = fields.get("id", out);
            let id = id_node.and_then(|node| self.names.new_column_id(node, Thing::Dimension, out));
            let title = fields.get("title", out).and_then(|node| text(node, self.languages, out));
            let asks = fields.get("asks", out).and_then(|node| text(node, self.languages, out));
            let weight = fields.number("weight", out).unwrap_or(1.0);
            if weight != 1.0 && self.axes.several {
                out.add(fields.key_span("weight").unwrap_or(fields.span), ModelFinding::DimensionWeight);
            }
            let below = fields.get("dimensions", out);
            let before = out.len();
            fields.finish(out);
            // An unknown field may be `dimensions`, misspelt.
            self.axes.incomplete_axes[axis] |= out.len() > before;
            let index = self.axes.dimensions.len();
            let id = id.unwrap_or_else(|| written(id_node));
            self.axes.incomplete_axes[axis] |= id.is_empty();
            let title = title.unwrap_or_default();
            self.axes.by_id.entry(id.clone()).or_insert(index);
            self.axes.dimensions.push(Dimension { id, axis, parent, children: Vec::new(), title, asks, weight });
            if let Some(below) = below {
                let children = self.dimensions(below, axis, Some(index), out);
                self.axes.dimensions[index].children = children;
            }
            indices.push(index);
        }
        indices
    }
}

impl Axes {
    /// What stands for axes that are not there, so that no place on them is called unknown.
    pub(super) fn unread() -> Axes {
        Axes { incomplete: true, ..Axes::default() }
    }

    /// Reads `at:`: exactly one leaf of every axis.
    pub(super) fn place(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let entries = node.entries(out)?;
        let mut place = vec![None; self.axes.len()];
        for entry in entries {
            let known = Known { ids: self.axes.iter().map(|axis| axis.id.as_str()), complete: !self.incomplete };
            let Some(axis) = refer_text(&entry.key.text, entry.key.span, Thing::Axis, known, out) else {
                // Most likely the missing one, misspelt.
                place = place.into_iter().map(|found| found.or(Some(WRONG))).collect();
                continue;
            };
            place[axis] = Some(self.leaf(axis, &entry.value, out).unwrap_or(WRONG));
        }
        for (axis, found) in self.axes.iter().zip(&place) {
            if found.is_none() && !self.incomplete {
                out.add(node.span, ModelFinding::MissingPlace(axis.id.clone()));
            }
        }
        place.into_iter().map(|found| found.filter(|&dimension| dimension != WRONG)).collect()
    }

    /// All dimensions, of whatever axis and at whatever depth.
    pub(super) fn known(&self) -> Known<impl Iterator<Item = &str> + Clone> {
        Known {
            ids: self.dimensions.iter().map(|dimension| dimension.id.as_str()),
            complete: !self.incomplete && !self.incomplete_axes.contains(&true),
        }
    }

    /// The leaf of an axis that a place names.
    fn leaf(&self, axis: usize, node: &Node, out: &mut Diagnostics) -> Option<usize> {
        let named = node.scalar().and_then(|scalar| self.named(&scalar.text));
        let found = named.filter(|&dimension| self.dimensions[dimension].axis == axis);
        let found = found.or_else(|| self.search(axis, node, out))?;
        if !self.dimensions[found].children.is_empty() {
            let id = self.dimensions[found].id.clone();
            out.add(node.span, ModelFinding::NotALeaf(id));
            return None;
        }
        Some(found)
    }

    /// The dimension of this name.
    pub(super) fn named(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The dimension of one axis that is meant, or the problem that there is none.
    fn search(&self, axis: usize, node: &Node, out: &mut Diagnostics) -> Option<usize> {
        let here: Vec<usize> = (0..self.dimensions.len()).filter(|&d| self.dimensions[d].axis == axis).collect();
        let known = Known {
            ids: here.iter().map(|&dimension| self.dimensions[dimension].id.as_str()),
            complete: !self.incomplete_axes[axis],
        };
        Some(here[refer(node, Thing::Dimension, known, out)?])
    }

    /// Reads `cells:`, whose name stands at `key`: the places whose weight is not 1.
    pub(super) fn cell_weights(&self, node: &Node, key: Span, out: &mut Diagnostics) -> Vec<Cell> {
        if !self.several && !self.incomplete {
            out.add(key, ModelFinding::CellsWithOneAxis);
            return Vec::new();
        }
        let mut cells: Vec<Cell> = Vec::new();
        let mut seen: HashMap<Vec<usize>, Span> = HashMap::new();
        for node in node.items(out).unwrap_or_default() {
            let Some(mut fields) = node.fields_of(&shape::CELL, out) else { continue };
            let at_node = fields.get("at", out);
            let at = at_node.and_then(|node| self.place(node, out));
            let weight = fields.number("weight", out);
            fields.finish(out);
            let (Some(at), Some(weight), Some(node)) = (at, weight, at_node) else {
                continue;
            };
            if let Some(first) = seen.get(&at) {
                let ids: Vec<&str> = at.iter().map(|&d| self.dimensions[d].id.as_str()).collect();
                let finding = FileFinding::DuplicateKey(ids.join(" × "));
                out.add_related(node.span, finding, *first, Remark::FirstUsedHere);
                continue;
            }
            seen.insert(at.clone(), node.span);
            cells.push(Cell { at, weight });
        }
        cells
    }

    /// The cells that hold questions, ordered by the first axis, then the second, …
    pub(super) fn cells(&self, places: &[Vec<usize>], weights: &[Cell]) -> Vec<Cell> {
        let mut used: Vec<Vec<usize>> = places.to_vec();
        sorting::sort(&mut used);
        used.dedup();
        let given: HashMap<&[usize], f64> = weights.iter().map(|cell| (cell.at.as_slice(), cell.weight)).collect();
        let weight = |at: &[usize]| given.get(at).copied().unwrap_or(1.0);
        used.into_iter().map(|at| Cell { weight: weight(&at), at }).collect()
    }
}

/// Stands for a dimension that has been reported, so that it is not called missing as well.
const WRONG: usize = usize::MAX;
