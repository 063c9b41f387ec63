//! What holds for every interview, whatever the respondent does: nothing answered is ever lost, and a draft that is
//! written and read goes on where it was.

use std::collections::BTreeMap;

use peil::diagnostics::Diagnostics;
use peil::interview::{Input, Interview, Place, Step};
use peil::questionnaire::{Kind, Questionnaire};
use peil::responses::{
    Answer, Reference, Respondent, Sheet, SheetCouncil, Status, Voice, parse as parse_sheet, write_sheet,
};
use peil::source::Sources;
use proptest::prelude::*;

use super::random::{ANYTHING, Dice, parse, questionnaire_text};

fn blank(q: &Questionnaire, dice: &mut Dice) -> Sheet {
    Sheet {
        questionnaire: Reference { id: q.id.clone(), version: q.version.clone(), hash: Some(q.hash.clone()) },
        quick: dice.one_in(4),
        council: SheetCouncil { id: "41048".into(), name: None, classes: Vec::new() },
        wave: None,
        respondent: Respondent {
            id: Some("r-1".into()),
            voice: Some(dice.throw(4)).filter(|&role| role < q.roles.len()).map_or(Voice::Person, Voice::Role),
        },
        shown_by_role: false,
        keep_until: None,
        status: Status::Draft,
        saved: None,
        entries: Vec::new(),
    }
}

/// An answer that the question at hand may or may not take.
fn answer(dice: &mut Dice, kind: &Kind) -> Input {
    let word = |dice: &mut Dice| dice.pick(&["kept", " ", "dont-know", "a\nb"]).to_owned();
    match dice.throw(8) {
        0 => Input::DontKnow,
        1 => Input::NotApplicable(word(dice)),
        2 => Input::Text(word(dice)),
        _ => match kind {
            Kind::Multiple { .. } => Input::Tick((0..dice.throw(4)).map(|_| dice.throw(5)).collect()),
            Kind::Number { .. } => Input::Number(dice.pick(&[0.0, -1.5, 1e300, f64::NAN])),
            Kind::Text => Input::Text(word(dice)),
            _ => Input::Choose(dice.throw(5)),
        },
    }
}

fn input(dice: &mut Dice, q: &Questionnaire, place: Place) -> Input {
    let word = |dice: &mut Dice| dice.pick(&["beside", "", "?", "na"]).to_owned();
    match (dice.throw(13), place) {
        (0, _) => Input::Skip,
        (1, _) => Input::Back,
        (2, _) => Input::Go(dice.throw(q.columns.len() + 1)),
        (3, _) => Input::Comment(word(dice)),
        (4, _) => Input::Evidence(word(dice)),
        (5, _) => Input::Clear,
        (6, _) => Input::Finish,
        (7, _) => Input::Partner,
        (_, Place::Question(column)) => answer(dice, &q.question_of(column).kind),
        (_, Place::Evidence(_)) => Input::Evidence(word(dice)),
        (_, Place::End) => Input::Go(dice.throw(q.columns.len())),
    }
}

fn answers(sheet: &Sheet) -> BTreeMap<usize, Answer> {
    sheet.entries.iter().filter_map(|entry| Some((entry.column, entry.answer.clone()?))).collect()
}

fn written_and_read(talk: &Interview<'_>) -> Sheet {
    let q = talk.questionnaire();
    let text = write_sheet(talk.sheet(), q, talk.codec()).expect("a sheet can be written");
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("draft.yaml", text.as_str());
    let mut sheet = parse_sheet(file, &sources, q, talk.codec(), &mut out).expect(&text);
    assert!(out.is_empty(), "{:?}\n{text}", out.sorted());
    sheet.entries.iter_mut().for_each(|entry| entry.span = None);
    sheet
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_every_answer_stays_answered_or_visibly_parked(
        throws in proptest::collection::vec(any::<u32>(), 0..400),
    ) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let sheet = blank(&q, &mut dice);
        let mut talk = Interview::resume(&q, sheet);
        for _ in 0..60 {
            let before = answers(talk.sheet());
            let place = talk.place();
            let what = input(&mut dice, &q, place);
            let done = talk.accept(what.clone());
            let now = answers(talk.sheet());
            for (column, answer) in &before {
                let here = place == Place::Question(*column);
                if !here {
                    prop_assert_eq!(now.get(column), Some(answer), "{:?} changed another answer", what);
                } else if !now.contains_key(column) {
                    prop_assert_eq!(&what, &Input::Clear, "lost at {}", column);
                }
            }
            let asked: Vec<usize> = talk.columns().collect();
            for column in now.keys() {
                prop_assert!(asked.contains(column) != talk.parked().contains(column), "{} is nowhere", column);
            }
            match done {
                Err(_) => prop_assert_eq!((place, &before), (talk.place(), &now), "refused, yet changed"),
                Ok(effect) => prop_assert!(effect.changed || before == now, "{:?} changed unsaid", what),
            }
            if let Place::Question(column) | Place::Evidence(column) = talk.place() {
                prop_assert!(asked.contains(&column));
            }
        }
        let again = written_and_read(&talk);
        prop_assert_eq!(talk.sheet(), &again);
        if let Step::End(end) = talk.step() {
            prop_assert!(end.open.iter().all(|column| !now_answered(&talk, *column)));
        }
    }

    #[test]
    fn a_respondent_who_only_answers_goes_on_where_the_interview_was(
        throws in proptest::collection::vec(any::<u32>(), 0..300),
        stop in 0usize..20,
    ) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let sheet = blank(&q, &mut dice);
        let mut talk = Interview::resume(&q, sheet);
        for _ in 0..stop {
            let Place::Question(column) = talk.place() else { break };
            let before = talk.place();
            let what = answer(&mut dice, &q.question_of(column).kind);
            if talk.accept(what).is_err() {
                prop_assert_eq!(talk.place(), before);
                talk.accept(Input::DontKnow).expect("anyone may not know");
            }
        }
        let resumed = Interview::resume(&q, written_and_read(&talk));
        prop_assert_eq!(resumed.place(), talk.place());
    }
}

fn now_answered(talk: &Interview<'_>, column: usize) -> bool {
    talk.sheet().entries.iter().any(|entry| entry.column == column && entry.answer.is_some())
}
