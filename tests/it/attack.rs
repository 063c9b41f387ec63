//! Someone who has every public page of a run, and knows who took part in which role, tries to work out what was
//! withheld. Everything published is read back from the pages as they are written.

mod pages;
mod simplex;

use std::collections::BTreeMap;

use pages::{Page, Published, publish};
use simplex::{Fact, bounds};

/// The dimensions, and the roles that are asked about each.
const ASKED: [(&str, &[usize]); 3] = [("Alpha", &[0, 1, 2, 3]), ("Beta", &[0, 1, 2, 3]), ("Gamma", &[0, 1, 2])];
const ROLES: usize = 4;
const MAX: f64 = 4.0;
/// Half of the last decimal that is shown.
const ROUNDING: f64 = 0.05;
/// Nobody may know a hidden score more exactly than this to either side: half a step.
const HALF_A_STEP: f64 = 0.5;

/// The mean of each role on each dimension in one wave, and how many there are: the truth that the pages hold back.
#[derive(Clone, Debug, Default)]
struct Wave {
    counts: [u32; ROLES],
    /// By dimension and role, the mean and of how many; what nobody answered is not there.
    means: BTreeMap<(usize, usize), (f64, u32)>,
}

/// A table of answers with its truth, from a seed.
fn answers(seed: u64) -> (String, BTreeMap<(String, String), Wave>) {
    let mut state = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    let mut throw = |sides: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % sides
    };
    let mut table = "council,wave,role,size,province,q1,q2,q3\n".to_owned();
    let mut truth = BTreeMap::new();
    for council in 0..8 {
        for wave in ["2024", "2026"] {
            let mut known = Wave::default();
            for (role, id) in ["ict", "unit", "chief", "mayor"].iter().enumerate() {
                let count = [0, 1, 1, 2, 4, 5, 6, 9][throw(8) as usize];
                known.counts[role] = count;
                let mut sums = [(0.0, 0); ASKED.len()];
                // What a role thinks differs from what another does.
                let bias = throw(17);
                for _ in 0..count {
                    let given: Vec<String> = (0..ASKED.len())
                        .map(|dimension| {
                            let answer = 6 + bias + throw(12);
                            if !ASKED[dimension].1.contains(&role) {
                                return String::new();
                            }
                            // Some do not know.
                            if throw(5) == 0 {
                                return "?".to_owned();
                            }
                            sums[dimension].0 += answer as f64 / 10.0;
                            sums[dimension].1 += 1;
                            answer.to_string()
                        })
                        .collect();
                    let size = if council < 5 { "small" } else { "large" };
                    let province = if council % 4 == 0 { "north" } else { "south" };
                    table += &format!("c{council},{wave},{id},{size},{province},{}\n", given.join(","));
                }
                for (dimension, (sum, scored)) in sums.into_iter().enumerate() {
                    if scored > 0 {
                        known.means.insert((dimension, role), (sum / f64::from(scored), scored));
                    }
                }
            }
            truth.insert((format!("c{council}"), wave.to_owned()), known);
        }
    }
    (table, truth)
}

/// One wave of one council as a system of unknowns.
struct System {
    /// The unknowns by dimension and role.
    unknowns: Vec<(usize, usize)>,
    truth: Vec<f64>,
    /// How many each unknown is the mean of.
    scored: Vec<u32>,
    counts: [u32; ROLES],
}

impl System {
    fn new(wave: &Wave) -> System {
        let unknowns = wave.means.keys().copied().collect();
        let (truth, scored) = wave.means.values().copied().unzip();
        System { unknowns, truth, scored, counts: wave.counts }
    }

    fn place(&self, dimension: usize, role: usize) -> Option<usize> {
        self.unknowns.iter().position(|&place| place == (dimension, role))
    }

    /// A dimension as the weighted mean of some roles.
    fn dimension(&self, dimension: usize, weight: impl Fn(usize, u32) -> f64) -> Option<Vec<(usize, f64)>> {
        let part = |role: usize| {
            let place = self.place(dimension, role)?;
            Some((place, weight(role, self.scored[place])))
        };
        let parts = (0..ROLES).filter_map(part);
        let parts: Vec<(usize, f64)> = parts.filter(|part| part.1 > 0.0).collect();
        let sum: f64 = parts.iter().map(|part| part.1).sum();
        (sum > 0.0).then(|| parts.into_iter().map(|(place, weight)| (place, weight / sum)).collect())
    }

    /// The dimension of this name, or the mean of all of them, from some roles.
    fn part(&self, name: &str, weight: impl Fn(usize, u32) -> f64) -> Option<Vec<(usize, f64)>> {
        if let Some(dimension) = ASKED.iter().position(|(title, _)| *title == name) {
            return self.dimension(dimension, weight);
        }
        let present: Vec<_> = (0..ASKED.len()).filter_map(|dimension| self.dimension(dimension, &weight)).collect();
        let share = 1.0 / present.len() as f64;
        (!present.is_empty())
            .then(|| present.concat().into_iter().map(|(place, weight)| (place, weight * share)).collect())
    }

    /// What a published number says of the unknowns.
    fn facts(&self, published: &Published, facts: &mut Vec<Fact>) {
        let number = |parts: Option<Vec<(usize, f64)>>, value: f64| {
            parts.map(|parts| Fact { parts, low: value - ROUNDING, high: value + ROUNDING })
        };
        match published {
            Published::Score { of, value } => facts.extend(number(self.part(of, |_, _| 1.0), *value)),
            Published::Role { of, role, value } => {
                facts.extend(number(self.part(of, |other, _| f64::from(u8::from(other == *role))), *value));
            }
            Published::Pooled { value } => {
                facts.extend(number(self.part("Overall", |_, scored| f64::from(scored)), *value));
            }
            Published::Shared { of, roles, value } => {
                facts.extend(number(self.part(of, |role, _| f64::from(u8::from(roles.contains(&role)))), *value));
            }
            Published::WithoutOne { of, low, high } => {
                // Leaving out someone who is the only one of a role leaves the role out.
                for single in (0..ROLES).filter(|&role| self.counts[role] == 1) {
                    if let Some(parts) = self.part(of, |role, _| f64::from(u8::from(role != single))) {
                        facts.push(Fact { parts, low: low - ROUNDING, high: high + ROUNDING });
                    }
                }
            }
        }
    }
}

/// Whether nothing that was withheld on the pages of one wave can be worked out; else what can.
fn attack(wave: &Wave, pages: &[&Page], shared: &[usize]) -> Vec<String> {
    let system = System::new(wave);
    let (mut facts, mut totals) = (Vec::new(), Vec::new());
    let mut shown = Vec::new();
    for page in pages {
        for published in page.published(shared) {
            system.facts(&published, &mut facts);
            if let Published::Score { .. } = published {
                system.facts(&published, &mut totals);
            }
            if let Published::Role { of, role, .. } = published {
                shown.push((of, role));
            }
        }
    }
    let mut found = Vec::new();
    let overall = (0..ROLES).map(|role| ("Overall", role));
    let each = ASKED.iter().flat_map(|(of, _)| (0..ROLES).map(|role| (*of, role)));
    for (of, role) in overall.chain(each) {
        let Some(parts) = system.part(of, |other, _| f64::from(u8::from(other == role))) else { continue };
        // What five or more answered is left out only to protect others.
        let about = if of == "Overall" { wave.counts[role] } else { system.scored[parts[0].0] };
        if about >= 5 {
            continue;
        }
        if shown.iter().any(|(known, by)| known == of && *by == role) {
            found.push(format!("{of} of role {role} ({:?}) is shown, of {about}", wave.counts));
            continue;
        }
        // The total of a council is its own to publish, even where it says it all.
        let (low, high) = bounds(&totals, &system.truth, MAX, &parts);
        if high - low < 2.0 * HALF_A_STEP {
            continue;
        }
        let (low, high) = bounds(&facts, &system.truth, MAX, &parts);
        if high - low < 2.0 * HALF_A_STEP {
            found.push(format!("{of} of role {role} ({:?}): {low:.2} to {high:.2}", wave.counts));
        }
    }
    found
}

#[test]
fn nothing_that_is_withheld_can_be_worked_out_from_all_public_pages_together() {
    let (mut hidden, mut leaks) = (0, Vec::new());
    for seed in 1..=4 {
        let (table, truth) = answers(seed);
        let pages = publish(&table);
        for ((council, wave), known) in &truth {
            let other = if wave == "2024" { "2026" } else { "2024" };
            let there = &truth[&(council.clone(), other.to_owned())];
            let shared: Vec<usize> = (0..ROLES).filter(|&r| known.counts[r] > 0 && there.counts[r] > 0).collect();
            let own: Vec<&Page> = pages.iter().filter(|page| page.council == *council && page.tells_of(wave)).collect();
            assert!(!own.is_empty() || known.counts.iter().sum::<u32>() == 0, "no page of {council} in {wave}");
            hidden += known.counts.iter().filter(|&&count| (1..5).contains(&count)).count();
            leaks.extend(
                attack(known, &own, &shared).into_iter().map(|leak| format!("{seed} {council} {wave}: {leak}")),
            );
        }
    }
    assert!(hidden > 60, "only {hidden} roles are small enough to hide");
    assert!(leaks.is_empty(), "{} can be worked out:\n{}", leaks.len(), leaks.join("\n"));
}
