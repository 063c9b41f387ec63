//! The people: what role they have, and how they look at things. Knows nothing of single questions.

use peil::questionnaire::Questionnaire;
use peil::responses::Voice;

use super::councils::{CONSENSUS, COUNCILS};
use super::dice::Dice;

/// What the dice of this module decide: who comes, what they are like, what day they have.
const COMES: u8 = 1;
const NATURE: u8 = 2;
const DAY: u8 = 3;

/// Added to the key of somebody who took the place of another.
const REPLACED: usize = 32;

/// The roles of the first, second, … person of a council, by index; a shorter list is a beginning of this one.
const ROLES: [usize; 32] =
    [0, 1, 2, 3, 1, 0, 2, 1, 3, 1, 2, 0, 0, 1, 2, 3, 1, 0, 2, 3, 1, 2, 3, 0, 3, 0, 2, 3, 1, 3, 2, 0];

/// One respondent.
pub(super) struct Person {
    /// Tells apart the people of a council, also over the waves: who stays keeps it.
    pub(super) key: usize,
    /// A made-up id, unique among all councils; nobody's for what was agreed on together.
    pub(super) id: Option<String>,
    /// As whom this person answers.
    pub(super) voice: Voice,
    /// Whether this person sees less of some things than ICT does.
    pub(super) sees_less: bool,
    /// Of two colleagues in a role, one sees it so and the other otherwise.
    pub(super) contrary: bool,
    /// How much higher than others this person answers, as a share of the scale.
    pub(super) bias: f64,
    /// Share of questions to which the answer is "I don't know".
    pub(super) dont_know: f64,
    /// The share of the questions after which this person gives up.
    pub(super) gives_up: Option<f64>,
    /// Whether roles may be shown in the workshop.
    pub(super) shown_by_role: bool,
}

/// The people of a council who answer in a wave.
pub(super) fn people(questionnaire: &Questionnaire, council: usize, wave: usize) -> Vec<Person> {
    let count = COUNCILS[council].respondents[wave];
    let roles = questionnaire.roles.len();
    let mut people: Vec<Person> = (0..count).map(|place| person(questionnaire, roles, council, wave, place)).collect();
    people.extend((council == CONSENSUS && wave == 1 && roles > 0).then(together));
    people
}

/// What came of a conversation, as if one person had said it: nobody's view, and no doubt left.
fn together() -> Person {
    Person {
        key: 2 * REPLACED - 1,
        id: None,
        voice: Voice::Consensus,
        sees_less: false,
        contrary: false,
        bias: 0.0,
        dont_know: 0.0,
        gives_up: None,
        shown_by_role: true,
    }
}

fn person(questionnaire: &Questionnaire, roles: usize, council: usize, wave: usize, place: usize) -> Person {
    /// Shares of people who were not there in the wave before, and of those who give up half-way.
    const NEW: f64 = 0.06;
    const GIVES_UP: f64 = 0.05;
    let [before, now] = [COUNCILS[council].respondents[0], COUNCILS[council].respondents[wave]];
    let replaced = wave == 1 && place < before && now > 1 && Dice::new(COMES, council, place, 0).happens(NEW);
    let key = if replaced { place + REPLACED } else { place };
    let role = (roles > 0).then(|| ROLES[place % ROLES.len()] % roles.max(1));
    let earlier = ROLES[..place % ROLES.len()].iter().filter(|&&other| other == ROLES[place % ROLES.len()]);
    let role_id = role.map_or("", |role| questionnaire.roles[role].id.as_str());
    let manner = manner(role_id);
    let mut nature = Dice::new(NATURE, council, key, 0);
    let mut day = Dice::new(DAY, council, key, wave);
    Person {
        key,
        id: Some(made_up_id(council, key)),
        voice: role.map_or(Voice::Person, Voice::Role),
        sees_less: manner.sees_less,
        contrary: earlier.count() % 2 == 1,
        bias: manner.bias + nature.around_zero(0.085),
        dont_know: manner.dont_know * (0.5 + nature.share()),
        // Everyone in a small circle is needed for a score.
        gives_up: (day.happens(GIVES_UP) && now > 6).then(|| 0.4 + 0.4 * day.share()),
        shown_by_role: now < 20 || nature.happens(0.85),
    }
}

/// How people of a role tend to answer.
struct Manner {
    bias: f64,
    dont_know: f64,
    sees_less: bool,
}

/// The manner of a role; anyone the demo has not heard of answers down the middle.
fn manner(role: &str) -> Manner {
    let (bias, dont_know, sees_less) = match role {
        "ict" => (0.02, 0.02, false),
        "dienst" => (-0.03, 0.05, true),
        "directie" => (0.03, 0.04, false),
        "politiek" => (0.02, 0.13, false),
        _ => (0.0, 0.04, false),
    };
    Manner { bias, dont_know, sees_less }
}

/// Looks thrown but is counted, so that no two people share one.
fn made_up_id(council: usize, key: usize) -> String {
    let number = (council * 2 * REPLACED + key) as u16;
    format!("r-{:04x}", number.wrapping_mul(40_503).wrapping_add(12_345))
}
