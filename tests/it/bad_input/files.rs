//! Files that are not there, or hold nothing to read.

use std::fs::File;

use super::{NINOVE, score};
use crate::peil::peil;

#[test]
fn a_file_that_is_not_there_is_named() {
    score("weg.yaml")
        .in_dutch()
        .stderr(
            "
            fout: `weg.yaml` bestaat niet
            tip: controleer de naam, en of u in de juiste map staat
            ",
        )
        .ends_with(2);
}

#[test]
fn a_folder_is_no_questionnaire() {
    peil(["score", "a.yaml", "-q", "map"])
        .file("a.yaml", NINOVE)
        .folder("map")
        .in_dutch()
        .stderr(
            "
            fout: `map` is een map, geen bestand
            tip: noem een bestand in die map
            ",
        )
        .ends_with(2);
}

#[test]
fn an_empty_file_has_its_name_and_an_advice() {
    for name in ["leeg.yaml", "leeg.csv", "leeg.json"] {
        score(name)
            .file(name, "")
            .stderr(&format!(
                "error[empty-file]: the file is empty
 --> {name}:1:1
  |
1 |
  | ^
  |
  = help: check that it was saved or downloaded in full

error: there is nothing to score: no respondent could be read
help: solve the problems shown above first
"
            ))
            .ends_with(1);
    }
}

#[test]
fn an_unreadable_file_is_not_blamed_on_the_questionnaire() {
    peil(["score", "leeg.yaml"])
        .file("leeg.yaml", "")
        .stderr_holds("error[empty-file]")
        .stderr_holds("help: solve the problems shown above first\n")
        .ends_with(1);
}

#[test]
fn standard_input_is_read_as_what_it_holds() {
    let scores = |input: &str| score("-").input(input).run();
    let sheet = scores(NINOVE);
    assert_eq!(sheet.code, 0, "{sheet}");
    assert_eq!(scores("council,name,role,keuze\n41048,Ninove,ict,soms\n"), sheet);
    score("-").stderr_holds("error[empty-file]: the file is empty\n --> -:1:1\n").ends_with(1);
}

#[test]
fn a_file_of_two_gigabytes_that_is_no_text_is_refused() {
    for (name, code, said) in
        [("groot.csv", 1, "error[invalid-encoding]: "), ("groot.yaml", 2, "error: `groot.yaml` is larger than ")]
    {
        let mut run = score(name);
        let file = File::create(run.path().join(name)).expect("a file");
        file.set_len(2 << 30).expect("a sparse file");
        let output = run.run();
        assert_eq!(output.code, code, "{output}");
        assert!(output.stderr.contains(said), "{output}");
    }
}
