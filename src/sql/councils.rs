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
    means(build, steps);
    councils(build, steps);
}

/// For each role of a wave, which waves stand beside it.
fn waves(build: &Build<'_>, steps: &mut Steps) {
    if build.compares_quick() {
        let entries = ["*", "max(quick) OVER (PARTITION BY council, wave_order) AS quick_here"].map(str::to_owned);
        let body = format!("{}\n  FROM {}", select(&entries), steps.from());
        steps.add("quick", words::quick_waves(build.l), &body);
    }
    let waves = "OVER (PARTITION BY council ORDER BY wave_order RANGE BETWEEN";
    let role = "OVER (PARTITION BY council, role ORDER BY wave_order)";
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

/// Each role once for every reading that it is part of, with the means of its respondents.
fn readings(build: &Build<'_>, steps: &mut Steps) {
    let waves = build.columns().wave;
    let mut entries = vec!["council".to_owned()];
    entries.push(if waves {
        "CASE WHEN reading = 'before' THEN wave_after ELSE wave_order END AS wave_order".into()
    } else {
        "wave_order".into()
    });
    entries.extend(["reading", "role", "name", "wave", "answered_by", "quick"].map(str::to_owned));
    entries.extend(build.classes());
    for cell in 0..build.q.cells.len() {
        let of = |what: &str| {
            let all = build.of(&build.cell(cell, Counted::All), what);
            if build.compares_quick() {
                let quick = build.of(&build.cell(cell, Counted::Quick), what);
                format!("CASE WHEN {} THEN {quick} ELSE {all} END AS {all}", quick_only())
            } else {
                all
            }
        };
        let all = build.cell(cell, Counted::All);
        entries.extend([of("sum"), of("count"), build.of(&all, "scored"), build.of(&all, "asked")]);
    }
    let names: &[&str] = if waves { &["score", "pooled", "now", "before"] } else { &["score", "pooled"] };
    let list: Vec<String> = names.iter().map(|name| format!("SELECT '{name}' AS reading")).collect();
    let mut which = vec!["reading = 'score'".to_owned(), format!("(reading = 'pooled' AND role <> '{CONSENSUS}')")];
    if waves {
        which.push("(reading = 'now' AND role_before = wave_before)".to_owned());
        which.push("(reading = 'before' AND role_after = wave_after)".to_owned());
    }
    let body = format!(
        "{}\n  FROM {} CROSS JOIN ({}) AS readings\n  WHERE {}",
        select(&entries),
        steps.from(),
        list.join(" UNION ALL "),
        which.join("\n    OR ")
    );
    steps.add("readings", &words::readings(build.l, waves, build.compares_quick()), &body);
}

/// Whether a reading counts the questions of the quick scan only.
fn quick_only() -> &'static str {
    "reading IN ('now', 'before') AND (quick_here > 0 OR CASE reading WHEN 'now' THEN quick_before ELSE quick_after END > 0)"
}

/// The mean of the respondents of each role.
fn means(build: &Build<'_>, steps: &mut Steps) {
    let mut entries = vec!["*".to_owned()];
    for name in &build.names.cells {
        let sum = build.d.double(&build.of(name, "sum"));
        entries.push(format!("{sum} / nullif({}, 0) AS {}", build.of(name, "count"), build.of(name, "mean")));
    }
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("means", words::means(build.l), &body);
}

/// The cells of a council, 0 to 1, and the counts behind them.
fn councils(build: &Build<'_>, steps: &mut Steps) {
    let has_roles = build.columns().role;
    let mut entries = ["council", "wave_order", "reading"].map(str::to_owned).to_vec();
    entries.extend(["name", "wave"].map(|name| format!("max({name}) AS {name}")));
    entries.extend(build.classes().iter().map(|class| format!("max({class}) AS {class}")));
    let people = people(build, "sum(answered_by)");
    entries.push(format!("CAST(coalesce({people}, 0) AS BIGINT) AS respondents"));
    entries.push("CAST(sum(answered_by) AS BIGINT) AS answered_by".to_owned());
    entries.push("CAST(sum(quick) AS BIGINT) AS quick".to_owned());
    for name in &build.names.cells {
        entries.push(format!("{} AS {}", council_cell(build, name), build.id(name)));
        for what in ["scored", "asked"] {
            let items = build.of(name, what);
            let total = format!("sum({items})");
            let total = if has_roles {
                let counted = together(&format!("sum({})", build.of(name, "count")));
                format!(
                    "CASE WHEN {counted} > 0 OR {} = 0\n      THEN {}\n      ELSE {} END",
                    self::people(build, "count(*)"),
                    together(&total),
                    self::people(build, &total)
                )
            } else {
                total
            };
            entries.push(format!("CAST({total} AS BIGINT) AS {items}"));
        }
    }
    let body = format!("{}\n  FROM {}\n  GROUP BY council, wave_order, reading", select(&entries), steps.from());
    steps.add("councils", &words::councils(build.l, &rule(build), has_roles), &body);
}

/// An aggregate over the roles of people; without roles, over all.
fn people(build: &Build<'_>, aggregate: &str) -> String {
    if build.columns().role {
        format!("{aggregate} FILTER (WHERE role <> '{CONSENSUS}')")
    } else {
        aggregate.to_owned()
    }
}

/// An aggregate over what they answered together.
fn together(aggregate: &str) -> String {
    format!("{aggregate} FILTER (WHERE role = '{CONSENSUS}')")
}

/// What they answered together where that has a score, else the mean of the roles.
fn council_cell(build: &Build<'_>, name: &str) -> String {
    let d = build.d;
    let unit = d.number(UNIT);
    let [sum, count, mean] = ["sum", "count", "mean"].map(|what| build.of(name, what));
    if !build.columns().role {
        return format!("max({mean}) / {unit}");
    }
    let over = |aggregate: String| people(build, &aggregate);
    let pooled =
        format!("{}\n        / nullif({}, 0)", d.double(&over(format!("sum({sum})"))), over(format!("sum({count})")));
    let by_role = match &build.q.scoring.roles {
        RoleWeights::Pooled => None,
        RoleWeights::Equal => Some(over(format!("avg({mean})"))),
        RoleWeights::Weighted(weights) => {
            let of = build.q.roles.iter().zip(weights).filter(|(_, weight)| **weight != 1.0);
            let cases: String =
                of.map(|(role, &weight)| format!(" WHEN {} THEN {}", d.text(&role.id), d.number(weight))).collect();
            let one = d.number(1.0);
            let weight = if cases.is_empty() { one } else { format!("CASE role{cases} ELSE {one} END") };
            let weighted = over(format!("sum({weight} * {mean})"));
            let weights = over(format!("sum(CASE WHEN {mean} IS NOT NULL THEN {weight} END)"));
            Some(format!("{weighted}\n        / {weights}"))
        }
    };
    let value = match by_role {
        None => pooled,
        Some(by_role) => format!("CASE WHEN reading = 'pooled' THEN {pooled}\n      ELSE {by_role} END"),
    };
    format!("coalesce(\n      {},\n      {value}) / {unit}", together(&format!("max({mean})")))
}

/// What the roles weigh, in words.
fn rule(build: &Build<'_>) -> String {
    match &build.q.scoring.roles {
        RoleWeights::Equal => words::roles_equal(build.l),
        RoleWeights::Pooled => words::roles_pooled(build.l),
        RoleWeights::Weighted(_) => words::roles_weighted(build.l),
    }
}
