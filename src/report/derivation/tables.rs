//! The tables of a derivation: the number down to the roles, and the answers of one part.

use super::{Pages, answer, in_full, shown};
use crate::language::number::{self, MISSING};
use crate::language::{cli as words, derivation as say};
use crate::report::document::{Block, Cell, Column, Inline, Row, Table};
use crate::scores::{Contribution, Derivation, Part};

impl Pages<'_> {
    /// The number, its dimensions and cells, and the roles of each.
    pub(super) fn parts_table(&self, whole: &Derivation) -> Table {
        let l = self.reader.l;
        let mut rows = vec![self.row(whole, None, 0).emphasised()];
        self.add_parts(whole, 1, &mut rows);
        let columns = vec![
            Column::row_header(say::part(l)),
            self.reader.right(say::weight(l)),
            self.reader.right(words::score(l)),
            self.reader.right(words::coverage(l)),
        ];
        Table { caption: say::parts_table(l).to_owned(), columns, rows, note: None }
    }

    fn add_parts(&self, node: &Derivation, level: u8, rows: &mut Vec<Row>) {
        for Contribution { weight, derivation } in shown(node, self.reader.q) {
            rows.push(self.row(derivation, Some(*weight), level));
            if !matches!(derivation.part, Part::Role(_)) {
                self.add_parts(derivation, level.saturating_add(1), rows);
            }
        }
    }

    /// The questions of one part, and who answered what.
    pub(super) fn answers(&self, node: &Derivation) -> Vec<Block> {
        let (l, q) = (self.reader.l, self.reader.q);
        let mut rows = Vec::new();
        let mut items: Vec<usize> = Vec::new();
        for Contribution { weight, derivation: role } in shown(node, self.reader.q) {
            rows.push(self.row(role, Some(*weight), 0).emphasised());
            self.add_answers(role, 1, &mut rows, &mut items);
        }
        items.sort_unstable();
        items.dedup();
        let question = |&item: &usize| {
            Inline::default().then_code(&q.items[item].id).then(format!("  {}", self.reader.item(item)))
        };
        let columns = vec![
            Column::row_header(say::who(l)),
            self.reader.right(say::weight(l)),
            self.reader.right(words::score(l)),
            self.reader.right(words::coverage(l)),
        ];
        let caption = say::answers_table(l, &self.name(node));
        vec![
            Block::Bullets(items.iter().map(question).collect()),
            Block::Table(Table { caption, columns, rows, note: None }),
        ]
    }

    fn add_answers(&self, node: &Derivation, level: u8, rows: &mut Vec<Row>, items: &mut Vec<usize>) {
        for Contribution { weight, derivation } in shown(node, self.reader.q) {
            if let Part::Item(item, _) = derivation.part {
                items.push(item);
            }
            rows.push(self.row(derivation, Some(*weight), level));
            self.add_answers(derivation, level.saturating_add(1), rows, items);
        }
    }

    fn row(&self, node: &Derivation, weight: Option<f64>, level: u8) -> Row {
        let (l, q) = (self.reader.l, self.reader.q);
        let texts = [
            self.told(node),
            weight.map_or_else(|| MISSING.to_owned(), |weight| number::given(l, weight)),
            number::decimal_or_missing(l, node.outcome.score(), in_full(q)),
            words::n_of(l, node.coverage.scored, node.coverage.applicable),
        ];
        Row::new(texts.into_iter().map(Cell::new).collect()).at_level(level)
    }

    /// What a part is called, with what was answered.
    pub(super) fn told(&self, node: &Derivation) -> String {
        let (l, q, codec) = (self.reader.l, self.reader.q, self.batch.rubric().codec());
        let answered = match node.part {
            Part::Item(item, _) if q.items[item].columns.len() > 1 => words::rows(l, shown(node, q).len()),
            Part::Item(item, given) => answer(l, codec, q.items[item].columns.start, given),
            Part::Row(column, given) => answer(l, codec, column, given),
            _ => return self.name(node),
        };
        format!("{} = {answered}", self.name(node))
    }
}
