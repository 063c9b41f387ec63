//! What can be read only once, such as a named pipe, gives what a file with the same bytes gives, in every command.

use std::fs;
use std::process::Command;
use std::thread;

use super::{SAME, bytes};
use crate::peil::{Output, Peil, peil};

/// Makes a named pipe in the folder. Whoever opens it first is given all bytes, and whoever opens it again none.
fn pipe(run: &Peil, name: &str, bytes: Vec<u8>) {
    let path = run.path().join(name);
    assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    thread::spawn(move || {
        // The reader may be gone before the end.
        let _ = fs::write(&path, bytes);
        while fs::write(&path, b"").is_ok() {}
    });
}

fn command(words: &[&str], name: &str) -> Peil {
    peil(words.iter().copied().chain(["-q", "kort.yaml", name])).with_kort()
}

fn through_pipe(words: &[&str], name: &str, bytes: Vec<u8>) -> Output {
    let mut run = command(words, name);
    pipe(&run, name, bytes);
    run.run()
}

#[test]
fn a_pipe_is_read_once_and_scores_as_a_file_does_whatever_its_name_says() {
    let score = ["score", "--within", "streek", "-o", "-"];
    let expected = command(&score, "rows.csv").bytes("rows.csv", &bytes("rows.csv")).run();
    assert_eq!((expected.code, expected.stdout.lines().count()), (0, 49), "{expected}");
    for name in SAME {
        for pipe in [name, "pijp"] {
            let found = through_pipe(&score, pipe, bytes(name));
            assert!(found == expected, "{name} through {pipe}: {found}");
        }
    }
}

#[test]
fn commands_that_read_tables_whole_read_a_pipe_once_too() {
    for words in [&["compare"][..], &["report", "--council", "41003"], &["check"]] {
        let expected = command(words, "rows.csv").bytes("rows.csv", &bytes("rows.csv")).run();
        assert!(expected.code == 0 && !expected.stdout.is_empty(), "{expected}");
        for name in ["rows.csv", "rows.csv.gz", "rows.csv.zst", "rows.jsonl", "polars.parquet"] {
            for pipe in [name, "pijp"] {
                let found = through_pipe(words, pipe, bytes(name));
                assert!(found == expected, "{words:?} of {name} through {pipe}: {found}");
            }
        }
    }
}

#[test]
fn answers_of_an_earlier_version_and_a_questionnaire_come_through_pipes_as_well() {
    // The first is read row by row and then as a whole, and with it the questionnaire once more.
    let (now, rows) =
        (crate::peil::KORT, "council,questionnaire,keuze\n41048,kort@0.9.0,soms\n41048,kort@1.0.0,soms\n");
    let run = |piped: bool| {
        let mut run = peil(["score", "a.csv", "-q", "q.yaml", "-o", "-"]);
        if piped {
            pipe(&run, "a.csv", rows.as_bytes().to_vec());
            pipe(&run, "q.yaml", now.as_bytes().to_vec());
        } else {
            run = run.file("a.csv", rows).file("q.yaml", now);
        }
        run.run()
    };
    let expected = run(false);
    assert_eq!(expected.stdout.lines().count(), 2, "{expected}");
    assert_eq!(run(true), expected);
}

#[test]
fn nothing_is_removed_from_a_pipe() {
    let run = peil(["forget", "r-1", "pijp.csv", "--yes"]);
    pipe(&run, "pijp.csv", bytes("rows.csv"));
    run.stderr_holds("error: nothing can be removed from standard input or a pipe\n").ends_with(2);
}
