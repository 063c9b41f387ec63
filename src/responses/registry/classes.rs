//! The classes of groups: columns of their own, and several columns taken together.

use hashbrown::HashMap;

use super::{Disagreement, Registry};
use crate::sorting;

/// A class of one column, by the order in which classes were first seen: equal for equal classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClassIndex(u32);

/// Between the classes of columns that are taken together; no cell holds it.
const BETWEEN: char = '\u{1f}';

/// One way to sort councils in classes: the class of every group as an index, since few classes serve many councils.
#[derive(Clone, Debug, Default)]
pub(super) struct ClassColumn {
    name: String,
    /// The classes; the first is the empty one of groups of which nothing was said.
    classes: Vec<String>,
    indices: HashMap<String, u32>,
    pub(super) of_group: Vec<u32>,
    /// The columns that are taken together in it; none of one that was read.
    parts: Vec<usize>,
}

impl ClassColumn {
    fn new(name: String, groups: usize, parts: Vec<usize>) -> ClassColumn {
        let mut column = ClassColumn { name, parts, ..ClassColumn::default() };
        column.index("");
        column.of_group.resize(groups, 0);
        column
    }

    fn index(&mut self, class: &str) -> u32 {
        if let Some(&index) = self.indices.get(class) {
            return index;
        }
        let index = self.classes.len() as u32;
        self.classes.push(class.to_owned());
        self.indices.insert(class.to_owned(), index);
        index
    }

    fn class(&self, group: usize) -> &str {
        &self.classes[self.of_group[group] as usize]
    }
}

impl Registry {
    /// The names of the classes that were read.
    pub fn class_columns(&self) -> Vec<String> {
        let read = self.class_columns.iter().filter(|column| column.parts.is_empty());
        read.map(|column| column.name.clone()).collect()
    }

    /// How many class columns there are, those of several taken together among them.
    pub fn all_class_columns(&self) -> usize {
        self.class_columns.len()
    }

    /// The name of a class column; of several taken together all of them, with commas between.
    pub fn class_name(&self, column: usize) -> Option<&str> {
        Some(&self.class_columns.get(column)?.name)
    }

    /// Whether several columns are taken together in it.
    pub fn is_joined(&self, column: usize) -> bool {
        self.class_columns.get(column).is_some_and(|column| !column.parts.is_empty())
    }

    /// The class of a group in a column, empty where nothing was said; `None` for a column that is not there. Of several
    /// columns taken together it is for comparing only: [`Registry::class_shown`] is for reading.
    pub fn class(&self, group: usize, column: usize) -> Option<&str> {
        Some(self.class_columns.get(column)?.class(group))
    }

    /// The class of a group in a column, if something was said.
    pub fn class_index(&self, group: usize, column: usize) -> Option<ClassIndex> {
        let index = self.class_columns.get(column)?.of_group[group];
        (index > 0).then_some(ClassIndex(index))
    }

    /// A class as people read it.
    pub fn class_shown(class: &str) -> String {
        class.replace(BETWEEN, ", ")
    }

    /// The columns that a column consists of: itself, unless several are taken together in it.
    pub fn class_parts(&self, column: usize) -> Vec<usize> {
        match self.class_columns.get(column) {
            Some(known) if !known.parts.is_empty() => known.parts.clone(),
            _ => vec![column],
        }
    }

    /// The column that holds some columns together, as [`Registry::join`] made it; of one, that column.
    pub fn joined(&self, parts: &[usize]) -> Option<usize> {
        match parts {
            [] => None,
            [only] => Some(*only),
            _ => self.class_columns.iter().position(|column| column.parts == parts),
        }
    }

    /// Takes columns together: a group is in a class of the new column when it has one in each of them. Those without the
    /// last, without the last two and so on are made as well, to widen a comparison step by step.
    pub fn join(&mut self, parts: &[usize]) {
        for count in 2..=parts.len() {
            let parts = &parts[..count];
            if self.joined(parts).is_some() {
                continue;
            }
            let names: Vec<&str> = parts.iter().map(|&part| self.class_columns[part].name.as_str()).collect();
            let mut column = ClassColumn::new(names.join(","), self.groups.len(), parts.to_vec());
            for group in 0..self.groups.len() {
                let classes: Vec<&str> = parts.iter().map(|&part| self.class_columns[part].class(group)).collect();
                if classes.iter().all(|class| !class.is_empty()) {
                    column.of_group[group] = column.index(&classes.join(&BETWEEN.to_string()));
                }
            }
            self.class_columns.push(column);
        }
    }

    /// Index of a class column, added if it is new.
    pub fn class_column(&mut self, name: &str) -> usize {
        if let Some(index) = self.class_columns.iter().position(|known| known.name == name) {
            return index;
        }
        self.class_columns.push(ClassColumn::new(name.to_owned(), self.groups.len(), Vec::new()));
        self.class_columns.len() - 1
    }

    /// Notes the class of a group.
    ///
    /// # Errors
    /// The earlier class, when this one differs from it. The earlier one stays.
    pub fn classify(&mut self, group: usize, column: usize, class: &str) -> Result<(), Disagreement> {
        let column = &mut self.class_columns[column];
        let known = column.of_group[group] as usize;
        if known == 0 {
            column.of_group[group] = column.index(class);
        } else if !class.is_empty() && column.classes[known] != class {
            return Err(Disagreement { first: column.classes[known].clone() });
        }
        Ok(())
    }

    /// Notes the class of a group, whatever was said of it before.
    pub(in crate::responses) fn reclassify(&mut self, group: usize, column: usize, class: &str) {
        let column = &mut self.class_columns[column];
        column.of_group[group] = column.index(class);
    }

    /// Puts the class columns in the order of their names, so that output does not depend on which file came first.
    /// Before any are joined, since those know each other by their places.
    pub fn sort_classes(&mut self) {
        sorting::by(&mut self.class_columns, |a, b| a.name.cmp(&b.name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_taken_together_are_not_among_those_read_and_a_group_needs_a_class_in_each() {
        let mut registry = Registry::default();
        for id in ["a", "b", "c"] {
            let council = registry.council(id);
            registry.group(council, None);
        }
        let (size, place) = (registry.class_column("size"), registry.class_column("place"));
        // Told apart, though they read the same: "x, y" with "z", and "x" with "y, z".
        let said = [("x, y", "z"), ("x", "y, z"), ("x", "")];
        for (group, (first, second)) in said.into_iter().enumerate() {
            assert_eq!(registry.classify(group, size, first), Ok(()));
            assert_eq!(registry.classify(group, place, second), Ok(()));
        }
        registry.join(&[size, place]);
        let both = registry.joined(&[size, place]).expect("joined");
        let class = |group: usize| registry.class(group, both).expect("a column");
        assert_ne!(class(0), class(1));
        assert_eq!((Registry::class_shown(class(0)).as_str(), class(2)), ("x, y, z", ""));
        assert_eq!(registry.class_columns(), ["size", "place"]);
        assert_eq!((registry.class_parts(both), registry.class_name(both)), (vec![size, place], Some("size,place")));
    }
}
