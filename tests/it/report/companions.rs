//! What belongs to a page and stands in files of its own is named, so that whoever sends the page sends that too.

use crate::peil::{Peil, Written, peil};

const TWO_ROUNDS: &str = "council,name,wave,keuze,cijfer\n41048,Ninove,2024,soms,2\n41048,Ninove,2026,soms,3\n\
    41063,Denderleeuw,2026,altijd,5\n";

fn report(flags: &[&str]) -> Peil {
    let arguments = ["report", "in.csv", "-q", "kort.yaml", "--wave", "2026"];
    peil(arguments.iter().chain(flags)).with_kort().file("in.csv", TWO_ROUNDS)
}

#[test]
fn a_page_in_markdown_names_the_pictures_beside_it() {
    let written = report(&["--council", "41063", "-o", "p.md"])
        .in_dutch()
        .stderr("Geschreven: p.md, met p-standing.svg ernaast: stuur dat mee\n")
        .ends_with(0);
    assert!(written.text("p.md").contains("](p-standing.svg)") && !written.text("p-standing.svg").is_empty());
    // A page that holds its pictures itself needs nothing else.
    report(&["--council", "41063", "-o", "p.html"]).stderr("Written: p.html\n").ends_with(0);
}

#[test]
fn charts_that_were_asked_for_are_counted_and_their_folder_is_named() {
    report(&["--council", "41063", "-o", "p.html", "--charts", "ch"])
        .stderr("1 chart written in ch, as SVG and PNG\nWritten: p.html\n")
        .ends_with(0);
    report(&["--all", "-o", "pages", "--charts", "ch"])
        .in_dutch()
        .stderr_holds("2 grafieken geschreven in ch, als SVG en PNG\n2 verslagen geschreven in pages\n")
        .ends_with(0);
}

#[test]
fn reports_of_an_earlier_run_that_stand_in_the_folder_are_named() {
    let earlier =
        report(&["--all", "-o", "pages", "--audience", "workshop"]).stderr("2 reports written in pages\n").ends_with(0);
    let page = |name: &str| earlier.text(&format!("pages/{name}.html"));
    // Ninove withdrew. What peil did not make is left alone, and what is written anew is of now.
    let one_left = TWO_ROUNDS.replace("41048,Ninove,2026,soms,3\n", "");
    peil(["report", "in.csv", "-q", "kort.yaml", "--wave", "2026", "--all", "-o", "pages"])
        .with_kort()
        .file("in.csv", &one_left)
        .file("pages/41048-ninove.html", &page("41048-ninove"))
        .file("pages/41063-denderleeuw.html", &page("41063-denderleeuw"))
        .file("pages/index.html", "<p>Reports</p>\n")
        .stderr_holds("1 report written in pages\n")
        .stderr_holds(
            "1 report of an earlier time still stands in pages: 41048-ninove.html (for participants only). Remove what \
             is not to be handed out any more, or write to a new folder.\n",
        )
        .ends_with(0);
}

const REMOVE: &str = "Remove what is not to be handed out any more, or write to a new folder.\n";

/// A page in the room has a chart more than one for the public: how the answers are spread.
fn in_the_room(flags: &[&str]) -> Written {
    let flags = [flags, &["--audience", "workshop"]].concat();
    peil(["report", "in.csv", "-q", "kort.yaml", "--wave", "2026"].iter().chain(&flags))
        .with_kort()
        .file("in.csv", SPLIT)
        .stderr_holds("ritten")
        .ends_with(0)
}

/// Five who do not agree, and a council that has one answer.
const SPLIT: &str = "council,name,wave,keuze,cijfer\n41048,Ninove,2026,nooit,1\n41048,Ninove,2026,altijd,5\n\
    41048,Ninove,2026,nooit,1\n41048,Ninove,2026,altijd,5\n41048,Ninove,2026,nooit,5\n41063,Denderleeuw,2026,altijd,5\n";

/// The same for the public, where these files of an earlier run stand.
fn for_all(flags: &[&str], earlier: &Written, left: &[&str]) -> Peil {
    let run = peil(["report", "in.csv", "-q", "kort.yaml", "--wave", "2026"].iter().chain(flags));
    left.iter().fold(run.with_kort().file("in.csv", SPLIT), |run, name| run.bytes(name, &earlier.bytes(name)))
}

#[test]
fn a_chart_that_only_the_page_in_the_room_had_is_named_when_the_public_one_takes_its_place() {
    let earlier = in_the_room(&["--council", "41048", "-o", "v.md"]);
    let files = ["v.md", "v-agenda.svg", "v-standing.svg"];
    // A picture of somebody's own, also one that was drawn over, and one of another page are left alone.
    let run = for_all(&["--council", "41048", "-o", "v.md"], &earlier, &files)
        .file("v-logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .bytes("v-2-agenda.svg", &earlier.bytes("v-agenda.svg"));
    run.stderr(&format!(
        "Written: v.md, with v-standing.svg beside it: send that along\n1 chart of an earlier time still stands beside \
         v.md: v-agenda.svg (for participants only). {REMOVE}"
    ))
    .ends_with(0);
    // Nothing is said of the charts of now.
    let said = for_all(&["--council", "41048", "-o", "v.md"], &earlier, &["v.md", "v-standing.svg"]);
    said.stderr("Written: v.md, with v-standing.svg beside it: send that along\n").ends_with(0);
}

#[test]
fn charts_of_an_earlier_run_are_named_in_the_folder_of_the_reports_with_and_without_their_page() {
    let earlier = in_the_room(&["--all", "-o", "press", "--format", "markdown"]);
    let (page, agenda, standing) =
        ("press/41048-ninove.md", "press/41048-ninove-agenda.svg", "press/41048-ninove-standing.svg");
    let all = &["--all", "-o", "press", "--format", "markdown"];
    let named = |charts: &str, names: &str| {
        format!("2 reports written in press\n{charts} of an earlier time still {names}. {REMOVE}")
    };
    let room = "41048-ninove-agenda.svg (for participants only)";
    for left in [&[page, agenda, standing][..], &[agenda]] {
        for_all(all, &earlier, left).stderr(&named("1 chart", &format!("stands in press: {room}"))).ends_with(0);
    }
    // As pages that hold their charts themselves, the new ones take the place of none.
    for_all(&["--all", "-o", "press"], &earlier, &[page, agenda, standing])
        .stderr(&named(
            "1 report and 2 charts",
            &format!(
                "stand in press: {room}, 41048-ninove-standing.svg (for participants only) and 41048-ninove.md (for \
                 participants only)"
            ),
        ))
        .ends_with(0);
}

#[test]
fn charts_in_a_folder_of_their_own_that_are_not_those_of_now_are_named() {
    let one = &["--council", "41048", "-o", "v.html", "--charts", "ch"];
    let earlier = in_the_room(one);
    let files = ["ch/agenda.svg", "ch/agenda.png", "ch/standing.svg", "ch/standing.png"];
    for_all(one, &earlier, &files)
        .stderr(&format!(
            "1 chart written in ch, as SVG and PNG\nWritten: v.html\n1 chart of an earlier time still stands in ch: \
             agenda.png (for participants only) and agenda.svg (for participants only). {REMOVE}"
        ))
        .ends_with(0);
    let all = &["--all", "-o", "press", "--charts", "press"];
    let earlier = in_the_room(all);
    for_all(all, &earlier, &["press/41048-ninove-agenda.png"])
        .in_dutch()
        .stderr(
            "2 grafieken geschreven in press, als SVG en PNG\n2 verslagen geschreven in press\nIn press staat nog 1 grafiek \
             van een eerdere keer: 41048-ninove-agenda.png (alleen voor deelnemers). Haal weg wat niet meer uitgedeeld mag \
             worden, of schrijf in een nieuwe map.\n",
        )
        .ends_with(0);
}

#[test]
fn the_charts_of_a_comparison_in_the_same_folder_are_no_charts_of_earlier_reports() {
    let rows: String = (1..=6).map(|at| format!("4104{at},B{at},2026,soms,{}\n", at % 5 + 1)).collect();
    let compared = peil(["compare", "in.csv", "-q", "kort.yaml", "--show-names", "-o", "group.md"])
        .with_kort()
        .file("in.csv", &format!("council,name,wave,keuze,cijfer\n{rows}"))
        .stderr_holds("Written: group.md, with group-councils-1.svg beside it")
        .ends_with(0);
    let made = ["group.md", "group-councils-1.svg"];
    let run = peil(["report", "in.csv", "-q", "kort.yaml", "--wave", "2026", "--all", "-o", "press"]);
    let run = run.with_kort().file("in.csv", SPLIT).stderr("2 reports written in press\n");
    made.iter().fold(run, |run, name| run.bytes(&format!("press/{name}"), &compared.bytes(name))).ends_with(0);
}
