//! A disk without room, and a reader that is gone.

#![cfg(target_os = "linux")]

use std::fs::OpenOptions;
use std::io::Read;
use std::process::{Command, Stdio};

use super::outputs::score_to;
use crate::peil::{KORT, PROGRAM, TWO_COUNCILS, scrub};

#[test]
fn a_full_disk_is_said_of_a_file() {
    score_to("/dev/full")
        .in_dutch()
        .stderr(
            "
            fout: `/dev/full` is niet te schrijven: de schijf is vol
            tip: kies een andere plaats; wat er al stond, is niet veranderd
            ",
        )
        .ends_with(2);
}

/// A run whose standard output is not ours.
fn score(folder: &std::path::Path) -> Command {
    std::fs::write(folder.join("kort.yaml"), KORT).expect("written");
    std::fs::write(folder.join("twee.csv"), TWO_COUNCILS).expect("written");
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    command.args(["score", "twee.csv", "-q", "kort.yaml"]).current_dir(folder);
    command
}

#[test]
fn a_full_disk_is_said_of_standard_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let full = OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let output = score(folder.path()).stdout(full).output().expect("a run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        said,
        "error: the output cannot be written: the disk is full\n\
         help: what was written is not complete; send the output somewhere else, or use -o\n"
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn help_that_cannot_be_written_is_an_error_too() {
    for arguments in [&["--help"][..], &["score", "--help"], &["--version"]] {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("the device");
        let mut command = Command::new(PROGRAM);
        scrub(&mut command);
        let output = command.args(arguments).stdout(full).output().expect("a run");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.starts_with("error: the output cannot be written: the disk is full\n"), "{arguments:?}: {said}");
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_reader_that_is_gone_is_no_error() {
    for arguments in [&["score", "twee.csv", "-q", "kort.yaml"][..], &["list"], &["--help"], &["man"]] {
        let folder = tempfile::tempdir().expect("a folder");
        score(folder.path());
        let mut command = Command::new(PROGRAM);
        scrub(&mut command);
        command.args(arguments).arg("--quiet").current_dir(folder.path());
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut child = command.stdout(writer).stderr(Stdio::piped()).spawn().expect("a run");
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("read");
        assert_eq!((child.wait().expect("ended").code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}
