//! Someone who has every public page of a run, and knows who took part in which role and who answered what, tries to work
//! out what was withheld. Everything published is read back from the pages as they are written.

mod every;
mod pages;
mod simplex;
mod system;
mod truth;

use std::collections::{BTreeMap, BTreeSet};

use pages::{Published, Run, What, publish};
use simplex::{Fact, bounds, leaves_open};
use system::{Form, MAX, Shared, System};
use truth::{DIMENSIONS, MERGED, QUESTIONS, ROLES, Truth, WAVES, Wave, answers, classes};

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
    // What one person answered of several questions, or one of several, tells them apart within a role.
    all.extend(system.each(at).map(|(role, form, about)| ("an answer".to_owned(), role, form, about)));
    // What five or more answered is left out only to protect others.
    all.retain(|one| (1..5).contains(&one.3));
    all
}

/// What the roles that are not shown answered together, of all and of those in both waves, where these are five or more.
fn rests(system: &System<'_>, at: usize, all: &[(usize, &Published, &Shared)]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (dimension, (of, _)) in DIMENSIONS.iter().enumerate() {
        let own = || all.iter().filter(|(there, one, _)| *there == at && one.of == *of);
        let shown: Vec<What> = own().map(|one| one.1.what).collect();
        let hidden = |role: &usize| !shown.contains(&What::Role(*role));
        let rest: Vec<usize> = (0..ROLES.len()).filter(hidden).collect();
        let people = |roles: &[usize]| roles.iter().map(|&role| system.scored(at, dimension, role)).sum::<u32>();
        let shared = own().find(|one| one.1.what == What::Shared).map(|one| one.2);
        let inside: Vec<usize> =
            rest.iter().copied().filter(|role| shared.is_some_and(|s| s[dimension].contains(role))).collect();
        let outside = people(&rest) - people(&inside);
        let parts = [(people(&rest) >= 5, &rest), (people(&inside) >= 5 && (outside == 0 || outside >= 5), &inside)];
        for (_, roles) in parts.into_iter().filter(|part| part.0) {
            let form = system.part(at, of, |role, _| f64::from(u8::from(roles.contains(&role))));
            facts.extend(form.map(|form| system.exactly(form)));
        }
    }
    facts
}

/// What can be worked out of some councils together, each in one wave, with what was published of each and the roles
/// that it has in common with what it is compared with.
fn attack(waves: &[&Wave], all: &[(usize, &Published, &Shared)]) -> Vec<String> {
    let system = System::new(waves);
    let (mut facts, mut totals): (Vec<Fact>, Vec<Fact>) = Default::default();
    let mut seen = BTreeSet::new();
    for (at, published, shared) in all {
        if !seen.insert((*at, format!("{published:?}"))) {
            continue;
        }
        // The whole is the mean of the dimensions, which are known as exactly.
        let of_parts = |other: &Published| other.what == published.what && other.of == "Alpha";
        let parts = published.what.is_exact() && published.of == "Overall";
        if parts && all.iter().any(|(there, other, _)| there == at && of_parts(other)) {
            system.facts(*at, published, shared, &mut Vec::new());
            continue;
        }
        system.facts(*at, published, shared, &mut facts);
        if published.what == What::Score && system.is_total(*at, &published.of) {
            system.facts(*at, published, shared, &mut totals);
        }
    }
    for (at, _) in waves.iter().enumerate() {
        totals.extend(rests(&system, at, all));
    }
    let mut found = Vec::new();
    for (at, wave) in waves.iter().enumerate() {
        for (of, role, form, about) in hidden(&system, at, wave) {
            let name = format!("{of} of role {role} ({:?}, {about} answered)", wave.counts);
            let is_it = |one: &Published| one.what == What::Role(role) && one.of == of;
            if all.iter().any(|(other, one, _)| *other == at && is_it(one)) {
                found.push(format!("{name} is shown"));
                continue;
            }
            let open = |facts: &[Fact]| leaves_open(facts, &system.truth, MAX, &form.parts, 2.0 * HALF_A_STEP);
            // The total of a council is its own to publish, even where it says it all; so is that of five who are left.
            if !open(&facts) && open(&totals) {
                let (low, high) = bounds(&facts, &system.truth, MAX, &form.parts);
                found.push(format!("{name}: {low:.2} to {high:.2}"));
            }
        }
    }
    found
}

/// Of every dimension the roles that are compared over these waves: none where one of those that took part in all of them
/// has a score in some of them only.
fn in_all(waves: &[&Wave]) -> Shared {
    let scored = |wave: &Wave, dimension: usize, role: usize| System::new(&[wave]).scored(0, dimension, role) > 0;
    let present = |role: &usize| waves.iter().all(|wave| wave.counts[*role] > 0);
    std::array::from_fn(|dimension| {
        let times = |role: usize| waves.iter().filter(|wave| scored(wave, dimension, role)).count();
        let roles: Vec<usize> = (0..ROLES.len()).filter(present).filter(|&role| times(role) > 0).collect();
        if roles.iter().all(|&role| times(role) == waves.len()) { roles } else { Vec::new() }
    })
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
        let own: Vec<_> = of(council, wave).into_iter().map(|one| (0, one, &shared)).collect();
        assert!(!own.is_empty() || known.counts.iter().sum::<u32>() == 0, "no page of {council} in {wave}");
        leaks.extend(attack(&[known], &own).into_iter().map(|leak| format!("{council} {wave}: {leak}")));
    }
    let own = MERGED
        .0
        .iter()
        .enumerate()
        .flat_map(|(at, council)| of(council, WAVES[0]).into_iter().map(move |one| (at, one)));
    let together = of(MERGED.1, WAVES[0]).into_iter().map(|one| (0, one));
    let all: Vec<_> = own.chain(together).map(|(at, one)| (at, one, &merged)).collect();
    leaks.extend(attack(&before, &all).into_iter().map(|leak| format!("merged: {leak}")));
    leaks
}

#[test]
fn nothing_that_is_withheld_can_be_worked_out_from_all_public_pages_together() {
    let (mut small, mut all) = (0, Vec::new());
    let mut kinds = BTreeSet::new();
    for seed in [3, 5, 12] {
        let (table, truth) = answers(seed);
        let run = publish(&table, &truth);
        let counts = truth.values().flat_map(|known| known.counts);
        small += counts.filter(|count| (1..5).contains(count)).count();
        let of_question = |one: &Published| QUESTIONS.iter().any(|(title, _)| *title == one.of);
        kinds.extend(run.items.iter().map(|(_, _, one)| (format!("{:?}", one.what), of_question(one))));
        all.extend(leaks(&truth, &run).into_iter().map(|leak| format!("{seed} {leak}")));
    }
    assert!(small > 60, "only {small} roles are small enough to hide");
    // Else nothing is proved of it.
    for what in [What::Score, What::Shared, What::Merged, What::Pooled, What::WithoutOne, What::Lowest, What::Highest] {
        assert!(kinds.contains(&(format!("{what:?}"), false)), "{what:?} is on no page");
    }
    for what in [What::Score, What::Shared] {
        assert!(kinds.contains(&(format!("{what:?}"), true)), "{what:?} of a question is on no page");
    }
    assert!(all.is_empty(), "{} can be worked out:\n{}", all.len(), all.join("\n"));
}

/// The quantile of type 7 of Hyndman and Fan.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    sorted[below] * (1.0 - place.fract()) + sorted[above] * place.fract()
}

/// So however classes overlap, their figures tell nothing of a role: they follow from the totals, which are known.
#[test]
fn what_is_published_over_councils_is_made_of_their_totals_and_of_five_or_more() {
    let (table, truth) = answers(1);
    let run = publish(&table, &truth);
    let mut compared = 0;
    for (wave, rows) in &run.spreads {
        for row in rows {
            let class = |council: &str| {
                let (size, province) = classes(council);
                let names = [size.to_owned(), province.to_owned(), format!("{size}, {province}")];
                names.contains(&row[0])
                    || names.iter().all(|_| ["Overall", "Alpha", "Beta", "Gamma"].contains(&&*row[0]))
            };
            let of = if DIMENSIONS.iter().any(|one| one.0 == row[0]) { row[0].as_str() } else { "Overall" };
            let own = truth.iter().filter(|((council, other), _)| other == wave && class(council));
            let mut totals: Vec<f64> = own.filter_map(|(_, known)| System::new(&[known]).total(of)).collect();
            totals.sort_by(f64::total_cmp);
            assert!(totals.len() >= 5 && row[1] == totals.len().to_string(), "{row:?} of {totals:?}");
            for (cell, share) in row[2..].iter().zip([0.25, 0.5, 0.75]) {
                let expected = quantile(&totals, share);
                assert!(
                    (cell.parse::<f64>().expect("a number") - expected).abs() <= 0.05 + 1e-9,
                    "{row:?}: {expected}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 60, "{compared}");
}

#[test]
fn what_is_pooled_has_no_row_of_a_small_role_and_otherwise_the_totals_of_the_pages() {
    let (mut with_rows, mut with_scores) = (0, 0);
    for seed in 1..=3 {
        let (table, truth) = answers(seed);
        let run = publish(&table, &truth);
        let mut counts: BTreeMap<(String, String), [u32; ROLES.len()]> = BTreeMap::new();
        for line in run.pool.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let role = ROLES.iter().position(|id| *id == cells[3]).expect("a role");
            counts.entry((cells[0].to_owned(), cells[1].to_owned())).or_default()[role] += 1;
        }
        assert!(counts.values().flatten().all(|count| *count == 0 || *count >= 5), "{counts:?}");
        with_rows += counts.len();
        let known = |wave: &str, of: &str| -> Vec<f64> {
            let of_wave = truth.iter().filter(|((_, other), _)| *other == wave);
            of_wave.filter_map(|(_, known)| System::new(&[known]).total(of)).collect()
        };
        for line in run.pool_scores.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            for (cell, of) in cells[5..9].iter().zip(["Overall", "Alpha", "Beta", "Gamma"]) {
                let Ok(score) = cell.parse::<f64>() else { continue };
                assert!(known(cells[1], of).iter().any(|total| (total - score).abs() < 1e-9), "{of} {score}");
            }
            with_scores += 1;
        }
    }
    assert!(with_rows > 0 && with_scores > 30, "{with_rows} {with_scores}");
}
