//! The totals of a group by class, where a class has enough councils.

use super::GroupView;
use super::spread::spread_row;
use crate::comparison::Measure;
use crate::language::order::sort_names;
use crate::language::report::{column as columns, group as say};
use crate::report::document::{Block, Column, Section, Table};
use crate::responses::Registry;

/// One row per class of this column.
pub(super) fn section(view: &GroupView<'_>, column: usize) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let name = view.batch.responses().registry.class_name(column)?;
    let class = |group: usize| view.batch.responses().registry.class(group, column).unwrap_or_default();
    let mut classes: Vec<&str> = view.groups.iter().map(|&group| class(group)).collect();
    classes.sort_unstable();
    classes.dedup();
    sort_names(&mut classes, |class| *class);
    let mut withheld = false;
    let rows = classes.into_iter().map(|wanted| {
        let groups: Vec<usize> = view.groups.iter().copied().filter(|&group| class(group) == wanted).collect();
        withheld |= view.batch.spread(&groups, Measure::Overall).is_err();
        let shown = Registry::class_shown(wanted);
        let title = if wanted.is_empty() { say::no_class(l) } else { shown.as_str() };
        spread_row(view, title, &groups, Measure::Overall, None)
    });
    let rows = rows.collect();
    let note = withheld.then(|| say::minimum(l, view.minimum()));
    let mut titles = vec![Column::row_header(name), reader.right(columns::councils(l))];
    titles
        .extend([columns::lower_quartile(l), columns::median(l), columns::upper_quartile(l)].map(|t| reader.right(t)));
    Some(Section {
        id: "classes".to_owned(),
        title: say::classes(l, name),
        blocks: vec![Block::Table(Table { caption: say::classes_table(l, name), columns: titles, rows, note })],
    })
}
