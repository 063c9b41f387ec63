//! An export as one table: which tool wrote it, which row names the columns, sheets side by side joined by row.
//!
//! This module knows nothing of answers: cells are texts here.

use std::collections::{BTreeMap, BTreeSet};

use super::mapping::Mapping;
use super::names::{Found, Names};
use super::preset::{PRESETS, Preset, Tool};
use super::text::plain;
use crate::spreadsheet::Grid;
use crate::spreadsheet::delimited::Encoding;

/// How far down the row that names the columns is looked for.
const HEADER_WITHIN: usize = 50;
/// A longer name is no good key in a mapping, and YAML has its own limit.
const LONGEST_KEY: usize = 400;

/// A file of a survey tool, as it was read.
#[derive(Clone, Debug)]
pub struct Export {
    /// Its path, as shown.
    pub file: String,
    /// Its sheets; of a delimited file one.
    pub grids: Vec<Grid>,
    /// Of a delimited file what stands between the cells, and how it was written.
    pub delimited: Option<(char, Encoding)>,
}

/// What a mapping says about the file; what it leaves out is detected.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The tool.
    pub tool: Option<Tool>,
    /// The sheet that holds the answers.
    pub sheet: Option<String>,
    /// The row that names the columns, from 1.
    pub header_row: Option<usize>,
    /// The first row with answers, from 1.
    pub first_row: Option<usize>,
    /// What stands between the cells of a delimited file.
    pub separator: Option<char>,
    /// How a delimited file was written.
    pub encoding: Option<Encoding>,
    /// What stands between several answers in one cell.
    pub several: Option<String>,
    /// What else stands in a cell whose question was not shown.
    pub not_shown: Vec<String>,
    /// Whether a question with a column per box, none of them ticked, was answered with nothing.
    pub none_ticked_is_none: bool,
}

/// Why an export is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// There is nothing in it.
    Empty,
    /// The mapping names a sheet that is not there.
    NoSheet {
        /// The sheet.
        name: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// The mapping names a row for the names of the columns that is not there or empty.
    NoHeader {
        /// The row, from 1.
        row: usize,
    },
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// As written, markup and blanks aside.
    pub(super) name: String,
    /// The name in a mapping: unique in the table.
    pub(super) key: String,
    /// Where it stands: `C`, `Content1!C`.
    pub(super) place: String,
}

/// One row of answers.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
}

/// An export as one table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) preset: &'static Preset,
    /// The sheets that it was taken from.
    pub(super) sheets: Vec<String>,
    /// From 1, in the first sheet.
    pub(super) header_row: usize,
    pub(super) first_row: usize,
    pub(super) headings: Vec<Heading>,
    pub(super) lines: Vec<Line>,
}

/// Makes one table of an export.
pub(super) fn table(export: &Export, mapping: &Mapping, names: &Names) -> Result<Table, NoTable> {
    let source = &mapping.source;
    let mut grids: Vec<&Grid> = export.grids.iter().filter(|grid| !is_blank(grid)).collect();
    if let Some(name) = &source.sheet {
        let known = export.grids.iter().map(|grid| grid.name.clone()).collect();
        grids.retain(|grid| grid.name == *name || is_continued(name, &grid.name));
        if grids.is_empty() {
            return Err(NoTable::NoSheet { name: name.clone(), known });
        }
    }
    let preset = source.tool.map_or_else(|| detected(&grids), Preset::of);
    let known = Known { preset, names, mapping };
    let Some(first) = known.chosen(&grids) else { return Err(NoTable::Empty) };
    let continued = grids.iter().filter(|grid| is_continued(&first.name, &grid.name)).copied();
    let continued: Vec<&Grid> = if preset.tool == Tool::EuSurvey { continued.collect() } else { Vec::new() };
    let row = match source.header_row {
        Some(row) if first.rows.get(row - 1).is_none_or(|row| row.iter().all(|cell| plain(cell).is_empty())) => {
            return Err(NoTable::NoHeader { row });
        }
        Some(row) => row - 1,
        None => known.header_row(first),
    };
    let begin = source.first_row.map_or(row + 1, |first| (first - 1).max(row + 1));
    let parts = std::iter::once((first, row)).chain(continued.iter().map(|grid| {
        // The facts about the survey stand above the names of the first sheet, and may not above the others.
        let found = known.header_row(grid);
        (*grid, if known.score(&grid.rows[found]) > 0 { found } else { row })
    }));
    let parts: Vec<(&Grid, usize)> = parts.collect();
    let headings = headings(&parts);
    let lines = lines(&parts, begin - row, begin, preset, &headings);
    let sheets = parts.iter().map(|(grid, _)| grid.name.clone()).filter(|name| !name.is_empty()).collect();
    Ok(Table { preset, sheets, header_row: row + 1, first_row: begin + 1, headings, lines })
}

fn is_blank(grid: &Grid) -> bool {
    grid.rows.iter().flatten().all(|cell| cell.trim().is_empty())
}

/// `Content1` goes on with `Content`.
fn is_continued(first: &str, other: &str) -> bool {
    let number = other.strip_prefix(first).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The tool whose own columns are named in one of the first rows of some sheet.
fn detected(grids: &[&Grid]) -> &'static Preset {
    let tells = |preset: &&Preset| grids.iter().any(|grid| naming_row(grid, preset).is_some());
    PRESETS.iter().find(tells).unwrap_or(Preset::of(Tool::Table))
}

/// The row in which a tool names its own columns.
fn naming_row(grid: &Grid, preset: &Preset) -> Option<usize> {
    let names = |row: &Vec<String>| preset.names(&row.iter().map(|cell| plain(cell)).collect::<Vec<_>>());
    let row = grid.rows.iter().take(HEADER_WITHIN).position(names)?;
    if !preset.labels_above {
        return Some(row);
    }
    // A label for most of the codes below it.
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    (row == 1 && filled(&grid.rows[0]) * 2 > filled(&grid.rows[1])).then_some(row)
}

/// What is known of the names of columns.
struct Known<'a> {
    preset: &'static Preset,
    names: &'a Names,
    mapping: &'a Mapping,
}

impl Known<'_> {
    /// The sheet with the answers: the one with the most columns that are known.
    fn chosen<'g>(&self, grids: &[&'g Grid]) -> Option<&'g Grid> {
        let goes_on = |grid: &&&Grid| grids.iter().any(|other| is_continued(&grid.name, &other.name));
        if let (Tool::EuSurvey, Some(first)) = (self.preset.tool, grids.iter().find(goes_on)) {
            return Some(first);
        }
        // Of equals the first.
        grids.iter().rev().max_by_key(|grid| self.score(&grid.rows[self.header_row(grid)])).copied()
    }

    /// The row of a sheet that names the columns, from 0.
    fn header_row(&self, grid: &Grid) -> usize {
        if let (Some(row), false) = (naming_row(grid, self.preset), self.preset.tool == Tool::EuSurvey) {
            return row;
        }
        let rows = grid.rows.iter().take(HEADER_WITHIN).enumerate();
        let scored = rows.map(|(index, row)| (self.score(row), std::cmp::Reverse(index)));
        match scored.max() {
            Some((score, std::cmp::Reverse(index))) if score > 0 => index,
            // Nothing is known: the first of the fullest rows, since a title above the table fills few cells.
            _ => {
                let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
                let rows = grid.rows.iter().take(HEADER_WITHIN).enumerate();
                let fullest = rows.map(|(index, row)| (filled(row), std::cmp::Reverse(index))).max();
                fullest.map_or(0, |(_, std::cmp::Reverse(index))| index)
            }
        }
    }

    /// How many cells of a row are known as names of columns.
    fn score(&self, row: &[String]) -> usize {
        let is_known = |name: &str| {
            self.preset.owns(name, |_| false)
                || self.names.find(name) != Found::Nothing
                || is_head(name)
                || self.mapping.keys().any(|key| key.text == name)
        };
        row.iter().map(|cell| plain(cell)).filter(|name| !name.is_empty() && is_known(name)).count()
    }
}

/// The columns of peil's own tables before the classes and the questions.
pub(super) const HEAD: [&str; 7] = ["council", "name", "wave", "respondent", "role", "scan", "questionnaire"];

/// Whether peil's own tables have a column of this name before the questions.
pub(super) fn is_head(name: &str) -> bool {
    HEAD.contains(&name)
}

fn headings(parts: &[(&Grid, usize)]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut keys: BTreeSet<String> = BTreeSet::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (part, (grid, row)) in parts.iter().enumerate() {
        let width = width(grid, *row);
        for index in 0..width {
            let name = plain(grid.rows[*row].get(index).map_or("", String::as_str));
            let is_filled = |cells: &Vec<String>| cells.get(index).is_some_and(|cell| !cell.trim().is_empty());
            // A column with neither a name nor a cell is layout.
            if name.is_empty() && !grid.rows.iter().skip(row + 1).any(is_filled) {
                headings.push(Heading { name, key: String::new(), place: String::new() });
                continue;
            }
            let letters = letters(index);
            let place = if part == 0 { letters } else { format!("{}!{letters}", grid.name) };
            let times = seen.entry(name.clone()).and_modify(|times| *times += 1).or_insert(1);
            let mut key = if *times == 1 { name.clone() } else { format!("{name} #{times}") };
            if name.is_empty() || name.chars().count() > LONGEST_KEY || keys.contains(&key) {
                key = format!("column {place}");
            }
            keys.insert(key.clone());
            headings.push(Heading { name, key, place });
        }
    }
    headings
}

/// The columns of a sheet from the row of their names on.
fn width(grid: &Grid, row: usize) -> usize {
    grid.rows.iter().skip(row).map(Vec::len).max().unwrap_or(0)
}

fn lines(parts: &[(&Grid, usize)], offset: usize, begin: usize, preset: &Preset, headings: &[Heading]) -> Vec<Line> {
    let number = headings.iter().position(|heading| preset.number == Some(heading.name.to_lowercase().as_str()));
    let widths: Vec<usize> = parts.iter().map(|(grid, row)| width(grid, *row)).collect();
    let longest = parts.iter().map(|(grid, row)| grid.rows.len().saturating_sub(row + offset)).max().unwrap_or(0);
    let mut lines: Vec<Line> = Vec::new();
    for index in 0..longest {
        let mut cells = Vec::with_capacity(headings.len());
        for ((grid, row), width) in parts.iter().zip(&widths) {
            let found = grid.rows.get(row + offset + index).map_or(&[][..], Vec::as_slice);
            cells.extend((0..*width).map(|column| found.get(column).cloned().unwrap_or_default()));
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let goes_on = number.is_some_and(|number| cells[number].trim().is_empty());
        match lines.last_mut().filter(|_| goes_on) {
            // A text that was too long for its cell goes on in the row below.
            Some(before) => before.cells.iter_mut().zip(cells).for_each(|(text, more)| text.push_str(&more)),
            None => lines.push(Line { number: begin + index + 1, cells }),
        }
    }
    lines
}

/// A column as a spreadsheet names it: `A` to `Z`, then `AA`.
fn letters(index: usize) -> String {
    let mut name = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        name.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 254, 701, 702].map(letters), ["A", "Z", "AA", "IU", "ZZ", "AAA"]);
    }
}
