//! What is said while something takes long: how far it is, and that it was stopped.

use super::failure::{Sentence, sentence};
use super::{Language, number};

/// What is done many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Files are read.
    Read,
    /// Files with answers are written.
    Files,
    /// Reports are written.
    Reports,
    /// Charts are drawn and written.
    Charts,
}

impl Work {
    /// What there are so many of.
    fn noun(self, l: Language, count: usize) -> &'static str {
        match self {
            Work::Read | Work::Files => l.plural(count, l.pick("bestand", "file"), l.pick("bestanden", "files")),
            Work::Reports => l.plural(count, l.pick("verslag", "report"), l.pick("verslagen", "reports")),
            Work::Charts => l.plural(count, l.pick("grafiek", "chart"), l.pick("grafieken", "charts")),
        }
    }
}

/// How far a run is, and the seconds left where they can be told: "751 of 7,200 files written, 12 s left".
pub fn progress(l: Language, work: Work, done: usize, all: usize, left: Option<f64>) -> String {
    let verb = match work {
        Work::Read => l.pick("gelezen", "read"),
        Work::Files | Work::Reports => l.pick("geschreven", "written"),
        Work::Charts => l.pick("getekend", "drawn"),
    };
    let noun = work.noun(l, all);
    let (done, all) = (number::whole(l, done as u64), number::whole(l, all as u64));
    let said = l.pick(format!("{done} van {all} {noun} {verb}"), format!("{done} of {all} {noun} {verb}"));
    left.map_or(said.clone(), |left| seconds_left(l, &said, left))
}

/// "…, 12 s left"
pub fn seconds_left(l: Language, said: &str, left: f64) -> String {
    let left = number::whole(l, left.ceil() as u64);
    l.pick(format!("{said}, nog {left} s"), format!("{said}, {left} s left"))
}

/// Interrupted before the result was there.
pub fn interrupted(l: Language) -> Sentence {
    sentence(
        l.pick("onderbroken", "interrupted"),
        l.pick(
            "het resultaat is niet geschreven; geef dezelfde opdracht opnieuw om het te krijgen",
            "the result was not written; give the same command again to get it",
        ),
    )
}

/// Interrupted before a respondent was forgotten.
pub fn nothing_forgotten(l: Language) -> Sentence {
    sentence(
        l.pick("onderbroken", "interrupted"),
        l.pick(
            "er is niets verwijderd; geef dezelfde opdracht opnieuw om dat wel te doen",
            "nothing was removed; give the same command again to do so",
        ),
    )
}

/// Interrupted between two files: how many are there, and where.
pub fn stopped(l: Language, work: Work, done: usize, all: usize, folder: &str) -> Sentence {
    let noun = work.noun(l, all);
    let (counted, whole) = (number::whole(l, done as u64), number::whole(l, all as u64));
    let message = match done {
        0 => l.pick(
            format!("gestopt: in `{folder}` staat nog geen {}", work.noun(l, 1)),
            format!("stopped: there is no {} in `{folder}` yet", work.noun(l, 1)),
        ),
        _ => l.pick(
            format!("gestopt: {counted} van de {whole} {noun} {} in `{folder}`", l.plural(done, "staat", "staan")),
            format!("stopped: {counted} of the {whole} {noun} {} in `{folder}`", l.plural(done, "is", "are")),
        ),
    };
    let again = l.pick("geef dezelfde opdracht opnieuw", "give the same command again");
    let help = if done == 0 { again.to_owned() } else { format!("{again} {}", l.pick("voor de rest", "for the rest")) };
    sentence(message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NL: Language = Language::Nl;
    const EN: Language = Language::En;

    #[test]
    fn how_far_it_is_names_what_is_done_and_the_seconds_only_where_they_are_known() {
        assert_eq!(progress(NL, Work::Files, 751, 7200, Some(11.2)), "751 van 7.200 bestanden geschreven, nog 12 s");
        assert_eq!(progress(EN, Work::Read, 0, 1, None), "0 of 1 file read");
        assert_eq!(progress(NL, Work::Charts, 1, 30, None), "1 van 30 grafieken getekend");
        assert_eq!(progress(EN, Work::Reports, 1200, 3000, Some(3.0)), "1,200 of 3,000 reports written, 3 s left");
    }

    #[test]
    fn what_was_stopped_says_how_much_of_it_is_there() {
        let said = |l, done| {
            let sentence = stopped(l, Work::Reports, done, 3000, "r");
            format!("{}; {}", sentence.message, sentence.help)
        };
        assert_eq!(said(NL, 0), "gestopt: in `r` staat nog geen verslag; geef dezelfde opdracht opnieuw");
        assert_eq!(
            said(NL, 1),
            "gestopt: 1 van de 3.000 verslagen staat in `r`; geef dezelfde opdracht opnieuw voor de rest"
        );
        assert_eq!(
            said(NL, 272),
            "gestopt: 272 van de 3.000 verslagen staan in `r`; geef dezelfde opdracht opnieuw voor de rest"
        );
        assert_eq!(said(EN, 0), "stopped: there is no report in `r` yet; give the same command again");
        assert_eq!(said(EN, 1), "stopped: 1 of the 3,000 reports is in `r`; give the same command again for the rest");
    }
}
