//! Findings about fields: their names, their types, their ranges.

use super::names::with_codes;
use super::{Language, Wording, choose_from};

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
            NodeKind::Text => l.pick("tekst", "text"),
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
            NodeKind::Text => l.pick("schrijf hier gewone tekst", "write plain text here"),
            NodeKind::Number => l.pick(
                "schrijf een getal met een punt en zonder aanhalingstekens, zoals 0.5",
                "write a number with a point and without quotes, such as 0.5",
            ),
            NodeKind::Whole => {
                l.pick("schrijf een geheel getal zonder aanhalingstekens", "write a whole number without quotes")
            }
            NodeKind::Truth => {
                l.pick("schrijf `true` of `false`, zonder aanhalingstekens", "write `true` or `false`, without quotes")
            }
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
    /// The rest of a text in braces that a comma cut off.
    CutText,
    /// The decimals of a number in braces that a comma cut off, with the number as it should be.
    CutNumber(String),
    /// A remark with a sign that other languages have, and the field behind it that it swallowed.
    OtherComment,
    /// A field of the whole file that is indented below another.
    TooFarRight(String),
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
    /// A list with more in it than there may be.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// A field that does not go with the type of the question.
    FieldNotForType {
        /// The field.
        field: String,
        /// The type of question.
        kind: String,
    },
}

fn too_many(l: Language, found: usize, most: usize) -> Wording {
    say! { l
        nl "deze lijst is te lang: hoogstens {most}, en er staan er {found}" / "vanaf hier te veel" / "haal er weg of voeg er samen, tot het er hoogstens {most} zijn"
        en "this list is too long: at most {most}, and there are {found}" / "too many from here on" / "remove or join some, until there are at most {most}"
    }
}

fn unknown_word(l: Language, word: &str, allowed: &[String], suggestion: Option<&String>) -> Wording {
    say! { l, shown = with_codes(word), help = choose_from(l, word, suggestion, allowed);
        nl "`{shown}` kan hier niet" / "onbekend woord" / "{help}"
        en "`{shown}` is not possible here" / "unknown word" / "{help}"
    }
}

impl ShapeFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::WrongType { expected, found } => {
                say! { l, want = expected.words(l), got = found.words(l), help = expected.remedy(l);
                    nl "hier hoort {want}, maar er staat {got}" / "{got}" / "{help}"
                    en "this place needs {want}, but it holds {got}" / "{got}" / "{help}"
                }
            }
            Self::UnknownField { field, suggestion, known } => {
                say! { l, shown = with_codes(field), help = choose_from(l, field, suggestion.as_ref(), known);
                    nl "het veld `{shown}` bestaat hier niet" / "onbekend veld" / "{help}"
                    en "there is no field `{shown}` here" / "unknown field" / "{help}"
                }
            }
            Self::CutText => say! { l
                nl "de komma hiervoor breekt de tekst af" / "hoort nog bij de tekst ervoor" / "zet de hele tekst tussen rechte aanhalingstekens: \"…\""
                en "the comma before this cuts the text off" / "still part of the text before it" / "put the whole text in straight quotes: \"…\""
            },
            Self::CutNumber(number) => say! { l
                nl "de komma hiervoor breekt het getal af" / "hoort nog bij het getal ervoor" / "schrijf het getal met een punt: {number}"
                en "the comma before this cuts the number off" / "still part of the number before it" / "write the number with a point: {number}"
            },
            Self::OtherComment => say! { l
                nl "een opmerking begint in YAML met een hekje" / "geen opmerking" / "schrijf `# …` op een eigen regel, of haal de opmerking weg"
                en "in YAML a comment starts with a number sign" / "no comment" / "write `# …` on a line of its own, or remove the comment"
            },
            Self::TooFarRight(field) => say! { l
                nl "`{field}` springt te ver in en hoort nu bij de keuzes" / "te ver naar rechts" / "laat `{field}` helemaal links beginnen, en wat eronder hoort mee"
                en "`{field}` is indented too far and now belongs to the choices" / "too far to the right" / "let `{field}` start at the very left, and what belongs below it as well"
            },
            Self::MissingField(field) => say! { l
                nl "het veld `{field}` ontbreekt" / "hier hoort `{field}` bij" / "voeg `{field}: …` toe"
                en "the field `{field}` is missing" / "`{field}` belongs here" / "add `{field}: …`"
            },
            Self::UnknownFormat { found, expected } => say! { l
                nl "`{found}` is geen formaat dat peil leest" / "onbekend formaat" / "begin het bestand met `peil: {expected}`"
                en "`{found}` is not a format that peil reads" / "unknown format" / "start the file with `peil: {expected}`"
            },
            Self::OutOfRange { found, allowed } => say! { l
                nl "{found} valt buiten de grenzen" / "toegestaan: {allowed}" / "kies een getal binnen de grenzen: {allowed}"
                en "{found} is out of range" / "allowed: {allowed}" / "choose a number within the range: {allowed}"
            },
            Self::UnknownWord { word, allowed, suggestion } => unknown_word(l, word, allowed, suggestion.as_ref()),
            Self::Ambiguous(word) => say! { l
                nl "zonder aanhalingstekens zien andere YAML-programma's `{word}` niet als tekst" / "dubbelzinnig" / "schrijf `\"{word}\"` of kies een ander woord"
                en "without quotes, other YAML programs do not read `{word}` as text" / "ambiguous" / "write `\"{word}\"` or choose another word"
            },
            Self::EmptyList => say! { l
                nl "dit is leeg" / "niets opgegeven" / "zet er minstens één in"
                en "this is empty" / "nothing given" / "put at least one in it"
            },
            Self::TooMany { found, most } => too_many(l, *found, *most),
            Self::FieldNotForType { field, kind } => say! { l
                nl "`{field}` hoort niet bij een vraag van het type `{kind}`" / "niet bij dit type" / "haal het veld weg of kies een ander type"
                en "`{field}` does not go with a question of type `{kind}`" / "not for this type" / "remove the field or choose another type"
            },
        }
    }
}
