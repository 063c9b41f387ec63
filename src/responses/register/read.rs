//! Reading a register: CSV with a header, one row per council, or several where it changed.

use super::super::record::{Record, Rows};
use super::super::table::{fits_header, header_fault};
use super::super::wave::Wave;
use super::periods::Period;
use super::{Entry, Register, circle};
use crate::diagnostics::{
    Diagnostics, FileFinding, Form, Known, NameFinding, RegisterFinding, Remark, ShapeFinding, TableFinding, Thing,
    nearest,
};
use crate::questionnaire::{Questionnaire, is_reserved_column};
use crate::source::{FileId, Sources, Span};

/// The columns with a meaning of their own.
const COLUMNS: [&str; 7] = ["council", "name", "population", "consent", "valid_from", "valid_to", "successor"];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Council,
    Name,
    Population,
    Consent,
    From,
    To,
    Successor,
    Class(usize),
    /// A column that was reported.
    Nothing,
}

/// The columns that only answers have, those of questions apart.
const OF_ANSWERS: [&str; 5] = ["questionnaire", "respondent", "role", "scan", "wave"];

/// Whether the header of a table makes it a register rather than answers: it has a column of a register, and none that
/// only answers have.
pub fn is_register(header: &[&str]) -> bool {
    let has_any = |names: &[&str]| names.iter().any(|name| header.contains(name));
    has_any(&["council"]) && !has_any(&OF_ANSWERS) && has_any(&COLUMNS[2..])
}

/// Reads a register, which is to stand beside answers to this questionnaire, if one is known; `None` when there are errors in it, which are reported: a comparison in wrong classes is worse than
/// none.
pub fn read_register(
    file: FileId,
    sources: &Sources,
    questionnaire: Option<&Questionnaire>,
    out: &mut Diagnostics,
) -> Option<Register> {
    let source = sources.get(file);
    if let Some(bad) = source.bad_encoding() {
        crate::yaml::report_encoding(bad, out);
        return None;
    }
    if source.text().trim().is_empty() {
        out.add(Span::start_of(file), FileFinding::Empty);
        return None;
    }
    let mut records = Rows::new(file, source.text());
    let header = records.next()?;
    if let Some((span, finding)) = header_fault(&header) {
        out.add(span, finding);
        return None;
    }
    let (layout, classes) = layout(&header, questionnaire, out)?;
    let mut rows = Vec::new();
    let mut count = 0;
    while let Some(record) = records.next() {
        count += 1;
        if fits_header(&record, layout.len(), out) {
            rows.extend(row(&record, &layout, classes.len(), out));
        }
    }
    if count == 0 {
        out.add(header.field_span(0), TableFinding::NoRows);
    }
    let register = Register::new(header.span(), classes, rows);
    // A row that was left out may be the one that another refers to.
    if !out.has_errors_in(file) {
        register.disagreements(out);
        register.successors(file, out);
    }
    (!out.has_errors_in(file)).then_some(register)
}

/// What every column holds, and the names of the classes.
fn layout(
    header: &Record<'_>,
    questionnaire: Option<&Questionnaire>,
    out: &mut Diagnostics,
) -> Option<(Vec<Holds>, Vec<String>)> {
    let (mut layout, mut classes) = (Vec::new(), Vec::new());
    let is_taken = |name: &str| match questionnaire {
        Some(questionnaire) => questionnaire.is_own_column(name) || questionnaire.column(name).is_some(),
        None => is_reserved_column(name),
    };
    for index in 0..header.fields.len() {
        let (name, span) = (header.get(index), header.field_span(index));
        if name.is_empty() {
            out.add(span, TableFinding::EmptyColumn);
            layout.push(Holds::Nothing);
            continue;
        }
        if let Some(first) = (0..index).find(|&earlier| header.get(earlier) == name) {
            let finding = TableFinding::DuplicateColumn(name.to_owned());
            out.add_related(span, finding, header.field_span(first), Remark::FirstUsedHere);
            layout.push(Holds::Nothing);
            continue;
        }
        layout.push(match name {
            "council" => Holds::Council,
            "name" => Holds::Name,
            "population" => Holds::Population,
            "consent" => Holds::Consent,
            "valid_from" => Holds::From,
            "valid_to" => Holds::To,
            "successor" => Holds::Successor,
            _ if is_taken(name) => {
                // Beside the answers or the scores there would be two columns of this name.
                out.add(span, NameFinding::ReservedId(name.to_owned()));
                Holds::Nothing
            }
            _ => match nearest(name, COLUMNS) {
                Some(suggestion) => {
                    out.add(span, RegisterFinding::UnknownColumn { column: name.to_owned(), suggestion });
                    Holds::Nothing
                }
                None => {
                    classes.push(name.to_owned());
                    Holds::Class(classes.len() - 1)
                }
            },
        });
    }
    if !layout.contains(&Holds::Council) {
        out.add(header.span(), TableFinding::MissingColumn("council".into()));
        return None;
    }
    Some((layout, classes))
}

/// One row; `None` where something in it is wrong, which is reported.
fn row(record: &Record<'_>, layout: &[Holds], classes: usize, out: &mut Diagnostics) -> Option<Entry> {
    let mut entry = Entry {
        council: String::new(),
        name: String::new(),
        classes: vec![String::new(); classes],
        population: None,
        may_be_named: true,
        valid: Period::default(),
        successor: String::new(),
        span: record.span(),
        successor_span: record.span(),
    };
    let mut fits = true;
    for (index, holds) in layout.iter().enumerate() {
        let text = record.get(index);
        if text.is_empty() {
            if *holds == Holds::Council {
                out.add(record.field_span(index), TableFinding::NoCouncil);
                fits = false;
            }
            continue;
        }
        if let Err(form) = cell(&mut entry, *holds, text) {
            out.add(record.field_span(index), wrong(form, text));
            fits = false;
        }
        if *holds == Holds::Successor {
            entry.successor_span = record.field_span(index);
        }
    }
    if entry.valid.is_empty() {
        let end = layout.iter().position(|holds| *holds == Holds::To).unwrap_or(0);
        let (from, to) = (entry.valid.from, entry.valid.to);
        let shown = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        out.add(record.field_span(end), RegisterFinding::EndsBeforeItBegins { from: shown(from), to: shown(to) });
        fits = false;
    }
    fits.then_some(entry)
}

/// What a cell should have held.
enum Wanted {
    Form(Form),
    Consent,
}

/// Takes in a cell that is not empty.
fn cell(entry: &mut Entry, holds: Holds, text: &str) -> Result<(), Wanted> {
    let day =
        |day: fn(Wave) -> jiff::civil::Date| Wave::parse(text).map(day).map(Some).ok_or(Wanted::Form(Form::YearOrDay));
    match holds {
        Holds::Council => text.clone_into(&mut entry.council),
        Holds::Name => text.clone_into(&mut entry.name),
        Holds::Successor => text.clone_into(&mut entry.successor),
        Holds::Class(class) => text.clone_into(&mut entry.classes[class]),
        Holds::From => entry.valid.from = day(Wave::first_day)?,
        Holds::To => entry.valid.to = day(Wave::last_day)?,
        Holds::Population => {
            // "12.345" is twelve thousand to one reader and twelve and a bit to another.
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let count = text.parse().ok().filter(|&count: &u64| digits && (1..=MOST_PEOPLE).contains(&count));
            entry.population = Some(count.ok_or(Wanted::Form(Form::Population))?);
        }
        Holds::Consent => match text {
            "yes" => entry.may_be_named = true,
            "no" => entry.may_be_named = false,
            _ => return Err(Wanted::Consent),
        },
        Holds::Nothing => {}
    }
    Ok(())
}

/// More people than live on earth are a mistake, and sums of fewer are exact.
const MOST_PEOPLE: u64 = 10_000_000_000;

fn wrong(wanted: Wanted, text: &str) -> crate::diagnostics::Finding {
    match wanted {
        Wanted::Form(form) => NameFinding::Malformed { form, found: text.to_owned() }.into(),
        Wanted::Consent => {
            let allowed = ["yes", "no"];
            let suggestion = match text {
                "ja" => Some("yes".to_owned()),
                "nee" => Some("no".to_owned()),
                _ => nearest(text, allowed),
            };
            let allowed = allowed.map(str::to_owned).to_vec();
            ShapeFinding::UnknownWord { word: text.to_owned(), allowed, suggestion }.into()
        }
    }
}

impl Register {
    /// Reports rows of one council that hold on the same day and say different things.
    fn disagreements(&self, out: &mut Diagnostics) {
        for rows in self.of_council.values() {
            // All that hold together say the same, so each needs to be held against one of them only.
            let mut last: Option<&Entry> = None;
            for row in rows.iter().map(|&index| &self.rows[index]) {
                if let Some(first) = last.filter(|last| last.valid.overlaps(&row.valid))
                    && let Some((column, first_says, says)) = self.difference(first, row)
                {
                    let (council, column) = (row.council.clone(), column.to_owned());
                    let finding = RegisterFinding::RowsDisagree { council, column, first: first_says, now: says };
                    out.add_related(row.span, finding, first.span, Remark::FirstUsedHere);
                }
                if last.is_none_or(|last| row.valid.outlasts(&last.valid)) {
                    last = Some(row);
                }
            }
        }
    }

    /// The first column on which two rows differ, and what they say; a successor is each row's own.
    fn difference(&self, a: &Entry, b: &Entry) -> Option<(&str, String, String)> {
        let population = |row: &Entry| row.population.map(|count| count.to_string()).unwrap_or_default();
        let consent = |row: &Entry| if row.may_be_named { "yes" } else { "no" }.to_owned();
        let own = [
            ("name", a.name.clone(), b.name.clone()),
            ("population", population(a), population(b)),
            ("consent", consent(a), consent(b)),
        ];
        let classes = self.classes.iter().zip(a.classes.iter().zip(&b.classes));
        let classes = classes.map(|(name, (a, b))| (name.as_str(), a.clone(), b.clone()));
        own.into_iter().chain(classes).find(|(_, a, b)| a != b)
    }

    /// Reports successors that are not there, and those that go round in a circle.
    fn successors(&self, file: FileId, out: &mut Diagnostics) {
        let known = || self.of_council.keys().map(String::as_str);
        for row in self.rows.iter().filter(|row| !row.successor.is_empty()) {
            if !self.of_council.contains_key(&row.successor) {
                let suggestion = out.nearest(file, &row.successor, known());
                let (thing, id) = (Thing::Council, row.successor.clone());
                out.add(row.successor_span, NameFinding::Unknown { thing, id, suggestion, known: Known::of(known()) });
            }
        }
        for index in circle::closing(&self.rows) {
            let row = &self.rows[index];
            out.add(row.successor_span, RegisterFinding::Circular(row.council.clone()));
        }
    }
}
