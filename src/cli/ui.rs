//! The terminal: two streams, colour, width, language. The only place that prints.
//!
//! What was asked for goes to standard output, everything else to standard error. A closed pipe is not an error.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use peil::diagnostics::human::Style;
use peil::diagnostics::{Diagnostics, Levels, Report, human};
use peil::language::{Language, cli as words, failure};
use peil::source::Sources;

use super::args::{Colour, Common};
use super::exit::Exit;
use super::failure::Failure;

/// The columns of an output that is no terminal.
const WIDTH: usize = 80;
/// Wider than this a text is hard to read.
const WIDEST: usize = 120;
/// How many problems are shown beside another result.
pub(crate) const PROBLEMS_SHOWN: usize = 20;

/// How to talk to the person.
#[derive(Clone, Debug)]
pub(crate) struct Ui {
    pub(crate) language: Language,
    /// The full tag, such as `nl-BE`, for the texts of questionnaires.
    pub(crate) tag: String,
    pub(crate) width: usize,
    pub(crate) colour: bool,
    colour_errors: bool,
    quiet: bool,
}

impl Ui {
    /// From the flags and the environment.
    ///
    /// # Errors
    /// A language that peil does not speak.
    pub(crate) fn new(common: &Common) -> Result<Ui, Failure> {
        let tag = or_of_system(common.lang.clone());
        let spoken = system_language().parse().unwrap_or(Language::En);
        let language = tag.parse().map_err(|_| Failure::new(failure::unknown_language(spoken, &tag)))?;
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0));
        Ok(Ui {
            language,
            tag: tag.replace('_', "-"),
            width: width.clamp(40, WIDEST),
            colour: wants_colour(common.color, io::stdout().is_terminal()),
            colour_errors: wants_colour(common.color, io::stderr().is_terminal()),
            quiet: common.quiet,
        })
    }

    /// Without colour and at the usual width; for what goes wrong before anything is known.
    pub(crate) fn plain(language: Language) -> Ui {
        let tag = language.code().to_owned();
        Ui { language, tag, width: WIDTH, colour: false, colour_errors: false, quiet: false }
    }

    /// The same, but saying nothing beside the result.
    pub(crate) fn silent(&self) -> Ui {
        Ui { quiet: true, ..self.clone() }
    }

    /// Says why peil cannot go on, and how the run ends.
    pub(crate) fn ended(&self, failure: &Failure) -> Exit {
        self.fail(failure);
        failure.exit
    }

    /// Writes what was asked for.
    ///
    /// # Errors
    /// When standard output cannot be written, other than because its reader is gone.
    pub(crate) fn result(&self, text: &str) -> Result<(), Failure> {
        let choice = if self.colour { ColorChoice::Always } else { ColorChoice::Never };
        let mut out = AutoStream::new(io::stdout(), choice).lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        self.pipe(written)
    }

    /// Writes what the parser has to say on standard output: help, or the version.
    ///
    /// # Errors
    /// As [`Ui::result`].
    pub(crate) fn help(&self, asked: &clap::Error) -> Result<(), Failure> {
        self.pipe(asked.print().and_then(|()| io::stdout().flush()))
    }

    /// Writes bytes that were asked for on standard output.
    ///
    /// # Errors
    /// As [`Ui::result`].
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let written = out.write_all(bytes).and_then(|()| out.flush());
        self.pipe(written)
    }

    /// Lets something that was asked for be written on standard output.
    ///
    /// # Errors
    /// As [`Ui::result`].
    pub(crate) fn stream(&self, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let written = write(&mut out).and_then(|()| out.flush());
        self.pipe(written)
    }

    fn pipe(&self, written: io::Result<()>) -> Result<(), Failure> {
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::output(self.language, &error)),
            _ => Ok(()),
        }
    }

    /// Says something beside the result; nothing when quiet. If nobody listens, so be it.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            self.warn(text);
        }
    }

    /// Says something about problems, also when quiet.
    pub(crate) fn warn(&self, text: &str) {
        self.stderr(&format!("{text}\n"));
    }

    /// Asks something, also when quiet; nothing follows it on its line.
    pub(crate) fn ask(&self, text: &str) {
        self.stderr(text);
    }

    /// Puts a line in the place of the last one on a terminal; an empty one takes it away.
    pub(crate) fn overwrite(&self, text: &str) {
        if !self.quiet {
            self.stderr(&format!("\r{text:<60}\r{text}"));
        }
    }

    /// Shows the problems found while doing something else.
    pub(crate) fn problems(&self, out: &Diagnostics, sources: &Sources) {
        self.first_problems(out, sources, PROBLEMS_SHOWN);
        if out.len() > PROBLEMS_SHOWN {
            self.stderr(&format!("{}\n\n", words::other_problems(self.language, out.len() - PROBLEMS_SHOWN)));
        }
    }

    /// Shows some of them; whoever asks says how many there are in all.
    pub(crate) fn first_problems(&self, out: &Diagnostics, sources: &Sources, limit: usize) {
        let style = Style { colour: self.colour_errors, width: self.width };
        let report = Report::new(out, &Levels::new(), sources, self.language, &[]);
        let text = human::render(&report, style, limit);
        if !text.is_empty() {
            self.stderr(&format!("{text}\n"));
        }
    }

    /// Says why peil cannot go on, or not with one of several files.
    pub(crate) fn fail(&self, failure: &Failure) {
        let (error, help) = (failure::error_word(self.language), failure::help_word(self.language));
        let (red, blue, off) =
            if self.colour_errors { ("\u{1b}[1;31m", "\u{1b}[1;36m", "\u{1b}[0m") } else { ("", "", "") };
        let sentence = &failure.sentence;
        self.stderr(&format!("{red}{error}:{off} {}\n{blue}{help}:{off} {}\n", sentence.message, sentence.help));
    }

    fn stderr(&self, text: &str) {
        let choice = if self.colour_errors { ColorChoice::Always } else { ColorChoice::Never };
        let mut err = AutoStream::new(io::stderr(), choice).lock();
        // There is nowhere left to complain to.
        let _ = err.write_all(text.as_bytes());
    }
}

fn wants_colour(colour: Colour, terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
    }
}

/// The language of the system, where peil speaks it; else English.
fn system_language() -> String {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let tag = set.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    let tag = tag.split('.').next().unwrap_or_default().to_owned();
    if tag.parse::<Language>().is_ok() { tag } else { "en".to_owned() }
}

/// The language asked for, else that of the system. An empty one asks for nothing.
fn or_of_system(tag: Option<String>) -> String {
    tag.filter(|tag| !tag.is_empty()).unwrap_or_else(system_language)
}

/// The language for help and usage errors, which come before the flags are read: `--lang` wherever it stands, else
/// `PEIL_LANG`, else that of the system.
pub(crate) fn language_before_parsing() -> Language {
    let arguments: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let after = arguments.iter().position(|argument| argument == "--lang").and_then(|index| arguments.get(index + 1));
    let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--lang="));
    let flag = after.map(String::as_str).or(joined).map(str::to_owned);
    let tag = or_of_system(flag.or_else(|| std::env::var("PEIL_LANG").ok()));
    // A language that peil does not speak is said in one that it does.
    tag.parse().or_else(|_| system_language().parse()).unwrap_or(Language::En)
}
