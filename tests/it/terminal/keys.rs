//! What every key does at a question and at the end.

use super::*;

#[test]
fn back_shows_the_earlier_choice_and_enter_keeps_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.types("2").sees(&["Question 2 of 7 · Services 1/7"]);
    for back in ["b", LEFT] {
        terminal.types(back).sees(&["Question 1 of 7", "> (•) 2  Sometimes", "  ( ) 1  Never"]);
        terminal.types("\r").sees(&["Question 2 of 7 · Services 1/7"]);
    }
    terminal.types("b").sees(&["(•) 2"]);
    terminal.types("b").sees(&["! This is the first question.", "What do you want to correct?", "Council: 41048"]);
    terminal.types(&format!("{UP}\r")).sees(&["Question 1 of 7", "(•) 2"]);
    terminal.types("s").sees(&["Question 2 of 7"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(answers(folder.path()), "  keuze: soms\n");
}

#[test]
fn arrows_point_and_only_enter_chooses() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.types("\r").sees(&["! First choose an answer"]);
    for (key, option) in [
        (DOWN, "> ( ) 1"),
        (DOWN, "> ( ) 2"),
        (END, "> ( ) 3"),
        (DOWN, "> ( ) 3"),
        (UP, "> ( ) 2"),
        (HOME, "> ( ) 1"),
        (UP, "> ( ) 1"),
        (END, "> ( ) 3"),
    ] {
        terminal.types(key).sees(&[option, "Services 0/7"]);
    }
    terminal.types("\r").sees(&["Question 2 of 7 · Services 1/7"]);
    terminal.types("9").sees(&["! That number is not in the list."]);
    terminal.types("x").sees(&["! That key does nothing here."]);
    terminal.types("h").sees(&["Keys", "Any key brings you back."]);
    terminal.types("x").sees(&["Faster?"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(answers(folder.path()), "  keuze: altijd\n");
}

#[test]
fn dont_know_not_applicable_comment_evidence_and_wipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.types("n").sees(&["! “Not applicable” is not possible"]);
    terminal.types("c").sees(&["Comment\n> "]);
    terminal.types("not sure, 2 or 3\r").sees(&["Comment: not sure, 2 or 3", "save and quit"]);
    terminal.types("e").sees(&["What shows it?"]);
    terminal.types(&format!("page 4{ESCAPE}")).sees_without("save and quit", "page 4");
    terminal.types("e").sees(&["What shows it?"]);
    terminal.types("page 5\r").sees(&["Evidence: page 5", "save and quit"]);
    terminal.types("?").sees(&["Question 2 of 7 · Services 1/7"]);
    terminal.types("b").sees(&["Answered now: don't know", "Comment: not sure"]);
    terminal.types("w").sees_without("Services 0/7", "Answered now");
    terminal.types("c").sees(&["> not sure, 2 or 3"]);
    terminal.types("\x15maybe\r").sees(&["Comment: maybe"]);
    terminal.types("3").sees(&["Question 2 of 7"]);
    terminal.types("n").sees(&["Why does this not apply?"]);
    terminal.types("\r").sees(&["! “Not applicable” needs a reason here."]);
    terminal.types("bought elsewhere\r").sees(&["Question 3 of 7"]);
    terminal.types("b").sees(&["Answered now: not applicable: bought elsewhere"]);
    terminal.types(RIGHT).sees(&["Question 3 of 7"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(
        answers(folder.path()),
        "  keuze:\n    choice: altijd\n    evidence: page 5\n    comment: maybe\n  ja-nee:\n    not-applicable: bought \
         elsewhere\n"
    );
}

#[test]
fn p_says_that_a_partner_does_it_and_takes_it_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.sees(&["p: a partner does this"]);
    terminal.types("p").sees(&["A partner does this for us.", "Services 0/7"]);
    terminal.types("c").sees(&["Comment\n> "]);
    terminal.types("the region\r").sees(&["A partner does this for us.", "Comment: the region"]);
    terminal.types("2").sees_without("Question 2 of 7 · Services 1/7", "A partner");
    terminal.types("1").sees(&["Question 3 of 7"]);
    terminal.types("b").sees(&["Question 2 of 7", "(•) 1"]);
    terminal.types("p").sees(&["A partner does this for us."]);
    terminal.types("p").sees_without("(•) 1", "A partner does this for us.");
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    let expected = "  keuze:\n    choice: soms\n    via: partner\n    comment: the region\n  ja-nee: \"yes\"\n";
    assert_eq!(answers(folder.path()), expected);
}

#[test]
fn the_end_shows_what_is_open_and_leads_back_to_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    terminal.types("1").sees(&["Question 2 of 7"]);
    for next in ["Question 3", "Question 4", "Question 5", "Question 6"] {
        terminal.types("s").sees(&[next]);
    }
    terminal.types("?").sees(&["Question 7"]);
    terminal.types("\r").sees(&[
        "5 questions without an answer",
        "  f  Finish, although",
        "  2  Faster?",
        "  7  Remarks?",
    ]);
    terminal.types("9").sees(&["! That number is not in the list."]);
    terminal.types("3").sees(&["Your choice: 3"]);
    terminal.types("\r").sees(&["Question 3 of 7", "How smooth?"]);
    terminal.types("5").sees(&["Question 4 of 7 · Services 3/7"]);
    for next in ["Question 5", "Question 6", "Question 7"] {
        terminal.types("s").sees(&[next]);
    }
    terminal.types("\r").sees(&["4 questions without an answer"]);
    terminal.types(&format!("{DOWN}{DOWN}")).sees(&["> 2  Faster?"]);
    terminal.types("\r").sees(&["Question 2 of 7", "Faster?"]);
    for next in ["3 of", "4 of", "5 of", "6 of", "7 of"] {
        terminal.types("s").until(next, |screen| screen.contents().contains(next));
        if next == "7 of" {
            terminal.types(ESCAPE).sees(&["s or →: skip"]);
        }
    }
    terminal.types("s").sees(&["4 questions without an answer"]);
    terminal.types("b").sees(&["Question 7 of 7"]);
    terminal.types("\r").sees(&["Finish"]);
    terminal.types("f");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(
        words(&screen).contains(&format!("Your answers are in {DRAFT} To see the score: peil score")),
        "{screen:?}"
    );
    assert!(std::fs::read_to_string(folder.path().join(DRAFT)).expect("answers").contains("status: final"));
}

#[test]
fn what_was_given_beforehand_is_shown_at_the_end_and_a_key_corrects_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &["--wave", "2026"], (40, 80));
    for next in 2..=7 {
        terminal.types("s").sees(&[&format!("Question {next} of 7")]);
    }
    terminal.types("\r").sees(&["This goes for all your answers:", "Council: 41048", "Wave: 2026", "Role: IT"]);
    terminal.sees(&["c: correct council, wave or role"]);
    terminal.types("c").sees(&["What do you want to correct?", "Wave: 2026", "Nothing, back to the questionnaire"]);
    terminal.types(&format!("{DOWN}\r")).sees(&["Code of your council", ">"]);
    terminal.types("41084\r").sees(&["Name of your council"]);
    terminal.types("Ninove\r").sees(&["! Council: Ninove (41084) instead of 41048.", "Those were all the questions."]);
    // Another role is asked one question less, and goes on where a draft would.
    terminal.types("c").sees(&["What do you want to correct?"]);
    terminal.types(&format!("{DOWN}{DOWN}{DOWN}\r")).sees(&["What is your role?", "Politics"]);
    terminal.types(&format!("{DOWN}{DOWN}\r")).sees(&["May answers be shown by role"]);
    terminal.types(&format!("{DOWN}\r")).sees(&["! Role: Politics instead of IT.", "Question 1 of 6"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    let text = std::fs::read_to_string(folder.path().join(DRAFT)).expect("a draft");
    assert!(text.contains("  id: \"41084\"\n  name: Ninove\nwave: 2026\n"), "{text}");
    assert!(text.contains("  role: politiek\nshown_by_role: true\n"), "{text}");
}

#[test]
fn keys_that_come_in_pieces_or_all_at_once_do_what_they_do_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    // An arrow with Ctrl holds a digit that is no answer; F5 likewise.
    terminal.types("\x1b[1;5B").types("\x1b[15~").types(DOWN).sees(&["> ( ) 1", "Services 0/7"]);
    // As fast as someone types who knows the questionnaire.
    terminal.types("2s34.5\r").sees(&["Question 5 of 7 · Services 3/7"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(answers(folder.path()), "  keuze: soms\n  cijfer: 3\n  getal: 4.5\n");
}
