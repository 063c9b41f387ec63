//! However it ends, the terminal is as it was (every test asks for that), the answers are saved, and it says where.

use super::screen::framed;
use super::*;

/// What is said when it was interrupted after an answer.
fn is_told(screen: &vt100::Screen) {
    let said = words(screen);
    let told = format!("Your answers are saved in {DRAFT} To go on: peil assess kort.yaml --resume {DRAFT}");
    assert_eq!(said.matches(&told).count(), 1, "{}", framed(screen));
}

#[test]
fn ctrl_c_at_a_question_says_where_the_draft_is_and_it_goes_on_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.types("3").sees(&["Question 2 of 7"]);
    terminal.types("\x03");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 130);
    is_told(&screen);
    let mut again = Terminal::run(folder.path(), &["assess", "kort.yaml", "--resume", DRAFT], USUAL, &[]);
    again.sees(&[&format!("! Going on with {DRAFT} (1 answer)."), "Question 2 of 7"]);
    again.types("1").sees(&["Question 3 of 7 · Services 2/7"]);
    again.types("q");
    assert_eq!(again.ends().0, 0);
    assert_eq!(answers(folder.path()), "  keuze: altijd\n  ja-nee: \"yes\"\n");
}

#[test]
fn ctrl_c_while_typing_keeps_what_was_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.types("1").sees(&["Question 2 of 7"]);
    terminal.types("c").sees(&["Comment"]);
    terminal.types("half a").sees(&["> half a"]);
    terminal.types("\x03");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 130);
    is_told(&screen);
    assert_eq!(answers(folder.path()), "  keuze: nooit\n  ja-nee:\n    comment: half a\n");
}

#[test]
fn ctrl_c_keeps_a_number_and_a_text_and_leaves_what_is_no_number() {
    let after = |skipped: usize, typed: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut terminal = kort(folder.path(), &[], USUAL);
        for next in 2..2 + skipped {
            terminal.types("s").sees(&[&format!("Question {next} of 7")]);
        }
        terminal.types(typed).sees(&[typed]);
        terminal.types("\x03");
        assert_eq!(terminal.ends().0, 130);
        answers(folder.path())
    };
    assert_eq!(after(3, "4"), "  getal: 4.0\n");
    assert_eq!(after(3, "4,,"), " {}\n");
    assert_eq!(after(6, "half a senten"), "  toelichting: half a senten\n");
}

#[test]
fn ctrl_c_before_the_first_question_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("kort.yaml"), KORT).expect("written");
    // At the first screen, in a line, in a list.
    for keys in [vec![], vec!["\r"], vec!["\r", "41048\r", "\r", "\r"]] {
        let mut terminal = Terminal::run(folder.path(), &["assess", "kort.yaml"], USUAL, &[]);
        let mut screens =
            ["Enter: begin", "Code of your council", "Name of your council", "Wave, such as", "What is your role?"]
                .iter();
        terminal.sees(&[screens.next().expect("a screen")]);
        for key in keys {
            terminal.types(key).sees(&[screens.next().expect("a screen")]);
        }
        terminal.types("\x03");
        let (code, screen) = terminal.ends();
        assert_eq!(code, 130);
        assert_eq!(words(&screen).matches("Stopped; there was nothing to save yet.").count(), 1, "{}", framed(&screen));
    }
    assert!(!folder.path().join("antwoorden").exists());
}

#[test]
fn a_signal_from_outside_gives_the_terminal_back_too() {
    for signal in ["TERM", "INT", "HUP"] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut terminal = kort(folder.path(), &[], USUAL);
        terminal.types("1").sees(&["Question 2 of 7"]);
        terminal.gets(signal);
        let (code, screen) = terminal.ends();
        assert_eq!(code, 130, "{signal}");
        is_told(&screen);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::run(folder.path(), &["assess"], USUAL, &[]);
    terminal.sees(&["Enter: begin"]);
    terminal.types("\r").sees(&["Code of your council", "> "]);
    terminal.gets("TERM");
    assert_eq!(terminal.ends().0, 130);
}

#[test]
fn whoever_asks_for_plain_lines_gets_no_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("kort.yaml"), KORT).expect("written");
    let plain: [(&[&str], (&str, &str)); 3] =
        [(&["--plain"], ("NO_COLOR", "1")), (&[], ("ACCESSIBLE", "1")), (&[], ("TERM", "dumb"))];
    for (more, variable) in plain {
        let arguments: Vec<&str> = KNOWN.iter().chain(more).copied().collect();
        let mut terminal = Terminal::run(folder.path(), &arguments, USUAL, &[variable]);
        let screen = terminal.sees(&["May answers be shown by role", "y or n: "]);
        assert!(!screen.alternate_screen(), "{variable:?}");
        terminal.types("n\n").sees(&["1. Never", "Your answer: "]);
        terminal.types("q\n");
        assert_eq!(terminal.ends().0, 0);
    }
    let set_to_nothing = Terminal::run(folder.path(), &KNOWN, USUAL, &[("ACCESSIBLE", "")]);
    assert!(set_to_nothing.sees(&["Enter: begin"]).alternate_screen());
}

#[test]
fn a_mistake_in_a_flag_is_said_without_a_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let terminal = Terminal::run(folder.path(), &["assess", "--role", "itc"], USUAL, &[]);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 2);
    assert!(words(&screen).contains("did you mean `ict` ("), "{}", framed(&screen));
}

#[test]
fn two_people_in_one_folder_have_a_draft_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = kort(folder.path(), &[], USUAL);
    let mut second = kort(folder.path(), &[], USUAL);
    first.types("1").sees(&["Question 2 of 7"]);
    second.types("3").sees(&["Question 2 of 7"]);
    let third = Terminal::run(folder.path(), &["assess", "kort.yaml", "--resume", DRAFT], USUAL, &[]);
    let (code, screen) = third.ends();
    assert!(code == 2 && words(&screen).contains("someone else is working on"), "{}", framed(&screen));
    for mut one in [first, second] {
        one.types("q");
        assert_eq!(one.ends().0, 0);
    }
    assert_eq!(answers(folder.path()), "  keuze: nooit\n");
    let drafts = std::fs::read_dir(folder.path().join("antwoorden")).expect("a folder");
    assert_eq!(drafts.count(), 2, "two drafts, and no lock");
}
