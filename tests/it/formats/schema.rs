//! What `--format json` writes has the shape of `schemas/diagnostics.schema.json`, as far as this reader of schemas goes;
//! `tests/formats/` validates it in full.

use serde_json::Value;

use super::json_of;

const SCHEMA: &str = include_str!("../../../schemas/diagnostics.schema.json");

/// What a value lacks or has too much of, by a schema without alternatives.
fn problems(value: &Value, schema: &Value, root: &Value, at: &str, out: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not there"));
        return problems(value, target, root, at, out);
    }
    let right = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64(),
        Some("boolean") => value.is_boolean(),
        other => panic!("{at}: no reader for {other:?}"),
    };
    if !right {
        out.push(format!("{at}: {value} is no {}", schema["type"]));
        return;
    }
    let refused = schema["const"] != Value::Null && schema["const"] != *value;
    let unlisted = schema["enum"].as_array().is_some_and(|list| !list.contains(value));
    let too_low = schema["minimum"].as_u64().is_some_and(|least| value.as_u64() < Some(least));
    if refused || unlisted || too_low {
        out.push(format!("{at}: {value} is not allowed"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        problems(item, &schema["items"], root, &format!("{at}/{index}"), out);
    }
    let Some(object) = value.as_object() else { return };
    let properties = schema["properties"].as_object().expect("properties");
    let required = schema["required"].as_array().expect("required");
    assert_eq!(required.len(), properties.len(), "{at}: every field is always there");
    assert_eq!(schema["additionalProperties"], false, "{at}");
    for name in required.iter().filter_map(Value::as_str).filter(|name| !object.contains_key(*name)) {
        out.push(format!("{at}: no {name}"));
    }
    for (name, inside) in object {
        match properties.get(name) {
            None => out.push(format!("{at}: {name} is not known")),
            Some(schema) => {
                assert!(schema["description"].is_string() || schema["$ref"].is_string(), "{at}/{name}: undescribed");
                problems(inside, schema, root, &format!("{at}/{name}"), out);
            }
        }
    }
}

fn found(value: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let mut out = Vec::new();
    problems(value, &schema, &schema, "", &mut out);
    out
}

#[test]
fn what_is_written_has_the_shape_of_the_schema() {
    assert_eq!(found(&json_of("json")), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_is_not_written() {
    let report = json_of("json");
    let changes: [(&str, Value); 6] = [
        ("/format", "peil.diagnostics/2".into()),
        ("/summary/errors", (-1).into()),
        ("/diagnostics/0/severity", "fatal".into()),
        ("/diagnostics/0/start/line", 0.into()),
        ("/diagnostics/0/help", Value::Null),
        ("/diagnostics/0/related/0/file", 3.into()),
    ];
    for (place, value) in changes {
        let mut changed = report.clone();
        *changed.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not there")) = value;
        assert_eq!(found(&changed).len(), 1, "{place}: {:?}", found(&changed));
    }
    let mut more = report.clone();
    more["diagnostics"][0]["colour"] = "red".into();
    assert_eq!(found(&more), ["/diagnostics/0: colour is not known"]);
}
