//! The content hash: what answers are bound to.
//!
//! It is taken over the parsed questionnaire as JSON with sorted keys and without its texts, its version, its minutes,
//! its advice and its golden tests: everything that decides what an answer means and what it is worth, and nothing else.
//! So another line ending or a corrected typo does not unbind answers. What a question or a choice was before is not in it
//! either: it says how to read answers of earlier versions, which carry another hash, and changes nothing about those of
//! this one; a forgotten `was` may be added without unbinding them.

use serde_json::{Value, json};

use super::Questionnaire;
use super::choice::Choice;
use super::condition::{Condition, Test};
use super::question::{Kind, NotApplicable, Question, Range};
use super::scoring::{Missing, RoleWeights};

/// `b3:` and the BLAKE3 hash of the canonical content, in hexadecimal.
pub(super) fn content_hash(questionnaire: &Questionnaire) -> String {
    // Texts and numbers only: writing them cannot fail.
    let content = serde_json::to_vec(&canonical(questionnaire)).unwrap_or_default();
    format!("b3:{}", blake3::hash(&content).to_hex())
}

fn canonical(q: &Questionnaire) -> Value {
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
fn not_applicable(offered: NotApplicable) -> &'static str {
    match offered {
        NotApplicable::NotOffered => "NotOffered",
        NotApplicable::ReasonOptional => "ReasonOptional",
        NotApplicable::ReasonRequired => "ReasonRequired",
    }
}

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

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::source::Sources;

    const QUESTIONNAIRE: &str = "\
peil: questionnaire/1
id: t
version: 1.0.0
languages: [en]
title: T
scale: {max: 4, stages: [{id: low, from: 0, title: Low}]}
axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]
questions:
  - {id: q, at: {a: d}, ask: Q, type: rating, from: 1, to: 5}
  - {id: r, at: {a: d}, ask: R, type: choice, choices: [{id: x, value: 0, label: X}, {id: w, value: 1, label: Y}]}
";

    fn hash(text: &str) -> String {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("q.yaml", text);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        crate::questionnaire::parse(&node, &mut out).unwrap_or_else(|| panic!("{:?} in {text}", out.sorted())).hash
    }

    #[test]
    fn the_hash_is_that_of_this_text_in_every_version_of_peil() {
        // Written by hand. Whoever has to change it unbinds all answers that were ever given.
        let content = concat!(
            r#"{"axes":["a"],"cells":[{"at":["d"],"weight":1.0}],"#,
            r#""dimensions":[{"axis":"a","id":"d","parent":null,"weight":1.0}],"id":"t","questions":["#,
            r#"{"at":["d"],"id":"q","kind":{"content":{"from":1,"to":5},"type":"rating"},"not_applicable":"NotOffered","#,
            r#""paper_and_practice":false,"quick":false,"reverse":false,"roles":null,"weight":1.0,"when":null},"#,
            r#"{"at":["d"],"id":"r","kind":{"content":{"choices":[{"exclusive":false,"id":"x","value":0.0},"#,
            r#"{"exclusive":false,"id":"w","value":1.0}],"lowest_to_highest":false},"type":"choice"},"#,
            r#""not_applicable":"NotOffered","paper_and_practice":false,"quick":false,"reverse":false,"roles":null,"#,
            r#""weight":1.0,"when":null}],"roles":[],"scale":{"max":4.0,"stages":[{"from":0.0,"id":"low"}]},"#,
            r#""scoring":{"compare_decimals":9,"min_coverage":0.6,"missing":"exclude","roles":"equal","#,
            r#""stage_coverage":0.8}}"#,
        );
        assert_eq!(hash(QUESTIONNAIRE), format!("b3:{}", blake3::hash(content.as_bytes()).to_hex()));
    }

    #[test]
    fn words_do_not_change_the_hash() {
        for (old, new) in [
            ("title: T", "title: Another title"),
            ("ask: Q", "ask: What?, help: Help"),
            ("label: X", "label: Never"),
            ("title: D", "title: D, asks: Why?"),
            ("version: 1.0.0", "version: 1.0.1\nminutes: 1\nlicence: CC0-1.0"),
            ("ask: Q", "ask: Q, since: 1.0.0, was: [s, t]"),
            ("label: X", "label: X, was: z"),
            ("questions:", "dropped: [{id: z, since: 1.0.0}]\nquestions:"),
            ("\n", "\r\n"),
            ("max: 4", "max: 4.0"),
        ] {
            assert_eq!(hash(&QUESTIONNAIRE.replace(old, new)), hash(QUESTIONNAIRE), "{new}");
        }
    }

    #[test]
    fn whatever_changes_what_an_answer_is_worth_changes_the_hash() {
        for (old, new) in [
            ("max: 4", "max: 5"),
            ("from: 0, title", "from: 0, title: Low}, {id: high, from: 1, title"),
            ("from: 1, to", "from: 0, to"),
            ("to: 5", "to: 5, weight: 2"),
            ("to: 5", "to: 5, reverse: true"),
            ("to: 5", "to: 5, quick: true"),
            ("to: 5", "to: 5, not_applicable: true"),
            ("to: 5", "to: 5, not_applicable: {reason: required}"),
            ("to: 5", "to: 5, paper_and_practice: true"),
            ("ask: R", "ask: R, when: {q: {at_least: 3}}"),
            ("ask: R", "ask: R, range: lowest-to-highest"),
            ("value: 1", "value: 2"),
            ("id: w", "id: z"),
            ("questions:", "scoring: {missing: zero}\nquestions:"),
            ("questions:", "scoring: {roles: pooled}\nquestions:"),
            ("questions:", "scoring: {compare_decimals: 1}\nquestions:"),
            ("questions:", "scoring: {min_coverage: 0.5}\nquestions:"),
            ("questions:", "scoring: {stage_coverage: 0.5}\nquestions:"),
            ("questions:", "roles: [{id: ict, title: ICT}]\nquestions:"),
        ] {
            assert_ne!(hash(&QUESTIONNAIRE.replacen(old, new, 1)), hash(QUESTIONNAIRE), "{new}");
        }
    }
}
