//! Ctrl-C: peil ends with nothing half written, and says so. As long as nothing is written it ends at once; from the first
//! file on, whoever works for long looks here now and then.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use peil::language::failure::Sentence;
use peil::language::{Language, underway as words};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::Ui;

/// Whether Ctrl-C was pressed. A second time ends the program where it is.
static PRESSED: AtomicBool = AtomicBool::new(false);
/// Whether someone looks whether it was. Held while the program ends, so that nobody begins to write then.
static HEEDED: Mutex<bool> = Mutex::new(false);

/// From now on Ctrl-C ends the program with a sentence, or is for whoever asks. Where the system allows no such thing, it
/// just ends the program. What was started to outlive its terminal goes on.
pub(crate) fn arm(ui: &Ui, sentence: Sentence) {
    if outlives_its_terminal() {
        return;
    }
    let (ui, failure) = (ui.clone(), ended(sentence));
    let _ = ctrlc::set_handler(move || {
        let heeded = HEEDED.lock().unwrap_or_else(PoisonError::into_inner);
        if std::io::stderr().is_terminal() {
            // The terminal wrote `^C`.
            ui.overwrite("");
        }
        if *heeded && !PRESSED.swap(true, Ordering::Relaxed) {
            return;
        }
        if !*heeded {
            ui.fail(&failure);
        }
        std::process::exit(130);
    });
}

/// Whether whoever started the program had it pass over the end of its terminal or Ctrl-C, as `nohup` and the `&` of a script
/// do. To hear of these would undo that.
fn outlives_its_terminal() -> bool {
    const HANGUP_OR_INTERRUPT: u64 = 0b11;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let passed_over = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let signals = passed_over.and_then(|signals| u64::from_str_radix(signals.trim(), 16).ok());
    signals.is_some_and(|signals| signals & HANGUP_OR_INTERRUPT != 0)
}

/// From now on it is for whoever asks: something is written, or there is something to put in order.
pub(crate) fn heed() {
    *HEEDED.lock().unwrap_or_else(PoisonError::into_inner) = true;
}

/// Whether it is time to stop.
pub(crate) fn pressed() -> bool {
    PRESSED.load(Ordering::Relaxed)
}

/// Goes on unless it is time to stop.
///
/// # Errors
/// When it is.
pub(crate) fn expect_none(l: Language) -> Result<(), Failure> {
    if pressed() { Err(failure(l)) } else { Ok(()) }
}

/// What is said then.
pub(crate) fn failure(l: Language) -> Failure {
    ended(words::interrupted(l))
}

/// An end by Ctrl-C.
pub(crate) fn ended(sentence: Sentence) -> Failure {
    Failure { exit: Exit::Interrupted, ..Failure::new(sentence) }
}
