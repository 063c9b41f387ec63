//! Running golden tests: the answers in the questionnaire must give the scores beside them.

mod derived;

use super::places::items;
use crate::diagnostics::{Diagnostics, ModelFinding, Note};
use crate::questionnaire::{GoldenAnswers, GoldenRespondent, GoldenTest, Kind, NO_STAGE, Questionnaire};
use crate::responses::{self, Answer, Chunk, Coded, DONT_KNOW, GIVEN, NOT_APPLICABLE, RowHead, Voice};
use crate::scores::{Figure, Keep, Outcome, Rubric, ScoreCard, Tally, all_roles};
use crate::yaml::{Entry, Node};

/// Runs the golden tests of a questionnaire; each expectation that is not met is reported at its place.
pub(super) fn check(questionnaire: &Questionnaire, out: &mut Diagnostics) {
    if questionnaire.tests.is_empty() {
        return;
    }
    let rubric = Rubric::new(questionnaire);
    for test in &questionnaire.tests {
        let before = out.len();
        let chunk = answers(test, &rubric, out);
        if out.len() == before {
            Run::new(test, &rubric, chunk).check(out);
        }
    }
}

/// The answers of a test as coded rows of one group.
fn answers(test: &GoldenTest, rubric: &Rubric<'_>, out: &mut Diagnostics) -> Chunk {
    let questionnaire = rubric.questionnaire();
    let mut chunk = Chunk::new(rubric.codec());
    for respondent in &test.respondents {
        let voice = match &respondent.role {
            Some(node) => responses::voice(node, questionnaire, out).unwrap_or_default(),
            None => Voice::Person,
        };
        chunk.push(RowHead { group: 0, role: voice.index(questionnaire), quick: respondent.quick, age: 0 });
        for (column, coded) in coded(respondent, rubric, out) {
            chunk.set(rubric.codec(), column, coded);
        }
    }
    chunk
}

fn coded(respondent: &GoldenRespondent, rubric: &Rubric<'_>, out: &mut Diagnostics) -> Vec<(usize, Coded)> {
    let answers = match &respondent.answers {
        GoldenAnswers::Every(value) => return at_every(*value, rubric),
        GoldenAnswers::Each(answers) => answers,
    };
    let entries = responses::entries(answers, rubric.questionnaire(), rubric.codec(), out);
    let code = |answer: &Answer| match answer {
        Answer::Chosen(coded) => *coded,
        Answer::Text(_) => Coded::plain(GIVEN),
        Answer::DontKnow => Coded::plain(DONT_KNOW),
        Answer::NotApplicable { .. } => Coded::plain(NOT_APPLICABLE),
    };
    entries.iter().filter_map(|entry| Some((entry.column, code(entry.answer.as_ref()?)))).collect()
}

/// Every column with an option of this value, set to that option. Boxes stay open: one that happens to have the value is
/// no more the answer than the others.
fn at_every(value: f64, rubric: &Rubric<'_>) -> Vec<(usize, Coded)> {
    let questionnaire = rubric.questionnaire();
    let option = |column: usize| {
        let kind = &questionnaire.question_of(column).kind;
        let options = if matches!(kind, Kind::Multiple { .. }) { Vec::new() } else { kind.options() };
        let (id, _) = options.into_iter().find(|(_, worth)| *worth == Some(value))?;
        Some((column, rubric.codec().value(column, &id).ok()?))
    };
    (0..questionnaire.columns.len()).filter_map(option).collect()
}

/// One test with its scores.
struct Run<'a> {
    test: &'a GoldenTest,
    rubric: &'a Rubric<'a>,
    chunk: Chunk,
    questionnaire: &'a Questionnaire,
    card: ScoreCard,
    routed_out: Vec<String>,
}

impl<'a> Run<'a> {
    fn new(test: &'a GoldenTest, rubric: &'a Rubric<'a>, chunk: Chunk) -> Run<'a> {
        let questionnaire = rubric.questionnaire();
        let tally = Tally::of(rubric, std::slice::from_ref(&chunk), 1, Keep::ALL, 1);
        let card = tally.card(rubric, 0, &all_roles);
        let mut ever_asked = vec![false; questionnaire.questions.len()];
        let mut asked = Vec::new();
        for row in chunk.rows() {
            rubric.asked(row, &mut asked);
            for (ever, now) in ever_asked.iter_mut().zip(&asked) {
                *ever |= now;
            }
        }
        let out = questionnaire.questions.iter().zip(&ever_asked).filter(|(_, asked)| !**asked);
        let routed_out = out.map(|(question, _)| question.id.clone()).collect();
        Run { test, rubric, chunk, questionnaire, card, routed_out }
    }

    fn check(&self, out: &mut Diagnostics) {
        for expectation in &self.test.expect {
            match expectation.key.text.as_str() {
                "overall" => self.figure(None, expectation, out),
                "stage" => {
                    let stage = self.card.overall.stage.map(|index| self.questionnaire.scale.stages[index].id.as_str());
                    let found = stage.unwrap_or(NO_STAGE);
                    self.same(expectation, &text(&expectation.value), found, || self.why_this_stage(), out);
                }
                "step" => {
                    let found = self.card.overall.step.map_or("none".to_owned(), |step| {
                        if step.at_least == step.at_most {
                            step.at_least.to_string()
                        } else {
                            format!("{}-{}", step.at_least, step.at_most)
                        }
                    });
                    self.same(expectation, &text(&expectation.value), &found, Vec::new, out);
                }
                "coverage" => {
                    let coverage = self.card.overall.coverage;
                    let found = format!("{} of {}", coverage.scored, coverage.applicable);
                    self.same(expectation, &text(&expectation.value), &found, || vec![self.derivation(None)], out);
                }
                "routed_out" => self.routed_out(expectation, out),
                id => {
                    if let Some(index) = self.questionnaire.dimension(id) {
                        self.figure(Some(index), expectation, out);
                    }
                }
            }
        }
    }

    /// The overall score, or that of a dimension.
    fn figure(&self, dimension: Option<usize>, expectation: &Entry, out: &mut Diagnostics) {
        let figure: &Figure = dimension.map_or(&self.card.overall, |index| &self.card.dimensions[index]);
        let (expected, written) = (&expectation.value, text(&expectation.value));
        let found = match figure.outcome {
            Outcome::Scored(score) => {
                let near = expected.scalar().and_then(|scalar| scalar.number());
                if near.is_some_and(|near| (score - near).abs() <= self.tolerance(&written)) {
                    return;
                }
                score.to_string()
            }
            Outcome::TooFewAnswers(_) => "too-few-answers".to_owned(),
            Outcome::NotApplicable => "not-applicable".to_owned(),
        };
        self.same(expectation, &written, &found, || vec![self.derivation(dimension)], out);
    }

    /// Half of the last decimal that was written, when at least three were; else practically nothing.
    fn tolerance(&self, written: &str) -> f64 {
        let nothing = self.questionnaire.scoring.nothing();
        let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        if decimals < 3 { nothing } else { (0.5 * 10f64.powi(-(decimals as i32))).max(nothing) }
    }

    fn routed_out(&self, expectation: &Entry, out: &mut Diagnostics) {
        let expected: Vec<String> = items(&expectation.value).iter().map(text).collect();
        let missing = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|id| !others.contains(id)).cloned().collect()
        };
        let notes = || {
            let asked = missing(&expected, &self.routed_out);
            let not_asked = missing(&self.routed_out, &expected);
            let notes = [(Note::Asked as fn(_) -> _, asked), (Note::NotAsked, not_asked)];
            notes.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(note, ids)| note(ids)).collect()
        };
        let list = |ids: &[String]| if ids.is_empty() { "[]".to_owned() } else { ids.join(", ") };
        self.same(expectation, &list(&expected), &list(&self.routed_out), notes, out);
    }

    fn derivation(&self, dimension: Option<usize>) -> Note {
        derived::derivation(self.rubric, &self.chunk, dimension)
    }

    /// The score, and the stages that it may fall in.
    fn why_this_stage(&self) -> Vec<Note> {
        let (figure, scoring) = (&self.card.overall, &self.questionnaire.scoring);
        let stages = self.questionnaire.scale.stages.iter().map(|stage| (stage.id.clone(), stage.from)).collect();
        let mut notes = vec![derived::overall(self.rubric, &self.chunk), Note::Stages(stages)];
        if figure.outcome.score().is_some() && figure.stage.is_none() {
            let coverage = figure.coverage;
            notes.push(Note::NoStage(coverage.scored, coverage.applicable, scoring.stage_coverage));
        }
        notes
    }

    fn same(
        &self,
        expectation: &Entry,
        expected: &str,
        found: &str,
        notes: impl FnOnce() -> Vec<Note>,
        out: &mut Diagnostics,
    ) {
        if expected != found {
            let (test, of) = (self.test.name.clone(), expectation.key.text.clone());
            let (expected, found) = (expected.to_owned(), found.to_owned());
            out.add(expectation.value.span, ModelFinding::GoldenTest { test, of, expected, found, notes: notes() });
        }
    }
}

fn text(node: &Node) -> String {
    node.scalar().map(|scalar| scalar.text.clone()).unwrap_or_default()
}
