//! Findings about a table of answers (CSV).

use super::file::save_as_utf_8;
use super::names::with_codes;
use super::{Language, Wording, did_you_mean, ticked};

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableFinding {
    /// A column that must be there.
    MissingColumn(String),
    /// No column belongs to a question.
    NoQuestionColumns {
        /// Some of the columns that could be there.
        known: Vec<String>,
    },
    /// A column that looks like a question but is none.
    UnknownColumn {
        /// As written.
        column: String,
        /// The nearest question.
        suggestion: Option<String>,
    },
    /// The same column twice.
    DuplicateColumn(String),
    /// A column without a name.
    EmptyColumn,
    /// Another number of fields than the header has.
    FieldCount {
        /// In the header.
        expected: usize,
        /// In this row.
        found: usize,
    },
    /// A quote that opens a field which no quote closes as it should.
    OpenQuote,
    /// Something other than the end of the field behind the quote that closes it.
    AfterQuote,
    /// A quote that opens the name of a column which no quote closes as it should.
    OpenQuoteInHeader,
    /// Something other than the end of the name behind the quote that closes it.
    AfterQuoteInHeader,
    /// A line that is not a JSON object.
    NoJson,
    /// The character that stands in no text.
    Nul,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A list or an object in JSON where a plain value belongs; the key.
    NestedValue(String),
    /// A key in JSON that the first line does not have and the questionnaire does not know.
    NewKey {
        /// As written.
        key: String,
        /// The nearest that is known.
        suggestion: Option<String>,
    },
    /// A column of a Parquet file that holds lists, times or other things that peil does not read.
    UnreadableColumn {
        /// Its name.
        column: String,
        /// Whether the table is left out without it.
        refused: bool,
    },
    /// A column whose name is nearly that of one of peil's own.
    NearlyOwnColumn {
        /// Its name.
        column: String,
        /// The one of peil's own.
        own: String,
        /// Whether that one is there as well.
        is_there: bool,
        /// Whether the table is left out without it.
        refused: bool,
    },
    /// A row without a council.
    NoCouncil,
    /// A row that begins as a file does.
    SecondFile,
    /// A row that is a header.
    SecondHeader,
    /// Rows of one council that disagree on a class within a wave.
    ClassDiffers {
        /// The council.
        council: String,
        /// The column.
        column: String,
        /// First seen.
        first: String,
        /// Now.
        now: String,
    },
    /// Rows of one council that disagree on its name.
    NameDiffers {
        /// The council.
        council: String,
        /// First seen.
        first: String,
        /// Now.
        now: String,
    },
    /// A council whose id is most likely another way to write that of an earlier one.
    SameCouncil {
        /// The council.
        council: String,
        /// The earlier id.
        other: String,
        /// The name of both; may be empty.
        name: String,
    },
    /// A header and no rows.
    NoRows,
    /// A row that goes on and on.
    LongRow {
        /// It is longer than this.
        megabytes: usize,
    },
    /// A first line that goes on and on.
    LongHeader {
        /// It is longer than this.
        megabytes: usize,
    },
}

impl TableFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::MissingColumn(column) => say! { l
                nl "de kolom `{column}` ontbreekt" / "in deze kopregel" / "zet de code van het bestuur in een kolom met de naam `{column}`"
                en "the column `{column}` is missing" / "in this header" / "put the code of the council in a column called `{column}`"
            },
            Self::NoQuestionColumns { known } => say! { l, known = ticked(l, known);
                nl "geen enkele kolom hoort bij een vraag" / "in deze kopregel" / "geef de kolommen de id's van de vragen: {known}"
                en "no column belongs to a question" / "in this header" / "name the columns after the ids of the questions: {known}"
            },
            Self::UnknownColumn { column, suggestion } => {
                say! { l, help = did_you_mean(l, suggestion.as_ref(), l.pick("verbeter de naam", "correct the name").into());
                    nl "`{column}` lijkt op een vraag, maar is er geen" / "onbekende kolom" / "{help}"
                    en "`{column}` looks like a question but is not one" / "unknown column" / "{help}"
                }
            }
            Self::DuplicateColumn(column) => say! { l
                nl "de kolom `{column}` staat er twee keer" / "nog een keer" / "laat er één staan"
                en "the column `{column}` appears twice" / "again" / "keep one of the two"
            },
            Self::EmptyColumn => say! { l
                nl "deze kolom heeft geen naam" / "leeg" / "geef de kolom een naam of haal hem weg"
                en "this column has no name" / "empty" / "give the column a name or remove it"
            },
            Self::FieldCount { expected, found } => {
                say! { l, fields = l.plural(*found, l.pick("veld", "field"), l.pick("velden", "fields"));
                    nl "deze rij heeft {found} {fields}, de kopregel heeft er {expected}" / "deze rij" / "kijk of er een komma of puntkomma te veel of te weinig staat, of een aanhalingsteken ontbreekt"
                    en "this row has {found} {fields}, the header has {expected}" / "this row" / "look for a comma or semicolon too many or too few, or a missing quote"
                }
            }
            Self::OpenQuote | Self::AfterQuote | Self::OpenQuoteInHeader | Self::AfterQuoteInHeader => {
                of_quotes(self, l)
            }
            Self::SecondFile | Self::SecondHeader => of_joined_files(self, l),
            Self::NoJson
            | Self::Nul
            | Self::NotUtf8
            | Self::NestedValue(_)
            | Self::NewKey { .. }
            | Self::UnreadableColumn { .. } => in_other_files(self, l),
            Self::NearlyOwnColumn { column, own, is_there, refused } => nearly_own(l, column, own, *is_there, *refused),
            Self::NoCouncil => say! { l
                nl "bij deze rij staat geen bestuur" / "leeg" / "vul de code van het bestuur in"
                en "this row names no council" / "empty" / "fill in the code of the council"
            },
            Self::ClassDiffers { .. } | Self::NameDiffers { .. } | Self::SameCouncil { .. } => of_councils(self, l),
            Self::NoRows => say! { l
                nl "de tabel heeft een kopregel, maar geen rijen" / "hierna komt niets" / "kijk of de export volledig was"
                en "the table has a header but no rows" / "nothing after this" / "check that the export was complete"
            },
            Self::LongRow { .. } | Self::LongHeader { .. } => too_long(self, l),
        }
    }
}

/// What rows say of councils.
fn of_councils(finding: &TableFinding, l: Language) -> Wording {
    match finding {
        TableFinding::ClassDiffers { council, column, first, now } => say! { l
            nl "bestuur `{council}` heeft in één ronde twee waarden voor `{column}`: `{first}` en `{now}`" / "een andere waarde" / "geef alle rijen van dit bestuur dezelfde waarde"
            en "council `{council}` has two values for `{column}` in one wave: `{first}` and `{now}`" / "another value" / "give all rows of this council the same value"
        },
        TableFinding::NameDiffers { council, first, now } => say! { l
            nl "bestuur `{council}` heet hier `{now}`, maar eerder `{first}`" / "een andere naam" / "peil gebruikt de eerste naam; maak ze gelijk"
            en "council `{council}` is called `{now}` here but `{first}` earlier" / "another name" / "peil uses the first name; make them the same"
        },
        TableFinding::SameCouncil { council, other, name } => say! { l,
            council = with_codes(council), other = with_codes(other),
            name = if name.is_empty() { String::new() } else { format!(", {name}") };
            nl "`{council}` en `{other}` zijn waarschijnlijk hetzelfde bestuur{name}" / "een andere code" / "schrijf overal `{other}` of overal `{council}`; nu zijn het voor peil twee besturen"
            en "`{council}` and `{other}` are most likely the same council{name}" / "another id" / "write `{other}` everywhere, or `{council}` everywhere; for peil these are two councils now"
        },
        _ => of_joined_files(finding, l),
    }
}

/// What goes on and on.
fn too_long(finding: &TableFinding, l: Language) -> Wording {
    match finding {
        TableFinding::LongRow { megabytes } => say! { l
            nl "deze rij is langer dan {megabytes} MB en is niet gelezen" / "hier begint ze" / "kijk of er een regeleinde ontbreekt, of een tekst veel te lang is"
            en "this row is longer than {megabytes} MB and was not read" / "it begins here" / "look for a missing line break, or a text that is far too long"
        },
        TableFinding::LongHeader { megabytes } => say! { l
            nl "de eerste regel is langer dan {megabytes} MB en kan geen kopregel zijn" / "hier begint hij" / "kijk of dit bestand een tabel is, met een regeleinde na de kopregel en na elke rij"
            en "the first line is longer than {megabytes} MB and cannot be a header" / "it begins here" / "check that this file is a table, with a line break after the header and after each row"
        },
        _ => of_quotes(finding, l),
    }
}

/// A column that is nearly one of peil's own.
fn nearly_own(l: Language, column: &str, own: &str, is_there: bool, refused: bool) -> Wording {
    let other_name = l.pick("geef haar dan een naam die er minder op lijkt", "give it a name that looks less like it");
    let help = match is_there {
        true => l.pick(
            format!("haal de kolom weg; hoort ze er wel bij, {other_name}"),
            format!("remove the column; if it belongs there, {other_name}"),
        ),
        false => l.pick(
            format!("noem de kolom `{own}`; is ze iets anders, {other_name}"),
            format!("call the column `{own}`; if it is something else, {other_name}"),
        ),
    };
    say! { l, left_out = left_out(l, refused);
        nl "`{column}` lijkt op de kolom `{own}`, maar is het niet{left_out}" / "onbekende kolom" / "{help}"
        en "`{column}` looks like the column `{own}` but is not{left_out}" / "unknown column" / "{help}"
    }
}

/// Behind a finding on a column without which nobody knows where a row belongs.
fn left_out(l: Language, refused: bool) -> &'static str {
    if refused { l.pick("; deze tabel telt niet mee", "; this table is not counted") } else { "" }
}

/// What is only found in files other than CSV.
fn in_other_files(finding: &TableFinding, l: Language) -> Wording {
    match finding {
        TableFinding::NoJson => say! { l
            nl "deze regel is geen JSON-object" / "vanaf hier" / "zet op elke regel één object, zoals {{\"council\": \"41048\", \"vraag-1\": \"2\"}}"
            en "this line is not a JSON object" / "from here" / "put one object on each line, such as {{\"council\": \"41048\", \"question-1\": \"2\"}}"
        },
        TableFinding::Nul => say! { l
            nl "in deze rij staat een nulbyte, en die hoort in geen enkele tekst" / "hier" / "haal het teken weg of maak de export opnieuw; deze rij is niet gelezen, de andere wel"
            en "this row holds a NUL byte, which belongs in no text" / "here" / "remove the character or export again; this row was not read, the others were"
        },
        TableFinding::NotUtf8 => say! { l, save = save_as_utf_8(l);
            nl "deze rij is geen UTF-8" / "eerste teken dat niet leesbaar is" / "{save}; deze rij is niet gelezen, de andere wel"
            en "this row is not UTF-8" / "first character that cannot be read" / "{save}; this row was not read, the others were"
        },
        TableFinding::NestedValue(key) => say! { l
            nl "`{key}` bevat een lijst of een object" / "geen enkele waarde" / "geef een tekst of een getal; alleen bij een vraag mogen gekozen antwoorden in een lijst staan"
            en "`{key}` holds a list or an object" / "not a single value" / "give a text or a number; only of a question, chosen answers may stand in a list"
        },
        TableFinding::UnreadableColumn { column, refused } => {
            let help = match refused {
                true => l.pick("maak er teksten, getallen of dagen van", "make them texts, numbers or days"),
                false => l.pick(
                    "maak er teksten of getallen van, of laat de kolom weg",
                    "make them texts or numbers, or leave the column out",
                ),
            };
            say! { l, left_out = left_out(l, *refused);
                nl "de kolom `{column}` bevat lijsten, tijdstippen of iets anders dat peil niet leest{left_out}" / "niet gelezen" / "{help}"
                en "the column `{column}` holds lists, times or something else that peil does not read{left_out}" / "not read" / "{help}"
            }
        }
        TableFinding::NewKey { key, suggestion } => {
            let known = l.pick(
                "geef de eerste regel deze sleutel ook, of haal hem hier weg",
                "give the first line this key too, or remove it here",
            );
            say! { l, help = did_you_mean(l, suggestion.as_ref(), known.into());
                nl "`{key}` komt op de eerste regel niet voor" / "nieuwe sleutel" / "{help}"
                en "`{key}` is not in the first line" / "new key" / "{help}"
            }
        }
        _ => of_quotes(finding, l),
    }
}

/// What comes of files that were put behind each other.
fn of_joined_files(finding: &TableFinding, l: Language) -> Wording {
    match finding {
        TableFinding::SecondFile => say! { l
            nl "deze regel begint met een bytevolgordemarkering, waar alleen een bestand mee begint: hier zijn twee bestanden achter elkaar gezet" / "hier begint het tweede" / "geef peil de bestanden apart, of haal deze regel weg als hij een kopregel is, en anders de markering"
            en "this line begins with a byte order mark, as only a file does: two files were put behind each other here" / "the second begins here" / "give peil the files separately, or remove this line if it is a header and otherwise the mark"
        },
        _ => say! { l
            nl "dit is een kopregel, midden in de tabel" / "in plaats van een bestuur" / "geef peil de bestanden apart als er twee achter elkaar zijn gezet, of haal deze regel weg"
            en "this is a header, in the middle of the table" / "in place of a council" / "give peil the files separately if two were put behind each other, or remove this line"
        },
    }
}

/// What quotes have to do with.
fn of_quotes(finding: &TableFinding, l: Language) -> Wording {
    match finding {
        TableFinding::OpenQuoteInHeader => say! { l
            nl "het aanhalingsteken waarmee deze kolomnaam begint, wordt niet gesloten" / "begint hier" / "zet ook een aanhalingsteken aan het einde van de naam, of haal dit weg; zonder kopregel is de tabel niet gelezen"
            en "the quote that opens this column name is not closed" / "opened here" / "put a quote at the end of the name too, or remove this one; without a header the table was not read"
        },
        TableFinding::AfterQuoteInHeader => say! { l
            nl "na het sluitende aanhalingsteken van deze kolomnaam staat nog tekst" / "deze naam" / "schrijf een aanhalingsteken midden in een naam dubbel, zoals \"een \"\"app\"\"\", of haal de aanhalingstekens weg; zonder kopregel is de tabel niet gelezen"
            en "there is more text after the closing quote of this column name" / "this name" / "write a quote within a name twice, such as \"an \"\"app\"\"\", or remove the quotes; without a header the table was not read"
        },
        TableFinding::AfterQuote => say! { l
            nl "na het sluitende aanhalingsteken van deze cel staat nog tekst" / "deze cel" / "schrijf een aanhalingsteken midden in een tekst dubbel, zoals \"een \"\"app\"\"\", of haal de aanhalingstekens weg; deze regel is niet gelezen"
            en "there is more text after the closing quote of this cell" / "this cell" / "write a quote within a text twice, such as \"an \"\"app\"\"\", or remove the quotes; this line was not read"
        },
        _ => say! { l
            nl "het aanhalingsteken waarmee deze cel begint, wordt niet gesloten" / "begint hier" / "zet ook een aanhalingsteken aan het einde van de cel, of haal dit weg; deze regel is niet gelezen, de regels hierna wel"
            en "the quote that opens this cell is not closed" / "opened here" / "put a quote at the end of the cell too, or remove this one; this line was not read, the lines after it were"
        },
    }
}
