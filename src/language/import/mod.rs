//! What an import says: the account of each file, the comments of a suggested mapping, what was written where.

pub mod account;
pub mod copies;
pub mod suggestion;

use super::{Language, command, number};

/// After writing answers to a folder.
pub fn written_in(l: Language, written: usize, same: usize, folder: &str) -> String {
    let count = |count| {
        l.counted(
            count,
            l.pick("bestand met antwoorden", "answers file"),
            l.pick("bestanden met antwoorden", "answers files"),
        )
    };
    let mut text =
        l.pick(format!("{} geschreven in {folder}", count(written)), format!("{} written in {folder}", count(written)));
    if same > 0 {
        let (stood, was) = if same == 1 { ("stond", "was") } else { ("stonden", "were") };
        let same = number::whole(l, same as u64);
        text += &l
            .pick(format!("; {same} {stood} er al precies zo"), format!("; {same} {was} there already, just the same"));
    }
    text
}

/// How many files that stood in a folder hold the same answers as one that was written, and the first of them.
pub fn twins(l: Language, count: usize, folder: &str, first: &str) -> String {
    let many = number::whole(l, count as u64);
    if count == 1 {
        return l.pick(
            format!(
                "1 bestand dat al in {folder} stond, heeft precies dezelfde antwoorden onder een ander nummer: {first}. Is \
                 het dezelfde deelnemer, verwijder dat bestand dan; nu telt die dubbel"
            ),
            format!(
                "1 file that was in {folder} already has exactly the same answers under another number: {first}. If it is \
                 the same person, delete that file; they count twice now"
            ),
        );
    }
    l.pick(
        format!(
            "{many} bestanden die al in {folder} stonden, hebben precies dezelfde antwoorden onder een ander nummer, zoals \
             {first}. Zijn het dezelfde deelnemers, verwijder die bestanden dan; nu tellen ze dubbel"
        ),
        format!(
            "{many} files that were in {folder} already have exactly the same answers under another number, such as \
             {first}. If they are the same people, delete those files; they count twice now"
        ),
    )
}

/// After writing answers to a table.
pub fn written_to(l: Language, rows: usize, path: &str) -> String {
    let rows = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    l.pick(format!("{rows} geschreven naar {path}"), format!("{rows} written to {path}"))
}

/// How often there is something that a table has no column for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotInTable {
    /// Comments, evidence and reasons.
    pub notes: usize,
    /// People with a day until which their answers are kept.
    pub days: usize,
    /// People who agreed that roles are shown.
    pub consents: usize,
    /// People who are not done.
    pub drafts: usize,
}

/// What a table cannot hold; nothing where there is nothing of the kind.
pub fn not_in_table(l: Language, what: NotInTable) -> Option<String> {
    let kinds = [
        (
            what.notes,
            l.pick("opmerking, bewijs of reden", "comment, evidence or reason"),
            l.pick("opmerkingen, bewijzen en redenen", "comments, evidence and reasons"),
        ),
        (
            what.days,
            l.pick("dag tot wanneer antwoorden bewaard worden", "day until which answers are kept"),
            l.pick("dagen tot wanneer antwoorden bewaard worden", "days until which answers are kept"),
        ),
        (
            what.consents,
            l.pick("vermelding ‘rollen mogen getoond worden’", "mark ‘roles may be shown’"),
            l.pick("vermeldingen ‘rollen mogen getoond worden’", "marks ‘roles may be shown’"),
        ),
        (
            what.drafts,
            l.pick("vermelding ‘nog niet klaar’", "mark ‘not finished yet’"),
            l.pick("vermeldingen ‘nog niet klaar’", "marks ‘not finished yet’"),
        ),
    ];
    let some: Vec<_> = kinds.into_iter().filter(|(count, ..)| *count > 0).collect();
    let named: Vec<String> = some.iter().map(|(count, one, many)| l.counted(*count, one, many)).collect();
    let is_one = matches!(some[..], [(1, ..)]);
    let (stands, keeps) = match is_one {
        true => (l.pick("staat", "is"), l.pick("bewaart dat wel", "keeps it")),
        false => (l.pick("staan", "are"), l.pick("bewaart ze wel", "keeps them")),
    };
    let named = l.list(&named);
    (!some.is_empty()).then(|| {
        l.pick(
            format!("{named} {stands} niet in de tabel; -o MAP {keeps}"),
            format!("{named} {stands} not in the table; -o FOLDER {keeps}"),
        )
    })
}

/// One council that is called otherwise by some of the answers.
pub fn several_names(l: Language, council: &str, names: &[&str]) -> String {
    const SHOWN: usize = 3;
    let mut shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("‘{name}’")).collect();
    if names.len() > SHOWN {
        shown.push(account::others(l, names.len() - SHOWN));
    }
    let (count, shown) = (number::whole(l, names.len() as u64), l.list(&shown));
    l.pick(
        format!(
            "Let op: bestuur `{council}` heeft hier {count} namen: {shown}.\nEen verslag toont de eerste. Maak ze gelijk, \
             of geef de naam met --name."
        ),
        format!(
            "Please note: council `{council}` has {count} names here: {shown}.\nA report shows the first. Make them the \
             same, or give the name with --name."
        ),
    )
}

/// After an import without problems; `questionnaire` is its file, where it is not one of peil's own.
pub fn next_score(l: Language, path: &str, questionnaire: Option<&str>) -> String {
    let score = command(["peil", "score", path].into_iter().chain(questionnaire.into_iter().flat_map(|q| ["-q", q])));
    l.pick(format!("Verder: {score}"), format!("Next: {score}"))
}

/// After an import in which something was not understood; `import` are the words of the command so far.
pub fn next_suggest(l: Language, import: &[String]) -> String {
    let suggest = ["--suggest", "-o", l.pick("koppeling.yaml", "mapping.yaml")];
    let command = command(import.iter().map(String::as_str).chain(suggest));
    l.pick(
        format!("Zeg in een koppeling wat bedoeld is, en geef die mee met -m:\n  {command}"),
        format!("Say in a mapping what is meant, and give it with -m:\n  {command}"),
    )
}

/// After an import with answers to questions that the version of their row does not ask; a mapping does not help.
pub fn next_version(l: Language) -> &'static str {
    l.pick(
        "Antwoorden op vragen die er niet zijn in hun versie: haal ze weg, of noem in de kolom `questionnaire` de versie \
         waarmee is geantwoord.",
        "Answers to questions that their version does not ask: remove them, or name the version that was answered in the \
         column `questionnaire`.",
    )
}

/// Nothing was written because of `--dry-run`.
pub fn nothing_written(l: Language) -> &'static str {
    l.pick("Er is niets geschreven (--dry-run).", "Nothing was written (--dry-run).")
}

/// After writing a mapping.
pub fn mapping_written(l: Language, path: &str, open: usize) -> String {
    let open = match open {
        0 => l.pick("alles is ingevuld", "everything is filled in").to_owned(),
        _ => l.counted(
            open,
            l.pick("plaats is nog leeg", "place is still empty"),
            l.pick("plaatsen zijn nog leeg", "places are still empty"),
        ),
    };
    l.pick(format!("Geschreven: {path}; {open}"), format!("Written: {path}; {open}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_table_leaves_out_is_counted_kind_by_kind() {
        let nl = |what| not_in_table(Language::Nl, what).unwrap_or_default();
        let none = NotInTable::default();
        assert_eq!(not_in_table(Language::Nl, none), None);
        let one = "1 opmerking, bewijs of reden staat niet in de tabel; -o MAP bewaart dat wel";
        assert_eq!(nl(NotInTable { notes: 1, ..none }), one);
        let two = "2 opmerkingen, bewijzen en redenen staan niet in de tabel; -o MAP bewaart ze wel";
        assert_eq!(nl(NotInTable { notes: 2, ..none }), two);
        assert_eq!(
            nl(NotInTable { days: 3, drafts: 1, ..none }),
            "3 dagen tot wanneer antwoorden bewaard worden en 1 vermelding ‘nog niet klaar’ staan niet in de tabel; \
             -o MAP bewaart ze wel"
        );
        let consent = NotInTable { consents: 1, ..none };
        let said = "1 mark ‘roles may be shown’ is not in the table; -o FOLDER keeps it";
        assert_eq!(not_in_table(Language::En, consent).as_deref(), Some(said));
    }

    #[test]
    fn what_to_do_next_can_be_copied_whatever_the_paths_are_called() {
        let own = Some("mijn vragen.yaml");
        assert_eq!(
            next_score(Language::Nl, "an peeters/uit", own),
            "Verder: peil score \"an peeters/uit\" -q \"mijn vragen.yaml\""
        );
        let words = ["peil", "import", "an peeters/export.csv"].map(str::to_owned);
        assert_eq!(
            next_suggest(Language::En, &words).lines().last(),
            Some("  peil import \"an peeters/export.csv\" --suggest -o mapping.yaml")
        );
    }
}
