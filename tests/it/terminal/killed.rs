//! Drawn interviews that are killed at moments that follow from a seed, in the middle of a screen, a text or a save, and
//! go on in another terminal: no answer whose next question was shown is lost.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::*;
use crate::interview::killed::{QUESTIONS, is_text, kills, questionnaire, questionnaire_text, saved, typed};

/// About as long as it takes to save an answer and draw the next question.
const MICROSECONDS: u32 = 4000;
/// How many answers are typed at once; fewer than the terminal holds for a program that does not read them.
const TYPED: usize = 9;

/// The keys of an answer; a text is pasted, since typing it would take most of the time.
fn keys(index: usize) -> String {
    if is_text(index) { format!("\x1b[200~{}\x1b[201~\r", typed(index)) } else { typed(index) }
}

/// The number of the question on the screen; one more than there are at the end.
fn shown(screen: &vt100::Screen) -> Option<usize> {
    let contents = screen.contents();
    let number = contents.split_once("Question ").and_then(|(_, rest)| rest.split_once(" of ")?.0.parse().ok());
    number.or(contents.contains("Those were all").then_some(QUESTIONS + 1))
}

/// Answers from question `from` on, and is killed a while after `more` further questions were drawn. Gives how many answers had to be saved by then.
fn run_and_kill(folder: &Path, from: usize, more: usize, pause: Duration) -> usize {
    let resumed = ["assess", "long.yaml", "--resume", DRAFT];
    let anew = ["assess", "long.yaml", "--council", "1", "--name", "x", "--seed", "1"];
    let begun = folder.join(DRAFT).exists();
    let mut terminal = Terminal::run(folder, if begun { &resumed } else { &anew }, USUAL, &[]);
    if !begun {
        terminal.sees(&["Enter: begin"]);
        terminal.types("\r");
    }
    terminal.until("a question", |screen| shown(screen) == Some(from + 1));
    terminal.types(&(from..QUESTIONS.min(from + TYPED)).map(keys).collect::<String>());
    terminal.until("further questions", |screen| shown(screen).is_some_and(|number| number > from + more));
    thread::sleep(pause);
    terminal.gets("KILL");
    let screen = terminal.until_killed();
    shown(&screen).map_or(from, |number| number - 1)
}

#[test]
fn no_saved_answer_is_lost_however_often_a_drawn_interview_is_killed() {
    let (kills, q) = (kills().div_ceil(5), questionnaire());
    let mut dice = ChaCha8Rng::seed_from_u64(2027);
    let mut folder = tempfile::tempdir().expect("a folder");
    let mut before = BTreeMap::new();
    let mut answering = 0;
    for kill in 0..kills {
        std::fs::write(folder.path().join("long.yaml"), questionnaire_text()).expect("written");
        let pause = Duration::from_micros(u64::from(dice.next_u32() % MICROSECONDS));
        let more = (dice.next_u32() as usize % 6).min(QUESTIONS - before.len());
        let promised = run_and_kill(folder.path(), before.len(), more, pause);
        let now = saved(folder.path(), &q);
        assert!(now.len() >= promised.max(before.len()), "kill {kill}: {} of {promised} answers left", now.len());
        for (column, words) in &now {
            assert_eq!(*words, typed(*column), "kill {kill}, question {column}");
        }
        answering += usize::from(now.len() > before.len());
        before = now;
        if before.len() == QUESTIONS {
            folder = tempfile::tempdir().expect("a folder");
            before = BTreeMap::new();
        }
    }
    assert!(answering * 2 >= kills, "only {answering} of {kills} interviews got an answer further");
}
