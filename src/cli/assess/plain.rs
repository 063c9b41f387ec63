//! The interview in plain lines: nothing is redrawn, no escape codes, so that a screen reader can follow and a pipe can
//! answer. Lines are not wrapped; whoever reads them does that.

use std::io::{self, BufRead};

use peil::interview::{End, Input, Interview, QuestionStep, Refused, Step};
use peil::language::interview as words;
use peil::questionnaire::{Kind, NotApplicable};
use peil::source::ReadError;

use super::councils::{self, Listed};
use super::front::{Front, Stop, Turn, why_not};
use super::plain_line::{Line, Note, at_question};
use crate::failure::Failure;
use crate::ui::Ui;

/// Lines in, lines out.
pub(super) struct Plain<'u> {
    ui: &'u Ui,
    /// Whether the keys have been shown.
    shown_keys: bool,
}

impl<'u> Plain<'u> {
    pub(super) fn new(ui: &'u Ui) -> Plain<'u> {
        Plain { ui, shown_keys: false }
    }

    fn question(&mut self, interview: &Interview<'_>, step: &QuestionStep<'_>) -> Result<(), Stop> {
        let (l, tag) = (self.ui.language, self.ui.tag.as_str());
        let titles = &interview.questionnaire().dimensions;
        let mut heading = words::question_of(l, step.number, step.of);
        for one in &step.progress {
            let title = titles[one.dimension].title.get(tag);
            heading.push_str(&format!(" · {}", words::progress(title, one.done, one.asked)));
        }
        let mut text = format!("\n{heading}\n{}\n", interview.question_words(step.column, l, tag));
        let answer = |answer| interview.answer_words(step.column, answer, l, tag);
        let beside = [
            (words::help(l), step.question.help.as_ref().map(|help| help.get(tag).to_owned())),
            (words::previous(l), step.previous.map(answer)),
            (words::now(l), step.answer.map(answer)),
            (words::comment(l), step.comment.map(str::to_owned)),
            (words::evidence(l), step.evidence.map(str::to_owned)),
        ];
        for (name, words) in beside {
            if let Some(words) = words {
                text.push_str(&format!("{name}: {words}\n"));
            }
        }
        if step.partner {
            text.push_str(&format!("{}\n", words::via_partner(l)));
        }
        for (index, option) in step.options.iter().enumerate() {
            text.push_str(&format!("{}. {}\n", index + 1, option.label.words(l, tag)));
        }
        match &step.question.kind {
            Kind::Multiple { .. } => text.push_str(&format!("{}\n", words::tick_how(l))),
            Kind::Number { .. } => text.push_str(&format!("{}\n", words::number_how(l))),
            Kind::Text => text.push_str(&format!("{}\n", words::text_how(l))),
            _ => {}
        }
        if self.shown_keys {
            text.push_str(&format!("{}\n", words::keys_hint(l)));
        } else {
            text.push_str(&self.keys(step));
        }
        self.shown_keys = true;
        self.show(&text)
    }

    fn keys(&self, step: &QuestionStep<'_>) -> String {
        let offered = step.not_applicable != NotApplicable::NotOffered;
        let keys = words::keys(self.ui.language, offered, step.question.kind.is_scored());
        keys.iter().map(|(key, what)| format!("{key}: {what}\n")).collect()
    }

    fn at_question(&mut self, step: &QuestionStep<'_>) -> Result<Turn, Stop> {
        let l = self.ui.language;
        loop {
            let line = self.ask(words::your_answer(l))?;
            match at_question(&line, step, l) {
                Line::Do(input) => return Ok(Turn::Do(input)),
                Line::Quit => return Ok(Turn::Quit),
                Line::Keys => self.show(&self.keys(step))?,
                Line::Unclear => self.say(words::not_understood(l))?,
                Line::TwoNumbers => self.say(words::two_numbers(l))?,
                Line::Type(Note::Comment) => return Ok(Turn::Do(Input::Comment(self.ask(words::type_comment(l))?))),
                Line::Type(Note::Evidence) => return Ok(Turn::Do(Input::Evidence(self.ask(words::type_evidence(l))?))),
                Line::Type(Note::Reason) => {
                    return Ok(Turn::Do(Input::NotApplicable(self.ask(words::type_reason(l))?)));
                }
            }
        }
    }

    fn at_evidence(&mut self) -> Result<Turn, Stop> {
        let l = self.ui.language;
        self.say(words::ask_evidence(l))?;
        let line = self.ask(words::evidence_or_enter(l))?;
        Ok(match line.as_str() {
            "" | "s" => Turn::Do(Input::Skip),
            "b" => Turn::Do(Input::Back),
            "q" => Turn::Quit,
            _ => Turn::Do(Input::Evidence(line)),
        })
    }

    fn at_end(&mut self, interview: &Interview<'_>, end: &End) -> Result<Turn, Stop> {
        let (l, tag) = (self.ui.language, self.ui.tag.as_str());
        let columns: Vec<usize> = interview.columns().collect();
        let mut text = format!("\n{}\n", words::all_passed(l));
        for one in &end.progress {
            let title = interview.questionnaire().dimensions[one.dimension].title.get(tag);
            text.push_str(&format!("{}\n", words::progress(title, one.done, one.asked)));
        }
        if end.open.is_empty() {
            text.push_str(&format!("{}\n", words::all_answered(l)));
        } else {
            text.push_str(&format!("{}\n", words::open(l, end.open.len())));
        }
        for (index, &column) in columns.iter().enumerate().filter(|(_, column)| end.open.contains(column)) {
            text.push_str(&format!("{}. {}\n", index + 1, interview.question_words(column, l, tag)));
        }
        for &column in &end.parked {
            text.push_str(&format!("{}\n", words::parked(l, &interview.question_words(column, l, tag))));
        }
        text.push_str(&format!("{}\n", words::head_title(l)));
        for line in interview.head().lines(interview.questionnaire(), l, tag).iter().filter(|line| line.matters) {
            text.push_str(&format!("{}\n", words::head_line(l, line.name, line.value.as_deref())));
        }
        text.push_str(&format!("{}\n", words::end_how(l)));
        self.show(&text)?;
        loop {
            let line = self.ask(words::your_choice(l))?;
            let number = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            match (line.to_ascii_lowercase().as_str(), number.and_then(|index| columns.get(index))) {
                (_, Some(&column)) => return Ok(Turn::Do(Input::Go(column))),
                ("f", _) => return Ok(Turn::Do(Input::Finish)),
                ("b", _) => return Ok(Turn::Do(Input::Back)),
                ("c", _) => return Ok(Turn::Correct),
                ("q", _) => return Ok(Turn::Quit),
                _ => self.say(words::end_how(l))?,
            }
        }
    }

    fn show(&self, text: &str) -> Result<(), Stop> {
        Ok(self.ui.result(text)?)
    }
}

impl Front for Plain<'_> {
    fn opening(&mut self, paragraphs: &[String]) -> Result<(), Stop> {
        paragraphs.iter().try_for_each(|paragraph| self.say(&format!("{paragraph}\n")))
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.show(&format!("{text}\n"))
    }

    fn ask(&mut self, prompt: &str) -> Result<String, Stop> {
        self.show(prompt)?;
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut bytes);
        let read =
            read.map_err(|error| Failure::read(self.ui.language, &ReadError::System { path: "-".into(), error }))?;
        if read == 0 {
            self.show("\n")?;
            return Err(Stop::Gone);
        }
        Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
    }

    fn pick(&mut self, prompt: &str, options: &[String]) -> Result<usize, Stop> {
        let l = self.ui.language;
        let lines: String = options.iter().enumerate().map(|(index, one)| format!("{}. {one}\n", index + 1)).collect();
        self.show(&format!("{prompt}\n{lines}"))?;
        loop {
            let number = self.ask(words::type_number(l))?.parse::<usize>().ok();
            match number.and_then(|number| number.checked_sub(1)).filter(|&index| index < options.len()) {
                Some(index) => return Ok(index),
                None => self.say(words::no_such_option(l))?,
            }
        }
    }

    fn find(&mut self, list: &[Listed]) -> Result<usize, Stop> {
        councils::by_lines(self.ui.language, list, self)
    }

    fn confirm(&mut self, prompt: &str) -> Result<bool, Stop> {
        let l = self.ui.language;
        self.say(prompt)?;
        loop {
            let line = self.ask(words::yes_or_no(l))?.to_lowercase();
            match line.as_str() {
                "j" | "ja" | "y" | "yes" => return Ok(true),
                "n" | "nee" | "no" => return Ok(false),
                _ => {}
            }
        }
    }

    fn turn(&mut self, interview: &Interview<'_>) -> Result<Turn, Stop> {
        match interview.step() {
            Step::Question(step) => {
                self.question(interview, &step)?;
                self.at_question(&step)
            }
            Step::Evidence(_) => self.at_evidence(),
            Step::End(end) => self.at_end(interview, &end),
        }
    }

    fn refused(&mut self, why: Refused) -> Result<(), Stop> {
        let l = self.ui.language;
        self.say(why_not(l, why))
    }

    fn part(&mut self, text: &str) -> Result<(), Stop> {
        self.say(text)
    }
}
