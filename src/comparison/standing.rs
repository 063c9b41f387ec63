//! Where a council stands among its peers, and how far it has come since its previous wave.

use std::collections::{BTreeMap, HashMap};

use super::batch::{Batch, Scan};
use crate::responses::Wave;
use crate::scores::ScoreCard;

/// A group compared with its peers and with its own past.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Competition rank, highest score first; ties share the better rank.
    pub rank: Option<u32>,
    /// 100 · (below + equal ÷ 2) ÷ peers, the group itself among them.
    pub percentile: Option<f64>,
    /// Groups of the same wave, class and scan with a score, itself included.
    pub peers: u32,
    /// The previous wave of the same council.
    pub previous: Option<usize>,
    /// Overall minus the overall of the previous wave.
    pub delta: Option<f64>,
    /// The same over what both waves have in common.
    pub like_for_like: Option<LikeForLike>,
}

/// Two waves of one council over the questions and roles that both have.
#[derive(Clone, Debug, PartialEq)]
pub struct LikeForLike {
    /// Score now.
    pub now: f64,
    /// Score then.
    pub before: f64,
    /// The roles in both waves, by index; the last is respondents without one.
    pub roles: Vec<usize>,
    /// Roles that took part before and not now.
    pub gone: Vec<usize>,
    /// Roles that take part now and did not before.
    pub new: Vec<usize>,
    /// Whether only the questions of the quick scan are compared.
    pub quick_only: bool,
}

impl LikeForLike {
    /// Whether nobody came or went and nothing was left out, so that it compares the scores of both waves as they are.
    pub fn is_plain(&self) -> bool {
        self.gone.is_empty() && self.new.is_empty() && !self.quick_only
    }

    /// Now minus then.
    pub fn delta(&self) -> f64 {
        self.now - self.before
    }
}

/// What groups must share to be peers: the wave, the class, the scan.
type PeerKey<'a> = (Option<Wave>, &'a str, bool);

impl Batch<'_> {
    /// The standing of every group. `within` is the index of a class column: peers then share its value.
    pub fn standings(&self, within: Option<usize>) -> Vec<Standing> {
        let groups = 0..self.cards().len();
        let mut fields: HashMap<PeerKey<'_>, BTreeMap<i64, u32>> = HashMap::new();
        for group in groups.clone() {
            if let Some(score) = self.comparable(group) {
                *fields.entry(self.peer_key(group, within)).or_default().entry(score).or_default() += 1;
            }
        }
        groups
            .map(|group| {
                let mut standing = Standing::default();
                if let (Some(score), Some(field)) = (self.comparable(group), fields.get(&self.peer_key(group, within)))
                {
                    place(&mut standing, field, score);
                } else if let Some(field) = fields.get(&self.peer_key(group, within)) {
                    standing.peers = field.values().sum();
                }
                self.compare_with_past(group, &mut standing);
                standing
            })
            .collect()
    }

    /// The standing of one group, without working out that of all others.
    pub fn standing(&self, group: usize, within: Option<usize>) -> Standing {
        let mut field: BTreeMap<i64, u32> = BTreeMap::new();
        for score in self.peers(group, within).into_iter().filter_map(|peer| self.comparable(peer)) {
            *field.entry(score).or_default() += 1;
        }
        let mut standing = Standing { peers: field.values().sum(), ..Standing::default() };
        if let Some(score) = self.comparable(group) {
            place(&mut standing, &field, score);
        }
        self.compare_with_past(group, &mut standing);
        standing
    }

    /// The groups of the same wave, class and scan that have a score, itself included if it has one; in the order of
    /// the registry.
    pub fn peers(&self, group: usize, within: Option<usize>) -> Vec<usize> {
        let key = self.peer_key(group, within);
        let all = 0..self.cards().len();
        all.filter(|&other| self.peer_key(other, within) == key && self.comparable(other).is_some()).collect()
    }

    /// The score cards of a group and of its previous wave over what both have in common, now first.
    pub fn cards_in_common(&self, group: usize, previous: usize, change: &LikeForLike) -> (ScoreCard, ScoreCard) {
        let filter = |role: usize| change.roles.contains(&role);
        let card = |group| self.card_of(group, change.quick_only, &filter);
        (card(group), card(previous))
    }

    fn peer_key(&self, group: usize, within: Option<usize>) -> PeerKey<'_> {
        let class = within.map_or("", |column| self.group(group).classes.get(column).map_or("", String::as_str));
        (self.group(group).wave, class, self.scan(group) != Scan::Full)
    }

    /// The overall score as a whole number of the smallest difference that counts.
    fn comparable(&self, group: usize) -> Option<i64> {
        let score = self.cards()[group].overall.outcome.score()?;
        Some(self.rubric().questionnaire().scoring.comparable(score))
    }

    fn compare_with_past(&self, group: usize, standing: &mut Standing) {
        let Some(previous) = self.responses().registry.previous(group) else {
            return;
        };
        standing.previous = Some(previous);
        let score = |group: usize| self.cards()[group].overall.outcome.score();
        standing.delta = score(group).zip(score(previous)).map(|(now, before)| now - before);
        standing.like_for_like = self.like_for_like(group, previous);
    }

    fn like_for_like(&self, group: usize, previous: usize) -> Option<LikeForLike> {
        let present = |group: usize, role: usize| self.tally().respondents(group, role) > 0;
        let roles: Vec<usize> = (0..self.tally().roles()).collect();
        let pick = |now: bool, before: bool| {
            let fits = |role: &usize| present(group, *role) == now && present(previous, *role) == before;
            roles.iter().copied().filter(|role| fits(role)).collect::<Vec<usize>>()
        };
        let shared = pick(true, true);
        let quick_only = self.scan(group) != Scan::Full || self.scan(previous) != Scan::Full;
        let filter = |role: usize| shared.contains(&role);
        let overall = |group| self.card_of(group, quick_only, &filter).overall.outcome.score();
        let (now, before) = (overall(group)?, overall(previous)?);
        Some(LikeForLike { now, before, gone: pick(false, true), new: pick(true, false), roles: shared, quick_only })
    }
}

/// Rank and percentile of a score in a field of scores and how often each occurs.
fn place(standing: &mut Standing, field: &BTreeMap<i64, u32>, score: i64) {
    let peers: u32 = field.values().sum();
    let below: u32 = field.range(..score).map(|(_, count)| count).sum();
    let equal = field.get(&score).copied().unwrap_or(0);
    standing.peers = peers;
    standing.rank = Some(peers - below - equal + 1);
    standing.percentile = Some(100.0 * (f64::from(below) + f64::from(equal) / 2.0) / f64::from(peers));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank_and_a_mid_rank_percentile() {
        // By hand, for 1.2, 1.8, 2.1, 2.1, 2.1, 2.6, 3.0: two below 2.1, three equal, seven in all:
        // 100 · (2 + 1.5) ÷ 7 = 50, and two are higher, so rank 3.
        let scores = [12, 18, 21, 21, 21, 26, 30];
        let mut field = BTreeMap::new();
        for score in scores {
            *field.entry(score).or_insert(0) += 1;
        }
        let mut standing = Standing::default();
        place(&mut standing, &field, 21);
        assert_eq!((standing.rank, standing.percentile, standing.peers), (Some(3), Some(50.0), 7));
        place(&mut standing, &field, 12);
        assert_eq!(standing.rank, Some(7));
        assert_eq!(standing.percentile, Some(100.0 * 0.5 / 7.0));
    }
}
