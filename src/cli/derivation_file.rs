//! Where a number comes from, for programs: `peil.derivation/1`. Numbers are unrounded.

use peil::comparison::Batch;
use peil::questionnaire::{Missing, Questionnaire, RoleWeights};
use peil::responses::{Coded, Wave};
use peil::scores::{Derivation, Given, Part};
use serde_json::{Map, Value, json};

/// What a derivation says that it is.
pub(crate) const FORMAT: &str = "peil.derivation/1";

/// The derivation of a number of one group as one object; its shape is that of `schemas/derivation.schema.json`.
///
/// # Errors
/// When it cannot be written as JSON, which is a bug.
pub(crate) fn json(batch: &Batch<'_>, group: usize, derivation: &Derivation) -> Result<String, serde_json::Error> {
    let q = batch.rubric().questionnaire();
    let known = batch.group(group);
    let wave = match known.wave {
        Some(Wave::Day(day)) => json!(day.to_string()),
        Some(Wave::Number(number)) => json!(number),
        None => Value::Null,
    };
    let report = json!({
        "format": FORMAT,
        "questionnaire": {"id": q.id, "version": q.version, "hash": q.hash},
        "scale_max": q.scale.max,
        "scoring": {
            "min_coverage": q.scoring.min_coverage,
            "missing": if q.scoring.missing == Missing::Zero { "zero" } else { "exclude" },
            "roles": role_weights(q),
        },
        "council": batch.id(group),
        "name": batch.name(group),
        "wave": wave,
        "respondents": known.respondents,
        "number": node(batch, derivation, None),
    });
    let mut text = serde_json::to_string_pretty(&report)?;
    text.push('\n');
    Ok(text)
}

fn role_weights(q: &Questionnaire) -> Value {
    match &q.scoring.roles {
        RoleWeights::Equal => json!("equal"),
        RoleWeights::Pooled => json!("pooled"),
        RoleWeights::Weighted(weights) => {
            q.roles.iter().zip(weights).map(|(role, weight)| (role.id.clone(), json!(weight))).collect()
        }
    }
}

/// A number, what it weighs in the one above it, and its parts.
fn node(batch: &Batch<'_>, derivation: &Derivation, weight: Option<f64>) -> Value {
    let mut object = Map::new();
    what(batch, derivation, &mut object);
    if let Some(weight) = weight {
        object.insert("weight".into(), json!(weight));
    }
    object.insert("score".into(), json!(derivation.outcome.score()));
    object.insert("scored".into(), json!(derivation.coverage.scored));
    object.insert("applicable".into(), json!(derivation.coverage.applicable));
    let parts = &derivation.contributions;
    if !parts.is_empty() || !matches!(derivation.part, Part::Item(..) | Part::Row(..)) {
        let parts: Vec<Value> = parts.iter().map(|part| node(batch, &part.derivation, Some(part.weight))).collect();
        object.insert("parts".into(), json!(parts));
    }
    Value::Object(object)
}

/// What the number is about: `part`, and what tells it from its like.
fn what(batch: &Batch<'_>, derivation: &Derivation, object: &mut Map<String, Value>) {
    let q = batch.rubric().questionnaire();
    let dimension = |index: usize| q.dimensions[index].id.as_str();
    let (part, id) = match derivation.part {
        Part::Overall => ("overall", Value::Null),
        Part::Dimension(index) => ("dimension", json!(dimension(index))),
        Part::Cell(index) => {
            let at: Vec<&str> = q.cells[index].at.iter().map(|&leaf| dimension(leaf)).collect();
            ("cell", json!(at.join("×")))
        }
        Part::Role(role) if role == batch.tally().consensus() => ("consensus", Value::Null),
        Part::Role(role) => ("role", json!(q.roles.get(role).map(|role| role.id.as_str()))),
        // Counted from 1, as on the terminal.
        Part::Respondent(index) => ("respondent", json!(index + 1)),
        Part::Item(item, _) => ("question", json!(q.items[item].id)),
        Part::Row(column, _) => ("row", json!(q.columns[column].id)),
    };
    object.insert("part".into(), json!(part));
    if !id.is_null() || part == "role" {
        object.insert("id".into(), id);
    }
    let answered = match derivation.part {
        Part::Item(item, given) if q.items[item].columns.len() == 1 => Some((q.items[item].columns.start, given)),
        Part::Row(column, given) => Some((column, given)),
        _ => None,
    };
    if let Part::Item(_, given) | Part::Row(_, given) = derivation.part {
        object.insert("asked".into(), json!(given.asked));
    }
    if let Some((column, Given { code, wide, partner, .. })) = answered {
        object.insert("answer".into(), json!(batch.rubric().codec().written(column, Coded { code, wide })));
        if partner {
            object.insert("via".into(), json!("partner"));
        }
    }
}
