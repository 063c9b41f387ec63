//! What the script of the page knows: the shape of the questionnaire and its routing, and no word of a text.

use serde_json::{Value, json};

use super::question::radios;
use super::texts::Texts;
use crate::forms::tags::spoken;
use crate::forms::{Settled, id, offered};
use crate::language::form::script;
use crate::questionnaire::{Condition, Kind, NotApplicable, Questionnaire, Test};

/// The data of the page; `texts` holds every text of it by now.
pub(super) fn data(q: &Questionnaire, settled: &Settled, texts: &Texts) -> Value {
    let mut lists: Vec<Value> = Vec::new();
    let columns: Vec<Value> = q.columns.iter().map(|one| column(q, one.question, &one.id, &mut lists)).collect();
    let questions: Vec<Value> = (0..q.questions.len()).map(|index| question(q, settled, index)).collect();
    let mut say = serde_json::Map::new();
    for tag in texts.tags() {
        let remarks = script::remarks(spoken(tag)).map(|(name, text)| (name.to_owned(), json!(text)));
        say.insert(spoken(tag).code().to_owned(), Value::Object(remarks.collect()));
    }
    json!({
        "questionnaire": {"id": q.id, "version": q.version, "hash": q.hash},
        "form": id(q, settled),
        "quick": settled.quick,
        "settled": {
            "council": settled.council,
            "name": settled.name,
            "wave": settled.wave.map(|wave| wave.to_string()),
            "role": settled.voice.and_then(|voice| voice.id(q)),
            "keep": settled.keep_until.map(|day| day.to_string()),
        },
        "roles": q.roles.iter().map(|role| role.id.as_str()).collect::<Vec<_>>(),
        "tags": texts.tags(),
        "texts": texts.translations(),
        "ours": texts.ours(),
        "say": say,
        "lists": lists,
        "columns": columns,
        "questions": questions,
    })
}

/// A column; the lists of options are told once, as columns share them.
fn column(q: &Questionnaire, question: usize, id: &str, lists: &mut Vec<Value>) -> Value {
    let kind = &q.questions[question].kind;
    let exclusive: Vec<bool> = match kind {
        Kind::Multiple { choices } => choices.iter().map(|choice| choice.exclusive).collect(),
        _ => Vec::new(),
    };
    let ids: Vec<String> = kind.options().into_iter().map(|(id, _)| id).collect();
    let word = match kind {
        Kind::Number { .. } => "number",
        Kind::Text => "text",
        kind if radios(kind) => "one",
        _ => "boxes",
    };
    let mut list = json!({"kind": word, "ids": ids, "values": kind.worths(), "exclusive": exclusive});
    // Between such ends 1.125 is no eleven hundred.
    if matches!(kind, Kind::Number { from, to } if from.abs().max(to.abs()) < 1000.0) {
        list["small"] = json!(true);
    }
    let number = lists.iter().position(|known| *known == list).unwrap_or(lists.len());
    if number == lists.len() {
        lists.push(list);
    }
    json!({"id": id, "q": question, "list": number})
}

fn question(q: &Questionnaire, settled: &Settled, index: usize) -> Value {
    let question = &q.questions[index];
    let mut map = serde_json::Map::new();
    let mut put = |name: &str, value: Value| map.insert(name.to_owned(), value);
    if !offered(q, settled, index) {
        put("left_out", json!(true));
    }
    if let Some(roles) = &question.roles {
        put("roles", json!(roles));
    }
    if let Some(when) = &question.when {
        put("when", condition(when));
    }
    if let Some(from) = question.evidence_from {
        put("evidence", json!(from));
    }
    if question.not_applicable == NotApplicable::ReasonRequired {
        put("reason", json!(true));
    }
    Value::Object(map)
}

fn condition(condition: &Condition) -> Value {
    let list = |all: &[Condition]| all.iter().map(self::condition).collect::<Vec<_>>();
    match condition {
        Condition::All(all) => json!({"all": list(all)}),
        Condition::Any(any) => json!({"any": list(any)}),
        Condition::Not(inner) => json!({"not": self::condition(inner)}),
        Condition::Answer { column, test } => match test {
            Test::Is(options) => json!({"column": column, "is": options}),
            Test::AtLeast(bound) => json!({"column": column, "at_least": bound}),
            Test::AtMost(bound) => json!({"column": column, "at_most": bound}),
            Test::Answered(answered) => json!({"column": column, "answered": answered}),
        },
    }
}
