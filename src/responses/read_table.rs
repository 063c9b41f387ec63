//! Reading a table whole into the intake: its rows one after the other, and what is wrong with each in its place. What the
//! columns hold is told by the table itself.

use std::collections::HashSet;

use super::codec::GIVEN;
use super::earlier::Became;
use super::intake::{Intake, NoteKind};
use super::load::Origin;
use super::pooled::WRITTEN;
use super::quoted::LONGEST_HEADER;
use super::record::{Record, Rows};
use super::scan::SEPARATOR;
use super::sheet::text_of_cell;
use super::table::{Holds, fits_header, header_layout, who};
use super::table_answer::{Answer, Beside};
use crate::diagnostics::{Diagnostics, FileFinding, TableFinding};
use crate::questionnaire::Questionnaire;
use crate::source::{BadEncoding, FileId, Sources, Span};

/// Reads a table into the intake. A row that cannot be placed is reported and left out; a cell that is no answer is
/// reported and counts as unanswered.
pub fn read_table(file: FileId, sources: &Sources, intake: &mut Intake<'_>, out: &mut Diagnostics) {
    read_table_of(file, &Origin::Written, sources, intake, out);
}

/// The same of a table whose text came about in this way.
pub(super) fn read_table_of(
    file: FileId,
    origin: &Origin,
    sources: &Sources,
    intake: &mut Intake<'_>,
    out: &mut Diagnostics,
) {
    let source = sources.get(file);
    if let Some(bad) = no_table(file, sources) {
        crate::yaml::report_encoding(bad, out);
        return;
    }
    if source.text().trim().is_empty() {
        out.add(Span::start_of(file), FileFinding::Empty);
        return;
    }
    let mut rows = match origin {
        Origin::Written => Rows::new(file, source.text()),
        Origin::Parquet { .. } => Rows::with_separator(file, source.text(), SEPARATOR),
    };
    let Some(header) = rows.next() else { return };
    if *origin == Origin::Written && header.range().end > LONGEST_HEADER {
        out.add(Span::start_of(file), TableFinding::LongHeader { megabytes: LONGEST_HEADER >> 20 });
        return;
    }
    let questionnaire = intake.questionnaire();
    let mut class = |index: usize, name: &str| origin.holds_texts(index).then(|| intake.registry().class_column(name));
    let layout = header_layout(&header, origin.unread(), questionnaire, &mut class, out);
    let Some(mut layout) = layout else { return };
    rows.add_known(&header, &mut layout, questionnaire);
    let absent = absent(&layout, questionnaire);
    let mut count = 0;
    while let Some(record) = rows.next() {
        // In a column that is passed over may stand what there is.
        let no_text = origin.no_texts_of(count).find(|cell| layout[cell.column] != Holds::Nothing);
        count += 1;
        if let Some(cell) = no_text {
            let finding = if cell.is_utf8 { TableFinding::Nul } else { TableFinding::NotUtf8 };
            out.add(record.field_span(cell.column), finding);
            continue;
        }
        if !record.too_long
            && let Some(span) = source.not_utf8(record.range())
        {
            out.add(span, TableFinding::NotUtf8);
            continue;
        }
        row(&header, &record, (&layout, &absent), intake, out);
    }
    if count == 0 {
        out.add(header.field_span(0), TableFinding::NoRows);
    }
}

/// Why a file is no table at all, if so. What stands in no text and behind the header costs its row and no other.
fn no_table(file: FileId, sources: &Sources) -> Option<BadEncoding> {
    let source = sources.get(file);
    let bad = source.bad_encoding()?;
    let (BadEncoding::NotUtf8(first) | BadEncoding::Binary(first, None)) = bad else { return Some(bad) };
    let header = Rows::new(file, source.text()).next()?.range();
    if (first.start as usize) < header.end {
        return Some(bad);
    }
    let nul = memchr::memchr(0, &source.text().as_bytes()[..header.end])? as u32;
    Some(BadEncoding::Binary(Span { file, start: nul, end: nul + 1 }, None))
}

/// The scored questions that no column of a table is for.
fn absent(layout: &[Holds], questionnaire: &Questionnaire) -> Vec<usize> {
    let column = |holds: &Holds| match holds {
        Holds::Answer(column) | Holds::Former(Became::Column(column)) => Some(*column),
        _ => None,
    };
    let there: HashSet<usize> =
        layout.iter().filter_map(column).map(|column| questionnaire.columns[column].question).collect();
    let scored = (0..questionnaire.questions.len()).filter(|&one| questionnaire.questions[one].kind.is_scored());
    scored.filter(|one| !there.contains(one)).collect()
}

fn row(
    header: &Record<'_>,
    record: &Record<'_>,
    (layout, absent): (&[Holds], &[usize]),
    intake: &mut Intake<'_>,
    out: &mut Diagnostics,
) {
    if !fits_header(record, layout.len(), out) {
        return;
    }
    let Some(who) = who(record, layout, intake.questionnaire(), out) else {
        return;
    };
    let Some(group) = intake.row(&who, out) else { return };
    if let Some(version) = who.earlier {
        let questionnaire = intake.questionnaire();
        let asked = absent.iter().filter(|&&question| questionnaire.age_limit(question) >= who.age);
        intake.earlier(version).absent.extend(asked);
    }
    let mut rejected = false;
    for (index, holds) in layout.iter().enumerate() {
        let text = record.get(index);
        match *holds {
            Holds::Class(column) => {
                intake.classify(group, column, text, &who, || record.field_span(index), out);
            }
            Holds::Answer(_) | Holds::Former(_) if !text.is_empty() => {
                let answer = Answer { header, record, layout, index, earlier: who.earlier };
                match answer.coded(intake) {
                    Ok(Some((column, coded))) => {
                        if coded.code == GIVEN && intake.codec().is_text(column) && text != WRITTEN {
                            intake.note(group, column, who.voice, NoteKind::Text, text_of_cell(text));
                        }
                        intake.set(column, coded);
                    }
                    Ok(None) => {}
                    Err(finding) => {
                        rejected = true;
                        out.add(record.field_span(index), finding);
                    }
                }
            }
            _ => {}
        }
    }
    vias(record, layout, intake, out);
    let place = |column: usize| {
        let holds = |&index: &usize| !record.get(index).is_empty() && layout[index].column() == Some(column);
        (0..layout.len()).find(holds).map(|index| record.field_span(index))
    };
    intake.finish_row(&who, rejected, place, out);
}

/// Takes in who does what a row answers, once all its answers are there.
fn vias(record: &Record<'_>, layout: &[Holds], intake: &mut Intake<'_>, out: &mut Diagnostics) {
    for (index, holds) in layout.iter().enumerate() {
        let Holds::Via(column) = *holds else { continue };
        let beside = Beside { record, layout, questionnaire: intake.questionnaire(), codec: intake.codec() };
        match beside.is_partner(index, column, intake.code(column)) {
            Ok(true) => intake.set_partner(column),
            Ok(false) => {}
            Err(finding) => out.add(record.field_span(index), finding),
        }
    }
}
