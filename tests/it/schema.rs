//! `peil schema` describes the files that the readers take, those and no others, as far as a schema can.

mod validator;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::{Code, Diagnostics};
use peil::language::{Language, schema as words, start};
use peil::questionnaire::shape::QUESTIONNAIRE;
use peil::responses::shape::ANSWERS;
use peil::schema::{Described, json_schema};
use peil::yaml::Node;
use peil::yaml::shape::{Kind, Shape};
use peil::{lint, questionnaire};
use serde_json::Value;

use crate::mutations::{mutants, places, tree};
use crate::peil::peil;
use validator::is_valid;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema(described: Described) -> Value {
    serde_json::from_str(&json_schema(described, Language::En)).expect("JSON")
}

#[test]
fn an_id_is_neuter_in_dutch_as_in_every_other_sentence() {
    for described in [Described::Questionnaire, Described::Answers] {
        let text = json_schema(described, Language::Nl);
        assert!(text.contains("et id van de ") && !text.contains("e id "), "{text}");
    }
}

/// The YAML and JSON files of a folder and those in it.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned());
            match extension.as_deref() {
                _ if path.is_dir() => folders.push(path),
                Some("yaml" | "json") => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// Which file a tree says it is.
fn described(tree: &Node) -> Described {
    match tree.field_text("peil") {
        Some("answers/1") => Described::Answers,
        _ => Described::Questionnaire,
    }
}

#[test]
fn the_schemas_in_the_repository_are_what_the_command_writes() {
    for (kind, described) in [("questionnaire", Described::Questionnaire), ("answers", Described::Answers)] {
        let path = root().join(format!("schemas/{kind}.schema.json"));
        let written = json_schema(described, Language::En);
        if std::env::var_os("PEIL_UPDATE").is_some() {
            fs::write(&path, &written).expect("written");
        }
        assert!(fs::read_to_string(&path).expect("a schema") == written, "{kind}: write it again with PEIL_UPDATE=1");
        peil(["schema", kind, "--lang", "en"]).stdout(&written).ends_with(0);
        let said = format!(
            "Written: ./{kind}.schema.json. Make this the first line of a file beside it: \
             # yaml-language-server: $schema={kind}.schema.json\n"
        );
        let run =
            peil(["schema", kind, "--lang", "en", "-o", &format!("./{kind}.schema.json")]).stderr(&said).ends_with(0);
        assert!(run.text(&format!("{kind}.schema.json")) == written);
    }
}

#[test]
fn every_file_that_the_readers_take_without_a_problem_is_as_the_schema_says() {
    let schemas = [schema(Described::Questionnaire), schema(Described::Answers)];
    let mut seen = [0, 0];
    let mut check = |name: &str, text: &str| {
        let tree = tree(text);
        let which = usize::from(described(&tree) == Described::Answers);
        assert!(is_valid(&tree, &schemas[which], &schemas[which]), "{name}");
        seen[which] += 1;
    };
    let folders = [
        "questionnaires",
        "tests/models",
        "tests/diagnostics/valid",
        "tests/answers/valid",
        "reports/input",
        "tests/mutations",
    ];
    for path in folders.iter().flat_map(|folder| files(folder)) {
        check(&path.to_string_lossy(), &fs::read_to_string(&path).expect("a file"));
    }
    for l in Language::ALL {
        for file in start::files(l) {
            check(file.name, &file.text);
        }
    }
    assert!(seen[0] >= 25 && seen[1] >= 20, "only {seen:?}");
}

/// Codes of findings that a schema makes as well.
const OF_SHAPE: [Code; 5] =
    [Code::MissingField, Code::UnknownField, Code::WrongType, Code::FieldNotForType, Code::UnknownFormat];

/// The codes of what the reader finds in a tree, or else the checks of what was read.
fn found(tree: &Node) -> Vec<Code> {
    let mut out = Diagnostics::new();
    if let Some(questionnaire) = questionnaire::parse(tree, &mut out) {
        lint::run(&questionnaire, tree, &mut out);
    }
    out.sorted().iter().map(|one| one.code()).collect()
}

#[test]
fn what_the_schema_refuses_the_readers_report_and_what_they_report_of_a_shape_it_refuses() {
    let text = fs::read_to_string(root().join("tests/mutations/every-field.yaml")).expect("the file");
    let (whole, schema) = (tree(&text), schema(Described::Questionnaire));
    let (mut refused, mut taken, mut wrong) = (0, 0, Vec::new());
    let places = places(&whole, &QUESTIONNAIRE);
    let translated: BTreeSet<&str> = places
        .iter()
        .filter(|place| matches!(place.kind, Kind::Translated))
        .map(|place| place.label.as_str())
        .collect();
    let mut tried = BTreeSet::new();
    for mutant in mutants(&whole, &places) {
        let (place, how) = mutant.group.split_once(' ').unwrap_or((&mutant.group, ""));
        // What one place says of another no schema sees, such as whether the list of languages lets a bare text do.
        let bare = translated.contains(place) && matches!(how, "text" | "number" | "truth");
        if bare
            || matches!(mutant.operator, "swapped" | "dangling")
            || !tried.insert((mutant.operator, mutant.group.clone()))
        {
            continue;
        }
        let tree = mutant.applied(&whole);
        let valid = is_valid(&tree, &schema, &schema);
        let codes = found(&tree);
        let of_shape = codes.iter().any(|code| OF_SHAPE.contains(code));
        if !valid && codes.is_empty() {
            wrong.push(format!("only the schema refuses {} {}", mutant.operator, mutant.group));
        } else if valid && of_shape {
            wrong.push(format!("only the readers refuse {} {}: {codes:?}", mutant.operator, mutant.group));
        }
        *if valid { &mut taken } else { &mut refused } += 1;
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), refused + taken, wrong.join("\n"));
    assert!(refused > 500 && taken > 50, "{refused} refused, {taken} taken");
}

#[test]
fn every_map_and_every_field_is_described_in_one_sentence_in_every_language() {
    let (mut seen, mut next, mut fields) = (vec![&QUESTIONNAIRE, &ANSWERS], 0, 0);
    while let Some(&shape) = seen.get(next) {
        for l in Language::ALL {
            assert!(!words::title(l, shape.name).is_empty(), "{shape:?} in {l}");
            if shape.rest.is_some() {
                assert!(is_sentence(words::about(l, shape.name)), "what is in {shape:?}, in {l}");
            }
            for field in shape.all() {
                let words = words::field(l, shape.name, field.name);
                assert!(is_sentence(words), "{} of {shape:?} in {l}: {words}", field.name);
                fields += 1;
            }
        }
        let kinds = shape.all().map(|field| field.kind).chain(shape.rest.map(|rest| rest.value));
        for shape in kinds.flat_map(inside).collect::<Vec<_>>() {
            if !seen.iter().any(|known| known.name == shape.name) {
                seen.push(shape);
            }
        }
        next += 1;
    }
    assert!(next > 30 && fields > 200, "{next} maps with {fields} fields");
    assert_ne!(json_schema(Described::Answers, Language::Nl), json_schema(Described::Answers, Language::En));
}

fn inside(kind: Kind) -> Vec<&'static Shape> {
    match kind {
        Kind::Map(shape) => vec![shape],
        Kind::List(list) => inside(list.of),
        Kind::Either(kinds) => kinds.iter().flat_map(|kind| inside(*kind)).collect(),
        _ => Vec::new(),
    }
}

fn is_sentence(words: &str) -> bool {
    words.ends_with('.') && words.starts_with(char::is_uppercase) && !words[..words.len() - 1].contains(". ")
}

#[test]
fn a_kind_of_file_that_there_is_not_is_named_with_those_there_are() {
    peil(["schema", "table", "--lang", "en"])
        .stderr("error: `table` is not possible for `<KIND>`\nhelp: choose questionnaire or answers\n")
        .ends_with(2);
}
