//! Questions that fewer people are asked than in the earlier version, whose answers would no longer count.

use super::compared;
use crate::peil::peil;

const FIRST: &str = "\
peil: questionnaire/1
id: desk
version: 1.0.0
languages: [en]
title: The desk
scale: {max: 4}
axes: [{id: theme, title: Theme, dimensions: [{id: one, title: Service}]}]
roles: [{id: ict, title: IT}, {id: unit, title: Department}, {id: board, title: Board}]
choices:
  steps: [{id: a, value: 0, label: None}, {id: b, value: 1, label: A start}, {id: c, value: 4, label: All of them}]
questions:
  - {id: plan, at: {theme: one}, ask: Is there a plan?, type: yes-no, quick: true}
  - {id: desks, at: {theme: one}, ask: Which desks have it?, type: choice, choices: steps}
  - {id: used, at: {theme: one}, ask: Is it used?, type: yes-no, roles: [unit, board], quick: true, when: {plan: {is: yes}}}
  - {id: paid, at: {theme: one}, ask: Who pays for it?, type: text, when: {used: {is: yes}}}
";

/// What is found in version 2.0.0, which is 1.0.0 with these texts replaced. Answers can be read in any case.
fn found(changed: &[(&str, &str)]) -> Vec<String> {
    let mut second = FIRST.replace("version: 1.0.0", "version: 2.0.0");
    for (old, new) in changed {
        assert!(second.contains(old), "{old}");
        second = second.replace(old, new);
    }
    let (comparison, problems, _) = compared(FIRST, &second);
    assert!(comparison.binds, "{problems:?}");
    problems.into_iter().map(|problem| problem.3).collect()
}

fn said(words: &str) -> Vec<String> {
    vec![format!("warning[answers-left-out]: {words}")]
}

const ROLES: &str = "roles: [unit, board]";
const WHEN: &str = "when: {plan: {is: yes}}";

#[test]
fn a_role_that_was_asked_and_no_longer_is_leaves_its_answers_out() {
    let one = said("the role `unit` was asked `used` in version 1.0.0 and no longer is");
    assert_eq!(found(&[(ROLES, "roles: [ict, board]")]), one);
    let two = said("the roles `unit` and `board` were asked `used` in version 1.0.0 and no longer are");
    assert_eq!(found(&[(ROLES, "roles: [ict]")]), two);
    assert_eq!(found(&[("type: yes-no, roles: [unit, board]", "type: yes-no")]), [""; 0]);
    // Where everyone was asked, a list leaves out the others.
    let three = said("the roles `ict` and `board` were asked `desks` in version 1.0.0 and no longer are");
    assert_eq!(found(&[("type: choice,", "type: choice, roles: [unit],")]), three);
    // A role that came later was asked nothing then.
    let new = ("{id: board, title: Board}", "{id: board, title: Board}, {id: late, title: Later}");
    assert_eq!(found(&[new, ("type: choice,", "type: choice, roles: [ict, unit, board],")]), [""; 0]);
}

#[test]
fn a_question_that_left_the_quick_scan_leaves_its_answers_out() {
    let gone = said("`used` was in the quick scan of version 1.0.0 and no longer is");
    assert_eq!(found(&[("[unit, board], quick: true", "[unit, board]")]), gone);
    assert_eq!(found(&[("steps}", "steps, quick: true}")]), [""; 0]);
}

#[test]
fn a_condition_that_excludes_the_one_before_it_leaves_out_everybody() {
    let nobody = said(
        "whoever was asked `used` in version 1.0.0 is never asked it now: the old and the new condition exclude each other",
    );
    // What depends on it in turn is not told of again.
    assert_eq!(found(&[(WHEN, "when: {plan: {is: no}}")]), nobody);
    assert_eq!(found(&[(WHEN, "when: {not: {plan: {answered: true}}}")]), nobody);
}

#[test]
fn a_condition_that_became_narrower_leaves_out_some() {
    let some = said("not everyone who was asked `used` in version 1.0.0 still is: its condition has changed");
    let narrower = ["{all: [{plan: {is: yes}}, {desks: {at_least: 1}}]}", "{desks: {answered: true}}"];
    for when in narrower {
        assert_eq!(found(&[(WHEN, &format!("when: {when}"))]), some, "{when}");
    }
    // Of the same width or wider: other words, another alternative, none at all.
    let wide = ["{plan: {at_least: 1}}", "{any: [{plan: {is: yes}}, {desks: {is: c}}]}", "{not: {plan: {is: no}}}"];
    for when in wide {
        assert_eq!(found(&[(WHEN, &format!("when: {when}"))]), [""; 0], "{when}");
    }
    assert_eq!(found(&[(", when: {plan: {is: yes}}", "")]), [""; 0]);
}

#[test]
fn a_condition_is_compared_by_the_choices_it_means_and_not_by_their_ids_or_values() {
    let gated = FIRST.replace(WHEN, "when: {desks: {at_least: 1}}");
    let second = gated.replace("version: 1.0.0", "version: 2.0.0");
    let problems = |changed: &[(&str, &str)]| {
        let second = changed.iter().fold(second.clone(), |text, (old, new)| text.replace(old, new));
        compared(&gated, &second).1.into_iter().map(|problem| problem.3).collect::<Vec<_>>()
    };
    let renamed = ("{id: b, value: 1,", "{id: start, was: b, value: 1,");
    assert_eq!(problems(&[renamed, ("{at_least: 1}", "{is: [start, c]}")]), [""; 0]);
    // `b` is worth less than the bound now, so whoever chose it is left out.
    let moved = problems(&[("{id: b, value: 1,", "{id: b, value: 0.5,"), ("{at_least: 1}", "{at_least: 0.8}")]);
    let some = "warning[answers-left-out]: not everyone who was asked `used` in version 1.0.0 still is: its condition has changed";
    assert!(moved.contains(&some.to_owned()), "{moved:?}");
    assert_eq!(problems(&[("{id: b, value: 1,", "{id: b, value: 2,"), ("{at_least: 1}", "{at_least: 2}")]).len(), 1);
}

/// Yes, all of them and no: (4 + 4 + 0) ÷ 3 over three questions, and (4 + 4) ÷ 2 over the two that are left.
#[test]
fn what_the_check_warns_of_is_what_the_score_leaves_out() {
    let answers = "council,respondent,role,questionnaire,plan,desks,used\nA,1,unit,desk@1.0.0,yes,c,no\n";
    let second = FIRST.replace("version: 1.0.0", "version: 2.0.0").replace(ROLES, "roles: [ict, board]");
    let scored = |text: &str| {
        let score = peil(["score", "in.csv", "-q", "q.yaml", "--format", "csv"]);
        score.file("q.yaml", text).file("in.csv", answers).run().stdout
    };
    assert!(scored(FIRST).contains("\nA,A,,full,2.66666666"), "{}", scored(FIRST));
    assert!(scored(&second).contains("\nA,A,,full,4.0,"), "{}", scored(&second));
    peil(["check", "new.yaml", "--against", "old.yaml", "--lang", "nl"])
        .file("old.yaml", FIRST)
        .file("new.yaml", &second)
        .stdout_holds("de rol `unit` kreeg `used` in versie 1.0.0 en nu niet meer\n")
        .stdout_holds("tip: laat `unit` bij `roles` staan; is het een andere vraag geworden, geef ze dan een nieuw id")
        .ends_with(0);
}
