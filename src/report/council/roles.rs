//! How each role sees it, where the audience may know; what is withheld, and why.

use super::View;
use super::standing::figure_of;
use crate::comparison::{Audience, RoleView, Withheld};
use crate::language::number::MISSING;
use crate::language::report::{column, ends::Kind, roles as say};
use crate::report::document::{Align, Block, Cell, Column, Row, Section, Table};
use crate::report::ends::{End, Ends, Gap};
use crate::scores::{Outcome, ScoreCard};

/// Why there is no figure of a role.
#[derive(PartialEq)]
enum Dash {
    /// There is one that may not be shown here.
    Hidden,
    /// Nobody of the role gave enough answers.
    Missing,
    /// The role is asked nothing there, or nothing of it applies.
    NotAsked,
}

/// More dimensions than this are not named where all lie equally far apart.
const NAMED: usize = 3;

/// A role that may be shown, with its card.
pub(in crate::report) struct Seen {
    role: usize,
    card: ScoreCard,
    /// Whether its figure may be shown, in the whole and then in each dimension.
    shown: Vec<bool>,
}

impl Seen {
    /// Whether its figure may be shown in one dimension, or in the whole.
    fn is_shown(&self, dimension: Option<usize>) -> bool {
        self.shown[dimension.map_or(0, |dimension| dimension + 1)]
    }

    /// Why no figure is shown there; `None` where one is.
    fn dash(&self, dimension: Option<usize>) -> Option<Dash> {
        match figure_of(&self.card, dimension).outcome {
            Outcome::Scored(_) => (!self.is_shown(dimension)).then_some(Dash::Hidden),
            Outcome::TooFewAnswers(_) => Some(Dash::Missing),
            Outcome::NotApplicable => Some(Dash::NotAsked),
        }
    }

    /// Whether a figure is shown anywhere.
    pub(in crate::report) fn has_a_figure(&self) -> bool {
        everywhere(self.card.dimensions.len()).any(|place| self.dash(place).is_none())
    }
}

/// The whole, and then each dimension.
fn everywhere(dimensions: usize) -> impl Iterator<Item = Option<usize>> {
    std::iter::once(None).chain((0..dimensions).map(Some))
}

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let roles = view.batch.roles_shown(view.group, view.audience);
    // Without roles there is nothing to say about them.
    let last = view.reader.q.roles.len();
    if last == 0 || roles.shown.iter().chain(roles.withheld.iter().map(|(role, _)| role)).all(|&role| role == last) {
        return None;
    }
    let seen = seen(view, &roles);
    let mut blocks = Vec::new();
    if seen.len() > 1 && seen.iter().any(Seen::has_a_figure) {
        blocks.push(Block::Paragraph(message(view, &roles, &seen).into()));
    }
    blocks.extend(figures(view, &seen));
    blocks.extend(withheld(view, &roles).map(|text| Block::Paragraph(text.into())));
    Some(Section { id: "roles".to_owned(), title: say::by_role(view.reader.l).to_owned(), blocks })
}

/// The roles that may be shown.
pub(in crate::report) fn seen(view: &View<'_>, roles: &RoleView) -> Vec<Seen> {
    let shown_in = |place| view.batch.roles_shown_in(view.group, place, &roles.shown, view.audience);
    let shown: Vec<Vec<usize>> = everywhere(view.reader.q.dimensions.len()).map(shown_in).collect();
    let seen = |&role: &usize| Seen {
        role,
        card: view.batch.tally().card(view.batch.rubric(), view.group, &|other| other == role),
        shown: shown.iter().map(|here| here.contains(&role)).collect(),
    };
    roles.shown.iter().map(seen).collect()
}

/// Where roles lie furthest apart, if that is clear. It speaks of all roles only where all of them were compared.
pub(in crate::report) fn message(view: &View<'_>, roles: &RoleView, seen: &[Seen]) -> String {
    let (reader, l) = (&view.reader, view.reader.l);
    let (mut partly, mut compared) = (!roles.withheld.is_empty(), true);
    let mut apart: Vec<(usize, Option<Ends<usize>>)> = Vec::new();
    for leaf in reader.leaves() {
        let is_firm = |seen: &Seen| seen.card.dimensions[leaf].coverage.bears_a_stage(reader.q);
        let score = |seen: &Seen| {
            let score = seen.card.dimensions[leaf].outcome.score()?;
            Some((seen.is_shown(Some(leaf)) && is_firm(seen), (seen.role, score)))
        };
        let (here, elsewhere): (Vec<_>, Vec<_>) = seen.iter().filter_map(score).partition(|(is_here, _)| *is_here);
        partly |= !elsewhere.is_empty();
        // Of one role alone there is nothing to compare.
        let is_asked = |seen: &&Seen| !matches!(seen.card.dimensions[leaf].outcome, Outcome::NotApplicable);
        compared &= here.len() > 1 || seen.iter().filter(is_asked).count() < 2;
        let here: Vec<(usize, f64)> = here.into_iter().map(|(_, score)| score).collect();
        apart.extend((here.len() > 1).then(|| (leaf, reader.ends(&here))));
    }
    let gap = |(of, (_, ends)): (usize, &(usize, Option<Ends<usize>>))| {
        let (low, high) = ends.as_ref().map_or((0.0, 0.0), |ends| (ends.lowest.low, ends.highest.high));
        Gap { of, low, high }
    };
    let gaps: Vec<Gap<usize>> = apart.iter().enumerate().map(gap).collect();
    let mut widest = reader.widest(&gaps);
    widest.retain(|&at| reader.side(gaps[at].high, gaps[at].low) > 0);
    if widest.is_empty() {
        return if partly || !compared { say::nothing_to_say(l) } else { say::close_together(l) }.to_owned();
    }
    let equally = widest.len() > 1 && widest.len() == gaps.len();
    let partly = partly || equally && !compared;
    if equally && (!partly || widest.len() > NAMED) {
        return say::equally_apart(l, partly).to_owned();
    }
    let told = widest.into_iter().filter_map(|at| {
        let (leaf, ends) = (apart[at].0, apart[at].1.as_ref()?);
        let who = |end: &End<usize>| (reader.sharing(Kind::Roles, &reader.roles(&end.who)), reader.at(end));
        Some((reader.dimension(leaf).to_owned(), who(&ends.highest), who(&ends.lowest)))
    });
    let told: Vec<_> = told.map(|(dimension, high, low)| say::Apart { dimension, high, low }).collect();
    if equally { say::equally_apart_in(l, &told) } else { say::furthest_apart(l, partly, &told) }
}

/// Dimensions by role, the whole council first, for the roles of which there is a figure; and of which there is none.
pub(in crate::report) fn figures(view: &View<'_>, seen: &[Seen]) -> Vec<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let dimensions = reader.places().into_iter().filter_map(|place| Some((place.title, Some(place.dimension?))));
    let places: Vec<(String, Option<usize>)> =
        std::iter::once((column::total(l).to_owned(), None)).chain(dimensions).collect();
    let (with, without): (Vec<&Seen>, Vec<&Seen>) = seen.iter().partition(|seen| seen.has_a_figure());
    let mut columns = vec![Column::row_header(column::dimension(l)), Column::new(column::total(l), Align::Centre)];
    columns.extend(with.iter().map(|seen| Column::new(with_count(view, seen), Align::Centre)));
    let mut dashes = Vec::new();
    let rows = places.iter().map(|(title, dimension)| {
        let mut cells = vec![Cell::new(title.clone()), reader.heat(&figure_of(view.card, *dimension))];
        for seen in &with {
            let dash = seen.dash(*dimension);
            let is_hidden = dash == Some(Dash::Hidden);
            cells.push(if is_hidden { Cell::new(MISSING) } else { reader.heat(&figure_of(&seen.card, *dimension)) });
            dashes.extend(dash);
        }
        Row::new(cells)
    });
    let rows: Vec<Row> = rows.collect();
    let minimum = reader.q.scoring.minimum_group.respondents;
    let note = if dashes.contains(&Dash::Hidden) {
        Some(say::hidden_here(l, minimum))
    } else {
        dashes.contains(&Dash::Missing).then(|| say::missing_here(l).to_owned())
    };
    let table = Table { caption: say::caption(l).to_owned(), columns, rows, note };
    let mut blocks = if with.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
    let is_hidden = |seen: &&&Seen| places.iter().any(|(_, dimension)| seen.dash(*dimension) == Some(Dash::Hidden));
    let (hidden, missing): (Vec<&Seen>, Vec<&Seen>) = without.iter().partition(is_hidden);
    let names = |seen: &[&Seen]| -> Vec<String> {
        let counts = seen.iter().map(|seen| seen.card.total_respondents());
        let roles = reader.roles(&seen.iter().map(|seen| seen.role).collect::<Vec<_>>());
        roles.iter().zip(counts).map(|(role, count)| say::with_count(l, role, count)).collect()
    };
    let mut sentences = Vec::new();
    sentences.extend((!hidden.is_empty()).then(|| say::hidden_everywhere(l, &names(&hidden), minimum)));
    sentences.extend((!missing.is_empty()).then(|| say::missing_everywhere(l, &names(&missing))));
    blocks.extend((!sentences.is_empty()).then(|| Block::Paragraph(sentences.join(" ").into())));
    blocks
}

/// A role and how many answered in it.
fn with_count(view: &View<'_>, seen: &Seen) -> String {
    say::with_count(view.reader.l, view.reader.role(seen.role), seen.card.total_respondents())
}

/// Why some roles are not there.
pub(in crate::report) fn withheld(view: &View<'_>, roles: &RoleView) -> Option<String> {
    let (reader, l) = (&view.reader, view.reader.l);
    let hidden = |reason: fn(Withheld) -> bool| -> Vec<usize> {
        roles.withheld.iter().filter(|(_, why)| reason(*why)).map(|(role, _)| *role).collect()
    };
    if let [only] = hidden(|why| why == Withheld::NothingToCompare).as_slice() {
        let role = reader.q.roles.get(*only).map(|_| reader.role(*only));
        return Some(say::one_role_only(l, role));
    }
    let few = reader.roles(&hidden(|why| matches!(why, Withheld::FewRespondents { .. })));
    let rest = reader.roles(&hidden(|why| why == Withheld::GivesAwayTheRest));
    let mut sentences = Vec::new();
    if !few.is_empty() {
        sentences.push(say::too_few(l, &few, reader.q.scoring.minimum_group.respondents));
    }
    if !rest.is_empty() {
        sentences.push(say::gives_away(l, &rest));
    }
    if sentences.is_empty() {
        return None;
    }
    sentences.push(match view.audience {
        Audience::Public => say::workshop_shows_more(l).to_owned(),
        Audience::Workshop => say::not_agreed(l).to_owned(),
    });
    Some(sentences.join(" "))
}
