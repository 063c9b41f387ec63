//! Where a table is cut that is wider than a printed page, because what does not fit on paper is lost there. Without a
//! font widths are a guess, so it is made on the wide side. The lengths are those of `style.css`, in mm.

use std::ops::Range;

use crate::report::document::{Align, Table};
use unicode_width::UnicodeWidthStr;

/// A4 without its margins.
const PAGE: u16 = 178;
/// A letter of a heading: 9 pt, bold.
const LETTER: f64 = 1.85;
/// What stands beside the words of a cell.
const PADDING: f64 = 4.0;
/// The least that the names of the rows, a shaded column and one of text take.
const NAMES: f64 = 34.0;
const SHADED: f64 = 26.0;
const TEXT: f64 = 20.0;
/// Longer words are broken wherever that is needed: they are no words, or would fill the page by themselves.
const LONGEST_WORD: usize = 24;

/// The columns of each part of a table but the first column, which stands in every part.
pub(super) fn parts(table: &Table) -> Vec<Range<usize>> {
    let widths: Vec<f64> = (0..table.columns.len()).map(|column| width(table, column)).collect();
    let most = cut(&widths, PAGE).len();
    // The narrowest that needs no more parts, so that no part is left with one column.
    let even = (1..PAGE).map(|page| cut(&widths, page)).find(|parts| most > 1 && parts.len() <= most);
    even.unwrap_or_else(|| cut(&widths, PAGE))
}

/// Whether a word of `text` is to be broken anywhere.
pub(super) fn has_long_word(text: &str) -> bool {
    longest_word(text) > LONGEST_WORD
}

/// Parts no wider than a page, with one column each at least.
fn cut(widths: &[f64], page: u16) -> Vec<Range<usize>> {
    let room = f64::from(page) - widths.first().copied().unwrap_or_default();
    let (mut parts, mut from, mut taken) = (Vec::new(), 1, 0.0);
    for (column, width) in widths.iter().enumerate().skip(1) {
        if column > from && taken + width > room {
            parts.push(from..column);
            (from, taken) = (column, 0.0);
        }
        taken += width;
    }
    parts.push(from..widths.len().max(from));
    parts
}

/// The least that a column takes without breaking a word.
fn width(table: &Table, index: usize) -> f64 {
    let column = &table.columns[index];
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(index));
    let least = match column.align {
        _ if column.is_row_header => NAMES,
        _ if cells().any(|cell| cell.heat.is_some()) => SHADED,
        Align::Left => TEXT,
        Align::Right | Align::Centre => 0.0,
    };
    // Text that is no name is broken where it must be.
    let is_whole = column.is_row_header || column.align != Align::Left;
    let texts = cells().filter(|_| is_whole).map(|cell| cell.text.as_str());
    let letters = texts.chain([column.title.as_str()]).map(longest_word).max().unwrap_or(0).min(LONGEST_WORD);
    least.max(letters as f64 * LETTER + PADDING)
}

fn longest_word(text: &str) -> usize {
    text.split([' ', '-']).map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Cell, Column, Row};

    /// Shaded columns under these words, beside a row with a short name.
    fn shaded(titles: &[&str]) -> Table {
        let cells = [Cell::new("Plan")].into_iter().chain(titles.iter().map(|_| Cell::heat("2,0", 2)));
        Table {
            caption: String::new(),
            columns: [Column::row_header("Fase")]
                .into_iter()
                .chain(titles.iter().map(|title| Column::new(*title, Align::Centre)))
                .collect(),
            rows: vec![Row::new(cells.collect())],
            note: None,
        }
    }

    #[test]
    fn a_table_that_fits_a_page_is_whole() {
        // 34 + 5 × 26 = 164 mm of 178.
        let whole = parts(&shaded(&["Delen"; 5]));
        assert_eq!((whole.len(), &whole[0]), (1, &(1..6)));
        assert_eq!(parts(&shaded(&[])).len(), 1);
    }

    #[test]
    fn a_table_wider_than_a_page_is_cut_evenly() {
        // (178 − 34) ÷ 26 = 5.5, so five columns fit: six are three and three, eleven are four, four and three.
        assert_eq!(parts(&shaded(&["Delen"; 6])), [1..4, 4..7]);
        assert_eq!(parts(&shaded(&["Delen"; 11])), [1..5, 5..9, 9..12]);
    }

    #[test]
    fn a_word_is_kept_whole_unless_it_would_fill_a_page() {
        // 20 letters: 20 × 1.85 + 4 = 41 mm, of which three fit in 144; of 24 letters and of 99 alike, 48.4 mm, two.
        assert_eq!(parts(&shaded(&["Gegevensbeschermings"; 6])), [1..4, 4..7]);
        assert_eq!(parts(&shaded(&["x".repeat(99).as_str(); 6])), [1..3, 3..5, 5..7]);
        assert!(has_long_word(&format!("de {}", "x".repeat(25))) && !has_long_word(&"woord ".repeat(9)));
    }
}
