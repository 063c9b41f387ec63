//! How far a scan is, on a terminal only; and Ctrl-C, which ends it with nothing half written.

use std::sync::atomic::Ordering;
use std::time::Duration;

use peil::language::scan as words;
use peil::responses::scan::Progress;

use crate::failure::Failure;
use crate::interrupt;
use crate::ui::Ui;
use crate::underway;

/// Bytes of text that are read before anyone could ask how far it is, or press a key.
const SOON: u64 = 1 << 22;

/// The account of one scan.
pub(super) struct Shown<'p> {
    ui: &'p Ui,
    progress: &'p Progress,
    /// Bytes in all, and as text, where they are known.
    bytes: u64,
    text: u64,
}

impl<'p> Shown<'p> {
    pub(super) fn new(ui: &'p Ui, progress: &'p Progress, (bytes, text): (u64, u64)) -> Shown<'p> {
        Shown { ui, progress, bytes, text }
    }

    /// Runs the scan, saying how far it is.
    ///
    /// # Errors
    /// When it was interrupted.
    pub(super) fn during<T>(&self, run: impl FnOnce() -> T) -> Result<T, Failure> {
        interrupt::heed();
        let result = if (1..SOON).contains(&self.text) { run() } else { self.watched(run) };
        interrupt::expect_none(self.ui.language).map(|()| result)
    }

    fn watched<T>(&self, run: impl FnOnce() -> T) -> T {
        let look = || {
            if interrupt::pressed() {
                self.progress.stop.store(true, Ordering::Relaxed);
            }
        };
        underway::watched(self.ui, &look, &|passed| self.line(passed), run)
    }

    fn line(&self, passed: Duration) -> String {
        let (bytes, rows) = (self.progress.bytes.load(Ordering::Relaxed), self.progress.rows.load(Ordering::Relaxed));
        let seconds = passed.as_secs_f64();
        let speed = bytes as f64 / seconds / 1e6;
        let left = (self.bytes > bytes && bytes > 0).then(|| (self.bytes - bytes) as f64 / bytes as f64 * seconds);
        words::progress(self.ui.language, rows, speed, left)
    }
}
