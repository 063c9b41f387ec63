//! How far a long run is, on a terminal only; and files that are written one after the other, which Ctrl-C parts between two.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use peil::language::underway::{self as words, Work};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::interrupt;
use crate::ui::Ui;

/// Nothing is said of what is done sooner.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(100);

/// Runs something long. Meanwhile `look` is called now and then, and a terminal shows the line that follows from the time
/// that passed, which is taken away at the end.
pub(crate) fn watched<T>(
    ui: &Ui,
    look: &(dyn Fn() + Sync),
    line: &(dyn Fn(Duration) -> String + Sync),
    run: impl FnOnce() -> T,
) -> T {
    let done = AtomicBool::new(false);
    let watch = || {
        let started = Instant::now();
        let terminal = std::io::stderr().is_terminal();
        let mut said = false;
        while !done.load(Ordering::Acquire) {
            thread::park_timeout(STEP);
            look();
            if terminal && started.elapsed() > PATIENCE {
                said = true;
                ui.overwrite(&line(started.elapsed()));
            }
        }
        if said {
            ui.overwrite("");
        }
    };
    thread::scope(|scope| {
        let _end = End { done: &done, watching: scope.spawn(watch).thread().clone() };
        run()
    })
}

/// Ends the watching, also where what is watched panics.
struct End<'d> {
    done: &'d AtomicBool,
    watching: Thread,
}

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.done.store(true, Ordering::Release);
        self.watching.unpark();
    }
}

/// Work of so many steps that it may take long.
pub(crate) struct Steps<'u> {
    ui: &'u Ui,
    work: Work,
    before: usize,
    done: AtomicUsize,
    all: usize,
}

impl<'u> Steps<'u> {
    pub(crate) fn new(ui: &'u Ui, work: Work, all: usize) -> Steps<'u> {
        Steps { ui, work, before: 0, done: AtomicUsize::new(0), all }
    }

    /// One more step is done.
    pub(crate) fn one(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// Runs all of them, saying how far it is.
    pub(crate) fn during<T>(&self, run: impl FnOnce() -> T) -> T {
        if std::io::stderr().is_terminal() { watched(self.ui, &|| (), &|passed| self.line(passed), run) } else { run() }
    }

    fn line(&self, passed: Duration) -> String {
        let done = self.done();
        // What was there before took no time.
        let made = done.saturating_sub(self.before);
        let left = (made > 0).then(|| (self.all - done) as f64 / made as f64 * passed.as_secs_f64());
        words::progress(self.ui.language, self.work, done, self.all, left)
    }
}

/// Files that are written one after the other into a folder. After Ctrl-C no further one is begun.
pub(crate) struct Writing<'u> {
    steps: Steps<'u>,
    folder: String,
}

impl<'u> Writing<'u> {
    pub(crate) fn new(ui: &'u Ui, work: Work, folder: &Path, all: usize) -> Writing<'u> {
        Writing { steps: Steps::new(ui, work, all), folder: folder.display().to_string() }
    }

    /// Some of them were there already.
    pub(crate) fn after(self, before: usize) -> Writing<'u> {
        Writing { steps: Steps { before, done: AtomicUsize::new(before), ..self.steps }, ..self }
    }

    /// Writes all of them, each with [`Writing::one`], saying how far it is.
    ///
    /// # Errors
    /// What goes wrong with one; after Ctrl-C, how many are there.
    pub(crate) fn during<T>(&self, run: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        interrupt::heed();
        let Steps { ui, work, all, .. } = self.steps;
        self.steps.during(run).map_err(|failure| match failure.exit {
            Exit::Interrupted => {
                interrupt::ended(words::stopped(ui.language, work, self.steps.done(), all, &self.folder))
            }
            _ => failure,
        })
    }

    /// Writes one of them.
    ///
    /// # Errors
    /// What goes wrong; after Ctrl-C nothing is written.
    pub(crate) fn one<T>(&self, write: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        interrupt::expect_none(self.steps.ui.language)?;
        let written = write()?;
        self.steps.one();
        Ok(written)
    }
}
