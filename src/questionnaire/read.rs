//! Reading a whole questionnaire: every problem is reported, and only one without errors is returned.

use super::axis::{Axes, Cell, axes, refuse_cells};
use super::choice::{self, Shared};
use super::column::Column;
use super::column::items;
use super::golden;
use super::hash::content_hash;
use super::names::{Names, id};
use super::question::Question;
use super::read_question::QuestionReader;
use super::scoring::{Scoring, scoring};
use super::target::targets;
use super::text::{Tag, Text, languages, text};
use super::{Questionnaire, Role, scale};
use crate::diagnostics::{Diagnostics, Form, ModelFinding, NameFinding, ShapeFinding, Thing};
use crate::source::Span;
use crate::yaml::{Fields, Node, Value};

/// The first line of every questionnaire.
const FORMAT: &str = "questionnaire/1";

/// Reads a questionnaire. `Some` only when nothing at all was wrong with it.
pub fn parse(node: &Node, out: &mut Diagnostics) -> Option<Questionnaire> {
    let before = out.len();
    let mut fields = node.fields(out)?;
    format_line(&mut fields, FORMAT, out);
    let head = Head::read(&mut fields, out);
    let scale = fields
        .required("scale", out)
        .and_then(|node| scale::scale(node, &head.languages, out));
    let frame = Frame::read(&mut fields, &head.languages, out);
    let (questions, columns) = frame.questions(&mut fields, &head.languages, out);
    let dropped = fields
        .optional("dropped")
        .map(|node| dropped(node, out))
        .unwrap_or_default();
    let highest = scale.as_ref().map_or(f64::INFINITY, |scale| scale.max);
    let targets = fields
        .optional("targets")
        .map(|node| targets(node, &frame.axes.dimensions, highest, &head.languages, out))
        .unwrap_or_default();
    let tests = fields
        .optional("tests")
        .map(|node| golden::tests(node, out))
        .unwrap_or_default();
    fields.finish(out);
    if out.len() > before {
        return None;
    }
    let scored = questions.iter().filter(|question| question.kind.is_scored());
    let places: Vec<Vec<usize>> = scored.map(|question| question.at.clone()).collect();
    let cells = frame.axes.cells(&places, &frame.cell_weights);
    let items = items(&questions, &columns, |at| cells.iter().position(|cell| cell.at == at));
    let mut questionnaire = Questionnaire {
        id: head.id,
        version: head.version,
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
        roles: frame.roles,
        scoring: frame.scoring,
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

/// What the questions refer to.
struct Frame {
    axes: Axes,
    cell_weights: Vec<Cell>,
    roles: Vec<Role>,
    scoring: Scoring,
    lists: Shared,
    names: Names,
}

impl Frame {
    fn read(fields: &mut Fields<'_>, languages: &[Tag], out: &mut Diagnostics) -> Frame {
        let mut names = Names::default();
        let axes = fields
            .required("axes", out)
            .map(|node| axes(node, languages, &mut names, out))
            .unwrap_or_default();
        let cell_weights = fields
            .optional("cells")
            .map(|node| cells(node, &axes, out))
            .unwrap_or_default();
        let roles = fields
            .optional("roles")
            .map(|node| roles(node, languages, &mut names, out))
            .unwrap_or_default();
        let ids: Vec<String> = roles.iter().map(|role| role.id.clone()).collect();
        let scoring = fields
            .optional("scoring")
            .map(|node| scoring(node, &ids, out))
            .unwrap_or_default();
        let lists = fields
            .optional("choices")
            .map(|node| choice::shared(node, languages, out))
            .unwrap_or_default();
        Frame {
            axes,
            cell_weights,
            roles,
            scoring,
            lists,
            names,
        }
    }

    fn questions(
        &self,
        fields: &mut Fields<'_>,
        languages: &[Tag],
        out: &mut Diagnostics,
    ) -> (Vec<Question>, Vec<Column>) {
        let list = fields
            .required("questions", out)
            .and_then(|node| node.some_items(out))
            .unwrap_or_default();
        let roles: Vec<String> = self.roles.iter().map(|role| role.id.clone()).collect();
        let mut reader = QuestionReader {
            languages,
            axes: &self.axes,
            roles: &roles,
            lists: &self.lists,
            names: self.names.clone(),
            questions: Vec::new(),
            columns: Vec::new(),
            all_columns: announced_columns(list),
        };
        for node in list {
            reader.question(node, out);
        }
        let QuestionReader { questions, columns, .. } = reader;
        if !questions.is_empty() && !questions.iter().any(|question| question.kind.is_scored()) {
            let place = fields.key_span("questions").unwrap_or(fields.span);
            out.add(place, ModelFinding::NothingScored);
        }
        (questions, columns)
    }
}

/// Reads `peil:`, which names the format.
fn format_line(fields: &mut Fields<'_>, expected: &str, out: &mut Diagnostics) {
    let Some(node) = fields.required("peil", out) else {
        return;
    };
    let Some(found) = node.text(out) else { return };
    if found != expected {
        let finding = ShapeFinding::UnknownFormat {
            found: found.to_owned(),
            expected: expected.to_owned(),
        };
        out.add(node.span, finding);
    }
}

/// What a questionnaire says of itself before it asks anything.
struct Head {
    id: String,
    version: String,
    languages: Vec<Tag>,
    title: Text,
    provenance: Option<Text>,
    licence: Option<String>,
    minutes: Option<(u32, Span)>,
}

impl Head {
    fn read(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Head {
        let id = fields.required("id", out).and_then(|node| id(node, out));
        let version = fields.required("version", out).and_then(|node| version(node, out));
        let languages = fields
            .required("languages", out)
            .map(|node| languages(node, out))
            .unwrap_or_default();
        let title = fields
            .required("title", out)
            .and_then(|node| text(node, &languages, out));
        let provenance = fields
            .optional("provenance")
            .and_then(|node| text(node, &languages, out));
        let licence = fields
            .optional("licence")
            .and_then(|node| node.text(out))
            .map(str::to_owned);
        let minutes = fields.optional("minutes").and_then(|node| {
            let minutes = node.whole_where(|n| (1..=600).contains(&n), "1–600", out)?;
            Some((minutes as u32, node.span))
        });
        Head {
            id: id.unwrap_or_default(),
            version: version.unwrap_or_default(),
            languages,
            title: title.unwrap_or_default(),
            provenance,
            licence,
            minutes,
        }
    }
}

/// Reads a version of three numbers, as written.
pub(super) fn version(node: &Node, out: &mut Diagnostics) -> Option<String> {
    let text = node.text(out)?;
    let number = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('.').collect();
    if parts.len() != 3 || !parts.iter().all(|part| number(part)) {
        out.add(
            node.span,
            NameFinding::Malformed {
                form: Form::Version,
                found: text.to_owned(),
            },
        );
        return None;
    }
    Some(text.to_owned())
}

fn cells(node: &Node, axes: &Axes, out: &mut Diagnostics) -> Vec<Cell> {
    if axes.axes.len() == 1 {
        refuse_cells(node, out);
        return Vec::new();
    }
    axes.cell_weights(node, out)
}

fn roles(node: &Node, languages: &[Tag], names: &mut Names, out: &mut Diagnostics) -> Vec<Role> {
    let mut roles = Vec::new();
    for node in node.some_items(out).unwrap_or_default() {
        let Some(mut fields) = node.fields(out) else { continue };
        let id = fields
            .required("id", out)
            .and_then(|node| names.new_column_id(node, Thing::Role, out));
        let title = fields
            .required("title", out)
            .and_then(|node| text(node, languages, out));
        fields.finish(out);
        roles.push(Role {
            id: id.unwrap_or_default(),
            title: title.unwrap_or_default(),
        });
    }
    roles
}

fn dropped(node: &Node, out: &mut Diagnostics) -> Vec<String> {
    node.items(out)
        .unwrap_or_default()
        .iter()
        .filter_map(|item| id(item, out))
        .collect()
}

/// The columns that the questions will have, in order, as far as that can be told from their ids, so that a condition
/// on a later question is not called a condition on an unknown one.
fn announced_columns(questions: &[Node]) -> Vec<String> {
    let mut columns = Vec::new();
    for node in questions {
        let Value::Map(entries) = &node.value else { continue };
        let field = |name: &str| {
            entries
                .iter()
                .find(|entry| entry.key.text == name)
                .map(|entry| &entry.value)
        };
        let word = |node: &Node| node.scalar().map(|scalar| scalar.text.clone());
        let Some(id) = field("id").and_then(word) else { continue };
        let is = |name: &str, value: &str| field(name).and_then(word).as_deref() == Some(value);
        if let (true, Some(Value::List(rows))) = (is("type", "grid"), field("rows").map(|node| &node.value)) {
            columns.extend(rows.iter().filter_map(row_id).map(|row| format!("{id}.{row}")));
        } else if is("paper_and_practice", "true") {
            columns.extend([format!("{id}.paper"), format!("{id}.practice")]);
        } else {
            columns.push(id);
        }
    }
    columns
}

fn row_id(row: &Node) -> Option<&str> {
    let Value::Map(entries) = &row.value else { return None };
    let id = entries.iter().find(|entry| entry.key.text == "id")?;
    id.value.scalar().map(|scalar| scalar.text.as_str())
}
