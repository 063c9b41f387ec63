//! `peil completions` and `peil man`: what a shell and a manual need to know.

use std::io;

use clap::Command;
use clap_mangen::Man;
use peil::language::{Language, failure, help as words};

use super::args::Completions;
use super::exit::Exit;
use super::failure::Failure;
use super::help;
use super::ui::Ui;

/// Writes completions for a shell.
pub(crate) fn completions(ui: &Ui, args: &Completions) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(ui.language), "peil", &mut bytes);
    ui.bytes(&bytes)?;
    Ok(Exit::Done)
}

/// Writes the manual page, all commands on one page.
pub(crate) fn man(ui: &Ui) -> Result<Exit, Failure> {
    let bug = |error: io::Error| Failure::new(failure::internal(ui.language, &error.to_string()));
    let page = page(ui.language).map_err(bug)?;
    ui.bytes(page.as_bytes())?;
    Ok(Exit::Done)
}

/// The page: what peil is, the flags of every command, and each command under a heading of its own.
fn page(l: Language) -> io::Result<String> {
    let command = help::command(l);
    // A date that is empty would leave its place to the version, and that to the name of the manual.
    let man = Man::new(command.clone()).date(" ").manual(words::manual_name(l));
    let mut title = Vec::new();
    man.render_title(&mut title)?;
    let mut page = String::from_utf8_lossy(&title).into_owned();
    let mut heading = |kind: &str, heading: &str, body: String| page.push_str(&format!(".{kind} {heading}\n{body}"));
    heading("SH", words::name_heading(l), body(|out| man.render_name_section(out))?);
    let usage = body(|out| man.render_synopsis_section(out))?;
    heading("SH", words::usage_heading(l), format!("{usage}.PP\n{}", body(|out| man.render_extra_section(out))?));
    let common = body(|out| man.render_options_section(out))?;
    heading("SH", &words::common_heading(l).to_uppercase(), common);
    heading("SH", &words::commands_heading(l).to_uppercase(), String::new());
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        heading("SS", &format!("peil {}", sub.get_name()), of_command(sub)?);
    }
    Ok(page)
}

/// What a command does, how it is called, the flags that not every command takes, and examples.
fn of_command(sub: &Command) -> io::Result<String> {
    let man = Man::new(sub.clone());
    let own = sub.get_arguments().filter(|argument| !help::COMMON.contains(&argument.get_id().as_str()));
    let own = Man::new(Command::new("peil").disable_help_flag(true).args(own.cloned()));
    let about = body(|out| man.render_description_section(out))?;
    let usage = body(|out| man.render_synopsis_section(out))?;
    let options = body(|out| own.render_options_section(out))?;
    let examples = body(|out| man.render_extra_section(out))?;
    let gap = if examples.is_empty() { "" } else { ".PP\n" };
    Ok(format!("{about}.PP\n{usage}{options}{gap}{examples}"))
}

/// A section without its heading, which is in English whatever the language of the rest, and without what need stand at
/// the top of a page only. A line of text never begins with a point.
fn body(render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().filter(|line| ![".SH ", ".ie ", ".el "].iter().any(|start| line.starts_with(start)));
    Ok(lines.map(|line| format!("{line}\n")).collect())
}
