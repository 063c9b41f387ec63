//! What an answer may be; binding answers to a questionnaire, those of its earlier versions too; any input to chunks of coded rows; writing
//! answers.
//!
//! The codes come from the questionnaire alone ([`Codec`]). This module knows nothing of scores.

mod binder;
mod binding;
mod chunk;
mod codec;
mod earlier;
mod found;
mod intake;
mod length;
mod line_rows;
mod lines;
mod load;
mod pooled;
mod quoted;
mod read_sheet;
mod read_table;
mod record;
mod register;
mod registry;
mod retention;
mod routing;
mod same_council;
mod saves;
pub mod scan;
pub mod shape;
mod sheet;
mod table;
mod table_answer;
#[cfg(test)]
mod tests;
mod trace;
mod untaken;
mod voice;
mod wave;
mod write;

pub use binder::{Binder, Bound};
pub(crate) use binding::{Named, Terms, earlier_version, named};
pub use chunk::{Chunk, Row, RowHead};
pub use codec::{Code, Codec, Coded, DONT_KNOW, FIRST_OPTION, GIVEN, NOT_APPLICABLE, UNANSWERED};
pub(crate) use earlier::Lineage;
pub use earlier::{Earlier, NotYet};
pub use found::{Found, find, find_by, may_hold_answers};
pub use intake::{Intake, Note, NoteKind, Responses};
pub use length::length;
pub use load::{Input, Origin, TableFormat, begins_as_yaml, bind, declared, header, read};
pub use pooled::{PooledRow, write_pooled};
pub(crate) use read_sheet::{entries, voice};
pub use read_sheet::{is_answers, parse, read_sheet};
pub use read_table::read_table;
pub use register::{Register, is_register, read_register};
pub use registry::{ClassIndex, CouncilName, Disagreement, Forebears, Group, Registry, TakenIn};
pub use retention::kept_too_long;
pub use routing::Routing;
pub use same_council::{called, same_councils};
pub use saves::{Counts, are_several_people, says_the_same, which_counts};
pub use sheet::{
    Answer, CouncilName as SheetCouncil, Entry, Reference, Respondent, Sheet, Status, no_formula, text_of_cell,
};
pub(crate) use table::{VIA_ENDING, may_be_class};
pub use trace::{Place, Seen, Trace, trace};
pub use untaken::{is_lock, is_spreadsheet, untaken};
pub use voice::Voice;
pub use wave::{Wave, date};
pub use write::write_sheet;
