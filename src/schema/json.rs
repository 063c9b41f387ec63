//! JSON whose fields stay in the order in which they were put there.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Text(String),
    Number(f64),
    Truth(bool),
    List(Vec<Json>),
    Map(Map),
}

/// The fields of a JSON object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Map(Vec<(String, Json)>);

impl Map {
    /// With one more field, or another value in one that is there.
    pub(super) fn with(mut self, name: impl Into<String>, value: impl Into<Json>) -> Map {
        let name = name.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value.into(),
            None => self.0.push((name, value.into())),
        }
        self
    }

    /// With the fields of another one behind these.
    pub(super) fn and(self, other: Map) -> Map {
        other.0.into_iter().fold(self, |all, (name, value)| all.with(name, value))
    }

    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(truth: bool) -> Json {
        Json::Truth(truth)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Json {
        Json::Number(number)
    }
}

impl From<Map> for Json {
    fn from(map: Map) -> Json {
        Json::Map(map)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Json {
        Json::List(list.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Text(text) => to.serialize_str(text),
            // Bounds of whole numbers have no point.
            Json::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => to.serialize_i64(*number as i64),
            Json::Number(number) => to.serialize_f64(*number),
            Json::Truth(truth) => to.serialize_bool(*truth),
            Json::List(list) => to.collect_seq(list),
            Json::Map(Map(fields)) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}
