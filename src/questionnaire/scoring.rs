//! The rules of scoring that a questionnaire sets.

use std::cmp::Ordering;

use super::names::refer_text;
use super::read::Roles;
use super::shape;
use crate::diagnostics::{Diagnostics, NodeKind, Thing};
use crate::language::rounding::Rounding;
use crate::yaml::{Node, Value};

/// How scores are made; the defaults are those of the format.
#[derive(Clone, Debug, PartialEq)]
pub struct Scoring {
    /// Scored ÷ applicable questions that one respondent's cell needs, 0–1.
    pub min_coverage: f64,
    /// Scored ÷ applicable questions that a dimension or the overall needs for a stage, 0–1.
    pub stage_coverage: f64,
    /// What each role weighs.
    pub roles: RoleWeights,
    /// What an unanswered question is worth.
    pub missing: Missing,
    /// Decimals at which stages, ranks and ties are compared, 0–12.
    pub compare_decimals: u32,
    /// How scores on this scale are rounded. From the scale, not the file.
    pub rounding: Rounding,
    /// From how many on something may be shown.
    pub minimum_group: MinimumGroup,
}

/// What each role weighs in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum RoleWeights {
    /// Each role the same.
    Equal,
    /// Each respondent the same.
    Pooled,
    /// A weight per role, in the order of the roles; those not named weigh 1.
    Weighted(Vec<f64>),
}

/// What a question is worth that was asked and has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It is left out.
    Exclude,
    /// It counts as nothing.
    Zero,
}

/// From how many on something may be shown to the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinimumGroup {
    /// Respondents in a subgroup; at least 3.
    pub respondents: u32,
    /// Councils in a peer group; at least 3.
    pub councils: u32,
    /// Respondents behind the comments; at least 3.
    pub comments: u32,
}

impl Default for Scoring {
    fn default() -> Scoring {
        Scoring {
            min_coverage: 0.6,
            stage_coverage: 0.8,
            roles: RoleWeights::Equal,
            missing: Missing::Exclude,
            compare_decimals: 9,
            rounding: Rounding::on_scale_to(100.0),
            minimum_group: MinimumGroup { respondents: 5, councils: 5, comments: 10 },
        }
    }
}

impl Scoring {
    /// `score` as a whole number of the smallest difference between two scores that counts: rounded half away from zero
    /// at `compare_decimals`. Two scores are compared by these: for stages, ranks, ties, targets and the bounds of advice.
    /// Never a difference of scores, which rounds to nothing while it is there: that is for [`Scoring::way`].
    pub fn comparable(&self, score: f64) -> i64 {
        self.rounding.at(self.compared() as usize).units(score) as i64
    }

    /// The decimals that are compared: no more than are sure.
    pub fn compared(&self) -> u32 {
        self.compare_decimals.min(self.rounding.sure())
    }

    /// What a score lacks to compare as high as `bound`: up to the lowest that does. `None` where it does.
    pub fn missing(&self, score: f64, bound: f64) -> Option<f64> {
        let sure = self.rounding.sure();
        let unit = 10i64.pow(sure - self.compared());
        // What is half a unit below is rounded up to it.
        let lowest = self.comparable(bound) * unit - unit / 2;
        let lacks = lowest - self.rounding.at(sure as usize).units(score) as i64;
        (lacks > 0).then(|| lacks as f64 / 10f64.powi(sure as i32))
    }

    /// Differences of scores smaller than this are none: they come from adding up.
    pub fn nothing(&self) -> f64 {
        0.5 * 10f64.powi(-(self.rounding.sure().min(9) as i32))
    }

    /// Whether a difference of scores, either way, is this one at most.
    pub fn is_within(&self, difference: f64, most: f64) -> bool {
        difference.abs() <= most + self.nothing()
    }

    /// Which way a difference of scores goes, if it is this one at least: `Equal` where it is less. In full, however few
    /// decimals scores are compared at.
    pub fn way(&self, difference: f64, least: f64) -> Ordering {
        let counts = difference.abs() >= least - self.nothing();
        if counts { difference.partial_cmp(&0.0).unwrap_or(Ordering::Equal) } else { Ordering::Equal }
    }

    /// The same rules for scores from 0 to `max`.
    pub(super) fn on_scale_to(self, max: f64) -> Scoring {
        Scoring { rounding: Rounding::on_scale_to(max), ..self }
    }
}

/// The words for how roles weigh; whether each respondent weighs the same.
pub(super) const ROLE_WEIGHTS: [(&str, bool); 2] = [("equal", false), ("pooled", true)];
/// The words for what is unanswered.
pub(super) const MISSING: [(&str, Missing); 2] = [("exclude", Missing::Exclude), ("zero", Missing::Zero)];
/// The most decimals at which scores are compared.
pub(super) const COMPARE_DECIMALS: i64 = 12;
/// From how many on something may be shown: below three nobody is hidden in a group.
pub(super) const MINIMUM_GROUP: (i64, i64) = (3, 10_000);

/// Reads `scoring:`.
pub(super) fn scoring(node: &Node, roles: &Roles, out: &mut Diagnostics) -> Scoring {
    let mut scoring = Scoring::default();
    let Some(mut fields) = node.fields_of(&shape::SCORING, out) else {
        return scoring;
    };
    if let Some(value) = fields.number("min_coverage", out) {
        scoring.min_coverage = value;
    }
    if let Some(value) = fields.number("stage_coverage", out) {
        scoring.stage_coverage = value;
    }
    if let Some(value) = fields.get("roles", out).and_then(|node| role_weights(node, roles, out)) {
        scoring.roles = value;
    }
    if let Some(value) = fields.word("missing", &MISSING, out) {
        scoring.missing = value;
    }
    if let Some(value) = fields.whole("compare_decimals", out) {
        scoring.compare_decimals = value as u32;
    }
    if let Some(node) = fields.get("minimum_group", out) {
        scoring.minimum_group = minimum_group(node, scoring.minimum_group, out);
    }
    fields.finish(out);
    scoring
}

fn role_weights(node: &Node, roles: &Roles, out: &mut Diagnostics) -> Option<RoleWeights> {
    match &node.value {
        Value::Map(entries) => {
            let mut weights = vec![1.0; roles.list.len()];
            for entry in entries {
                let role = refer_text(&entry.key.text, entry.key.span, Thing::Role, roles.known(), out);
                let weight = entry.value.number_in(shape::WEIGHT, out);
                if let (Some(role), Some(weight)) = (role, weight) {
                    weights[role] = weight;
                }
            }
            Some(RoleWeights::Weighted(weights))
        }
        Value::Scalar(_) => {
            node.word(&ROLE_WEIGHTS, out).map(|pooled| if pooled { RoleWeights::Pooled } else { RoleWeights::Equal })
        }
        Value::List(_) => {
            node.wrong_type(NodeKind::Text, out);
            None
        }
    }
}

fn minimum_group(node: &Node, mut group: MinimumGroup, out: &mut Diagnostics) -> MinimumGroup {
    let Some(mut fields) = node.fields_of(&shape::GROUP, out) else {
        return group;
    };
    for (name, place) in
        [("respondents", &mut group.respondents), ("councils", &mut group.councils), ("comments", &mut group.comments)]
    {
        if let Some(count) = fields.whole(name, out) {
            *place = count as u32;
        }
    }
    fields.finish(out);
    group
}

#[cfg(test)]
mod tests {
    use super::{Ordering, Scoring};

    fn at(compare_decimals: u32, max: f64) -> Scoring {
        Scoring { compare_decimals, ..Scoring::default() }.on_scale_to(max)
    }

    #[test]
    fn a_half_that_was_added_up_to_a_trifle_less_is_still_a_half() {
        assert_eq!(at(1, 5.0).comparable(2.05), 21);
        assert_eq!(at(1, 5.0).comparable(2.05 - 1e-12), 21);
        assert_eq!(at(1, 5.0).comparable(2.049), 20);
        assert_eq!(at(0, 100.0).comparable(25.5 - 1e-10), 26);
        assert_eq!(at(0, 100.0).comparable(25.499), 25);
        assert_eq!(at(1, 5.0).comparable(1e-12 - 2.05), -21);
        assert_eq!(at(1, 5.0).comparable(0.0), 0);
        assert_eq!(at(9, 1.0).comparable(1.0 / 3.0), 333_333_333);
    }

    #[test]
    fn what_is_missing_is_up_to_the_lowest_score_that_compares_as_high() {
        // 79.5 is rounded to 80, and 2.95 to 3.0.
        assert_eq!(at(0, 100.0).missing(49.6, 80.0), Some(29.9));
        assert_eq!([79.5, 79.5 - 1e-10, 80.0, 99.0].map(|score| at(0, 100.0).missing(score, 80.0)), [None; 4]);
        assert_eq!(at(1, 4.0).missing(2.94, 3.0), Some(0.01));
        assert_eq!(at(1, 4.0).missing(2.96, 3.0), None);
        // With twelve decimals all that are sure are compared, and there is nothing to round.
        assert_eq!(at(12, 4.0).missing(2.5, 3.0), Some(0.5));
        for bound in [0.0, 0.04, 1.45, 2.5] {
            for score in [0.0, 0.05, 1.44, 1.4499999999, 1.45, 1.5, 2.44, 2.45, 4.0] {
                let reached = at(1, 4.0).comparable(score) >= at(1, 4.0).comparable(bound);
                assert_eq!(at(1, 4.0).missing(score, bound).is_none(), reached, "{score} {bound}");
            }
        }
    }

    #[test]
    fn a_difference_goes_its_own_way_at_any_number_of_decimals() {
        for decimals in [0, 1, 9] {
            let way = |difference: f64| at(decimals, 4.0).way(difference, 0.25);
            assert_eq!([-0.3, -0.25, -0.2].map(way), [Ordering::Less, Ordering::Less, Ordering::Equal]);
            assert_eq!([0.0, 0.2].map(way), [Ordering::Equal; 2]);
            assert_eq!([0.25, 0.3].map(way), [Ordering::Greater; 2]);
            // 2.05 − 1.8 comes out a trifle under a quarter.
            assert_eq!(way(2.05 - 1.8), Ordering::Greater);
            assert_eq!([0.1, 0.3 - 0.2, 0.101].map(|away| at(decimals, 4.0).is_within(away, 0.1)), [true, true, false]);
        }
        assert_eq!(at(9, 1e-9).way(0.0, 1e-10), Ordering::Equal, "nothing goes no way");
    }

    #[test]
    fn a_higher_scale_has_fewer_sure_decimals() {
        // The error is max × 10⁻¹² and has to stay within half of the last decimal.
        for (max, decimals) in
            [(0.4, 12), (1.0, 11), (5.0, 11), (6.0, 10), (100.0, 9), (500.0, 9), (1000.0, 8), (1e6, 5)]
        {
            assert_eq!(at(9, max).rounding.sure(), decimals, "{max}");
        }
        // 1/5 of ten thousand, as the nearest whole number of 2⁻⁴⁰ makes it.
        assert_eq!(at(9, 1e4).comparable(1999.999999998181), at(9, 1e4).comparable(2000.0));
    }
}
