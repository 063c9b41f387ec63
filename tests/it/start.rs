//! `peil new`: what it writes passes the check, reads the same in both languages, and nothing is written over.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::language::{Language, start};
use peil::questionnaire;

use crate::mutations::tree;
use crate::peil::{PROGRAM, Peil, peil};

/// Every file under a folder, by its path from there.
fn all(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(&inner).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
    found
}

#[test]
fn what_is_written_passes_every_command_that_is_suggested_without_a_word() {
    for (l, tag, folder, form) in [
        (Language::Nl, "nl", "mijn-vragenlijst", "formulier.html"),
        (Language::En, "en", "my-questionnaire", "form.html"),
    ] {
        let mut run = peil(["new", "--lang", tag]);
        let output = run.run();
        assert_eq!(output.code, 0, "{output}");
        let suggested: Vec<&str> =
            output.stderr.lines().filter_map(|line| line.trim().strip_prefix("peil ")?.split("  ").next()).collect();
        let folder = run.path().join(folder);
        let (whole, answers) = (folder.join(start::questionnaire(l)), folder.join(start::answers(l)));
        let (whole, answers) = (whole.to_string_lossy(), answers.to_string_lossy());
        let shown = |path: &str| Path::new(path).strip_prefix(run.path()).expect("inside").display().to_string();
        let expected = [
            format!("check {}", shown(&folder.to_string_lossy())),
            format!("score {} -q {}", shown(&answers), shown(&whole)),
            format!("form {} -o {form}", shown(&whole)),
        ];
        assert_eq!(suggested, expected);
        let verdict = l.pick("In orde: 4 bestanden gecontroleerd.\n", "All good: 4 files checked.\n");
        peil(["check", &folder.to_string_lossy(), "--lang", tag]).stdout(verdict).ends_with(0);
        // Three people answered, and between them there is a score.
        let scores = peil(["score", &answers, "-q", &whole, "--format", "csv", "--lang", tag]).run();
        let row: Vec<&str> = scores.stdout.lines().nth(1).expect("a row").split(',').collect();
        assert_eq!((scores.code, row[0], row[1]), (0, "00001", "Voorbeeldgemeente"), "{scores}");
        let form = peil(["form", &whole, "-o", form, "--lang", tag]).run();
        assert_eq!(form.code, 0, "{form}");
    }
}

#[test]
fn every_file_names_a_schema_that_lies_where_it_says() {
    for tag in ["nl", "en"] {
        let mut run = peil(["new", "hier", "--lang", tag]);
        assert_eq!(run.run().code, 0);
        let folder = run.path().join("hier");
        let files = all(&folder);
        assert_eq!(files.len(), 6);
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".yaml")) {
            let line = text.lines().next().expect("a line");
            let schema =
                line.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{name}: {line}"));
            let place = folder.join(name).parent().expect("a folder").join(schema);
            let kind = if name.contains('/') { "answers" } else { "questionnaire" };
            let written = fs::read_to_string(&place).unwrap_or_else(|_| panic!("{name}: no {schema}"));
            assert!(schema.ends_with(&format!("{kind}.schema.json")), "{name}: {schema}");
            let output = peil(["schema", kind, "--lang", tag]).run();
            assert_eq!(written, output.stdout, "{name}");
        }
    }
}

#[test]
fn the_questionnaire_is_the_same_in_every_language_but_for_comments_and_the_names_of_tests() {
    let read = |l: Language| {
        let text = start::files(l).swap_remove(0).text;
        let questionnaire = questionnaire::parse(&tree(&text), &mut Diagnostics::new()).expect("a questionnaire");
        let comments: Vec<String> =
            text.lines().filter(|line| line.trim().starts_with("# ")).map(str::to_owned).collect();
        (questionnaire.hash, format!("{:?}", questionnaire.title), comments)
    };
    let ((nl, nl_title, dutch), (en, en_title, english)) = (read(Language::Nl), read(Language::En));
    assert_eq!((nl, nl_title), (en, en_title));
    assert!(dutch.len() >= 20 && dutch.iter().any(|line| line.contains("Elke score ligt tussen")), "{dutch:?}");
    assert!(english.iter().any(|line| line.contains("Every score lies between")), "{english:?}");
    assert!(!dutch.iter().chain(&english).any(|line| line.contains("#nl") || line.contains("#en")));
}

#[test]
fn nothing_is_written_where_one_of_the_files_is_already_there() {
    let kept = peil(["new", "map", "--lang", "en"])
        .file("map/answers/r-2.yaml", "mine\n")
        .stderr(
            "error: `map/answers/r-2.yaml` is already there, and is not written over\n\
             help: choose a new folder: peil new my-questionnaire-2\n",
        )
        .ends_with(2);
    assert_eq!(
        (kept.files(), kept.text("map/answers/r-2.yaml").as_str()),
        (vec!["map/answers/r-2.yaml".to_owned()], "mine\n")
    );
}

#[test]
fn a_folder_with_other_files_gets_these_beside_them() {
    let mut run = peil(["new", ".", "--lang", "nl"]).file("notities.txt", "van mij\n");
    assert_eq!(run.run().code, 0);
    let files = all(run.path());
    assert_eq!((files.len(), files["notities.txt"].as_str()), (7, "van mij\n"));
}

/// The command that `peil new` suggests for a folder, before what it is said to do.
fn suggested(run: &mut Peil, what: &str) -> String {
    let said = run.run().stderr;
    let line = said.lines().find_map(|line| line.split_once(what)).expect("a suggestion");
    line.0.trim().to_owned()
}

#[test]
fn suggested_commands_are_typed_so_that_a_shell_takes_every_name_for_what_it_is() {
    let score = |folder: &str| suggested(&mut peil(["new", "--lang", "en", "--", folder]), "works out the scores");
    assert_eq!(score("map"), "peil score map/answers -q map/questionnaire.yaml");
    assert_eq!(score("it's"), "peil score \"it's/answers\" -q \"it's/questionnaire.yaml\"");
    assert_eq!(score("R&D(1)"), "peil score \"R&D(1)/answers\" -q \"R&D(1)/questionnaire.yaml\"");
    assert_eq!(score("x$HOME"), "peil score 'x$HOME/answers' -q 'x$HOME/questionnaire.yaml'");
    assert_eq!(score("a'$b"), r"peil score 'a'\''$b/answers' -q 'a'\''$b/questionnaire.yaml'");
    // Without the dot it would be a flag.
    assert_eq!(score("-q"), "peil score ./-q/answers -q ./-q/questionnaire.yaml");
}

#[test]
#[cfg(unix)]
fn a_shell_runs_the_commands_that_are_suggested() {
    for folder in ["it's", "x$HOME;a*", "-q", "a \"b\" `c`!", "R&D(1)"] {
        let mut run = peil(["new", "--lang", "en", "--", folder]);
        let check = suggested(&mut run, "finds what is wrong");
        let line = check.replacen("peil", PROGRAM, 1);
        let ended =
            std::process::Command::new("sh").args(["-c", &line]).current_dir(run.path()).output().expect("a shell");
        assert!(ended.status.success(), "{line}: {}", String::from_utf8_lossy(&ended.stderr));
    }
}
