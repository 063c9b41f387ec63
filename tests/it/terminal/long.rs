//! What takes long shows on a terminal how far it is, and Ctrl-C there ends it with a sentence of its own.

use std::fs;
use std::path::PathBuf;

use super::screen::{Terminal, framed};
use super::*;
use crate::stopped::{councils, pipe};

/// Four reports on their way, and the place where the second one waits to be read.
fn four_reports(env: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf, Terminal) {
    let folder = councils(4);
    let place = folder.path().join("r/c-c2.html");
    pipe(&place);
    let arguments = ["report", "a.csv", "-q", "kort.yaml", "--all", "-o", "r"];
    let terminal = Terminal::run(folder.path(), &arguments, USUAL, env);
    (folder, place, terminal)
}

#[test]
fn how_many_reports_are_written_is_shown_and_taken_away_again() {
    let (_folder, place, terminal) = four_reports(&[]);
    terminal.sees(&["1 of 4 reports written, "]);
    fs::read(&place).expect("a page");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{}", framed(&screen));
    assert!(!screen.contents().contains("1 of 4"), "{}", framed(&screen));
    assert!(words(&screen).starts_with("4 reports written in r"), "{}", framed(&screen));
}

#[test]
fn ctrl_c_stands_in_the_place_of_how_far_it_was() {
    let (_folder, place, mut terminal) = four_reports(&[DUTCH]);
    terminal.sees(&["1 van 4 verslagen geschreven, nog "]);
    terminal.types("\x03");
    // Whoever holds the signal is another thread than the one that waits.
    std::thread::sleep(std::time::Duration::from_millis(500));
    fs::read(&place).expect("a page");
    let (code, screen) = terminal.ends();
    let told = "fout: gestopt: 2 van de 4 verslagen staan in `r` tip: geef dezelfde opdracht opnieuw voor de rest";
    assert_eq!((code, words(&screen).as_str()), (130, told), "{}", framed(&screen));
}

#[test]
fn ctrl_c_instead_of_an_answer_forgets_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: A}\nrespondent: {id: r-1}\n\
                answers: {keuze: soms}\n";
    fs::write(folder.path().join("r-1.yaml"), text).expect("written");
    let mut terminal = Terminal::run(folder.path(), &["forget", "r-1", "r-1.yaml"], USUAL, &[]);
    terminal.sees(&["Remove for good? [y/N]"]);
    terminal.types("\x03");
    let (code, screen) = terminal.ends();
    let told = "error: interrupted help: nothing was removed; give the same command again to do so";
    assert!(code == 130 && words(&screen).ends_with(told), "{}", framed(&screen));
    assert!(folder.path().join("r-1.yaml").exists());
}

#[test]
fn how_many_files_are_read_is_shown_and_taken_away_again() {
    let text = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: A}\nrespondent: {id: r-1}\n\
                answers: {keuze: soms}\n";
    for command in [
        ["report", "a.yaml", "b.yaml", "-q", "kort.yaml", "-o", "v.html"].as_slice(),
        &["check", "a.yaml", "b.yaml", "kort.yaml"],
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path();
        fs::write(place.join("kort.yaml"), KORT).expect("written");
        fs::write(place.join("a.yaml"), text).expect("written");
        pipe(&place.join("b.yaml"));
        let terminal = Terminal::run(place, command, USUAL, &[]);
        terminal.sees(&[" files read, "]);
        fs::write(place.join("b.yaml"), text.replace("r-1", "r-2")).expect("read");
        let (code, screen) = terminal.ends();
        assert!(code == 0 && !screen.contents().contains("files read"), "{command:?}\n{}", framed(&screen));
    }
}
