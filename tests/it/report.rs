//! What reports say, on councils made up by hand: every figure that may not be shown stays out of every format.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod advice;
mod agenda;
mod change;
mod companions;
mod file_names;
mod firmness;
mod group;
mod look;
mod roles;
mod standing;
mod written;

use peil::comparison::{Audience, Batch};
use peil::diagnostics::Diagnostics;
use peil::language::Language;
use peil::questionnaire::{self, Questionnaire};
use peil::report::document::{Block, Document};
use peil::report::{CouncilReport, html, markdown, terminal};
use peil::responses::{Intake, Responses, read_table};
use peil::scores::{Keep, Rubric};
use peil::source::Sources;

/// Two axes of two dimensions, one question in each cell with steps 0 to 4; one more may be not applicable.
const GRID: &str = r#"
peil: questionnaire/1
id: rooster
version: 1.2.0
languages: [nl, en]
title: {nl: Digitale proef, en: Digital trial}
scale:
  max: 4
  stages: [{id: laag, from: 0, title: {nl: laag, en: low}}, {id: midden, from: 1.5, title: {nl: midden, en: middle}}, {id: hoog, from: 3, title: {nl: hoog, en: high}}]
axes:
  - {id: niveau, title: {nl: Niveau, en: Level}, dimensions: [{id: richten, title: {nl: Richten, en: Set direction}}, {id: doen, title: {nl: Doen, en: Do}}]}
  - {id: d, title: {nl: De D's, en: The Ds}, dimensions: [{id: delen, title: {nl: Delen, en: Sharing}}, {id: draagvlak, title: {nl: Draagvlak, en: Support}}]}
roles: [{id: ict, title: {nl: ICT, en: IT}}, {id: dienst, title: {nl: Dienst, en: Department}}]
choices:
  vijf: [{id: 0, value: 0, label: {nl: Niets, en: Nothing}}, {id: 1, value: 1, label: {nl: Iets, en: Something}}, {id: 2, value: 2, label: {nl: Op papier, en: On paper}}, {id: 3, value: 3, label: {nl: In gebruik, en: In use}}, {id: 4, value: 4, label: {nl: Leert, en: Learns}}]
questions:
  - {id: a, at: {niveau: richten, d: delen}, ask: {nl: Wat delen we?, en: What do we share?}, type: choice, choices: vijf, quick: true, advice: [{below: 2, think_big: {nl: Deel alles., en: Share all.}, act_small: {nl: Deel één lijst., en: Share one list.}, kind: pilot, weeks: 6, stop_when: {nl: Stop na zes weken., en: Stop after six weeks.}}]}
  - {id: b, at: {niveau: richten, d: draagvlak}, ask: {nl: Wie staat erachter?, en: Who stands behind it?}, type: choice, choices: vijf, not_applicable: {reason: optional}}
  - {id: c, at: {niveau: doen, d: delen}, ask: {nl: Wie doet het?, en: Who does it?}, type: choice, choices: vijf}
  - {id: e, at: {niveau: doen, d: draagvlak}, ask: {nl: Wie doet mee?, en: Who takes part?}, type: choice, choices: vijf, roles: [ict], advice: [{below: 4, think_big: {nl: Iedereen., en: Everyone.}, act_small: {nl: Vraag er drie., en: Ask three.}}]}
"#;

fn questionnaire(text: &str) -> &'static Questionnaire {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("q.yaml", text);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("YAML");
    let read = questionnaire::parse(&node, &mut out);
    assert!(out.is_empty(), "{:?}", out.sorted());
    Box::leak(Box::new(read.expect("a questionnaire")))
}

fn responses(q: &Questionnaire, csv: &str) -> Responses {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("answers.csv", csv);
    let mut intake = Intake::new(q);
    read_table(file, &sources, &mut intake, &mut out);
    intake.finish()
}

fn batch(csv: &str) -> Batch<'static> {
    let q = questionnaire(GRID);
    Batch::new(Rubric::new(q), responses(q, csv), Keep::ALL, 1)
}

fn council(batch: &Batch<'_>, group: usize, audience: Audience, language: Language) -> Document {
    CouncilReport { batch, group, audience, within: None, language, tag: language.code() }.document()
}

fn public(batch: &Batch<'_>, group: usize) -> Document {
    council(batch, group, Audience::Public, Language::Nl)
}

/// The bold sentence and the bullets.
fn lead(document: &Document) -> Vec<String> {
    let text = |inline: &peil::report::document::Inline| inline.0.iter().map(|span| span.text()).collect::<String>();
    let lines = document.lead.iter().flat_map(|block| match block {
        Block::Lead(inline) => vec![text(inline)],
        Block::Bullets(items) => items.iter().map(text).collect(),
        _ => Vec::new(),
    });
    lines.collect()
}

/// Everything that a document says in any format.
fn said(document: &Document) -> String {
    let drawings: String = document.figures().map(|figure| figure.drawing.file(document.language)).collect();
    html::render(document) + &markdown::render(document).text + &terminal::render(document, 100, false) + &drawings
}

/// One respondent without a role per council, who gives the same answer to everything.
fn uniform(answers: &[u32]) -> Batch<'static> {
    let mut csv = String::from("council,name,a,b,c,e\n");
    for (index, answer) in answers.iter().enumerate() {
        csv += &format!("{index},Bestuur-{index},{answer},{answer},{answer},{answer}\n");
    }
    batch(&csv)
}

#[test]
fn one_respondent_without_peers_or_past_is_told_what_is_unknown() {
    // By hand: a = 2, c = 1, b is not applicable, e unknown: (2 + 1) ÷ 2 = 1.5 on 2 of 3 answers.
    // Sharing has a and c, 1.5 on 2 of 2 answers; of do only c of c and e. On the ladder 2 of 3 is under 85 %, so 0; with e on top it is 2.
    let batch = batch("council,name,wave,role,a,b,c,e\n1,Ninove,2026,ict,2,na,1,?\n");
    let expected = [
        "Ninove scoort 1,5 op 4 (nog geen klasse: er zijn te weinig antwoorden) en staat minstens op trede 0 en \
         hoogstens op trede 2.",
        "Het sterkst: Richten met 2,0.",
        "Het zwakst: Delen met 1,5.",
        "Doen telt hier niet mee: te weinig antwoorden.",
        "Onbekend: 1 van de 3 gevraagde antwoorden ontbreekt.",
    ];
    let document = public(&batch, 0);
    assert_eq!(lead(&document), expected);
    let said = said(&document);
    assert!(said.contains("de groep telt maar 1 bestuur met een score, en daarvoor zijn er 5 nodig"));
    assert!(said.contains("te weinig antwoorden (0 van 1)"), "the dimension without enough answers says so");
    let english = lead(&council(&batch, 0, Audience::Public, Language::En));
    assert_eq!(
        english[0],
        "Ninove scores 1.5 out of 4 (no stage yet: there are too few answers) and stands at least on step 0 and at \
         most on step 2."
    );
}

#[test]
fn where_the_score_could_lie_is_public_from_five_of_a_role_on() {
    // (2 + 1) ÷ 2 = 1.5 on 2 of 3 answers; with e at 0 it is 3 ÷ 3 = 1, with e at 4 it is 7 ÷ 3.
    let people = |count: usize| {
        let rows = "1,Ninove,2026,ict,2,na,1,?\n".repeat(count);
        lead(&public(&batch(&format!("council,name,wave,role,a,b,c,e\n{rows}")), 0)).pop().expect("what is unknown")
    };
    let five = "Onbekend: 5 van de 15 gevraagde antwoorden ontbreken.";
    assert_eq!(people(5), format!("{five} De score ligt tussen 1,0 en 2,3."));
    assert_eq!(people(4), "Onbekend: 4 van de 12 gevraagde antwoorden ontbreken.");
}

#[test]
fn among_few_peers_the_place_is_a_rank() {
    let batch = uniform(&[0, 1, 2, 2, 3, 4]);
    let expected = [
        "Bestuur-2 scoort 2,0 op 4 (midden), gedeeld 3e van 6 besturen (mediaan 2,0), en staat op trede 2.",
        "Alle dimensies met een score staan op 2,0.",
        "Alle 4 antwoorden zijn gegeven.",
    ];
    assert_eq!(lead(&public(&batch, 2)), expected);
    assert!(lead(&public(&batch, 5))[0].contains(", 1e van 6 besturen"));
}

#[test]
fn where_all_peers_score_the_same_there_is_no_rank() {
    let same = uniform(&[3; 6]);
    let expected =
        "Bestuur-2 scoort 3,0 op 4 (hoog), even hoog als de 5 andere besturen (mediaan 3,0), en staat op trede 3.";
    assert_eq!(lead(&public(&same, 2))[0], expected);
    let one_lower = uniform(&[2, 3, 3, 3, 3, 3]);
    assert!(lead(&public(&one_lower, 2))[0].contains(", gedeeld 1e van 6 besturen"));
    assert!(lead(&public(&one_lower, 0))[0].contains(", 6e van 6 besturen"));
}

#[test]
fn among_many_peers_the_place_is_words() {
    // Twelve councils: 0 0 1 1 1 2 2 2 3 3 3 4; the median is 2.
    let batch = uniform(&[0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
    let place = |group| lead(&public(&batch, group))[0].clone();
    assert!(place(5).contains("rond het midden van 12 besturen (mediaan 2,0)"), "{}", place(5));
    assert!(place(11).contains("in het hoogste kwart van 12 besturen"), "{}", place(11));
    // Five stand at 1 or lower, and four at 3 or higher: more than three.
    assert!(place(8).contains("boven het midden van 12 besturen"), "{}", place(8));
    assert!(place(2).contains("onder het midden van 12 besturen"), "{}", place(2));
    assert!(place(0).contains("in het laagste kwart van 12 besturen"), "{}", place(0));
}

#[test]
fn a_tie_that_does_not_fit_in_a_quarter_is_not_in_it() {
    // Of 20 councils five are a quarter: ten stand at 3, two at 0 or 1. The median is 2.5.
    let answers: Vec<u32> = [vec![0, 1, 1], vec![2; 7], vec![3; 10]].concat();
    let batch = uniform(&answers);
    let place = |group| lead(&public(&batch, group))[0].clone();
    for group in 10..20 {
        assert!(place(group).contains("boven het midden van 20 besturen"), "{}", place(group));
    }
    assert!(place(3).contains("onder het midden van 20 besturen"), "{}", place(3));
    for group in 0..3 {
        assert!(place(group).contains("in het laagste kwart van 20 besturen"), "{}", place(group));
    }
    // Two halves: nobody is in a quarter.
    let batch = uniform(&[[1; 6], [3; 6]].concat());
    assert!(lead(&public(&batch, 0))[0].contains("onder het midden van 12 besturen"));
    assert!(lead(&public(&batch, 11))[0].contains("boven het midden van 12 besturen"));
}

#[test]
fn under_five_councils_nothing_is_said_of_the_group() {
    let batch = uniform(&[0, 1, 2, 4]);
    let document = public(&batch, 3);
    assert_eq!(lead(&document)[0], "Bestuur-3 scoort 4,0 op 4 (hoog) en staat op trede 4.");
    let tables = document.blocks().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for table in tables {
        assert!(table.columns.iter().all(|column| column.title != "Mediaan"));
    }
    assert!(!said(&document).contains("middelste helft"));
}

#[test]
fn too_few_answers_are_no_score_and_no_zero() {
    let batch = batch("council,name,a,b,c,e\n1,Ninove,?,?,,?\n");
    let document = public(&batch, 0);
    assert_eq!(lead(&document)[0], "Ninove krijgt nog geen score: er zijn te weinig antwoorden (0 van 4).");
    assert!(!said(&document).contains("0,0"));
}

#[test]
fn only_of_answers_that_have_a_round_it_is_said_that_no_earlier_one_is_among_them() {
    let last = |csv: &str| lead(&public(&batch(csv), 0)).pop().unwrap();
    let alone = "Alle 4 antwoorden zijn gegeven; een eerdere ronde zit er niet bij.";
    assert_eq!(last("council,wave,a,b,c,e\n1,2026,2,2,2,2\n"), alone);
    assert_eq!(last("council,a,b,c,e\n1,2,2,2,2\n"), "Alle 4 antwoorden zijn gegeven.");
}

/// The same questions, each of which may be not applicable.
fn optional() -> &'static Questionnaire {
    let optional = ", not_applicable: {reason: optional}";
    questionnaire(&GRID.replace(optional, "").replace("choices: vijf", &format!("choices: vijf{optional}")))
}

#[test]
fn where_nothing_applies_nothing_is_said_to_have_been_answered() {
    let q = optional();
    let csv = "council,name,wave,a,b,c,e\n1,Ninove,2026,na,na,na,na\n";
    let batch = Batch::new(Rubric::new(q), responses(q, csv), Keep::ALL, 1);
    let document = public(&batch, 0);
    assert_eq!(lead(&document), ["Ninove krijgt geen score: geen enkele vraag is van toepassing."]);
    assert!(!said(&document).contains("Alle 0"));
}

#[test]
fn the_cells_that_share_the_highest_or_the_lowest_score_are_all_named() {
    let document = public(&batch("council,name,a,b,c,e\n1,Ninove,3,3,2,0\n"), 0);
    let message = "Het hoogst scoren Richten × Delen en Richten × Draagvlak (3,0), het laagst Doen × Draagvlak (0,0).";
    assert!(said(&document).contains(message));
}

#[test]
fn a_cell_on_too_few_answers_is_neither_the_highest_nor_the_lowest() {
    // One of five answered the only question of do × support.
    let rows = format!("1,Ninove,3,3,2,4\n{}", "1,Ninove,3,3,2,?\n".repeat(4));
    let document = public(&batch(&format!("council,name,a,b,c,e\n{rows}")), 0);
    let message = "Het hoogst scoren Richten × Delen en Richten × Draagvlak (3,0), het laagst Doen × Delen (2,0). Doen × \
                   Draagvlak telt hier niet mee: te weinig antwoorden.";
    let paragraphs = document.blocks().filter_map(|block| match block {
        Block::Paragraph(inline) => Some(inline.0.iter().map(|span| span.text()).collect::<String>()),
        _ => None,
    });
    assert!(paragraphs.collect::<Vec<_>>().contains(&message.to_owned()));
}

#[test]
fn a_quick_scan_is_called_one() {
    let batch = batch("council,name,scan,a,b,c,e\n1,Ninove,quick,3,,,\n");
    let document = public(&batch, 0);
    assert!(lead(&document)[0].starts_with("Ninove scoort in de quickscan 3,0 op 4 (hoog)"), "{:?}", lead(&document));
    assert!(document.subtitle.contains("quickscan"));
    assert!(said(&document).contains("Dit is een quickscan"));
}

#[test]
fn a_change_is_told_with_its_size_and_only_like_for_like() {
    let twice = "1,N,2024,ict,1,1,1,1\n1,N,2026,ict,2,2,2,2\n".repeat(2);
    let same = batch(&format!("council,name,wave,role,a,b,c,e\n{twice}"));
    assert!(lead(&public(&same, 1)).contains(&"Sinds 2024: vooruit van 1,0 naar 2,0 (+1,0).".to_owned()));
    // Of one respondent nobody can tell whether a second one would say the same.
    let one = batch("council,name,wave,role,a,b,c,e\n1,N,2024,ict,1,1,1,1\n1,N,2026,ict,2,2,2,2\n");
    let unclear = "Sinds 2024: geen duidelijke verandering, van 1,0 naar 2,0 (+1,0).".to_owned();
    assert!(lead(&public(&one, 1)).contains(&unclear), "{:?}", lead(&public(&one, 1)));
    // The department took part in 2024 only, so what can be compared is one person's answers.
    let gone =
        batch("council,name,wave,role,a,b,c,e\n1,N,2024,ict,1,1,1,1\n1,N,2024,dienst,4,4,4,\n1,N,2026,ict,2,2,2,2\n");
    let document = public(&gone, 1);
    assert!(
        lead(&document).iter().any(|line| line.contains("te weinig deelnemers om te tonen")),
        "{:?}",
        lead(&document)
    );
    assert!(!said(&document).contains("+1,0"));
}

/// `ict` people who answer 4 and `dienst` people who answer 1.
fn two_roles(ict: usize, dienst: usize) -> Batch<'static> {
    let mut csv = String::from("council,name,role,a,b,c,e\n");
    csv += &"1,Ninove,ict,4,4,4,4\n".repeat(ict);
    csv += &"1,Ninove,dienst,1,1,1,\n".repeat(dienst);
    batch(&csv)
}

#[test]
fn a_role_under_five_people_is_withheld_and_so_is_the_one_that_gives_it_away() {
    let document = public(&two_roles(6, 3), 0);
    let said_text = said(&document);
    assert!(said_text.contains("Dienst staat er niet apart in: per rol tonen we cijfers vanaf 5 deelnemers."));
    assert!(
        said_text.contains("ICT staat er ook niet in, omdat anders uit te rekenen is wat een kleinere rol antwoordde.")
    );
    assert!(!said_text.contains("ICT (6)") && !said_text.contains("Dienst (3)"));
    let shown = said(&public(&two_roles(6, 5), 0));
    assert!(shown.contains("ICT (6)") && shown.contains("Dienst (5)"));
    // Three of the four questions were asked of both: 4 and 1, wherever they stand.
    assert!(shown.contains("De rollen liggen in elke dimensie even ver uit elkaar."));
}

#[test]
fn a_question_put_to_few_people_does_not_show_its_answer() {
    // Question e is asked of the two ICT people only; its advice applies below 4.
    let mut csv = String::from("council,name,role,a,b,c,e\n");
    csv += &"1,Ninove,ict,3,3,3,1\n".repeat(2);
    csv += &"1,Ninove,dienst,3,3,3,\n".repeat(4);
    let document = public(&batch(&csv), 0);
    let said = said(&document);
    assert!(said.contains("Wie doet mee?") && said.contains("Vraag er drie."));
    assert!(!said.contains("Iets (1,0 op 4)"), "the answer of two people is shown");
    assert!(said.contains("beantwoord door minder dan 5 deelnemers"));
}

#[test]
fn advice_names_the_answer_reached_and_the_next_one() {
    let rows = "1,Ninove,1,3,3,4\n1,Ninove,2,3,3,4\n".repeat(3);
    let batch = batch(&format!("council,name,a,b,c,e\n{rows}"));
    let document = public(&batch, 0);
    let cards: Vec<_> = document
        .blocks()
        .filter_map(|block| match block {
            Block::Cards(cards) => Some(cards),
            _ => None,
        })
        .flatten()
        .map(|card| (card.title.as_str(), card.now.as_str(), card.next.as_deref(), card.pieces[0].kind.as_deref()))
        .collect();
    // (3 × 1 + 3 × 2) ÷ 6 = 1.5 has reached 1, which is "Iets".
    assert_eq!(cards, [("Wat delen we?", "Iets (1,5 op 4)", Some("Op papier"), Some("proef"))]);
}

#[test]
fn a_grid_as_a_table_does_not_promise_shades_that_a_terminal_does_not_have() {
    let batch = batch("council,name,a,b,c,e\n1,Ninove,1,3,3,4\n");
    for language in [Language::Nl, Language::En] {
        let document = council(&batch, 0, Audience::Public, language);
        let captions = document.blocks().filter_map(|block| match block {
            Block::Table(table) => Some(table.caption.as_str()),
            _ => None,
        });
        assert!(captions.into_iter().all(|caption| !caption.contains("donkerder") && !caption.contains("darker")));
    }
}
