//! Who answered in which file, and where: a file of their own, or rows of a table. Reads only what says so, needs no
//! questionnaire, and knows nothing of answers.

use std::ops::Range;

use super::line_rows::Keys;
use super::load::Input;
use super::record::Rows;
use super::same_council::bare;
use crate::source::{FileId, Sources, Span};
use crate::yaml::Node;

/// One respondent at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen<'t> {
    /// The council's code; empty when the file does not say.
    pub council: &'t str,
    /// The council's name; may be empty.
    pub name: &'t str,
    /// The wave as written; may be empty.
    pub wave: &'t str,
    /// The id of the questionnaire; may be empty.
    pub questionnaire: &'t str,
    /// The respondent; empty for one without an id.
    pub respondent: &'t str,
    /// What goes when the respondent goes.
    pub place: Place,
}

/// What holds the answers of one respondent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole file.
    File,
    /// One row of a table: the bytes of the text, its line break included.
    Row(Range<usize>),
}

/// What an input says about who answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace<'t> {
    /// A respondent.
    Seen(Seen<'t>),
    /// Text in which respondents cannot be told apart: a file that cannot be read, a row that is out of joint.
    Unclear(Span, &'t str),
}

/// Calls `each` with every respondent of an input, in the order of the file.
pub fn trace(input: &Input, sources: &Sources, each: &mut dyn FnMut(Trace<'_>)) {
    match input {
        Input::Sheet(_, Some(node)) => each(Trace::Seen(of_sheet(node))),
        Input::Sheet(file, None) => each(Trace::Unclear(Span::start_of(*file), sources.get(*file).text())),
        Input::Table(file, _) if sources.get(*file).bad_encoding().is_some() => {
            each(Trace::Unclear(Span::start_of(*file), sources.get(*file).text()));
        }
        Input::Table(file, _) => of_table(*file, sources.get(*file).text(), each),
    }
}

fn of_sheet(node: &Node) -> Seen<'_> {
    let text = |map: &str, field: &str| bare(node.field(map).and_then(|map| map.field_text(field)).unwrap_or_default());
    Seen {
        council: text("council", "id"),
        name: text("council", "name"),
        wave: bare(node.field_text("wave").unwrap_or_default()),
        questionnaire: text("questionnaire", "id"),
        respondent: text("respondent", "id"),
        place: Place::File,
    }
}

/// A table without a council or without respondents holds nobody who could be told from another.
fn of_table(file: FileId, text: &str, each: &mut dyn FnMut(Trace<'_>)) {
    let mut rows = Rows::new(file, text);
    let Some(header) = rows.next() else { return };
    let mut names: Vec<&str> = (0..header.fields.len()).map(|index| header.get(index)).collect();
    if text.trim_start().starts_with('{') {
        // The first of JSON lines need not name them all.
        names = vec!["council", "respondent", "name", "wave", "questionnaire"];
        rows = Rows::of_lines(file, text, Some(Keys::only(&names)));
    }
    let column = |name: &str| names.iter().position(|known| *known == name);
    let (Some(council), Some(respondent)) = (column("council"), column("respondent")) else { return };
    let (name, wave, questionnaire) = (column("name"), column("wave"), column("questionnaire"));
    while let Some(row) = rows.next() {
        let range = row.range();
        if row.fields.len() != names.len() || row.fault().is_some() {
            each(Trace::Unclear(row.span(), &text[range]));
            continue;
        }
        let cell = |index: Option<usize>| index.map_or("", |index| row.get(index));
        each(Trace::Seen(Seen {
            council: row.get(council),
            name: cell(name),
            wave: cell(wave),
            questionnaire: cell(questionnaire).split('@').next().unwrap_or_default(),
            respondent: row.get(respondent),
            place: Place::Row(range),
        }));
    }
}
