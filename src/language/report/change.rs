//! What reports say about change since an earlier round.

use super::super::versions;
use super::Language;
use super::left_out::{self, LeftOut};

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Clearly up.
    Up,
    /// Clearly down.
    Down,
    /// Not clearly.
    Same,
}

/// Over the section.
pub fn what_changed(l: Language, since: &str) -> String {
    l.pick(format!("Wat er sinds {since} veranderde"), format!("What changed since {since}"))
}

/// "van 1,9 naar 2,3 (+0,4)" and what it amounts to.
pub fn from_to(l: Language, before: &str, now: &str, change: &str, direction: Direction) -> String {
    let verdict = match direction {
        Direction::Up => l.pick("vooruit", "up"),
        Direction::Down => l.pick("achteruit", "down"),
        Direction::Same => l.pick("geen duidelijke verandering,", "no clear change,"),
    };
    l.pick(
        format!("{verdict} van {before} naar {now} ({change})"),
        format!("{verdict} from {before} to {now} ({change})"),
    )
}

/// Who was there in one round only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Absent {
    /// The titles of roles.
    pub roles: Vec<String>,
    /// Whether the answer of all together was.
    pub joint: bool,
}

/// What is compared: only what both rounds have in common. `shared` is the number of questions of both versions, where
/// an earlier version was answered.
pub fn like_for_like(
    l: Language,
    gone: &Absent,
    new: &Absent,
    left_out: &[LeftOut],
    quick_only: bool,
    shared: Option<usize>,
) -> String {
    let mut sentences = Vec::new();
    if let Some(questions) = shared {
        sentences.push(versions::compared_over(l, questions, quick_only));
    } else if quick_only {
        sentences.push(
            l.pick("Vergeleken op de vragen van de quickscan.", "Compared on the questions of the quick scan.")
                .to_owned(),
        );
    }
    let several = |roles: &[String], one: &'static str, more: &'static str| if roles.len() == 1 { one } else { more };
    if !gone.roles.is_empty() {
        let roles = l.list(&gone.roles);
        sentences.push(l.pick(
            format!(
                "{roles} {} toen mee en nu niet; die antwoorden tellen hier niet.",
                several(&gone.roles, "deed", "deden")
            ),
            format!("{roles} took part then and not now; those answers do not count here."),
        ));
    }
    if !new.roles.is_empty() {
        let roles = l.list(&new.roles);
        sentences.push(l.pick(
            format!(
                "{roles} {} nu mee en toen niet; die antwoorden tellen hier niet.",
                several(&new.roles, "doet", "doen")
            ),
            format!(
                "{roles} {} part now and did not then; those answers do not count here.",
                several(&new.roles, "takes", "take")
            ),
        ));
    }
    if gone.joint || new.joint {
        let joint = match new.joint {
            true => l.pick(
                "Alleen nu is er een gezamenlijk antwoord; de afzonderlijke antwoorden worden vergeleken.",
                "Only now is there a joint answer; the individual answers are compared.",
            ),
            false => l.pick(
                "Alleen toen was er een gezamenlijk antwoord; de afzonderlijke antwoorden worden vergeleken.",
                "Only then was there a joint answer; the individual answers are compared.",
            ),
        };
        sentences.push(joint.to_owned());
    }
    sentences.extend(left_out::sentences(l, left_out));
    if sentences.is_empty() {
        sentences.push(
            l.pick(
                "In beide rondes kregen dezelfde rollen dezelfde vragen.",
                "The same roles were asked the same questions in both rounds.",
            )
            .to_owned(),
        );
    }
    sentences.join(" ")
}

/// Two rounds in which nothing has a score of the same role.
pub fn nothing_in_common(l: Language) -> &'static str {
    l.pick(
        "De twee rondes zijn niet te vergelijken: op geen enkel onderdeel hebben dezelfde rollen in beide rondes een score.",
        "The two rounds cannot be compared: in no part do the same roles have a score in both.",
    )
}

/// The change is about too small a part.
pub fn withheld(l: Language, minimum: u32) -> String {
    l.pick(
        format!("Niet in beide rondes deden dezelfde rollen mee. Wat overblijft om te vergelijken, gaat over minder dan {minimum} deelnemers of verraadt wat zij antwoordden; dat staat niet in dit verslag."),
        format!("The roles that took part differ. What is left to compare is about fewer than {minimum} participants or gives away what they answered; this report leaves it out."),
    )
}

/// The same in one of the bullets.
pub fn withheld_short(l: Language) -> &'static str {
    l.pick(
        "het verschil gaat over te weinig deelnemers om te tonen.",
        "the difference is about too few participants to be shown.",
    )
}

/// After the change: who was there in one round only, and what has a score in one only. Empty when that is nothing.
pub fn what_is_missing(l: Language, gone: &Absent, new: &Absent, left_out: &[LeftOut]) -> String {
    let mut without = [gone.roles.as_slice(), &new.roles].concat();
    if gone.joint || new.joint {
        without.push(left_out::joint(l).to_owned());
    }
    let mut text = String::new();
    if !without.is_empty() {
        let roles = l.list(&without);
        text += &l
            .pick(format!(" Zonder {roles}: niet in beide rondes."), format!(" Without {roles}: not in both rounds."));
    }
    text + &left_out::without(l, left_out)
}

/// Dimensions that went clearly up.
pub fn went_up(l: Language, names: &[String]) -> String {
    let list = l.list(names);
    l.pick(format!("Duidelijk vooruit: {list}."), format!("Clearly up: {list}."))
}

/// Dimensions that went clearly down.
pub fn went_down(l: Language, names: &[String]) -> String {
    let list = l.list(names);
    l.pick(format!("Duidelijk achteruit: {list}."), format!("Clearly down: {list}."))
}

/// No dimension did.
pub fn none_clearly(l: Language) -> &'static str {
    l.pick("Geen enkele dimensie veranderde duidelijk.", "No dimension changed clearly.")
}

/// What counts as clear.
pub fn clear_from(l: Language, threshold: &str) -> String {
    l.pick(
        format!(
            "Een verschil noemen we duidelijk vanaf {threshold}, en alleen als het er ook zonder één van de deelnemers \
             nog is."
        ),
        format!(
            "A difference is called clear from {threshold}, and only if it would be there without any one participant."
        ),
    )
}

/// The caption of the table of dimensions.
pub fn table(l: Language) -> &'static str {
    l.pick("Toen en nu per dimensie", "Then and now, per dimension")
}

/// The caption of the table of questions.
pub fn questions_table(l: Language) -> &'static str {
    l.pick("De vragen die het meest veranderden", "The questions that changed most")
}

/// What the chart shows.
pub fn plot_description(l: Language, before: &str, now: &str, max: &str) -> String {
    l.pick(
        format!("Open punt: {before}; volle punt: {now}. Van 0 tot {max}."),
        format!("Open dot: {before}; filled dot: {now}. From 0 to {max}."),
    )
}

/// The same for councils.
pub fn plot_of_councils(l: Language, max: &str) -> String {
    l.pick(
        format!("Totaalscore van 0 tot {max}; het getal is het verschil met de vorige ronde."),
        format!("Overall score from 0 to {max}; the number is the difference with the previous round."),
    )
}

/// Above the chart of councils: the largest change.
pub fn largest(l: Language, council: &str, change: &str) -> String {
    l.pick(
        format!("De grootste verandering: {council} ({change})"),
        format!("The largest change: {council} ({change})"),
    )
}

/// In the legend: the filled dot.
pub fn this_round(l: Language) -> &'static str {
    l.pick("laatste ronde", "latest round")
}

/// Over the column of scores then.
pub fn then(l: Language) -> &'static str {
    l.pick("Toen", "Then")
}

/// Over the column of scores now.
pub fn this_round_short(l: Language) -> &'static str {
    l.pick("Nu", "Now")
}

/// In place of a change.
pub fn cannot_compare(l: Language) -> &'static str {
    l.pick("niet te vergelijken", "cannot be compared")
}

/// The same where it may not be shown.
pub fn too_few_to_show(l: Language) -> &'static str {
    l.pick("te weinig deelnemers om te tonen", "too few participants to show")
}

/// No council has an earlier round.
pub fn no_earlier_round(l: Language) -> &'static str {
    l.pick(
        "Geen enkel bestuur heeft een eerdere ronde om mee te vergelijken.",
        "No council has an earlier round to compare with.",
    )
}

/// The title of the report of change over several councils.
pub fn title(l: Language) -> &'static str {
    l.pick("Ronde naast ronde", "Round by round")
}

/// The title of the report of change of one council.
pub fn title_of(l: Language, council: &str) -> String {
    l.pick(format!("{council}, ronde naast ronde"), format!("{council}, round by round"))
}

/// The caption of the table of councils.
pub fn councils_table(l: Language) -> &'static str {
    l.pick("Toen en nu per bestuur", "Then and now, per council")
}

/// The column that says which rounds.
pub fn rounds(l: Language) -> &'static str {
    l.pick("Rondes", "Rounds")
}

/// Behind a change that leaves something out: "zonder Leiding".
pub fn without(l: Language, roles: &[String]) -> String {
    let roles = l.list(roles);
    l.pick(format!("zonder {roles}"), format!("without {roles}"))
}

/// The column for [`without`].
pub fn remark(l: Language) -> &'static str {
    l.pick("Vergeleken", "Compared")
}

/// In that column: everything.
pub fn everything(l: Language) -> &'static str {
    l.pick("alles", "everything")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_from_where_to_where() {
        assert_eq!(from_to(Language::Nl, "1,9", "2,3", "+0,4", Direction::Up), "vooruit van 1,9 naar 2,3 (+0,4)");
        assert_eq!(
            from_to(Language::En, "1.9", "2.0", "+0.1", Direction::Same),
            "no clear change, from 1.9 to 2.0 (+0.1)"
        );
    }

    #[test]
    fn the_questions_of_both_versions_are_counted() {
        let said = |l, quick, count| like_for_like(l, &Absent::default(), &Absent::default(), &[], quick, Some(count));
        assert_eq!(said(Language::Nl, false, 30), "Vergeleken over de 30 vragen van beide versies.");
        assert_eq!(
            said(Language::Nl, true, 1),
            "Vergeleken over de 1 vraag van de quickscan die in beide versies staat."
        );
        assert_eq!(said(Language::En, false, 30), "Compared over the 30 questions of both versions.");
    }

    #[test]
    fn who_is_missing_is_said() {
        let nobody = Absent::default();
        let said = |gone: &Absent, new: &Absent| like_for_like(Language::Nl, gone, new, &[], false, None);
        let one = Absent { roles: vec!["Bestuurder".to_owned()], joint: false };
        assert_eq!(said(&one, &nobody), "Bestuurder deed toen mee en nu niet; die antwoorden tellen hier niet.");
        let two = Absent { roles: vec!["ICT".to_owned(), "Leiding".to_owned()], joint: true };
        assert_eq!(
            said(&nobody, &two),
            "ICT en Leiding doen nu mee en toen niet; die antwoorden tellen hier niet. Alleen nu is er een gezamenlijk \
             antwoord; de afzonderlijke antwoorden worden vergeleken."
        );
        assert_eq!(what_is_missing(Language::En, &one, &nobody, &[]), " Without Bestuurder: not in both rounds.");
        let part = LeftOut { what: "Geld".to_owned(), joint: false, who: Vec::new(), unscored: Vec::new() };
        assert_eq!(
            what_is_missing(Language::Nl, &one, &nobody, std::slice::from_ref(&part)),
            " Zonder Bestuurder: niet in beide rondes. Zonder Geld: dat is niet te vergelijken."
        );
        let other = LeftOut { what: "Plan".to_owned(), ..part.clone() };
        assert_eq!(
            what_is_missing(Language::En, &nobody, &nobody, &[part, other]),
            " Without Geld and Plan: those cannot be compared."
        );
    }
}
