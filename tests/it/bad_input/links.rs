//! What lies in a folder and cannot be opened is told in its place, and the files beside it count as if it were not there.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use super::NINOVE;
use crate::peil::{Peil, peil};

const ROWS: &str = "council,keuze\n41048,soms\n";

/// Everything in `map` that is not as it should be, beside a table and a file of answers in a folder of it.
fn folder(words: &[&str]) -> Peil {
    let run = peil(words.iter().copied()).with_kort().file("map/goed.csv", ROWS).file("elders/meer.csv", ROWS);
    let run = run.file("map/diep/goed.yaml", &NINOVE.replace("41048", "41063")).file("leeg/a.txt", "");
    let map = run.path().join("map");
    for (target, name) in [
        ("../weg.csv", "weg.csv"),
        ("goed.csv/meer.csv", "achter.csv"),
        ("kring.yaml", "kring.yaml"),
        ("../elders", "elders"),
        // There is nothing to miss behind these.
        ("..", "boven"),
        (".", "diep/zelf"),
        ("../diep", "diep/weer"),
        ("../leeg", "leeg"),
        ("weg.txt", "weg.txt"),
    ] {
        symlink(target, map.join(name)).expect("a link");
    }
    assert!(Command::new("mkfifo").arg(map.join("pijp.csv")).status().expect("mkfifo").success());
    run
}

/// What is said of a file by `check --format concise`.
const FOUND: [(&str, &str); 5] = [
    ("achter.csv", "this link leads to a file that does not exist"),
    ("elders", "this link leads to another folder, which was not read"),
    ("kring.yaml", "this link leads back to itself"),
    ("pijp.csv", "this is not a file but a pipe or a device, and it was not read"),
    ("weg.csv", "this link leads to a file that does not exist"),
];

#[test]
fn a_folder_with_links_to_nowhere_a_loop_and_a_pipe_is_read_for_the_rest() {
    for (words, result) in [
        (&["score", "map", "-q", "kort.yaml", "-o", "-"][..], "\n41048,"),
        (&["score", "map", "-q", "kort.yaml", "-o", "-"], "\n41063,"),
        (&["compare", "map", "-q", "kort.yaml"], "2 councils · 2 participants"),
        (&["report", "map", "-q", "kort.yaml", "--council", "41063"], "Ninove"),
    ] {
        let mut run = folder(words);
        let output = run.run();
        assert!(output.code == 1 && output.stdout.contains(result), "{words:?} {output}");
        for (name, said) in FOUND {
            let told = format!("error[unreadable-file]: {said}\n --> map/{name}:1:1\n");
            assert!(output.stderr.contains(&told), "{name}: {output}");
        }
        assert_eq!(output.stderr.matches("error[").count(), FOUND.len(), "{output}");
    }
    let lines = FOUND.map(|(name, said)| format!("map/{name}:1:1: error[unreadable-file] {said}\n"));
    let mut check = folder(&["check", "map", "-q", "kort.yaml", "--format", "concise"]).stdout(&lines.concat());
    check = check.stderr("5 errors, 0 warnings in 5 of 7 files\n");
    check.ends_with(1);
}

#[test]
fn tables_beside_a_link_to_nowhere_are_still_read_row_by_row() {
    // Rejected rows are only had from tables that are read so.
    let run = peil(["score", "map", "-q", "kort.yaml", "-o", "s.csv", "--rejects", "r.csv"]);
    let run = run.with_kort().file("map/goed.csv", ROWS);
    symlink("nergens", run.path().join("map/weg.yaml")).expect("a link");
    let written = run.stderr_holds("error[unreadable-file]").stderr_holds("1 problem written").ends_with(1);
    assert!(written.text("s.csv").contains("\n41048,"));
    assert!(written.text("r.csv").contains("\nmap/weg.yaml,1,1,unreadable-file,no,this link leads to"));
}

#[test]
fn with_strict_a_link_to_nowhere_is_the_first_error() {
    for name in ["weg.csv", "weg.yaml"] {
        let run = peil(["score", "map", "-q", "kort.yaml", "-o", "s.csv", "--strict"]);
        let run = run.with_kort().file("map/goed.csv", ROWS);
        symlink("nergens", run.path().join("map").join(name)).expect("a link");
        let written =
            run.stderr_holds("unreadable-file").stderr_holds("error: stopped at the first error\n").ends_with(1);
        assert!(!written.has("s.csv"));
    }
}

#[test]
fn a_folder_of_nothing_else_says_so_and_a_link_that_is_named_is_an_error() {
    let only = |words: &[&str]| {
        let run = peil(words.iter().copied()).with_kort().folder("map");
        symlink("nergens", run.path().join("map/weg.csv")).expect("a link");
        run
    };
    for command in ["score", "compare"] {
        only(&[command, "map", "-q", "kort.yaml"])
            .stderr_holds("error[unreadable-file]")
            .stderr_holds("error: there is nothing to score: no respondent could be read\n")
            .ends_with(1);
        only(&[command, "map/weg.csv", "-q", "kort.yaml"])
            .stderr_holds("error: `map/weg.csv` does not exist\n")
            .ends_with(2);
    }
    only(&["check", "map"]).stdout_holds("error[unreadable-file]").ends_with(1);
}

#[test]
fn a_file_or_folder_without_permission_is_told_and_the_others_are_read() {
    let run = peil(["score", "map", "-q", "kort.yaml", "-o", "-"]).with_kort().file("map/goed.csv", ROWS);
    let run = run.file("map/dicht.csv", ROWS).file("map/op-slot/a.csv", ROWS);
    for name in ["map/dicht.csv", "map/op-slot"] {
        fs::set_permissions(run.path().join(name), fs::Permissions::from_mode(0o000)).expect("permissions");
    }
    // Whoever may do everything is refused nothing.
    if fs::read(run.path().join("map/dicht.csv")).is_ok() {
        return;
    }
    let run =
        run.stdout_holds("\n41048,").stderr_holds("you have no permission to read this\n --> map/dicht.csv:1:1\n");
    run.stderr_holds("you have no permission to read this\n --> map/op-slot:1:1\n").ends_with(1);
}

#[test]
fn an_import_of_a_folder_and_a_removal_tell_of_a_link_to_nowhere() {
    let of = |words: &[&str]| {
        let run = peil(words.iter().copied()).with_kort().file("map/goed.yaml", NINOVE);
        symlink("nergens", run.path().join("map/weg.yaml")).expect("a link");
        run
    };
    let written = of(&["import", "map", "-q", "kort.yaml", "-o", "uit"])
        .stderr_holds("error[unreadable-file]: this link leads to a file that does not exist\n --> map/weg.yaml:1:1\n");
    assert_eq!(written.ends_with(1).files().iter().filter(|path| path.contains("uit/")).count(), 1);
    let removed = of(&["forget", "r-1", "map", "--yes"]).stdout_holds(
        "See for yourself whether anything of r-1 is left in here; peil did not change it:\n  map/weg.yaml\n",
    );
    assert!(!removed.ends_with(1).has("map/goed.yaml"));
}

#[test]
fn a_table_that_lies_packed_beside_itself_in_a_folder_counts_once() {
    let packed = |text: &str| {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut writer, text.as_bytes()).expect("memory");
        writer.finish().expect("memory")
    };
    let run = |words: &[&str], named: &[&str]| {
        let run = peil(words.iter().chain(named).copied()).with_kort();
        run.file("map/a.csv", ROWS).bytes("map/a.csv.gz", &packed(ROWS)).bytes("map/b.csv.gz", &packed(ROWS))
    };
    let score = ["score", "-q", "kort.yaml", "-o", "-"];
    let once = run(&score, &["map/a.csv", "map/b.csv.gz"]).run();
    assert_eq!(once.code, 0, "{once}");
    for (named, first, other) in [
        (&["map"][..], "a.csv", "a.csv.gz"),
        (&["map/a.csv", "map/a.csv.gz", "map/b.csv.gz"], "a.csv", "a.csv.gz"),
        (&["map/b.csv.gz", "map/a.csv.gz", "map/a.csv"], "a.csv.gz", "a.csv"),
    ] {
        let said = format!(
            "error[unreadable-file]: this looks like the same table as `{first}`, and was not read since everybody would \
             count twice\n --> map/{other}:1:1\n"
        );
        for words in [&score[..], &["compare", "-q", "kort.yaml"], &["report", "-q", "kort.yaml"]] {
            let found = run(words, named).run();
            assert!(found.code == 1 && found.stderr.starts_with(&said), "{found}");
            assert!(words != score || found.stdout == once.stdout, "{found}");
        }
    }
}

#[test]
fn a_table_that_lies_beside_itself_as_another_kind_counts_once_and_scores_of_its_name_are_no_copy() {
    let lines = "{\"council\": \"41048\", \"wave\": 2026, \"keuze\": \"soms\"}\n";
    let table = "council,wave,keuze\n41048,2026,soms\n";
    let score = ["score", "map", "-q", "kort.yaml", "-o", "-", "--lang", "en"];
    let twice = peil(score).with_kort().file("map/a.csv", table).file("map/a.jsonl", lines).run();
    let said = "this looks like the same table as `a.csv`, and was not read since everybody would count twice\n --> map/a.jsonl";
    assert!(twice.code == 1 && twice.stderr.contains(said), "{twice}");
    let alone = peil(score).with_kort().file("map/a.jsonl", lines).run();
    assert_eq!((alone.code, &alone.stdout), (0, &twice.stdout), "{alone}");
    // What was scored may lie beside the answers under their name, and is no copy of them.
    let scores = alone.stdout.as_str();
    let run = |more: Option<&str>| {
        let run = peil(score).with_kort().file("map/a.csv", scores).file("map/a.jsonl", lines);
        more.into_iter().fold(run, |run, name| run.file(name, lines)).run()
    };
    let beside = run(None);
    assert_eq!((beside.code, &beside.stdout), (0, &alone.stdout), "{beside}");
    // Of two that are copies of each other, one counts.
    let both = run(Some("map/a.ndjson"));
    assert!(both.code == 1 && both.stdout == alone.stdout, "{both}");
    assert!(both.stderr.contains("this looks like the same table as `a.jsonl`"), "{both}");
}

#[test]
fn scores_as_one_object_among_tables_do_not_stand_in_the_way_of_rejects() {
    let run = || {
        let run =
            peil(["score", "map", "-q", "kort.yaml", "-o", "-", "--rejects", "r.csv", "--lang", "en"]).with_kort();
        run.file("map/a.csv", "council,wave,keuze\n41048,2026,soms\n41049,2026,nergens\n")
    };
    let alone = run().run();
    assert_eq!(alone.code, 1, "{alone}");
    let scores = peil(["score", "a.csv", "-q", "kort.yaml", "--format", "json"])
        .with_kort()
        .file("a.csv", "council,wave,keuze\n41048,2026,soms\n")
        .run();
    let beside = run().file("map/scores.json", &scores.stdout).run();
    assert_eq!((beside.code, &beside.stdout), (1, &alone.stdout), "{beside}");
    assert!(beside.stderr.contains("1 problem"), "{beside}");
}
