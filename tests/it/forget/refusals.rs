//! What stops it, and that nothing is lost then.

use std::fs::{self, File};

use super::{forget, sheet, two_places};
use crate::peil::{Peil, peil};

/// Nothing of `two_places` has changed.
fn untouched(run: Peil, code: i32) {
    let written = run.ends_with(code);
    assert_eq!(written.text("in/r-1.yaml"), sheet("A", "r-1"));
    assert!(written.text("in/meer.csv").contains("\nA,2024,r-1,soms\n"));
}

#[test]
fn without_a_terminal_it_takes_a_flag() {
    let run = two_places(forget(&["in"])).stderr(
        "
        error: peil removes nothing without a confirmation, and cannot ask for it here
        help: see with --dry-run what would go, then add --yes
        ",
    );
    untouched(run, 2);
}

#[test]
fn the_same_number_with_two_councils_is_not_chosen_from() {
    let run = two_places(forget(&["in", "--yes"]))
        .file("in/b.yaml", &sheet("B", "r-1"))
        .stdout_holds("  in/b.yaml\n  in/meer.csv: 1 row\n  in/r-1.yaml\n")
        .stderr(
            "
            error: `r-1` occurs with 2 councils; nothing was removed
            help: choose one: --council A or --council B
            ",
        );
    untouched(run, 1);
    let narrowed = two_places(forget(&["in", "--yes", "--council", "B"])).file("in/b.yaml", &sheet("B", "r-1"));
    untouched(narrowed.stdout_holds("Removed, of respondent r-1:\n  in/b.yaml\n\n"), 0);
}

#[test]
fn someone_who_is_not_there_is_nothing_matched() {
    let run = two_places(peil(["forget", "r-9", "in", "--yes"])).stderr(
        "
        error: respondent `r-9` is not in `in`; nothing was removed
        help: the number is the name of the file of answers, or stands in the column respondent
        ",
    );
    untouched(run, 3);
    let elsewhere = two_places(forget(&["in", "--wave", "2025", "--yes"])).in_dutch().stderr(
        "
        fout: deelnemer `r-1` komt niet voor in `in`; er is niets verwijderd
        tip: wel bij: bestuur A, ronde 2024; bestuur A, ronde 2026
        ",
    );
    untouched(elsewhere, 3);
}

#[test]
fn a_name_of_a_council_leads_to_its_code() {
    let answers = "council,name,respondent,keuze\n41048,Ninove,r-1,soms\n41063,Denderleeuw,r-2,altijd\n41,,r-3,soms\n";
    let given = |council: &str| forget(&["in", "--yes", "--council", council]).file("in/a.csv", answers);
    let run = given("ninove").stderr(
        "
        error: council `ninove` is not in the answers
        help: Ninove has the code 41048: give --council 41048
        ",
    );
    assert_eq!(run.ends_with(3).text("in/a.csv"), answers);
    let near = given("4104").in_dutch().stderr(
        "
        fout: bestuur `4104` komt niet voor in de antwoorden
        tip: bedoelde u `41048`?
        ",
    );
    near.ends_with(3);
    // Where nothing is like it, whose answers they are says more than that.
    given("Gent").stderr_holds("help: but it is with: council 41048\n").ends_with(3);
    given("41063").stderr_holds("help: but it is with: council 41048\n").ends_with(3);
}

#[test]
fn an_empty_number_does_not_mean_everyone_without_one() {
    let run = peil(["forget", " ", "t.csv", "--yes"]).file("t.csv", "council,respondent,keuze\nA,,soms\n").stderr(
        "
        error: the number of the respondent is empty
        help: give the number, such as `peil forget r-7f3a answers/`
        ",
    );
    assert_eq!(run.ends_with(2).text("t.csv"), "council,respondent,keuze\nA,,soms\n");
}

#[test]
fn a_place_that_is_not_there_standard_input_and_a_wrong_wave_are_refused() {
    forget(&["--yes"])
        .stderr(
            "
            error: where are the answers? There is no folder `antwoorden`
            help: name the files or folders: `peil forget r-1 FOLDER`
            ",
        )
        .ends_with(2);
    forget(&["weg", "--yes"]).stderr_holds("error: `weg` does not exist\n").ends_with(2);
    forget(&["-", "--yes"]).stderr_holds("error: nothing can be removed from standard input or a pipe\n").ends_with(2);
    two_places(forget(&["in", "--wave", "lente"]))
        .stderr(
            "
            error: `lente` is not possible for `--wave`
            help: choose for example 2026
            ",
        )
        .ends_with(2);
}

#[test]
fn a_read_only_table_stops_it_before_anything_is_removed() {
    let run = two_places(forget(&["in", "--yes"]));
    let path = run.path().join("in/meer.csv");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("set");
    let run = run.stderr(
        "
        error: `in/meer.csv` cannot be changed: it is read-only
        help: make sure that you may change the file and its folder, and try again; nothing was removed
        ",
    );
    untouched(run, 2);
}

#[test]
fn answers_that_someone_is_giving_now_stay() {
    for flag in ["--yes", "--dry-run"] {
        let run = two_places(forget(&["in", flag]));
        let lock = File::create(run.path().join("in/.r-1.yaml.lock")).expect("a lock");
        lock.try_lock().expect("held");
        let run = run.stderr(
            "
            error: someone is working on `in/r-1.yaml` now
            help: close that interview first; nothing was removed
            ",
        );
        untouched(run, 2);
    }
}

#[test]
fn what_cannot_be_read_and_names_the_respondent_is_named() {
    let written = two_places(forget(&["in", "--yes"]))
        .file("in/stuk.yaml", "peil: answers/1\nrespondent: {id: r-1\n")
        .file("in/ander.yaml", "peil: answers/1\nrespondent: {id: r-12\n")
        .file("in/scheef.csv", "council,respondent,keuze\nA,r-2,soms\nA,r-1\nA,r-1,soms\n")
        .file("in/open.csv", "council,respondent,keuze\nA,r-1,\"soms\nA,r-2,soms\n")
        .bytes("in/latin.csv", b"council,respondent,name\nA,r-1,Li\xE8ge\n")
        .bytes("in/werkboek-r-1.xlsx", b"PK")
        .bytes("in/r-12.xlsx", b"PK")
        .stdout_holds(
            "\nSee for yourself whether anything of r-1 is left in here; peil did not change it:
  in/latin.csv
  in/open.csv, line 2
  in/r-12.xlsx
  in/scheef.csv, line 3
  in/stuk.yaml
  in/werkboek-r-1.xlsx
",
        )
        .stdout_holds("  in/scheef.csv: 1 row\n")
        .ends_with(1);
    assert_eq!(written.text("in/scheef.csv"), "council,respondent,keuze\nA,r-2,soms\nA,r-1\n");
    assert_eq!(written.text("in/open.csv"), "council,respondent,keuze\nA,r-1,\"soms\nA,r-2,soms\n");
    assert!(!written.has("in/r-1.yaml"));
    assert!(written.has("in/stuk.yaml") && written.has("in/werkboek-r-1.xlsx"));
}

#[test]
fn only_a_workbook_by_that_name_is_still_nothing_removed() {
    forget(&["in", "--yes"])
        .bytes("in/r-1.xlsx", b"PK")
        .stderr_holds("did not change it:\n  in/r-1.xlsx\n")
        .stderr_holds("error: respondent `r-1` is not in `in`; nothing was removed\n")
        .ends_with(3);
}

#[test]
fn a_table_that_holds_no_answers_is_left_alone_and_named() {
    let table = "respondent,salary\nr-1,100\n";
    let written =
        two_places(forget(&["in", "--yes"])).file("in/loon.csv", table).stdout_holds("\n  in/loon.csv\n").ends_with(1);
    assert_eq!(written.text("in/loon.csv"), table);
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_file_that_goes() {
    let run = forget(&["hier.yaml", "--yes"]).file("in/r-1.yaml", &sheet("A", "r-1"));
    std::os::unix::fs::symlink("in/r-1.yaml", run.path().join("hier.yaml")).expect("a link");
    let written = run.stdout_holds("  hier.yaml\n").ends_with(0);
    assert_eq!(written.files(), Vec::<String>::new());
}
