//! `peil compare`: councils, waves or roles beside each other.

use peil::comparison::Batch;
use peil::report::document::Document;
use peil::report::{GroupReport, Order, RoleReport, WaveReport};
use peil::scores::Keep;

use super::args::{By, Compare, Sort};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::{document, output};

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Compare) -> Result<Exit, Failure> {
    if let Some(path) = &args.presentation.output {
        output::expect_place(ui.language, path)?;
    }
    document::format(ui, &args.presentation)?;
    let (questionnaire, responses, clean) = inputs::open(ui, &args.answers)?.bind(ui)?;
    let batch = inputs::batch(&questionnaire, responses, Keep::ALL, &args.answers);
    let batch = shared(ui, args, batch)?;
    let document = build(ui, args, &batch)?;
    document::write(ui, &document, &args.presentation)?;
    Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings })
}

/// Councils or roles side by side count what all of them were asked, where they answered different versions.
fn shared<'q>(ui: &Ui, args: &Compare, batch: Batch<'q>) -> Result<Batch<'q>, Failure> {
    if batch.responses().earlier.is_empty() {
        return Ok(batch);
    }
    let wave = inputs::wave(ui, &args.answers, &batch)?;
    let selection = match args.by {
        By::Wave => return Ok(batch),
        By::Council => batch.shared((0..batch.groups()).filter(|&group| batch.group(group).wave == wave)),
        By::Role => {
            let council = args.council.first().map(String::as_str);
            batch.shared(std::iter::once(inputs::one_group(ui, council, wave, &batch)?))
        }
    };
    let threads = inputs::threads(&args.answers);
    Ok(match selection {
        Some(selection) => batch.over(selection, Keep::ALL, threads),
        None => batch,
    })
}

fn build(ui: &Ui, args: &Compare, batch: &Batch<'_>) -> Result<Document, Failure> {
    let (language, tag) = (ui.language, ui.tag.as_str());
    let audience = args.presentation.audience.into();
    let within = inputs::within(ui, &args.answers, batch)?;
    let wave = inputs::wave(ui, &args.answers, batch)?;
    Ok(match args.by {
        By::Council => {
            let marked: Result<Vec<usize>, Failure> =
                args.council.iter().map(|id| inputs::one_group(ui, Some(id), wave, batch)).collect();
            let order = if args.sort == Sort::Name { Order::Name } else { Order::Score };
            let (marked, show_names) = (&marked?[..], args.show_names);
            GroupReport { batch, wave, within, audience, show_names, marked, order, language, tag }.document()
        }
        By::Wave => WaveReport { batch, within, audience, show_names: args.show_names, language, tag }.document(),
        By::Role => {
            let group = inputs::one_group(ui, args.council.first().map(String::as_str), wave, batch)?;
            RoleReport { batch, group, audience, language, tag }.document()
        }
    })
}
