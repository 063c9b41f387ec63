//! What reports on several councils say, and what every report has in common.

use super::*;
use peil::report::{GroupReport, Order, RoleReport, WaveReport};
use peil::responses::Wave;

fn group(batch: &Batch<'_>, show_names: bool, marked: &[usize]) -> Document {
    GroupReport {
        batch,
        wave: None,
        within: None,
        audience: Audience::Public,
        show_names,
        marked,
        order: Order::Score,
        language: Language::Nl,
        tag: "nl",
    }
    .document()
}

#[test]
fn where_no_dimension_stands_out_the_chart_has_a_heading_of_its_own() {
    let text = terminal::render(&group(&uniform(&[2, 2, 2, 2, 2]), false, &[]), 100, false);
    assert_eq!(text.matches("Elke dimensie").count(), 1, "{text}");
    assert!(text.contains("Geen dimensie steekt boven of onder de andere uit"), "{text}");
}

#[test]
fn a_group_names_nobody_but_those_marked() {
    let batch = uniform(&[0, 1, 2, 3, 4]);
    let hidden = said(&group(&batch, false, &[3]));
    assert!(hidden.contains("Bestuur-3"));
    for other in [0, 1, 2, 4] {
        assert!(!hidden.contains(&format!("Bestuur-{other}")), "council {other} is named");
    }
    let named = group(&batch, true, &[]);
    assert_eq!(
        lead(&named)[0],
        "De mediaan van 5 besturen is 2,0 op 4; de middelste helft ligt tussen 1,0 en 3,0 (5 deelnemers)."
    );
    let text = terminal::render(&named, 100, false);
    let places: Vec<usize> = [4, 3, 2, 1, 0].iter().map(|i| text.find(&format!(" Bestuur-{i} ")).unwrap()).collect();
    assert!(places.is_sorted(), "the highest score comes first");
}

#[test]
fn a_group_under_five_has_no_figures_at_all() {
    let document = group(&uniform(&[0, 1, 2, 4]), false, &[]);
    assert!(lead(&document)[0].contains("slechts 4 besturen hebben een score"));
    assert_eq!(document.figures().count(), 0);
    assert!(document.sections.is_empty());
}

#[test]
fn what_looks_the_same_is_not_the_highest_or_the_widest() {
    let same = group(&uniform(&[4; 6]), true, &[]);
    let sentence = "De mediaan van 6 besturen is 4,0 op 4; de middelste helft staat op 4,0 (6 deelnemers).";
    assert_eq!(lead(&same), [sentence]);
    let headings: Vec<&str> = same.figures().map(|figure| figure.heading.as_str()).collect();
    let expected = [
        "De middelste helft van de besturen staat op 4,0",
        "Geen dimensie steekt boven of onder de andere uit",
        "De besturen van Bestuur-0 tot Bestuur-5",
    ];
    assert_eq!(headings, expected);
}

#[test]
fn where_ties_put_more_than_half_of_the_councils_between_the_quartiles_they_are_counted() {
    let heading = |answers: &[u32]| {
        let document = group(&uniform(answers), false, &[]);
        document.figures().next().expect("the strip plot").heading.clone()
    };
    // Six at 1 and six at 3: the quartiles are 1 and 3, and nobody lies outside them.
    assert_eq!(heading(&[1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3]), "12 van de 12 besturen liggen tussen 1,0 en 3,0");
    // Quartiles 1 and 3: three of five.
    assert_eq!(heading(&[0, 1, 2, 3, 4]), "De helft van de besturen ligt tussen 1,0 en 3,0");
}

#[test]
fn all_that_share_an_end_are_named_or_counted() {
    // a = b = c = 3 and e = 0 … 4: Set direction and Sharing 3, Do and Support (3 + e) ÷ 2 = 1.5, 2, 2.5, 3, 3.5, with the
    // quartiles 2 and 3.
    let mut csv = String::from("council,name,a,b,c,e\n");
    (0..5).for_each(|e| csv += &format!("{e},Bestuur-{e},3,3,3,{e}\n"));
    let document = group(&batch(&csv), false, &[]);
    let expected = [
        "De groep staat het sterkst in: Richten en Delen (mediaan 3,0).",
        "De groep staat het zwakst in: Doen en Draagvlak (mediaan 2,5).",
        "De besturen verschillen het meest in: Doen (middelste helft 2,0 tot 3,0) en Draagvlak (middelste helft 2,0 tot \
         3,0).",
    ];
    assert_eq!(lead(&document)[1..], expected);
    let heading = "Richten en Delen liggen het hoogst, Doen en Draagvlak het laagst";
    assert!(document.figures().any(|figure| figure.heading == heading));
    let named = group(&uniform(&[1, 1, 2, 3, 3, 3, 3]), true, &[]);
    let heading = "Van 1,0 (Bestuur-0 en Bestuur-1) tot 3,0 (4 besturen)";
    assert!(named.figures().any(|figure| figure.heading == heading));
}

#[test]
fn behind_a_median_stand_the_people_of_the_councils_that_have_a_score() {
    let mut csv = String::from("council,name,a,b,c,e\n");
    (0..5).for_each(|council| csv += &format!("{council},Bestuur-{council},2,2,2,2\n"));
    csv += &"5,Bestuur-5,?,?,?,?\n".repeat(3);
    let document = group(&batch(&csv), false, &[]);
    let expected = [
        "De mediaan van 5 besturen is 2,0 op 4; de middelste helft staat op 2,0 (5 deelnemers).",
        "1 bestuur heeft te weinig antwoorden voor een score.",
    ];
    assert_eq!(lead(&document), expected);
    assert!(document.subtitle.contains("6 besturen · 8 deelnemers"));
}

#[test]
fn councils_to_which_nothing_applies_do_not_lack_answers() {
    let q = optional();
    let mut csv = String::from("council,name,a,b,c,e\n");
    (0..6).for_each(|council| csv += &format!("{council},Bestuur-{council},na,na,na,na\n"));
    csv += "6,Bestuur-6,?,?,?,?\n";
    let batch = Batch::new(Rubric::new(q), responses(q, &csv), Keep::ALL, 1);
    let expected = [
        "1 bestuur heeft te weinig antwoorden voor een score.",
        "Bij 6 besturen is geen enkele vraag van toepassing, dus is er geen score.",
    ];
    assert_eq!(lead(&group(&batch, false, &[]))[1..], expected);
}

#[test]
fn a_group_in_which_some_took_the_full_scan_is_not_called_a_quick_scan() {
    let subtitle = |scans: &[&str]| {
        let mut csv = String::from("council,scan,a,b,c,e\n");
        for council in 0..5 {
            for scan in scans {
                let others = if *scan == "full" { "2,2,2" } else { ",," };
                csv += &format!("{council},{scan},2,{others}\n");
            }
        }
        group(&batch(&csv), false, &[]).subtitle
    };
    assert_eq!(subtitle(&["quick"]), "5 besturen · 5 deelnemers · quickscan");
    assert_eq!(subtitle(&["quick", "full"]), "5 besturen · 10 deelnemers · deels quickscan");
    assert_eq!(subtitle(&["full"]), "5 besturen · 5 deelnemers");
}

#[test]
fn waves_are_counted_up_and_down() {
    let mut csv = String::from("council,name,wave,a,b,c,e\n");
    for (council, now) in [2, 2, 1, 0, 1, 2].iter().enumerate() {
        let rows = format!(
            "{council},Bestuur-{council},2024,1,1,1,1\n{council},Bestuur-{council},2026,{now},{now},{now},{now}\n"
        );
        csv += &rows.repeat(2);
    }
    let batch = batch(&csv);
    let report = |show_names| {
        WaveReport {
            batch: &batch,
            only: None,
            until: None,
            audience: Audience::Public,
            show_names,
            language: Language::Nl,
            tag: "nl",
        }
        .document()
    };
    assert_eq!(
        lead(&report(false))[0],
        "Van 6 besturen met een vorige ronde gingen er 3 duidelijk vooruit en 1 duidelijk achteruit; bij 2 is er geen \
         duidelijke verandering."
    );
    assert!(!said(&report(false)).contains("Bestuur-"));
    let largest = "De grootste duidelijke verandering: Bestuur-0, Bestuur-1 en Bestuur-5 (+1,0), Bestuur-3 (−1,0)";
    assert!(said(&report(true)).contains(largest));
}

#[test]
fn every_report_has_full_cells_unique_names_and_the_same_bytes_each_time() {
    let mut csv = String::from("council,name,wave,role,klasse,a,b,c,e\n");
    for council in 0..7 {
        for wave in [2024, 2026] {
            csv += &format!(
                "{council},B{council},{wave},ict,x,{},2,na,?\n{council},B{council},{wave},dienst,x,1,3,2,\n",
                council % 5
            );
        }
    }
    let batch = batch(&csv);
    for l in Language::ALL {
        for audience in [Audience::Public, Audience::Workshop] {
            let documents = || four(&batch, audience, l);
            for (document, again) in documents().iter().zip(documents()) {
                check(document);
                assert_eq!(said(document), said(&again));
                assert_eq!(document.stamp.is_some(), audience == Audience::Workshop);
            }
        }
    }
}

fn check(document: &Document) {
    let mut ids: Vec<&str> = document.sections.iter().map(|section| section.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    assert!(!document.self_assessed.is_empty() && !document.about.is_empty());
    for block in document.blocks() {
        if let Block::Table(table) = block {
            for row in &table.rows {
                assert_eq!(row.cells.len(), table.columns.len(), "{}", table.caption);
                assert!(row.cells.iter().all(|cell| !cell.text.is_empty()), "{}", table.caption);
            }
        }
    }
    let mut stems: Vec<&str> = document.figures().map(|figure| figure.file_stem.as_str()).collect();
    let count = stems.len();
    stems.sort_unstable();
    stems.dedup();
    assert_eq!(stems.len(), count);
}

/// One of each report.
fn four<'a>(batch: &'a Batch<'a>, audience: Audience, language: Language) -> [Document; 4] {
    let tag = language.code();
    [
        CouncilReport { batch, group: 1, audience, within: Some(0), language, tag }.document(),
        RoleReport { batch, group: 1, audience, language, tag }.document(),
        WaveReport { batch, only: None, until: None, audience, show_names: true, language, tag }.document(),
        GroupReport {
            batch,
            wave: Wave::parse("2026"),
            within: Some(0),
            audience,
            show_names: true,
            marked: &[1],
            order: Order::Name,
            language,
            tag,
        }
        .document(),
    ]
}
