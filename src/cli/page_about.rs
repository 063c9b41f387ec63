//! Which group a page about one council is about, and what is said of councils that a page about one wave leaves out.

use peil::comparison::Batch;
use peil::language::cli as words;
use peil::report::elsewhere;
use peil::responses::Wave;

use super::args::Answers;
use super::failure::Failure;
use super::inputs::{one_group, wave};
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
