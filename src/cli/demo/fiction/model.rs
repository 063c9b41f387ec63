//! How far each council is on each question: what people would answer if all saw the same and nobody hesitated.

use peil::questionnaire::{NotApplicable, Part, Questionnaire};

use super::councils::{COUNCILS, Class};
use super::dice::Dice;
use super::person::Person;

/// What the dice of this module decide.
const QUESTIONS: u8 = 4;
const COUNCIL: u8 = 5;
const WAVE: u8 = 6;
const ABSENT: u8 = 10;

/// The dimension that a split council disagrees on, in questionnaires that have it.
const SPLIT_ON: &str = "delen";

/// One council in one wave, as shares of the scale.
pub(super) struct Model {
    /// Per column.
    columns: Vec<Place>,
}

/// How far a council is with what one column asks.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Where it stands.
    level: f64,
    /// How much lower those stand who see less of it.
    gap: f64,
    /// How far half of the people stand above and the others under it.
    split: f64,
    /// Whether the question means nothing there.
    not_applicable: bool,
}

impl Model {
    /// The council at this place, in this wave.
    pub(super) fn new(questionnaire: &Questionnaire, council: usize, wave: usize) -> Model {
        /// How far opinions in a split council lie from their middle.
        const SPLIT: f64 = 0.38;
        let this = &COUNCILS[council];
        let mut questions = Dice::new(QUESTIONS, 0, 0, 0);
        let mut own = Dice::new(COUNCIL, council, 0, 0);
        let mut absent = Dice::new(ABSENT, council, 0, 0);
        let mut moved = Dice::new(WAVE, council, 0, wave);
        let level = this.level - if wave == 0 { this.change } else { 0.0 };
        let dimensions = shifts(questionnaire, &mut own);
        let split_on = split_on(questionnaire);
        let place = |column: usize| {
            let question = questionnaire.question_of(column);
            let around = (0..dimensions.len()).filter(|&it| is_at(questionnaire, &question.at, it));
            let shift: f64 = around.map(|it| dimensions[it] + slope(questionnaire, it)).sum();
            let practice = if questionnaire.columns[column].part == Part::Practice { -0.1 } else { 0.0 };
            let hesitation = questions.around_zero(0.06) + own.around_zero(0.06) + moved.around_zero(0.01);
            let gap = if own.happens(0.3) { 0.25 } else { 0.03 };
            let share_na = if this.class == Class::Groot { 0.1 } else { 0.3 };
            let not_applicable = absent.happens(share_na) && question.not_applicable != NotApplicable::NotOffered;
            let is_split = this.split && split_on.is_some_and(|it| is_at(questionnaire, &question.at, it));
            Place {
                level: level + shift + practice + hesitation,
                gap,
                split: if is_split { SPLIT } else { 0.0 },
                not_applicable,
            }
        };
        Model { columns: (0..questionnaire.columns.len()).map(place).collect() }
    }

    /// What this person would answer, as a share of the scale, before hesitation.
    pub(super) fn seen(&self, column: usize, person: &Person) -> f64 {
        let place = self.columns[column];
        let side = if person.contrary { -place.split } else { place.split };
        let gap = if person.sees_less { place.gap } else { 0.0 };
        place.level + person.bias + side - gap
    }

    /// Whether the question of this column means nothing in this council.
    pub(super) fn is_not_applicable(&self, column: usize) -> bool {
        self.columns[column].not_applicable
    }
}

/// Where a council is stronger and weaker: a shift per dimension, with a mean of 0 per axis so that the level stays.
fn shifts(questionnaire: &Questionnaire, dice: &mut Dice) -> Vec<f64> {
    let mut shifts: Vec<f64> = questionnaire.dimensions.iter().map(|_| dice.around_zero(0.06)).collect();
    for axis in 0..questionnaire.axes.len() {
        let own = |it: &usize| questionnaire.dimensions[*it].axis == axis;
        let here: Vec<usize> = (0..shifts.len()).filter(own).collect();
        let mean = here.iter().map(|&it| shifts[it]).sum::<f64>() / here.len().max(1) as f64;
        for it in here {
            shifts[it] -= mean;
        }
    }
    shifts
}

/// What a council is split on: sharing, or else the first leaf of the last axis.
fn split_on(questionnaire: &Questionnaire) -> Option<usize> {
    let leaf = || {
        let last = questionnaire.axes.len() - 1;
        let mut all = questionnaire.dimensions.iter();
        all.position(|dimension| dimension.axis == last && dimension.children.is_empty())
    };
    questionnaire.dimension(SPLIT_ON).or_else(leaf)
}

/// Whether a question with these leaves stands in a dimension or below it.
fn is_at(questionnaire: &Questionnaire, leaves: &[usize], dimension: usize) -> bool {
    leaves.iter().any(|&leaf| questionnaire.is_within(leaf, dimension))
}

/// Intentions come easier than deeds: along the first axis everyone gets a little lower, from richten to verrichten.
fn slope(questionnaire: &Questionnaire, dimension: usize) -> f64 {
    const HEIGHT: f64 = 0.07;
    let top = questionnaire.axes.first().map_or(&[][..], |axis| &axis.top);
    match top.iter().position(|&it| it == dimension) {
        Some(place) if top.len() > 1 => HEIGHT * (1.0 - 2.0 * place as f64 / (top.len() - 1) as f64),
        _ => 0.0,
    }
}
