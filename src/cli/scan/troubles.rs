//! The account of the rows that did not fit: each counted, the first shown in their place, all of them in a file if asked
//! for.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;

use peil::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use peil::language::scan as words;
use peil::responses::scan::{Columns, Explained, Odd, Table, explain};
use peil::source::Sources;

use super::system;
use crate::args::Score;
use crate::failure::Failure;
use crate::inputs::Clean;
use crate::ui::{PROBLEMS_SHOWN, Ui};

/// What was wrong so far.
pub(super) struct Troubles<'u> {
    ui: &'u Ui,
    args: &'u Score,
    /// Problems by code, and whether that code makes a row or a cell unusable.
    counts: BTreeMap<Code, u64>,
    shown: usize,
    errors: bool,
    rejected: u64,
    rejects: Option<csv::Writer<BufWriter<File>>>,
}

impl<'u> Troubles<'u> {
    pub(super) fn new(ui: &'u Ui, args: &'u Score) -> Troubles<'u> {
        Troubles { ui, args, counts: BTreeMap::new(), shown: 0, errors: false, rejected: 0, rejects: None }
    }

    /// Takes in what is wrong with the first lines.
    pub(super) fn headers(&mut self, out: &Diagnostics, sources: &Sources) {
        self.count(out, sources);
    }

    /// Looks at the rows that were set aside.
    ///
    /// # Errors
    /// A table or the file of rejected rows that cannot be read or written.
    pub(super) fn rows(&mut self, columns: &Columns<'_>, tables: &[Table<'_>], odd: &[Odd]) -> Result<(), Failure> {
        let l = self.ui.language;
        if let Some(path) = self.args.rejects.as_ref() {
            let file = File::create(path).map_err(|error| Failure::write(l, path, &error))?;
            let mut writer = csv::Writer::from_writer(BufWriter::new(file));
            let header = writer.write_record(["file", "line", "column", "code", "reason", "row"]);
            header.map_err(|error| Failure::write(l, path, &error.into()))?;
            self.rejects = Some(writer);
        }
        let mut written = Ok(());
        let read = explain(columns, tables, odd, &mut |row| {
            self.count(row.out, row.sources);
            written = self.reject(&row);
            written.is_ok() && !(self.args.strict && self.errors)
        });
        read.map_err(|error| system(self.ui, std::path::Path::new(&tables[0].shown), error))?;
        if let (Some(path), Some(writer)) = (&self.args.rejects, &mut self.rejects) {
            written = written.and_then(|()| writer.flush());
            written.map_err(|error| Failure::write(l, path, &error))?;
        }
        Ok(())
    }

    /// Says what was wrong in all.
    ///
    /// # Errors
    /// With `--strict` when anything makes a row unusable.
    pub(super) fn end(self, rows: u64, blank: u64) -> Result<Clean, Failure> {
        let l = self.ui.language;
        let total: u64 = self.counts.values().sum();
        if total > self.shown as u64 {
            let kinds: Vec<(&str, u64)> = self.counts.iter().map(|(code, count)| (code.id(), *count)).collect();
            self.ui.say(&words::account(l, &kinds, rows, self.args.rejects.is_none()));
        }
        if blank > 0 {
            self.ui.say(&words::blank_rows(l, blank));
        }
        if let Some(path) = &self.args.rejects {
            self.ui.say(&words::rejects_written(l, self.rejected, &path.display().to_string()));
        }
        if self.errors && self.args.strict {
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
        if self.shown < PROBLEMS_SHOWN && !out.is_empty() {
            self.shown += out.len();
            self.ui.problems(out, sources);
        }
    }

    fn reject(&mut self, row: &Explained<'_>) -> std::io::Result<()> {
        self.rejected += 1;
        let Some(writer) = &mut self.rejects else { return Ok(()) };
        let text = String::from_utf8_lossy(row.row);
        let l = self.ui.language;
        for one in row.out.sorted() {
            let Diagnostic { finding, span, .. } = one;
            let place = row.sources.position(*span);
            let (line, column) = (place.line.to_string(), place.column.to_string());
            let reason = finding.wording(l).message;
            let record = [row.table.shown.as_str(), &line, &column, one.code().id(), &reason, text.trim_end()];
            writer.write_record(record).map_err(std::io::Error::from)?;
        }
        Ok(())
    }
}
