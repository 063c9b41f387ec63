//! The content that is hashed as a tree of JSON: what is written by hand elsewhere, made in another way to compare.

use serde_json::{Value, json};

use super::not_applicable;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::choice::Choice;
use crate::questionnaire::condition::{Condition, Test};
use crate::questionnaire::question::{Kind, Question, Range};
use crate::questionnaire::scoring::{Missing, RoleWeights};

pub(super) fn canonical(q: &Questionnaire) -> Value {
    let dimension = |index: usize| q.dimensions[index].id.as_str();
    let dimensions: Vec<Value> = q
        .dimensions
        .iter()
        .map(|d| json!({"id": d.id, "axis": q.axes[d.axis].id, "parent": d.parent.map(dimension), "weight": d.weight}))
        .collect();
    let cells: Vec<Value> = q
        .cells
        .iter()
        .map(|cell| json!({"at": cell.at.iter().map(|&d| dimension(d)).collect::<Vec<_>>(), "weight": cell.weight}))
        .collect();
    let stages: Vec<Value> = q.scale.stages.iter().map(|stage| json!({"id": stage.id, "from": stage.from})).collect();
    json!({
        "id": q.id,
        "scale": {"max": q.scale.max, "stages": stages},
        "axes": q.axes.iter().map(|axis| axis.id.as_str()).collect::<Vec<_>>(),
        "dimensions": dimensions,
        "cells": cells,
        "roles": q.roles.iter().map(|role| role.id.as_str()).collect::<Vec<_>>(),
        "scoring": {
            "min_coverage": q.scoring.min_coverage,
            "stage_coverage": q.scoring.stage_coverage,
            "compare_decimals": q.scoring.compare_decimals,
            "missing": match q.scoring.missing { Missing::Exclude => "exclude", Missing::Zero => "zero" },
            "roles": match &q.scoring.roles {
                RoleWeights::Equal => json!("equal"),
                RoleWeights::Pooled => json!("pooled"),
                RoleWeights::Weighted(weights) => json!(weights),
            },
        },
        "questions": q.questions.iter().map(|one| question(q, one)).collect::<Vec<_>>(),
    })
}

fn question(q: &Questionnaire, question: &Question) -> Value {
    json!({
        "id": question.id,
        "at": question.at.iter().map(|&d| q.dimensions[d].id.as_str()).collect::<Vec<_>>(),
        "kind": kind(&question.kind),
        "weight": question.weight,
        "reverse": question.reverse,
        "when": question.when.as_ref().map(|when| condition(q, when)),
        "roles": question.roles.as_ref().map(|roles| roles.iter().map(|&r| q.roles[r].id.as_str()).collect::<Vec<_>>()),
        "not_applicable": not_applicable(question.not_applicable),
        "paper_and_practice": question.paper_and_practice,
        "quick": question.quick,
    })
}

/// Words of their own, so that renaming a variant does not unbind answers.
fn kind(kind: &Kind) -> Value {
    let list = |choices: &[Choice], range: &Range| {
        let choices: Vec<Value> =
            choices.iter().map(|c| json!({"id": c.id, "value": c.value, "exclusive": c.exclusive})).collect();
        json!({"choices": choices, "lowest_to_highest": *range == Range::LowestToHighest})
    };
    let content = match kind {
        Kind::Choice { choices, range } => list(choices, range),
        // Ticking nothing is worth nothing, so that boxes have one range only.
        Kind::Multiple { choices } => list(choices, &Range::FromZero),
        Kind::Rating { from, to } => json!({"from": from, "to": to}),
        Kind::Number { from, to } => json!({"from": from, "to": to}),
        Kind::YesNo | Kind::Text => Value::Null,
        Kind::Grid { rows, choices, range } => {
            let highest = |row: Option<usize>| row.map(|index| choices[index].id.as_str());
            let rows: Vec<Value> =
                rows.iter().map(|row| json!({"id": row.id, "highest": highest(row.highest)})).collect();
            json!({"rows": rows, "choices": list(choices, range)})
        }
    };
    json!({"type": kind.word(), "content": content})
}

fn condition(q: &Questionnaire, when: &Condition) -> Value {
    let list = |all: &[Condition]| all.iter().map(|one| condition(q, one)).collect::<Vec<_>>();
    match when {
        Condition::All(all) => json!({"all": list(all)}),
        Condition::Any(any) => json!({"any": list(any)}),
        Condition::Not(inner) => json!({"not": condition(q, inner)}),
        Condition::Answer { column, test } => {
            let test = match test {
                Test::Is(options) => json!({"is": options}),
                Test::AtLeast(value) => json!({"at_least": value}),
                Test::AtMost(value) => json!({"at_most": value}),
                Test::Answered(given) => json!({"answered": given}),
            };
            json!({ q.columns[*column].id.as_str(): test })
        }
    }
}
