//! Which councils and waves there are among the answers, and what was said of them.

use std::collections::HashMap;

use super::wave::Wave;

/// One council in one wave.
#[derive(Clone, Debug)]
pub struct Group {
    /// Index of the council.
    pub council: usize,
    /// The wave; `None` where the answers name none.
    pub wave: Option<Wave>,
    /// Its classes, in the order of [`Registry::class_columns`]; empty where nothing was said.
    pub classes: Vec<String>,
    /// Whether every answers file of the group agrees to be shown by role. False for tables, which cannot say so.
    pub shown_by_role: bool,
    /// How many respondents answered the quick scan only.
    pub quick: u32,
    /// How many respondents there are.
    pub respondents: u32,
}

/// A council as the answers name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilName {
    /// Its id.
    pub id: String,
    /// Its name; the id where no name was given.
    pub name: String,
}

/// All councils and groups of one run, in the order of first sight.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    councils: Vec<CouncilName>,
    by_id: HashMap<String, usize>,
    groups: Vec<Group>,
    /// The groups of each council.
    groups_of: Vec<Vec<usize>>,
    class_columns: Vec<String>,
}

/// What a row says that does not fit what an earlier row said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What was said first.
    pub first: String,
}

impl Registry {
    /// The councils.
    pub fn councils(&self) -> &[CouncilName] {
        &self.councils
    }

    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The names of the classes.
    pub fn class_columns(&self) -> &[String] {
        &self.class_columns
    }

    /// Index of a council; its name is taken the first time one is given.
    ///
    /// # Errors
    /// The earlier name, when this one differs from it. The index stays the same.
    pub fn council(&mut self, id: &str, name: &str) -> (usize, Result<(), Disagreement>) {
        let Some(&index) = self.by_id.get(id) else {
            let index = self.councils.len();
            let name = if name.is_empty() { id } else { name };
            self.councils.push(CouncilName { id: id.to_owned(), name: name.to_owned() });
            self.by_id.insert(id.to_owned(), index);
            self.groups_of.push(Vec::new());
            return (index, Ok(()));
        };
        let known = &mut self.councils[index];
        if name.is_empty() || known.name == name {
            return (index, Ok(()));
        }
        if known.name == known.id {
            name.clone_into(&mut known.name);
            return (index, Ok(()));
        }
        (index, Err(Disagreement { first: known.name.clone() }))
    }

    /// Index of the group of a council in a wave.
    pub fn group(&mut self, council: usize, wave: Option<Wave>) -> usize {
        let known = self.groups_of[council].iter().find(|&&group| self.groups[group].wave == wave);
        if let Some(&group) = known {
            return group;
        }
        let classes = vec![String::new(); self.class_columns.len()];
        self.groups.push(Group { council, wave, classes, shown_by_role: true, quick: 0, respondents: 0 });
        self.groups_of[council].push(self.groups.len() - 1);
        self.groups.len() - 1
    }

    /// Counts one respondent of a group in.
    pub fn count(&mut self, group: usize, quick: bool, shown_by_role: bool) {
        let group = &mut self.groups[group];
        group.respondents += 1;
        group.quick += u32::from(quick);
        group.shown_by_role &= shown_by_role;
    }

    /// Index of a class column, added if it is new.
    pub fn class_column(&mut self, name: &str) -> usize {
        if let Some(index) = self.class_columns.iter().position(|known| known == name) {
            return index;
        }
        self.class_columns.push(name.to_owned());
        for group in &mut self.groups {
            group.classes.push(String::new());
        }
        self.class_columns.len() - 1
    }

    /// Notes the class of a group.
    ///
    /// # Errors
    /// The earlier class, when this one differs from it. The earlier one stays.
    pub fn classify(&mut self, group: usize, column: usize, class: &str) -> Result<(), Disagreement> {
        let known = &mut self.groups[group].classes[column];
        if known.is_empty() {
            class.clone_into(known);
        } else if !class.is_empty() && known != class {
            return Err(Disagreement { first: known.clone() });
        }
        Ok(())
    }

    /// Puts the class columns in the order of their names, so that output does not depend on which file came first.
    pub fn sort_classes(&mut self) {
        let mut order: Vec<usize> = (0..self.class_columns.len()).collect();
        order.sort_by(|&a, &b| self.class_columns[a].cmp(&self.class_columns[b]));
        self.class_columns = order.iter().map(|&column| self.class_columns[column].clone()).collect();
        for group in &mut self.groups {
            group.classes = order.iter().map(|&column| group.classes[column].clone()).collect();
        }
    }

    /// The groups by council id and wave, so that output does not depend on the order of the input.
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by(|&a, &b| {
            let key = |index: usize| (&self.councils[self.groups[index].council].id, self.groups[index].wave);
            key(a).cmp(&key(b))
        });
        order
    }

    /// The group of the same council in the wave before, if there is one.
    pub fn previous(&self, group: usize) -> Option<usize> {
        let Group { council, wave, .. } = self.groups[group];
        let earlier = self.groups_of[council].iter().copied().filter(|&other| self.groups[other].wave < wave);
        earlier.max_by_key(|&other| self.groups[other].wave)
    }
}
