//! Answers from elsewhere that cannot be taken in.

use super::{Sentence, sentence};
use crate::language::report::about;
use crate::language::{Language, command, number};

/// No place to write to.
pub fn where_to_import(l: Language) -> Sentence {
    l.pick(
        sentence(
            "waar moeten de antwoorden komen?",
            "voeg toe: -o antwoorden (een map), -o antwoorden.csv, of --dry-run om eerst te kijken",
        ),
        sentence(
            "where should the answers go?",
            "add: -o answers (a folder), -o answers.csv, or --dry-run to look first",
        ),
    )
}

/// A place that is neither a folder nor a table.
pub fn folder_or_csv(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` kan peil geen antwoorden zetten"),
            "geef een map, of een naam die op .csv eindigt",
        ),
        sentence(format!("peil cannot put answers in `{path}`"), "give a folder, or a name that ends in .csv"),
    )
}

/// A file that would be replaced.
pub fn output_exists(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` bestaat al"), "kies een andere naam, of voeg --overwrite toe om het te vervangen"),
        sentence(format!("`{path}` exists already"), "choose another name, or add --overwrite to replace it"),
    )
}

/// Answers that would be replaced by others.
pub fn answers_exist(l: Language, path: &str, count: usize) -> Sentence {
    let more = match count {
        1 => String::new(),
        _ => {
            let more = number::whole(l, count as u64 - 1);
            l.pick(format!(" (en in nog {more} andere)"), format!(" (and in {more} more)"))
        }
    };
    l.pick(
        sentence(
            format!("in `{path}` staan al andere antwoorden{more}; er is niets geschreven"),
            "zijn het dezelfde deelnemers, voeg dan --overwrite toe om ze te vervangen; zijn het andere, kies dan een andere map",
        ),
        sentence(
            format!("`{path}` already holds other answers{more}; nothing was written"),
            "if these are the same people, add --overwrite to replace them; if not, choose another folder",
        ),
    )
}

/// Nothing at the paths given that could be answers.
pub fn nothing_to_import(l: Language, paths: &str) -> Sentence {
    l.pick(
        sentence(
            format!("geen bestanden gevonden in {paths}"),
            "geef formulieren (.json), werkmappen (.xlsx, .ods) of exports (.csv, .xlsx)",
        ),
        sentence(
            format!("no files found in {paths}"),
            "give forms (.json), workbooks (.xlsx, .ods) or exports (.csv, .xlsx)",
        ),
    )
}

/// Not one column belongs to a question.
pub fn nothing_matched(l: Language) -> Sentence {
    l.pick(
        sentence(
            "geen enkele kolom hoort bij een vraag van deze vragenlijst",
            "controleer -q; klopt die, laat dan met --suggest een koppeling maken en vul ze in",
        ),
        sentence(
            "not one column belongs to a question of this questionnaire",
            "check -q; if it is right, have a mapping made with --suggest and fill it in",
        ),
    )
}

/// Column names and no rows.
pub fn export_without_rows(l: Language) -> Sentence {
    l.pick(
        sentence("er staan wel kolomnamen, maar geen rijen met antwoorden", "kijk of de export volledig was"),
        sentence("there are column names, but no rows with answers", "check that the export was complete"),
    )
}

/// A file without anything in it.
pub fn export_empty(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("in `{path}` staat niets"), "kijk of de export volledig was"),
        sentence(format!("there is nothing in `{path}`"), "check that the export was complete"),
    )
}

/// Rows or files, but none that became answers.
pub fn no_respondents(l: Language) -> Sentence {
    l.pick(
        sentence("niets kon worden overgenomen", "hierboven staat waarom"),
        sentence("nothing could be taken over", "see above why"),
    )
}

/// Nothing says which council the rows are about.
pub fn council_not_told(l: Language) -> Sentence {
    l.pick(
        sentence(
            "nergens staat over welk bestuur deze antwoorden gaan",
            "voeg --council 41048 toe, of noem in de koppeling onder `council:` een kolom of een code",
        ),
        sentence(
            "nothing says which council these answers are about",
            "add --council 41048, or name a column or an id under `council:` in the mapping",
        ),
    )
}

/// No questionnaire was given, and an export never says which it was.
pub fn which_questionnaire_of_export(l: Language) -> Sentence {
    l.pick(
        sentence(
            "bij welke vragenlijst horen deze antwoorden?",
            "voeg toe: -q digitale-maturiteit, of -q mijn-vragenlijst.yaml",
        ),
        sentence(
            "which questionnaire do these answers belong to?",
            "add: -q digitale-maturiteit, or -q my-questionnaire.yaml",
        ),
    )
}

/// The mapping has errors, which were shown.
pub fn broken_mapping(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("de koppeling `{path}` heeft fouten"), "verbeter ze eerst; er is niets geschreven"),
        sentence(format!("the mapping `{path}` has errors"), "correct them first; nothing was written"),
    )
}

/// A mapping among the exports.
pub fn mapping_instead_of_export(l: Language, path: &str) -> Sentence {
    let flag = command(["-m", path]);
    l.pick(
        sentence(format!("`{path}` is een koppeling, geen export"), format!("geef hem mee met {flag}")),
        sentence(format!("`{path}` is a mapping, not an export"), format!("give it with {flag}")),
    )
}

/// Only peil's own files, for which no mapping is needed.
pub fn nothing_to_map(l: Language) -> Sentence {
    l.pick(
        sentence(
            "er is niets om te koppelen",
            "bestanden van peil zelf hebben geen koppeling nodig: laat --suggest weg",
        ),
        sentence("there is nothing to map", "peil's own files need no mapping: leave --suggest out"),
    )
}

/// Exports of several tools for one mapping.
pub fn several_tools(l: Language) -> Sentence {
    l.pick(
        sentence("deze exports komen uit verschillende programma's", "maak voor elk programma een koppeling apart"),
        sentence("these exports come from different programs", "make a mapping for each program separately"),
    )
}

/// A sheet that the mapping names and that is not there.
pub fn no_sheet(l: Language, path: &str, name: &str, known: &[String]) -> Sentence {
    let list = l.list(known);
    l.pick(
        sentence(format!("`{path}` heeft geen blad `{name}`"), format!("dit zijn de bladen: {list}")),
        sentence(format!("`{path}` has no sheet `{name}`"), format!("these are the sheets: {list}")),
    )
}

/// A row for the names of the columns that the mapping names and that is not there.
pub fn no_header(l: Language, path: &str, row: usize) -> Sentence {
    l.pick(
        sentence(
            format!("in `{path}` staan in rij {row} geen kolomnamen"),
            "verbeter `header_row` in de koppeling, of laat het weg",
        ),
        sentence(
            format!("`{path}` has no column names in row {row}"),
            "correct `header_row` in the mapping, or leave it out",
        ),
    )
}

/// A delimited file over the limit.
pub fn export_too_large(l: Language, path: &str, megabytes: u64) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is groter dan {megabytes} MB, meer dan peil invoert"), "splits het bestand"),
        sentence(format!("`{path}` is larger than {megabytes} MB, more than peil imports"), "split the file"),
    )
}

/// A delimited file with too many cells.
pub fn export_too_many_cells(l: Language, path: &str, most: u64) -> Sentence {
    let most = number::whole(l, most);
    l.pick(
        sentence(format!("`{path}` heeft meer dan {most} cellen"), "splits het bestand"),
        sentence(format!("`{path}` has more than {most} cells"), "split the file"),
    )
}

/// A delimited file in another encoding.
pub fn export_not_utf8(l: Language, path: &str, line: usize) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen UTF-8: op regel {line} staat een teken dat niet te lezen is"),
            "bewaar het in Excel als ‘CSV UTF-8’, of zet in een koppeling `source: {encoding: windows-1252}`",
        ),
        sentence(
            format!("`{path}` is not UTF-8: line {line} has a character that cannot be read"),
            "save it in Excel as ‘CSV UTF-8’, or write `source: {encoding: windows-1252}` in a mapping",
        ),
    )
}

/// A delimited file that is not the UTF-16 it claims to be.
pub fn export_not_utf16(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is geen geldig UTF-16"), "haal de export opnieuw op, of bewaar hem als UTF-8"),
        sentence(format!("`{path}` is not valid UTF-16"), "download the export again, or save it as UTF-8"),
    )
}

/// A file that is no text.
pub fn export_no_text(l: Language, path: &str, line: usize) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen tekstbestand: op regel {line} staat een nulbyte"),
            "geef de export zelf: .csv, .xlsx of .ods",
        ),
        sentence(
            format!("`{path}` is not a text file: line {line} has a NUL byte"),
            "give the export itself: .csv, .xlsx or .ods",
        ),
    )
}

/// A quote that stays open.
pub fn export_open_quote(l: Language, path: &str, row: usize) -> Sentence {
    l.pick(
        sentence(
            format!("in rij {row} van `{path}` begint een aanhalingsteken dat nergens wordt gesloten"),
            "kijk of de export volledig was",
        ),
        sentence(
            format!("in row {row} of `{path}` a quote opens that is never closed"),
            "check that the export was complete",
        ),
    )
}

/// A spreadsheet where answers are scored.
pub fn spreadsheet_not_read(l: Language, path: &str) -> Sentence {
    let (questionnaire, answers) = (about::questionnaire_placeholder(l), l.pick("antwoorden", "answers"));
    let import = command(["peil", "import", path, "-q", questionnaire, "-o", answers]);
    l.pick(
        sentence(format!("`{path}` is een rekenblad; dat leest alleen `peil import`"), format!("doe eerst: {import}")),
        sentence(format!("`{path}` is a spreadsheet; only `peil import` reads those"), format!("run first: {import}")),
    )
}

/// Tables of machines where an import reads files.
pub fn tables_not_imported(l: Language, paths: &[String]) -> Sentence {
    let list = listed(l, paths);
    match paths {
        [_] => l.pick(
            sentence(
                format!("{list} is een soort tabel die `peil import` niet leest"),
                "heeft de tabel de kolommen van peil zelf, dan leest `peil score` haar zoals ze is; maak er anders een \
                 CSV van",
            ),
            sentence(
                format!("{list} is a kind of table that `peil import` does not read"),
                "if it has peil’s own columns, `peil score` reads it as it is; else make a CSV of it",
            ),
        ),
        _ => l.pick(
            sentence(
                format!("{list} zijn tabellen van een soort die `peil import` niet leest"),
                "hebben ze de kolommen van peil zelf, dan leest `peil score` ze zoals ze zijn; maak er anders CSV van",
            ),
            sentence(
                format!("{list} are tables of a kind that `peil import` does not read"),
                "if they have peil’s own columns, `peil score` reads them as they are; else make CSV of them",
            ),
        ),
    }
}

/// Zip files among what is read.
pub fn not_unpacked(l: Language, paths: &[String]) -> Sentence {
    let list = listed(l, paths);
    match paths {
        [_] => l.pick(
            sentence(format!("{list} is een zip; daar kijkt peil niet in"), "pak die uit, en geef wat erin zit"),
            sentence(format!("{list} is a zip, which peil does not look into"), "unpack it, and give what is in it"),
        ),
        _ => l.pick(
            sentence(format!("{list} zijn zips; daar kijkt peil niet in"), "pak ze uit, en geef wat erin zit"),
            sentence(
                format!("{list} are zips, which peil does not look into"),
                "unpack them, and give what is in them",
            ),
        ),
    }
}

fn listed(l: Language, paths: &[String]) -> String {
    l.list(&paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>())
}
