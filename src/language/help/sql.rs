//! The help of the flags of `peil sql`.

use crate::language::Language;

/// What the flags do.
pub(super) fn argument(l: Language, id: &str) -> &'static str {
    match id {
        "dialect" => {
            l.pick("Voor welk systeem: duckdb, postgres of spark", "For which engine: duckdb, postgres or spark")
        }
        "table" => l.pick(
            "Tabel met de antwoorden, ook als schema.tabel; anders answers",
            "Table with the answers, schema.table too; else answers",
        ),
        "columns" => l.pick(
            "Welke kolommen die tabel heeft naast de vragen, ook klassen; anders council,name,wave,role,scan",
            "Which columns that table has besides the questions, classes too; else council,name,wave,role,scan",
        ),
        _ => "",
    }
}
