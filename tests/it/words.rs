//! One word for one thing, whatever command a reader meets it in.

use std::fs;
use std::path::Path;

use crate::peil::peil;

/// What a command writes in Dutch, in one line with single blanks: help is wrapped wherever it has to be.
fn dutch(arguments: &[&str]) -> String {
    let output = peil(arguments).in_dutch().run();
    assert_eq!(output.code, 0, "{output}");
    output.stdout.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn the_quick_scan_is_called_quickscan_everywhere() {
    let questionnaire = dutch(&["schema", "questionnaire"]);
    let texts = [
        dutch(&["form", "--help"]),
        dutch(&["assess", "--help"]),
        dutch(&["explain", "cell-never-filled"]),
        dutch(&["schema", "answers"]),
        dutch(&["sql", "digitale-maturiteit", "--dialect", "duckdb"]),
        dutch(&["form", "digitale-maturiteit", "--quick", "-o", "-"]),
        questionnaire,
    ];
    for text in texts {
        assert!(text.contains("quickscan"), "{text}");
        for other in ["snelle scan", "korte versie", "korte vragenlijst"] {
            assert!(!text.contains(other), "{other}: {text}");
        }
    }
}

#[test]
fn a_place_where_axes_cross_is_called_a_vak_everywhere() {
    let texts = [
        dutch(&["score", "--help"]),
        dutch(&["schema", "questionnaire"]),
        dutch(&["explain", "cell-never-filled"]),
        dutch(&["explain", "empty-cell"]),
        dutch(&["explain", "misplaced-weight"]),
        dutch(&["explain", "incomplete-place"]),
    ];
    for text in texts {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        assert!(words.contains(&"vak") || words.contains(&"vakken"), "{text}");
        assert!(!words.contains(&"cel") && !words.contains(&"cellen"), "{text}");
    }
}

#[test]
fn the_help_of_a_wave_says_that_pages_call_it_a_round() {
    for command in ["score", "compare", "report", "assess", "form", "import", "forget"] {
        let help = peil([command, "--help", "--lang", "en"]).run().stdout;
        assert!(help.to_lowercase().contains("wave (round)"), "{command}: {help}");
    }
}

/// The names in braces of a sentence in the source.
fn named(sentence: &str) -> Vec<String> {
    let bare = sentence.replace("{{", "").replace("}}", "");
    bare.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

#[test]
fn what_the_label_of_a_finding_names_its_message_or_its_help_names_too() {
    // A label is read by who sees the place only; what kind of thing stands there (`word`) the place itself shows.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/findings");
    let (mut findings, mut hidden) = (0, Vec::new());
    for entry in fs::read_dir(folder).expect("the findings") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a text");
        for line in text.lines().map(str::trim).filter(|line| line.starts_with("nl \"") || line.starts_with("en \"")) {
            let parts: Vec<&str> = line.split("\" / \"").collect();
            let [message, label, help] = parts[..] else { panic!("{line}") };
            findings += 1;
            let said = [named(message), named(help)].concat();
            let missing = named(label).into_iter().filter(|name| name != "word" && !said.contains(name));
            hidden.extend(missing.map(|name| format!("`{name}` in {line}")));
        }
    }
    assert!(findings > 300, "{findings} wordings");
    assert!(hidden.is_empty(), "{}", hidden.join("\n"));
}
