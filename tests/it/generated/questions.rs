//! The questions, of every type and with every field, each with the best answer to it.

use super::dice::Dice;
use super::frame::{Choices, Fields, Frame, map, weight};
use super::tree::Tree;
use super::words::Ids;

/// What conditions can ask of an earlier answer.
struct Column {
    id: String,
    options: Vec<String>,
    /// Whether its values can be compared.
    has_values: bool,
}

/// Questions so far.
#[derive(Default)]
pub(crate) struct Questions {
    columns: Vec<Column>,
    pub(crate) list: Vec<Tree>,
    /// By column, the answer that is worth most.
    pub(crate) best: Fields,
}

impl Questions {
    /// Adds one. The first is always scored and always asked.
    pub(crate) fn add(&mut self, dice: &mut Dice, frame: &mut Frame) {
        let first = self.list.is_empty();
        let id = frame.ids.fresh(dice);
        let mut fields = map([("id", Tree::text(&id)), ("at", frame.place(dice)), ("ask", frame.text(dice))]);
        let kind = if first { 0 } else { dice.throw(7) };
        let can_reverse = !matches!(kind, 1 | 5);
        let reverse = can_reverse && dice.one_in(4);
        let twice = !matches!(kind, 5 | 6) && dice.one_in(5);
        if let (false, true) = (first, dice.one_in(3)) {
            fields.push(("when".to_owned(), self.condition(dice, 0)));
        }
        let (mut of_kind, parts) = kinds(dice, frame, kind, reverse);
        if reverse {
            of_kind.push(("reverse".to_owned(), Tree::bare(true)));
        }
        if kind != 5 {
            extras(dice, frame, &mut of_kind);
        }
        for flag in ["quick", "paper_and_practice"] {
            let holds = if flag == "quick" { dice.one_in(2) } else { twice };
            if holds {
                of_kind.push((flag.to_owned(), Tree::bare(true)));
            }
        }
        around(dice, frame, &mut of_kind);
        fields.extend(of_kind);
        // Fields may come in any order but for what reads well: the id first.
        let turn = dice.between(1, fields.len() - 1);
        fields[1..].rotate_left(turn - 1);
        self.list.push(Tree::Map(fields));
        for (part, options, has_values, best) in parts {
            let halves: &[&str] = if twice { &[".paper", ".practice"] } else { &[""] };
            for half in halves {
                let id = format!("{id}{part}{half}");
                self.best.push((id.clone(), best.clone()));
                self.columns.push(Column { id, options: options.clone(), has_values });
            }
        }
    }

    fn condition(&self, dice: &mut Dice, deep: usize) -> Tree {
        let rule = |name: &str, value: Tree| Tree::Map(map([(name, value)]));
        match dice.throw(if deep < 3 { 7 } else { 3 }) {
            3 => rule("not", self.condition(dice, deep + 1)),
            deeper @ (4 | 5) => {
                let parts = (0..dice.between(1, 3)).map(|_| self.condition(dice, deep + 1)).collect();
                rule(if deeper == 4 { "all" } else { "any" }, Tree::List(parts))
            }
            _ => {
                let column = &self.columns[dice.throw(self.columns.len())];
                rule(&column.id, Tree::Map(tests(dice, column)))
            }
        }
    }
}

fn tests(dice: &mut Dice, column: &Column) -> Fields {
    let mut all = map([("answered", Tree::bare(dice.one_in(2)))]);
    if !column.options.is_empty() {
        let some: Vec<Tree> = dice.some(&column.options).into_iter().map(Tree::Text).collect();
        all.extend(map([("is", if some.len() == 1 { some[0].clone() } else { Tree::List(some) })]));
    }
    if column.has_values {
        let bound = |dice: &mut Dice| Tree::bare(dice.pick(&["0", "1", "2.5", "-3", "1e2"]));
        all.extend(map([("at_least", bound(dice)), ("at_most", bound(dice))]));
    }
    dice.some(&all)
}

/// A column of a question: its part, its options, whether they have values, and the best answer.
type Part = (String, Vec<String>, bool, Tree);

/// The fields of a type, and the columns it has.
fn kinds(dice: &mut Dice, frame: &mut Frame, kind: usize, reverse: bool) -> (Fields, Vec<Part>) {
    match kind {
        1 => {
            let list = if dice.one_in(2) { dice.pick(&frame.boxes) } else { frame.boxes(dice, None) };
            let ids: Vec<String> = list.list.iter().map(|(id, ..)| id.clone()).collect();
            let plain = list.list.iter().filter(|(_, _, alone)| !alone);
            let best = Tree::List(plain.map(|(id, ..)| Tree::text(id)).collect());
            (
                map([("type", Tree::text("multiple")), ("choices", taken(&list))]),
                vec![(String::new(), ids, false, best)],
            )
        }
        2 => {
            let from = dice.throw(9) as i64 - 4;
            let to = from + dice.between(1, 63) as i64;
            let fields = map([("type", Tree::text("rating")), ("from", Tree::bare(from)), ("to", Tree::bare(to))]);
            let options = (from..=to).map(|step| step.to_string()).collect();
            (fields, vec![(String::new(), options, true, Tree::bare(if reverse { from } else { to }))])
        }
        3 => {
            let best = Tree::text(if reverse { "no" } else { "yes" });
            let options = ["yes", "no"].map(str::to_owned).to_vec();
            (map([("type", Tree::text("yes-no"))]), vec![(String::new(), options, true, best)])
        }
        4 => {
            let (from, to) =
                dice.pick(&[("0", "20"), ("-1.5", "1e3"), ("0.25", ".5"), ("-1000000000000", "1000000000000")]);
            let fields = map([("type", Tree::text("number")), ("from", Tree::bare(from)), ("to", Tree::bare(to))]);
            (fields, vec![(String::new(), Vec::new(), true, Tree::bare(if reverse { from } else { to }))])
        }
        5 => (map([("type", Tree::text("text"))]), vec![(String::new(), Vec::new(), false, Tree::text("woorden"))]),
        6 => grid(dice, frame, reverse),
        _ => {
            let list = if dice.one_in(2) { dice.pick(&frame.ladders) } else { frame.ladder(dice, None) };
            let mut fields = map([("type", Tree::text("choice")), ("choices", taken(&list))]);
            range(dice, &mut fields);
            let (ids, best) = chosen(&list, reverse);
            (fields, vec![(String::new(), ids, true, best)])
        }
    }
}

fn grid(dice: &mut Dice, frame: &mut Frame, reverse: bool) -> (Fields, Vec<Part>) {
    let list = if dice.one_in(2) { dice.pick(&frame.ladders) } else { frame.ladder(dice, None) };
    let (ids, best) = chosen(&list, reverse);
    let (mut rows, mut parts, mut names) = (Vec::new(), Vec::new(), Ids::default());
    for _ in 0..dice.between(1, 5) {
        let id = names.fresh(dice);
        let mut row = map([("id", Tree::text(&id)), ("title", frame.text(dice))]);
        if dice.one_in(4) {
            row.push(("was".to_owned(), Tree::Text(names.fresh(dice))));
        }
        let mut best = best.clone();
        if !reverse && dice.one_in(4) {
            best = Tree::text(&list.list[list.list.len() - 1].0);
            row.push(("highest".to_owned(), best.clone()));
        }
        rows.push(Tree::Map(row));
        parts.push((format!(".{id}"), ids.clone(), true, best));
    }
    let mut fields = map([("type", Tree::text("grid")), ("choices", taken(&list)), ("rows", Tree::List(rows))]);
    range(dice, &mut fields);
    (fields, parts)
}

/// The choices of a ladder, and the one that is worth most: the last, or turned round the first.
fn chosen(list: &Choices, reverse: bool) -> (Vec<String>, Tree) {
    let ids: Vec<String> = list.list.iter().map(|(id, ..)| id.clone()).collect();
    let best = Tree::text(&ids[if reverse { 0 } else { ids.len() - 1 }]);
    (ids, best)
}

fn taken(list: &Choices) -> Tree {
    list.name.as_ref().map_or_else(|| list.tree.clone(), Tree::text)
}

fn range(dice: &mut Dice, fields: &mut Fields) {
    if dice.one_in(2) {
        fields.push(("range".to_owned(), Tree::text(dice.pick(&["from-zero", "lowest-to-highest"]))));
    }
}

/// What every scored question can have.
fn extras(dice: &mut Dice, frame: &Frame, fields: &mut Fields) {
    if dice.one_in(3) {
        fields.push(("weight".to_owned(), weight(dice)));
    }
    if dice.one_in(3) {
        let from = Tree::bare(dice.pick(&["0", "1", "2.5", "-1"]));
        fields.push(("evidence".to_owned(), Tree::Map(map([("from", from)]))));
    }
    if dice.one_in(3) {
        let piece = |dice: &mut Dice| {
            let below = Tree::bare(dice.pick(&["1", "0.5", "3", "1e6"]));
            let mut fields = map([("below", below), ("think_big", frame.text(dice)), ("act_small", frame.text(dice))]);
            let more = map([
                ("kind", Tree::text(dice.pick(&["pilot", "skills", "expertise", "budget"]))),
                ("weeks", Tree::bare(dice.between(1, 52))),
                ("stop_when", frame.text(dice)),
            ]);
            fields.extend(dice.some(&more));
            Tree::Map(fields)
        };
        let advice = (0..dice.between(1, 3)).map(|_| piece(dice)).collect();
        fields.push(("advice".to_owned(), Tree::List(advice)));
    }
}

/// What any question can have.
fn around(dice: &mut Dice, frame: &mut Frame, fields: &mut Fields) {
    if dice.one_in(3) {
        fields.push(("help".to_owned(), frame.text(dice)));
    }
    if !frame.roles.is_empty() && dice.one_in(3) {
        let roles = dice.some(&frame.roles).into_iter().map(Tree::Text).collect();
        fields.push(("roles".to_owned(), Tree::List(roles)));
    }
    if dice.one_in(2) {
        let reason = |word: &str| Tree::Map(map([("reason", Tree::text(word))]));
        let offered = [Tree::bare(true), Tree::bare(false), reason("required"), reason("optional")];
        fields.push(("not_applicable".to_owned(), dice.pick(&offered)));
    }
    if dice.one_in(5) {
        fields.push(("since".to_owned(), Tree::text(dice.pick(&["0.0.1", "1.0.0", "1.9.12"]))));
    }
    if dice.one_in(5) {
        fields.push(("was".to_owned(), Tree::Text(frame.ids.fresh(dice))));
    }
}
