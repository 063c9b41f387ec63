//! What may be shown to whom. Whoever shows something about a part of a group asks here first.

use super::batch::Batch;
use crate::scores::Step;

/// Who will read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The council's own people, in the room.
    Workshop,
    /// Anyone.
    #[default]
    Public,
}

/// Why something is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Fewer respondents than may be shown.
    FewRespondents {
        /// From how many on it may.
        minimum: u32,
    },
    /// Large enough itself, but it would give away a smaller part.
    GivesAwayTheRest,
    /// Fewer councils than may be shown.
    FewCouncils {
        /// From how many on it may.
        minimum: u32,
        /// How many there are.
        found: u32,
    },
    /// Only one part: the whole says the same.
    NothingToCompare,
}

/// Which roles of a group may be shown by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleView {
    /// Roles that may be shown, by index; the last is respondents without one.
    pub shown: Vec<usize>,
    /// Roles that may not, and why.
    pub withheld: Vec<(usize, Withheld)>,
}

impl Batch<'_> {
    /// From how many respondents on a part of a group may be shown.
    pub(super) fn minimum(&self) -> u32 {
        self.rubric().questionnaire().scoring.minimum_group.respondents
    }

    /// Which roles of a group may be shown to an audience.
    pub fn roles_shown(&self, group: usize, audience: Audience) -> RoleView {
        let counts: Vec<u32> = (0..self.tally().roles()).map(|role| self.tally().respondents(group, role)).collect();
        let minimum = self.minimum();
        if audience == Audience::Workshop && self.group(group).shown_by_role {
            let shown = (0..counts.len()).filter(|&role| counts[role] > 0).collect();
            return RoleView { shown, withheld: Vec::new() };
        }
        suppress(&counts, minimum)
    }

    /// Which of the roles that may be shown may be shown in one dimension too, or with `None` in the whole: not everyone
    /// answers everywhere, and from the whole and the others a small rest could be worked out. What is hidden in a part
    /// is hidden in all that it is a part of.
    pub fn roles_shown_in(
        &self,
        group: usize,
        dimension: Option<usize>,
        shown: &[usize],
        audience: Audience,
    ) -> Vec<usize> {
        if self.all_may_be_told(group, audience) {
            return shown.to_vec();
        }
        let hidden: Vec<usize> = self.leaves(dimension).flat_map(|leaf| self.hidden_by_size(group, leaf)).collect();
        shown.iter().copied().filter(|role| !hidden.contains(role)).collect()
    }

    /// Whether roles of any size may be told: in the room, where everyone agreed to it.
    pub(super) fn all_may_be_told(&self, group: usize, audience: Audience) -> bool {
        audience == Audience::Workshop && self.group(group).shown_by_role
    }

    /// The dimensions without others in them, inside one or everywhere.
    fn leaves(&self, inside: Option<usize>) -> impl Iterator<Item = usize> {
        let q = self.rubric().questionnaire();
        let leaves = (0..q.dimensions.len()).filter(|&dimension| q.dimensions[dimension].children.is_empty());
        leaves.filter(move |&leaf| inside.is_none_or(|dimension| q.is_within(leaf, dimension)))
    }

    /// How many respondents of each role have a score in a dimension.
    fn scored_in(&self, group: usize, dimension: usize) -> Vec<u32> {
        let scored = |role| self.tally().respondents_scored(self.rubric(), group, role, dimension);
        (0..self.tally().roles()).map(scored).collect()
    }

    /// The roles that are hidden in a dimension because of who has a score there.
    fn hidden_by_size(&self, group: usize, dimension: usize) -> Vec<usize> {
        let minimum = self.minimum();
        let withheld = suppress(&self.scored_in(group, dimension), minimum).withheld;
        withheld.into_iter().filter(|(_, why)| *why != Withheld::NothingToCompare).map(|(role, _)| role).collect()
    }

    /// Whether a number made of the answers of all, but in another way than the score, may stand beside it: from the two
    /// together a small role could be worked out. So every role must be large enough, in a dimension or in all of them.
    ///
    /// # Errors
    /// [`Withheld`] when some role is too small.
    pub(super) fn beside_shown(
        &self,
        group: usize,
        dimension: Option<usize>,
        audience: Audience,
    ) -> Result<(), Withheld> {
        let minimum = self.minimum();
        let small = |leaf| self.scored_in(group, leaf).iter().any(|&scored| (1..minimum).contains(&scored));
        if !self.all_may_be_told(group, audience) && self.leaves(dimension).any(small) {
            return Err(Withheld::FewRespondents { minimum });
        }
        Ok(())
    }

    /// The step of a dimension, or with `None` of the whole, where it may be shown: it follows from the middle of the roles,
    /// so where few questions are asked it tells, beside the score, what a small one of several roles answered.
    pub fn step_shown(&self, group: usize, dimension: Option<usize>, audience: Audience) -> Option<Step> {
        /// Fewer questions are few.
        const ENOUGH: usize = 5;
        let (q, card) = (self.rubric().questionnaire(), self.card(group));
        let figure = dimension.map_or(&card.overall, |index| &card.dimensions[index]);
        let inside = |leaf: &usize| dimension.is_none_or(|dimension| q.is_within(*leaf, dimension));
        let questions = q.items.iter().filter(|item| q.cells[item.cell].at.iter().any(inside)).count();
        let several = (0..self.tally().roles()).filter(|&role| self.tally().has_answered(group, role)).count() > 1;
        let may = questions >= ENOUGH || !several || self.beside_shown(group, dimension, audience).is_ok();
        figure.step.filter(|_| may)
    }

    /// Whether the band may be shown, of a dimension or with `None` of the whole: how far it reaches follows from who did
    /// not answer and from what the others of the same roles did, so beside the score it tells of a small role.
    ///
    /// # Errors
    /// [`Withheld`] when some role is too small.
    pub fn band_shown(&self, group: usize, dimension: Option<usize>, audience: Audience) -> Result<(), Withheld> {
        let minimum = self.minimum();
        // Someone without a score counts in the band.
        let small = |role: usize| (1..minimum).contains(&self.tally().respondents(group, role));
        if !self.all_may_be_told(group, audience) && (0..self.tally().roles()).any(small) {
            return Err(Withheld::FewRespondents { minimum });
        }
        self.beside_shown(group, dimension, audience)
    }

    /// Whether a figure about this many councils may be shown.
    ///
    /// # Errors
    /// [`Withheld`] when there are too few.
    pub fn councils_shown(&self, councils: usize) -> Result<(), Withheld> {
        let minimum = self.rubric().questionnaire().scoring.minimum_group.councils;
        if (councils as u32) < minimum {
            return Err(Withheld::FewCouncils { minimum, found: councils as u32 });
        }
        Ok(())
    }
}

/// Hides every part under the minimum, and then the next smallest ones as long as the hidden rest stays under it.
fn suppress(counts: &[u32], minimum: u32) -> RoleView {
    let mut by_size: Vec<usize> = (0..counts.len()).filter(|&part| counts[part] > 0).collect();
    by_size.sort_by_key(|&part| (counts[part], part));
    let mut view = RoleView::default();
    let mut hidden = 0;
    for (position, &part) in by_size.iter().enumerate() {
        if counts[part] < minimum {
            hidden += counts[part];
            view.withheld.push((part, Withheld::FewRespondents { minimum }));
        } else if hidden > 0 && hidden < minimum {
            hidden += counts[part];
            view.withheld.push((part, Withheld::GivesAwayTheRest));
        } else if by_size.len() == 1 && position == 0 {
            view.withheld.push((part, Withheld::NothingToCompare));
        } else {
            view.shown.push(part);
        }
    }
    view.shown.sort_unstable();
    view.withheld.sort_by_key(|(part, _)| *part);
    view
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::diagnostics::Diagnostics;
    use crate::questionnaire::Questionnaire;
    use crate::responses::{Intake, Responses, read_table};
    use crate::scores::{Keep, Rubric};
    use crate::source::Sources;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: klein\nversion: 1.0.0\nlanguages: [nl]\ntitle: Klein\n\
        scale: {max: 4}\naxes:\n  - id: as\n    title: As\n    dimensions: [{id: breed, title: B}, {id: drie, title: D}]\n\
        roles: [{id: ict, title: ICT}, {id: dienst, title: D}, {id: baas, title: B}, {id: pol, title: P}]\nquestions:\n\
        \x20 - {id: v1, at: {as: breed}, ask: Hoe breed?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: v2, at: {as: breed}, ask: Hoe smal?, type: rating, from: 0, to: 4, roles: [pol]}\n\
        \x20 - {id: v3, at: {as: drie}, ask: Hoe ver?, type: rating, from: 0, to: 4, roles: [ict, dienst, baas]}\n";

    /// Six of ICT, seven of a department, two managers and three politicians.
    fn answered() -> (Questionnaire, impl Fn(&Questionnaire) -> Responses) {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("klein.yaml", QUESTIONNAIRE);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
        let read = |q: &Questionnaire| {
            let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
            let rows = [("ict", 6, "2,,2"), ("dienst", 7, "1,,1"), ("baas", 2, "3,,4"), ("pol", 3, "0,1,")];
            let rows = rows.map(|(role, count, answers)| format!("a,{role},{answers}\n").repeat(count));
            let file = sources.add("a.csv", format!("council,role,v1,v2,v3\n{}", rows.concat()));
            let mut intake = Intake::new(q);
            read_table(file, &sources, &mut intake, &mut out);
            intake.finish()
        };
        (q, read)
    }

    #[test]
    fn in_a_dimension_no_role_is_shown_from_which_a_small_one_can_be_worked_out() {
        let (q, read) = answered();
        let batch = Batch::new(Rubric::new(&q), read(&q), Keep::default(), 1);
        let shown = batch.roles_shown(0, Audience::Public).shown;
        assert_eq!(shown, [0, 1], "managers and politicians are hidden, five together");
        assert_eq!(batch.roles_shown_in(0, Some(0), &shown, Audience::Public), [0, 1]);
        // Politicians were not asked about the second, so the whole minus two roles is that of two managers.
        assert_eq!(batch.roles_shown_in(0, Some(1), &shown, Audience::Public), [1]);
    }

    #[test]
    fn the_answer_of_one_person_to_a_question_is_not_public_in_a_council_of_one() {
        let (q, _) = answered();
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("a.csv", "council,role,v1\na,ict,2\n");
        let mut intake = Intake::new(&q);
        read_table(file, &sources, &mut intake, &mut out);
        let batch = Batch::new(Rubric::new(&q), intake.finish(), Keep::default(), 1);
        let value = batch.question_values(0)[0];
        assert_eq!(batch.question_shown(0, value, Audience::Public), Err(Withheld::FewRespondents { minimum: 5 }));
    }

    fn shown(counts: &[u32]) -> Vec<usize> {
        suppress(counts, 5).shown
    }

    #[test]
    fn a_part_under_five_is_hidden() {
        assert_eq!(shown(&[6, 7, 2, 3]), [0, 1], "two and three are hidden, five together");
    }

    #[test]
    fn when_the_hidden_rest_is_under_five_the_next_smallest_goes_too() {
        assert_eq!(shown(&[6, 7, 2, 0]), [1], "two alone could be worked out from the whole, so six goes as well");
        assert_eq!(shown(&[6, 0, 2, 0]), Vec::<usize>::new());
    }

    #[test]
    fn nothing_is_hidden_when_every_part_is_large_enough() {
        assert_eq!(shown(&[5, 5, 5, 9]), [0, 1, 2, 3]);
    }

    #[test]
    fn a_single_part_is_not_shown_beside_the_whole() {
        assert_eq!(suppress(&[9, 0, 0], 5).withheld, [(0, Withheld::NothingToCompare)]);
    }
}
