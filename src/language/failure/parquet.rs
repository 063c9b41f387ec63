//! Parquet files that cannot be read, and places where none can be written.

use super::{Sentence, sentence};
use crate::language::{Language, number};

/// The end is missing, or it is something else.
pub fn parquet_cut(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen volledig Parquet-bestand"),
            "kopieer of download het bestand opnieuw; er is niets geschreven",
        ),
        sentence(
            format!("`{path}` is not a complete Parquet file"),
            "copy or download the file again; nothing was written",
        ),
    )
}

/// Something else under the name of a Parquet file.
pub fn no_parquet(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen Parquet-bestand, al zegt zijn naam van wel"),
            "geef het de naam die bij de inhoud hoort, zoals `antwoorden.csv`",
        ),
        sentence(
            format!("`{path}` is not a Parquet file, though its name says so"),
            "give it the name that belongs to what it holds, such as `answers.csv`",
        ),
    )
}

/// What it holds is not as it says, in the rows that come after this many.
pub fn parquet_damaged(l: Language, path: &str, row: u64) -> Sentence {
    let row = number::whole(l, row);
    l.pick(
        sentence(
            format!("`{path}` is beschadigd: na rij {row} klopt het bestand niet met wat het van zichzelf zegt"),
            "kopieer of download het bestand opnieuw; er is niets geschreven",
        ),
        sentence(
            format!("`{path}` is damaged: after row {row} the file is not as it says of itself"),
            "copy or download the file again; nothing was written",
        ),
    )
}

/// It is encrypted.
pub fn parquet_locked(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is versleuteld"), "bewaar het zonder versleuteling, of als CSV"),
        sentence(format!("`{path}` is encrypted"), "save it without encryption, or as CSV"),
    )
}

/// Too many rows lie together.
pub fn parquet_group(l: Language, path: &str, rows: u64) -> Sentence {
    let rows = number::whole(l, rows);
    l.pick(
        sentence(
            format!("in `{path}` vormen {rows} rijen één groep, meer dan peil in het geheugen neemt"),
            "bewaar het met kleinere groepen (row groups), zoals van 1.000.000 rijen",
        ),
        sentence(
            format!("in `{path}` one group has {rows} rows, more than peil takes into memory"),
            "save it with smaller row groups, such as of 1,000,000 rows",
        ),
    )
}

/// Packed in a way that is not read.
pub fn parquet_packing(l: Language, path: &str, name: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is ingepakt met {name}, dat peil niet leest"),
            "bewaar het met Zstd, Snappy of gzip, of als CSV",
        ),
        sentence(
            format!("`{path}` is compressed with {name}, which peil does not read"),
            "save it with Zstd, Snappy or gzip, or as CSV",
        ),
    )
}

/// Values that are written in a way that is not read.
pub fn parquet_encoding(l: Language, path: &str, column: &str, encoding: i64) -> Sentence {
    l.pick(
        sentence(
            format!("de kolom `{column}` in `{path}` is geschreven in een codering (nummer {encoding}) die peil niet leest"),
            "bewaar het bestand opnieuw met de gewone coderingen, of als CSV",
        ),
        sentence(
            format!("the column `{column}` in `{path}` is written in an encoding (number {encoding}) that peil does not read"),
            "save the file again with the usual encodings, or as CSV",
        ),
    )
}

/// Parquet is asked for on a screen.
pub fn parquet_on_terminal(l: Language) -> Sentence {
    l.pick(
        sentence("Parquet is niet te lezen op een scherm", "schrijf het naar een bestand: -o scores.parquet"),
        sentence("Parquet cannot be read on a screen", "write it to a file: -o scores.parquet"),
    )
}

/// The name of a Parquet file says that it is packed once more; `plain` is its name without that.
pub fn parquet_packed_again(l: Language, path: &str, plain: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` zou twee keer ingepakt zijn: een Parquet-bestand is al ingepakt"),
            format!("schrijf het naar `{plain}`"),
        ),
        sentence(
            format!("`{path}` would be compressed twice: a Parquet file is compressed already"),
            format!("write it to `{plain}`"),
        ),
    )
}
