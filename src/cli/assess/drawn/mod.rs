//! The interview on a drawn screen, for whoever sits at a terminal. Decides what is shown when, and hands every key to
//! whom it is for; what may be answered is decided in `peil::interview`.

mod end;
mod field;
mod frame;
mod keys;
mod prompts;
mod question;
mod question_keys;
mod terminal;
mod text;
mod view;

use std::collections::VecDeque;
use std::io::{self, IsTerminal};

use anstream::AutoStream;
use console::Key;
use peil::interview::{Interview, Refused, Step};
use peil::language::interview::drawn as words;

use super::councils::Listed;
use super::front::{Front, Stop, Turn, why_not};
use super::interrupt::Place;
use crate::ui::Ui;

use frame::Frame;
use keys::{Keys, Press};
use question::Style;
use question_keys::At;
use terminal::Terminal;
use text::{Line, Manner, hanging, lines, pairs};
use view::View;

pub(super) use terminal::restore;

/// Running text is not set wider than this, however wide the terminal.
const MEASURE: usize = 92;
/// More lines of notices than this would leave no room for the question.
const NOTICES: usize = 6;

/// Whether a screen can be drawn and nobody asked for plain lines.
pub(super) fn is_possible(plain: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").map_or(cfg!(unix), |term| term.is_empty() || term == "dumb");
    !plain && !set("ACCESSIBLE") && !dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Screens out, keys in.
pub(super) struct Drawn<'u> {
    ui: &'u Ui,
    place: &'u Place,
    keys: Keys,
    /// Opened when there is something to show: a mistake in a flag is said without one.
    terminal: Option<Terminal<AutoStream<io::Stdout>>>,
    view: View,
    /// Turns that one key asked for and that are still to come.
    queue: VecDeque<Turn>,
    /// What has to be seen before the next key.
    notices: Vec<String>,
}

impl<'u> Drawn<'u> {
    pub(super) fn new(ui: &'u Ui, place: &'u Place) -> Drawn<'u> {
        place.waits_for_the_screen();
        let (queue, notices) = (VecDeque::new(), Vec::new());
        Drawn { ui, place, keys: Keys::new(), terminal: None, view: View::default(), queue, notices }
    }

    fn terminal(&mut self) -> Result<&mut Terminal<AutoStream<io::Stdout>>, Stop> {
        let open = match self.terminal.take() {
            Some(open) => open,
            None => Terminal::open(terminal::stdout(), self.ui.colour).map_err(gone)?,
        };
        Ok(self.terminal.insert(open))
    }

    fn style(&self, columns: usize) -> Style<'u> {
        Style { l: self.ui.language, tag: &self.ui.tag, width: columns.min(MEASURE) }
    }

    /// Shows a screen until a key is pressed that is not for looking around only.
    fn key(&mut self, build: &dyn Fn(&View, Style<'_>) -> Frame) -> Result<Press, Stop> {
        let l = self.ui.language;
        let mut drawn_for = None;
        loop {
            let size = terminal::size();
            let mut frame = build(&self.view, self.style(size.1));
            frame.head.extend(self.notice_lines(size.1));
            if drawn_for != Some(size) {
                // What was in sight stays in sight when the lines are others.
                let follow = self.view.follow;
                let (above, below) = (words::more_above(l), words::more_below(l));
                let shown = frame.shown(size.0, &mut self.view.scroll, follow, above, below);
                self.terminal()?.draw(&shown, size).map_err(gone)?;
                drawn_for = Some(size);
            }
            let press = self.keys.next().map_err(gone)?;
            if self.place.is_stopping() || press == Press::Key(Key::CtrlC) {
                return Err(Stop::Gone);
            }
            let page = frame.page(size.0);
            match press {
                Press::Nothing => continue,
                Press::Key(Key::PageDown) => self.view.scroll += page,
                Press::Key(Key::PageUp) => self.view.scroll = self.view.scroll.saturating_sub(page),
                press => {
                    self.notices.clear();
                    return Ok(press);
                }
            }
            self.view.follow = false;
            drawn_for = None;
        }
    }

    fn notice_lines(&self, columns: usize) -> Vec<Line> {
        let width = columns.min(MEASURE);
        let mut all: Vec<Line> =
            self.notices.iter().flat_map(|notice| hanging("! ", notice, width, Manner::Strong)).collect();
        if all.len() > NOTICES {
            all.truncate(NOTICES - 1);
            all.push(Line::new("  …", Manner::Strong));
        }
        if !all.is_empty() {
            all.insert(0, Line::default());
        }
        all
    }

    /// Comes to a place, unless it is there already.
    fn reach(&mut self, interview: &Interview<'_>, step: &Step<'_>) {
        let place = interview.place();
        if self.view.place == Some(place) {
            return;
        }
        self.view = match step {
            Step::Question(question) | Step::Evidence(question) => {
                let words = question.answer.map(|answer| self.words(interview, question.column, answer));
                View::question(place, question, words.as_deref())
            }
            Step::End(_) => View::at(place),
        };
    }

    fn words(&self, interview: &Interview<'_>, column: usize, answer: &peil::responses::Answer) -> String {
        interview.answer_words(column, answer, self.ui.language, &self.ui.tag)
    }

    fn step(&mut self, interview: &Interview<'_>, step: &Step<'_>) -> Result<(), Stop> {
        let l = self.ui.language;
        let style = self.style(terminal::size().1);
        let outcome = match step {
            Step::Question(question) | Step::Evidence(question) => {
                let press = self.key(&|view, style| question::frame(interview, question, view, style));
                let typed = question.options.is_empty();
                let given = question.answer.filter(|answer| typed && view::is_given(answer));
                let answered = given.map(|answer| self.words(interview, question.column, answer)).unwrap_or_default();
                let at = At { step: question, l, answered, at_evidence: matches!(step, Step::Evidence(_)) };
                match press {
                    Ok(press) => at.press(&mut self.view, &press),
                    Err(Stop::Gone) => at.stop(&self.view),
                    Err(failed) => return Err(failed),
                }
            }
            Step::End(end) => {
                let press = self.key(&|view, style| end::frame(interview, end, view, style))?;
                end::press(interview, end, &mut self.view, &press, style)
            }
        };
        self.notices.extend(outcome.notice.map(str::to_owned));
        self.queue.extend(outcome.turns);
        Ok(())
    }
}

/// A terminal that cannot be read or written any more has nobody behind it.
fn gone(_: io::Error) -> Stop {
    Stop::Gone
}

impl Front for Drawn<'_> {
    fn opening(&mut self, paragraphs: &[String]) -> Result<(), Stop> {
        let l = self.ui.language;
        self.view = View::default();
        loop {
            let press = self.key(&|_, style| {
                let mut frame = Frame::default();
                for (index, paragraph) in paragraphs.iter().enumerate() {
                    let manner = if index == 0 { Manner::Strong } else { Manner::Plain };
                    frame.body.extend(lines(paragraph, style.width, manner));
                    frame.body.push(Line::default());
                }
                frame.body.pop();
                frame.foot = pairs(&words::opening_keys(l), style.width);
                frame.hint = Line::new("Enter · q", Manner::Plain);
                frame
            })?;
            match press {
                Press::Key(Key::Enter) => return Ok(()),
                Press::Key(Key::Char('q' | 'Q')) => return Err(Stop::Gone),
                // Reading line by line.
                Press::Key(Key::ArrowDown) => self.view.scroll += 1,
                Press::Key(Key::ArrowUp) => self.view.scroll = self.view.scroll.saturating_sub(1),
                _ => {}
            }
        }
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.notices.push(text.trim().to_owned());
        Ok(())
    }

    fn ask(&mut self, prompt: &str) -> Result<String, Stop> {
        self.ask_line(prompt)
    }

    fn pick(&mut self, prompt: &str, options: &[String]) -> Result<usize, Stop> {
        self.pick_one(prompt, options)
    }

    fn find(&mut self, list: &[Listed]) -> Result<usize, Stop> {
        self.search(list)
    }

    fn confirm(&mut self, prompt: &str) -> Result<bool, Stop> {
        self.yes_or_no(prompt)
    }

    fn turn(&mut self, interview: &Interview<'_>) -> Result<Turn, Stop> {
        loop {
            if let Some(turn) = self.queue.pop_front() {
                return Ok(turn);
            }
            let step = interview.step();
            self.reach(interview, &step);
            self.step(interview, &step)?;
        }
    }

    fn refused(&mut self, why: Refused) -> Result<(), Stop> {
        // What was to follow rested on this, but for going.
        self.queue.retain(|turn| matches!(turn, Turn::Stop));
        self.notices.push(why_not(self.ui.language, why).to_owned());
        Ok(())
    }

    fn part(&mut self, text: &str) -> Result<(), Stop> {
        self.terminal = None;
        Ok(self.ui.result(&format!("{text}\n"))?)
    }
}
