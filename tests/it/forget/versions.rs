//! Of two versions of a questionnaire at hand, an output is made again with the one that it was made with.

use std::fs;

use super::{in_folder, sheet};
use crate::peil::KORT;

#[test]
fn what_is_made_again_is_made_with_the_version_that_it_names_and_else_with_the_latest() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    let second = |text: &str| text.replacen("version: 1.0.0", "version: 2.0.0", 1);
    fs::create_dir(place.join("in")).expect("a folder");
    fs::write(place.join("q-2025.yaml"), KORT).expect("written");
    fs::write(place.join("q-2026.yaml"), second(KORT)).expect("written");
    for respondent in ["r-1", "r-2"] {
        fs::write(place.join(format!("in/{respondent}.yaml")), second(&sheet("A", respondent))).expect("written");
    }
    let commands = [
        "peil report in -q q-2026.yaml --council A --wave 2026 -o r.html",
        "peil score in -q q-2026.yaml -o s.csv",
        "peil score in -q q-2026.yaml -o s.json",
    ];
    for command in commands {
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        assert_eq!(in_folder(place, &words).1, 0, "{command}");
    }
    let again = |text: &str| commands.iter().all(|command| text.contains(&format!("  {command}\n")));
    let (text, _) = in_folder(place, &["forget", "r-1", "in", "--yes"]);
    assert!(again(&text), "{text}");
    for command in commands {
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        assert_eq!(in_folder(place, &words).1, 0, "the command does what it says: {command}");
    }
}

#[test]
fn an_output_of_an_earlier_version_is_not_made_again_with_a_later_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    fs::create_dir(place.join("in")).expect("a folder");
    fs::write(place.join("z.yaml"), KORT).expect("written");
    for respondent in ["r-1", "r-2"] {
        fs::write(place.join(format!("in/{respondent}.yaml")), sheet("A", respondent)).expect("written");
    }
    assert_eq!(in_folder(place, &["score", "in", "-q", "z.yaml", "-o", "s.json"]).1, 0);
    // The same version with another content, and a later version.
    fs::write(place.join("a.yaml"), KORT.replacen("max: 4", "max: 8", 1)).expect("written");
    fs::write(place.join("b.yaml"), KORT.replacen("version: 1.0.0", "version: 2.0.0", 1)).expect("written");
    let (text, _) = in_folder(place, &["forget", "r-1", "in", "--dry-run"]);
    assert!(text.contains("  peil score in -q z.yaml -o s.json\n"), "{text}");
}
