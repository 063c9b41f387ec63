//! What fits on a screen: long words, many options, low terminals, and terminals that change.

use super::screen::framed;
use super::*;

/// Compounds of 60, 50 and 36 letters, twelve options, and a help text of a hundred lines.
fn questionnaire() -> String {
    let help: String = (1..=100).map(|line| format!("        Regel {line} van de uitleg.\n")).collect();
    let options: String =
        (1..=12).map(|one| format!("      - {{id: o{one}, value: {one}, label: \"Optie {one}\"}}\n")).collect();
    format!(
        "peil: questionnaire/1\nid: lang\nversion: 1.0.0\nlanguages: [nl]\ntitle: Lang\nscale: {{max: 4}}\naxes:\n  - id: a\n    \
         title: A\n    dimensions: [{{id: d, title: Dienstverlening}}]\nquestions:\n  - id: woorden\n    at: {{a: d}}\n    ask: \
         \"Is er een {} en een {} of een {}?\"\n    type: choice\n    choices:\n      - {{id: wel, value: 0, label: \"Alleen de \
         {} met het dagelijks bestuur\"}}\n      - {{id: niet, value: 1, label: \"Nee\"}}\n  - id: veel\n    at: {{a: d}}\n    ask: \
         Welke?\n    help: |\n{help}    type: choice\n    choices:\n{options}",
        WORDS[0], WORDS[1], WORDS[2], WORDS[2]
    )
}

const WORDS: [&str; 3] = [
    "meervoudigepersoonlijkheidsstoornisbehandelingsovereenkomst",
    "arbeidsongeschiktheidsverzekeringsmaatschappijraad",
    "gegevensbeschermingseffectbeoordeling",
];

fn begin(folder: &Path, size: Size) -> Terminal {
    std::fs::write(folder.join("lang.yaml"), questionnaire()).expect("written");
    let known = ["assess", "lang.yaml", "--council", "1", "--name", "x", "--seed", "1", "--new"];
    let mut terminal = Terminal::run(folder, &known, size, &[DUTCH]);
    terminal.sees(&["Lang"]);
    terminal.types("\r").sees(&["Vraag 1 van 2"]);
    terminal
}

#[test]
fn a_long_compound_is_whole_where_it_fits_on_a_line_and_broken_only_where_it_does_not() {
    for (cols, whole) in [(80, 3), (60, 3), (50, 2), (40, 1), (30, 0)] {
        let folder = tempfile::tempdir().expect("a folder");
        let terminal = begin(folder.path(), (40, cols));
        let screen = terminal.sees(&["Alleen de"]);
        let contents = screen.contents();
        for (index, word) in WORDS.iter().enumerate() {
            assert_eq!(contents.contains(word), index + whole >= 3, "{word} at {cols}\n{}", framed(&screen));
        }
        // Nothing ran over the edge and nothing was left out.
        assert!((0..40).all(|row| !screen.row_wrapped(row)), "{}", framed(&screen));
        let letters: String = contents.split_whitespace().collect();
        for word in WORDS {
            assert!(letters.contains(word), "{word} at {cols}\n{}", framed(&screen));
        }
        assert!(letters.contains("methetdagelijksbestuur"), "{}", framed(&screen));
        // The lines of an option stand under its words.
        let rows: Vec<String> = screen.rows(0, cols).collect();
        let at = rows.iter().position(|row| row.contains("Alleen de")).expect("the option");
        assert!(rows[at + 1..].iter().take_while(|row| !row.contains("Nee")).all(|row| row.starts_with("  ")));
    }
}

#[test]
fn another_size_in_the_middle_draws_the_same_question_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = begin(folder.path(), USUAL);
    terminal.types(DOWN).sees(&["> ( ) 1  Alleen de"]);
    for (lines, cols) in [(24, 60), (12, 40), (40, 120), (24, 80)] {
        terminal.becomes((lines, cols));
        // The keys stand at the bottom of a screen of 24 lines or less.
        let screen = terminal.until("the question at the new size", |screen| {
            let first_of_the_keys = |row: String| row.starts_with("1-2: kiezen") || row == "h: toetsen";
            let at = screen.rows(0, cols).position(first_of_the_keys);
            screen.contents().contains("> ( ) 1")
                && at.is_some_and(|at| at + 5 > usize::from(lines.min(24)))
                && screen.rows(0, cols).filter(|row| row.starts_with("Vraag 1")).count() <= 1
        });
        assert!((0..lines).all(|row| !screen.row_wrapped(row)), "{}", framed(&screen));
    }
    terminal.types("c").sees(&["Opmerking"]);
    terminal.types("een opmerking van enige lengte die niet op een smal scherm past").sees(&["scherm past"]);
    terminal.becomes((24, 40));
    terminal.sees(&["> een opmerking van enige lengte die", "  niet op een smal scherm past"]);
    terminal.types("!\r").sees(&["scherm past!", "h: toetsen"]);
    terminal.types("\r").sees(&["Vraag 2 van 2 · Dienstverlening 1/2"]);
}

#[test]
fn a_screen_that_is_too_long_scrolls_and_what_is_pointed_at_is_in_sight() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = begin(folder.path(), USUAL);
    terminal.types("s").sees(&["Welke?", "Regel 1 van", "▼ meer (PgDn)"]);
    terminal.types(PAGE_DOWN).sees(&["▲ meer (PgUp)", "▼ meer (PgDn)"]);
    terminal.types(PAGE_UP).sees_without("Regel 1 van", "▲ meer");
    // With more than nine options a number waits for Enter.
    terminal.types("1").sees_without(">  ( )  1  Optie 1".replace(">  ", "> ").as_str(), "Regel 1 van");
    terminal.types("2").sees(&["> ( ) 12  Optie 12"]);
    terminal.types(UP).sees(&["> ( ) 11  Optie 11"]);
    terminal.types("7").sees(&["> ( )  7  Optie 7"]);
    terminal.types("\r").sees(&["Dit waren alle vragen.", "Dienstverlening 1/2"]);
    terminal.types("b").sees(&["> (•)  7  Optie 7"]);
    terminal.becomes((8, 40));
    terminal.sees(&["> (•)  7  Optie 7", "h: toetsen"]);
    terminal.types("h").sees(&["Toetsen", "nummer"]);
    terminal.types("h").sees(&["> (•)  7  Optie 7"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(answers(folder.path()), "  veel: o7\n");
}
