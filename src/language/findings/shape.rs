//! Findings about fields: their names, their types, their ranges.

use super::{Language, Wording, did_you_mean, ticked};

/// What kind of value a place holds or should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A single word or text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Truth,
    /// A list.
    List,
    /// Fields with values.
    Map,
    /// Nothing at all.
    Nothing,
}

impl NodeKind {
    fn words(self, l: Language) -> &'static str {
        match self {
            NodeKind::Text => l.pick("een tekst", "a text"),
            NodeKind::Number => l.pick("een getal", "a number"),
            NodeKind::Whole => l.pick("een geheel getal", "a whole number"),
            NodeKind::Truth => l.pick("`true` of `false`", "`true` or `false`"),
            NodeKind::List => l.pick("een lijst", "a list"),
            NodeKind::Map => l.pick("een groep velden", "a group of fields"),
            NodeKind::Nothing => l.pick("niets", "nothing"),
        }
    }

    fn remedy(self, l: Language) -> &'static str {
        match self {
            NodeKind::Text => l.pick("schrijf één tekst na de dubbelepunt", "write one text after the colon"),
            NodeKind::Number => l.pick(
                "schrijf een getal met een punt, zoals 0.5",
                "write a number with a point, such as 0.5",
            ),
            NodeKind::Whole => l.pick(
                "schrijf een geheel getal zonder aanhalingstekens",
                "write a whole number without quotes",
            ),
            NodeKind::Truth => l.pick("schrijf `true` of `false`", "write `true` or `false`"),
            NodeKind::List => l.pick("schrijf een lijst: [a, b]", "write a list: [a, b]"),
            NodeKind::Map => l.pick("schrijf velden: {naam: waarde}", "write fields: {name: value}"),
            NodeKind::Nothing => l.pick("laat dit weg", "leave this out"),
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeFinding {
    /// Another kind of value than asked for.
    WrongType {
        /// What should stand here.
        expected: NodeKind,
        /// What stands here.
        found: NodeKind,
    },
    /// A field that does not exist here.
    UnknownField {
        /// The field as written.
        field: String,
        /// The nearest known field.
        suggestion: Option<String>,
        /// All fields known here.
        known: Vec<String>,
    },
    /// A field that must be there.
    MissingField(String),
    /// The first line names another format.
    UnknownFormat {
        /// What stands there.
        found: String,
        /// What peil reads.
        expected: String,
    },
    /// A number outside its range.
    OutOfRange {
        /// As written.
        found: String,
        /// The range in symbols: "0–1", "> 0".
        allowed: String,
    },
    /// A word that is not one of those allowed.
    UnknownWord {
        /// As written.
        word: String,
        /// The allowed ones.
        allowed: Vec<String>,
        /// The nearest of them.
        suggestion: Option<String>,
    },
    /// A word that other YAML readers take for true, false or nothing.
    Ambiguous(String),
    /// An empty list where at least one is needed.
    EmptyList,
    /// A field that does not go with the type of the question.
    FieldNotForType {
        /// The field.
        field: String,
        /// The type of question.
        kind: String,
    },
}

impl ShapeFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        use ShapeFinding::{FieldNotForType, MissingField, OutOfRange, UnknownField, UnknownFormat, WrongType};
        match self {
            WrongType { expected, found } => {
                let (want, got) = (expected.words(l), found.words(l));
                Wording::new(
                    l.pick(
                        format!("hier hoort {want}, geen {}", got.trim_start_matches("een ")),
                        format!("this should be {want}, not {got}"),
                    ),
                    got,
                    expected.remedy(l),
                )
            }
            UnknownField {
                field,
                suggestion,
                known,
            } => Wording::new(
                l.pick(
                    format!("het veld `{field}` bestaat hier niet"),
                    format!("there is no field `{field}` here"),
                ),
                l.pick("onbekend veld", "unknown field"),
                did_you_mean(l, suggestion.as_ref(), {
                    let known = ticked(l, known);
                    l.pick(format!("hier mogen {known} staan"), format!("{known} may stand here"))
                }),
            ),
            MissingField(field) => Wording::new(
                l.pick(
                    format!("het veld `{field}` ontbreekt"),
                    format!("the field `{field}` is missing"),
                ),
                l.pick(
                    format!("hier hoort ook `{field}` bij"),
                    format!("`{field}` belongs here too"),
                ),
                l.pick(format!("voeg `{field}: …` toe"), format!("add `{field}: …`")),
            ),
            UnknownFormat { found, expected } => Wording::new(
                l.pick(
                    format!("`{found}` is geen formaat dat peil leest"),
                    format!("`{found}` is not a format that peil reads"),
                ),
                l.pick("onbekend formaat", "unknown format"),
                l.pick(
                    format!("begin het bestand met `peil: {expected}`"),
                    format!("start the file with `peil: {expected}`"),
                ),
            ),
            OutOfRange { found, allowed } => Wording::new(
                l.pick(
                    format!("{found} ligt buiten het bereik"),
                    format!("{found} is outside the range"),
                ),
                l.pick(format!("toegelaten: {allowed}"), format!("allowed: {allowed}")),
                l.pick(
                    format!("kies een waarde: {allowed}"),
                    format!("choose a value: {allowed}"),
                ),
            ),
            FieldNotForType { field, kind } => Wording::new(
                l.pick(
                    format!("`{field}` hoort niet bij een vraag van het type `{kind}`"),
                    format!("`{field}` does not go with a question of type `{kind}`"),
                ),
                l.pick("niet bij dit type", "not for this type"),
                l.pick(
                    "haal het veld weg of kies een ander type",
                    "take the field away or choose another type",
                ),
            ),
            _ => self.words(l),
        }
    }

    /// The findings about single words and lists.
    fn words(&self, l: Language) -> Wording {
        match self {
            ShapeFinding::UnknownWord {
                word,
                allowed,
                suggestion,
            } => Wording::new(
                l.pick(
                    format!("`{word}` kan hier niet"),
                    format!("`{word}` is not possible here"),
                ),
                l.pick("onbekend woord", "unknown word"),
                did_you_mean(l, suggestion.as_ref(), {
                    let allowed = ticked(l, allowed);
                    l.pick(format!("kies uit {allowed}"), format!("choose from {allowed}"))
                }),
            ),
            ShapeFinding::Ambiguous(word) => Wording::new(
                l.pick(
                    format!("`{word}` zonder aanhalingstekens lezen andere YAML-programma's niet als tekst"),
                    format!("without quotes, other YAML programs do not read `{word}` as a text"),
                ),
                l.pick("dubbelzinnig", "ambiguous"),
                l.pick(
                    format!("schrijf \"{word}\" of kies een ander woord"),
                    format!("write \"{word}\" or choose another word"),
                ),
            ),
            _ => Wording::new(
                l.pick("de lijst is leeg", "the list is empty"),
                l.pick("niets in de lijst", "nothing in the list"),
                l.pick("zet er minstens één in", "put at least one in it"),
            ),
        }
    }
}
