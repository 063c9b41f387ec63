//! The cells of one respondent, and of the respondents of one role. Values are whole multiples of 2⁻⁴⁰ there, so that
//! adding respondents up is adding whole numbers.

use super::Build;
use super::shares::may_leave;
use super::steps::{Steps, select, sum};
use crate::language::sql as words;
use crate::questionnaire::{Item, Missing};

/// What a value is a whole multiple of.
pub(super) const UNIT: f64 = (1u64 << 40) as f64;

/// Which questions are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// All.
    All,
    /// Those of the quick scan, to compare a full wave with a quick one.
    Quick,
}

impl Build<'_> {
    /// The sets of questions that are counted, each with what stands behind the name of a cell.
    pub(super) fn counted(&self) -> Vec<Counted> {
        if self.compares_quick() { vec![Counted::All, Counted::Quick] } else { vec![Counted::All] }
    }

    /// The name of a cell over a set of questions.
    pub(super) fn cell(&self, cell: usize, counted: Counted) -> String {
        let name = &self.names.cells[cell];
        if counted == Counted::All { name.clone() } else { format!("{name} quick") }
    }

    /// The columns that say whom a row is about.
    pub(super) fn who(&self) -> Vec<String> {
        let mut who: Vec<String> = ["council", "name", "wave", "wave_order"].map(str::to_owned).to_vec();
        who.extend(self.classes());
        who
    }
}

pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    sums(build, steps);
    units(build, steps);
    roles(build, steps);
}

/// The items of a cell, each with its name.
fn items<'b>(build: &'b Build<'_>, cell: usize, counted: Counted) -> Vec<(&'b Item, &'b String)> {
    let items = build.q.items.iter().zip(&build.names.items);
    let is_counted = |item: &Item| counted == Counted::All || build.q.questions[item.question].quick;
    items.filter(|(item, _)| item.cell == cell && is_counted(item)).collect()
}

/// Per respondent and cell: Σ weight × share, Σ weight, and how many questions are scored and apply.
fn sums(build: &Build<'_>, steps: &mut Steps) {
    let d = build.d;
    let mut entries = build.who();
    entries.extend(["role", "quick"].map(str::to_owned));
    let zero = d.number(0.0);
    for counted in build.counted() {
        for cell in 0..build.q.cells.len() {
            let items = items(build, cell, counted);
            if items.is_empty() {
                continue;
            }
            let name = build.cell(cell, counted);
            let applies = |(item, name): &(&Item, &String)| {
                if may_leave(build, item.question) { build.of(name, "applies") } else { "1".to_owned() }
            };
            let weighted = items.iter().map(|(item, name)| {
                let share = format!("coalesce({}, {zero})", build.id(name));
                if item.weight == 1.0 { share } else { format!("{} * {share}", d.number(item.weight)) }
            });
            let weight = items.iter().map(|one| {
                let (weight, name) = (d.number(one.0.weight), build.id(one.1));
                match build.q.scoring.missing {
                    Missing::Exclude => format!("CASE WHEN {name} IS NULL THEN {zero} ELSE {weight} END"),
                    Missing::Zero => format!("{weight} * {}", applies(one)),
                }
            });
            let scored = items.iter().map(|one| format!("CASE WHEN {} IS NULL THEN 0 ELSE 1 END", build.id(one.1)));
            entries.push(format!("{} AS {}", sum(&weighted.collect::<Vec<_>>()), build.of(&name, "total")));
            entries.push(format!("{} AS {}", sum(&weight.collect::<Vec<_>>()), build.of(&name, "weight")));
            entries.push(format!("{} AS {}", sum(&scored.collect::<Vec<_>>()), build.of(&name, "scored")));
            let leaving: Vec<String> = items.iter().map(applies).filter(|term| term != "1").collect();
            let staying = items.len() - leaving.len();
            let all = (staying > 0 || leaving.is_empty()).then(|| staying.to_string());
            let asked = all.into_iter().chain(leaving).collect::<Vec<_>>();
            entries.push(format!("{} AS {}", sum(&asked), build.of(&name, "asked")));
        }
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("sums", &words::sums(build.l, build.q.scoring.missing == Missing::Zero, build.compares_quick()), &body);
}

/// Per respondent and cell the value, where enough is answered.
fn units(build: &Build<'_>, steps: &mut Steps) {
    let d = build.d;
    let mut entries = build.who();
    entries.extend(["role", "quick"].map(str::to_owned));
    for counted in build.counted() {
        for cell in 0..build.q.cells.len() {
            let name = build.cell(cell, counted);
            if items(build, cell, counted).is_empty() {
                entries.push(format!("{} AS {}", d.nothing("BIGINT"), build.id(&name)));
                continue;
            }
            let [total, weight, scored, asked] =
                ["total", "weight", "scored", "asked"].map(|what| build.of(&name, what));
            let least = d.number(build.q.scoring.min_coverage);
            let (unit, half, zero) = (d.number(UNIT), d.number(0.5), d.number(0.0));
            entries.push(format!(
                "CASE WHEN {} / nullif({asked}, 0) >= {least}\n      \
                 THEN CAST(floor({total} / nullif({weight}, {zero}) * {unit} + {half}) AS BIGINT) END AS {}",
                d.double(&scored),
                build.id(&name)
            ));
            if counted == Counted::All {
                entries.extend([scored, asked]);
            }
        }
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("cells", &words::cells(build.l, build.q.scoring.min_coverage), &body);
}

/// Per council, wave and role: sums over its respondents.
fn roles(build: &Build<'_>, steps: &mut Steps) {
    let mut entries = vec!["council".to_owned(), "wave_order".to_owned(), "role".to_owned()];
    entries.extend(["name", "wave"].map(|name| format!("max({name}) AS {name}")));
    entries.extend(build.classes().iter().map(|class| format!("max({class}) AS {class}")));
    entries.push("count(*) AS answered_by".to_owned());
    entries.push("CAST(sum(quick) AS BIGINT) AS quick".to_owned());
    for counted in build.counted() {
        for cell in 0..build.q.cells.len() {
            let name = build.cell(cell, counted);
            let value = build.id(&name);
            entries.push(format!("CAST(sum({value}) AS BIGINT) AS {}", build.of(&name, "sum")));
            entries.push(format!("count({value}) AS {}", build.of(&name, "count")));
            if counted == Counted::All {
                for what in ["scored", "asked"] {
                    let count = build.of(&name, what);
                    entries.push(format!("CAST(sum({count}) AS BIGINT) AS {count}"));
                }
            }
        }
    }
    let body = format!("{}\n  FROM {}\n  GROUP BY council, wave_order, role", select(&entries), steps.from());
    steps.add("roles", words::roles(build.l), &body);
}
