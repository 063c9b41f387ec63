//! The targets of `peil report`: a profile of the questionnaire, or the file of a council.

use peil::diagnostics::{Diagnostics, nearest};
use peil::language::{command, failure};
use peil::questionnaire::{Questionnaire, Targets, read_targets};
use peil::report::CouncilReport;
use peil::report::document::Document;
use peil::source::Sources;
use peil::yaml;

use super::args::Report;
use super::failure::Failure;
use super::ui::Ui;

/// Targets, and how they were asked for.
pub(crate) struct Asked {
    targets: Targets,
    flag: String,
}

/// The targets that were asked for.
///
/// # Errors
/// When there is no such profile, or the file has errors, which are shown.
pub(crate) fn of(ui: &Ui, args: &Report, q: &Questionnaire) -> Result<Option<Asked>, Failure> {
    let l = ui.language;
    if let Some(id) = &args.target {
        let known: Vec<String> = q.targets.iter().map(|target| target.id.clone()).collect();
        let found = q.targets.iter().find(|target| target.id == *id).ok_or_else(|| {
            let near = nearest(id, known.iter().map(String::as_str));
            Failure::new(failure::no_target(l, id, near.as_deref(), &known))
        })?;
        return Ok(Some(Asked { targets: Targets::of_profile(found), flag: format!("--target {id}") }));
    }
    let Some(path) = &args.targets else { return Ok(None) };
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.read(path, yaml::SIZE_LIMIT).map_err(|error| Failure::read(l, &error))?;
    let node = yaml::parse(file, &sources, &mut out);
    let read = node.and_then(|node| read_targets(&node, q, &mut out));
    ui.problems(&out, &sources);
    let shown = path.display().to_string();
    let targets = read.ok_or_else(|| Failure::new(failure::broken_targets(l, &shown)))?;
    Ok(Some(Asked { targets, flag: format!("--targets {}", command([shown.as_str()])) }))
}

/// The report of the one council that was asked for.
///
/// # Errors
/// When the targets are those of another council.
pub(crate) fn document(ui: &Ui, report: &CouncilReport<'_>, asked: Option<&Asked>) -> Result<Document, Failure> {
    let id = report.batch.id(report.group);
    match asked.and_then(|asked| asked.targets.council.as_deref()) {
        Some(council) if council != id => Err(Failure::new(failure::targets_of_other(ui.language, council, id))),
        _ => Ok(each(report, asked)),
    }
}

/// The report of one of many: the targets of a council are its own.
pub(crate) fn each(report: &CouncilReport<'_>, asked: Option<&Asked>) -> Document {
    let own = |asked: &&Asked| asked.targets.council.as_deref().is_none_or(|id| id == report.batch.id(report.group));
    match asked.filter(own) {
        Some(Asked { targets, flag }) => report.document_with(targets, flag),
        None => report.document(),
    }
}
