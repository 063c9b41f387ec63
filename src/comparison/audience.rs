//! What may be shown to whom. Whoever shows something about a part of a group asks here first.

use super::batch::Batch;
use crate::questionnaire::Item;
use crate::scores::Step;
use crate::sorting;

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
        let hidden: Vec<usize> = self.cells_in(dimension).flat_map(|cell| self.hidden_by_size(group, cell)).collect();
        shown.iter().copied().filter(|role| !hidden.contains(role)).collect()
    }

    /// Whether roles of any size may be told: in the room, where everyone agreed to it.
    pub(super) fn all_may_be_told(&self, group: usize, audience: Audience) -> bool {
        audience == Audience::Workshop && self.group(group).shown_by_role
    }

    /// The cells inside a dimension, or with `None` all of them.
    pub(super) fn cells_in(&self, dimension: Option<usize>) -> impl Iterator<Item = usize> {
        let q = self.rubric().questionnaire();
        let inside = move |leaf: &usize| dimension.is_none_or(|dimension| q.is_within(*leaf, dimension));
        (0..q.cells.len()).filter(move |&cell| q.cells[cell].at.iter().any(inside))
    }

    /// How many respondents of each role have a score in a cell. A dimension may have cells that only a few of a role
    /// answered, and of a cell of which the others of the dimension are known, so are those few: that most of the role
    /// answered elsewhere hides nobody.
    pub(super) fn scored_in(&self, group: usize, cell: usize) -> impl Iterator<Item = u32> {
        (0..self.tally().roles()).map(move |role| self.tally().scored(group, role, cell))
    }

    /// The roles that are hidden in a cell because of who has a score there.
    fn hidden_by_size(&self, group: usize, cell: usize) -> Vec<usize> {
        let counts: Vec<u32> = self.scored_in(group, cell).collect();
        let withheld = suppress(&counts, self.minimum()).withheld;
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
        let small = |cell| self.scored_in(group, cell).any(|scored| (1..minimum).contains(&scored));
        if !self.all_may_be_told(group, audience) && self.cells_in(dimension).any(small) {
            return Err(Withheld::FewRespondents { minimum });
        }
        Ok(())
    }

    /// The step of a dimension, or with `None` of the whole, where it may be shown: it follows from the middle of the roles
    /// at every question, so where few were answered it tells, beside the score, what a small one of several roles
    /// answered. What someone without a score answered counts in it too.
    pub fn step_shown(&self, group: usize, dimension: Option<usize>, audience: Audience) -> Option<Step> {
        /// Fewer questions are few.
        const ENOUGH: usize = 5;
        let (q, card, tally) = (self.rubric().questionnaire(), self.card(group), self.tally());
        let figure = dimension.map_or(&card.overall, |index| &card.dimensions[index]);
        let roles = || 0..tally.roles();
        let cells: Vec<usize> = self.cells_in(dimension).collect();
        let items = || q.items.iter().filter(|item| cells.contains(&item.cell));
        let answers = |item: &Item| -> Vec<u32> {
            let columns = item.columns.clone();
            columns.flat_map(|column| roles().map(move |role| tally.answered(group, role, column))).collect()
        };
        let questions = items().filter(|item| answers(item).iter().any(|&given| given > 0)).count();
        let several = roles().filter(|&role| tally.has_answered(group, role)).count() > 1;
        let few = |item| answers(item).iter().any(|given| (1..self.minimum()).contains(given));
        let told_by_few = || self.beside_shown(group, dimension, audience).is_err() || items().any(few);
        let hidden = questions < ENOUGH && several && !self.all_may_be_told(group, audience) && told_by_few();
        figure.step.filter(|_| !hidden)
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
    sorting::by_key(&mut by_size, |&part| (counts[part], part));
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
    sorting::by_key(&mut view.withheld, |(part, _)| *part);
    view
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::comparison::tests::with;
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

    /// Two axes and three of the four cells.
    const GRID: &str = "peil: questionnaire/1\nid: raster\nversion: 1.0.0\nlanguages: [nl]\ntitle: R\nscale: {max: 4}\naxes:\n\
        \x20 - {id: f, title: F, dimensions: [{id: fa, title: FA}, {id: fb, title: FB}]}\n\
        \x20 - {id: g, title: G, dimensions: [{id: gx, title: GX}, {id: gy, title: GY}]}\n\
        roles: [{id: ict, title: ICT}, {id: pol, title: P}]\nquestions:\n\
        \x20 - {id: ax, at: {f: fa, g: gx}, ask: AX?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: ay, at: {f: fa, g: gy}, ask: AY?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: bx, at: {f: fb, g: gx}, ask: BX?, type: rating, from: 0, to: 4}\n";

    /// Which dimensions show both roles, and whether all may be counted in another way there; of how many of the six of
    /// ICT gave an answer to the first question.
    fn in_grid(answered: usize) -> Vec<(bool, bool)> {
        let ict = "a,ict,4,2,2\n".repeat(answered) + &"a,ict,?,2,2\n".repeat(6 - answered);
        let table = format!("council,role,ax,ay,bx\n{ict}{}", "a,pol,1,3,1\n".repeat(6));
        with(GRID, &table, |batch| {
            let told = |dimension: Option<usize>| {
                let shown = batch.roles_shown_in(0, dimension, &[0, 1], Audience::Public);
                (shown == [0, 1], batch.beside_shown(0, dimension, Audience::Public).is_ok())
            };
            std::iter::once(None).chain((0..4).map(Some)).map(told).collect()
        })
    }

    #[test]
    fn a_dimension_shows_no_role_of_which_a_few_answered_in_one_of_its_cells() {
        // ICT says 3 on FA and, in its other cell, 2 on GY: so the one who answered in the first said 2 × 3 − 2 = 4.
        let (yes, no) = ((true, true), (false, false));
        assert_eq!(in_grid(1), [no, no, yes, no, yes], "the whole, FA, FB, GX, GY");
        assert_eq!(in_grid(5), [yes; 5]);
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
