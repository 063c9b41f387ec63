//! Where a number comes from, as a tree on the terminal: each number, then what it is the mean of, down to the answers.

use peil::comparison::Batch;
use peil::language::{cli as words, number};
use peil::questionnaire::Missing;
use peil::report::derivation::{in_full, shown, told};
use peil::scores::{Derivation, Outcome, Part};

use super::ui::Ui;

/// Draws the tree of a number of one group.
pub(crate) fn render(ui: &Ui, batch: &Batch<'_>, group: usize, derivation: &Derivation) -> String {
    let wave = batch.group(group).wave.map(|wave| format!(" · {wave}")).unwrap_or_default();
    let mut tree = Tree { ui, batch, text: format!("{}{wave}\n", batch.name(group)) };
    tree.node(derivation, None, "", "");
    let zero = batch.rubric().questionnaire().scoring.missing == Missing::Zero;
    tree.text.push_str(&format!("\n{}\n", words::how_to_read_derivation(ui.language, zero)));
    tree.text
}

struct Tree<'a> {
    ui: &'a Ui,
    batch: &'a Batch<'a>,
    text: String,
}

impl Tree<'_> {
    /// Draws a number and its parts; `first` stands before its own line, `rest` before those of its parts.
    fn node(&mut self, node: &Derivation, weight: Option<f64>, first: &str, rest: &str) {
        let line = self.line(node, weight);
        self.text.push_str(&format!("{first}{line}\n"));
        let parts = shown(node, self.batch.rubric().questionnaire());
        for (index, part) in parts.iter().enumerate() {
            let last = index + 1 == parts.len();
            let (branch, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let weight = Some(part.weight).filter(|&weight| weight != 1.0);
            self.node(&part.derivation, weight, &format!("{rest}{branch}"), &format!("{rest}{below}"));
        }
    }

    fn line(&self, node: &Derivation, weight: Option<f64>) -> String {
        let l = self.ui.language;
        let name = told(self.batch, l, &self.ui.tag, node);
        let weight = weight.map(|weight| words::with_weight(l, weight)).unwrap_or_default();
        let value = match node.outcome {
            Outcome::Scored(score) => number::decimal(l, score, in_full(self.batch.rubric().questionnaire())),
            Outcome::TooFewAnswers(coverage) if !matches!(node.part, Part::Item(..) | Part::Row(..)) => {
                words::too_few_answers(l, coverage.scored, coverage.applicable)
            }
            Outcome::TooFewAnswers(_) | Outcome::NotApplicable => number::MISSING.to_owned(),
        };
        let coverage = match node.part {
            Part::Item(..) | Part::Row(..) => String::new(),
            _ if node.outcome.score().is_none() => String::new(),
            _ => format!("  ({})", words::n_of(l, node.coverage.scored, node.coverage.applicable)),
        };
        format!("{name}{weight}: {value}{coverage}")
    }
}
