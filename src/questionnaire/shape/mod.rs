//! The shape of a questionnaire, format 1: every map that may stand in one, its fields, and what stands in them. The
//! readers go by it, `peil schema` is written from it, and `docs/format.md` tells of the same.
//!
//! It knows what may stand in one place, not what must agree between two.

mod answers;
mod questions;

use super::choice::MOST_CHOICES;
use super::names::RESERVED_COLUMNS;
use super::read::MOST_ROLES;
use super::scale::HIGHEST_SCALE;
use super::scoring::{COMPARE_DECIMALS, MINIMUM_GROUP, MISSING, ROLE_WEIGHTS};
use crate::diagnostics::Form;
use crate::yaml::shape::{ANY, Bounds, Field, Kind, List, Reserved, Rest, Shape, optional, required, words};

pub use answers::{ANSWER, ANSWER_OR_NOTE, SCAN, VIA};
pub(super) use answers::{EXPECT, RESPONDENT, TEST};
pub use questions::CONDITION;
pub(super) use questions::{ADVICE, CHOICE, EVIDENCE, NOT_APPLICABLE, QUESTION, ROW, TEST_OF_ANSWER};

/// The first line of every questionnaire.
pub const FORMAT: &str = "questionnaire/1";

/// A whole questionnaire.
pub static QUESTIONNAIRE: Shape = Shape {
    name: "questionnaire",
    fields: &[
        required("peil", Kind::Format(FORMAT)),
        required("id", ID),
        required("version", Kind::Form(Form::Version)),
        required("languages", Kind::List(&List { of: Kind::Form(Form::Language), least: 1, most: ANY, unlike: true })),
        required("title", Kind::Translated),
        optional("provenance", Kind::Translated),
        optional("licence", Kind::Text),
        optional("minutes", Kind::Whole(1, 600)),
        required("scale", Kind::Map(&SCALE)),
        required("axes", some(&AXES)),
        optional("cells", Kind::List(&List { of: Kind::Map(&CELL), least: 0, most: ANY, unlike: false })),
        optional("roles", Kind::List(&List { of: Kind::Map(&ROLE), least: 1, most: MOST_ROLES, unlike: false })),
        optional("scoring", Kind::Map(&SCORING)),
        optional("choices", Kind::Map(&LISTS)),
        required("questions", some(&QUESTIONS)),
        optional("dropped", some(&ALL_DROPPED)),
        optional("targets", some(&TARGETS)),
        optional("tests", Kind::List(&List { of: Kind::Map(&answers::TEST), least: 0, most: ANY, unlike: false })),
    ],
    ..Shape::EMPTY
};

/// An id that nothing stops from being any word.
const ID: Kind = Kind::Id(Reserved::NOTHING);
/// An id that becomes a column of tables.
const COLUMN_ID: Kind = Kind::Id(Reserved { words: &RESERVED_COLUMNS, beginning: Some("coverage_") });
/// A weight: a millionth to a million, so that no sum of weights loses one of them.
pub(super) const WEIGHT: Bounds = Bounds::between(1e-6, 1e6);
/// A part of the whole.
const SHARE: Kind = Kind::Number(Bounds::between(0.0, 1.0));
/// From nothing up, to something that the rest of the file says.
const FROM_NOTHING: Kind = Kind::Number(Bounds { lowest: Some(0.0), ..Bounds::NONE });

/// A list with something in it.
const fn some(list: &'static List) -> Kind {
    Kind::List(list)
}

/// What a list with something in it holds.
const fn at_least_one(of: Kind) -> List {
    List { of, least: 1, most: ANY, unlike: false }
}

static AXES: List = at_least_one(Kind::Map(&AXIS));
static QUESTIONS: List = at_least_one(Kind::Map(&QUESTION));
static ALL_DROPPED: List = at_least_one(Kind::Map(&DROPPED));
static TARGETS: List = at_least_one(Kind::Map(&TARGET));
static STAGES: List = at_least_one(Kind::Map(&STAGE));
static DIMENSIONS: List = at_least_one(Kind::Map(&DIMENSION));
/// A list of choices, of a question or shared.
static CHOICES: List = List { of: Kind::Map(&CHOICE), least: 1, most: MOST_CHOICES, unlike: false };
/// Former ids.
static FORMER: List = at_least_one(ID);
/// One former id, or a list of them.
static ONE_OR_SEVERAL: [Kind; 2] = [ID, Kind::List(&FORMER)];
/// `was`: one former id or several.
const SINCE: Field = optional("since", Kind::Form(Form::Version));
const WAS: Field = optional("was", Kind::Either(&ONE_OR_SEVERAL));

pub(super) static SCALE: Shape = Shape {
    name: "scale",
    fields: &[
        required("max", Kind::Number(Bounds { lowest: Some(0.0), above: true, highest: Some(HIGHEST_SCALE) })),
        optional("stages", some(&STAGES)),
    ],
    ..Shape::EMPTY
};

pub(super) static STAGE: Shape = Shape {
    name: "stage",
    fields: &[required("id", ID), required("from", FROM_NOTHING), required("title", Kind::Translated)],
    ..Shape::EMPTY
};

pub(super) static AXIS: Shape = Shape {
    name: "axis",
    fields: &[required("id", ID), required("title", Kind::Translated), required("dimensions", some(&DIMENSIONS))],
    ..Shape::EMPTY
};

pub(super) static DIMENSION: Shape = Shape {
    name: "dimension",
    fields: &[
        required("id", COLUMN_ID),
        required("title", Kind::Translated),
        optional("asks", Kind::Translated),
        optional("weight", Kind::Number(WEIGHT)),
        optional("dimensions", some(&DIMENSIONS)),
    ],
    ..Shape::EMPTY
};

pub(super) static CELL: Shape = Shape {
    name: "cell",
    fields: &[required("at", Kind::Map(&PLACE)), required("weight", Kind::Number(WEIGHT))],
    ..Shape::EMPTY
};

/// `at`: a leaf for each axis.
static PLACE: Shape = Shape {
    name: "place",
    rest: Some(Rest { key: Kind::Reference, value: Kind::Reference }),
    least: 1,
    ..Shape::EMPTY
};

pub(super) static ROLE: Shape =
    Shape { name: "role", fields: &[required("id", COLUMN_ID), required("title", Kind::Translated)], ..Shape::EMPTY };

pub(super) static SCORING: Shape = Shape {
    name: "scoring",
    fields: &[
        optional("min_coverage", SHARE),
        optional("stage_coverage", SHARE),
        optional("roles", Kind::Either(&[Kind::Word(&words(&ROLE_WEIGHTS)), Kind::Map(&WEIGHTS)])),
        optional("missing", Kind::Word(&words(&MISSING))),
        optional("compare_decimals", Kind::Whole(0, COMPARE_DECIMALS)),
        optional("minimum_group", Kind::Map(&GROUP)),
    ],
    ..Shape::EMPTY
};

/// What each role weighs.
static WEIGHTS: Shape =
    Shape { name: "weights", rest: Some(Rest { key: Kind::Reference, value: Kind::Number(WEIGHT) }), ..Shape::EMPTY };

pub(super) static GROUP: Shape = Shape {
    name: "group",
    fields: &[
        optional("respondents", Kind::Whole(MINIMUM_GROUP.0, MINIMUM_GROUP.1)),
        optional("councils", Kind::Whole(MINIMUM_GROUP.0, MINIMUM_GROUP.1)),
        optional("comments", Kind::Whole(MINIMUM_GROUP.0, MINIMUM_GROUP.1)),
    ],
    ..Shape::EMPTY
};

/// Lists of choices by name.
static LISTS: Shape =
    Shape { name: "lists", rest: Some(Rest { key: ID, value: Kind::List(&CHOICES) }), ..Shape::EMPTY };

pub(super) static DROPPED: Shape = Shape {
    name: "dropped",
    fields: &[required("id", Kind::Column), required("since", Kind::Form(Form::Version))],
    ..Shape::EMPTY
};

pub(super) static TARGET: Shape = Shape {
    name: "target",
    fields: &[required("id", ID), required("title", Kind::Translated), required("aims", Kind::Map(&AIMS))],
    ..Shape::EMPTY
};

static AIMS: Shape =
    Shape { name: "aims", rest: Some(Rest { key: Kind::Reference, value: Kind::Map(&AIM) }), least: 1, ..Shape::EMPTY };

pub(super) static AIM: Shape = Shape {
    name: "aim",
    fields: &[required("score", FROM_NOTHING), required("reason", Kind::Translated)],
    ..Shape::EMPTY
};
