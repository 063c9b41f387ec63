//! What to do next: the advice of the questionnaire for the lowest questions, by weight and distance to the next step.

use super::View;
use crate::language::report::{advice as say, targets};
use crate::questionnaire::{Advice, AdviceKind, Kind};
use crate::report::document::{Block, Card, Section};
use crate::report::reader::Reader;

/// The most cards.
const CARDS: usize = 5;
/// One in so many questions is among the lowest, but never fewer than there are cards.
const LOWEST: usize = 4;

/// One scored item that has advice.
struct Candidate<'a> {
    item: usize,
    /// The value of the question, or of its cell where that of the question may not be shown.
    value: f64,
    /// Whether the value is that of the question itself.
    own: bool,
    /// How far the next step is, on the scale.
    gap: f64,
    now: String,
    next: Option<String>,
    advice: &'a Advice,
}

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (q, l) = (view.reader.q, view.reader.l);
    if q.questions.iter().all(|question| question.advice.is_empty()) {
        return None;
    }
    let chosen = chosen(candidates(view), view);
    let mut blocks = Vec::new();
    if view.targets.is_some() {
        blocks.push(Block::Paragraph(targets::not_advised(l).into()));
    }
    if chosen.is_empty() {
        blocks.push(Block::Paragraph(say::none(l).into()));
    } else {
        let mut text = say::how_chosen(l).to_owned();
        if chosen.iter().any(|candidate| !candidate.own) {
            text = format!("{text} {}", say::chosen_by_part(l, q.scoring.minimum_group.respondents));
        }
        blocks.push(Block::Paragraph(text.into()));
        blocks.push(Block::Cards(chosen.into_iter().map(|candidate| card(&view.reader, candidate)).collect()));
    }
    Some(Section { id: "advice".to_owned(), title: say::what_next(l).to_owned(), blocks })
}

/// Every item with a value that some of its advice is meant for.
fn candidates<'a>(view: &View<'a>) -> Vec<Candidate<'a>> {
    let reader = &view.reader;
    let q = reader.q;
    let values = view.batch.question_values(view.group);
    let mut found = Vec::new();
    for (item, value) in values.into_iter().enumerate() {
        let own = view.batch.question_shown(view.group, value, view.audience).is_ok();
        let cell = q.items[item].cell;
        let shown = if own { value.value } else { view.card.cells[cell].outcome.score() };
        let Some(value) = shown else { continue };
        // A council that is where it wants to be is not told to go on.
        if view.wants_no_more(item, value) {
            continue;
        }
        let reached = q.scoring.comparable(value);
        let meant = |advice: &&Advice| reached < q.scoring.comparable(advice.below);
        let question = &q.questions[q.items[item].question];
        let Some(advice) = question.advice.iter().find(meant) else {
            continue;
        };
        let (now, next, gap) = if own {
            state(view, item, value)
        } else {
            let now = say::part_at(reader.l, &reader.cell(cell), &reader.number(value), &reader.max());
            (now, None, stage_gap(reader, value).1)
        };
        found.push(Candidate { item, value, own, gap, now, next, advice });
    }
    found
}

/// The lowest questions first; of those, the heaviest and the ones furthest from their next step; of equals, the lowest
/// and then the first of the questionnaire. Of a cell that stands for its questions, one question is enough.
fn chosen<'a>(mut candidates: Vec<Candidate<'a>>, view: &View<'_>) -> Vec<Candidate<'a>> {
    let items = &view.reader.q.items;
    candidates.sort_by(|a, b| a.value.total_cmp(&b.value).then(a.item.cmp(&b.item)));
    let mut cells = Vec::new();
    candidates.retain(|candidate| {
        let cell = items[candidate.item].cell;
        let first = candidate.own || !cells.contains(&cell);
        if !candidate.own {
            cells.push(cell);
        }
        first
    });
    candidates.truncate(items.len().div_ceil(LOWEST).max(CARDS));
    let priority = |candidate: &Candidate<'_>| items[candidate.item].weight * candidate.gap;
    candidates.sort_by(|a, b| priority(b).total_cmp(&priority(a)));
    candidates.truncate(CARDS);
    candidates
}

/// The answer that a question has reached, the one after it, and how far that is.
fn state(view: &View<'_>, item: usize, value: f64) -> (String, Option<String>, f64) {
    let reader = &view.reader;
    let q = reader.q;
    let rule = &q.items[item];
    let shares = view.batch.rubric().shares(rule.columns.start);
    let labels = labels(reader, &q.questions[rule.question].kind);
    let score = (reader.number(value), reader.max());
    if labels.len() != shares.len() || labels.is_empty() {
        let (next, gap) = stage_gap(reader, value);
        let stage = crate::scores::stage_at(q, value).map(|stage| q.scale.stages[stage].title.get(reader.tag));
        return (say::now_at(reader.l, stage.unwrap_or_default(), &score.0, &score.1), next, gap);
    }
    let mut steps: Vec<(f64, String)> = shares.iter().map(|share| share * q.scale.max).zip(labels).collect();
    steps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let reached = |step: &&(f64, String)| q.scoring.comparable(step.0) <= q.scoring.comparable(value);
    let next = steps.iter().find(|step| !reached(step));
    let now = steps.iter().rev().find(reached).or(steps.first()).map_or("", |step| &step.1);
    (
        say::now_at(reader.l, now, &score.0, &score.1),
        next.map(|step| step.1.clone()),
        next.map_or(0.0, |step| step.0 - value),
    )
}

/// The next stage of the scale and how far it is; the top of the scale after the last.
fn stage_gap(reader: &Reader<'_>, value: f64) -> (Option<String>, f64) {
    let reached = reader.q.scoring.comparable(value);
    let next = reader.q.scale.stages.iter().find(|stage| reader.q.scoring.comparable(stage.from) > reached);
    match next {
        Some(stage) => (Some(stage.title.get(reader.tag).to_owned()), stage.from - value),
        None => (None, reader.q.scale.max - value),
    }
}

/// The words of the answers that can be picked one of, in the order of their codes; none for other kinds.
fn labels(reader: &Reader<'_>, kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Choice { choices, .. } => choices.iter().map(|choice| choice.label.get(reader.tag).to_owned()).collect(),
        Kind::YesNo => [true, false].map(|yes| crate::language::report::yes_no(reader.l, yes).to_owned()).into(),
        _ => Vec::new(),
    }
}

fn card(reader: &Reader<'_>, candidate: Candidate<'_>) -> Card {
    let (advice, l) = (candidate.advice, reader.l);
    let kind = advice.kind.map(|kind| match kind {
        AdviceKind::Pilot => say::pilot(l),
        AdviceKind::Skills => say::skills(l),
        AdviceKind::Expertise => say::expertise(l),
        AdviceKind::Budget => say::budget(l),
    });
    let text = |text: &crate::questionnaire::Text| text.get(reader.tag).to_owned();
    Card {
        title: reader.item(candidate.item),
        now: candidate.now,
        next: candidate.next,
        think_big: text(&advice.think_big),
        act_small: text(&advice.act_small),
        kind: kind.map(str::to_owned),
        weeks: advice.weeks,
        stop_when: advice.stop_when.as_ref().map(text),
    }
}
