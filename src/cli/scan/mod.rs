//! Scores straight from tables: row by row, whatever their number, with an account of the rows that did not fit.

mod progress;
mod tables;
mod troubles;

use std::sync::atomic::Ordering;

use peil::comparison::Batch;
use peil::diagnostics::Diagnostics;
use peil::language::failure;
use peil::questionnaire::Questionnaire;
use peil::responses::scan::{Columns, Effort, Progress, Scanned, Table, scan};
use peil::responses::{Found, Responses, TableFormat};
use peil::scores::{Counter, Keep, Rubric, Tally};
use peil::source::{ReadError, Sources};

use super::args::Score;
use super::councils::Councils;
use super::failure::Failure;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::untaken;
use tables::Given;
use troubles::{Misfits, Troubles};

pub(crate) use tables::HELD_LIMIT;
pub(crate) use troubles::are_of_rejects;

/// Tables of answers that were opened, with the questionnaire they belong to.
pub(crate) struct Opened {
    pub(crate) questionnaire: Questionnaire,
    given: Vec<Given>,
    found: Found,
}

/// Opens the answers if they are tables and nothing else.
///
/// # Errors
/// A file that is not there, a questionnaire that cannot be found or has errors.
pub(crate) fn open(ui: &Ui, args: &Score) -> Result<Option<Opened>, Failure> {
    let Some((given, found)) = tables::given(ui, &args.answers.answers)? else { return Ok(None) };
    let questionnaire = match &args.answers.questionnaire {
        Some(name) => inputs::named_questionnaire(ui, name, &mut Sources::new())?,
        None => match tables::declared(ui, &given)? {
            Some(id) => inputs::shipped_questionnaire(ui, &id)?,
            None => return Err(Failure::new(failure::which_questionnaire(ui.language))),
        },
    };
    Ok(Some(Opened { questionnaire, given, found }))
}

impl Opened {
    /// Reads and counts all rows. `None` when some of them are answers to an earlier version of the questionnaire: such
    /// tables are to be read whole.
    ///
    /// # Errors
    /// A table that cannot be read, no row that can be counted, and with `--strict` the first row that does not fit.
    pub(crate) fn batch(&self, ui: &Ui, args: &Score, keep: Keep) -> Result<Option<(Batch<'_>, Clean)>, Failure> {
        let councils = Councils::read(ui, args.answers.councils.as_deref(), &self.questionnaire)?;
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        self.found.report(&mut sources, &mut out);
        let mut columns = Columns::new(&self.questionnaire);
        let mut tables: Vec<Table<'_>> = Vec::new();
        for given in &self.given {
            let table = match given.format {
                TableFormat::Parquet => columns.parquet(&given.shown, given.whole(), &mut sources, &mut out),
                TableFormat::Csv | TableFormat::Lines => {
                    columns.table(&given.shown, given.open(), &mut sources, &mut out)
                }
            };
            tables.extend(table.map_err(|error| system(ui, &given.path, error))?);
        }
        if tables.iter().any(Table::has_former_names) {
            return Ok(None);
        }
        let threads = inputs::threads(&args.answers);
        let sum = |bytes: fn(&Given) -> Option<u64>| self.given.iter().map(bytes).sum::<Option<u64>>().unwrap_or(0);
        let bytes = (sum(|given| given.bytes), sum(Given::text));
        let run =
            Run { ui, columns: &columns, tables: &tables, threads, given: &self.given, bytes, strict: args.strict };
        let rubric = Rubric::new(&self.questionnaire);
        let Some((tally, scanned)) = run.count(&rubric, keep)? else { return Ok(None) };
        untaken::tell(ui, &self.found.others);
        if let (Some(span), Some(finding)) = (Table::place_of_waves(&tables), scanned.registry.missing_wave()) {
            out.add(span, finding);
        }
        if let Some(span) = Table::column_of_waves(&tables) {
            scanned.registry.waves_nearly_alike().into_iter().for_each(|(_, finding)| out.add(span, finding));
        }
        let mut troubles = Troubles::new(ui, args);
        let misfits = Misfits { headers: (&out, &sources), odd: &scanned.odd, registry: &scanned.registry };
        troubles.look(&columns, &tables, &misfits)?;
        let clean = troubles.end(scanned.blank)?;
        if scanned.registry.groups().is_empty() {
            return Err(inputs::no_answers(ui, clean));
        }
        let any_quick = scanned.registry.groups().iter().any(|group| group.quick > 0);
        let mut fewer = Vec::new();
        if any_quick {
            let rubric = rubric.clone().quick_only();
            fewer.extend(run.count(&rubric, Keep::default())?.map(|(tally, _)| (rubric, tally)));
        }
        let mut registry = scanned.registry;
        councils.apply(ui, &mut registry);
        inputs::join_classes(&args.answers, &mut registry);
        let responses = Responses { registry, ..Responses::default() };
        Ok(Some((Batch::with(rubric, responses, tally, fewer), clean)))
    }
}

/// Counting the same tables, once or twice.
struct Run<'r> {
    ui: &'r Ui,
    columns: &'r Columns<'r>,
    tables: &'r [Table<'r>],
    threads: usize,
    given: &'r [Given],
    /// Bytes of all tables together, and as text; 0 where they are not known.
    bytes: (u64, u64),
    /// Stop at the first row with an error.
    strict: bool,
}

impl Run<'_> {
    fn count(&self, rubric: &Rubric<'_>, keep: Keep) -> Result<Option<(Tally, Scanned<()>)>, Failure> {
        let counter = Counter::new(rubric, keep);
        let progress = Progress::default();
        progress.strict.store(self.strict, Ordering::Relaxed);
        let shown = progress::Shown::new(self.ui, &progress, self.bytes);
        let all = Effort::on(self.threads);
        let effort = if self.bytes.1 > 0 { all.of_bytes(self.bytes.1) } else { all };
        let scanned = shown.during(|| scan(self.columns, self.tables, &counter, effort, &progress))?;
        if progress.earlier.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let Scanned { registry, parts, places, rows, blank, odd } = scanned.map_err(|error| {
            let table = progress.table.load(Ordering::Relaxed);
            system(self.ui, &self.given[table.min(self.given.len() - 1)].path, error)
        })?;
        let tally = counter.tally(parts, places);
        Ok(Some((tally, Scanned { registry, parts: Vec::new(), places: Vec::new(), rows, blank, odd })))
    }
}

fn system(ui: &Ui, path: &std::path::Path, error: std::io::Error) -> Failure {
    let path = path.to_owned();
    let absent = error.kind() == std::io::ErrorKind::NotFound;
    Failure::read(ui.language, &if absent { ReadError::Absent(path) } else { ReadError::System { path, error } })
}
