//! How far a long run is, on a terminal only; and Ctrl-C, which ends it with nothing half written.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use peil::language::scan as words;
use peil::responses::scan::Progress;

use crate::failure::Failure;
use crate::interrupt;
use crate::ui::Ui;

/// Bytes of text that are read before anyone could ask how far it is, or press a key.
const SOON: u64 = 1 << 22;
/// Nothing is said of what is done sooner.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(100);

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
    pub(super) fn during<T: Send>(&self, run: impl FnOnce() -> T + Send) -> Result<T, Failure> {
        interrupt::arm();
        let result = if (1..SOON).contains(&self.text) { run() } else { self.watched(run) };
        if interrupt::pressed() { Err(interrupt::failure(self.ui.language)) } else { Ok(result) }
    }

    fn watched<T: Send>(&self, run: impl FnOnce() -> T + Send) -> T {
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let watching = scope.spawn(|| self.watch(&done));
            let result = run();
            done.store(true, Ordering::Release);
            watching.thread().unpark();
            result
        })
    }

    fn watch(&self, done: &AtomicBool) {
        let started = Instant::now();
        let terminal = std::io::stderr().is_terminal();
        let mut said = false;
        while !done.load(Ordering::Acquire) {
            std::thread::park_timeout(STEP);
            if interrupt::pressed() {
                self.progress.stop.store(true, Ordering::Relaxed);
            }
            if terminal && started.elapsed() > PATIENCE {
                said = true;
                self.say(started.elapsed());
            }
        }
        if said {
            self.ui.overwrite("");
        }
    }

    fn say(&self, passed: Duration) {
        let (bytes, rows) = (self.progress.bytes.load(Ordering::Relaxed), self.progress.rows.load(Ordering::Relaxed));
        let seconds = passed.as_secs_f64();
        let speed = bytes as f64 / seconds / 1e6;
        let left = (self.bytes > bytes && bytes > 0).then(|| (self.bytes - bytes) as f64 / bytes as f64 * seconds);
        self.ui.overwrite(&words::progress(self.ui.language, rows, speed, left));
    }
}
