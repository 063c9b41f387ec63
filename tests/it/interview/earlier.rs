//! An interview goes on with answers of an earlier version of the questionnaire, and says which drafts it cannot go on with.

use crate::peil::{KORT, Peil, peil};

/// Of version 1.0.0: under the names of then, with an answer to a question that is not there any more.
const EARLIER: &str = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\", name: Ninove}\n\
                       respondent: {id: r-1, role: ict}\nstatus: draft\nanswers: {kans: af-en-toe, cijfer: 4, brief: 3}\n";

/// Prepares a run with version 2.0.0, which knows what became of all that.
fn with_later(arguments: &[&str]) -> Peil {
    let later = KORT.replace("\nversion: 1.0.0\n", "\nversion: 2.0.0\n");
    let later = later.replace("dropped: [", "dropped: [{id: brief, since: 2.0.0}, ");
    assert!(later.contains("brief") && later.contains("version: 2.0.0"));
    peil(arguments).file("kort.yaml", &later)
}

const DONE: &str = "The answers were to version 1.0.0 and go on as version 2.0.0: 1 question renamed, 1 dropped, 1 choice \
                    renamed. What was answered to the dropped question is no longer in the file.\n";

#[test]
fn a_draft_of_an_earlier_version_is_found_and_goes_on_as_one_of_this() {
    for (more, lines) in [(&[][..], "1\nq\n"), (&["--resume", "antwoorden/r-1.yaml"], "q\n")] {
        let ended = with_later(&[&["assess", "kort.yaml"], more].concat())
            .file("antwoorden/r-1.yaml", EARLIER)
            .input(lines)
            .stdout_holds("Going on with antwoorden/r-1.yaml (2 answers).\n")
            .stdout_holds(DONE)
            .stdout_holds("\nQuestion 4 of 7")
            .ends_with(0);
        assert_eq!(ended.files(), ["antwoorden/r-1.yaml", "kort.yaml"], "nobody answers under a second id");
        let text = ended.text("antwoorden/r-1.yaml");
        assert!(text.contains("  version: \"2.0.0\"\n  hash: b3:"), "{text}");
        assert!(text.contains("  id: r-1\n") && text.ends_with("answers:\n  keuze: soms\n  cijfer: 4\n"), "{text}");
    }
}

#[test]
fn answers_of_an_earlier_version_stand_beside_the_questions_of_today() {
    let arguments = ["assess", "kort.yaml", "--council", "41048", "--role", "ict", "--new", "--previous", "2024.yaml"];
    with_later(&arguments)
        .file("2024.yaml", EARLIER)
        .input("n\nq\n")
        .stdout_holds("Digital?\nPrevious round: Sometimes\n")
        .ends_with(0);
}

#[test]
fn a_draft_that_is_passed_over_is_named_with_the_reason_and_what_to_do() {
    let passed_over = |arguments: &[&str], draft: &str, said: &str| {
        with_later(arguments)
            .file("antwoorden/r-1.yaml", draft)
            .stdout_holds(&format!("There is a started file that cannot go on now: {said}\n"))
            .stderr_holds("nothing to save")
            .ends_with(130);
    };
    let kort = &["assess", "kort.yaml"][..];
    passed_over(
        kort,
        &EARLIER.replace("version: 1.0.0", "version: 3.0.0"),
        "antwoorden/r-1.yaml: these answers belong to version 3.0.0 of `kort`, not to 2.0.0; give version 3.0.0 of the \
         questionnaire, or a later one",
    );
    passed_over(
        kort,
        &EARLIER.replace("cijfer: 4", "cijfer: 9"),
        "antwoorden/r-1.yaml: `9` is outside the scale of `cijfer`; choose a whole number from 1 to 5",
    );
    passed_over(
        kort,
        &EARLIER.replace("answers: {", "answers: {{"),
        "antwoorden/r-1.yaml: there must be a single word before the colon; write a plain word here",
    );
    passed_over(
        &["assess"],
        EARLIER,
        "`antwoorden/r-1.yaml` belongs to the questionnaire `kort`, which is not built in; give the file of the \
         questionnaire too: peil assess kort.yaml --resume antwoorden/r-1.yaml",
    );
}

#[test]
fn what_is_no_draft_of_this_person_is_not_spoken_of() {
    let broken = EARLIER.replace("cijfer: 4", "cijfer: 9");
    for (name, text) in [
        ("final", broken.replace("draft", "final")),
        ("other questionnaire", broken.replace("id: kort", "id: lang")),
        ("other council", broken.replace("41048", "41063")),
    ] {
        let run = with_later(&["assess", "kort.yaml", "--council", "41048"]).file("antwoorden/r-1.yaml", &text).run();
        assert!(!run.stdout.contains("started file"), "{name}: {run}");
    }
}
