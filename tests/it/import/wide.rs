//! Exports of a size that people meet: more columns than an old sheet holds, three hundred rows of sixty columns.

use std::fmt::Write;

use super::numbered;
use crate::peil::peil;

/// A questionnaire of so many questions on one scale.
fn questionnaire(questions: usize) -> String {
    let mut text = String::from(
        "peil: questionnaire/1\nid: breed\nversion: 1.0.0\nlanguages: [nl]\ntitle: Breed\nscale: {max: 4}\n\
         axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\n\
         choices: {ladder: [{id: nooit, value: 0, label: Nooit}, {id: altijd, value: 4, label: Altijd}]}\nquestions:\n",
    );
    for number in 1..=questions {
        let _ = writeln!(
            text,
            "  - {{id: v{number}, at: {{a: d}}, ask: Vraag nummer {number}?, type: choice, choices: ladder}}"
        );
    }
    text
}

#[test]
fn columns_that_go_on_in_a_second_sheet_are_joined_by_row() {
    // The facts stand above the names of the first sheet, and not above those of the second.
    let title = |number: usize| format!("Vraag nummer {number}?");
    let first: Vec<String> = (1..=254).map(title).collect();
    let second: Vec<String> =
        (255..=300).map(title).chain(["Contribution Id".to_owned(), "User Name".to_owned()]).collect();
    let cells = |answer: &str, count: usize| vec![answer.to_owned(); count];
    let row = |answer: &str, id: &str| [cells(answer, 46), vec![id.to_owned(), "jan".to_owned()]].concat();
    let lines = |rows: &[Vec<String>]| rows.iter().map(|row| row.join("\t") + "\n").collect::<String>();
    let facts = vec!["Alias".to_owned(), "breed".to_owned()];
    let text = format!(
        "== Content\n{}== Content1\n{}",
        lines(&[facts, first, cells("Nooit", 254), cells("Altijd", 254)]),
        lines(&[second, row("Altijd", "c-1"), row("Nooit", "c-2")]),
    );
    let written = peil(["import", "e.xlsx", "-q", "breed.yaml", "--council", "1", "-o", "uit.csv"])
        .bytes("e.xlsx", &super::workbook(&text))
        .file("breed.yaml", &questionnaire(300))
        .stderr_holds("e.xlsx: EUSurvey, sheets ‘Content’ and ‘Content1’, column names in row 2\n")
        .stderr_holds("Columns     300 of 302 belong to a question (300 by text), 2 of the program\n")
        .stderr_holds("Answers     600 given\n")
        .ends_with(0);
    let table = numbered(&written.text("uit.csv"));
    let mut rows = table.lines();
    let header: Vec<&str> = rows.next().expect("a header").split(',').collect();
    let place = |id: &str| header.iter().position(|name| *name == id).expect("a column");
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(',').collect()).collect();
    let cell = |row: usize, id: &str| rows[row][place(id)];
    assert_eq!(
        [cell(0, "v1"), cell(0, "v254"), cell(0, "v255"), cell(0, "v300")],
        ["nooit", "nooit", "altijd", "altijd"]
    );
    assert_eq!(
        [cell(1, "v1"), cell(1, "v254"), cell(1, "v255"), cell(1, "v300")],
        ["altijd", "altijd", "nooit", "nooit"]
    );
}

#[test]
fn the_account_of_sixty_columns_and_three_hundred_rows_is_a_page() {
    let mut export = String::from("\"id\",\"submitdate\",\"lastpage\",\"startlanguage\"");
    for number in 1..=60 {
        // Twenty columns that nobody knows.
        let _ =
            write!(export, ",\"{}\"", if number <= 40 { format!("v{number}") } else { format!("onbekend{number}") });
    }
    export.push('\n');
    for row in 1..=300 {
        let _ = write!(export, "\"{row}\",\"2026-03-01\",\"1\",\"nl\"");
        for number in 1..=60 {
            // In five columns everybody writes something else.
            let cell = if number <= 5 { format!("iets van rij {row}") } else { "altijd".to_owned() };
            let _ = write!(export, ",\"{cell}\"");
        }
        export.push('\n');
    }
    let mut run = peil(["import", "e.csv", "-q", "breed.yaml", "--council", "1", "--dry-run"])
        .file("e.csv", &export)
        .file("breed.yaml", &questionnaire(60));
    let output = run.run();
    assert_eq!(output.code, 1, "{output}");
    assert!(output.stdout.lines().count() <= 45, "{output}");
    assert!(output.stdout.contains("v1: … and 296 other texts\n"), "{output}");
    assert!(output.stdout.contains("    … and 8 more\n"), "{output}");
    assert!(output.stdout.contains("Questions without a column: v41, v42, "), "{output}");
}
