//! A table of answers, one row per respondent: what its columns hold, and who a row is about.

use super::binding::{earlier_version, former_question, other_version};
use super::earlier::{Became, Lineage};
use super::intake::Who;
use super::record::{Record, Rows};
use super::voice::Voice;
use super::wave::Wave;
use crate::diagnostics::{BindingFinding, Diagnostics, Form, NameFinding, Remark, ShapeFinding, TableFinding, nearest};
use crate::questionnaire::{Questionnaire, Version};
use crate::source::{FileId, Sources, Span};

/// The largest table that is read whole: 1 GiB.
pub(super) const SIZE_LIMIT: u64 = 1 << 30;

/// Behind the name of a column: beside it stands who does it.
pub(crate) const VIA_ENDING: &str = ".via";

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Council,
    Name,
    Wave,
    Respondent,
    Role,
    Scan,
    Questionnaire,
    Answer(usize),
    /// What an earlier version called a column.
    Former(Became),
    /// Whether a partner does what was answered in a column of the questionnaire: `ID.via`.
    Via(usize),
    Class(usize),
    /// A column that was reported; its cells are passed over.
    Nothing,
}

/// What every column holds; `class` gives the index of a class for a column that has this one in the table, and `None` where
/// that holds no texts. Columns that cannot be read, such as that one and those of these indices, are reported and hold
/// nothing. `None` when nothing can be made of the table.
pub(super) fn header_layout(
    header: &Record<'_>,
    unread: &[usize],
    questionnaire: &Questionnaire,
    class: &mut dyn FnMut(usize, &str) -> Option<usize>,
    out: &mut Diagnostics,
) -> Option<Vec<Holds>> {
    let first_line = header.span();
    if let Some((span, finding)) = header_fault(header) {
        out.add(span, finding);
        return None;
    }
    let lineage = Lineage::new(questionnaire);
    let has = |name: &str| (0..header.fields.len()).any(|index| header.get(index) == name);
    let of_versions = has("questionnaire");
    let mut refused_for = Vec::new();
    let mut layout: Vec<Holds> = Vec::with_capacity(header.fields.len());
    for index in 0..header.fields.len() {
        let name = header.get(index);
        let first = (0..index).find(|&earlier| header.get(earlier) == name);
        let holds = match first {
            _ if name.is_empty() => {
                out.add(header.field_span(index), TableFinding::EmptyColumn);
                Holds::Nothing
            }
            Some(first) => {
                let finding = TableFinding::DuplicateColumn(name.to_owned());
                out.add_related(header.field_span(index), finding, header.field_span(first), Remark::FirstUsedHere);
                Holds::Nothing
            }
            None => {
                let span = header.field_span(index);
                match holds(name, span, (questionnaire, &lineage, of_versions), out) {
                    Named::Holds(holds) => holds,
                    Named::Class => {
                        let class = if unread.contains(&index) { None } else { class(index, name) };
                        class.map_or_else(|| unreadable(header, index, out).0, Holds::Class)
                    }
                    Named::Nearly(own) => {
                        let is_there = has(&own);
                        let refused = places_rows(&own) && !is_there;
                        refused_for.extend(refused.then(|| own.clone()));
                        let column = name.to_owned();
                        out.add(span, TableFinding::NearlyOwnColumn { column, own, is_there, refused });
                        Holds::Nothing
                    }
                }
            }
        };
        layout.push(holds);
    }
    if !layout.contains(&Holds::Council) {
        if refused_for.iter().all(|own| own != "council") {
            out.add(first_line, TableFinding::MissingColumn("council".into()));
        }
        return None;
    }
    if !layout.iter().any(|holds| matches!(holds, Holds::Answer(_) | Holds::Former(Became::Column(_)))) {
        let known = questionnaire.columns.iter().map(|column| column.id.clone()).collect();
        out.add(first_line, TableFinding::NoQuestionColumns { known });
        return None;
    }
    let unplaced = pass_over(unread, header, &mut layout, out);
    (refused_for.is_empty() && !unplaced).then_some(layout)
}

/// Reports columns that cannot be read, after which they hold nothing. Whether nobody knows where a row belongs then.
fn pass_over(unread: &[usize], header: &Record<'_>, layout: &mut [Holds], out: &mut Diagnostics) -> bool {
    let mut is_refused = false;
    for &index in unread {
        if layout[index] != Holds::Nothing {
            let (nothing, refused) = unreadable(header, index, out);
            layout[index] = nothing;
            is_refused |= refused;
        }
    }
    is_refused
}

/// Reports a column that cannot be read: what it holds then, and whether nobody knows where a row belongs.
fn unreadable(header: &Record<'_>, index: usize, out: &mut Diagnostics) -> (Holds, bool) {
    let column = header.get(index).to_owned();
    let refused = places_rows(&column);
    out.add(header.field_span(index), TableFinding::UnreadableColumn { column, refused });
    (Holds::Nothing, refused)
}

/// The columns of a table that hold no answer and no class.
const OWN: [(&str, Holds); 7] = [
    ("council", Holds::Council),
    ("name", Holds::Name),
    ("wave", Holds::Wave),
    ("respondent", Holds::Respondent),
    ("role", Holds::Role),
    ("scan", Holds::Scan),
    ("questionnaire", Holds::Questionnaire),
];

/// Whether a column of peil's own says where a row belongs: passed over, its rows would count in another place.
fn places_rows(own: &str) -> bool {
    OWN.iter().any(|(name, holds)| *name == own && *holds != Holds::Name)
}

/// The column of peil's own that is most likely meant by a name that none has.
fn nearly_own(name: &str) -> Option<String> {
    nearest(name, OWN.map(|(own, _)| own))
}

/// What the name of a column says.
enum Named {
    Holds(Holds),
    /// Nothing that peil knows: a class.
    Class,
    /// It is nearly this column of peil's own.
    Nearly(String),
}

/// Why a record is no header, and where: without one nothing can be made of the lines after it either.
pub(super) fn header_fault(header: &Record<'_>) -> Option<(Span, TableFinding)> {
    let (span, finding) = header.fault()?;
    let finding = match finding {
        TableFinding::OpenQuote => TableFinding::OpenQuoteInHeader,
        TableFinding::AfterQuote => TableFinding::AfterQuoteInHeader,
        other => other,
    };
    Some((span, finding))
}

/// What a column holds. A name of an earlier version is one only where rows may be `of_versions` of their own.
fn holds(
    name: &str,
    span: Span,
    (questionnaire, lineage, of_versions): (&Questionnaire, &Lineage, bool),
    out: &mut Diagnostics,
) -> Named {
    if let Some((_, own)) = OWN.into_iter().find(|(own, _)| *own == name) {
        return Named::Holds(own);
    }
    if let Some(column) = questionnaire.column(name) {
        return Named::Holds(Holds::Answer(column));
    }
    if let Some(became) = lineage.former(name, questionnaire) {
        if of_versions {
            return Named::Holds(Holds::Former(became));
        }
        out.add(span, former_question(name, became, questionnaire));
        return Named::Holds(Holds::Nothing);
    }
    if let Some(holds) = via_column(name, span, (questionnaire, lineage, of_versions), out) {
        return Named::Holds(holds);
    }
    let known = || questionnaire.columns.iter().map(|column| column.id.as_str());
    let suggestion = out.within_reason(span.file, known(), || meant(name, questionnaire));
    if suggestion.is_some() {
        out.add(span, TableFinding::UnknownColumn { column: name.to_owned(), suggestion });
        return Named::Holds(Holds::Nothing);
    }
    if questionnaire.is_own_column(name) {
        // Beside the scores there would be two columns of this name.
        out.add(span, NameFinding::ReservedId(name.to_owned()));
        return Named::Holds(Holds::Nothing);
    }
    nearly_own(name).map_or(Named::Class, Named::Nearly)
}

/// What a column `ID.via` holds; `None` where the name is none of those.
fn via_column(
    name: &str,
    span: Span,
    (questionnaire, lineage, of_versions): (&Questionnaire, &Lineage, bool),
    out: &mut Diagnostics,
) -> Option<Holds> {
    let id = name.strip_suffix(VIA_ENDING)?;
    if let Some(column) = questionnaire.column(id) {
        return Some(Holds::Via(column));
    }
    match (lineage.former(id, questionnaire), of_versions) {
        (Some(Became::Column(column)), true) => return Some(Holds::Via(column)),
        (Some(Became::Dropped(_)), true) => return Some(Holds::Nothing),
        (Some(became), false) => out.add(span, former_question(id, became, questionnaire)),
        (None, _) => {
            let known = questionnaire.columns.iter().map(|column| column.id.as_str());
            let meant = out.within_reason(span.file, known, || meant(id, questionnaire))?;
            let suggestion = Some(format!("{meant}{VIA_ENDING}"));
            out.add(span, TableFinding::UnknownColumn { column: name.to_owned(), suggestion });
        }
    }
    Some(Holds::Nothing)
}

/// Whether a column that holds no answers can hold a class: its name is not nearly that of a question, of one of an earlier
/// version or of a column of peil's own, and no column of the scores is called so.
pub(crate) fn may_be_class(name: &str, questionnaire: &Questionnaire) -> bool {
    let id = name.strip_suffix(VIA_ENDING).unwrap_or(name);
    let was_question = Lineage::new(questionnaire).former(id, questionnaire).is_some();
    let is_free = !name.is_empty() && !was_question && !questionnaire.is_own_column(name);
    is_free && meant(id, questionnaire).is_none() && nearly_own(name).is_none()
}

/// The column that is most likely meant by a name that none has.
fn meant(name: &str, questionnaire: &Questionnaire) -> Option<String> {
    let known = questionnaire.columns.iter().map(|column| column.id.as_str());
    nearest(name, known).or_else(|| question_with_parts(name, questionnaire))
}

/// The first column of a question that has several, when only the question is named.
fn question_with_parts(name: &str, questionnaire: &Questionnaire) -> Option<String> {
    let question = questionnaire.questions.iter().position(|question| question.id == name)?;
    questionnaire.columns.iter().find(|column| column.question == question).map(|column| column.id.clone())
}

/// Whether a record has the fields of the header; reported when not.
pub(super) fn fits_header(record: &Record<'_>, expected: usize, out: &mut Diagnostics) -> bool {
    if let Some((span, finding)) = record.fault() {
        out.add(span, finding);
        return false;
    }
    let found = record.fields.len();
    if found != expected {
        out.add(record.span(), TableFinding::FieldCount { expected, found });
    }
    found == expected
}

/// Who a row is about; `None` when that cannot be told, which is reported.
pub(super) fn who<'r>(
    record: &'r Record<'_>,
    layout: &[Holds],
    questionnaire: &Questionnaire,
    out: &mut Diagnostics,
) -> Option<Who<'r>> {
    let index = |wanted: Holds| layout.iter().position(|holds| *holds == wanted);
    let text = |wanted: Holds| index(wanted).map_or("", |index| record.get(index));
    let span = |wanted: Holds| index(wanted).map_or(record.span(), |index| record.field_span(index));
    let council = text(Holds::Council);
    if council.is_empty() {
        out.add(span(Holds::Council), TableFinding::NoCouncil);
        return None;
    }
    if council == "council" {
        out.add(span(Holds::Council), TableFinding::SecondHeader);
        return None;
    }
    let earlier = belongs(text(Holds::Questionnaire), || span(Holds::Questionnaire), questionnaire, out).ok()?;
    let age = earlier.map_or(0, |version| questionnaire.age(version));
    let wave = wave(text(Holds::Wave), || span(Holds::Wave), out).ok()?;
    let voice = voice(text(Holds::Role), || span(Holds::Role), questionnaire, out).ok()?;
    let quick = quick(text(Holds::Scan), || span(Holds::Scan), out).ok()?;
    let (name, respondent) = (text(Holds::Name), text(Holds::Respondent));
    Some(Who { council, name, wave, respondent, voice, quick, shown_by_role: false, earlier, age, span: record.span() })
}

/// A cell that was reported, so that its row is left out.
struct Reported;

fn wave(written: &str, span: impl Fn() -> Span, out: &mut Diagnostics) -> Result<Option<Wave>, Reported> {
    if written.is_empty() {
        return Ok(None);
    }
    Wave::parse(written).map(Some).ok_or_else(|| {
        out.add(span(), NameFinding::Malformed { form: Form::Wave, found: written.to_owned() });
        Reported
    })
}

fn voice(
    written: &str,
    span: impl Fn() -> Span,
    questionnaire: &Questionnaire,
    out: &mut Diagnostics,
) -> Result<Voice, Reported> {
    if written.is_empty() {
        return Ok(Voice::Person);
    }
    Voice::of(written, questionnaire).ok_or_else(|| {
        out.add(span(), Voice::unknown(written, questionnaire));
        Reported
    })
}

fn quick(written: &str, span: impl Fn() -> Span, out: &mut Diagnostics) -> Result<bool, Reported> {
    match written {
        "" | "full" => Ok(false),
        "quick" => Ok(true),
        _ => {
            let allowed = vec!["full".to_owned(), "quick".to_owned()];
            let suggestion = nearest(written, ["full", "quick"]);
            out.add(span(), ShapeFinding::UnknownWord { word: written.to_owned(), allowed, suggestion });
            Err(Reported)
        }
    }
}

/// The version that a cell of the `questionnaire` column names, if it is an earlier one; none where it names this one, or
/// nothing.
fn belongs(
    written: &str,
    span: impl Fn() -> Span,
    questionnaire: &Questionnaire,
    out: &mut Diagnostics,
) -> Result<Option<Version>, Reported> {
    if written.is_empty() || written == questionnaire.reference() {
        return Ok(None);
    }
    let (id, version) = written.split_once('@').unwrap_or((written, ""));
    if id == questionnaire.id && version.is_empty() {
        let expected = questionnaire.reference();
        out.add(span(), BindingFinding::NoVersion { expected });
    } else if id == questionnaire.id {
        if let Some(version) = earlier_version(version, questionnaire) {
            return Ok(Some(version));
        }
        out.add(span(), other_version(version, questionnaire));
    } else {
        let finding =
            BindingFinding::OtherQuestionnaire { found: written.to_owned(), expected: questionnaire.reference() };
        out.add(span(), finding);
    }
    Err(Reported)
}

/// The questionnaire that the first row to name one has in its `questionnaire` column: id, version and place.
pub(super) fn declared(file: FileId, sources: &Sources) -> Option<(String, String, Span)> {
    let mut rows = Rows::new(file, sources.get(file).text());
    let header = rows.next()?;
    let column = (0..header.fields.len()).find(|&index| header.get(index) == "questionnaire")?;
    let named = std::iter::from_fn(|| rows.next()).find(|row| !row.get(column).is_empty())?;
    let written = named.get(column);
    let (id, version) = written.split_once('@').unwrap_or((written, ""));
    Some((id.to_owned(), version.to_owned(), named.field_span(column)))
}
