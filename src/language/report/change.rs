//! What reports say about change since an earlier round.

use super::super::versions;
use super::ends::Sharing;
use super::left_out::{self, LeftOut};
use super::{Language, quick_scan};
use crate::language::capitalised;

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

/// What of two rounds is compared: only what both have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Who was there before, and not everywhere or not now.
    pub gone: Absent,
    /// Who is there now and was not before.
    pub new: Absent,
    /// What is left out though it has a score.
    pub left_out: Vec<LeftOut>,
    /// Whether only the questions of the quick scan count.
    pub quick_only: bool,
    /// The number of questions of both versions, where an earlier version was answered.
    pub shared: Option<usize>,
    /// Whether the council is compared with those that it came from.
    pub merged: bool,
}

/// Over which questions is compared, where that is not all of them.
pub(super) fn compared_over(l: Language, scope: &Scope) -> Option<String> {
    match scope.shared {
        Some(questions) => Some(versions::compared_over(l, questions, scope.quick_only)),
        None => scope.quick_only.then(|| {
            let words = ("Vergeleken op de vragen van de quickscan.", "Compared on the questions of the quick scan.");
            l.pick(words.0, words.1).to_owned()
        }),
    }
}

/// What is compared, and who and what is not.
pub fn like_for_like(l: Language, scope: &Scope) -> String {
    let Scope { gone, new, left_out, .. } = scope;
    let mut sentences: Vec<String> = compared_over(l, scope).into_iter().collect();
    let several = |roles: &[String], one: &'static str, more: &'static str| if roles.len() == 1 { one } else { more };
    if !gone.roles.is_empty() {
        let roles = capitalised(&l.list(&gone.roles));
        sentences.push(l.pick(
            format!(
                "{roles} {} toen mee en nu niet; die antwoorden tellen hier niet.",
                several(&gone.roles, "deed", "deden")
            ),
            format!("{roles} took part then and not now; those answers do not count here."),
        ));
    }
    if !new.roles.is_empty() {
        let roles = capitalised(&l.list(&new.roles));
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
        format!("Wat tussen beide rondes te vergelijken is, gaat over minder dan {minimum} deelnemers of verraadt, naast de andere cijfers, wat zij antwoordden; dat staat niet in dit verslag."),
        format!("What can be compared between the two rounds is about fewer than {minimum} participants or, beside the other figures, gives away what they answered; this report leaves it out."),
    )
}

/// The same in one of the bullets.
pub fn withheld_short(l: Language) -> &'static str {
    l.pick(
        "het verschil gaat over te weinig deelnemers om te tonen.",
        "the difference is about too few participants to be shown.",
    )
}

/// The same in short, behind the change: " Over de vragen van de quickscan. Zonder Politiek: niet in beide rondes." Empty
/// where both rounds are compared as they are.
pub fn scope_in_short(l: Language, scope: &Scope) -> String {
    let mut text = match scope.shared {
        Some(questions) => versions::over(l, questions, scope.quick_only),
        None if scope.quick_only => {
            l.pick(" Over de vragen van de quickscan.", " Over the questions of the quick scan.").to_owned()
        }
        None => String::new(),
    };
    let without = absent(l, scope);
    if !without.is_empty() {
        let (roles, why) = (
            l.list(&without),
            match scope.merged {
                false => l.pick("niet in beide rondes", "not in both rounds"),
                true => l.pick("niet overal, toen en nu", "not everywhere, then and now"),
            },
        );
        text += &l.pick(format!(" Zonder {roles}: {why}."), format!(" Without {roles}: {why}."));
    }
    text + &left_out::without(l, &scope.left_out)
}

/// Who is not compared.
fn absent(l: Language, Scope { gone, new, .. }: &Scope) -> Vec<String> {
    let joint = (gone.joint || new.joint).then(|| left_out::joint(l).to_owned());
    [gone.roles.as_slice(), &new.roles].concat().into_iter().chain(joint).collect()
}

/// The same in a cell of a table, in parts: "quickscan", "zonder Leiding". None where both rounds are compared as they are.
pub fn scope_in_a_cell(l: Language, scope: &Scope) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(scope.quick_only.then(|| quick_scan(l).to_owned()));
    parts.extend(scope.shared.map(|questions| versions::over_in_a_cell(l, questions)));
    let without = [absent(l, scope), left_out::short(l, &scope.left_out)].concat();
    if !without.is_empty() {
        let without = l.list(&without);
        parts.push(l.pick(format!("zonder {without}"), format!("without {without}")));
    }
    parts
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

/// Under that table: how many questions that are not in it changed as much as the last one in it.
pub fn as_much_as_the_last(l: Language, count: usize) -> String {
    l.pick(
        format!("Nog {} evenveel als de laatste.", l.counted(count, "vraag veranderde", "vragen veranderden")),
        format!("{} changed as much as the last.", l.counted(count, "more question", "more questions")),
    )
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

/// Above the chart of councils: the largest change that is clear, one way or both.
pub fn largest(l: Language, changes: &[(Sharing, String)]) -> String {
    let said: Vec<String> = changes.iter().map(|(councils, change)| format!("{councils} ({change})")).collect();
    let said = said.join(", ");
    l.pick(format!("De grootste duidelijke verandering: {said}"), format!("The largest clear change: {said}"))
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
        "Van geen enkel bestuur zit er een eerdere ronde bij om mee te vergelijken.",
        "For no council is there an earlier round among these answers to compare with.",
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

/// The column for [`scope_in_a_cell`].
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
        let over = |quick_only, shared| Scope { quick_only, shared, ..Scope::default() };
        let said = |l, quick, count| like_for_like(l, &over(quick, Some(count)));
        assert_eq!(said(Language::Nl, false, 30), "Vergeleken over de 30 vragen van beide versies.");
        assert_eq!(
            said(Language::Nl, true, 1),
            "Vergeleken over de 1 vraag van de quickscan die in beide versies staat."
        );
        assert_eq!(said(Language::En, false, 30), "Compared over the 30 questions of both versions.");
        let short = |quick, shared| scope_in_short(Language::Nl, &over(quick, shared));
        assert_eq!(short(false, Some(30)), " Over de 30 vragen van beide versies.");
        assert_eq!(short(true, None), " Over de vragen van de quickscan.");
        assert_eq!(short(false, None), "");
    }

    #[test]
    fn who_is_missing_is_said() {
        let scope = |gone: &Absent, new: &Absent, left_out: &[LeftOut]| Scope {
            gone: gone.clone(),
            new: new.clone(),
            left_out: left_out.to_vec(),
            ..Scope::default()
        };
        let nobody = Absent::default();
        let said = |gone: &Absent, new: &Absent| like_for_like(Language::Nl, &scope(gone, new, &[]));
        let one = Absent { roles: vec!["Bestuurder".to_owned()], joint: false };
        assert_eq!(said(&one, &nobody), "Bestuurder deed toen mee en nu niet; die antwoorden tellen hier niet.");
        let two = Absent { roles: vec!["ICT".to_owned(), "Leiding".to_owned()], joint: true };
        assert_eq!(
            said(&nobody, &two),
            "ICT en Leiding doen nu mee en toen niet; die antwoorden tellen hier niet. Alleen nu is er een gezamenlijk \
             antwoord; de afzonderlijke antwoorden worden vergeleken."
        );
        let short = |l, gone: &Absent, left_out: &[LeftOut]| scope_in_short(l, &scope(gone, &nobody, left_out));
        assert_eq!(short(Language::En, &one, &[]), " Without Bestuurder: not in both rounds.");
        let what = "Geld".to_owned();
        let part = LeftOut { what, joint: false, who: Vec::new(), unscored: Vec::new(), has_more: false };
        assert_eq!(
            short(Language::Nl, &one, std::slice::from_ref(&part)),
            " Zonder Bestuurder: niet in beide rondes. Zonder Geld: dat is niet te vergelijken."
        );
        let other = LeftOut { what: "Plan".to_owned(), ..part.clone() };
        assert_eq!(short(Language::En, &nobody, &[part, other]), " Without Geld and Plan: those cannot be compared.");
        let merged = Scope { merged: true, ..scope(&one, &nobody, &[]) };
        assert_eq!(scope_in_short(Language::Nl, &merged), " Zonder Bestuurder: niet overal, toen en nu.");
    }
}
