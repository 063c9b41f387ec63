//! Findings about a file as text and as YAML.

use super::{Language, Wording};

/// What is wrong with a file before its content means anything.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFinding {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The file is UTF-16.
    Utf16,
    /// A NUL byte: not a text file.
    NulByte,
    /// Nothing in it.
    Empty,
    /// The YAML cannot be read; what the reader said, in English.
    Syntax(String),
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
}

impl FileFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        use FileFinding::{Alias, CompoundKey, DuplicateKey, SecondDocument, Syntax, Tab, TooDeep};
        match self {
            Syntax(said) => Wording::new(
                l.pick(
                    format!("de YAML is hier niet leesbaar: {said}"),
                    format!("the YAML cannot be read here: {said}"),
                ),
                l.pick("hier loopt het vast", "reading stops here"),
                l.pick(
                    "kijk naar de inspringing, een ontbrekend aanhalingsteken of een haakje op deze regel of de vorige",
                    "look at the indentation, a missing quote or a bracket on this line or the one before",
                ),
            ),
            Tab => Wording::new(
                l.pick(
                    "hier staat een tab; YAML springt in met spaties",
                    "there is a tab here; YAML indents with blanks",
                ),
                l.pick("een tab", "a tab"),
                l.pick("vervang de tab door spaties", "replace the tab by blanks"),
            ),
            SecondDocument => Wording::new(
                l.pick(
                    "het bestand bevat een tweede document",
                    "the file holds a second document",
                ),
                l.pick("hier begint het tweede", "the second one starts here"),
                l.pick(
                    "zet elk document in een eigen bestand",
                    "put each document in a file of its own",
                ),
            ),
            DuplicateKey(key) => Wording::new(
                l.pick(
                    format!("`{key}` staat hier twee keer"),
                    format!("`{key}` stands here twice"),
                ),
                l.pick("opnieuw", "again"),
                l.pick("houd er één van over", "keep one of the two"),
            ),
            Alias => Wording::new(
                l.pick(
                    "ankers, verwijzingen en tags van YAML worden niet gelezen",
                    "YAML anchors, aliases and tags are not read",
                ),
                String::new(),
                l.pick(
                    "schrijf de inhoud hier voluit; gedeelde antwoorden horen onder `choices:`",
                    "write the content out here; shared answers belong under `choices:`",
                ),
            ),
            TooDeep(limit) => Wording::new(
                l.pick(
                    format!("meer dan {limit} niveaus diep genest"),
                    format!("nested more than {limit} levels deep"),
                ),
                l.pick("hier te diep", "too deep here"),
                l.pick("haal niveaus weg", "take levels away"),
            ),
            CompoundKey => Wording::new(
                l.pick("een sleutel moet een woord zijn", "a key must be a word"),
                l.pick("een lijst of groep als sleutel", "a list or map as a key"),
                l.pick(
                    "zet hier een gewoon woord voor de dubbelepunt",
                    "put a plain word before the colon",
                ),
            ),
            _ => self.encoding(l),
        }
    }

    /// The findings about the bytes.
    fn encoding(&self, l: Language) -> Wording {
        let save = || {
            l.pick(
                "bewaar het bestand als UTF-8: in Kladblok «Opslaan als» met codering UTF-8, in Excel «CSV UTF-8»",
                "save the file as UTF-8: in Notepad \"Save as\" with encoding UTF-8, in Excel \"CSV UTF-8\"",
            )
        };
        match self {
            FileFinding::NotUtf8 => Wording::new(
                l.pick("het bestand is geen UTF-8", "the file is not UTF-8"),
                l.pick(
                    "eerste teken dat niet leesbaar is",
                    "first character that cannot be read",
                ),
                save(),
            ),
            FileFinding::Utf16 => Wording::new(
                l.pick("het bestand is UTF-16, geen UTF-8", "the file is UTF-16, not UTF-8"),
                String::new(),
                save(),
            ),
            FileFinding::Empty => Wording::new(
                l.pick("het bestand is leeg", "the file is empty"),
                String::new(),
                l.pick(
                    "controleer of het volledig is opgeslagen of gedownload",
                    "check that it was saved or downloaded in full",
                ),
            ),
            _ => Wording::new(
                l.pick("dit is geen tekstbestand", "this is not a text file"),
                l.pick("een nulbyte", "a NUL byte"),
                l.pick("geef een YAML-, JSON- of CSV-bestand", "give a YAML, JSON or CSV file"),
            ),
        }
    }
}
