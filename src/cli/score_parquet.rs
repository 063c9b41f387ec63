//! Scores as Parquet: the same columns as everywhere, with a type for each; unknown is null. A group of rows is made at a
//! time, first its rows on all threads, then its columns. How the bytes are written is for others to know.

use std::io::{self, Write};

use peil::parquet::write::{Cells, Heading, Holds, Packed, Writer, pack};
use peil::responses::Wave;
use peil::scores::Summary;
use peil::threads::{self, on_threads};

use super::score_file::{Scored, Sheet, columns};

/// Rows of one group, which is held in memory: of thirty columns some ten megabytes.
const ROWS: usize = 1 << 15;

/// Who wrote it, in the form by which readers know programs and versions.
const CREATED_BY: &str = concat!("peil version ", env!("CARGO_PKG_VERSION"));

/// Writes the scores of groups in their order. The number of threads changes no byte.
///
/// # Errors
/// When they cannot be written.
pub(crate) fn write(scored: Scored<'_, '_, '_>, out: &mut dyn Write) -> io::Result<()> {
    let Scored { batch, groups, fields, threads } = scored;
    let Some(&first) = groups.first() else { return Ok(()) };
    let dated = groups.iter().any(|&group| matches!(batch.group(group).wave, Some(Wave::Day(_))));
    let mut headings = Headings { dated, all: Vec::new() };
    columns(batch, fields, first, &mut Summary::default(), &mut headings);
    let headings = headings.all;
    let mut file = Writer::new(out, headings.clone())?;
    for rows in groups.chunks(ROWS) {
        let part = |rows: &[usize]| {
            let mut grid =
                Grid { dated, columns: headings.iter().map(|column| Cells::new(column.holds)).collect(), at: 0 };
            let mut summary = Summary::default();
            for group in batch.tally().fetched(rows) {
                grid.at = 0;
                columns(batch, fields, group, &mut summary, &mut grid);
            }
            grid.columns
        };
        let shares: Vec<&[usize]> = rows.chunks(rows.len().div_ceil(threads)).collect();
        let parts = threads::each(shares.len(), |share| part(shares[share]));
        file.group(&packed(&parts, headings.len(), threads)?)?;
    }
    file.finish(CREATED_BY)
}

/// Packs the columns of which these are parts.
fn packed(parts: &[Vec<Cells>], columns: usize, threads: usize) -> io::Result<Vec<Packed>> {
    on_threads(threads, columns, |column| {
        let mut cells = parts[0][column].clone();
        parts[1..].iter().for_each(|part| cells.append(&part[column]));
        pack(&cells)
    })
}

/// What the columns are called, and what they hold.
struct Headings {
    /// Whether waves are written as texts, because some are days.
    dated: bool,
    all: Vec<Heading>,
}

impl Headings {
    fn column(&mut self, name: &str, holds: Holds) {
        self.all.push(Heading { name: name.to_owned(), holds });
    }
}

impl Sheet for Headings {
    fn text(&mut self, name: &str, _: Option<&str>) {
        self.column(name, Holds::Texts);
    }

    fn number(&mut self, name: &str, _: Option<f64>) {
        self.column(name, Holds::Reals);
    }

    fn count(&mut self, name: &str, _: Option<i64>) {
        self.column(name, Holds::Wholes);
    }

    fn wave(&mut self, name: &str, _: Option<Wave>) {
        self.column(name, if self.dated { Holds::Texts } else { Holds::Wholes });
    }
}

/// The cells of some rows, by column.
struct Grid {
    dated: bool,
    columns: Vec<Cells>,
    /// The column that comes next.
    at: usize,
}

impl Grid {
    fn cell(&mut self, put: impl FnOnce(&mut Cells)) {
        if let Some(cells) = self.columns.get_mut(self.at) {
            put(cells);
        }
        self.at += 1;
    }
}

impl Sheet for Grid {
    fn text(&mut self, _: &str, value: Option<&str>) {
        self.cell(|cells| cells.text(value));
    }

    fn number(&mut self, _: &str, value: Option<f64>) {
        self.cell(|cells| cells.real(value));
    }

    fn count(&mut self, _: &str, value: Option<i64>) {
        self.cell(|cells| cells.whole(value));
    }

    /// Without making up a name that is not written.
    fn coverage(&mut self, _: &str, value: Option<f64>) {
        self.cell(|cells| cells.real(value));
    }

    fn wave(&mut self, name: &str, wave: Option<Wave>) {
        match wave {
            _ if self.dated => self.text(name, wave.map(|wave| wave.to_string()).as_deref()),
            Some(Wave::Number(number)) => self.count(name, Some(i64::from(number))),
            Some(Wave::Day(_)) | None => self.count(name, None),
        }
    }
}
