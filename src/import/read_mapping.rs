//! Reading a mapping file: every mistake in it is reported at its place.

use super::mapping::{Assigned, FORMAT, Keep, Key, Mapping, Meaning, Origin, Otherwise, Values};
use super::names::{Beside, Target};
use super::preset::Tool;
use super::table::Source;
use super::text::plain;
use crate::diagnostics::{
    AnswerFinding, Diagnostics, Form, ImportFinding, Known, NameFinding, ShapeFinding, Thing, nearest, unknown,
};
use crate::questionnaire::{Kind, Questionnaire, is_reserved_column};
use crate::responses::{Codec, Voice, Wave, date};
use crate::spreadsheet::delimited::Encoding;
use crate::yaml::{Entry, Fields, Node, Value};

/// The questionnaire that a mapping says it belongs to, without reading the rest.
pub fn mapping_of(node: &Node) -> Option<&str> {
    node.field_text("questionnaire")
}

/// What a mapping says about the file itself: that is needed before the file can be read, and with it the questionnaire
/// may be found. Mistakes are reported by [`read_mapping`].
pub fn mapping_source(node: &Node) -> Source {
    let mut out = Diagnostics::new();
    node.field("source").and_then(|node| source(node, &mut out)).unwrap_or_default()
}

/// Reads a mapping for a questionnaire; `None` when it is no map of fields at all.
pub fn read_mapping(node: &Node, q: &Questionnaire, codec: &Codec, out: &mut Diagnostics) -> Option<Mapping> {
    read(node, Reader { about: Some((q, codec)) }, out)
}

/// Reports what is wrong with a mapping whatever questionnaire it is for: which questions, choices and roles there are is
/// not known.
pub fn check_mapping(node: &Node, out: &mut Diagnostics) {
    read(node, Reader { about: None }, out);
}

fn read(node: &Node, reader: Reader<'_>, out: &mut Diagnostics) -> Option<Mapping> {
    let mut fields = node.fields(out)?;
    if let Some(node) = fields.required("peil", out)
        && let Some(found) = node.text(out).filter(|found| *found != FORMAT)
    {
        out.add(node.span, ShapeFinding::UnknownFormat { found: found.to_owned(), expected: FORMAT.to_owned() });
    }
    if let Some(node) = fields.optional("questionnaire")
        && let Some(found) = node.text(out)
        && let Some((q, _)) = reader.about.filter(|(q, _)| q.id != found)
    {
        let (found, expected) = (found.to_owned(), q.id.clone());
        out.add(node.span, ImportFinding::OtherQuestionnaire { found, expected });
        // Every question in it would be unknown, and that would say the same a hundred times.
        return None;
    }
    let mut mapping = Mapping::default();
    if let Some(node) = fields.optional("source") {
        mapping.source = source(node, out).unwrap_or_default();
    }
    reader.head(&mut fields, &mut mapping, out);
    let (keep, words) =
        (fields.optional("keep"), [("latest", Keep::Latest), ("first", Keep::First), ("error", Keep::Error)]);
    mapping.keep = keep.and_then(|node| node.word(&words, out));
    for entry in present(fields.optional("columns")).and_then(|node| node.entries(out)).unwrap_or_default() {
        let key = Key { text: plain(&entry.key.text), span: entry.key.span };
        let is_empty = entry.value.scalar().is_none() && matches!(entry.value.value, Value::Scalar(_));
        let to = if is_empty { Some(None) } else { reader.assigned(&entry.value, out).map(Some) };
        mapping.columns.extend(to.map(|to| Assigned { key, to }));
    }
    for node in present(fields.optional("ignore")).and_then(|node| node.items(out)).unwrap_or_default() {
        mapping.ignored.extend(node.text(out).map(|text| Key { text: plain(text), span: node.span }));
    }
    for entry in present(fields.optional("values")).and_then(|node| node.entries(out)).unwrap_or_default() {
        mapping.values.extend(reader.values(entry, out));
    }
    fields.finish(out);
    Some(mapping)
}

/// A field that is there with nothing behind it says nothing.
fn present(node: Option<&Node>) -> Option<&Node> {
    node.filter(|node| node.scalar().is_some() || !matches!(node.value, Value::Scalar(_)))
}

fn source(node: &Node, out: &mut Diagnostics) -> Option<Source> {
    let mut fields = node.fields(out)?;
    let tool = fields.optional("tool").and_then(|node| node.word(&Tool::WORDS, out));
    let sheet = fields.optional("sheet").and_then(|node| node.text(out)).map(str::to_owned);
    let mut row = |name, out: &mut Diagnostics| {
        let node = present(fields.optional(name))?;
        let row = node.whole_in(1, 100_000, out)?;
        usize::try_from(row).ok()
    };
    let (header_row, first_row) = (row("header_row", out), row("first_row", out));
    let separators = [(";", ';'), (",", ','), ("tab", '\t'), ("\t", '\t')];
    let separator = fields.optional("separator").and_then(|node| node.word(&separators, out));
    let encodings = [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("windows-1252", Encoding::Windows1252)];
    let encoding = fields.optional("encoding").and_then(|node| node.word(&encodings, out));
    let several = fields.optional("several").and_then(|node| node.text(out)).map(str::to_owned);
    let mut not_shown = Vec::new();
    for node in fields.optional("not_shown").and_then(|node| node.items(out)).unwrap_or_default() {
        not_shown.extend(node.text(out).map(plain));
    }
    let words = [("skipped", false), ("none", true)];
    let none = fields.optional("none_ticked").and_then(|node| node.word(&words, out));
    fields.finish(out);
    Some(Source {
        tool,
        sheet,
        header_row,
        first_row,
        separator,
        encoding,
        several,
        not_shown,
        none_ticked_is_none: none.unwrap_or(false),
    })
}

/// Reads what refers to a questionnaire.
#[derive(Clone, Copy)]
struct Reader<'a> {
    /// The questionnaire; without it references are not followed, and nothing is said of them.
    about: Option<(&'a Questionnaire, &'a Codec)>,
}

impl Reader<'_> {
    fn head(&self, fields: &mut Fields<'_>, mapping: &mut Mapping, out: &mut Diagnostics) {
        mapping.council = present(fields.optional("council")).and_then(|node| from(node, out));
        mapping.name = present(fields.optional("name")).and_then(|node| from(node, out));
        let wave = present(fields.optional("wave"));
        mapping.wave = wave.and_then(|node| from(node, out));
        if let (Some(node), Some(Origin::Fixed(found))) = (wave, &mapping.wave)
            && Wave::parse(found).is_none()
        {
            let span = node.field("value").map_or(node.span, |value| value.span);
            out.add(span, NameFinding::Malformed { form: Form::Wave, found: found.clone() });
        }
        let role = present(fields.optional("role"));
        mapping.role = role.and_then(|node| from(node, out));
        if let (Some(node), Some(from)) = (role, &mapping.role) {
            self.roles(node, from, out);
        }
        mapping.respondent = present(fields.optional("respondent")).and_then(|node| from(node, out));
        for entry in present(fields.optional("classes")).and_then(|node| node.entries(out)).unwrap_or_default() {
            let name = entry.key.text.as_str();
            let own = |(q, _): (&Questionnaire, _)| q.is_own_column(name) || q.column(name).is_some();
            if self.about.map_or_else(|| is_reserved_column(name), own) {
                out.add(entry.key.span, NameFinding::ReservedId(entry.key.text.clone()));
            }
            mapping.classes.extend(from(&entry.value, out).map(|from| (entry.key.text.clone(), from)));
        }
        let words = [("full", false), ("quick", true)];
        mapping.quick = fields.optional("scan").and_then(|node| node.word(&words, out)).unwrap_or(false);
        mapping.shown_by_role = fields.optional("shown_by_role").and_then(|node| node.truth(out)).unwrap_or(false);
        if let Some(node) = present(fields.optional("keep_until")) {
            mapping.keep_until = node.text(out).and_then(|text| {
                let day = date(text);
                if day.is_none() {
                    out.add(node.span, NameFinding::Malformed { form: Form::Date, found: text.to_owned() });
                }
                day
            });
        }
    }

    /// The roles that texts are said to mean must be those of the questionnaire.
    fn roles(&self, node: &Node, from: &Origin, out: &mut Diagnostics) {
        let Some((q, _)) = self.about else { return };
        if let Origin::Fixed(role) = from
            && Voice::named(role, q).is_none()
        {
            let span = node.field("value").map_or(node.span, |value| value.span);
            out.add(span, Voice::unknown(role, q));
        }
        let values = node.field("values").map(|values| &values.value);
        let Some(Value::Map(entries)) = values else { return };
        for entry in entries {
            let role = entry.value.scalar().map(|scalar| scalar.text.as_str());
            let role = role.filter(|role| *role != "ignore" && Voice::named(role, q).is_none());
            if let Some(role) = role {
                out.add(entry.value.span, Voice::unknown(role, q));
            }
        }
    }

    fn assigned(&self, node: &Node, out: &mut Diagnostics) -> Option<(Target, Otherwise)> {
        let Value::Map(_) = node.value else {
            return Some((Target::Answer(self.column(node, out)?), Otherwise::Report));
        };
        let mut fields = node.fields(out)?;
        let notes = [("comment", Beside::Comment), ("evidence", Beside::Evidence), ("reason", Beside::Reason)];
        let note = notes.into_iter().find_map(|(name, beside)| Some((fields.optional(name)?, beside)));
        if let Some((node, beside)) = note {
            fields.finish(out);
            return Some((Target::Note(self.column(node, out)?, beside), Otherwise::Report));
        }
        if let Some(node) = fields.optional("via") {
            fields.finish(out);
            return Some((Target::Via(self.column(node, out)?), Otherwise::Report));
        }
        let answer = fields.required("answer", out).and_then(|node| self.column(node, out));
        let ticked = fields.optional("box");
        let words = [("report", Otherwise::Report), ("comment", Otherwise::Comment), ("ignore", Otherwise::Leave)];
        let otherwise = fields.optional("otherwise").and_then(|node| node.word(&words, out)).unwrap_or_default();
        fields.finish(out);
        let column = answer?;
        let Some(node) = ticked else { return Some((Target::Answer(column), otherwise)) };
        let id = node.text(out)?;
        let (q, _) = self.about?;
        let Kind::Multiple { choices } = &q.question_of(column).kind else {
            let kind = q.question_of(column).kind.word().to_owned();
            out.add(node.span, ShapeFinding::FieldNotForType { field: "box".into(), kind });
            return None;
        };
        let found = choices.iter().position(|choice| choice.id == id);
        if found.is_none() {
            out.add(node.span, unknown(Thing::Choice, id, choices.iter().map(|choice| choice.id.as_str())));
        }
        Some((Target::Box(column, found?), otherwise))
    }

    /// The column of the questionnaire that a node names.
    fn column(&self, node: &Node, out: &mut Diagnostics) -> Option<usize> {
        let id = node.text(out)?;
        let (q, _) = self.about?;
        let found = q.column(id);
        if found.is_none() {
            out.add(node.span, no_column(q, id));
        }
        found
    }

    fn values(&self, entry: &Entry, out: &mut Diagnostics) -> Option<Values> {
        let id = entry.key.text.as_str();
        let columns = self.about.map(|(q, _)| columns(q, id)).unwrap_or_default();
        if let Some((q, _)) = self.about.filter(|_| columns.is_empty()) {
            out.add(entry.key.span, no_column(q, id));
            return None;
        }
        let mut meanings = Vec::new();
        for value in entry.value.entries(out).unwrap_or_default() {
            let Some(scalar) = value.value.scalar() else {
                // A place that is still empty.
                if !matches!(value.value.value, Value::Scalar(_)) {
                    value.value.text(out);
                }
                continue;
            };
            let meaning = match scalar.text.as_str() {
                "dont-know" => Meaning::DontKnow,
                "not-applicable" => Meaning::NotApplicable,
                "none" => Meaning::NoneTicked,
                "ignore" => Meaning::Nothing,
                "not-shown" => Meaning::NotShown,
                text => {
                    self.expect_value(&columns, text, &value.value, out);
                    Meaning::Value(text.to_owned())
                }
            };
            meanings.push((plain(&value.key.text), meaning));
        }
        Some(Values { columns, meanings })
    }

    /// Reports a choice that none of the columns has.
    fn expect_value(&self, columns: &[usize], text: &str, node: &Node, out: &mut Diagnostics) {
        let Some((_, codec)) = self.about else { return };
        let coded = columns.iter().map(|&column| codec.value(column, text));
        let wrong: Option<Vec<AnswerFinding>> = coded.map(Result::err).collect();
        if let Some(finding) = wrong.and_then(|wrong| wrong.into_iter().next()) {
            out.add(node.span, finding);
        }
    }
}

/// The columns that a name stands for: those of one question, or of every question with choices.
fn columns(q: &Questionnaire, id: &str) -> Vec<usize> {
    let belongs = |column: &usize| {
        let column = &q.columns[*column];
        let question = &q.questions[column.question];
        // What stands in a free text is never a choice.
        (id == "every" && question.kind.is_scored()) || column.id == id || question.id == id
    };
    (0..q.columns.len()).filter(belongs).collect()
}

/// There is no such question; of one that has parts, one of them was meant.
fn no_column(q: &Questionnaire, id: &str) -> NameFinding {
    let part = q.columns.iter().find(|column| q.questions[column.question].id == id);
    let ids = q.columns.iter().map(|column| column.id.as_str());
    let suggestion = part.map(|column| column.id.clone()).or_else(|| nearest(id, ids.clone()));
    NameFinding::Unknown { thing: Thing::Question, id: id.to_owned(), suggestion, known: Known::of(ids) }
}

/// Where something about the respondent comes from: a text for all, `{column: …}` or `{file_name: true}`.
fn from(node: &Node, out: &mut Diagnostics) -> Option<Origin> {
    if !matches!(node.value, Value::Map(_)) {
        return node.text(out).map(|text| Origin::Fixed(text.trim().to_owned()));
    }
    let mut fields = node.fields(out)?;
    let fixed = fields.optional("value");
    let column = fields.optional("column");
    let named = fields.optional("file_name");
    let mut values = Vec::new();
    for entry in present(fields.optional("values")).and_then(|node| node.entries(out)).unwrap_or_default() {
        if entry.value.scalar().is_some() || !matches!(entry.value.value, Value::Scalar(_)) {
            let meant = entry.value.text(out).map(|text| text.trim().to_owned());
            values.extend(meant.map(|meant| (plain(&entry.key.text), meant)));
        }
    }
    let file_name = named.is_some_and(|node| node.truth(out).unwrap_or(false));
    if column.is_none() && fixed.is_none() && named.is_none() {
        // Reported as a field that is missing, unless it is there misspelt.
        fields.required("column", out);
    }
    fields.finish(out);
    match (fixed, column) {
        (Some(node), _) => node.text(out).map(|text| Origin::Fixed(text.trim().to_owned())),
        (None, Some(node)) => {
            node.text(out).map(|text| Origin::Column(Key { text: plain(text), span: node.span }, values))
        }
        (None, None) => file_name.then_some(Origin::FileName(values)),
    }
}
