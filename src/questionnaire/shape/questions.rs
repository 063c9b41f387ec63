//! The shape of a question: its fields, and those that only some types have.

use super::{CHOICES, COLUMN_ID, ID, PLACE, SINCE, WAS, WEIGHT, at_least_one};
use crate::questionnaire::advice::KINDS;
use crate::questionnaire::names::RESERVED_ANSWERS;
use crate::questionnaire::read_question::{RANGES, REASONS};
use crate::yaml::shape::{
    Bounds, Case, Cases, Field, Kind, List, Reserved, Rest, Shape, case_words, optional, required, words,
};

pub(in crate::questionnaire) static QUESTION: Shape = Shape {
    name: "question",
    fields: &[
        required("id", COLUMN_ID),
        required("at", Kind::Map(&PLACE)),
        required("ask", Kind::Translated),
        optional("help", Kind::Translated),
        required("type", Kind::Word(&case_words(&OF_TYPE))),
        optional("when", Kind::Map(&CONDITION)),
        optional("roles", Kind::List(&REFERENCES)),
        optional("quick", Kind::Truth),
        optional("not_applicable", Kind::Either(&[Kind::Truth, Kind::Map(&NOT_APPLICABLE)])),
        SINCE,
        WAS,
    ],
    cases: Cases::OfWord("type", &OF_TYPE),
    ..Shape::EMPTY
};

/// The types of question, each with its own fields.
const OF_TYPE: [Case; 7] = [
    Case { word: "choice", fields: &[LIST, RANGE, REVERSE, WEIGHS, TWICE, SHOWN, ADVISED] },
    Case { word: "multiple", fields: &[LIST, WEIGHS, TWICE, SHOWN, ADVISED] },
    Case {
        word: "rating",
        fields: &[required("from", STEP), required("to", STEP), REVERSE, WEIGHS, TWICE, SHOWN, ADVISED],
    },
    Case { word: "yes-no", fields: &[REVERSE, WEIGHS, TWICE, SHOWN, ADVISED] },
    Case {
        word: "number",
        fields: &[required("from", END), required("to", END), REVERSE, WEIGHS, TWICE, SHOWN, ADVISED],
    },
    Case { word: "text", fields: &[] },
    Case { word: "grid", fields: &[LIST, required("rows", Kind::List(&ROWS)), RANGE, REVERSE, WEIGHS, SHOWN, ADVISED] },
];

/// The end of a rating.
const STEP: Kind = Kind::Whole(-1000, 1000);
/// The end of a number. The difference of two ends, too, must be a number.
const END: Kind = Kind::Number(Bounds::between(-1e12, 1e12));
const LIST: Field = required("choices", Kind::Either(&NAME_OR_LIST));
const RANGE: Field = optional("range", Kind::Word(&words(&RANGES)));
const REVERSE: Field = optional("reverse", Kind::Truth);
const WEIGHS: Field = optional("weight", Kind::Number(WEIGHT));
const TWICE: Field = optional("paper_and_practice", Kind::Truth);
const SHOWN: Field = optional("evidence", Kind::Map(&EVIDENCE));
const ADVISED: Field = optional("advice", Kind::List(&ALL_ADVICE));

/// The name of a shared list, or a list.
static NAME_OR_LIST: [Kind; 2] = [Kind::Reference, Kind::List(&CHOICES)];
static ROWS: List = at_least_one(Kind::Map(&ROW));
static ALL_ADVICE: List = at_least_one(Kind::Map(&ADVICE));
static CONDITIONS: List = at_least_one(Kind::Map(&CONDITION));
/// Ids of what is told of elsewhere.
static REFERENCES: List = at_least_one(Kind::Reference);

pub(in crate::questionnaire) static CHOICE: Shape = Shape {
    name: "choice",
    fields: &[
        required("id", Kind::Id(Reserved { words: &RESERVED_ANSWERS, beginning: None })),
        optional("value", Kind::Number(Bounds::between(0.0, 1e6))),
        required("label", Kind::Translated),
        optional("exclusive", Kind::Truth),
        WAS,
    ],
    ..Shape::EMPTY
};

pub(in crate::questionnaire) static ROW: Shape = Shape {
    name: "row",
    fields: &[
        required("id", ID),
        required("title", Kind::Translated),
        optional("highest", Kind::Reference),
        SINCE,
        WAS,
    ],
    ..Shape::EMPTY
};

pub(in crate::questionnaire) static NOT_APPLICABLE: Shape =
    Shape { name: "not_applicable", fields: &[required("reason", Kind::Word(&words(&REASONS)))], ..Shape::EMPTY };

pub(in crate::questionnaire) static EVIDENCE: Shape =
    Shape { name: "evidence", fields: &[required("from", Kind::Number(Bounds::NONE))], ..Shape::EMPTY };

pub(in crate::questionnaire) static ADVICE: Shape = Shape {
    name: "advice",
    fields: &[
        required("below", Kind::Number(Bounds { lowest: Some(0.0), above: true, highest: None })),
        required("think_big", Kind::Translated),
        required("act_small", Kind::Translated),
        optional("kind", Kind::Word(&words(&KINDS))),
        optional("weeks", Kind::Whole(1, 52)),
        optional("stop_when", Kind::Translated),
    ],
    ..Shape::EMPTY
};

/// `when`: one rule, of rules or about one earlier answer.
pub static CONDITION: Shape = Shape {
    name: "condition",
    fields: &[
        optional("all", Kind::List(&CONDITIONS)),
        optional("any", Kind::List(&CONDITIONS)),
        optional("not", Kind::Map(&CONDITION)),
    ],
    rest: Some(Rest { key: Kind::Reference, value: Kind::Map(&TEST_OF_ANSWER) }),
    least: 1,
    most: 1,
    ..Shape::EMPTY
};

/// How an earlier answer must be.
pub(in crate::questionnaire) static TEST_OF_ANSWER: Shape = Shape {
    name: "test_of_answer",
    fields: &[
        optional("is", Kind::Either(&[Kind::Reference, Kind::List(&REFERENCES)])),
        optional("at_least", Kind::Number(Bounds::NONE)),
        optional("at_most", Kind::Number(Bounds::NONE)),
        optional("answered", Kind::Truth),
    ],
    least: 1,
    ..Shape::EMPTY
};
