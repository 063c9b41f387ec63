//! `peil score`: the scores of one council or of many.

use std::path::Path;

use peil::comparison::Batch;
use peil::language::{cli as words, failure};
use peil::scores::{Keep, explain};

use super::args::{Score, ScoreFormat};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::{derivation_tree, output, scan, score_file, score_table};

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Score) -> Result<Exit, Failure> {
    if let Some(path) = &args.output {
        output::expect_place(ui.language, path)?;
    }
    let format = format(ui, args)?;
    let keep =
        Keep { band: format != ScoreFormat::Csv, distributions: format == ScoreFormat::Table, coverage_by_role: false };
    if args.explain.is_none()
        && let Some(opened) = scan::open(ui, args)?
        && let Some((batch, clean)) = opened.batch(ui, args, keep)?
    {
        scores(ui, args, &batch, format)?;
        return Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings });
    }
    if args.rejects.is_some() {
        return Err(Failure::new(failure::rejects_of_rows(ui.language)));
    }
    let (questionnaire, responses, clean) = inputs::open(ui, &args.answers)?.bind(ui)?;
    if args.strict && clean == Clean::No {
        return Err(Failure { exit: Exit::Findings, ..Failure::new(peil::language::scan::stopped(ui.language)) });
    }
    let drafts = responses.drafts;
    let batch = inputs::batch(&questionnaire, responses, keep, &args.answers);
    if drafts > 0 {
        ui.say(&words::drafts_included(ui.language, drafts));
    }
    if let Some(dimension) = &args.explain {
        explained(ui, args, &batch, dimension)?;
    } else {
        scores(ui, args, &batch, format)?;
    }
    Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings })
}

/// The format asked for, else what the extension of the output says.
fn format(ui: &Ui, args: &Score) -> Result<ScoreFormat, Failure> {
    match (args.format, &args.output) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(ScoreFormat::Table),
        (None, Some(path)) if path == Path::new("-") => Ok(ScoreFormat::Csv),
        (None, Some(path)) => match inputs::extension(path).as_str() {
            "csv" => Ok(ScoreFormat::Csv),
            "json" => Ok(ScoreFormat::Json),
            "txt" => Ok(ScoreFormat::Table),
            _ if !path.is_dir() && path.exists() && !path.is_file() => Ok(ScoreFormat::Csv),
            _ => {
                let extensions = [".csv", ".json"].map(String::from);
                Err(Failure::new(failure::which_format(ui.language, &path.display().to_string(), &extensions)))
            }
        },
    }
}

fn scores(ui: &Ui, args: &Score, batch: &Batch<'_>, format: ScoreFormat) -> Result<(), Failure> {
    let within = inputs::within(ui, &args.answers, batch)?;
    let mut groups = batch.responses().registry.in_order();
    if args.answers.wave.is_some() {
        let wave = inputs::wave(ui, &args.answers, batch)?;
        groups.retain(|&group| batch.group(group).wave == wave);
    }
    if let Some(id) = &args.council {
        inputs::known_council(ui, id, &groups, batch)?;
        groups.retain(|&group| batch.id(group) == id);
    }
    let fields = batch.fields(within);
    let threads = inputs::threads(&args.answers);
    let path = args.output.as_deref();
    match format {
        ScoreFormat::Csv => {
            output::stream(ui, path, &mut |out| score_file::csv(batch, &groups, &fields, threads, out))?;
        }
        ScoreFormat::Json => {
            let text = score_file::json(batch, &groups, &fields);
            let text = text.map_err(|error| Failure::new(failure::internal(ui.language, &error.to_string())))?;
            output::stream(ui, path, &mut |out| out.write_all(text.as_bytes()))?;
        }
        ScoreFormat::Table => {
            let text = score_table::render(ui, batch, &groups, &fields);
            match path {
                Some(path) => output::write(ui, path, text.as_bytes())?,
                None => ui.result(&text)?,
            }
        }
    }
    if let Some(path) = path.filter(|path| *path != Path::new("-")) {
        ui.say(&words::scores_written(ui.language, groups.len(), &path.display().to_string()));
    }
    Ok(())
}

fn explained(ui: &Ui, args: &Score, batch: &Batch<'_>, name: &str) -> Result<(), Failure> {
    let questionnaire = batch.rubric().questionnaire();
    let dimension = match name {
        "overall" => None,
        _ => Some(questionnaire.dimension(name).ok_or_else(|| {
            let known: Vec<String> = questionnaire.dimensions.iter().map(|dimension| dimension.id.clone()).collect();
            let near = peil::diagnostics::nearest(name, known.iter().map(String::as_str));
            Failure::new(failure::no_dimension(ui.language, name, near.as_deref(), &known))
        })?),
    };
    let wave = inputs::wave(ui, &args.answers, batch)?;
    let group = inputs::one_group(ui, args.council.as_deref(), wave, batch)?;
    let derivation = explain(batch.rubric(), batch.chunks(), group, dimension);
    let text = derivation_tree::render(ui, batch, group, &derivation);
    match &args.output {
        Some(path) => output::write(ui, path, text.as_bytes()),
        None => ui.result(&text),
    }
}
