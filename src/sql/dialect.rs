//! What differs between the engines: quotes, types, patterns. It knows nothing of questionnaires.

use super::Clash;
use crate::sorting;

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// DuckDB 1.1 or later.
    DuckDb,
    /// PostgreSQL 13 or later.
    Postgres,
    /// Apache Spark 3.5 or later.
    Spark,
}

/// The bytes of a name that PostgreSQL keeps.
const POSTGRES_NAME: usize = 63;

impl Dialect {
    /// Every engine.
    pub const ALL: [Dialect; 3] = [Dialect::DuckDb, Dialect::Postgres, Dialect::Spark];

    /// Its name as its makers write it.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::DuckDb => "DuckDB",
            Dialect::Postgres => "PostgreSQL",
            Dialect::Spark => "Spark",
        }
    }

    /// A name in quotes.
    pub(super) fn identifier(self, name: &str) -> String {
        match self {
            Dialect::Spark => format!("`{}`", name.replace('`', "``")),
            Dialect::DuckDb | Dialect::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
        }
    }

    /// A text in quotes.
    pub(super) fn text(self, text: &str) -> String {
        match self {
            Dialect::Spark => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
            Dialect::DuckDb | Dialect::Postgres => format!("'{}'", text.replace('\'', "''")),
        }
    }

    /// Texts in quotes, with commas between.
    pub(super) fn texts<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> String {
        texts.into_iter().map(|text| self.text(text)).collect::<Vec<_>>().join(", ")
    }

    /// A number with the precision of a double, not a decimal.
    pub(super) fn number(self, number: f64) -> String {
        let plain = match self {
            Dialect::DuckDb => format!("{number}e0"),
            Dialect::Postgres => format!("{number}::float8"),
            Dialect::Spark => format!("{number}D"),
        };
        if number < 0.0 { format!("({plain})") } else { plain }
    }

    pub(super) fn text_type(self) -> &'static str {
        match self {
            Dialect::DuckDb => "VARCHAR",
            Dialect::Postgres => "text",
            Dialect::Spark => "STRING",
        }
    }

    pub(super) fn double_type(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Spark => "DOUBLE",
            Dialect::Postgres => "float8",
        }
    }

    /// A value as a double.
    pub(super) fn double(self, value: &str) -> String {
        format!("CAST({value} AS {})", self.double_type())
    }

    /// Nothing, of some type.
    pub(super) fn nothing(self, of: &str) -> String {
        format!("CAST(NULL AS {of})")
    }

    /// A text of which it was seen that it is a number, as that number. Where an engine may look at other rows as well,
    /// those give nothing instead of an error.
    pub(super) fn read(self, value: &str, of: &str) -> String {
        let cast = if self == Dialect::Postgres { "CAST" } else { "TRY_CAST" };
        format!("{cast}({value} AS {of})")
    }

    /// Whether the whole of a text fits a pattern that holds no backslash.
    pub(super) fn fits(self, value: &str, pattern: &str) -> String {
        match self {
            Dialect::DuckDb => format!("regexp_full_match({value}, {})", self.text(pattern)),
            Dialect::Postgres => format!("{value} ~ {}", self.text(&format!("^({pattern})$"))),
            // In Java `$` also stands before a last line break.
            Dialect::Spark => format!("{value} RLIKE {}", self.text(&format!("(?s)^({pattern})$(?!.)"))),
        }
    }

    /// The quotient of whole numbers, without the rest; both positive or zero.
    pub(super) fn whole_quotient(self, value: &str, by: i64) -> String {
        match self {
            Dialect::DuckDb => format!("({value}) // {by}"),
            Dialect::Postgres => format!("({value}) / {by}"),
            Dialect::Spark => format!("({value}) div {by}"),
        }
    }

    /// The order of texts by their bytes, as peil has it.
    pub(super) fn by_bytes(self) -> &'static str {
        if self == Dialect::Postgres { " COLLATE \"C\"" } else { "" }
    }

    /// Makes sure that columns of one table keep apart.
    pub(super) fn tells_apart(self, columns: &[String]) -> Result<(), Clash> {
        let mut seen: Vec<(String, &String)> = columns.iter().map(|name| (self.seen_as(name), name)).collect();
        sorting::sort(&mut seen);
        match seen.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => Err(Clash { one: pair[0].1.clone(), other: pair[1].1.clone() }),
            None => Ok(()),
        }
    }

    /// What the engine makes of the name of a column.
    fn seen_as(self, name: &str) -> String {
        match self {
            Dialect::DuckDb | Dialect::Spark => name.to_lowercase(),
            Dialect::Postgres => {
                let end = (0..=name.len().min(POSTGRES_NAME)).rev().find(|&end| name.is_char_boundary(end));
                name[..end.unwrap_or(0)].to_owned()
            }
        }
    }
}
