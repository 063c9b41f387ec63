//! Answers that someone should look at again before a batch is quoted: signs, never proof. Nobody is left out for one.
//! No text.

mod signs;

use std::collections::HashMap;

use self::signs::Signs;
use super::audience::Audience;
use super::batch::Batch;
use crate::responses::{FIRST_OPTION, Row};
use crate::sorting;

/// With fewer answers than this a sign may be chance.
const ANSWERS: usize = Plausibility::ANSWERS;

/// What is odd about the answers of one respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The same option throughout a set of at least 10 questions that share their options (long string: Johnson 2005).
    SameOption,
    /// The highest answer to every scored question, at least 10 of them.
    AllHighest,
    /// The same answers as another respondent of the batch, at least 10 of them.
    SameAnswers,
    /// Much further from the others of the council than those are from each other.
    FarFromOthers,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Sign; 4] = [Sign::SameOption, Sign::AllHighest, Sign::SameAnswers, Sign::FarFromOthers];
}

/// A respondent with a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// Index of the group.
    pub group: usize,
    /// The number of the respondent in the group, from 0: the one that [`crate::scores::Part::Respondent`] has.
    pub number: usize,
    /// The signs, in their order; at least one.
    pub signs: Vec<Sign>,
}

/// The signs in a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plausibility {
    /// How many gave enough answers to show a sign: [`Plausibility::ANSWERS`].
    pub respondents: usize,
    /// What they show; `None` where they are too few to be shown.
    pub seen: Option<Seen>,
}

impl Plausibility {
    /// So many answers it takes to show a sign.
    pub const ANSWERS: usize = 10;
}

/// What those with enough answers show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many have a sign.
    pub suspects: usize,
    /// How many have each sign, in the order of [`Sign::ALL`].
    pub counts: [usize; 4],
    /// Who they are, by the id of their council: for the room, and for nobody else.
    pub named: Option<Vec<Suspect>>,
}

impl Batch<'_> {
    /// The signs among the respondents of some groups, of which the order does not matter. An audience other than the room
    /// gets counts over all groups only, and none over fewer respondents than may be shown.
    pub fn plausibility(&self, groups: &[usize], audience: Audience) -> Plausibility {
        let (respondents, suspects) = self.suspects(groups);
        let in_the_room = audience == Audience::Workshop;
        let count = |sign: Sign| suspects.iter().filter(|one| one.signs.contains(&sign)).count();
        let shown = in_the_room || respondents >= self.minimum() as usize;
        let seen = shown.then(|| Seen {
            suspects: suspects.len(),
            counts: Sign::ALL.map(count),
            named: in_the_room.then(|| suspects.clone()),
        });
        Plausibility { respondents, seen }
    }

    /// How many gave enough answers, and every respondent with a sign. Takes time in proportion to the answers, but for
    /// sorting the rows of each group.
    fn suspects(&self, groups: &[usize]) -> (usize, Vec<Suspect>) {
        let mut groups = groups.to_vec();
        sorting::by_key(&mut groups, |&group| (self.id(group), self.group(group).wave));
        let councils: Vec<(usize, Vec<(usize, Row<'_>)>)> =
            groups.into_iter().map(|group| (group, self.numbered_people(group))).collect();
        let mut alike: HashMap<(&[u8], &[u64]), u32> = HashMap::new();
        let enough = |row: &Row<'_>| row.codes.iter().filter(|&&code| code >= FIRST_OPTION).count() >= ANSWERS;
        let rows = councils.iter().flat_map(|(_, people)| people).map(|(_, row)| row);
        let mut respondents = 0;
        for row in rows.filter(|row| enough(row)) {
            respondents += 1;
            *alike.entry((row.codes, row.wide)).or_default() += 1;
        }
        let signs = Signs::new(self.rubric());
        let mut suspects = Vec::new();
        for (group, people) in &councils {
            let far = signs.far_from_others(&people.iter().map(|(_, row)| *row).collect::<Vec<_>>());
            for ((number, row), far) in people.iter().zip(far) {
                let same = alike.get(&(row.codes, row.wide)).is_some_and(|&count| count > 1);
                let has = |sign: Sign| match sign {
                    Sign::SameOption => signs.same_option(*row),
                    Sign::AllHighest => signs.all_highest(*row),
                    Sign::SameAnswers => same,
                    Sign::FarFromOthers => far,
                };
                let found: Vec<Sign> = Sign::ALL.into_iter().filter(|&sign| has(sign)).collect();
                if !found.is_empty() {
                    suspects.push(Suspect { group: *group, number: *number, signs: found });
                }
            }
        }
        (respondents, suspects)
    }

    /// The respondents of a group with the number that an explanation gives them; a consensus has a number as well, and is
    /// nobody's answer.
    fn numbered_people(&self, group: usize) -> Vec<(usize, Row<'_>)> {
        let mut rows: Vec<Row<'_>> = self.rows_of(group).collect();
        sorting::by(&mut rows, |a, b| (a.codes, a.wide, a.head.quick).cmp(&(b.codes, b.wide, b.head.quick)));
        let numbered = rows.into_iter().enumerate();
        numbered.filter(|(_, row)| usize::from(row.head.role) < self.tally().consensus()).collect()
    }
}

#[cfg(test)]
mod tests;
