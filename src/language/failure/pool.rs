//! Why answers cannot be pooled in the way asked for.

use super::{Sentence, sentence};
use crate::language::Language;

/// Pooling is always for the public.
pub fn pool_is_public(l: Language) -> Sentence {
    l.pick(
        sentence("wat gebundeld wordt verlaat het huis, dus gelden de regels voor iedereen", "laat --audience weg"),
        sentence("what is pooled leaves the house, so the rules of the public hold", "leave --audience out"),
    )
}

/// There is no file to write to.
pub fn pool_needs_file(l: Language) -> Sentence {
    l.pick(
        sentence(
            "--anonymise schrijft een tabel, en ernaast een notitie van wat is achtergehouden",
            "voeg een bestand toe: -o bundel.csv",
        ),
        sentence("--anonymise writes a table, and beside it a note of what was withheld", "add a file: -o pool.csv"),
    )
}
