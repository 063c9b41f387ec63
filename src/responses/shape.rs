//! The shape of an answers file, format 1: its fields, and what stands in them. The reader goes by it, and `peil schema`
//! is written from it. What an answer is stands with the questionnaire, whose golden tests hold answers too.

use super::sheet::Status;
use crate::diagnostics::Form;
use crate::questionnaire::shape::{ANSWER_OR_NOTE, SCAN};
use crate::yaml::shape::{Kind, Rest, Shape, optional, required, words};

/// The first line of every answers file.
pub const FORMAT: &str = "answers/1";

/// The words for whether a respondent is done.
pub(super) const STATUS: [(&str, Status); 2] = [("draft", Status::Draft), ("final", Status::Final)];

/// The highest number of a save.
const MOST_SAVED: i64 = 999_999;

/// A whole answers file.
pub static ANSWERS: Shape = Shape {
    name: "answers",
    fields: &[
        required("peil", Kind::Format(FORMAT)),
        required("questionnaire", Kind::Map(&REFERENCE)),
        optional("scan", Kind::Word(&words(&SCAN))),
        required("council", Kind::Map(&COUNCIL)),
        optional("wave", Kind::Form(Form::Wave)),
        optional("respondent", Kind::Map(&RESPONDENT)),
        optional("shown_by_role", Kind::Truth),
        optional("keep_until", Kind::Form(Form::Date)),
        optional("status", Kind::Word(&words(&STATUS))),
        optional("saved", Kind::Whole(1, MOST_SAVED)),
        required("answers", Kind::Either(&[Kind::Map(&GIVEN), Kind::Nothing])),
    ],
    ..Shape::EMPTY
};

/// Which questionnaire was answered.
pub(super) static REFERENCE: Shape = Shape {
    name: "reference",
    fields: &[
        required("id", Kind::Reference),
        required("version", Kind::Form(Form::Version)),
        optional("hash", Kind::Form(Form::Hash)),
    ],
    ..Shape::EMPTY
};

pub(super) static COUNCIL: Shape = Shape {
    name: "council",
    fields: &[required("id", Kind::Text), optional("name", Kind::Text), optional("classes", Kind::Map(&CLASSES))],
    ..Shape::EMPTY
};

/// The classes of a council, under names of the author's own.
static CLASSES: Shape =
    Shape { name: "classes", rest: Some(Rest { key: Kind::Text, value: Kind::Text }), ..Shape::EMPTY };

pub(super) static RESPONDENT: Shape = Shape {
    name: "respondent",
    fields: &[optional("id", Kind::Text), optional("role", Kind::Reference)],
    ..Shape::EMPTY
};

/// The answers, by column.
static GIVEN: Shape =
    Shape { name: "given", rest: Some(Rest { key: Kind::Reference, value: ANSWER_OR_NOTE }), ..Shape::EMPTY };
