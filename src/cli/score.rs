//! `peil score`: the scores of one council or of many.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use peil::comparison::Batch;
use peil::language::{Language, cli as words, failure};
use peil::scores::Keep;
use peil::source::{Packing, bare};

use super::args::{Score, ScoreFormat};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::{explained, output, page_about, scan, score_file, score_parquet, score_table};

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Score) -> Result<Exit, Failure> {
    expect_places(ui, args)?;
    inputs::today(ui, args.answers.today.as_deref())?;
    let format = format(ui, args)?;
    if format == ScoreFormat::Parquet {
        expect_bytes_fit(ui, args.output.as_deref())?;
    }
    // Only an explanation and the object of all scores show a band, and only the table a step.
    let band = args.explain.is_some() || format == ScoreFormat::Json;
    let keep = Keep { band, distributions: format == ScoreFormat::Table, coverage_by_role: false };
    if args.explain.is_none()
        && let Some(opened) = scan::open(ui, args)?
        && let Some((batch, clean)) = opened.batch(ui, args, keep)?
    {
        scores(ui, args, &batch, format)?;
        // There is nothing left to do; handing this memory back piece by piece would be work for nothing.
        std::mem::forget(batch);
        return Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings });
    }
    if args.rejects.is_some() {
        return Err(Failure::new(failure::rejects_of_rows(ui.language)));
    }
    let (questionnaire, responses, clean) = inputs::open(ui, &args.answers)?.bind(ui)?;
    if args.strict && clean == Clean::No {
        return Err(Failure { exit: Exit::Findings, ..Failure::new(peil::language::scan::stopped(ui.language)) });
    }
    let batch = inputs::batch(&questionnaire, responses, keep, &args.answers);
    if let Some(name) = &args.explain {
        explained::run(ui, args, &batch, name, format)?;
    } else {
        scores(ui, args, &batch, format)?;
    }
    Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings })
}

/// Makes sure that all that is asked for can be written, and takes the place of nothing that is read.
fn expect_places(ui: &Ui, args: &Score) -> Result<(), Failure> {
    let l = ui.language;
    let outputs: Vec<&Path> = args.output.iter().chain(&args.rejects).map(PathBuf::as_path).collect();
    inputs::expect_outputs(ui, &outputs, &args.answers)?;
    if let Some(rejects) = args.rejects.as_deref() {
        let scores = args.output.as_deref().unwrap_or(Path::new("-"));
        if output::is_same_place(scores, rejects) && !is_device(rejects) {
            return Err(Failure::new(failure::outputs_in_one_place(l)));
        }
        expect_name_of_csv(l, rejects)?;
    }
    Ok(())
}

/// Makes sure that a name does not say that the rows with a problem are anything but CSV, packed with gzip or not at all.
fn expect_name_of_csv(l: Language, path: &Path) -> Result<(), Failure> {
    let packed = Packing::of(path) == Some(Packing::Gzip);
    let plain = if packed { bare(path) } else { path.to_owned() };
    if path.extension().is_none() || inputs::extension(&plain) == "csv" || is_device(path) {
        return Ok(());
    }
    let better = bare(path).with_extension(if packed { "csv.gz" } else { "csv" });
    Err(Failure::new(failure::rejects_are_csv(l, &path.display().to_string(), &better.display().to_string())))
}

/// Whether a path is something other than a file or folder, such as `/dev/null`.
fn is_device(path: &Path) -> bool {
    path.exists() && !path.is_dir() && !path.is_file()
}

/// The format asked for, else what the extension of the output says. Scores are for programs, and one number is
/// explained to people too.
fn format(ui: &Ui, args: &Score) -> Result<ScoreFormat, Failure> {
    let l = ui.language;
    let explains = args.explain.is_some();
    match (args.format, &args.output) {
        (Some(ScoreFormat::Markdown | ScoreFormat::Html), _) if !explains => {
            Err(Failure::new(failure::scores_are_no_page(l)))
        }
        (Some(ScoreFormat::Csv | ScoreFormat::Jsonl | ScoreFormat::Parquet), _) if explains => {
            Err(Failure::new(failure::derivation_is_no_table(l)))
        }
        (Some(format), _) => Ok(format),
        (None, None) => Ok(ScoreFormat::Table),
        (None, Some(path)) if path == Path::new("-") => {
            Ok(if explains { ScoreFormat::Table } else { ScoreFormat::Csv })
        }
        (None, Some(path)) => {
            let packed = Packing::of(path) == Some(Packing::Gzip);
            let extension = inputs::extension(&if packed { bare(path) } else { path.clone() });
            let known: &[(&str, ScoreFormat)] = if explains { &explained::EXTENSIONS } else { &EXTENSIONS };
            match known.iter().find(|(known, _)| *known == extension) {
                Some((_, format)) => Ok(*format),
                None if is_device(path) => Ok(if explains { ScoreFormat::Table } else { ScoreFormat::Csv }),
                None => {
                    // Those that are for reading elsewhere, and not every spelling of them.
                    let told = if explains { 3 } else { 4 };
                    let extensions: Vec<String> =
                        known.iter().take(told).map(|(known, _)| format!(".{known}")).collect();
                    Err(Failure::new(failure::which_format(l, &path.display().to_string(), &extensions)))
                }
            }
        }
    }
}

/// The formats of scores, by their extension.
const EXTENSIONS: [(&str, ScoreFormat); 6] = [
    ("csv", ScoreFormat::Csv),
    ("json", ScoreFormat::Json),
    ("jsonl", ScoreFormat::Jsonl),
    ("parquet", ScoreFormat::Parquet),
    ("ndjson", ScoreFormat::Jsonl),
    ("txt", ScoreFormat::Table),
];

/// Bytes that nobody can read do not belong on a terminal, and what is packed by itself is not packed once more.
fn expect_bytes_fit(ui: &Ui, path: Option<&Path>) -> Result<(), Failure> {
    match path.filter(|path| *path != Path::new("-")) {
        None if io::stdout().is_terminal() => Err(Failure::new(failure::parquet_on_terminal(ui.language))),
        Some(path) if Packing::of(path).is_some() => {
            let (shown, plain) = (path.display().to_string(), bare(path).display().to_string());
            Err(Failure::new(failure::parquet_packed_again(ui.language, &shown, &plain)))
        }
        _ => Ok(()),
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
        page_about::known_council(ui, id, &groups, batch)?;
        groups.retain(|&group| batch.id(group) == id);
    }
    let threads = inputs::threads(&args.answers);
    let fields = batch.fields(within, threads);
    let scored = score_file::Scored { batch, groups: &groups, fields: &fields, threads };
    let path = args.output.as_deref();
    match format {
        ScoreFormat::Csv => {
            output::stream(ui, path, &mut |out| score_file::csv(scored, out))?;
        }
        ScoreFormat::Jsonl => {
            output::stream(ui, path, &mut |out| score_file::json_lines(scored, out))?;
        }
        ScoreFormat::Parquet => {
            output::stream(ui, path, &mut |out| score_parquet::write(scored, out))?;
        }
        ScoreFormat::Json => {
            output::stream(ui, path, &mut |out| score_file::json(scored, out))?;
        }
        ScoreFormat::Table | ScoreFormat::Markdown | ScoreFormat::Html => {
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
