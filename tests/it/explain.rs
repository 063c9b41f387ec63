//! The pages of `peil explain`: complete, readable, and true: every example has the problem of its page and no other,
//! and what stands there instead has none.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use peil::diagnostics::Code;
use peil::language::Language;
use peil::language::explain::Page;

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = include_str!("../explain/questionnaire.yaml");
const ANSWERS: &str = include_str!("../explain/answers.yaml");

/// What is left of 80 columns beside the longest code, `condition-without-effect`.
const WIDEST_SUMMARY: usize = 54;

/// The fields of the first level of a file, each with its lines.
fn fields(text: &str) -> Vec<(&str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(':') {
            Some((name, _)) if line.starts_with(|c: char| c.is_alphanumeric()) => fields.push((name, String::new())),
            _ => {}
        }
        let (_, lines) = fields.last_mut().unwrap_or_else(|| panic!("`{line}` stands under no field"));
        lines.push_str(line);
        lines.push('\n');
    }
    fields
}

/// A base with the fields of an example in the place of its own; those that it does not have come at the end.
fn laid_over(base: &str, example: &str) -> String {
    let mut all = fields(base);
    for (name, lines) in fields(example) {
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = lines,
            None => all.push((name, lines)),
        }
    }
    // Where the questions of the base are gone, its shared list would be one that nobody uses.
    let is_used = |list: &str| all.iter().any(|(_, lines)| lines.contains(list));
    if !example.lines().any(|line| line.starts_with("choices:")) && !is_used("choices: hoe-vaak") {
        all.retain(|(name, _)| *name != "choices");
    }
    all.into_iter().map(|(_, lines)| lines).collect()
}

/// The base questionnaire with the questions of an example behind its own.
fn with_questions(example: &str) -> String {
    let mut all = fields(QUESTIONNAIRE);
    let more = fields(example);
    let [("questions", lines)] = more.as_slice() else { panic!("more than questions: {example}") };
    let (_, questions) = all.iter_mut().find(|(name, _)| *name == "questions").expect("questions");
    questions.push_str(lines.strip_prefix("questions:\n").expect("a list"));
    all.into_iter().map(|(_, lines)| lines).collect()
}

/// A text in which `\xE8` is that byte.
fn unescaped(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two hexadecimal digits"));
        bytes.extend_from_slice(rest.as_bytes());
    }
    bytes
}

/// The codes that `peil check` finds in an example, and what it says.
fn codes(page: &Page, example: &str) -> (BTreeSet<String>, String) {
    if page.reading == "councils" {
        return in_register(example);
    }
    let mut flags = page.reading.split(' ');
    let (name, bytes) = match flags.next().unwrap_or_default() {
        "questionnaire" => ("example.yaml", laid_over(QUESTIONNAIRE, example).into_bytes()),
        "questions" => ("example.yaml", with_questions(example).into_bytes()),
        "answers" => ("example.yaml", laid_over(ANSWERS, example).into_bytes()),
        "table" => ("example.csv", example.as_bytes().to_vec()),
        "lines" => ("example.jsonl", example.as_bytes().to_vec()),
        "file" => ("example.yaml", unescaped(example)),
        "folder" | "files" => ("example", Vec::new()),
        other => panic!("{}: nobody reads `{other}`", page.code),
    };
    let always = ["check", name, "-q", "balie.yaml", "--format", "json"];
    let mut run = peil(always.into_iter().chain(flags)).file("balie.yaml", QUESTIONNAIRE);
    run = match page.reading {
        "folder" => with_folder(run, name, example),
        "files" => with_files(run, name, example),
        _ => run.bytes(name, &bytes),
    };
    let output = run.run();
    let json: serde_json::Value = serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output}"));
    let list = json["diagnostics"].as_array().expect("a list");
    (list.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect(), output.stdout)
}

/// A folder of answers files, each under a comment with its name.
fn with_files(run: Peil, folder: &str, list: &str) -> Peil {
    let files = list.split("# ").skip(1).filter_map(|file| file.split_once('\n'));
    files.fold(run, |run, (name, text)| run.file(&format!("{folder}/{name}"), &laid_over(ANSWERS, text)))
}

/// A folder of tables and links as an example lists them.
fn with_folder(mut run: Peil, folder: &str, list: &str) -> Peil {
    for (council, line) in list.lines().enumerate() {
        let (name, target) = line.split_once(" -> ").unwrap_or((line, ""));
        let path = format!("{folder}/{name}");
        if target.is_empty() {
            run = run.file(&path, &format!("council,afspraak\n{council},soms\n"));
        } else {
            run = run.folder(folder);
            link(target, &run.path().join(path));
        }
    }
    run
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).expect("a link");
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) {}

/// The codes that a register of councils has beside answers of one.
fn in_register(example: &str) -> (BTreeSet<String>, String) {
    let questionnaire = crate::councils::questionnaire(QUESTIONNAIRE);
    let answers = "council,wave,size,afspraak\n41048,2026,small,soms\n";
    let (_, _, out) = crate::councils::beside(&questionnaire, answers, example.as_bytes());
    let found = out.sorted();
    (found.iter().map(|one| one.code().id().to_owned()).collect(), format!("{found:?}"))
}

#[test]
fn every_example_has_the_problem_of_its_page_and_no_other_and_what_stands_instead_has_none() {
    let mut wrong = String::new();
    // Not everybody may make links elsewhere.
    for code in Code::ALL.iter().filter(|code| cfg!(unix) || **code != Code::UnreadableFile) {
        let page = code.page();
        let (found, said) = codes(&page, page.example);
        if found != BTreeSet::from([code.id().to_owned()]) {
            wrong.push_str(&format!("{}: the example has {found:?}\n{said}\n", code.id()));
        }
        let (found, said) = codes(&page, page.instead);
        if !found.is_empty() {
            wrong.push_str(&format!("{}: what stands instead has {found:?}\n{said}\n", code.id()));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_page_is_complete_in_every_language_and_its_summary_fits_the_list() {
    for code in Code::ALL {
        let page = code.page();
        assert_eq!(page.code, code.id(), "the title of the page");
        assert_ne!(page.example, page.instead, "{}", code.id());
        for l in Language::ALL {
            let texts = page.texts(l);
            for paragraph in [texts.finds, texts.matters] {
                assert!(
                    paragraph.ends_with(['.', '?']) && !paragraph.contains("\n\n"),
                    "{} in {l}: {paragraph}",
                    code.id()
                );
            }
            let summary = texts.summary;
            assert!(!summary.is_empty() && !summary.ends_with('.'), "{} in {l}", code.id());
            assert!(
                summary.chars().count() <= WIDEST_SUMMARY,
                "{} in {l}: {} characters",
                code.id(),
                summary.chars().count()
            );
            assert!(!summary.starts_with(char::is_uppercase), "{} in {l}: {summary}", code.id());
        }
        for line in page.example.lines().chain(page.instead.lines()) {
            assert!(line.chars().count() <= 78, "{}: {line}", code.id());
        }
    }
}

#[test]
fn every_page_belongs_to_a_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/explain");
    for entry in fs::read_dir(folder).expect("the pages") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(name == "mod" || Code::named(&name).is_some(), "{name} is no code");
    }
}

#[test]
fn without_a_code_all_are_listed_one_a_line_within_eighty_columns() {
    for language in ["nl", "en"] {
        let output = peil(["explain", "--lang", language]).run();
        assert_eq!(output.code, 0, "{output}");
        let lines: Vec<&str> = output.stdout.lines().collect();
        assert_eq!(lines.len(), Code::ALL.len());
        for (line, code) in lines.iter().zip(Code::ALL) {
            assert!(line.starts_with(&format!("{} ", code.id())), "{line}");
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
    peil(["explain", "--quiet"]).stdout_holds("duplicate-id              the same id used twice\n").ends_with(0);
}

#[test]
fn a_page_says_what_it_finds_why_it_matters_and_shows_both_ways() {
    peil(["explain", "duplicate-column"])
        .in_dutch()
        .stdout(
            "
            duplicate-column: een kolom die er twee keer staat

            Wat dit vindt
              Twee kolommen hebben dezelfde naam.

            Waarom het ertoe doet
              Het is niet te zeggen welke van de twee de antwoorden bevat. Bij het
              samenvoegen van tabellen blijft dit vaak staan.

            Voorbeeld
              council,afspraak,afspraak
              41048,soms,altijd

            Beter zo
              council,afspraak
              41048,altijd
            ",
        )
        .ends_with(0);
    peil(["explain", "duplicate-column"]).stdout_holds("\nWhy it matters\n").stdout_holds("\nInstead\n").ends_with(0);
}

#[test]
fn a_code_that_does_not_exist_is_refused_with_the_nearest_one() {
    peil(["explain", "dublicate-id"])
        .stderr("error: there is no code `dublicate-id`\nhelp: did you mean `duplicate-id`?\n")
        .ends_with(2);
    peil(["explain", "E501"])
        .in_dutch()
        .stderr("fout: er is geen code `E501`\ntip: `peil explain` toont alle codes\n")
        .ends_with(2);
}
