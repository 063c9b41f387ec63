//! The order of the questions, what may be answered, and what becomes of answers that routing hides.

use super::*;
use crate::diagnostics::Diagnostics;
use crate::questionnaire;
use crate::responses::{Reference, Respondent, SheetCouncil, Voice};
use crate::source::Sources;

const ROUTED: &str = "
peil: questionnaire/1
id: t
version: 1.0.0
languages: [en]
title: T
scale: {max: 1}
axes: [{id: a, title: A, dimensions: [{id: d, title: D}, {id: e, title: E}]}]
questions:
  - {id: gate, at: {a: d}, ask: Gate, type: yes-no}
  - {id: behind, at: {a: d}, ask: Behind, type: text, when: {gate: {is: yes}}}
  - {id: last, at: {a: e}, ask: Last, type: rating, from: 0, to: 4, evidence: {from: 3}, not_applicable: {reason: required}}
";

fn routed() -> Questionnaire {
    parsed(ROUTED)
}

/// One with these questions instead.
fn with(questions: &str) -> Questionnaire {
    parsed(&format!("{}{questions}", ROUTED.split_once("  - {id: gate").expect("questions").0))
}

fn parsed(text: &str) -> Questionnaire {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("t.yaml", text);
    let q = questionnaire::parse(&crate::yaml::parse(file, &sources, &mut out).expect("YAML"), &mut out);
    q.unwrap_or_else(|| panic!("{:?}", out.sorted()))
}

fn blank(q: &Questionnaire) -> Sheet {
    Sheet {
        questionnaire: Reference { id: q.id.clone(), version: q.version.clone(), hash: Some(q.hash.clone()) },
        quick: false,
        council: SheetCouncil { id: "1".into(), name: None, classes: Vec::new() },
        wave: None,
        respondent: Respondent::default(),
        shown_by_role: false,
        keep_until: None,
        status: Status::Draft,
        saved: None,
        entries: Vec::new(),
    }
}

fn words(text: &str) -> Input {
    Input::Text(text.into())
}

#[test]
fn an_answer_that_a_changed_routing_answer_hides_is_parked_and_comes_back_with_it() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    talk.accept(Input::Choose(0)).expect("yes");
    talk.accept(words("kept")).expect("a text");
    talk.accept(Input::Go(0)).expect("asked");
    let effect = talk.accept(Input::Choose(1)).expect("no");
    assert_eq!(effect, Effect { changed: true, parked: vec![1], restored: Vec::new() });
    assert_eq!((talk.place(), talk.parked()), (Place::Question(2), vec![1]));
    assert_eq!(talk.answer(1), Some(&Answer::Text("kept".into())));
    assert_eq!(talk.accept(Input::Go(1)), Err(Refused::NotAsked));
    talk.accept(Input::Go(0)).expect("asked");
    let effect = talk.accept(Input::Choose(0)).expect("yes");
    assert_eq!((effect.restored, talk.parked()), (vec![1], Vec::new()));
}

#[test]
fn a_partner_may_be_named_before_the_answer_or_after_it_and_never_without_one() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    let partner = |talk: &Interview<'_>| talk.sheet().entries.iter().map(|entry| entry.partner).collect::<Vec<_>>();
    assert_eq!(talk.accept(Input::Partner), Ok(Effect::default()), "no file changes before there is an answer");
    assert!(talk.sheet().entries.is_empty());
    assert!(matches!(talk.step(), Step::Question(step) if step.partner && step.column == 0));
    talk.accept(Input::Choose(0)).expect("yes");
    assert_eq!(partner(&talk), [true]);
    assert_eq!(talk.accept(Input::Partner), Err(Refused::NotHere), "nobody does a text");
    talk.accept(Input::Go(0)).expect("asked");
    talk.accept(Input::Choose(1)).expect("no");
    assert_eq!(partner(&talk), [true], "another answer is about the same partner");
    talk.accept(Input::Go(0)).expect("asked");
    assert!(talk.accept(Input::Partner).expect("taken back").changed);
    assert_eq!(partner(&talk), [false]);
    talk.accept(Input::Partner).expect("and said again");
    talk.accept(Input::DontKnow).expect("an answer");
    assert_eq!(partner(&talk), [false], "who does not know what is done knows of no partner that does it");
}

#[test]
fn evidence_is_asked_for_from_the_value_on_and_only_once() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    for (step, place) in [(2, Place::End), (3, Place::Evidence(2))] {
        talk.accept(Input::Go(2)).expect("asked");
        talk.accept(Input::Choose(step)).expect("a step");
        assert_eq!(talk.place(), place);
    }
    assert_eq!(talk.accept(words("no question")), Err(Refused::NotHere));
    talk.accept(Input::Evidence(" report \u{1b}[2J".into())).expect("evidence");
    assert_eq!(talk.sheet().entries[0].evidence.as_deref(), Some("report [2J"));
    talk.accept(Input::Back).expect("a question before");
    talk.accept(Input::Choose(4)).expect("a step");
    assert_eq!(talk.place(), Place::End);
}

#[test]
fn what_a_question_does_not_take_is_refused_and_changes_nothing() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    let refused = |talk: &mut Interview<'_>, input, why| assert_eq!(talk.accept(input), Err(why));
    refused(&mut talk, Input::Back, Refused::NothingBefore);
    refused(&mut talk, Input::Choose(2), Refused::NoSuchOption);
    refused(&mut talk, Input::Number(1.0), Refused::NotHere);
    refused(&mut talk, Input::NotApplicable("because".into()), Refused::NotOffered);
    refused(&mut talk, Input::Finish, Refused::NotHere);
    refused(&mut talk, Input::Go(9), Refused::NotAsked);
    talk.accept(Input::Skip).expect("skipped");
    assert_eq!(talk.place(), Place::Question(2), "what is behind the gate is not asked while the gate is open");
    refused(&mut talk, Input::NotApplicable(" ".into()), Refused::ReasonNeeded);
    assert!(talk.sheet().entries.is_empty());
}

#[test]
fn a_comment_needs_no_answer_and_stays_when_the_answer_is_taken_away() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    talk.accept(Input::Comment("odd".into())).expect("a comment");
    assert_eq!(talk.place(), Place::Question(0));
    talk.accept(Input::DontKnow).expect("an answer");
    talk.accept(Input::Back).expect("the first");
    talk.accept(Input::Clear).expect("cleared");
    assert_eq!(talk.sheet().entries[0].comment.as_deref(), Some("odd"));
    assert_eq!(talk.sheet().entries[0].answer, None);
}

#[test]
fn progress_counts_every_answer_over_what_is_asked() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    let counts = |talk: &Interview<'_>| talk.progress().iter().map(|one| (one.done, one.asked)).collect::<Vec<_>>();
    assert_eq!(counts(&talk), [(0, 1), (0, 1)]);
    talk.accept(Input::Choose(0)).expect("yes");
    assert_eq!(counts(&talk), [(1, 2), (0, 1)]);
    talk.accept(Input::DontKnow).expect("an answer");
    assert_eq!(counts(&talk), [(2, 2), (0, 1)]);
}

#[test]
fn a_draft_goes_on_at_the_first_open_question_after_the_last_answer() {
    let q = routed();
    let mut talk = Interview::resume(&q, blank(&q));
    talk.accept(Input::Choose(0)).expect("yes");
    assert_eq!(Interview::resume(&q, talk.sheet().clone()).place(), Place::Question(1));
    talk.accept(Input::Skip).expect("skipped");
    talk.accept(Input::Choose(0)).expect("a step");
    let Step::End(end) = Interview::resume(&q, talk.sheet().clone()).step().clone() else { panic!("not the end") };
    assert_eq!(end.open, [1]);
}

#[test]
fn a_box_that_stands_alone_sends_the_others_away() {
    let q = with(
        "  - {id: boxes, at: {a: d}, ask: Boxes, type: multiple, choices: [{id: desk, label: D}, {id: web, label: W}, \
         {id: neither, label: N, exclusive: true}]}\n",
    );
    let mut talk = Interview::resume(&q, blank(&q));
    for (option, ticked) in [(1, vec![1]), (0, vec![0, 1]), (1, vec![0]), (2, vec![2]), (1, vec![1]), (1, vec![])] {
        let Step::Question(step) = talk.step() else { panic!("not at the question") };
        let boxes = step.ticked_with(&step.options[option]);
        assert_eq!(boxes, ticked, "after {option}");
        talk.accept(Input::Tick(boxes)).expect("ticked");
        talk.accept(Input::Go(0)).expect("asked");
        let Step::Question(step) = talk.step() else { panic!("not at the question") };
        let chosen: Vec<usize> = (0..3).filter(|&index| step.is_chosen(&step.options[index])).collect();
        assert_eq!(chosen, ticked);
    }
}

#[test]
fn evidence_is_asked_for_by_what_boxes_are_worth_together_and_by_a_number() {
    let q = with(
        "  - {id: counted, at: {a: d}, ask: C, type: multiple, evidence: {from: 2}, choices: [{id: x, label: X}, \
         {id: w, label: W}]}\n  \
         - {id: valued, at: {a: d}, ask: V, type: multiple, evidence: {from: 2.5}, choices: [{id: x, value: 2, label: X}, \
         {id: w, value: 0.5, label: W}, {id: neither, label: N, exclusive: true}]}\n  \
         - {id: number, at: {a: d}, ask: M, type: number, from: 0, to: 10, evidence: {from: 5}}\n",
    );
    let mut talk = Interview::resume(&q, blank(&q));
    let boxes = |ticked: &[usize]| Input::Tick(ticked.to_vec());
    let answers = [
        (0, boxes(&[1]), false),
        (0, boxes(&[0, 1]), true),
        (1, boxes(&[0]), false),
        (1, boxes(&[2]), false),
        (1, boxes(&[0, 1]), true),
        (2, Input::Number(4.9), false),
        (2, Input::Number(5.0), true),
    ];
    for (column, input, asked) in answers {
        talk.accept(Input::Go(column)).expect("asked");
        talk.accept(input.clone()).expect("an answer");
        assert_eq!(talk.place() == Place::Evidence(column), asked, "{input:?}");
    }
}

#[test]
fn another_role_sets_aside_what_it_is_not_asked_and_is_not_done_and_another_council_changes_nothing_else() {
    let q = with(
        "  - {id: mine, at: {a: d}, ask: Own, type: yes-no, roles: [rx]}\n  - {id: ours, at: {a: e}, ask: All, type: yes-no}\n\
                  roles: [{id: rx, title: X}, {id: ry, title: Y}]\n",
    );
    let mut sheet = blank(&q);
    sheet.respondent.voice = Voice::Role(0);
    let mut talk = Interview::resume(&q, sheet);
    for input in [Input::Choose(0), Input::Choose(1), Input::Finish] {
        talk.accept(input).expect("accepted");
    }
    let elsewhere = SheetCouncil { id: "2".into(), ..talk.head().council };
    let effect = talk.correct(Head { council: elsewhere, ..talk.head() });
    assert_eq!(effect, Effect { changed: true, ..Effect::default() });
    assert_eq!((talk.sheet().status, talk.place()), (Status::Final, Place::End));
    let effect = talk.correct(Head { voice: Voice::Role(1), ..talk.head() });
    assert_eq!(effect, Effect { changed: true, parked: vec![0], restored: Vec::new() });
    assert_eq!((talk.sheet().status, talk.sheet().entries.len()), (Status::Draft, 2));
    let effect = talk.correct(Head { voice: Voice::Role(0), ..talk.head() });
    assert_eq!(effect, Effect { changed: true, parked: Vec::new(), restored: vec![0] });
    assert_eq!(talk.correct(talk.head()), Effect::default());
}
