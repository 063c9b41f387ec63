//! Ctrl-C while much is read or written: it ends with nothing half written. Who works for long looks here now and then.

use std::sync::atomic::{AtomicBool, Ordering};

use peil::language::{Language, scan as words};

use crate::exit::Exit;
use crate::failure::Failure;

/// Whether Ctrl-C was pressed. A second time ends the program where it is.
static PRESSED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is for whoever asks. Where the system allows no such thing, it just ends the program.
pub(crate) fn arm() {
    let _ = ctrlc::set_handler(|| {
        if PRESSED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
}

/// Whether it is time to stop.
pub(crate) fn pressed() -> bool {
    PRESSED.load(Ordering::Relaxed)
}

/// What is said then.
pub(crate) fn failure(l: Language) -> Failure {
    Failure { exit: Exit::Interrupted, ..Failure::new(words::interrupted(l)) }
}
