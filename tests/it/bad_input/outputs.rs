//! Places that cannot be written to.

use std::fs;

use crate::peil::{KORT, Peil, TWO_COUNCILS, peil};

pub(super) fn score_to(output: &str) -> Peil {
    peil(["score", "twee.csv", "-q", "kort.yaml", "-o", output]).with_two_councils()
}

#[test]
fn a_folder_is_no_output() {
    score_to("map")
        .folder("map")
        .in_dutch()
        .stderr(
            "
            fout: `map` is niet te schrijven: dat is een map
            tip: kies een andere plaats; wat er al stond, is niet veranderd
            ",
        )
        .ends_with(2);
}

#[test]
fn the_folder_of_an_output_must_be_there() {
    score_to("map/scores.csv")
        .in_dutch()
        .stderr(
            "
            fout: `map/scores.csv` is niet te schrijven: de map bestaat niet
            tip: kies een andere plaats; wat er al stond, is niet veranderd
            ",
        )
        .ends_with(2);
    score_to("twee.csv/scores.csv")
        .stderr_holds("error: `twee.csv/scores.csv` cannot be written: part of the path is a file, not a folder\n")
        .ends_with(2);
}

#[test]
fn no_command_writes_over_what_it_reads() {
    for words in [
        &["score", "twee.csv", "-q", "kort.yaml"][..],
        &["check", "twee.csv", "-q", "kort.yaml"],
        &["check", ".", "-q", "kort.yaml"],
        &["compare", "twee.csv", "-q", "kort.yaml", "--format", "html"],
        &["compare", ".", "-q", "kort.yaml", "--anonymise", "--format", "markdown"],
        &["report", "twee.csv", "-q", "kort.yaml", "--council", "41048", "--format", "markdown"],
        &["sql", "kort.yaml", "--dialect", "duckdb"],
        &["import", "twee.csv", "-q", "kort.yaml", "--suggest", "--overwrite"],
        &["import", "twee.csv", "-q", "kort.yaml", "--overwrite"],
    ] {
        for output in ["twee.csv", "./kort.yaml"] {
            let read = |text: &str| words.contains(&text.trim_start_matches("./")) || words.contains(&".");
            // What is no table is written as files of answers into a folder.
            if !read(output) || (words[0] == "import" && !words.contains(&"--suggest") && output.ends_with("yaml")) {
                continue;
            }
            let run = peil(words.iter().copied().chain(["-o", output])).with_two_councils();
            let said = format!("error: `{output}` is one of the files that peil is to read\n");
            let left = run.stderr_holds(&said).ends_with(2);
            assert_eq!((left.text("twee.csv"), left.text("kort.yaml")), (TWO_COUNCILS.to_owned(), KORT.to_owned()));
        }
    }
}

#[test]
fn an_extension_that_says_nothing_is_asked_about() {
    score_to("scores.xls")
        .in_dutch()
        .stderr(
            "
            fout: aan `scores.xls` is niet te zien welk formaat u wilt
            tip: gebruik .csv, .json, .jsonl of .parquet, of voeg --format toe
            ",
        )
        .ends_with(2);
    peil(["report", "twee.csv", "-q", "kort.yaml", "--council", "41048", "-o", "verslag.pdf"])
        .with_two_councils()
        .stderr_holds("help: use .html, .md or .txt, or add --format\n")
        .ends_with(2);
}

#[test]
fn a_report_of_each_council_needs_a_folder() {
    peil(["report", "twee.csv", "-q", "kort.yaml", "--all"])
        .with_two_councils()
        .in_dutch()
        .stderr(
            "
            fout: --all schrijft een verslag per bestuur en heeft een map nodig
            tip: voeg toe: -o verslagen
            ",
        )
        .ends_with(2);
}

#[test]
fn a_file_where_a_folder_should_come_is_left_alone() {
    let arguments = ["report", "twee.csv", "-q", "kort.yaml", "--council", "41048", "--charts", "twee.csv"];
    let written = peil(arguments)
        .with_two_councils()
        .in_dutch()
        .stderr(
            "
            fout: `twee.csv` is niet te schrijven: daar staat al een bestand
            tip: kies een andere plaats; wat er al stond, is niet veranderd
            ",
        )
        .ends_with(2);
    assert_eq!(written.text("twee.csv"), TWO_COUNCILS);
}

#[test]
fn a_demo_does_not_write_between_other_files() {
    let written = peil(["demo", "map"])
        .file("map/brief.txt", "van mij")
        .in_dutch()
        .stderr(
            "
            fout: in `map` staan al andere bestanden
            tip: kies een nieuwe map: peil demo mijn-demo
            ",
        )
        .ends_with(2);
    assert_eq!(written.files(), ["map/brief.txt"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named_and_the_old_file_stays() {
    use std::os::unix::fs::PermissionsExt;
    let mut run = score_to("dicht/scores.csv").file("dicht/scores.csv", "old");
    let folder = run.path().join("dicht");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("closed");
    // A superuser may write anywhere: then there is nothing to see.
    let closed = fs::write(folder.join("test"), "").is_err();
    let output = run.run();
    let old = fs::read_to_string(folder.join("scores.csv")).expect("read");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("opened");
    if closed {
        assert_eq!(output.code, 2, "{output}");
        assert!(output.stderr.contains("cannot be written: you have no permission\n"), "{output}");
        assert_eq!(old, "old");
    }
}
