//! Which council is meant, which group a page about one is about, and what is said of councils that a page about one wave leaves out.

use peil::comparison::Batch;
use peil::diagnostics::nearest;
use peil::language::failure::Instead;
use peil::language::{cli as words, failure};
use peil::report::elsewhere;
use peil::responses::{CouncilName, Wave, called};
use peil::sorting;

use super::args::Answers;
use super::failure::Failure;
use super::inputs::wave;
use super::ui::Ui;

/// Says how many councils are not in what is told of one wave, because their answers have none or another.
pub(crate) fn say_left_out(ui: &Ui, batch: &Batch<'_>, wave: Option<Wave>) {
    let councils = batch.responses().registry.only_without_wave();
    if councils > 0 {
        ui.say(&words::left_out_without_wave(ui.language, councils));
    }
    if let Some(text) = elsewhere(ui.language, batch, wave) {
        ui.say(&text);
    }
}

/// The group that a page about one council is about: in the wave asked for, else in the latest; where its answers have no
/// wave and none was asked for, those.
///
/// # Errors
/// As for [`one_group`].
pub(crate) fn group_of_page(
    ui: &Ui,
    council: Option<&str>,
    answers: &Answers,
    batch: &Batch<'_>,
) -> Result<usize, Failure> {
    let registry = &batch.responses().registry;
    let is_it =
        |group: &usize| council == Some(batch.id(*group)) && registry.is_only_without_wave(batch.group(*group).council);
    match (0..batch.groups()).find(is_it).filter(|_| answers.wave.is_none()) {
        Some(group) => Ok(group),
        None => one_group(ui, council, wave(ui, answers, batch)?, batch),
    }
}

/// The group of the council asked for in a wave; without one asked for, the only council there is.
///
/// # Errors
/// When that council is not there, or there are several to choose from.
pub(crate) fn one_group(
    ui: &Ui,
    council: Option<&str>,
    wave: Option<Wave>,
    batch: &Batch<'_>,
) -> Result<usize, Failure> {
    let registry = &batch.responses().registry;
    let mut in_wave = registry.in_order();
    in_wave.retain(|&group| batch.group(group).wave == wave);
    match (council, in_wave.as_slice()) {
        (None, [only]) => Ok(*only),
        (None, _) => {
            Err(Failure::new(failure::which_council(ui.language, in_wave.len(), &examples(&ids(&in_wave, batch)))))
        }
        (Some(id), _) => known_council(ui, id, &in_wave, batch),
    }
}

/// The first of some groups that belongs to a council.
///
/// # Errors
/// When none does.
pub(crate) fn known_council(ui: &Ui, id: &str, groups: &[usize], batch: &Batch<'_>) -> Result<usize, Failure> {
    let found = groups.iter().copied().find(|&group| batch.id(group) == id);
    found.ok_or_else(|| {
        let waves = waves_of(id, batch);
        let asked = groups.first().and_then(|&group| batch.group(group).wave);
        let is_there = (0..batch.groups()).any(|group| batch.id(group) == id);
        Failure::new(match asked {
            Some(asked) if is_there && waves.is_empty() => {
                failure::council_without_wave(ui.language, id, &asked.to_string())
            }
            Some(asked) if !waves.is_empty() => {
                failure::council_of_other_wave(ui.language, id, &asked.to_string(), &waves)
            }
            _ => failure::no_council(
                ui.language,
                id,
                &instead(id, &ids(groups, batch), || batch.responses().registry.councils()),
            ),
        })
    })
}

/// What may be meant by a text that is the id of no council: one that has it for a name, one whose id or name is near it.
/// A name is never taken for the council: others may have it too, and the next merger may give it away. `ids` are those of
/// the councils in question.
pub(crate) fn instead<'a, C>(text: &str, ids: &[&str], councils: impl Fn() -> C) -> Instead
where
    C: Iterator<Item = CouncilName<'a>>,
{
    let named = |name: &str| {
        let found = called(name, councils());
        let name = found.first()?.name.to_owned();
        Some(Instead::Named { name, ids: found.iter().take(EXAMPLES).map(|council| council.id.to_owned()).collect() })
    };
    let near_name = || named(&nearest(text, councils().map(|council| council.name))?);
    let near_id = || nearest(text, ids.iter().copied()).map(Instead::Near);
    named(text).or_else(near_id).or_else(near_name).unwrap_or_else(|| Instead::Any(examples(ids)))
}

/// The waves that a council answered in, in order.
fn waves_of(id: &str, batch: &Batch<'_>) -> Vec<String> {
    let mut waves: Vec<Wave> = (0..batch.groups())
        .filter(|&group| batch.id(group) == id)
        .filter_map(|group| batch.group(group).wave)
        .collect();
    sorting::sort(&mut waves);
    waves.iter().map(Wave::to_string).collect()
}

/// A council in the wave asked for; else in the latest of its own.
///
/// # Errors
/// When that council is not there.
pub(crate) fn latest_group(ui: &Ui, id: &str, wave: Option<Wave>, batch: &Batch<'_>) -> Result<usize, Failure> {
    if wave.is_some() {
        return one_group(ui, Some(id), wave, batch);
    }
    let mut groups = batch.responses().registry.in_order();
    sorting::by_key(&mut groups, |&group| std::cmp::Reverse(batch.group(group).wave));
    known_council(ui, id, &groups, batch)
}

/// Councils that are named in a sentence.
const EXAMPLES: usize = 3;

/// Some councils to name in a sentence.
fn examples(ids: &[&str]) -> Vec<String> {
    let mut ids: Vec<String> = ids.iter().map(|&id| id.to_owned()).collect();
    ids.dedup();
    ids.truncate(EXAMPLES);
    ids
}

/// The ids of the councils of some groups.
fn ids<'b>(groups: &[usize], batch: &'b Batch<'_>) -> Vec<&'b str> {
    groups.iter().map(|&group| batch.id(group)).collect()
}
