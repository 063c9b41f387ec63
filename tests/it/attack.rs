//! Someone who has every public page of a run, and knows who took part in which role and who answered what, tries to work
//! out what was withheld. Everything published is read back from the pages as they are written.

mod pages;
mod simplex;
mod system;
mod truth;

use std::collections::BTreeSet;

use pages::{Published, Run, What, publish};
use simplex::{Fact, bounds, leaves_open};
use system::{Form, MAX, System};
use truth::{DIMENSIONS, MERGED, QUESTIONS, ROLES, Truth, WAVES, Wave, answers, classes, dimension_of};

/// Nobody may know a hidden score more exactly than this to either side: half a step.
const HALF_A_STEP: f64 = 0.5;

/// What someone would like to know: its name, what it is, and of how many people.
fn hidden(system: &System<'_>, at: usize, wave: &Wave) -> Vec<(String, usize, Form, u32)> {
    let mut all = Vec::new();
    for role in 0..ROLES.len() {
        for of in std::iter::once("Overall").chain(DIMENSIONS.iter().map(|one| one.0)) {
            let dimension = DIMENSIONS.iter().position(|one| one.0 == of);
            let about = dimension.map_or(wave.counts[role], |dimension| system.scored(at, dimension, role));
            let form = system.part(at, of, |other, _| f64::from(u8::from(other == role)));
            all.extend(form.map(|form| (of.to_owned(), role, form, about)));
        }
        for (question, (title, _)) in QUESTIONS.iter().enumerate() {
            let form = system.question(at, question, &[role]);
            all.extend(form.map(|form| ((*title).to_owned(), role, form, system.answered(at, question, role))));
        }
    }
    // What five or more answered is left out only to protect others.
    all.retain(|one| (1..5).contains(&one.3));
    all
}

/// What can be worked out of some councils together, each in one wave, with what was published of each and the roles
/// that it has in common with what it is compared with.
fn attack(waves: &[&Wave], published: &[(usize, &Published, &[usize])]) -> Vec<String> {
    let system = System::new(waves);
    let (mut facts, mut totals): (Vec<Fact>, Vec<Fact>) = Default::default();
    let mut seen = BTreeSet::new();
    for (at, published, shared) in published {
        if !seen.insert((*at, format!("{published:?}"))) {
            continue;
        }
        system.facts(*at, published, shared, &mut facts);
        if published.what == What::Score && DIMENSIONS.iter().any(|one| one.0 == published.of) {
            system.facts(*at, published, shared, &mut totals);
        }
    }
    let mut found = Vec::new();
    for (at, wave) in waves.iter().enumerate() {
        for (of, role, form, about) in hidden(&system, at, wave) {
            let name = format!("{of} of role {role} ({:?}, {about} answered)", wave.counts);
            let is_it = |one: &Published| one.what == What::Role(role) && one.of == of;
            if published.iter().any(|(other, one, _)| *other == at && is_it(one)) {
                found.push(format!("{name} is shown"));
                continue;
            }
            let open = |facts: &[Fact]| leaves_open(facts, &system.truth, MAX, &form.parts, 2.0 * HALF_A_STEP);
            // The total of a council is its own to publish, even where it says it all.
            if !open(&facts) && open(&totals) {
                let (low, high) = bounds(&facts, &system.truth, MAX, &form.parts);
                found.push(format!("{name}: {low:.2} to {high:.2}"));
            }
        }
    }
    found
}

/// The roles in all of these waves.
fn in_all(waves: &[&Wave]) -> Vec<usize> {
    (0..ROLES.len()).filter(|&role| waves.iter().all(|wave| wave.counts[role] > 0)).collect()
}

/// What can be worked out of each council in each wave, and of two that became one together.
fn leaks(truth: &Truth, run: &Run) -> Vec<String> {
    let of = |council: &str, wave: &str| -> Vec<&Published> {
        run.items.iter().filter(|(id, of, _)| id == council && *of == wave).map(|item| &item.2).collect()
    };
    let before = MERGED.0.map(|council| &truth[&(council.to_owned(), WAVES[0])]);
    let after = &truth[&(MERGED.1.to_owned(), WAVES[1])];
    let merged = in_all(&[before[0], before[1], after]);
    let mut leaks = Vec::new();
    for ((council, wave), known) in truth.iter().filter(|((council, _), _)| !MERGED.0.contains(&council.as_str())) {
        let other = truth.get(&(council.clone(), if *wave == WAVES[0] { WAVES[1] } else { WAVES[0] }));
        let shared = other.map_or_else(|| merged.clone(), |other| in_all(&[known, other]));
        let own: Vec<_> = of(council, wave).into_iter().map(|one| (0, one, &shared[..])).collect();
        assert!(!own.is_empty() || known.counts.iter().sum::<u32>() == 0, "no page of {council} in {wave}");
        leaks.extend(attack(&[known], &own).into_iter().map(|leak| format!("{council} {wave}: {leak}")));
    }
    let own = MERGED.0.iter().enumerate().flat_map(|(at, council)| of(council, WAVES[0]).into_iter().map(move |one| (at, one)));
    let together = of(MERGED.1, WAVES[0]).into_iter().map(|one| (0, one));
    let all: Vec<_> = own.chain(together).map(|(at, one)| (at, one, &merged[..])).collect();
    leaks.extend(attack(&before, &all).into_iter().map(|leak| format!("merged: {leak}")));
    leaks
}

#[test]
fn nothing_that_is_withheld_can_be_worked_out_from_all_public_pages_together() {
    let (mut small, mut all) = (0, Vec::new());
    let mut kinds = BTreeSet::new();
    for seed in 1..=4 {
        let (table, truth) = answers(seed);
        let run = publish(&table, &truth);
        let counts = truth.values().flat_map(|known| known.counts);
        small += counts.filter(|count| (1..5).contains(count)).count();
        kinds.extend(run.items.iter().map(|(_, wave, one)| format!("{:?} {wave}", one.what)));
        all.extend(leaks(&truth, &run).into_iter().map(|leak| format!("{seed} {leak}")));
    }
    assert!(small > 60, "only {small} roles are small enough to hide");
    eprintln!("{kinds:?}");
    assert!(all.is_empty(), "{} can be worked out:\n{}", all.len(), all.join("\n"));
}
