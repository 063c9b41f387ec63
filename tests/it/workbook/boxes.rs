//! Questions with boxes, each of which has a line of its own: what becomes of the answer when one of them is not
//! understood, when lines are gone, and when something is written beside a box.

use super::{Filled, KORT, answers, said};

/// Desk and web are ticked.
fn both() -> Filled {
    Filled::new(KORT, &["--council", "41048"]).answered("vakjes|balie", "Ja").answered("vakjes|web", "Ja")
}

/// The same without the lines with these ids.
fn without(ids: &[&str]) -> Filled {
    let mut filled = both();
    filled.sheet("Antwoorden").rows.retain(|row| row.first().is_none_or(|id| !ids.contains(&id.as_str())));
    filled
}

fn read(filled: &Filled) -> (String, Vec<String>) {
    let read = filled.read();
    (answers(&filled.q, &read.sheet).join(" "), said(&read.problems))
}

#[test]
fn a_box_that_is_not_understood_leaves_its_question_open() {
    let filled = both().answered("vakjes|balie", "Ja, elke dag");
    let problem = "Antwoorden!D8 `Ja, elke dag` is geen ja en geen nee; zo telt `vakjes` niet mee";
    assert_eq!(read(&filled), ("{}".to_owned(), vec![problem.to_owned()]));
}

#[test]
fn boxes_count_where_the_line_of_their_question_is_gone_and_that_is_told() {
    let problem = "Antwoorden de regel van `vakjes` ontbreekt; een antwoord dat er stond, is weg";
    assert_eq!(read(&without(&["vakjes"])), ("vakjes: - balie - web".to_owned(), vec![problem.to_owned()]));
}

#[test]
fn lines_that_the_form_had_are_missed() {
    let (found, problems) = read(&without(&["keuze", "cijfer"]));
    assert_eq!(found, "vakjes: - balie - web");
    assert_eq!(
        problems,
        ["Antwoorden de regels van `keuze` en `cijfer` ontbreken; antwoorden die er stonden, zijn weg"]
    );
    // A question is named once, with all that belonged to it.
    let (found, problems) = read(&without(&["vakjes", "vakjes|balie", "vakjes|web"]));
    assert_eq!(found, "{}");
    assert_eq!(problems, ["Antwoorden de regel van `vakjes` ontbreekt; een antwoord dat er stond, is weg"]);
}

#[test]
fn a_form_for_one_role_misses_only_the_lines_that_it_had() {
    let filled = Filled::new(KORT, &["--council", "41048", "--role", "politiek"]).answered("keuze", "Soms");
    assert_eq!(read(&filled), ("keuze: soms".to_owned(), Vec::new()));
}

#[test]
fn half_of_the_boxes_is_no_answer() {
    let problem = "Antwoorden bij `vakjes` ontbreekt de regel van `balie`; zo telt de vraag niet mee";
    assert_eq!(read(&without(&["vakjes|balie"])), ("{}".to_owned(), vec![problem.to_owned()]));
}

#[test]
fn what_is_written_beside_a_box_joins_the_comment_of_its_question() {
    let filled = both().with("vakjes", "Toelichting", "samen").with("vakjes|web", "Toelichting", "sinds 2025").with(
        "vakjes|balie",
        "Toelichting",
        "alleen ’s ochtends",
    );
    let read = filled.read();
    let entry = &read.sheet.entries[0];
    assert!(entry.answer.is_some() && read.problems.is_empty(), "{read:?}");
    assert_eq!(entry.comment.as_deref(), Some("samen\nBalie: alleen ’s ochtends\nWeb: sinds 2025"));
    // Also where nothing is ticked.
    let filled = Filled::new(KORT, &["--council", "41048"]).with("vakjes|web", "Toelichting", "later");
    assert_eq!(filled.read().sheet.entries[0].comment.as_deref(), Some("Web: later"));
}

#[test]
fn two_lines_of_one_box_that_contradict_each_other_leave_it_open() {
    let mut filled = both();
    let sheet = filled.sheet("Antwoorden");
    let mut copy = sheet.rows.iter().find(|row| row.first().is_some_and(|id| id == "vakjes|web")).expect("it").clone();
    sheet.rows.push(copy.clone());
    assert_eq!(read(&filled), ("vakjes: - balie - web".to_owned(), Vec::new()));
    copy[3] = "Nee".to_owned();
    filled.sheet("Antwoorden").rows.push(copy);
    let (found, problems) = read(&filled);
    assert_eq!(found, "{}");
    assert!(problems[0].ends_with("`vakjes|web` staat hier een tweede keer, ook met een antwoord"), "{problems:?}");
}

#[test]
fn a_form_without_its_list_of_choices_and_a_box_where_there_is_none_answer_nothing() {
    let mut filled = Filled::new(KORT, &["--council", "41048"]);
    filled.sheet("_peil").rows.retain(|row| row.len() == 2);
    assert_eq!(read(&filled), ("{}".to_owned(), Vec::new()));
    let filled = filled.answered("vakjes|balie", "Nee").answered("vakjes|web", "Nee");
    assert_eq!(read(&filled), ("vakjes: []".to_owned(), Vec::new()));
    let mut filled = Filled::new(KORT, &["--council", "41048"]);
    filled.sheet("Antwoorden").rows.push(["keuze|soms", "", "", "Ja"].map(str::to_owned).to_vec());
    filled.sheet("Antwoorden").rows.push(["keuze|nooit"].map(str::to_owned).to_vec());
    let problem = "Antwoorden!D12 de vragenlijst heeft geen vraag `keuze|soms`";
    assert_eq!(read(&filled), ("{}".to_owned(), vec![problem.to_owned()]));
}
