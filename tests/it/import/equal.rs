//! The same answers by six ways give the same scores: a hand-written file, the file of a form, a workbook that was
//! filled in, a LimeSurvey export by codes and one by words, and the interview. For every instrument, and for a questionnaire with every
//! type of question.

use std::fmt::Write;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::forms::{self, Settled};
use peil::interview::{Input, Interview, Step};
use peil::questionnaire::{self, Kind, NotApplicable, Part, Questionnaire};
use peil::responses::{Codec, Voice, parse};
use peil::source::Sources;
use peil::{spreadsheet, yaml};

use crate::peil::peil;

/// An answer, apart from how any format writes it.
#[derive(Clone, Debug)]
enum Given {
    Option(usize),
    Boxes(Vec<usize>),
    Number(&'static str),
    Text(&'static str),
    DontKnow,
    NotApplicable,
}

/// One person: a role, and by column an answer or none. A pattern rather than a choice, so that every kind of answer
/// meets every type of question.
fn answers(q: &Questionnaire, person: usize) -> Vec<Option<Given>> {
    let one = |column: usize| {
        let question = q.question_of(column);
        let turn = column + person;
        let offers_not_applicable = question.not_applicable != NotApplicable::NotOffered;
        match turn % 11 {
            3 => return None,
            7 => return Some(Given::DontKnow),
            5 if offers_not_applicable => return Some(Given::NotApplicable),
            _ => {}
        }
        let count = question.kind.options().len();
        Some(match &question.kind {
            Kind::Number { .. } => Given::Number("7.5"),
            Kind::Text => Given::Text("Een regel; met \"leestekens\", én een komma"),
            Kind::Multiple { choices } => {
                let plain: Vec<usize> = (0..count).filter(|&index| !choices[index].exclusive).collect();
                Given::Boxes(vec![plain[turn % plain.len()]])
            }
            Kind::Grid { rows, .. } => {
                let Part::Row(row) = q.columns[column].part else { panic!("a grid without rows") };
                Given::Option((turn * 7 + 3) % rows[row].highest.map_or(count, |highest| highest + 1))
            }
            _ => Given::Option((turn * 7 + 3) % count),
        })
    };
    (0..q.columns.len()).map(one).collect()
}

/// Files by name.
type Files = Vec<(String, Vec<u8>)>;

const PEOPLE: usize = 3;

fn role(q: &Questionnaire, person: usize) -> &str {
    &q.roles[person % q.roles.len()].id
}

/// A person as peil's own file, which is JSON and so YAML too.
fn own_file(q: &Questionnaire, person: usize) -> String {
    let option = |column: usize, index: usize| q.question_of(column).kind.options()[index].0.clone();
    let mut lines = Vec::new();
    for (column, given) in answers(q, person).into_iter().enumerate() {
        let written = match given {
            None => continue,
            Some(Given::Option(index)) => format!("{:?}", option(column, index)),
            Some(Given::Boxes(boxes)) => format!("[{:?}]", option(column, boxes[0])),
            Some(Given::Number(text)) => text.to_owned(),
            Some(Given::Text(text)) => format!("{text:?}"),
            Some(Given::DontKnow) => "\"dont-know\"".to_owned(),
            Some(Given::NotApplicable) => "{\"not-applicable\": \"geen taak\"}".to_owned(),
        };
        lines.push(format!("    {:?}: {written}", q.columns[column].id));
    }
    format!(
        "{{\n  \"peil\": \"answers/1\",\n  \"questionnaire\": {{\"id\": {:?}, \"version\": {:?}, \"hash\": {:?}}},\n  \
         \"council\": {{\"id\": \"41048\", \"name\": \"Ninove\"}},\n  \"wave\": 2026,\n  \
         \"respondent\": {{\"id\": \"r-0000000{person}\", \"role\": {:?}}},\n  \"status\": \"final\",\n  \
         \"answers\": {{\n{}\n  }}\n}}\n",
        q.id,
        q.version,
        q.hash,
        role(q, person),
        lines.join(",\n")
    )
}

/// The label of an option as a person reads it.
fn label(q: &Questionnaire, column: usize, index: usize, tag: &str) -> String {
    match &q.question_of(column).kind {
        Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } => {
            choices[index].label.get(tag).to_owned()
        }
        Kind::YesNo => if index == 0 { "Ja" } else { "Nee" }.to_owned(),
        kind => kind.options()[index].0.clone(),
    }
}

/// A person as the workbook that peil wrote, with the cells filled in and all else as another program saves it.
fn filled_workbook(q: &Questionnaire, person: usize) -> Vec<u8> {
    let settled = Settled {
        council: Some("41048".to_owned()),
        name: Some("Ninove".to_owned()),
        wave: peil::responses::Wave::parse("2026"),
        voice: Voice::of(role(q, person), q),
        ..Settled::default()
    };
    let bytes = forms::workbook(q, &settled, "nl").expect("a workbook");
    let mut grids = spreadsheet::read(bytes).expect("its sheets");
    let given = answers(q, person);
    for grid in &mut grids {
        let Some(head) = grid.rows.iter().position(|row| row.iter().any(|cell| cell == "id")) else { continue };
        let place = |name: &str| grid.rows[head].iter().position(|cell| cell == name);
        let (Some(id), Some(answer)) = (place("id"), place("Antwoord")) else { continue };
        let reason = place("Waarom niet van toepassing?");
        for row in &mut grid.rows[head + 1..] {
            let name = row.get(id).cloned().unwrap_or_default();
            let (question, ticked) =
                name.split_once('|').map_or((name.as_str(), None), |(q, box_id)| (q, Some(box_id)));
            let Some(column) = q.column(question) else { continue };
            let text = match (&given[column], ticked) {
                (None, _) => continue,
                (Some(Given::Boxes(boxes)), Some(box_id)) => {
                    let is = boxes.iter().any(|&index| q.question_of(column).kind.options()[index].0 == box_id);
                    if is { "Ja".to_owned() } else { continue }
                }
                (Some(Given::Boxes(_)), None) | (Some(Given::DontKnow | Given::NotApplicable), Some(_)) => continue,
                (Some(Given::Option(index)), _) => label(q, column, *index, "nl"),
                (Some(Given::Number(text)), _) => text.replace('.', ","),
                (Some(Given::Text(text)), _) => (*text).to_owned(),
                (Some(Given::DontKnow), None) => "Weet ik niet".to_owned(),
                (Some(Given::NotApplicable), None) => "Niet van toepassing".to_owned(),
            };
            let width = row.len().max(answer + 1).max(reason.map_or(0, |reason| reason + 1));
            row.resize(width, String::new());
            row[answer] = text;
            if let (Some(Given::NotApplicable), Some(reason)) = (&given[column], reason) {
                row[reason] = "geen taak".to_owned();
            }
        }
    }
    super::saved(&grids)
}

/// Everyone as a LimeSurvey export: columns and answers by codes, or both by words.
fn limesurvey(q: &Questionnaire, by_words: bool) -> String {
    let mut rows = vec![
        vec!["id", "submitdate", "lastpage", "startlanguage", "role"]
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    ];
    for person in 0..PEOPLE {
        let fixed = [&(person + 1).to_string(), "2026-03-01 10:00:00", "9", "nl", role(q, person)];
        rows.push(fixed.into_iter().map(str::to_owned).collect());
    }
    for column in 0..q.columns.len() {
        let kind = &q.question_of(column).kind;
        let several = if let Kind::Multiple { choices } = kind { choices.as_slice() } else { &[] };
        for part in 0..several.len().max(1) {
            let choice = several.get(part);
            rows[0].push(heading(
                q,
                column,
                choice.map(|choice| (choice.id.as_str(), choice.label.get("nl"))),
                by_words,
            ));
            for person in 0..PEOPLE {
                let cell = match (&answers(q, person)[column], choice) {
                    (None, _) => String::new(),
                    (Some(Given::Boxes(boxes)), _) => (if boxes.contains(&part) { "Y" } else { "" }).to_owned(),
                    // A survey tool has no such answers to boxes; the column for the whole question has.
                    (Some(Given::DontKnow | Given::NotApplicable), Some(_)) => String::new(),
                    (Some(Given::Option(index)), _) if by_words => label(q, column, *index, "nl"),
                    (Some(Given::Option(index)), _) => kind.options()[*index].0.clone(),
                    (Some(Given::Number(text) | Given::Text(text)), _) => (*text).to_owned(),
                    (Some(Given::DontKnow), None) => (if by_words { "Weet ik niet" } else { "?" }).to_owned(),
                    (Some(Given::NotApplicable), None) => {
                        (if by_words { "Niet van toepassing" } else { "na" }).to_owned()
                    }
                };
                rows[person + 1].push(cell);
            }
        }
        if !several.is_empty() {
            rows[0].push(heading(q, column, None, by_words));
            for person in 0..PEOPLE {
                rows[person + 1].push(match answers(q, person)[column] {
                    Some(Given::DontKnow) => "?".to_owned(),
                    Some(Given::NotApplicable) => "na".to_owned(),
                    _ => String::new(),
                });
            }
        }
    }
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let _ = write!(text, "{}\r\n", cells.join(";"));
    }
    text + "\r\n"
}

/// The name of a column: by code without the hyphens that a survey tool does not allow, or by words.
fn heading(q: &Questionnaire, column: usize, choice: Option<(&str, &str)>, by_words: bool) -> String {
    let question = q.question_of(column);
    let code = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let (whole, part) = q.columns[column].id.split_once('.').unwrap_or((&q.columns[column].id, ""));
    let part = choice.map_or(part, |(id, _)| id);
    if !by_words {
        return if part.is_empty() { code(whole) } else { format!("{}[{}]", code(whole), code(part)) };
    }
    let ask = question.ask.get("nl");
    let words = match (q.columns[column].part, &question.kind, choice) {
        (_, _, Some((_, label))) => label.to_owned(),
        (Part::Row(row), Kind::Grid { rows, .. }, _) => rows[row].title.get("nl").to_owned(),
        (Part::Paper, ..) => "Op papier".to_owned(),
        (Part::Practice, ..) => "In de praktijk".to_owned(),
        _ => return format!("<p>{}</p>", ask.replace(' ', "&nbsp;")),
    };
    format!("{ask} [{words}]")
}

/// What `peil score` says of answers in a folder, in two formats.
fn scores(files: &[(String, Vec<u8>)], questionnaire: &str) -> [String; 2] {
    ["json", "csv"].map(|format| {
        let mut run = peil(["score", "antwoorden", "-q", "q.yaml", "--format", format]).file("q.yaml", questionnaire);
        for (name, bytes) in files {
            run = run.bytes(&format!("antwoorden/{name}"), bytes);
        }
        let output = run.run();
        assert!(output.code <= 1 && !output.stderr.contains("error"), "{output}");
        output.stdout
    })
}

/// The answers files that an import writes.
fn imported(files: &[(String, Vec<u8>)], questionnaire: &str) -> Files {
    let mut run = peil([
        "import",
        "uit",
        "-q",
        "q.yaml",
        "--council",
        "41048",
        "--name",
        "Ninove",
        "--wave",
        "2026",
        "-o",
        "antwoorden",
    ])
    .file("q.yaml", questionnaire);
    for (name, bytes) in files {
        run = run.bytes(&format!("uit/{name}"), bytes);
    }
    let output = run.run();
    assert!(output.code == 0, "{output}");
    let folder = run.path().join("antwoorden");
    let mut found: Files = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file")))
        .collect();
    found.sort();
    assert_eq!(found.len(), PEOPLE);
    found
}

/// What a person types in the interview to give these answers, in plain lines: the library says what is asked.
fn typed(q: &Questionnaire, person: usize) -> String {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let reference = format!("questionnaire: {{id: {}, version: {}}}", q.id, q.version);
    let head = format!(
        "peil: answers/1\n{reference}\ncouncil: {{id: \"41048\"}}\nrespondent: {{role: {}}}\nanswers: {{}}\n",
        role(q, person)
    );
    let file = sources.add("a.yaml", head);
    let sheet = parse(file, &sources, q, &Codec::new(q), &mut out).expect("a sheet");
    let mut interview = Interview::resume(q, sheet);
    let answers = answers(q, person);
    let mut lines = "n\n".to_owned();
    loop {
        let (line, input) = match interview.step() {
            Step::End(_) => return lines + "f\n",
            Step::Evidence(_) => (String::new(), Input::Skip),
            Step::Question(step) => match &answers[step.column] {
                None => (String::new(), Input::Skip),
                Some(Given::DontKnow) => ("?".to_owned(), Input::DontKnow),
                Some(Given::NotApplicable) => ("n elders geregeld".to_owned(), Input::NotApplicable("x".to_owned())),
                Some(Given::Text(text)) => ((*text).to_owned(), Input::Text((*text).to_owned())),
                Some(Given::Number(text)) => ((*text).to_owned(), Input::Number(text.parse().expect("a number"))),
                Some(Given::Option(index)) => ((index + 1).to_string(), Input::Choose(*index)),
                Some(Given::Boxes(boxes)) => {
                    let numbers: Vec<String> = boxes.iter().map(|index| (index + 1).to_string()).collect();
                    (numbers.join(" "), Input::Tick(boxes.clone()))
                }
            },
        };
        interview.accept(input).expect("an answer to this question");
        lines += &format!("{line}\n");
    }
}

/// The answers files that the interview writes.
fn interviewed(q: &Questionnaire, questionnaire: &str) -> Files {
    let people = 0..PEOPLE;
    people
        .map(|person| {
            let (role, seed) = (role(q, person), person.to_string());
            let known = ["assess", "q.yaml", "--council", "41048", "--name", "Ninove", "--wave", "2026", "--new"];
            let own = ["--plain", "--role", role, "--seed", &seed, "-o", "antwoorden"];
            let mut run = peil(known.iter().chain(&own)).file("q.yaml", questionnaire).input(&typed(q, person));
            let output = run.run();
            assert!(output.code == 0, "{output}");
            let mut files = std::fs::read_dir(run.path().join("antwoorden")).expect("a folder");
            let draft = files.next().expect("a draft").expect("an entry").path();
            (format!("{person}.yaml"), std::fs::read(draft).expect("a file"))
        })
        .collect()
}

pub(super) fn parsed(text: &str) -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("q.yaml", text);
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

fn by_every_way(path: &str) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a questionnaire");
    let q = parsed(&text);
    let people = 0..PEOPLE;
    let by_hand: Files =
        people.clone().map(|person| (format!("{person}.yaml"), own_file(&q, person).into_bytes())).collect();
    let expected = scores(&by_hand, &text);
    assert!(expected[1].contains(",0."), "nothing of these answers has a score of its own\n{}", expected[1]);
    let forms = people.clone().map(|person| (format!("{person}.json"), own_file(&q, person).into_bytes())).collect();
    let books = people.map(|person| (format!("{person}.xlsx"), filled_workbook(&q, person))).collect();
    let by_code = vec![("export.csv".to_owned(), limesurvey(&q, false).into_bytes())];
    let by_words = vec![("export.csv".to_owned(), limesurvey(&q, true).into_bytes())];
    let ways: [(&str, Files); 4] = [("form", forms), ("workbook", books), ("codes", by_code), ("words", by_words)];
    let asked = scores(&interviewed(&q, &text), &text);
    assert!(asked == expected, "{path}, the interview:\n{}\n{}", asked[0], expected[0]);
    for (way, files) in ways {
        let found = scores(&imported(&files, &text), &text);
        assert!(found == expected, "{path}, {way}:\n{}\n{}", found[0], expected[0]);
    }
}

#[test]
fn the_same_answers_to_the_maturity_questionnaire_give_the_same_scores_by_every_way() {
    by_every_way("questionnaires/digitale-maturiteit.yaml");
}

#[test]
fn the_same_answers_on_services_give_the_same_scores_by_every_way() {
    by_every_way("questionnaires/dienstverlening.yaml");
}

#[test]
fn the_same_answers_on_transformation_give_the_same_scores_by_every_way() {
    by_every_way("questionnaires/digitale-transformatie.yaml");
}

#[test]
fn the_same_answers_to_every_type_of_question_give_the_same_scores_by_every_way() {
    by_every_way("tests/diagnostics/valid/every-field-and-type.yaml");
}
