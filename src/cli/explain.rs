//! `peil explain`: what a code means, with an example and its remedy; without a code, all of them.

use std::fmt::Write;

use peil::diagnostics::{Code, nearest};
use peil::language::explain::{self, Texts};
use peil::language::{Language, failure};
use peil::report::terminal;

use super::args::Explain;
use super::exit::Exit;
use super::failure::Failure;
use super::ui::Ui;

/// Wider than this a page is hard to read.
const WIDEST: usize = 80;

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Explain) -> Result<Exit, Failure> {
    let Some(word) = &args.code else {
        ui.result(&list(ui.language))?;
        ui.say(explain::more_about_each(ui.language));
        return Ok(Exit::Done);
    };
    let code = Code::named(word).ok_or_else(|| unknown(ui.language, word))?;
    ui.result(&page(code, ui.language, ui.width.min(WIDEST)))?;
    Ok(Exit::Done)
}

/// No code is called so.
pub(crate) fn unknown(l: Language, word: &str) -> Failure {
    let near = nearest(word, Code::ALL.iter().map(|code| code.id()));
    Failure::new(failure::unknown_code(l, word, near.as_deref()))
}

/// Every code in the order of the catalogue, one a line.
fn list(l: Language) -> String {
    let widest = Code::ALL.iter().map(|code| code.id().len()).max().unwrap_or(0);
    let line = |code: &Code| format!("{:widest$}  {}\n", code.id(), code.page().texts(l).summary);
    Code::ALL.iter().map(line).collect()
}

fn page(code: Code, l: Language, width: usize) -> String {
    let page = code.page();
    let Texts { summary, finds, matters } = page.texts(l);
    let [found, why, example, instead] = explain::headings(l);
    let mut text = format!("{}: {summary}\n", code.id());
    for (heading, paragraph) in [(found, finds), (why, matters)] {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{heading}\n");
        for line in terminal::wrapped(&paragraph.replace('\n', " "), width - 2) {
            let _ = writeln!(text, "  {line}");
        }
    }
    for (heading, block) in [(example, page.example), (instead, page.instead)] {
        let _ = write!(text, "\n{heading}\n");
        for line in block.lines() {
            let _ = writeln!(text, "{}", format!("  {line}").trim_end());
        }
    }
    text
}
