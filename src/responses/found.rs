//! Which files are meant: those that are named, and those in folders that are named, in an order that does not depend on
//! the file system. This file does not know what is in them.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::load::{TableFormat, extension};
use super::untaken::{is_lock, untaken};
use crate::diagnostics::{Diagnostics, FileFinding, Unopened};
use crate::sorting;
use crate::source::{FileId, ReadError, Sources, Span, bare, resolved, shown};

/// The files that are meant.
#[derive(Debug, Default)]
pub struct Found {
    /// Those in folders that can be opened, and those that are named, whether they can or not.
    pub files: Vec<PathBuf>,
    /// Those in folders that cannot be opened and those that would count twice, and why.
    pub unopened: Vec<(PathBuf, Unopened)>,
    /// Those in folders that may hold answers, and are not for the command that looks for them.
    pub others: Vec<PathBuf>,
}

impl Found {
    /// Reports what is not opened; the others are not the worse for it.
    pub fn report(&self, sources: &mut Sources, out: &mut Diagnostics) -> Vec<FileId> {
        let report = |(path, why): &(PathBuf, Unopened)| {
            let file = sources.add(&shown(path), "");
            out.add(Span::start_of(file), FileFinding::Unopened(why.clone()));
            file
        };
        self.unopened.iter().map(report).collect()
    }
}

/// The files that may hold answers: those named, and in folders everything with a known extension, by name. A file that
/// is named twice, or once more by its folder, is there once: its respondents would count double.
///
/// # Errors
/// [`ReadError`] for a folder among those named that cannot be listed.
pub fn find(paths: &[PathBuf]) -> Result<Found, ReadError> {
    find_by(paths, &may_hold_answers)
}

/// Whether a file in a folder is called as one that may hold answers.
pub fn may_hold_answers(path: &Path) -> bool {
    extension(path).is_some() && !is_schema(path)
}

/// The same of the files in folders that are wanted.
///
/// # Errors
/// As for [`find`].
pub fn find_by(paths: &[PathBuf], is_wanted: &dyn Fn(&Path) -> bool) -> Result<Found, ReadError> {
    let mut found = Found::default();
    for path in paths {
        if !path.is_dir() {
            found.files.push(path.clone());
            continue;
        }
        let mut search = Search { is_wanted, root: fs::canonicalize(path).ok(), inside: Found::default() };
        search.list(path).map_err(|error| ReadError::System { path: path.clone(), error })?;
        sorting::sort(&mut search.inside.files);
        sorting::sort(&mut search.inside.unopened);
        sorting::sort(&mut search.inside.others);
        found.files.append(&mut search.inside.files);
        found.unopened.append(&mut search.inside.unopened);
        found.others.append(&mut search.inside.others);
    }
    let mut seen = HashSet::new();
    let mut is_new = |path: &PathBuf| seen.insert(resolved(path));
    found.files.retain(&mut is_new);
    found.others.retain(&mut is_new);
    found.unopened.retain(|(path, _)| seen.insert(path.clone()));
    set_copies_aside(&mut found);
    Ok(found)
}

/// A table and the same name packed, or as a table of another kind, are most likely one table, kept twice: its respondents
/// would count double.
fn set_copies_aside(found: &mut Found) {
    let mut known: HashMap<PathBuf, String> = HashMap::new();
    let copies = &mut found.unopened;
    let mut is_first = |path: &PathBuf| match known.get(&same_table(path)) {
        Some(first) => {
            copies.push((path.clone(), Unopened::Copy(first.clone())));
            false
        }
        None => {
            known.insert(same_table(path), path.file_name().unwrap_or_default().to_string_lossy().into_owned());
            true
        }
    };
    found.files.retain(&mut is_first);
    found.others.retain(&mut is_first);
}

/// What the path of a table has in common with those of its copies: all but what says how it is written.
fn same_table(path: &Path) -> PathBuf {
    let bare = bare(path);
    if TableFormat::of(path).is_some() { bare.with_extension("") } else { bare }
}

impl Found {
    /// Takes up the copies of tables that turned out to hold no answers: those are no copies of them. Of several that are
    /// copies of each other the first.
    pub fn take_up_copies_of(&mut self, without_answers: &[PathBuf]) {
        let of_these = |path: &Path, first: &str| without_answers.contains(&path.with_file_name(first));
        let mut taken_up: Vec<PathBuf> = Vec::new();
        self.unopened.retain_mut(|(path, why)| {
            let Unopened::Copy(first) = why else { return true };
            if !of_these(path, first) {
                return true;
            }
            match taken_up.iter().find(|taken| same_table(taken) == same_table(path)) {
                Some(taken) => {
                    *first = taken.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    true
                }
                None => {
                    taken_up.push(path.clone());
                    false
                }
            }
        });
        self.files.append(&mut taken_up);
    }
}

/// Whether a file describes others for an editor; in a folder it lies beside those, and is none of them.
fn is_schema(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.to_ascii_lowercase().ends_with(".schema.json")
}

/// A look into a folder.
struct Search<'w> {
    is_wanted: &'w dyn Fn(&Path) -> bool,
    /// The folder that was named, without links; without it no link is looked into.
    root: Option<PathBuf>,
    inside: Found,
}

impl Search<'_> {
    fn list(&mut self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() {
                if let Err(error) = self.list(&path) {
                    self.inside.unopened.push((path, refused(&error)));
                }
            } else if kind.is_symlink() && path.is_dir() {
                self.link(path);
            } else if (self.is_wanted)(&path) {
                match unopened(&path) {
                    Some(why) => self.inside.unopened.push((path, why)),
                    None => self.inside.files.push(path),
                }
            } else if untaken(&path).is_some() && !is_lock(&path) {
                self.inside.others.push(path);
            }
        }
        Ok(())
    }

    /// A link to a folder is not followed, so that one to a folder above cannot make this endless. It is told of when
    /// there is something behind it that would be missed.
    fn link(&mut self, path: PathBuf) {
        let Some((root, target)) = self.root.as_ref().zip(fs::canonicalize(&path).ok()) else { return };
        if target.starts_with(root) || root.starts_with(&target) {
            return;
        }
        let mut behind = Search { is_wanted: self.is_wanted, root: None, inside: Found::default() };
        if behind.list(&target).is_err() || !behind.inside.files.is_empty() {
            self.inside.unopened.push((path, Unopened::Folder(shown(&target))));
        }
    }
}

/// Why a file cannot be opened, or should not be.
fn unopened(path: &Path) -> Option<Unopened> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => File::open(path).err().map(|error| refused(&error)),
        Ok(_) => Some(Unopened::NoFile),
        Err(error) => Some(refused(&error)),
    }
}

fn refused(error: &io::Error) -> Unopened {
    match error.kind() {
        // It was in the list: it is a link.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unopened::Nowhere,
        io::ErrorKind::PermissionDenied => Unopened::NotAllowed,
        _ if is_circle(error) => Unopened::Circle,
        _ => Unopened::Other(error.to_string()),
    }
}

/// Whether the system followed links in vain.
#[cfg(unix)]
fn is_circle(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_circle(_: &io::Error) -> bool {
    false
}
