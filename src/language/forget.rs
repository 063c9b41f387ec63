//! What `forget` says: what went, what must be made again, what is still elsewhere.

use super::{Language, capitalised, number};

/// Whether it has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Yes.
    Done,
    /// Not yet, or not really.
    Would,
}

/// Over the list of files.
pub fn heading(l: Language, id: &str, tense: Tense) -> String {
    match tense {
        Tense::Done => l.pick(format!("Verwijderd, van deelnemer {id}:"), format!("Removed, of respondent {id}:")),
        Tense::Would => {
            l.pick(format!("Dit zou weggaan, van deelnemer {id}:"), format!("This would go, of respondent {id}:"))
        }
    }
}

/// A whole file.
pub fn whole_file(l: Language, path: &str, draft: bool) -> String {
    match draft {
        true => l.pick(format!("{path} (nog niet afgerond)"), format!("{path} (not finished)")),
        false => path.to_owned(),
    }
}

/// Rows of a table.
pub fn rows(l: Language, path: &str, rows: usize) -> String {
    let rows = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    format!("{path}: {rows}")
}

/// "bestuur 41048, ronde 2026"
pub fn council_and_wave(l: Language, council: &str, wave: &str) -> String {
    let council = match council {
        "" => l.pick("geen bestuur", "no council").to_owned(),
        _ => format!("{} {council}", l.pick("bestuur", "council")),
    };
    if wave.is_empty() { council } else { format!("{council}, {} {wave}", l.pick("ronde", "wave")) }
}

/// A council and wave that lose a respondent, and how many are left.
pub fn group(l: Language, council: &str, name: &str, wave: &str, questionnaire: &str, left: usize) -> String {
    let named = if name.is_empty() || name == council { council.to_owned() } else { format!("{council} ({name})") };
    let mut text = council_and_wave(l, &named, wave);
    if !questionnaire.is_empty() {
        text.push_str(&format!(", {questionnaire}"));
    }
    let left = match left {
        0 => l.pick("er blijft niemand over".to_owned(), "nobody is left".to_owned()),
        _ => {
            let people = l.counted(left, l.pick("deelnemer", "participant"), l.pick("deelnemers", "participants"));
            let remain = l.plural(left, "blijft", "blijven");
            l.pick(format!("er {remain} {people} over"), format!("{people} left"))
        }
    };
    // "Bestuur …", as the first word of a line.
    format!("{}: {left}.", capitalised(&text))
}

/// Over the commands that make the council's own outputs again.
pub fn again(l: Language) -> &'static str {
    l.pick(
        "Maak opnieuw, met de vlaggen van toen (zoals --charts):",
        "Make again, with the flags of then (such as --charts):",
    )
}

/// Over the outputs of others that this council is compared in.
pub fn compared(l: Language) -> &'static str {
    l.pick(
        "Maak ook opnieuw, want deze vergelijken met dit bestuur:",
        "Make these again too, since they compare with this council:",
    )
}

/// After the first of many.
pub fn and_more(l: Language, count: usize) -> String {
    let files = l.counted(count, l.pick("bestand", "file"), l.pick("bestanden", "files"));
    l.pick(format!("… en nog {files}"), format!("… and {files} more"))
}

/// Over lists of who is invited, which do not say how they were made.
pub fn again_as_then(l: Language) -> &'static str {
    l.pick(
        "Maak opnieuw met peil compare zoals toen; in een lijst als CSV staat niet met welke vlaggen dat was:",
        "Make again with peil compare as you did then; a list as CSV does not say with which flags that was:",
    )
}

/// Over the commands that pool answers again.
pub fn pooled(l: Language) -> &'static str {
    l.pick(
        "Hierin kan deze deelnemer staan, onder een ander nummer. Maak opnieuw; is het al gedeeld, laat het dan daar intrekken:",
        "This respondent may be in here, under another id. Make again; if it was handed to others, have it withdrawn there:",
    )
}

/// Over the commands that remove the respondent from other files too.
pub fn stays(l: Language, id: &str) -> String {
    l.pick(
        format!("Hierin staat {id} ook, en dat blijft zo. Verwijder ook daaruit, met:"),
        format!("{id} is in these too, and stays there. Remove it from them as well, with:"),
    )
}

/// Over files that hold the respondent too, from which peil cannot remove a row.
pub fn stays_packed(l: Language, id: &str) -> String {
    l.pick(
        format!("Hierin staat {id} ook; uit een ingepakt bestand haalt peil niets weg. Maak opnieuw of gooi weg:"),
        format!("{id} is in these too; peil removes nothing from a packed file. Make again or delete:"),
    )
}

/// In a command: the number that is explained.
pub fn number_placeholder(l: Language) -> &'static str {
    l.pick("GETAL", "NUMBER")
}

/// Over outputs that cannot be made again, since no answers are left.
pub fn delete(l: Language) -> &'static str {
    l.pick(
        "Gooi zelf weg, want er zijn geen antwoorden meer voor:",
        "Delete yourself, since no answers are left for them:",
    )
}

/// No output was found; over commands that make some.
pub fn none_found(l: Language) -> &'static str {
    l.pick(
        "Geen verslagen of scores van dit bestuur gevonden. Zijn ze er wel, maak ze dan opnieuw:",
        "No reports or scores of this council found. Should there be any, make them again:",
    )
}

/// Where outputs were looked for.
pub fn looked_in(l: Language, places: &[String]) -> String {
    let list = l.list(places);
    l.pick(
        format!("Gezocht in {list}; noem andere mappen met --outputs."),
        format!("Looked in {list}; name other folders with --outputs."),
    )
}

/// Over the commands that remove the respondent under the number that an import made.
pub fn known_as(l: Language) -> &'static str {
    l.pick(
        "Dit is dezelfde deelnemer, onder een nummer van peil import. Verwijder ook daar, met:",
        "This is the same respondent, under a number that peil import made. Remove it there too, with:",
    )
}

/// Over the files and rows that an import made the answers from, so many of them rows.
pub fn imported_from(l: Language, rows: usize) -> String {
    let rows_nl = l.plural(rows, "Maak de rij leeg, maar laat die staan", "Maak de rijen leeg, maar laat ze staan");
    let rows_en = l.plural(rows, "Empty the row, do not delete it", "Empty the rows, do not delete them");
    let keep = match rows {
        0 => l.pick("Verwijder ze ook daar:".to_owned(), "Remove them there too:".to_owned()),
        _ => l.pick(
            format!("Verwijder ze ook daar. {rows_nl}, anders krijgt wie eronder staat een ander nummer:"),
            format!("Remove them there too. {rows_en}, or whoever stands below gets another number:"),
        ),
    };
    let why = l.pick(
        "Hieruit haalde peil import deze antwoorden, en een volgende import haalt ze terug.",
        "From here peil import took these answers, and the next import brings them back.",
    );
    format!("{why} {keep}")
}

/// The same where no such file was found, and there may be one.
pub fn may_come_back(l: Language) -> &'static str {
    l.pick(
        "Kwamen deze antwoorden binnen met peil import, dan staan ze nog in het bestand waar ze uit komen, en haalt een \
         volgende import ze terug: maak de rij ook daar leeg, maar laat die staan, of verwijder het bestand van deze ene \
         deelnemer.",
        "If these answers came in with peil import, the file that they came from still holds them, and the next import \
         brings them back: empty the row there too, but do not delete it, or delete the file of this one respondent.",
    )
}

/// Over what peil wrote down of answers to show what is wrong with them.
pub fn copied(l: Language, id: &str) -> String {
    l.pick(
        format!("Hierin schreef peil op wat er mis was, ook met antwoorden van {id}. Gooi weg of maak opnieuw:"),
        format!("In these peil wrote down what was wrong, with answers of {id} too. Delete them or make them again:"),
    )
}

/// Over what peil was still writing when it was ended by force.
pub fn cut_off(l: Language, id: &str) -> String {
    l.pick(
        format!("Hieraan schreef peil nog toen het werd afgebroken; {id} kan erin staan. Gooi weg:"),
        format!("peil was cut off while it wrote these; {id} may be in them. Delete them:"),
    )
}

/// Over files that may hold the respondent too.
pub fn look_yourself(l: Language, id: &str) -> String {
    l.pick(
        format!("Kijk zelf na of hierin nog iets van {id} staat; peil heeft het niet veranderd:"),
        format!("See for yourself whether anything of {id} is left in here; peil did not change it:"),
    )
}

/// A line of a file.
pub fn at_line(l: Language, path: &str, line: u64) -> String {
    let line = number::whole(l, line);
    l.pick(format!("{path}, regel {line}"), format!("{path}, line {line}"))
}

/// A row of a file, as a spreadsheet counts them.
pub fn at_row(l: Language, path: &str, row: u64) -> String {
    let row = number::whole(l, row);
    l.pick(format!("{path}, rij {row}"), format!("{path}, row {row}"))
}

/// What peil cannot reach.
pub fn elsewhere(l: Language) -> &'static str {
    l.pick(
        "Reservekopieën, de geschiedenis van git en wat al is rondgestuurd bevatten de antwoorden nog.",
        "Backups, the history of git and what was already sent out still hold the answers.",
    )
}

/// The question.
pub fn sure(l: Language) -> &'static str {
    l.pick("Definitief verwijderen? [j/N] ", "Remove for good? [y/N] ")
}

/// Whether an answer to [`sure`] is a yes, in whatever language.
pub fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "j" | "ja" | "y" | "yes")
}

/// After a no.
pub fn nothing_done(l: Language) -> &'static str {
    l.pick("Er is niets verwijderd.", "Nothing was removed.")
}
