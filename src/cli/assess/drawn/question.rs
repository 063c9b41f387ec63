//! A question on a screen: what stands beside it, its options or its field, and the keys. Reads no keys itself.

use peil::interview::{Interview, Label, Place, QuestionStep};
use peil::language::Language;
use peil::language::interview::{self as words, drawn};
use peil::questionnaire::{Kind, NotApplicable, Part};
use unicode_width::UnicodeWidthStr;

use super::field::Field;
use super::frame::Frame;
use super::text::{Line, Manner, hanging, lines, pairs};
use super::view::{Mode, View, is_given};

/// In which words, and how wide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style<'s> {
    pub(super) l: Language,
    pub(super) tag: &'s str,
    pub(super) width: usize,
}

/// What is typed to point at each option: its number in the list, or the step of a rating itself.
pub(super) fn tags(step: &QuestionStep<'_>) -> Vec<String> {
    let tag = |(index, label): (usize, Label<'_>)| match label {
        Label::Number(number) => number.to_string(),
        _ => (index + 1).to_string(),
    };
    step.options.iter().map(|one| one.label).enumerate().map(tag).collect()
}

/// Whether each option is pointed at by one character, so that it can be picked at once.
pub(super) fn is_short(tags: &[String]) -> bool {
    tags.iter().all(|tag| tag.len() == 1)
}

/// The screen of a question, or of what shows its answer.
pub(super) fn frame(interview: &Interview<'_>, step: &QuestionStep<'_>, view: &View, style: Style<'_>) -> Frame {
    let Style { l, width, .. } = style;
    let mut frame = Frame { head: heading(interview, step, style), ..Frame::default() };
    if view.mode == Mode::Help {
        help(&mut frame, step, style);
        return frame;
    }
    asked(&mut frame, step, style);
    let at_evidence = matches!(view.place, Some(Place::Evidence(_)));
    beside(&mut frame, interview, step, at_evidence, style);
    if !at_evidence {
        match step.question.kind {
            Kind::Number { .. } | Kind::Text => {
                let typing = view.mode == Mode::Keys && !matches!(step.question.kind, Kind::Text);
                let cursor = typing || view.mode == Mode::Answer;
                field(&mut frame, drawn::field_answer(l), &view.answer, cursor, width);
            }
            _ => options(&mut frame, step, view, style),
        }
    }
    let notes = [(words::comment(l), step.comment, Mode::Comment), (words::evidence(l), step.evidence, Mode::Evidence)];
    let notes: Vec<_> = notes.into_iter().filter(|(_, text, mode)| text.is_some() && view.mode != *mode).collect();
    if step.partner || !notes.is_empty() {
        frame.body.push(Line::default());
    }
    if step.partner {
        frame.body.extend(lines(words::via_partner(l), width, Manner::Plain));
    }
    for (name, text, _) in notes {
        if let Some(text) = text {
            frame.body.extend(hanging(&format!("{name}: "), text, width, Manner::Plain));
        }
    }
    match view.mode {
        Mode::Comment => field(&mut frame, drawn::field_comment(l), &view.note, true, width),
        Mode::Evidence if at_evidence => field(&mut frame, words::ask_evidence(l), &view.note, true, width),
        Mode::Evidence => field(&mut frame, drawn::field_evidence(l), &view.note, true, width),
        Mode::Reason if step.not_applicable == NotApplicable::ReasonRequired => {
            field(&mut frame, drawn::field_reason(l), &view.note, true, width);
        }
        Mode::Reason => field(&mut frame, drawn::field_reason_optional(l), &view.note, true, width),
        Mode::Keys | Mode::Answer | Mode::Help => {}
    }
    frame.foot = pairs(&keys(step, view, at_evidence, l), width);
    frame.hint = Line::new(if view.mode == Mode::Keys { drawn::keys_short(l) } else { "Enter · Esc" }, Manner::Plain);
    frame
}

fn heading(interview: &Interview<'_>, step: &QuestionStep<'_>, style: Style<'_>) -> Vec<Line> {
    let mut parts = vec![words::question_of(style.l, step.number, step.of)];
    let titles = &interview.questionnaire().dimensions;
    let progress = step.progress.iter();
    parts.extend(progress.map(|one| words::progress(titles[one.dimension].title.get(style.tag), one.done, one.asked)));
    lines(&parts.join(" · "), style.width, Manner::Plain)
}

/// The question itself, with its row or half, and what helps to answer it.
fn asked(frame: &mut Frame, step: &QuestionStep<'_>, style: Style<'_>) {
    let Style { l, tag, width } = style;
    frame.body.extend(lines(step.question.ask.get(tag), width, Manner::Strong));
    let part = match (step.part, step.row) {
        (_, Some(row)) => Some(row.get(tag).to_owned()),
        (Part::Paper, _) => Some(words::on_paper(l).to_owned()),
        (Part::Practice, _) => Some(words::in_practice(l).to_owned()),
        _ => None,
    };
    if let Some(part) = part {
        frame.body.extend(hanging("» ", &part, width, Manner::Strong));
    }
    if let Some(help) = &step.question.help {
        frame.body.push(Line::default());
        frame.body.extend(lines(help.get(tag), width, Manner::Plain));
    }
    if matches!(step.question.kind, Kind::Multiple { .. }) {
        frame.body.push(Line::default());
        frame.body.extend(lines(drawn::several(l), width, Manner::Plain));
    }
}

/// What was answered in the previous round; and now, where no option shows it.
fn beside(frame: &mut Frame, interview: &Interview<'_>, step: &QuestionStep<'_>, always: bool, style: Style<'_>) {
    let Style { l, tag, width } = style;
    let typed = matches!(step.question.kind, Kind::Number { .. } | Kind::Text);
    let in_field = typed && step.answer.is_some_and(is_given);
    let on_screen = in_field || step.options.iter().any(|option| step.is_chosen(option));
    let now = step.answer.filter(|_| always || !on_screen);
    let both = [(words::previous(l), step.previous), (words::now(l), now)];
    let both: Vec<_> = both.into_iter().filter_map(|(name, answer)| Some((name, answer?))).collect();
    if !both.is_empty() {
        frame.body.push(Line::default());
    }
    for (name, answer) in both {
        let answer = interview.answer_words(step.column, answer, l, tag);
        frame.body.extend(hanging(&format!("{name}: "), &answer, width, Manner::Plain));
    }
}

fn options(frame: &mut Frame, step: &QuestionStep<'_>, view: &View, style: Style<'_>) {
    let multiple = matches!(step.question.kind, Kind::Multiple { .. });
    let tags = tags(step);
    let widest = tags.iter().map(|tag| tag.width()).max().unwrap_or(0);
    frame.body.push(Line::default());
    for (index, (option, tag)) in step.options.iter().zip(&tags).enumerate() {
        let pointed = view.at == Some(index);
        let mark = match (multiple, step.is_chosen(option)) {
            (true, true) => "[x]",
            (true, false) => "[ ]",
            (false, true) => "(•)",
            (false, false) => "( )",
        };
        // The step of a rating is its own number.
        let label = match option.label {
            Label::Number(_) => String::new(),
            label => label.words(style.l, style.tag),
        };
        let shown = tag.replace('-', "\u{2212}");
        let lead = format!("{} {mark} {shown:>widest$}  ", if pointed { ">" } else { " " });
        let manner = if pointed { Manner::Strong } else { Manner::Plain };
        let start = frame.body.len();
        frame.body.extend(hanging(&lead, &label, style.width, manner));
        if pointed {
            frame.focus = Some(start..frame.body.len());
        }
    }
}

/// A field with its name above it, and the cursor when someone types in it.
fn field(frame: &mut Frame, name: &str, field: &Field, typing: bool, width: usize) {
    frame.body.push(Line::default());
    frame.body.extend(lines(name, width, if typing { Manner::Strong } else { Manner::Plain }));
    let (texts, (line, column)) = field.lines(width.saturating_sub(3));
    let top = frame.body.len();
    for (index, text) in texts.iter().enumerate() {
        let lead = if index == 0 { "> " } else { "  " };
        frame.body.push(Line::new(format!("{lead}{text}"), Manner::Plain));
    }
    if typing {
        frame.cursor = Some((top + line, column + 2));
    }
}

fn keys(step: &QuestionStep<'_>, view: &View, at_evidence: bool, l: Language) -> Vec<drawn::Key> {
    match view.mode {
        Mode::Answer => drawn::typing_keys(l),
        Mode::Evidence if at_evidence => drawn::evidence_keys(l),
        Mode::Comment | Mode::Evidence => drawn::note_keys(l, true),
        Mode::Reason => drawn::note_keys(l, false),
        Mode::Keys | Mode::Help => {
            let tags = tags(step);
            let digits = tags.first().zip(tags.last()).filter(|_| is_short(&tags));
            let digits = digits.map(|(first, last)| format!("{first}-{last}"));
            let first = match &step.question.kind {
                Kind::Number { .. } => drawn::number_keys(l),
                Kind::Text => drawn::text_keys(l),
                Kind::Multiple { .. } => drawn::tick_keys(l, digits.as_deref()),
                _ => drawn::choose_keys(l, digits.as_deref()),
            };
            let offered = step.not_applicable != NotApplicable::NotOffered;
            [first, drawn::question_keys(l, offered, step.question.kind.is_scored())].concat()
        }
    }
}

/// The keys one to a line, for a terminal that has no room for them beside the question.
fn help(frame: &mut Frame, step: &QuestionStep<'_>, style: Style<'_>) {
    let keys = keys(step, &View::default(), false, style.l);
    let widest = keys.iter().map(|(key, _)| key.width()).max().unwrap_or(0);
    frame.body.extend(lines(drawn::keys_title(style.l), style.width, Manner::Strong));
    for (key, what) in keys {
        let padding = " ".repeat(widest - key.width());
        frame.body.extend(hanging(&format!("  {key}{padding}  "), what, style.width, Manner::Plain));
    }
    frame.hint = Line::new(drawn::any_key(style.l), Manner::Plain);
    frame.foot = lines(drawn::any_key(style.l), style.width, Manner::Plain);
}
