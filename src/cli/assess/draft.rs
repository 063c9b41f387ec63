//! One draft on disk: a file of its own, locked while someone works on it, replaced as a whole at every save.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use peil::interview::Interview;
use peil::language::{Language, failure};
use peil::responses::write_sheet;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::interrupt::Place;
use crate::failure::Failure;
use crate::output;

/// A draft that nobody else works on.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(super) path: PathBuf,
    /// Beside the draft, since the draft itself is another file after every save.
    lock: PathBuf,
    _held: File,
}

impl Draft {
    /// Takes a draft for oneself.
    ///
    /// # Errors
    /// When someone else works on it, or nothing can be written beside it.
    pub(crate) fn lock(l: Language, path: PathBuf) -> Result<Draft, Failure> {
        let lock = lock_of(&path);
        match hold(&lock) {
            Ok(Some(held)) => Ok(Draft { path, lock, _held: held }),
            Ok(None) => Err(Failure::new(failure::draft_in_use(l, &path.display().to_string()))),
            Err(error) => Err(Failure::write(l, &lock, &error)),
        }
    }

    /// Makes a draft under a number that nobody has: a fresh one, or the next from a seed.
    ///
    /// # Errors
    /// When nothing can be written in the folder.
    pub(super) fn create(l: Language, folder: &Path, seed: Option<u64>) -> Result<Draft, Failure> {
        output::make_folder(l, folder)?;
        let seed = match seed {
            Some(seed) => seed,
            None => getrandom::u64().map_err(|error| Failure::new(failure::internal(l, &error.to_string())))?,
        };
        let mut numbers = ChaCha8Rng::seed_from_u64(seed);
        loop {
            let path = folder.join(format!("r-{:08x}.yaml", numbers.next_u32()));
            let lock = lock_of(&path);
            let held = hold(&lock).map_err(|error| Failure::write(l, &lock, &error))?;
            if let Some(held) = held
                && !path.exists()
            {
                return Ok(Draft { path, lock, _held: held });
            }
        }
    }

    /// The respondent's number, which is also the name of the file.
    pub(super) fn id(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The path as a person reads it.
    pub(super) fn shown(&self) -> String {
        self.path.display().to_string()
    }

    /// Replaces the file by what was answered so far. An interruption waits until that is done.
    ///
    /// # Errors
    /// When it cannot be written; the file then holds what it held before.
    pub(super) fn save(&self, l: Language, interview: &Interview<'_>, place: &Place) -> Result<(), Failure> {
        let text = write_sheet(interview.sheet(), interview.questionnaire(), interview.codec());
        let text = text.map_err(|error| Failure::new(failure::internal(l, &error.to_string())))?;
        let _waiting = place.hold();
        output::replace(&self.path, text.as_bytes()).map_err(|error| Failure::write(l, &self.path, &error))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // One that stays behind harms nobody: the system let go of it.
        let _ = fs::remove_file(&self.lock);
    }
}

fn lock_of(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.lock"))
}

/// Whether nobody works on the draft at this moment.
pub(crate) fn is_free(path: &Path) -> bool {
    let lock = lock_of(path);
    !lock.exists() || File::open(lock).is_ok_and(|file| file.try_lock().is_ok())
}

/// Holds a lock; `None` when someone else does.
fn hold(lock: &Path) -> io::Result<Option<File>> {
    loop {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(lock)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
            // Whoever held it may have removed it just before; then this one is nobody's.
            Ok(()) if lock.exists() => return Ok(Some(file)),
            Ok(()) => {}
        }
    }
}
