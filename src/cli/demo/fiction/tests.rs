//! Tests of the demo data, read back the way peil reads any answers.

use std::collections::BTreeSet;
use std::path::PathBuf;

use peil::diagnostics::Diagnostics;
use peil::questionnaire::{Questionnaire, SHIPPED, parse, shipped};
use peil::responses::{NoteKind, Responses, bind, find, read};
use peil::scores::{Keep, Rubric, ScoreCard, Tally, all_roles};
use peil::source::Sources;

use super::*;

fn main_one() -> Questionnaire {
    shipped("digitale-maturiteit").expect("ships with peil")
}

/// Writes the demo of a questionnaire into a folder of its own.
fn demo(questionnaire: &Questionnaire) -> (tempfile::TempDir, super::super::Written) {
    let folder = tempfile::tempdir().expect("a folder");
    let written = super::super::write(folder.path(), questionnaire).expect("written");
    (folder, written)
}

/// Reads answers the way every command does.
/// The folders with a file per respondent.
fn workshops(written: &super::super::Written) -> Vec<PathBuf> {
    WORKSHOPS.iter().map(|parts| written.answers.join(parts[0]).join(parts[1])).collect()
}

fn load(questionnaire: &Questionnaire, paths: &[PathBuf]) -> (Responses, Diagnostics) {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let found = find(paths).expect("listed").files;
    let inputs = read(&found, paths, &mut sources, &mut out).expect("read");
    let responses = bind(&inputs, questionnaire, &sources, &mut out);
    (responses, out)
}

/// The score card of every group, in the order of council and wave.
fn cards(questionnaire: &Questionnaire, responses: &Responses) -> Vec<(String, String, ScoreCard)> {
    let rubric = Rubric::new(questionnaire);
    let registry = &responses.registry;
    let tally = Tally::of(&rubric, &responses.chunks, registry.groups().len(), Keep::ALL, 1);
    let card = |group: usize| {
        let this = &registry.groups()[group];
        let council = registry.id(this.council).to_owned();
        let wave = this.wave.map(|wave| wave.to_string()).unwrap_or_default();
        let card = tally.card(&rubric, group, &all_roles);
        // The index of the group is the order of reading, which may differ.
        (council, wave, ScoreCard { group: 0, ..card })
    };
    registry.in_order().into_iter().map(card).collect()
}

fn overall(cards: &[(String, String, ScoreCard)], council: &str, wave: &str) -> f64 {
    let found = cards.iter().find(|card| card.0 == council && card.1 == wave);
    found.and_then(|card| card.2.overall.outcome.score()).expect("a score")
}

/// Everything a questionnaire can ask, in ways that need care: an impossible row, a box that stands alone, conditions.
const ALL_KINDS: &str = r#"
peil: questionnaire/1
id: alles
version: 1.0.0
languages: [nl]
title: Alles
scale: {max: 10}
axes: [{id: as, title: As, dimensions: [{id: a, title: A}, {id: b, title: B}]}]
roles: [{id: x, title: X}]
questions:
  - {id: v1, at: {as: a}, ask: Ja?, type: yes-no, not_applicable: {reason: optional}}
  - {id: v2, at: {as: a}, ask: Hoe?, type: rating, from: 1, to: 7, reverse: true, when: {v1: {is: yes}}}
  - {id: v3, at: {as: a}, ask: Hoeveel?, type: number, from: 0, to: 1, when: {not: {v1: {is: yes}}}}
  - id: v4
    at: {as: b}
    ask: Welke?
    type: multiple
    choices: [{id: a, label: A}, {id: b, label: B}, {id: geen, label: Geen, exclusive: true}]
  - id: v5
    at: {as: b}
    ask: Per product?
    type: grid
    choices: [{id: nee, value: 0, label: Nee}, {id: half, value: 1, label: Half}, {id: ja, value: 2, label: Ja}]
    rows: [{id: p, title: P, highest: half}, {id: q, title: Q}]
  - id: v6
    at: {as: b}
    ask: Op papier en echt?
    type: choice
    paper_and_practice: true
    choices: [{id: nee, value: 0, label: Nee}, {id: ja, value: 1, label: Ja}]
    when: {v4: {is: [a, b]}}
  - {id: v7, at: {as: b}, ask: Nog iets?, type: text}
"#;

fn all_kinds() -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("alles.yaml", ALL_KINDS);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("readable");
    let read = parse(&node, &mut out);
    assert!(out.is_empty(), "{:?}", out.sorted());
    read.expect("a questionnaire")
}

#[test]
fn every_run_gives_the_same_bytes() {
    let questionnaire = main_one();
    assert_eq!(make_up(&questionnaire).expect("made"), make_up(&questionnaire).expect("made"));
}

#[test]
fn the_answers_to_any_questionnaire_are_read_without_a_finding() {
    let shipped = SHIPPED.iter().map(|it| shipped(it.id).expect("ships with peil"));
    for questionnaire in shipped.chain([all_kinds()]) {
        let (_folder, written) = demo(&questionnaire);
        let (responses, out) = load(&questionnaire, std::slice::from_ref(&written.answers));
        assert!(out.is_empty(), "{}: {:?}", questionnaire.id, out.sorted());
        assert!(!responses.chunks.is_empty(), "{}", questionnaire.id);
    }
}

#[test]
fn single_files_give_the_same_scores_as_a_table_of_them() {
    for questionnaire in [main_one(), all_kinds()] {
        let (folder, written) = demo(&questionnaire);
        let files = cards(&questionnaire, &load(&questionnaire, &workshops(&written)).0);
        let form = Form::new(&questionnaire);
        let sheets = IN_FILES.iter().flat_map(|&council| {
            let class = COUNCILS[council].class.word();
            handed_in(&form, council, 1).into_iter().map(move |sheet| (sheet, class))
        });
        let text = table::csv(&questionnaire, &form.codec, &sheets.collect::<Vec<_>>()).expect("a table");
        let path = folder.path().join("same.csv");
        std::fs::write(&path, text).expect("written");
        let from_table = cards(&questionnaire, &load(&questionnaire, &[path]).0);
        assert_eq!(files, from_table);
        assert_eq!(files.len(), 3);
    }
}

#[test]
fn the_whole_folder_is_read_in_one_run() {
    let questionnaire = main_one();
    let (folder, _) = demo(&questionnaire);
    let (responses, out) = load(&questionnaire, &[folder.path().join(TABLES)]);
    assert!(out.is_empty(), "{:?}", out.sorted());
    let seventh = responses.registry.councils().position(|it| it.id == "demo-07");
    let registry = &responses.registry;
    let groups = (0..registry.groups().len()).filter(|&it| Some(registry.groups()[it].council) == seventh);
    let classes: Vec<_> = groups.map(|group| registry.class(group, 0)).collect();
    assert_eq!(classes, [Some("midden"), Some("midden")]);
}

#[test]
fn twenty_five_councils_took_part_and_four_missed_a_wave() {
    let questionnaire = main_one();
    let (_folder, written) = demo(&questionnaire);
    let (responses, _) = load(&questionnaire, std::slice::from_ref(&written.answers));
    let cards = cards(&questionnaire, &responses);
    let in_wave = |wave: &str| -> BTreeSet<String> {
        let of_wave = cards.iter().filter(|card| card.1 == wave);
        of_wave.map(|card| card.0.clone()).collect()
    };
    let (first, second) = (in_wave("2024"), in_wave("2026"));
    assert_eq!(first.union(&second).count(), 25);
    assert_eq!(first.difference(&second).collect::<Vec<_>>(), ["demo-17", "demo-25"]);
    assert_eq!(second.difference(&first).collect::<Vec<_>>(), ["demo-09", "demo-21"]);
    let counts: BTreeSet<u32> = cards.iter().map(|card| card.2.total_respondents()).collect();
    assert_eq!(counts.first(), Some(&1));
    assert_eq!(counts.last(), Some(&32));
    let usual = cards.iter().filter(|card| (6..=12).contains(&card.2.total_respondents()));
    // But for the largest in both waves, the single one in both, and the five.
    assert_eq!(usual.count(), cards.len() - 5);
    assert_eq!(written.rows, responses.chunks.iter().map(peil::responses::Chunk::len).sum::<usize>());
    assert_eq!(responses.registry.class_columns(), ["klasse"]);
}

#[test]
fn the_councils_stand_at_different_stages_and_most_hardly_move() {
    let questionnaire = main_one();
    let (_folder, written) = demo(&questionnaire);
    let cards = cards(&questionnaire, &load(&questionnaire, std::slice::from_ref(&written.answers)).0);
    let all = || cards.iter().filter_map(|card| card.2.overall.outcome.score());
    assert_eq!(all().count(), cards.len());
    let (lowest, highest) = (all().fold(4.0, f64::min), all().fold(0.0, f64::max));
    assert!((0.75..1.0).contains(&lowest), "{lowest}");
    assert!((3.0..3.25).contains(&highest), "{highest}");
    let stages: BTreeSet<_> = cards.iter().filter_map(|card| card.2.overall.stage).collect();
    assert_eq!(stages.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3]);
    let mut moved = Vec::new();
    for card in cards.iter().filter(|card| card.1 == "2024" && !["demo-17", "demo-25"].contains(&card.0.as_str())) {
        let change = overall(&cards, &card.0, "2026") - overall(&cards, &card.0, "2024");
        if change.abs() > 0.2 {
            moved.push((card.0.as_str(), change > 0.0));
        }
    }
    assert_eq!(moved, [("demo-12", true), ("demo-18", false)]);
}

#[test]
fn the_split_council_gives_both_high_and_low_answers_on_sharing() {
    let questionnaire = main_one();
    let (_folder, written) = demo(&questionnaire);
    let (responses, _) = load(&questionnaire, &workshops(&written)[1..2]);
    // Asked of everyone but politicians: how colleagues can take over a digital task.
    let column = questionnaire.column("ve-de-2").expect("a column");
    let codes: Vec<u8> = responses.chunks[0].rows().map(|row| row.codes[column]).collect();
    let steps = || codes.iter().filter_map(|code| code.checked_sub(peil::responses::FIRST_OPTION));
    assert!(steps().filter(|step| *step <= 1).count() >= 2, "{codes:?}");
    assert!(steps().filter(|step| *step >= 3).count() >= 2, "{codes:?}");
}

#[test]
fn consent_is_complete_in_one_workshop_and_not_in_the_other() {
    let questionnaire = main_one();
    let (_folder, written) = demo(&questionnaire);
    let (responses, _) = load(&questionnaire, &workshops(&written));
    let shown: Vec<bool> = responses.registry.groups().iter().map(|group| group.shown_by_role).collect();
    assert_eq!(shown, [false, true, true]);
}

#[test]
fn single_files_hold_a_comment_with_about_one_answer_in_fifteen_and_evidence_with_some() {
    let questionnaire = main_one();
    let (_folder, written) = demo(&questionnaire);
    let (responses, _) = load(&questionnaire, &workshops(&written));
    let notes = |kind: NoteKind| responses.notes.iter().filter(|note| note.kind == kind).count();
    let rows = responses.chunks.iter().flat_map(|chunk| chunk.rows());
    let answers: usize = rows.map(|row| row.codes.iter().filter(|code| **code != 0).count()).sum();
    let per_comment = answers / notes(NoteKind::Comment);
    assert!((12..=20).contains(&per_comment), "{per_comment}");
    assert!(notes(NoteKind::Evidence) > 20);
    assert!(notes(NoteKind::Reason) > 0);
    let mut said: Vec<_> = responses.notes.iter().filter(|it| it.kind == NoteKind::Comment).collect();
    said.sort_by_key(|note| (note.group, &note.text));
    assert!(said.windows(2).all(|two| (two[0].group, &two[0].text) != (two[1].group, &two[1].text)));
}

#[test]
fn politicians_know_less_often_than_others() {
    let questionnaire = main_one();
    let (_folder, written) = demo(&questionnaire);
    let (responses, _) = load(&questionnaire, std::slice::from_ref(&written.answers));
    let share = |role: u8| {
        let rows = responses.chunks.iter().flat_map(|chunk| chunk.rows());
        let codes = rows.filter(|row| row.head.role == role).flat_map(|row| row.codes.to_vec());
        let given: Vec<u8> = codes.filter(|code| *code != 0).collect();
        given.iter().filter(|code| **code == 1).count() as f64 / given.len() as f64
    };
    let politicians = questionnaire.role("politiek").expect("a role") as u8;
    assert!((0..politicians).all(|other| share(politicians) > 2.0 * share(other)));
}

#[test]
fn no_two_councils_or_people_share_a_name_or_an_id() {
    let names: BTreeSet<&str> = COUNCILS.iter().map(|council| council.name).collect();
    assert_eq!(names.len(), 25);
    let questionnaire = main_one();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for council in 0..COUNCILS.len() {
        let waves = [0, 1].map(|wave| person::people(&questionnaire, council, wave));
        let own: BTreeSet<String> = waves.into_iter().flatten().filter_map(|person| person.id).collect();
        assert!(own.is_disjoint(&seen), "{}", councils::id(council));
        seen.extend(own);
    }
}
