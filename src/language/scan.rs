//! What is said while many rows are scored: how far, and which rows did not fit.

use super::failure::{Sentence, help_word, sentence};
use super::findings::Wording;
use super::underway::seconds_left;
use super::{Language, number};

/// How far a run is: rows, megabytes a second, seconds left.
pub fn progress(l: Language, rows: u64, speed: f64, left: Option<f64>) -> String {
    let rows = l.counted(rows as usize, l.pick("rij", "row"), l.pick("rijen", "rows"));
    let speed = number::whole(l, speed.round() as u64);
    let said = format!("{rows}, {speed} MB/s");
    let Some(left) = left else { return said };
    seconds_left(l, &said, left)
}

/// How often each kind of problem was found, when not all of them were shown.
pub fn account(l: Language, kinds: &[(&str, u64)], no_file: bool) -> String {
    let total: u64 = kinds.iter().map(|(_, count)| count).sum();
    let total = l.counted(total as usize, l.pick("probleem", "problem"), l.pick("problemen", "problems"));
    let mut text = l.pick(format!("In totaal {total}:"), format!("{total} in all:"));
    for (code, count) in kinds {
        text.push_str(&format!("\n  {:>10}  {code}", number::whole(l, *count)));
    }
    if no_file {
        text.push('\n');
        text.push_str(l.pick(
            "Met --rejects BESTAND schrijft peil alles in een bestand: plaats, reden en rij.",
            "With --rejects FILE peil writes everything to a file: place, reason and row.",
        ));
    }
    text
}

/// A finding about all rows together.
pub fn without_a_place(l: Language, code: &str, wording: &Wording) -> String {
    let (warning, help) = (l.pick("let op", "warning"), help_word(l));
    format!("{warning}[{code}]: {}\n{help}: {}\n", wording.message, wording.help)
}

/// Rows in which nothing is filled in.
pub fn blank_rows(l: Language, rows: u64) -> String {
    let one = rows == 1;
    let rows = number::whole(l, rows);
    l.pick(
        if one { "In 1 rij is niets ingevuld.".to_owned() } else { format!("In {rows} rijen is niets ingevuld.") },
        if one { "In 1 row nothing is filled in.".to_owned() } else { format!("In {rows} rows nothing is filled in.") },
    )
}

/// All problems are in a file.
pub fn rejects_written(l: Language, problems: u64, path: &str) -> String {
    let counted = l.counted(problems as usize, l.pick("probleem", "problem"), l.pick("problemen", "problems"));
    l.pick(
        format!("{counted} geschreven naar {path}, met plaats, reden en rij"),
        format!("{counted} written to {path}, with place, reason and row"),
    )
}

/// Stopped at the first row that does not fit.
pub fn stopped(l: Language) -> Sentence {
    sentence(
        l.pick("gestopt bij de eerste fout", "stopped at the first error"),
        l.pick(
            "verbeter de rij, of laat --strict weg om de goede rijen toch te tellen",
            "correct the row, or leave out --strict to count the good rows all the same",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_and_one_problem_are_singular() {
        let (nl, en) = (Language::Nl, Language::En);
        assert_eq!(progress(nl, 1, 2.0, None), "1 rij, 2 MB/s");
        assert_eq!(progress(en, 1200, 2.0, Some(3.0)), "1,200 rows, 2 MB/s, 3 s left");
        assert_eq!(account(nl, &[("no-council", 1)], false).lines().next(), Some("In totaal 1 probleem:"));
        assert_eq!(account(en, &[("no-council", 2)], false).lines().next(), Some("2 problems in all:"));
    }
}
