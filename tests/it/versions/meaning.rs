//! What a version changes in what an answer means or is worth, and what it tells the author to do about that.

use super::compared;
use crate::peil::{Peil, peil};

const FIRST: &str = "\
peil: questionnaire/1
id: desk
version: 1.0.0
languages: [en]
title: The desk
scale: {max: 4}
axes: [{id: theme, title: Theme, dimensions: [{id: one, title: Service}]}]
roles: [{id: ict, title: IT}, {id: unit, title: Department}]
choices:
  s: [{id: 0, value: 0, label: Nothing at all}, {id: 2, value: 2, label: A first start}, {id: 4, value: 4, label: All}]
questions:
  - id: prod
    at: {theme: one}
    ask: How far are these products digital?
    type: grid
    choices: s
    rows:
      - {id: birth, title: Birth certificate}
      - {id: permit, title: Parking permit}
  - id: chan
    at: {theme: one}
    ask: Which channels are there for residents?
    type: multiple
    choices: [{id: web, label: Website}, {id: mail, label: E-mail}, {id: nowhere, label: Neither of these}]
  - {id: plan, at: {theme: one}, ask: How old is the plan?, type: choice, choices: s}
";

fn second(changed: &[(&str, &str)]) -> String {
    let mut second = FIRST.replace("version: 1.0.0", "version: 2.0.0");
    for (old, new) in changed {
        assert!(second.contains(old), "{old}");
        second = second.replace(old, new);
    }
    second
}

/// What is found in version 2.0.0, which is 1.0.0 with these texts replaced, and whether old answers fit.
fn found(changed: &[(&str, &str)]) -> (Vec<String>, bool) {
    let (comparison, problems, _) = compared(FIRST, &second(changed));
    (problems.into_iter().map(|problem| problem.3).collect(), comparison.binds)
}

fn check(second: &str, flags: &[&str]) -> Peil {
    let arguments = ["check", "second.yaml", "--against", "first.yaml"].iter().chain(flags);
    peil(arguments.copied()).file("first.yaml", FIRST).file("second.yaml", second)
}

#[test]
fn a_row_that_can_reach_another_choice_changes_what_old_answers_are_worth() {
    let said = "warning[changed-answer]: the best choice that the row `prod.birth` can reach was `4` and is `2` now";
    let lower = ("{id: birth,", "{id: birth, highest: 2,");
    assert_eq!(found(&[lower]), (vec![said.to_owned()], true));
    // What is the best of the list anyway may be said.
    assert_eq!(found(&[("{id: birth,", "{id: birth, highest: 4,")]), (vec![], true));
    check(&second(&[lower]), &[])
        .stdout_holds("  rows                    prod: birth (highest: – → highest: 2)\n")
        .ends_with(0);
}

/// 3 of 5 is in the middle, 3 of 10 is low; 3 products are 3 products, however many are enough.
#[test]
fn a_rating_with_other_ends_is_another_statement_and_a_number_another_score() {
    let with = |version: &str, kind: &str| {
        let rated = format!("  - {{id: rated, at: {{theme: one}}, ask: How good is it?, {kind}}}\n");
        FIRST.replace("version: 1.0.0", &format!("version: {version}")) + &rated
    };
    let moved = |before: &str, now: &str| {
        let arguments = ["check", "second.yaml", "--against", "first.yaml", "--lang", "nl"];
        peil(arguments).file("first.yaml", &with("1.0.0", before)).file("second.yaml", &with("2.0.0", now))
    };
    moved("type: rating, from: 1, to: 5", "type: rating, from: 1, to: 10")
        .stdout_holds("fout[other-ends]: `rated` was `rating 1–5` en is nu `rating 1–10`: hetzelfde cijfer zegt nu iets anders")
        .stdout_holds("tip: laat `from` en `to` zoals ze waren, of geef de vraag een nieuw id met `since`, en zet `rated` onder `dropped`")
        .stdout_holds("\nNiet alle antwoorden op versie 1.0.0 of een eerdere passen nog: zie de fouten\nhierboven.\n")
        .ends_with(1);
    moved("type: number, from: 0, to: 5", "type: number, from: 0, to: 10")
        .stdout_holds("let op[changed-answer]: `rated` liep van 0–5 en loopt nu van 0–10")
        .stdout_holds("Antwoorden op versie 1.0.0 blijven geldig.\n")
        .ends_with(0);
}

#[test]
fn a_row_asks_what_it_asked() {
    let swapped = [("title: Birth certificate", "title: X"), ("title: Parking permit", "title: Birth certificate")];
    let swapped = [swapped[0], swapped[1], ("title: X", "title: Parking permit")];
    let said = |id: &str, other: &str| {
        format!("warning[other-question]: the row `prod.{id}` now asks what `prod.{other}` asked")
    };
    assert_eq!(found(&swapped), (vec![said("birth", "permit"), said("permit", "birth")], true));
    let other = "warning[other-question]: the row `prod.birth` seems to be about something else".to_owned();
    assert_eq!(found(&[("title: Birth certificate", "title: Moving house")]), (vec![other], true));
    let renamed = "error[renamed-id]: `prod.born` has the same text as `prod.birth`, which is gone".to_owned();
    assert_eq!(found(&[("id: birth", "id: born")]), (vec![renamed], false));
    check(&second(&[("{id: birth,", "{id: born,")]), &[]).stdout_holds("help: write `was: birth`, and").ends_with(1);
    check(&second(&[("{id: birth,", "{id: born, was: birth,")]), &[])
        .stdout_holds("\n  rows                    prod: born (birth → born)\nAnswers to version 1.0.0 still fit.\n")
        .ends_with(0);
}

#[test]
fn a_box_that_now_stands_alone_makes_old_answers_unreadable() {
    let said = "error[unreadable-answer]: the box `nowhere` of `chan` can no longer be ticked with others".to_owned();
    let alone = ("{id: nowhere,", "{id: nowhere, exclusive: true,");
    assert_eq!(found(&[alone]), (vec![said], false));
    check(&second(&[alone]), &["--format", "json"])
        .stdout_holds("\"answers_fit\": false")
        .stderr("1 error, 0 warnings in 1 of 1 file\n")
        .ends_with(1);
}

#[test]
fn the_remedy_for_a_box_that_is_gone_leads_somewhere() {
    let gone = (", {id: mail, label: E-mail}", "");
    check(&second(&[gone]), &[])
        .stdout_holds("if there is none, give the question a new id with `since`, and put `chan` under `dropped`\n")
        .ends_with(1);
    let dropped = ("questions:\n", "dropped: [{id: chan, since: 2.0.0}]\nquestions:\n");
    assert_eq!(found(&[gone, dropped, ("  - id: chan\n", "  - id: ways\n    since: 2.0.0\n")]), (vec![], true));
}

#[test]
fn a_role_that_is_gone_may_stay_without_questions() {
    let gone = second(&[(", {id: unit, title: Department}", "")]);
    check(&gone, &[]).stdout_holds("keep the id `unit` and change its `title`").ends_with(1);
    let mut unasked = second(&[]);
    for (id, roles) in [("  - id: prod\n", "    roles: [ict]\n"), ("  - id: chan\n", "    roles: [ict]\n")] {
        unasked = unasked.replace(id, &format!("{id}{roles}"));
    }
    unasked = unasked.replace("{id: plan,", "{id: plan, roles: [ict],");
    check(&unasked, &["--deny", "warnings"])
        .stdout_holds("if an earlier version had it, keep it, and use `--allow role-without-questions`")
        .ends_with(1);
    check(&unasked, &["--deny", "warnings", "--allow", "role-without-questions"])
        .stdout_holds("All good: 1 file checked.\n")
        .ends_with(0);
}

#[test]
fn only_where_nothing_at_all_changed_nothing_is_said_to_have_changed() {
    let said = |changed: &[(&str, &str)], text: &str| check(&second(changed), &[]).stdout_holds(text).ends_with(0);
    said(&[], "From version 1.0.0 to 2.0.0: nothing changed.\nAnswers");
    let only = "From version 1.0.0 to 2.0.0: nothing changed in answers or scores, but:\n";
    let line = |label: &str, items: &str| format!("{only}  {label:<23} {items}\nAnswers");
    let plan = "  - {id: plan, at: {theme: one}, ask: How old is the plan?, type: choice, choices: s}\n";
    said(&[("title: Service", "title: Our service")], &line("other texts", "one"));
    said(&[("ask: How old is the plan?", "ask: how old is the plan?")], &line("other texts", "plan"));
    said(&[("type: choice,", "type: choice, evidence: {from: 2},")], &line("evidence asked from", "plan (– → 2)"));
    said(&[("roles:", "scoring: {minimum_group: {councils: 7}}\nroles:")], &line("shown from", "councils (5 → 7)"));
    said(&[("roles:", "licence: CC0-1.0\nroles:")], &line("about the questionnaire", "licence (– → CC0-1.0)"));
    said(&[(plan, ""), ("questions:\n", &format!("questions:\n{plan}"))], &line("order", "questions"));
    let target = "targets: [{id: t, title: Small, aims: {one: {score: 2, reason: Enough.}}}]\nroles:";
    said(&[("roles:", target)], &line("targets", "+ t"));
    let advice = "advice: [{below: 2, think_big: Far., act_small: Near.}]";
    said(&[("type: choice,", &format!("type: choice, {advice},"))], &line("advice", "plan"));
    check(&second(&[("title: Service", "title: Our service")]), &[])
        .in_dutch()
        .stdout_holds("Van versie 1.0.0 naar 2.0.0: niets veranderd aan antwoorden of scores, wel:\n  andere teksten")
        .ends_with(0);
}

/// A question before `plan`, and what `plan` then depends on.
fn gated(when: &str) -> String {
    second(&[
        ("  - {id: plan,", &format!("  - {{id: plan, when: {when},")),
        (
            "questions:\n",
            "questions:\n  - {id: has, since: 2.0.0, at: {theme: one}, ask: Is there one?, type: yes-no}\n",
        ),
    ])
}

#[test]
fn a_question_that_depends_on_a_new_one_leaves_out_old_answers() {
    let said = "warning[answers-left-out]: whoever answered version 1.0.0 is never asked `plan`: it depends on `has`, which \
                came later";
    let problems =
        |when: &str| -> Vec<String> { compared(FIRST, &gated(when)).1.into_iter().map(|problem| problem.3).collect() };
    for when in [
        "{has: {is: yes}}",
        "{has: {answered: true}}",
        "{not: {has: {answered: false}}}",
        "{all: [{has: {is: yes}}, {prod.birth: {at_least: 2}}]}",
        "{any: [{has: {is: yes}}, {not: {has: {answered: false}}}]}",
    ] {
        assert_eq!(problems(when), [said], "{when}");
    }
    for when in ["{not: {has: {is: no}}}", "{any: [{has: {is: yes}}, {has: {answered: false}}]}"] {
        assert_eq!(problems(when), [""; 0], "{when}");
    }
    // Whoever answered 2 or more there is asked still.
    let some = "warning[answers-left-out]: not everyone who was asked `plan` in version 1.0.0 still is: its condition has changed";
    assert_eq!(problems("{any: [{has: {is: yes}}, {prod.birth: {at_least: 2}}]}"), [some]);
    check(&gated("{has: {is: yes}}"), &[])
        .stdout_holds("with `any` and `{has: {answered: false}}`; if it has become another question, give it a new id")
        .stdout_holds("0 errors, 1 warning in 1 of 1 file\n")
        .ends_with(0);
}

#[test]
fn nobody_is_told_to_delete_an_answer_to_an_earlier_version() {
    // Half of the grid and a third of the boxes: (2 + 4 ÷ 3) ÷ 2 = 1.667.
    let score = ["score", "in.csv", "-q", "second.yaml"];
    let table =
        |version: &str| format!("council,questionnaire,prod.birth,prod.permit,chan,plan\nA,desk@{version},2,2,web,4\n");
    peil(score)
        .file("second.yaml", &gated("{has: {is: yes}}"))
        .file("in.csv", &table("1.0.0"))
        .stdout_holds("1.7")
        .stderr_holds("warning[not-asked]: by this version this person is not asked `plan`\n")
        .stderr_holds(
            "help: keep this answer to version 1.0.0; if this person was asked `plan` then, see `peil explain answers-left-out`",
        )
        .ends_with(0);
    peil(score)
        .file("second.yaml", &gated("{has: {is: yes}}"))
        .file("in.csv", &table("2.0.0"))
        .stdout_holds("1.")
        .stderr_holds("if they are right, this answer can go")
        .ends_with(0);
}

#[test]
fn a_table_of_an_earlier_version_without_a_column_for_a_question_is_not_of_the_same_questions() {
    // The questionnaire forgot that its question was once `way`, so that this column passes for a class.
    let table = |questionnaire: &str| {
        format!("council,questionnaire,prod.birth,prod.permit,way,plan\nA,{questionnaire},2,2,web,4\n")
    };
    peil(["score", "in.csv", "-q", "second.yaml"])
        .file("second.yaml", &second(&[]))
        .file("in.csv", &table("desk@1.0.0"))
        .stdout_holds("A")
        .stderr("1 participant answered version 1.0.0: 1 question without a column.\n")
        .ends_with(0);
}

#[test]
fn a_version_is_written_in_one_way_only() {
    peil(["check", "a.yaml"])
        .file("a.yaml", &FIRST.replace("version: 1.0.0", "version: 01.0.0"))
        .stdout_holds("error[invalid-value]")
        .stdout_holds("help: write three numbers without a zero before them: 1.0.0\n")
        .ends_with(1);
}
