//! What may be shown to whom. Whoever shows something about a part of a group asks here first.

use super::batch::Batch;
use super::standing::LikeForLike;
use crate::responses::{Note, NoteKind};

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
    /// Which roles of a group may be shown to an audience.
    pub fn roles_shown(&self, group: usize, audience: Audience) -> RoleView {
        let counts: Vec<u32> = (0..self.tally().roles()).map(|role| self.tally().respondents(group, role)).collect();
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        if audience == Audience::Workshop && self.group(group).shown_by_role {
            let shown = (0..counts.len()).filter(|&role| counts[role] > 0).collect();
            return RoleView { shown, withheld: Vec::new() };
        }
        suppress(&counts, minimum)
    }

    /// The comments of a group that an audience may read, each with its role where the role may be shown.
    ///
    /// # Errors
    /// [`Withheld`] when the group is too small for comments.
    pub fn comments_shown(&self, group: usize, audience: Audience) -> Result<Vec<(&Note, Option<usize>)>, Withheld> {
        let minimum = self.rubric().questionnaire().scoring.minimum_group.comments;
        let in_the_room = audience == Audience::Workshop;
        if !in_the_room && self.group(group).respondents < minimum {
            return Err(Withheld::FewRespondents { minimum });
        }
        let by_role = in_the_room && self.group(group).shown_by_role;
        let comments = self.responses().notes_of(group).iter().filter(|note| note.kind == NoteKind::Comment);
        Ok(comments.map(|note| (note, by_role.then_some(note.role))).collect())
    }

    /// Whether the change of a group may be shown: it speaks of the roles in both waves, which may be a part of either.
    ///
    /// # Errors
    /// [`Withheld`] when that part is too small, or leaves too small a rest.
    pub fn change_shown(
        &self,
        group: usize,
        previous: usize,
        change: &LikeForLike,
        audience: Audience,
    ) -> Result<(), Withheld> {
        let minimum = self.rubric().questionnaire().scoring.minimum_group.respondents;
        for wave in [group, previous] {
            if audience == Audience::Workshop && self.group(wave).shown_by_role {
                continue;
            }
            let respondents = |role: &usize| self.tally().respondents(wave, *role);
            let inside: u32 = change.roles.iter().map(respondents).sum();
            let rest = self.group(wave).respondents - inside;
            if rest > 0 && inside < minimum {
                return Err(Withheld::FewRespondents { minimum });
            }
            if rest > 0 && rest < minimum {
                return Err(Withheld::GivesAwayTheRest);
            }
        }
        Ok(())
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
