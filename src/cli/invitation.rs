//! `peil compare --lowest` and `--below`: the list for a body that invites councils, as a document or as CSV.

use std::path::Path;

use peil::comparison::{Batch, Bound, Invitation, Listed, Measure, Scan};
use peil::language::{cli as words, failure, report};
use peil::questionnaire::Questionnaire;
use peil::report::InvitationReport;

use super::args::{AudienceArgument, Compare};
use super::exit::Exit;
use super::failure::Failure;
use super::ui::Ui;
use super::{document, explained, inputs, output};

/// The columns of the list for a spreadsheet before and after the classes of the councils.
const BEFORE: [&str; 3] = ["council", "name", "wave"];
const AFTER: [&str; 11] = [
    "by",
    "score",
    "gap",
    "scored",
    "applicable",
    "without_one_low",
    "without_one_high",
    "respondents",
    "place",
    "listed",
    "confidential",
];

/// Whether a list is asked for.
pub(crate) fn is_wanted(args: &Compare) -> bool {
    args.lowest.is_some() || args.below.is_some()
}

/// What can be told wrong before anything is read.
///
/// # Errors
/// Without names, for another audience, or to a file of no known kind.
pub(crate) fn expect(ui: &Ui, args: &Compare) -> Result<(), Failure> {
    let l = ui.language;
    bound(ui, args)?;
    if !args.show_names {
        return Err(Failure::new(failure::list_needs_names(l)));
    }
    if args.presentation.audience == AudienceArgument::Workshop {
        return Err(Failure::new(failure::list_is_no_workshop(l)));
    }
    if ["wave", "role"].contains(&args.by.as_str()) {
        return Err(Failure::new(failure::list_by_score(l, &args.by)));
    }
    if is_csv(args) { Ok(()) } else { document::format(ui, &args.presentation).map(|_| ()) }
}

fn is_csv(args: &Compare) -> bool {
    let csv = |path: &Path| inputs::extension(path) == "csv";
    args.presentation.format.is_none() && args.presentation.output.as_deref().is_some_and(csv)
}

/// Up to where the list goes.
fn bound(ui: &Ui, args: &Compare) -> Result<Bound, Failure> {
    if let Some(count) = args.lowest {
        return Ok(Bound::Lowest(count as usize));
    }
    let text = args.below.as_deref().unwrap_or_default();
    // As a Dutch keyboard has it, and as programs do.
    let number: Option<f64> = text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite());
    number.map(Bound::Below).ok_or_else(|| {
        let example = failure::for_example(ui.language, "1.5");
        Failure::new(failure::invalid_value(ui.language, "--below", text, &[example], None))
    })
}

/// What can be told wrong once the questionnaire is known.
///
/// # Errors
/// A bound that no score can lie at: everyone would be on the list, or nobody.
pub(crate) fn expect_on_scale(ui: &Ui, args: &Compare, questionnaire: &Questionnaire) -> Result<(), Failure> {
    let (l, highest) = (ui.language, questionnaire.scale.max);
    match bound(ui, args)? {
        Bound::Below(score) if !(0.0..=highest).contains(&score) => {
            let text = args.below.as_deref().unwrap_or_default();
            Err(Failure::new(failure::bound_off_scale(l, text.trim(), highest)))
        }
        _ => Ok(()),
    }
}

/// Makes the list and writes it.
///
/// # Errors
/// When there is no such dimension or wave, or it cannot be written.
pub(crate) fn run(ui: &Ui, args: &Compare, batch: &Batch<'_>) -> Result<Exit, Failure> {
    let bound = bound(ui, args)?;
    let by = if args.by == "council" { "overall" } else { &args.by };
    let measure = match explained::measure(ui, batch, by)? {
        Measure::Cell(_) => return Err(Failure::new(failure::list_by_score(ui.language, by))),
        measure => measure,
    };
    let wave = inputs::wave(ui, &args.answers, batch)?;
    let within = inputs::within(ui, &args.answers, batch)?;
    let mut of_wave = batch.responses().registry.in_order();
    of_wave.retain(|&group| batch.group(group).wave == wave);
    // A list is of names, and figures over all would give away who is not on it.
    let (of_wave, unnamed): (Vec<usize>, Vec<usize>) = of_wave.into_iter().partition(|&g| batch.may_be_named(g));
    let unnamed = unnamed.len();
    // Who was asked less is not listed beside who was asked all.
    let (full, quick): (Vec<usize>, Vec<usize>) = of_wave.iter().partition(|&&group| batch.scan(group) == Scan::Full);
    let (groups, left_out) = if full.is_empty() { (quick, 0) } else { (full, quick.len()) };
    let list = batch.invitation(&groups, measure, bound);
    if list.invited.is_empty() {
        return Err(Failure::nothing(failure::nobody_listed(ui.language, list.councils)));
    }
    if let (true, Some(path)) = (is_csv(args), &args.presentation.output) {
        let text = csv(ui, batch, &list, (by, within));
        output::write(ui, path, text.as_bytes())?;
        ui.say(&words::written(ui.language, &path.display().to_string()));
        return Ok(Exit::Done);
    }
    let (language, tag) = (ui.language, ui.tag.as_str());
    let list = &list;
    let report = InvitationReport { batch, list, measure, bound, wave, within, left_out, unnamed, language, tag };
    document::write(ui, &report.document(), &args.presentation)?;
    Ok(Exit::Done)
}

/// The columns by which a table is told to be such a list.
pub(crate) const TOLD_BY: [&str; 4] = ["council", "gap", "place", "confidential"];

/// The list for a spreadsheet: numbers unrounded, unknown empty, the stamp in every row; `within` is the class that is
/// shown beside each council.
fn csv(ui: &Ui, batch: &Batch<'_>, list: &Invitation, (by, within): (&str, Option<usize>)) -> String {
    let registry = &batch.responses().registry;
    // Of classes taken together each has a column of its own.
    let classes = within.map(|column| registry.class_parts(column)).unwrap_or_default();
    let names = classes.iter().filter_map(|&column| registry.class_name(column));
    let header: Vec<String> = BEFORE.into_iter().chain(names).chain(AFTER).map(output::csv_field).collect();
    let mut text = header.join(",") + "\n";
    let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    for one in &list.invited {
        let known = batch.group(one.group);
        let listed = match one.listed {
            Listed::Inside => "yes",
            Listed::Tied => "yes-tied",
            Listed::Narrowly => "yes-narrowly",
            Listed::NearMiss => "near-miss",
        };
        let mut fields = vec![
            batch.id(one.group).to_owned(),
            batch.given_name(one.group).to_owned(),
            known.wave.map(|wave| wave.to_string()).unwrap_or_default(),
        ];
        fields.extend(classes.iter().map(|&column| registry.class(one.group, column).unwrap_or_default().to_owned()));
        fields.extend([
            by.to_owned(),
            number(Some(one.score)),
            number(one.gap),
            one.coverage.scored.to_string(),
            one.coverage.applicable.to_string(),
            number(one.without_one.map(|range| range.low)),
            number(one.without_one.map(|range| range.high)),
            known.respondents.to_string(),
            one.place.to_string(),
            listed.to_owned(),
            report::invitation::stamp(ui.language).to_owned(),
        ]);
        let fields: Vec<String> = fields.iter().map(|field| output::csv_field(field)).collect();
        text.push_str(&fields.join(","));
        text.push('\n');
    }
    text
}
