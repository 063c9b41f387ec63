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
    let withheld =
        run.stdout.contains("The step of Overall and Share is left out: fewer than five questions were answered there");
    (line.expect("the dimension").replace("&emsp;", ""), withheld)
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

/// What stands under `Plan` in the scores and among what is missing for the next step, of two questions.
fn of_two(rows: &str) -> Vec<String> {
    let (head, _) = QUESTIONNAIRE.split_once("questions:\n").expect("questions");
    let head = head.replace("max: 2", "max: 4").replace("{id: delen, title: Share}", "{id: plan, title: Plan}");
    let choice = |value: usize| format!("{{id: {value}, value: {value}, label: L{value}}}");
    let choices: Vec<String> = (0..=4).map(choice).collect();
    let question = |id: &str| {
        format!("  - {{id: {id}, at: {{as: plan}}, ask: Q?, type: choice, choices: [{}]}}\n", choices.join(", "))
    };
    let run = peil(["report", "a.csv", "-q", "q.yaml", "--format", "markdown", "--lang", "en"])
        .file("q.yaml", &format!("{head}questions:\n{}{}", question("p1"), question("p2")))
        .file("a.csv", &format!("council,role,p1,p2\n{rows}"))
        .run();
    assert_eq!(run.code, 0, "{run}");
    let lines = run.stdout.lines().filter(|line| line.starts_with("| &emsp;Plan |") || line.starts_with("| Plan |"));
    lines
        .map(|line| line.replace("&emsp;", ""))
        .filter(|line| line.contains("3.0 |") || line.contains("still"))
        .collect()
}

#[test]
fn a_step_tells_nothing_of_someone_whose_answers_are_too_few_for_a_score() {
    // One answer of two is no score, so that Plan is what ICT says; the step counts that answer as well.
    let ict = "a,ict,3,3\n".repeat(6);
    for answer in 0..=4 {
        assert_eq!(of_two(&format!("{ict}a,baas,{answer},?\n"))[0], "| Plan | 3.0 | – |", "{answer}");
    }
    // Nor of the one of a large role who answered a question, by which the whole role stands there.
    let rows = |answer: usize| format!("{ict}a,baas,{answer},?\n{}", "a,baas,?,3\n".repeat(5));
    for answer in 0..=4 {
        assert_eq!(of_two(&rows(answer))[0], "| Plan | 3.0 | – |", "{answer}");
    }
    // Nothing of either stands on what is missing for the next step.
    assert!(of_two(&rows(0)).iter().all(|line| !line.contains("still")));
    // Five on each: both questions stand at 3, the lower of the two roles.
    let all = format!("{ict}{}{}", "a,baas,4,?\n".repeat(5), "a,baas,?,4\n".repeat(5));
    assert_eq!(of_two(&all)[0], "| Plan | 3.0 | 3 |");
}

#[test]
fn questions_to_answer_are_counted_apart_from_those_that_stand_too_low() {
    // One of two is answered, at 0: for step 1 both must be answered (85 % of two is 1.7) and one stand on 1.
    let one = of_two("a,ict,0,?\n");
    assert_eq!(one, ["| Plan | 1: still 1 question to answer, 1 question to 1 or higher |"]);
    // Of what nobody answered it is not known what is missing.
    assert_eq!(of_two("a,ict,?,?\n"), Vec::<String>::new());
}

/// The report of a council where one person answered `v1` with yes and `v2` with no, to a question of this type.
fn report(second: &str) -> String {
    let (head, _) = QUESTIONNAIRE.split_once("questions:\n").expect("questions");
    let head = head.replace("title: Share}", "title: Share}, {id: doen, title: Act}");
    let stages = "scale: {max: 2, stages: [{id: low, from: 0, title: Low}, {id: high, from: 1.5, title: High}]}";
    let questionnaire = format!(
        "{}questions:\n  - {{id: v1, at: {{as: delen}}, ask: One?, type: yes-no}}\n  - {{id: v2, at: {{as: doen}}, ask: \
         Two?, {second}}}\n",
        head.replace("scale: {max: 2}", stages)
    );
    let run = peil(["report", "a.csv", "-q", "q.yaml", "--format", "markdown", "--lang", "en"])
        .file("q.yaml", &questionnaire)
        .file("a.csv", "council,role,v1,v2\na,ict,yes,no\n")
        .run();
    assert_eq!(run.code, 0, "{run}");
    run.stdout
}

#[test]
fn where_no_part_has_a_ladder_nothing_is_said_of_steps() {
    let page = report("type: yes-no");
    // The mean of 2 and 0; the next stage begins at 1.5.
    assert!(page.contains("What is missing for the next stage\n"), "{page}");
    assert!(page.contains("High: 0.5 more"), "{page}");
    for word in ["Step", "step", "stricter"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
}

#[test]
fn where_some_parts_have_a_ladder_the_note_names_those_that_have_none_and_says_why() {
    let page = report("type: choice, choices: [{id: \"no\", value: 0, label: N}, {id: \"yes\", value: 1, label: Y}]");
    assert!(page.contains("Overall and Share have no step: there is one only where all questions"), "{page}");
    assert!(!page.contains("is left out"), "{page}");
}
