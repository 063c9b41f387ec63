//! The account of the rows that did not fit: each counted, the first shown in their place, all of them in a file if asked
//! for.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use peil::diagnostics::{Code, Diagnostic, Diagnostics, Finding, Severity};
use peil::language::scan as words;
use peil::responses::scan::{Columns, Odd, Table, explain};
use peil::responses::{Registry, same_councils};
use peil::source::Sources;

use crate::args::Score;
use crate::failure::Failure;
use crate::inputs::Clean;
use crate::ui::{PROBLEMS_SHOWN, Ui};
use crate::{interrupt, output};

/// The columns of a table of rejected rows.
const OF_REJECTS: [&str; 7] = ["file", "line", "column", "code", COUNTED, "reason", "row"];
/// The column that says whether a row was counted.
const COUNTED: &str = "counted";

/// Whether these are the columns of a table of rejected rows, also of one from before it said which were counted.
pub(crate) fn are_of_rejects(names: &[&str]) -> bool {
    names == OF_REJECTS || OF_REJECTS.iter().filter(|name| **name != COUNTED).eq(names)
}

/// What was wrong so far.
pub(super) struct Troubles<'u> {
    ui: &'u Ui,
    args: &'u Score,
    /// Problems by code, and whether that code makes a row or a cell unusable.
    counts: BTreeMap<Code, u64>,
    shown: usize,
    errors: bool,
}

/// What did not fit: in the first lines, and the rows that were set aside.
pub(super) struct Misfits<'o> {
    pub(super) headers: (&'o Diagnostics, &'o Sources),
    pub(super) odd: &'o [Odd],
    /// The councils of the rows that did fit.
    pub(super) registry: &'o Registry,
}

impl<'u> Troubles<'u> {
    pub(super) fn new(ui: &'u Ui, args: &'u Score) -> Troubles<'u> {
        Troubles { ui, args, counts: BTreeMap::new(), shown: 0, errors: false }
    }

    /// Looks at what did not fit.
    ///
    /// # Errors
    /// A table that cannot be read, a file of rejected rows that cannot be written, an interruption. No file of rejected
    /// rows is written then.
    pub(super) fn look(
        &mut self,
        columns: &Columns<'_>,
        tables: &[Table<'_>],
        misfits: &Misfits<'_>,
    ) -> Result<(), Failure> {
        let Some(path) = self.args.rejects.as_deref() else {
            return self.all(columns, tables, misfits, &mut |_| Ok(())).0;
        };
        let ui = self.ui;
        let mut read = Ok(());
        let written = output::stream(ui, Some(path), &mut |out| {
            let mut writer = csv::Writer::from_writer(out);
            writer.write_record(OF_REJECTS).map_err(io_error)?;
            let (looked, written) =
                self.all(columns, tables, misfits, &mut |record| writer.write_record(record).map_err(io_error));
            read = looked;
            written?;
            // What is not whole is not put in the place of an older file.
            if read.is_err() { Err(io::ErrorKind::UnexpectedEof.into()) } else { writer.flush() }
        });
        read.and(written)
    }

    /// Counts, shows and hands out everything that did not fit; what stood in the way of reading it, and of handing it out.
    fn all(
        &mut self,
        columns: &Columns<'_>,
        tables: &[Table<'_>],
        misfits: &Misfits<'_>,
        hand: &mut dyn FnMut(&[&str]) -> io::Result<()>,
    ) -> (Result<(), Failure>, io::Result<()>) {
        let (out, sources) = misfits.headers;
        self.count(out, sources);
        let first_line = |one: &Diagnostic| sources.get(one.span.file).text().to_owned();
        // Of a first line that nothing can be made of, and of a file that was not opened, no row was counted.
        let is_counted = |one: &Diagnostic| tables.iter().any(|table| table.header == one.span.file);
        let mut handed = self.reject(out, sources, &|one| (is_counted(one), first_line(one)), hand);
        if handed.is_err() || self.is_enough() {
            return (Ok(()), handed);
        }
        let read = explain(columns, tables, misfits.odd, &mut |row| {
            self.count(row.out, row.sources);
            let of_row = |_: &Diagnostic| (row.is_counted, String::from_utf8_lossy(row.row).into_owned());
            handed = self.reject(row.out, row.sources, &of_row, hand);
            handed.is_ok() && !self.is_enough() && !interrupt::pressed()
        });
        let read = match read {
            _ if interrupt::pressed() => Err(interrupt::failure(self.ui.language)),
            Err((table, error)) => Err(super::system(self.ui, Path::new(&tables[table].shown), error)),
            Ok(()) => Ok(()),
        };
        if read.is_ok() && handed.is_ok() && !self.is_enough() {
            handed = self.same_councils(misfits.registry, hand);
        }
        (read, handed)
    }

    /// Counts, shows and hands out councils that are most likely one; which rows they are is not known any more.
    fn same_councils(
        &mut self,
        registry: &Registry,
        hand: &mut dyn FnMut(&[&str]) -> io::Result<()>,
    ) -> io::Result<()> {
        for (_, finding) in same_councils(registry) {
            let wording = Finding::from(finding).wording(self.ui.language);
            *self.counts.entry(Code::SameCouncil).or_default() += 1;
            if self.shown < PROBLEMS_SHOWN {
                self.ui.warn(&words::without_a_place(self.ui.language, Code::SameCouncil.id(), &wording));
                self.shown += 1;
            }
            hand(&["", "", "", Code::SameCouncil.id(), counted(Code::SameCouncil, true), &wording.message, ""])?;
        }
        Ok(())
    }

    /// Whether nothing more is to be looked at.
    fn is_enough(&self) -> bool {
        self.args.strict && self.errors
    }

    /// Says what was wrong in all.
    ///
    /// # Errors
    /// With `--strict` when anything makes a row unusable.
    pub(super) fn end(self, blank: u64) -> Result<Clean, Failure> {
        let l = self.ui.language;
        let total: u64 = self.counts.values().sum();
        if total > self.shown as u64 {
            let kinds: Vec<(&str, u64)> = self.counts.iter().map(|(code, count)| (code.id(), *count)).collect();
            self.ui.warn(&words::account(l, &kinds, self.args.rejects.is_none()));
        }
        if blank > 0 {
            self.ui.say(&words::blank_rows(l, blank));
        }
        if let Some(path) = self.args.rejects.as_deref().filter(|path| *path != Path::new("-")) {
            self.ui.say(&words::rejects_written(l, total, &path.display().to_string()));
        }
        if self.is_enough() {
            let sentence = words::stopped(l);
            return Err(Failure { exit: crate::exit::Exit::Findings, ..Failure::new(sentence) });
        }
        Ok(if self.errors { Clean::No } else { Clean::Yes })
    }

    fn count(&mut self, out: &Diagnostics, sources: &Sources) {
        for one in out.sorted() {
            *self.counts.entry(one.code()).or_default() += 1;
            self.errors |= one.severity() == Severity::Error;
        }
        let room = PROBLEMS_SHOWN.saturating_sub(self.shown);
        if room > 0 && !out.is_empty() {
            self.shown += out.len().min(room);
            self.ui.first_problems(out, sources, room);
        }
    }

    /// Hands out what is wrong, with its place and the reason; `about` says of each whether the row in which it stands was
    /// counted, and the row.
    fn reject(
        &self,
        out: &Diagnostics,
        sources: &Sources,
        about: &dyn Fn(&Diagnostic) -> (bool, String),
        hand: &mut dyn FnMut(&[&str]) -> io::Result<()>,
    ) -> io::Result<()> {
        for one in out.sorted() {
            let place = sources.position(one.span);
            let (line, column) = (place.line.to_string(), place.column.to_string());
            let (reason, (is_counted, row)) = (one.finding.wording(self.ui.language).message, about(one));
            let (file, counted) = (sources.get(one.span.file).path(), counted(one.code(), is_counted));
            hand(&[file, &line, &column, one.code().id(), counted, &reason, row.trim_end_matches(['\r', '\n'])])?;
        }
        Ok(())
    }
}

/// What a table of rejected rows says of one with this problem: not counted, counted without what stands at its place, or
/// counted whole.
fn counted(code: Code, is_row_counted: bool) -> &'static str {
    // An answer to a question that was not asked may be right, but no score holds it.
    let is_cell_lost = code.severity() == Severity::Error || code == Code::NotAsked;
    match (is_row_counted, is_cell_lost) {
        (false, _) => "no",
        (true, true) => "without_cell",
        (true, false) => "yes",
    }
}

/// What the system says of a file, without what the writer of records adds.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
