//! The short questions before the first one, asked by `dialoguer` below what is said about them.
//!
//! It cuts what is wider than the terminal and then counts the lines wrongly, so it only gets what fits; the question
//! itself stands above it. Its yes-or-no question knows only `y` and `n`, so that is a list of two.

use std::fmt;

use console::{Term, truncate_str};
use dialoguer::theme::Theme;
use dialoguer::{FuzzySelect, Input, Select};
use peil::language::interview::{self as plain, drawn as words};

use super::super::councils::Listed;
use super::super::front::Stop;
use super::frame::Shown;
use super::terminal;
use super::text::{Line, Manner, lines};
use super::{Drawn, MEASURE};

/// What stands before an option, and the last column, which stays empty.
const BESIDE: usize = 4;

/// Only what is typed or pointed at; the question stands above.
struct Bare;

impl Theme for Bare {
    fn format_input_prompt(&self, f: &mut dyn fmt::Write, _: &str, _: Option<&str>) -> fmt::Result {
        f.write_str("> ")
    }
}

impl Drawn<'_> {
    pub(super) fn ask_line(&mut self, prompt: &str) -> Result<String, Stop> {
        let l = self.ui.language;
        let question = prompt.trim_end_matches([' ', ':']);
        self.above(question, words::line_keys(l))?;
        let typed = Input::<String>::with_theme(&Bare).with_prompt(">").allow_empty(true).report(false);
        let typed = typed.interact_text_on(&Term::stdout()).map_err(|_| Stop::Gone)?;
        Ok(typed.trim().to_owned())
    }

    pub(super) fn pick_one(&mut self, prompt: &str, options: &[String]) -> Result<usize, Stop> {
        let room = self.above(prompt, words::list_keys(self.ui.language))?;
        let fitting = options.iter().map(|option| fitting(option, "", terminal::size().1));
        let select = Select::new().items(fitting).report(false).max_length(room);
        select.interact_on(&Term::stdout()).map_err(|_| Stop::Gone)
    }

    pub(super) fn yes_or_no(&mut self, prompt: &str) -> Result<bool, Stop> {
        let l = self.ui.language;
        let options = [plain::yes(l).to_owned(), plain::no(l).to_owned()];
        Ok(self.pick_one(prompt, &options)? == 0)
    }

    pub(super) fn search(&mut self, list: &[Listed]) -> Result<usize, Stop> {
        let l = self.ui.language;
        let room = self.above(plain::which_council(l), words::search_keys(l))?;
        // The code makes every line another one, so it is not what gets cut.
        let columns = terminal::size().1;
        let options = list.iter().map(|one| fitting(&one.name, &format!(" ({})", one.id), columns));
        let select = FuzzySelect::new().with_prompt(words::search(l)).items(options).report(false);
        select.max_length(room).interact_on(&Term::stdout()).map_err(|_| Stop::Gone)
    }

    /// Clears the page and says what is asked; gives how many lines are left below.
    fn above(&mut self, question: &str, keys: &str) -> Result<usize, Stop> {
        let (height, columns) = terminal::size();
        let width = columns.min(MEASURE);
        let mut above: Vec<Line> = self.notice_lines(columns).into_iter().skip(1).collect();
        if !above.is_empty() {
            above.push(Line::default());
        }
        self.notices.clear();
        above.extend(lines(question, width, Manner::Strong));
        above.extend(lines(keys, width, Manner::Plain));
        above.push(Line::default());
        let room = height.saturating_sub(above.len() + 2).max(1);
        self.terminal()?.prompt(&Shown { lines: above, cursor: None }).map_err(|_| Stop::Gone)?;
        Ok(room)
    }
}

/// `text` and `end` on one line of so many columns; the text is cut where they do not fit. `dialoguer` counts bytes, so a
/// letter with an accent counts for two.
fn fitting(text: &str, end: &str, columns: usize) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let room = columns.saturating_sub(BESIDE + end.len());
    let wide = text.len() - text.chars().count();
    if text.len() <= room {
        return format!("{text}{end}");
    }
    format!("{}{end}", truncate_str(&text, room.saturating_sub(wide + 2), "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_loses_the_end_of_its_name_and_never_its_code() {
        assert_eq!(fitting("Ninove", " (41048)", 80), "Ninove (41048)");
        let cut = fitting("Sint-Pieters-Leeuw aan de Zennevallei", " (23077)", 30);
        assert!(cut.ends_with("… (23077)") && cut.len() <= 30 - BESIDE, "{cut}");
        let cut = fitting("Knësselare-Ursël-Ëëklo-Brügge", "", 20);
        assert!(cut.len() <= 20 - BESIDE, "{cut}");
    }
}
