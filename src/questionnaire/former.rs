//! What became of the ids of earlier versions: `since`, `was` and `dropped`, and that they do not contradict each other.
//!
//! An id is never given away: one that something had in an earlier version is that thing's for ever, so that an old
//! answer can mean one thing only.

use std::collections::HashMap;

use super::Questionnaire;
use super::column::{Column, Part};
use super::names::{self, Names, id};
use super::question::{Kind, Question, Row};
use super::shape;
use super::version::{Version, version};
use crate::diagnostics::{Diagnostics, Form, NameFinding, Remark, Thing};
use crate::source::Span;
use crate::yaml::{Fields, Node, Value};

/// An id that something had in an earlier version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The id.
    pub id: String,
    /// Where it stands, for later complaints.
    pub span: Span,
}

/// A question that is no longer asked, or one column of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The id of the question, or the name of the column.
    pub id: String,
    /// The first version without it.
    pub since: Version,
    /// Where the id stands, for later complaints.
    pub span: Span,
    /// Where the version stands.
    pub(super) since_span: Span,
}

impl Dropped {
    /// Whether a column of an earlier version is meant, by itself or with all of its question.
    pub fn covers(&self, column: &str) -> bool {
        column.strip_prefix(self.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl Questionnaire {
    /// The names that columns had in earlier versions, each with the index of the column.
    pub fn former_columns(&self) -> Vec<(String, usize)> {
        let mut former = Vec::new();
        for (index, column) in self.columns.iter().enumerate() {
            let question = &self.questions[column.question];
            for name in names_of(column, question).into_iter().filter(|name| *name != column.id) {
                former.push((name, index));
            }
        }
        former
    }

    /// Which entry of `dropped` a column of some version is, if it is one.
    pub fn dropped_as(&self, column: &str, answered: Version) -> Option<usize> {
        self.dropped.iter().position(|dropped| answered < dropped.since && dropped.covers(column))
    }

    /// How many of the versions that brought new questions came after this one; 0 for its own version.
    pub fn age(&self, answered: Version) -> u16 {
        let later = self.additions.partition_point(|&addition| addition > answered);
        u16::try_from(later).unwrap_or(u16::MAX)
    }

    /// The highest age of answers that have a question, or any part of it.
    pub fn age_limit(&self, question: usize) -> u16 {
        self.columns_of(question).map(|column| self.column_age_limit(column)).max().unwrap_or(u16::MAX)
    }

    /// The highest age of answers that have a column: how many of those versions came after the one that brought it.
    pub fn column_age_limit(&self, column: usize) -> u16 {
        let since = self.column_since(column);
        let place = since.and_then(|since| self.additions.iter().position(|&addition| addition == since));
        place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX)
    }

    /// The version that brought a column: that of its question, or a later one that brought the row.
    pub fn column_since(&self, column: usize) -> Option<Version> {
        since(&self.columns[column], self.question_of(column))
    }

    /// Its version as numbers.
    pub fn number(&self) -> Version {
        Version::parse(&self.version).unwrap_or_default()
    }
}

fn since(column: &Column, question: &Question) -> Option<Version> {
    // Nothing is less than any version.
    question.history.since.max(row_of(column, question).and_then(|row| row.history.since))
}

/// The row of a grid that a column is.
fn row_of<'q>(column: &Column, question: &'q Question) -> Option<&'q Row> {
    match (column.part, &question.kind) {
        (Part::Row(row), Kind::Grid { rows, .. }) => rows.get(row),
        _ => None,
    }
}

/// The versions that brought new questions or rows, the latest first.
pub(super) fn additions(questions: &[Question], columns: &[Column]) -> Vec<Version> {
    let mut additions: Vec<Version> =
        columns.iter().filter_map(|column| since(column, &questions[column.question])).collect();
    additions.sort_unstable_by(|a, b| b.cmp(a));
    additions.dedup();
    additions
}

/// Every name that a column has or had.
fn names_of(column: &Column, question: &Question) -> Vec<String> {
    let former = |was: &[Former]| -> Vec<String> { was.iter().map(|former| former.id.clone()).collect() };
    let mut parts = vec![match column.part {
        Part::Paper => "paper".to_owned(),
        Part::Practice => "practice".to_owned(),
        Part::Row(_) | Part::Whole => row_of(column, question).map_or_else(String::new, |row| row.id.clone()),
    }];
    if let Some(row) = row_of(column, question) {
        parts.extend(former(&row.history.was));
    }
    let mut wholes = vec![question.id.clone()];
    wholes.extend(former(&question.history.was));
    let name = |whole: &String, part: &String| if part.is_empty() { whole.clone() } else { format!("{whole}.{part}") };
    wholes.iter().flat_map(|whole| parts.iter().map(move |part| name(whole, part))).collect()
}

/// Reads `was`: one id or a list of them.
pub(super) fn was(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Vec<Former> {
    let Some(node) = fields.get("was", out) else { return Vec::new() };
    let nodes = match node.value {
        Value::List(_) => node.some_items(out).unwrap_or_default(),
        _ => std::slice::from_ref(node),
    };
    nodes.iter().filter_map(|node| Some(Former { id: id(node, out)?, span: node.span })).collect()
}

/// Reads `dropped:`.
pub(super) fn dropped(node: &Node, out: &mut Diagnostics) -> Vec<Dropped> {
    let mut dropped = Vec::new();
    for node in node.some_items(out).unwrap_or_default() {
        let Some(mut fields) = node.fields_of(&shape::DROPPED, out) else { continue };
        let id_node = fields.get("id", out);
        let id = id_node.and_then(|node| column_id(node, out));
        let since = fields.get("since", out).and_then(|node| version(node, out).map(|since| (since, node.span)));
        fields.finish(out);
        if let (Some(id), Some((since, since_span)), Some(node)) = (id, since, id_node) {
            dropped.push(Dropped { id, since, span: node.span, since_span });
        }
    }
    dropped
}

/// The id of a question, or of one of its columns.
fn column_id(node: &Node, out: &mut Diagnostics) -> Option<String> {
    let text = node.text(out)?;
    if let Some((whole, part)) = text.split_once('.') {
        if names::is_id(whole) && names::is_id(part) {
            return Some(text.to_owned());
        }
        out.add(node.span, NameFinding::Malformed { form: Form::Id, found: text.to_owned() });
        return None;
    }
    id(node, out)
}

/// Reports former ids of things in one list that one of them has now, or that two of them claim.
pub(super) fn check_list<'a>(
    thing: Thing,
    former: impl Iterator<Item = &'a Former>,
    living: &Names,
    out: &mut Diagnostics,
) {
    let mut claimed = Claimed::default();
    for Former { id, span } in former {
        claimed.claim(thing, id, *span, living.place(id), out);
    }
}

/// Reports what the histories of all questions cannot say together.
pub(super) fn check(
    questions: &[Question],
    columns: &[Column],
    names: &Names,
    dropped: &[Dropped],
    now: Option<Version>,
    out: &mut Diagnostics,
) {
    let mut claimed = Claimed::default();
    for question in questions {
        for Former { id, span } in &question.history.was {
            claimed.claim(Thing::Question, id, *span, names.place(id), out);
        }
    }
    let live: HashMap<&str, Span> =
        columns.iter().map(|column| (column.id.as_str(), questions[column.question].span)).collect();
    let mut renamed: HashMap<String, Span> = HashMap::new();
    for column in columns {
        let question = &questions[column.question];
        let Some(row) = row_of(column, question) else { continue };
        for former in &row.history.was {
            renamed.insert(format!("{}.{}", question.id, former.id), former.span);
        }
    }
    for Dropped { id, span, .. } in dropped {
        if let Some(first) = renamed.get(id) {
            let finding = NameFinding::ClaimedTwice { thing: Thing::Row, id: id.clone() };
            out.add_related(*span, finding, *first, Remark::FirstUsedHere);
            continue;
        }
        let place = live.get(id.as_str()).copied().or_else(|| names.place(id));
        claimed.claim(Thing::Question, id, *span, place, out);
    }
    check_since(questions, columns, dropped, now, out);
}

/// Reports versions that are still to come.
fn check_since(
    questions: &[Question],
    columns: &[Column],
    dropped: &[Dropped],
    now: Option<Version>,
    out: &mut Diagnostics,
) {
    let Some(now) = now else { return };
    let rows = columns.iter().filter_map(|column| row_of(column, &questions[column.question]));
    let histories = questions.iter().map(|question| &question.history).chain(rows.map(|row| &row.history));
    let brought = histories.filter_map(|history| Some((history.since?, history.span?)));
    let dropped = dropped.iter().map(|dropped| (dropped.since, dropped.since_span));
    for (since, span) in brought.chain(dropped) {
        if since > now {
            out.add(span, NameFinding::LaterVersion { found: since.to_string(), version: now.to_string() });
        }
    }
}

/// Former ids, each of which one thing may claim.
#[derive(Default)]
struct Claimed {
    seen: HashMap<String, Span>,
}

impl Claimed {
    fn claim(&mut self, thing: Thing, id: &str, span: Span, living: Option<Span>, out: &mut Diagnostics) {
        if let Some(place) = living {
            let finding = NameFinding::StillInUse { thing, id: id.to_owned() };
            out.add_related(span, finding, place, Remark::DefinedHere);
        } else if let Some(first) = self.seen.get(id) {
            let finding = NameFinding::ClaimedTwice { thing, id: id.to_owned() };
            out.add_related(span, finding, *first, Remark::FirstUsedHere);
        } else {
            self.seen.insert(id.to_owned(), span);
        }
    }
}
