//! From roles to councils. The same cells are read up to four times: for the score, for the pooled score, and like for
//! like with the previous wave, now and before; the steps after this one need not know which.

use super::cells::{Counted, UNIT};
use super::steps::{Steps, select};
use super::{Build, CONSENSUS};
use crate::language::sql as words;
use crate::questionnaire::RoleWeights;

pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    if build.columns().wave {
        waves(build, steps);
    }
    readings(build, steps);
    if build.columns().wave {
        in_both(build, steps);
    }
    means(build, steps);
    councils(build, steps);
}

/// What one wave after the other is compared within: a council, of which what has no wave stands apart.
pub(super) const COMPARABLE: &str = "council, wave_order < 0";

/// For each role of a wave, which waves stand beside it.
fn waves(build: &Build<'_>, steps: &mut Steps) {
    if build.compares_quick() {
        let entries = ["*", "max(quick) OVER (PARTITION BY council, wave_order) AS quick_here"].map(str::to_owned);
        let body = format!("{}\n  FROM {}", select(&entries), steps.from());
        steps.add("quick", words::quick_waves(build.l), &body);
    }
    let waves = format!("OVER (PARTITION BY {COMPARABLE} ORDER BY wave_order RANGE BETWEEN");
    let role = format!("OVER (PARTITION BY {COMPARABLE}, role ORDER BY wave_order)");
    let mut entries = vec![
        "*".to_owned(),
        format!("max(wave_order) {waves} UNBOUNDED PRECEDING AND 1 PRECEDING) AS wave_before"),
        format!("min(wave_order) {waves} 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS wave_after"),
        format!("lag(wave_order) {role} AS role_before"),
        format!("lead(wave_order) {role} AS role_after"),
    ];
    if build.compares_quick() {
        entries.push(format!("lag(quick_here) {role} AS quick_before"));
        entries.push(format!("lead(quick_here) {role} AS quick_after"));
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("waves", words::waves(build.l), &body);
}

/// Each role once for every reading that it is part of.
fn readings(build: &Build<'_>, steps: &mut Steps) {
    let waves = build.columns().wave;
    let words = words::readings(build.l, waves, build.compares_quick());
    let from = every_reading(waves, steps.from());
    if build.compares_quick() {
        let entries = ["*".to_owned(), format!("CASE WHEN {QUICK_ONLY} THEN 1 ELSE 0 END AS quick_only")];
        steps.add("readings", &words, &format!("{}\n  {from}", select(&entries)));
        let body = format!("{}\n  FROM {}", select(&counted(build)), steps.from());
        steps.add("counted", words::counted(build.l), &body);
    } else {
        steps.add("readings", &words, &format!("{}\n  {from}", select(&counted(build))));
    }
}

/// Whether a reading counts the questions of the quick scan only.
const QUICK_ONLY: &str = "reading IN ('now', 'before')\n      AND (quick_here > 0 OR CASE reading WHEN 'now' THEN \
                          quick_before ELSE quick_after END > 0)\n     ";

/// Where the readings come from.
fn every_reading(waves: bool, from: &str) -> String {
    let names: &[&str] = if waves { &["score", "pooled", "now", "before"] } else { &["score", "pooled"] };
    let list: Vec<String> = names.iter().map(|name| format!("SELECT '{name}' AS reading")).collect();
    let mut which = vec!["reading = 'score'".to_owned(), format!("(reading = 'pooled' AND role <> '{CONSENSUS}')")];
    if waves {
        which.push("(reading = 'now' AND role_before = wave_before)".to_owned());
        which.push("(reading = 'before' AND role_after = wave_after)".to_owned());
    }
    let list = list.join("\n    UNION ALL ");
    format!("FROM {from} CROSS JOIN (\n    {list}\n  ) AS readings\n  WHERE {}", which.join("\n    OR "))
}

/// What a reading counts, and for which wave.
fn counted(build: &Build<'_>) -> Vec<String> {
    let mut entries = vec!["council".to_owned()];
    entries.push(if build.columns().wave {
        "CASE WHEN reading = 'before' THEN wave_after ELSE wave_order END AS wave_order".into()
    } else {
        "wave_order".into()
    });
    entries.extend(beside_cells(build));
    if build.columns().wave {
        entries.push("CASE WHEN reading IN ('now', 'before') THEN 'change' ELSE reading END AS purpose".into());
    }
    for cell in 0..build.q.cells.len() {
        let of = |what: &str| {
            let all = build.of(&build.cell(cell, Counted::All), what);
            if build.compares_quick() {
                let quick = build.of(&build.cell(cell, Counted::Quick), what);
                format!("CASE WHEN quick_only = 1 THEN {quick} ELSE {all} END AS {all}")
            } else {
                all
            }
        };
        let all = build.cell(cell, Counted::All);
        entries.extend([of("sum"), of("count"), build.of(&all, "scored"), build.of(&all, "asked")]);
    }
    entries
}

/// What a reading has besides its cells.
fn beside_cells(build: &Build<'_>) -> Vec<String> {
    let mut entries = ["reading", "role", "name", "wave", "answered_by", "quick"].map(str::to_owned).to_vec();
    entries.extend(build.classes());
    entries
}

/// Of what is compared like for like, only the cells in which the same roles have a value in both waves. The other
/// readings have one row of each role, which is always like itself.
fn in_both(build: &Build<'_>, steps: &mut Steps) {
    let mut entries = vec!["*".to_owned()];
    for name in &build.names.cells {
        let count = build.of(name, "count");
        let alike = format!("min({count}) OVER both_waves > 0 OR max({count}) OVER both_waves = 0");
        entries.push(format!("CASE WHEN {alike} THEN 1 ELSE 0 END AS {}", build.of(name, "alike")));
    }
    let both = "WINDOW both_waves AS (PARTITION BY council, wave_order, purpose, role)";
    let body = format!("{}\n  FROM {}\n  {both}", select(&entries), steps.from());
    steps.add("alike", words::alike(build.l), &body);

    let mut entries = ["council", "wave_order"].map(str::to_owned).to_vec();
    entries.extend(beside_cells(build));
    for name in &build.names.cells {
        let [sum, count, alike] = ["sum", "count", "alike"].map(|what| build.of(name, what));
        let kept = |value: &str| format!("CASE WHEN min({alike}) OVER all_roles = 1 THEN {value} END AS {value}");
        entries.extend([kept(&sum), kept(&count), build.of(name, "scored"), build.of(name, "asked")]);
    }
    // What they answered together stands beside the roles.
    let together = match build.columns().role {
        true => format!(", CASE WHEN role = '{CONSENSUS}' THEN 1 ELSE 0 END"),
        false => String::new(),
    };
    let all = format!("WINDOW all_roles AS (PARTITION BY council, wave_order, purpose{together})");
    let body = format!("{}\n  FROM {}\n  {all}", select(&entries), steps.from());
    steps.add("in_both", words::in_both(build.l), &body);
}

/// The mean of the respondents of each role; and of what they answered together, which stands beside the roles, the same
/// with the counts behind it.
fn means(build: &Build<'_>, steps: &mut Steps) {
    let mut entries = vec!["*".to_owned()];
    let together = |value: &str| format!("CASE WHEN role = '{CONSENSUS}' THEN {value} END");
    if build.columns().role {
        entries.push(format!("CASE WHEN role = '{CONSENSUS}' THEN 0 ELSE answered_by END AS by_people"));
    }
    for name in &build.names.cells {
        let mean = format!("{} / nullif({}, 0)", build.d.double(&build.of(name, "sum")), build.of(name, "count"));
        entries.push(format!("{mean} AS {}", build.of(name, "mean")));
        if build.columns().role {
            entries.push(format!("{} AS {}", together(&mean), build.of(name, "together")));
            for what in ["scored", "asked"] {
                let (all, of_these) = (build.of(name, what), build.of(name, &format!("{what} together")));
                entries.push(format!("{} AS {of_these}", together(&all)));
            }
        }
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("means", &words::means(build.l, build.columns().role), &body);
}

/// The cells of a council, 0 to 1, and the counts behind them.
fn councils(build: &Build<'_>, steps: &mut Steps) {
    let has_roles = build.columns().role;
    let mut entries = ["council", "wave_order", "reading"].map(str::to_owned).to_vec();
    entries.extend(["name", "wave"].map(|name| format!("max({name}) AS {name}")));
    entries.extend(build.classes().iter().map(|class| format!("max({class}) AS {class}")));
    let people = if has_roles { "by_people" } else { "answered_by" };
    entries.push(format!("CAST(sum({people}) AS BIGINT) AS respondents"));
    entries.push("CAST(sum(answered_by) AS BIGINT) AS answered_by".to_owned());
    entries.push("CAST(sum(quick) AS BIGINT) AS quick".to_owned());
    for name in &build.names.cells {
        entries.push(format!("{} AS {}", council_cell(build, name), build.id(name)));
        for what in ["scored", "asked"] {
            let all = build.of(name, what);
            let total = format!("sum({all})");
            let total = if has_roles {
                let decides = format!("max({}) IS NOT NULL OR sum(by_people) = 0", build.of(name, "together"));
                let together = format!("sum({})", build.of(name, &format!("{what} together")));
                format!("CASE WHEN {decides} THEN {together} ELSE {total} - coalesce({together}, 0) END")
            } else {
                total
            };
            entries.push(format!("CAST({total} AS BIGINT) AS {all}"));
        }
    }
    let body = format!("{}\n  FROM {}\n  GROUP BY council, wave_order, reading", select(&entries), steps.from());
    steps.add("councils", &words::councils(build.l, &rule(build), has_roles), &body);
}

/// What they answered together where that has a score, else the mean of the roles. That of the consensus need not be kept
/// out of the mean: where it has one, that decides.
fn council_cell(build: &Build<'_>, name: &str) -> String {
    let d = build.d;
    let unit = d.number(UNIT);
    let [sum, count, mean, together] = ["sum", "count", "mean", "together"].map(|what| build.of(name, what));
    if !build.columns().role {
        return format!("max({mean}) / {unit}");
    }
    let pooled = format!("{} / nullif(sum({count}), 0)", d.double(&format!("sum({sum})")));
    let by_role = match &build.q.scoring.roles {
        RoleWeights::Pooled => None,
        RoleWeights::Equal => Some(format!("avg({mean})")),
        RoleWeights::Weighted(weights) => {
            let of = build.q.roles.iter().zip(weights).filter(|(_, weight)| **weight != 1.0);
            let cases: String =
                of.map(|(role, &weight)| format!(" WHEN {} THEN {}", d.text(&role.id), d.number(weight))).collect();
            let one = d.number(1.0);
            let weight = if cases.is_empty() { one } else { format!("CASE role{cases} ELSE {one} END") };
            Some(format!("sum({weight} * {mean})\n        / sum(CASE WHEN {mean} IS NOT NULL THEN {weight} END)"))
        }
    };
    let value = match by_role {
        None => pooled,
        Some(by_role) => format!("CASE WHEN reading = 'pooled' THEN {pooled}\n      ELSE {by_role} END"),
    };
    format!("coalesce(max({together}),\n      {value}) / {unit}")
}

/// What the roles weigh, in words.
fn rule(build: &Build<'_>) -> String {
    match &build.q.scoring.roles {
        RoleWeights::Equal => words::roles_equal(build.l),
        RoleWeights::Pooled => words::roles_pooled(build.l),
        RoleWeights::Weighted(_) => words::roles_weighted(build.l),
    }
}
