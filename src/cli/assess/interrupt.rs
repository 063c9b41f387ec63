//! Ctrl-C and its like: where the draft is, exit code 130. A save that is under way is not cut off, and a terminal that
//! is being drawn on is given back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use peil::language::{Language, interview as words};

use super::drawn;
use crate::ui::Ui;

const INTERRUPTED: i32 = 130;
/// How long whoever draws may take to notice that it is time to stop.
const PATIENCE: Duration = Duration::from_secs(1);

/// What to say of the draft, once there is one. Held while it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Place(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    farewell: Mutex<Option<String>>,
    /// Whether someone draws, and looks now and then whether to stop.
    drawn: AtomicBool,
    stopping: AtomicBool,
}

impl Place {
    /// Keeps an interruption waiting for as long as the guard lives.
    pub(super) fn hold(&self) -> MutexGuard<'_, Option<String>> {
        self.0.farewell.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There is a draft now, and this is where.
    pub(super) fn is(&self, farewell: String) {
        *self.hold() = Some(farewell);
    }

    /// From now on someone draws, who stops by themselves when told to.
    pub(super) fn waits_for_the_screen(&self) {
        self.0.drawn.store(true, Ordering::SeqCst);
    }

    /// Whether it is time to stop.
    pub(super) fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::SeqCst)
    }
}

/// From now on an interruption says where the draft is. Where the system allows no such thing, it just ends.
pub(super) fn arm(ui: &Ui) -> Place {
    let place = Place::default();
    let (seen, ui) = (place.clone(), ui.clone());
    let _ = ctrlc::set_handler(move || {
        if seen.0.drawn.load(Ordering::SeqCst) {
            seen.0.stopping.store(true, Ordering::SeqCst);
            thread::sleep(PATIENCE);
        }
        let said = seen.hold();
        drawn::restore();
        ui.say(&format!("\n{}", farewell(ui.language, said.as_deref())));
        std::process::exit(INTERRUPTED);
    });
    place
}

/// Says the last words, once: an interruption that comes now waits until the program has ended.
pub(super) fn part(ui: &Ui, place: &Place) {
    let said = place.hold();
    ui.say(&farewell(ui.language, said.as_deref()));
    std::mem::forget(said);
}

/// The last words.
fn farewell(l: Language, draft: Option<&str>) -> String {
    draft.unwrap_or_else(|| words::nothing_saved(l)).to_owned()
}
