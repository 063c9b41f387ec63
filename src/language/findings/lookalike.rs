//! Findings about what looks right in a file and is not, or what nobody sees: it came from another program.

use super::{Language, Wording};

/// What stands in the place of what should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookalike {
    /// A mark of a merge that was not finished.
    Merge,
    /// A blank in the indentation, or behind a colon, that YAML does not take for one.
    UnseenBlank,
    /// A long dash, or a bullet, where the dash of a list should be.
    LongDash,
    /// A dash that touches the word behind it.
    TightDash,
    /// A colon that touches the word behind it.
    TightColon,
    /// A field with its value in one pair of quotes.
    QuotedLine,
    /// A curly quote after a straight one.
    CurlyQuote,
    /// A number sign that makes a comment of a closing bracket.
    HiddenByComment,
}

impl Lookalike {
    pub(super) fn wording(self, l: Language) -> Wording {
        match self {
            Self::Merge => say! { l
                nl "hier staat nog een samenvoeging (merge) open" / "merkteken van versiebeheer" / "kies één van de twee versies en haal de regels met `<<<<<<<`, `=======` en `>>>>>>>` weg"
                en "a merge was not finished here" / "a mark of version control" / "choose one of the two versions and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
            },
            Self::UnseenBlank => say! { l
                nl "hier staat een teken dat niet te zien is of op een spatie lijkt" / "geen gewone spatie" / "haal het wit hier weg en typ gewone spaties; zo'n teken komt mee uit een webpagina of tekstverwerker"
                en "here stands a character that cannot be seen or looks like a space" / "no ordinary space" / "delete the blank here and type ordinary spaces; such a character comes from a web page or a word processor"
            },
            Self::LongDash => say! { l
                nl "een lijst begint met een gewoon streepje" / "geen gewoon streepje" / "typ hier `-` met een spatie erachter; een tekstverwerker maakt er een ander teken van"
                en "a list starts with an ordinary dash" / "no ordinary dash" / "type `-` here with a space behind it; a word processor turns it into another character"
            },
            Self::TightDash => say! { l
                nl "na het streepje van een lijst hoort een spatie" / "geen spatie" / "zet een spatie achter het streepje"
                en "a space belongs behind the dash of a list" / "no space" / "put a space behind the dash"
            },
            Self::TightColon => say! { l
                nl "na de dubbelepunt van een veld hoort een spatie" / "geen spatie" / "zet een spatie achter de dubbelepunt"
                en "a space belongs behind the colon of a field" / "no space" / "put a space behind the colon"
            },
            Self::QuotedLine => say! { l
                nl "deze hele regel staat tussen aanhalingstekens, ook het veld" / "veld en waarde samen" / "haal de aanhalingstekens weg, of zet ze alleen rond de waarde"
                en "this whole line is in quotes, the field included" / "field and value together" / "remove the quotes, or put them around the value only"
            },
            Self::CurlyQuote => say! { l
                nl "een krul sluit geen recht aanhalingsteken" / "gekruld aanhalingsteken" / "typ hier een recht aanhalingsteken: \""
                en "a curly quote does not close a straight one" / "curly quote" / "type a straight quote here: \""
            },
            Self::HiddenByComment => say! { l
                nl "alles na dit hekje telt als opmerking, ook het sluitende haakje" / "vanaf hier een opmerking" / "zet de tekst tussen aanhalingstekens"
                en "everything behind this number sign is a comment, the closing bracket included" / "a comment from here on" / "put the text in quotes"
            },
        }
    }
}
