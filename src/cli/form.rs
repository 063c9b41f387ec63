//! `peil form`: a questionnaire to send out, as an offline page or a workbook.

use std::path::Path;

use peil::forms::{self, Settled};
use peil::language::{cli as words, failure};
use peil::questionnaire::Questionnaire;
use peil::responses::{Wave, date};
use peil::source::Sources;
use peil::spreadsheet;

use super::args::Form;
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, named_questionnaire};
use super::output;
use super::ui::Ui;

/// What a form is written as.
#[derive(Clone, Copy)]
enum Format {
    Html,
    Xlsx,
}

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Form) -> Result<Exit, Failure> {
    let format = format(ui, &args.output)?;
    output::expect_place(ui.language, &args.output)?;
    let questionnaire = named_questionnaire(ui, &args.questionnaire, &mut Sources::new())?;
    let settled = settled(ui, args, &questionnaire)?;
    if !forms::asks_anything(&questionnaire, &settled) {
        return Err(Failure::nothing(failure::form_without_questions(ui.language)));
    }
    match format {
        Format::Html => {
            output::write(ui, &args.output, forms::html(&questionnaire, &settled).as_bytes())?;
            if args.output != Path::new("-") {
                let own = args.questionnaire.exists().then(|| args.questionnaire.display().to_string());
                ui.say(&words::form_written(ui.language, &args.output.display().to_string(), own.as_deref()));
            }
        }
        Format::Xlsx => workbook(ui, &args.output, &questionnaire, &settled)?,
    }
    Ok(Exit::Done)
}

/// Writes the workbook, and reads it back before it is called written: one that is empty or broken would be noticed only
/// when the answers do not come.
fn workbook(ui: &Ui, path: &Path, questionnaire: &Questionnaire, settled: &Settled) -> Result<(), Failure> {
    let shown = path.display().to_string();
    let tag = forms::workbook_tag(questionnaire, &ui.tag);
    let bytes = forms::workbook(questionnaire, settled, &tag)
        .map_err(|error| Failure::new(failure::workbook_does_not_fit(ui.language, &error.to_string())))?;
    output::write(ui, path, &bytes)?;
    if path.is_file() {
        let grids = spreadsheet::open(path).map_err(|error| Failure::spreadsheet(ui.language, path, &error))?;
        if !forms::is_blank_workbook(&grids, questionnaire, settled) {
            return Err(Failure::new(failure::workbook_does_not_read_back(ui.language, &shown)));
        }
    }
    ui.say(&words::workbook_written(ui.language, &shown));
    Ok(())
}

/// What the extension asks for; standard output has none and gets the page.
fn format(ui: &Ui, path: &Path) -> Result<Format, Failure> {
    match inputs::extension(path).as_str() {
        "html" | "htm" => Ok(Format::Html),
        "xlsx" => Ok(Format::Xlsx),
        _ if path == Path::new("-") => Ok(Format::Html),
        _ => {
            let shown = path.display().to_string();
            Err(Failure::new(failure::which_form(ui.language, &shown, &[".html".to_owned(), ".xlsx".to_owned()])))
        }
    }
}

fn settled(ui: &Ui, args: &Form, questionnaire: &Questionnaire) -> Result<Settled, Failure> {
    let l = ui.language;
    let voice = args.role.as_deref().map(|text| inputs::voice(ui, questionnaire, text)).transpose()?;
    let wrong = |flag: &str, value: &str, example: &str| {
        Failure::new(failure::invalid_value(l, flag, value, &[failure::for_example(l, example)], None))
    };
    let wave = args.wave.as_deref().map(|text| Wave::parse(text).ok_or_else(|| wrong("--wave", text, "2026")));
    let keep = args.keep_until.as_deref().map(|text| {
        let day = date(text);
        day.ok_or_else(|| wrong("--keep-until", text, "2028-12-31"))
    });
    let given =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    if args.council.is_some() && given(&args.council).is_none() {
        return Err(wrong("--council", "", "41048"));
    }
    Ok(Settled {
        quick: args.quick,
        voice,
        council: given(&args.council),
        name: given(&args.name),
        wave: wave.transpose()?,
        keep_until: keep.transpose()?,
        instructions: given(&args.instructions),
        seed: args.seed,
    })
}
