//! What was given before the first question can be corrected, and no answer is lost by that.

use super::DRAFT;
use crate::peil::{Peil, peil};

/// A draft under a wrong code, with an answer to the question that only IT is asked.
const WRONG: &str = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41084\"}\n\
                     respondent: {id: r-1, role: ict}\nshown_by_role: true\nstatus: draft\n\
                     answers: {keuze: soms, alleen-ict: nooit}\n";

/// Goes on with [`WRONG`].
fn resumed(flags: &[&str], lines: &str) -> Peil {
    let arguments = [&["assess", "kort.yaml", "--resume", "a.yaml"], flags].concat();
    peil(arguments).with_kort().file("a.yaml", WRONG).input(lines)
}

#[test]
fn what_is_given_with_a_draft_replaces_what_it_says_and_the_rest_stays() {
    let flags = ["--council", " 41048 ", "--name", "Ninove", "--wave", "2026", "--keep-until", "2028-12-31"];
    let ended = resumed(&flags, "q\n")
        .in_dutch()
        .stdout_holds(
            "Bestuur: Ninove (41048) in plaats van 41084.\nRonde: 2026 (eerder: niet opgegeven).\nBewaren tot en met: 31 \
             december 2028 (eerder: niet opgegeven).\n\nVraag 7 van 7",
        )
        .ends_with(0);
    assert_eq!(ended.files(), ["a.yaml", "kort.yaml"], "nobody answers twice");
    let text = ended.text("a.yaml");
    let head = "council:\n  id: \"41048\"\n  name: Ninove\nwave: 2026\nrespondent:\n  id: r-1\n  role: ict\n\
                shown_by_role: true\nkeep_until: \"2028-12-31\"\nstatus: draft\n";
    assert!(text.contains(head) && text.ends_with("answers:\n  keuze: soms\n  alleen-ict: nooit\n"), "{text}");
}

#[test]
fn an_empty_name_takes_the_name_away() {
    let named = WRONG.replace("id: \"41084\"}", "id: \"41084\", name: Aalst}");
    let text = resumed(&["--name", ""], "q\n")
        .file("a.yaml", &named)
        .stdout_holds("\nCouncil: 41084 instead of Aalst (41084).\n")
        .ends_with(0)
        .text("a.yaml");
    assert!(text.contains("council:\n  id: \"41084\"\nrespondent:"), "{text}");
}

#[test]
fn nothing_is_said_of_what_is_given_as_it_was() {
    let said = resumed(&["--council", "41084", "--role", "IT"], "q\n").run().stdout;
    assert!(said.starts_with("Going on with a.yaml (2 answers).\n\nQuestion 7 of 7"), "{said}");
}

#[test]
fn another_role_is_asked_again_whether_it_may_be_shown_and_keeps_what_it_is_not_asked() {
    // Politics is not asked the sixth question.
    let text = resumed(&["--role", "politiek"], "n\nq\n")
        .stdout_holds("even if you are the only one with your role?")
        .stdout_holds(
            "Role: Politics instead of IT.\nShow answers by role in the workshop: no instead of yes.\nThis role is not \
             asked 1 question that you had answered; that answer is set aside (kept, does not count).\n\nQuestion 2 of 6",
        )
        .ends_with(0)
        .text("a.yaml");
    assert!(text.contains("  role: politiek\nshown_by_role: false\n"), "{text}");
    assert!(text.ends_with("answers:\n  keuze: soms\n  alleen-ict: nooit\n"), "{text}");
    // And back: it counts again.
    peil(["assess", "kort.yaml", "--resume", "a.yaml", "--role", "ict"])
        .with_kort()
        .file("a.yaml", &text)
        .input("y\nq\n")
        .in_dutch()
        .stdout_holds("Rol: ICT in plaats van Politiek.\n")
        .stdout_holds("\n1 antwoord telt weer mee.\n")
        .ends_with(0);
}

#[test]
fn a_file_is_as_it_was_when_the_question_of_another_role_is_not_answered() {
    let ended = resumed(&["--role", "politiek", "--council", "41048"], "")
        .stdout_holds("even if you are the only one with your role?")
        .stderr_holds("Your answers are saved in a.yaml\n")
        .ends_with(130);
    assert_eq!(ended.text("a.yaml"), WRONG);
}

#[test]
fn answers_that_were_done_stay_done_under_another_code_and_not_in_another_role() {
    let done = WRONG.replace("status: draft", "status: final");
    let status = |flag: &str, value: &str, lines: &str, status: &str| {
        let run = resumed(&[flag, value], lines).file("a.yaml", &done);
        let text = run.stdout_holds("instead of").ends_with(0).text("a.yaml");
        assert!(text.contains(status), "{text}");
    };
    status("--council", "41048", "q\n", "\nstatus: final\n");
    status("--role", "politiek", "y\nq\n", "\nstatus: draft\n");
}

#[test]
fn the_last_screen_shows_what_it_is_all_about_and_a_key_corrects_it() {
    // To the end; another council; another round; nothing; done.
    let lines = "s\nc\n1\n41048\nNinove\nc\n2\n2026\nc\n5\nf\n";
    let text = resumed(&[], lines)
        .stdout_holds(
            "This goes for all your answers:\nCouncil: 41084\nWave: not given\nRole: IT\nShow answers by role in the \
             workshop: yes\nType f to finish",
        )
        .stdout_holds("5. Nothing, back to the questionnaire\n")
        .stdout_holds("Council: Ninove (41048) instead of 41084.\n")
        .stdout_holds("Wave: 2026 (before: not given).\n")
        .stdout_holds(
            "(or wave or role, with --wave or --role): peil assess kort.yaml --resume a.yaml --council CODE --name NAME\n",
        )
        .ends_with(0)
        .text("a.yaml");
    assert!(text.contains("  id: \"41048\"\n  name: Ninove\nwave: 2026\n"), "{text}");
    assert!(text.contains("\nstatus: final\n"), "{text}");
}

/// [`WRONG`], of a council whose name and class are known.
fn known() -> String {
    WRONG.replace("id: \"41084\"}", "id: \"41084\", name: Aalst, classes: {klasse: groot}}")
}

#[test]
fn another_council_does_not_take_over_the_name_and_the_class_of_the_one_before() {
    let text = |flags: &[&str], lines: &str| {
        let run = resumed(flags, lines).file("a.yaml", &known()).file("r.csv", "council,name\n41048,Ninove\n41063,\n");
        run.stdout_holds(" (41084).\n").ends_with(0).text("a.yaml")
    };
    let council = |text: &str| {
        let (_, rest) = text.split_once("council:\n").expect("a council");
        rest.split_once("respondent:").expect("a respondent").0.to_owned()
    };
    let ninove = "  id: \"41048\"\n  name: Ninove\n";
    assert_eq!(council(&text(&["--council", "41048"], "q\n")), "  id: \"41048\"\n");
    assert_eq!(council(&text(&["--council", "41048", "--name", "Ninove"], "q\n")), ninove);
    assert_eq!(council(&text(&["--council", "41048", "--councils", "r.csv"], "q\n")), ninove);
    // The register has a code and no name, or not even that.
    assert_eq!(council(&text(&["--council", "41063", "--councils", "r.csv"], "q\n")), "  id: \"41063\"\n");
    assert_eq!(council(&text(&["--council", "41002", "--councils", "r.csv"], "q\n")), "  id: \"41002\"\n");
    // On the last screen, typed or found in the register.
    assert_eq!(council(&text(&[], "s\nc\n1\n41048\nNinove\nq\n")), ninove);
    assert_eq!(council(&text(&["--councils", "r.csv"], "s\nc\n1\nnin\n1\nq\n")), ninove);
    // The same one under another name keeps its class.
    let renamed = text(&["--council", "41084", "--name", "Stad Aalst"], "q\n");
    assert_eq!(council(&renamed), "  id: \"41084\"\n  name: Stad Aalst\n  classes:\n    klasse: groot\n");
}

#[test]
fn what_is_suggested_for_another_council_brings_its_name_along() {
    let suggests = |flags: &[&str], end: &str| {
        resumed(flags, "s\nf\n")
            .file("r.csv", "council,name\n41048,Ninove\n")
            .in_dutch()
            .stdout_holds(&format!("peil assess kort.yaml --resume a.yaml --council CODE {end}\n"))
            .ends_with(0);
    };
    suggests(&[], "--name NAAM");
    suggests(&["--councils", "r.csv"], "--councils r.csv");
}

#[test]
fn back_from_the_first_question_leads_to_what_was_given_before_it() {
    let lines = "n\nb\n3\n3\nb\n2\nspring\n2026\nq\n";
    let text = super::assess(&["--wave", "2025"], lines)
        .stdout_holds("This is the first question.\nWhat do you want to correct?\n1. Council: 41048\n2. Wave: 2025\n")
        .stdout_holds("Role: not given (before: IT).\n")
        .stdout_holds("A wave is a year, such as 2026, or a date, such as 2026-03-01.\n")
        .stdout_holds("Wave: 2026 instead of 2025.\n")
        .ends_with(0)
        .text(DRAFT);
    assert!(text.contains("wave: 2026\n") && !text.contains("role: ict"), "{text}");
}

#[test]
fn enter_leaves_the_round_as_it_is_and_a_word_takes_it_away() {
    // To the last screen; correct; the round.
    let with_round = WRONG.replace("respondent:", "wave: 2025\nrespondent:");
    let corrected = |lines: &str| resumed(&[], &format!("s\nc\n2\n{lines}\nq\n")).file("a.yaml", &with_round);
    let left = corrected("")
        .in_dutch()
        .stdout_holds("Ronde (Enter: het blijft 2025; typ geen voor antwoorden zonder ronde): ")
        .ends_with(0)
        .text("a.yaml");
    assert!(left.contains("\nwave: 2025\n"), "{left}");
    for word in ["none", "None", "geen"] {
        let gone = corrected(word)
            .stdout_holds("Wave (Enter: it stays 2025; type none for answers without a wave): ")
            .stdout_holds("Wave: not given (before: 2025).\n")
            .ends_with(0)
            .text("a.yaml");
        assert!(!gone.contains("wave:"), "{word}: {gone}");
    }
    // A word that says nothing is asked again.
    let again = corrected("spring\n2026").stdout_holds("A wave is a year").ends_with(0).text("a.yaml");
    assert!(again.contains("\nwave: 2026\n"), "{again}");
}

#[test]
fn answers_of_another_round_do_not_come_to_stand_beside_those_of_another_council() {
    let before = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41084\"}\n\
                  answers: {keuze: altijd}\n";
    let refused = "`2024.yaml` belongs to council `41084`, not to `41048`";
    let with = |flags: &[&str], lines: &str| {
        resumed(&[&["--previous", "2024.yaml"], flags].concat(), lines).file("2024.yaml", before)
    };
    let ended = with(&["--council", "41048"], "q\n").stderr_holds(refused).ends_with(2);
    assert_eq!(ended.text("a.yaml"), WRONG);
    let text = with(&[], "s\nc\n1\n41048\n\nq\n").stdout_holds(refused).ends_with(0).text("a.yaml");
    assert!(text.contains("  id: \"41084\"\n"), "{text}");
}

#[test]
fn a_draft_is_found_by_the_title_of_its_role_and_takes_over_a_name() {
    let text = peil(["assess", "kort.yaml", "--council", "41084", "--role", "IT", "--name", "Ninove"])
        .with_kort()
        .file("antwoorden/r-1.yaml", WRONG)
        .input("1\nq\n")
        .stdout_holds("\nCouncil: Ninove (41084) instead of 41084.\n")
        .ends_with(0)
        .text("antwoorden/r-1.yaml");
    assert!(text.contains("  name: Ninove\n"), "{text}");
}
