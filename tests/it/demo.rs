//! `peil demo`: what it shows of its councils is what they agreed to.

use crate::peil::peil;

/// The names of the councils that do not want to be named, from a register.
fn unnamed(register: &str) -> Vec<&str> {
    let mut lines = register.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    let place = |wanted: &str| header.iter().position(|name| *name == wanted).expect("a column");
    let (name, consent) = (place("name"), place("consent"));
    lines.filter(|line| line[consent] == "no").map(|line| line[name]).collect()
}

#[test]
fn no_page_of_the_demo_names_a_council_that_does_not_want_to_be_named() {
    let written = peil(["demo", "proef"]).in_dutch().stdout_holds("$ peil").stderr_holds("proef/").ends_with(0);
    let register = written.text("proef/besturen.csv");
    let unnamed = unnamed(&register);
    assert_eq!(unnamed, ["Polderneme"]);
    let files = written.files();
    let pages: Vec<&String> = files.iter().filter(|file| file.ends_with(".html")).collect();
    assert!(pages.iter().any(|page| page.ends_with("vergelijking.html")), "{pages:?}");
    for page in pages {
        let text = written.text(page);
        assert!(unnamed.iter().all(|name| !text.contains(name)), "{page}");
    }
}

#[test]
fn no_page_of_the_gallery_names_one_either() {
    let reports = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("reports");
    let register = std::fs::read_to_string(reports.join("input/besturen.csv")).expect("the register");
    for entry in std::fs::read_dir(reports).expect("the gallery") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|end| ["html", "md", "svg"].iter().any(|known| end == *known)) {
            let text = std::fs::read_to_string(&path).expect("a text");
            assert!(unnamed(&register).iter().all(|name| !text.contains(name)), "{}", path.display());
        }
    }
}
