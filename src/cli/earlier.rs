//! What stands from an earlier run where something was written just now: whoever hands that out hands out this too. Nothing
//! of it is taken away.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use peil::language::earlier_files::{EarlierFile, Place, earlier_files};
use peil::report::picture::{self, Mark};
use peil::sorting;
use peil::source::{beginning, folder_of, resolved};

use super::forget::pages;
use super::inputs::extension;
use super::ui::Ui;

/// Says which reports, and which charts of reports, stand in folders beside those that were written.
pub(crate) fn say_in(ui: &Ui, folders: &[&Path], written: &[PathBuf]) {
    let mut seen = BTreeSet::new();
    for folder in folders.iter().filter(|folder| seen.insert(resolved(folder))) {
        let place = folder.display().to_string();
        say(ui, &Place::Folder(&place), &Standing::in_folder(folder, written).of_reports());
    }
}

/// Says which charts a page had before and has no more.
pub(crate) fn say_beside(ui: &Ui, page: &Path, written: &[PathBuf]) {
    let folder = folder_of(page);
    let stem = page.file_stem().unwrap_or_default().to_string_lossy();
    let charts = Standing::in_folder(folder, written).charts_named(&format!("{stem}-"));
    say(ui, &Place::Page(&page.display().to_string()), &charts);
}

/// Says which charts that were taken by themselves stand in their folder, and are not those of now.
pub(crate) fn say_in_charts(ui: &Ui, folder: &Path, written: &[PathBuf]) {
    let place = folder.display().to_string();
    say(ui, &Place::Folder(&place), &Standing::in_folder(folder, written).charts_named(""));
}

fn say(ui: &Ui, place: &Place<'_>, files: &[EarlierFile]) {
    if !files.is_empty() {
        ui.say(&earlier_files(ui.language, place, files));
    }
}

/// The files of a folder that were not written now, by name.
struct Standing<'a> {
    folder: &'a Path,
    names: BTreeSet<String>,
}

impl Standing<'_> {
    fn in_folder<'a>(folder: &'a Path, written: &[PathBuf]) -> Standing<'a> {
        let written: BTreeSet<PathBuf> = written.iter().map(|path| resolved(path)).collect();
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let files = entries.filter(|entry| entry.path().is_file() && !written.contains(&resolved(&entry.path())));
        Standing { folder, names: files.filter_map(|file| file.file_name().into_string().ok()).collect() }
    }

    /// Reports and charts. Those of a page that is no report belong to that.
    fn of_reports(&self) -> Vec<EarlierFile> {
        let (mut found, mut others) = (Vec::new(), BTreeSet::new());
        for name in &self.names {
            let Some(page) = self.page(name) else { continue };
            if page.verb == "report" {
                let for_workshop = page.flag("audience") == Some("workshop");
                found.push(EarlierFile { name: name.clone(), for_workshop, is_chart: false });
            } else {
                others.insert(stem(name));
            }
        }
        let is_of_another = |name: &str, mark: &Mark| {
            let page = stem(name).strip_suffix(mark.drawing.as_str()).and_then(|rest| rest.strip_suffix('-'));
            page.is_some_and(|page| others.contains(page))
        };
        found.extend(self.charts(|name, mark| !is_of_another(name, mark)));
        sorting::by(&mut found, |one, other| one.name.cmp(&other.name));
        found
    }

    /// The charts that are called as peil calls them, with this before the name of the drawing.
    fn charts_named(&self, prefix: &str) -> Vec<EarlierFile> {
        self.charts(|name, mark| stem(name).strip_prefix(prefix) == Some(mark.drawing.as_str()))
    }

    fn charts(&self, wanted: impl Fn(&str, &Mark) -> bool) -> Vec<EarlierFile> {
        let chart = |name: &String| {
            let mark = mark(&self.folder.join(name)).filter(|mark| wanted(name, mark))?;
            Some(EarlierFile { name: name.clone(), for_workshop: mark.stamped, is_chart: true })
        };
        self.names.iter().filter_map(chart).collect()
    }

    fn page(&self, name: &str) -> Option<pages::Page> {
        let may_be_one = [".html", ".md", ".txt"].iter().any(|extension| name.ends_with(extension));
        let path = Some(self.folder.join(name)).filter(|_| may_be_one)?;
        pages::page(&std::fs::read_to_string(path).ok()?)
    }
}

/// What a chart that peil drew says of itself; `None` of any other file.
pub(crate) fn mark(path: &Path) -> Option<Mark> {
    let may_be_one = ["svg", "png"].contains(&extension(path).as_str());
    picture::mark(&beginning(Some(path).filter(|_| may_be_one)?, picture::MARKED_WITHIN as u64).ok()?)
}

/// A name without its extension.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
