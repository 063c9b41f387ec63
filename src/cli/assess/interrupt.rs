//! Ctrl-C and its like: where the draft is, exit code 130. A save that is under way is not cut off.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use peil::language::{Language, interview as words};

use crate::ui::Ui;

const INTERRUPTED: i32 = 130;

/// What to say of the draft, once there is one. Held while it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Place(Arc<Mutex<Option<String>>>);

impl Place {
    /// Keeps an interruption waiting for as long as the guard lives.
    pub(super) fn hold(&self) -> MutexGuard<'_, Option<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There is a draft now, and this is where.
    pub(super) fn is(&self, farewell: String) {
        *self.hold() = Some(farewell);
    }
}

/// From now on an interruption says where the draft is. Where the system allows no such thing, it just ends.
pub(super) fn arm(ui: &Ui) -> Place {
    let place = Place::default();
    let (seen, ui) = (place.clone(), ui.clone());
    let _ = ctrlc::set_handler(move || {
        let said = seen.hold();
        ui.say(&format!("\n{}", farewell(ui.language, said.as_deref())));
        std::process::exit(INTERRUPTED);
    });
    place
}

/// The last words.
pub(super) fn farewell(l: Language, draft: Option<&str>) -> String {
    draft.unwrap_or_else(|| words::nothing_saved(l)).to_owned()
}
