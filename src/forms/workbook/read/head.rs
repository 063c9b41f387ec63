//! Who answered: what was settled when the workbook was made, else what was filled in.

use jiff::civil::Date;

use super::{Problems, Table};
use crate::forms::clean::folded;
use crate::forms::tags::{spoken, tags};
use crate::forms::workbook::heading::{COUNCIL, FIELDS, KEEP_UNTIL, NAME, ROLE, SHOWN_BY_ROLE, WAVE, word};
use crate::forms::workbook::meta::Meta;
use crate::language::Language;
use crate::language::findings::{LineFinding, WorkbookFinding};
use crate::language::form::{self as words, workbook as say};
use crate::questionnaire::Questionnaire;
use crate::responses::{Respondent, SheetCouncil, Voice, Wave, date};

pub(super) struct Head {
    pub(super) council: SheetCouncil,
    pub(super) wave: Option<Wave>,
    pub(super) respondent: Respondent,
    pub(super) shown_by_role: bool,
    pub(super) keep_until: Option<Date>,
}

/// A field that was filled in.
struct Field<'t, 'g> {
    table: &'t Table<'g>,
    row: usize,
    text: Option<&'g str>,
}

/// Reads the fields. `knows_roles` is whether the form is known to have asked as whom someone answers.
pub(super) fn head(
    meta: &Meta<'_>,
    tables: &[Table<'_>],
    q: &Questionnaire,
    knows_roles: bool,
    out: &mut Problems,
) -> Head {
    let field = |id: &str| {
        let found = tables.iter().find_map(|table| Some((table, table.rows().find(|(_, found)| *found == id)?.0)));
        found.map(|(table, row)| Field { table, row, text: table.text(row, Some(table.answer)) })
    };
    let is_asked = |id: &str| meta.get(word(id)).is_none() && (id != ROLE || knows_roles);
    let missing = FIELDS.into_iter().filter(|id| is_asked(id) && field(id).is_none()).map(word).collect();
    report_missing(missing, meta, tables, out);
    let text = |name: &str, id: &str| {
        let typed = || field(id).and_then(|field| field.text);
        meta.get(name).or_else(typed).map(str::to_owned)
    };
    let council = text("council", COUNCIL);
    if let (None, Some(Field { table, row, .. })) = (&council, field(COUNCIL)) {
        out.add(table, row, table.answer, WorkbookFinding::NoCouncil);
    }
    let wave = parsed(meta.get("wave"), field(WAVE), out, wave, WorkbookFinding::NotAWave);
    let keep_until = parsed(meta.get("keep_until"), field(KEEP_UNTIL), out, day, WorkbookFinding::NotADay);
    let known = settled_voice(meta, q);
    let typed = |out: &mut Problems| parsed(None, field(ROLE), out, |text| role(q, text), WorkbookFinding::NoRole);
    let voice = known.or_else(|| typed(out)).unwrap_or_default();
    let shown = parsed(None, field(SHOWN_BY_ROLE), out, truth, WorkbookFinding::NeitherMayNorMayNot);
    Head {
        council: SheetCouncil { id: council.unwrap_or_default(), name: text("name", NAME), classes: Vec::new() },
        wave,
        respondent: Respondent { id: None, voice },
        shown_by_role: shown.unwrap_or(false),
        keep_until,
    }
}

/// Reports fields that the form had a line for and the file has not: what was filled in there is gone.
fn report_missing(missing: Vec<&'static str>, meta: &Meta<'_>, tables: &[Table<'_>], out: &mut Problems) {
    if missing.is_empty() {
        return;
    }
    // Where all of them are gone, the sheet may be too; then it is named as it was when the workbook was made.
    let here = tables.iter().find(|table| table.has_fields()).map(|table| table.grid.name.clone());
    let made = || say::instructions_sheet(spoken(meta.get("language").unwrap_or_default()));
    out.of_sheet(&here.unwrap_or_else(made), LineFinding::MissingFields(missing));
}

/// The role, or the consensus, of everyone who was sent this workbook.
pub(super) fn settled_voice(meta: &Meta<'_>, q: &Questionnaire) -> Option<Voice> {
    meta.get("role").and_then(|id| Voice::of(id, q))
}

/// What is settled, else what a field says; a text that says nothing is reported.
fn parsed<T>(
    settled: Option<&str>,
    field: Option<Field<'_, '_>>,
    out: &mut Problems,
    read: impl Fn(&str) -> Option<T>,
    wrong: impl Fn(String) -> WorkbookFinding,
) -> Option<T> {
    if let Some(value) = settled.and_then(&read) {
        return Some(value);
    }
    let Field { table, row, text } = field?;
    let text = text?;
    let value = read(text);
    if value.is_none() {
        out.add(table, row, table.answer, wrong(text.to_owned()));
    }
    value
}

fn wave(text: &str) -> Option<Wave> {
    Wave::parse(text).or_else(|| day(text).map(Wave::Day))
}

/// A day as a file has it, `2028-12-31`, or as people here write it, `31-12-2028` or `31/12/2028`.
fn day(text: &str) -> Option<Date> {
    let iso = text.strip_suffix("T00:00:00").unwrap_or(text);
    if let Some(day) = date(iso) {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    let [day, month, year] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The role by its words in any language or by its id, or that one has none of them.
fn role(q: &Questionnaire, text: &str) -> Option<Voice> {
    let wanted = folded(text);
    if Language::ALL.iter().any(|l| folded(&words::no_role(*l)) == wanted) {
        return Some(Voice::Person);
    }
    let tags = tags(q);
    let fits = |index: &usize| {
        let role = &q.roles[*index];
        folded(&role.id) == wanted || tags.iter().any(|tag| folded(role.title.get(tag)) == wanted)
    };
    (0..q.roles.len()).find(fits).map(Voice::Role)
}

/// Yes or no, in any language or as a program writes it.
pub(super) fn truth(text: &str) -> Option<bool> {
    let wanted = folded(text);
    let is = |words: fn(Language) -> String| Language::ALL.iter().any(|l| folded(&words(*l)) == wanted);
    if is(words::yes) || ["true", "x", "1"].contains(&wanted.as_str()) {
        Some(true)
    } else if is(words::no) || ["false", "0"].contains(&wanted.as_str()) {
        Some(false)
    } else {
        None
    }
}
