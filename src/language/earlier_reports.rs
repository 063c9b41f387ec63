//! What is said of the reports that stand in a folder from an earlier run, beside those that were written just now.

use super::Language;

/// A report that stands in the folder from an earlier run.
pub struct EarlierReport {
    /// Its file.
    pub name: String,
    /// Whether it is one for the participants only.
    pub for_workshop: bool,
}

/// After writing a report for each council into a folder in which others stand.
pub fn earlier_reports(l: Language, folder: &str, reports: &[EarlierReport]) -> String {
    /// More are counted instead of named.
    const NAMED: usize = 5;
    // First what may least of all be handed out.
    let (workshop, public): (Vec<&EarlierReport>, Vec<&EarlierReport>) =
        reports.iter().partition(|one| one.for_workshop);
    let note = l.pick("alleen voor deelnemers", "for participants only");
    let name = |one: &EarlierReport| {
        if one.for_workshop { format!("{} ({note})", one.name) } else { one.name.clone() }
    };
    let mut names: Vec<String> = workshop.into_iter().chain(public).take(NAMED).map(name).collect();
    let more = reports.len() - names.len();
    names.extend((more > 0).then(|| l.counted(more, l.pick("ander", "other"), l.pick("andere", "others"))));
    let (count, names) = (reports.len(), l.list(&names));
    let one = count == 1;
    l.pick(
        format!(
            "In {folder} {} nog {} van een eerdere keer: {names}. Haal weg wat niet meer uitgedeeld mag worden.",
            if one { "staat" } else { "staan" },
            l.counted(count, "verslag", "verslagen"),
        ),
        format!(
            "{} of an earlier time still {} in {folder}: {names}. Remove what is not to be handed out any more.",
            l.counted(count, "report", "reports"),
            if one { "stands" } else { "stand" },
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_participants_only_comes_first_and_many_are_counted() {
        let report = |name: &str, for_workshop| EarlierReport { name: name.to_owned(), for_workshop };
        assert_eq!(
            earlier_reports(Language::Nl, "pers", &[report("a.html", false)]),
            "In pers staat nog 1 verslag van een eerdere keer: a.html. Haal weg wat niet meer uitgedeeld mag worden."
        );
        let mut all: Vec<EarlierReport> = ["a", "b", "c", "d", "e", "f"].map(|name| report(name, false)).into();
        all.push(report("g", true));
        assert_eq!(
            earlier_reports(Language::En, "press", &all),
            "7 reports of an earlier time still stand in press: g (for participants only), a, b, c, d and 2 others. \
             Remove what is not to be handed out any more."
        );
    }
}
