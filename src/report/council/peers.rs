//! With whom the council is compared, where the classes asked for held too few.

use super::View;
use crate::comparison::{Measure, Passed};
use crate::language::report::peers as say;
use crate::report::document::Block;

/// Nothing where the classes that were asked for were kept, or where there is no group to compare with even so.
pub(super) fn sentence(view: &View<'_>) -> Option<Block> {
    let l = view.reader.l;
    let spread = view.spread(Measure::Overall).ok().filter(|_| !view.peers.passed.is_empty())?;
    let passed: Vec<String> = view.peers.passed.iter().map(|passed| given_up(view, passed)).collect();
    let text = say::widened(l, spread.councils, view.class().as_deref(), &passed);
    Some(Block::Paragraph(text.into()))
}

fn given_up(view: &View<'_>, passed: &Passed) -> String {
    let (registry, l) = (&view.batch.responses().registry, view.reader.l);
    let parts = registry.class_parts(passed.column);
    let said = |column: usize| {
        (registry.class_name(column).unwrap_or_default(), registry.class(view.group, column).unwrap_or_default())
    };
    if let Some((column, _)) = parts.iter().map(|&part| said(part)).find(|(_, class)| class.is_empty()) {
        return say::class_unknown(l, column);
    }
    let classes: Vec<String> = parts.into_iter().map(said).map(|(column, class)| format!("{column} {class}")).collect();
    say::too_few_with(l, &classes, passed.found, view.reader.q.scoring.minimum_group.councils)
}
