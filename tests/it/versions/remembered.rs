//! What a version must still say of those before the one it is compared with: an id is never given away or forgotten.

use peil::diagnostics::Code;

use super::compared;

const SECOND: &str = "\
peil: questionnaire/1
id: desk
version: 2.0.0
languages: [en]
title: The desk
scale: {max: 4}
axes: [{id: theme, title: Theme, dimensions: [{id: one, title: Service}]}]
choices:
  s: [{id: 0, value: 0, label: Nothing}, {id: half, was: 2, value: 2, label: A start}, {id: 4, value: 4, label: All}]
questions:
  - {id: channels, was: chan, at: {theme: one}, ask: Which ways in are there?, type: choice, choices: s}
  - id: prod
    at: {theme: one}
    ask: How far are these products digital?
    type: grid
    choices: s
    rows:
      - {id: birth, was: geb, title: Birth certificate}
      - {id: permit, since: 1.5.0, title: Parking permit}
  - {id: late, since: 1.5.0, at: {theme: one}, ask: Who decides about new software?, type: yes-no}
dropped: [{id: fax, since: 1.2.0}]
";

/// A question that version 3.0.0 brings.
fn brought(id: &str) -> String {
    format!("questions:\n  - {{id: {id}, since: 3.0.0, at: {{theme: one}}, ask: Is it safe?, type: yes-no}}\n")
}

/// What is found in version 3.0.0, which is 2.0.0 with these texts replaced; each marked text with what is said of it.
fn found(changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut third = SECOND.replace("version: 2.0.0", "version: 3.0.0");
    for (old, new) in changed {
        assert!(third.contains(old), "{old}");
        third = third.replace(old, new);
    }
    let (comparison, problems, codes) = compared(SECOND, &third);
    let stops = codes.iter().any(|code| super::STOPPING.contains(code));
    assert_eq!(comparison.binds, !stops, "{problems:?}");
    problems.into_iter().map(|(_, _, marked, said)| (marked, said)).collect()
}

fn one(marked: &str, said: &str) -> Vec<(String, String)> {
    vec![(marked.to_owned(), said.to_owned())]
}

#[test]
fn a_version_that_says_all_that_the_one_before_it_said_has_nothing_wrong() {
    assert_eq!(found(&[]), []);
    // Called again what it was called at first, it is still the same question.
    assert_eq!(found(&[("id: channels, was: chan", "id: chan, was: channels")]), []);
    assert_eq!(found(&[("id: channels, was: chan", "id: ways, was: [channels, chan]")]), []);
}

#[test]
fn a_former_id_that_is_no_longer_told_of_is_missed() {
    let lost = |now: &str, id: &str| {
        format!("error[vanished-id]: `{now}` was once `{id}`, version 2.0.0 said, and this version no longer does")
    };
    assert_eq!(found(&[(" was: chan,", "")]), one("channels", &lost("channels", "chan")));
    assert_eq!(found(&[(" was: geb,", "")]), one("birth", &lost("prod.birth", "geb")));
    assert_eq!(found(&[(" was: 2,", "")]), one("half", &lost("half", "2")), "once for a shared list");
    assert_eq!(found(&[("id: channels, was: chan", "id: ways, was: channels")]), one("ways", &lost("ways", "chan")));
}

#[test]
fn who_forgot_to_say_what_a_question_was_is_told_every_id_to_write() {
    use crate::peil::peil;
    let third = SECOND.replace("version: 2.0.0", "version: 3.0.0").replace("id: channels, was: chan", "id: ways");
    peil(["check", "third.yaml", "--against", "second.yaml"])
        .file("second.yaml", SECOND)
        .file("third.yaml", &third)
        .stdout_holds("error[renamed-id]: `ways` has the same text as `channels`, which is gone\n")
        .stdout_holds("help: write `was: [channels, chan]`, and the answers to `channels` still count\n")
        .ends_with(1);
}

#[test]
fn a_former_id_is_never_that_of_something_else() {
    let reused =
        |id: &str, was: &str| format!("error[id-in-use]: in version 2.0.0 `{id}` was an earlier id of `{was}`");
    let question = brought("chan");
    assert_eq!(found(&[(" was: chan,", ""), ("questions:\n", &question)]), one("chan", &reused("chan", "channels")));
    let row = "{id: geb, since: 3.0.0, title: Wedding}";
    let rows = found(&[(" was: geb,", ""), ("    rows:\n", &format!("    rows:\n      - {row}\n"))]);
    assert_eq!(rows, one("geb", &reused("geb", "birth")));
    let choice = "{id: 2, value: 3, label: Nearly there}, {id: 4,";
    assert_eq!(found(&[(" was: 2,", ""), ("{id: 4,", choice)]), one("2", &reused("2", "half")));
}

#[test]
fn what_was_dropped_stays_dropped_and_its_id_is_not_used_again() {
    let said = "error[vanished-id]: `fax` is gone since 1.2.0, version 2.0.0 said, and this version no longer does";
    assert_eq!(found(&[("dropped: [{id: fax, since: 1.2.0}]\n", "")]), one("3.0.0", said));
    // Answers of 1.1.0 would not be let off any more.
    assert_eq!(found(&[("since: 1.2.0", "since: 1.1.0")]), one("3.0.0", said));
    let again = "error[id-in-use]: `fax` is the id of something that was dropped, as version 2.0.0 says";
    let question = brought("fax");
    assert_eq!(found(&[("dropped: [{id: fax, since: 1.2.0}]\n", ""), ("questions:\n", &question)]), one("fax", again));
}

#[test]
fn what_is_dropped_is_dropped_with_every_id_that_it_had() {
    let line =
        "  - {id: channels, was: chan, at: {theme: one}, ask: Which ways in are there?, type: choice, choices: s}\n";
    let dropped = |more: &str| {
        found(&[(line, ""), ("since: 1.2.0}]", &format!("since: 1.2.0}}, {{id: channels, since: 3.0.0}}{more}]"))])
    };
    let said = "error[vanished-id]: `channels` is dropped, but `chan`, as older answers may call it, is not";
    assert_eq!(dropped(""), one("channels", said));
    assert_eq!(dropped(", {id: chan, since: 3.0.0}"), []);
    // Version 2.0.0 was the first without `chan`, which says so by `was`.
    assert_eq!(dropped(", {id: chan, since: 2.0.0}"), []);
    let row = "      - {id: birth, was: geb, title: Birth certificate}\n";
    let said = "error[vanished-id]: `prod.birth` is dropped, but `prod.geb`, as older answers may call it, is not";
    assert_eq!(
        found(&[(row, ""), ("since: 1.2.0}]", "since: 1.2.0}, {id: prod.birth, since: 3.0.0}]")]),
        one("prod.birth", said)
    );
    for since in ["2.0.0", "3.0.0"] {
        let dropped = format!("since: 1.2.0}}, {{id: prod.birth, since: 3.0.0}}, {{id: prod.geb, since: {since}}}]");
        assert_eq!(found(&[(row, ""), ("since: 1.2.0}]", &dropped)]), [], "since {since}");
    }
}

/// What is found where `prod`, once `goods`, drops its row `birth`, under these names.
fn dropped_row(row: &str, names: &[&str]) -> Vec<(String, String)> {
    let second = SECOND.replace("- id: prod\n", "- id: prod\n    was: goods\n");
    let second = second.replace("{id: birth, was: geb,", row);
    let third = second.replace("version: 2.0.0", "version: 3.0.0");
    let third = third.replace(&format!("      - {row} title: Birth certificate}}\n"), "");
    assert!(!third.contains("Birth"), "{third}");
    let dropped: String = names.iter().map(|id| format!(", {{id: {id}, since: 3.0.0}}")).collect();
    let third = third.replace("since: 1.2.0}]", &format!("since: 1.2.0}}{dropped}]"));
    let (comparison, problems, codes) = compared(&second, &third);
    assert_eq!(comparison.binds, !codes.contains(&Code::VanishedId), "{problems:?}");
    problems.into_iter().map(|(_, _, marked, said)| (marked, said)).collect()
}

#[test]
fn a_row_of_a_question_that_had_another_id_is_dropped_under_that_id_too() {
    let row = "{id: birth,";
    let said = "error[vanished-id]: `prod.birth` is dropped, but `goods.birth`, as older answers may call it, is not";
    assert_eq!(dropped_row(row, &["prod.birth"]), one("prod.birth", said));
    assert_eq!(dropped_row(row, &["prod.birth", "goods.birth"]), []);
}

#[test]
fn a_row_that_is_dropped_is_dropped_under_every_name_that_its_column_may_have_had() {
    let row = "{id: birth, was: geb,";
    // `goods.geb` is the first of its names; whether `prod.geb` or `goods.birth` came after it, version 2.0.0 does not say.
    let all = ["prod.birth", "prod.geb", "goods.birth", "goods.geb"];
    assert_eq!(dropped_row(row, &all), []);
    let lack = |names: &str| format!("error[vanished-id]: `prod.birth` is dropped, but {names}");
    let three = lack("`prod.geb`, `goods.birth` and `goods.geb`, as older answers may call it, are not");
    assert_eq!(dropped_row(row, &all[..1]), one("prod.birth", &three));
    let first = lack("`goods.geb`, as older answers may call it, is not");
    assert_eq!(dropped_row(row, &all[..3]), one("prod.birth", &first));
    let other = "warning[unknown-origin]: version 2.0.0 knows no `goods.gift`".to_owned();
    let names = [&all[..], &["goods.gift"]].concat();
    assert_eq!(dropped_row(row, &names), one("goods.gift", &other));
}

#[test]
fn half_of_a_question_that_had_another_id_is_dropped_under_that_id_too() {
    let second =
        SECOND.replace("ask: Which ways in are there?,", "ask: Which ways in are there?, paper_and_practice: true,");
    let third = second.replace("version: 2.0.0", "version: 3.0.0").replace(" paper_and_practice: true,", "");
    let dropped = |ids: &[&str]| {
        let entries: String = ids.iter().map(|id| format!(", {{id: {id}, since: 3.0.0}}")).collect();
        let third = third.replace("since: 1.2.0}]", &format!("since: 1.2.0}}{entries}]"));
        let problems = compared(&second, &third).1.into_iter();
        problems
            .map(|(_, _, marked, said)| (marked, said))
            .filter(|(_, said)| said.contains("[vanished-id]"))
            .collect::<Vec<_>>()
    };
    let halves = ["channels.paper", "channels.practice"];
    let said = |half: &str| {
        let id = format!("channels.{half}");
        let said =
            format!("error[vanished-id]: `{id}` is dropped, but `chan.{half}`, as older answers may call it, is not");
        (id, said)
    };
    assert_eq!(dropped(&halves), [said("paper"), said("practice")]);
    assert_eq!(dropped(&[&halves[..], &["chan.paper", "chan.practice"]].concat()), []);
}

#[test]
fn a_question_that_is_dropped_with_all_its_rows_is_dropped_under_its_ids_alone() {
    let start = SECOND.find("  - id: prod\n").expect("the grid");
    let end = SECOND.find("  - {id: late").expect("what follows it");
    let second = SECOND.replace("- id: prod\n", "- id: prod\n    was: goods\n");
    let third = format!("{}{}", &SECOND[..start], &SECOND[end..]).replace("version: 2.0.0", "version: 3.0.0");
    let dropped = |more: &str| {
        let third = third.replace("since: 1.2.0}]", &format!("since: 1.2.0}}, {{id: prod, since: 3.0.0}}{more}]"));
        compared(&second, &third).1.into_iter().map(|(_, _, marked, said)| (marked, said)).collect::<Vec<_>>()
    };
    let said = "error[vanished-id]: `prod` is dropped, but `goods`, as older answers may call it, is not";
    assert_eq!(dropped(""), one("prod", said));
    assert_eq!(dropped(", {id: goods, since: 3.0.0}"), []);
}

#[test]
fn since_stays_what_it_was() {
    let other = |id: &str| {
        format!(
            "warning[wrong-since]: `{id}` is there since 1.5.0, version 2.0.0 said, and this version says otherwise"
        )
    };
    assert_eq!(found(&[("id: late, since: 1.5.0,", "id: late,")]), one("late", &other("late")));
    assert_eq!(found(&[("id: late, since: 1.5.0,", "id: late, since: 1.0.0,")]), one("late", &other("late")));
    assert_eq!(found(&[("id: permit, since: 1.5.0,", "id: permit,")]), one("permit", &other("prod.permit")));
}

#[test]
fn a_new_row_says_since_when_and_one_that_was_there_says_no_later_version() {
    let rows = |row: &str| found(&[("    rows:\n", &format!("    rows:\n      - {{{row}, title: Moving house}}\n"))]);
    let said = "warning[wrong-since]: the row `prod.move` is new since version 2.0.0 but does not say so";
    assert_eq!(rows("id: move"), one("move", said));
    assert_eq!(rows("id: move, since: 3.0.0"), []);
    let later = "warning[wrong-since]: `prod.permit` says it came later, but version 2.0.0 had it already";
    assert_eq!(found(&[("id: permit, since: 1.5.0,", "id: permit, since: 3.0.0,")]), one("permit", later));
}
