//! Which councils and waves there are among the answers, and what was said of them.

mod classes;
mod told;

use std::collections::HashMap;

use super::voice::Voice;
use super::wave::Wave;
use classes::ClassColumn;
pub use classes::ClassIndex;
pub use told::Forebears;
use told::Told;

/// One council in one wave.
#[derive(Clone, Debug)]
pub struct Group {
    /// Index of the council.
    pub council: usize,
    /// The wave; `None` where the answers name none.
    pub wave: Option<Wave>,
    /// The wave of this council that was seen after this one.
    next: Option<u32>,
    /// What the council is called in this wave, until that is settled.
    name: Box<str>,
    /// Whether every answers file of the group agrees to be shown by role. False for tables, which cannot say so.
    pub shown_by_role: bool,
    /// How many of the respondents, and of the consensus, answered the quick scan only.
    pub quick: u32,
    /// How many respondents there are, the consensus not among them.
    pub respondents: u32,
    /// How many times a consensus was recorded: once at most.
    pub consensus: u32,
    /// How many of them answered an earlier version.
    pub earlier: u32,
    /// The lowest and the highest age of the versions answered; see [`crate::questionnaire::Questionnaire::age`].
    pub ages: (u16, u16),
}

impl Group {
    /// The respondents, and the consensus where one was recorded.
    pub fn voices(&self) -> u32 {
        self.respondents + self.consensus
    }
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
    /// The first group of each council; each names the next.
    first_groups: Vec<Option<u32>>,
    class_columns: Vec<ClassColumn>,
    /// What a register of councils says of them.
    told: Told,
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

    /// Index of a council.
    pub fn council(&mut self, id: &str) -> usize {
        if let Some(&index) = self.by_id.get(id) {
            return index;
        }
        let index = self.councils.len();
        self.councils.push(CouncilName { id: id.to_owned(), name: id.to_owned() });
        self.by_id.insert(id.to_owned(), index);
        self.first_groups.push(None);
        index
    }

    /// Notes what a council is called in one wave; it may be called something else in another, and is known by the name
    /// of the latest.
    ///
    /// # Errors
    /// The earlier name, when this one differs from it. The earlier one stays.
    pub fn name(&mut self, group: usize, name: &str) -> Result<(), Disagreement> {
        let known = &mut self.groups[group].name;
        if known.is_empty() {
            *known = name.into();
        } else if !name.is_empty() && **known != *name {
            return Err(Disagreement { first: known.to_string() });
        }
        Ok(())
    }

    /// Calls every council by the name of its latest wave that has one.
    pub(super) fn settle_names(&mut self) {
        let mut order: Vec<usize> =
            (0..self.groups.len()).filter(|&group| !self.groups[group].name.is_empty()).collect();
        order.sort_by_key(|&group| self.groups[group].wave);
        for group in order {
            let name = std::mem::take(&mut self.groups[group].name);
            self.councils[self.groups[group].council].name = name.into();
        }
    }

    /// Makes room for so many more groups.
    pub(super) fn reserve(&mut self, groups: usize) {
        self.groups.reserve(groups);
        self.councils.reserve(groups);
        self.first_groups.reserve(groups);
        self.class_columns.iter_mut().for_each(|column| column.of_group.reserve(groups));
    }

    /// Index of a council whose rows come together, after all councils that were there before; the last name stands.
    pub(super) fn next_council(&mut self, id: &str, name: &str) -> usize {
        let last = self.councils.len().wrapping_sub(1);
        if let Some(council) = self.councils.last_mut().filter(|council| council.id == id) {
            if !name.is_empty() {
                name.clone_into(&mut council.name);
            }
            return last;
        }
        let name = if name.is_empty() { id } else { name };
        self.councils.push(CouncilName { id: id.to_owned(), name: name.to_owned() });
        self.first_groups.push(None);
        self.councils.len() - 1
    }

    /// The groups of a council, in the order of first sight.
    fn groups_of(&self, council: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.first_groups[council], |&group| self.groups[group as usize].next)
            .map(|group| group as usize)
    }

    /// Index of the group of a council in a wave.
    pub fn group(&mut self, council: usize, wave: Option<Wave>) -> usize {
        if let Some(group) = self.groups_of(council).find(|&group| self.groups[group].wave == wave) {
            return group;
        }
        let new = self.groups.len();
        match self.groups_of(council).last() {
            Some(last) => self.groups[last].next = Some(new as u32),
            None => self.first_groups[council] = Some(new as u32),
        }
        self.groups.push(Group {
            council,
            wave,
            next: None,
            name: Box::default(),
            shown_by_role: true,
            quick: 0,
            respondents: 0,
            consensus: 0,
            earlier: 0,
            ages: (0, 0),
        });
        for column in &mut self.class_columns {
            column.of_group.push(0);
        }
        new
    }

    /// Notes how many respondents of a group there are, none of whom agreed to be shown by role.
    pub(super) fn count_all(&mut self, group: usize, respondents: u32, consensus: u32, quick: u32) {
        let group = &mut self.groups[group];
        (group.respondents, group.consensus, group.quick) = (respondents, consensus, quick);
        group.shown_by_role = false;
    }

    /// Counts one respondent of a group in, or its consensus, which is nobody's own and needs nobody's leave.
    pub fn count(&mut self, group: usize, voice: Voice, quick: bool, shown_by_role: bool) {
        let group = &mut self.groups[group];
        group.quick += u32::from(quick);
        if voice == Voice::Consensus {
            group.consensus += 1;
        } else {
            group.respondents += 1;
            group.shown_by_role &= shown_by_role;
        }
    }

    /// Notes which version the respondent counted last answered.
    pub(super) fn answered(&mut self, group: usize, age: u16, earlier: bool) {
        let group = &mut self.groups[group];
        group.earlier += u32::from(earlier);
        let (lowest, highest) = group.ages;
        group.ages = if group.voices() == 1 { (age, age) } else { (lowest.min(age), highest.max(age)) };
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
        self.latest_before(council, wave)
    }

    /// The latest group of a council before a wave.
    fn latest_before(&self, council: usize, wave: Option<Wave>) -> Option<usize> {
        let earlier = self.groups_of(council).filter(|&other| self.groups[other].wave < wave);
        earlier.max_by_key(|&other| self.groups[other].wave)
    }
}
