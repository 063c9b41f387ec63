//! What holds for every answers file.

use peil::diagnostics::Diagnostics;
use peil::questionnaire::{NotApplicable, Questionnaire};
use peil::responses::{
    Answer, Codec, Coded, DONT_KNOW, Entry, Intake, NOT_APPLICABLE, Reference, Respondent, Sheet, SheetCouncil, Status,
    UNANSWERED, Voice, Wave, date, parse as parse_sheet, write_sheet,
};
use peil::scores::{Keep, Rubric, Tally, all_roles, explain};
use peil::source::{Sources, Span};
use proptest::prelude::*;

use super::random::{ANYTHING, Dice, Table, WHO, parse, questionnaire_text, take_in};

/// Texts that have broken readers and writers of YAML before.
const HOSTILE: [&str; 40] = [
    "no",
    "yes",
    "null",
    "~",
    "true",
    "1.10",
    "007",
    "0x1F",
    "1e5",
    ".inf",
    "dont-know",
    "not-applicable",
    "none",
    "?",
    "na",
    "- a",
    "a: b",
    "a #b",
    "# a",
    "'",
    "\"",
    "\\",
    "{",
    "[a]",
    "|",
    ">",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "---",
    "...",
    "a\nb",
    "a\n\n  b\n c",
    "a\tb",
    "é 🚀 \u{200b}x",
    "=1+1",
    "x: |\n  y",
];

fn text() -> impl Strategy<Value = String> {
    let free = proptest::collection::vec(any::<char>(), 0..12).prop_map(|chars| chars.into_iter().collect::<String>());
    let of_lines =
        proptest::collection::vec(proptest::sample::select(&HOSTILE[..]), 1..4).prop_map(|all| all.join("\n"));
    let one_of = prop_oneof![free, of_lines, proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned)];
    // Reading trims, so writing is only ever given trimmed texts.
    one_of.prop_map(|text: String| text.trim().to_owned())
}

fn throws() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 0..300)
}

fn entry(dice: &mut Dice, q: &Questionnaire, codec: &Codec, column: usize, cell: &str, texts: &[String]) -> Entry {
    let mut note = || dice.one_in(3).then(|| texts[dice.throw(texts.len())].clone());
    let (comment, evidence, reason, words) = (note(), note(), note(), note());
    let coded = codec.cell(column, cell).expect("an answer of the table");
    let required = q.question_of(column).not_applicable == NotApplicable::ReasonRequired;
    let answer = match coded.code {
        UNANSWERED => None,
        DONT_KNOW => Some(Answer::DontKnow),
        NOT_APPLICABLE => Some(Answer::NotApplicable {
            reason: reason.filter(|text| !text.is_empty()).or(required.then(|| "none here".to_owned())),
        }),
        _ if codec.is_text(column) => Some(Answer::Text(words.unwrap_or_else(|| cell.to_owned()))),
        _ => Some(Answer::Chosen(coded)),
    };
    let partner = matches!(answer, Some(Answer::Chosen(_))) && dice.one_in(4);
    Entry { answer, partner, comment, evidence, ..Entry::empty(column) }
}

/// The row of a table as an answers file.
pub(super) fn sheet(dice: &mut Dice, q: &Questionnaire, row: &[String], texts: &[String]) -> Sheet {
    let codec = Codec::new(q);
    let entries = (0..q.columns.len()).map(|column| entry(dice, q, &codec, column, &row[WHO + column], texts));
    let entries: Vec<Entry> = entries.filter(|entry| !entry.is_empty()).collect();
    let mut some = |text: usize| dice.one_in(2).then(|| texts[text % texts.len()].clone());
    // Nor is what cannot be seen around a name or an id a part of it.
    let unseen = |c: char| c.is_whitespace() || !(c.is_ascii() || c.is_alphanumeric());
    let bare = |text: String| text.trim_matches(unseen).to_owned();
    Sheet {
        questionnaire: Reference { id: q.id.clone(), version: q.version.clone(), hash: Some(q.hash.clone()) },
        council: SheetCouncil {
            id: row[0].clone(),
            name: some(0).map(bare).filter(|name| !name.is_empty()),
            classes: some(2).into_iter().map(|class| ("grootte".to_owned(), class)).collect(),
        },
        respondent: Respondent { id: some(1).map(bare), voice: Voice::of(&row[2], q).unwrap_or_default() },
        wave: Wave::parse(&row[1]),
        quick: row[3] == "quick",
        shown_by_role: dice.one_in(2),
        keep_until: dice.one_in(2).then(|| date("2028-12-31")).flatten(),
        status: dice.pick(&[Status::Draft, Status::Final]),
        saved: dice.one_in(2).then_some(7),
        entries,
    }
}

pub(super) fn read(q: &Questionnaire, text: &str) -> Sheet {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("answers.yaml", text);
    let mut sheet = parse_sheet(file, &sources, q, &Codec::new(q), &mut out).expect(text);
    assert!(out.is_empty(), "{:?}\n{text}", out.sorted());
    sheet.entries.iter_mut().for_each(|entry| entry.span = None);
    sheet
}

#[test]
fn a_hostile_text_stays_that_text_wherever_it_stands() {
    let q = parse(
        "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 1}\n\
         axes: [{id: a, title: T, dimensions: [{id: d, title: T}]}]\nquestions:\n\
         - {id: words, at: {a: d}, ask: Q, type: text}\n\
         - {id: open, at: {a: d}, ask: Q, type: yes-no, not_applicable: {reason: required}}\n",
    );
    let empty = "peil: answers/1\nquestionnaire: {id: t, version: 1.0.0}\ncouncil: {id: x}\nanswers: {}\n";
    for hostile in HOSTILE {
        let text = || Some(hostile.to_owned());
        let mut sheet = read(&q, empty);
        sheet.council = SheetCouncil {
            id: hostile.to_owned(),
            name: text(),
            classes: vec![("grootte".to_owned(), hostile.to_owned())],
        };
        sheet.respondent.id = text();
        let answers = [Answer::Text(hostile.to_owned()), Answer::NotApplicable { reason: text() }];
        for notes in [None, text()] {
            sheet.entries = answers
                .iter()
                .enumerate()
                .map(|(column, answer)| Entry {
                    answer: Some(answer.clone()),
                    comment: notes.clone(),
                    evidence: notes.clone(),
                    ..Entry::empty(column)
                })
                .collect();
            let written = write_sheet(&sheet, &q, &Codec::new(&q)).expect("a sheet can be written");
            assert_eq!(read(&q, &written), sheet, "{written}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answers_file_reads_back_as_it_was_written(
        throws in throws(),
        texts in proptest::collection::vec(text(), 4..8),
    ) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 1);
        let sheet = sheet(&mut dice, &q, &table.rows[0], &texts);
        let codec = Codec::new(&q);
        let written = write_sheet(&sheet, &q, &codec).expect("a sheet can be written");
        let again = read(&q, &written);
        prop_assert_eq!(&sheet, &again, "{}", written);
        prop_assert_eq!(write_sheet(&again, &q, &codec).ok(), Some(written));
    }

    #[test]
    fn a_batch_of_one_is_the_single_respondent(throws in throws()) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 1);
        let rubric = Rubric::new(&q);
        let from_table = take_in(&q, &[&table]);
        let file = read(&q, &{
            let sheet = sheet(&mut dice, &q, &table.rows[0], &["words".to_owned()]);
            write_sheet(&sheet, &q, rubric.codec()).expect("a sheet can be written")
        });
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let mut intake = Intake::new(&q);
        intake.sheet(&file, Span::start_of(sources.add("answers.yaml", "")), &mut out);
        prop_assert!(!out.has_errors());
        let from_file = intake.finish();
        let card = |chunks| Tally::of(&rubric, chunks, 1, Keep::ALL, 1).card(&rubric, 0, &all_roles);
        let (a, b) = (card(&from_table.chunks), card(&from_file.chunks));
        prop_assert_eq!(format!("{:?}", a), format!("{:?}", b));
        let told = explain(&rubric, &from_file.chunks, 0, None);
        prop_assert_eq!(format!("{:?}", told.outcome), format!("{:?}", a.overall.outcome));
    }

    #[test]
    fn a_number_reads_back_to_the_bit(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
        let q = parse(
            "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 1}\n\
             axes: [{id: a, title: T, dimensions: [{id: d, title: T}]}]\n\
             questions: [{id: size, at: {a: d}, ask: Q, type: number, from: 0, to: 1}]\n",
        );
        let mut sheet = read(&q, "peil: answers/1\nquestionnaire: {id: t, version: 1.0.0}\ncouncil: {id: x}\nanswers: {size: 1}\n");
        let code = peil::responses::GIVEN;
        sheet.entries[0].answer = Some(Answer::Chosen(Coded { code, wide: number.to_bits() }));
        let written = write_sheet(&sheet, &q, &Codec::new(&q)).expect("a sheet can be written");
        prop_assert_eq!(read(&q, &written), sheet, "{}", written);
    }
}
