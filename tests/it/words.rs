//! One word for one thing, whatever command a reader meets it in.

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
