//! Why a list of whom to invite cannot be made.

use super::{Sentence, sentence};
use crate::language::{Language, number};

/// A list of councils without their names.
pub fn list_needs_names(l: Language) -> Sentence {
    l.pick(
        sentence(
            "een lijst van wie u zou uitnodigen noemt besturen bij naam, en dat gebeurt alleen als u erom vraagt",
            "voeg --show-names toe; de lijst is vertrouwelijk, voor wie uitnodigt",
        ),
        sentence(
            "a list of whom to invite names councils, and that is done only when you ask for it",
            "add --show-names; the list is confidential, for the body that invites",
        ),
    )
}

/// The participants are not the body that invites.
pub fn list_is_no_workshop(l: Language) -> Sentence {
    l.pick(
        sentence("de lijst is voor wie uitnodigt, niet voor de deelnemers van één bestuur", "laat --audience weg"),
        sentence(
            "the list is for the body that invites, not for the participants of one council",
            "leave --audience out",
        ),
    )
}

/// A list by what is no score.
pub fn list_by_score(l: Language, by: &str) -> Sentence {
    l.pick(
        sentence(
            format!("een lijst op `{by}` bestaat niet: --lowest en --below kijken naar een score"),
            "kies --by overall, of een dimensie zoals --by delen",
        ),
        sentence(
            format!("there is no list by `{by}`: --lowest and --below look at a score"),
            "choose --by overall, or a dimension such as --by delen",
        ),
    )
}

/// A bound where no score can be.
pub fn bound_off_scale(l: Language, bound: &str, highest: f64) -> Sentence {
    let highest = number::given(l, highest);
    l.pick(
        sentence(
            format!("`--below {bound}` valt buiten de schaal van de vragenlijst"),
            format!("kies een grens van 0 tot en met {highest}"),
        ),
        sentence(
            format!("`--below {bound}` is outside the scale of the questionnaire"),
            format!("choose a bound from 0 to {highest}"),
        ),
    )
}

/// Nobody to invite.
pub fn nobody_listed(l: Language, councils: usize) -> Sentence {
    if councils == 0 {
        return l.pick(
            sentence(
                "er is niemand voor de lijst: geen enkel bestuur heeft een score, want er zijn te weinig antwoorden",
                "`peil score ANTWOORDEN` toont per bestuur hoeveel er beantwoord is",
            ),
            sentence(
                "there is nobody for the list: no council has a score, since there are too few answers",
                "`peil score ANSWERS` shows how much each council answered",
            ),
        );
    }
    let councils = l.counted(councils, l.pick("bestuur", "council"), l.pick("besturen", "councils"));
    l.pick(
        sentence(
            format!("er is niemand voor de lijst: {councils} met een score, en geen ligt onder of bij de grens"),
            "kies een hogere grens, of --lowest 10",
        ),
        sentence(
            format!("there is nobody for the list: {councils} with a score, and none lies under or at the bound"),
            "choose a higher bound, or --lowest 10",
        ),
    )
}
