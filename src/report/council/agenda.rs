//! What to talk about: the questions on which the people of the council differ most, with their answers where the audience
//! may see them.

use super::View;
use crate::charts::{BarChart, BarGroup, Chart};
use crate::comparison::{Agenda, Agreement, Audience, Gap, NUMBER_PARTS, Withheld};
use crate::language::number;
use crate::language::report::{agenda as say, column, yes_no};
use crate::questionnaire::Kind;
use crate::report::document::{Align, Block, Cell, Column, Figure, Inline, Row, Section, Table};

/// The longest row of marks.
const MARKS: u32 = 20;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let l = view.reader.l;
    let blocks = match view.batch.agenda(view.group, view.audience) {
        Err(Withheld::FewRespondents { minimum }) => {
            vec![Block::Paragraph(say::withheld(l, minimum, view.audience == Audience::Public).into())]
        }
        Err(_) => return None,
        Ok(agenda) => blocks(view, &agenda),
    };
    Some(Section { id: "agenda".to_owned(), title: say::what_to_talk_about(l).to_owned(), blocks })
}

fn blocks(view: &View<'_>, agenda: &Agenda) -> Vec<Block> {
    let l = view.reader.l;
    let message = match agenda.apart {
        0 => say::nowhere_apart(l, agenda.considered, !agenda.topics.is_empty()),
        apart => say::far_apart(l, apart, agenda.considered),
    };
    let mut blocks = vec![Block::Paragraph(message.into())];
    if agenda.topics.is_empty() {
        return blocks;
    }
    if view.audience == Audience::Public {
        blocks.push(Block::Paragraph(say::talk_about_these(l).into()));
        let questions = agenda.topics.iter().map(|topic| Inline::from(view.reader.column(topic.column)));
        blocks.push(Block::Bullets(questions.collect()));
        blocks.push(Block::Paragraph(say::answers_in_the_room(l).into()));
        return blocks;
    }
    let answers: Vec<&Agreement> = agenda.topics.iter().filter_map(|topic| topic.answers.as_ref()).collect();
    blocks.push(Block::Table(differences(view, &answers)));
    blocks.push(Block::Figure(figure(view, &answers)));
    blocks.push(Block::Table(counts(view, &answers)));
    blocks
}

/// Mean, deviation and agreement of each question, and the roles furthest apart.
fn differences(view: &View<'_>, answers: &[&Agreement]) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let with_roles = answers.iter().any(|one| one.gap.is_some());
    let mut columns = vec![Column::row_header(column::question(l))];
    columns.extend([say::mean(l), say::deviation(l), say::cut_off(l), say::agreement(l)].map(|t| reader.right(t)));
    columns.extend(with_roles.then(|| Column::new(say::roles(l), Align::Left)));
    let role = |(role, score): (usize, f64)| (reader.role(role), reader.number(score));
    let roles = |gap: &Gap| {
        let (high, low) = (role(gap.high), role(gap.low));
        say::two_roles(l, (high.0, &high.1), (low.0, &low.1))
    };
    let row = |one: &&Agreement| {
        let mut cells = vec![reader.column(one.column), reader.maybe(one.mean)];
        // A distance is held against the limit, and both are small.
        cells.extend([one.deviation, Some(one.cut_off), one.r_wg].map(|value| number::decimal_or_missing(l, value, 2)));
        cells.extend(with_roles.then(|| one.gap.as_ref().map_or_else(|| number::MISSING.to_owned(), roles)));
        Row::new(cells.into_iter().map(Cell::new).collect())
    };
    let by_roles = |one: &&Agreement| one.strain() <= 1.0 && one.strain_with_roles() > 1.0;
    let note = if answers.iter().any(by_roles) { say::roles_explained(l) } else { "" };
    Table {
        caption: say::caption(l).to_owned(),
        columns,
        rows: answers.iter().map(row).collect(),
        note: Some(format!("{}{note}", say::explained(l))),
    }
}

/// The distribution of each question, drawn.
fn figure(view: &View<'_>, answers: &[&Agreement]) -> Figure {
    let (reader, l) = (&view.reader, view.reader.l);
    let (heading, description) = (say::bars(l).to_owned(), say::bars_description(l).to_owned());
    let group = |one: &&Agreement| BarGroup { label: reader.column(one.column), bars: bars(view, one) };
    let chart =
        BarChart { caption: reader.caption(&heading, &description), groups: answers.iter().map(group).collect() };
    Figure { file_stem: "agenda".to_owned(), drawing: Box::new(Chart::Bars(chart)), heading, description }
}

/// The same in numbers.
fn counts(view: &View<'_>, answers: &[&Agreement]) -> Table {
    let (reader, l) = (&view.reader, view.reader.l);
    let most = answers.iter().flat_map(|one| &one.counts).copied().max().unwrap_or(0).max(1);
    // One mark for one person as long as there is room.
    let marks = |count: u32| if most <= MARKS { count } else { (count * MARKS).div_ceil(most) };
    let mut rows = Vec::new();
    for one in answers {
        let total = number::whole(l, u64::from(one.answers));
        rows.push(Row::new([reader.column(one.column), total].map(Cell::new).into()).emphasised());
        rows.extend(bars(view, one).into_iter().map(|(label, count)| {
            let number = Cell::new(number::whole(l, u64::from(count))).with_marks(marks(count) as u8);
            Row::new(vec![Cell::new(label), number]).at_level(1)
        }));
        let without = u64::from(one.asked - one.answers);
        if without > 0 {
            let cells = [say::no_answer(l).to_owned(), number::whole(l, without)].map(Cell::new);
            rows.push(Row::new(cells.into()).at_level(1));
        }
    }
    let columns = vec![Column::row_header(say::answer(l)), Column::new(column::participants(l), Align::Left)];
    Table { caption: say::counts_table(l).to_owned(), columns, rows, note: None }
}

/// The options of a question with how often each was chosen.
fn bars(view: &View<'_>, one: &Agreement) -> Vec<(String, u32)> {
    let reader = &view.reader;
    let labels: Vec<String> = match &reader.q.question_of(one.column).kind {
        Kind::Choice { choices, .. } | Kind::Grid { choices, .. } => {
            choices.iter().map(|choice| choice.label.get(reader.tag).to_owned()).collect()
        }
        Kind::YesNo => [true, false].map(|yes| yes_no(reader.l, yes).to_owned()).into(),
        Kind::Number { from, to } => {
            let bound = |part: usize| reader.bound(from + (to - from) * part as f64 / NUMBER_PARTS as f64);
            (0..NUMBER_PARTS).map(|part| say::range(reader.l, &bound(part), &bound(part + 1))).collect()
        }
        other => other.options().into_iter().map(|(id, _)| id).collect(),
    };
    labels.into_iter().zip(one.counts.iter().copied()).collect()
}
