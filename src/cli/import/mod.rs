//! `peil import`: answers from forms, workbooks and survey exports, with an account of what was not understood.

mod files;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use peil::diagnostics::{Diagnostics, nearest};
use peil::forms;
use peil::import::{self, Account, Imported, Importer, Mapping, Own, Settled};
use peil::language::{Language, failure, import as words};
use peil::questionnaire::{Questionnaire, Version, shipped};
use peil::responses::{self, Codec, Earlier, Sheet, Voice, Wave};
use peil::source::Sources;
use peil::yaml::{self, Node};

use super::args::Import;
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, named_questionnaire};
use super::output;
use super::ui::Ui;
use files::File;

/// Everything that was read.
#[derive(Default)]
struct Taken {
    sheets: Vec<Sheet>,
    /// The earlier versions that were answered, and what was done to those answers.
    earlier: BTreeMap<Version, Earlier>,
    accounts: Vec<Account>,
    /// A file of peil's own in which something was wrong.
    has_errors: bool,
    /// A table does not say which council it is about.
    lacks_council: bool,
}

impl Taken {
    /// Notes what was done to answers, if they are of an earlier version.
    fn note(&mut self, q: &Questionnaire, sheets: &[Sheet], noted: &Earlier) {
        let answered = sheets.iter().filter_map(|sheet| Version::parse(&sheet.questionnaire.version));
        let answered: BTreeSet<Version> = answered.filter(|version| *version != q.number()).collect();
        for version in answered {
            self.earlier.entry(version).or_default().merge(noted.clone());
        }
    }

    /// Counts the respondents of each of those versions.
    fn count(&mut self) {
        for version in self.sheets.iter().filter_map(|sheet| Version::parse(&sheet.questionnaire.version)) {
            if let Some(earlier) = self.earlier.get_mut(&version) {
                earlier.respondents += 1;
            }
        }
        self.earlier.retain(|_, earlier| earlier.respondents > 0);
    }

    /// Why there is nothing that could be written, if there is nothing.
    fn nothing(&self, l: Language) -> Option<Failure> {
        let has_tables = self.accounts.iter().any(|account| !account.columns.is_empty());
        if !self.accounts.is_empty() && !self.accounts.iter().any(Account::has_matched) {
            return Some(Failure::nothing(failure::nothing_matched(l)));
        }
        if has_tables && self.accounts.iter().all(|account| account.tally.read == 0) {
            return Some(Failure::nothing(failure::export_without_rows(l)));
        }
        self.lacks_council.then(|| Failure::new(failure::council_not_told(l)))
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
    let files = files::read(ui, &args.files, &source, &mut sources, &mut out)?;
    let q = questionnaire(ui, args, mapping.as_ref(), &files, &sources)?;
    let codec = Codec::new(&q);
    let mapping = match (&mapping, &args.mapping) {
        (Some(node), Some(path)) => bound_mapping(ui, node, path, &q, &codec, &sources)?,
        _ => Mapping::default(),
    };
    let settled = settled(ui, args, &q)?;
    let importer = Importer::new(&q, &codec, &mapping, &settled, args.seed.unwrap_or(0));
    let taken = take(ui, &files, &importer, (&q, &codec), &mut out)?;
    let accounts: Vec<&Account> = taken.accounts.iter().collect();
    if args.suggest {
        ui.problems(&out, &sources);
        return suggest(ui, args, &importer, &accounts);
    }
    importer.report_absent(&accounts, &mut out);
    ui.problems(&out, &sources);
    tell(ui, args, &accounts)?;
    inputs::say_earlier(ui, &q, &taken.earlier);
    for (council, names) in import::several_names(&taken.sheets) {
        ui.say(&words::several_names(l, &council, &names));
    }
    if let Some(nothing) = taken.nothing(l) {
        return Err(nothing);
    }
    let unmatched = taken.accounts.iter().any(Account::has_unmatched) || out.has_errors() || taken.has_errors;
    if taken.sheets.is_empty() {
        let nothing = Failure::nothing(failure::no_respondents(l));
        return Err(if unmatched { Failure { exit: Exit::Findings, ..nothing } } else { nothing });
    }
    if args.dry_run {
        ui.say(words::nothing_written(l));
    } else {
        write::write(ui, args, &taken.sheets, &q, &codec)?;
    }
    if !unmatched || (args.allow_unmatched && !out.has_errors()) {
        return Ok(Exit::Done);
    }
    if args.mapping.is_none() && taken.accounts.iter().any(|account| !account.columns.is_empty()) {
        ui.say(&words::next_suggest(l, &write::command(args)));
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
                if let Some((sheet, noted)) = responses::read_sheet(node, q, codec, out) {
                    taken.note(q, std::slice::from_ref(&sheet), &noted);
                    own.push(Own { file: path.clone(), sheet });
                }
                taken.has_errors |= out.has_errors_in(*file);
            }
            File::Workbook { path, grids } => {
                let read = forms::read_workbook(grids, q, codec);
                let shown = path.display().to_string();
                let read = read.map_err(|error| Failure::new(error.sentence(ui.language, &shown)))?;
                let noted = read.noted.clone();
                let (sheet, account) = importer.workbook(&files::shown(path), read);
                taken.note(q, sheet.as_slice(), &noted);
                taken.sheets.extend(sheet);
                taken.accounts.push(account);
            }
            File::Unreadable => taken.has_errors = true,
            File::Export(export) => {
                let read = importer.read(export).map_err(|error| files::no_table(ui, &export.file, &error))?;
                let Imported { mut sheets, account, knows_council, noted } = read;
                taken.note(q, &sheets, &noted);
                taken.sheets.append(&mut sheets);
                taken.lacks_council |= !knows_council && account.has_matched();
                taken.accounts.push(account);
            }
        }
    }
    if !own.is_empty() {
        let (mut sheets, account) = importer.own(own);
        taken.sheets.append(&mut sheets);
        taken.accounts.push(account);
    }
    import::told_apart(&mut taken.sheets);
    taken.count();
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
    let voice = args.role.as_deref().map(|id| {
        let known: Vec<String> = Voice::ids(q).map(str::to_owned).collect();
        let near = nearest(id, known.iter().map(String::as_str));
        Voice::of(id, q).ok_or_else(|| Failure::new(failure::no_role(l, id, near.as_deref(), &known)))
    });
    Ok(Settled {
        council: given(&args.council, "--council", "41048")?,
        name: given(&args.name, "--name", "Ninove")?,
        wave: wave.transpose()?,
        voice: voice.transpose()?,
    })
}
