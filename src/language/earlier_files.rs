//! What is said of the reports and charts that stand where something was written just now, from an earlier run.

use std::collections::BTreeSet;

use super::Language;

/// A file of an earlier run.
pub struct EarlierFile {
    /// What it is called.
    pub name: String,
    /// Whether it is for the participants only.
    pub for_workshop: bool,
    /// Whether it is a chart; else it is a whole report.
    pub is_chart: bool,
}

/// Where files stand.
pub enum Place<'a> {
    /// In a folder.
    Folder(&'a str),
    /// Beside a page.
    Page(&'a str),
}

/// After writing where files of an earlier run stand.
pub fn earlier_files(l: Language, place: &Place<'_>, files: &[EarlierFile]) -> String {
    /// More are counted instead of named.
    const NAMED: usize = 5;
    // First what may least of all be handed out.
    let (workshop, public): (Vec<&EarlierFile>, Vec<&EarlierFile>) = files.iter().partition(|one| one.for_workshop);
    let note = l.pick("alleen voor deelnemers", "for participants only");
    let name = |one: &EarlierFile| if one.for_workshop { format!("{} ({note})", one.name) } else { one.name.clone() };
    let mut names: Vec<String> = workshop.into_iter().chain(public).take(NAMED).map(name).collect();
    let more = files.len() - names.len();
    names.extend((more > 0).then(|| l.counted(more, l.pick("ander", "other"), l.pick("andere", "others"))));
    let names = l.list(&names);
    let (one, counted) = counted(l, files);
    l.pick(
        format!(
            "{} {} nog {counted} van een eerdere keer: {names}. Haal weg wat niet meer uitgedeeld mag worden, of schrijf in \
             een nieuwe map.",
            match place {
                Place::Folder(folder) => format!("In {folder}"),
                Place::Page(page) => format!("Naast {page}"),
            },
            if one { "staat" } else { "staan" },
        ),
        format!(
            "{counted} of an earlier time still {} {}: {names}. Remove what is not to be handed out any more, or write to a \
             new folder.",
            if one { "stands" } else { "stand" },
            match place {
                Place::Folder(folder) => format!("in {folder}"),
                Place::Page(page) => format!("beside {page}"),
            },
        ),
    )
}

/// How many there are of each kind, and whether that is just one. A chart is one, in however many forms it is there.
fn counted(l: Language, files: &[EarlierFile]) -> (bool, String) {
    let (charts, reports): (Vec<&EarlierFile>, Vec<&EarlierFile>) = files.iter().partition(|one| one.is_chart);
    let stem = |one: &EarlierFile| one.name.rsplit_once('.').map_or(one.name.clone(), |(stem, _)| stem.to_owned());
    let charts: BTreeSet<String> = charts.into_iter().map(stem).collect();
    let kinds = [
        (reports.len(), l.pick("verslag", "report"), l.pick("verslagen", "reports")),
        (charts.len(), l.pick("grafiek", "chart"), l.pick("grafieken", "charts")),
    ];
    let there = kinds.into_iter().filter(|(count, ..)| *count > 0);
    let texts: Vec<String> = there.map(|(count, one, many)| l.counted(count, one, many)).collect();
    (reports.len() + charts.len() == 1, l.list(&texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, for_workshop: bool) -> EarlierFile {
        let is_chart = name.ends_with(".svg") || name.ends_with(".png");
        EarlierFile { name: name.to_owned(), for_workshop, is_chart }
    }

    #[test]
    fn what_is_for_participants_only_comes_first_and_many_are_counted() {
        assert_eq!(
            earlier_files(Language::Nl, &Place::Folder("pers"), &[file("a.html", false)]),
            "In pers staat nog 1 verslag van een eerdere keer: a.html. Haal weg wat niet meer uitgedeeld mag worden, of \
             schrijf in een nieuwe map."
        );
        let mut all: Vec<EarlierFile> = ["a", "b", "c", "d", "e", "f"].map(|name| file(name, false)).into();
        all.push(file("g", true));
        assert_eq!(
            earlier_files(Language::En, &Place::Folder("press"), &all),
            "7 reports of an earlier time still stand in press: g (for participants only), a, b, c, d and 2 others. \
             Remove what is not to be handed out any more, or write to a new folder."
        );
    }

    #[test]
    fn reports_and_charts_are_counted_apart_and_a_chart_in_two_forms_is_one() {
        let chart = [file("v-agenda.png", true), file("v-agenda.svg", true)];
        assert_eq!(
            earlier_files(Language::Nl, &Place::Page("v.md"), &chart),
            "Naast v.md staat nog 1 grafiek van een eerdere keer: v-agenda.png (alleen voor deelnemers) en v-agenda.svg \
             (alleen voor deelnemers). Haal weg wat niet meer uitgedeeld mag worden, of schrijf in een nieuwe map."
        );
        let both = [file("v.md", false), file("v-change.svg", false), file("v-standing.svg", false)];
        assert_eq!(
            earlier_files(Language::En, &Place::Folder("press"), &both),
            "1 report and 2 charts of an earlier time still stand in press: v.md, v-change.svg and v-standing.svg. Remove \
             what is not to be handed out any more, or write to a new folder."
        );
    }
}
