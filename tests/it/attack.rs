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
use system::{Beside, Form, MAX, Shared, System};
use truth::{CELLS, GRID, LINE, MERGED, QUESTIONS, ROLES, Shape, Truth, WAVES, Wave, answers, classes};

/// Nobody may know a hidden score more exactly than this to either side: half a step.
const HALF_A_STEP: f64 = 0.5;

/// What someone would like to know.
struct Sought {
    /// Its name, and of which role it is.
    of: String,
    role: usize,
    form: Form,
    /// Of how many people it is, and in the part of it that the fewest answered.
    people: u32,
    fewest: u32,
}

impl Sought {
    fn new(of: &str, role: usize, form: Form, people: u32) -> Sought {
        Sought { of: of.to_owned(), role, form, people, fewest: people }
    }
}

/// What should not be known of a council.
fn hidden(system: &System<'_>, at: usize, wave: &Wave) -> Vec<Sought> {
    let mut all = Vec::new();
    for role in 0..ROLES.len() {
        let only = |other: usize, _| f64::from(u8::from(other == role));
        for of in std::iter::once("Overall").chain(system.shape.dimensions.iter().map(|one| one.0)) {
            let cells = system.shape.cells(of).expect("a part");
            let scored = cells.iter().map(|&cell| system.scored(at, cell, role)).filter(|&scored| scored > 0);
            let most = if of == "Overall" { wave.counts[role] } else { scored.clone().max().unwrap_or(0) };
            let sought = system.part(at, of, only).map(|form| Sought::new(of, role, form, most));
            all.extend(sought.map(|one| Sought { fewest: scored.min().unwrap_or(0), ..one }));
        }
        for cell in 0..CELLS.len() {
            let form = system.cell(at, cell, &only);
            all.extend(form.map(|form| Sought::new("a cell", role, form, system.scored(at, cell, role))));
        }
        for (question, (title, _)) in QUESTIONS.iter().enumerate() {
            let form = system.question(at, question, &[role]);
            all.extend(form.map(|form| Sought::new(title, role, form, system.answered(at, question, role))));
        }
    }
    // What one person answered of several questions, or one of several, tells them apart within a role.
    all.extend(system.each(at).map(|(role, form, people)| Sought::new("an answer", role, form, people)));
    // What five or more answered is left out only to protect others.
    all.retain(|one| is_few(one.people) || is_few(one.fewest));
    all
}

fn is_few(people: u32) -> bool {
    (1..5).contains(&people)
}

/// What the roles that are not shown answered together, of all and of those that are compared with another wave, where
/// these are five or more.
fn rests(system: &System<'_>, at: usize, all: &[(usize, &Published, &Beside)]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (of, cells) in system.shape.dimensions {
        let own = || all.iter().filter(|(there, one, _)| *there == at && one.of == *of);
        let is_told = |what: What| own().find(|one| one.1.what == what).map(|one| one.2);
        let rest: Vec<usize> = (0..ROLES.len()).filter(|&role| is_told(What::Role(role)).is_none()).collect();
        let compared = [is_told(What::Shared).map(|one| &one.before), is_told(What::Then).map(|one| &one.after)];
        for &cell in *cells {
            let people = |roles: &[usize]| roles.iter().map(|&role| system.scored(at, cell, role)).sum::<u32>();
            // Each comparison cuts every part that there is in two; one that leaves a few of them should not have been told.
            let mut parts = vec![rest.clone()];
            for shared in compared.into_iter().flatten() {
                let cut = |part: &Vec<usize>| {
                    let (inside, outside) = part.iter().partition(|role| shared[cell].contains(role));
                    [inside, outside]
                };
                let finer: Vec<Vec<usize>> = parts.iter().flat_map(cut).collect();
                parts = if finer.iter().any(|roles| is_few(people(roles))) { parts } else { finer };
            }
            for roles in parts.iter().filter(|roles| people(roles) >= 5) {
                let form = system.cell(at, cell, &|role, _| f64::from(u8::from(roles.contains(&role))));
                facts.extend(form.map(|form| system.exactly(form)));
            }
        }
    }
    facts
}

/// What can be worked out of some councils together, each in one wave, with what was published of each and what it has in
/// common with what it is compared with.
fn attack(shape: &Shape, waves: &[&Wave], all: &[(usize, &Published, &Beside)]) -> Vec<String> {
    let system = System::new(shape, waves);
    let (mut facts, mut totals): (Vec<Fact>, Vec<Fact>) = Default::default();
    let mut seen = BTreeSet::new();
    for (at, published, beside) in all {
        if !seen.insert((*at, format!("{published:?}"))) {
            continue;
        }
        // The whole is the mean of the dimensions of one axis, which are known as exactly.
        let of_parts = |other: &Published| other.what == published.what && other.of == shape.dimensions[0].0;
        let parts = shape.is_line() && published.what.is_exact() && published.of == "Overall";
        if parts && all.iter().any(|(there, other, _)| there == at && of_parts(other)) {
            system.facts(*at, published, beside, &mut Vec::new());
            continue;
        }
        system.facts(*at, published, beside, &mut facts);
        if published.what == What::Score && system.is_total(*at, &published.of) {
            system.facts(*at, published, beside, &mut totals);
        }
    }
    for (at, _) in waves.iter().enumerate() {
        totals.extend(rests(&system, at, all));
    }
    let mut found = Vec::new();
    for (at, wave) in waves.iter().enumerate() {
        for Sought { of, role, form, people, fewest } in hidden(&system, at, wave) {
            let name = format!("{of} of role {role} ({:?}, {people} answered)", wave.counts);
            let is_it = |one: &Published| one.what == What::Role(role) && one.of == of;
            if is_few(fewest) && all.iter().any(|(other, one, _)| *other == at && is_it(one)) {
                found.push(format!("{name} is shown"));
                continue;
            }
            let open = |facts: &[Fact]| leaves_open(facts, &system.truth, MAX, &form.parts, 2.0 * HALF_A_STEP);
            // The total of a council is its own to publish, even where it says it all; so is that of five who are left.
            if is_few(people) && !open(&facts) && open(&totals) {
                let (low, high) = bounds(&facts, &system.truth, MAX, &form.parts);
                found.push(format!("{name}: {low:.2} to {high:.2}"));
            }
        }
    }
    found
}

/// Of every cell the roles that are compared over these waves: none where one of those that took part in all of them has
/// a score in some of them only.
fn in_all(waves: &[&Wave]) -> Shared {
    let scored = |wave: &Wave, cell: usize, role: usize| System::new(&LINE, &[wave]).scored(0, cell, role) > 0;
    let present = |role: &usize| waves.iter().all(|wave| wave.counts[*role] > 0);
    std::array::from_fn(|cell| {
        let times = |role: usize| waves.iter().filter(|wave| scored(wave, cell, role)).count();
        let roles: Vec<usize> = (0..ROLES.len()).filter(present).filter(|&role| times(role) > 0).collect();
        if roles.iter().all(|&role| times(role) == waves.len()) { roles } else { Vec::new() }
    })
}

/// What can be worked out of each council in each wave, and of two that became one together.
fn leaks(shape: &Shape, truth: &Truth, run: &Run) -> Vec<String> {
    let of = |council: &str, wave: &str| -> Vec<&Published> {
        run.items.iter().filter(|(id, of, _)| id == council && *of == wave).map(|item| &item.2).collect()
    };
    let ([first, second], after) = (MERGED.0.map(|id| &truth[&(id.to_owned(), WAVES[1])]), (MERGED.1, WAVES[2]));
    let merged = in_all(&[first, second, &truth[&(after.0.to_owned(), after.1)]]);
    let beside = |council: &str, wave: &'static str| {
        let known =
            |at: &'static str| truth.get(&(council.to_owned(), at)).filter(|one| one.counts.iter().sum::<u32>() > 0);
        let with = |other: Option<&Wave>| other.zip(known(wave)).map(|(other, own)| in_all(&[own, other]));
        let earlier = WAVES.into_iter().rev().filter(|other| *other < wave).find_map(known);
        let later = WAVES.into_iter().filter(|other| *other > wave).find_map(known);
        let of_merger = |is: bool| if is { merged.clone() } else { Shared::default() };
        Beside {
            before: with(earlier).unwrap_or_else(|| of_merger(council == MERGED.1)),
            after: with(later).unwrap_or_else(|| of_merger(MERGED.0.contains(&council))),
        }
    };
    let mut leaks = Vec::new();
    let in_merger = |council: &str, wave: &str| MERGED.0.contains(&council) && wave == WAVES[1];
    for ((council, wave), known) in truth.iter().filter(|((council, wave), _)| !in_merger(council, wave)) {
        let beside = beside(council, wave);
        let own: Vec<_> = of(council, wave).into_iter().map(|one| (0, one, &beside)).collect();
        assert!(!own.is_empty() || known.counts.iter().sum::<u32>() == 0, "no page of {council} in {wave}");
        leaks.extend(attack(shape, &[known], &own).into_iter().map(|leak| format!("{council} {wave}: {leak}")));
    }
    let beside = MERGED.0.map(|council| beside(council, WAVES[1]));
    let own = (MERGED.0.iter().enumerate())
        .flat_map(|(at, council)| of(council, WAVES[1]).into_iter().map(move |one| (at, one)));
    let together = of(MERGED.1, WAVES[1]).into_iter().map(|one| (0, one));
    let all: Vec<_> = own.chain(together).map(|(at, one)| (at, one, &beside[at])).collect();
    leaks.extend(attack(shape, &[first, second], &all).into_iter().map(|leak| format!("merged: {leak}")));
    leaks
}

#[test]
fn nothing_that_is_withheld_can_be_worked_out_from_all_public_pages_together() {
    let (mut small, mut all) = (0, Vec::new());
    let mut kinds = BTreeSet::new();
    for (shape, seed) in [(&LINE, 3), (&LINE, 12), (&GRID, 3), (&GRID, 4)] {
        let (table, truth) = answers(seed);
        let run = publish(shape, &table, &truth);
        let counts = truth.values().flat_map(|known| known.counts);
        small += counts.filter(|count| (1..5).contains(count)).count();
        let of_question = |one: &Published| QUESTIONS.iter().any(|(title, _)| *title == one.of);
        kinds.extend(run.items.iter().map(|(_, _, one)| (format!("{:?}", one.what), of_question(one))));
        all.extend(leaks(shape, &truth, &run).into_iter().map(|leak| format!("{seed} {leak}")));
    }
    assert!(small > 60, "only {small} roles are small enough to hide");
    // Else nothing is proved of it.
    let sums = [What::Score, What::Shared, What::Then, What::Merged, What::Pooled];
    for what in sums.into_iter().chain([What::WithoutOne, What::Lowest, What::Highest]) {
        assert!(kinds.contains(&(format!("{what:?}"), false)), "{what:?} is on no page");
    }
    for what in [What::Score, What::Shared, What::Then] {
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
    let run = publish(&LINE, &table, &truth);
    let mut compared = 0;
    for (wave, rows) in &run.spreads {
        for row in rows {
            let class = |council: &str| {
                let (size, province) = classes(council);
                let names = [size.to_owned(), province.to_owned(), format!("{size}, {province}")];
                names.contains(&row[0])
                    || names.iter().all(|_| ["Overall", "Alpha", "Beta", "Gamma"].contains(&&*row[0]))
            };
            let of = if LINE.dimensions.iter().any(|one| one.0 == row[0]) { row[0].as_str() } else { "Overall" };
            let own = truth.iter().filter(|((council, other), _)| other == wave && class(council));
            let mut totals: Vec<f64> = own.filter_map(|(_, known)| System::new(&LINE, &[known]).total(of)).collect();
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
    for seed in 1..=2 {
        let (table, truth) = answers(seed);
        let run = publish(&LINE, &table, &truth);
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
            of_wave.filter_map(|(_, known)| System::new(&LINE, &[known]).total(of)).collect()
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
