//! Where the number came from that a golden test did not expect: the derivation that `peil score --explain` shows, cut
//! to what fits under a finding.

use crate::diagnostics::{Note, NotePart, NoteResult, NoteStep};
use crate::questionnaire::Questionnaire;
use crate::responses::{Chunk, DONT_KNOW, GIVEN, NOT_APPLICABLE, UNANSWERED};
use crate::scores::{Derivation, Given, Outcome, Part, Rubric, explain};

/// More lines than this nobody reads under a finding.
const MOST_LINES: usize = 14;

/// How the overall score came about, or that of a dimension.
/// As many levels are shown as fit.
pub(super) fn derivation(rubric: &Rubric<'_>, chunk: &Chunk, dimension: Option<usize>) -> Note {
    let whole = explain(rubric, std::slice::from_ref(chunk), 0, dimension);
    let deeper = (2..=6).map(|levels| lines(rubric, &whole, levels));
    let fits = |steps: &Vec<NoteStep>| steps.len() <= MOST_LINES;
    let mut steps = deeper.take_while(fits).last().unwrap_or_else(|| lines(rubric, &whole, 1));
    if steps.len() > MOST_LINES {
        let more = steps.len() - (MOST_LINES - 1);
        steps.truncate(MOST_LINES - 1);
        let part = NotePart::More(more);
        steps.push(NoteStep { depth: 1, part, weight: 1.0, result: NoteResult::Nothing });
    }
    Note::Derivation(steps)
}

/// The overall score alone.
pub(super) fn overall(rubric: &Rubric<'_>, chunk: &Chunk) -> Note {
    Note::Derivation(lines(rubric, &explain(rubric, std::slice::from_ref(chunk), 0, None), 0))
}

fn lines(rubric: &Rubric<'_>, whole: &Derivation, levels: usize) -> Vec<NoteStep> {
    let mut lines = Lines { rubric, levels, steps: Vec::new() };
    lines.add(whole, 1.0, 0);
    lines.steps
}

struct Lines<'a> {
    rubric: &'a Rubric<'a>,
    /// How many levels below the first line are shown.
    levels: usize,
    steps: Vec<NoteStep>,
}

impl Lines<'_> {
    fn add(&mut self, node: &Derivation, weight: f64, depth: usize) {
        self.steps.push(NoteStep { depth, part: self.part(node), weight, result: result(node) });
        if depth == self.levels {
            return;
        }
        let mut parts = shown(node);
        // A mean of one is that one: its role or its respondent says nothing more.
        let says_more = |part| !matches!(part, Part::Role(_) | Part::Respondent(_));
        while let [only] = parts.as_slice()
            && !says_more(only.derivation.part)
        {
            parts = shown(&only.derivation);
        }
        for part in parts {
            self.add(&part.derivation, part.weight, depth + 1);
        }
    }

    fn part(&self, node: &Derivation) -> NotePart {
        let q = self.rubric.questionnaire();
        let id = |dimension: usize| q.dimensions[dimension].id.clone();
        match node.part {
            Part::Overall => NotePart::Overall,
            Part::Dimension(index) => NotePart::Named(id(index)),
            Part::Cell(index) => {
                NotePart::Named(q.cells[index].at.iter().map(|&leaf| id(leaf)).collect::<Vec<_>>().join(" × "))
            }
            Part::Role(role) => {
                q.roles.get(role).map_or(NotePart::WithoutRole, |role| NotePart::Named(role.id.clone()))
            }
            Part::Respondent(index) => NotePart::Respondent(index + 1),
            Part::Item(item, given) => self.answer(q, item, given),
            Part::Row(column, _) => NotePart::Named(q.columns[column].id.clone()),
        }
    }

    /// An item with its answer, as it would stand in an answers file.
    fn answer(&self, q: &Questionnaire, item: usize, given: Given) -> NotePart {
        let codec = self.rubric.codec();
        let (id, columns) = (q.items[item].id.clone(), &q.items[item].columns);
        if columns.len() > 1 {
            return NotePart::Rows(id, columns.len());
        }
        let column = columns.start;
        let answer = match given.code {
            UNANSWERED => "–".to_owned(),
            DONT_KNOW => "dont-know".to_owned(),
            NOT_APPLICABLE => "not-applicable".to_owned(),
            GIVEN if codec.is_boxes(column) => format!("[{}]", codec.ticked(column, given.wide).join(", ")),
            GIVEN => f64::from_bits(given.wide).to_string(),
            code => codec.option(column, code).unwrap_or_default().to_owned(),
        };
        NotePart::Answer(id, answer)
    }
}

/// The parts that count: what was not asked counts nowhere. The rows of a grid are too many to show.
fn shown(node: &Derivation) -> Vec<&crate::scores::Contribution> {
    let is_out = |derivation: &Derivation| match derivation.part {
        Part::Item(_, given) => !given.asked,
        Part::Respondent(_) | Part::Role(_) | Part::Cell(_) => derivation.outcome == Outcome::NotApplicable,
        Part::Row(..) => true,
        Part::Overall | Part::Dimension(_) => false,
    };
    node.contributions.iter().filter(|part| !is_out(&part.derivation)).collect()
}

fn result(node: &Derivation) -> NoteResult {
    let is_item = matches!(node.part, Part::Item(..));
    let count = (node.coverage.scored, node.coverage.applicable);
    match node.outcome {
        Outcome::Scored(score) => NoteResult::Score(score, (!is_item).then_some(count)),
        Outcome::TooFewAnswers(_) if !is_item => NoteResult::TooFew(count.0, count.1),
        Outcome::TooFewAnswers(_) | Outcome::NotApplicable => NoteResult::Nothing,
    }
}
