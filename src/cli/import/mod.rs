//! `peil import`: answers from forms, workbooks and survey exports, with an account of what was not understood.

mod files;
mod places;
mod write;

use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::forms;
use peil::import::{self, Account, Gathered, Importer, Mapping, Settled};
use peil::language::{Language, failure, import as words};
use peil::questionnaire::{Questionnaire, shipped};
use peil::responses::{Codec, Wave};
use peil::source::Sources;
use peil::yaml::{self, Node};

use super::args::Import;
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, named_questionnaire};
use super::output;
use super::ui::Ui;
use files::{File, Refusal};

/// Everything that was read.
#[derive(Default)]
struct Taken {
    all: Gathered,
    /// A file that could not be read, or one of peil's own in which something was wrong.
    has_errors: bool,
    /// A table does not say which council it is about.
    lacks_council: bool,
}

impl Taken {
    fn refused(&mut self, refusal: Refusal<'_>, failure: Failure) -> Result<(), Failure> {
        self.has_errors = true;
        refusal.told(failure)
    }

    fn has_unmatched(&self) -> bool {
        self.all.accounts.iter().any(Account::has_unmatched)
    }

    /// Makes sure that there is something to write.
    fn expect_answers(&self, l: Language, has_errors: bool) -> Result<(), Failure> {
        let accounts = &self.all.accounts;
        let has_tables = accounts.iter().any(|account| !account.columns.is_empty());
        if !accounts.is_empty() && !accounts.iter().any(Account::has_matched) {
            return Err(Failure::nothing(failure::nothing_matched(l)));
        }
        if has_tables && accounts.iter().all(|account| account.tally.read == 0) {
            return Err(Failure::nothing(failure::export_without_rows(l)));
        }
        if self.lacks_council {
            return Err(Failure::new(failure::council_not_told(l)));
        }
        if !self.all.sheets.is_empty() {
            return Ok(());
        }
        let nothing = Failure::nothing(failure::no_respondents(l));
        let is_wrong = has_errors || self.has_unmatched();
        Err(if is_wrong { Failure { exit: Exit::Findings, ..nothing } } else { nothing })
    }
}

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Import) -> Result<Exit, Failure> {
    let l = ui.language;
    write::expect_place(ui, args)?;
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let mapping = args.mapping.as_deref().map(|path| mapping_node(ui, path, &mut sources)).transpose()?;
    let source = mapping.as_ref().map(import::mapping_source).unwrap_or_default();
    let (files, refusal) = files::read(ui, args, &source, &mut sources, &mut out)?;
    let q = questionnaire(ui, args, mapping.as_ref(), &files, &sources)?;
    let codec = Codec::new(&q);
    let mapping = match (&mapping, &args.mapping) {
        (Some(node), Some(path)) => bound_mapping(ui, node, path, &q, &codec, &sources)?,
        _ => Mapping::default(),
    };
    let settled = settled(ui, args, &q)?;
    let importer = Importer::new(&q, &codec, &mapping, &settled, args.seed.unwrap_or(0));
    let taken = take(ui, refusal, &files, &importer, (&q, &codec), &mut out)?;
    let accounts: Vec<&Account> = taken.all.accounts.iter().collect();
    if args.suggest {
        ui.problems(&out, &sources);
        return suggest(ui, args, &importer, &accounts);
    }
    importer.report_absent(&accounts, &mut out);
    ui.problems(&out, &sources);
    tell(ui, args, &accounts)?;
    inputs::say_earlier(ui, &q, &taken.all.earlier);
    for (council, names) in taken.all.several_names() {
        ui.say(&words::several_names(l, council, &names));
    }
    let has_errors = out.has_errors() || taken.has_errors;
    taken.expect_answers(l, has_errors)?;
    if args.dry_run {
        ui.say(words::nothing_written(l));
    } else {
        write::write(ui, args, &taken.all.sheets, &q, &codec)?;
    }
    if !has_errors && (args.allow_unmatched || !taken.has_unmatched()) {
        return Ok(Exit::Done);
    }
    if args.mapping.is_none() && accounts.iter().any(|account| account.could_be_mapped()) {
        ui.say(&words::next_suggest(l, &write::command(args)));
    }
    if accounts.iter().any(|account| account.has_of_other_version()) {
        ui.say(words::next_version(l));
    }
    Ok(Exit::Findings)
}

/// Shows the account: with `--dry-run` it is what was asked for, else it stands beside the result.
fn tell(ui: &Ui, args: &Import, accounts: &[&Account]) -> Result<(), Failure> {
    const WIDEST: usize = 80;
    let width = ui.width.min(WIDEST);
    let told: Vec<String> = accounts.iter().map(|account| import::told(account, ui.language, width)).collect();
    if args.dry_run {
        return ui.result(&told.join("\n"));
    }
    ui.say(told.join("\n").trim_end());
    Ok(())
}

fn suggest(ui: &Ui, args: &Import, importer: &Importer<'_>, accounts: &[&Account]) -> Result<Exit, Failure> {
    let l = ui.language;
    let tables: Vec<&Account> = accounts.iter().filter(|account| !account.columns.is_empty()).copied().collect();
    if tables.is_empty() {
        return Err(Failure::nothing(failure::nothing_to_map(l)));
    }
    if !import::are_of_one_tool(&tables) {
        return Err(Failure::new(failure::several_tools(l)));
    }
    let suggestion = importer.suggest(&tables, l);
    let Some(path) = args.output.as_deref().filter(|path| *path != Path::new("-")) else {
        ui.result(&suggestion.text)?;
        return Ok(Exit::Done);
    };
    if path.exists() && !args.overwrite {
        return Err(Failure::new(failure::output_exists(l, &path.display().to_string())));
    }
    output::write(ui, path, suggestion.text.as_bytes())?;
    ui.say(&words::mapping_written(l, &path.display().to_string(), suggestion.open));
    Ok(Exit::Done)
}

/// Reads every file; forms together, since one person may have saved twice.
fn take(
    ui: &Ui,
    refusal: Refusal<'_>,
    files: &[File],
    importer: &Importer<'_>,
    (q, codec): (&Questionnaire, &Codec),
    out: &mut Diagnostics,
) -> Result<Taken, Failure> {
    let mut taken = Taken::default();
    let mut own = Vec::new();
    for file in files {
        match file {
            File::Form { path, file, node } => {
                if let Some(own_form) = importer.form(path, node, out) {
                    taken.all.note(&own_form.sheet, own_form.noted.clone());
                    own.push(own_form);
                }
                taken.has_errors |= out.has_errors_in(*file);
            }
            File::Workbook { path, grids } => {
                let shown = files::shown(path);
                match forms::read_workbook(grids, q, codec) {
                    Ok(read) => {
                        let noted = read.noted.clone();
                        taken.all.workbook(importer.workbook(&shown, read), noted);
                    }
                    Err(error) => taken.refused(refusal, Failure::new(error.sentence(ui.language, &shown)))?,
                }
            }
            File::Unreadable => taken.has_errors = true,
            File::Export(export) => match importer.read(export) {
                Ok(read) => {
                    taken.lacks_council |= !read.knows_council && read.account.has_matched();
                    taken.all.export(read);
                }
                Err(error) => taken.refused(refusal, files::no_table(ui, &export.file, &error))?,
            },
        }
    }
    if !own.is_empty() {
        taken.all.forms(importer.own(own));
    }
    taken.all.finish(importer);
    Ok(taken)
}

fn mapping_node(ui: &Ui, path: &Path, sources: &mut Sources) -> Result<Node, Failure> {
    let l = ui.language;
    let file = sources.read(path, yaml::SIZE_LIMIT).map_err(|error| Failure::read(l, &error))?;
    let mut out = Diagnostics::new();
    let node = yaml::parse(file, sources, &mut out);
    ui.problems(&out, sources);
    node.filter(|_| !out.has_errors()).ok_or_else(|| broken_mapping(ui, path))
}

fn bound_mapping(
    ui: &Ui,
    node: &Node,
    path: &Path,
    q: &Questionnaire,
    codec: &Codec,
    sources: &Sources,
) -> Result<Mapping, Failure> {
    let mut out = Diagnostics::new();
    let mapping = import::read_mapping(node, q, codec, &mut out);
    ui.problems(&out, sources);
    mapping.filter(|_| !out.has_errors()).ok_or_else(|| broken_mapping(ui, path))
}

fn broken_mapping(ui: &Ui, path: &Path) -> Failure {
    Failure::new(failure::broken_mapping(ui.language, &path.display().to_string()))
}

/// The questionnaire given, else the shipped one that the mapping or one of peil's own files names.
fn questionnaire(
    ui: &Ui,
    args: &Import,
    mapping: Option<&Node>,
    files: &[File],
    sources: &Sources,
) -> Result<Questionnaire, Failure> {
    if let Some(name) = &args.questionnaire {
        return named_questionnaire(ui, name, &mut Sources::new());
    }
    let declared = mapping.and_then(import::mapping_of).map(str::to_owned);
    let declared = declared.or_else(|| files.iter().find_map(|file| file.questionnaire(sources)));
    match declared {
        Some(id) => shipped(&id).ok_or_else(|| inputs::not_given(ui, &id)),
        None => Err(Failure::new(failure::which_questionnaire_of_export(ui.language))),
    }
}

fn settled(ui: &Ui, args: &Import, q: &Questionnaire) -> Result<Settled, Failure> {
    let l = ui.language;
    let wrong = |flag: &str, value: &str, example: &str| {
        Failure::new(failure::invalid_value(l, flag, value, &[failure::for_example(l, example)], None))
    };
    let given = |text: &Option<String>, flag: &str, example: &str| match text.as_deref().map(str::trim) {
        Some("") => Err(wrong(flag, "", example)),
        text => Ok(text.map(str::to_owned)),
    };
    let wave = args.wave.as_deref().map(|text| Wave::parse(text).ok_or_else(|| wrong("--wave", text, "2026")));
    let voice = args.role.as_deref().map(|text| inputs::voice(ui, q, text));
    Ok(Settled {
        council: given(&args.council, "--council", "41048")?,
        name: given(&args.name, "--name", "Ninove")?,
        wave: wave.transpose()?,
        voice: voice.transpose()?,
    })
}
