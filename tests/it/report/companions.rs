//! What belongs to a page and stands in files of its own is named, so that whoever sends the page sends that too.

use crate::peil::{Peil, peil};

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
             is not to be handed out any more.\n",
        )
        .ends_with(0);
}
