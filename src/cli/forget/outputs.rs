//! The outputs that were made with a respondent, and answers of theirs that stay: found by what they say of themselves, in
//! the folders at hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use peil::language::underway::Work;
use peil::responses::Wave;
use peil::source::{folder_of, resolved};
use peil::spreadsheet::Grid;

use super::contents::Contents;
use super::imported::Imported;
use super::pages::Page;
use super::plan::{Group, Plan, Tally, files_under, is_packed, names};
use super::questionnaires::{Named, Questionnaires};
use super::recognise::{Made, made};
use crate::output::is_cut_off;
use crate::ui::Ui;
use crate::underway::Steps;

/// Outputs by what has to happen to them.
#[derive(Default)]
pub(super) struct Outputs {
    /// About the council itself.
    pub(super) own: Vec<Output>,
    /// About others, compared with the council.
    pub(super) compared: Vec<Output>,
    /// About a council and wave of which nothing is left.
    pub(super) empty: Vec<PathBuf>,
    /// Lists of who is invited, which do not say with which command they were made.
    pub(super) lists: Vec<PathBuf>,
    /// What was pooled, by the file that the command writes, with its questionnaire where the file says.
    pub(super) pools: BTreeMap<PathBuf, Option<Named>>,
    /// Files beside the places that hold answers of the respondent. They stay.
    pub(super) answers: Vec<Beside>,
    /// The same, packed, so that nothing can be removed from them.
    pub(super) packed: Vec<PathBuf>,
    /// What peil wrote down of the answers of the respondent, to show what is wrong with them.
    pub(super) copied: Vec<PathBuf>,
    /// What peil was still writing when it was ended by force, with the respondent in it as far as can be seen.
    pub(super) cut_off: Vec<PathBuf>,
    /// What names the respondent otherwise, may hold their answers or cannot be looked into, with the row where that is known.
    pub(super) unclear: Vec<(PathBuf, Option<usize>)>,
    /// Where the answers come from, or went to.
    pub(super) imported: Imported,
    /// The files of questionnaires.
    pub(super) questionnaires: Questionnaires,
    /// Where was looked.
    pub(super) looked_in: Vec<String>,
}

/// A file that peil made, and of what.
pub(super) struct Output {
    pub(super) path: PathBuf,
    /// `None` for scores.
    pub(super) page: Option<Page>,
    /// The questionnaire, as the file says or as all the answers in it that go do.
    pub(super) questionnaire: Option<Named>,
}

/// How an output depends on a group that loses a respondent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Compared,
    Own,
    Empty,
}

/// A file of answers beside the places.
pub(super) struct Beside {
    pub(super) path: PathBuf,
    pub(super) round: Round,
}

/// Of which round answers beside the places are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Round {
    /// Of one that goes.
    Same,
    /// That they do not say.
    Unsaid,
}

impl Outputs {
    /// Looks in the places of the answers, in the folders that hold them, and where else was asked for.
    pub(super) fn find(ui: &Ui, plan: &Plan, places: &[PathBuf], more: &[PathBuf]) -> Outputs {
        let of_places = files_under(places);
        // One file may be there under two names.
        let searched: BTreeSet<PathBuf> = of_places.iter().map(|path| resolved(path)).collect();
        let mut files: BTreeSet<PathBuf> = of_places.into_iter().chain(files_under(more)).collect();
        let mut looked_in: Vec<PathBuf> = places.iter().chain(more).cloned().collect();
        for holder in places.iter().map(|place| folder_of(place).to_owned()) {
            let inside = std::fs::read_dir(&holder).into_iter().flatten().flatten().map(|entry| entry.path());
            let named = |path: PathBuf| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
            files.extend(inside.filter(|path| path.is_file()).map(named));
            looked_in.push(holder);
        }
        let mut seen = BTreeSet::new();
        looked_in.retain(|place| seen.insert(place.clone()));
        let shown = looked_in.iter().map(|place| format!("`{}`", place.display()));
        let mut outputs = Outputs { looked_in: shown.collect(), imported: Imported::new(plan), ..Outputs::default() };
        let mut once = BTreeSet::new();
        // What a person is rid of here was looked at before.
        let changed: BTreeSet<PathBuf> = plan.files.iter().map(|affected| resolved(&affected.path)).collect();
        let steps = Steps::new(ui, Work::Read, files.len());
        let mut look = |path: PathBuf| {
            steps.one();
            let file = resolved(&path);
            // What git keeps is no file that could be made again.
            let is_of_git = path.components().any(|part| part.as_os_str() == ".git");
            if !is_of_git && once.insert(file.clone()) && !changed.contains(&file) {
                outputs.add(plan, path, searched.contains(&file));
            }
        };
        steps.during(|| files.into_iter().for_each(&mut look));
        let leads = outputs.imported.settle(plan, &outputs.questionnaires);
        outputs.unclear.extend(leads);
        outputs
    }

    /// Adds a file to those of its kind. `searched` when answers in it were found before.
    fn add(&mut self, plan: &Plan, path: PathBuf, searched: bool) {
        if is_cut_off(&path) {
            let may_hold = may_hold(&Contents::inside(&path), &plan.id);
            self.cut_off.extend(may_hold.then_some(path));
            return;
        }
        let contents = Contents::of(&path);
        if self.imported.look(plan, &path, &contents) {
            return;
        }
        let found = match contents {
            Contents::Text(text) => made(&path, &text, &plan.id),
            Contents::Grids(grids) => name_in(&grids, &plan.id).then_some(Made::Unclear),
            Contents::Closed => Some(Made::Unclear),
            Contents::Other => None,
            Contents::Nobodys => return,
        };
        // Somebody called it so.
        let found = found.or_else(|| is_named_for(&path, &plan.id).then_some(Made::Unclear));
        match found {
            Some(Made::Page(page)) => {
                let questionnaire = page.questionnaire.clone();
                self.add_output(plan, path, questionnaire, Some(page), tie_of_page);
            }
            Some(Made::Tree(tree)) => {
                let mut groups = plan.groups.iter();
                let is_of = |group: &Group, tally: &Tally| {
                    (tree.name == group.council || tree.name == tally.name) && tree.wave == Wave::parse(&group.wave)
                };
                let Some((group, _)) = groups.find(|(group, tally)| is_of(group, tally)) else { return };
                let page = Page { language: Some(tree.language), ..Page::derivation(&group.council, &group.wave, "") };
                // Which questionnaire it is of, it does not say either.
                self.add_output(plan, path, None, Some(page), tie_of_page);
            }
            Some(Made::Scores(questionnaire, rows)) => {
                self.add_output(plan, path, questionnaire, None, |_, group, _| tie_of_scores(&rows, group));
            }
            Some(Made::List(waves)) if plan.groups.keys().any(|group| is_of_waves(group, &waves)) => {
                self.lists.push(path);
            }
            Some(Made::Pool(questionnaire, waves)) => {
                let of = |group: &&Group| is_of_waves(group, &waves) && !is_other(group, questionnaire.as_ref());
                let ids: BTreeSet<&str> =
                    plan.groups.keys().filter(of).map(|group| group.questionnaire.as_str()).collect();
                if !ids.is_empty() {
                    let known = self.pools.entry(rows_beside(path)).or_default();
                    *known = known.take().or(questionnaire).or(only(ids));
                }
            }
            Some(Made::Answers(held)) if !searched => {
                match plan.groups.keys().filter_map(|group| holds(&held, group)).min() {
                    Some(_) if is_packed(&path) => self.packed.push(path),
                    Some(round) => self.answers.push(Beside { path, round }),
                    None => {}
                }
            }
            Some(Made::Questionnaire(named)) => self.questionnaires.add(named, path),
            Some(Made::Copied) => self.copied.push(path),
            // What was named with the answers is not named twice.
            Some(Made::Unclear) if !plan.unclear.iter().any(|one| one.is(&path)) => self.unclear.push((path, None)),
            Some(Made::List(_) | Made::Answers(_) | Made::Unclear) | None => {}
        }
    }

    fn add_output(
        &mut self,
        plan: &Plan,
        path: PathBuf,
        questionnaire: Option<Named>,
        page: Option<Page>,
        tie: impl Fn(Option<&Page>, &Group, usize) -> Option<Tie>,
    ) {
        let (mut strongest, mut ids) = (None, BTreeSet::new());
        for (group, tally) in &plan.groups {
            let tie = tie(page.as_ref(), group, tally.left).filter(|_| !is_other(group, questionnaire.as_ref()));
            if tie.is_some() {
                ids.insert(group.questionnaire.as_str());
            }
            strongest = strongest.max(tie);
        }
        let questionnaire = questionnaire.or(only(ids));
        match strongest {
            Some(Tie::Empty) => self.empty.push(path),
            Some(Tie::Own) => self.own.push(Output { path, page, questionnaire }),
            Some(Tie::Compared) => self.compared.push(Output { path, page, questionnaire }),
            None => {}
        }
    }

    pub(super) fn none(&self) -> bool {
        let named = [&self.own, &self.compared].iter().all(|outputs| outputs.is_empty());
        named && self.empty.is_empty() && self.lists.is_empty() && self.pools.is_empty()
    }
}

/// Whether a cell names this id.
fn name_in(grids: &[Grid], id: &str) -> bool {
    grids.iter().flat_map(|grid| &grid.rows).flatten().any(|cell| names(cell, id))
}

/// Whether what is left of a file names this id, as far as can be seen.
fn may_hold(contents: &Contents, id: &str) -> bool {
    match contents {
        // What is packed and has no end is no text.
        Contents::Text(text) => names(text, id) || text.contains(char::REPLACEMENT_CHARACTER),
        Contents::Grids(grids) => name_in(grids, id),
        Contents::Closed | Contents::Other => true,
        Contents::Nobodys => false,
    }
}

/// Whether a file is called by this id.
fn is_named_for(path: &Path, id: &str) -> bool {
    names(&path.file_name().unwrap_or_default().to_string_lossy(), id)
}

/// The file of rows that pooled scores were written beside.
fn rows_beside(path: PathBuf) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.strip_suffix("-scores.csv") {
        Some(stem) => path.with_file_name(format!("{stem}.csv")),
        None => path,
    }
}

/// The questionnaire when there is just one, and it is known.
fn only(ids: BTreeSet<&str>) -> Option<Named> {
    let mut ids = ids.into_iter();
    let named = Named::by_id(ids.next()?)?;
    ids.next().is_none().then_some(named)
}

/// Whether a file is about another questionnaire.
fn is_other(group: &Group, questionnaire: Option<&Named>) -> bool {
    !group.questionnaire.is_empty() && questionnaire.is_some_and(|named| named.id != group.questionnaire)
}

fn is_of_waves(group: &Group, waves: &BTreeSet<String>) -> bool {
    waves.iter().any(|wave| Wave::parse(wave) == Wave::parse(&group.wave))
}

/// As which round the respondent answered for this group, if at all. Rows without a wave may be of any.
fn holds(held: &[(String, String)], group: &Group) -> Option<Round> {
    let round = |wave: &str| match Wave::parse(wave) == Wave::parse(&group.wave) {
        true => Some(Round::Same),
        false => wave.is_empty().then_some(Round::Unsaid),
    };
    held.iter().filter(|(council, _)| *council == group.council).filter_map(|(_, wave)| round(wave)).min()
}

/// Whether a wave is compared with that of a group; a later one is.
fn from_then_on(group: &Group, other: Option<Wave>) -> bool {
    other.is_none() || other >= Wave::parse(&group.wave)
}

fn tie_of_page(page: Option<&Page>, group: &Group, left: usize) -> Option<Tie> {
    let page = page?;
    let same_wave = page.wave() == Wave::parse(&group.wave);
    match (page.only_council(), page.verb) {
        (Some(council), "report" | "score") if council == group.council && same_wave && left == 0 => Some(Tie::Empty),
        (Some(council), "score") => (council == group.council && same_wave).then_some(Tie::Own),
        (Some(council), _) if council == group.council => from_then_on(group, page.wave()).then_some(Tie::Own),
        (Some(_), "report") => same_wave.then_some(Tie::Compared),
        (Some(_), _) => None,
        (None, _) => from_then_on(group, page.wave()).then_some(Tie::Own),
    }
}

fn tie_of_scores(rows: &[(String, String)], group: &Group) -> Option<Tie> {
    let mut same = rows.iter().filter(|(council, _)| *council == group.council);
    same.any(|(_, wave)| from_then_on(group, Wave::parse(wave))).then_some(Tie::Own)
}
