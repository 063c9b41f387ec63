//! What a register of councils says beyond what the answers say: who may be named, who lives there, what merged.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Registry;

/// What was read in a register of councils.
#[derive(Clone, Debug, Default)]
pub(in crate::responses) struct Told {
    /// Whether there is a register at all.
    pub(in crate::responses) read: bool,
    /// Councils, by index, that are not to be named beside others.
    pub(in crate::responses) unnamed: HashSet<usize>,
    /// Inhabitants of groups, of councils that have a successor.
    pub(in crate::responses) population: HashMap<usize, u64>,
    /// By id, the ids of those that a council came from.
    pub(in crate::responses) predecessors: BTreeMap<String, BTreeSet<String>>,
    /// By id, the ids of those that came from a council.
    pub(in crate::responses) successors: BTreeMap<String, BTreeSet<String>>,
    /// By id, the last name of all councils in either.
    pub(in crate::responses) names: BTreeMap<String, String>,
    /// By id, the index of those among them that answered.
    pub(in crate::responses) councils: BTreeMap<String, usize>,
}

/// The latest earlier waves of the councils that a council came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forebears {
    /// The groups, by the id of their council.
    pub groups: Vec<usize>,
    /// What those are called that did not answer.
    pub missing: Vec<String>,
}

impl Registry {
    /// Whether a register was read beside the answers.
    pub fn has_register(&self) -> bool {
        self.told.read
    }

    /// Whether a council may be named beside others.
    pub fn may_be_named(&self, council: usize) -> bool {
        !self.told.unnamed.contains(&council)
    }

    /// The inhabitants of the council of a group in its wave, where a register gives them and the council has a
    /// successor.
    pub fn population(&self, group: usize) -> Option<u64> {
        self.told.population.get(&group).copied()
    }

    /// What the councils are called that came from the council of a group.
    pub fn successors(&self, group: usize) -> Vec<&str> {
        let id = self.id(self.groups[group].council);
        let ids = self.told.successors.get(id).into_iter().flatten();
        ids.filter_map(|id| Some(self.told.names.get(id)?.as_str())).collect()
    }

    /// The groups that the council of a group came from. `None` where it has an earlier wave of its own, came from
    /// nobody, or nobody that it came from answered before.
    pub fn forebears(&self, group: usize) -> Option<Forebears> {
        if self.told.predecessors.is_empty() || self.previous(group).is_some() {
            return None;
        }
        let id = self.id(self.groups[group].council);
        let (mut groups, mut missing) = (BTreeMap::new(), BTreeMap::new());
        // One that did not answer leads back to those that it came from itself; a split one is met along two ways.
        let (mut ways, mut met) = (vec![id], HashSet::new());
        while let Some(id) = ways.pop() {
            for before in self.told.predecessors.get(id).into_iter().flatten() {
                if !met.insert(before) {
                    continue;
                }
                let council = self.told.councils.get(before);
                let latest = council.and_then(|&council| self.latest_before(council, self.groups[group].wave));
                if let Some(latest) = latest {
                    groups.insert(before, latest);
                } else if self.told.predecessors.contains_key(before) {
                    ways.push(before);
                } else {
                    missing.insert(before, self.told.names.get(before).unwrap_or(before).clone());
                }
            }
        }
        if groups.is_empty() {
            return None;
        }
        Some(Forebears { groups: groups.into_values().collect(), missing: missing.into_values().collect() })
    }

    /// The groups that a group is the past of, by wave and then by id: the next wave of its council, and the first of every
    /// council that came from it.
    pub fn heirs(&self, group: usize) -> Vec<usize> {
        let council = self.groups[group].council;
        let mut heirs: Vec<usize> =
            self.groups_of(council).filter(|&later| self.previous(later) == Some(group)).collect();
        let came_from = |&later: &usize| self.forebears(later).is_some_and(|before| before.groups.contains(&group));
        let (mut ways, mut met) = (vec![self.id(council)], HashSet::new());
        while let Some(id) = ways.pop() {
            for after in self.told.successors.get(id).into_iter().flatten().filter(|&after| met.insert(after)) {
                let answered = self.told.councils.get(after).into_iter().flat_map(|&other| self.groups_of(other));
                heirs.extend(answered.filter(came_from));
                ways.push(after);
            }
        }
        heirs.sort_by_key(|&later| (self.groups[later].wave, self.id(self.groups[later].council)));
        heirs
    }

    pub(in crate::responses) fn told_mut(&mut self) -> &mut Told {
        &mut self.told
    }

    /// Names a council that has no name but its id.
    pub(in crate::responses) fn call(&mut self, council: usize, name: &str) {
        let known = self.council_name(council);
        if known.name == known.id && !name.is_empty() {
            self.rename(council, name);
        }
    }
}
