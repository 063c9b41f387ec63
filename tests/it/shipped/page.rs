//! `questionnaires/README.md` says how many questions there are and how long they take.

use peil::questionnaire::{Kind, Questionnaire};

use super::{all, asks, minutes};

/// The cells of the two rows about a questionnaire: the first in the table of uses, the second in that of times.
fn rows(page: &str, id: &str) -> (Vec<String>, Vec<String>) {
    let start = format!("| `{id}` |");
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let mut found = page.lines().filter(|line| line.starts_with(&start)).map(cells);
    let both = (found.next().expect("a use"), found.next().expect("times"));
    assert_eq!(found.next(), None);
    both
}

/// `31 (47)`: minutes and questions.
fn time(questionnaire: &Questionnaire, asked: impl Fn(&peil::questionnaire::Question) -> bool) -> String {
    let questions = questionnaire.questions.iter().filter(|question| asked(question)).count();
    format!("{} ({questions})", minutes(questionnaire, asked))
}

fn page() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/README.md");
    std::fs::read_to_string(path).expect("the page").replace("\r\n", "\n")
}

#[test]
fn the_page_gives_the_number_of_questions_of_each_questionnaire() {
    for questionnaire in all() {
        let (uses, _) = rows(&page(), &questionnaire.id);
        assert_eq!(uses[2], questionnaire.questions.len().to_string(), "{}", questionnaire.id);
    }
}

#[test]
fn the_page_gives_minutes_and_questions_of_each_role_and_of_the_quick_scan() {
    for questionnaire in all() {
        let (_, times) = rows(&page(), &questionnaire.id);
        let roles = 0..questionnaire.roles.len();
        let mut expected: Vec<String> = roles.map(|role| time(&questionnaire, |one| asks(one, role))).collect();
        expected.push(time(&questionnaire, |one| one.quick));
        assert_eq!(times[1..], expected, "{}", questionnaire.id);
    }
}

#[test]
fn the_page_counts_the_services_in_the_table_of_products() {
    let questionnaires = all();
    let rows = questionnaires.iter().flat_map(|one| &one.questions).filter_map(|question| match &question.kind {
        Kind::Grid { rows, .. } => Some(rows.len()),
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [10]);
    assert!(page().contains("a table of ten services"));
}
