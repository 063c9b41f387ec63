//! What must hold for every file, whatever is in it: reading it never panics, every problem points at characters of the
//! file, every format can show the problems, and what is read in two ways comes out the same.
//!
//! The fuzz targets of this folder call these functions with what a fuzzer makes up; `tests/it/fuzzed.rs` calls them with
//! the files of the repository and some thousands of changed ones.

use std::io::{Cursor, Read};
use std::sync::OnceLock;

use peil::diagnostics::{Code, Diagnostics, Levels, Report, concise, github, gitlab, human, json, junit, sarif};
use peil::forms::{declared_workbook, read_workbook};
use peil::language::Language;
use peil::questionnaire::{Questionnaire, shipped};
use peil::responses::scan::{Columns, Effort, Open, Progress, Scanned, explain, scan};
use peil::responses::{Codec, Input, Intake, Responses, Sheet, bind, is_answers, parse, read_table, write_sheet};
use peil::scores::{Counter, Keep, Rubric, ScoreCard, Tally, all_roles};
use peil::source::{FileId, Sources, Span};
use peil::{lint, questionnaire as reading, spreadsheet, yaml};

/// A questionnaire with every field and every type of question, which most answers and tables are read for.
const EVERYTHING: &str = include_str!("../../tests/diagnostics/valid/every-field-and-type.yaml");
/// A shipped one; answers that name it are read for it.
const SHIPPED: &str = "digitale-transformatie";

/// A questionnaire, read and checked.
pub fn questionnaire(bytes: &[u8]) {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add_bytes("fuzz/questionnaire.yaml", bytes.to_vec());
    let node = yaml::parse(file, &sources, &mut out);
    let read = node.as_ref().and_then(|node| reading::parse(node, &mut out));
    assert_eq!(read.is_none(), out.has_errors(), "refused without a reason, or read with an error");
    if let (Some(read), Some(node)) = (&read, &node) {
        lint::run(read, node, &mut out);
    }
    judge(&out, &sources, &[file]);
}

/// An answers file, bound to a questionnaire and scored; what is without errors is written and read again.
pub fn answers(bytes: &[u8]) {
    let q = asked(bytes);
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add_bytes("fuzz/answers.yaml", bytes.to_vec());
    let node = yaml::parse(file, &sources, &mut out).filter(is_answers);
    let inputs = [Input::Sheet(file, node)];
    let responses = bind(&inputs, q, &sources, &mut out);
    cards(&Rubric::new(q), &responses);
    judge(&out, &sources, &[file]);
    written_again(q, file, &sources);
}

/// A table of answers, read whole and in blocks of two sizes: the scores are the same to the bit, the problems stand in
/// the same places.
pub fn table(bytes: &[u8]) {
    let q = asked(bytes);
    let whole = whole(q, bytes);
    for block in [1 << 18, 7] {
        if let Some(found) = in_blocks(q, bytes, block)
            && let Some(whole) = &whole
        {
            assert_eq!(found.0, whole.0, "other scores in blocks of {block}");
            assert_eq!(found.1, whole.1, "other problems in blocks of {block}");
        }
    }
}

/// A workbook, as a spreadsheet and as the answer sheet that peil makes.
pub fn workbook(bytes: &[u8]) {
    let q = everything();
    match spreadsheet::read(bytes.to_vec()) {
        Ok(grids) => {
            declared_workbook(&grids);
            if let Err(error) = read_workbook(&grids, q, &Codec::new(q)) {
                Language::ALL.iter().for_each(|l| assert!(!error.sentence(*l, "fuzz.xlsx").message.is_empty()));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn everything() -> &'static Questionnaire {
    static READ: OnceLock<Questionnaire> = OnceLock::new();
    READ.get_or_init(|| read_valid(EVERYTHING))
}

/// The questionnaire that a file is read for.
fn asked(bytes: &[u8]) -> &'static Questionnaire {
    static READ: OnceLock<Questionnaire> = OnceLock::new();
    if bytes.windows(SHIPPED.len()).any(|word| word == SHIPPED.as_bytes()) {
        READ.get_or_init(|| shipped(SHIPPED).unwrap_or_else(|| panic!("no `{SHIPPED}`")))
    } else {
        everything()
    }
}

fn read_valid(text: &str) -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("valid.yaml", text);
    let read = yaml::parse(file, &sources, &mut out).and_then(|node| reading::parse(&node, &mut out));
    read.unwrap_or_else(|| panic!("{:?}", out.sorted()))
}

/// Every problem points at characters of its file, and every format can show them all, in every language.
pub fn judge(out: &Diagnostics, sources: &Sources, files: &[FileId]) {
    for one in out.sorted() {
        inside(one.span, sources);
        one.related.iter().for_each(|(span, _)| inside(*span, sources));
    }
    for language in Language::ALL {
        let report = Report::new(out, &Levels::new(), sources, language, files);
        for (width, colour) in [(20, true), (120, false)] {
            let shown = human::render(&report, human::Style { colour, width }, 50);
            assert_eq!(shown.is_empty(), out.is_empty());
        }
        for lines in [concise::render(&report), github::render(&report)] {
            assert_eq!(lines.lines().count(), out.len(), "not one line for each problem");
        }
        for text in [json::render(&report), gitlab::render(&report), sarif::render(&report)] {
            let read = serde_json::from_str::<serde_json::Value>(&text);
            assert!(read.is_ok(), "no JSON: {text}");
        }
        assert!(junit::render(&report).ends_with("</testsuites>\n"));
    }
}

fn inside(span: Span, sources: &Sources) {
    let text = sources.get(span.file).text();
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && end <= text.len(), "{span:?} lies outside {} bytes", text.len());
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{span:?} cuts a character");
}

/// Writes the answers of a file without errors, and reads that: it has the same answers and no errors.
fn written_again(q: &Questionnaire, file: FileId, sources: &Sources) {
    let codec = Codec::new(q);
    let mut out = Diagnostics::new();
    let Some(sheet) = parse(file, sources, q, &codec, &mut out).filter(|_| !out.has_errors()) else { return };
    let Ok(text) = write_sheet(&sheet, q, &codec) else { panic!("cannot be written: {sheet:?}") };
    let (mut again, mut out) = (Sources::new(), Diagnostics::new());
    let file = again.add("again.yaml", &text);
    let read = parse(file, &again, q, &codec, &mut out);
    assert!(!out.has_errors(), "{:?}\n{text}", out.sorted());
    assert_eq!(read.map(bare), Some(bare(sheet)), "{text}");
}

/// Without the places, which differ.
fn bare(mut sheet: Sheet) -> Sheet {
    sheet.entries.iter_mut().for_each(|entry| entry.span = None);
    sheet.entries.retain(|entry| !entry.is_empty());
    sheet
}

/// Every card with all its bits, and every problem as `code line:column`.
type Found = (Vec<String>, Vec<String>);

fn cards(rubric: &Rubric<'_>, responses: &Responses) -> Vec<String> {
    let groups = responses.registry.groups().len();
    shown(rubric, responses, &Tally::of(rubric, &responses.chunks, groups, Keep::ALL, 1))
}

fn shown(rubric: &Rubric<'_>, responses: &Responses, tally: &Tally) -> Vec<String> {
    let order = responses.registry.in_order().into_iter().enumerate();
    let card = |(place, group)| {
        let of = &responses.registry.groups()[group];
        let card = ScoreCard { group: place, ..tally.card(rubric, group, &all_roles) };
        format!("{} {:?} {card:?}", responses.registry.id(of.council), of.wave)
    };
    order.map(card).collect()
}

fn places(out: &Diagnostics, sources: &Sources, found: &mut Vec<String>) {
    for one in out.sorted() {
        let place = sources.position(one.span);
        found.push(format!("{} {}:{}", one.code().id(), place.line, place.column));
    }
}

/// The whole table at once; `None` where the other reader is not meant to read it: of another encoding, or with answers
/// of an earlier version.
fn whole(q: &Questionnaire, bytes: &[u8]) -> Option<Found> {
    let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(q));
    let file = sources.add_bytes("fuzz/a.csv", bytes.to_vec());
    read_table(file, &sources, &mut intake, &mut out);
    judge(&out, &sources, &[file]);
    let (responses, rubric) = (intake.finish(), Rubric::new(q));
    let cards = cards(&rubric, &responses);
    let mut found = Vec::new();
    places(&out, &sources, &mut found);
    // Of rows in which nothing is filled in, a table in blocks tells only how many.
    found.retain(|one| !one.starts_with(Code::NoAnswers.id()));
    sources.get(file).bad_encoding().is_none().then_some((cards, found))
}

fn in_blocks(q: &Questionnaire, bytes: &[u8], block: usize) -> Option<Found> {
    let (mut sources, mut out, mut columns) = (Sources::new(), Diagnostics::new(), Columns::new(q));
    let open: Open<'_> = Box::new(|| Ok(Box::new(Cursor::new(bytes.to_vec())) as Box<dyn Read + Send>));
    let table = columns.table("fuzz/a.csv", open, &mut sources, &mut out);
    let tables: Vec<_> = table.unwrap_or_else(|error| panic!("{error}")).into_iter().collect();
    let has_former = tables.iter().any(|table| table.has_former_names());
    let rubric = Rubric::new(q);
    let counter = Counter::new(&rubric, Keep::ALL);
    let progress = Progress::default();
    let scanned = scan(&columns, &tables, &counter, Effort { threads: 1, block }, &progress);
    let Scanned { registry, parts, places: placed, odd, .. } = scanned.unwrap_or_else(|error| panic!("{error}"));
    let tally = counter.tally(parts, placed);
    let (mut found, files) = (Vec::new(), Vec::new());
    places(&out, &sources, &mut found);
    judge(&out, &sources, &files);
    let explained = explain(&columns, &tables, &odd, &mut |row| {
        judge(row.out, row.sources, &[]);
        places(row.out, row.sources, &mut found);
        true
    });
    explained.unwrap_or_else(|(_, error)| panic!("{error}"));
    if has_former || progress.earlier.into_inner() {
        return None;
    }
    Some((shown(&rubric, &Responses { registry, ..Responses::default() }, &tally), found))
}
