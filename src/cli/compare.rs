//! `peil compare`: councils, waves or roles beside each other.

use peil::comparison::Batch;
use peil::diagnostics::nearest;
use peil::language::failure;
use peil::report::document::Document;
use peil::report::{GroupReport, Order, RoleReport, WaveReport};
use peil::scores::Keep;

use super::args::{Compare, Sort};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::{document, invitation, page_about, pool};

/// What is set side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Council,
    Wave,
    Role,
}

impl By {
    const WORDS: [(&str, By); 3] = [("council", By::Council), ("wave", By::Wave), ("role", By::Role)];

    /// As it was asked for. A list is of councils, and its flag names a score.
    fn new(ui: &Ui, args: &Compare) -> Result<By, Failure> {
        if invitation::is_wanted(args) {
            return Ok(By::Council);
        }
        let word = args.by.as_str();
        let found = By::WORDS.iter().find(|(known, _)| *known == word).map(|(_, by)| *by);
        found.ok_or_else(|| {
            let known = By::WORDS.map(|(word, _)| word.to_owned());
            let near = nearest(word, known.iter().map(String::as_str));
            Failure::new(failure::invalid_value(ui.language, "--by", word, &known, near.as_deref()))
        })
    }
}

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Compare) -> Result<Exit, Failure> {
    if let Some(path) = &args.presentation.output {
        inputs::expect_outputs(ui, &[path], &args.answers)?;
    }
    let by = By::new(ui, args)?;
    expect_flags_fit(ui, args, by)?;
    if args.anonymise {
        pool::expect(ui, args)?;
    } else if invitation::is_wanted(args) {
        invitation::expect(ui, args)?;
    } else {
        document::format(ui, &args.presentation)?;
    }
    let opened = inputs::open(ui, &args.answers)?;
    if invitation::is_wanted(args) {
        invitation::expect_on_scale(ui, args, &opened.questionnaire)?;
    }
    let (questionnaire, responses, clean) = opened.bind(ui)?;
    let batch = inputs::batch(&questionnaire, responses, Keep::ALL, &args.answers);
    if args.anonymise {
        pool::run(ui, args, &batch)?;
        return Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings });
    }
    if by == By::Council || by == By::Wave && args.council.is_empty() {
        page_about::say_left_out(ui, &batch, inputs::wave(ui, &args.answers, &batch)?);
    }
    let batch = shared(ui, args, by, batch)?;
    if invitation::is_wanted(args) {
        let exit = invitation::run(ui, args, &batch)?;
        return Ok(if clean == Clean::Yes { exit } else { Exit::Findings });
    }
    let document = build(ui, args, by, &batch)?;
    document::write(ui, &document, &args.presentation)?;
    Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings })
}

/// What is said of one council, or of all of them in turn, is not broken down by class and has no order by score.
fn expect_flags_fit(ui: &Ui, args: &Compare, by: By) -> Result<(), Failure> {
    if by == By::Council {
        return Ok(());
    }
    let by = format!("--by {}", args.by);
    let other = if !args.answers.within.is_empty() {
        "--within"
    } else if args.sort == Sort::Score {
        "--sort score"
    } else if args.council.len() > 1 {
        return Err(Failure::new(failure::one_council_at_a_time(ui.language, &by)));
    } else {
        return Ok(());
    };
    Err(Failure::new(failure::flags_conflict(ui.language, other, &by)))
}

/// Councils or roles side by side count what all of them were asked, where they answered different versions.
fn shared<'q>(ui: &Ui, args: &Compare, by: By, batch: Batch<'q>) -> Result<Batch<'q>, Failure> {
    if batch.responses().earlier.is_empty() {
        return Ok(batch);
    }
    let wave = inputs::wave(ui, &args.answers, &batch)?;
    let selection = match by {
        By::Wave => return Ok(batch),
        By::Council => batch.shared((0..batch.groups()).filter(|&group| batch.group(group).wave == wave)),
        By::Role => {
            let council = args.council.first().map(String::as_str);
            batch.shared(std::iter::once(page_about::group_of_page(ui, council, &args.answers, &batch)?))
        }
    };
    let threads = inputs::threads(&args.answers);
    Ok(match selection {
        Some(selection) => batch.over(selection, Keep::ALL, threads),
        None => batch,
    })
}

fn build(ui: &Ui, args: &Compare, by: By, batch: &Batch<'_>) -> Result<Document, Failure> {
    let (language, tag) = (ui.language, ui.tag.as_str());
    let audience = args.presentation.audience.into();
    let within = inputs::within(ui, &args.answers, batch)?;
    let wave = inputs::wave(ui, &args.answers, batch)?;
    Ok(match by {
        By::Council => {
            let marked: Result<Vec<usize>, Failure> =
                args.council.iter().map(|id| page_about::one_group(ui, Some(id), wave, batch)).collect();
            let order = if args.sort == Sort::Name { Order::Name } else { Order::Score };
            let (marked, show_names) = (&marked?[..], args.show_names);
            GroupReport { batch, wave, within, audience, show_names, marked, order, language, tag }.document()
        }
        By::Wave => {
            let until = args.answers.wave.as_ref().and(wave);
            let only = args.council.first().map(|id| page_about::latest_group(ui, id, until, batch)).transpose()?;
            WaveReport { batch, only, until, audience, show_names: args.show_names, language, tag }.document()
        }
        By::Role => {
            let council = args.council.first().map(String::as_str);
            let group = page_about::group_of_page(ui, council, &args.answers, batch)?;
            RoleReport { batch, group, audience, language, tag }.document()
        }
    })
}
