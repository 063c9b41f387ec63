//! The content hash: what answers are bound to.
//!
//! It is taken over the parsed questionnaire as JSON with sorted keys and without its texts, its version, its minutes,
//! its advice and its golden tests: everything that decides what an answer means and what it is worth, and nothing else.
//! So another line ending or a corrected typo does not unbind answers. What a question or a choice was before is not in it
//! either: it says how to read answers of earlier versions, which carry another hash, and changes nothing about those of
//! this one; a forgotten `was` may be added without unbinding them.

#[cfg(test)]
mod tree;

use serde::Serialize;

use super::Questionnaire;
use super::choice::Choice;
use super::condition::{Condition, Test};
use super::question::{Kind, NotApplicable, Question, Range};
use super::scoring::{Missing, RoleWeights};

/// The hash of everything that decides what an answer is worth.
pub(super) fn content_hash(questionnaire: &Questionnaire) -> String {
    let mut json = Json(Vec::with_capacity(512 * (questionnaire.questions.len() + 1)));
    json.questionnaire(questionnaire);
    format!("b3:{}", blake3::hash(&json.0).to_hex())
}

/// JSON as it is written, whose keys are put down in order, since a tree of them takes longer to build than all else
/// that is done with a questionnaire.
struct Json(Vec<u8>);

impl Json {
    fn raw(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A text, a number, a truth, or nothing.
    fn value(&mut self, value: impl Serialize) {
        // Writing such a value to memory cannot fail.
        let _ = serde_json::to_writer(&mut self.0, &value);
    }

    /// What stands before a value, and the value.
    fn field(&mut self, before: &str, value: impl Serialize) {
        self.raw(before);
        self.value(value);
    }

    fn list<T>(&mut self, before: &str, items: impl IntoIterator<Item = T>, mut one: impl FnMut(&mut Json, T)) {
        self.raw(before);
        self.raw("[");
        for (index, item) in items.into_iter().enumerate() {
            self.raw(if index == 0 { "" } else { "," });
            one(self, item);
        }
        self.raw("]");
    }

    fn questionnaire(&mut self, q: &Questionnaire) {
        let id = |index: &usize| q.dimensions[*index].id.as_str();
        self.list("{\"axes\":", &q.axes, |json, axis| json.value(&axis.id));
        self.list(",\"cells\":", &q.cells, |json, cell| {
            json.list("{\"at\":", &cell.at, |json, leaf| json.value(id(leaf)));
            json.field(",\"weight\":", cell.weight);
            json.raw("}");
        });
        self.list(",\"dimensions\":", &q.dimensions, |json, dimension| {
            json.field("{\"axis\":", &q.axes[dimension.axis].id);
            json.field(",\"id\":", &dimension.id);
            json.field(",\"parent\":", dimension.parent.as_ref().map(id));
            json.field(",\"weight\":", dimension.weight);
            json.raw("}");
        });
        self.field(",\"id\":", &q.id);
        self.list(",\"questions\":", &q.questions, |json, one| json.question(q, one));
        self.list(",\"roles\":", &q.roles, |json, role| json.value(&role.id));
        self.field(",\"scale\":{\"max\":", q.scale.max);
        self.list(",\"stages\":", &q.scale.stages, |json, stage| {
            json.field("{\"from\":", stage.from);
            json.field(",\"id\":", &stage.id);
            json.raw("}");
        });
        self.field("},\"scoring\":{\"compare_decimals\":", q.scoring.compare_decimals);
        self.field(",\"min_coverage\":", q.scoring.min_coverage);
        self.raw(match q.scoring.missing {
            Missing::Exclude => ",\"missing\":\"exclude\"",
            Missing::Zero => ",\"missing\":\"zero\"",
        });
        match &q.scoring.roles {
            RoleWeights::Equal => self.raw(",\"roles\":\"equal\""),
            RoleWeights::Pooled => self.raw(",\"roles\":\"pooled\""),
            RoleWeights::Weighted(weights) => self.field(",\"roles\":", weights),
        }
        self.field(",\"stage_coverage\":", q.scoring.stage_coverage);
        self.raw("}}");
    }

    fn question(&mut self, q: &Questionnaire, question: &Question) {
        self.list("{\"at\":", &question.at, |json, leaf| json.value(&q.dimensions[*leaf].id));
        self.field(",\"id\":", &question.id);
        self.raw(",\"kind\":{\"content\":");
        self.kind(&question.kind);
        self.field(",\"type\":", question.kind.word());
        self.field("},\"not_applicable\":", not_applicable(question.not_applicable));
        self.field(",\"paper_and_practice\":", question.paper_and_practice);
        self.field(",\"quick\":", question.quick);
        self.field(",\"reverse\":", question.reverse);
        match &question.roles {
            Some(roles) => self.list(",\"roles\":", roles, |json, role| json.value(&q.roles[*role].id)),
            None => self.raw(",\"roles\":null"),
        }
        self.field(",\"weight\":", question.weight);
        self.raw(",\"when\":");
        match &question.when {
            Some(when) => self.condition(q, when),
            None => self.raw("null"),
        }
        self.raw("}");
    }

    fn kind(&mut self, kind: &Kind) {
        match kind {
            Kind::Choice { choices, range } => self.choices(choices, *range),
            // Ticking nothing is worth nothing, so that boxes have one range only.
            Kind::Multiple { choices } => self.choices(choices, Range::FromZero),
            Kind::Rating { from, to } => {
                self.field("{\"from\":", from);
                self.field(",\"to\":", to);
                self.raw("}");
            }
            Kind::Number { from, to } => {
                self.field("{\"from\":", from);
                self.field(",\"to\":", to);
                self.raw("}");
            }
            Kind::YesNo | Kind::Text => self.raw("null"),
            Kind::Grid { rows, choices, range } => {
                self.raw("{\"choices\":");
                self.choices(choices, *range);
                self.list(",\"rows\":", rows, |json, row| {
                    json.field("{\"highest\":", row.highest.map(|index| choices[index].id.as_str()));
                    json.field(",\"id\":", &row.id);
                    json.raw("}");
                });
                self.raw("}");
            }
        }
    }

    fn choices(&mut self, choices: &[Choice], range: Range) {
        self.list("{\"choices\":", choices, |json, choice| {
            json.field("{\"exclusive\":", choice.exclusive);
            json.field(",\"id\":", &choice.id);
            json.field(",\"value\":", choice.value);
            json.raw("}");
        });
        self.field(",\"lowest_to_highest\":", range == Range::LowestToHighest);
        self.raw("}");
    }

    fn condition(&mut self, q: &Questionnaire, when: &Condition) {
        let parts = |json: &mut Json, before: &str, parts: &[Condition]| {
            json.list(before, parts, |json, part| json.condition(q, part));
        };
        match when {
            Condition::All(all) => parts(self, "{\"all\":", all),
            Condition::Any(any) => parts(self, "{\"any\":", any),
            Condition::Not(inner) => {
                self.raw("{\"not\":");
                self.condition(q, inner);
            }
            Condition::Answer { column, test } => {
                self.field("{", &q.columns[*column].id);
                match test {
                    Test::Is(options) => self.field(":{\"is\":", options),
                    Test::AtLeast(value) => self.field(":{\"at_least\":", value),
                    Test::AtMost(value) => self.field(":{\"at_most\":", value),
                    Test::Answered(given) => self.field(":{\"answered\":", given),
                }
                self.raw("}");
            }
        }
        self.raw("}");
    }
}

fn not_applicable(offered: NotApplicable) -> &'static str {
    match offered {
        NotApplicable::NotOffered => "NotOffered",
        NotApplicable::ReasonOptional => "ReasonOptional",
        NotApplicable::ReasonRequired => "ReasonRequired",
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
    fn what_is_written_is_the_tree_of_the_content_with_its_keys_in_order() {
        let mut texts: Vec<String> = crate::questionnaire::SHIPPED.iter().map(|one| one.text.to_owned()).collect();
        for folder in ["tests/models", "tests/diagnostics/valid"] {
            for entry in std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).expect("a folder") {
                texts.extend(std::fs::read_to_string(entry.expect("an entry").path()).ok());
            }
        }
        let mut compared = 0;
        for text in texts {
            let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
            let file = sources.add("q.yaml", text);
            let node = crate::yaml::parse(file, &sources, &mut out);
            let Some(q) = node.and_then(|node| crate::questionnaire::parse(&node, &mut out)) else { continue };
            let mut json = super::Json(Vec::new());
            json.questionnaire(&q);
            let tree = serde_json::to_string(&super::tree::canonical(&q)).expect("JSON");
            assert_eq!(String::from_utf8(json.0).expect("UTF-8"), tree, "{}", q.id);
            compared += 1;
        }
        assert!(compared > 10, "{compared}");
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
