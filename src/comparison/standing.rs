//! Where a council stands among its peers, and how far it has come since its previous wave.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use hashbrown::HashMap;

use super::batch::{Batch, Scan};
use super::circle::Circle;
use super::common::Common;
use crate::responses::{ClassIndex, Wave};
use crate::scores::Selection;
use crate::threads;

/// A group compared with its peers and with its own past.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Competition rank, highest score first; ties share the better rank.
    pub rank: Option<u32>,
    /// 100 · (below + equal ÷ 2) ÷ peers, the group itself among them.
    pub percentile: Option<f64>,
    /// Groups of the same wave and class that were asked the same questions and have a score, itself included if it has one; none where a class is asked
    /// for that the group does not have.
    pub peers: u32,
    /// The previous wave of the same council.
    pub previous: Option<usize>,
    /// Overall minus the overall of the previous wave.
    pub delta: Option<f64>,
    /// The same over what both waves have in common.
    pub like_for_like: Option<LikeForLike>,
}

/// Two waves of one council over what both have.
#[derive(Clone, Debug, PartialEq)]
pub struct LikeForLike {
    /// Score now.
    pub now: f64,
    /// Score then.
    pub before: f64,
    /// What is compared.
    pub common: Common,
}

impl LikeForLike {
    /// Now minus then.
    pub fn delta(&self) -> f64 {
        self.now - self.before
    }
}

/// What groups must share to be peers: the wave, the class, the scan, the versions answered.
pub(super) type PeerKey = (Option<Wave>, Option<ClassIndex>, Scan, (u16, u16));

/// Where every group stands among its peers.
#[derive(Debug)]
pub struct Fields<'b, 'q> {
    batch: &'b Batch<'q>,
    places: Vec<Place>,
}

/// Groups that are peers of each other.
#[derive(Default)]
struct Field {
    /// Those with a score, each with it.
    scored: Vec<(i64, u32)>,
    others: Vec<u32>,
}

impl Field {
    /// Notes the place of each of its groups; those with a score are in order of it.
    fn fill(&self, places: &mut [Place]) {
        let peers = self.scored.len();
        let mut below = 0;
        for equal in self.scored.chunk_by(|a, b| a.0 == b.0) {
            let place = place(below, equal.len(), peers);
            equal.iter().for_each(|&(_, group)| places[group as usize] = place);
            below += equal.len();
        }
        self.others.iter().for_each(|&group| places[group as usize].peers = peers as u32);
    }
}

/// The place of a group among its peers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Place {
    /// 0 where it has no score.
    rank: u32,
    peers: u32,
    percentile: f64,
}

impl Fields<'_, '_> {
    /// The standing of a group.
    pub fn standing(&self, group: usize) -> Standing {
        self.batch.standing_at(group, self.places[group])
    }
}

impl<'q> Batch<'q> {
    /// The places of all groups, worked out on so many threads. `within` is the index of a class column: peers then share
    /// its value.
    pub fn fields(&self, within: Option<usize>, threads: usize) -> Fields<'_, 'q> {
        // A thread costs more than looking at some thousands of groups.
        let threads = threads.min(self.groups() / 4096).max(1);
        let stretch = self.groups().div_ceil(threads);
        let found = threads::each(threads, |thread| {
            let start = thread * stretch;
            self.fields_among(start..self.groups().min(start + stretch), within)
        });
        let mut fields: HashMap<PeerKey, Field> = HashMap::default();
        for (key, Field { scored, others }) in found.into_iter().flatten() {
            let field = fields.entry(key).or_default();
            field.scored.extend(scored);
            field.others.extend(others);
        }
        let unsorted = Mutex::new(fields.into_values());
        let take = || unsorted.lock().unwrap_or_else(PoisonError::into_inner).next();
        let sorted = threads::each(threads, |_| {
            let mut fields: Vec<Field> = Vec::new();
            while let Some(mut field) = take() {
                field.scored.sort_unstable_by_key(|&(score, _)| score);
                fields.push(field);
            }
            fields
        });
        let mut places = vec![Place::default(); self.groups()];
        sorted.iter().flatten().for_each(|field| field.fill(&mut places));
        Fields { batch: self, places }
    }

    /// Some groups by what they must share to be peers.
    fn fields_among(&self, groups: Range<usize>, within: Option<usize>) -> HashMap<PeerKey, Field> {
        let mut fields: HashMap<PeerKey, Field> = HashMap::default();
        for group in groups {
            let Some(key) = self.peer_key(group, within) else { continue };
            let field = fields.entry(key).or_default();
            match self.comparable(group) {
                Some(score) => field.scored.push((score, group as u32)),
                None => field.others.push(group as u32),
            }
        }
        fields
    }

    /// The standing of every group.
    pub fn standings(&self, within: Option<usize>) -> Vec<Standing> {
        let fields = self.fields(within, 1);
        (0..self.groups()).map(|group| fields.standing(group)).collect()
    }

    /// The standing of one group.
    pub fn standing(&self, group: usize, within: Option<usize>) -> Standing {
        let Some(circle) = self.circle(group, within) else {
            return self.standing_at(group, Place::default());
        };
        let peers = circle.groups().len();
        let at = self.comparable(group).map(|score| {
            let (below, equal) = circle.below_and_equal(score);
            place(below, equal, peers)
        });
        self.standing_at(group, at.unwrap_or(Place { peers: peers as u32, ..Place::default() }))
    }

    fn standing_at(&self, group: usize, place: Place) -> Standing {
        let mut standing = Standing { peers: place.peers, ..Standing::default() };
        if place.rank > 0 {
            (standing.rank, standing.percentile) = (Some(place.rank), Some(place.percentile));
        }
        if let Some((previous, like_for_like)) = self.change(group) {
            let score = |group: usize| self.overall(group);
            standing.previous = Some(previous);
            standing.delta = score(group).zip(score(previous)).map(|(now, before)| now - before);
            standing.like_for_like = like_for_like;
        }
        standing
    }

    /// The groups by what they must share to be peers.
    pub(super) fn circles_within(&self, within: Option<usize>) -> HashMap<PeerKey, Circle> {
        let fields = self.fields_among(0..self.groups(), within);
        fields.into_iter().map(|(key, field)| (key, Circle::of(&field.scored))).collect()
    }

    /// The previous wave of the council of a group, and what the two have in common; `None` without one.
    pub fn change(&self, group: usize) -> Option<(usize, Option<LikeForLike>)> {
        let previous = self.responses().registry.previous(group)?;
        Some((previous, self.like_for_like(group, previous)))
    }

    /// `None` where the class is not known: councils of which nothing is said have nothing in common.
    pub(super) fn peer_key(&self, group: usize, within: Option<usize>) -> Option<PeerKey> {
        let class = match within {
            Some(column) => Some(self.responses().registry.class_index(group, column)?),
            None => None,
        };
        // Where only what all have is counted, a later version has no more of it than that.
        let counted = self.rubric().selection().age;
        let (lowest, highest) = self.group(group).ages;
        Some((self.group(group).wave, class, self.scan(group), (lowest.max(counted), highest.max(counted))))
    }

    /// The overall score as a whole number of the smallest difference that counts.
    fn comparable(&self, group: usize) -> Option<i64> {
        self.tally().comparable(group)
    }

    fn like_for_like(&self, group: usize, previous: usize) -> Option<LikeForLike> {
        let common = self.common(group, &[previous]);
        // By all that was answered in a wave it has its score already.
        let is_all = common.selection == Selection::default() && common.without.is_empty();
        let overall = |group, others: &[usize]| match is_all && others.is_empty() {
            true => self.overall(group),
            false => self.overall_in_common(group, &common),
        };
        let (now, before) = (overall(group, &common.new)?, overall(previous, &common.gone)?);
        Some(LikeForLike { now, before, common })
    }
}

/// The place of a score that so many peers are under, and so many have, itself among them.
fn place(below: usize, equal: usize, peers: usize) -> Place {
    let percentile = 100.0 * (below as f64 + equal as f64 / 2.0) / peers as f64;
    Place { rank: (peers - below - equal) as u32 + 1, peers: peers as u32, percentile }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::tests::with;

    #[test]
    fn ties_share_a_rank_and_a_mid_rank_percentile() {
        // By hand, for 1.2, 1.8, 2.1, 2.1, 2.1, 2.6, 3.0: two below 2.1, three equal, seven in all:
        // 100 · (2 + 1.5) ÷ 7 = 50, and two are higher, so rank 3.
        assert_eq!(place(2, 3, 7), Place { rank: 3, peers: 7, percentile: 50.0 });
        // 1.2 is alone and the lowest.
        assert_eq!(place(0, 1, 7), Place { rank: 7, peers: 7, percentile: 100.0 * 0.5 / 7.0 });
    }

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\n\
        scale: {max: 4}\naxes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n\
        \x20 - {id: v1, at: {a: d}, ask: Q, type: rating, from: 0, to: 4, quick: true}\n\
        \x20 - {id: v2, at: {a: d}, ask: Q, type: rating, from: 0, to: 4}\n";

    /// Rank and number of peers of every group of a table, in the order of first sight.
    fn ranks(table: &str, within: Option<usize>) -> Vec<(Option<u32>, u32)> {
        with(QUESTIONNAIRE, table, |batch| {
            let standings = batch.standings(within);
            for (group, standing) in standings.iter().enumerate() {
                assert_eq!(*standing, batch.standing(group, within), "{group}");
            }
            standings.iter().map(|standing| (standing.rank, standing.peers)).collect()
        })
    }

    #[test]
    fn a_council_without_a_class_has_no_peers_within_it() {
        let table = "council,size,v1,v2\na,small,1,1\nb,small,2,2\nc,,3,3\nd,,4,4\n";
        assert_eq!(ranks(table, Some(0)), [(Some(2), 2), (Some(1), 2), (None, 0), (None, 0)]);
        assert_eq!(ranks(table, None)[2], (Some(2), 4));
    }

    #[test]
    fn quick_scans_full_rounds_and_mixtures_of_both_each_have_their_own_peers() {
        let table = "council,scan,v1,v2\na,full,1,1\nb,full,2,2\nc,quick,4,\nd,quick,3,\ne,quick,4,\ne,full,1,1\n";
        assert_eq!(ranks(table, None), [(Some(2), 2), (Some(1), 2), (Some(1), 2), (Some(2), 2), (Some(1), 1)]);
    }

    #[test]
    fn a_council_without_a_score_has_peers_but_no_rank() {
        assert_eq!(ranks("council,v1,v2\na,1,1\nb,?,?\n", None), [(Some(1), 1), (None, 1)]);
    }
}
