//! The words for what is odd about the waves of answers.

use super::{Language, Wording};

/// So many answers beside others that have a wave.
pub(super) fn missing(l: Language, answers: usize, councils: usize, some: &str) -> Wording {
    let of = of_councils(l, councils);
    let sheets = l.pick(
        ("ingevulde vragenlijst", "ingevulde vragenlijsten"),
        ("filled-in questionnaire", "filled-in questionnaires"),
    );
    let sheets = l.counted(answers, sheets.0, sheets.1);
    let have = l.plural(answers, l.pick("heeft", "has"), l.pick("hebben", "have"));
    say! { l
        nl "{sheets} van {of} ({some}) {have} geen ronde, terwijl andere er wel een hebben" / "zonder ronde" / "vul de ronde in (bij een export: `peil import --wave`); tot dan worden deze antwoorden met geen enkele ronde vergeleken"
        en "{sheets} of {of} ({some}) {have} no wave, while others have one" / "no wave" / "fill in the wave (for an export: `peil import --wave`); until then these answers are compared with no wave at all"
    }
}

/// A year beside `days` in it, each of so many councils.
pub(super) fn nearly_alike(l: Language, year: (&str, usize), days: (&str, usize)) -> Wording {
    let ((year, of_year), (days, of_days)) = (year, days);
    let have = l.plural(of_year, l.pick("heeft", "has"), l.pick("hebben", "have"));
    let (of_year, of_days) = (of_councils(l, of_year), of_councils(l, of_days));
    say! { l
        nl "{of_year} {have} `{year}` als ronde, en {of_days} een dag in dat jaar ({days})" / "hier een dag, elders het jaar" / "bijna altijd is dit één ronde: schrijf die dan overal hetzelfde (bij een export: `peil import --wave`); tot dan zijn het er twee, en staat een bestuur van de ene niet bij de andere"
        en "{of_year} {have} the wave `{year}`, and {of_days} a day in that year ({days})" / "a day here, the year elsewhere" / "nearly always this is one round: then write it the same way everywhere (for an export: `peil import --wave`); until then these are two, and a council of the one is not beside those of the other"
    }
}

fn of_councils(l: Language, councils: usize) -> String {
    l.counted(councils, l.pick("bestuur", "council"), l.pick("besturen", "councils"))
}
