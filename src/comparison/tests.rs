//! What the tests of this module have in common: a batch of a questionnaire and a table, both as text.

use super::batch::Batch;
use crate::diagnostics::Diagnostics;
use crate::responses::{Intake, read_table};
use crate::scores::{Keep, Rubric};
use crate::source::Sources;

/// What is said of a table of answers to a questionnaire.
pub(super) fn with<T>(questionnaire: &str, table: &str, said: impl FnOnce(&Batch<'_>) -> T) -> T {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("q.yaml", questionnaire);
    let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
    let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
    let file = sources.add("a.csv", table);
    let mut intake = Intake::new(&q);
    read_table(file, &sources, &mut intake, &mut out);
    said(&Batch::new(Rubric::new(&q), intake.finish(), Keep::default(), 1))
}
