//! How firm the figures of the whole group are, and whose answers someone should look at again.

use super::GroupView;
use crate::comparison::{Icc, Measure, Plausibility, Reliability, Seen, Sign, Suspect};
use crate::language::number::{self, MISSING};
use crate::language::report::column;
use crate::language::report::soundness::{self as say, Odd};
use crate::report::document::{Align, Block, Cell, Column, Inline, Row, Section, Table};

/// Alpha and the intraclass correlations, where there are enough councils and respondents for any of them.
pub(super) fn reliability(view: &GroupView<'_>) -> Option<Section> {
    let l = view.reader.l;
    view.batch.councils_shown(view.groups.len()).ok()?;
    let found = view.batch.reliability(&view.groups);
    if found.iter().all(|one| one.alpha.is_none() && one.icc.is_none()) {
        return None;
    }
    let icc: Option<Icc> = found.iter().find_map(|one| one.icc);
    let overall = found.iter().find(|one| one.measure == Measure::Overall).and_then(|one| one.icc);
    let mut blocks = Vec::new();
    blocks.extend(overall.map(|icc| Block::Paragraph(say::between_councils(l, icc.one).into())));
    blocks.push(Block::Table(table(view, &found)));
    let mut bullets = Vec::new();
    if found.iter().any(|one| one.alpha.is_some()) {
        bullets.push(Inline::from(say::alpha_explained(l)));
    }
    bullets.extend(icc.map(|icc| Inline::from(say::icc_explained(l, &number::decimal(l, icc.size, 1)))));
    bullets.push(say::not_for_one_council(l).into());
    blocks.push(Block::Bullets(bullets));
    Some(Section { id: "reliability".to_owned(), title: say::reliability(l).to_owned(), blocks })
}

fn table(view: &GroupView<'_>, found: &[Reliability]) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let decimal = |value: Option<f64>| number::decimal_or_missing(l, value, 2);
    let count = |value: Option<u64>| value.map_or_else(|| MISSING.to_owned(), |count| number::whole(l, count));
    let row = |one: &Reliability| {
        let name = match one.measure {
            Measure::Dimension(index) => reader.dimension(index),
            _ => column::total(l),
        };
        let (alpha, icc) = (one.alpha, one.icc);
        let cells = [
            name.to_owned(),
            decimal(alpha.map(|alpha| alpha.value)),
            count(alpha.map(|alpha| alpha.items as u64)),
            count(alpha.map(|alpha| alpha.respondents)),
            decimal(icc.map(|icc| icc.one)),
            decimal(icc.map(|icc| icc.two)),
            count(icc.map(|icc| icc.councils as u64)),
        ];
        let row = Row::new(cells.map(Cell::new).into());
        if one.measure == Measure::Overall { row.emphasised() } else { row }
    };
    let titles = say::reliability_columns(l).map(|title| reader.right(title));
    let incomplete = found.iter().any(|one| one.alpha.is_none() || one.icc.is_none());
    Table {
        caption: say::reliability_table(l).to_owned(),
        columns: [Column::row_header(column::dimension(l))].into_iter().chain(titles).collect(),
        rows: found.iter().map(row).collect(),
        note: incomplete.then(|| say::reliability_withheld(l).to_owned()),
    }
}

/// How many respondents show a sign; `named` says that councils may be named, so that the room may know who. Where nobody
/// answered enough to show one there is nothing to say.
pub(super) fn plausibility(view: &GroupView<'_>, named: bool) -> Option<Section> {
    let l = view.reader.l;
    view.batch.councils_shown(view.groups.len()).ok()?;
    let found = view.batch.plausibility(&view.groups, view.audience);
    let respondents = Some(found.respondents).filter(|&respondents| respondents > 0)?;
    let blocks = match found.seen {
        Some(seen) => signs(view, respondents, seen, named),
        None => vec![Block::Paragraph(say::too_few_to_stand_out(l, respondents, Plausibility::ANSWERS).into())],
    };
    Some(Section { id: "plausibility".to_owned(), title: say::plausibility(l).to_owned(), blocks })
}

/// What so many respondents show.
fn signs(view: &GroupView<'_>, respondents: usize, seen: Seen, named: bool) -> Vec<Block> {
    let l = view.reader.l;
    let lead = say::stand_out(l, seen.suspects, respondents, Plausibility::ANSWERS);
    let mut blocks = vec![Block::Paragraph(lead.into())];
    let counts = Sign::ALL.into_iter().zip(seen.counts).filter(|(_, count)| *count > 0);
    let bullets: Vec<Inline> = counts.map(|(sign, count)| say::odd_count(l, odd(sign), count).into()).collect();
    if !bullets.is_empty() {
        blocks.push(Block::Bullets(bullets));
        blocks.push(match seen.named.filter(|_| named) {
            Some(suspects) => Block::Table(who(view, &suspects)),
            None => Block::Paragraph(say::odd_names(l).into()),
        });
    }
    blocks
}

fn who(view: &GroupView<'_>, suspects: &[Suspect]) -> Table {
    let l = view.reader.l;
    let row = |one: &Suspect| {
        let signs: Vec<String> = one.signs.iter().map(|&sign| say::odd_short(l, odd(sign)).to_owned()).collect();
        let number = number::whole(l, one.number as u64 + 1);
        let council = format!("{} ({})", view.batch.name(one.group), view.batch.id(one.group));
        Row::new([council, number, l.list(&signs)].map(Cell::new).into())
    };
    let [council, respondent, what] = say::odd_columns(l);
    Table {
        caption: say::odd_table(l).to_owned(),
        columns: vec![Column::row_header(council), view.reader.right(respondent), Column::new(what, Align::Left)],
        rows: suspects.iter().map(row).collect(),
        note: Some(say::odd_numbers(l).to_owned()),
    }
}

fn odd(sign: Sign) -> Odd {
    match sign {
        Sign::SameOption => Odd::SameOption,
        Sign::AllHighest => Odd::AllHighest,
        Sign::SameAnswers => Odd::SameAnswers,
        Sign::FarFromOthers => Odd::FarFromOthers,
    }
}
