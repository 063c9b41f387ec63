//! What lands on the agenda, in which order, and who may see it.

use super::*;
use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;
use crate::responses::{Intake, Responses, read_table};
use crate::scores::{Keep, Rubric};
use crate::source::Sources;

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
    axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nroles: [{id: ict, title: I}, {id: unit, title: U}]\nquestions:\n\
    \x20 - {id: v1, at: {a: d}, ask: Q, type: rating, from: 0, to: 4}\n\
    \x20 - {id: v2, at: {a: d}, ask: Q, type: rating, from: 0, to: 4}\n\
    \x20 - {id: v3, at: {a: d}, ask: Q, type: yes-no}\n\
    \x20 - {id: v4, at: {a: d}, ask: Q, type: number, from: 0, to: 100}\n\
    \x20 - {id: v5, at: {a: d}, ask: Q, type: rating, from: 0, to: 4, roles: [ict]}\n\
    \x20 - {id: v6, at: {a: d}, ask: Q, type: text}\n\
    \x20 - {id: v7, at: {a: d}, ask: Q, type: multiple, choices: [{id: box, label: X}, {id: lid, label: Y}]}\n";

fn questionnaire() -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let node = crate::yaml::parse(sources.add("t.yaml", QUESTIONNAIRE), &sources, &mut out).expect("YAML");
    crate::questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

/// Rows of role and answers of one council; `agreed` that roles may be shown, which a table itself cannot say.
fn read(q: &Questionnaire, rows: &[&str], agreed: bool) -> Responses {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let mut intake = Intake::new(q);
    if agreed {
        for (index, row) in rows.iter().enumerate() {
            let (role, answers) = row.split_once(',').expect("a role");
            let names = ["v1", "v2", "v3", "v4", "v5"];
            let given = names.iter().zip(answers.split(',')).filter(|(_, answer)| !answer.is_empty());
            let given: Vec<String> = given.map(|(name, answer)| format!("  {name}: {answer}\n")).collect();
            let role = if role.is_empty() { String::new() } else { format!(", role: {role}") };
            let text = format!(
                "peil: answers/1\nquestionnaire: {{id: t, version: 1.0.0, hash: \"{}\"}}\nscan: full\n\
                 council: {{id: a, name: A}}\nrespondent: {{id: r-{index}{role}}}\nshown_by_role: true\nstatus: final\nanswers:\n{}",
                q.hash,
                given.concat()
            );
            let file = sources.add("a.yaml", text);
            let sheet = crate::responses::parse(file, &sources, q, intake.codec(), &mut out).expect("a sheet");
            intake.sheet(&sheet, crate::source::Span::start_of(file), &mut out);
        }
    } else {
        let table = rows.iter().map(|row| format!("a,{row}\n")).collect::<String>();
        let file = sources.add("a.csv", format!("council,role,v1,v2,v3,v4,v5\n{table}"));
        read_table(file, &sources, &mut intake, &mut out);
    }
    assert!(!out.has_errors(), "{:?}", out.sorted());
    intake.finish()
}

fn agenda(rows: &[&str], agreed: bool, audience: Audience) -> Result<Agenda, Withheld> {
    let q = questionnaire();
    Batch::new(Rubric::new(&q), read(&q, rows, agreed), Keep::default(), 1).agenda(0, audience)
}

fn columns(agenda: &Agenda) -> Vec<usize> {
    agenda.topics.iter().map(|topic| topic.column).collect()
}

#[test]
fn what_lies_furthest_beyond_its_own_cut_off_comes_first() {
    // v1: 0,0,0,4,4,4 deviates 2 of 5/6; v2: 1,1,1,3,3,3 by 1; v3: half yes by 1/2 of 2/6; v4: 0 and 50 by 1/4 of 1/6.
    let rows = [
        "ict,0,1,yes,0,2",
        "ict,0,1,yes,0,2",
        "ict,0,1,yes,0,2",
        "ict,4,3,no,50,2",
        "ict,4,3,no,50,2",
        "ict,4,3,no,50,2",
    ];
    let found = agenda(&rows, false, Audience::Workshop).expect("six people");
    // 2.4, 1.2, 1.5, 1.5; the two of 1.5 in the order of the questionnaire; on v5 all agree.
    assert_eq!((columns(&found), found.apart, found.considered), (vec![0, 2, 3, 1], 4, 5));
    let first = found.topics[0].answers.as_ref().expect("shown in the room");
    assert_eq!((first.counts.as_slice(), first.answers, first.asked), ([3, 0, 0, 0, 3].as_slice(), 6, 6));
    assert_eq!((first.mean, first.deviation, first.r_wg), (Some(2.0), Some(2.0), Some(0.0)));
    let number = found.topics[2].answers.as_ref().expect("shown in the room");
    assert_eq!(number.counts, [3, 0, 3, 0, 0], "0 lies in the first fifth and 50 in the third");
    assert_eq!((number.mean, number.deviation), (Some(1.0), Some(1.0)), "a quarter of 100, on the scale to 4");
}

#[test]
fn the_public_reads_which_questions_they_are_and_nothing_of_the_answers() {
    let rows = ["ict,0,2,yes,0,2", "ict,0,2,yes,0,2", "ict,4,2,yes,0,2", "ict,4,2,yes,0,2", "ict,4,3,yes,0,2"];
    let found = agenda(&rows, false, Audience::Public).expect("five people");
    // v2 differs a little, which the room sees and the public does not.
    assert_eq!(found.topics, [Topic { column: 0, answers: None }]);
    assert_eq!(columns(&agenda(&rows, false, Audience::Workshop).expect("five people")), [0, 1]);
}

#[test]
fn four_answers_to_a_question_are_considered_only_where_all_agreed_to_it() {
    let rows = ["ict,0,2,,,", "ict,4,2,,,", "unit,4,2,,,", "unit,4,2,,,"];
    let too_few = Err(Withheld::FewRespondents { minimum: 5 });
    assert_eq!(agenda(&rows, false, Audience::Public), too_few);
    assert_eq!(agenda(&rows, false, Audience::Workshop), too_few);
    assert_eq!(agenda(&rows, true, Audience::Public), too_few);
    let found = agenda(&rows, true, Audience::Workshop).expect("agreed");
    assert_eq!((columns(&found), found.apart, found.considered), (vec![0], 1, 2));
    // Five who were asked, but four who answered.
    let rows = ["ict,0,,,,", "ict,4,,,,", "unit,4,,,,", "unit,4,,,,", "unit,?,,,,"];
    assert_eq!(agenda(&rows, false, Audience::Public), too_few);
}

#[test]
fn one_respondent_differs_from_nobody() {
    for audience in [Audience::Public, Audience::Workshop] {
        assert_eq!(agenda(&["ict,0,2,yes,0,2"], true, audience), Err(Withheld::NothingToCompare));
    }
    let two = agenda(&["ict,0,2,yes,0,2", "unit,0,4,yes,0,"], true, Audience::Workshop).expect("two people");
    assert_eq!((columns(&two), two.apart, two.considered), (vec![1], 1, 4));
}

#[test]
fn all_alike_and_nothing_answered_leave_no_topics() {
    let alike = agenda(&["ict,3,3,yes,7,3"; 5], false, Audience::Workshop).expect("five people");
    assert_eq!((alike.topics, alike.apart, alike.considered), (Vec::new(), 0, 5));
    let blank = agenda(&["ict,?,?,?,?,?"; 5], false, Audience::Workshop);
    assert_eq!(blank, Err(Withheld::FewRespondents { minimum: 5 }));
}

#[test]
fn two_roles_far_apart_put_a_question_on_the_agenda_and_are_named_only_where_they_may_be() {
    // One of five stands apart: the deviation is 2 · 0.2 · 0.8 · 3 = 0.96 of 0.83; between the roles lie 3 points.
    let rows = ["ict,1,2,,,", "ict,1,2,,,", "ict,1,2,,,", "ict,1,2,,,", "unit,4,2,,,"];
    let gap = |agreed| {
        let found = agenda(&rows, agreed, Audience::Workshop).expect("five people");
        found.topics[0].answers.as_ref().and_then(|one| one.gap)
    };
    assert_eq!(gap(false), None);
    let named = gap(true).expect("two roles");
    assert_eq!((named.high, named.low, named.width()), ((1, 4.0), (0, 1.0), 3.0));
    // Ten to one: the deviation is under its cut-off, but half of the gap is not.
    let mut many = vec!["ict,1,2,,,"; 10];
    many.push("unit,4,2,,,");
    let one = agenda(&many, true, Audience::Workshop).expect("eleven people");
    let answers = one.topics[0].answers.as_ref().expect("shown in the room");
    assert!(answers.strain() < 1.0 && answers.strain_with_roles() > 1.0 && one.apart == 1);
    assert_eq!(agenda(&many, false, Audience::Workshop).expect("eleven people").apart, 0);
    let five_units = [many, vec!["unit,1,2,,,"; 4]].concat();
    assert_eq!(agenda(&five_units, true, Audience::Public).expect("ten and five").topics, []);
}

#[test]
fn the_public_does_not_read_of_a_question_that_a_small_role_answered() {
    let apart = |units: usize| [vec!["ict,0,,,,"; 5], vec!["unit,4,,,,"; units]].concat();
    assert_eq!(agenda(&apart(4), false, Audience::Public), Err(Withheld::FewRespondents { minimum: 5 }));
    assert_eq!(columns(&agenda(&apart(4), false, Audience::Workshop).expect("nine people")), [0]);
    assert_eq!(columns(&agenda(&apart(5), false, Audience::Public).expect("ten people")), [0]);
}

#[test]
fn what_they_agreed_on_together_is_not_one_more_answer() {
    let rows = ["ict,0,2,,,", "ict,0,2,,,", "ict,0,2,,,", "ict,0,2,,,", "ict,0,2,,,", "consensus,4,2,,,"];
    let found = agenda(&rows, false, Audience::Workshop).expect("five people");
    assert_eq!((found.topics, found.apart, found.considered), (Vec::new(), 0, 2));
    assert_eq!(agenda(&rows[1..], false, Audience::Workshop), Err(Withheld::FewRespondents { minimum: 5 }));
}

#[test]
fn the_order_of_the_rows_changes_no_bit() {
    let q = questionnaire();
    let rows = ["ict,0,1,yes,10,2", "unit,3,1,no,20,", "ict,1,4,yes,30,2", "unit,4,3,,70,", ",2,3,no,50,0"];
    let turned: Vec<&str> = rows.iter().rev().copied().collect();
    let of = |rows: &[&str]| Batch::new(Rubric::new(&q), read(&q, rows, false), Keep::default(), 1).agreement(0);
    assert_eq!(of(&rows), of(&turned));
}
