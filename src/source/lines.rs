//! The lines of a text: which one a place is on, and where that starts.

use std::sync::OnceLock;

/// Where the lines of a text start, found when a place is asked for: most files have nothing to show.
#[derive(Debug)]
pub(super) struct Lines {
    /// The number of the first, of which the whole file counts from 1.
    first: u32,
    /// Whether each is a row of a file that has no lines of its own: a line break within quotes ends none.
    are_rows: bool,
    starts: OnceLock<Vec<u32>>,
}

impl Default for Lines {
    fn default() -> Lines {
        Lines::from(1)
    }
}

impl Lines {
    /// Lines that end with a line break.
    pub(super) fn from(first: u32) -> Lines {
        Lines { first, are_rows: false, starts: OnceLock::new() }
    }

    /// Rows that end with a line break outside quotes.
    pub(super) fn of_rows(first: u32) -> Lines {
        Lines { are_rows: true, ..Lines::from(first) }
    }

    /// The number of the line that holds a byte of the text, and the first byte of that line.
    pub(super) fn holding(&self, text: &str, offset: usize) -> (usize, usize) {
        let starts = self.starts.get_or_init(|| {
            let mut starts = vec![0];
            if self.are_rows {
                starts.extend(row_breaks(text.as_bytes()).map(|at| at as u32 + 1));
            } else {
                starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
            }
            starts
        });
        let line = starts.partition_point(|&start| start as usize <= offset).max(1);
        (line + self.first as usize - 1, starts[line - 1] as usize)
    }
}

/// The line breaks outside quotes; a quote within quotes is written twice, which changes nothing.
fn row_breaks(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut is_quoted = false;
    memchr::memchr2_iter(b'\n', b'"', bytes).filter(move |&at| {
        is_quoted ^= bytes[at] == b'"';
        bytes[at] == b'\n' && !is_quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_number_and_its_columns_go_on_behind_a_line_break_in_a_cell() {
        let text = "a,b\n1,\"x\n\"\"y\"\"\n\"\n2,z\n";
        let (rows, lines) = (Lines::of_rows(0), Lines::from(1));
        // The header is before the first row; `y` stands in row 1, on the third line of the file.
        let row_of = |part: &str| rows.holding(text, text.find(part).expect("a part"));
        assert_eq!((row_of("a,"), row_of("1,"), row_of("y"), row_of("2,")), ((0, 0), (1, 4), (1, 4), (2, 17)));
        assert_eq!(lines.holding(text, text.find('y').expect("a part")), (3, 9));
    }
}
