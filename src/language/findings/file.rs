//! Findings about a file as text and as YAML.

use super::{Language, Lookalike, Wording};
use crate::language::number;

/// What is wrong with a file before its content means anything.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFinding {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The file is UTF-16.
    Utf16,
    /// Not a text file, but perhaps one of these.
    Binary(Option<BinaryFile>),
    /// It was not opened.
    Unopened(Unopened),
    /// Nothing in it.
    Empty,
    /// The YAML cannot be read.
    Syntax(SyntaxKind),
    /// A tab where YAML wants blanks.
    Tab,
    /// A second document in the file.
    SecondDocument,
    /// The same key twice in one map.
    DuplicateKey(String),
    /// An anchor, an alias or a tag.
    Alias,
    /// Nested deeper than this many levels.
    TooDeep(usize),
    /// A key that is a list or a map.
    CompoundKey,
    /// More values than this.
    TooManyValues(usize),
    /// More problems than this.
    TooManyFindings(usize),
}

/// A file that is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryFile {
    /// Packed with gzip.
    Gzip,
    /// Packed with zstd.
    Zstd,
    /// A Parquet file.
    Parquet,
    /// A zip file, or a spreadsheet, which is one.
    Zip,
}

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unopened {
    /// A link to what is not there.
    Nowhere,
    /// A link that leads back to itself.
    Circle,
    /// A link to this folder, which holds files too.
    Folder(String),
    /// The same name as this file, packed or unpacked.
    Copy(String),
    /// A pipe or a device.
    NoFile,
    /// There is no permission.
    NotAllowed,
    /// What the system says.
    Other(String),
}

/// In what way YAML cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxKind {
    /// A quote without its second half.
    OpenQuote,
    /// Text behind a closing quote.
    AfterQuote,
    /// A backslash with something unknown behind it.
    BadEscape,
    /// A bracket that is not closed, or by one of another kind.
    OpenBracket,
    /// A closing bracket without an opening one.
    StrayBracket,
    /// No comma between two values.
    MissingComma,
    /// A colon in the middle of a text.
    StrayColon,
    /// A line that should be a field, without a colon.
    MissingColon,
    /// A line that does not line up with those above.
    Indentation,
    /// A text that starts with a character that YAML keeps for itself.
    SpecialCharacter,
    /// Something that looks right, or that nobody sees.
    Lookalike(Lookalike),
    /// Anything else.
    Other,
}

impl BinaryFile {
    fn wording(self, l: Language) -> Wording {
        match self {
            Self::Gzip => say! { l
                nl "dit bestand is ingepakt met gzip, maar zijn naam eindigt niet op `.gz`" / "" / "geef het een naam die dat zegt, zoals `antwoorden.csv.gz`"
                en "this file is packed with gzip, but its name does not end in `.gz`" / "" / "give it a name that says so, such as `answers.csv.gz`"
            },
            Self::Zstd => say! { l
                nl "dit bestand is ingepakt met zstd, maar zijn naam eindigt niet op `.zst`" / "" / "geef het een naam die dat zegt, zoals `antwoorden.csv.zst`"
                en "this file is packed with zstd, but its name does not end in `.zst`" / "" / "give it a name that says so, such as `answers.csv.zst`"
            },
            Self::Parquet => say! { l
                nl "dit is een Parquet-bestand, maar zijn naam eindigt niet op `.parquet`" / "" / "geef het een naam die dat zegt, zoals `antwoorden.parquet`"
                en "this is a Parquet file, but its name does not end in `.parquet`" / "" / "give it a name that says so, such as `answers.parquet`"
            },
            Self::Zip => say! { l
                nl "dit is een rekenblad of een zip-bestand, geen tekst" / "" / "neem een rekenblad over met `peil import`; pak een zip-bestand eerst uit"
                en "this is a spreadsheet or a zip file, not text" / "" / "take a spreadsheet in with `peil import`; unpack a zip file first"
            },
        }
    }
}

impl Unopened {
    fn wording(&self, l: Language) -> Wording {
        match self {
            Self::Nowhere => say! { l
                nl "deze link leidt naar een bestand dat niet bestaat" / "" / "herstel de link of verwijder hem; de andere bestanden in de map zijn wel gelezen"
                en "this link leads to a file that does not exist" / "" / "mend the link or remove it; the other files in the folder were read"
            },
            Self::Circle => say! { l
                nl "deze link leidt naar zichzelf" / "" / "herstel de link of verwijder hem; de andere bestanden in de map zijn wel gelezen"
                en "this link leads back to itself" / "" / "mend the link or remove it; the other files in the folder were read"
            },
            Self::Folder(target) => say! { l
                nl "deze link leidt naar een andere map, die niet is gelezen" / "" / "noem die map zelf als ze mee moet tellen: `{target}`"
                en "this link leads to another folder, which was not read" / "" / "name that folder itself if it is to count: `{target}`"
            },
            Self::Copy(first) => say! { l
                nl "dit lijkt dezelfde tabel als `{first}`, en is niet gelezen omdat iedereen dan dubbel zou tellen" / "" / "verwijder een van de twee; zijn het verschillende tabellen, geef er dan een een andere naam"
                en "this looks like the same table as `{first}`, and was not read since everybody would count twice" / "" / "remove one of the two; if they are different tables, rename one of them"
            },
            Self::NoFile => say! { l
                nl "dit is geen bestand maar een pipe of een apparaat, en het is niet gelezen" / "" / "noem het zelf in de opdracht als het mee moet tellen"
                en "this is not a file but a pipe or a device, and it was not read" / "" / "name it in the command itself if it is to count"
            },
            Self::NotAllowed => say! { l
                nl "u hebt geen rechten om dit te lezen" / "" / "vraag leesrechten aan wie het beheert; de andere bestanden in de map zijn wel gelezen"
                en "you have no permission to read this" / "" / "ask whoever manages it for permission; the other files in the folder were read"
            },
            Self::Other(said) => say! { l
                nl "dit is niet te openen: {said}" / "" / "controleer of u het bestand mag openen; de andere bestanden in de map zijn wel gelezen"
                en "this cannot be opened: {said}" / "" / "check that you may open the file; the other files in the folder were read"
            },
        }
    }
}

pub(super) fn save_as_utf_8(l: Language) -> &'static str {
    l.pick(
        "bewaar het bestand als UTF-8: in Kladblok ‘Opslaan als’ met codering UTF-8, in Excel ‘CSV UTF-8’",
        "save the file as UTF-8: in Notepad ‘Save as’ with encoding UTF-8, in Excel ‘CSV UTF-8’",
    )
}

impl FileFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        let save = save_as_utf_8(l);
        match self {
            Self::NotUtf8 => say! { l
                nl "het bestand is geen UTF-8" / "eerste teken dat niet leesbaar is" / "{save}"
                en "the file is not UTF-8" / "first character that cannot be read" / "{save}"
            },
            Self::Utf16 => say! { l
                nl "het bestand is UTF-16, geen UTF-8" / "" / "{save}"
                en "the file is UTF-16, not UTF-8" / "" / "{save}"
            },
            Self::Binary(None) => say! { l
                nl "dit is geen tekstbestand" / "een nulbyte" / "geef een YAML-, JSON- of CSV-bestand op"
                en "this is not a text file" / "a NUL byte" / "give a YAML, JSON or CSV file"
            },
            Self::Binary(Some(known)) => known.wording(l),
            Self::Unopened(why) => why.wording(l),
            Self::Empty => say! { l
                nl "het bestand is leeg" / "" / "kijk of het volledig is opgeslagen of gedownload"
                en "the file is empty" / "" / "check that it was saved or downloaded in full"
            },
            Self::Syntax(kind) => kind.wording(l),
            Self::Tab => say! { l
                nl "hier kunnen alleen spaties staan, geen tab" / "een tab" / "vervang de tab door spaties"
                en "only spaces can stand here, not a tab" / "a tab" / "replace the tab with spaces"
            },
            Self::SecondDocument => say! { l
                nl "in dit bestand staat nog een tweede document" / "hier begint het tweede" / "zet elk document in een eigen bestand"
                en "this file holds a second document" / "the second one starts here" / "put each document in its own file"
            },
            Self::DuplicateKey(key) if key == "id" => say! { l
                nl "`{key}` staat hier twee keer" / "nog een keer" / "laat er één staan; begint hier het volgende van een lijst, zet er dan een streepje voor: `- id: …`"
                en "`{key}` appears twice here" / "again" / "keep one of the two; if the next of a list begins here, put a dash before it: `- id: …`"
            },
            Self::DuplicateKey(key) => say! { l
                nl "`{key}` staat hier twee keer" / "nog een keer" / "laat er één staan"
                en "`{key}` appears twice here" / "again" / "keep one of the two"
            },
            Self::Alias => say! { l
                nl "peil leest geen ankers, verwijzingen of tags van YAML" / "anker, verwijzing of tag" / "zet een tekst die met `&`, `*` of `!` begint tussen aanhalingstekens, en schrijf een herhaling voluit"
                en "peil does not read YAML anchors, aliases or tags" / "anchor, alias or tag" / "put a text that starts with `&`, `*` or `!` in quotes, and write a repetition out in full"
            },
            Self::TooDeep(limit) => say! { l
                nl "dit gaat meer dan {limit} niveaus diep" / "hier te diep" / "gebruik minder niveaus"
                en "this is nested more than {limit} levels deep" / "too deep here" / "use fewer levels"
            },
            Self::TooManyValues(limit) => say! { l, limit = number::whole(l, *limit as u64);
                nl "in dit bestand staan meer dan {limit} waarden" / "hier te veel" / "verdeel de inhoud over meer bestanden"
                en "this file holds more than {limit} values" / "too many here" / "divide the content over several files"
            },
            Self::TooManyFindings(limit) => say! { l, limit = number::whole(l, *limit as u64);
                nl "dit bestand heeft meer dan {limit} problemen" / "" / "los eerst deze op; daarna komen de andere in beeld"
                en "this file has more than {limit} problems" / "" / "solve these first; then the others are shown"
            },
            Self::CompoundKey => say! { l
                nl "voor de dubbelepunt moet één woord staan" / "een lijst of een groep velden" / "schrijf hier een gewoon woord"
                en "there must be a single word before the colon" / "a list or a group of fields" / "write a plain word here"
            },
        }
    }
}

impl SyntaxKind {
    fn wording(self, l: Language) -> Wording {
        match self {
            Self::OpenQuote => say! { l
                nl "dit aanhalingsteken wordt niet gesloten" / "hier gaat het open" / "zet hetzelfde teken aan het einde van de tekst; loopt de tekst door op een volgende regel, laat die dan inspringen"
                en "this quote is not closed" / "opened here" / "put the same quote at the end of the text; if the text goes on to the next line, indent that line"
            },
            Self::AfterQuote => say! { l
                nl "na het sluitende aanhalingsteken staat nog tekst" / "staat buiten de aanhalingstekens" / "zet een tekst met een apostrof tussen dubbele aanhalingstekens: \"foto's\", en een met dubbele tussen enkele: 'een \"app\"'; begint hier een nieuw veld, zet er dan een komma voor"
                en "there is more text after the closing quote" / "outside the quotes" / "put a text with an apostrophe in double quotes: \"the council's\", and one with double quotes in single ones: 'an \"app\"'; if a new field starts here, put a comma before it"
            },
            Self::BadEscape => say! { l
                nl "na deze backslash staat geen code die YAML kent" / "onbekende code" / "schrijf `\\\\` voor een backslash, of zet de tekst tussen enkele aanhalingstekens"
                en "no code that YAML knows follows this backslash" / "unknown code" / "write `\\\\` for a backslash, or put the text in single quotes"
            },
            Self::OpenBracket => say! { l
                nl "dit haakje wordt niet gesloten" / "hier gaat het open" / "zet het sluitende haakje erbij; staat het op een volgende regel, laat die dan inspringen"
                en "this bracket is not closed" / "opened here" / "add the closing bracket; if it stands on another line, indent that line"
            },
            Self::StrayBracket => say! { l
                nl "bij dit sluitende haakje hoort geen openend haakje" / "een te veel" / "haal het weg, of zet de tekst tussen aanhalingstekens"
                en "no bracket was opened for this closing one" / "one too many" / "remove it, or put the text in quotes"
            },
            Self::MissingComma => say! { l
                nl "hier ontbreekt een komma" / "sluit aan op wat ervoor staat" / "zet een komma tussen twee waarden"
                en "a comma is missing here" / "runs on from what stands before it" / "put a comma between two values"
            },
            Self::StrayColon => say! { l
                nl "een dubbelepunt met een spatie erachter kan niet midden in een tekst" / "deze dubbelepunt" / "zet de tekst tussen aanhalingstekens; begint hier een nieuw veld, zet er dan een komma voor of begin een nieuwe regel"
                en "a colon followed by a space cannot stand in the middle of a text" / "this colon" / "put the text in quotes; if a new field starts here, put a comma before it or start a new line"
            },
            Self::MissingColon => say! { l
                nl "op deze regel ontbreekt een dubbelepunt" / "geen `veld: waarde`" / "schrijf `veld: waarde`; hoort de regel bij de tekst erboven, laat hem dan inspringen"
                en "this line lacks a colon" / "not a `field: value`" / "write `field: value`; if the line belongs to the text above it, indent it"
            },
            Self::Indentation => say! { l
                nl "de inspringing van deze regel klopt niet" / "sluit niet aan bij de regels erboven" / "zet velden die bij elkaar horen recht onder elkaar, en een tekst van meer regels tussen aanhalingstekens"
                en "the indentation of this line is not right" / "does not line up with the lines above" / "line up the fields that belong together, and put a text of several lines in quotes"
            },
            Self::SpecialCharacter => say! { l
                nl "zonder aanhalingstekens kan een tekst niet met dit teken beginnen" / "dit teken" / "zet de tekst tussen aanhalingstekens"
                en "without quotes a text cannot start with this character" / "this character" / "put the text in quotes"
            },
            Self::Lookalike(lookalike) => lookalike.wording(l),
            Self::Other => say! { l
                nl "hier klopt de YAML niet" / "hier loopt het vast" / "kijk of op deze regel of de vorige de inspringing klopt en er geen aanhalingsteken of haakje ontbreekt"
                en "the YAML is not right here" / "reading stops here" / "check the indentation on this line and the one before, and look for a missing quote or bracket"
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_parser_says_reaches_nobody_and_each_kind_has_its_own_words() {
        use SyntaxKind::*;
        let kinds = [
            OpenQuote,
            AfterQuote,
            BadEscape,
            OpenBracket,
            StrayBracket,
            MissingComma,
            StrayColon,
            MissingColon,
            Indentation,
            SpecialCharacter,
            Lookalike(super::Lookalike::Merge),
            Lookalike(super::Lookalike::UnseenBlank),
            Lookalike(super::Lookalike::LongDash),
            Lookalike(super::Lookalike::TightDash),
            Lookalike(super::Lookalike::TightColon),
            Lookalike(super::Lookalike::QuotedLine),
            Lookalike(super::Lookalike::CurlyQuote),
            Lookalike(super::Lookalike::HiddenByComment),
            Other,
        ];
        let mut seen = std::collections::BTreeSet::new();
        for kind in kinds {
            for language in Language::ALL {
                let wording = FileFinding::Syntax(kind).wording(language);
                assert!(!wording.label.is_empty() && !wording.help.is_empty(), "{kind:?}");
                assert!(seen.insert(wording.message.clone()), "{}", wording.message);
                for jargon in ["scalar", "flow", "block", "mapping", "sequence", "token"] {
                    assert!(!wording.message.contains(jargon), "{}", wording.message);
                }
            }
        }
    }
}
