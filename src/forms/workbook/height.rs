//! How high a row must be for its texts. Programs that open a workbook make a row high enough themselves only sometimes,
//! and then not on a protected sheet, so every row says it.

/// Points for one line of ten-point letters, and for the edges of a cell.
const LINE: f64 = 13.0;
const EDGES: f64 = 5.0;
/// A column is as wide as so many digits; words have narrower letters.
const LETTERS: f64 = 1.1;
/// No row can be higher.
const HIGHEST: f64 = 409.0;

/// The height in points of a row of so many lines.
pub(super) fn of_lines(lines: usize) -> f64 {
    (lines as f64 * LINE + EDGES).min(HIGHEST)
}

/// How many lines a text takes in a column so many letters wide; each line of the text begins a new one.
pub(super) fn lines(text: &str, width: f64) -> usize {
    let width = ((width * LETTERS) as usize).max(1);
    text.split('\n').map(|line| wrapped(line, width)).sum()
}

fn wrapped(line: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split(' ') {
        let letters = word.chars().count();
        if used > 0 && used + 1 + letters > width {
            lines += 1;
            used = 0;
        }
        // What is longer than a line is broken anywhere.
        let long = letters.saturating_sub(1) / width;
        lines += long;
        used += letters - long * width + usize::from(used > 0);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_word_that_does_not_fit_goes_to_the_next_line() {
        assert_eq!(lines("", 10.0), 1);
        // Room for eleven letters.
        assert_eq!(lines("zeven twaal", 10.0), 1);
        assert_eq!(lines("zeven twaalf", 10.0), 2);
        assert_eq!(lines("een\ntwee\n", 10.0), 3);
        assert_eq!(lines("kwaliteitsbeoordelingscommissie", 10.0), 3);
    }
}
