//! Which councils and waves there are among the answers, and what was said of them.

mod classes;
mod elsewhere;
mod told;
mod waveless;

use std::collections::HashMap;

use super::voice::Voice;
use super::wave::Wave;
use classes::ClassColumn;
pub use classes::ClassIndex;
use told::Told;
pub use told::{Forebears, TakenIn};

/// One council in one wave.
#[derive(Clone, Debug)]
pub struct Group {
    /// Index of the council.
    pub council: usize,
    /// The wave; `None` where the answers name none.
    pub wave: Option<Wave>,
    /// The wave of this council that was seen after this one.
    next: Option<u32>,
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
    /// How many of them are not finished.
    pub drafts: u32,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CouncilName<'r> {
    /// Its id.
    pub id: &'r str,
    /// Its name; the id where no name was given.
    pub name: &'r str,
}

/// Where among the texts of a registry the id of a council stands, and its name right behind it.
#[derive(Clone, Copy, Debug)]
struct Council {
    start: usize,
    /// Bytes of the id.
    id: u32,
    /// Bytes of the name; 0 where it is called by its id.
    name: u32,
}

/// All councils and groups of one run, in the order of first sight.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    councils: Vec<Council>,
    /// The ids and names of councils, one behind the other: one by one they would take more room than they fill.
    texts: String,
    by_id: HashMap<String, usize>,
    groups: Vec<Group>,
    /// What the council of a group is called in that wave, until that is settled.
    names: Vec<Box<str>>,
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
    pub fn councils(&self) -> impl ExactSizeIterator<Item = CouncilName<'_>> {
        (0..self.councils.len()).map(|council| self.council_name(council))
    }

    /// A council by its index.
    pub fn council_name(&self, council: usize) -> CouncilName<'_> {
        let Council { start, id, name } = self.councils[council];
        let (id, name) = self.texts[start..start + id as usize + name as usize].split_at(id as usize);
        CouncilName { id, name: if name.is_empty() { id } else { name } }
    }

    /// The id of a council.
    pub fn id(&self, council: usize) -> &str {
        let Council { start, id, .. } = self.councils[council];
        &self.texts[start..start + id as usize]
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
        let index = self.add_council(id, "");
        self.by_id.insert(id.to_owned(), index);
        index
    }

    /// One more council; without a name it is called by its id.
    fn add_council(&mut self, id: &str, name: &str) -> usize {
        let council = self.stored(id, name);
        self.councils.push(council);
        self.first_groups.push(None);
        self.councils.len() - 1
    }

    fn stored(&mut self, id: &str, name: &str) -> Council {
        let start = self.texts.len();
        self.texts.push_str(id);
        self.texts.push_str(name);
        Council { start, id: id.len() as u32, name: name.len() as u32 }
    }

    /// Calls a council something else from now on.
    fn rename(&mut self, council: usize, name: &str) {
        let known = self.council_name(council);
        if known.name != name {
            let id = known.id.to_owned();
            self.councils[council] = self.stored(&id, name);
        }
    }

    /// Notes what a council is called in one wave; it may be called something else in another, and is known by the name
    /// of the latest.
    ///
    /// # Errors
    /// The earlier name, when this one differs from it. The earlier one stays.
    pub fn name(&mut self, group: usize, name: &str) -> Result<(), Disagreement> {
        self.names.resize(self.groups.len(), Box::default());
        let known = &mut self.names[group];
        if known.is_empty() {
            *known = name.into();
        } else if !name.is_empty() && **known != *name {
            return Err(Disagreement { first: known.to_string() });
        }
        Ok(())
    }

    /// Calls every council by the name of its latest wave that has one.
    pub(super) fn settle_names(&mut self) {
        let mut names: Vec<(usize, Box<str>)> = std::mem::take(&mut self.names).into_iter().enumerate().collect();
        names.retain(|(_, name)| !name.is_empty());
        names.sort_by_key(|(group, _)| self.groups[*group].wave);
        for (group, name) in names {
            self.rename(self.groups[group].council, &name);
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
        match self.councils.len().checked_sub(1).filter(|&last| self.id(last) == id) {
            Some(last) => {
                if !name.is_empty() {
                    self.rename(last, name);
                }
                last
            }
            None => self.add_council(id, name),
        }
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
            shown_by_role: true,
            quick: 0,
            respondents: 0,
            consensus: 0,
            earlier: 0,
            drafts: 0,
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

    /// Notes that the respondent counted last is not finished.
    pub(super) fn is_draft(&mut self, group: usize) {
        self.groups[group].drafts += 1;
    }

    /// How many answers files are not finished.
    pub fn drafts(&self) -> usize {
        self.groups.iter().map(|group| group.drafts as usize).sum()
    }

    /// The groups by council id and wave, so that output does not depend on the order of the input.
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by(|&a, &b| {
            let key = |index: usize| (self.id(self.groups[index].council), self.groups[index].wave);
            key(a).cmp(&key(b))
        });
        order
    }

    /// The latest wave of all; `None` where the answers name none.
    pub fn latest_wave(&self) -> Option<Wave> {
        self.groups.iter().filter_map(|group| group.wave).max()
    }

    /// The group of the same council in the wave before, if there is one. What has no wave is before and after nothing.
    pub fn previous(&self, group: usize) -> Option<usize> {
        let Group { council, wave, .. } = self.groups[group];
        self.latest_before(council, wave)
    }

    /// The latest wave of a council.
    fn latest_of(&self, council: usize) -> Option<Wave> {
        self.groups_of(council).filter_map(|group| self.groups[group].wave).max()
    }

    /// The latest group of a council before a wave.
    fn latest_before(&self, council: usize, wave: Option<Wave>) -> Option<usize> {
        let is_before = |&other: &usize| self.groups[other].wave.zip(wave).is_some_and(|(other, wave)| other < wave);
        self.groups_of(council).filter(is_before).max_by_key(|&other| self.groups[other].wave)
    }
}
