//! From a register to the councils that answered: names, classes, and what merged into what.

use std::collections::{BTreeMap, HashSet};

use super::super::registry::Registry;
use super::{Entry, Register};
use crate::diagnostics::{Diagnostics, RegisterFinding};

/// So many problems of a kind are told one by one, which is more than anybody reads; beyond that only how many there are.
const TOLD: usize = 10_000;

/// So many misspelt councils are looked for in the register: each of them is held against every council in it.
const LOOKED_FOR: usize = 20;

impl Register {
    /// Adds what the register says to what the answers say, and reports what does not fit. Names that were given with the
    /// answers stay; where classes differ, the register is right.
    pub fn apply(&self, registry: &mut Registry, out: &mut Diagnostics) {
        registry.told_mut().read = true;
        let with_successor: HashSet<&str> = self.with_successor().map(|row| row.council.as_str()).collect();
        let columns: Vec<usize> = self.classes.iter().map(|name| registry.class_column(name)).collect();
        let (mut absent, mut differs) = (Vec::new(), Vec::new());
        for group in registry.in_order() {
            let known = &registry.groups()[group];
            let (council, wave) = (known.council, known.wave);
            let id = registry.id(council).to_owned();
            let Some(row) = self.row(&id, wave) else {
                absent.push((id, wave));
                continue;
            };
            for (&column, class) in columns.iter().zip(&row.classes).filter(|(_, class)| !class.is_empty()) {
                let answers = registry.class(group, column).unwrap_or_default();
                if !answers.is_empty() && answers != class {
                    differs.push((row, group, column, answers.to_owned()));
                }
                registry.reclassify(group, column, class);
            }
            // In any of its rows: it may hold in another wave than the council became another in.
            if with_successor.contains(row.council.as_str())
                && let Some(population) = row.population
            {
                registry.told_mut().population.insert(group, population);
            }
        }
        self.report_differing(registry, &differs, out);
        self.report_absent(&absent, out);
        self.names(registry);
        self.mergers(registry);
        registry.sort_classes();
    }

    fn report_differing(&self, registry: &Registry, differs: &[(&Entry, usize, usize, String)], out: &mut Diagnostics) {
        for (row, group, column, answers) in differs.iter().take(TOLD) {
            let finding = RegisterFinding::ClassDiffers {
                council: row.council.clone(),
                wave: registry.groups()[*group].wave.map(|wave| wave.to_string()),
                column: registry.class_name(*column).unwrap_or_default().to_owned(),
                register: registry.class(*group, *column).unwrap_or_default().to_owned(),
                answers: answers.clone(),
            };
            out.add(row.span, finding);
        }
        if differs.len() > TOLD {
            out.add(self.header, RegisterFinding::ManyDiffer(differs.len()));
        }
    }

    /// Reports councils that are not in the register once each, and waves in which none of their rows holds.
    fn report_absent(&self, absent: &[(String, Option<super::Wave>)], out: &mut Diagnostics) {
        let mut findings: BTreeMap<(&str, Option<super::Wave>), RegisterFinding> = BTreeMap::new();
        for (id, wave) in absent {
            let (key, finding) = if self.of_council.contains_key(id) {
                let shown = wave.map(|wave| wave.to_string()).unwrap_or_default();
                ((id.as_str(), *wave), RegisterFinding::NotInWave { council: id.clone(), wave: shown })
            } else {
                ((id.as_str(), None), RegisterFinding::Absent { council: id.clone(), suggestion: None })
            };
            findings.entry(key).or_insert(finding);
        }
        let all = findings.len();
        for (index, ((id, _), mut finding)) in findings.into_iter().take(TOLD).enumerate() {
            if let RegisterFinding::Absent { suggestion, .. } = &mut finding
                && index < LOOKED_FOR
            {
                *suggestion = out.nearest(self.header.file, id, self.of_council.keys().map(String::as_str));
            }
            out.add(self.header, finding);
        }
        if all > TOLD {
            out.add(self.header, RegisterFinding::ManyAbsent(all));
        }
    }

    /// Names those that the answers give no name, as in their latest wave, and notes who is not to be named.
    fn names(&self, registry: &mut Registry) {
        let mut latest: BTreeMap<usize, Option<super::Wave>> = BTreeMap::new();
        for group in registry.groups() {
            let wave = latest.entry(group.council).or_insert(group.wave);
            *wave = group.wave.max(*wave);
        }
        for (council, wave) in latest {
            let id = registry.id(council);
            let Some(row) = self.row(id, wave).or_else(|| self.row(id, None)) else { continue };
            if !row.may_be_named {
                registry.told_mut().unnamed.insert(council);
            }
            registry.call(council, &row.name);
        }
    }

    fn with_successor(&self) -> impl Iterator<Item = &Entry> {
        self.rows.iter().filter(|row| !row.successor.is_empty())
    }

    /// Notes what came from what.
    fn mergers(&self, registry: &mut Registry) {
        let mut involved: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        let told = registry.told_mut();
        for row in self.with_successor() {
            let (from, to) = (row.council.clone(), row.successor.clone());
            let last = told.predecessors.entry(to.clone()).or_default().entry(from.clone()).or_default();
            *last = row.valid.to.max(*last);
            told.successors.entry(from).or_default().insert(to);
            involved.extend([(row.council.as_str(), None), (row.successor.as_str(), None)]);
        }
        if involved.is_empty() {
            return;
        }
        for (index, council) in registry.councils().enumerate() {
            if let Some(place) = involved.get_mut(council.id) {
                *place = Some(index);
            }
        }
        for (id, council) in involved {
            let name = match council {
                Some(council) => registry.council_name(council).name.to_owned(),
                None => self
                    .row(id, None)
                    .map(|row| row.name.clone())
                    .filter(|name| !name.is_empty())
                    .unwrap_or_else(|| id.to_owned()),
            };
            let told = registry.told_mut();
            told.names.insert(id.to_owned(), name);
            match council {
                Some(council) => {
                    told.councils.insert(id.to_owned(), council);
                }
                None if self.row(id, None).is_some_and(|row| !row.may_be_named) => {
                    told.silent_unnamed.insert(id.to_owned());
                }
                None => {}
            }
        }
    }
}
