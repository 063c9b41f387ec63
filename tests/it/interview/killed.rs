//! Interviews that are killed while they run, at moments that follow from a seed: no answer whose next question was
//! shown is lost, and no draft is left that cannot be read.
//!
//! `PEIL_KILLS` says how often, and a fifth as often again on a drawn screen; the continuous integration asks for more than an ordinary test run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use peil::diagnostics::Diagnostics;
use peil::questionnaire::{self, Questionnaire};
use peil::responses::{Answer, Codec, parse};
use peil::source::Sources;
use peil::yaml;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::DRAFT;
use crate::peil::{PROGRAM, scrub};

const KILLS: usize = 100;
pub(crate) const QUESTIONS: usize = 60;
/// About as long as it takes to save an answer and show the next question.
const MICROSECONDS: u32 = 4000;

/// Ratings, with a text here and there.
pub(crate) fn questionnaire_text() -> String {
    let mut text = "peil: questionnaire/1\nid: long\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
                    axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n"
        .to_owned();
    for index in 0..QUESTIONS {
        let kind = if is_text(index) { "type: text" } else { "type: rating, from: 1, to: 5" };
        let _ = writeln!(text, "  - {{id: q{index}, at: {{a: d}}, ask: Q, {kind}}}");
    }
    text
}

/// The same, read.
pub(crate) fn questionnaire() -> Questionnaire {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("long.yaml", questionnaire_text());
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

/// How often to kill.
pub(crate) fn kills() -> usize {
    std::env::var("PEIL_KILLS").ok().map_or(KILLS, |text| text.parse().expect("a whole number"))
}

pub(crate) fn is_text(index: usize) -> bool {
    index % 7 == 6
}

/// What is typed at a question, different from its neighbours.
pub(crate) fn typed(index: usize) -> String {
    if is_text(index) {
        format!("words of {index}, {}", "long ".repeat(200).trim())
    } else {
        (index % 5 + 1).to_string()
    }
}

/// The answers in the draft as they were typed; nothing when there is no draft yet.
pub(crate) fn saved(folder: &Path, q: &Questionnaire) -> BTreeMap<usize, String> {
    let codec = Codec::new(q);
    let mut sources = Sources::new();
    let Ok(file) = sources.read(&folder.join(DRAFT), yaml::SIZE_LIMIT) else { return BTreeMap::new() };
    let mut out = Diagnostics::new();
    let sheet = parse(file, &sources, q, &codec, &mut out).expect("a draft that can be read");
    assert!(out.is_empty(), "{:?}\n{}", out.sorted(), sources.get(file).text());
    let words = |column: usize, answer: Answer| match answer {
        Answer::Chosen(coded) => codec.option(column, coded.code).expect("an option").to_owned(),
        Answer::Text(text) => text,
        other => panic!("{other:?} was never typed"),
    };
    let given = sheet.entries.into_iter().filter_map(|entry| Some((entry.column, entry.answer?)));
    given.map(|(column, answer)| (column, words(column, answer))).collect()
}

/// Runs the interview from question `from` on and kills it a while after `shown` questions were shown. Gives how many
/// answers it had to have saved by then.
fn run_and_kill(folder: &Path, from: usize, shown: usize, pause: Duration) -> usize {
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    command.args(["assess", "long.yaml", "--plain"]).current_dir(folder);
    if folder.join(DRAFT).exists() {
        command.args(["--resume", DRAFT]);
    } else {
        command.args(["--council", "1", "--name", "x", "--seed", "1"]);
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("runs");
    let lines: String = (from..QUESTIONS).map(|index| typed(index) + "\n").collect();
    let mut typist = child.stdin.take().expect("a pipe");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let typing = thread::spawn(move || {
        // The program is killed while it reads.
        let _ = typist.write_all(lines.as_bytes());
        typist
    });
    let number = |line: &str| line.split_once("Question ")?.1.split_once(" of ")?.0.parse::<usize>().ok();
    let mut last = 0;
    for line in out.by_ref().map_while(Result::ok).filter_map(|line| number(&line)).take(shown) {
        last = line;
    }
    thread::sleep(pause);
    child.kill().expect("killed");
    child.wait().expect("ended");
    for line in out.map_while(Result::ok) {
        last = number(&line).unwrap_or(last);
    }
    drop(typing.join().expect("typed"));
    last.saturating_sub(1)
}

#[test]
fn no_saved_answer_is_lost_and_no_draft_unreadable_however_often_the_interview_is_killed() {
    let (kills, q) = (kills(), questionnaire());
    let mut dice = ChaCha8Rng::seed_from_u64(2026);
    let mut folder = tempfile::tempdir().expect("a folder");
    let mut in_the_middle = 0;
    let mut before = BTreeMap::new();
    for kill in 0..kills {
        std::fs::write(folder.path().join("long.yaml"), questionnaire_text()).expect("written");
        // No more are shown than are left.
        let shown = (dice.next_u32() as usize % 6).min(QUESTIONS - before.len());
        let pause = Duration::from_micros(u64::from(dice.next_u32() % MICROSECONDS));
        let promised = run_and_kill(folder.path(), before.len(), shown, pause);
        let now = saved(folder.path(), &q);
        assert!(now.len() >= promised.max(before.len()), "kill {kill}: {} of {promised} answers left", now.len());
        for (column, words) in &now {
            assert_eq!(*words, typed(*column), "kill {kill}, question {column}");
        }
        in_the_middle += usize::from(now.len() > before.len() && now.len() < QUESTIONS);
        before = now;
        if before.len() == QUESTIONS {
            folder = tempfile::tempdir().expect("a folder");
            before = BTreeMap::new();
        }
    }
    assert!(in_the_middle * 3 >= kills, "only {in_the_middle} of {kills} interviews were killed while answering");
}
