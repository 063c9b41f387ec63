//! The step beside the score: shown where it does not tell what a small role answered.

use crate::peil::peil;

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [en]\ntitle: Short\n\
    scale: {max: 2}\naxes: [{id: as, title: Axis, dimensions: [{id: delen, title: Share}]}]\n\
    roles: [{id: ict, title: ICT}, {id: baas, title: Board}]\nquestions:\n\
    \x20 - {id: v1, at: {as: delen}, ask: Do you share?, type: choice, choices: [{id: no, value: 0, label: Nothing}, \
    {id: some, value: 1, label: Something}, {id: all, value: 2, label: All}]}\n";

/// The line of the dimension in a public report, and whether something is said of steps that are not there.
fn told(rows: &str) -> (String, bool) {
    let run = peil(["report", "a.csv", "-q", "q.yaml", "--format", "markdown", "--lang", "en"])
        .file("q.yaml", &QUESTIONNAIRE.replace("id: no,", "id: none-at-all,"))
        .file("a.csv", &format!("council,role,v1\n{rows}"))
        .run();
    let line = run.stdout.lines().find(|line| line.starts_with("| Share |") || line.contains("Share |"));
    (line.expect("the dimension").replace("&emsp;", ""), run.stdout.contains("The step is left out"))
}

#[test]
fn of_few_questions_the_step_is_left_out_where_a_small_role_answered_beside_another() {
    let five = "a,ict,some\n".repeat(5);
    // The mean of 1 and 2; the lower of both roles is step 1.
    assert_eq!(told(&format!("{five}a,baas,all\n")), ("| Share | 1.5 | – |".to_owned(), true));
    assert_eq!(told(&format!("{five}{}", "a,baas,all\n".repeat(5))), ("| Share | 1.5 | 1 |".to_owned(), false));
    // Of a single role the score says as much.
    assert_eq!(told("a,ict,some\n"), ("| Share | 1.0 | 1 |".to_owned(), false));
}
