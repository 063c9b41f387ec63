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
        let save = l.pick(
            "bewaar het bestand als UTF-8: in Kladblok ‘Opslaan als’ met codering UTF-8, in Excel ‘CSV UTF-8’",
            "save the file as UTF-8: in Notepad ‘Save as’ with encoding UTF-8, in Excel ‘CSV UTF-8’",
        );
        match self {
            Self::NotUtf8 => say! { l
                nl "het bestand is geen UTF-8" / "eerste teken dat niet leesbaar is" / "{save}"
                en "the file is not UTF-8" / "first character that cannot be read" / "{save}"
            },
            Self::Utf16 => say! { l
                nl "het bestand is UTF-16, geen UTF-8" / "" / "{save}"
                en "the file is UTF-16, not UTF-8" / "" / "{save}"
            },
            Self::NulByte => say! { l
                nl "dit is geen tekstbestand" / "een nulbyte" / "geef een YAML-, JSON- of CSV-bestand op"
                en "this is not a text file" / "a NUL byte" / "give a YAML, JSON or CSV file"
            },
            Self::Empty => say! { l
                nl "het bestand is leeg" / "" / "kijk of het volledig is opgeslagen of gedownload"
                en "the file is empty" / "" / "check that it was saved or downloaded in full"
            },
            Self::Syntax(said) => say! { l
                nl "hier klopt de YAML niet: {said}" / "hier loopt het vast" / "kijk of op deze regel of de vorige de inspringing klopt en er geen aanhalingsteken of haakje ontbreekt"
                en "the YAML is not right here: {said}" / "reading stops here" / "check the indentation on this line and the one before, and look for a missing quote or bracket"
            },
            Self::Tab => say! { l
                nl "inspringen kan alleen met spaties, niet met een tab" / "een tab" / "vervang de tab door spaties"
                en "indent with spaces only, not with a tab" / "a tab" / "replace the tab with spaces"
            },
            Self::SecondDocument => say! { l
                nl "in dit bestand staat nog een tweede document" / "hier begint het tweede" / "zet elk document in een eigen bestand"
                en "this file holds a second document" / "the second one starts here" / "put each document in its own file"
            },
            Self::DuplicateKey(key) => say! { l
                nl "`{key}` staat hier twee keer" / "nog een keer" / "laat er één staan"
                en "`{key}` appears twice here" / "again" / "keep one of the two"
            },
            Self::Alias => say! { l
                nl "peil leest geen ankers, verwijzingen of tags van YAML" / "anker, verwijzing of tag" / "schrijf het hier voluit; antwoorden die vaker terugkomen, horen onder `choices:`"
                en "peil does not read YAML anchors, aliases or tags" / "anchor, alias or tag" / "write it out in full here; shared answers belong under `choices:`"
            },
            Self::TooDeep(limit) => say! { l
                nl "dit is meer dan {limit} niveaus diep genest" / "hier te diep" / "gebruik minder niveaus"
                en "this is nested more than {limit} levels deep" / "too deep here" / "use fewer levels"
            },
            Self::CompoundKey => say! { l
                nl "voor de dubbelepunt moet één woord staan" / "een lijst of een groep velden" / "schrijf hier een gewoon woord"
                en "there must be a single word before the colon" / "a list or a group of fields" / "write a plain word here"
            },
        }
    }
}
