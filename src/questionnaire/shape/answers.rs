//! The shape of answers, which golden tests and answers files share, and of the golden tests themselves.

use super::at_least_one;
use crate::yaml::shape::{ANY, Bounds, Cases, Field, Kind, List, Rest, Shape, optional, required, words};

/// Which questions were asked.
pub const SCAN: [(&str, bool); 2] = [("full", false), ("quick", true)];

/// Who does what an answer tells of, where that is not the council itself.
pub const VIA: [(&str, bool); 1] = [("partner", true)];

/// One golden test.
pub(in crate::questionnaire) static TEST: Shape = Shape {
    name: "test",
    fields: &[
        required("name", Kind::Name),
        optional("respondents", Kind::List(&RESPONDENTS)),
        required("expect", Kind::Map(&EXPECT)),
    ],
    cases: Cases::Without("respondents", &OF_RESPONDENT),
    ..Shape::EMPTY
};

pub(in crate::questionnaire) static RESPONDENT: Shape =
    Shape { name: "test_respondent", fields: &OF_RESPONDENT, ..Shape::EMPTY };

/// What is said of a respondent, or of the only one beside the name of the test.
static OF_RESPONDENT: [Field; 3] = [
    optional("role", Kind::Reference),
    optional("scan", Kind::Word(&words(&SCAN))),
    required("answers", Kind::Map(&TEST_ANSWERS)),
];

static RESPONDENTS: List = at_least_one(Kind::Map(&RESPONDENT));

/// Answers by column, or the same one everywhere.
static TEST_ANSWERS: Shape = Shape {
    name: "test_answers",
    fields: &[optional("every", Kind::Number(Bounds::NONE))],
    rest: Some(Rest { key: Kind::Reference, value: ANSWER_OR_NOTE }),
    ..Shape::EMPTY
};

/// An answer alone, or with what is said beside it.
pub const ANSWER_OR_NOTE: Kind = Kind::Either(&[Kind::Text, Kind::List(&TICKED), Kind::Map(&ANSWER), Kind::Nothing]);

/// Boxes that are ticked; none is an answer too.
static TICKED: List = List { of: Kind::Reference, least: 0, most: ANY, unlike: false };

/// An answer with what is said beside it.
pub static ANSWER: Shape = Shape {
    name: "answer",
    fields: &[
        optional("via", Kind::Word(&words(&VIA))),
        optional("comment", Kind::Text),
        optional("evidence", Kind::Text),
    ],
    cases: Cases::OneOf(&[
        optional("choice", Kind::Either(&[Kind::Text, Kind::List(&TICKED)])),
        optional("number", Kind::Text),
        optional("text", Kind::Text),
        optional("not-applicable", Kind::Either(&[Kind::Text, Kind::Nothing])),
    ]),
    ..Shape::EMPTY
};

/// What must come out.
pub(in crate::questionnaire) static EXPECT: Shape = Shape {
    name: "expect",
    fields: &[
        optional("overall", Kind::Text),
        optional("stage", Kind::Text),
        optional("coverage", Kind::Text),
        optional("step", Kind::Text),
        optional("routed_out", Kind::List(&ROUTED_OUT)),
    ],
    rest: Some(Rest { key: Kind::Reference, value: Kind::Text }),
    least: 1,
    ..Shape::EMPTY
};

static ROUTED_OUT: List = List { of: Kind::Reference, least: 0, most: ANY, unlike: false };
