//! The names of the files of `report --all`: none ends the run, and none ever holds the report of another council.

use crate::peil::peil;

const HEADER: &str = "council,name,wave,keuze,cijfer\n";

/// The files that come of such rows.
fn pages(rows: &str) -> Vec<String> {
    let run = peil(["report", "in.csv", "-q", "kort.yaml", "--wave", "2026", "--all", "-o", "pages", "--quiet"]);
    let written = run.with_kort().file("in.csv", &format!("{HEADER}{rows}")).stderr_holds("").ends_with(0);
    written.files().iter().filter_map(|file| file.strip_prefix("pages/").map(str::to_owned)).collect()
}

#[test]
fn a_council_with_a_name_like_a_paragraph_keeps_no_other_from_its_report() {
    let merged = "Bestuur van Vliet en Oever ".repeat(400);
    let names = pages(&format!("a,Alfa,2026,soms,2\nm,{merged},2026,soms,2\nz,Zeta,2026,soms,2\n"));
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!((names[0].as_str(), names[2].as_str()), ("a-alfa.html", "z-zeta.html"));
    assert!(names[1].starts_with("m-bestuur-van-vliet") && names[1].len() <= 85, "{names:?}");
}

#[test]
fn two_ids_in_the_same_letters_have_a_file_each_with_one_name_whoever_comes_first() {
    let one = pages("A/1,Hal,2026,soms,2\na-1,Hal,2026,soms,3\n");
    assert_eq!(one.len(), 2);
    assert!(
        one.iter().all(|name| name.starts_with("a-1-hal-") && name.len() == "a-1-hal-12345678.html".len()),
        "{one:?}"
    );
    assert_eq!(one, pages("a-1,Hal,2026,soms,3\nB,Bel,2026,soms,3\nA/1,Hal,2026,soms,2\n")[..2]);
}
