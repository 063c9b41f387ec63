//! The last screen: what is open, what was set aside, how far every dimension is, and what all of it is about.

use console::Key;
use peil::interview::{End, Input, Interview};
use peil::language::interview::{self as words, drawn};

use super::super::front::Turn;
use super::frame::Frame;
use super::keys::Press;
use super::question::Style;
use super::question_keys::Outcome;
use super::text::{Line, Manner, hanging, lines, pairs};
use super::view::View;

/// The screen. Its list is "finish" and then every open question, with the number it has in the whole.
pub(super) fn frame(interview: &Interview<'_>, end: &End, view: &View, style: Style<'_>) -> Frame {
    let Style { l, tag, width } = style;
    let mut frame = Frame { head: lines(words::all_passed(l), width, Manner::Strong), ..Frame::default() };
    let titles = &interview.questionnaire().dimensions;
    let progress = end.progress.iter();
    let progress = progress.map(|one| words::progress(titles[one.dimension].title.get(tag), one.done, one.asked));
    let progress: Vec<String> = progress.map(|one| one.replace(' ', "\u{a0}")).collect();
    frame.body.extend(lines(&progress.join(" · "), width, Manner::Plain));
    frame.body.push(Line::default());
    let (says, finish) = match end.open.is_empty() {
        true => (words::all_answered(l), drawn::finish(l)),
        false => (drawn::end_open(l), drawn::finish_open(l)),
    };
    frame.body.extend(lines(says, width, Manner::Plain));
    frame.body.push(Line::default());
    let mut options = vec![("f".to_owned(), finish.to_owned())];
    let open = interview.columns().enumerate().filter(|(_, column)| end.open.contains(column));
    options.extend(open.map(|(index, column)| ((index + 1).to_string(), interview.question_words(column, l, tag))));
    let widest = options.iter().map(|(tag, _)| tag.len()).max().unwrap_or(0);
    for (index, (tag, text)) in options.iter().enumerate() {
        if index == 1 {
            frame.body.push(Line::default());
            frame.body.extend(lines(&words::open(l, end.open.len()), width, Manner::Plain));
        }
        let pointed = view.at == Some(index);
        let lead = format!("{} {tag:>widest$}  ", if pointed { ">" } else { " " });
        let start = frame.body.len();
        frame.body.extend(hanging(&lead, text, width, if pointed { Manner::Strong } else { Manner::Plain }));
        if pointed {
            frame.focus = Some(start..frame.body.len());
        }
    }
    for &column in &end.parked {
        frame.body.push(Line::default());
        frame.body.extend(lines(&words::parked(l, &interview.question_words(column, l, tag)), width, Manner::Plain));
    }
    frame.body.push(Line::default());
    frame.body.extend(lines(words::head_title(l), width, Manner::Plain));
    for line in interview.head().lines(interview.questionnaire(), l, tag).iter().filter(|line| line.matters) {
        let text = words::head_line(l, line.name, line.value.as_deref());
        frame.body.extend(hanging("  ", &text, width, Manner::Plain));
    }
    if !view.digits.is_empty() {
        frame.body.push(Line::default());
        frame.body.extend(lines(&format!("{}{}", words::your_choice(l), view.digits), width, Manner::Strong));
        frame.focus = Some(frame.body.len() - 1..frame.body.len());
    }
    frame.foot = pairs(&drawn::end_keys(l), width);
    frame.hint = Line::new("f · b · c · q", Manner::Plain);
    frame
}

/// What a key does there.
pub(super) fn press(interview: &Interview<'_>, end: &End, view: &mut View, press: &Press, style: Style<'_>) -> Outcome {
    let l = style.l;
    let Press::Key(key) = press else { return Outcome::default() };
    view.follow = true;
    let last = end.open.len();
    match key {
        Key::ArrowDown => view.at = Some(view.at.map_or(0, |at| (at + 1).min(last))),
        Key::ArrowUp => view.at = Some(view.at.map_or(last, |at| at.saturating_sub(1))),
        Key::Home => view.at = Some(0),
        Key::End => view.at = Some(last),
        Key::Char(digit) if digit.is_ascii_digit() => {
            view.digits.push(*digit);
            let number: usize = view.digits.parse().unwrap_or(usize::MAX);
            if number == 0 || number > interview.columns().count() {
                view.digits.clear();
                return Outcome::say(words::no_such_option(l));
            }
            return Outcome::default();
        }
        Key::Backspace => {
            view.digits.pop();
            return Outcome::default();
        }
        Key::Enter => return enter(interview, end, view, style),
        Key::ArrowLeft | Key::Char('b' | 'B') => return Outcome::all([Input::Back]),
        Key::Char('f' | 'F') => return Outcome::all([Input::Finish]),
        Key::Char('c' | 'C') => return Outcome { turns: vec![Turn::Correct], notice: None },
        Key::Char('q' | 'Q') => return Outcome { turns: vec![Turn::Quit], notice: None },
        Key::Char(_) => return Outcome::say(words::end_how(l)),
        _ => {}
    }
    view.digits.clear();
    Outcome::default()
}

fn enter(interview: &Interview<'_>, end: &End, view: &View, style: Style<'_>) -> Outcome {
    if let Ok(number) = view.digits.parse::<usize>() {
        let column = number.checked_sub(1).and_then(|index| interview.columns().nth(index));
        return column.map_or_else(Outcome::default, |column| Outcome::all([Input::Go(column)]));
    }
    match view.at {
        None => Outcome::say(words::end_how(style.l)),
        Some(0) => Outcome::all([Input::Finish]),
        Some(at) => Outcome::all(end.open.get(at - 1).map(|&column| Input::Go(column))),
    }
}
