//! What to do next: the advice of the questionnaire for what scores lowest, by weight and distance to the next step.

use super::View;
use crate::comparison::Scan;
use crate::language::report::{advice as say, score_on, targets};
use crate::questionnaire::{Advice, AdviceKind, Item, Kind};
use crate::report::document::{Block, Card, Piece, Section};
use crate::report::reader::Reader;
use crate::scores::{Outcome, Selection};
use crate::sorting;

/// So many pieces of advice are enough: after the card that reaches them there are no more.
const PIECES: usize = 5;
/// One in so many is among the lowest, but never fewer than pieces that are enough.
const LOWEST: usize = 4;

/// What a card is about.
enum About {
    /// A scored item.
    Item(usize),
    /// A cell, for those of its items that have a value which may not be shown.
    Cell(usize, Vec<usize>),
}

/// Something that has a score, and questions with advice.
struct Subject {
    about: About,
    value: f64,
}

/// A subject that some of the advice is meant for.
struct Candidate<'a> {
    subject: Subject,
    /// The advice that is meant for it, by the index of the question.
    advice: Vec<(usize, &'a Advice)>,
    /// The share of the overall that all these questions are.
    share: f64,
    /// How far the next step is, on the scale.
    gap: f64,
    now: String,
    next: Option<String>,
}

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (q, l) = (view.reader.q, view.reader.l);
    if q.questions.iter().all(|question| question.advice.is_empty()) {
        return None;
    }
    let subjects = subjects(view);
    let blocks = if subjects.is_empty() && awaits_a_score(view) {
        vec![Block::Paragraph(say::waits(l).into())]
    } else {
        blocks(view, subjects)
    };
    Some(Section { id: "advice".to_owned(), title: say::what_next(l).to_owned(), blocks })
}

/// Whether anything that has advice is without a score for lack of answers.
fn awaits_a_score(view: &View<'_>) -> bool {
    let q = view.reader.q;
    let has_advice = |item: &&Item| !q.questions[item.question].advice.is_empty();
    let mut outcomes = q.items.iter().filter(has_advice).map(|item| view.card.cells[item.cell].outcome);
    outcomes.any(|outcome| matches!(outcome, Outcome::TooFewAnswers(_)))
}

/// The cards of what scores lowest, and how they were chosen.
fn blocks(view: &View<'_>, subjects: Vec<Subject>) -> Vec<Block> {
    let (q, l) = (view.reader.q, view.reader.l);
    let chosen = chosen(view, subjects);
    let parts = chosen.iter().filter(|candidate| matches!(candidate.subject.about, About::Cell(..))).count();
    let mut blocks = Vec::new();
    if view.targets.is_some() {
        blocks.push(Block::Paragraph(targets::not_advised(l, parts > 0).into()));
    }
    if chosen.is_empty() {
        blocks.push(Block::Paragraph(say::none(l).into()));
        return blocks;
    }
    let mut text = say::how_chosen(l, chosen.len() > parts, parts > 0, q.has_grid());
    if parts > 0 {
        let minimum = q.scoring.minimum_group.respondents;
        text = format!("{text} {}", say::chosen_by_part(l, minimum, q.has_grid()));
    }
    blocks.push(Block::Paragraph(text.into()));
    blocks.push(Block::Cards(chosen.into_iter().map(|candidate| card(&view.reader, candidate)).collect()));
    blocks
}

/// Whatever has a score and advice, in the order of the questionnaire.
fn subjects(view: &View<'_>) -> Vec<Subject> {
    let q = view.reader.q;
    let mut found: Vec<Subject> = Vec::new();
    for (item, all) in view.batch.question_values(view.group).into_iter().enumerate() {
        // Nobody was asked it, it applies to nobody, or nobody knows: there is nothing to advise on, or to hold back.
        let Some(value) = all.value else { continue };
        let (cell, question) = (q.items[item].cell, q.items[item].question);
        if q.questions[question].advice.is_empty() {
            continue;
        }
        if view.batch.question_shown(view.group, all, view.audience).is_ok() {
            found.push(Subject { about: About::Item(item), value });
            continue;
        }
        let Some(value) = view.card.cells[cell].outcome.score() else { continue };
        let same = found.iter_mut().find_map(|subject| match &mut subject.about {
            About::Cell(of, items) if *of == cell => Some(items),
            _ => None,
        });
        match same {
            Some(items) => items.push(item),
            None => found.push(Subject { about: About::Cell(cell, vec![item]), value }),
        }
    }
    found
}

/// The subject with the advice that is meant for it, if there is any.
fn candidate<'a>(view: &View<'a>, shares: &[f64], subject: Subject) -> Option<Candidate<'a>> {
    let (reader, q, value) = (&view.reader, view.reader.q, subject.value);
    let (items, own) = match &subject.about {
        About::Item(item) => (vec![*item], Some(value)),
        About::Cell(_, items) => (items.clone(), None),
    };
    let reached = q.scoring.comparable(value);
    let (mut advice, mut share) = (Vec::new(), 0.0);
    for item in items {
        let question = q.items[item].question;
        let meant = q.questions[question].advice.iter().find(|one| reached < q.scoring.comparable(one.below));
        // A council that is where it wants to be is not told to go on.
        let Some(meant) = meant.filter(|_| !view.wants_no_more(item, own)) else { continue };
        share += shares[item];
        // Of both halves of a question the advice is the same.
        if advice.iter().all(|(known, _)| *known != question) {
            advice.push((question, meant));
        }
    }
    let (now, next, gap) = match subject.about {
        About::Item(item) => state(view, item, value),
        About::Cell(..) => {
            let now = score_on(reader.l, &reader.number(value), &reader.max());
            (now, None, stage_gap(reader, value).1)
        }
    };
    (!advice.is_empty()).then_some(Candidate { subject, advice, share, gap, now, next })
}

/// The lowest first, and all that score the same as the last of those; of them the ones that are most of the overall and
/// furthest from their next step; of equals, the lowest and then the first of the questionnaire.
fn chosen<'a>(view: &View<'a>, subjects: Vec<Subject>) -> Vec<Candidate<'a>> {
    let scoring = &view.reader.q.scoring;
    let lowest = subjects.len().div_ceil(LOWEST).max(PIECES);
    let quick_only = view.batch.scan(view.group) == Scan::Quick;
    let shares = view.batch.rubric().item_shares(Selection { quick_only, age: 0 });
    let score = |candidate: &Candidate<'_>| scoring.comparable(candidate.subject.value);
    let mut candidates: Vec<Candidate<'_>> =
        subjects.into_iter().filter_map(|subject| candidate(view, &shares, subject)).collect();
    sorting::by_key(&mut candidates, score);
    if let Some(last) = candidates.get(lowest - 1).map(score) {
        candidates.retain(|candidate| score(candidate) <= last);
    }
    // A last bit that comes from adding up makes no question come first.
    let priority = |candidate: &Candidate<'_>| (candidate.share * candidate.gap * 1e9).round();
    sorting::by(&mut candidates, |a, b| priority(b).total_cmp(&priority(a)));
    let mut pieces = 0;
    candidates.retain(|candidate| {
        let wanted = pieces < PIECES;
        pieces += candidate.advice.len();
        wanted
    });
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
    sorting::by(&mut steps, |a, b| a.0.total_cmp(&b.0));
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
    let l = reader.l;
    let (title, several) = match candidate.subject.about {
        About::Item(item) => (reader.item(item), false),
        About::Cell(cell, _) => (say::of_part(l, &reader.cell(cell), candidate.advice.len()), true),
    };
    let pieces = candidate.advice.into_iter().map(|(question, advice)| {
        let asked = several.then(|| reader.q.questions[question].ask.get(reader.tag).to_owned());
        piece(reader, asked, advice)
    });
    Card { title, now: candidate.now, next: candidate.next, pieces: pieces.collect() }
}

fn piece(reader: &Reader<'_>, question: Option<String>, advice: &Advice) -> Piece {
    let l = reader.l;
    let kind = advice.kind.map(|kind| match kind {
        AdviceKind::Pilot => say::pilot(l),
        AdviceKind::Skills => say::skills(l),
        AdviceKind::Expertise => say::expertise(l),
        AdviceKind::Budget => say::budget(l),
    });
    let text = |text: &crate::questionnaire::Text| text.get(reader.tag).to_owned();
    Piece {
        question,
        think_big: text(&advice.think_big),
        act_small: text(&advice.act_small),
        kind: kind.map(str::to_owned),
        weeks: advice.weeks,
        stop_when: advice.stop_when.as_ref().map(text),
    }
}
