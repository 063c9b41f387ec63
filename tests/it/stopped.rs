//! Ctrl-C at any moment ends with exit code 130 and a sentence: nothing is half written, and of several files it says how
//! many are there.

#![cfg(unix)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::peil::{KORT, PROGRAM, scrub};

/// Far more than is needed.
const DEADLINE: Duration = Duration::from_secs(60);

/// A folder with the small questionnaire, and answers to it of so many councils of one person each.
pub(crate) fn councils(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("kort.yaml"), KORT).expect("written");
    let rows: String = (1..=count).map(|number| format!("c{number},r-{number},soms\n")).collect();
    fs::write(folder.path().join("a.csv"), format!("council,respondent,keuze\n{rows}")).expect("written");
    folder
}

/// A pipe in the place of a file: whoever writes that waits until somebody reads it.
pub(crate) fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
}

fn started(folder: &Path, line: &str) -> Child {
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    command.args(line.split(' ')).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run")
}

fn interrupted(child: &Child) {
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill").success());
}

fn waits_for(what: &str, there: impl Fn() -> bool) {
    let started = Instant::now();
    while !there() {
        assert!(started.elapsed() < DEADLINE, "never seen: {what}");
        thread::sleep(Duration::from_micros(200));
    }
}

fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Interrupts while a file is written, which is then read from this pipe.
fn during(folder: &Path, line: &str, before: &str, place: &str) -> (Option<i32>, String) {
    pipe(&folder.join(place));
    let child = started(folder, line);
    waits_for(before, || folder.join(before).exists());
    interrupted(&child);
    // Whoever holds the signal is another thread than the one that waits.
    thread::sleep(Duration::from_millis(500));
    let mut page = Vec::new();
    fs::File::open(folder.join(place)).and_then(|mut pipe| pipe.read_to_end(&mut page)).expect("a page");
    assert!(!page.is_empty(), "the file at hand is finished");
    said(&child.wait_with_output().expect("ended"))
}

// Elsewhere nobody can tell how it was started.
#[cfg(target_os = "linux")]
#[test]
fn what_was_started_to_outlive_its_terminal_goes_on() {
    let folder = councils(1);
    for passed_over in ["HUP", "INT"] {
        let mut command = Command::new("sh");
        scrub(&mut command);
        let script = format!("trap '' {passed_over}; exec '{PROGRAM}' score - -q kort.yaml --format csv");
        command.args(["-c", &script]).current_dir(folder.path());
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().expect("a run");
        thread::sleep(Duration::from_millis(500));
        let signal = format!("-{passed_over}");
        assert!(Command::new("kill").args([&signal, &child.id().to_string()]).status().expect("kill").success());
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(b"council,respondent,keuze\na,r-1,soms\n").expect("still read");
        drop(input);
        let output = child.wait_with_output().expect("ended");
        assert_eq!(said(&output), (Some(0), String::new()), "{passed_over}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("\na,a,"), "{output:?}");
    }
}

#[test]
fn between_two_reports_the_one_at_hand_is_finished_and_those_that_are_there_are_counted() {
    let folder = councils(4);
    let line = "report a.csv -q kort.yaml --all -o r";
    let told = "error: stopped: 2 of the 4 reports are in `r`\nhelp: give the same command again for the rest\n";
    assert_eq!(during(folder.path(), line, "r/c-c1.html", "r/c-c2.html"), (Some(130), told.to_owned()));
    assert_eq!(names(&folder.path().join("r")), ["c-c1.html", "c-c2.html"]);
}

#[test]
fn between_two_charts_it_says_how_many_are_there_and_no_page_is_written() {
    // More councils than fit in one chart.
    let folder = councils(80);
    let line = "compare a.csv -q kort.yaml --show-names -o v.html --charts ch";
    let told = "error: stopped: 1 of the 2 charts is in `ch`\nhelp: give the same command again for the rest\n";
    let ended = during(folder.path(), line, "ch/councils-1.svg", "ch/councils-1.png");
    assert_eq!(ended, (Some(130), told.to_owned()));
    assert_eq!(names(&folder.path().join("ch")), ["councils-1.png", "councils-1.svg"]);
    assert!(!folder.path().join("v.html").exists());
}

#[test]
fn an_import_that_is_stopped_leaves_whole_files_only_and_the_next_goes_on() {
    let line = "import a.csv -q kort.yaml -o o";
    // A machine may be so quick that all is written before the signal comes.
    let stopped = [1000, 4000, 16000].into_iter().find_map(|count| {
        let folder = councils(count);
        let child = started(folder.path(), line);
        waits_for("a file", || !names(&folder.path().join("o")).is_empty());
        interrupted(&child);
        let (code, told) = said(&child.wait_with_output().expect("ended"));
        (code != Some(0)).then_some((folder, count, code, told))
    });
    let (folder, count, code, told) = stopped.expect("one that was stopped");
    let there = names(&folder.path().join("o"));
    let digits: String = told.chars().filter(|c| *c != ',').collect();
    let expected = format!("error: stopped: {} of the {count} files are in `o`\n", there.len());
    assert!(code == Some(130) && digits.contains(&expected), "{told}{expected}");
    assert!(there.iter().all(|name| name.ends_with(".yaml") && !name.starts_with('.')), "{there:?}");
    let (code, told) = said(&started(folder.path(), line).wait_with_output().expect("ended"));
    let digits: String = told.chars().filter(|c| *c != ',').collect();
    let expected = format!("{} answers files written in o; {} were there already", count - there.len(), there.len());
    assert!(code == Some(0) && digits.contains(&expected), "{told}{expected}");
}

#[test]
fn while_answers_are_read_it_ends_at_once_and_says_that_there_is_no_result() {
    let (error, help) =
        ("error: interrupted\nhelp: ", "the result was not written; give the same command again to get it\n");
    for line in ["check -", "report - -q kort.yaml -o v.html"] {
        let folder = councils(1);
        let mut child = started(folder.path(), line);
        // More than a pipe holds: when all of it is written, the reading has begun. The end of it never comes.
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all("council,keuze\n".repeat(20_000).as_bytes()).expect("read");
        interrupted(&child);
        assert_eq!(said(&child.wait_with_output().expect("ended")), (Some(130), format!("{error}{help}")), "{line}");
        drop(input);
    }
}

#[test]
fn who_is_being_forgotten_is_forgotten_in_all_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    fs::create_dir(place.join("in")).expect("a folder");
    for wave in 1000..1400 {
        let text = format!(
            "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: A}}\nwave: {wave}\n\
             respondent: {{id: r-1}}\nanswers: {{keuze: soms}}\n"
        );
        fs::write(place.join(format!("in/{wave}.yaml")), text).expect("written");
    }
    let child = started(place, "forget r-1 in --yes");
    waits_for("a file that is gone", || !place.join("in/1000.yaml").exists());
    interrupted(&child);
    let output = child.wait_with_output().expect("ended");
    assert_eq!(said(&output), (Some(0), String::new()));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\n  in/1399.yaml\n"), "the account is given");
    assert_eq!(names(&place.join("in")), [""; 0]);
}
