//! What a key does at a question: something in the interview, or something on the screen only. Draws nothing.
//!
//! Whatever was typed or ticked goes into the interview before anything else is done, so that nothing is lost by a key.

use console::Key;
use peil::interview::{Input, QuestionStep};
use peil::language::Language;
use peil::language::interview::{self as words, drawn};
use peil::questionnaire::{Kind, NotApplicable};

use super::super::front::Turn;
use super::super::plain_line::{self, Line};
use super::field::Field;
use super::keys::Press;
use super::question::{is_short, tags};
use super::view::{Mode, View};

/// What comes of a key: turns of the interview in order, or something to say.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) turns: Vec<Turn>,
    pub(super) notice: Option<&'static str>,
}

impl Outcome {
    pub(super) fn say(notice: &'static str) -> Outcome {
        Outcome { notice: Some(notice), ..Outcome::default() }
    }

    pub(super) fn all(inputs: impl IntoIterator<Item = Input>) -> Outcome {
        Outcome { turns: inputs.into_iter().map(Turn::Do).collect(), notice: None }
    }

    fn then(mut self, input: Input) -> Outcome {
        self.turns.push(Turn::Do(input));
        self
    }
}

/// A question and the language in which things are said.
pub(super) struct At<'a> {
    pub(super) step: &'a QuestionStep<'a>,
    pub(super) l: Language,
    /// The answer in words, as a field shows it.
    pub(super) answered: String,
    /// Whether it is asked what shows the answer.
    pub(super) at_evidence: bool,
}

impl At<'_> {
    /// Does what a key asks for.
    pub(super) fn press(&self, view: &mut View, press: &Press) -> Outcome {
        let twice = std::mem::take(&mut view.asked_twice);
        view.follow = true;
        match (view.mode, press) {
            (_, Press::Nothing) => Outcome::default(),
            (Mode::Help, _) => {
                view.mode = Mode::Keys;
                Outcome::default()
            }
            (Mode::Keys, Press::Pasted(text)) => {
                if matches!(self.step.question.kind, Kind::Number { .. }) {
                    view.answer.insert(text.trim());
                }
                Outcome::default()
            }
            (Mode::Keys, Press::Key(key)) => self.key(view, key, twice),
            (Mode::Answer, Press::Pasted(text)) => {
                view.answer.insert(text);
                Outcome::default()
            }
            (_, Press::Pasted(text)) => {
                view.note.insert(text);
                Outcome::default()
            }
            (Mode::Answer, Press::Key(key)) => self.answer_key(view, key),
            (_, Press::Key(key)) => self.note_key(view, key),
        }
    }

    /// Keeps what was typed, and ends it.
    pub(super) fn stop(&self, view: &View) -> Outcome {
        let note = view.note.text();
        let mut outcome = match view.mode {
            Mode::Reason if !note.is_empty() => Outcome::all([Input::NotApplicable(note)]),
            Mode::Comment => Outcome::all([Input::Comment(note)]),
            Mode::Evidence if !note.is_empty() => Outcome::all([Input::Evidence(note)]),
            _ => self.leaving(view),
        };
        outcome.turns.push(Turn::Stop);
        outcome
    }

    fn key(&self, view: &mut View, key: &Key, twice: bool) -> Outcome {
        let in_field = is_numeric(key)
            || matches!(key, Key::Backspace | Key::Del | Key::Home | Key::End)
            || *key == Key::ArrowLeft && !view.answer.at_start();
        if in_field && matches!(self.step.question.kind, Kind::Number { .. }) {
            view.answer.press(key);
            return Outcome::default();
        }
        match key {
            Key::Enter => self.enter(view, twice),
            Key::Char(c) if c.is_ascii_digit() || *c == '-' => self.digit(view, *c),
            Key::Char(' ') => self.tick(view.at),
            Key::Char(c) => self.letter(view, c.to_ascii_lowercase()),
            Key::ArrowRight => self.leaving(view).then(Input::Skip),
            Key::ArrowLeft => self.leaving(view).then(Input::Back),
            Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End => {
                self.point(view, key);
                Outcome::default()
            }
            _ => Outcome::default(),
        }
    }

    fn letter(&self, view: &mut View, letter: char) -> Outcome {
        view.digits.clear();
        let note = |view: &mut View, mode, text: Option<&str>| {
            let before = self.leaving(view);
            view.mode = mode;
            view.note = Field::new(text.unwrap_or_default());
            before
        };
        match letter {
            '?' => Outcome::all([Input::DontKnow]),
            'n' if self.step.not_applicable == NotApplicable::NotOffered => {
                Outcome::all([Input::NotApplicable(String::new())])
            }
            'n' => note(view, Mode::Reason, None),
            's' => self.leaving(view).then(Input::Skip),
            'b' => self.leaving(view).then(Input::Back),
            'c' => note(view, Mode::Comment, self.step.comment),
            'e' => note(view, Mode::Evidence, self.step.evidence),
            'p' if self.step.question.kind.is_scored() => self.leaving(view).then(Input::Partner),
            'w' => {
                view.answer = Field::default();
                view.at = None;
                Outcome::all([Input::Clear])
            }
            'q' => {
                let mut outcome = self.leaving(view);
                outcome.turns.push(Turn::Quit);
                outcome
            }
            'h' => {
                view.mode = Mode::Help;
                view.scroll = 0;
                Outcome::default()
            }
            _ => Outcome::say(drawn::no_such_key(self.l)),
        }
    }

    fn digit(&self, view: &mut View, digit: char) -> Outcome {
        let tags = tags(self.step);
        if tags.is_empty() {
            return Outcome::say(drawn::no_such_key(self.l));
        }
        let begins = |digits: &str| tags.iter().any(|tag| tag.starts_with(digits));
        view.digits.push(digit);
        if !begins(&view.digits) {
            view.digits = digit.to_string();
        }
        if !begins(&view.digits) {
            view.digits.clear();
            return Outcome::say(words::no_such_option(self.l));
        }
        let found = tags.iter().position(|tag| *tag == view.digits);
        view.at = found.or(view.at);
        if !is_short(&tags) {
            return Outcome::default();
        }
        view.digits.clear();
        match &self.step.question.kind {
            Kind::Multiple { .. } => self.tick(found),
            _ => found.map_or_else(Outcome::default, |at| Outcome::all([Input::Choose(self.step.options[at].option)])),
        }
    }

    /// Ticks are kept in the interview one by one.
    fn tick(&self, at: Option<usize>) -> Outcome {
        match (at.and_then(|at| self.step.options.get(at)), &self.step.question.kind) {
            (Some(option), Kind::Multiple { .. }) => {
                Outcome::all([Input::Tick(self.step.ticked_with(option)), Input::Go(self.step.column)])
            }
            _ => Outcome::default(),
        }
    }

    fn enter(&self, view: &mut View, twice: bool) -> Outcome {
        view.digits.clear();
        let answered = self.step.answer.is_some();
        match &self.step.question.kind {
            Kind::Text => {
                view.mode = Mode::Answer;
                Outcome::default()
            }
            Kind::Number { .. } => self.give(view, drawn::number_first(self.l)),
            Kind::Multiple { .. } if answered => Outcome::all([Input::Skip]),
            Kind::Multiple { .. } if twice => Outcome::all([Input::Tick(Vec::new())]),
            Kind::Multiple { .. } => {
                view.asked_twice = true;
                Outcome::say(drawn::tick_nothing(self.l))
            }
            _ => match view.at.and_then(|at| self.step.options.get(at)) {
                Some(option) => Outcome::all([Input::Choose(option.option)]),
                None => Outcome::say(drawn::choose_first(self.l)),
            },
        }
    }

    fn point(&self, view: &mut View, key: &Key) {
        let Some(last) = self.step.options.len().checked_sub(1) else { return };
        view.digits.clear();
        view.at = Some(match (key, view.at) {
            (Key::Home, _) | (Key::ArrowDown, None) => 0,
            (Key::End, _) | (Key::ArrowUp, None) => last,
            (Key::ArrowDown, Some(at)) => (at + 1).min(last),
            (_, Some(at)) => at.saturating_sub(1),
            (_, None) => 0,
        });
    }

    /// The number or the text in the field, as the answer.
    fn give(&self, view: &View, nothing: &'static str) -> Outcome {
        let text = view.answer.text();
        let wordy = matches!(self.step.question.kind, Kind::Text);
        if text == self.answered.trim() {
            // Nothing was typed, or what stood there.
            return if text.is_empty() && !wordy && self.step.answer.is_none() {
                Outcome::say(nothing)
            } else {
                Outcome::all([Input::Skip])
            };
        }
        match (text.is_empty(), wordy) {
            (true, _) => Outcome::all([Input::Clear, Input::Skip]),
            (false, true) => Outcome::all([Input::Text(text)]),
            (false, false) => match plain_line::number(&text, self.l) {
                Line::Do(input) => Outcome::all([input]),
                Line::TwoNumbers => Outcome::say(words::two_numbers(self.l)),
                _ => Outcome::say(words::number_how(self.l)),
            },
        }
    }

    /// What has to be kept before something else is done here. A number that is none stays behind.
    fn leaving(&self, view: &View) -> Outcome {
        let typed = matches!(self.step.question.kind, Kind::Number { .. } | Kind::Text);
        let text = view.answer.text();
        if !typed || text == self.answered.trim() {
            return Outcome::default();
        }
        let given = self.give(view, "");
        if given.turns.is_empty() {
            return Outcome::default();
        }
        given.then(Input::Go(self.step.column))
    }

    fn answer_key(&self, view: &mut View, key: &Key) -> Outcome {
        match key {
            Key::Enter => self.give(view, ""),
            Key::Escape => {
                let before = self.leaving(view);
                view.mode = Mode::Keys;
                before
            }
            key => {
                view.answer.press(key);
                Outcome::default()
            }
        }
    }

    fn note_key(&self, view: &mut View, key: &Key) -> Outcome {
        match (key, view.mode) {
            (Key::Escape, _) if self.at_evidence => Outcome::all([Input::Back]),
            (Key::Escape, _) => {
                view.mode = Mode::Keys;
                Outcome::default()
            }
            (Key::Enter, mode) => {
                let text = view.note.text();
                if mode == Mode::Reason && text.is_empty() && self.step.not_applicable == NotApplicable::ReasonRequired
                {
                    return Outcome::say(words::reason_needed(self.l));
                }
                view.mode = if self.at_evidence { mode } else { Mode::Keys };
                match mode {
                    Mode::Reason => Outcome::all([Input::NotApplicable(text)]),
                    Mode::Comment => Outcome::all([Input::Comment(text)]),
                    _ if self.at_evidence && text.is_empty() => Outcome::all([Input::Skip]),
                    _ => Outcome::all([Input::Evidence(text)]),
                }
            }
            (key, _) => {
                view.note.press(key);
                Outcome::default()
            }
        }
    }
}

/// What a number is made of, or takes it away; every other character is a key.
fn is_numeric(key: &Key) -> bool {
    matches!(key, Key::Char('0'..='9' | ',' | '.' | '-' | '+' | '\u{2212}' | '\u{15}' | '\u{17}'))
}
