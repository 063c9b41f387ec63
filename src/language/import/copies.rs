//! What is said of two files of one import that most likely hold the same people.

use super::account::forms;
use crate::language::Language;

/// Two files with the same answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// The one that was read first.
    pub first: Side,
    /// The other.
    pub later: Side,
    /// How many people have the same answers in both.
    pub people: usize,
    /// How many others the first and the later one hold.
    pub rest: [usize; 2],
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// A table.
    Table(String),
    /// A workbook of peil: one person.
    Workbook(String),
    /// All of peil's own forms.
    Forms,
}

impl Side {
    /// "3 rijen van a.csv"
    fn counted(&self, l: Language, count: usize) -> String {
        match self {
            Side::Table(file) => {
                let rows = l.counted(count, l.pick("rij", "row"), l.pick("rijen", "rows"));
                l.pick(format!("{rows} van {file}"), format!("{rows} of {file}"))
            }
            Side::Workbook(file) => file.clone(),
            Side::Forms => forms(l, count),
        }
    }

    /// "rijen van a.csv"
    fn some(&self, l: Language, count: usize) -> String {
        match self {
            Side::Table(file) => {
                let rows = l.plural(count, l.pick("een rij", "a row"), l.pick("rijen", "rows"));
                l.pick(format!("{rows} van {file}"), format!("{rows} of {file}"))
            }
            Side::Workbook(file) => file.clone(),
            Side::Forms => l.pick("bestanden met antwoorden van peil", "answers files of peil").to_owned(),
        }
    }

    /// "1 andere rij van a.csv"
    fn others(&self, l: Language, count: usize) -> String {
        match self {
            Side::Table(file) => {
                let rows = l.counted(count, l.pick("andere rij", "other row"), l.pick("andere rijen", "other rows"));
                l.pick(format!("{rows} van {file}"), format!("{rows} of {file}"))
            }
            Side::Workbook(file) => file.clone(),
            Side::Forms => l.counted(
                count,
                l.pick("ander bestand met antwoorden", "other answers file"),
                l.pick("andere bestanden met antwoorden", "other answers files"),
            ),
        }
    }

    fn named(&self, l: Language) -> &str {
        match self {
            Side::Table(file) | Side::Workbook(file) => file,
            Side::Forms => l.pick("die bestanden met antwoorden", "those answers files"),
        }
    }
}

/// "3 rijen van b.csv bevatten dezelfde antwoorden als rijen van a.csv, 1 andere rij van b.csv niet; …"
pub fn copies(l: Language, what: &Copies) -> String {
    let Copies { first, later, people, rest } = what;
    let (these, those) = (later.counted(l, *people), first.some(l, *people));
    let others = others(l, what);
    let out = match rest {
        [0, 0] => l.pick("laat er dan een weg", "leave one out").to_owned(),
        [0, _] => l.pick(format!("laat {} dan weg", first.named(l)), format!("leave {} out", first.named(l))),
        [_, 0] => l.pick(format!("laat {} dan weg", later.named(l)), format!("leave {} out", later.named(l))),
        _ => l.pick("houd dan alleen het nieuwste bestand over", "keep only the newer file").to_owned(),
    };
    match people {
        1 => l.pick(
            format!("{these} bevat dezelfde antwoorden als {those}{others}; is dat één deelnemer, {out}"),
            format!("{these} holds the same answers as {those}{others}; if that is one person, {out}"),
        ),
        _ => l.pick(
            format!("{these} bevatten dezelfde antwoorden als {those}{others}; zijn dat dezelfde deelnemers, {out}"),
            format!("{these} hold the same answers as {those}{others}; if these are the same people, {out}"),
        ),
    }
}

/// ", 1 andere rij van b.csv niet": what is new in one of them, or was corrected. Of a workbook it goes without saying that
/// it holds one person of many.
fn others(l: Language, Copies { first, later, rest, .. }: &Copies) -> String {
    if [first, later].iter().any(|side| matches!(side, Side::Workbook(_))) {
        return String::new();
    }
    let sides = [(later, rest[1]), (first, rest[0])].into_iter().filter(|(_, count)| *count > 0);
    let others: Vec<String> = sides.map(|(side, count)| side.others(l, count)).collect();
    if others.is_empty() {
        return String::new();
    }
    let (others, do_not) =
        (l.list(&others), l.pick("niet", if rest[0] + rest[1] == 1 { "does not" } else { "do not" }));
    format!(", {others} {do_not}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str) -> Side {
        Side::Table(name.to_owned())
    }

    #[test]
    fn the_file_that_adds_nothing_is_the_one_to_leave_out() {
        let said = |people: usize, rest: [usize; 2]| {
            copies(Language::En, &Copies { first: table("a.csv"), later: table("b.csv"), people, rest })
        };
        let same = "3 rows of b.csv hold the same answers as rows of a.csv";
        assert_eq!(said(3, [0, 0]), format!("{same}; if these are the same people, leave one out"));
        assert_eq!(
            said(3, [0, 1]),
            format!("{same}, 1 other row of b.csv does not; if these are the same people, leave a.csv out")
        );
        assert_eq!(
            said(3, [2, 0]),
            format!("{same}, 2 other rows of a.csv do not; if these are the same people, leave b.csv out")
        );
        assert_eq!(
            said(3, [1, 1]),
            format!(
                "{same}, 1 other row of b.csv and 1 other row of a.csv do not; if these are the same people, keep only \
                 the newer file"
            )
        );
        assert_eq!(
            said(1, [0, 0]),
            "1 row of b.csv holds the same answers as a row of a.csv; if that is one person, leave one out"
        );
    }

    #[test]
    fn in_dutch_too_and_of_workbooks_and_forms() {
        let said = |first, later, people, rest| copies(Language::Nl, &Copies { first, later, people, rest });
        assert_eq!(
            said(table("a.csv"), table("b.csv"), 3, [0, 2]),
            "3 rijen van b.csv bevatten dezelfde antwoorden als rijen van a.csv, 2 andere rijen van b.csv niet; zijn dat \
             dezelfde deelnemers, laat a.csv dan weg"
        );
        assert_eq!(
            said(table("a.csv"), Side::Workbook("ict.xlsx".to_owned()), 1, [8, 0]),
            "ict.xlsx bevat dezelfde antwoorden als een rij van a.csv; is dat één deelnemer, laat ict.xlsx dan weg"
        );
        assert_eq!(
            said(table("a.csv"), Side::Forms, 4, [0, 1]),
            "4 bestanden met antwoorden van peil bevatten dezelfde antwoorden als rijen van a.csv, 1 ander bestand met \
             antwoorden niet; zijn dat dezelfde deelnemers, laat a.csv dan weg"
        );
    }
}
