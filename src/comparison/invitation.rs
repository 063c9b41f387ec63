//! Whom a body that invites councils would invite: those with the lowest scores, or under a bound, with everyone at the
//! boundary. Its audience is that body alone: it sees scores by council, and still nothing about a person.

use super::audience::Withheld;
use super::batch::Batch;
use super::spread::{Measure, Spread};
use crate::scores::{Coverage, Range, ScoreCard};
use crate::sorting;

/// Share of the scale within which a score lies at the boundary: 0.1 on 0 to 4.
pub const NEAR: f64 = 0.025;

/// Who is listed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// So many of the lowest scores.
    Lowest(usize),
    /// Every score under this one.
    Below(f64),
}

/// The list.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    /// The lowest score first; equal scores in the order of the groups.
    pub invited: Vec<Invited>,
    /// The score at the boundary: the one asked for, or the highest of the lowest; `None` without any score.
    pub boundary: Option<f64>,
    /// How many councils have a score.
    pub councils: usize,
    /// How many have none.
    pub without_score: usize,
    /// The median of those with a score.
    ///
    /// # Errors
    /// [`Withheld`] when there are too few.
    pub median: Result<f64, Withheld>,
}

/// One council of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Invited {
    /// Index of the group.
    pub group: usize,
    /// 1 + the number of councils with a lower score.
    pub place: u32,
    /// The score.
    pub score: f64,
    /// How much of what applies was answered.
    pub coverage: Coverage,
    /// From the bound that was asked for, or the median, down to the score; negative above it. `None` where the median
    /// may not be shown.
    pub gap: Option<f64>,
    /// The score without any one respondent, where that says nothing about one of them.
    pub without_one: Option<Range>,
    /// Why it is listed.
    pub listed: Listed,
}

/// Which side of the boundary a council is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// It belongs to the lowest, or lies under the bound.
    Inside,
    /// It does, and equals the last place that was asked for.
    Tied,
    /// It does, but lies at the boundary.
    Narrowly,
    /// It does not, but lies at the boundary.
    NearMiss,
}

impl Listed {
    /// Whether it belongs to the lowest, or lies under the bound.
    pub fn is_inside(self) -> bool {
        self != Listed::NearMiss
    }
}

/// Where the list ends.
struct Edge {
    /// The last score that belongs to it, or the first that does not.
    last: f64,
    /// Which of the two.
    includes_last: bool,
    /// The first score that does not belong to it; `None` where all do.
    next: Option<f64>,
    /// Whether more councils have the last score than there was room for.
    shared: bool,
}

impl Edge {
    fn new(scored: &[(i64, usize, f64)], bound: Bound, last: f64, comparable: i64) -> Edge {
        let Bound::Lowest(count) = bound else {
            return Edge { last, includes_last: false, next: Some(last), shared: false };
        };
        let all = scored.partition_point(|(other, _, _)| *other <= comparable);
        Edge { last, includes_last: true, next: scored.get(all).map(|(_, _, score)| *score), shared: all > count }
    }
}

impl Batch<'_> {
    /// The invitation list over some groups.
    pub fn invitation(&self, groups: &[usize], measure: Measure, bound: Bound) -> Invitation {
        let scoring = &self.rubric().questionnaire().scoring;
        let score = |group: usize| self.score(group, measure);
        let mut scored: Vec<(i64, usize, f64)> = groups
            .iter()
            .filter_map(|&group| score(group).map(|score| (scoring.comparable(score), group, score)))
            .collect();
        sorting::by_key(&mut scored, |&(comparable, group, _)| (comparable, group));
        let boundary = match bound {
            Bound::Below(score) => Some(score).filter(|_| !scored.is_empty()),
            Bound::Lowest(count) => scored.get(count.min(scored.len()).wrapping_sub(1)).map(|(_, _, score)| *score),
        };
        let median = self.spread(groups, measure).map(|spread: Spread| spread.median);
        let from = match bound {
            Bound::Below(score) => Some(score),
            Bound::Lowest(_) => median.ok(),
        };
        let place = |comparable: i64| 1 + scored.partition_point(|(other, _, _)| *other < comparable) as u32;
        let edge = boundary.map(|last| Edge::new(&scored, bound, last, scoring.comparable(last)));
        let invited = scored.iter().filter_map(|&(comparable, group, score)| {
            let without_one = self.without_one_shown(group, measure);
            let listed = self.listed(edge.as_ref()?, score, without_one)?;
            let gap = from.map(|from| from - score);
            let coverage = coverage(self.card(group), measure);
            Some(Invited { group, place: place(comparable), score, coverage, gap, without_one, listed })
        });
        let invited = invited.collect();
        let without_score = groups.len() - scored.len();
        Invitation { invited, boundary, councils: scored.len(), without_score, median }
    }

    /// On which side of the boundary a score lies; `None` where that is the other side, and not near.
    fn listed(&self, edge: &Edge, score: f64, without_one: Option<Range>) -> Option<Listed> {
        let q = self.rubric().questionnaire();
        let comparable = |score: f64| q.scoring.comparable(score);
        let near = |other: f64| q.scoring.is_within(score - other, NEAR * q.scale.max);
        let inside = |score: f64| match edge.includes_last {
            true => comparable(score) <= comparable(edge.last),
            false => comparable(score) < comparable(edge.last),
        };
        let reaches = |end: f64, other: f64| comparable(end) >= comparable(other);
        let outward = |next: f64| near(next) || without_one.is_some_and(|range| reaches(range.high, next));
        if !inside(score) {
            let inward = near(edge.last) || without_one.is_some_and(|range| inside(range.low));
            return inward.then_some(Listed::NearMiss);
        }
        Some(match edge.next {
            _ if edge.shared && comparable(score) == comparable(edge.last) => Listed::Tied,
            Some(next) if outward(next) => Listed::Narrowly,
            _ => Listed::Inside,
        })
    }

    /// The range without any one respondent for the body that invites. From the score and the ends of the range the
    /// highest and the lowest respondent can be worked out: with fewer respondents than a subgroup may have, that is
    /// somebody who can be told; and so is whoever is alone in a role, whose answers leave with it.
    fn without_one_shown(&self, group: usize, measure: Measure) -> Option<Range> {
        let dimension = match measure {
            Measure::Overall => None,
            Measure::Dimension(index) => Some(index),
            Measure::Cell(_) => return None,
        };
        let alone = |cell| self.scored_in(group, cell).any(|scored| scored == 1);
        let few = |cell| (1..self.minimum()).contains(&self.scored_in(group, cell).sum());
        let enough = self.group(group).respondents >= self.minimum();
        let may = enough && !self.cells_in(dimension).any(|cell| alone(cell) || few(cell));
        let firmness = may.then(|| self.firmness(group))?;
        dimension.map_or(firmness.overall_range(), |index| firmness.range(index))
    }
}

fn coverage(card: &ScoreCard, measure: Measure) -> Coverage {
    match measure {
        Measure::Overall => card.overall.coverage,
        Measure::Dimension(index) => card.dimensions[index].coverage,
        Measure::Cell(index) => card.cells[index].coverage,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::tests;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\n\
        scale: {max: 4}\naxes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\n\
        roles: [{id: ict, title: I}, {id: unit, title: U}]\nquestions:\n\
        \x20 - {id: v, at: {a: d}, ask: Q, type: number, from: 0, to: 4}\n";

    /// The councils listed, each with why; every council is one respondent, or those of its list.
    fn list(councils: &[(&str, &[f64])], bound: Bound) -> Vec<(String, u32, Listed)> {
        let rows =
            councils.iter().flat_map(|(id, answers)| answers.iter().map(move |answer| format!("{id},{answer}\n")));
        with(&format!("council,v\n{}", rows.collect::<String>()), |batch| {
            let groups: Vec<usize> = (0..batch.groups()).collect();
            let list = batch.invitation(&groups, Measure::Overall, bound);
            list.invited.iter().map(|one| (batch.id(one.group).to_owned(), one.place, one.listed)).collect()
        })
    }

    /// What is said of a table of answers.
    fn with<T>(table: &str, said: impl FnOnce(&Batch<'_>) -> T) -> T {
        tests::with(QUESTIONNAIRE, table, said)
    }

    #[test]
    fn a_tie_at_the_last_place_lists_everyone_of_it() {
        let councils: [(&str, &[f64]); 5] = [("a", &[3.0]), ("b", &[1.0]), ("c", &[2.0]), ("d", &[2.0]), ("e", &[2.2])];
        let named = |id: &str, place, listed| (id.to_owned(), place, listed);
        assert_eq!(
            list(&councils, Bound::Lowest(2)),
            [named("b", 1, Listed::Inside), named("c", 2, Listed::Tied), named("d", 2, Listed::Tied)]
        );
        // Nobody is past the boundary when all are listed.
        assert!(list(&councils, Bound::Lowest(9)).iter().all(|(_, _, listed)| *listed == Listed::Inside));
    }

    #[test]
    fn a_tenth_on_either_side_of_the_boundary_is_near_and_the_bound_itself_is_not_under_it() {
        let councils: [(&str, &[f64]); 6] =
            [("a", &[1.3]), ("b", &[1.4]), ("c", &[1.5]), ("d", &[1.6]), ("e", &[1.601]), ("f", &[4.0])];
        let listed: Vec<(String, Listed)> =
            list(&councils, Bound::Below(1.5)).into_iter().map(|(id, _, listed)| (id, listed)).collect();
        let named = |id: &str, listed| (id.to_owned(), listed);
        assert_eq!(
            listed,
            [
                named("a", Listed::Inside),
                named("b", Listed::Narrowly),
                named("c", Listed::NearMiss),
                named("d", Listed::NearMiss)
            ]
        );
    }

    #[test]
    fn one_respondent_who_could_tip_it_is_near_too_and_under_five_nobody_is_told() {
        // Five ones and a four: 9 ÷ 6 = 1.5 without the four is 1, without a one 8 ÷ 5 = 1.6.
        let six: &[f64] = &[1.0, 1.0, 1.0, 1.0, 1.0, 4.0];
        assert_eq!(list(&[("a", six)], Bound::Below(1.2)), [("a".to_owned(), 1, Listed::NearMiss)]);
        assert_eq!(list(&[("a", six)], Bound::Below(1.0)), []);
        // Of four nobody is told the range: 7 ÷ 4 = 1.75.
        assert_eq!(list(&[("a", &six[2..])], Bound::Below(1.2)), []);
    }

    #[test]
    fn of_someone_who_is_alone_in_a_role_nothing_can_be_worked_out() {
        let rows = |last: &str| format!("council,role,v\n{}a,unit,4\n{last}", "a,ict,1\n".repeat(5));
        let range = |last: &str| {
            let of =
                |batch: &Batch<'_>| batch.invitation(&[0], Measure::Overall, Bound::Lowest(1)).invited[0].without_one;
            with(&rows(last), of)
        };
        assert_eq!(
            range(""),
            None,
            "without the one of the department ICT is left, and twice the score less that is theirs"
        );
        // (1 + 4) ÷ 2 whoever is left out.
        assert_eq!(range("a,unit,4\n"), Some(Range { low: 2.5, high: 2.5 }));
    }

    #[test]
    fn nor_of_few_in_one_cell_of_what_the_list_is_by() {
        let grid = QUESTIONNAIRE.replace(
            "axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]",
            "axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}, {id: b, title: B, dimensions: [{id: e, title: E}, \
             {id: f, title: F}]}]",
        );
        let (head, _) = grid.split_once("questions:\n").expect("questions");
        let question = |id: &str, at: &str| {
            format!("  - {{id: {id}, at: {{a: d, b: {at}}}, ask: Q, type: number, from: 0, to: 4}}\n")
        };
        let grid = format!("{head}questions:\n{}{}", question("v", "e"), question("w", "f"));
        let has_range = |few: usize, measure: Measure| {
            let rows = "a,ict,1,\n".repeat(6 - few) + &"a,ict,3,2\n".repeat(few);
            tests::with(&grid, &format!("council,role,v,w\n{rows}"), |batch| {
                batch.invitation(&[0], measure, Bound::Lowest(1)).invited[0].without_one.is_some()
            })
        };
        // D has the cell that all of them answered, and the one of a few.
        let [d, e] = [0, 1].map(Measure::Dimension);
        assert_eq!([Measure::Overall, d, e].map(|measure| has_range(4, measure)), [false, false, true]);
        assert_eq!([Measure::Overall, d, e].map(|measure| has_range(5, measure)), [true; 3]);
    }
}
