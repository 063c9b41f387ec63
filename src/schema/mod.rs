//! Questionnaires and answers described for editors: a JSON Schema, draft 7, written from the shapes that the readers go
//! by.
//!
//! A schema sees one place at a time, and YAML as it reads it: that ids are unique, that a reference leads somewhere and
//! that a bare `yes` is a word are for `peil check` to say.

mod json;

use json::{Json, Map};

use crate::diagnostics::Form;
use crate::language::{Language, schema as words};
use crate::questionnaire::shape::QUESTIONNAIRE;
use crate::responses::shape::ANSWERS;
use crate::yaml::shape::{ANY, Bounds, Cases, Field, Kind, List, Reserved, Shape};

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Described {
    /// A questionnaire, format 1.
    Questionnaire,
    /// The answers of one respondent, format 1.
    Answers,
}

impl Described {
    fn shape(self) -> &'static Shape {
        match self {
            Described::Questionnaire => &QUESTIONNAIRE,
            Described::Answers => &ANSWERS,
        }
    }
}

/// The name of the definition of a text in several languages.
const TRANSLATED: &str = "text";
/// What scalars that are taken as text may look like to a YAML reader.
const SCALARS: [&str; 3] = ["string", "number", "boolean"];

/// The schema of a file, its titles and descriptions in one language.
pub fn json_schema(described: Described, l: Language) -> String {
    let root = described.shape();
    let mut writer = Writer { language: l, shapes: vec![root], translated: false };
    let head = Map::default()
        .with("$schema", "http://json-schema.org/draft-07/schema#")
        .with("$id", format!("urn:peil:{}:1", root.name))
        .with("title", words::title(l, root.name))
        .with("description", words::about(l, root.name));
    let mut whole = head.and(writer.map(root));
    let mut definitions = Map::default();
    let mut next = 1;
    while let Some(&shape) = writer.shapes.get(next) {
        let titled = Map::default().with("title", words::title(l, shape.name));
        definitions = definitions.with(shape.name, titled.and(writer.map(shape)));
        next += 1;
    }
    if writer.translated {
        definitions = definitions.with(TRANSLATED, translated(l));
    }
    whole = whole.with("definitions", definitions);
    // Nothing in it cannot be written as JSON.
    serde_json::to_string_pretty(&Json::Map(whole)).unwrap_or_default() + "\n"
}

struct Writer {
    language: Language,
    /// Every shape that is referred to, the whole file first.
    shapes: Vec<&'static Shape>,
    /// Whether a text in several languages is referred to.
    translated: bool,
}

impl Writer {
    /// What may stand in a map of this shape.
    fn map(&mut self, shape: &'static Shape) -> Map {
        let rest = shape.rest.map_or(Json::Truth(false), |rest| {
            let about = Map::default().with("description", words::about(self.language, shape.name));
            about.and(self.kind(rest.value)).into()
        });
        let mut map = Map::default().with("type", "object").with("additionalProperties", rest);
        if let (Some(rest), true) = (shape.rest, shape.fields.is_empty())
            && let Some(pattern) = name_pattern(rest.key)
        {
            map = map.with("propertyNames", Map::default().with("pattern", pattern));
        }
        if shape.least > 0 {
            map = map.with("minProperties", shape.least as f64);
        }
        if shape.most < ANY {
            map = map.with("maxProperties", shape.most as f64);
        }
        let required = required(shape.fields);
        if !required.is_empty() {
            map = map.with("required", required);
        }
        let (shared, differing) = self.properties(shape);
        if !shared.is_empty() {
            map = map.with("properties", shared);
        }
        map.and(self.cases(shape, &differing))
    }

    /// The fields of a map, and the names of those in which something else stands from case to case.
    fn properties(&mut self, shape: &'static Shape) -> (Map, Vec<&'static str>) {
        let (mut properties, mut differing) = (Map::default(), Vec::new());
        for field in shape.all() {
            let about = Map::default().with("description", words::field(self.language, shape.name, field.name));
            let property = Json::Map(about.clone().and(self.kind(field.kind)));
            match properties.get(field.name) {
                Some(known) if *known != property => {
                    differing.push(field.name);
                    properties = properties.with(field.name, about);
                }
                Some(_) => {}
                None => properties = properties.with(field.name, property),
            }
        }
        (properties, differing)
    }

    /// Which fields go together.
    fn cases(&mut self, shape: &Shape, differing: &[&str]) -> Map {
        let none = |fields: &mut dyn Iterator<Item = &'static Field>| {
            fields.fold(Map::default(), |map, field| map.with(field.name, false))
        };
        match shape.cases {
            Cases::Same => Map::default(),
            Cases::OfWord(word_field, cases) => {
                let mut list = Vec::new();
                for case in cases {
                    let has = |name: &str| case.fields.iter().any(|field| field.name == name);
                    let mut properties = none(&mut shape.cases.fields().filter(|field| !has(field.name)));
                    for field in case.fields.iter().filter(|field| differing.contains(&field.name)) {
                        properties = properties.with(field.name, self.kind(field.kind));
                    }
                    let this = Map::default().with(word_field, Map::default().with("const", case.word));
                    let condition = Map::default().with("properties", this).with("required", vec![word_field]);
                    let mut then = Map::default().with("properties", properties);
                    if !required(case.fields).is_empty() {
                        then = then.with("required", required(case.fields));
                    }
                    list.push(Map::default().with("if", condition).with("then", then));
                }
                Map::default().with("allOf", list)
            }
            Cases::Without(name, fields) => Map::default()
                .with("if", Map::default().with("required", vec![name]))
                .with("then", Map::default().with("properties", none(&mut fields.iter())))
                .with("else", Map::default().with("required", required(fields))),
            Cases::OneOf(fields) => {
                let pairs = fields.iter().enumerate().flat_map(|(index, one)| {
                    fields[index + 1..].iter().map(|other| {
                        let both = Map::default().with("required", vec![one.name, other.name]);
                        Map::default().with("not", both)
                    })
                });
                Map::default().with("allOf", pairs.collect::<Vec<_>>())
            }
        }
    }

    /// What may stand in a place.
    fn kind(&mut self, kind: Kind) -> Map {
        let map = Map::default();
        match kind {
            Kind::Format(name) => map.with("const", name),
            Kind::Text => map.with("type", SCALARS.to_vec()),
            Kind::Name => map.with("type", SCALARS.to_vec()).with("pattern", r"\S"),
            Kind::Translated => {
                self.translated = true;
                map.with("$ref", format!("#/definitions/{TRANSLATED}"))
            }
            Kind::Id(reserved) => id(reserved),
            Kind::Column => map
                .with("type", vec!["string", "number"])
                .with("pattern", r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\.[A-Za-z0-9][A-Za-z0-9_-]{0,63})?$")
                .with("minimum", 0.0),
            Kind::Form(form) => self::form(form),
            Kind::Reference => map.with("type", SCALARS.to_vec()),
            Kind::Word(words) => map.with("enum", words.to_vec()),
            Kind::Truth => map.with("type", "boolean"),
            Kind::Number(bounds) => within(map.with("type", "number"), bounds),
            Kind::Whole(lowest, highest) => {
                within(map.with("type", "integer"), Bounds::between(lowest as f64, highest as f64))
            }
            Kind::List(list) => self.list(list),
            Kind::Map(shape) => {
                if !self.shapes.iter().any(|known| known.name == shape.name) {
                    self.shapes.push(shape);
                }
                map.with("$ref", format!("#/definitions/{}", shape.name))
            }
            Kind::Either(kinds) => map.with("anyOf", kinds.iter().map(|kind| self.kind(*kind)).collect::<Vec<_>>()),
            Kind::Nothing => map.with("type", "null"),
        }
    }

    fn list(&mut self, list: &List) -> Map {
        let mut map = Map::default().with("type", "array").with("items", self.kind(list.of));
        if list.least > 0 {
            map = map.with("minItems", list.least as f64);
        }
        if list.most < ANY {
            map = map.with("maxItems", list.most as f64);
        }
        if list.unlike { map.with("uniqueItems", true) } else { map }
    }
}

fn required(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().filter(|field| field.required).map(|field| field.name).collect()
}

/// A text in several languages, or in one where the file has no other. Without a title: an editor would show it twice above
/// what the field holds.
fn translated(l: Language) -> Map {
    let words = || Map::default().with("type", SCALARS.to_vec()).with("pattern", r"\S");
    let by_language = Map::default()
        .with("type", "object")
        .with("minProperties", 1.0)
        .with("propertyNames", Map::default().with("pattern", LANGUAGE))
        .with("additionalProperties", words());
    Map::default().with("description", words::about(l, TRANSLATED)).with("anyOf", vec![words(), by_language])
}

const ID: &str = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$";
const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Z]{2})?$";

/// What names in a map must look like, where there is a rule.
fn name_pattern(kind: Kind) -> Option<&'static str> {
    matches!(kind, Kind::Id(_)).then_some(ID)
}

/// An id; one of digits only is a number to a YAML reader.
fn id(reserved: Reserved) -> Map {
    let map = Map::default().with("type", vec!["string", "integer"]).with("pattern", ID).with("minimum", 0.0);
    if reserved.words.is_empty() {
        return map;
    }
    let mut not = vec![Map::default().with("enum", reserved.words.to_vec())];
    not.extend(reserved.beginning.map(|beginning| Map::default().with("pattern", format!("^{beginning}"))));
    // A pattern holds for every number, and no number is a reserved word.
    let not = Map::default().with("type", "string").with("anyOf", not);
    map.with("not", not)
}

fn form(form: Form) -> Map {
    let date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    let text = |pattern: &str| Map::default().with("type", "string").with("pattern", pattern);
    match form {
        Form::Id => id(Reserved::NOTHING),
        Form::Version => text(r"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$"),
        Form::Language => text(LANGUAGE),
        Form::Population => Map::default().with("type", "integer").with("minimum", 1.0),
        Form::Wave | Form::YearOrDay => Map::default()
            .with("type", vec!["string", "integer"])
            .with("pattern", format!("^([0-9]{{1,4}}|{date})$"))
            .with("minimum", 0.0)
            .with("maximum", 9999.0),
        Form::Date => text(&format!("^{date}$")),
        Form::Hash => text("^b3:[0-9a-f]{64}$"),
    }
}

fn within(map: Map, bounds: Bounds) -> Map {
    let lowest = if bounds.above { "exclusiveMinimum" } else { "minimum" };
    let map = bounds.lowest.into_iter().fold(map, |map, number| map.with(lowest, number));
    bounds.highest.into_iter().fold(map, |map, number| map.with("maximum", number))
}
