//! The number of a respondent of whom no tool says which response it is: made from where the answers stand and from nothing
//! that someone typed, so that the same file read again gives the same numbers.

use crate::responses::Wave;

/// Where answers stand, but for the row.
#[derive(Clone, Copy, Debug)]
pub struct Whence<'a> {
    /// The id of the questionnaire.
    pub questionnaire: &'a str,
    /// The id of the council.
    pub council: &'a str,
    /// The wave.
    pub wave: Option<Wave>,
    /// The file; only its name counts.
    pub file: &'a str,
}

impl Whence<'_> {
    /// The number of who answered in a row, as a spreadsheet counts them. One in a file of their own is counted by their role, or
    /// by whether they had an id; the seed keeps two imports apart.
    pub fn number(&self, seed: u64, row: usize) -> String {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(self.file);
        let wave = self.wave.map(|wave| wave.to_string());
        made_up(&(seed, self.questionnaire, self.council, wave, name, row))
    }

    /// The row from which an import without a seed made this number, among so many.
    pub fn row_of(&self, number: &str, rows: usize) -> Option<usize> {
        (0..=rows).find(|row| self.number(0, *row) == number)
    }
}

/// A made-up id: the same for the same facts.
pub(super) fn made_up(facts: &impl std::fmt::Debug) -> String {
    // `{:?}` quotes each part, so that no two lists of parts are written the same.
    drawn(&format!("{facts:?}"))
}

pub(super) fn drawn(from: &str) -> String {
    let digits: String = blake3::hash(from.as_bytes()).to_hex().chars().take(8).collect();
    format!("r-{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_a_number_that_leads_back_to_it_wherever_the_file_is() {
        let of = |file| Whence { questionnaire: "kort", council: "A", wave: Wave::parse("2026"), file };
        let number = of("in/a.csv").number(0, 17);
        assert_eq!(of("elsewhere\\a.csv").row_of(&number, 20), Some(17));
        assert_eq!(of("in/a.csv").row_of(&number, 16), None, "there are no more rows");
        assert_eq!(of("in/b.csv").row_of(&number, 20), None);
        assert_eq!(Whence { wave: None, ..of("in/a.csv") }.row_of(&number, 20), None);
    }
}
