//! One person who saved a form more than once, and two people under one number: what counts in an import counts in a score.

use crate::peil::{Peil, Written, peil};

/// A form of respondent `r-12ab34cd`: its role, which save it is if it says so, and the plan that it answers.
fn form(role: &str, saved: &str, plan: &str) -> String {
    format!(
        "{{\"peil\": \"answers/1\", \"questionnaire\": {{\"id\": \"enquete\", \"version\": \"1.0.0\"}}, \
         \"council\": {{\"id\": \"41048\"}}, \"respondent\": {{\"id\": \"r-12ab34cd\", \"role\": \"{role}\"}}, \
         \"status\": \"final\", {saved}\"answers\": {{\"plan\": \"{plan}\"}}}}\n"
    )
}

/// Two forms as a browser calls them: the second download sorts before the first.
fn run(arguments: &[&str], first: &str, second: &str) -> Peil {
    let run = peil(arguments).file("enquete.yaml", super::ENQUETE);
    run.file("in/a.json", first).file("in/a (1).json", second)
}

const IMPORT: [&str; 6] = ["import", "in", "-q", "enquete.yaml", "-o", "out"];
const SCORE: [&str; 6] = ["score", "in", "-q", "enquete.yaml", "--format", "csv"];

fn imported(written: &Written) -> String {
    written.text("out/r-12ab34cd.yaml")
}

/// The scores of one file alone.
fn score_of(form: &str) -> String {
    let mut run = peil(["score", "in/a.json", "-q", "enquete.yaml", "--format", "csv"])
        .file("enquete.yaml", super::ENQUETE)
        .file("in/a.json", form);
    run.run().stdout
}

#[test]
fn the_later_save_of_one_person_counts_in_import_and_in_score_whatever_the_files_are_called() {
    let (two, ten) = (form("ict", "\"saved\": 2, ", "nooit"), form("ict", "\"saved\": 10, ", "altijd"));
    for (first, second, last) in [(&two, &ten, "in/a (1).json"), (&ten, &two, "in/a.json")] {
        let written = run(&IMPORT, first, second)
            .stderr_holds("People      2 read, 1 taken over, 1 double\n")
            .stderr_holds(&format!("    in/a (1).json and in/a.json: {last} counts\n"))
            .ends_with(0);
        let text = imported(&written);
        assert!(text.contains("plan: altijd") && text.contains("\nsaved: 10\n"), "{text}");
        let scored = run(&SCORE, first, second).run();
        assert_eq!((scored.code, &scored.stdout), (0, &score_of(&ten)), "{scored}");
        assert!(
            scored.stderr.contains("warning[saved-again]: of respondent `r-12ab34cd` of council `41048`"),
            "{scored}"
        );
        assert!(
            scored.stderr.contains("saved before the other one") && scored.stderr.contains("this one counts"),
            "{scored}"
        );
    }
}

#[test]
fn who_took_all_answers_back_in_a_later_save_does_not_count_with_an_earlier_one() {
    let some = form("ict", "\"saved\": 1, ", "nooit");
    let none = form("ict", "\"saved\": 2, ", "nooit").replace("{\"plan\": \"nooit\"}", "{}");
    let also = form("ict", "", "altijd").replace("r-12ab34cd", "r-56ef78ab");
    for (first, second, last) in [(&some, &none, "in/a (1).json"), (&none, &some, "in/a.json")] {
        let written = run(&IMPORT, first, second)
            .file("in/b.json", &also)
            .stderr_holds("People      3 read, 1 taken over, 1 double, 1 left out\n")
            .stderr_holds(&format!("    without a single answer: {last}\n"))
            .stderr_holds(&format!("    in/a (1).json and in/a.json: {last} counts\n"))
            .ends_with(0);
        assert_eq!(written.files().into_iter().filter(|name| name.starts_with("out/")).count(), 1);
        // The same one counts in a score, in which they answered nothing.
        let scored = run(&SCORE, first, second).run();
        assert_eq!((scored.code, &scored.stdout), (0, &score_of(&none)), "{scored}");
    }
}

#[test]
fn the_first_save_counts_where_the_mapping_says_so() {
    let (one, two) = (form("ict", "\"saved\": 1, ", "nooit"), form("ict", "\"saved\": 2, ", "altijd"));
    let keep = [&IMPORT[..], &["-m", "m.yaml"]].concat();
    let written = run(&keep, &two, &one)
        .file("m.yaml", "peil: mapping/1\nkeep: first\n")
        .stderr_holds("in/a (1).json counts\n")
        .ends_with(0);
    assert!(imported(&written).contains("plan: nooit"));
}

#[test]
fn of_files_that_do_not_say_which_was_saved_last_none_counts_and_both_are_named() {
    let (old, new) = (form("ict", "", "nooit"), form("ict", "", "altijd"));
    let again = form("ict", "\"saved\": 2, ", "altijd");
    for second in [&new, &again] {
        run(&IMPORT, &old, second)
            .stderr_holds("People      2 read, 0 taken over, 2 double\n")
            .stderr_holds("    in/a (1).json and in/a.json: none of these counts, since the answers differ\n")
            .ends_with(1);
        let scored = run(&SCORE, &old, second).run();
        assert_eq!((scored.code, scored.stdout.as_str()), (1, ""), "{scored}");
        assert!(scored.stderr.contains("error[same-respondent]: there are files of respondent"), "{scored}");
        assert!(scored.stderr.contains("in/a (1).json:1:1") && scored.stderr.contains("in/a.json:1:1"), "{scored}");
    }
}

#[test]
fn a_file_and_its_copy_count_once() {
    let file = form("ict", "", "altijd");
    let written = run(&IMPORT, &file, &file).stderr_holds("1 taken over, 1 double\n").ends_with(0);
    assert!(imported(&written).contains("plan: altijd"));
    let scored = run(&SCORE, &file, &file).run();
    assert_eq!((scored.code, scored.stdout), (0, score_of(&file)));
    assert!(scored.stderr.contains("the same as the other one"), "{}", scored.stderr);
}

#[test]
fn two_roles_under_one_number_are_two_people_and_neither_is_dropped_for_the_other() {
    let (ict, unit) = (form("ict", "\"saved\": 1, ", "nooit"), form("dienst", "\"saved\": 2, ", "altijd"));
    // Also where the command line says which role all of them have: they said otherwise themselves.
    for more in [&[][..], &["--role", "ict"]] {
        run(&[&IMPORT[..], more].concat(), &ict, &unit)
            .stderr_holds("People      2 read, 0 taken over, 2 double\n")
            .stderr_holds("none of these counts, since they name")
            .ends_with(1);
    }
    let scored = run(&SCORE, &ict, &unit).in_dutch().run();
    assert_eq!((scored.code, scored.stdout.as_str()), (1, ""), "{scored}");
    assert!(scored.stderr.contains("heeft in een ander bestand een andere rol; geen van beide telt"), "{scored}");
}
