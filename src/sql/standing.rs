//! The last of the statement: the columns of `peil score`, in their order.

use super::dimensions::has_cells;
use super::steps::{Steps, select};
use super::{Build, Request};
use crate::language::sql as words;
use crate::questionnaire::Questionnaire;

/// The columns that come out.
pub(super) fn written(q: &Questionnaire, request: &Request) -> Vec<String> {
    let mut written: Vec<String> = ["council", "name", "wave", "scan"].map(str::to_owned).to_vec();
    written.extend(request.columns.classes.iter().cloned());
    written.extend(["overall", "pooled"].map(str::to_owned));
    written.extend(q.dimensions.iter().map(|dimension| dimension.id.clone()));
    written.push("coverage".to_owned());
    written.extend(q.dimensions.iter().map(|dimension| format!("coverage_{}", dimension.id)));
    let last = ["stage", "rank", "percentile", "respondents", "peers", "delta", "delta_like_for_like"];
    written.extend(last.map(str::to_owned));
    written
}

pub(super) fn query(build: &Build<'_>, steps: &mut Steps) -> String {
    places(build, steps);
    let (q, d, waves) = (build.q, build.d, build.columns().wave);
    let double = |has: bool, value: String| if has { value } else { d.nothing(d.double_type()) };
    let mut values: Vec<String> = ["council", "name", "wave", "scan"].map(str::to_owned).to_vec();
    values.extend(build.classes());
    values.extend(["overall", "pooled"].map(str::to_owned));
    let dimensions = || (0..q.dimensions.len()).map(|index| (has_cells(build, index), &build.names.dimensions[index]));
    values.extend(dimensions().map(|(has, name)| double(has, build.id(name))));
    values.push("coverage".to_owned());
    values.extend(dimensions().map(|(has, name)| double(has, build.of(name, "coverage"))));
    values.push(stage(build));
    let known = known(build);
    values.push(format!("CASE WHEN {known} THEN above + 1 END"));
    let percentile =
        format!("{} * (below + {} / {}) / nullif(peers, 0)", d.number(100.0), d.double("equal"), d.number(2.0));
    values.push(format!("CASE WHEN {known} THEN {percentile} END"));
    values.push("respondents".to_owned());
    values.push("peers".to_owned());
    values.push(double(waves, "overall - previous".to_owned()));
    values.push(double(waves, "now - before".to_owned()));
    let columns = written(q, build.request);
    let entries: Vec<String> =
        values.iter().zip(&columns).map(|(value, column)| format!("{value} AS {}", d.identifier(column))).collect();
    let list = entries.join(",\n  ");
    let comment = super::comment::lines("", &format!("{}. {}", steps.next(), words::columns(build.l)));
    let order = format!("{}.council{}, {}.wave_order", steps.from(), d.by_bytes(), steps.from());
    format!("\n\n{comment}SELECT\n  {list}\nFROM {}\nORDER BY {order};\n", steps.from())
}

/// Whether the council has a score, and a class where one is asked for.
fn known(build: &Build<'_>) -> String {
    let all = ["comparable".to_owned()].into_iter().chain(within(build));
    all.map(|name| format!("{name} IS NOT NULL")).collect::<Vec<_>>().join(" AND ")
}

/// The classes within which councils are compared.
fn within(build: &Build<'_>) -> Vec<String> {
    let columns = build.columns();
    let all = columns.classes.iter().zip(build.classes());
    all.filter(|(class, _)| columns.within.contains(class)).map(|(_, name)| name).collect()
}

/// Who stands above, below and beside whom.
fn places(build: &Build<'_>, steps: &mut Steps) {
    let within = within(build);
    let peers = ["wave_order", "scan"].map(str::to_owned).into_iter().chain(within.clone());
    let peers = peers.collect::<Vec<_>>().join(", ");
    let all = format!("count(comparable) OVER (PARTITION BY {peers})");
    let all = if within.is_empty() {
        all
    } else {
        let known = within.iter().map(|class| format!("{class} IS NOT NULL")).collect::<Vec<_>>().join(" AND ");
        format!("CASE WHEN {known} THEN {all} ELSE 0 END")
    };
    // Those without a score stand apart, so that they are above and below nobody.
    let scored = "CASE WHEN comparable IS NULL THEN 0 ELSE 1 END";
    let ranked = |order: &str| format!("rank() OVER (PARTITION BY {peers}, {scored} ORDER BY comparable{order}) - 1");
    let entries = [
        "*".to_owned(),
        format!("{} AS above", ranked(" DESC")),
        format!("{} AS below", ranked("")),
        format!("count(*) OVER (PARTITION BY {peers}, comparable) AS equal"),
        format!("{all} AS peers"),
    ];
    let body = format!("{}\n  FROM {}", select(&entries), steps.from());
    steps.add("places", words::places(build.l, !within.is_empty()), &body);
}

/// The highest stage that starts at or under the score, where enough is answered to name one.
fn stage(build: &Build<'_>) -> String {
    let (q, d) = (build.q, build.d);
    if q.scale.stages.is_empty() {
        return d.nothing(d.text_type());
    }
    let cases = q.scale.stages.iter().rev().map(|stage| {
        format!("\n    WHEN comparable >= {} THEN {}", q.scoring.comparable(stage.from), d.text(&stage.id))
    });
    format!(
        "CASE\n    WHEN coverage < {} THEN NULL{}\n  END",
        d.number(q.scoring.stage_coverage),
        cases.collect::<String>()
    )
}
