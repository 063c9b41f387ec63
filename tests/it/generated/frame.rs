//! What stands around the questions: scale, axes, roles, rules, shared choices.

use super::dice::Dice;
use super::tree::Tree;
use super::words::{Ids, languages, text};

/// A list of choices that a question can take.
#[derive(Clone, Debug)]
pub(crate) struct Choices {
    /// The name it is shared under; none for a list of its own.
    pub(crate) name: Option<String>,
    /// Each choice with its value, and whether it stands alone.
    pub(crate) list: Vec<(String, Option<f64>, bool)>,
    pub(crate) tree: Tree,
}

/// What the questions refer to.
pub(crate) struct Frame {
    pub(crate) languages: Vec<&'static str>,
    pub(crate) max: &'static str,
    pub(crate) last_stage: Option<String>,
    /// The leaves of every axis, by its id.
    pub(crate) axes: Vec<(String, Vec<String>)>,
    pub(crate) dimensions: Vec<String>,
    pub(crate) roles: Vec<String>,
    /// Lists of which one is chosen, and lists of boxes.
    pub(crate) ladders: Vec<Choices>,
    pub(crate) boxes: Vec<Choices>,
    pub(crate) ids: Ids,
}

pub(crate) type Fields = Vec<(String, Tree)>;

pub(crate) fn map<const N: usize>(fields: [(&str, Tree); N]) -> Fields {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

impl Frame {
    /// A frame, and the fields of the questionnaire that hold it.
    pub(crate) fn new(dice: &mut Dice) -> (Frame, Fields) {
        let mut frame = Frame {
            languages: languages(dice),
            max: dice.pick(&["4", "1", "5", "10", "100", "0.7", "3.5", "1000000", "1e2"]),
            last_stage: None,
            axes: Vec::new(),
            dimensions: Vec::new(),
            roles: Vec::new(),
            ladders: Vec::new(),
            boxes: Vec::new(),
            ids: Ids::default(),
        };
        let tags = frame.languages.iter().map(|tag| Tree::text(*tag)).collect();
        let mut fields =
            map([("languages", Tree::List(tags)), ("title", frame.text(dice)), ("scale", frame.scale(dice))]);
        fields.extend(frame.axes(dice));
        if dice.one_in(2) {
            frame.roles = (0..dice.between(1, 5)).map(|_| frame.ids.fresh(dice)).collect();
            let roles: Vec<String> = frame.roles.clone();
            let roles =
                roles.into_iter().map(|id| Tree::Map(map([("id", Tree::Text(id)), ("title", frame.text(dice))])));
            fields.push(("roles".to_owned(), Tree::List(roles.collect())));
        }
        if dice.one_in(2) {
            fields.push(("scoring".to_owned(), frame.scoring(dice)));
        }
        let mut shared = Ids::default();
        for _ in 0..dice.between(1, 2) {
            let name = shared.fresh(dice);
            let (ladder, boxes) = (frame.ladder(dice, Some(name)), shared.fresh(dice));
            frame.ladders.push(ladder);
            let boxes = frame.boxes(dice, Some(boxes));
            frame.boxes.push(boxes);
        }
        let lists = frame.ladders.iter().chain(&frame.boxes);
        let lists = lists.map(|list| (list.name.clone().unwrap_or_default(), list.tree.clone())).collect();
        fields.push(("choices".to_owned(), Tree::Map(lists)));
        (frame, fields)
    }

    pub(crate) fn text(&self, dice: &mut Dice) -> Tree {
        text(dice, &self.languages)
    }

    fn scale(&mut self, dice: &mut Dice) -> Tree {
        let mut fields = map([("max", Tree::bare(self.max))]);
        let count = dice.throw(6);
        if count > 0 {
            let max: f64 = self.max.parse().expect("a number");
            let mut ids = Ids::default();
            let mut stage = |index: usize| {
                let (id, from) = (ids.fresh(dice), max * index as f64 / count as f64);
                self.last_stage = Some(id.clone());
                let title = text(dice, &self.languages);
                Tree::Map(map([("id", Tree::Text(id)), ("from", Tree::bare(from)), ("title", title)]))
            };
            fields.push(("stages".to_owned(), Tree::List((0..count).map(&mut stage).collect())));
        }
        Tree::Map(fields)
    }

    fn axes(&mut self, dice: &mut Dice) -> Fields {
        let count = dice.pick(&[1, 1, 2, 3]);
        let mut axes = Vec::new();
        let mut axis_ids = Ids::default();
        for _ in 0..count {
            let (id, mut leaves) = (axis_ids.fresh(dice), Vec::new());
            let dimensions = self.dimensions(dice, 0, count == 1, &mut leaves);
            let title = self.text(dice);
            axes.push(Tree::Map(map([("id", Tree::text(&id)), ("title", title), ("dimensions", dimensions)])));
            self.axes.push((id, leaves));
        }
        let mut fields = map([("axes", Tree::List(axes))]);
        if count > 1 && dice.one_in(2) {
            let cell = map([("at", self.place(dice)), ("weight", weight(dice))]);
            fields.push(("cells".to_owned(), Tree::List(vec![Tree::Map(cell)])));
        }
        fields
    }

    fn dimensions(&mut self, dice: &mut Dice, deep: usize, weighted: bool, leaves: &mut Vec<String>) -> Tree {
        let mut list = Vec::new();
        for _ in 0..dice.between(1, 3) {
            let id = self.ids.fresh(dice);
            self.dimensions.push(id.clone());
            let mut fields = map([("id", Tree::text(&id)), ("title", self.text(dice))]);
            if dice.one_in(3) {
                fields.push(("asks".to_owned(), self.text(dice)));
            }
            if dice.one_in(3) {
                fields.push(("weight".to_owned(), if weighted { weight(dice) } else { Tree::bare(1) }));
            }
            if deep < 3 && dice.one_in(4) {
                fields.push(("dimensions".to_owned(), self.dimensions(dice, deep + 1, weighted, leaves)));
            } else {
                leaves.push(id);
            }
            list.push(Tree::Map(fields));
        }
        Tree::List(list)
    }

    /// A leaf of every axis.
    pub(crate) fn place(&self, dice: &mut Dice) -> Tree {
        Tree::Map(self.axes.iter().map(|(id, leaves)| (id.clone(), Tree::text(dice.pick(leaves)))).collect())
    }

    fn scoring(&mut self, dice: &mut Dice) -> Tree {
        let share = |dice: &mut Dice| Tree::bare(dice.pick(&["0", "0.5", ".6", "1", "1.0", "6e-1"]));
        let mut all = map([
            ("min_coverage", share(dice)),
            ("stage_coverage", share(dice)),
            ("missing", Tree::text(dice.pick(&["exclude", "zero"]))),
            ("compare_decimals", Tree::bare(dice.throw(13))),
            ("minimum_group", Tree::Map(map([("respondents", Tree::bare(3)), ("comments", Tree::bare(10_000))]))),
            ("roles", Tree::text(dice.pick(&["equal", "pooled"]))),
        ]);
        if !self.roles.is_empty() && dice.one_in(2) {
            let weights = dice.some(&self.roles).into_iter().map(|role| (role, weight(dice))).collect();
            all[5].1 = Tree::Map(weights);
        }
        Tree::Map(dice.some(&all))
    }

    /// A list of which one is chosen.
    pub(crate) fn ladder(&mut self, dice: &mut Dice, name: Option<String>) -> Choices {
        let lowest = dice.pick(&[0.0, 0.0, 1.0, 0.25]);
        let step = dice.pick(&[1.0, 0.1, 25.0, 3.5]);
        let count = dice.between(2, 8);
        let list = (0..count).map(|index| (Some(lowest + step * index as f64), false)).collect();
        self.choices(dice, name, list)
    }

    /// A list of boxes: each counts one, or each has a value; some stand alone.
    pub(crate) fn boxes(&mut self, dice: &mut Dice, name: Option<String>) -> Choices {
        let valued = dice.one_in(2);
        let mut list: Vec<(Option<f64>, bool)> =
            (0..dice.between(1, 6)).map(|index| (valued.then_some(0.5 + index as f64), false)).collect();
        if dice.one_in(2) {
            list.push((dice.one_in(2).then_some(0.25), true));
        }
        self.choices(dice, name, list)
    }

    fn choices(&mut self, dice: &mut Dice, name: Option<String>, values: Vec<(Option<f64>, bool)>) -> Choices {
        let mut ids = Ids::default();
        let mut list = Vec::new();
        let mut trees = Vec::new();
        for (value, exclusive) in values {
            let id = ids.fresh(dice);
            let mut fields = map([("id", Tree::text(&id)), ("label", self.text(dice))]);
            if let Some(value) = value {
                fields.insert(1, ("value".to_owned(), Tree::bare(value)));
            }
            if exclusive || dice.one_in(9) {
                fields.push(("exclusive".to_owned(), Tree::bare(exclusive)));
            }
            if dice.one_in(9) {
                let former = [ids.fresh(dice), ids.fresh(dice)].map(Tree::Text);
                let was = if dice.one_in(2) { former[0].clone() } else { Tree::List(former.to_vec()) };
                fields.push(("was".to_owned(), was));
            }
            list.push((id, value, exclusive));
            trees.push(Tree::Map(fields));
        }
        Choices { name, list, tree: Tree::List(trees) }
    }
}

/// A weight from the lowest to the highest there can be.
pub(crate) fn weight(dice: &mut Dice) -> Tree {
    Tree::bare(dice.pick(&["1", "2", "0.5", "1.50", "0.000001", "1000000", "3e-1", "+7"]))
}
