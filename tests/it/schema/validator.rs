//! A reader of JSON Schema as far as `peil schema` writes it, over a YAML tree as a YAML 1.2 reader types its scalars. Any
//! keyword or pattern that it does not know stops the test; `tests/formats/` validates with a whole validator.

use peil::questionnaire::{Tag, Version, is_id};
use peil::responses::{Wave, date};
use peil::yaml::{Node, Scalar, Value as Yaml};
use serde_json::Value;

/// What a value is to a YAML reader.
enum Typed<'n> {
    Null,
    Truth,
    Number(f64),
    Text(&'n str),
    List(&'n [Node]),
    Map(&'n [peil::yaml::Entry]),
}

fn typed(node: &Node) -> Typed<'_> {
    match &node.value {
        Yaml::List(items) => Typed::List(items),
        Yaml::Map(entries) => Typed::Map(entries),
        Yaml::Scalar(scalar) if scalar.is_nothing() => Typed::Null,
        Yaml::Scalar(Scalar { text, quoted: false, .. }) if text == "true" || text == "false" => Typed::Truth,
        Yaml::Scalar(scalar) => scalar.number().map_or(Typed::Text(&scalar.text), Typed::Number),
    }
}

/// Whether a tree is as a schema says.
pub(super) fn is_valid(node: &Node, schema: &Value, root: &Value) -> bool {
    let Some(keywords) = schema.as_object() else { return schema.as_bool().expect("a schema") };
    keywords.iter().all(|(keyword, value)| holds(keyword, value, node, schema, root))
}

fn holds(keyword: &str, value: &Value, node: &Node, schema: &Value, root: &Value) -> bool {
    let all = |schemas: &Value| schemas.as_array().expect("a list").iter().all(|one| is_valid(node, one, root));
    match keyword {
        "$schema" | "$id" | "definitions" | "title" | "description" | "then" | "else" => true,
        "$ref" => {
            let target = value.as_str().expect("a reference").trim_start_matches('#');
            is_valid(node, root.pointer(target).unwrap_or_else(|| panic!("{value} is not there")), root)
        }
        "type" => match value {
            Value::Array(types) => types.iter().any(|one| is_type(node, one)),
            one => is_type(node, one),
        },
        "const" => *value == Value::from(text(node)),
        "enum" => value.as_array().expect("a list").contains(&Value::from(text(node))),
        "anyOf" => value.as_array().expect("a list").iter().any(|one| is_valid(node, one, root)),
        "allOf" => all(value),
        "not" => !is_valid(node, value, root),
        "if" => {
            let branch = if is_valid(node, value, root) { "then" } else { "else" };
            schema.get(branch).is_none_or(|schema| is_valid(node, schema, root))
        }
        _ => match typed(node) {
            Typed::Number(number) => number_holds(keyword, value, number),
            Typed::Text(text) => keyword != "pattern" || matches(value.as_str().expect("a pattern"), text),
            Typed::List(items) => list_holds(keyword, value, items, root),
            Typed::Map(entries) => map_holds(keyword, value, entries, schema, root),
            Typed::Null | Typed::Truth => true,
        },
    }
}

fn is_type(node: &Node, name: &Value) -> bool {
    match (name.as_str().expect("a type"), typed(node)) {
        ("null", Typed::Null) | ("boolean", Typed::Truth) | ("number", Typed::Number(_)) => true,
        ("string", Typed::Text(_)) | ("array", Typed::List(_)) | ("object", Typed::Map(_)) => true,
        ("integer", Typed::Number(number)) => number.fract() == 0.0,
        ("null" | "boolean" | "number" | "string" | "array" | "object" | "integer", _) => false,
        (other, _) => panic!("no type {other}"),
    }
}

/// The text of a string; nothing for whatever is none.
fn text(node: &Node) -> Option<&str> {
    if let Typed::Text(text) = typed(node) { Some(text) } else { None }
}

fn number_holds(keyword: &str, value: &Value, number: f64) -> bool {
    let bound = || value.as_f64().expect("a bound");
    match keyword {
        "minimum" => number >= bound(),
        "exclusiveMinimum" => number > bound(),
        "maximum" => number <= bound(),
        _ => true,
    }
}

fn list_holds(keyword: &str, value: &Value, items: &[Node], root: &Value) -> bool {
    let count = || value.as_u64().expect("a count") as usize;
    match keyword {
        "items" => items.iter().all(|item| is_valid(item, value, root)),
        "minItems" => items.len() >= count(),
        "maxItems" => items.len() <= count(),
        "uniqueItems" => {
            items.iter().enumerate().all(|(index, item)| items[..index].iter().all(|one| text(one) != text(item)))
        }
        _ => true,
    }
}

fn map_holds(keyword: &str, value: &Value, entries: &[peil::yaml::Entry], schema: &Value, root: &Value) -> bool {
    let has = |name: &str| entries.iter().any(|entry| entry.key.text == name);
    let count = || value.as_u64().expect("a count") as usize;
    match keyword {
        "properties" => entries.iter().all(|entry| match value.get(&entry.key.text) {
            Some(schema) => is_valid(&entry.value, schema, root),
            None => true,
        }),
        "additionalProperties" => entries.iter().all(|entry| {
            let known = schema["properties"].get(&entry.key.text).is_some();
            known || is_valid(&entry.value, value, root)
        }),
        "required" => value.as_array().expect("a list").iter().all(|name| has(name.as_str().expect("a name"))),
        "minProperties" => entries.len() >= count(),
        "maxProperties" => entries.len() <= count(),
        "propertyNames" => {
            assert_eq!(value.as_object().map(serde_json::Map::len), Some(1), "a pattern only: {value}");
            entries.iter().all(|entry| matches(value["pattern"].as_str().expect("a pattern"), &entry.key.text))
        }
        "items" | "minItems" | "maxItems" | "uniqueItems" | "pattern" | "minimum" | "maximum" | "exclusiveMinimum" => {
            true
        }
        other => panic!("no keyword {other}"),
    }
}

/// Whether a text has the form that a pattern stands for.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        r"\S" => !text.trim().is_empty(),
        "^coverage_" => text.starts_with("coverage_"),
        "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$" => is_id(text),
        "^[a-z]{2,3}(-[A-Z]{2})?$" => Tag::parse(text).is_some(),
        r"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$" => Version::parse(text).is_some(),
        r"^b3:[0-9a-f]{64}$" => text.len() == 67 && text.starts_with("b3:"),
        other if other.starts_with("^([0-9]{1,4}|") => Wave::parse(text).is_some(),
        other if other.starts_with("^[0-9]{4}-") => date(text).is_some(),
        other if other.contains(r"(\.") => text.split_once('.').map_or(is_id(text), |(a, b)| is_id(a) && is_id(b)),
        other => panic!("no pattern {other}"),
    }
}
