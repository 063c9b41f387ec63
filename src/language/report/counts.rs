//! What reports say of how many councils went up or down since an earlier round, and how many are not among them.

use super::{Language, councils, number};

/// How many councils with an earlier round went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Clearly up.
    pub up: usize,
    /// Clearly down.
    pub down: usize,
    /// Not clearly.
    pub same: usize,
    /// It is not shown: it is about too few participants.
    pub withheld: usize,
    /// Nothing has a score in both rounds.
    pub unlike: usize,
}

impl Counts {
    /// Those of which it is shown.
    pub fn shown(&self) -> usize {
        self.up + self.down + self.same
    }

    /// All of them.
    fn all(&self) -> usize {
        self.shown() + self.withheld + self.unlike
    }
}

/// How many councils went which way, and how many are left out.
pub fn counts(l: Language, counts: &Counts) -> String {
    let all = councils(l, counts.all());
    let count = |count: usize| {
        if count == 0 { l.pick("geen", "none").to_owned() } else { number::whole(l, count as u64) }
    };
    let (up, down, same) = (count(counts.up), count(counts.down), count(counts.same));
    let went = if counts.up == 1 { "ging" } else { "gingen" };
    let same = match counts.same {
        0 => String::new(),
        _ => l.pick(
            format!("; bij {same} is er geen duidelijke verandering"),
            format!("; {same} showed no clear change"),
        ),
    };
    if counts.shown() == counts.all() {
        return l.pick(
            format!(
                "Van {all} met een vorige ronde {went} er {up} duidelijk vooruit en {down} duidelijk achteruit{same}."
            ),
            format!("Of {all} with an earlier round, {up} went clearly up and {down} clearly down{same}."),
        );
    }
    let shown = count(counts.shown());
    let can = if counts.shown() == 1 { "is" } else { "zijn" };
    let text = l.pick(
        format!("Van {all} met een vorige ronde {can} er hier {shown} te tonen: daarvan {went} er {up} duidelijk vooruit en {down} duidelijk achteruit{same}."),
        format!("Of {all} with an earlier round, {shown} can be shown here: {up} went clearly up and {down} clearly down{same}."),
    );
    text + &not_shown(l, counts)
}

/// Too few councils can be compared to say how many went which way.
pub fn too_few_councils(l: Language, counts: &Counts, minimum: u32) -> String {
    let shown = councils(l, counts.shown());
    let text = match counts.shown() {
        0 => l.pick(
            format!("Geen enkel bestuur is hier te vergelijken met een eerdere ronde; {minimum} is het minimum."),
            format!("No council can be compared with an earlier round here; {minimum} is the minimum."),
        ),
        found => l.pick(
            format!(
                "Maar {shown} {} hier te vergelijken met een eerdere ronde; {minimum} is het minimum.",
                if found == 1 { "is" } else { "zijn" }
            ),
            format!("Only {shown} can be compared with an earlier round here; {minimum} is the minimum."),
        ),
    };
    text + &not_shown(l, counts)
}

/// How many councils with an earlier round are left out, and why; empty where none is.
fn not_shown(l: Language, counts: &Counts) -> String {
    let mut text = String::new();
    if counts.withheld > 0 {
        let withheld = councils(l, counts.withheld);
        let one = counts.withheld == 1;
        text += &l.pick(
            format!(
                " {withheld} {} er niet bij: {} verschil gaat over te weinig deelnemers om te tonen.",
                if one { "staat" } else { "staan" },
                if one { "het" } else { "hun" }
            ),
            format!(
                " {withheld} {} left out: the difference is about too few participants to be shown.",
                if one { "is" } else { "are" }
            ),
        );
    }
    if counts.unlike > 0 {
        let unlike = councils(l, counts.unlike);
        let one = counts.unlike == 1;
        text += &l.pick(
            format!(
                " {unlike} {} niet te vergelijken: op geen enkel onderdeel hebben dezelfde rollen in beide rondes een score.",
                if one { "is" } else { "zijn" }
            ),
            format!(" {unlike} cannot be compared: in no part do the same roles have a score in both rounds."),
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_left_out_is_among_those_with_an_earlier_round() {
        let all = Counts { down: 5, withheld: 4, ..Counts::default() };
        assert_eq!(
            counts(Language::En, &all),
            "Of 9 councils with an earlier round, 5 can be shown here: none went clearly up and 5 clearly down. 4 councils \
             are left out: the difference is about too few participants to be shown."
        );
        let one = Counts { up: 1, same: 4, withheld: 1, unlike: 1, ..Counts::default() };
        assert_eq!(
            counts(Language::Nl, &one),
            "Van 7 besturen met een vorige ronde zijn er hier 5 te tonen: daarvan ging er 1 duidelijk vooruit en geen \
             duidelijk achteruit; bij 4 is er geen duidelijke verandering. 1 bestuur staat er niet bij: het verschil gaat \
             over te weinig deelnemers om te tonen. 1 bestuur is niet te vergelijken: op geen enkel onderdeel hebben \
             dezelfde rollen in beide rondes een score."
        );
    }

    #[test]
    fn too_few_to_count_are_told_beside_those_left_out() {
        let three = Counts { up: 3, unlike: 2, ..Counts::default() };
        assert_eq!(
            too_few_councils(Language::Nl, &three, 5),
            "Maar 3 besturen zijn hier te vergelijken met een eerdere ronde; 5 is het minimum. 2 besturen zijn niet te \
             vergelijken: op geen enkel onderdeel hebben dezelfde rollen in beide rondes een score."
        );
        let none = Counts { withheld: 1, ..Counts::default() };
        assert_eq!(
            too_few_councils(Language::En, &none, 5),
            "No council can be compared with an earlier round here; 5 is the minimum. 1 council is left out: the difference \
             is about too few participants to be shown."
        );
    }
}
