//! SQL that cannot be written.

use super::{Sentence, sentence};
use crate::language::Language;

/// Two columns that an engine takes for one.
pub fn columns_look_alike(l: Language, engine: &str, one: &str, other: &str) -> Sentence {
    l.pick(
        sentence(
            format!("voor {engine} zijn de kolommen `{one}` en `{other}` dezelfde"),
            "PostgreSQL kent 63 tekens van een naam, DuckDB en Spark zien hoofdletters niet; kies een ander systeem, of `peil \
             score`",
        ),
        sentence(
            format!("to {engine} the columns `{one}` and `{other}` are the same"),
            "PostgreSQL knows 63 characters of a name, DuckDB and Spark do not see capitals; choose another engine, or `peil \
             score`",
        ),
    )
}

/// A table without a name.
pub fn no_table_name(l: Language, table: &str) -> Sentence {
    l.pick(
        sentence(format!("`{table}` is geen naam van een tabel"), "geef `--table tabel` of `--table schema.tabel`"),
        sentence(format!("`{table}` is no name of a table"), "give `--table table` or `--table schema.table`"),
    )
}

/// A class whose name the scores have themselves.
pub fn not_a_class(l: Language, column: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{column}` kan geen klasse zijn"),
            "kies een kolom die niet al een naam is van een vraag, een rol, een dimensie of een kolom van de scores",
        ),
        sentence(
            format!("`{column}` cannot be a class"),
            "choose a column that is not the name of a question, a role, a dimension or a column of the scores",
        ),
    )
}
