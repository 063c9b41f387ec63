//! Reading a whole questionnaire: every problem is reported, and only one without errors is returned.

use std::collections::HashMap;

use super::announced::Announced;
use super::axis::{Axes, Cell, axes};
use super::choice::{self, Shared};
use super::column::Column;
use super::column::items;
use super::former;
use super::golden;
use super::hash::content_hash;
use super::names::{Known, Names, id, written};
use super::question::Question;
use super::read_question::QuestionReader;
use super::scoring::{Scoring, scoring};
use super::shape::{self, FORMAT};
use super::target::targets;
use super::text::{Tag, Text, languages, text};
use super::version::{Version, version};
use super::{Questionnaire, Role, scale};
use crate::diagnostics::{Diagnostics, ModelFinding, ShapeFinding, Thing};
use crate::source::Span;
use crate::yaml::{Fields, Node};

/// The most roles a questionnaire may have: a coded row keeps its role in one byte.
pub(super) const MOST_ROLES: usize = 64;

/// Reads a questionnaire. `Some` only when nothing at all is wrong with its file, a key that appears twice included.
pub fn parse(node: &Node, out: &mut Diagnostics) -> Option<Questionnaire> {
    let mut fields = node.fields_of(&shape::QUESTIONNAIRE, out)?;
    if !is_format(&mut fields, FORMAT, out) {
        return None;
    }
    let head = Head::read(&mut fields, out);
    let before = out.len();
    let scale = fields.get("scale", out).and_then(|node| scale::scale(node, &head.languages, out));
    let stages = scale.as_ref().filter(|_| out.len() == before).map(|scale| scale.stages.as_slice());
    let frame = Frame::read(&mut fields, &head.languages, out);
    let dropped = fields.get("dropped", out).map(|node| former::dropped(node, out)).unwrap_or_default();
    let highest = scale.as_ref().map_or(f64::INFINITY, |scale| scale.max);
    let Asked { questions, columns, names, announced } = frame.questions(&mut fields, &head.languages, out);
    former::check(&questions, &columns, &names, &dropped, Version::parse(&head.version.0), out);
    let targets = fields
        .get("targets", out)
        .map(|node| targets(node, &frame.axes, highest, &head.languages, out))
        .unwrap_or_default();
    let known = golden::Names { axes: &frame.axes, roles: &frame.roles, questions: announced.as_ref(), stages };
    let tests = fields.get("tests", out).map(|node| golden::tests(node, &known, out)).unwrap_or_default();
    fields.finish(out);
    if out.has_errors_in(node.span.file) {
        return None;
    }
    let scored = questions.iter().filter(|question| question.kind.is_scored());
    let places: Vec<Vec<usize>> = scored.map(|question| question.at.clone()).collect();
    let cells = frame.axes.cells(&places, &frame.cell_weights);
    let items = items(&questions, &columns, |at| cells.binary_search_by(|cell| cell.at.as_slice().cmp(at)).ok());
    let mut questionnaire = Questionnaire {
        id: head.id,
        version: head.version.0,
        version_span: head.version.1,
        languages: head.languages,
        title: head.title,
        provenance: head.provenance,
        licence: head.licence,
        minutes: head.minutes.map(|(minutes, _)| minutes),
        minutes_span: head.minutes.map(|(_, span)| span),
        scale: scale?,
        axes: frame.axes.axes,
        dimensions: frame.axes.dimensions,
        cells,
        roles: frame.roles.list,
        scoring: frame.scoring.on_scale_to(highest),
        additions: former::additions(&questions, &columns),
        questions,
        columns,
        items,
        dropped,
        targets,
        tests,
        hash: String::new(),
    };
    questionnaire.hash = content_hash(&questionnaire);
    Some(questionnaire)
}

/// The questions, as far as they could be read, and every id that is taken.
struct Asked {
    questions: Vec<Question>,
    columns: Vec<Column>,
    names: Names,
    /// Nothing where the id of some question is wrong: whoever names what is not there may mean that one.
    announced: Option<Announced>,
}

/// What the questions refer to.
struct Frame {
    axes: Axes,
    cell_weights: Vec<Cell>,
    roles: Roles,
    scoring: Scoring,
    lists: Shared,
    names: Names,
}

impl Frame {
    fn read(fields: &mut Fields<'_>, languages: &[Tag], out: &mut Diagnostics) -> Frame {
        let mut names = Names::default();
        let axes = fields.get("axes", out).map_or_else(Axes::unread, |node| axes(node, languages, &mut names, out));
        let key = fields.key_span("cells").unwrap_or(fields.span);
        let cell_weights = fields.get("cells", out).map(|node| axes.cell_weights(node, key, out)).unwrap_or_default();
        let roles = fields.get("roles", out).map(|node| roles(node, languages, &mut names, out)).unwrap_or_default();
        let scoring = fields.get("scoring", out).map(|node| scoring(node, &roles, out)).unwrap_or_default();
        let lists = fields.get("choices", out).map(|node| choice::shared(node, languages, out)).unwrap_or_default();
        Frame { axes, cell_weights, roles, scoring, lists, names }
    }

    fn questions(&self, fields: &mut Fields<'_>, languages: &[Tag], out: &mut Diagnostics) -> Asked {
        let list = fields.get("questions", out).and_then(|node| node.some_items(out)).unwrap_or_default();
        let mut reader = QuestionReader {
            languages,
            axes: &self.axes,
            roles: &self.roles,
            lists: &self.lists,
            names: self.names.clone(),
            questions: Vec::new(),
            columns: Vec::new(),
            places: HashMap::new(),
            readable: Vec::new(),
            announced: Announced::in_questions(list, out),
            misnamed: false,
        };
        for (index, node) in list.iter().enumerate() {
            reader.question(index, node, out);
        }
        let QuestionReader { questions, columns, readable, names, announced, misnamed, .. } = reader;
        let maybe_scored = |(question, readable): (&Question, &bool)| question.kind.is_scored() || !readable;
        if !questions.is_empty() && !questions.iter().zip(&readable).any(maybe_scored) {
            let place = fields.key_span("questions").unwrap_or(fields.span);
            out.add(place, ModelFinding::NothingScored);
        }
        Asked { questions, columns, names, announced: Some(announced).filter(|_| !misnamed) }
    }
}

/// Reads `peil:`, which names the format. Whether to read on: a file of another kind has nothing else wrong with it.
pub(super) fn is_format(fields: &mut Fields<'_>, expected: &str, out: &mut Diagnostics) -> bool {
    let Some(node) = fields.get("peil", out) else {
        return fields.key_span("questions").is_some() || fields.may_be_misspelt("peil");
    };
    let Some(found) = node.text(out) else { return true };
    if found != expected {
        let finding = ShapeFinding::UnknownFormat { found: found.to_owned(), expected: expected.to_owned() };
        out.add(node.span, finding);
        return false;
    }
    true
}

/// What a questionnaire says of itself before it asks anything.
pub(super) struct Head {
    pub(super) id: String,
    /// As written, and where.
    pub(super) version: (String, Span),
    pub(super) languages: Vec<Tag>,
    pub(super) title: Text,
    pub(super) provenance: Option<Text>,
    pub(super) licence: Option<String>,
    pub(super) minutes: Option<(u32, Span)>,
}

impl Head {
    pub(super) fn read(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Head {
        let id = fields.get("id", out).and_then(|node| id(node, out));
        let version = fields.get("version", out).and_then(|node| {
            version(node, out)?;
            Some((node.text(out)?.to_owned(), node.span))
        });
        let languages = fields.get("languages", out).map(|node| languages(node, out)).unwrap_or_default();
        let title = fields.get("title", out).and_then(|node| text(node, &languages, out));
        let provenance = fields.get("provenance", out).and_then(|node| text(node, &languages, out));
        let licence = fields.text("licence", out).map(str::to_owned);
        let minutes = fields.whole("minutes", out).map(|minutes| minutes as u32);
        let minutes = minutes.zip(fields.value_span("minutes"));
        Head {
            id: id.unwrap_or_default(),
            version: version.unwrap_or((String::new(), fields.span)),
            languages,
            title: title.unwrap_or_default(),
            provenance,
            licence,
            minutes,
        }
    }
}

/// The roles, as far as they can be read.
#[derive(Default)]
pub(super) struct Roles {
    pub(super) list: Vec<Role>,
    /// Whether some role or its id could not be read.
    incomplete: bool,
}

impl Roles {
    /// What may be referred to.
    pub(super) fn known(&self) -> Known<impl Iterator<Item = &str> + Clone> {
        Known { ids: self.list.iter().map(|role| role.id.as_str()), complete: !self.incomplete }
    }
}

fn roles(node: &Node, languages: &[Tag], names: &mut Names, out: &mut Diagnostics) -> Roles {
    let items = node.items_up_to(MOST_ROLES, out).unwrap_or_default();
    let mut roles = Roles { list: Vec::new(), incomplete: items.is_empty() };
    for node in items {
        let Some(mut fields) = node.fields_of(&shape::ROLE, out) else {
            roles.incomplete = true;
            continue;
        };
        let id_node = fields.get("id", out);
        let id = id_node.and_then(|node| names.new_column_id(node, Thing::Role, out));
        let title = fields.get("title", out).and_then(|node| text(node, languages, out));
        fields.finish(out);
        let id = id.unwrap_or_else(|| written(id_node));
        roles.incomplete |= id.is_empty();
        roles.list.push(Role { id, title: title.unwrap_or_default() });
    }
    roles
}
