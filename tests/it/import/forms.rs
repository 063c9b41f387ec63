//! peil's own files as they come back: forms that were saved twice, drafts, an id that is a name, two people with one
//! file name.

use crate::peil::{Peil, peil};

/// A form that someone saved.
fn form(id: &str, status: &str, answers: &str) -> String {
    format!(
        "{{\"peil\": \"answers/1\", \"questionnaire\": {{\"id\": \"enquete\", \"version\": \"1.0.0\"}}, \
         \"council\": {{\"id\": \"41048\"}}, \"respondent\": {{\"id\": \"{id}\", \"role\": \"ict\"}}, \
         \"status\": \"{status}\", \"answers\": {{{answers}}}}}\n"
    )
}

fn import(files: &[(&str, &str)], more: &[&str]) -> Peil {
    let arguments = ["import", "terug", "-q", "enquete.yaml", "-o", "uit"];
    let run = peil(arguments.iter().chain(more)).file("enquete.yaml", super::ENQUETE);
    files.iter().fold(run, |run, (name, text)| run.file(&format!("terug/{name}"), text))
}

#[test]
fn a_form_comes_out_as_a_canonical_file_under_its_own_number() {
    let notes = "\"plan\": {\"choice\": \"soms\", \"comment\": \"ja\"}, \"budget\": 12.5";
    let written = import(&[("a.json", &form("r-12ab34cd", "final", notes))], &[])
        .stderr(
            "
            1 answers file of peil
              People      1 read, 1 taken over
              Answers     2 given
            1 answers file written in uit
            Next: peil score uit -q enquete.yaml
            ",
        )
        .ends_with(0);
    let text = written.text("uit/r-12ab34cd.yaml");
    assert!(text.starts_with("peil: answers/1\nquestionnaire:\n  id: enquete\n"), "{text}");
    assert!(text.contains("  plan:\n    choice: soms\n    comment: ja\n  budget: 12.5\n"), "{text}");
}

#[test]
fn of_a_draft_and_a_finished_form_of_one_person_the_finished_one_counts() {
    let (draft, done) =
        (form("r-12ab34cd", "draft", "\"plan\": \"soms\""), form("r-12ab34cd", "final", "\"plan\": \"altijd\""));
    for (first, second) in [(&draft, &done), (&done, &draft)] {
        let written = import(&[("een.json", first), ("twee.json", second)], &[])
            .stderr_holds("People      2 read, 1 taken over, 1 double\n")
            .stderr_holds("  Files of one person:\n    terug/een.json and terug/twee.json: ")
            .ends_with(0);
        assert!(written.text("uit/r-12ab34cd.yaml").contains("plan: altijd"));
    }
}

#[test]
fn of_an_answered_survey_and_one_that_was_opened_again_the_answered_one_counts() {
    // What LimeSurvey writes: `submitdate` is empty while somebody is still answering.
    let export = "id,submitdate,lastpage,startlanguage,token,plan\n\
                  1,2026-03-01 10:00:00,4,nl,aaa,altijd\n\
                  2,,1,nl,aaa,nooit\n\
                  3,,1,nl,bbb,nooit\n\
                  4,,1,nl,bbb,soms\n";
    let counts = |keep: &str, rows: [&str; 2]| {
        peil(["import", "e.csv", "-q", "enquete.yaml", "--council", "41048", "-m", "m.yaml", "-o", "-"])
            .file("enquete.yaml", super::ENQUETE)
            .file("e.csv", export)
            .file("m.yaml", &format!("peil: mapping/1\nkeep: {keep}\n"))
            .stderr_holds(&format!("  Rows of one person:\n    2 and 3: {}\n    4 and 5: {}\n", rows[0], rows[1]))
            .stdout_holds(",enquete@1.0.0,altijd,")
            .ends_with(0);
    };
    counts("latest", ["2 counts", "5 counts"]);
    counts("first", ["2 counts", "4 counts"]);
}

#[test]
fn an_id_that_is_a_name_does_not_come_through() {
    let written = import(&[("a.json", &form("an.janssens", "final", "\"plan\": \"soms\""))], &["--quiet"]).ends_with(0);
    let file = written.files().into_iter().find(|name| name.starts_with("uit/")).expect("a file");
    assert!(!file.contains("janssens") && !written.text(&file).contains("janssens"), "{file}");
}

#[test]
fn a_form_with_a_wrong_answer_is_pointed_at_and_the_rest_of_it_is_written() {
    let written = import(&[("a.json", &form("r-12ab34cd", "final", "\"plan\": \"smos\", \"budget\": 5"))], &[])
        .stderr_holds("error[unknown-choice]: `smos` is not a possible answer to `plan`\n --> terug/a.json:1:")
        .stderr_holds("help: did you mean `soms`?")
        .ends_with(1);
    assert!(written.text("uit/r-12ab34cd.yaml").contains("budget: 5"));
}

#[test]
fn a_form_without_an_answer_is_nobody() {
    import(&[("a.json", &form("r-12ab34cd", "draft", ""))], &[])
        .stderr_holds("  People      1 read, 0 taken over, 1 left out\n")
        .stderr_holds("  Not taken over:\n    without a single answer: terug/a.json\n")
        .stderr_holds("error: nothing could be taken over\n")
        .ends_with(3);
}

#[test]
fn people_whose_files_are_called_the_same_stay_two_people() {
    let table = "council,plan\n41048,soms\n";
    let written = import(&[("ict/antwoorden.csv", table), ("dienst/antwoorden.csv", table)], &[])
        .stderr_holds("2 answers files written in uit\n")
        .ends_with(0);
    assert_eq!(written.files().iter().filter(|name| name.starts_with("uit/")).count(), 2);
}

#[test]
fn the_questionnaire_is_the_one_that_a_form_names() {
    let shipped = "{\"peil\": \"answers/1\", \"questionnaire\": {\"id\": \"dienstverlening\", \"version\": \"1.0.0\"}, \
                   \"council\": {\"id\": \"41048\"}, \"respondent\": {\"id\": \"r-12ab34cd\"}, \"answers\": {\"sd-1\": 2}}";
    peil(["import", "a.json", "-o", "uit"])
        .file("a.json", shipped)
        .stderr_holds("1 answers file written in uit\nNext: peil score uit\n")
        .ends_with(0);
}

#[test]
fn a_folder_is_searched_for_answers_and_the_rest_is_passed_over() {
    let files = [
        ("a.json", form("r-12ab34cd", "final", "\"plan\": \"soms\"")),
        ("vragenlijst.yaml", super::ENQUETE.to_owned()),
        ("lees-mij.md", "# niets".to_owned()),
        ("~$b.xlsx", "slot".to_owned()),
        ("b.csv", "council,plan\n41048,altijd\n".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    import(&files, &[]).stderr_holds("2 answers files written in uit\n").ends_with(0);
}

#[test]
fn a_folder_without_a_file_of_answers_is_said_to_have_none() {
    import(&[("andere.yaml", "naam: iets anders\n")], &[])
        .stderr(
            "error: no files found in `terug`\n\
             help: give forms (.json), workbooks (.xlsx, .ods) or exports (.csv, .xlsx)\n",
        )
        .ends_with(3);
}
