//! What an import says: the account of each file, the comments of a suggested mapping, what was written where.

pub mod account;
pub mod suggestion;

use super::{Language, number};

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

/// After writing answers to a table.
pub fn written_to(l: Language, rows: usize, path: &str) -> String {
    let rows = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    l.pick(format!("{rows} geschreven naar {path}"), format!("{rows} written to {path}"))
}

/// What a table cannot hold.
pub fn notes_not_in_table(l: Language, notes: usize) -> String {
    let notes = l.counted(
        notes,
        l.pick("opmerking, bewijs of reden", "comment, evidence or reason"),
        l.pick("opmerkingen, bewijzen en redenen", "comments, evidence and reasons"),
    );
    l.pick(
        format!("{notes} staan niet in de tabel; -o MAP bewaart ze wel"),
        format!("{notes} not in the table; -o FOLDER keeps them"),
    )
}

/// One council that is called otherwise by some of the answers.
pub fn several_names(l: Language, council: &str, names: &[String]) -> String {
    const SHOWN: usize = 3;
    let mut shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("‘{name}’")).collect();
    if names.len() > SHOWN {
        shown.push(account::others(l, names.len() - SHOWN));
    }
    let (count, shown) = (number::whole(l, names.len() as u64), l.list(&shown));
    l.pick(
        format!(
            "Let op: bestuur `{council}` heeft hier {count} namen: {shown}.\nEen rapport toont de eerste. Maak ze gelijk, \
             of geef de naam met --name."
        ),
        format!(
            "Please note: council `{council}` has {count} names here: {shown}.\nA report shows the first. Make them the \
             same, or give the name with --name."
        ),
    )
}

/// After an import without problems.
pub fn next_score(l: Language, path: &str, questionnaire: &str) -> String {
    l.pick(format!("Verder: peil score {path}{questionnaire}"), format!("Next: peil score {path}{questionnaire}"))
}

/// After an import in which something was not understood.
pub fn next_suggest(l: Language, command: &str) -> String {
    let file = l.pick("koppeling.yaml", "mapping.yaml");
    l.pick(
        format!("Zeg in een koppeling wat bedoeld is, en geef die mee met -m:\n  {command} --suggest -o {file}"),
        format!("Say in a mapping what is meant, and give it with -m:\n  {command} --suggest -o {file}"),
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
