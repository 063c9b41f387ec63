//! The account of one file: what was understood of it, what was not, and where.

use crate::language::{Language, command, number};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// A table of no known tool.
    a_table: "een tabel", "a table";
    /// One of peil's own workbooks.
    a_workbook: "een werkmap van peil", "a workbook of peil";
    /// Before the numbers of columns.
    columns: "Kolommen", "Columns";
    /// Before the numbers of rows.
    rows: "Rijen", "Rows";
    /// Before the numbers of respondents of forms.
    people: "Deelnemers", "People";
    /// Before the numbers of answers.
    answers: "Antwoorden", "Answers";
    /// Heading.
    unmatched_columns: "Kolommen die bij geen vraag horen:", "Columns that belong to no question:";
    /// Heading.
    unmatched_values: "Niet begrepen, en daarom weggelaten:", "Not understood, and so left out:";
    /// Heading.
    without_column: "Vragen zonder kolom:", "Questions without a column:";
    /// Heading.
    unread_cells: "Cellen die niet te lezen zijn:", "Cells that cannot be read:";
    /// Heading.
    remarks: "Let op:", "Please note:";
    /// Why a text is no answer.
    not_offered: "‘niet van toepassing’ kan bij deze vraag niet", "this question does not offer ‘not applicable’";
    /// Why a text is no answer.
    exclusive: "deze gaan niet samen", "these do not go together";
    /// Why a text is no answer.
    differs: "een andere kolom geeft een ander antwoord", "another column gives another answer";
    /// Why a text is no answer.
    nothing_done: "de rij zegt niet wat er gebeurt", "the row does not say what is done";
    /// Why a text is no answer.
    not_asked_then: "de versie die in de rij staat, stelt deze vraag niet", "the version that the row names does not ask this";
    /// Why a row was left out.
    no_answers: "zonder één antwoord", "without a single answer";
    /// Why a row was left out.
    none_understood: "geen enkel antwoord is begrepen", "not one answer was understood";
    /// Why a row was left out.
    no_council: "zonder bestuur", "without a council";
    /// Why a file was left out.
    no_council_in_file: "zonder bestuur; weet u welk het is, geef het dan met --council", "without a council; if you know \
                         which it is, give it with --council";
}

/// Why a text is no answer: the question is dropped, and the row names no version that asks it.
pub fn not_asked_since(l: Language, version: &str) -> String {
    l.pick(format!("niet meer gevraagd sinds versie {version}"), format!("not asked since version {version}"))
}

/// How many of peil's own forms.
pub fn forms(l: Language, count: usize) -> String {
    l.counted(
        count,
        l.pick("bestand met antwoorden van peil", "answers file of peil"),
        l.pick("bestanden met antwoorden van peil", "answers files of peil"),
    )
}

/// How a delimited file is laid out.
pub fn separated(l: Language, separator: char) -> String {
    match separator {
        ';' => l.pick("puntkomma’s ertussen", "separated by semicolons").to_owned(),
        ',' => l.pick("komma’s ertussen", "separated by commas").to_owned(),
        '\t' => l.pick("tabs ertussen", "separated by tabs").to_owned(),
        other => l.pick(format!("`{other}` ertussen"), format!("separated by `{other}`")),
    }
}

/// Which sheets were read.
pub fn sheets(l: Language, names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("‘{name}’")).collect();
    let word = l.plural(names.len(), l.pick("blad", "sheet"), l.pick("bladen", "sheets"));
    format!("{word} {}", l.list(&names))
}

/// Where the names of the columns stand, and where the answers begin if not just below.
pub fn header_row(l: Language, header: usize, first: usize) -> String {
    let names = l.pick(format!("kolomnamen in rij {header}"), format!("column names in row {header}"));
    if first == header + 1 {
        return names;
    }
    l.pick(format!("{names}, antwoorden vanaf rij {first}"), format!("{names}, answers from row {first}"))
}

/// How many columns belong to questions, and by what they were found.
pub fn matched(l: Language, matched: usize, all: usize, by: [usize; 3]) -> String {
    let words =
        [l.pick("op code", "by code"), l.pick("op tekst", "by text"), l.pick("door de koppeling", "by the mapping")];
    let by = by.into_iter().zip(words).filter(|(count, _)| *count > 0);
    let by = l.list(&by.map(|(count, word)| format!("{} {word}", number::whole(l, count as u64))).collect::<Vec<_>>());
    let by = if by.is_empty() { by } else { format!(" ({by})") };
    l.pick(
        format!("{matched} van {all} horen bij een vraag{by}"),
        format!("{matched} of {all} belong to a question{by}"),
    )
}

/// The numbers of the other columns.
#[derive(Clone, Copy, Debug)]
pub enum Columns {
    /// They say something about the respondent.
    Head,
    /// They are the tool's own.
    Own,
    /// They belong to questions that are no longer asked.
    Dropped,
    /// The mapping sets them aside.
    Ignored,
    /// Nothing is called so.
    Unmatched,
}

/// "6 van het programma zelf"
pub fn other_columns(l: Language, count: usize, what: Columns) -> String {
    let count = number::whole(l, count as u64);
    match what {
        Columns::Head => l.pick(format!("{count} over de deelnemer"), format!("{count} about the person")),
        Columns::Own => l.pick(format!("{count} van het programma zelf"), format!("{count} of the program itself")),
        Columns::Dropped => l.pick(format!("{count} vervallen"), format!("{count} dropped")),
        Columns::Ignored => l.pick(format!("{count} opzijgezet"), format!("{count} set aside")),
        Columns::Unmatched => l.pick(format!("{count} bij geen vraag"), format!("{count} to no question")),
    }
}

/// A number of something, in the line about rows or answers.
#[derive(Clone, Copy, Debug)]
pub enum Count {
    /// Rows.
    Read,
    /// Rows that became answers.
    Taken,
    /// Rows of someone who has another one.
    Double,
    /// Rows that could not be placed.
    LeftOut,
    /// Answers.
    Given,
    /// "I don't know."
    DontKnow,
    /// "Not applicable."
    NotApplicable,
    /// Shown and not answered.
    Skipped,
    /// Not shown.
    NotShown,
    /// Not understood.
    Unmatched,
}

/// "98 overgeslagen"
pub fn count(l: Language, number: usize, what: Count) -> String {
    let words = match what {
        Count::Read => l.pick("gelezen", "read"),
        Count::Taken => l.pick("overgenomen", "taken over"),
        Count::Double => l.pick("dubbel", "double"),
        Count::LeftOut => l.pick("weggelaten", "left out"),
        Count::Given => l.pick("gegeven", "given"),
        Count::DontKnow => l.pick("‘weet ik niet’", "‘don’t know’"),
        Count::NotApplicable => l.pick("‘niet van toepassing’", "‘not applicable’"),
        Count::Skipped => l.pick("overgeslagen", "skipped"),
        Count::NotShown => l.pick("niet getoond", "not shown"),
        Count::Unmatched => l.pick("niet begrepen", "not understood"),
    };
    format!("{} {words}", number::whole(l, number as u64))
}

/// A column that several places share the name of.
pub fn could_be(l: Language, targets: &[String]) -> String {
    let targets = l.either(targets);
    l.pick(format!("kan {targets} zijn"), format!("could be {targets}"))
}

/// In which rows something stands, the first few of them.
pub fn in_rows(l: Language, rows: &[usize]) -> String {
    let word = l.plural(rows.len(), l.pick("rij", "row"), l.pick("rijen", "rows"));
    format!("{word} {}", first_few(l, rows))
}

/// In which files something stands, the first few of them.
pub fn in_files(l: Language, files: &[String]) -> String {
    first_few(l, files)
}

fn first_few(l: Language, all: &[impl ToString]) -> String {
    const SHOWN: usize = 4;
    let mut shown: Vec<String> = all.iter().take(SHOWN).map(ToString::to_string).collect();
    if all.len() > SHOWN {
        shown.push(others(l, all.len() - SHOWN));
    }
    l.list(&shown)
}

/// "11 andere"
pub fn others(l: Language, count: usize) -> String {
    let count = number::whole(l, count as u64);
    l.pick(format!("{count} andere"), format!("{count} more"))
}

/// At the end of a list that goes on.
pub fn and_others(l: Language, count: usize) -> String {
    l.pick(format!("… en {}", others(l, count)), format!("… and {}", others(l, count)))
}

/// At the end of a list of texts in one column that goes on.
pub fn other_texts(l: Language, id: &str, count: usize) -> String {
    let count = l.counted(count, l.pick("andere tekst", "other text"), l.pick("andere teksten", "other texts"));
    l.pick(format!("{id}: … en {count}"), format!("{id}: … and {count}"))
}

/// A part of the head that means nothing.
pub fn head_means_nothing(l: Language, word: &str) -> String {
    l.pick(format!("`{word}` zegt niets wat peil kent"), format!("`{word}` says nothing that peil knows"))
}

/// What comes before a file where both say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The command line.
    Flag,
    /// The mapping.
    Mapping,
}

/// How many files, or rows of a table, said something else in a field than what comes before them.
pub fn overruled(l: Language, field: &str, by: Before, value: &str, count: usize, are_rows: bool) -> String {
    let (one, many) = match are_rows {
        true => (l.pick("rij", "row"), l.pick("rijen", "rows")),
        false => (l.pick("bestand", "file"), l.pick("bestanden", "files")),
    };
    let who = l.counted(count, one, many);
    let said = match field {
        "shown_by_role" => l.pick(l.plural(count, "zei niet", "zeiden niet"), "did not say"),
        _ => l.pick(l.plural(count, "noemde", "noemden"), "said"),
    };
    let other = match field {
        "council" => l.pick("een ander bestuur", "another council"),
        "name" => l.pick("een andere naam", "another name"),
        "wave" => l.pick("een andere ronde", "another wave"),
        "role" => l.pick("een andere rol", "another role"),
        "keep_until" => l.pick("een andere dag om tot te bewaren", "another day to keep the answers until"),
        _ => l.pick("dat rollen getoond mogen worden", "that roles may be shown"),
    };
    let first = match by {
        Before::Flag => command([format!("--{field}").as_str(), value]),
        Before::Mapping => {
            let value = if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() };
            l.pick(format!("`{field}: {value}` in de koppeling"), format!("`{field}: {value}` in the mapping"))
        }
    };
    l.pick(format!("{who} {said} {other}; {first} ging voor"), format!("{who} {said} {other}; {first} came first"))
}

/// How many rows hold a response that an earlier file holds too; or how many answers files say what another file says.
pub fn again(l: Language, count: usize, are_rows: bool) -> String {
    if !are_rows {
        return files_again(l, count);
    }
    let rows = count;
    let all = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    let (stands, each) = match rows {
        1 => (l.pick("staat", "stands"), l.pick("die telt", "it counts")),
        _ => (l.pick("staan", "stand"), l.pick("elk telt", "each counts")),
    };
    l.pick(
        format!("{all} {stands} ook in een eerder bestand, onder hetzelfde nummer; {each} één keer"),
        format!("{all} {stands} in an earlier file too, under the same number; {each} once"),
    )
}

fn files_again(l: Language, count: usize) -> String {
    let all = l.counted(count, l.pick("bestand", "file"), l.pick("bestanden", "files"));
    let (has, each) = match count {
        1 => (l.pick("heeft", "has"), l.pick("die deelnemer telt", "that person counts")),
        _ => (l.pick("hebben", "have"), l.pick("elke deelnemer telt", "each person counts")),
    };
    l.pick(
        format!("{all} {has} dezelfde antwoorden onder hetzelfde nummer als een ander bestand hier; {each} één keer"),
        format!("{all} {has} the same answers under the same number as another file here; {each} once"),
    )
}

/// Rows of people whom an earlier file names too, under another number.
pub fn known_before(l: Language, rows: &[usize]) -> String {
    let named = in_rows(l, rows);
    match rows {
        [_] => l.pick(
            format!(
                "{named} noemt iemand die ook in een eerder bestand staat, onder een ander nummer; die telt nu twee keer. \
                 Is het één deelnemer, laat dan één van de twee weg"
            ),
            format!(
                "{named} names someone who is in an earlier file too, under another number, and counts twice now; if that \
                 is one person, leave one of the two out"
            ),
        ),
        _ => l.pick(
            format!(
                "{named} noemen mensen die ook in een eerder bestand staan, onder een ander nummer; die tellen nu twee \
                 keer. Zijn het dezelfde deelnemers, laat er dan telkens één weg"
            ),
            format!(
                "{named} name people who are in an earlier file too, under another number, and count twice now; if they \
                 are the same, leave one of each two out"
            ),
        ),
    }
}

/// Rows behind one address with different roles.
pub fn shared(l: Language, rows: &[String]) -> String {
    let all = l.list(rows);
    l.pick(
        format!("rijen {all} noemen één adres en verschillende rollen; elke rol telt als een eigen deelnemer"),
        format!("rows {all} name one address and different roles; each role counts as a person of its own"),
    )
}

/// Heading.
pub fn left_out(l: Language, are_rows: bool) -> &'static str {
    match are_rows {
        true => l.pick("Rijen die zijn weggelaten:", "Rows that were left out:"),
        false => l.pick("Niet overgenomen:", "Not taken over:"),
    }
}

/// Why none of several rows or files of one person counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoneCounts {
    /// The mapping says so.
    Asked,
    /// They name more than one role, so that they are of more than one person.
    Roles,
    /// They differ, and nothing says which was saved last.
    Untold,
    /// They are one response in several exports, differ, and nothing says which was changed last.
    Unchanged,
}

/// Rows or files of one person, and which one counts.
pub fn duplicates(l: Language, rows: &[String], kept: Result<&str, NoneCounts>) -> String {
    let all = l.list(rows);
    match kept {
        Ok(kept) => l.pick(format!("{all}: {kept} telt"), format!("{all}: {kept} counts")),
        Err(NoneCounts::Asked) => l.pick(format!("{all}: geen van deze telt"), format!("{all}: none of these counts")),
        Err(NoneCounts::Roles) => l.pick(
            format!(
                "{all}: geen van deze telt, want ze noemen één nummer en verschillende rollen; zijn het verschillende \
                 mensen, geef ze dan elk een eigen nummer (`id`)"
            ),
            format!(
                "{all}: none of these counts, since they name one id and different roles; if these are different \
                 people, give each an id of their own"
            ),
        ),
        Err(NoneCounts::Unchanged) => l.pick(
            format!(
                "{all}: geen van deze telt, want de antwoorden verschillen en nergens staat welke het laatst gewijzigd \
                 zijn; laat het bestand dat niet telt weg, of zet `keep: first` of `keep: latest` in een koppeling"
            ),
            format!(
                "{all}: none of these counts, since the answers differ and nothing says which were changed last; leave \
                 out the file that does not count, or write `keep: first` or `keep: latest` in a mapping"
            ),
        ),
        Err(NoneCounts::Untold) => l.pick(
            format!(
                "{all}: geen van deze telt, want de antwoorden verschillen en nergens staat welke het laatst bewaard \
                 zijn; laat alleen het bestand staan dat telt"
            ),
            format!(
                "{all}: none of these counts, since the answers differ and nothing says which were saved last; keep \
                 only the file that counts"
            ),
        ),
    }
}

/// Heading.
pub fn duplicates_heading(l: Language, are_rows: bool) -> &'static str {
    match are_rows {
        true => l.pick("Rijen van één deelnemer:", "Rows of one person:"),
        false => l.pick("Bestanden van één deelnemer:", "Files of one person:"),
    }
}
