//! What a register of councils says beyond what the answers say: who may be named, who lives there, what merged.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::super::wave::Wave;
use super::Registry;
use crate::sorting;

/// What was read in a register of councils.
#[derive(Clone, Debug, Default)]
pub(in crate::responses) struct Told {
    /// Whether there is a register at all.
    pub(in crate::responses) read: bool,
    /// Councils, by index, that are not to be named beside others.
    pub(in crate::responses) unnamed: HashSet<usize>,
    /// Inhabitants of groups, of councils that have a successor.
    pub(in crate::responses) population: HashMap<usize, u64>,
    /// By id, the ids of those that a council came from, and the last day on which these were there themselves, where
    /// the register says.
    pub(in crate::responses) predecessors: BTreeMap<String, BTreeMap<String, Option<Date>>>,
    /// By id, the ids of those that came from a council.
    pub(in crate::responses) successors: BTreeMap<String, BTreeSet<String>>,
    /// By id, the last name of all councils in either.
    pub(in crate::responses) names: BTreeMap<String, String>,
    /// By id, the index of those among them that answered.
    pub(in crate::responses) councils: BTreeMap<String, usize>,
    /// The ids of those among them that did not, and are not to be named beside others.
    pub(in crate::responses) silent_unnamed: BTreeSet<String>,
}

/// The latest earlier waves of the councils that a council came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forebears {
    /// The groups, by the id of their council.
    pub groups: Vec<usize>,
    /// What those are called that did not answer.
    pub missing: Vec<String>,
    /// The ids of those, of either kind, that are not to be named beside others.
    pub unnamed: BTreeSet<String>,
}

/// A council that became part of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenIn<'r> {
    /// What it was called.
    pub name: &'r str,
    /// Whether it was split, so that only a part of it came.
    pub partly: bool,
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
        let mut unnamed = BTreeSet::new();
        // One that did not answer leads back to those that it came from itself; a split one is met along two ways.
        let (mut ways, mut met) = (vec![id], HashSet::new());
        while let Some(id) = ways.pop() {
            for before in self.told.predecessors.get(id).into_iter().flat_map(BTreeMap::keys) {
                if !met.insert(before) {
                    continue;
                }
                let council = self.told.councils.get(before);
                let latest = council.and_then(|&council| self.latest_before(council, self.groups[group].wave));
                if let Some(latest) = latest {
                    groups.insert(before, latest);
                } else if self.told.predecessors.contains_key(before) {
                    ways.push(before);
                    continue;
                } else {
                    missing.insert(before, self.told.names.get(before).unwrap_or(before).clone());
                }
                if council.map_or(self.told.silent_unnamed.contains(before), |&council| !self.may_be_named(council)) {
                    unnamed.insert(before.clone());
                }
            }
        }
        if groups.is_empty() {
            return None;
        }
        let (groups, missing) = (groups.into_values().collect(), missing.into_values().collect());
        Some(Forebears { groups, missing, unnamed })
    }

    /// Those that became part of the council of a group since its own previous wave, by id: the score of that wave was
    /// not about them.
    pub fn taken_in(&self, group: usize) -> Vec<TakenIn<'_>> {
        let wave_of = |group: usize| self.groups[group].wave;
        let Some((previous, wave)) = self.previous(group).and_then(wave_of).zip(wave_of(group)) else {
            return Vec::new();
        };
        let before = self.told.predecessors.get(self.id(self.groups[group].council)).into_iter().flatten();
        let taken_in = before
            .filter(|(id, last)| self.was_still_there(id, **last, previous) && self.was_over(id, **last, wave))
            .filter_map(|(id, _)| {
                let partly = self.told.successors.get(id).is_some_and(|after| after.len() > 1);
                Some(TakenIn { name: self.told.names.get(id)?, partly })
            });
        taken_in.collect()
    }

    /// Whether what became another was no longer there in a wave: by its last day, where the register says, else because
    /// its last answers were before that.
    fn was_over(&self, id: &str, last: Option<Date>, wave: Wave) -> bool {
        match last {
            Some(last) => last < wave.first_day(),
            None => self.last_answered(id).is_none_or(|answered| answered < wave),
        }
    }

    /// Whether what became another was certainly there itself in a wave: that whole year, or it answered.
    fn was_still_there(&self, id: &str, last: Option<Date>, wave: Wave) -> bool {
        last.is_some_and(|last| last >= wave.last_day())
            || self.last_answered(id).is_some_and(|answered| answered >= wave)
    }

    fn last_answered(&self, id: &str) -> Option<Wave> {
        self.latest_of(*self.told.councils.get(id)?)
    }

    /// The councils, by index, that another one stands for in a wave: what they had become by then, or come from later.
    pub(super) fn stood_for(&self, wave: Wave) -> HashSet<usize> {
        let told = &self.told;
        let mut met: HashSet<&String> = HashSet::new();
        // Whoever answered, in whichever wave, stands for those that it came from before this one.
        let mut ways: Vec<&String> = told.councils.keys().collect();
        while let Some(id) = ways.pop() {
            for (before, last) in told.predecessors.get(id).into_iter().flatten() {
                if self.was_over(before, *last, wave) && met.insert(before) {
                    ways.push(before);
                }
            }
        }
        // Whoever is there stands for those that came from it later.
        let is_there = |council: usize| self.groups_of(council).any(|group| self.groups[group].wave == Some(wave));
        let came_later = |council: usize| {
            let mut waves = self.groups_of(council).filter_map(|group| self.groups[group].wave);
            waves.all(|answered| answered > wave)
        };
        ways.extend(told.councils.iter().filter(|(_, council)| is_there(**council)).map(|(id, _)| id));
        let mut later: HashSet<&String> = HashSet::new();
        while let Some(id) = ways.pop() {
            for after in told.successors.get(id).into_iter().flatten() {
                let is_later = told.councils.get(after).is_none_or(|&council| came_later(council));
                if is_later && later.insert(after) {
                    ways.push(after);
                }
            }
        }
        met.union(&later).filter_map(|id| told.councils.get(*id).copied()).collect()
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
        sorting::by_key(&mut heirs, |&later| (self.groups[later].wave, self.id(self.groups[later].council)));
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
