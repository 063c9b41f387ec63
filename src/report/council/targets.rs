//! Where the council wants to stand: each target, how far there is to go, how far it has come, and why it was chosen.

use super::{Change, View};
use crate::comparison::{Aimed, Progress, Withheld};
use crate::language::number::MISSING;
use crate::language::report::targets as say;
use crate::questionnaire::{On, Targets};
use crate::report::document::{Align, Block, Cell, Column, Inline, Row, Section, Table};

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (targets, l) = (view.targets?, view.reader.l);
    let aimed = view.batch.aimed(view.group, targets, view.audience);
    let reached = aimed.iter().filter(|one| view.has_reached(one)).count();
    let told = aimed.iter().filter(|one| one.score().is_some()).count();
    let profile = targets.profile.as_ref().map(|title| title.get(view.reader.tag));
    let mut blocks = vec![
        Block::Paragraph(say::lead(l, reached, told, aimed.len(), profile).into()),
        Block::Table(table(view, &aimed)),
        Block::Heading(say::reasons(l).to_owned()),
    ];
    let reason = |one: &Aimed<'_>| {
        let name = format!("{} ({})", name(view, one.wish.on), view.reader.number(one.wish.score));
        Inline::default().then_strong(name).then(format!(": {}", one.wish.reason.get(view.reader.tag)))
    };
    blocks.push(Block::Bullets(aimed.iter().map(reason).collect()));
    Some(Section { id: "targets".to_owned(), title: say::title(l).to_owned(), blocks })
}

fn name(view: &View<'_>, on: On) -> String {
    match on {
        On::Dimension(index) => view.reader.dimension(index).to_owned(),
        On::Item(index) => view.reader.item(index),
    }
}

fn table(view: &View<'_>, aimed: &[Aimed<'_>]) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let previous = match view.change() {
        Change::Shown(previous, ..) => Some(view.wave(previous)),
        _ => None,
    };
    let unlike = aimed.iter().filter(|one| one.base.is_some() && !is_like(view, one)).count();
    let previous = previous.filter(|_| aimed.iter().any(|one| is_like(view, one)));
    let mut columns = vec![Column::row_header(say::on(l))];
    columns.extend([say::now(l), say::target(l), say::gap(l)].map(|title| reader.right(title)));
    if let Some(previous) = &previous {
        columns.push(reader.right(previous));
        columns.push(Column::new(say::progress(l), Align::Left));
    }
    let row = |one: &Aimed<'_>| {
        let gap = one.score().map(|now| match reader.q.scoring.missing(now, one.wish.score) {
            None => say::reached(l).to_owned(),
            Some(missing) => reader.missing(missing),
        });
        let mut cells = vec![
            name(view, one.wish.on),
            reader.maybe(one.score()),
            reader.number(one.wish.score),
            gap.unwrap_or_else(|| MISSING.to_owned()),
        ];
        if let Some(previous) = &previous {
            let base = one.base.filter(|_| is_like(view, one));
            cells.push(reader.maybe(base));
            cells.push(base.map_or_else(|| MISSING.to_owned(), |base| progress(view, one, base, previous)));
        }
        Row::new(cells.into_iter().map(Cell::new).collect())
    };
    let withheld = aimed.iter().find_map(|one| match one.now {
        Err(Withheld::FewRespondents { minimum }) => Some(minimum),
        _ => None,
    });
    let unscored = |one: &Aimed<'_>| matches!(one.wish.on, On::Dimension(index) if !reader.is_scored(index));
    let unscored: Vec<String> = aimed.iter().filter(|one| unscored(one)).map(|one| name(view, one.wish.on)).collect();
    let note = say::note(l, previous.as_deref(), unlike > 0, withheld, &unscored);
    Table { caption: say::table(l).to_owned(), rows: aimed.iter().map(row).collect(), columns, note }
}

/// Whether the score now is also that over what both rounds have in common: beside another score the way cannot be told.
fn is_like(view: &View<'_>, one: &Aimed<'_>) -> bool {
    let scoring = &view.reader.q.scoring;
    let pair = one.score().zip(one.like).filter(|_| one.base.is_some());
    pair.is_some_and(|(now, like)| scoring.comparable(now) == scoring.comparable(like))
}

/// How far along the way: a share of it where it led up and can be seen, and otherwise whether it still stands there.
fn progress(view: &View<'_>, one: &Aimed<'_>, base: f64, previous: &str) -> String {
    let l = view.reader.l;
    // A way that cannot be seen on the page is none.
    let is_there = |score: f64| view.is_reached(score, one.wish.score) || view.reader.looks_same(score, one.wish.score);
    match one.progress {
        Progress::Unknown => MISSING.to_owned(),
        Progress::Share(share) if !is_there(base) => say::share(l, share, previous),
        _ if one.score().is_some_and(is_there) => say::was_there(l).to_owned(),
        _ => say::no_longer(l, previous),
    }
}

impl View<'_> {
    fn has_reached(&self, one: &Aimed<'_>) -> bool {
        one.score().is_some_and(|now| self.is_reached(now, one.wish.score))
    }

    fn is_reached(&self, score: f64, target: f64) -> bool {
        self.reader.q.scoring.missing(score, target).is_none()
    }

    /// Whether an item can be seen to stand where the council wants it: its own target is reached by its value, where that
    /// may be shown, or without a target of its own, every dimension it belongs to has one that is.
    pub(super) fn wants_no_more(&self, item: usize, value: Option<f64>) -> bool {
        let Some(targets) = self.targets else { return false };
        if let Some(target) = targets.on(On::Item(item)) {
            return value.is_some_and(|value| self.is_reached(value, target));
        }
        let q = self.reader.q;
        let score = |dimension: usize| self.card.dimensions[dimension].outcome.score();
        let reached = |targets: &Targets, dimension: usize| {
            let target = targets.on(On::Dimension(dimension)).zip(score(dimension));
            target.is_some_and(|(target, score)| self.is_reached(score, target))
        };
        let mut leaves = q.cells[q.items[item].cell].at.iter();
        // A dimension above it will do too.
        leaves.all(|&leaf| (0..q.dimensions.len()).any(|above| q.is_within(leaf, above) && reached(targets, above)))
    }
}
